//! Finding: units by their letters, lines with and without accents.
use crate::common::wards::wards;
use giaoban::text::find::{Fit, best, find_all, fit};
use giaoban::text::fold::fold;
use proptest::prelude::*;

#[test]
fn finds_units_by_letters_and_never_picks_among_several() {
    let wards = wards();
    let found = |query: &str| -> Vec<&str> {
        best(query, wards.iter().map(String::as_str))
            .into_iter()
            .map(|n| wards[n].as_str())
            .collect()
    };
    assert_eq!(found("lt"), ["Linh Tây", "Linh Trung", "Long Trường"]);
    assert_eq!(found("linh t"), ["Linh Tây", "Linh Trung"]);
    assert_eq!(found("hbp"), ["Hiệp Bình Phước"]);
    assert_eq!(found("tnpa"), ["Tăng Nhơn Phú A"]);
    assert_eq!(found("phuoc long"), ["Phước Long A", "Phước Long B"]);
    assert_eq!(found("td"), ["Thảo Điền"]);
    assert_eq!(found("tân"), ["Tân Phú"], "a typed accent is respected");
    assert_eq!(
        found("tan"),
        ["Tăng Nhơn Phú A", "Tăng Nhơn Phú B", "Tân Phú"]
    );
    assert_eq!(found("an khanh"), ["An Khánh"]);
    assert!(found("xyz").is_empty());
    assert_eq!(fit("LINH TRUNG", "Linh Trung"), Some(Fit::Whole));
}

#[test]
fn finds_lines_with_and_without_accents() {
    let line = "Chủ động định hướng công tác Đảng";
    assert!(find_all("dinh huong", line).is_some());
    assert!(find_all("định", line).is_some());
    assert!(find_all("dang", line).is_some());
    assert!(find_all("đảng", line).is_some());
    assert!(
        find_all("đình", line).is_none(),
        "another tone is another word"
    );
    let ranges = find_all("cong tac", line).unwrap();
    let words: Vec<&str> = ranges
        .into_iter()
        .map(|range| line.get(range).unwrap())
        .collect();
    assert_eq!(words, ["công", "tác"]);
}

proptest! {
    #[test]
    fn a_name_is_found_by_itself_and_without_its_accents(text in "[A-Za-zăâđêôơưáàảãạếềểễệ]{1,8}( [a-zăâđêôơưíìỉĩị]{1,6}){0,3}") {
        prop_assert_eq!(fit(&text, &text), Some(Fit::Whole));
        prop_assert!(fit(&fold(&text), &text).is_some());
    }


    #[test]
    fn what_is_found_stands_where_it_is_said_to(query in "[a-zđêâ]{1,3}( [a-zđêâ]{1,3})?", text in "[a-zđêâếậ ]{0,40}") {
        for range in find_all(&query, &text).unwrap_or_default() {
            let there = fold(text.get(range).unwrap());
            prop_assert!(query.split(' ').any(|word| fold(word) == there));
        }
    }

    /// Whatever a name is, it is found by exactly those letters that beginnings of its words give.
    #[test]
    fn letters_find_what_beginnings_of_words_give(query in "[ab]{1,5}", name in "[ab]{1,3}( [ab]{1,3}){0,4}") {
        fn spread(letters: &[char], words: &[Vec<char>]) -> bool {
            let Some((word, rest)) = words.split_first() else {
                return letters.is_empty();
            };
            letters.is_empty()
                || (1..=letters.len().min(word.len()))
                    .take_while(|taken| word.starts_with(&letters[..*taken]))
                    .any(|taken| spread(&letters[taken..], rest))
        }
        let letters: Vec<char> = query.chars().collect();
        let words: Vec<Vec<char>> = name.split(' ').map(|word| word.chars().collect()).collect();
        let is_spread = (0..words.len()).any(|start| spread(&letters, &words[start..]));
        prop_assert_eq!(fit(&query, &name).is_some(), is_spread);
    }
}

/// Letters of one kind can be cut in more ways than anybody can try one by one.
#[test]
fn a_name_of_one_letter_is_searched_quickly() {
    let name = ["aaaaaaaa"; 40].join(" ");
    assert_eq!(fit(&format!("{}b", "a".repeat(150)), &name), None);
    assert_eq!(fit(&"a".repeat(150), &name), Some(Fit::Words));
    assert_eq!(fit(&"a".repeat(1_000_000), &name), None);
}
