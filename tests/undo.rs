//! The law of the one write path: memory, disk and journal never part, whatever is done, undone and reopened.
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crate::common::kept::assert_kept;
use crate::common::stage::morning;
use chrono::TimeDelta;
use giaoban::meeting::actions::extension;
use giaoban::meeting::actions::report::{self, Report};
use giaoban::meeting::change::{Change, Transaction};
use giaoban::meeting::code::{AssignmentState, Rank};
use giaoban::meeting::dossier::Dossier;
use giaoban::meeting::floor::Voice;
use giaoban::meeting::notes::{self, Known, Place, Writing};
use giaoban::meeting::roll_call::{self, Delegate, Mark};
use giaoban::meeting::roster::edit::{self, Editing, Holder, UnitEntry};
use giaoban::meeting::rows::Extension;
use giaoban::meeting::{actions, agenda, capture, floor, plan};
use giaoban::store::{Store, Trouble};
use giaoban::text::dates::Instant;
use proptest::prelude::*;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde_json::{Map, Value};
use tempfile::TempDir;

/// Something that a user can do.
#[derive(Clone, Debug)]
enum Step {
    Mark(usize, u8),
    Rest,
    Write(usize),
    Rewrite(usize, usize),
    Remove(usize),
    Start(usize),
    Give(usize),
    CloseOrReopen,
    Progress(usize),
    /// A state that a part is brought to.
    Report(usize, usize),
    /// A later deadline, or the first, so many days from now; or another focus area.
    Extend(usize, u8),
    Roster,
    Unit(usize, u8),
    Strike(usize),
    /// Something of the agenda, by what and on which item.
    Agenda(u8, usize),
    /// Something of the floor, by what and by whom.
    Floor(u8, usize),
    /// A line cut, joined or moved.
    Line(u8, usize),
    Undo,
    Redo,
    Reopen,
}

const LINES: &[&str] = &[
    "Một câu bình thường",
    "+ #2 Kết nạp 12/20",
    "! #5 @Linh Trung Khó tiếp nhận",
    "! @Tam Phú @Cát Lái Hai phường cùng nêu",
    ": @Linh Trung Sẽ trả lời",
    "= #1 Kết luận một",
    "> #1 @tất cả ^30/9 Báo cáo",
    "> #4 @Thảo Điền ^31/8 Gửi phương án",
    "* @hbp kinh nghiệm hay",
];

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => (0..34_usize, 0..4_u8).prop_map(|(unit, edit)| Step::Unit(unit, edit)),
        1 => (0..60_usize).prop_map(Step::Strike),
        4 => (0..6_u8, 0..9_usize).prop_map(|(what, item)| Step::Agenda(what, item)),
        4 => (0..6_u8, 0..34_usize).prop_map(|(what, seat)| Step::Floor(what, seat)),
        4 => (0..4_u8, 0..20_usize).prop_map(|(what, entry)| Step::Line(what, entry)),
        6 => (0..34_usize, 0..10_u8).prop_map(|(seat, mark)| Step::Mark(seat, mark)),
        1 => Just(Step::Rest),
        6 => (0..LINES.len()).prop_map(Step::Write),
        2 => (0..20_usize, 0..LINES.len()).prop_map(|(entry, line)| Step::Rewrite(entry, line)),
        2 => (0..20_usize).prop_map(Step::Remove),
        2 => (0..6_usize).prop_map(Step::Start),
        2 => (0..34_usize).prop_map(Step::Give),
        1 => Just(Step::CloseOrReopen),
        1 => (0..40_usize).prop_map(Step::Progress),
        3 => (0..40_usize, 0..7_usize).prop_map(|(part, state)| Step::Report(part, state)),
        2 => (0..3_usize, 0..90_u8).prop_map(|(action, days)| Step::Extend(action, days)),
        1 => Just(Step::Roster),
        5 => Just(Step::Undo),
        4 => Just(Step::Redo),
        1 => Just(Step::Reopen),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn memory_disk_and_journal_never_part(steps in prop::collection::vec(step(), 1..40)) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("so.giaoban");
        std::fs::copy(new_book(), &path).unwrap();
        let mut desk = Desk::open(&path);
        let untouched = desk.dossier.clone();
        for (minute, step) in steps.iter().enumerate() {
            desk.now = morning() + TimeDelta::minutes(i64::try_from(minute).unwrap());
            desk.take(step, &path);
            prop_assert_eq!(&desk.dossier, &desk.on_disk(), "memory and disk part at {:?}", step);
        }
        assert_journal_tells_the_disk(&path);
        assert_kept(&Connection::open(&path).unwrap());
        while desk.undo() {}
        prop_assert_eq!(&desk.dossier, &untouched, "everything can be undone");
        prop_assert_eq!(&desk.on_disk(), &untouched);
        assert_kept(&Connection::open(&path).unwrap());
        while desk.redo() {}
        prop_assert_eq!(&desk.dossier, &desk.on_disk());
        assert_kept(&Connection::open(&path).unwrap());
        assert_journal_tells_the_disk(&path);
    }
}

