//! Blanks: whatever a meeting lacks, each blank that a paper prints is a row of its list, and nothing else is.
use crate::common::papers::{Scene, day, held, planned};
use giaoban::meeting::code::{Capacity, PaperKind};
use giaoban::meeting::dossier::Rows;
use giaoban::meeting::roll_call;
use giaoban::meeting::rows::IssueAnswer;
use giaoban::papers::brief::{Stage, Which};
use giaoban::papers::gaps::Gap;
use giaoban::papers::phrases::Phrases;
use giaoban::papers::{Document, Format};
use proptest::prelude::*;

const BLANK: &str = "......";

/// Returns how many blanks stand in a text.
fn blanks(text: &str) -> usize {
    text.matches(BLANK).count()
}

fn printed(document: &Document, format: Format) -> String {
    String::from_utf8(format.bytes(document).unwrap()).unwrap()
}

/// Every paper of a meeting, the slips of two units among them.
fn papers(scene: &Scene) -> Vec<Which> {
    let kinds = PaperKind::ALL.iter().map(|kind| Which::from(*kind));
    let wards = roll_call::wards(&scene.dossier).into_iter();
    let slips = wards.skip(8).take(3).map(|seat| Which {
        kind: PaperKind::Slip,
        seat: Some(seat.id),
    });
    kinds.chain(slips).collect()
}

/// Takes values out of a meeting, one for each bit that is set.
pub(crate) fn emptied(scene: &mut Scene, bits: u64) {
    let is = |bit: u32| bits >> bit & 1 == 1;
    let meeting = &mut scene.dossier.meeting;
    let texts = [
        &mut meeting.venue,
        &mut meeting.chair,
        &mut meeting.chair_office,
        &mut meeting.recorder,
        &mut meeting.recorder_office,
        &mut meeting.documents,
    ];
    for (bit, text) in (0..).zip(texts) {
        if is(bit) {
            *text = None;
        }
    }
    if is(6) {
        meeting.opened = None;
    }
    if is(7) {
        meeting.closed = None;
    }
    if is(8) {
        (meeting.recorded, meeting.copies) = (None, None);
    }
    let issuer = &mut scene.dossier.issuer;
    if is(9) {
        (issuer.recipients, issuer.follow_up) = (None, None);
    }
    if is(10) {
        issuer.head = String::new();
    }
    if is(11) {
        scene.dossier.conclusions = Rows::default();
    }
    let events: Vec<_> = scene.dossier.attendance.iter().cloned().collect();
    for (place, mut event) in (0..).zip(events) {
        if is(12) && place % 5 == 0 {
            event.rank = None;
        }
        if is(13) {
            (event.on_behalf, event.reason) = (None, None);
        }
        if is(14) {
            (event.person, event.office) = (None, None);
        }
        scene.dossier.attendance.put(event);
    }
    if is(15) {
        let all = std::mem::take(&mut scene.dossier.attendance);
        scene.dossier.attendance = all.iter().skip(7).cloned().collect();
    }
    let seats: Vec<_> = scene.dossier.seats.iter().cloned().collect();
    for (place, mut seat) in (0..).zip(seats) {
        if is(16) && place % 2 == 0 {
            seat.secretary = Some(format!("Bí Thư {place}"));
        }
        if is(17) {
            seat.attended = None;
        }
        scene.dossier.seats.put(seat);
    }
    let items: Vec<_> = scene.dossier.items.iter().cloned().collect();
    for (place, mut item) in (0..).zip(items) {
        if is(18) {
            item.presenter = None;
        }
        if is(19) && place == 3 {
            item.skipped = Some(String::new());
        }
        scene.dossier.items.put(item);
    }
    if is(20) {
        scene.dossier.notes = Rows::default();
    }
    let actions: Vec<_> = scene.dossier.actions.iter().cloned().collect();
    for mut action in actions {
        if is(21) {
            (action.deadline, action.deliverable) = (None, None);
        }
        scene.dossier.actions.put(action);
    }
    if is(22) {
        scene.dossier.assignments = Rows::default();
    }
    if is(23) {
        scene.dossier.meeting.content = String::new();
    }
}

