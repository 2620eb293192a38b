//! The words on paper have one source: all of them follow the issuer's tone marks and the user's own wording, and a
//! table comes back under whatever heads it was handed out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::{DateTime, NaiveDate};
use giaoban::cli::demo;
use giaoban::files::spreadsheet::read_table;
use giaoban::files::write_atomically;
use giaoban::meeting::actions;
use giaoban::meeting::actions::import as progress;
use giaoban::meeting::change::{Change, Transaction};
use giaoban::meeting::code::{AssignmentState, IssueState, PaperKind, Tone};
use giaoban::meeting::dossier::Dossier;
use giaoban::meeting::issues::{IssueCard, IssueQuery};
use giaoban::meeting::page::Part;
use giaoban::meeting::roster::import::{Cells, Verdict, compare};
use giaoban::meeting::rows::{Meeting, Table};
use giaoban::meeting::sample::years::Extent;
use giaoban::meeting::turnout;
use giaoban::meeting::year::Yearbook;
use giaoban::papers::Document;
use giaoban::papers::actions::{ActionsFormat, aligned, render, separated, sheet};
use giaoban::papers::brief::{Brief, Matters, Stage, Which};
use giaoban::papers::csv::csv;
use giaoban::papers::markdown::markdown;
use giaoban::papers::paper::paper;
use giaoban::papers::phrases::Phrases;
use giaoban::papers::roll_call::read_aloud;
use giaoban::papers::sheet::{Sheet, Value};
use giaoban::papers::version::folder;
use giaoban::papers::xlsx::workbook;
use giaoban::papers::{issues, read_back, roster, turnout as turnouts, year};
use giaoban::store::Store;
use giaoban::text::dates::Instant;
use giaoban::text::spelling::{ToneStyle, in_tone};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::common::stage::morning;

/// When everything is printed: long after the last meeting, so that some parts are late.
fn now() -> Instant {
    DateTime::parse_from_rfc3339("2024-01-15T07:40:00+07:00").unwrap()
}

fn today() -> NaiveDate {
    now().date_naive()
}

/// A practice book of some meetings.
fn book() -> (TempDir, Store) {
    book_of(3)
}

fn book_of(meetings: usize) -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("so"), morning()).unwrap();
    let extent = Extent {
        meetings,
        lines: 60,
        seed: 3,
    };
    demo::fill_years(&store, extent, morning(), &mut |_, _| ()).unwrap();
    (folder, store)
}

/// A practice book whose issuer writes tones in a style, and in which everything that was typed has that style too:
/// whatever a paper prints in the other one is the program's.
fn book_in(tone: Tone, style: ToneStyle) -> (TempDir, Store) {
    let (folder, store) = book();
    drop(store);
    let path = folder.path().join("so");
    let book = Connection::open(&path).unwrap();
    for table in Table::ALL {
        for column in table.columns() {
            rewrite(&book, table.name(), column, style);
        }
    }
    let sql = "UPDATE issuer SET tone = ?1";
    assert!(book.execute(sql, [tone.code()]).unwrap() > 0);
    drop(book);
    let store = Store::open(&path, morning()).unwrap();
    (folder, store)
}

fn rewrite(book: &Connection, table: &str, column: &str, style: ToneStyle) {
    let sql = format!("SELECT id, {column} FROM {table} WHERE typeof({column}) = 'text'");
    let mut statement = book.prepare(&sql).unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    let rows: Vec<(i64, String)> = rows.unwrap().map(Result::unwrap).collect();
    let sql = format!("UPDATE {table} SET {column} = ?2 WHERE id = ?1");
    for (id, text) in rows {
        let written = in_tone(&text, style);
        if written != text {
            book.execute(&sql, (id, written)).unwrap();
        }
    }
}

fn meetings(store: &Store) -> Vec<Meeting> {
    let all = Part { from: 0, most: 99 };
    store.meetings(all).unwrap().lines
}

fn cards(store: &Store) -> Vec<IssueCard> {
    let all = Part { from: 0, most: 999 };
    let log = store.issues(&IssueQuery::default(), all).unwrap();
    let cards = log.page.lines.iter();
    let cards = cards.map(|line| store.issue_card(line.issue.id));
    cards.map(|card| card.unwrap().unwrap()).collect()
}

