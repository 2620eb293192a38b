//! Handover: what units owe when they end goes to those that followed, split ones are asked, and it can be taken back.
use std::collections::{HashMap, HashSet};

use crate::common::kept::assert_kept;
use crate::common::papers::minutes_of;
use crate::common::stage::{Stage, morning};
use chrono::{DateTime, NaiveDate};
use giaoban::meeting::actions::report::Report;
use giaoban::meeting::actions::{self, Parts, Query, Standing, report};
use giaoban::meeting::capture;
use giaoban::meeting::change::{Change, Transaction};
use giaoban::meeting::code::AssignmentState;
use giaoban::meeting::dossier::Dossier;
use giaoban::meeting::handover::{
    Estate, HandoverRefusal, Stood, Telling, Transfer, Will, hand_over, one, passings, transfers,
};
use giaoban::meeting::notes::{self, Known, Place, Writing};
use giaoban::meeting::page::Part;
use giaoban::meeting::rows::{Assignment, Extension, Unit};
use giaoban::store::Store;
use giaoban::text::dates::Instant;
use giaoban::words::Lang;
use proptest::prelude::*;
use rusqlite::Connection;

fn after() -> Instant {
    DateTime::parse_from_rfc3339("2025-07-05T08:00:00+07:00").unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A book in which actions were given, and what is done with it.
struct Book {
    store: Store,
    dossier: Dossier,
}

impl Book {
    fn with(lines: &[&str]) -> Self {
        Self::of(Store::in_memory(morning()).unwrap(), lines)
    }

    fn of(store: Store, lines: &[&str]) -> Self {
        let id = store.last_meeting().unwrap().unwrap();
        let dossier = store.dossier(id).unwrap().unwrap();
        let mut book = Self { store, dossier };
        for line in lines {
            let line = capture::parse(line, &book.dossier);
            let known = Known::of(book.store.numbers().unwrap());
            let place = Place::now(&book.dossier, morning());
            let ids = book.store.ids();
            let changes = Writing::new(&book.dossier, known, ids)
                .write(&line, place)
                .unwrap();
            book.commit(changes);
        }
        book
    }

    fn commit(&mut self, changes: Vec<Change>) {
        let transaction = Transaction::new("thử", changes);
        self.store.commit(&transaction, after()).unwrap();
        for change in &transaction.changes {
            self.dossier.apply(change);
        }
        assert_eq!(self.dossier, self.on_disk(), "memory is the disk");
    }

    fn on_disk(&self) -> Dossier {
        let id = self.dossier.meeting.id;
        self.store.dossier(id).unwrap().unwrap()
    }

    fn estate(&self) -> Estate {
        self.store.estate(after().date_naive()).unwrap()
    }

    /// Marks the part of a unit of the action of this place.
    fn mark(&mut self, action: usize, unit: &str, state: AssignmentState, text: &str) {
        let action = self.dossier.actions.iter().nth(action).unwrap().id;
        let unit = self.unit(unit, false).id;
        let is_meant = |part: &&Assignment| part.action == action && part.unit == unit;
        let part = self.dossier.assignments.iter().find(is_meant).cloned();
        let said = Report {
            text: Some(text.to_owned()),
            percent: Some(60),
            ..Report::of(state)
        };
        let ids = self.store.ids();
        let changes = report::report(&part.unwrap(), None, &said, ids.at(morning())).unwrap();
        self.commit(changes);
    }

    /// The unit of a name: one of the 34 that ended, or one of the 12 that followed.
    fn unit(&self, name: &str, is_new: bool) -> Unit {
        let units = self.estate().units;
        let is_meant = |unit: &&Unit| unit.name == name && unit.valid_to.is_none() == is_new;
        units.iter().find(is_meant).unwrap().clone()
    }

    /// Hands everything over, the split units each to this one of those that followed.
    fn hand_over(&mut self, choice: usize) {
        let estate = self.estate();
        let all = passings(&estate, after().date_naive());
        let mut will = Will::default();
        for passing in all.iter().filter(|passing| passing.is_split()) {
            will.leave(passing, passing.heirs[choice].id);
        }
        let changes = hand(&transfers(&all, &will), &estate, &self.store);
        self.commit(changes);
    }

    fn parts_of(&self, action: usize) -> Vec<Assignment> {
        let action = self.dossier.actions.iter().nth(action).unwrap().id;
        let parts = self.dossier.assignments.iter();
        parts
            .filter(|part| part.action == action)
            .cloned()
            .collect()
    }
}

fn hand(going: &[Transfer], estate: &Estate, store: &Store) -> Vec<Change> {
    let telling = Telling {
        gone: &|transfer| format!("sang {}", transfer.to.name),
        come: &|came| format!("từ {}", came.len()),
    };
    hand_over(going, &estate.beside, &telling, store.ids().at(after()))
}

#[test]
fn thirty_four_wards_become_twelve_and_only_four_are_asked() {
    let book = Book::with(&["> #1 @tất cả ^30/9 Báo cáo tiến độ"]);
    let estate = book.estate();
    let all = passings(&estate, after().date_naive());
    assert_eq!(all.len(), 34);
    let split: Vec<&str> = all
        .iter()
        .filter(|passing| passing.is_split())
        .map(|passing| passing.unit.name.as_str())
        .collect();
    assert_eq!(split, ["An Phú", "Linh Đông", "Linh Tây", "Long Thạnh Mỹ"]);
    let heirs: HashSet<_> = all
        .iter()
        .flat_map(|passing| &passing.heirs)
        .map(|heir| heir.id)
        .collect();
    assert_eq!(heirs.len(), 12);
    // A name that is used again is another unit.
    let khanh = all
        .iter()
        .find(|passing| passing.unit.name == "An Khánh")
        .unwrap();
    assert_eq!(khanh.heirs[0].name, "An Khánh");
    assert_ne!(khanh.heirs[0].id, khanh.unit.id);
    assert!(
        passings(&estate, day("2025-06-30")).is_empty(),
        "they exist until the end of that day"
    );
}

#[test]
fn what_comes_together_is_one_part_as_far_on_as_the_least_far() {
    let mut book = Book::with(&["> #1 @An Khánh @Thảo Điền @Thủ Thiêm ^30/9 Báo cáo tiến độ"]);
    book.mark(
        0,
        "Thảo Điền",
        AssignmentState::InProgress,
        "đã rà soát 30 hồ sơ",
    );
    book.mark(0, "Thủ Thiêm", AssignmentState::Reported, "đã báo cáo");
    book.mark(0, "Thủ Thiêm", AssignmentState::Done, "xong");
    book.hand_over(0);
    let parts = book.parts_of(0);
    assert_eq!(parts.len(), 4);
    let heir = book.unit("An Khánh", true).id;
    let taken = parts.iter().find(|part| part.unit == heir).unwrap();
    assert_eq!(
        (taken.state, taken.percent),
        (AssignmentState::NotStarted, 0),
        "An Khánh had not begun, so the whole has not"
    );
    // How each of them stood is told under the new part.
    let told = book.dossier.progress.iter();
    let told: Vec<_> = told.filter(|entry| entry.assignment == taken.id).collect();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].text.as_deref(), Some("từ 2"));
    let gone: Vec<_> = parts
        .iter()
        .filter(|part| part.handed_to == Some(heir))
        .collect();
    assert_eq!(gone.len(), 2, "what was done stays done where it was done");
    assert!(
        gone.iter()
            .all(|part| part.state == AssignmentState::HandedOver)
    );
    // What was handed over counts nowhere, and a handover is no report.
    let query = Query::all(after().date_naive());
    let line = book
        .store
        .register(&query, Part::around(0))
        .unwrap()
        .page
        .lines
        .remove(0);
    assert_eq!(
        (line.roll_up.done, line.roll_up.total(), line.roll_up.open()),
        (1, 2, 1)
    );
    assert_eq!(
        line.roll_up,
        Parts::of(parts.iter().map(|part| Standing::of(
            part.state,
            line.deadline,
            after().date_naive()
        )))
    );
    assert_eq!(line.heard, Some(morning()));
    assert_eq!(
        line.deadline,
        Some(day("2023-09-30")),
        "the deadline is the action's"
    );
}

