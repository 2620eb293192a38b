//! What is handed out beside minutes and notice: the annexes, the slips, the working papers of the chair, the corrections.
use crate::common::papers::{Scene, day, golden, held, planned};
use crate::common::register;
use chrono::{DateTime, NaiveDate};
use giaoban::meeting::actions::assign;
use giaoban::meeting::cell::Id;
use giaoban::meeting::change::{Change, Transaction};
use giaoban::meeting::code::{
    AssignmentState, Capacity, IssueState, MeetingState, PaperKind, Rank,
};
use giaoban::meeting::roll_call::{Delegate, Mark};
use giaoban::meeting::rows::{
    Action, ActionSupport, Amendment, AttendanceEvent, Issue, IssueRaised, Meeting, Unit,
};
use giaoban::papers::brief::{Brief, Matters, Stage, Which};
use giaoban::papers::document::{Block, Source, Table};
use giaoban::papers::markdown::markdown;
use giaoban::papers::paper::paper;
use giaoban::papers::phrases::Phrases;
use giaoban::papers::{Document, Format};
use giaoban::store::Store;

/// The papers of this file.
const KINDS: [PaperKind; 8] = [
    PaperKind::Attendance,
    PaperKind::Actions,
    PaperKind::Slip,
    PaperKind::OpenMatters,
    PaperKind::RunSheet,
    PaperKind::SignIn,
    PaperKind::MinutesAmendment,
    PaperKind::Amendment,
];

/// The day on which the register is looked at.
fn today() -> NaiveDate {
    register::later().date_naive()
}

fn made(scene: &Scene, which: Which, stage: Stage, matters: &Matters) -> Document {
    let phrases = Phrases::default();
    let brief = Brief {
        dossier: &scene.dossier,
        phrases: &phrases,
        matters,
        today: today(),
    };
    paper(which, stage, &brief)
}

fn of_seat(scene: &Scene, name: &str) -> Which {
    Which {
        kind: PaperKind::Slip,
        seat: Some(scene.seat(name).id),
    }
}

/// A register with two issues that wait, and one that does not.
fn book() -> Store {
    let mut store = register::book();
    raise(
        &mut store,
        (11, "2023-07-11T08:30:00+07:00"),
        "Tam Phú",
        IssueState::Escalated,
    );
    raise(
        &mut store,
        (12, "2023-07-11T08:20:00+07:00"),
        "Linh Trung",
        IssueState::Raised,
    );
    raise(
        &mut store,
        (13, "2023-07-11T08:10:00+07:00"),
        "Cát Lái",
        IssueState::Answered,
    );
    store
}

fn raise(store: &mut Store, (number, at): (i64, &str), ward: &str, state: IssueState) {
    let dossier = store.dossier(store.last_meeting().unwrap().unwrap());
    let dossier = dossier.unwrap().unwrap();
    let seat = dossier.seats.iter().find(|seat| seat.name == ward).unwrap();
    let at = DateTime::parse_from_rfc3339(at).unwrap();
    let issue = Issue {
        id: store.ids().next(),
        meeting: dossier.meeting.id,
        number,
        text: format!("Vướng mắc {number} (ví dụ)"),
        focus: None,
        state,
        competent: (number == 11).then(|| "Ban Tổ chức cấp trên".to_owned()),
        duplicate_of: None,
        at,
        state_before: None,
    };
    let raised = IssueRaised {
        id: store.ids().next(),
        issue: issue.id,
        meeting: dossier.meeting.id,
        seat: Some(seat.id),
        unit: seat.unit,
        note: None,
        at,
    };
    let changes = vec![Change::insert(issue), Change::insert(raised)];
    store.commit(&Transaction::new("nêu", changes), at).unwrap();
}

/// What is open in that book, as if all of it came from an earlier meeting.
fn matters() -> Matters {
    let (mut table, mut issues) = book().matters(today()).unwrap();
    let earlier = Id::<Meeting>::of(1);
    let scene = planned();
    for of in &mut table.actions {
        of.action.meeting = earlier;
        of.action.number += 10;
        // That register gave its actions to units of the later roster where these have the same names.
        for part in &mut of.parts {
            part.assignment.unit = scene.seat(&part.unit).unit.unwrap();
        }
    }
    for raised in issues.iter_mut().flat_map(|card| &mut card.raised) {
        raised.meeting = earlier;
    }
    Matters {
        actions: Some(table),
        issues,
        put_off: Vec::new(),
    }
}

