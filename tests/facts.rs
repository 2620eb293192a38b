//! Facts: minutes and notice print a sentence that states a fact only where the record has the fact.
//!
//! Each sentence carries its own name as a mark here, so that a printed paper tells which sentences it has. Every sentence
//! of the two papers stands in one of the two tables below: a new one that is in neither fails the first test.

use std::collections::BTreeSet;

use giaoban::meeting::code::{AttendanceKind, ItemKind, NoteKind, PaperKind, Rank, SeatGroup};
use giaoban::meeting::dossier::{Dossier, Rows};
use giaoban::meeting::roll_call::{counts, wards};
use giaoban::meeting::rows::{AgendaItem, Note, Seat};
use giaoban::papers::Format;
use giaoban::papers::brief::Stage;
use giaoban::papers::phrases::Phrases;
use proptest::prelude::*;

use crate::blanks::{emptied, imprinted};
use crate::common::papers::{Scene, held, planned};

/// What must be in the record for a sentence to be printed.
type Fact = fn(&Dossier) -> bool;

/// The sentences that state a fact, with the fact.
const FACTS: &[(&str, &str, Fact)] = &[
    ("minutes", "recorded", |of| {
        of.meeting.recorded == Some(true)
    }),
    ("minutes", "not_recorded", |of| {
        of.meeting.recorded == Some(false)
    }),
    ("minutes", "host", |of| {
        delegation(of, |seat| is_host(seat) && seat.attended != Some(0))
    }),
    ("minutes", "came", |of| counts(of).present > 0),
    ("minutes", "came_among", |of| counts(of).present > 0),
    ("minutes", "nobody_came", |of| {
        is_rolled(of) && counts(of).present == 0
    }),
    ("minutes", "absent_among", |of| counts(of).absent > 0),
    ("minutes", "nobody_absent", |of| {
        is_rolled(of) && counts(of).absent == 0
    }),
    ("minutes", "with_leave", |of| {
        marked(of, AttendanceKind::Excused)
    }),
    ("minutes", "without_leave", |of| {
        marked(of, AttendanceKind::Absent)
    }),
    ("minutes", "not_marked", |of| !is_rolled(of)),
    ("minutes", "among_secretary", |of| {
        ranked(of, Some(Rank::Secretary))
    }),
    ("minutes", "among_deputy", |of| {
        ranked(of, Some(Rank::StandingDeputy))
    }),
    ("minutes", "among_unranked", |of| ranked(of, None)),
    ("minutes", "among_substitute", |of| {
        counts(of).substitute > 0
    }),
    ("minutes", "among_late", |of| {
        marked(of, AttendanceKind::Late)
    }),
    ("minutes", "among_left", |of| {
        marked(of, AttendanceKind::Left)
    }),
    ("minutes", "excused", |of| {
        marked(of, AttendanceKind::Excused) && says_who_stayed_away(of)
    }),
    ("minutes", "excused_unit", |of| {
        marked(of, AttendanceKind::Excused)
    }),
    ("minutes", "absent", |of| {
        marked(of, AttendanceKind::Absent) && says_who_stayed_away(of)
    }),
    ("minutes", "absent_unit", |of| {
        marked(of, AttendanceKind::Absent)
    }),
    ("minutes", "substitute", |of| counts(of).substitute > 0),
    ("minutes", "substitute_of_others", |of| {
        counts(of).substitute > 0
    }),
    ("minutes", "late", |of| marked(of, AttendanceKind::Late)),
    ("minutes", "left", |of| marked(of, AttendanceKind::Left)),
    ("minutes", "away", |of| marked(of, AttendanceKind::Left)),
    ("minutes", "out", |of| marked(of, AttendanceKind::Out)),
    ("minutes", "came_or_went", |of| {
        [
            AttendanceKind::Late,
            AttendanceKind::Left,
            AttendanceKind::Out,
        ]
        .iter()
        .any(|kind| marked(of, *kind))
    }),
    ("minutes", "because", |of| {
        of.attendance.iter().any(|event| event.reason.is_some())
    }),
    ("minutes", "span", |of| marked(of, AttendanceKind::Back)),
    ("minutes", "item", |of| marked(of, AttendanceKind::Out)),
    ("minutes", "delegation", |of| {
        delegation(of, |seat| seat.attended != Some(0))
    }),
    ("minutes", "delegation_absent", |of| {
        delegation(of, |seat| seat.attended == Some(0))
    }),
    ("minutes", "item_at", |of| !of.runs.is_empty()),
    ("minutes", "skipped", |of| {
        of.items.iter().any(|item| item.skipped.is_some())
    }),
    ("minutes", "skipped_rest", |of| {
        let mut items = of.items.iter();
        items.any(|item| {
            let is_of_it = |note: &Note| note.item == Some(item.id);
            item.skipped.is_some() && of.notes.iter().any(is_of_it)
        })
    }),
    ("minutes", "carried", |of| {
        of.items.iter().any(|item| item.carried.is_some())
    }),
    ("minutes", "carried_rest", |of| {
        of.items.iter().any(|item| item.carried.is_some())
    }),
    ("minutes", "opens", |of| {
        was_presented(of, |item| item.kind == ItemKind::Opening)
    }),
    ("minutes", "reports", |of| {
        was_presented(of, |item| item.kind == ItemKind::Report)
    }),
    ("minutes", "tells", |of| was_presented(of, |_| true)),
    ("minutes", "tells_more", |of| was_presented(of, |_| true)),
    ("minutes", "presents", |of| {
        was_presented(of, |item| item.kind == ItemKind::Documents)
    }),
    ("minutes", "presents_more", |of| {
        was_presented(of, |item| item.kind == ItemKind::Documents)
    }),
    ("minutes", "does", |of| was_presented(of, |_| true)),
    ("minutes", "does_more", |of| was_presented(of, |_| true)),
    ("minutes", "turns", |of| {
        unit_spoke(of) && nobody_spoke_for_others(of)
    }),
    ("minutes", "turns_of_any", unit_spoke),
    ("minutes", "turns_of_all", unit_spoke),
    ("minutes", "unattributed", |of| {
        let mut notes = of.notes.iter();
        notes.any(|note| note.seat.is_none() && note.speaker.is_none())
    }),
    ("minutes", "result", |of| noted(of, NoteKind::Result)),
    ("minutes", "difficulty", |of| {
        noted(of, NoteKind::Difficulty)
    }),
    ("minutes", "experience", |of| {
        noted(of, NoteKind::Experience)
    }),
    ("minutes", "proposal", |of| noted(of, NoteKind::Proposal)),
    ("minutes", "answer", |of| noted(of, NoteKind::Answer)),
    ("minutes", "instruction", |of| {
        noted(of, NoteKind::Instruction)
    }),
    ("minutes", "document", |of| noted(of, NoteKind::Document)),
    ("minutes", "information", |of| {
        noted(of, NoteKind::Information)
    }),
    ("minutes", "said", |of| !of.notes.is_empty()),
    ("minutes", "answered", |of| was_answered(of)),
    ("minutes", "asked", |of| {
        !of.answers.is_empty() && !of.raised.is_empty()
    }),
    ("minutes", "asked_by_nobody", |of| !of.answers.is_empty()),
    ("minutes", "answered_all", |of| was_answered(of)),
    ("minutes", "conclusion_lead", |of| {
        !of.conclusions.is_empty()
    }),
    ("minutes", "annexed", |of| !of.actions.is_empty()),
    ("minutes", "read_out", |of| {
        of.meeting.read_out == Some(true)
    }),
    ("minutes", "read_and_approved", |of| {
        of.meeting.read_out == Some(true) && of.meeting.approved.is_some()
    }),
    ("minutes", "approved", |of| of.meeting.approved.is_some()),
    ("minutes", "reservations", |of| {
        of.meeting.reservations.is_some()
    }),
    ("notice", "took_part", |of| {
        delegation(of, |seat| seat.attended.is_some_and(|n| n > 0))
    }),
    ("notice", "only_units_took_part", |of| {
        counts(of).present > 0 || !is_rolled(of)
    }),
    ("notice", "and", |of| {
        !of.notes.is_empty() || counts(of).present > 0 || !is_rolled(of)
    }),
    ("notice", "delegates", |of| {
        is_rolled(of) && counts(of).substitute == 0 && counts(of).present > 0
    }),
    ("notice", "delegates_unknown", |of| !is_rolled(of)),
    ("notice", "delegates_and_substitutes", |of| {
        counts(of).substitute > 0
    }),
    ("notice", "after_hearing", |of| {
        unit_spoke(of) || was_deployed(of) || noted(of, NoteKind::Answer)
    }),
    ("notice", "heard_units", unit_spoke),
    ("notice", "units_standing", |of| {
        unit_spoke(of) && nobody_spoke_for_others(of)
    }),
    ("notice", "units_any", unit_spoke),
    ("notice", "units_all", unit_spoke),
    ("notice", "unit_alone", unit_spoke),
    ("notice", "heard_issuer", |of| {
        was_deployed(of) || noted(of, NoteKind::Answer)
    }),
    ("notice", "deployed", was_deployed),
    ("notice", "answered", |of| noted(of, NoteKind::Answer)),
    ("notice", "general", |of| {
        of.imprints
            .iter()
            .any(|imprint| imprint.appraisal.is_some())
    }),
    ("notice", "task", |of| !of.actions.is_empty()),
    ("notice", "task_again", |of| {
        of.actions.iter().any(|action| action.conclusion.is_some())
    }),
    ("notice", "task_lead", |of| !of.actions.is_empty()),
    ("notice", "task_support", |of| !of.supports.is_empty()),
    ("notice", "tasks_given", |of| {
        !of.actions.is_empty() && of.conclusions.is_empty()
    }),
    ("notice", "other_tasks", |of| {
        let mut all = of.actions.iter();
        all.any(|action| {
            let conclusion = action.conclusion;
            conclusion.is_none_or(|conclusion| of.conclusions.get(conclusion).is_none())
        })
    }),
    ("notice", "task_deadline", |of| {
        of.actions.iter().any(|action| action.deadline.is_some())
    }),
    ("notice", "task_product", |of| {
        of.actions.iter().any(|action| action.deliverable.is_some())
    }),
    ("notice", "task_units", |of| !of.actions.is_empty()),
    ("notice", "organisation", has_tasks),
    ("notice", "report", has_tasks),
    ("notice", "departments", has_tasks),
    ("notice", "follow_up", has_tasks),
    ("notice", "annexed", |of| !of.actions.is_empty()),
];