/// Everything that is printed out of a book, by what it is.
fn printed(store: &Store, own: Option<&Phrases>) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let (open, waiting) = store.matters(today()).unwrap();
    let matters = Matters {
        actions: Some(open),
        issues: waiting,
        put_off: store.put_off().unwrap(),
    };
    for meeting in meetings(store) {
        let dossier = store.dossier(meeting.id).unwrap().unwrap();
        papers(&dossier, &matters, own, &mut all);
    }
    let issuer = store.issuer().unwrap();
    let phrases = Phrases::worded(own, Some(&issuer));
    let mut keep = |name: &str, text: String| all.insert(name.to_owned(), text);
    for (name, sheet) in sheets(store, &phrases) {
        keep(name, lines_of(&sheet));
    }
    let annex = issues::annex(&cards(store), today(), &phrases);
    keep("issues", words_of(&annex));
    let table = store.action_table(&actions::Query::all(today())).unwrap();
    for (name, format) in [
        ("list", ActionsFormat::Markdown),
        ("calendar", ActionsFormat::Ics),
        ("reminder", ActionsFormat::Reminder),
        ("json", ActionsFormat::Json),
    ] {
        let bytes = render(format, &table, &phrases, now()).unwrap();
        // A line of a calendar goes on behind its fold.
        keep(name, String::from_utf8(bytes).unwrap().replace("\r\n ", ""));
    }
    keep("columns", aligned(&table, &phrases, None));
    keep("fields", separated(&table, &phrases));
    all
}

fn papers(
    dossier: &Dossier,
    matters: &Matters,
    own: Option<&Phrases>,
    all: &mut BTreeMap<String, String>,
) {
    let phrases = Phrases::worded(own, Some(&dossier.issuer));
    let brief = Brief {
        dossier,
        phrases: &phrases,
        matters,
        today: today(),
    };
    let kinds = PaperKind::ALL.iter().map(|kind| Which::from(*kind));
    let day = dossier.meeting.starts.date_naive();
    for which in kinds.chain(folder(dossier)) {
        let text = words_of(&paper(which, Stage::Draft(2), &brief));
        all.insert(format!("{day} {which:?}"), text);
    }
    let aloud = read_aloud(dossier, &phrases).join("\n");
    all.insert(format!("{day} read aloud"), aloud);
}

/// A document as it is read, with the name in its properties.
fn words_of(document: &Document) -> String {
    format!("{}\n{}", document.title, markdown(document))
}

fn sheets(store: &Store, phrases: &Phrases) -> Vec<(&'static str, Sheet)> {
    let records = store.seats_in(2023).unwrap();
    let facts = store.year_facts(2023, today()).unwrap();
    let [months, units] = year::sheets(&Yearbook::new(2023, &facts), today(), phrases);
    let table = store.action_table(&actions::Query::all(today())).unwrap();
    let rosters = store.all_rosters().unwrap();
    let summons = rosters.summons.first().unwrap();
    vec![
        (
            "turnout",
            turnouts::sheet(&turnout::year(2023, &records), phrases),
        ),
        ("months", months),
        ("units", units),
        ("roster", roster::sheet(summons, today(), phrases)),
        ("follow-up", sheet(&table, phrases)),
    ]
}

fn lines_of(sheet: &Sheet) -> String {
    let texts = sheet.rows.iter().flatten().filter_map(|value| match value {
        Value::Text(text) | Value::Marked(text, _) => Some(text.clone()),
        Value::Count(_) | Value::Share(_) | Value::Day(_) => None,
    });
    let heads = sheet.columns.iter().map(|column| column.head.clone());
    let above = [sheet.name.clone(), sheet.title.clone()].into_iter();
    let all = above
        .chain(sheet.above.clone())
        .chain(heads)
        .chain(texts)
        .chain(sheet.notes.clone());
    all.collect::<Vec<_>>().join("\n")
}

#[test]
fn everything_that_is_printed_has_the_tones_of_its_issuer() {
    for (tone, style, ours, other) in [
        (
            Tone::Old,
            ToneStyle::Old,
            "Đảng ủy phường",
            "Đảng uỷ phường",
        ),
        (
            Tone::New,
            ToneStyle::New,
            "Đảng uỷ phường",
            "Đảng ủy phường",
        ),
    ] {
        let (_folder, store) = book_in(tone, style);
        let all = printed(&store, None);
        assert!(all.len() > 100, "{} texts", all.len());
        for (name, text) in &all {
            assert!(!text.contains(other), "{name} in {tone:?}");
            for line in text.lines() {
                assert_eq!(in_tone(line, style), line, "{name} in {tone:?}");
            }
        }
        for name in ["issues", "reminder"] {
            assert!(all[name].contains(ours), "{name} in {tone:?}");
        }
    }
}