fn tables(document: &Document) -> Vec<&Table> {
    let blocks = document.pieces.iter().map(|piece| &piece.block);
    blocks
        .filter_map(|block| {
            if let Block::Table(table) = block {
                Some(table)
            } else {
                None
            }
        })
        .collect()
}

/// Holds a paper against the Markdown that is kept of it.
fn kept(name: &str, scene: &Scene, which: Which, stage: Stage) -> Document {
    let document = made(scene, which, stage, &matters());
    golden(name, &document);
    document
}

#[test]
fn the_roll_goes_with_the_minutes() {
    kept(
        "attendance.md",
        &held(),
        PaperKind::Attendance.into(),
        Stage::Draft(2),
    );
}

#[test]
fn the_actions_lie_on_their_side_with_who_helps() {
    let mut scene = held();
    let lead = scene
        .dossier
        .actions
        .iter()
        .find(|action| action.number == 2);
    let action = lead.unwrap().id;
    let unit = scene.seat("Tam Phú").unit;
    for (unit, name) in [(unit, "Tam Phú"), (None, "Đảng ủy Doanh nghiệp (ví dụ)")] {
        scene.dossier.supports.put(ActionSupport {
            id: scene.ids.next(),
            action,
            unit,
            name: name.to_owned(),
        });
    }
    let document = kept(
        "actions.md",
        &scene,
        PaperKind::Actions.into(),
        Stage::Draft(1),
    );
    let first = &document.pieces[0].block;
    assert!(matches!(first, Block::Annex { is_wide: true, .. }));
    let all = &tables(&document)[0].rows;
    let leads: Vec<&str> = all.iter().map(|row| row.cells[3].as_str()).collect();
    assert_eq!(leads, ["Đảng ủy 34 phường", "Đảng ủy phường Linh Trung"]);
}

#[test]
fn nearly_all_units_are_told_with_the_exceptions_and_others_by_their_names() {
    let mut scene = held();
    let units: Vec<Id<Unit>> = scene
        .dossier
        .seats
        .iter()
        .filter_map(|seat| seat.unit)
        .collect();
    let first: Action = scene.dossier.actions.iter().next().unwrap().clone();
    let foreign = Id::<Unit>::of(7);
    for (number, to) in [
        (3, &units[2..]),
        (4, &units[..3]),
        (5, &[][..]),
        (6, &[units[0], foreign][..]),
    ] {
        let action = Action {
            id: scene.ids.next(),
            number,
            ..first.clone()
        };
        let changes = assign(action, to, &scene.ids);
        scene.make(&changes);
    }
    let document = made(
        &scene,
        PaperKind::Actions.into(),
        Stage::Final,
        &Matters::default(),
    );
    let rows = &tables(&document)[0].rows;
    let lead = |number: usize| {
        let code = format!("NV-{number:03}");
        let row = rows.iter().find(|row| row.cells[1] == code);
        row.unwrap().cells[3].clone()
    };
    assert_eq!(lead(3), "Đảng ủy 32 phường (trừ An Khánh, An Lợi Đông)");
    assert_eq!(lead(4), "Đảng ủy các phường: An Khánh, An Lợi Đông, An Phú");
    assert_eq!(lead(5), "......");
    assert_eq!(lead(6), "Đảng ủy phường An Khánh; 01 đơn vị khác");
}

#[test]
fn a_slip_tells_one_unit_everything_that_concerns_it() {
    let mut scene = held();
    let mut notice = scene.imprint(PaperKind::Notice);
    notice.report_by = Some(day(2023, 10, 5));
    scene.dossier.imprints.put(notice);
    let slip = kept(
        "slip.md",
        &scene,
        of_seat(&scene, "Linh Trung"),
        Stage::Draft(1),
    );
    // Another unit's words, issues and actions are not on it.
    let text = markdown(&slip);
    for foreign in ["Tam Phú", "Cát Lái", "VM-011", "NV-013"] {
        assert!(!text.contains(foreign), "{foreign}");
    }
    let sources = slip.pieces.iter().filter_map(|piece| piece.source);
    assert!(
        sources
            .into_iter()
            .any(|source| matches!(source, Source::Note(_)))
    );
}

