//! What a cell says of how far a part is: a state is taken only if the whole cell is understood; anything else is a
//! question for the secretary.

use chrono::{Datelike, NaiveDate};

use super::RowProblem;
use crate::meeting::actions::table::Mark;
use crate::meeting::code::AssignmentState;
use crate::meeting::sheet;
use crate::text::fold::fold;

/// The state that a cell gives for a part.
#[derive(Debug, Default)]
pub(super) struct Heard {
    pub(super) state: Option<AssignmentState>,
    pub(super) percent: Option<i64>,
    /// The day on which it was done, if the cell names it.
    pub(super) done_on: Option<NaiveDate>,
    /// Whether it says something else besides.
    pub(super) has_more: bool,
}

/// Words of a sheet about a part that are no state, folded; they are computed, so nothing is read from them.
const KNOWN_ANYWAY: &[&str] = &["qua han", "overdue", "sap den han", "due soon"];

/// Words that may stand between a state and its share.
const FILLERS: [&str; 3] = ["dat", "duoc", "khoang"];

/// Returns the words that mean a state, folded; none for words whose meaning is computed.
fn states() -> impl Iterator<Item = (&'static str, Option<AssignmentState>)> {
    let states = AssignmentState::ALL.iter().copied();
    let names = |state: AssignmentState| {
        let read = state.row().read.iter();
        read.map(move |name| (*name, Some(state)))
    };
    let known = KNOWN_ANYWAY.iter().map(|name| (*name, None));
    states.flat_map(names).chain(known)
}

/// A word of a cell: folded, and where it ends.
struct Word {
    text: String,
    end: usize,
}

/// Reads `HT`, `QH: đang thực hiện, 60%`, `dang thuc hien`, `in progress`, `0.6`, `Hoàn thành ngày 25/11/2026`.
pub(super) fn read(typed: &str, today: NaiveDate) -> Result<Heard, RowProblem> {
    if typed
        .chars()
        .all(|c| c.is_ascii_digit() || "., %".contains(c))
    {
        let percent =
            sheet::percent(typed).ok_or_else(|| RowProblem::NotPercent(typed.to_owned()))?;
        return Ok(Heard {
            percent: Some(percent),
            ..Heard::default()
        });
    }
    let words = words(typed);
    let mut rest = words.as_slice();
    let mut percent = share(&mut rest)?;
    let mark = mark(&mut rest);
    percent = percent.or(share(&mut rest)?);
    let name = longest(rest);
    if let Some((count, _)) = name {
        rest = rest.get(count..).unwrap_or_default();
    }
    percent = percent.or(share(&mut rest)?);
    let is_understood = mark.is_some() || name.is_some();
    let said = name.and_then(|(_, state)| state);
    let marked = mark.and_then(of_mark);
    let consumed = words.len() - rest.len();
    let end = consumed
        .checked_sub(1)
        .and_then(|last| words.get(last))
        .map_or(0, |word| word.end);
    let tail = typed.get(end..).unwrap_or_default();
    if !is_understood {
        return not_started(typed, percent, rest);
    }
    if rest.is_empty() && tail.contains(['?', '*']) || contradicts(mark, said) {
        return Err(RowProblem::Unclear(typed.to_owned()));
    }
    let heard = Heard {
        state: said.or(marked),
        percent,
        ..Heard::default()
    };
    if rest.is_empty() {
        return Ok(heard);
    }
    with_tail(heard, typed, tail, today)
}

/// Reads a cell that names no state: `chưa` alone, or a share with nothing else.
fn not_started(typed: &str, percent: Option<i64>, rest: &[Word]) -> Result<Heard, RowProblem> {
    match (rest, percent) {
        ([], Some(_)) => Ok(Heard {
            percent,
            ..Heard::default()
        }),
        ([only], None) if only.text == "chua" && !typed.contains('?') => Ok(Heard {
            state: Some(AssignmentState::NotStarted),
            ..Heard::default()
        }),
        (_, _) => Err(RowProblem::NotAState(typed.to_owned())),
    }
}

