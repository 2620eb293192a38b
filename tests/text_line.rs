//! A line under a caret: what input methods send, and laws of every edit.
#![allow(
    clippy::allow_attributes,
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop there"
)]

use giaoban::text::line::Line;
use proptest::prelude::*;
use unicode_normalization::is_nfc;

/// What input methods send: letters, Backspaces and replacement letters in one burst, marks after their letter.
#[test]
fn a_line_follows_input_methods() {
    let typed = |keys: &str| {
        let mut line = Line::default();
        for c in keys.chars() {
            match c {
                '⌫' => line.backspace(),
                _ => line.insert(c),
            }
        }
        line.text().to_owned()
    };
    assert_eq!(typed("vie⌫ê⌫⌫iệt"), "việt");
    assert_eq!(typed("Thu⌫ủ d⌫đ⌫Đu⌫ứ⌫ưc⌫⌫ức"), "Thủ Đức");
    assert_eq!(typed("Hô\u{323}i nghi\u{323}"), "Hội nghị");
    assert_eq!(typed("đu\u{31b}o\u{31b}\u{323}c⌫⌫ợc"), "được");
    assert_eq!(typed("a\u{200b}\u{202f}b"), "ab");
}

proptest! {
    #[test]
    fn a_line_is_always_nfc_and_its_caret_between_letters(keys in prop::collection::vec((0_u8..8, any::<char>()), 0..60)) {
        let mut line = Line::default();
        for (key, c) in keys {
            match key {
                0 => line.backspace(),
                1 => line.delete(),
                2 => line.left(),
                3 => line.right(),
                4 => line.home(),
                5 => line.delete_word(),
                _ => line.insert(c),
            }
            prop_assert!(is_nfc(line.before()) && is_nfc(line.after()));
            prop_assert_eq!(format!("{}{}", line.before(), line.after()), line.text());
            prop_assert!(!line.text().chars().any(char::is_control));
        }
    }
}
