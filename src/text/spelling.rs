//! Possible typing errors of a Vietnamese text: doubled words, tone marks, spaces; offered, never changed.

use std::ops::Range;

use super::syllable::{Letter, is_syllable, onset_length, tone_place};

/// Where the tone of oa, oe and uy is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToneStyle {
    /// `ủy`, `hòa`.
    Old,
    /// `uỷ`, `hoà`.
    New,
}

/// A place of a text, and its correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// The correction; none where only the writer can know it.
    pub new: Option<String>,
    /// Whether it stands between quotation marks, so that it may be somebody else's wording.
    pub is_quoted: bool,
}

/// Doubled words, each with its correction.
const SLIPS: &[(&str, &str)] = &[("tình tình", "tình hình")];

/// Words that are right when they are said twice: true reduplications, and ends that meet beginnings
/// (`đảng bộ bộ phận`, `học sinh sinh viên`).
const TWICE: &str = "luôn từ ngày dần thường xa đời mãi người nhà lần hàng lớp tầng song rành khăng ào ầm đều vừa \
    hay nhanh xanh ai đâu gì chung vân đăm lăm phăng băng lâng rưng bừng đùng oang trơ vù rần chốc quanh gần cao tròn \
    khư hao ngành tháng năm đêm sáng chiều tối việc xã tổ đoàn ba bảy tám chín hai bốn sáu mười đông đủ nào thi mau \
    bộ hội thành sinh";

/// Dots as the papers print them where something is not known.
const BLANK: &str = "....";

/// Returns the possible typing errors, in the order of the text; without a style, tones are not looked at.
pub fn mends(text: &str, style: Option<ToneStyle>) -> Vec<Mend> {
    let quotes = quotes(text);
    let mend = |(at, new): (Range<usize>, Option<String>)| {
        // The quotes stand one behind another, so that the first that ends behind the place is the only one around it.
        let next = quotes.partition_point(|quote| quote.end <= at.start);
        Mend {
            is_quoted: quotes
                .get(next)
                .is_some_and(|quote| quote.contains(&at.start)),
            at,
            new,
        }
    };
    let words = words(text);
    let mut found: Vec<Mend> = twice(text, &words)
        .chain(spaces(text))
        .chain(blanks(text))
        .chain(tones(text, &words, style))
        .map(mend)
        .collect();
    found.sort_by_key(|mend| (mend.at.start, mend.at.end));
    found
}

type Found = (Range<usize>, Option<String>);

/// The runs of letters.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut is_open = false;
    for (byte, c) in text.char_indices() {
        if !c.is_alphabetic() {
            is_open = false;
            continue;
        }
        let end = byte + c.len_utf8();
        match words.last_mut().filter(|_| is_open) {
            Some(word) => word.end = end,
            None => words.push(byte..end),
        }
        is_open = true;
    }
    words
}

fn of(text: &str, at: Range<usize>) -> &str {
    text.get(at).unwrap_or_default()
}

/// A word that follows itself; one with a capital is a name.
fn twice<'a>(text: &'a str, words: &'a [Range<usize>]) -> impl Iterator<Item = Found> + 'a {
    words.windows(2).filter_map(move |pair| {
        let [first, second] = pair else { return None };
        let gap = of(text, first.end..second.start);
        let (one, other) = (of(text, first.clone()), of(text, second.clone()));
        let is_name = other.chars().next().is_some_and(char::is_uppercase);
        let is_pair = gap.chars().all(|c| c == ' ') && one.to_lowercase() == other;
        if is_name || !is_pair || TWICE.split(' ').any(|word| word == other) {
            return None;
        }
        let at = first.start..second.end;
        let slip = format!("{other} {other}");
        let known = SLIPS.iter().find(|(typed, _)| *typed == slip);
        let new = known.map_or_else(
            || one.to_owned(),
            |(_, meant)| {
                let rest = meant.strip_prefix(other).unwrap_or_default();
                format!("{one}{rest}")
            },
        );
        Some((at, Some(new)))
    })
}