/// A writer who has read a row before another changed it does not overwrite it.
#[test]
fn a_clash_is_refused_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let mut one = Desk::open(&path);
    let mut two = Desk::open(&path);
    let seat = roll_call::wards(&one.dossier)[0].id;
    let mark = |desk: &Desk, mark: &Mark| {
        roll_call::mark(&desk.dossier, seat, mark, desk.store.ids().at(desk.now)).unwrap()
    };
    let first = mark(&one, &Mark::Came(Delegate::Summoned(Rank::Secretary)));
    one.commit(first);
    two.dossier = two.on_disk();
    let of_one = mark(&one, &Mark::Absent);
    let mut of_two = mark(&two, &Mark::Came(Delegate::Summoned(Rank::StandingDeputy)));
    of_two.extend(floor::give(
        &two.dossier,
        &Voice::Seat(seat),
        two.now,
        two.store.ids(),
    ));
    one.commit(of_one);
    let refused = two
        .store
        .commit(&Transaction::new("clash", of_two), two.now)
        .unwrap_err();
    assert_eq!(refused.trouble, Trouble::Clash);
    assert_eq!(
        two.on_disk(),
        one.dossier,
        "nothing of the refused transaction is there"
    );
    assert!(two.on_disk().speeches.is_empty());
}

/// Two writers of one book never give out the same id.
#[test]
fn ids_of_two_writers_never_meet() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let (one, two) = (Desk::open(&path), Desk::open(&path));
    let mut seen = std::collections::HashSet::new();
    for _ in 0..1000 {
        assert!(seen.insert(one.store.ids().next::<()>()));
        assert!(seen.insert(two.store.ids().next::<()>()));
    }
}

#[test]
fn the_journal_cannot_be_rewritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let mut desk = Desk::open(&path);
    let changes = roll_call::mark_rest(&desk.dossier, desk.store.ids().at(desk.now)).unwrap();
    desk.commit(changes);
    let raw = Connection::open(&path).unwrap();
    assert!(raw.execute("UPDATE journal SET label = ''", []).is_err());
    assert!(raw.execute("DELETE FROM journal", []).is_err());
}

/// Returns the file of a new book, which is made once.
fn new_book() -> &'static Path {
    static NEW: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("so.giaoban");
        // What the last writer leaves when it ends is one file.
        drop(Store::open(&path, morning()).unwrap());
        (folder, path)
    });
    &NEW.1
}

/// A book and the meeting in memory, following it as the program does.
struct Desk {
    store: Store,
    dossier: Dossier,
    now: Instant,
}

impl Desk {
    fn open(path: &Path) -> Self {
        let store = Store::open(path, morning()).unwrap();
        let meeting = store.last_meeting().unwrap().unwrap();
        let dossier = store.dossier(meeting).unwrap().unwrap();
        Self {
            store,
            dossier,
            now: morning(),
        }
    }

    fn on_disk(&self) -> Dossier {
        self.store
            .dossier(self.dossier.meeting.id)
            .unwrap()
            .unwrap()
    }

    fn follow(&mut self, changes: &[Change]) {
        for change in changes {
            self.dossier.apply(change);
        }
        // A meeting that changes its roster takes another one in hand.
        if self.dossier.roster.id != self.dossier.meeting.roster {
            self.dossier = self.on_disk();
        }
    }