/// The sentences that are the form of a paper, or that hold a value and would hold a blank in its place: they state nothing
/// of their own.
const FORMS: &[(&str, &[&str])] = &[
    (
        "minutes",
        &[
            "file",
            "title",
            "time",
            "venue",
            "content",
            "chair",
            "recorder",
            "documents",
            "recording",
            "participants",
            "summoned",
            "called",
            "list_attached",
            "invited",
            "proceedings",
            "conclusion",
            "ended",
            "same_day",
            "extent",
            "recorder_signs",
            "chair_signs",
        ],
    ),
    (
        "notice",
        &[
            "file",
            "title",
            "after_meeting",
            "after_chair",
            "lead",
            "concluded",
            "unknown_day",
            "in_place_of",
            "by_order_of",
            "annex",
            "tasks",
        ],
    ),
];

/// The usual words that are offered in a form: no paper prints them by itself.
const OFFERED: &[(&str, &[&str])] = &[
    ("minutes", &["conclusion_opening", "by_all", "by_chair"]),
    ("notice", &["appraisal", "tasks_lead"]),
];

fn delegation(of: &Dossier, is: impl Fn(&Seat) -> bool) -> bool {
    let mut seats = of.seats.iter();
    seats.any(|seat| seat.seat_group != SeatGroup::Ward && is(seat))
}

