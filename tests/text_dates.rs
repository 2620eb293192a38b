//! Dates and counts as documents write them and as they are typed.
use chrono::{NaiveDate, TimeDelta};
use giaoban::text::dates::{
    DateProblem, count, long_date, parse_date, parse_moment, parse_near_date, parse_time,
    short_date,
};
use proptest::prelude::*;

#[test]
fn writes_dates_and_counts_as_documents_do() {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    assert_eq!(long_date(day(2026, 2, 5)), "ngày 05 tháng 02 năm 2026");
    assert_eq!(long_date(day(2026, 5, 27)), "ngày 27 tháng 5 năm 2026");
    assert_eq!(short_date(day(2018, 4, 3)), "03/4/2018");
    assert_eq!(short_date(day(2026, 1, 9)), "09/01/2026");
    assert_eq!((count(6), count(34)), ("06".to_owned(), "34".to_owned()));
    assert_eq!(
        (count(1_234), count(1_002_003)),
        ("1.234".to_owned(), "1.002.003".to_owned())
    );
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

#[test]
fn reads_days_that_may_be_past_and_moments_of_a_day() {
    let today = NaiveDate::from_ymd_opt(2023, 7, 11).unwrap();
    let day = |y, m, d| Ok(NaiveDate::from_ymd_opt(y, m, d).unwrap());
    assert_eq!(parse_near_date("1/3", today), day(2023, 3, 1));
    assert_eq!(parse_near_date("1/9", today), day(2023, 9, 1));
    assert_eq!(parse_near_date("30/12", today), day(2023, 12, 30));
    assert_eq!(parse_near_date("31/1", today), day(2023, 1, 31));
    assert_eq!(parse_near_date("3/2022", today), day(2022, 3, 1));
    assert_eq!(parse_near_date("2022-03-04", today), day(2022, 3, 4));
    assert_eq!(parse_near_date("04.3.2022", today), day(2022, 3, 4));
    assert_eq!(
        parse_near_date("13/2022", today),
        Err(DateProblem::NotInCalendar)
    );
    assert_eq!(
        parse_near_date("hôm qua", today),
        Err(DateProblem::NotADate)
    );
    let at = |y, m, d, h, min| {
        Ok(NaiveDate::from_ymd_opt(y, m, d)
            .unwrap()
            .and_hms_opt(h, min, 0)
            .unwrap())
    };
    assert_eq!(parse_moment("8:31", today), at(2023, 7, 11, 8, 31));
    assert_eq!(parse_moment("0815", today), at(2023, 7, 11, 8, 15));
    assert_eq!(parse_moment("815", today), at(2023, 7, 11, 8, 15));
    assert_eq!(parse_moment("15:00 10/7", today), at(2023, 7, 10, 15, 0));
    assert_eq!(parse_moment("15h 10/7/2022", today), at(2022, 7, 10, 15, 0));
    for typed in ["", "lát nữa", "25:00", "9999", "8:31 31/2"] {
        assert!(parse_moment(typed, today).is_err(), "{typed}");
    }
}
