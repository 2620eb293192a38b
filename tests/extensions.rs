//! Extensions of one part, of several and of all, the day that counts, and what follows from both.

use chrono::{Days, NaiveDate, TimeDelta};
use giaoban::meeting::actions::report::{Report, progress, report};
use giaoban::meeting::actions::{Query, deadline_on, first_reported};
use giaoban::meeting::cell::Id;
use giaoban::meeting::change::{Change, Transaction};
use giaoban::meeting::code::AssignmentState;
use giaoban::meeting::dossier::Dossier;
use giaoban::meeting::rows::Extension;
use giaoban::store::Store;
use giaoban::text::dates::Instant;
use proptest::prelude::*;
use rusqlite::Connection;

use crate::common::kept;
use crate::common::register::{day, fill};
use crate::common::stage::{Stage, morning};

/// What somebody does to one of the first three parts of the action of all wards, some days later.
#[derive(Clone, Debug)]
enum Step {
    Report(usize, Option<u64>),
    Accept(usize),
    SendBack(usize),
    Pause(usize),
    Extend {
        part: Option<usize>,
        days: u64,
        granted: Option<u64>,
    },
    Withdraw(usize),
}

fn steps() -> impl Strategy<Value = Vec<(i64, Step)>> {
    let part = || 0usize..3;
    let step = prop_oneof![
        (part(), proptest::option::of(0u64..10)).prop_map(|(part, ago)| Step::Report(part, ago)),
        part().prop_map(Step::Accept),
        part().prop_map(Step::SendBack),
        part().prop_map(Step::Pause),
        (
            proptest::option::of(part()),
            1u64..90,
            proptest::option::of(0u64..10)
        )
            .prop_map(|(part, days, granted)| Step::Extend {
                part,
                days,
                granted
            }),
        (0usize..4).prop_map(Step::Withdraw),
    ];
    proptest::collection::vec((0i64..25, step), 1..14)
}

/// A register on disk, the same open for reading, and the time of its next step.
struct Desk {
    store: Store,
    raw: Connection,
    now: Instant,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("so.giaoban");
        let mut store = Store::open(&path, morning()).unwrap();
        fill(&mut store);
        Self {
            store,
            raw: Connection::open(&path).unwrap(),
            now: morning_of(day(2023, 9, 21)),
            _folder: folder,
        }
    }

    fn dossier(&self) -> Dossier {
        let meeting = self.store.last_meeting().unwrap().unwrap();
        self.store.dossier(meeting).unwrap().unwrap()
    }

    fn changes(&self, step: &Step) -> Vec<Change> {
        let dossier = self.dossier();
        let action = dossier.actions.iter().find(|action| action.number == 1);
        let action = action.unwrap();
        let parts = dossier.assignments.iter();
        let parts: Vec<_> = parts.filter(|part| part.action == action.id).collect();
        let moment = self.store.ids().at(self.now);
        let today = self.now.date_naive();
        match step {
            Step::Report(part, ago) => {
                let said = Report {
                    done_on: ago.map(|ago| today - Days::new(ago)),
                    ..Report::of(AssignmentState::Reported)
                };
                report(parts[*part], None, &said, moment).unwrap_or_default()
            }
            Step::Accept(part) => {
                let entries = dossier.progress.iter();
                let own = entries.filter(|entry| entry.assignment == parts[*part].id);
                let said = Report::of(AssignmentState::Done);
                report(parts[*part], first_reported(own), &said, moment).unwrap_or_default()
            }
            Step::SendBack(part) => progress(parts[*part], AssignmentState::InProgress, moment),
            Step::Pause(part) => progress(parts[*part], AssignmentState::Paused, moment),
            Step::Extend {
                part,
                days,
                granted,
            } => vec![Change::insert(Extension {
                part: part.map(|part| parts[part].id),
                granted: granted.map(|ago| today - Days::new(ago)),
                ..Extension::of(
                    self.store.ids().next(),
                    action.id,
                    today + Days::new(*days),
                    self.now,
                )
            })],
            Step::Withdraw(place) => {
                let later = dossier.extensions.iter();
                let mut later = later.filter(|later| later.action == action.id);
                later.nth(*place).map_or_else(Vec::new, |later| {
                    vec![Change::edit(later, |later| {
                        later.withdrawn = Some(self.now);
                    })]
                })
            }
        }
    }

    fn step(&mut self, after: i64, step: &Step) {
        self.now += TimeDelta::days(after);
        let changes = Transaction::new("bước", self.changes(step));
        self.store.commit(&changes, self.now).unwrap();
        kept::assert_kept(&self.raw);
        self.assert_same_deadlines();
    }

    /// Fails unless the table of the parts reckons the deadlines that SQL keeps, and the day that counts.
    fn assert_same_deadlines(&self) {
        let query = Query::all(self.now.date_naive());
        let table = self.store.action_table(&query).unwrap();
        for row in table.rows() {
            let Some(part) = row.part else { continue };
            let sql = "SELECT due, finished FROM term WHERE assignment = ?1";
            let kept: (Option<String>, Option<String>) = self
                .raw
                .query_row(sql, [part.assignment.id.number()], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })
                .unwrap();
            let shown = |day: Option<NaiveDate>| day.map(|day| day.to_string());
            assert_eq!((shown(row.due()), shown(row.finished())), kept);
        }
    }
}