/// Says of the notice what the bits ask for, and answers an issue without a word.
pub(crate) fn imprinted(scene: &mut Scene, bits: u64) {
    let is = |bit: u32| bits >> bit & 1 == 1;
    if is(24) {
        let mut notice = scene.imprint(PaperKind::Notice);
        notice.number = is(25).then_some(12);
        notice.dated = is(26).then(|| day(2023, 7, 13));
        notice.report_by = is(27).then(|| day(2023, 9, 20));
        notice.capacity = if is(28) {
            Capacity::Deputy
        } else {
            Capacity::Head
        };
        scene.dossier.imprints.put(notice);
    }
    if is(29) {
        let mut minutes = scene.imprint(PaperKind::Minutes);
        minutes.number = Some(7);
        scene.dossier.imprints.put(minutes);
    }
    let issue = scene.dossier.issues.iter().next().map(|issue| issue.id);
    if let Some(issue) = issue.filter(|_| is(30)) {
        scene.dossier.answers.put(IssueAnswer {
            id: scene.ids.next(),
            issue,
            meeting: Some(scene.dossier.meeting.id),
            at: scene.dossier.meeting.starts,
            text: None,
            author: None,
            document: None,
            note: None,
        });
    }
    if is(31) {
        scene.dossier.meeting.venue = Some("Số ...... đường ...... (ví dụ).".to_owned());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_blank_that_is_printed_is_a_row(bits in any::<u64>(), is_held in any::<bool>()) {
        let mut scene = if is_held { held() } else { planned() };
        emptied(&mut scene, bits);
        imprinted(&mut scene, bits);
        for which in papers(&scene) {
            let document = scene.paper(which, Stage::Final);
            let rows = document.gaps().count();
            for format in [Format::Markdown, Format::Text] {
                let text = printed(&document, format);
                prop_assert_eq!(blanks(&text), rows, "{:?} {:?}\n{}", which.kind, format, text);
                prop_assert!(!text.contains("......."), "{:?}\n{}", which.kind, text);
                let stray = text.chars().find(|letter| *letter > '\u{effff}');
                prop_assert_eq!(stray, None);
            }
        }
    }
}

#[test]
fn a_blank_says_which_value_is_missing_where_it_stands() {
    let mut scene = held();
    scene.dossier.meeting.venue = None;
    let minutes = scene.paper(PaperKind::Minutes, Stage::Final);
    let venue = minutes
        .pieces
        .iter()
        .find(|piece| piece.gaps == [Gap::Venue]);
    assert!(venue.is_some(), "{:?}", minutes.pieces);
}

/// A blank before a full stop is printed one way in every paper: without the stop.
#[test]
fn a_blank_at_the_end_of_a_sentence_has_no_stop() {
    let scene = held();
    let notice = printed(
        &scene.paper(PaperKind::Notice, Stage::Final),
        Format::Markdown,
    );
    assert!(
        notice.contains("trước ngày ...... (Phân công nhiệm vụ"),
        "{notice}"
    );
}

/// What a person and a substitute's office lack leads to the entry that says who came, and hinders the signature.
#[test]
fn for_whom_a_substitute_came_is_a_blank_that_hinders() {
    let mut scene = held();
    let mut events: Vec<_> = scene.dossier.attendance.iter().cloned().collect();
    for event in &mut events {
        if event.person.is_some() {
            event.on_behalf = None;
            scene.dossier.attendance.put(event.clone());
        }
    }
    let minutes = scene.paper(PaperKind::Minutes, Stage::Final);
    let whom = minutes.gaps().filter(|gap| matches!(gap, Gap::Whom(_)));
    // In the sentence and in the annex.
    assert_eq!(whom.count(), 2);
    // The Secretary of the seat is not for whom somebody else came, unless that was entered.
    let seats: Vec<_> = scene.dossier.seats.iter().cloned().collect();
    for mut seat in seats {
        seat.secretary = Some("Bí Thư Không Ghi".to_owned());
        scene.dossier.seats.put(seat);
    }
    let minutes = scene.paper(PaperKind::Minutes, Stage::Final);
    let whom = minutes.gaps().filter(|gap| matches!(gap, Gap::Whom(_)));
    assert_eq!(whom.count(), 2);
    let text = printed(&minutes, Format::Markdown);
    assert!(text.contains("dự thay đồng chí ......"), "{text}");
    let phrases = Phrases::default();
    let aloud = giaoban::papers::roll_call::read_aloud(&scene.dossier, &phrases).join(" ");
    assert!(aloud.contains("thay đồng chí ......)"), "{aloud}");
}

/// A run of dots that somebody typed is one blank, however long; it leads to where it was typed.
#[test]
fn a_run_of_typed_dots_is_one_blank() {
    use giaoban::papers::document::{Particular, Source};
    let mut scene = held();
    scene.dossier.meeting.venue = Some("Số ............ đường A".to_owned());
    let minutes = scene.paper(PaperKind::Minutes, Stage::Final);
    let typed: Vec<_> = minutes
        .gaps()
        .filter(|gap| matches!(gap, Gap::Typed(_)))
        .collect();
    assert_eq!(
        typed,
        [&Gap::Typed(Some(Source::Meeting(Particular::Venue)))]
    );
    assert!(printed(&minutes, Format::Text).contains("Số ............ đường A"));
}

/// One value that is missing in several places is one row, which says in how many.
#[test]
fn a_blank_of_several_places_is_one_row() {
    let mut stage = crate::common::stage::Stage::demo((120, 36), giaoban::words::Lang::Vi);
    stage.press("<F8>").sees("Số: văn thư cấp khi ký · 3 chỗ");
    assert_eq!(stage.text().matches("Số: văn thư cấp").count(), 1);
}