/// Where all have reported, the whole was reported when the last of them did; the least far brings its own deadline.
#[test]
fn the_day_of_the_report_and_the_deadline_go_with_a_part() {
    let mut book = Book::with(&["> #1 @Thảo Điền @Thủ Thiêm ^30/9 Báo cáo tiến độ"]);
    for ward in ["Thảo Điền", "Thủ Thiêm"] {
        book.mark(0, ward, AssignmentState::Reported, "đã gửi");
    }
    book.hand_over(0);
    let heir = book.unit("An Khánh", true).id;
    let parts = book.parts_of(0);
    let taken = parts.iter().find(|part| part.unit == heir).unwrap();
    assert_eq!(taken.state, AssignmentState::Reported);
    let entries = book.dossier.progress.iter();
    let own = entries.filter(|entry| entry.assignment == taken.id);
    assert_eq!(actions::first_reported(own), Some(morning()));

    let mut book = Book::with(&["> #1 @Thảo Điền @Thủ Thiêm ^30/9 Báo cáo tiến độ"]);
    book.mark(0, "Thủ Thiêm", AssignmentState::InProgress, "đang làm");
    let late = book.parts_of(0)[0].clone();
    let ids = book.store.ids();
    let row = Extension::of(ids.next(), late.action, day("2023-10-15"), morning());
    let changes = vec![Change::insert(Extension {
        part: Some(late.id),
        ..row
    })];
    book.commit(changes);
    book.hand_over(0);
    let query = Query::all(after().date_naive());
    let table = book.store.action_table(&query).unwrap();
    let rows = table.rows();
    let taken = rows
        .iter()
        .find(|row| row.part.unwrap().assignment.unit == heir);
    assert_eq!(taken.unwrap().due(), Some(day("2023-10-15")));
}