    fn commit(&mut self, changes: Vec<Change>) {
        if !changes.is_empty() {
            let transaction = Transaction::new("thử", changes);
            self.store.commit(&transaction, self.now).unwrap();
            self.follow(&transaction.changes);
        }
    }

    fn undo(&mut self) -> bool {
        let undone = self.store.undo(self.now).unwrap();
        self.follow(undone.as_ref().map_or(&[], |undone| &undone.changes));
        undone.is_some()
    }

    fn redo(&mut self) -> bool {
        let redone = self.store.redo(self.now).unwrap();
        self.follow(redone.as_ref().map_or(&[], |redone| &redone.changes));
        redone.is_some()
    }

    fn take(&mut self, step: &Step, path: &Path) {
        match step {
            Step::Undo => {
                self.undo();
            }
            Step::Redo => {
                self.redo();
            }
            Step::Reopen => {
                let now = self.now;
                *self = Self::open(path);
                self.now = now;
            }
            Step::Mark(..)
            | Step::Rest
            | Step::Write(_)
            | Step::Rewrite(..)
            | Step::Remove(_)
            | Step::Start(_)
            | Step::Give(_)
            | Step::CloseOrReopen
            | Step::Progress(_)
            | Step::Report(..)
            | Step::Extend(..)
            | Step::Roster
            | Step::Unit(..)
            | Step::Strike(_)
            | Step::Agenda(..)
            | Step::Floor(..)
            | Step::Line(..) => {
                let changes = self.changes(step);
                self.commit(changes);
            }
        }
    }

    fn changes(&self, step: &Step) -> Vec<Change> {
        let (dossier, now, ids) = (&self.dossier, self.now, self.store.ids());
        let wards = roll_call::wards(dossier);
        let stream = notes::stream(dossier);
        let numbers = self.store.numbers().unwrap();
        match step {
            Step::Mark(seat, mark) => wards.get(*seat).map_or_else(Vec::new, |seat| {
                roll_call::mark(dossier, seat.id, &mark_of(*mark), ids.at(now)).unwrap_or_default()
            }),
            Step::Rest => roll_call::mark_rest(dossier, ids.at(now)).unwrap_or_default(),
            Step::Write(line) => {
                let line = capture::parse(LINES[*line], dossier);
                Writing::new(dossier, Known::of(numbers), ids)
                    .write(&line, Place::now(dossier, now))
                    .unwrap_or_default()
            }
            Step::Rewrite(entry, line) => stream.get(*entry).map_or_else(Vec::new, |entry| {
                let line = capture::parse(LINES[*line], dossier);
                Writing::new(dossier, Known::of(numbers), ids)
                    .rewrite(*entry, &line)
                    .unwrap_or_default()
            }),
            Step::Remove(entry) => stream
                .get(*entry)
                .map_or_else(Vec::new, |entry| notes::remove(dossier, *entry)),
            Step::Start(item) => agenda::items(dossier)
                .get(*item)
                .map_or_else(Vec::new, |item| agenda::start(dossier, item.id, now, ids)),
            Step::Give(seat) => wards.get(*seat).map_or_else(Vec::new, |seat| {
                floor::give(dossier, &Voice::Seat(seat.id), now, ids)
            }),
            Step::CloseOrReopen if dossier.meeting.closed.is_some() => agenda::reopen(dossier),
            Step::CloseOrReopen => agenda::close(dossier, now),
            Step::Progress(part) => dossier
                .assignments
                .iter()
                .nth(*part)
                .map_or_else(Vec::new, |part| {
                    actions::progress(part, AssignmentState::Done, ids.at(now))
                }),
            Step::Report(part, state) => {
                let report = Report::of(AssignmentState::ALL[*state]);
                let part = dossier.assignments.iter().nth(*part);
                part.and_then(|part| report::report(part, None, &report, ids.at(now)).ok())
                    .unwrap_or_default()
            }
            Step::Extend(action, days) => self.extend(*action, *days),
            Step::Roster
                if dossier.notes.is_empty()
                    && dossier.actions.is_empty()
                    && dossier.speeches.is_empty()
                    && dossier.raised.is_empty() =>
            {
                let rosters = self.store.rosters().unwrap();
                let next = rosters
                    .iter()
                    .find(|roster| roster.id != dossier.roster.id)
                    .unwrap()
                    .clone();
                plan::change_roster(dossier, &self.store.summons(next).unwrap(), ids)
            }
            Step::Unit(unit, edit) => self.unit(*unit, *edit),
            Step::Strike(event) => dossier
                .attendance
                .iter()
                .nth(*event)
                .map_or_else(Vec::new, |event| {
                    roll_call::marks::strike(dossier, event, now).unwrap_or_default()
                }),
            Step::Agenda(what, item) => self.agenda(*what, *item),
            Step::Floor(what, seat) => self.floor(*what, *seat),
            Step::Line(what, entry) => self.line(*what, *entry),
            Step::Roster | Step::Undo | Step::Redo | Step::Reopen => Vec::new(),
        }
    }

