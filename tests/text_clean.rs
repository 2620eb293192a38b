//! What may enter a text and what may not: controls, strays, decomposed letters.
use giaoban::text::clean::{clean_line, clean_text, is_stray};
use proptest::prelude::*;
use unicode_normalization::{UnicodeNormalization, is_nfc};

#[test]
fn lets_nothing_in_that_controls_a_terminal() {
    assert_eq!(
        clean_line("\u{1b}[31mđỏ\u{7}\u{0}\r\nhai\tba\u{202f}\u{200b}"),
        "đỏ hai ba"
    );
    assert_eq!(clean_text("một\r\nhai\u{1b}"), "một\nhai");
    assert_eq!(clean_line("\u{202e}ngược"), "ngược");
    assert_eq!(clean_line("a\u{1b}]0;chiếm\u{7}b\u{1b}[2Jc\u{1b}[1"), "abc");
    assert_eq!(clean_line("\u{1b}đ\u{1b}[đ"), "đ");
    let decomposed: String = "Hội nghị".nfd().collect();
    assert_eq!(clean_line(&decomposed), "Hội nghị");
}

proptest! {
    #[test]
    fn what_is_clean_stays_as_it_is(text in any::<String>()) {
        let line = clean_line(&text);
        prop_assert_eq!(clean_line(&line), line.clone());
        let lines = clean_text(&text);
        prop_assert_eq!(clean_text(&lines), lines);
    }


    #[test]
    fn what_is_clean_is_nfc_and_without_strays(text in any::<String>()) {
        let line = clean_line(&text);
        prop_assert!(is_nfc(&line));
        prop_assert!(!line.chars().any(is_stray));
        prop_assert!(!clean_text(&text).chars().any(|c| c != '\n' && is_stray(c)));
    }


    #[test]
    fn a_decomposed_text_is_let_in_as_a_composed_one(text in "[a-zA-ZàảãáạăằẳẵắặâầẩẫấậđêềểễếệôồổỗốộơờởỡớợưừửữứựĐỨỆ ]{0,40}") {
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(clean_line(&decomposed), text);
    }
}
