//! Documents cited in a text: the pairs of the domain, places, and laws.
use chrono::NaiveDate;
use giaoban::text::citations::{Citation, Family, citations};
use proptest::prelude::*;

/// The golden pairs: the text, and what is found in it.
const GOLDEN: &str = include_str!("fixtures/citations.tsv");

/// Returns a citation as the columns of the golden pairs, the date as numbers.
fn columns(citation: &Citation<'_>) -> [String; 9] {
    let family = match citation.family {
        Family::Party => "party",
        Family::State => "state",
    };
    let date = citation
        .date
        .map(|date| date.format("%-d %-m %Y").to_string())
        .unwrap_or_default();
    let mut date = date.split(' ').map(str::to_owned);
    let mut next = || date.next().unwrap_or_default();
    let text = |part: Option<&str>| part.unwrap_or_default().to_owned();
    [
        family.to_owned(),
        text(citation.type_word),
        citation.number.to_owned(),
        text(citation.year),
        citation.symbol.to_owned(),
        text(citation.organ),
        next(),
        next(),
        next(),
    ]
}

#[test]
fn finds_what_the_domain_lists_and_nothing_else() {
    let rows: Vec<Vec<&str>> = GOLDEN
        .lines()
        .skip(1)
        .map(|row| row.split('\t').collect())
        .collect();
    assert_eq!(rows.len(), 33);
    for row in rows {
        let found = citations(row[0]);
        if row[1] == "none" {
            assert!(found.is_empty(), "{}: {found:?}", row[0]);
            continue;
        }
        assert_eq!(found.len(), 1, "{}: {found:?}", row[0]);
        let mut wanted: Vec<String> = row[1..].iter().map(|column| (*column).to_owned()).collect();
        for day_or_month in &mut wanted[6..8] {
            *day_or_month = day_or_month.trim_start_matches('0').to_owned();
        }
        assert_eq!(columns(&found[0]).to_vec(), wanted, "{}", row[0]);
        // What type a document of the state is stands before its citation, and is not read.
        let start = row[0]
            .find(found[0].number)
            .filter(|_| row[1] == "state")
            .unwrap_or(0);
        assert_eq!(found[0].range, start..row[0].len(), "{}", row[0]);
    }
}

#[test]
fn finds_several_in_one_line_where_they_stand() {
    let line = "(4) theo Kết luận số 453-KL/TU ngày 25 tháng 11 năm 2022, Nghị định 30/2020/NĐ-CP; quy định số 58-QĐ/TW.";
    let found = citations(line);
    let places: Vec<&str> = found
        .iter()
        .map(|citation| line.get(citation.range.clone()).unwrap())
        .collect();
    assert_eq!(
        places,
        [
            "Kết luận số 453-KL/TU ngày 25 tháng 11 năm 2022",
            "30/2020/NĐ-CP",
            "số 58-QĐ/TW"
        ]
    );
    assert_eq!(found[0].date, NaiveDate::from_ymd_opt(2022, 11, 25));
    assert_eq!(found[2].type_word, None, "a type is written with a capital");
}

#[test]
fn a_day_that_no_calendar_has_is_no_date() {
    let found = citations("Số: 12-BB/BTCTU, ngày 31/02/2023");
    assert_eq!((found[0].number, found[0].date), ("12", None));
}

#[test]
fn what_only_resembles_a_citation_is_none() {
    for text in [
        "15/HĐTV",
        "198-KH-CĐKT",
        "năm 2021-2025",
        "12-QĐ/Ả",
        "08/03",
        "1/34 phường",
        "3-4/Nhà",
        "NQ/TW",
    ] {
        assert!(citations(text).is_empty(), "{text}: {:?}", citations(text));
    }
}

proptest! {
    #[test]
    fn any_text_is_read_and_every_place_is_in_it(text in "(\\PC|[0-9]{1,3}[-/]|QĐ|/TW|-| ngày 1/2/2023){0,12}") {
        let found = citations(&text);
        for citation in &found {
            prop_assert!(text.get(citation.range.clone()).unwrap().contains(citation.number));
        }
        prop_assert!(found.windows(2).all(|pair| pair[0].range.start <= pair[1].range.start));
    }

    #[test]
    fn a_party_citation_is_found_in_any_sentence(number in 1_u32..9999, symbol in "QĐ|KL|NQ|CTr|HD", organ in "TW|TU|BTCTU|ĐU|VPTW", head in "[a-zđệ ]{0,20} ", tail in "[,.; )][a-zđệ ]{0,20}") {
        let cited = format!("{number}-{symbol}/{organ}");
        let text = format!("{head}{cited}{tail}");
        let found = citations(&text);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(text.get(found[0].range.clone()).unwrap(), cited);
    }
}