    fn extend(&self, action: usize, days: u8) -> Vec<Change> {
        let (dossier, now, ids) = (&self.dossier, self.now, self.store.ids());
        let Some(action) = dossier.actions.iter().nth(action) else {
            return Vec::new();
        };
        if days.is_multiple_of(5) {
            let areas = dossier.focus.iter();
            let other = areas.map(|area| area.id).nth(usize::from(days) % 6);
            return vec![Change::edit(action, |action| action.focus = other.unwrap())];
        }
        let of_action = dossier.extensions.iter();
        let mut of_action = of_action.filter(|row| row.action == action.id);
        let in_force = of_action
            .next_back()
            .map(|row| row.deadline)
            .or(action.deadline);
        let row = Extension {
            reason: "chờ hướng dẫn".to_owned(),
            ..Extension::of(
                ids.next(),
                action.id,
                now.date_naive() + TimeDelta::days(i64::from(days)),
                now,
            )
        };
        extension::extend(action, in_force, false, row)
            .into_iter()
            .collect()
    }

    fn agenda(&self, what: u8, item: usize) -> Vec<Change> {
        let (dossier, now, ids) = (&self.dossier, self.now, self.store.ids());
        let items = agenda::items(dossier);
        let item = items[item % items.len()];
        let matter = || agenda::Matter {
            title: "Việc khác".to_owned(),
            kind: item.kind,
            minutes: 5,
            presenter: None,
            prepare: None,
        };
        match what {
            0 => agenda::postpone(dossier, item, now),
            1 => agenda::skip(dossier, item, "hết giờ", now),
            2 => agenda::take_up(dossier, matter(), now, ids),
            3 => agenda::insert(dossier, matter(), Some(item.position), ids).1,
            4 => agenda::shift(dossier, item.id, 1),
            _ => agenda::finish(dossier, now),
        }
    }

    fn floor(&self, what: u8, seat: usize) -> Vec<Change> {
        let (dossier, now, ids) = (&self.dossier, self.now, self.store.ids());
        let wards = roll_call::wards(dossier);
        let Some(seat) = wards.get(seat) else {
            return Vec::new();
        };
        let voice = Voice::Seat(seat.id);
        match what {
            0 => floor::ask(dossier, &voice, now, ids),
            1 => floor::interject(dossier, &voice, now, ids),
            2 => floor::pause(dossier, now, ids),
            3 => floor::put_back(dossier),
            4 => floor::silent_first(dossier),
            _ => floor::give(dossier, &Voice::Guest("Khách".to_owned()), now, ids),
        }
    }

    fn line(&self, what: u8, entry: usize) -> Vec<Change> {
        let (dossier, now, ids) = (&self.dossier, self.now, self.store.ids());
        let stream = notes::stream(dossier);
        let Some(entry) = stream.get(entry).copied() else {
            return Vec::new();
        };
        let known = Known::of(self.store.numbers().unwrap());
        let whole = notes::capture_of(dossier, entry);
        let retyped = |sort| capture::Capture {
            sort,
            ..whole.clone()
        };
        let changes = match what {
            0 => Writing::new(dossier, known, ids)
                .split(entry, &whole, "phần sau")
                .ok(),
            1 => notes::join(entry, notes::Filter::default(), dossier).ok(),
            2 => {
                let seat = roll_call::wards(dossier).first().map(|seat| seat.id);
                let item = agenda::current_item(dossier);
                let to = notes::Placement {
                    at: now,
                    item,
                    seat,
                };
                Some(notes::place(entry, to, dossier))
            }
            _ => {
                let line = retyped(capture::Sort::Conclusion);
                Writing::new(dossier, known, ids).rewrite(entry, &line).ok()
            }
        };
        changes.unwrap_or_default()
    }

