//! A small register whose ids stay the same: one action of all wards, one extended, one that looks like a formula.

use chrono::{DateTime, NaiveDate};
use giaoban::meeting::actions::report::{Report, report};
use giaoban::meeting::actions::table::Table;
use giaoban::meeting::actions::{Query, assign};
use giaoban::meeting::cell::Id;
use giaoban::meeting::change::{Change, Ids, Transaction};
use giaoban::meeting::code::AssignmentState;
use giaoban::meeting::rows::{Action, ActionSupport, Extension, Unit};
use giaoban::store::Store;
use giaoban::text::dates::Instant;

use super::stage::morning;

/// The afternoon on which the register is looked at.
pub fn later() -> Instant {
    DateTime::parse_from_rfc3339("2023-09-20T14:00:00+07:00").unwrap()
}

pub fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

/// Fills a new book.
pub fn fill(store: &mut Store) {
    let ids = Ids::of_writer(77);
    let wards: Vec<Id<Unit>> = units(store).into_iter().map(|(id, _)| id).collect();
    let lt = unit(store, "Linh Trung");
    let tp = unit(store, "Tam Phú");
    let all = action(
        store,
        &ids,
        1,
        "Báo cáo tiến độ hướng dẫn khai lý lịch",
        (2023, 9, 30),
    );
    let one = action(
        store,
        &ids,
        2,
        "Gửi phương án sắp xếp chi bộ",
        (2023, 8, 31),
    );
    let odd = Action {
        deadline: None,
        officer: None,
        ..action(store, &ids, 3, "=1+1 | thử, ký tự; đặc biệt", (2023, 1, 1))
    };
    let id = one.id;
    let mut changes = assign(all, &wards, &ids);
    changes.extend(assign(one, &[lt], &ids));
    changes.extend(assign(odd, &[tp], &ids));
    changes.push(Change::insert(Extension {
        reason: "chờ hướng dẫn".to_owned(),
        allowed_by: Some("Trưởng Ban".to_owned()),
        ..Extension::of(ids.next(), id, day(2023, 9, 15), morning())
    }));
    changes.push(Change::insert(ActionSupport {
        id: ids.next(),
        action: id,
        unit: None,
        name: "Đảng ủy Doanh nghiệp".to_owned(),
    }));
    store
        .commit(&Transaction::new("giao việc", changes), morning())
        .unwrap();
    say(
        store,
        (1, "Linh Trung"),
        AssignmentState::Reported,
        "Đã nộp",
        Some("12-BC/ĐU"),
    );
    say(store, (1, "Linh Trung"), AssignmentState::Done, "", None);
    say(
        store,
        (1, "Tam Phú"),
        AssignmentState::InProgress,
        "Đang rà soát",
        None,
    );
    say(
        store,
        (2, "Linh Trung"),
        AssignmentState::InProgress,
        "Thiếu nhân sự",
        None,
    );
}

/// A new book with this register.
pub fn book() -> Store {
    let mut store = Store::in_memory(morning()).unwrap();
    fill(&mut store);
    store
}

/// Returns the whole register on that afternoon.
pub fn table(store: &Store) -> Table {
    store
        .action_table(&Query::all(later().date_naive()))
        .unwrap()
}

pub fn units(store: &Store) -> Vec<(Id<Unit>, String)> {
    let wards = super::wards::wards();
    let mut units = store.lexicon().unwrap().units;
    // The units of the first roster come first; a name may be used again by a later one.
    units.sort_by_key(|(id, _)| id.number());
    let mut seen = Vec::new();
    units.retain(|(_, name)| {
        let is_new = wards.contains(name) && !seen.contains(name);
        seen.push(name.clone());
        is_new
    });
    units
}

pub fn unit(store: &Store, name: &str) -> Id<Unit> {
    let units = units(store);
    units.iter().find(|(_, of)| of == name).unwrap().0
}

fn action(store: &Store, ids: &Ids, number: i64, text: &str, due: (i32, u32, u32)) -> Action {
    let dossier = store.dossier(store.last_meeting().unwrap().unwrap());
    let areas = store.lexicon().unwrap().areas;
    Action {
        id: ids.next(),
        meeting: dossier.unwrap().unwrap().meeting.id,
        item: None,
        issue: None,
        conclusion: None,
        number,
        focus: areas[usize::try_from(number).unwrap()].id,
        text: text.to_owned(),
        deliverable: (number == 2).then(|| "Phương án".to_owned()),
        deadline: Some(day(due.0, due.1, due.2)),
        officer: (number == 2).then(|| "Nguyễn Thị B".to_owned()),
        at: morning(),
        deadline_words: None,
    }
}

/// Notes what a unit reports, as the secretary does by hand.
pub fn say(
    store: &mut Store,
    (number, name): (i64, &str),
    state: AssignmentState,
    text: &str,
    evidence: Option<&str>,
) {
    let table = table(store);
    let of = table.actions.iter().find(|of| of.action.number == number);
    let mut parts = of.unwrap().parts.iter();
    let part = parts.find(|part| part.unit == name).unwrap();
    let said = Report {
        text: (!text.is_empty()).then(|| text.to_owned()),
        evidence: evidence.map(str::to_owned),
        percent: (state == AssignmentState::InProgress).then_some(40),
        ..Report::of(state)
    };
    let changes = report(&part.assignment, None, &said, store.ids().at(later())).unwrap();
    store
        .commit(&Transaction::new("báo cáo", changes), later())
        .unwrap();
}