/// Judges what stands behind a state.
fn with_tail(heard: Heard, typed: &str, tail: &str, today: NaiveDate) -> Result<Heard, RowProblem> {
    let unclear = || RowProblem::Unclear(typed.to_owned());
    let begins = tail.trim_start();
    let is_parted = begins.starts_with([':', ';', ',', '.', '-', '–', '—', '(', '/', '|', '+']);
    let bare = begins.trim_matches(|c: char| c.is_whitespace() || ":;,.-–—()/|+".contains(c));
    match heard.state {
        None => Err(RowProblem::NotAState(typed.to_owned())),
        // The unit that it went to stands behind.
        Some(AssignmentState::HandedOver | AssignmentState::Cancelled) => Ok(heard),
        Some(AssignmentState::NotStarted) if !is_parted => Err(unclear()),
        Some(
            AssignmentState::InProgress | AssignmentState::Paused | AssignmentState::NotStarted,
        ) => Ok(Heard {
            has_more: true,
            ..heard
        }),
        Some(AssignmentState::Reported | AssignmentState::Done) => {
            let day = ["", "vào ", "trong "]
                .iter()
                .find_map(|before| sheet::day(bare.strip_prefix(before)?, today));
            match day {
                Some(day) if day > today => Err(RowProblem::Future(day)),
                Some(day) => Ok(Heard {
                    done_on: Some(day),
                    ..heard
                }),
                None if !is_parted || denies(bare, today) => Err(unclear()),
                None => Ok(Heard {
                    has_more: true,
                    ..heard
                }),
            }
        }
    }
}

/// Takes the letters that the sheet itself writes for a state, `HT`, `QH` …
fn mark(rest: &mut &[Word]) -> Option<Mark> {
    let (first, behind) = rest.split_first()?;
    let mark = Mark::ALL
        .iter()
        .find(|mark| fold(mark.code()) == first.text)?;
    *rest = behind;
    Some(*mark)
}

/// Takes a share that stands here, with its sign.
fn share(rest: &mut &[Word]) -> Result<Option<i64>, RowProblem> {
    let is_filler = |word: &Word| FILLERS.contains(&word.text.as_str());
    let fillers = rest.iter().take_while(|word| is_filler(word)).count();
    let found = rest.get(fillers).filter(|word| word.text.ends_with('%'));
    let Some(found) = found else { return Ok(None) };
    let percent =
        sheet::percent(&found.text).ok_or_else(|| RowProblem::NotPercent(found.text.clone()))?;
    *rest = rest.get(fillers + 1..).unwrap_or_default();
    Ok(Some(percent))
}

/// Returns the longest name of a state with which these words begin: its number of words, and the state.
fn longest(rest: &[Word]) -> Option<(usize, Option<AssignmentState>)> {
    let begins = |name: &str| {
        let mut count = 0;
        let is_all = name.split(' ').all(|part| {
            let is_same = rest.get(count).is_some_and(|word| word.text == part);
            count += 1;
            is_same
        });
        is_all.then_some(count)
    };
    let found = states().filter_map(|(name, state)| Some((begins(name)?, state)));
    found.max_by_key(|(count, _)| *count)
}

fn of_mark(mark: Mark) -> Option<AssignmentState> {
    match mark {
        Mark::Done => Some(AssignmentState::Done),
        Mark::Running => Some(AssignmentState::InProgress),
        Mark::NotStarted => Some(AssignmentState::NotStarted),
        Mark::Reported => Some(AssignmentState::Reported),
        Mark::Soon | Mark::Overdue => None,
    }
}

/// Says whether the letters and the words of a cell say different things.
fn contradicts(mark: Option<Mark>, said: Option<AssignmentState>) -> bool {
    let is_done = |state| match state {
        AssignmentState::Done | AssignmentState::Reported => true,
        AssignmentState::NotStarted
        | AssignmentState::InProgress
        | AssignmentState::Paused
        | AssignmentState::HandedOver
        | AssignmentState::Cancelled => false,
    };
    let Some(said) = said else { return false };
    match mark {
        Some(Mark::Done | Mark::Reported) => !is_done(said),
        Some(Mark::NotStarted) => is_done(said),
        Some(Mark::Running | Mark::Soon | Mark::Overdue) | None => false,
    }
}

/// Takes a cell apart into words; a number keeps its points, strokes and per cent sign.
fn words(typed: &str) -> Vec<Word> {
    let chars: Vec<(usize, char)> = typed.char_indices().collect();
    let is_digit = |place: usize| chars.get(place).is_some_and(|(_, c)| c.is_ascii_digit());
    let mut words: Vec<Word> = Vec::new();
    let mut start = None;
    for (place, (at, c)) in chars.iter().enumerate() {
        let joins = ".,/-".contains(*c)
            && place.checked_sub(1).is_some_and(is_digit)
            && is_digit(place + 1);
        if c.is_alphanumeric() || joins {
            start.get_or_insert(*at);
            continue;
        }
        words.extend(word(typed, start.take(), *at));
        // `60 %`: the sign belongs to the number before it.
        if let Some(last) = words
            .last_mut()
            .filter(|last| *c == '%' && last.text.ends_with(|c: char| c.is_ascii_digit()))
        {
            last.text.push('%');
            last.end = at + 1;
        }
    }
    words.extend(word(typed, start, typed.len()));
    words
}

fn word(typed: &str, start: Option<usize>, end: usize) -> Option<Word> {
    let text = fold(typed.get(start?..end)?);
    Some(Word { text, end })
}