/// Brings the parts of Linh Trung at this meeting to a state, done on a day where it is that.
fn bring(scene: &mut Scene, state: AssignmentState, done_on: Option<NaiveDate>) {
    let unit = scene.seat("Linh Trung").unit.unwrap();
    let parts: Vec<_> = scene.dossier.assignments.iter().cloned().collect();
    for mut part in parts.into_iter().filter(|part| part.unit == unit) {
        (part.state, part.done_on) = (state, done_on);
        scene.dossier.assignments.put(part);
    }
}

/// A slip knows the state of each part on its own day, and asks for nothing that is not owed by a day that has passed.
#[test]
fn a_slip_is_true_on_its_own_day() {
    let mut scene = held();
    let mut notice = scene.imprint(PaperKind::Notice);
    notice.report_by = Some(day(2023, 9, 15));
    scene.dossier.imprints.put(notice);
    let nothing = {
        let mut matters = matters();
        matters.actions.as_mut().unwrap().actions.clear();
        matters
    };
    let slip = |scene: &Scene| {
        let which = of_seat(scene, "Linh Trung");
        markdown(&made(scene, which, Stage::Final, &nothing))
    };
    // NV-001 is due on 30/9, NV-002 was due on 31/8; today is 20/9.
    let text = slip(&scene);
    assert!(
        text.contains("| 30/9/2023 |  | chưa thực hiện |  |"),
        "{text}"
    );
    assert!(text.contains("| chưa thực hiện | 20 |"), "{text}");
    assert!(
        text.contains("khẩn trương hoàn thành các nhiệm vụ quá hạn (NV-002) và báo cáo kết quả"),
        "{text}"
    );
    assert!(!text.contains("trước ngày 15 tháng 9"), "{text}");
    for (state, done_on, told) in [
        (
            AssignmentState::Done,
            Some(day(2023, 8, 25)),
            "| hoàn thành |  |",
        ),
        (
            AssignmentState::Reported,
            None,
            "chờ xác nhận hoàn thành |  |",
        ),
        (AssignmentState::Paused, None, "| tạm dừng |  |"),
    ] {
        bring(&mut scene, state, done_on);
        let text = slip(&scene);
        assert_eq!(text.matches(told).count(), 2, "{state:?}\n{text}");
        assert!(!text.contains("Đề nghị"), "{state:?}\n{text}");
    }
    // An extension counts.
    bring(&mut scene, AssignmentState::InProgress, None);
    let action = scene
        .dossier
        .actions
        .iter()
        .find(|action| action.number == 2);
    let action = action.unwrap().id;
    scene
        .dossier
        .extensions
        .put(giaoban::meeting::rows::Extension {
            reason: "thêm việc".to_owned(),
            ..giaoban::meeting::rows::Extension::of(
                scene.ids.next(),
                action,
                day(2023, 12, 1),
                scene.dossier.meeting.starts,
            )
        });
    let text = slip(&scene);
    assert!(text.contains("| 01/12/2023 |"), "{text}");
    assert!(
        text.contains(
            "Đề nghị Đảng ủy phường Linh Trung báo cáo kết quả thực hiện về Ban Tổ chức Thành ủy."
        ),
        "{text}"
    );
}

#[test]
fn a_slip_of_one_that_was_absent_and_owes_nothing_asks_for_nothing() {
    let mut scene = held();
    let mut matters = matters();
    matters.actions.as_mut().unwrap().actions.clear();
    for action in scene.dossier.actions.iter().cloned().collect::<Vec<_>>() {
        let changes = giaoban::meeting::actions::remove(&scene.dossier, &action);
        scene.make(&changes);
    }
    let which = of_seat(&scene, "Thảo Điền");
    let text = markdown(&made(&scene, which, Stage::Final, &matters));
    assert!(text.contains("Vắng có phép, lý do: dự hội nghị do cấp trên triệu tập."));
    assert_eq!(text.matches("Không có.").count(), 4, "{text}");
    assert!(!text.contains("Đề nghị"), "{text}");
    assert!(text.contains("# PHIẾU GHI NHẬN"), "{text}");
    // What nobody looked up may still be owed, and a part from an earlier meeting is.
    for matters in [Matters::default(), self::matters()] {
        let text = markdown(&made(&scene, which, Stage::Final, &matters));
        assert!(text.contains("# PHIẾU NHẮC VIỆC"), "{text}");
    }
}