fn morning_of(day: NaiveDate) -> Instant {
    chrono::DateTime::parse_from_rfc3339(&format!("{day}T09:00:00+07:00")).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Rust and SQL reckon the same deadlines whatever happens, also after everything is undone and done again.
    #[test]
    fn the_kept_deadline_of_a_part_is_the_one_that_is_reckoned(steps in steps()) {
        let mut desk = Desk::new();
        for (after, step) in &steps {
            desk.step(*after, step);
        }
        while desk.store.undo(desk.now).unwrap().is_some() {
            kept::assert_kept(&desk.raw);
        }
        while desk.store.redo(desk.now).unwrap().is_some() {}
        kept::assert_kept(&desk.raw);
        desk.assert_same_deadlines();
    }

    /// A part that was finished on or before its deadline is never late, whatever is granted, accepted or written later.
    #[test]
    fn what_was_finished_in_time_is_never_late(ago in 0u64..10, rest in steps()) {
        let mut desk = Desk::new();
        desk.step(0, &Step::Report(2, Some(ago)));
        for (after, step) in &rest {
            let is_of_office = match step {
                Step::Accept(_) | Step::Extend { .. } => true,
                Step::Report(part, said) => *part != 2 || said.is_none(),
                Step::SendBack(part) | Step::Pause(part) => *part != 2,
                Step::Withdraw(_) => false,
            };
            if is_of_office {
                desk.step(*after, step);
            }
        }
        let query = Query::all(desk.now.date_naive());
        let table = desk.store.action_table(&query).unwrap();
        let rows = table.rows();
        let row = &rows.iter().filter(|row| row.of.action.number == 1).nth(2).unwrap();
        prop_assert_eq!(row.finished(), Some(day(2023, 9, 21) - Days::new(ago)));
        prop_assert!(row.finished() <= row.due());
    }

    /// An extension changes no deadline of a day before the one on which it was granted.
    #[test]
    fn no_extension_reaches_back_before_it_was_granted(
        first in 0u64..60,
        rows in proptest::collection::vec((0u64..60, 0u64..120), 0..6),
        new in (0u64..60, 0u64..120),
        on in 0u64..60,
    ) {
        let from = day(2023, 1, 1);
        let row = |n: i64, (granted, deadline): (u64, u64)| Extension {
            granted: Some(from + Days::new(granted)),
            ..Extension::of(id(n), id(1), from + Days::new(deadline), morning())
        };
        let mut rows: Vec<Extension> = (1..).zip(rows).map(|(n, row_of)| row(n, row_of)).collect();
        let first = Some(from + Days::new(first));
        let on = from + Days::new(on);
        let before = deadline_on(first, &rows, None, Some(on)).day;
        rows.push(row(99, new));
        let after = deadline_on(first, &rows, None, Some(on)).day;
        if from + Days::new(new.0) > on {
            prop_assert_eq!(before, after);
        } else {
            prop_assert!(before <= after);
        }
    }
}

fn id<T>(number: i64) -> Id<T> {
    Id::of(number)
}

/// NV-001 of all wards, due on 30 September; NV-002 of one, due on 31 August.
fn with_actions() -> Stage {
    let mut stage = Stage::sized(120, 36);
    stage.press("<F4><C-n>> #1 @tất cả ^30/9 Báo cáo tiến độ<Enter>");
    stage.press("> #4 @Linh Trung ^31/8 Gửi phương án<Enter>");
    stage
}

#[test]
fn one_ward_asks_for_another_deadline_and_only_it_gets_one() {
    let mut stage = with_actions();
    stage.press("<F6><Down><Enter><C-t>").sees("GIA HẠN CHO AI");
    stage
        .sees("Chỉ An Khánh")
        .sees("Mọi đơn vị còn phải làm (34)");
    stage.press("1").sees("GIA HẠN NV-001 · An Khánh");
    stage.press("15/10/2023<Enter>Bí thư đi học<Enter>Trưởng Ban<Enter><Enter>12-TB/BTC<C-s>");
    stage.sees("Gia hạn An Khánh đến 15/10/2023");
    stage.sees("An Khánh gia hạn 15/10/2023 (Bí thư đi học; Trưởng Ban cho phép)");
    stage.press("<Esc>").sees("30/9/2023+");
    stage.sees("hạn từng đơn vị khác nhau, từ 30/9/2023 đến 15/10/2023");
    stage.set_moment("2023-10-03T08:00:00+07:00");
    stage.press("<C-l>quá hạn nv-001<Enter><C-g>4");
    stage.misses("An Khánh").sees("An Phú");
    stage.press("<C-z>").sees("An Khánh");
}

