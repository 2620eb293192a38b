//! Letters without their marks and their case.
use giaoban::text::fold::{fold, fold_char};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

#[test]
fn letters_lose_their_marks_and_their_case() {
    assert_eq!(fold("Thành ủy THỦ ĐỨC"), "thanh uy thu duc");
    assert_eq!((fold_char('Ệ'), fold_char('đ')), ('e', 'd'));
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in "\\PC*") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }


    #[test]
    fn folding_keeps_the_count_of_letters(text in "[ -~àảãáạăằẳẵắặâầẩẫấậđêềểễếệôồổỗốộơờởỡớợưừửữứựĐỨỆ]{0,40}") {
        prop_assert_eq!(fold(&text).chars().count(), text.chars().count());
    }


    #[test]
    fn a_decomposed_text_folds_as_a_composed_one(text in "[a-zA-ZàảãáạăằẳẵắặâầẩẫấậêềểễếệôồổỗốộơờởỡớợưừửữứựỨỆ ]{0,40}") {
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(fold(&decomposed), fold(&text));
    }
}