/// Words that deny, limit or postpone what is said to be done.
const DENYING: &[&str] = &[
    "chưa",
    "không",
    "chẳng",
    "chả",
    "ko",
    "thiếu",
    "còn",
    "sẽ",
    "đang",
    "dự kiến",
    "dự thảo",
    "dự định",
    "bản thảo",
    "nháp",
    "phấn đấu",
    "cố gắng",
    "quyết tâm",
    "cam kết",
    "hứa",
    "hẹn",
    "xin",
    "đề nghị",
    "đề xuất",
    "gia hạn",
    "lùi",
    "hoãn",
    "chậm",
    "trễ",
    "đợi",
    "chờ",
    "trình",
    "xem xét",
    "lấy ý kiến",
    "góp ý",
    "thẩm định",
    "phần",
    "nửa",
    "một số",
    "một vài",
    "vài",
    "cơ bản",
    "sơ bộ",
    "bước",
    "giai đoạn",
    "đợt",
    "vòng",
    "khâu",
    "lần",
    "tạm",
    "nhưng",
    "tuy",
    "song",
    "trừ",
    "ngoài",
    "riêng",
    "hầu hết",
    "đa số",
    "phần lớn",
    "gần",
    "sắp",
    "khoảng",
    "ước",
    "mới",
    "chỉ",
    "tháng",
    "quý",
    "tuần",
    "cuối",
    "trước",
    "sau",
    "khi",
    "nếu",
    "tới",
    "tiếp",
    "lại",
    "vướng",
    "khó khăn",
    "tồn",
    "sót",
    "lỗi",
    "sai",
    "hủy",
    "huỷ",
    "dừng",
    "cần",
    "phải",
    "bổ sung",
    "chỉnh sửa",
    "hoàn thiện",
    "soạn",
    "rà soát",
    "triển khai",
    "tiến độ",
    "vào",
    "trong",
    "đến hết",
    "dở",
    "nội dung",
    "mục",
    "hạng mục",
    "kế hoạch",
    "theo dõi",
    "nợ",
    "giao lại",
    "trả lại",
    "được giao",
    "mai",
    "mốt",
    "not",
    "no",
    "none",
    "partly",
    "partial",
    "partially",
    "except",
    "only",
    "but",
    "draft",
    "will",
    "expected",
    "pending",
    "until",
    "still",
    "remaining",
    "remains",
    "some",
    "most",
    "mostly",
    "nearly",
    "almost",
    "half",
    "step",
    "phase",
    "stage",
    "plan",
    "planned",
    "awaiting",
    "waiting",
    "soon",
    "next",
    "later",
    "part",
    "if",
    "when",
    "missing",
    "incomplete",
    "unfinished",
    "tomorrow",
    "promised",
    "delayed",
    "late",
    "to be",
];

/// Says whether a text denies, limits or postpones that something is done: a word, a fraction, a share below 100 %, a day
/// that has not come.
pub(super) fn denies(text: &str, today: NaiveDate) -> bool {
    let lower = text.to_lowercase();
    // Without any accents, the words are compared without them.
    let is_plain = fold(text) == lower;
    let key = |phrase: &str| {
        if is_plain {
            fold(phrase)
        } else {
            phrase.to_owned()
        }
    };
    let letters: String = lower
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let spaced = format!(
        " {} ",
        letters.split_whitespace().collect::<Vec<_>>().join(" ")
    );
    // *Chỉ đạo* and *chỉ thị* name what was issued.
    let spaced = [" chỉ đạo ", " chỉ thị ", " kế hoạch số ", " đổi mới "]
        .iter()
        .fold(spaced, |text, known| text.replace(known, " "));
    let is_said = |phrase: &&str| spaced.contains(&format!(" {} ", key(phrase)));
    text.contains('?') || DENYING.iter().any(is_said) || numbers_deny(text, today)
}

fn numbers_deny(text: &str, today: NaiveDate) -> bool {
    words(text).iter().any(|word| {
        if let Some(share) = word.text.strip_suffix('%') {
            return sheet::percent(share).is_none_or(|_| sheet::percent(&word.text) != Some(100));
        }
        let year = word
            .text
            .parse()
            .ok()
            .filter(|year| (2000..2100).contains(year));
        if year.is_some_and(|year: i32| year > today.year()) {
            return true;
        }
        let parts: Vec<Option<i64>> = word.text.split('/').map(|part| part.parse().ok()).collect();
        match parts[..] {
            [Some(done), Some(all)] if all < 1000 => {
                done < all || sheet::day(&word.text, today).is_some_and(|day| day > today)
            }
            [Some(_), Some(_)] => true,
            _ => {
                sheet::day(&word.text, today).is_some_and(|day| day > today)
                    && word.text.contains(['/', '-', '.'])
            }
        }
    })
}
