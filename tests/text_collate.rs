//! Vietnamese order: the orders that the domain gives, the wards, names, and laws.
#![allow(
    clippy::allow_attributes,
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop there"
)]

use giaoban::text::collate::sort_key;

const WARDS: &str = include_str!("../src/templates/rosters.toml");

/// Returns the names of the first roster, in the order of the file, which is the order of the domain.
fn wards() -> Vec<String> {
    let first = WARDS.split("[[roster]]").nth(1).unwrap();
    first
        .lines()
        .filter_map(|line| line.split("name = \"").nth(1))
        .filter_map(|rest| rest.split('"').next())
        .filter(|name| !name.contains("thành phố"))
        .map(str::to_owned)
        .collect()
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
        let mut sorted = order.clone();
        sorted.reverse();
        sorted.sort_by_key(|name| sort_key(name));
        assert_eq!(sorted, order);
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
    let mut sorted = wards.clone();
    sorted.reverse();
    sorted.sort_by_key(|name| sort_key(name));
    assert_eq!(sorted, wards);
}