#[test]
fn the_open_matters_of_the_book_stand_under_their_areas() {
    kept(
        "open_matters.md",
        &held(),
        PaperKind::OpenMatters.into(),
        Stage::Draft(3),
    );
}

#[test]
fn the_run_sheet_has_times_presenters_and_what_to_ask() {
    let mut scene = planned();
    scene.dossier.meeting.venue = Some("Hội trường (ví dụ)".to_owned());
    scene.dossier.meeting.hard_end =
        Some(DateTime::parse_from_rfc3339("2023-07-11T09:45:00+07:00").unwrap());
    scene.present(2, "Người Báo Cáo Ví Dụ, Phó Trưởng Ban");
    let excused = Mark::Excused {
        reason: Some("đi học".to_owned()),
    };
    scene.mark("An Phú", &excused, "07:30");
    kept(
        "run_sheet.md",
        &scene,
        PaperKind::RunSheet.into(),
        Stage::Draft(1),
    );
}

/// A unit that has reported, or whose part is paused, owes nothing past a deadline: it is counted and named apart.
#[test]
fn what_was_reported_or_paused_is_open_but_not_overdue() {
    let scene = planned();
    let told = |state: AssignmentState| {
        let mut matters = matters();
        let actions = &mut matters.actions.as_mut().unwrap().actions;
        for part in actions.iter_mut().flat_map(|of| &mut of.parts) {
            if part.unit == "Linh Trung" {
                part.assignment.state = state;
            }
        }
        let list = made(
            &scene,
            PaperKind::OpenMatters.into(),
            Stage::Draft(1),
            &matters,
        );
        let sheet = made(
            &scene,
            PaperKind::RunSheet.into(),
            Stage::Draft(1),
            &matters,
        );
        let rows = tables(&list).into_iter().flat_map(|table| &table.rows);
        let late = rows.clone().find(|row| row.cells[1] == "NV-012").unwrap();
        let (owing, days) = (late.cells[3].clone(), late.cells[5].clone());
        (markdown(&list), markdown(&sheet), owing, days)
    };
    let (list, sheet, owing, days) = told(AssignmentState::InProgress);
    assert!(list.contains("trong đó 01 phần việc quá hạn;"), "{list}");
    assert!(
        sheet.contains("Cần hỏi: 01 phần việc quá hạn trong 35 phần việc chưa hoàn thành;"),
        "{sheet}"
    );
    let ward = "Đảng ủy phường Linh Trung";
    assert_eq!((owing.as_str(), days.as_str()), (ward, "05"));
    for (state, counted, named) in [
        (
            AssignmentState::Reported,
            "phần việc chờ xác nhận hoàn thành",
            "Chờ xác nhận hoàn thành: Đảng ủy phường Linh Trung",
        ),
        (
            AssignmentState::Paused,
            "phần việc tạm dừng",
            "Tạm dừng: Đảng ủy phường Linh Trung",
        ),
    ] {
        let (list, sheet, owing, days) = told(state);
        let whole = format!("gồm 35 phần việc của các đơn vị, trong đó 01 {counted};");
        assert!(list.contains(&whole), "{list}");
        assert_eq!((owing.as_str(), days.as_str()), (named, ""));
        let asked = format!("Cần hỏi: 35 phần việc chưa hoàn thành (trong đó 01 {counted});");
        assert!(sheet.contains(&asked), "{sheet}");
        assert!(!list.contains("phần việc quá hạn") && !sheet.contains("phần việc quá hạn"));
    }
}

