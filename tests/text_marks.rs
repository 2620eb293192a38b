//! A sentence that quotes what was typed ends with one mark.
use giaoban::text::marks::{one_mark, unlisted};
use proptest::prelude::*;

#[test]
fn a_sentence_ends_with_one_mark() {
    for (written, meant) in [
        (
            "«Trường»: Trường Thạnh, Trường Thọ?. Sửa lại.",
            "«Trường»: Trường Thạnh, Trường Thọ? Sửa lại.",
        ),
        ("Không có vướng mắc VM-9..", "Không có vướng mắc VM-9."),
        ("Hỏng!. Thử lại", "Hỏng! Thử lại"),
        ("Cần có: hạn,.", "Cần có: hạn."),
        ("Số ......", "Số ......"),
        ("và …. Hết…", "và … Hết…"),
        ("Đợi... Rồi...", "Đợi... Rồi..."),
        ("«v.v.».", "«v.v.»."),
        ("a.?.b", "a.?.b"),
        ("", ""),
    ] {
        assert_eq!(one_mark(written.to_owned()), meant);
    }
}

#[test]
fn the_sign_of_a_list_is_left_out_and_nothing_else() {
    for (pasted, meant) in [
        ("- đã họp chi bộ", "đã họp chi bộ"),
        (" – + đã họp", "đã họp"),
        ("• đã họp - rồi", "đã họp - rồi"),
        ("-5 độ", "-5 độ"),
        ("-", "-"),
        ("“- đã họp”", "“- đã họp”"),
    ] {
        assert_eq!(unlisted(pasted), meant);
    }
}

proptest! {
    #[test]
    fn no_full_stop_follows_another_mark(typed in "[a-c ?!,;:…]{0,8}") {
        let sentence = one_mark(format!("{typed}. Sửa lại."));
        let letters: Vec<char> = sentence.chars().collect();
        let doubled = letters.windows(3).any(|three| {
            "?!,;:….".contains(three[0]) && three[1] == '.' && three[2] == ' '
        });
        prop_assert!(!doubled, "{}", sentence);
    }
}
