//! Deadlines as a chair says them: `30/9`, `trước ngày 20/8`, `trong 10 ngày`, `cuối tháng`, `quý III`, and the words
//! that go with the day (`guide/domain.md` §5.4).

mod days;
mod periods;
mod spans;
mod spelled;

use chrono::{Datelike, NaiveDate, Weekday};

use super::dates::{DateProblem, parse_date};
use super::fold::fold;

/// Words that a deadline takes at most: `chậm nhất là trước 17 giờ ngày 20 tháng 8 năm 2023` takes twelve.
pub(crate) const MOST_WORDS: usize = 14;

/// Says whether nobody works on a day, for a weekend or a holiday.
pub(crate) type IsOff<'a> = &'a dyn Fn(NaiveDate) -> bool;

/// A deadline that was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Deadline {
    /// The day that was named, or on which the period or the span that was named ends.
    pub(crate) named: NaiveDate,
    /// The day that counts: of a period its last working day, after a span the next one; one that was said stays.
    pub(crate) day: NaiveDate,
}

impl Deadline {
    /// Says whether the day that counts is not the one that was named.
    pub(crate) fn is_moved(self) -> bool {
        self.named != self.day
    }

    fn said(day: NaiveDate) -> Self {
        Self { named: day, day }
    }
}

/// A day as the words name it, before the days off are asked.
enum Named {
    /// This very day.
    Day(NaiveDate),
    /// The end of a period, which began on the first of the two days.
    End(NaiveDate, NaiveDate),
    /// The end of a span from now.
    Span(NaiveDate),
    /// So many working days from now.
    Working(u32),
}

impl Named {
    fn counted(self, from: NaiveDate, off: IsOff) -> Option<Deadline> {
        match self {
            Self::Day(day) => Some(Deadline::said(day)),
            Self::End(first, last) => {
                // A period that has begun is not over before today; of one that is past the whole counts.
                let first = if last < from { first } else { first.max(from) };
                let mut days = last.iter_back(first);
                let day = days.find(|day| !off(*day)).unwrap_or(last);
                Some(Deadline { named: last, day })
            }
            Self::Span(day) => next_working_day(day, off).map(|counts| Deadline {
                named: day,
                day: counts,
            }),
            Self::Working(days) => {
                let mut later = from.iter_days().skip(1).filter(|day| !off(*day));
                let day = later.nth(usize::try_from(days.checked_sub(1)?).ok()?)?;
                Some(Deadline::said(day))
            }
        }
        .filter(|deadline| deadline.day.year() <= 9999)
    }
}

/// Days counted backwards.
trait Back {
    /// Returns this day and those before it down to `first`.
    fn iter_back(self, first: NaiveDate) -> impl Iterator<Item = NaiveDate>;
}

impl Back for NaiveDate {
    fn iter_back(self, first: Self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), Self::pred_opt).take_while(move |day| *day >= first)
    }
}

/// Says whether a day is on a weekend.
pub(crate) fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Returns the day, or the working day after it; in a year in which nobody works there is none.
pub(crate) fn next_working_day(day: NaiveDate, off: IsOff) -> Option<NaiveDate> {
    day.iter_days().take(366).find(|day| !off(*day))
}

/// A deadline as it stands in the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Due {
    /// The day that was understood.
    pub(crate) deadline: Deadline,
    /// The words, unless only digits were typed.
    pub(crate) words: Option<String>,
}

/// Reads a deadline as said on the day `from`, with its words; without a year it is the next such day.
///
/// `30/9/2023 (quý III)` gives both, as papers and tables have them.
pub(crate) fn parse_due(typed: &str, from: NaiveDate, off: IsOff) -> Result<Due, DateProblem> {
    let typed = typed.trim();
    let both = typed
        .strip_suffix(')')
        .and_then(|both| both.split_once('('));
    if let Some((day, words)) = both {
        let day = parse_date(day, from)?;
        return Ok(Due {
            deadline: Deadline::said(day),
            words: spelled::words(words),
        });
    }
    let deadline = parse_deadline(typed, from, off)?;
    let is_typed = days::is_plain(typed);
    Ok(Due {
        deadline,
        words: spelled::words(typed).filter(|_| !is_typed),
    })
}

