//! A line under a caret: what input methods send, and laws of every edit.
use giaoban::text::line::Line;
use giaoban::text::telex::{Method, spell};
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
    // OpenKey types a stray before it takes letters back, and takes the stray back too.
    assert_eq!(typed("vie\u{202f}⌫⌫ê\u{202f}⌫⌫⌫iệt"), "việt");
    assert_eq!(typed("a\u{202f}b⌫⌫"), "");
}

/// Types keys into a line: `⌫` deletes, `←` and `→` move, the rest is typed.
fn typed(line: &mut Line, keys: &str, method: Option<Method>) -> String {
    for c in keys.chars() {
        match c {
            '⌫' => line.backspace(),
            '←' => line.left(),
            '→' => line.right(),
            _ => line.type_key(c, method),
        }
    }
    line.text().to_owned()
}

#[test]
fn a_line_reads_telex_and_vni() {
    let telex = |keys: &str| typed(&mut Line::default(), keys, Some(Method::Telex));
    assert_eq!(telex("Thanhf uyr Thur DDuwcs"), "Thành ủy Thủ Đức");
    assert_eq!(
        telex("@linh trung #5 !Khos tieeps nhaanj ^30/9"),
        "@linh trung #5 !Khó tiếp nhận ^30/9"
    );
    assert_eq!(
        telex("+keets >giao ?dde :trar =keets *kinh"),
        "+kết >giao ?đe :trả =kết *kinh"
    );
    assert_eq!(telex("ass as asss"), "as á ass");
    assert_eq!(
        telex("vieejt⌫n"),
        "viện",
        "Backspace takes the letter, not the key"
    );
    assert_eq!(telex("toans⌫⌫⌫ f"), "t f");
    assert_eq!(telex("hoaf⌫a"), "hòa");
    assert_eq!(telex("tuan←a→"), "tuân");
    assert_eq!(
        telex("nuoc←←w"),
        "nưoc",
        "only what stands before the caret is read"
    );
    assert_eq!(
        telex("ass←→s"),
        "ass",
        "a moved caret spells the word before it anew"
    );
    assert_eq!(telex("meeting excel"), "meeting excel");
    let vni = |keys: &str| typed(&mut Line::default(), keys, Some(Method::Vni));
    assert_eq!(
        vni("Tha2nh u3y Thu3 D9u71c 2023 a11"),
        "Thành ủy Thủ Đức 2023 a1"
    );
    assert_eq!(vni("#5 ^30/9/2023 @linh ta6y"), "#5 ^30/9/2023 @linh tây");
    assert_eq!(
        typed(&mut Line::default(), "vieetj a11", None),
        "vieetj a11"
    );
}

#[test]
fn a_word_that_was_there_is_typed_on() {
    let telex = |text: &str, keys: &str| typed(&mut Line::of(text), keys, Some(Method::Telex));
    assert_eq!(telex("hòa", "n"), "hoàn", "the tone goes where it belongs");
    assert_eq!(telex("hoà", "s"), "hóa");
    assert_eq!(telex("viêt", "j"), "việt");
    assert_eq!(telex("as", "s"), "ass");
    assert_eq!(telex("số 58-Q", "DD"), "số 58-QĐ");
    assert_eq!(
        telex(&"x".repeat(100), "aa"),
        format!("{}aa", "x".repeat(100))
    );
}

#[test]
fn the_keys_of_a_word_are_not_kept() {
    let mut line = Line::default();
    typed(&mut line, "tieengs", Some(Method::Telex));
    assert_eq!(line, Line::of("tiếng"));
    let kept: Line = serde_json::from_str(&serde_json::to_string(&line).unwrap()).unwrap();
    assert_eq!(kept, line);
    assert_eq!(
        serde_json::to_string(&line).unwrap(),
        r#"{"text":"tiếng","caret":7}"#
    );
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

    #[test]
    fn a_method_keeps_the_line_sound(keys in prop::collection::vec((0_u8..9, any::<char>()), 0..40), letters in "[a-z0-9⌫← ]{0,40}") {
        for method in [Method::Telex, Method::Vni] {
            let mut line = Line::default();
            for (key, c) in &keys {
                match key {
                    0 => line.backspace(),
                    1 => line.delete(),
                    2 => line.left(),
                    3 => line.right(),
                    4 => line.delete_word(),
                    _ => line.type_key(*c, Some(method)),
                }
                prop_assert!(is_nfc(line.before()) && is_nfc(line.after()));
                prop_assert_eq!(format!("{}{}", line.before(), line.after()), line.text());
            }
            typed(&mut line, &letters, Some(method));
            prop_assert!(is_nfc(line.before()) && is_nfc(line.after()));
        }
    }

    #[test]
    fn a_word_is_typed_wherever_it_stands(word in "(Đảng|ủy|phường|nước|thuở|gìn|goòng|quyết|KHUỶU)", before in "[@#^+!*?:=> ]{0,2}", after in "( [a-z]{0,4})?") {
        for method in [Method::Telex, Method::Vni] {
            let mut line = Line::of(&format!("{before}{after}"));
            line.home();
            for _ in before.chars() {
                line.right();
            }
            prop_assert_eq!(typed(&mut line, &spell(&word, method), Some(method)), format!("{before}{word}{after}"));
        }
    }
}
