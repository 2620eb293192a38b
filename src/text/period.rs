//! The period that a title names: `tháng 7 năm 2023`, `06 tháng đầu năm 2023`, `quý III năm 2023`, `tuần 48 năm 2026`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

/// A period that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// How long it is, and which of its kind.
    pub length: Length,
    /// The year, if it is named.
    pub year: Option<i32>,
}

/// How long a period is, and which of its kind within the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// A week, by its number.
    Week(u32),
    /// A month, by its number.
    Month(u32),
    /// A quarter, by its number.
    Quarter(u32),
    /// The months from January to this one: half a year, or three quarters.
    From(u32),
    /// A year.
    Year,
}

/// A year behind a period: `năm 2023` or `/2023`.
const YEAR: &str = r"(?:\s+năm\s+|\s*/\s*)(?P<year>[0-9]{4})\b";

// A pattern that does not compile is none, and the tests find no period; a program must not stop for it. Days of the
// calendar and the rest of a year are found first, so that their month and their year are not taken for periods.
static PATTERNS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let year = |name: &str| YEAR.replace("<year>", name);
    let pattern = [
        r"\bngày\s+[0-9]{1,2}\s+tháng\s+[0-9]{1,2}(?:\s+năm\s+[0-9]{4})?".to_owned(),
        r"\b(?:[0-9]{1,2}|ba|sáu|chín)\s+tháng\s+cuối\s+năm(?:\s+[0-9]{4}\b)?".to_owned(),
        format!(
            r"\btuần\s+(?:thứ\s+)?(?P<week>[0-9]{{1,2}})(?:\s+tháng\s+[0-9]{{1,2}})?(?:{})?",
            year("<a>")
        ),
        r"\b(?P<from>0?[369]|ba|sáu|chín)\s+tháng\s+đầu\s+năm(?:\s+(?P<b>[0-9]{4})\b)?".to_owned(),
        format!(
            r"\bquý\s+(?P<quarter>IV|III|II|I|[1-4])\b(?:{})?",
            year("<c>")
        ),
        format!(r"\btháng\s+(?P<month>[0-9]{{1,2}})\b(?:{})?", year("<d>")),
        r"\bnăm\s+(?P<e>[0-9]{4})\b".to_owned(),
    ];
    Regex::new(&format!("(?i){}", pattern.join("|"))).ok()
});

/// Returns the periods that a text names, in their order.
pub fn periods(text: &str) -> Vec<Period> {
    let found = PATTERNS
        .iter()
        .flat_map(|pattern| pattern.captures_iter(text));
    found.filter_map(|found| read(&found)).collect()
}

fn read(found: &Captures) -> Option<Period> {
    let group = |name: &str| found.name(name).map(|group| group.as_str());
    let number = |name: &str| group(name)?.parse::<u32>().ok();
    let quarter = || {
        let quarter = group("quarter")?.to_uppercase();
        let roman = ["I", "II", "III", "IV"];
        let place = roman.iter().zip(1..).find(|(roman, _)| **roman == quarter);
        place.map_or_else(|| quarter.parse().ok(), |(_, place)| Some(place))
    };
    let from = || {
        let months = group("from")?.to_lowercase();
        match months.as_str() {
            "ba" => Some(3),
            "sáu" => Some(6),
            "chín" => Some(9),
            digits => digits.parse().ok(),
        }
    };
    let length = number("week")
        .map(Length::Week)
        .or_else(|| from().map(Length::From))
        .or_else(|| quarter().map(Length::Quarter))
        .or_else(|| number("month").map(Length::Month))
        .or_else(|| group("e").map(|_| Length::Year))?;
    let years = ["a", "b", "c", "d", "e"];
    let year = years.iter().find_map(|name| group(name)?.parse().ok());
    Some(Period {
        range: found.get(0)?.range(),
        length,
        year,
    })
}