fn is_host(seat: &Seat) -> bool {
    seat.seat_group == SeatGroup::Host
}

fn is_rolled(of: &Dossier) -> bool {
    let is_marked = |seat: &&Seat| of.attendance.iter().any(|event| event.seat == seat.id);
    wards(of).iter().all(is_marked)
}

fn marked(of: &Dossier, kind: AttendanceKind) -> bool {
    of.attendance.iter().any(|event| event.kind == kind)
}

fn says_who_stayed_away(of: &Dossier) -> bool {
    let mut entries = of.attendance.iter();
    entries.any(|event| {
        let is_away = matches!(event.kind, AttendanceKind::Excused | AttendanceKind::Absent);
        is_away && (event.rank.is_some() || event.person.is_some())
    })
}

fn ranked(of: &Dossier, rank: Option<Rank>) -> bool {
    let mut came = of.attendance.iter();
    came.any(|event| event.kind == AttendanceKind::Present && event.rank == rank)
}

fn noted(of: &Dossier, kind: NoteKind) -> bool {
    of.notes.iter().any(|note| note.kind == kind)
}

fn was_answered(of: &Dossier) -> bool {
    noted(of, NoteKind::Answer) || !of.answers.is_empty()
}

/// Whether the chair concluded anything or gave a task.
fn has_tasks(of: &Dossier) -> bool {
    !of.conclusions.is_empty() || !of.actions.is_empty()
}