/// A run sheet that is taken after the meeting asks for nothing that the meeting itself gave.
#[test]
fn a_run_sheet_asks_for_what_is_older_than_the_meeting() {
    let mut scene = planned();
    scene.dossier.meeting.chair = Some("Người Chủ Trì Ví Dụ".to_owned());
    scene.mark("An Phú", &Mark::Absent, "08:00");
    let mut matters = matters();
    let here = scene.dossier.meeting.id;
    for of in &mut matters.actions.as_mut().unwrap().actions {
        of.action.meeting = here;
    }
    for raised in matters.issues.iter_mut().flat_map(|card| &mut card.raised) {
        raised.meeting = here;
    }
    let sheet = made(
        &scene,
        PaperKind::RunSheet.into(),
        Stage::Draft(1),
        &matters,
    );
    let text = markdown(&sheet);
    for asked in [
        "Cần hỏi",
        "Cần trả lời",
        "Các đơn vị cần hỏi",
        "Đã báo vắng",
    ] {
        assert!(!text.contains(asked), "{asked}: {text}");
    }
    let last = tables(&sheet)[0].rows.last().unwrap();
    assert_eq!(last.cells[4], "Người Chủ Trì Ví Dụ", "who concludes");
}

/// Secretary or Standing Deputy was called: where nobody said which of them stayed away, the unit did.
#[test]
fn an_absent_unit_is_named_by_itself_unless_somebody_said_who_stayed_away() {
    let mut scene = held();
    let mut seat = scene.seat("Thảo Điền");
    seat.secretary = Some("Người Vắng Một".to_owned());
    seat.deputy = Some("Người Vắng Hai".to_owned());
    scene.dossier.seats.put(seat.clone());
    for mark in [
        Mark::Absent,
        Mark::Excused {
            reason: Some("họp ở Thành ủy".to_owned()),
        },
    ] {
        scene.mark("Thảo Điền", &mark, "08:00");
        let (cells, minutes) = absent_in_roll_and_minutes(&scene);
        assert_eq!(cells[..2], ["", ""], "{cells:?}");
        assert!(
            minutes.contains("Vắng mặt: Đảng ủy phường Thảo Điền - "),
            "{minutes}"
        );
        assert!(!minutes.contains("Người Vắng"), "{minutes}");
    }
    let mut event = scene
        .dossier
        .attendance
        .iter()
        .find(|event| event.seat == seat.id);
    let event = event.take().unwrap().clone();
    scene.dossier.attendance.put(AttendanceEvent {
        rank: Some(Rank::StandingDeputy),
        ..event.clone()
    });
    let (cells, minutes) = absent_in_roll_and_minutes(&scene);
    assert_eq!(cells[..2], ["Người Vắng Hai", "Phó Bí thư Thường trực"]);
    let named = "Vắng mặt: Đồng chí Người Vắng Hai, Phó Bí thư Thường trực Đảng ủy phường Thảo Điền - lý do";
    assert!(minutes.contains(named), "{minutes}");
    scene.dossier.attendance.put(AttendanceEvent {
        person: Some("Người Vắng Ví Dụ".to_owned()),
        office: Some("Phó Bí thư".to_owned()),
        ..event
    });
    let (cells, minutes) = absent_in_roll_and_minutes(&scene);
    assert_eq!(cells[..2], ["Người Vắng Ví Dụ", "Phó Bí thư"]);
    assert!(
        minutes.contains("Đồng chí Người Vắng Ví Dụ, Phó Bí thư Đảng ủy"),
        "{minutes}"
    );
}

/// Returns name and office of Thảo Điền in the roll, and the minutes.
fn absent_in_roll_and_minutes(scene: &Scene) -> (Vec<String>, String) {
    let of = |kind: PaperKind| made(scene, kind.into(), Stage::Final, &Matters::default());
    let roll = of(PaperKind::Attendance);
    let mut rows = tables(&roll)[0].rows.iter();
    let row = rows
        .find(|row| row.cells[1].ends_with("Thảo Điền"))
        .unwrap();
    (row.cells[2..4].to_vec(), markdown(&of(PaperKind::Minutes)))
}

#[test]
fn the_sign_in_sheet_has_a_line_for_everybody() {
    let mut scene = planned();
    let mut seat = scene.seat("An Khánh");
    seat.secretary = Some("Bí Thư Ví Dụ".to_owned());
    scene.dossier.seats.put(seat);
    let substitute = Mark::Came(Delegate::Substitute {
        person: "Người Dự Thay Ví Dụ".to_owned(),
        office: "Phó Bí thư".to_owned(),
        on_behalf: None,
    });
    scene.mark("An Phú", &substitute, "07:30");
    kept(
        "sign_in.md",
        &scene,
        PaperKind::SignIn.into(),
        Stage::Draft(1),
    );
}

