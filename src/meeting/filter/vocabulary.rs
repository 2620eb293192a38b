//! The words that mean something in a filter, in both languages, with or without their accents.

use std::sync::LazyLock;

use super::{Lack, LineKind, Subject, Wanted};
use crate::meeting::code::{
    ACTION, ATTENDANCE, AssignmentState, CONCLUSION, IssueState, MEETING, Name, NoteKind, REPORT,
    Terms,
};

/// The meaning of a phrase of the register or of the issue log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PhraseMeaning {
    Wanted(Wanted),
    Lack(Lack),
    /// An issue waits for an answer.
    Waiting,
    Issue(IssueState),
    /// Due or raised within it.
    Days(Period),
}

/// A period that is told by today: this one, or so many later or, below zero, earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    Today,
    Week(i64),
    Month(i32),
    Quarter(i32),
    Year(i32),
}

/// The periods by their words, all Vietnamese ones first.
const PERIODS: &[(&str, Period)] = &[
    ("hôm nay", Period::Today),
    ("tuần này", Period::Week(0)),
    ("tuần sau", Period::Week(1)),
    ("tuần tới", Period::Week(1)),
    ("tuần trước", Period::Week(-1)),
    ("tháng này", Period::Month(0)),
    ("tháng sau", Period::Month(1)),
    ("tháng tới", Period::Month(1)),
    ("tháng trước", Period::Month(-1)),
    ("quý này", Period::Quarter(0)),
    ("quý sau", Period::Quarter(1)),
    ("quý tới", Period::Quarter(1)),
    ("quý trước", Period::Quarter(-1)),
    ("năm nay", Period::Year(0)),
    ("năm sau", Period::Year(1)),
    ("năm ngoái", Period::Year(-1)),
    ("năm trước", Period::Year(-1)),
    ("today", Period::Today),
    ("this week", Period::Week(0)),
    ("next week", Period::Week(1)),
    ("last week", Period::Week(-1)),
    ("this month", Period::Month(0)),
    ("next month", Period::Month(1)),
    ("last month", Period::Month(-1)),
    ("this quarter", Period::Quarter(0)),
    ("next quarter", Period::Quarter(1)),
    ("last quarter", Period::Quarter(-1)),
    ("this year", Period::Year(0)),
    ("next year", Period::Year(1)),
    ("last year", Period::Year(-1)),
];

/// Returns the periods as phrases.
fn periods() -> impl Iterator<Item = (&'static str, PhraseMeaning)> {
    let all = PERIODS.iter();
    all.map(|(words, period)| (*words, PhraseMeaning::Days(*period)))
}

/// Phrases with their meanings, in the order in which they are offered.
type Phrases = Vec<(&'static str, PhraseMeaning)>;

/// Returns the phrases with a meaning for this list.
pub(super) fn phrases_of(subject: Subject) -> &'static [(&'static str, PhraseMeaning)] {
    match subject {
        Subject::Actions => &ACTION_PHRASES,
        Subject::Issues => &ISSUE_PHRASES,
        Subject::Lines => &[],
    }
}

/// The phrases of the issue log: that it waits, then its states.
static ISSUE_PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let waiting = |phrases: &[&'static str]| -> Phrases {
        phrases
            .iter()
            .map(|phrase| (*phrase, PhraseMeaning::Waiting))
            .collect()
    };
    let states = |terms: fn(&Terms) -> &'static [&'static str]| {
        let all = IssueState::ALL.iter().copied();
        all.flat_map(move |state| {
            let terms = terms(&state.row().filter).iter();
            terms.map(move |term| (*term, PhraseMeaning::Issue(state)))
        })
    };
    let mut phrases = waiting(&["chưa trả lời", "đang chờ"]);
    phrases.extend(states(|terms| terms.vi));
    phrases.extend(waiting(&["not answered", "waiting"]));
    phrases.extend(states(|terms| terms.en));
    phrases.extend(periods());
    phrases
});