/// Returns a deadline as a field shows it and [`parse_due`] reads it: `30/9/2023 (quý III)`.
pub(crate) fn due_as_typed(day: NaiveDate, words: Option<&str>) -> String {
    let day = super::dates::short_date(day);
    match words {
        Some(words) => format!("{day} ({words})"),
        None => day,
    }
}

/// Returns words of a deadline as they are kept: those that name a day or a period with their accents.
pub(crate) fn said_words(typed: &str) -> Option<String> {
    spelled::words(typed)
}

/// Says whether the words of a deadline name a rhythm, which has no day: `thường xuyên`, `hằng quý`.
pub(crate) fn is_rhythm(words: &str) -> bool {
    let heard = spelled::heard(words);
    let ends_with_one = heard.last_chunk::<2>().is_some_and(is_recurring);
    rhythm_words(words) > 0 || ends_with_one
}

/// Says whether two words name a rhythm of the calendar: `hằng tháng`, `mỗi quý`.
fn is_recurring([each, period]: &[String; 2]) -> bool {
    ["hang", "moi"].contains(&each.as_str())
        && ["ngay", "tuan", "thang", "quy", "nam"].contains(&period.as_str())
}

/// Returns how many of the first words name a rhythm: two of `thường xuyên`, four of `định kỳ hằng tháng`.
pub(crate) fn rhythm_words(words: &str) -> usize {
    let heard: Vec<String> = words
        .split([' ', ',', ';'])
        .flat_map(spelled::heard)
        .collect();
    let (pairs, _) = heard.as_chunks::<2>();
    let pairs = pairs.iter().take_while(|pair| {
        let [first, second] = pair;
        is_recurring(pair)
            || matches!(
                (first.as_str(), second.as_str()),
                ("thuong", "xuyen") | ("lien", "tuc") | ("dinh", "ky" | "ki")
            )
    });
    pairs.count() * 2
}

/// Says whether a deadline was said with its year: `15/8/2024`, `15/8/24`, `cuối năm 2024`.
pub(crate) fn names_a_year(typed: &str) -> bool {
    let heard = spelled::heard(typed);
    let is_year = |word: &String| {
        let mut parts = word.split(['/', '-', '.']);
        parts.clone().any(|part| periods::year_of(part).is_some())
            || (parts.clone().count() == 3
                && parts.all(|part| part.starts_with(|c: char| c.is_ascii_digit())))
    };
    heard.iter().any(is_year)
}

/// Says whether words behind a deadline make it another one: `năm 2025`, `sau khi`, `kể từ ngày ký`, `đến 10/8`.
pub(crate) fn goes_on(piece: &str, rest: &str) -> bool {
    let last = piece.split_whitespace().next_back().unwrap_or_default();
    let first = rest.trim_start().chars().next().unwrap_or_default();
    if !first.is_lowercase() && first != '-' {
        // «cuối năm 24» is not understood.
        let units = ["ngay", "tuan", "thang", "quy", "nam"];
        return first.is_ascii_digit() && units.contains(&fold(last).as_str());
    }
    let heard = spelled::heard(rest);
    let words: Vec<&str> = heard.iter().map(String::as_str).take(3).collect();
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let counts = |words: &[&str]| {
        words.first().is_some_and(|word| {
            is_number(word)
                || ["nay", "sau", "toi", "i", "ii", "iii", "iv"].contains(word)
                || periods::month_named(&[word]).is_some()
        })
    };
    let is_other = match words[..] {
        ["sau" | "truoc" | "ke" | "từ" | "tinh" | "tính" | "khi", ..]
        | ["lam", "viec", ..]
        | [
            "dau" | "giua" | "cuoi",
            "tuan" | "thang" | "quy" | "nam",
            ..,
        ] => true,
        [
            "toi" | "den" | "-" | "va" | "và" | "hoac" | "hoặc",
            next,
            ..,
        ] => is_number(next) || next == "ngay",
        ["nam" | "quy" | "thang" | "tuan", ref rest @ ..] if counts(rest) => true,
        // «5-7 ngày» is a span of which the end is not sure.
        ["ngay" | "tuan" | "thang" | "gio" | "nam", ..] => last.contains('-') && is_number(last),
        _ => false,
    };
    is_other || rhythm_words(rest) > 0
}