fn correct(scene: &mut Scene, kind: PaperKind, [old, new]: [&str; 2], reason: Option<&str>) {
    let amendment = Amendment {
        id: scene.ids.next(),
        meeting: scene.dossier.meeting.id,
        kind,
        at: DateTime::parse_from_rfc3339("2023-07-20T09:00:00+07:00").unwrap(),
        old_words: old.to_owned(),
        new_words: new.to_owned(),
        reason: reason.map(str::to_owned),
        batch: Some(1),
        place: None,
        occurrence: None,
        paper: None,
    };
    scene.dossier.amendments.put(amendment);
}

#[test]
fn an_amendment_sets_old_words_against_new_ones() {
    let mut scene = held();
    scene.dossier.meeting.state = MeetingState::Final;
    let words = ["tình tình thực tiễn", "tình hình thực tiễn"];
    correct(&mut scene, PaperKind::Notice, words, Some("lỗi đánh máy"));
    correct(&mut scene, PaperKind::Minutes, words, None);
    // Each says where.
    let all: Vec<_> = scene.dossier.amendments.iter().cloned().collect();
    for mut one in all {
        one.place = Some("mục III, khoản 3".to_owned());
        one.occurrence = (one.kind == PaperKind::Notice).then_some(2);
        scene.dossier.amendments.put(one);
    }
    let notice = kept(
        "amendment.md",
        &scene,
        PaperKind::Amendment.into(),
        Stage::Final,
    );
    assert_eq!(notice.dated, day(2023, 7, 20));
    let last = &notice.pieces.last().unwrap().block;
    assert!(matches!(last, Block::Closing { .. }));
    // What corrects the minutes is minutes, signed as they are.
    let minutes = kept(
        "minutes_amendment.md",
        &scene,
        PaperKind::MinutesAmendment.into(),
        Stage::Final,
    );
    let last = &minutes.pieces.last().unwrap().block;
    assert!(matches!(last, Block::Signatures { .. }));
}

/// Whom the amendment itself names signs it; before that whoever signs the notice.
#[test]
fn an_amendment_is_signed_as_it_says_itself() {
    let mut scene = held();
    let mut notice = scene.imprint(PaperKind::Notice);
    notice.capacity = Capacity::Deputy;
    notice.office = Some("Phó Trưởng Ban".to_owned());
    notice.signer = Some("Người Ký Thông Báo".to_owned());
    scene.dossier.imprints.put(notice);
    correct(&mut scene, PaperKind::Notice, ["cũ", "mới"], None);
    let text = |scene: &Scene| {
        let matters = Matters::default();
        let document = made(scene, PaperKind::Amendment.into(), Stage::Final, &matters);
        giaoban::papers::content::words(&document)
    };
    assert!(text(&scene).contains("Người Ký Thông Báo"));
    let mut own = scene.imprint(PaperKind::Amendment);
    own.number = Some(26);
    scene.dossier.imprints.put(own.clone());
    assert!(text(&scene).contains("Người Ký Thông Báo"));
    own.capacity = Capacity::ByOrder;
    own.office = Some("Chánh Văn phòng".to_owned());
    own.signer = Some("Người Ký Đính Chính".to_owned());
    own.recipients = Some("Nơi nhận đính chính".to_owned());
    scene.dossier.imprints.put(own);
    let own = text(&scene);
    for said in [
        "T/L",
        "CHÁNH VĂN PHÒNG",
        "Người Ký Đính Chính",
        "Nơi nhận đính chính",
    ] {
        assert!(own.contains(said), "{said}\n{own}");
    }
    assert!(!own.contains("Người Ký Thông Báo"), "{own}");
}