/// The conditions on a part that are no states; they are offered before the states.
const BEFORE_STATES: &[(Name, PhraseMeaning)] = &[
    (
        Name {
            vi: "quá hạn",
            en: "overdue",
        },
        PhraseMeaning::Wanted(Wanted::Overdue),
    ),
    (
        Name {
            vi: "chưa báo cáo",
            en: "not reported",
        },
        PhraseMeaning::Wanted(Wanted::NotReported),
    ),
    (
        Name {
            vi: "sắp đến hạn",
            en: "due soon",
        },
        PhraseMeaning::Wanted(Wanted::DueSoon),
    ),
    (
        Name {
            vi: "chưa xong",
            en: "still open",
        },
        PhraseMeaning::Wanted(Wanted::Open),
    ),
    (
        Name {
            vi: "xong trễ",
            en: "done late",
        },
        PhraseMeaning::Wanted(Wanted::DoneLate),
    ),
];

/// The fields that an action may lack; they are offered behind the states.
const BEHIND_STATES: &[(Name, PhraseMeaning)] = &[
    (
        Name {
            vi: "thiếu hạn",
            en: "no deadline",
        },
        PhraseMeaning::Lack(Lack::Deadline),
    ),
    (
        Name {
            vi: "thiếu sản phẩm",
            en: "no deliverable",
        },
        PhraseMeaning::Lack(Lack::Deliverable),
    ),
];

/// The phrases of the register, all Vietnamese ones first.
static ACTION_PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let language = |name: fn(&Name) -> &'static str,
                    terms: fn(&Terms) -> &'static [&'static str]| {
        let named = move |all: &[(Name, PhraseMeaning)]| -> Phrases {
            all.iter()
                .map(|(of, meaning)| (name(of), *meaning))
                .collect()
        };
        let mut phrases = named(BEFORE_STATES);
        for state in AssignmentState::ALL {
            let wanted = PhraseMeaning::Wanted(Wanted::State(*state));
            let terms = terms(&state.row().filter).iter();
            phrases.extend(terms.map(|term| (*term, wanted)));
        }
        phrases.extend(named(BEHIND_STATES));
        phrases
    };
    let mut phrases = language(|name| name.vi, |terms| terms.vi);
    phrases.extend(language(|name| name.en, |terms| terms.en));
    phrases.extend(periods());
    phrases
});

/// The meaning of a key before a colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// The day for which the meeting was called.
    Held,
    Days,
    /// The first day.
    From,
    /// The last day.
    To,
    /// The kind of line.
    Kind,
    /// Who follows up.
    Officer,
}

/// The keys, in the order in which they are offered.
pub(super) const KEYS: &[(&str, Key)] = &[
    ("hội nghị", Key::Held),
    ("tháng", Key::Days),
    ("từ", Key::From),
    ("đến", Key::To),
    ("loại", Key::Kind),
    ("theo dõi", Key::Officer),
    ("hạn", Key::Days),
    ("ngày", Key::Days),
    ("năm", Key::Days),
    ("meeting", Key::Held),
    ("month", Key::Days),
    ("from", Key::From),
    ("to", Key::To),
    ("kind", Key::Kind),
    ("officer", Key::Officer),
    ("due", Key::Days),
    ("day", Key::Days),
    ("year", Key::Days),
];

/// Returns the kinds of lines by their names, all Vietnamese ones first.
pub(super) fn kinds() -> impl Iterator<Item = (&'static str, LineKind)> {
    let notes = NoteKind::ALL.iter().copied();
    let notes = notes.map(|kind| (kind.row().name, LineKind::Note(kind)));
    let kinds = notes.chain([
        (CONCLUSION, LineKind::Conclusion),
        (ACTION, LineKind::Action),
        (REPORT, LineKind::Report),
        (ATTENDANCE, LineKind::Attendance),
        (MEETING, LineKind::Meeting),
    ]);
    let vietnamese = kinds.clone().map(|(name, kind)| (name.vi, kind));
    vietnamese.chain(kinds.map(|(name, kind)| (name.en, kind)))
}
