//! Documents cited in a text: `Quy định số 58-QĐ/TW`, `98/2023/QH15` (`guide/domain.md` §5.7).

use std::ops::Range;
use std::sync::LazyLock;

use chrono::NaiveDate;
use regex::{Captures, Regex};

/// Who issues the documents of a citation's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// The Party: number, symbol, organ (`58-QĐ/TW`).
    Party,
    /// The state: number, perhaps year, symbol with organ (`30/2020/NĐ-CP`).
    State,
}

/// A document cited in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation<'a> {
    /// Where it stands in the text, in bytes, from the type or the number to the organ or the date.
    pub range: Range<usize>,
    /// Who issues documents of this form.
    pub family: Family,
    /// The kind of document, if a Party citation has one: `Kết luận`.
    pub type_word: Option<&'a str>,
    /// The number as written: `05`, `12a`.
    pub number: &'a str,
    /// The year between number and symbol, which only the state writes.
    pub year: Option<&'a str>,
    /// The symbol: `QĐ`; of the state with its organ: `NĐ-CP`.
    pub symbol: &'a str,
    /// The organ of a Party citation: `TW`, `BTCTU-BDVTU`.
    pub organ: Option<&'a str>,
    /// The day of the document, if it is given and in the calendar.
    pub date: Option<NaiveDate>,
}

/// A number is a word of its own; `số` may be before it. One letter may be added to it: `12a`.
const NUMBER: &str = r"\b(?P<number>[0-9]{1,5}[a-zđ]?)";

/// Letters of an organ; those with tones are not among them, because organs are abbreviated.
const ORGAN: &str = "[A-ZĐ][A-Za-zĐđÂâĂăÊêÔôƠơƯư]";

/// A date in full or in short.
const DATE: &str = r"(?:\s*,?\s*ngày\s+(?P<day>[0-9]{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<month>[0-9]{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(?P<of>[0-9]{4})\b)?";

const TYPE_WORDS: &str = "Nghị quyết|Chỉ thị|Kết luận|Quy chế|Quy định|Quyết định|Thông tri|\
    Hướng dẫn|Thông báo|Thông cáo|Báo cáo|Kế hoạch|Quy hoạch|Chương trình|Đề án|Phương án|\
    Tờ trình|Công văn|Biên bản";

// A pattern that does not compile is none, and the tests find no citation; a program must not stop for it.
static PATTERNS: LazyLock<Vec<(Family, Regex)>> = LazyLock::new(|| {
    let party = format!(
        r"(?:(?P<type>{TYPE_WORDS})\s+)?(?:[Ss]ố\s*:?\s*)?{NUMBER}\s?[-–‑]\s?(?P<symbol>[A-ZĐ]{{1,3}}[a-zđ]{{0,2}})\s?/\s?(?P<organ>{ORGAN}{{0,11}}(?:-{ORGAN}{{1,11}}){{0,3}})\b{DATE}"
    );
    let organ = "[A-ZĐ][A-Za-z0-9ĐđÂâĂăÊêÔôƠơƯư]{1,11}";
    // A bare organ as symbol (`15/HĐTV`) is left out: it would find too much that is none.
    let state = format!(
        r"{NUMBER}/(?:(?P<year>(?:19|20)[0-9]{{2}})/)?(?P<symbol>(?:QH|UBTVQH)[0-9]{{1,2}}|[A-ZĐ][A-Za-zĐđ]{{0,5}}-{organ}(?:-{organ}){{0,3}})\b{DATE}"
    );
    [(Family::Party, party), (Family::State, state)]
        .into_iter()
        .filter_map(|(family, pattern)| Some((family, Regex::new(&pattern).ok()?)))
        .collect()
});

/// Returns the documents that an NFC text cites, in the order of the text.
pub fn citations(text: &str) -> Vec<Citation<'_>> {
    let mut found: Vec<Citation<'_>> = PATTERNS
        .iter()
        .flat_map(|(family, pattern)| {
            let captures = pattern.captures_iter(text);
            captures.filter_map(|captures| citation(*family, &captures))
        })
        .collect();
    found.sort_by_key(|citation| citation.range.start);
    found
}

fn citation<'a>(family: Family, captures: &Captures<'a>) -> Option<Citation<'a>> {
    let part = |name: &str| captures.name(name).map(|part| part.as_str());
    Some(Citation {
        range: captures.get(0)?.range(),
        family,
        type_word: part("type"),
        number: part("number")?,
        year: part("year"),
        symbol: part("symbol")?,
        organ: part("organ"),
        date: date(part("day"), part("month"), part("of")),
    })
}

fn date(day: Option<&str>, month: Option<&str>, year: Option<&str>) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(
        year?.parse().ok()?,
        month?.parse().ok()?,
        day?.parse().ok()?,
    )
}