/// Spaces that are one too many, and one before a mark that stands at its word.
fn spaces(text: &str) -> impl Iterator<Item = Found> {
    text.char_indices().filter_map(move |(byte, c)| {
        let begins = c == ' ' && !text.get(..byte).is_some_and(|head| head.ends_with(' '));
        let rest = text.get(byte..).filter(|_| begins && byte > 0)?;
        let behind = rest.trim_start_matches(' ');
        let length = rest.len() - behind.len();
        let mut next = behind.chars();
        let mark = next.next()?;
        let is_free = next
            .next()
            .is_none_or(|c| c.is_whitespace() || "”\"»)".contains(c));
        if ",.;:".contains(mark) && is_free {
            Some((byte..byte + length + 1, Some(mark.to_string())))
        } else {
            (length > 1).then(|| (byte..byte + length, Some(" ".to_owned())))
        }
    })
}

/// Dots that look like a blank of the papers; they have no correction.
fn blanks(text: &str) -> impl Iterator<Item = Found> {
    text.match_indices(BLANK).filter_map(move |(byte, _)| {
        let is_first = !text.get(..byte).is_some_and(|head| head.ends_with('.'));
        let rest = text.get(byte..).filter(|_| is_first)?;
        let length = rest.len() - rest.trim_start_matches('.').len();
        Some((byte..byte + length, None))
    })
}

/// Syllables in oa, oe and uy whose tone stands on the other letter.
fn tones<'a>(
    text: &'a str,
    words: &'a [Range<usize>],
    style: Option<ToneStyle>,
) -> impl Iterator<Item = Found> + 'a {
    style.into_iter().flat_map(move |style| {
        words.iter().filter_map(move |at| {
            let word = of(text, at.clone());
            let new = toned(word, style)?;
            (new != word).then(|| (at.clone(), Some(new)))
        })
    })
}

/// Returns a text with the tones of its syllables in oa, oe and uy where the style has them.
pub fn in_tone(text: &str, style: ToneStyle) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = 0;
    for at in words(text) {
        if let Some(new) = toned(of(text, at.clone()), style) {
            written.push_str(of(text, rest..at.start));
            written.push_str(&new);
            rest = at.end;
        }
    }
    written.push_str(of(text, rest..text.len()));
    written
}

/// Returns a syllable in oa, oe or uy with its tone where the style has it.
fn toned(word: &str, style: ToneStyle) -> Option<String> {
    // Most words have no such rhyme: they are not taken apart.
    if word.is_ascii() || !is_syllable(word) {
        return None;
    }
    let (letters, tones): (Vec<Letter>, Vec<Option<char>>) = word.chars().map(Letter::of).unzip();
    let tone = tones.into_iter().flatten().next()?;
    let rhyme = letters.get(onset_length(&letters)..)?;
    let is_open = |first: char, second: char| {
        let bare = |letter: &Letter, base: char| letter.base == base && letter.mark.is_none();
        matches!(rhyme, [a, b] if bare(a, first) && bare(b, second))
    };
    if !is_open('o', 'a') && !is_open('o', 'e') && !is_open('u', 'y') {
        return None;
    }
    let old = tone_place(&letters)?;
    let place = match style {
        ToneStyle::Old => old,
        ToneStyle::New => old + 1,
    };
    let spelled = letters
        .iter()
        .enumerate()
        .map(|(position, letter)| letter.with((position == place).then_some(tone)));
    Some(spelled.collect())
}

/// The text between quotation marks, with the marks; an open one reaches to the end.
fn quotes(text: &str) -> Vec<Range<usize>> {
    let mut quotes = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (byte, c) in text.char_indices() {
        open = match (open, c) {
            (None, '“') => Some((byte, '”')),
            (None, '«') => Some((byte, '»')),
            (None, '"') => Some((byte, '"')),
            (Some((start, end)), c) if c == end => {
                quotes.push(start..byte + c.len_utf8());
                None
            }
            (open, _) => open,
        };
    }
    quotes.extend(open.map(|(start, _)| start..text.len()));
    quotes
}
