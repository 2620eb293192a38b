//! Text in columns: cut, padded, centred, wrapped.
use giaoban::text::width::{centre, cut, cut_middle, pad, rows, width, wrap};
use proptest::prelude::*;

#[test]
fn texts_are_cut_with_an_ellipsis_and_padded_with_spaces() {
    assert_eq!(cut("Hiệp Bình Phước", 9), "Hiệp Bìn…");
    assert_eq!(
        cut("Hiệp Bình Phước", 6),
        "Hiệp…",
        "no space before the ellipsis"
    );
    assert_eq!(cut_middle("Phước Long A", 9), "Phướ…ng A");
    assert_eq!(pad("Tây", 5), "Tây  ");
    assert_eq!(centre("Tây", 7), "  Tây");
    assert_eq!(wrap("một hai ba", 7), ["một hai", "ba"]);
    assert_eq!(wrap("nghiêng", 4), ["nghi", "êng"]);
}

proptest! {
    #[test]
    fn what_is_cut_fits(text in "\\PC{0,60}", columns in 0_usize..40) {
        prop_assert!(width(&cut(&text, columns)) <= columns);
        prop_assert!(width(&cut_middle(&text, columns)) <= columns);
        prop_assert!(width(&pad(&text, columns)) <= columns.max(1) || columns == 0);
    }


    #[test]
    fn what_fits_is_not_cut(text in "\\PC{0,60}") {
        prop_assert_eq!(cut(&text, width(&text)), text.as_str());
        prop_assert_eq!(cut_middle(&text, width(&text)), text.as_str());
    }


    #[test]
    fn what_is_padded_has_the_width(text in "[a-zđêế ]{0,60}", columns in 0_usize..40) {
        prop_assert_eq!(width(&pad(&text, columns)), columns);
        prop_assert!(width(&centre(&text, columns)) <= columns);
    }


    #[test]
    fn wrapping_keeps_every_letter_and_the_width(text in "[a-zđêế ]{0,200}", columns in 1_usize..40) {
        let lines = wrap(&text, columns);
        prop_assert!(lines.iter().all(|line| width(line) <= columns));
        let letters = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
        prop_assert_eq!(letters(&lines.concat()), letters(&text));
    }

    /// No letter of a text that is being typed is outside its rows, and the caret behind it has a column.
    #[test]
    fn rows_of_a_typed_text_hold_every_byte(text in "[a-zđêế ]{0,200}", columns in 2_usize..40) {
        let rows = rows(&text, columns);
        let pieces: Vec<&str> = rows.iter().map(|row| text.get(row.clone()).unwrap()).collect();
        prop_assert_eq!(&pieces.concat(), &text);
        prop_assert!(pieces.iter().all(|piece| width(piece) <= columns + 1));
        prop_assert!(width(pieces.last().unwrap()) <= columns);
    }
}