#[test]
fn what_is_kept_beside_the_rows_follows_there_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so");
    let store = Store::open(&path, morning()).unwrap();
    let mut book = Book::of(
        store,
        &["> #1 @tất cả ^30/9 Báo cáo", "> #2 @An Phú Rà soát"],
    );
    book.mark(0, "Cát Lái", AssignmentState::Reported, "ví dụ");
    let kept = || assert_kept(&Connection::open(&path).unwrap());
    book.hand_over(0);
    kept();
    book.store.undo(after()).unwrap().unwrap();
    kept();
    book.store.redo(after()).unwrap().unwrap();
    kept();
}

#[test]
fn who_has_a_part_already_goes_on_with_it() {
    let mut book = Book::with(&["> #1 @Cát Lái @Thạnh Mỹ Lợi ^30/9 Báo cáo"]);
    let (from, to) = (book.unit("Cát Lái", false), book.unit("Cát Lái", true));
    let first = book.parts_of(0)[0].clone();
    let stood = Stood::default();
    let telling = Telling {
        gone: &|_| "đi".to_owned(),
        come: &|_| "đến".to_owned(),
    };
    let going = Transfer {
        part: &first,
        from: &from,
        to: &to,
        stood: &stood,
    };
    let changes = one(going, &[], &telling, book.store.ids().at(after())).unwrap();
    book.commit(changes);
    let handed = book.parts_of(0)[0].clone();
    let again = Transfer {
        part: &handed,
        ..going
    };
    let refused = one(again, &[], &telling, book.store.ids().at(after()));
    assert_eq!(refused, Err(HandoverRefusal::Settled));
    let own = Transfer {
        part: &first,
        from: &to,
        to: &to,
        stood: &stood,
    };
    assert_eq!(
        one(own, &[], &telling, book.store.ids().at(after())),
        Err(HandoverRefusal::Same)
    );
    // The other ward's part comes to the same one, which was done meanwhile: it owes again.
    let taken = book.parts_of(0)[2].clone();
    let done = actions::progress(&taken, AssignmentState::Done, book.store.ids().at(after()));
    book.commit(done);
    book.hand_over(0);
    let parts = book.parts_of(0);
    assert_eq!(parts.len(), 3);
    assert_eq!(parts[2].state, AssignmentState::NotStarted);
    assert_eq!(parts[2].done_on, None);
}