/// The lines of the units' own words.
fn own(of: &Dossier) -> impl Iterator<Item = &Note> {
    let kinds = [NoteKind::Answer, NoteKind::Instruction];
    let notes = of.notes.iter();
    notes.filter(move |note| note.seat.is_some() && !kinds.contains(&note.kind))
}

fn unit_spoke(of: &Dossier) -> bool {
    own(of).next().is_some()
}

fn nobody_spoke_for_others(of: &Dossier) -> bool {
    own(of).all(|note| {
        let mut events = of.attendance.iter();
        events.any(|event| {
            Some(event.seat) == note.seat
                && event.kind == AttendanceKind::Present
                && event.rank != Some(Rank::Other)
        })
    })
}

/// An item that somebody presents and that was begun or written of.
fn was_presented(of: &Dossier, is: impl Fn(&AgendaItem) -> bool) -> bool {
    of.items.iter().any(|item| {
        let was_held = of.runs.iter().any(|run| run.item == item.id)
            || of.notes.iter().any(|note| note.item == Some(item.id));
        was_held && item.presenter.is_some() && is(item)
    })
}

/// A document that the body itself presented.
fn was_deployed(of: &Dossier) -> bool {
    of.notes
        .iter()
        .filter(|note| note.seat.is_none())
        .any(|note| {
            let mut items = of.items.iter();
            let is_of_documents = |item: &AgendaItem| item.kind == ItemKind::Documents;
            note.kind == NoteKind::Document
                || items.any(|item| Some(item.id) == note.item && is_of_documents(item))
        })
}

/// Whether a table of names has this one.
fn lists(table: &[(&str, &[&str])], section: &str, name: &str) -> bool {
    let mut sections = table.iter().filter(|(of, _)| *of == section);
    sections.any(|(_, names)| names.contains(&name))
}

/// The sentences of the program, each in front with its name; one that is empty at first stays so.
fn marked_phrases() -> Phrases {
    let mut section = String::new();
    let lines = Phrases::FILE.lines().map(|line| {
        if let Some(name) = line.strip_prefix('[') {
            name.trim_end_matches(']').clone_into(&mut section);
        }
        let has_facts = FORMS.iter().any(|(of, _)| *of == section);
        match line.split_once(" = \"") {
            Some((name, rest)) if has_facts && rest != "\"" => {
                format!("{name} = \"‹{section}.{name}›{rest}")
            }
            _ => line.to_owned(),
        }
    });
    let file: Vec<String> = lines.collect();
    Phrases::read(&file.join("\n")).unwrap()
}

/// The names of the sentences that stand in a paper.
fn printed(scene: &Scene, kind: PaperKind, phrases: &Phrases) -> BTreeSet<(String, String)> {
    let document = scene.worded(kind, Stage::Final, phrases);
    let text = String::from_utf8(Format::Markdown.bytes(&document).unwrap()).unwrap();
    let text = text.replace('\\', "");
    let marks = text.split('‹').skip(1);
    let marks = marks.filter_map(|behind| behind.split_once('›')?.0.split_once('.'));
    marks
        .map(|(section, name)| (section.to_lowercase(), name.to_lowercase()))
        .collect()
}

