//! The names most like one that was mistyped.
use crate::common::wards::wards;
use giaoban::text::fold::fold;
use giaoban::text::nearest::nearest;
use proptest::prelude::*;

#[test]
fn offers_the_wards_that_are_most_like_what_was_typed() {
    let wards = wards();
    let near = |wanted: &str| nearest(wanted, wards.iter().map(String::as_str), 3);
    assert_eq!(
        near("Linh Tay")[0],
        "Linh Tây",
        "accents that are missing are no mistake"
    );
    assert_eq!(near("Thảo Điển")[0], "Thảo Điền", "nor are wrong ones");
    assert_eq!(near("Tam Pú"), ["Tam Phú", "Tân Phú"]);
    assert_eq!(
        near("Bình Trưng"),
        ["Bình Trưng Đông", "Bình Trưng Tây", "Linh Trung"]
    );
    assert_eq!(near("Hiệp Bình Phưóc")[0], "Hiệp Bình Phước");
    assert_eq!(
        near("Lihn Trung")[0],
        "Linh Trung",
        "two letters exchanged are one mistake"
    );
    assert_eq!(
        near("Tăng Nhơn Phú C"),
        ["Tăng Nhơn Phú A", "Tăng Nhơn Phú B"]
    );
    assert!(near("xyz").is_empty() && near("").is_empty() && near("Sài Gòn").is_empty());
}

#[test]
fn accents_decide_among_equals() {
    let names = ["Tam Phủ", "Tám Phú", "Tam Phú"];
    assert_eq!(nearest("tam phú", names, 1), ["Tam Phú"]);
    assert_eq!(nearest("Tám Phú", names, 2), ["Tám Phú", "Tam Phú"]);
}

#[test]
fn a_long_text_is_near_to_no_short_name() {
    let long = "Linh Trung ".repeat(100_000);
    assert!(nearest(&long, ["Linh Trung", "Linh Tây"], 3).is_empty());
}

proptest! {
    #[test]
    fn a_name_is_nearest_to_itself_and_without_accents(names in prop::collection::vec("[A-Zđ][a-zêơếộ]{2,6}( [A-Z][a-zêơếộ]{1,6})?", 1..8), most in 1_usize..4) {
        let all = || names.iter().map(String::as_str);
        prop_assert_eq!(nearest(&names[0], all(), most)[0], names[0].as_str());
        prop_assert_eq!(fold(nearest(&fold(&names[0]), all(), most)[0]), fold(&names[0]));
        prop_assert!(nearest(&names[0], all(), most).len() <= most);
    }

    #[test]
    fn any_text_is_compared(wanted in "\\PC{0,20}", name in "\\PC{0,20}") {
        prop_assert!(nearest(&wanted, [name.as_str()], 0).is_empty());
        prop_assert!(nearest(&wanted, [name.as_str()], 2).len() <= 1);
    }
}