#[test]
fn who_was_late_before_an_extension_stays_late() {
    let mut stage = with_actions();
    stage.set_moment("2023-10-02T08:00:00+07:00");
    stage
        .press("<F6><C-l>nv-001<Enter><Enter>cát lái3")
        .sees("Cát Lái: đã báo cáo");
    stage.set_moment("2023-10-03T08:00:00+07:00");
    stage.press("<C-t>231/10/2023<Enter>chờ hướng dẫn<C-s>");
    stage.sees("Gia hạn NV-001 đến 31/10/2023");
    stage.press("cát lái4").sees("Cát Lái: hoàn thành");
    stage.sees("trễ 2 ngày");
    stage.press("<Esc><C-l><C-u>xong trễ<Enter>").sees("NV-001");
    // Its own extension would come too late, and says so.
    stage.press("<Enter>cát lái<C-t>130/11/2023<Enter>chờ<C-s>");
    stage.sees("Cát Lái đã xong ngày 02/10/2023, trước ngày cho phép");
    // It was granted in time and is only entered now.
    stage
        .press("<C-u>29/9/2023<C-s>")
        .sees("Gia hạn Cát Lái đến 30/11/2023");
    stage.press("<Esc>").misses("NV-001");
}

#[test]
fn a_day_just_past_and_a_day_far_off_are_asked_about() {
    let mut stage = with_actions();
    stage.set_moment("2023-09-10T08:00:00+07:00");
    stage.press("<F6><C-l>nv-002<Enter><C-t>05/9<Enter>chờ<C-s>");
    stage.sees("NĂM NÀO?").sees("05/9/2023").sees("05/9/2024");
    stage.press("1").sees("Gia hạn NV-002 đến 05/9/2023");
    stage
        .press("<C-t>20/9/2033<Enter>chờ<C-s>")
        .sees("NGÀY NÀY ĐÚNG CHƯA?");
    stage.press("2").sees("20/9/2033").sees("GIA HẠN NV-002");
    stage.press("<C-s>1").sees("Gia hạn NV-002 đến 20/9/2033");
}

#[test]
fn an_extension_is_corrected_and_taken_back_with_its_trace() {
    let mut stage = with_actions();
    stage
        .press("<F6><C-t>30/11/2023<Enter>chờ hướng dẫn<C-s>")
        .sees("30/11/2023");
    stage
        .press("<C-x>")
        .sees("CÁC LẦN GIA HẠN")
        .press("<Enter>");
    stage
        .sees("SỬA GIA HẠN NV-002")
        .press("<C-u>15/8/2023<C-s>");
    stage.sees("15/8/2023 không sau hạn đầu 31/8/2023");
    stage
        .press("<C-u>15/9/2023<C-s>")
        .sees("Sửa gia hạn NV-002: đến 15/9/2023");
    stage
        .press("<C-x>")
        .sees("đã sửa ngày 11/7/2023")
        .press("<Down><Enter>");
    stage
        .sees("RÚT GIA HẠN NV-002")
        .press("ghi nhầm đơn vị<C-s>");
    stage
        .sees("Rút gia hạn NV-002 đến 15/9/2023")
        .sees("31/8/2023");
    stage
        .press("<C-x>")
        .sees("đã rút ngày 11/7/2023: ghi nhầm đơn vị");
    stage.press("<Esc><C-z><C-z>").sees("30/11/2023");
}

#[test]
fn the_day_that_was_stated_is_kept_and_outlives_what_comes_later() {
    let mut stage = with_actions();
    stage.set_moment("2023-09-02T08:00:00+07:00");
    stage
        .press("<F6><C-l>nv-002<Enter><C-r>Đã nộp<Enter><Enter>5-BC<Enter><Enter><Enter>30/8<C-s>");
    stage.sees("Linh Trung: đã báo cáo");
    stage.set_moment("2023-09-20T08:00:00+07:00");
    stage.press("<C-r>Bổ sung phụ lục<C-s>").press("4");
    stage.press("<Enter>").sees("xong 30/8/2023").misses("trễ");
}

#[test]
fn a_letter_that_arrives_finished_is_report_and_acceptance_at_once() {
    let mut stage = with_actions();
    stage.set_moment("2023-09-02T08:00:00+07:00");
    stage.press("<F6><C-l>nv-002<Enter><C-r><Enter><Enter><Enter><C-u>hoàn thành<C-s>");
    stage.sees("Linh Trung chưa báo cáo").press("<Esc><Esc>");
    stage.press("<C-r>Đã nộp<Enter><Enter>5-BC<Enter><C-u>hoàn thành<Enter><Enter>30/8<Enter>Trưởng Ban<C-s>");
    stage.sees("Linh Trung: hoàn thành").sees("1/1");
    stage
        .press("<Enter>")
        .sees("xong 30/8/2023")
        .sees("Trưởng Ban xác nhận");
    stage.press("<C-z>").sees("chưa thực hiện");
}

#[test]
fn a_day_before_the_action_was_given_is_asked_about() {
    let mut stage = with_actions();
    stage.press("<F6><C-r>Đã nộp<Enter><Enter><Enter><Enter><Enter>01/7<C-s>");
    stage
        .sees("NGÀY NÀY ĐÚNG CHƯA?")
        .sees("trước ngày giao 11/7/2023");
    stage.press("2").sees("BÁO CÁO · Linh Trung").sees("01/7");
    stage.press("<C-s>1").sees("Linh Trung: đã báo cáo");
}
