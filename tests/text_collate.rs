//! Vietnamese order: the orders that the domain gives, the wards, and laws.
use crate::common::wards::wards;
use giaoban::text::collate::sort_key;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Asserts that names sort into this order, whatever order they come in.
fn assert_sorts_as<S: AsRef<str> + Clone + PartialEq + std::fmt::Debug>(order: &[S]) {
    let mut sorted = order.to_vec();
    sorted.reverse();
    sorted.sort_by_key(|name| sort_key(name.as_ref()));
    assert_eq!(sorted, order);
}

#[test]
fn sorts_as_a_vietnamese_dictionary_does() {
    let orders = [
        vec!["ma", "mà", "mả", "mã", "má", "mạ"],
        vec!["Dung", "Dũng", "Đạt", "Đức"],
        vec!["Tam Phú", "Tám Bình", "Tâm An"],
        vec!["Hoa An", "Hoa Bình", "Hòa An", "Hoà Bình"],
        vec![
            "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "o", "ô", "ơ", "p", "u", "ư", "v",
        ],
    ];
    for order in orders {
        assert_sorts_as(&order);
    }
    assert_eq!(
        sort_key("hoà"),
        sort_key("hòa"),
        "where the tone stands does not matter"
    );
}

#[test]
fn sorts_the_wards_as_the_domain_lists_them() {
    let wards = wards();
    assert_eq!(wards.len(), 34);
    assert_sorts_as(&wards);
}

#[test]
fn letters_come_before_tones_and_tones_before_case() {
    let orders = [
        vec!["ang", "áng", "anh", "ánh"],
        vec!["lan", "Lan", "làn", "LÀN"],
        vec!["an", "An", "ăn", "Ăn", "ân"],
        vec!["hoang", "hoàng", "hoăng", "hoâng"],
        vec!["hĩ", "hiu", "hỉu", "hj"],
        vec!["4 tốt", "40 năm", "An", "Zalo"],
        vec!["mu", "mũ", "mư", "mv"],
        vec!["Thủ Đức", "Thủ Đức A", "Thủ Thiêm"],
    ];
    for order in orders {
        assert_sorts_as(&order);
    }
    assert_eq!(
        sort_key("Müller"),
        sort_key("Muller"),
        "ü is no letter of the alphabet"
    );
    assert!(sort_key("Thủ Dầu Một") < sort_key("Thủ Đức"));
}

proptest! {
    #[test]
    fn one_order_of_letters_then_tones(a in "[aăâđdeêoôơuưbn]{1,3}", b in "[aăâđdeêoôơuưbn]{1,3}", tones in prop::array::uniform2("[\u{300}\u{301}\u{303}\u{309}\u{323}]?")) {
        let toned = |letters: &str, tone: &str| sort_key(&format!("{letters}{tone}").nfc().collect::<String>());
        let (plain_a, plain_b) = (sort_key(&a), sort_key(&b));
        let (key_a, key_b) = (toned(&a, &tones[0]), toned(&b, &tones[1]));
        if plain_a == plain_b {
            let rank = |tone: &str| ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"].iter().position(|mark| *mark == tone);
            prop_assert_eq!(key_a.cmp(&key_b), rank(&tones[0]).cmp(&rank(&tones[1])));
        } else {
            prop_assert_eq!(key_a.cmp(&key_b), plain_a.cmp(&plain_b));
        }
    }

    #[test]
    fn one_order_forwards_and_backwards(a in "\\PC{0,12}", b in "\\PC{0,12}", c in "\\PC{0,12}") {
        let (a, b, c) = (sort_key(&a), sort_key(&b), sort_key(&c));
        prop_assert_eq!(a.cmp(&a), std::cmp::Ordering::Equal);
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert!(!(a <= b && b <= c) || a <= c);
    }

    #[test]
    fn what_begins_a_text_is_sorted_before_it(head in "[a-zA-ZđĐơế]{1,6}( [a-zđơế]{1,6})?", tail in "[a-zđơ ]{1,6}") {
        let whole = format!("{head}{tail}");
        prop_assert!(sort_key(&head) <= sort_key(&whole));
    }

    #[test]
    fn a_decomposed_text_has_the_same_place(text in "[a-zA-ZàảãáạăằẳẵắặâầẩẫấậđêềểễếệôồổỗốộơờởỡớợưừửữứựĐỨỆ ]{0,20}") {
        prop_assert_eq!(sort_key(&text.nfd().collect::<String>()), sort_key(&text));
    }
}