#[test]
fn working_papers_are_no_drafts_and_the_others_say_which() {
    let scene = held();
    for kind in KINDS {
        let which = Which {
            kind,
            ..of_seat(&scene, "An Phú")
        };
        let document = made(&scene, which, Stage::Draft(2), &matters());
        let drafts = document
            .pieces
            .iter()
            .filter(|piece| matches!(piece.block, Block::Draft(_)));
        let is_working = matches!(
            kind,
            PaperKind::OpenMatters | PaperKind::RunSheet | PaperKind::SignIn
        );
        assert_eq!(drafts.count(), usize::from(!is_working), "{kind:?}");
    }
}

#[test]
fn a_meeting_of_which_nothing_is_known_has_blanks_and_no_inventions() {
    let scene = planned();
    for kind in KINDS {
        let document = made(&scene, kind.into(), Stage::Draft(1), &Matters::default());
        let text = markdown(&document);
        assert!(
            ["......", "Không có.", "chưa điểm danh"]
                .iter()
                .any(|blank| text.contains(blank)),
            "{kind:?}: {text}"
        );
    }
    let slip = made(
        &scene,
        of_seat(&scene, "An Phú"),
        Stage::Final,
        &Matters::default(),
    );
    let text = markdown(&slip);
    assert!(text.contains("Chưa điểm danh."), "{text}");
    let roll = made(
        &scene,
        PaperKind::Attendance.into(),
        Stage::Final,
        &Matters::default(),
    );
    let total = tables(&roll)[0].total.clone().unwrap();
    // A count of none is no fact.
    assert_eq!(total, "Triệu tập 34 - Chưa điểm danh 34.");
}

#[test]
fn whatever_was_typed_stands_whole_in_every_format() {
    let mut scene = held();
    let hostile = format!("<b>&amp;|`*🙂 {}", "Đặng ".repeat(40));
    for mut seat in scene.dossier.seats.iter().cloned().collect::<Vec<_>>() {
        seat.name = hostile.clone();
        seat.secretary = Some(hostile.clone());
        seat.deputy = Some(hostile.clone());
        seat.attended = Some(i64::MAX);
        scene.dossier.seats.put(seat);
    }
    for mut item in scene.dossier.items.iter().cloned().collect::<Vec<_>>() {
        item.title = hostile.clone();
        item.presenter = Some(hostile.clone());
        item.minutes = i64::MAX;
        scene.dossier.items.put(item);
    }
    correct(&mut scene, PaperKind::Slip, [&hostile, ""], Some(""));
    let seat = scene
        .dossier
        .seats
        .iter()
        .find(|seat| seat.unit.is_some())
        .unwrap()
        .id;
    for kind in KINDS {
        let which = Which {
            kind,
            seat: Some(seat),
        };
        let document = made(&scene, which, Stage::Draft(1), &matters());
        assert_eq!(document, made(&scene, which, Stage::Draft(1), &matters()));
        for format in [Format::Docx, Format::Markdown, Format::Text] {
            format.bytes(&document).unwrap();
        }
        for table in tables(&document) {
            let widths: u16 = table.columns.iter().map(|column| column.width).sum();
            assert_eq!(widths, 1000, "{kind:?}");
            for row in &table.rows {
                assert_eq!(row.cells.len(), table.columns.len(), "{kind:?}");
            }
        }
    }
}

#[test]
fn the_matters_of_a_book_are_what_is_open_in_it() {
    let mut store = book();
    let numbers = |store: &Store| {
        let (table, issues) = store.matters(today()).unwrap();
        let actions: Vec<i64> = table.actions.iter().map(|of| of.action.number).collect();
        let issues: Vec<i64> = issues.iter().map(|card| card.issue.number).collect();
        (actions, issues)
    };
    // The nearest deadline first; the oldest issue first, and none that was answered.
    assert_eq!(numbers(&store), (vec![2, 1, 3], vec![12, 11]));
    let (table, _) = store.matters(today()).unwrap();
    let all = table
        .actions
        .iter()
        .find(|of| of.action.number == 1)
        .unwrap();
    assert_eq!(all.parts.len(), 33);
    register::say(
        &mut store,
        (2, "Linh Trung"),
        AssignmentState::Reported,
        "xong",
        Some("1"),
    );
    register::say(
        &mut store,
        (2, "Linh Trung"),
        AssignmentState::Done,
        "",
        None,
    );
    assert_eq!(numbers(&store), (vec![1, 3], vec![12, 11]));
}