    /// Says something of a unit of the roster: who leads it, since when, or that it goes or moves.
    fn unit(&self, unit: usize, edit: u8) -> Vec<Change> {
        let rosters = self.store.all_rosters().unwrap();
        let summons = &rosters.summons[0];
        let Some(called) = summons.units.get(unit) else {
            return Vec::new();
        };
        let today = self.now.date_naive();
        let mut entry = UnitEntry::of(called, today);
        match edit {
            0 => entry.secretary.name = Some(format!("Người {unit}")),
            1 => {
                entry.secretary = Holder {
                    name: Some("Người Kế Nhiệm".into()),
                    from: Some(today),
                    to: None,
                }
            }
            2 => return edit::reorder(summons, called, 3),
            _ => return edit::remove(summons, called),
        }
        let editing = Editing {
            rosters: &rosters,
            today,
            ids: self.store.ids(),
        };
        editing.revise(called, &entry)
    }
}

fn mark_of(mark: u8) -> Mark {
    match mark {
        0 => Mark::Came(Delegate::Summoned(Rank::Secretary)),
        1 => Mark::Came(Delegate::Substitute {
            person: "A".into(),
            office: "B".into(),
            on_behalf: None,
        }),
        2 => Mark::Excused {
            reason: Some("ốm".into()),
        },
        3 => Mark::Absent,
        4 => Mark::Late,
        5 => Mark::Left { reason: None },
        6 => Mark::Back,
        7 => Mark::Arrived(Delegate::Summoned(Rank::StandingDeputy)),
        _ => Mark::Clear,
    }
}

/// Plays the journal on nothing and compares every row it ever touched with the disk.
fn assert_journal_tells_the_disk(path: &Path) {
    let disk = Connection::open(path).unwrap();
    let mut rows: HashMap<(String, i64), Value> = HashMap::new();
    let mut entries = disk
        .prepare("SELECT changes FROM journal ORDER BY id")
        .unwrap();
    let mut entries = entries.query([]).unwrap();
    while let Some(entry) = entries.next().unwrap() {
        let changes: Vec<Value> =
            serde_json::from_str(&entry.get::<_, String>(0).unwrap()).unwrap();
        for change in changes {
            let row = if change[2].is_null() {
                &change[1]
            } else {
                &change[2]
            };
            let key = (
                change[0].as_str().unwrap().to_owned(),
                row["id"].as_i64().unwrap(),
            );
            if let Some(before) = rows.get(&key) {
                assert_eq!(before, &change[1], "the journal has a gap at {key:?}");
            }
            rows.insert(key, change[2].clone());
        }
    }
    for ((table, id), expected) in rows {
        assert_eq!(
            row_of(&disk, &table, id),
            expected,
            "journal and disk part at {table} {id}"
        );
    }
}

fn row_of(disk: &Connection, table: &str, id: i64) -> Value {
    let mut statement = disk
        .prepare(&format!("SELECT * FROM {table} WHERE id = ?1"))
        .unwrap();
    let names: Vec<String> = statement
        .column_names()
        .map(|name| (*name).to_owned())
        .collect();
    let mut rows = statement.query([id]).unwrap();
    let Some(row) = rows.next().unwrap() else {
        return Value::Null;
    };
    let cell = |position: usize| match row.get_ref(position).unwrap() {
        ValueRef::Integer(n) => Value::from(n),
        ValueRef::Text(text) => Value::from(std::str::from_utf8(text).unwrap()),
        ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => Value::Null,
    };
    Value::Object(
        names
            .into_iter()
            .enumerate()
            .map(|(position, name)| (name, cell(position)))
            .collect::<Map<_, _>>(),
    )
}