#[test]
fn a_line_of_the_old_meeting_is_edited_without_touching_what_was_handed_over() {
    let mut book = Book::with(&["> #1 @tất cả ^30/9 Báo cáo tiến độ"]);
    let before = minutes_of(&book.dossier);
    book.hand_over(1);
    assert_eq!(
        minutes_of(&book.dossier),
        before,
        "the minutes say what was given then"
    );
    let entry = notes::stream(&book.dossier)[0];
    let whole = notes::capture_of(&book.dossier, entry);
    assert_eq!(whole.whom, capture::Whom::Everybody);
    let fewer = capture::parse("> #1 @An Phú @Cát Lái ^30/9 Báo cáo tiến độ", &book.dossier);
    let known = Known::of(book.store.numbers().unwrap());
    let changes = Writing::new(&book.dossier, known, book.store.ids())
        .rewrite(entry, &fewer)
        .unwrap();
    book.commit(changes);
    let open = book
        .parts_of(0)
        .into_iter()
        .filter(|part| part.state.is_open());
    assert_eq!(open.count(), 12);
}

#[test]
fn a_unit_that_nobody_followed_keeps_what_it_owes_and_is_listed() {
    let book = Book::with(&["> #1 @tất cả ^30/9 Báo cáo"]);
    let mut estate = book.estate();
    let alone = book.unit("Trường Thọ", false).id;
    estate.lineage.retain(|row| row.predecessor != alone);
    let all = passings(&estate, after().date_naive());
    assert_eq!(all.last().unwrap().unit.id, alone, "those come last");
    let going = transfers(&all, &Will::default());
    assert_eq!(going.len(), 34 - 1 - 4, "neither it nor the split ones");
    // Where a successor has ended too, the one after it takes everything.
    let (first, second) = (
        book.unit("Thủ Đức", true).id,
        book.unit("Linh Xuân", true).id,
    );
    let ended = estate
        .units
        .iter_mut()
        .find(|unit| unit.id == first)
        .unwrap();
    ended.valid_to = Some(day("2025-07-03"));
    estate.lineage.push(giaoban::meeting::rows::Lineage {
        id: book.store.ids().next(),
        predecessor: first,
        successor: second,
        share: giaoban::meeting::code::Share::Whole,
    });
    let all = passings(&estate, after().date_naive());
    let tho = all
        .iter()
        .find(|passing| passing.unit.name == "Bình Thọ")
        .unwrap();
    assert_eq!(
        tho.heirs.iter().map(|heir| heir.id).collect::<Vec<_>>(),
        [second]
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// After a handover every action has exactly one open part for each unit that took something of it, whatever was
    /// reported before; undo and redo bring back every row.
    #[test]
    fn every_action_is_owed_once_by_each_that_took_it(
        marks in prop::collection::vec((0..2_usize, 0..34_usize, 0..5_u8), 0..40),
        choices in prop::collection::vec(0..2_usize, 4),
        apart in prop::option::of((0..2_usize, 0..2_usize)),
    ) {
        let mut book = Book::with(&["> #1 @tất cả ^30/9 Báo cáo", "> #2 @tất cả -@Cát Lái ^+7 Rà soát"]);
        let wards: Vec<String> = giaoban::meeting::roll_call::wards(&book.dossier).iter().map(|seat| seat.name.clone()).collect();
        for (action, ward, state) in marks {
            let state = AssignmentState::ALL[usize::from(state)];
            let is_given = action == 0 || wards[ward] != "Cát Lái";
            if is_given && state != AssignmentState::Done {
                book.mark(action, &wards[ward], state, "ví dụ");
            }
        }
        let untouched = book.dossier.clone();
        let estate = book.estate();
        let all = passings(&estate, after().date_naive());
        let mut will = Will::default();
        for (passing, choice) in all.iter().filter(|passing| passing.is_split()).zip(&choices) {
            will.leave(passing, passing.heirs[*choice].id);
        }
        if let Some((part, heir)) = apart {
            let split = &all[0];
            if let Some(left) = split.left.get(part) {
                will.leave_part(left.part.id, split.heirs[heir].id);
            }
        }
        let going = transfers(&all, &will);
        prop_assert_eq!(going.len(), estate.left.len());
        let mut takers: HashMap<_, HashSet<_>> = HashMap::new();
        for transfer in &going {
            takers.entry(transfer.part.action).or_default().insert(transfer.to.id);
        }
        let changes = hand(&going, &estate, &book.store);
        book.commit(changes);
        for (action, takers) in takers {
            let open = book.dossier.assignments.iter().filter(|part| part.action == action && part.state.is_open());
            let open: Vec<_> = open.map(|part| part.unit).collect();
            prop_assert_eq!(open.len(), takers.len());
            prop_assert_eq!(open.into_iter().collect::<HashSet<_>>(), takers);
        }
        prop_assert!(book.estate().left.is_empty(), "nothing is left behind");
        let undone = book.store.undo(after()).unwrap().unwrap();
        for change in &undone.changes {
            book.dossier.apply(change);
        }
        prop_assert_eq!(&book.dossier, &untouched);
        prop_assert_eq!(&book.on_disk(), &untouched);
        let redone = book.store.redo(after()).unwrap().unwrap();
        for change in &redone.changes {
            book.dossier.apply(change);
        }
        prop_assert_eq!(&book.dossier, &book.on_disk());
    }
}

/// A book with two actions for all wards, looked at after they have ended.
fn ended(size: (u16, u16)) -> Stage {
    let mut stage = Stage::sized(size.0, size.1);
    stage.press("<F4><C-n>> #1 @tất cả ^30/9 Báo cáo tiến độ<Enter>");
    stage.press("> #4 @An Phú @Cát Lái ^31/8 Gửi phương án<Enter>");
    stage.set_moment("2025-07-05T08:00:00+07:00");
    stage
}

#[test]
fn the_handover_asks_for_split_wards_writes_once_and_is_taken_back_at_once() {
    let mut stage = ended((80, 24));
    stage.press("<F2>").sees("phần việc của đơn vị đã kết thúc");
    stage.press("<C-g>").sees("KẾT THÚC TRƯỚC 05/7/2025");
    stage.sees("? An Phú").sees("1 An Khánh  2 Bình Trưng");
    stage
        .press("<Enter>")
        .sees("An Phú chia về An Khánh, Bình Trưng: bấm số");
    stage
        .press("2")
        .sees("→ Bình Trưng")
        .sees("còn 3 đơn vị chia tách");
    stage
        .press("7")
        .press("<Down><Down><Down><Down>1")
        .sees("Dòng này không có nơi nhận ấy");
    stage
        .press("<Up><Up><Up>1")
        .press("21")
        .misses("chia tách phải chọn");
    stage.sees("36 phần việc của 34 đơn vị sẽ chuyển");
    stage
        .press("<Enter>")
        .sees("Bàn giao 36 phần việc của 34 đơn vị");
    stage.press("<F6>").sees("0/12").sees("0/2");
    stage
        .press("<F2><C-g>")
        .sees("Không có phần việc nào của đơn vị đã kết thúc");
    stage
        .press("<C-z>")
        .sees("Đã hoàn tác: Bàn giao 36 phần việc của 34 đơn vị");
    stage.press("<F6>").sees("0/34");
    stage.press("<C-y><F6>").sees("0/12");
}

#[test]
fn one_part_can_go_elsewhere_than_the_rest_of_its_ward() {
    let mut stage = ended((120, 36));
    stage.press("<F10><C-g>").sees("? An Phú");
    stage
        .press("1<Up><Up><Up><Up>")
        .press("<Tab>")
        .sees("NV-001 30/9/2023")
        .sees("NV-002 31/8/2023");
    stage
        .press("<Down><Down>2")
        .press("<Tab>")
        .sees("từng phần: An Khánh, Bình Trưng");
    stage.press("<Esc>").misses("BÀN GIAO PHẦN VIỆC");
    stage.press("<F6>").sees("0/34");
}

#[test]
fn planning_with_the_roster_that_followed_offers_the_handover() {
    let mut stage = ended((80, 24));
    stage
        .press("<F2><C-n>")
        .sees("Cả sổ chưa xong: 36 phần việc (36 quá hạn); 0 vướng mắc");
    stage
        .press("1")
        .sees("Chương trình có mục «Kiểm điểm việc thực hiện kết luận kỳ");
    stage
        .press("<Enter><Enter><Enter><Enter>")
        .sees("hết hiệu lực 30/6/2025");
    stage
        .press("<Enter>")
        .sees("BÀN GIAO PHẦN VIỆC")
        .sees("? An Phú");
    stage
        .press("1111<Enter>")
        .sees("Bàn giao 36 phần việc của 34 đơn vị");
    stage.press("<F4>").sees("Kiểm điểm");
    // The wards of the old roster are still a choice, and then nothing is offered.
    stage
        .press("<C-z><C-z><F2><C-n>1<Enter><Enter><Enter><Enter>")
        .sees("DANH SÁCH ĐƠN VỊ");
    stage
        .press("1")
        .misses("BÀN GIAO PHẦN VIỆC")
        .sees("Đã lập. Lưu ý");
}

#[test]
fn a_handover_that_comes_early_says_so() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>> #1 @tất cả ^30/9 Báo cáo tiến độ<Enter>");
    stage.press("<F2><C-n>1<Enter><C-u>10/7/2025<Enter><Enter><Enter>");
    stage.press("<Enter>").sees("BÀN GIAO PHẦN VIỆC");
    stage
        .sees("Các đơn vị này còn đến hết 30/6/2025")
        .press("<Esc>");
}

#[test]
fn both_languages_say_what_goes_where() {
    let mut store = Store::in_memory(morning()).unwrap();
    std::mem::swap(
        &mut store,
        &mut Book::with(&["> #1 @tất cả ^30/9 Báo cáo"]).store,
    );
    let mut stage = Stage::at(store, (80, 24), Lang::En, after());
    stage
        .press("<F2><C-g>")
        .sees("HAND OVER WHAT UNITS")
        .sees("split units wait for a choice");
    insta::assert_snapshot!(ENGLISH, stage.text());
}

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];
const ENGLISH: &str = "handover_english";

fn name((columns, rows): (u16, u16)) -> String {
    format!("handover_{columns}x{rows}")
}

/// Returns the names of the pictures that the tests of this file take.
pub(crate) fn pictures() -> Vec<String> {
    let sized = SIZES.into_iter().map(name);
    sized.chain([ENGLISH.to_owned()]).collect()
}

#[test]
fn looks() {
    for size in SIZES {
        let mut stage = ended(size);
        stage.press("<F2><C-g>2<Up><Tab>");
        insta::assert_snapshot!(name(size), stage.text());
    }
}
