//! Vietnamese text: cleaned, folded, found, sorted, measured, dated, edited; cases of the domain, and laws.
#![allow(
    clippy::allow_attributes,
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop there"
)]

use chrono::NaiveDate;
use giaoban::text::clean::{clean_line, clean_text};
use giaoban::text::collate::sort_key;
use giaoban::text::dates::{DateProblem, count, long_date, parse_date, parse_time, short_date};
use giaoban::text::find::{Fit, best, find_all, fit};
use giaoban::text::fold::fold;
use giaoban::text::line::Line;
use giaoban::text::width::{cut, cut_middle, pad, width, wrap};
use proptest::prelude::*;
use unicode_normalization::{UnicodeNormalization, is_nfc};

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

#[test]
fn writes_dates_and_counts_as_documents_do() {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    assert_eq!(long_date(day(2026, 2, 5)), "ngày 05 tháng 02 năm 2026");
    assert_eq!(long_date(day(2026, 5, 27)), "ngày 27 tháng 5 năm 2026");
    assert_eq!(short_date(day(2018, 4, 3)), "03/4/2018");
    assert_eq!(short_date(day(2026, 1, 9)), "09/01/2026");
    assert_eq!((count(6), count(34)), ("06".to_owned(), "34".to_owned()));
}

#[test]
fn reads_dates_as_they_are_typed() {
    let from = NaiveDate::from_ymd_opt(2023, 7, 11).unwrap();
    let day = |y, m, d| Ok(NaiveDate::from_ymd_opt(y, m, d).unwrap());
    assert_eq!(parse_date("30/9", from), day(2023, 9, 30));
    assert_eq!(
        parse_date("30/6", from),
        day(2024, 6, 30),
        "a day that has passed is next year's"
    );
    assert_eq!(parse_date("11/7", from), day(2023, 7, 11));
    assert_eq!(parse_date("30/9/2025", from), day(2025, 9, 30));
    assert_eq!(parse_date("29/2", from), day(2024, 2, 29));
    assert_eq!(parse_date("+7", from), day(2023, 7, 18));
    for typed in ["31/2", "32/1", "1/13", "29/2/2023", "+99999"] {
        assert_eq!(
            parse_date(typed, from),
            Err(DateProblem::NotInCalendar),
            "{typed}"
        );
    }
    for typed in ["", "mai", "3", "1/2/3/4", "1/2/99999999999", "30/9/3"] {
        assert_eq!(
            parse_date(typed, from),
            Err(DateProblem::NotADate),
            "{typed}"
        );
    }
    assert!(
        parse_time("8h30").is_some() && parse_time("08:00").is_some() && parse_time("8").is_some()
    );
    assert!(parse_time("25:00").is_none() && parse_time("tám giờ").is_none());
}

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

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in "\\PC*") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn a_name_is_found_by_itself_and_without_its_accents(text in "[A-Za-zăâđêôơưáàảãạếềểễệ]{1,8}( [a-zăâđêôơưíìỉĩị]{1,6}){0,3}") {
        prop_assert_eq!(fit(&text, &text), Some(Fit::Whole));
        prop_assert!(fit(&fold(&text), &text).is_some());
    }

    #[test]
    fn what_is_cut_fits(text in "\\PC{0,60}", columns in 0_usize..40) {
        prop_assert!(width(&cut(&text, columns)) <= columns);
        prop_assert!(width(&cut_middle(&text, columns)) <= columns);
        prop_assert!(width(&pad(&text, columns)) <= columns.max(1) || columns == 0);
    }

    #[test]
    fn wrapping_keeps_every_letter_and_the_width(text in "[a-zđêế ]{0,200}", columns in 1_usize..40) {
        let lines = wrap(&text, columns);
        prop_assert!(lines.iter().all(|line| width(line) <= columns));
        let letters = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
        prop_assert_eq!(letters(&lines.concat()), letters(&text));
    }

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