/// Takes lines out of a meeting, and says what the closing asks, as the bits have it.
fn recorded(scene: &mut Scene, bits: u16) {
    let is = |bit: u32| bits >> bit & 1 == 1;
    let dropped = [
        NoteKind::Answer,
        NoteKind::Document,
        NoteKind::Difficulty,
        NoteKind::Result,
        NoteKind::Proposal,
        NoteKind::Experience,
    ];
    let notes = scene.dossier.notes.iter();
    let left = notes.filter(|note| {
        let mut kinds = (0..).zip(dropped);
        !kinds.any(|(bit, kind)| is(bit) && note.kind == kind)
    });
    scene.dossier.notes = left.cloned().collect();
    if is(6) {
        scene.dossier.runs = Rows::default();
    }
    if is(7) {
        scene.dossier.actions = Rows::default();
    }
    let meeting = &mut scene.dossier.meeting;
    meeting.read_out = is(8).then(|| is(9));
    meeting.approved = is(10).then(|| "chủ trì hội nghị thông qua".to_owned());
    meeting.reservations = is(11).then(|| "không có (ví dụ)".to_owned());
    if is(12) {
        let mut notice = scene.imprint(PaperKind::Notice);
        notice.appraisal = Some("Đánh giá (ví dụ)".to_owned());
        scene.dossier.imprints.put(notice);
    }
}

#[test]
fn every_sentence_of_minutes_and_notice_is_a_fact_or_a_form() {
    for (section, name, _) in Phrases::ALL {
        let is_here = FORMS.iter().any(|(of, _)| of == section);
        let facts = FACTS
            .iter()
            .filter(|(of, fact, _)| (of, fact) == (section, name));
        let times = facts.count()
            + usize::from(lists(FORMS, section, name))
            + usize::from(lists(OFFERED, section, name));
        assert_eq!(times, usize::from(is_here), "[{section}] {name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_fact_is_printed_only_where_the_record_has_it(
        bits in any::<u64>(),
        said in any::<u16>(),
        is_held in prop::bool::weighted(0.8),
    ) {
        let mut scene = if is_held { held() } else { planned() };
        emptied(&mut scene, bits);
        imprinted(&mut scene, bits);
        recorded(&mut scene, said);
        let phrases = marked_phrases();
        for kind in [PaperKind::Minutes, PaperKind::Notice] {
            for (section, name) in printed(&scene, kind, &phrases) {
                let mut facts = FACTS.iter();
                let fact = facts.find(|(of, fact, _)| (*of, *fact) == (&section, &name));
                let is_so = fact.is_none_or(|(_, _, fact)| fact(&scene.dossier));
                prop_assert!(is_so, "{:?} prints [{}] {}", kind, section, name);
                prop_assert!(!lists(OFFERED, &section, &name), "{:?} prints [{}] {}", kind, section, name);
            }
        }
    }
}

/// Of a whole meeting most of these sentences are printed: the marks do reach the papers.
#[test]
fn a_whole_meeting_prints_its_facts() {
    let phrases = marked_phrases();
    let mut scene = held();
    recorded(&mut scene, 0b1111_0000_0000);
    let minutes = printed(&scene, PaperKind::Minutes, &phrases);
    let notice = printed(&scene, PaperKind::Notice, &phrases);
    for (section, name) in [
        ("minutes", "came_among"),
        ("minutes", "excused_unit"),
        ("minutes", "difficulty"),
        ("minutes", "read_and_approved"),
    ] {
        let name = (section.to_owned(), name.to_owned());
        assert!(minutes.contains(&name), "{name:?} in {minutes:?}");
    }
    for name in ["heard_units", "answered", "delegates_and_substitutes"] {
        let name = ("notice".to_owned(), name.to_owned());
        assert!(notice.contains(&name), "{name:?} in {notice:?}");
    }
}