/// Reads a deadline as said on the day `from`; without a year it is the next such day.
pub(crate) fn parse_deadline(
    typed: &str,
    from: NaiveDate,
    off: IsOff,
) -> Result<Deadline, DateProblem> {
    let heard = spelled::heard(typed);
    let words: Vec<&str> = heard.iter().map(String::as_str).collect();
    let opening = opening(&words);
    let named = days::weekday(&opening, from)
        // Behind «ngày» a number is a day of the month, never a count: «ngày 5 tháng sau».
        .or_else(|| {
            (!opening.is_day)
                .then(|| spans::span(opening.rest, from))
                .flatten()
        })
        .or_else(|| periods::period(&opening, from));
    let named = match named {
        Some(named) => named,
        None => days::date(&opening, from)?,
    };
    named.counted(from, off).ok_or(DateProblem::NotInCalendar)
}

/// The words that open a deadline, and what they say of the rest.
struct Opening<'a> {
    /// The words behind them.
    rest: &'a [&'a str],
    /// `trước`: a period ends before it begins.
    is_before: bool,
    /// A word such as `hết` or `trong`, behind which a period needs no number.
    is_open: bool,
    /// `ngày`: a number alone is a day of the month.
    is_day: bool,
}

/// What a word that opens a deadline says of the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opens {
    Nothing,
    Period,
    Before,
    Day,
}

/// Takes the words away that open a deadline and name no day: `chậm nhất là trước 17 giờ ngày`.
fn opening<'a>(words: &'a [&'a str]) -> Opening<'a> {
    let mut opening = Opening {
        rest: words,
        is_before: false,
        is_open: false,
        is_day: false,
    };
    while let Some((rest, opens)) = opened(opening.rest).filter(|(rest, _)| !rest.is_empty()) {
        opening = Opening {
            rest,
            is_before: opening.is_before || opens == Opens::Before,
            is_open: opening.is_open || opens == Opens::Period,
            is_day: opens == Opens::Day,
        };
    }
    opening
}

/// Takes one opening away.
fn opened<'a>(words: &'a [&'a str]) -> Option<(&'a [&'a str], Opens)> {
    Some(match words {
        // «sang tuần» names the next one.
        ["sang", "tuan" | "thang" | "quy" | "nam"] => return None,
        ["trong", "vong", rest @ ..]
        | ["noi", "trong", rest @ ..]
        | ["khong", "qua", rest @ ..]
        | ["het" | "trong", rest @ ..] => (rest, Opens::Period),
        ["truoc", rest @ ..] => (rest, Opens::Before),
        // The date behind a weekday decides.
        ["thu" | "chu", _, "ngay", rest @ ..] | ["ngay", rest @ ..] => (rest, Opens::Day),
        ["cham" | "muon" | "tre", "nhat", rest @ ..]
        | ["thoi", "han", rest @ ..]
        | ["tu" | "từ", "nay", "den", rest @ ..]
        | ["cuoi" | "dau", "gio" | "buoi" | "ngay", rest @ ..]
        | ["han", "chot", rest @ ..]
        | [
            "han" | "den" | "toi" | "vao" | "xong" | "buoi" | "sang" | "chieu" | "trua" | "la",
            rest @ ..,
        ] => (rest, Opens::Nothing),
        words => (days::behind_hour(words)?, Opens::Nothing),
    })
}
