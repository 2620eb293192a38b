//! Spans from now: `10 ngày`, `trong vòng một tuần`, `nửa tháng`, `5 ngày làm việc`, `+2 tuần`.

use chrono::{Days, Months, NaiveDate};

use super::Named;

/// Reads a span; only days behind a plus are read as dates are.
pub(super) fn span(words: &[&str], from: NaiveDate) -> Option<Named> {
    let words = match words {
        // Without its mark «sáu tháng» is written as «sau».
        ["sau", "ngay" | "tuan" | "thang"] => words,
        ["sau", rest @ ..] => rest,
        words => words,
    };
    let (count, unit) = number(words)?;
    let unit = match unit {
        [unit @ .., "nua" | "toi" | "sau"]
        | [unit @ .., "ke", "tu", "hom", "nay"]
        | [unit @ .., "ke", "tu", "ngay", "hom", "nay"]
        | [unit @ .., "tu", "hom", "nay"]
        | unit => unit,
    };
    let day = match (count, unit) {
        (Count::Whole(days), ["ngay", "lam", "viec"]) => return Some(Named::Working(days)),
        (Count::Whole(hours), ["gio" | "tieng"]) => {
            from.checked_add_days(Days::new(u64::from(hours.div_ceil(24))))
        }
        (Count::Whole(days), ["ngay"]) => from.checked_add_days(Days::new(days.into())),
        (Count::Whole(weeks), ["tuan"]) => from.checked_add_days(Days::new(u64::from(weeks) * 7)),
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
        ("muoi", [unit, rest @ ..]) if digit(unit).is_some() => (10 + digit(unit)?, rest),
        ("muoi", _) => (10, rest),
        (tens, ["muoi", unit, rest @ ..]) if digit(unit).is_some() => {
            (10 * digit(tens)? + digit(unit)?, rest)
        }
        (tens, ["muoi", rest @ ..]) => (10 * digit(tens)?, rest),
        (one, _) => (digit(one)?, rest),
    };
    Some((Count::Whole(count), rest))
}

fn digit(word: &str) -> Option<u32> {
    Some(match word {
        "mot" => 1,
        "hai" => 2,
        "ba" => 3,
        "bon" | "tu" => 4,
        // «năm» after a ten is «lăm».
        "nam" | "lam" => 5,
        "sau" => 6,
        "bay" => 7,
        "tam" => 8,
        "chin" => 9,
        _ => return None,
    })
}
