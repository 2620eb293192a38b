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

/// The months up to now behind what is told of them: `kết quả 06 tháng`. A number of months alone may be any span.
static TOLD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(?:kết\s+quả|sơ\s+kết|tình\s+hình)\s+(?P<told>(?P<from>0?[369]|ba|sáu|chín)\s+tháng)\b(?:\s+(?P<behind>\p{L}+))?",
    )
    .ok()
});

/// Words behind a number of months that make them others than those up to now.
const OTHERS: [&str; 6] = ["tới", "tiếp", "sau", "cuối", "một", "trước"];

/// Returns the periods that a text names, in their order.
pub fn periods(text: &str) -> Vec<Period> {
    let found = PATTERNS
        .iter()
        .flat_map(|pattern| pattern.captures_iter(text));
    let found: Vec<Captures> = found.collect();
    let whole = |found: &Captures| found.get(0).map(|whole| whole.range());
    let taken: Vec<Range<usize>> = found.iter().filter_map(whole).collect();
    let mut periods: Vec<Period> = found.iter().filter_map(read).collect();
    let told = TOLD.iter().flat_map(|pattern| pattern.captures_iter(text));
    let told = told.filter_map(|found| read_told(&found));
    periods.extend(told.filter(|one| taken.iter().all(|taken| !taken.contains(&one.range.start))));
    periods.sort_by_key(|period| period.range.start);
    periods
}

fn read_told(found: &Captures) -> Option<Period> {
    let behind = found
        .name("behind")
        .map(|word| word.as_str().to_lowercase());
    let is_other = behind.is_some_and(|word| OTHERS.contains(&word.as_str()));
    let months = found.name("from").filter(|_| !is_other)?;
    Some(Period {
        range: found.name("told")?.range(),
        length: Length::From(months_of(months.as_str())?),
        year: None,
    })
}

/// Returns the number of months that is written in digits or as a word.
fn months_of(written: &str) -> Option<u32> {
    match written.to_lowercase().as_str() {
        "ba" => Some(3),
        "sáu" => Some(6),
        "chín" => Some(9),
        digits => digits.parse().ok(),
    }
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
    let from = || months_of(group("from")?);
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
