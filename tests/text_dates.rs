//! Dates and counts as documents write them and as they are typed.
#![allow(
    clippy::allow_attributes,
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop there"
)]

use chrono::{NaiveDate, TimeDelta};
use giaoban::text::dates::{DateProblem, count, long_date, parse_date, parse_time, short_date};
use proptest::prelude::*;

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

proptest! {
    #[test]
    fn a_short_date_reads_as_the_day_it_was_written_from(day in 0_i32..73_000, from in 0_i32..73_000) {
        let date = |days: i32| NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + TimeDelta::days(days.into());
        prop_assert_eq!(parse_date(&short_date(date(day)), date(from)), Ok(date(day)));
    }


    #[test]
    fn a_day_without_a_year_is_the_next_one(typed in "(0?[1-9]|[12][0-9])/(0?[1-9]|1[0-2])", from in 0_i32..73_000) {
        let from = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + TimeDelta::days(from.into());
        prop_assert!(parse_date(&typed, from).is_ok_and(|date| date >= from));
    }


    #[test]
    fn spaces_around_what_is_read_do_not_matter(typed in "\\PC*") {
        let from = NaiveDate::from_ymd_opt(2023, 7, 11).unwrap();
        prop_assert_eq!(parse_date(&typed, from), parse_date(typed.trim(), from));
        prop_assert_eq!(parse_time(&typed), parse_time(typed.trim()));
    }
}
