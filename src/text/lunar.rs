//! Days of the Vietnamese lunar calendar in the calendar of every day: Tết and the anniversary of the Hùng kings.
//!
//! The method is that of Jean Meeus, *Astronomical Algorithms*, as Hồ Ngọc Đức wrote it down for the meridian of Hà Nội
//! (UTC+7): a month begins on the day of the new moon, the eleventh month holds the winter solstice, and the first month
//! without a solar term is the leap month.

use std::f64::consts::PI;

use chrono::{Datelike, Days, NaiveDate};

/// Days between two new moons.
const MONTH: f64 = 29.530_588_853;

/// The day number from which new moons are counted: 1 January 1900, nearly a new moon.
const EPOCH: f64 = 2_415_021.076_998_695;

/// A Julian number is this much above the count of days from the common era.
const FROM_COMMON_ERA: i64 = 1_721_425;

/// Returns the day of a month of a lunar year that is no leap month; the year is that in which it begins.
pub fn lunar_day(day: u32, month: u32, year: i32) -> Option<NaiveDate> {
    let (begin, end) = if month < 11 {
        (eleventh_month(year - 1)?, eleventh_month(year)?)
    } else {
        (eleventh_month(year)?, eleventh_month(year + 1)?)
    };
    let first = count(begin);
    let mut months = i64::from((month + 1) % 12);
    let is_leap_year = day_number(end) - day_number(begin) > 365;
    if is_leap_year && months >= leap_month(first) {
        months += 1;
    }
    let begins = new_moon(first + months)?;
    begins.checked_add_days(Days::new(u64::from(day.checked_sub(1)?)))
}

/// Returns the first day of the eleventh lunar month that holds the winter solstice of a year.
fn eleventh_month(year: i32) -> Option<NaiveDate> {
    let last = NaiveDate::from_ymd_opt(year, 12, 31)?;
    let moon = count(last);
    let begins = new_moon(moon)?;
    if solar_twelfth(begins) >= 9 {
        return new_moon(moon - 1);
    }
    Some(begins)
}

/// Returns which month after an eleventh one has no solar term of its own.
fn leap_month(first: i64) -> i64 {
    let twelfth = |month: i64| new_moon(first + month).map(solar_twelfth);
    (2..14)
        .find(|month| twelfth(*month) == twelfth(month - 1))
        .map_or(14, |month| month - 1)
}

/// Returns how many new moons there were since 1900 until a day, that of the day itself among them.
#[expect(
    clippy::cast_possible_truncation,
    reason = "there are few new moons in ten thousand years"
)]
fn count(day: NaiveDate) -> i64 {
    let days = day_number(day);
    #[expect(clippy::cast_precision_loss, reason = "a day number has seven digits")]
    let moons = ((days as f64 - EPOCH) / MONTH + 0.5).floor() as i64;
    // The mean moon and the true one may be on two days.
    let is_later = new_moon(moons).is_some_and(|begins| begins > day);
    if is_later { moons - 1 } else { moons }
}

/// Returns the Julian number of a day.
fn day_number(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce()) + FROM_COMMON_ERA
}

/// Returns the day of a Julian number.
fn day_of(number: i64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(number - FROM_COMMON_ERA).ok()?)
}

/// Returns the day in Hà Nội on which the moon is new for the `moon`th time since 1900.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a day number has seven digits"
)]
fn new_moon(moon: i64) -> Option<NaiveDate> {
    let moons = moon as f64;
    let t = moons / 1236.85;
    let (t2, t3) = (t * t, t * t * t);
    let radians = PI / 180.0;
    let mean = 2_415_020.759_33 + 29.530_588_68 * moons + 0.000_117_8 * t2 - 0.000_000_155 * t3
        + 0.000_33 * ((166.56 + 132.87 * t - 0.009_173 * t2) * radians).sin();
    let sun = (359.2242 + 29.105_356_08 * moons - 0.000_033_3 * t2 - 0.000_003_47 * t3) * radians;
    let anomaly =
        (306.0253 + 385.816_918_06 * moons + 0.010_730_6 * t2 + 0.000_012_36 * t3) * radians;
    let latitude =
        (21.2964 + 390.670_506_46 * moons - 0.001_652_8 * t2 - 0.000_002_39 * t3) * radians;
    let shift = (0.1734 - 0.000_393 * t) * sun.sin() + 0.0021 * (2.0 * sun).sin()
        - 0.4068 * anomaly.sin()
        + 0.0161 * (2.0 * anomaly).sin()
        - 0.0004 * (3.0 * anomaly).sin()
        + 0.0104 * (2.0 * latitude).sin()
        - 0.0051 * (sun + anomaly).sin()
        - 0.0074 * (sun - anomaly).sin()
        + 0.0004 * (2.0 * latitude + sun).sin()
        - 0.0004 * (2.0 * latitude - sun).sin()
        - 0.0006 * (2.0 * latitude + anomaly).sin()
        + 0.0010 * (2.0 * latitude - anomaly).sin()
        + 0.0005 * (2.0 * anomaly + sun).sin();
    let delay = if t < -11.0 {
        0.001 + 0.000_839 * t + 0.000_226_1 * t2 - 0.000_008_45 * t3 - 0.000_000_081 * t * t3
    } else {
        -0.000_278 + 0.000_265 * t + 0.000_262 * t2
    };
    day_of((mean + shift - delay + 0.5 + 7.0 / 24.0).floor() as i64)
}

/// Returns the twelfth of its yearly way, from 0 in March, in which the sun stands when a day begins in Hà Nội.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a day number has seven digits"
)]
fn solar_twelfth(day: NaiveDate) -> i64 {
    let t = (day_number(day) as f64 - 0.5 - 7.0 / 24.0 - 2_451_545.0) / 36_525.0;
    let t2 = t * t;
    let radians = PI / 180.0;
    let anomaly =
        (357.529_10 + 35_999.050_30 * t - 0.000_155_9 * t2 - 0.000_000_48 * t * t2) * radians;
    let mean = 280.466_45 + 36_000.769_83 * t + 0.000_303_2 * t2;
    let shift = (1.914_600 - 0.004_817 * t - 0.000_014 * t2) * anomaly.sin()
        + (0.019_993 - 0.000_101 * t) * (2.0 * anomaly).sin()
        + 0.000_290 * (3.0 * anomaly).sin();
    ((mean + shift).rem_euclid(360.0) / 30.0).floor() as i64
}