/// The body, the recipients and the delegations of a new book are the program's words too; what was typed stays.
#[test]
fn the_names_of_a_new_book_follow_the_tones_of_its_issuer() {
    let (folder, store) = book();
    drop(store);
    let path = folder.path().join("so");
    let book = Connection::open(&path).unwrap();
    book.execute("UPDATE issuer SET tone = ?1", [Tone::New.code()])
        .unwrap();
    book.execute("UPDATE issuer SET head = 'Trưởng Ban Ví Dụ, Thành ủy'", [])
        .unwrap();
    drop(book);
    let store = Store::open(&path, morning()).unwrap();
    let dossier = store.dossier(meetings(&store)[0].id).unwrap().unwrap();
    let phrases = Phrases::worded(None, Some(&dossier.issuer));
    let brief = Brief {
        dossier: &dossier,
        phrases: &phrases,
        matters: &Matters::default(),
        today: today(),
    };
    let notice = words_of(&paper(PaperKind::Notice.into(), Stage::Final, &brief));
    for name in ["Ban Tổ chức Thành uỷ Thủ Đức", "Lưu Ban Tổ chức Thành uỷ"] {
        assert!(notice.contains(name), "{notice}");
    }
    assert!(notice.contains("THÀNH UỶ THỦ ĐỨC"), "{notice}");
    assert!(!notice.contains("Ban Tổ chức Thành ủy"), "{notice}");
}

#[test]
fn the_sentences_of_the_program_have_the_older_tones() {
    for line in Phrases::FILE.lines() {
        assert_eq!(in_tone(line, ToneStyle::Old), line);
    }
}

#[test]
fn the_users_own_name_of_a_unit_stands_wherever_one_is_named() {
    let (_folder, store) = book();
    let own = Phrases::read("[common]\ncommittee = \"Phường {unit} (thử)\"\n").unwrap();
    let (first, changed) = (printed(&store, None), printed(&store, Some(&own)));
    let issuer = store.issuer().unwrap();
    let phrases = Phrases::worded(None, Some(&issuer));
    let names: BTreeSet<String> = meetings(&store)
        .into_iter()
        .filter_map(|meeting| store.dossier(meeting.id).unwrap())
        .flat_map(|dossier| {
            let seats: Vec<String> = dossier.seats.iter().map(|seat| seat.name.clone()).collect();
            seats
        })
        .collect();
    let mut found = BTreeSet::new();
    for (name, text) in &first {
        for unit in &names {
            let (before, after) = (phrases.common.committee(unit), own.common.committee(unit));
            if text.contains(&before) {
                assert!(!changed[name].contains(&before), "{name}: {before}");
                assert!(changed[name].contains(&after), "{name}: {after}");
                let kind = name.split(' ').next_back().unwrap_or(name);
                found.insert(kind.to_owned());
            }
        }
    }
    for name in ["issues", "reminder"] {
        assert!(found.contains(name), "{found:?}");
    }
}

/// The states of issues and of parts stand in the file of the phrases, where the user can change them.
#[test]
fn the_users_own_names_of_states_stand_wherever_one_is_printed() {
    let (_folder, mut store) = book();
    // The practice book leaves no issue that is answered and not settled.
    let cards = cards(&store);
    let mut raised = cards
        .iter()
        .filter(|card| card.issue.state == IssueState::Raised);
    let answered = Change::edit(&raised.next().unwrap().issue, |issue| {
        issue.state = IssueState::Answered;
    });
    // Nor a part begun: one that a slip asks for is.
    let dossiers: Vec<Dossier> = meetings(&store)
        .iter()
        .filter_map(|meeting| store.dossier(meeting.id).unwrap())
        .collect();
    let mut parts = dossiers
        .iter()
        .flat_map(|dossier| dossier.assignments.iter());
    let owed = parts.find(|part| part.state == AssignmentState::NotStarted);
    let begun = Change::edit(owed.unwrap(), |part| {
        part.state = AssignmentState::InProgress;
    });
    let begun = Transaction::new("trả lời", vec![answered, begun]);
    store.commit(&begun, morning()).unwrap();
    let own = "[issues]\nstate_raised = \"vừa nêu ra\"\nstate_accepted = \"đã vào sổ\"\n\
        state_answered = \"có trả lời rồi\"\n[follow_up]\nstate_not_started = \"chưa động đến\"\n\
        state_in_progress = \"đang làm dở\"\n";
    let own = Phrases::read(own).unwrap();
    let (first, changed) = (printed(&store, None), printed(&store, Some(&own)));
    for (paper, before, after) in [
        ("issues", "mới nêu", "vừa nêu ra"),
        ("issues", "đã tiếp nhận", "đã vào sổ"),
        ("issues", "đã trả lời", "có trả lời rồi"),
        ("Slip", "chưa thực hiện", "chưa động đến"),
        ("Slip", "đang thực hiện", "đang làm dở"),
    ] {
        // A state is a cell; the legend and the totals have sentences of their own.
        let is_cell = |word: &str, text: &str| {
            text.split(['|', '\t', '\n'])
                .any(|cell| cell.trim() == word)
        };
        let mut printing = first.iter().filter(|(_, text)| is_cell(before, text));
        let names: Vec<&String> = printing.by_ref().map(|(name, _)| name).collect();
        let is_there = names.iter().any(|name| name.contains(paper));
        assert!(is_there, "{paper}: {before}, only {names:?}");
        for (name, text) in &first {
            if is_cell(before, text) {
                assert!(!is_cell(before, &changed[name]), "{name}: {before}");
                assert!(changed[name].contains(after), "{name}: {after}");
            }
        }
    }
}

