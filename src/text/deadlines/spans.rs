//! Spans from now: `10 ngày`, `trong vòng một tuần`, `nửa tháng`, `5 ngày làm việc`, `+2 tuần`.

use chrono::{Days, Months, NaiveDate};

use super::Named;

/// Reads a span; only days behind a plus are read as dates are.
pub(super) fn span(words: &[&str], from: NaiveDate) -> Option<Named> {
    // «sau 10 ngày»; without a number it is «sau ngày …», and what comes behind it is not known.
    let words = match words {
        ["sau", rest @ ..] => rest,
        words => words,
    };
    let (count, unit) = number(words)?;
    let unit = match unit {
        [unit @ .., "nua" | "toi" | "sau"]
        | [unit @ .., "ke", "tu" | "từ", "hom", "nay"]
        | [unit @ .., "ke", "tu" | "từ", "ngay", "hom", "nay"]
        | [unit @ .., "tu" | "từ", "hom", "nay"]
        | unit => unit,
    };
    let day = match (count, unit) {
        (Count::Whole(days), ["ngay", "lam", "viec"]) => {
            return (days <= MOST_WORKING_DAYS).then_some(Named::Working(days));
        }
        // Nobody knows at which hour it was said: only whole days of hours come to a day.
        (Count::Whole(hours), ["gio" | "tieng"] | ["gio" | "tieng", "dong", "ho"])
            if hours.is_multiple_of(24) =>
        {
            from.checked_add_days(Days::new(u64::from(hours / 24)))
        }
        (Count::Whole(days), ["ngay"]) => from.checked_add_days(Days::new(days.into())),
        (Count::Whole(weeks), ["tuan"]) => from.checked_add_days(Days::new(u64::from(weeks) * 7)),
        // «20 tháng sau» is a day of the next month.
        (Count::Whole(13..), ["thang"])
            if words.ends_with(&["sau"]) || words.ends_with(&["toi"]) =>
        {
            return None;
        }
        (Count::Whole(months), ["thang"]) => from.checked_add_months(Months::new(months)),
        (Count::Whole(quarters), ["quy"]) => from.checked_add_months(Months::new(quarters * 3)),
        (Count::Whole(years), ["nam"]) => from.checked_add_months(Months::new(years * 12)),
        (Count::Half, ["thang"]) => from.checked_add_days(Days::new(15)),
        (Count::Half, ["nam"]) => from.checked_add_months(Months::new(6)),
        (Count::Whole(months), ["thang", "ruoi"]) => from
            .checked_add_months(Months::new(months))?
            .checked_add_days(Days::new(15)),
        (_, _) => None,
    };
    day.map(Named::Span)
}

/// Working days that are counted at most: those of a year. Longer deadlines are said in months or years.
const MOST_WORKING_DAYS: u32 = 260;

/// How many units a span has.
enum Count {
    Whole(u32),
    Half,
}

/// Reads how many: digits, `+2`, `mười lăm`, `nửa`.
fn number<'a>(words: &'a [&'a str]) -> Option<(Count, &'a [&'a str])> {
    let (first, rest) = words.split_first()?;
    if *first == "nua" {
        return Some((Count::Half, rest));
    }
    let digits = first.strip_prefix('+').unwrap_or(first);
    if let Ok(count) = digits.parse::<u32>() {
        return (1..=3660)
            .contains(&count)
            .then_some((Count::Whole(count), rest));
    }
    let (count, rest) = match (*first, rest) {
        // «mười năm» is ten years, unless a unit follows.
        ("muoi", unit @ ["nam"]) => (10, unit),
        ("muoi", [unit, rest @ ..]) if behind_ten(unit).is_some() => (10 + behind_ten(unit)?, rest),
        ("muoi", _) => (10, rest),
        (tens, ["muoi", unit, rest @ ..]) if behind_ten(unit).is_some() => {
            (10 * digit(tens)? + behind_ten(unit)?, rest)
        }
        (tens, ["muoi", rest @ ..]) => (10 * digit(tens)?, rest),
        (one, _) => (digit(one)?, rest),
    };
    Some((Count::Whole(count), rest))
}

/// Reads a digit that stands alone; «tư» and «sau» never do.
fn digit(word: &str) -> Option<u32> {
    Some(match word {
        "mot" => 1,
        "hai" => 2,
        "ba" => 3,
        "bon" => 4,
        "nam" => 5,
        "sáu" => 6,
        "bay" => 7,
        "tam" => 8,
        "chin" => 9,
        _ => return None,
    })
}

/// Reads a digit behind a ten, where nothing but a digit can be meant.
fn behind_ten(word: &str) -> Option<u32> {
    match word {
        "mốt" => Some(1),
        "tu" => Some(4),
        // «năm» after a ten is «lăm».
        "lam" => Some(5),
        "sau" => Some(6),
        word => digit(word),
    }
}