/// Words for the heads of both tables, and for the states, that the readers have never heard of.
const OWN: &str = r#"
[tables]
number = "Số thứ tự cột"
unit = "Nơi"
lead = "Ai làm"
support = "Ai giúp"
deadline = "Phải xong"
product = "Thứ phải nộp"
remarks = "Điều khác"
[common]
secretary = "Người đứng đầu"
standing_deputy = "Người thứ hai"
[roster]
sheet = "Danh sách: [mới] của tất cả các đơn vị trong toàn thành phố"
valid_from = "Bắt đầu"
valid_to = "Thôi"
secretary_from = "Người đứng đầu, bắt đầu"
deputy_from = "Người thứ hai, bắt đầu"
[follow_up]
task = "Việc"
evidence = "Giấy tờ"
progress = "Làm đến đâu"
done_on = "Xong hôm nào"
difficulty = "Điều vướng"
action_code = "Ký hiệu việc"
key = "Đừng sửa"
done_late = "xong rồi, nhưng chậm"
reported = "gửi rồi, còn đợi"
"#;

fn cells(folder: &Path, sheet: &Sheet) -> Cells {
    let path = folder.join("bang.csv");
    write_atomically(&path, &csv(sheet).unwrap(), true).unwrap();
    read_table(&path).unwrap()
}

#[test]
fn a_follow_up_table_comes_back_under_the_users_own_heads_and_states() {
    let (folder, store) = book_of(20);
    let own = Phrases::read(OWN).unwrap();
    let table = store.action_table(&actions::Query::all(today())).unwrap();
    let lexicon = store.lexicon().unwrap();
    let read = |cells: &Cells| progress::read(cells, today());
    let first = cells(folder.path(), &sheet(&table, &Phrases::default()));
    let changed = cells(folder.path(), &sheet(&table, &own));
    assert_eq!(
        read(&changed).unwrap_err(),
        progress::Unreadable::NoCodes,
        "nobody knows these heads without the user's phrases"
    );
    for state in ["xong rồi, nhưng chậm", "gửi rồi, còn đợi"] {
        let mut all = changed.rows.iter().flatten();
        assert!(all.any(|cell| cell.contains(state)), "{state}");
    }
    let expected = progress::compare(&read(&first).unwrap(), &table, &lexicon);
    assert!(expected.lines.len() > 50 && expected.unread.is_empty());
    for table_back in [&changed, &first] {
        let known = read_back::follow_up(table_back.clone(), Some(&own));
        let found = progress::compare(&read(&known).unwrap(), &table, &lexicon);
        assert_eq!(found, expected);
    }
}

#[test]
fn a_roster_comes_back_under_the_users_own_heads() {
    let (folder, store) = book();
    let own = Phrases::read(OWN).unwrap();
    let rosters = store.all_rosters().unwrap();
    let summons = rosters.summons.first().unwrap();
    let sheet = roster::sheet(summons, today(), &own);
    let changed = cells(folder.path(), &sheet);
    assert!(compare(&changed, &rosters, summons, today()).is_err());
    let known = read_back::roster(changed, Some(&own));
    let import = compare(&known, &rosters, summons, today()).unwrap();
    assert_eq!(import.lines.len(), summons.units.len());
    assert!(
        import
            .lines
            .iter()
            .all(|line| line.verdict == Verdict::Same)
    );
}

#[test]
fn a_tab_has_a_name_that_a_workbook_allows_whatever_the_user_calls_it() {
    let (folder, store) = book();
    let own = Phrases::read(OWN).unwrap();
    let summons = store.all_rosters().unwrap().summons.remove(0);
    let sheet = roster::sheet(&summons, today(), &own);
    let empty = Sheet {
        name: "[]".to_owned(),
        ..sheet.clone()
    };
    let pages = [sheet.clone(), sheet, empty];
    let path = folder.path().join("so.xlsx");
    write_atomically(&path, &workbook(&pages).unwrap(), true).unwrap();
    let book: calamine::Xlsx<_> = calamine::open_workbook(&path).unwrap();
    let names = calamine::Reader::sheet_names(&book);
    assert_eq!(
        names,
        [
            "Danh sách mới của tất cả các đơ",
            "Danh sách mới của tất cả cá 2",
            "3"
        ]
    );
}
