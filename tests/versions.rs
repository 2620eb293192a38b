//! What goes out of the house: drafts counted, files that nobody overwrites, a signed record that nobody changes.
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, TimeDelta};
use giaoban::app::handing_out::{Errand, Outcome, Unwritten};
use giaoban::cli::demo;
use giaoban::files::bundle::{Bundle, Edited, Planned};
use giaoban::meeting::actions::{self, extension};
use giaoban::meeting::cell::Id;
use giaoban::meeting::change::{Change, Transaction};
use giaoban::meeting::code::{AssignmentState, Capacity, MeetingState, NamedAfter, PaperKind};
use giaoban::meeting::dossier::Dossier;
use giaoban::meeting::papers::{Ledger, Obstacle, checksum, is_working, seal};
use giaoban::meeting::rows::{
    ActionSupport, Amendment, Assignment, Conclusion, Document, Extension, Imprint, IssueAnswer,
    Meeting, MeetingDocument, Progress, Record, Seat, Snippet,
};
use giaoban::meeting::settings;
use giaoban::papers::Format;
use giaoban::papers::brief::{Brief, Matters, Stage as Draft, Which};
use giaoban::papers::difference::{Mark, Passage, difference};
use giaoban::papers::paper::paper;

use giaoban::papers::phrases::Phrases;
use giaoban::papers::places::{self, SignedLine};
use giaoban::papers::version::{Otherwise, Refusal, Version};
use giaoban::store::{Store, Trouble};
use giaoban::text::dates::Instant;
use giaoban::words::{Lang, Words};

use crate::common::pty::Home;
use crate::common::stage::{Stage, morning};

/// The practice meeting, with something of everything in it.
fn book() -> Store {
    let mut store = Store::in_memory(now()).unwrap();
    demo::fill(&mut store, now()).unwrap();
    // What the practice meeting was filled with is not this desk's to take back.
    store.at_desk(2)
}

fn now() -> Instant {
    morning() + TimeDelta::minutes(75)
}

fn dossier(store: &Store) -> Dossier {
    let id = store.last_held().unwrap().unwrap();
    store.dossier(id).unwrap().unwrap()
}

fn ledger(store: &Store) -> Ledger {
    store.ledger(dossier(store).meeting.id).unwrap()
}

fn commit(store: &mut Store, change: Change) -> Result<(), Trouble> {
    let transaction = Transaction::new("thử", vec![change]);
    store
        .commit(&transaction, now())
        .map_err(|failure| failure.trouble)
}

/// Changes a word of the minutes.
fn reword(store: &mut Store, venue: &str) {
    let meeting = dossier(store).meeting;
    let change = Change::edit(&meeting, |meeting| meeting.venue = Some(venue.to_owned()));
    commit(store, change).unwrap();
}

fn sign(store: &mut Store) {
    let meeting = dossier(store).meeting;
    let change = Change::edit(&meeting, |meeting| meeting.state = MeetingState::Final);
    commit(store, change).unwrap();
}

/// Hands something out of the meeting that was held last.
fn errand<T>(
    store: &mut Store,
    may_replace: bool,
    run: impl FnOnce(&Errand, &mut Store) -> Result<T, Unwritten>,
) -> Result<T, Unwritten> {
    let dossier = dossier(store);
    let (phrases, matters) = (Phrases::default(), Matters::default());
    let brief = Brief {
        dossier: &dossier,
        phrases: &phrases,
        matters: &matters,
        today: now().date_naive(),
    };
    let errand = Errand {
        brief,
        may_replace,
        may_leave_blanks: true,
        now: now(),
        ground: None,
    };
    run(&errand, store)
}

fn export(store: &mut Store, which: Which, file: &Path) -> Result<Outcome, Unwritten> {
    let format = Format::of(file).unwrap();
    errand(store, false, |errand, store| {
        errand.one(store, which, file, format)
    })
}

fn replace(store: &mut Store, which: Which, file: &Path) -> Result<Outcome, Unwritten> {
    let format = Format::of(file).unwrap();
    errand(store, true, |errand, store| {
        errand.one(store, which, file, format)
    })
}

fn minutes(store: &mut Store, file: &Path) -> Result<Outcome, Unwritten> {
    export(store, Which::default(), file)
}

fn folder(store: &mut Store, into: &Path, formats: &[Format]) -> Result<Outcome, Unwritten> {
    errand(store, false, |errand, store| {
        errand.all(store, into, formats)
    })
}

/// A paper that has become the next draft is the one that would be made as that draft.
#[test]
fn a_draft_that_moves_on_says_so_and_nothing_else() {
    let mut store = book();
    let out = tempfile::tempdir().unwrap();
    folder(&mut store, &out.path().join("a"), &[Format::Text]).unwrap();
    reword(&mut store, "Hội trường khác");
    let (dossier, ledger) = (dossier(&store), ledger(&store));
    let (phrases, matters) = (Phrases::default(), Matters::default());
    let brief = Brief {
        dossier: &dossier,
        phrases: &phrases,
        matters: &matters,
        today: now().date_naive(),
    };
    let mut drafts = Vec::new();
    for which in giaoban::papers::version::folder(&dossier) {
        let version = Version::new(which, &ledger, &brief);
        assert_eq!(
            version.document,
            paper(which, version.stage, &brief),
            "{which:?}"
        );
        drafts.push(version.stage);
    }
    assert!(drafts.contains(&Draft::Draft(2)) && drafts.contains(&Draft::Draft(1)));
}

/// Returns why a file is left alone.
#[track_caller]
fn obstacle<T: std::fmt::Debug>(done: Result<T, Unwritten>) -> Obstacle {
    match done {
        Err(Unwritten::Kept(_, obstacle)) => obstacle,
        other => panic!("{other:?}"),
    }
}

fn stage(store: &Store, which: Which) -> Draft {
    version(store, which).stage
}

/// Returns a paper as it would be handed out now.
fn version(store: &Store, which: Which) -> Version {
    let dossier = dossier(store);
    let (phrases, matters) = (Phrases::default(), Matters::default());
    let brief = Brief {
        dossier: &dossier,
        phrases: &phrases,
        matters: &matters,
        today: now().date_naive(),
    };
    Version::new(which, &ledger(store), &brief)
}

/// Returns everything in a folder and the folders in it, hidden names too.
fn everything(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(everything(&path));
        }
        all.push(path);
    }
    all.sort();
    all
}

#[test]
fn unchanged_words_are_the_same_draft_and_changed_ones_the_next() {
    let mut store = book();
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    assert_eq!(stage(&store, Which::default()), Draft::Draft(1));
    minutes(&mut store, &file("a.docx")).unwrap();
    minutes(&mut store, &file("b.md")).unwrap();
    assert_eq!(stage(&store, Which::default()), Draft::Draft(1));
    reword(&mut store, "Hội trường B");
    assert_eq!(stage(&store, Which::default()), Draft::Draft(2));
    minutes(&mut store, &file("c.md")).unwrap();
    reword(&mut store, "Hội trường C");
    minutes(&mut store, &file("d.md")).unwrap();
    let ledger = ledger(&store);
    let of = Which::default().of();
    let versions: Vec<i64> = ledger.versions(of).map(|paper| paper.version).collect();
    assert_eq!(versions, [1, 2, 3]);
    assert!(ledger.papers.iter().all(|paper| paper.words.is_empty()));
    let meeting = dossier(&store).meeting.id;
    let held = store.versions(meeting, of).unwrap();
    let first = &held[0];
    assert_eq!(
        held.iter().map(|paper| paper.version).collect::<Vec<_>>(),
        [1, 2, 3]
    );
    let files: Vec<_> = ledger.files_of(first.id).collect();
    assert_eq!(files.len(), 2);
    for written in files {
        assert_eq!(
            checksum(&fs::read(&written.file).unwrap()),
            written.checksum
        );
    }
    assert_eq!(first.checksum, checksum(first.words.as_bytes()));
    assert!(first.words.contains("BIÊN BẢN"));
    assert!(!first.words.contains("Dự thảo lần"), "{}", first.words);
}

#[test]
fn what_is_there_and_right_is_left_as_it_is() {
    let mut store = book();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.md");
    minutes(&mut store, &file).unwrap();
    let again = minutes(&mut store, &file).unwrap();
    assert_eq!((again.written, again.same), (0, 1));
    assert_eq!(again.left, []);
    assert_eq!(ledger(&store).files.len(), 1);
}

#[test]
fn a_file_that_is_not_ours_or_was_edited_is_never_overwritten() {
    let mut store = book();
    let folder = tempfile::tempdir().unwrap();
    let foreign = folder.path().join("cua-toi.md");
    fs::write(&foreign, "của tôi").unwrap();
    let ours = folder.path().join("bien-ban.md");
    minutes(&mut store, &ours).unwrap();
    fs::write(&ours, "sửa tay").unwrap();
    reword(&mut store, "Hội trường B");
    for try_it in [export, replace] {
        assert_eq!(
            obstacle(try_it(&mut store, Which::default(), &foreign)),
            Obstacle::Foreign
        );
        assert_eq!(
            obstacle(try_it(&mut store, Which::default(), &ours)),
            Obstacle::Edited
        );
    }
    assert_eq!(fs::read_to_string(&foreign).unwrap(), "của tôi");
    assert_eq!(fs::read_to_string(&ours).unwrap(), "sửa tay");
    assert_eq!(ledger(&store).papers.len(), 1);
    assert_eq!(everything(folder.path()).len(), 2);
}

#[test]
fn an_older_draft_is_replaced_only_by_who_says_so() {
    let mut store = book();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bien-ban.md");
    minutes(&mut store, &file).unwrap();
    reword(&mut store, "Hội trường B");
    assert_eq!(obstacle(minutes(&mut store, &file)), Obstacle::Older);
    assert!(!fs::read_to_string(&file).unwrap().contains("Hội trường B"));
    for lock in [".~lock.bien-ban.md#", "~$en-ban.md"] {
        let lock = folder.path().join(lock);
        fs::write(&lock, "").unwrap();
        let refused = replace(&mut store, Which::default(), &file);
        assert_eq!(obstacle(refused), Obstacle::Open);
        fs::remove_file(lock).unwrap();
    }
    replace(&mut store, Which::default(), &file).unwrap();
    assert!(fs::read_to_string(&file).unwrap().contains("Hội trường B"));
    assert_eq!(everything(folder.path()), [file]);
}

#[test]
fn the_final_paper_is_never_overwritten_and_says_nothing_else_afterwards() {
    let mut store = book();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bien-ban.md");
    minutes(&mut store, &file).unwrap();
    sign(&mut store);
    assert_eq!(stage(&store, Which::default()), Draft::Final);
    let signed = folder.path().join("ky.md");
    minutes(&mut store, &signed).unwrap();
    let of = Which::default().of();
    assert!(ledger(&store).signed(of).is_some());
    // Another paper where it lies.
    let notice = replace(&mut store, PaperKind::RunSheet.into(), &signed);
    if let Err(Unwritten::Kept(_, obstacle)) = notice {
        assert_eq!(obstacle, Obstacle::Signed);
    }
    assert!(
        ledger(&store)
            .signed(of)
            .unwrap()
            .words
            .contains("BIÊN BẢN")
    );
    // The sentences, the tone marks and the house of a later day change nothing in what was signed.
    let before = [Format::Docx, Format::Pdf, Format::Markdown, Format::Text].map(|format| {
        let file = folder.path().join(format!("truoc.{}", ending(format)));
        minutes(&mut store, &file).unwrap();
        fs::read(file).unwrap()
    });
    let mut dossier = dossier(&store);
    dossier.issuer.tone = Some(giaoban::meeting::code::Tone::New);
    dossier.issuer.dashes = Some(false);
    let phrases = Phrases::read("[minutes]\ntitle = \"BIÊN BẢN KHÁC\"\n").unwrap();
    let phrases = Phrases::worded(Some(&phrases), Some(&dossier.issuer));
    let brief = Brief {
        dossier: &dossier,
        phrases: &phrases,
        matters: &Matters::default(),
        today: now().date_naive() + TimeDelta::days(400),
    };
    let errand = Errand {
        brief,
        may_replace: true,
        may_leave_blanks: true,
        now: now(),
        ground: None,
    };
    let after = [Format::Docx, Format::Pdf, Format::Markdown, Format::Text].map(|format| {
        let file = folder.path().join(format!("sau.{}", ending(format)));
        errand
            .one(&mut store, Which::default(), &file, format)
            .unwrap();
        fs::read(file).unwrap()
    });
    assert!(before == after);
    assert!(String::from_utf8_lossy(&after[2]).contains("# BIÊN BẢN\n"));
}

fn ending(format: Format) -> &'static str {
    match format {
        Format::Docx => "docx",
        Format::Pdf => "pdf",
        Format::Markdown => "md",
        Format::Text => "txt",
    }
}

/// A book whose minutes an older program signed and exported; it kept nothing but their words.
fn signed_by_an_older_program(path: &Path) -> String {
    let old = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/books/0005.giaoban"
    );
    fs::copy(old, path).unwrap();
    let book = rusqlite::Connection::open(path).unwrap();
    book.execute_batch(
        "UPDATE meeting SET state = 'final' WHERE state = 'closed';
         INSERT INTO paper (id, meeting, kind, seat, version, is_final, at, checksum, words)
            SELECT 77, meeting, kind, seat, 2, 1, at, checksum, words FROM paper WHERE kind = 'minutes';
         INSERT INTO paper_file (id, paper, turn, at, checksum, file)
            SELECT 78, 77, 999, at, checksum, '/giay/bien-ban.docx' FROM paper WHERE id = 77;",
    )
    .unwrap();
    book.query_row("SELECT words FROM paper WHERE id = 77", [], |row| {
        row.get(0)
    })
    .unwrap()
}

/// What an older program signed and this one words otherwise is not claimed to be wrong: its words go out as they are.
#[test]
fn what_an_older_program_signed_keeps_its_words() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let words = signed_by_an_older_program(&path);
    let mut store = Store::open(&path, now()).unwrap();
    // That its minutes say so in print is no record of a reading or an approval.
    let meeting = dossier(&store).meeting;
    assert_eq!(meeting.state, MeetingState::Final);
    assert_eq!((meeting.read_out, meeting.approved), (None, None));
    let refused = minutes(&mut store, &folder.path().join("bb.docx"));
    let Err(Unwritten::Refused(Refusal::Signed(signed))) = &refused else {
        panic!("{refused:?}");
    };
    assert_eq!(signed.file.as_deref(), Some("/giay/bien-ban.docx"));
    assert_eq!(signed.on, NaiveDate::from_ymd_opt(2026, 11, 29).unwrap());
    for name in ["bb.txt", "bb.md"] {
        let file = folder.path().join(name);
        assert_eq!(minutes(&mut store, &file).unwrap().written, 1);
        let text = fs::read_to_string(file).unwrap();
        let level = |text: &str| -> String {
            let letters = text.chars();
            letters.filter(|c| c.is_alphanumeric()).collect()
        };
        assert_eq!(level(&text), level(&words), "{name}");
    }
    // The screen shows what was signed, and says what can be had of it.
    let mut stage = Stage::at(store, (120, 36), Lang::Vi, now());
    stage
        .press("<F2><End><Enter><F8>")
        .sees("- Thời gian: Bắt đầu vào hồi 08 giờ 03 phút, ngày 24 tháng 11 năm 2026.")
        .press("<C-s><C-u>")
        .paste(&folder.path().join("a.docx").display().to_string())
        .press("<Enter>")
        .sees("đã ký và xuất ngày 29/11/2026");
}

/// Where the words are those that this program would write, the signed paper is taken over whole.
#[test]
fn a_signed_paper_of_equal_words_is_kept_whole_from_then_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let mut store = Store::open(&path, now()).unwrap();
    demo::fill(&mut store, now()).unwrap();
    sign(&mut store);
    minutes(&mut store, &folder.path().join("ky.md")).unwrap();
    let book = rusqlite::Connection::open(&path).unwrap();
    book.execute_batch("DROP TRIGGER paper_document_keeps_all_rows; DELETE FROM paper_document;")
        .unwrap();
    let kept = || -> i64 {
        book.query_row("SELECT count(*) FROM paper_document", [], |row| row.get(0))
            .unwrap()
    };
    assert_eq!(kept(), 0);
    minutes(&mut store, &folder.path().join("ky.pdf")).unwrap();
    minutes(&mut store, &folder.path().join("ky.txt")).unwrap();
    assert_eq!(kept(), 1);
}

/// What was kept by this program is read by every later one.
#[test]
fn a_document_that_was_kept_is_read() {
    let kept = include_str!("fixtures/papers/kept.json");
    let document = giaoban::papers::kept::read(kept).unwrap();
    assert_eq!(document.pieces.len(), 14);
    let text = giaoban::papers::content::words(&document);
    assert!(
        text.contains("BIÊN BẢN") && text.contains("Phụ lục 1"),
        "{text}"
    );
    assert!(document.pieces.iter().any(|piece| piece.source.is_some()));
    // A record that a later program does not know is left out, the words stay.
    let strange = kept.replace("\"Meeting\"", "\"Assembly\"");
    let document = giaoban::papers::kept::read(&strange).unwrap();
    assert_eq!(giaoban::papers::content::words(&document), text);
}

/// Every row that the minutes are made of, changed, struck and added, is refused; what goes on afterwards is not.
#[test]
fn a_signed_record_is_frozen_in_the_book_itself() {
    let mut store = book();
    let conclusion = Conclusion {
        id: store.ids().next(),
        meeting: dossier(&store).meeting.id,
        item: None,
        position: 1,
        focus: None,
        text: "kết luận".to_owned(),
        at: now(),
    };
    let of = conclusion.id;
    commit(&mut store, Change::insert(conclusion)).unwrap();
    let action = dossier(&store).actions.iter().next().unwrap().clone();
    let under = Change::edit(&action, |action| action.conclusion = Some(of));
    commit(&mut store, under).unwrap();
    let said = IssueAnswer {
        id: store.ids().next(),
        issue: dossier(&store).issues.iter().next().unwrap().id,
        meeting: Some(action.meeting),
        note: dossier(&store).notes.iter().next().map(|note| note.id),
        author: None,
        text: None,
        at: now(),
        document: None,
    };
    commit(&mut store, Change::insert(said)).unwrap();
    sign(&mut store);
    let held = dossier(&store);
    let part = held.assignments.iter().next().unwrap().unit;
    let units = held.seats.iter().filter_map(|seat| seat.unit);
    let another = units.into_iter().find(|unit| *unit != part).unwrap();
    let refused = |store: &mut Store, change: Change| {
        assert!(refuses(store, &change), "{change:?}");
        assert_eq!(
            commit(store, change.clone()),
            Err(Trouble::Signed),
            "{change:?}"
        );
    };
    macro_rules! frozen {
        ($($rows:ident . $field:ident = $value:expr;)+) => {$(
            let row = held.$rows.iter().next().unwrap();
            refused(&mut store, Change::edit(row, |row| row.$field = $value));
            refused(&mut store, Change::delete(row));
            let mut other = row.clone();
            other.id = store.ids().next();
            refused(&mut store, Change::insert(other));
        )+};
    }
    frozen! {
        seats.name = "khác".to_owned();
        items.title = "khác".to_owned();
        runs.ended = None;
        attendance.reason = Some("khác".to_owned());
        speeches.position = 99;
        notes.text = "khác".to_owned();
        conclusions.text = "khác".to_owned();
        issues.text = "khác".to_owned();
        actions.text = "khác".to_owned();
        actions.deliverable = Some("khác".to_owned());
        actions.deadline = NaiveDate::from_ymd_opt(2030, 1, 1);
        actions.conclusion = None;
        assignments.unit = another;
    }
    let retitled = Change::edit(&held.meeting, |meeting| meeting.title = "khác".to_owned());
    refused(&mut store, retitled);
    let both = Change::edit(&held.meeting, |meeting| {
        meeting.state = MeetingState::Closed;
        meeting.venue = None;
    });
    refused(&mut store, both);
    let action = held.actions.iter().next().unwrap();
    let support = ActionSupport {
        id: store.ids().next(),
        action: action.id,
        unit: None,
        name: "khác".to_owned(),
    };
    refused(&mut store, Change::insert(support));
    let renamed = Change::edit(&held.issuer, |issuer| issuer.organ = "BAN KHÁC".to_owned());
    refused(&mut store, renamed);
    let answer = held.answers.iter().find(|answer| answer.note.is_some());
    let author = |answer: &mut IssueAnswer| answer.author = Some("khác".to_owned());
    refused(&mut store, Change::edit(answer.unwrap(), author));
    refused(&mut store, Change::delete(answer.unwrap()));
    goes_on(&mut store, &held);
}

fn goes_on(store: &mut Store, held: &Dossier) {
    let action = held.actions.iter().next().unwrap();
    let part = held.assignments.iter().next().unwrap();
    let issue = held.issues.iter().next().unwrap();
    let changes = vec![
        Change::edit(part, |part| part.state = AssignmentState::Done),
        Change::insert(Progress {
            id: store.ids().next(),
            assignment: part.id,
            at: now(),
            state: AssignmentState::Done,
            percent: 100,
            text: Some("xong".to_owned()),
            evidence: None,
            difficulty: None,
            accepted_by: None,
        }),
        Change::insert(Extension {
            reason: "chờ hướng dẫn".to_owned(),
            ..Extension::of(
                store.ids().next(),
                action.id,
                NaiveDate::from_ymd_opt(2030, 1, 1).unwrap(),
                now(),
            )
        }),
        Change::edit(action, |action| action.officer = Some("ai đó".to_owned())),
        Change::edit(issue, |issue| issue.competent = Some("Ban".to_owned())),
        Change::insert(IssueAnswer {
            id: store.ids().next(),
            issue: issue.id,
            meeting: None,
            note: None,
            author: None,
            text: Some("trả lời sau".to_owned()),
            at: now(),
            document: None,
        }),
    ];
    for change in changes {
        assert!(!refuses(store, &change), "{change:?}");
        assert_eq!(commit(store, change.clone()), Ok(()), "{change:?}");
    }
}

/// Says whether memory refuses a change before the book is asked.
fn refuses(store: &Store, change: &Change) -> bool {
    let ledger = ledger(store);
    seal::refuses(&dossier(store), Some(&ledger), std::slice::from_ref(change))
}

/// No signed paper prints a focus area or the list of documents, so both go on.
#[test]
fn focus_areas_and_documents_go_on_and_signed_papers_stay_as_they_are() {
    let mut store = book();
    sign(&mut store);
    let signed = |store: &Store| {
        let kinds = PaperKind::ALL.iter().filter(|kind| !is_working(**kind));
        let papers = kinds.map(|kind| version(store, (*kind).into()).words);
        papers.collect::<Vec<String>>()
    };
    let before = signed(&store);
    let areas: Vec<_> = dossier(&store).focus.iter().cloned().collect();
    for area in &areas {
        let change = Change::edit(area, |area| {
            area.short_vi = "khác".to_owned();
            area.full_vi = "khác hẳn".to_owned();
        });
        assert!(!refuses(&store, &change));
        assert_eq!(commit(&mut store, change), Ok(()));
    }
    let document = Document {
        id: store.ids().next(),
        citation: "Hướng dẫn 36".to_owned(),
        title: None,
        date: None,
    };
    let presented = MeetingDocument {
        id: store.ids().next(),
        meeting: dossier(&store).meeting.id,
        document: document.id,
        item: None,
        presenter: None,
        place: None,
    };
    for change in [Change::insert(document), Change::insert(presented)] {
        assert!(!refuses(&store, &change));
        assert_eq!(commit(&mut store, change), Ok(()));
    }
    assert!(!areas.is_empty() && before.len() == 7);
    assert_eq!(signed(&store), before);
}

/// An action that was signed without a deadline gets one all the same, and what was signed stays as it is.
#[test]
fn a_deadline_that_was_agreed_after_the_signature_is_an_extension() {
    let mut store = book();
    let action = dossier(&store).actions.iter().next().unwrap().clone();
    let open = Change::edit(&action, |action| action.deadline = None);
    commit(&mut store, open).unwrap();
    sign(&mut store);
    let card = store.action_card(action.id, now().date_naive());
    let card = card.unwrap().unwrap();
    assert!(card.is_signed && card.line.deadline.is_none());
    let row = |store: &Store| Extension {
        reason: "thống nhất sau hội nghị".to_owned(),
        ..Extension::of(
            store.ids().next(),
            action.id,
            NaiveDate::from_ymd_opt(2030, 1, 1).unwrap(),
            now(),
        )
    };
    let first = extension::extend(&card.line.action, None, false, row(&store)).unwrap();
    assert_eq!(commit(&mut store, first), Err(Trouble::Signed));
    let later = extension::extend(&card.line.action, None, true, row(&store)).unwrap();
    assert_eq!(commit(&mut store, later), Ok(()));
    let card = store.action_card(action.id, now().date_naive());
    let line = card.unwrap().unwrap().line;
    assert_eq!(line.deadline, NaiveDate::from_ymd_opt(2030, 1, 1));
    assert_eq!(line.action.deadline, None);
}

#[test]
fn a_signature_is_taken_back_until_the_final_paper_is_out() {
    let mut store = book();
    let folder = tempfile::tempdir().unwrap();
    reword(&mut store, "Hội trường B");
    sign(&mut store);
    assert_eq!(store.undo(now()).unwrap_err().trouble, Trouble::Signed);
    unsign(&mut store);
    reword(&mut store, "Hội trường C");
    store.undo(now()).unwrap().unwrap();
    sign(&mut store);
    minutes(&mut store, &folder.path().join("ky.md")).unwrap();
    for _ in 0..3 {
        let refused = store.undo(now()).unwrap_err();
        assert_eq!(refused.trouble, Trouble::Signed);
    }
    let held = dossier(&store);
    assert_eq!(held.meeting.state, MeetingState::Final);
    assert_eq!(held.meeting.venue.as_deref(), Some("Hội trường B"));
    let open = Change::edit(&held.meeting, |meeting| {
        meeting.state = MeetingState::Closed;
    });
    assert_eq!(commit(&mut store, open), Err(Trouble::Signed));
}

/// Takes the signature back, as its own command does.
fn unsign(store: &mut Store) {
    let meeting = dossier(store).meeting;
    let open = Change::edit(&meeting, |meeting| {
        meeting.state = MeetingState::InSession;
    });
    commit(store, open).unwrap();
}

/// Another desk cannot take back what it wrote before somebody else signed.
#[test]
fn undo_and_redo_stop_at_the_signature_of_another_desk() {
    let home = Home::new();
    let mut first = Store::open(&home.book(), now()).unwrap();
    demo::fill(&mut first, now()).unwrap();
    let mut second = Store::open(&home.book(), now()).unwrap().at_desk(2);
    reword(&mut second, "Hội trường B");
    sign(&mut first);
    assert_eq!(second.undo(now()).unwrap_err().trouble, Trouble::Signed);
    unsign(&mut first);
    second.undo(now()).unwrap().unwrap();
    sign(&mut first);
    assert_eq!(second.redo(now()).unwrap_err().trouble, Trouble::Signed);
}

fn imprint_of(store: &Store, kind: PaperKind) -> Imprint {
    Imprint {
        id: store.ids().next(),
        meeting: dossier(store).meeting.id,
        kind,
        number: Some(12),
        dated: None,
        named_after: NamedAfter::Meeting,
        capacity: Capacity::Head,
        office: None,
        signer: None,
        recipients: None,
        appraisal: None,
        report_by: NaiveDate::from_ymd_opt(2023, 9, 30),
        head: None,
    }
}

/// The notice is signed days after the minutes: until it has its number and day, it goes out as a draft.
#[test]
fn a_notice_is_a_draft_until_it_has_number_and_day() {
    let mut store = book();
    let home = tempfile::tempdir().unwrap();
    sign(&mut store);
    let into = home.path().join("bo");
    let outcome = folder(&mut store, &into, &[Format::Text]).unwrap();
    assert_eq!(outcome.left, Vec::new());
    assert!(into.join("bien-ban-mau-2023-07-11.txt").exists());
    assert!(
        into.join("du-thao/thong-bao-mau-2023-07-11-du-thao-1.txt")
            .exists()
    );
    assert!(
        into.join("du-thao/nhiem-vu-mau-2023-07-11-du-thao-1.txt")
            .exists()
    );
    let mut imprint = imprint_of(&store, PaperKind::Notice);
    imprint.dated = Some(now().date_naive());
    imprint.signer = Some("Nguyễn Văn Mẫu".to_owned());
    commit(&mut store, Change::insert(imprint)).unwrap();
    let outcome = folder(&mut store, &into, &[Format::Text]).unwrap();
    // The notice, its table, and the slip of whoever reports before the day that the notice names.
    assert_eq!((outcome.written, outcome.left), (3, Vec::new()));
    assert!(into.join("thong-bao-mau-2023-07-11.txt").exists());
    let left = Outcome {
        written: 3,
        same: 0,
        left: vec![Refusal::Signed(Otherwise {
            which: Which::default(),
            on: now().date_naive(),
            file: None,
        })],
        blanks: Vec::new(),
        unprintable: None,
    };
    let told = left.told_folder("hai", words());
    assert!(told.contains("để lại: biên bản (khác bản đã ký)"), "{told}");
}

fn words() -> Words {
    Words::of(Lang::Vi)
}

/// What goes out to be signed is for good, so its blanks are shown first; each leads to where it is filled.
#[test]
fn blanks_of_what_is_signed_are_asked_about_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = book();
    sign(&mut store);
    let file = folder.path().join("ky.md");
    let mut stage = Stage::at(store, (120, 36), Lang::Vi, now());
    let export = |stage: &mut Stage| {
        stage
            .press("<F8><C-s><C-u>")
            .paste(&file.display().to_string())
            .press("<Enter>");
    };
    export(&mut stage);
    stage
        .sees("BẢN ĐỂ KÝ CÒN CHỖ TRỐNG")
        .sees("Còn thiếu: Số")
        .press("1")
        .misses("BẢN ĐỂ KÝ")
        .sees("XUẤT ")
        .press("<Esc><Esc>");
    assert!(!file.exists());
    export(&mut stage);
    stage.press("2").sees("Đã xuất");
    assert!(file.exists());
    export(&mut stage);
    stage.sees("giữ nguyên");
}

#[test]
fn the_number_of_a_paper_may_be_set_until_its_final_version_is_out() {
    let mut store = book();
    let folder = tempfile::tempdir().unwrap();
    sign(&mut store);
    let imprint = |kind: PaperKind, store: &Store| imprint_of(store, kind);
    let number = Change::insert(imprint(PaperKind::Minutes, &store));
    assert_eq!(commit(&mut store, number), Ok(()));
    minutes(&mut store, &folder.path().join("ky.md")).unwrap();
    let held = dossier(&store).imprints.iter().next().unwrap().clone();
    let other = Change::edit(&held, |imprint| imprint.number = Some(13));
    assert_eq!(commit(&mut store, other), Err(Trouble::Signed));
    let notice = Change::insert(imprint(PaperKind::Notice, &store));
    assert_eq!(commit(&mut store, notice), Ok(()));
}

#[test]
fn a_correction_is_taken_back_until_it_is_out() {
    let mut store = book();
    let folder = tempfile::tempdir().unwrap();
    sign(&mut store);
    minutes(&mut store, &folder.path().join("ky.md")).unwrap();
    let amendment = PaperKind::MinutesAmendment.into();
    let none = export(&mut store, amendment, &folder.path().join("dc.md"));
    assert!(matches!(
        none,
        Err(Unwritten::Refused(Refusal::NothingAmended))
    ));
    let correction = |store: &Store, minutes: i64| Amendment {
        id: store.ids().next(),
        meeting: dossier(store).meeting.id,
        kind: PaperKind::Minutes,
        at: now() + TimeDelta::minutes(minutes),
        old_words: "Mẫu".to_owned(),
        new_words: "Khác".to_owned(),
        reason: None,
        batch: Some(
            ledger(store).next_batch(PaperKind::MinutesAmendment, &dossier(store).amendments),
        ),
        place: None,
        occurrence: None,
        paper: None,
    };
    let mut imprint = imprint_of(&store, PaperKind::MinutesAmendment);
    imprint.number = Some(13);
    imprint.dated = Some(now().date_naive());
    commit(&mut store, Change::insert(imprint)).unwrap();
    let first = Change::insert(correction(&store, 0));
    assert_eq!(commit(&mut store, first.clone()), Ok(()));
    store.undo(now()).unwrap().unwrap();
    assert!(dossier(&store).amendments.is_empty());
    store.redo(now()).unwrap().unwrap();
    export(&mut store, amendment, &folder.path().join("dc.md")).unwrap();
    assert_eq!(store.undo(now()).unwrap_err().trouble, Trouble::Signed);
    // What is out keeps its number, until another paper of corrections begins.
    let held = dossier(&store);
    let imprint = held.imprints.iter().next().unwrap();
    let anew = Change::edit(imprint, |imprint| imprint.number = Some(99));
    assert_eq!(commit(&mut store, anew.clone()), Err(Trouble::Signed));
    let second = correction(&store, 1);
    assert_eq!(second.batch, Some(2));
    assert_eq!(commit(&mut store, Change::insert(second)), Ok(()));
    // The number of the first corrections is no number of the second.
    let taken = export(&mut store, amendment, &folder.path().join("dc-13.md"));
    assert!(matches!(
        taken,
        Err(Unwritten::Refused(Refusal::NumberTaken(which))) if which == amendment
    ));
    assert!(!folder.path().join("dc-13.md").exists());
    assert_eq!(commit(&mut store, anew), Ok(()));
    export(&mut store, amendment, &folder.path().join("dc-2.md")).unwrap();
    let written = fs::read_to_string(folder.path().join("dc-2.md")).unwrap();
    assert!(
        written.contains("Số 99-BB") && !written.contains("2\\. "),
        "{written}"
    );
}

#[test]
fn a_new_folder_is_written_whole_with_a_slip_for_each_ward() {
    let mut store = book();
    let home = tempfile::tempdir().unwrap();
    let into = home.path().join("bo");
    let outcome = folder(&mut store, &into, &[Format::Docx, Format::Text]).unwrap();
    let wards = fs::read_dir(into.join("phieu")).unwrap().count();
    assert_eq!(wards, 2 * 34);
    assert!(
        into.join("du-thao/bien-ban-mau-2023-07-11-du-thao-1.docx")
            .exists()
    );
    assert!(into.join("ky-ten-mau-2023-07-11.txt").exists());
    let files = everything(&into).into_iter().filter(|path| path.is_file());
    assert_eq!(files.count(), outcome.written);
    assert_eq!(ledger(&store).files.len(), outcome.written);
    for file in ledger(&store).files {
        assert_eq!(checksum(&fs::read(&file.file).unwrap()), file.checksum);
    }
    let again = folder(&mut store, &into, &[Format::Docx, Format::Text]).unwrap();
    assert_eq!((again.written, again.same), (0, outcome.written));
    reword(&mut store, "Hội trường B");
    folder(&mut store, &into, &[Format::Docx]).unwrap();
    assert!(
        into.join("du-thao/bien-ban-mau-2023-07-11-du-thao-2.docx")
            .exists()
    );
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
}

#[test]
fn a_folder_that_cannot_be_written_leaves_nothing_behind() {
    let mut store = book();
    let home = tempfile::tempdir().unwrap();
    let formats = [Format::Text];
    let missing = folder(&mut store, &home.path().join("khong/co"), &formats);
    assert!(matches!(missing, Err(Unwritten::Disk(..))), "{missing:?}");
    let file = home.path().join("tep");
    fs::write(&file, "").unwrap();
    let no_folder = folder(&mut store, &file, &formats);
    assert!(
        matches!(no_folder, Err(Unwritten::Disk(..))),
        "{no_folder:?}"
    );
    // Somebody's own file among what is to be written, and the names of what was prepared taken.
    let into = home.path().join("bo");
    fs::create_dir_all(into.join("phieu")).unwrap();
    let mine = into.join("phieu/phieu-mau-sen-hong-mau-2023-07-11.txt");
    fs::write(&mine, "của tôi").unwrap();
    assert_eq!(
        obstacle(folder(&mut store, &into, &formats)),
        Obstacle::Foreign
    );
    assert_eq!(everything(&into), [into.join("phieu"), mine.clone()]);
    fs::remove_file(&mine).unwrap();
    let taken = into.join(format!(".giaoban-{}-5", std::process::id()));
    fs::create_dir(&taken).unwrap();
    let stopped = folder(&mut store, &into, &formats);
    assert!(matches!(stopped, Err(Unwritten::Disk(..))), "{stopped:?}");
    assert_eq!(everything(&into), [taken, into.join("phieu")]);
    assert_eq!(ledger(&store), Ledger::default());
}

/// What has its name already when something fails is taken back, and what it replaced is there again.
#[test]
fn a_bundle_that_is_let_go_of_leaves_everything_as_it_was() {
    let home = tempfile::tempdir().unwrap();
    let (old, new) = (home.path().join("cu"), home.path().join("moi"));
    fs::write(&old, "cũ").unwrap();
    let file = |path: &Path| Planned {
        path: path.to_owned(),
        bytes: b"khac".to_vec(),
        replaces: Some(checksum("cũ".as_bytes())),
    };
    let mut bundle = Bundle::of_files(&[file(&old), file(&new)], None).unwrap();
    bundle.publish().unwrap();
    assert_eq!(fs::read_to_string(&old).unwrap(), "khac");
    drop(bundle);
    assert_eq!(fs::read_to_string(&old).unwrap(), "cũ");
    assert_eq!(everything(home.path()), std::slice::from_ref(&old));
    let mut bundle = Bundle::of_files(&[file(&old)], None).unwrap();
    bundle.publish().unwrap();
    bundle.settle();
    assert_eq!(fs::read_to_string(&old).unwrap(), "khac");
    assert_eq!(everything(home.path()), [old]);
    // What somebody saves between the look and the rename is kept.
    fs::write(home.path().join("cu"), "sửa tay").unwrap();
    let mut bundle = Bundle::of_files(&[file(&new), file(&home.path().join("cu"))], None).unwrap();
    let stopped = bundle.publish().unwrap_err();
    assert!(stopped.get_ref().unwrap().is::<Edited>(), "{stopped:?}");
    drop(bundle);
    let kept = fs::read_to_string(home.path().join("cu")).unwrap();
    assert_eq!(kept, "sửa tay");
    assert_eq!(everything(home.path()).len(), 1);
    let long = home.path().join("dài".repeat(100));
    assert!(
        Bundle::of_files(&[file(&new), file(&long)], None)
            .and_then(|mut bundle| bundle.publish())
            .is_err()
    );
    assert_eq!(everything(home.path()).len(), 1);
}

#[test]
fn a_book_that_is_held_by_another_writes_no_file() {
    let home = Home::new();
    let mut store = Store::open(&home.book(), now()).unwrap();
    demo::fill(&mut store, now()).unwrap();
    let other = rusqlite::Connection::open(home.book()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let file = home.path("a.md");
    let refused = minutes(&mut store, &file);
    assert!(matches!(refused, Err(Unwritten::Book(_))), "{refused:?}");
    assert!(!file.exists());
    other.execute_batch("ROLLBACK").unwrap();
    minutes(&mut store, &file).unwrap();
}

/// Two desks that hand the next draft out at once do not both call it the second.
#[test]
fn two_desks_never_give_one_number_to_two_versions() {
    let home = Home::new();
    let mut first = Store::open(&home.book(), now()).unwrap();
    demo::fill(&mut first, now()).unwrap();
    let mut second = Store::open(&home.book(), now()).unwrap().at_desk(2);
    let meeting = dossier(&first);
    let (phrases, matters) = (Phrases::default(), Matters::default());
    let of = |dossier: &Dossier, store: &Store| {
        let brief = Brief {
            dossier,
            phrases: &phrases,
            matters: &matters,
            today: now().date_naive(),
        };
        Version::new(Which::default(), &ledger(store), &brief)
    };
    let version = of(&meeting, &first);
    let other = Meeting {
        venue: Some("nơi khác".to_owned()),
        ..meeting.meeting.clone()
    };
    let changed = of(
        &Dossier {
            meeting: other,
            ..meeting.clone()
        },
        &second,
    );
    assert_eq!((version.number, changed.number), (1, 1));
    let hand = |store: &mut Store, version: &Version| {
        let handing = giaoban::meeting::papers::Handing {
            of: version.which.of(),
            version: version.number,
            is_final: false,
            words: version.words.clone(),
            document: None,
            files: vec![("/nowhere".to_owned(), "0".to_owned())],
        };
        store.hand_out(meeting.meeting.id, &[handing], now(), || {
            Ok::<(), giaoban::store::Failure>(())
        })
    };
    hand(&mut first, &version).unwrap();
    let refused = hand(&mut second, &changed).unwrap_err();
    assert_eq!(refused.trouble, Trouble::Clash);
    hand(&mut second, &version).unwrap();
    assert_eq!(ledger(&first).papers.len(), 1);
    assert_eq!(ledger(&first).files.len(), 2);
    // A draft that was made before another desk signed is none any more.
    sign(&mut second);
    let refused = hand(&mut first, &version).unwrap_err();
    assert_eq!(refused.trouble, Trouble::Clash);
    assert_eq!(ledger(&first).files.len(), 2);
}

/// The ids of an older writer are lower, but what it writes last is last.
#[test]
fn what_was_written_last_is_last_whoever_wrote_it() {
    let home = Home::new();
    let mut older = Store::open(&home.book(), now()).unwrap();
    demo::fill(&mut older, now()).unwrap();
    let mut newer = Store::open(&home.book(), now()).unwrap().at_desk(2);
    let (file, of) = (home.path("a.md"), Which::default());
    minutes(&mut newer, &file).unwrap();
    reword(&mut newer, "Hội trường B");
    replace(&mut older, of, &file).unwrap();
    let (paper, written) = older.written_to(&whole(&file)).unwrap().unwrap();
    assert_eq!(paper.version, 2);
    assert_eq!(written.checksum, checksum(&fs::read(&file).unwrap()));
    let held = ledger(&older);
    let versions: Vec<i64> = held.versions(of.of()).map(|paper| paper.version).collect();
    assert_eq!(versions, [1, 2]);
    assert_eq!(held.files.last(), Some(&written));
    // Nobody has edited it: it is an older draft, which may be replaced.
    reword(&mut newer, "Hội trường C");
    assert_eq!(obstacle(minutes(&mut newer, &file)), Obstacle::Older);
    let mut stage = Stage::at(older, (120, 36), Lang::Vi, now());
    stage.press("<F8><C-r><Down>").sees("đã thay bằng bản sau");
}

/// Returns a path as the ledger has it.
fn whole(file: &Path) -> String {
    file.canonicalize().unwrap().display().to_string()
}

#[cfg(unix)]
#[test]
fn a_folder_under_two_names_is_one_folder() {
    let mut store = book();
    let home = tempfile::tempdir().unwrap();
    let (real, link) = (home.path().join("bo"), home.path().join("lien-ket"));
    fs::create_dir(&real).unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    folder(&mut store, &link, &[Format::Text]).unwrap();
    let file = real.join("du-thao/bien-ban-mau-2023-07-11-du-thao-1.txt");
    assert_eq!(minutes(&mut store, &file).unwrap().same, 1);
}

/// What is handed over afterwards comes and goes, and nothing else of whose an action is.
#[test]
fn a_signed_action_is_handed_over_but_not_given_to_others() {
    let mut store = book();
    sign(&mut store);
    let held = dossier(&store);
    let part = held.assignments.iter().next().unwrap();
    let has_none = |seat: &&Seat| {
        let mut parts = held.assignments.iter();
        seat.unit.is_some()
            && !parts.any(|other| Some(other.unit) == seat.unit && other.action == part.action)
    };
    let to = held.seats.iter().find(has_none).unwrap().unit.unwrap();
    let others = actions::reassign(&held, part.action, &[to], store.ids());
    let others = Transaction::new("thử", others);
    assert_eq!(
        store.commit(&others, now()).unwrap_err().trouble,
        Trouble::Signed
    );
    let taken = Assignment {
        id: store.ids().next(),
        unit: to,
        came: Some(true),
        ..part.clone()
    };
    let alone = Change::insert(taken.clone());
    assert_eq!(commit(&mut store, alone.clone()), Err(Trouble::Signed));
    let gone = Change::edit(part, |part| {
        part.state = AssignmentState::HandedOver;
        part.handed_to = Some(to);
    });
    let handover = Transaction::new("bàn giao", vec![gone, alone]);
    store.commit(&handover, now()).unwrap();
    assert_eq!(
        commit(&mut store, Change::delete(&taken)),
        Err(Trouble::Signed)
    );
    store.undo(now()).unwrap().unwrap();
    store.redo(now()).unwrap().unwrap();
    // The papers name who got it from the meeting, though whoever has it now sat there, too.
    let after = dossier(&store);
    assert_eq!(
        actions::units(&after, part.action),
        actions::units(&held, part.action)
    );
}

/// What is signed and out does not keep what is older from being taken back.
#[test]
fn undo_steps_over_what_is_signed_and_out() {
    let mut store = book();
    let folder = tempfile::tempdir().unwrap();
    let snippet = Snippet {
        id: store.ids().next(),
        short: "vd".to_owned(),
        phrase: "ví dụ".to_owned(),
    };
    commit(&mut store, Change::insert(snippet)).unwrap();
    reword(&mut store, "Hội trường B");
    sign(&mut store);
    minutes(&mut store, &folder.path().join("ky.md")).unwrap();
    let before = dossier(&store);
    let undone = store.undo(now()).unwrap().unwrap();
    assert!(matches!(
        undone.changes[0],
        Change::Delete(Record::Snippet(_))
    ));
    assert_eq!(dossier(&store), before);
    assert_eq!(store.undo(now()).unwrap_err().trouble, Trouble::Signed);
    assert!(store.redo(now()).unwrap().is_some());
    assert!(store.redo(now()).unwrap().is_none());
    assert!(store.undo(now()).unwrap().is_some());
}

/// A meeting that kept its body while it was signed follows again once it is not.
#[test]
fn a_body_that_stayed_with_a_signed_meeting_follows_when_the_signature_is_taken_back() {
    let mut store = book();
    sign(&mut store);
    let symbol = |store: &mut Store, typed: &str| {
        let settings = store.book_settings().unwrap();
        let text = settings::IssuerText::Symbol;
        let changes = settings::write_text(&settings, text, typed, store.ids()).unwrap();
        store
            .commit(&Transaction::new("thử", changes), now())
            .unwrap();
    };
    let kept = dossier(&store).issuer.symbol;
    symbol(&mut store, "MOT");
    assert_eq!(dossier(&store).issuer.symbol, kept);
    let meeting = dossier(&store).meeting;
    let back = Change::edit(&meeting, |meeting| meeting.state = MeetingState::Closed);
    commit(&mut store, back).unwrap();
    symbol(&mut store, "HAI");
    assert_eq!(dossier(&store).issuer.symbol, "HAI");
    store.undo(now()).unwrap().unwrap();
    assert_eq!(dossier(&store).issuer.symbol, kept);
}

#[test]
fn the_difference_is_told_word_by_word_and_the_rest_is_folded() {
    let old = "một\nhai\nba\nbốn\nĐịa điểm: Hội trường A.\nsáu\nbảy\ntám\nchín";
    let new = "một\nhai\nba\nbốn\nĐịa điểm: Hội trường B lớn.\nsáu\nbảy\ntám\nchín";
    let kept = |text: &str| (Mark::Kept, text.to_owned());
    let passages = difference(old, new);
    assert_eq!(
        passages,
        [
            Passage::Folded(3),
            Passage::Paragraph(vec![kept("bốn")]),
            Passage::Paragraph(vec![
                kept("Địa điểm: Hội trường "),
                (Mark::Removed, "A.".to_owned()),
                (Mark::Added, "B lớn.".to_owned()),
            ]),
            Passage::Paragraph(vec![kept("sáu")]),
            Passage::Folded(3),
        ]
    );
    assert!(difference(old, old).is_empty());
    assert_eq!(
        difference("a", "a\nb"),
        [
            Passage::Paragraph(vec![kept("a")]),
            Passage::Paragraph(vec![(Mark::Added, "b".to_owned())]),
        ]
    );
}

/// The screen itself: export, change, export again, compare, look at the files.
#[test]
fn a_story_on_the_screen() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let mut stage = Stage::demo((120, 36), Lang::Vi);
    stage
        .press("<F8><C-s>")
        .sees("bien-ban-mau-2023-07-11-du-thao-1.docx");
    stage
        .press("<C-u>")
        .paste(&path("a.xyz"))
        .press("<Enter>")
        .sees(".docx");
    stage
        .press("<C-u>")
        .paste(&path("a.md"))
        .press("<Enter>")
        .sees("Đã xuất");
    // The caret stands in the first field; the documents are the tenth.
    stage.press(&format!("<F2><C-d>{}", "<Tab>".repeat(9)));
    stage.paste("Báo cáo số 9");
    stage.press("<C-s>");
    stage.press("<F8><C-s>").sees("du-thao-2.docx");
    stage
        .press("<C-u>")
        .paste(&path("a.md"))
        .press("<Enter>")
        .sees("ĐÃ CÓ BẢN CŨ Ở ĐÓ");
    // The file stays, and another place can be typed.
    stage
        .press("1")
        .misses("ĐÃ CÓ BẢN CŨ")
        .sees("XUẤT BIÊN BẢN")
        .press("<Esc><Esc>")
        .misses("XUẤT BIÊN BẢN");
    assert!(!fs::read_to_string(path("a.md")).unwrap().contains("số 9"));
    stage
        .press("<C-s><C-u>")
        .paste(&path("a.md"))
        .press("<Enter>2")
        .sees("Đã xuất");
    assert!(fs::read_to_string(path("a.md")).unwrap().contains("số 9"));
    stage
        .press("<C-r>")
        .sees("Dự thảo lần 2")
        .sees("Dự thảo lần 1")
        .sees("như đã xuất");
    stage
        .press("<Enter>")
        .sees("[+Báo cáo số 9")
        .sees("Dự thảo lần 1 → Dự thảo lần 2")
        .sees("⋯");
    stage.press("<Tab>").sees("Lời văn không khác gì.");
    stage.press("<Esc><Down>").sees("đã thay bằng bản sau");
    stage.press("<Esc>");
    fs::write(path("a.md"), "sửa tay").unwrap();
    stage.press("<C-r>").sees("đã sửa tay");
    fs::remove_file(path("a.md")).unwrap();
    stage
        .press("<Esc><C-r>")
        .sees("không còn ở đó")
        .press("<Esc>");
    stage.press("<C-k>").sees("Chưa ký thì sửa thẳng");
}

#[test]
fn a_signed_meeting_is_corrected_on_the_screen() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = book();
    sign(&mut store);
    minutes(&mut store, &folder.path().join("ky.md")).unwrap();
    let signed = fs::read(folder.path().join("ky.md")).unwrap();
    let mut stage = Stage::at(store, (80, 24), Lang::Vi, now());
    stage.press("<F8><C-k>").sees("ĐÍNH CHÍNH BIÊN BẢN");
    stage
        .paste("không hề in")
        .press("<Enter>")
        .paste("x")
        .press("<Enter><Enter>");
    stage.sees("Bản chính thức không có «không hề in»");
    stage
        .press("<C-u>")
        .paste("BIÊN BẢN")
        .press("<Enter><C-u>")
        .paste("BIÊN  BẢN")
        .press("<Enter>");
    stage
        .paste("gõ nhầm")
        .press("<Enter>")
        .sees("CHỮ CŨ CÓ Ở NHIỀU CHỖ")
        .sees("phần đầu");
    // Leaving the question leaves everything that was typed.
    stage
        .press("<Esc>")
        .sees("ĐÍNH CHÍNH BIÊN BẢN")
        .sees("gõ nhầm");
    stage
        .press("<C-s>1")
        .misses("ĐÍNH CHÍNH BIÊN BẢN")
        .sees("Đính chính Biên bản");
    stage.press("<C-z>").sees("Đã hoàn tác: Đính chính");
    assert_eq!(fs::read(folder.path().join("ky.md")).unwrap(), signed);
    // The desk says it in the same words as the book.
    stage.press("<C-z>").sees("Văn bản đã ký");
}

/// Words are found as whole words, each cell of a table by itself; a correction of all places names them.
#[test]
fn a_correction_of_every_place_names_the_places() {
    let line = |place: &str, text: &str| SignedLine {
        place: Some(place.to_owned()),
        text: text.to_owned(),
    };
    let lines = [
        line(
            "mục I, khoản 2",
            "Ngày 29/12/2023, tháng 12/2023, 12 phường",
        ),
        line("mục II", "12, và lần nữa 12."),
        line("mục III", "112 phường; 12,5 %; 3/12"),
    ];
    let found = |words: &str| places::find(&lines, words);
    assert_eq!(found("12/20"), []);
    assert_eq!(found("phườn"), []);
    assert_eq!(found("12/2023").len(), 1);
    let all = found("12");
    assert_eq!(all.len(), 3);
    assert_eq!(
        places::named(&all, &Phrases::default()).unwrap(),
        "mục I, khoản 2; mục II (cả 02 chỗ)"
    );
}

#[test]
fn every_place_is_named_on_the_paper_and_whole_in_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = book();
    sign(&mut store);
    minutes(&mut store, &folder.path().join("ky.md")).unwrap();
    let mut stage = Stage::at(store, (80, 24), Lang::Vi, now());
    stage
        .press("<F8><C-k>")
        .paste("Bí thư")
        .press("<Enter>")
        .paste("Phó Bí thư")
        .press("<Enter><Enter>")
        .sees("CHỮ CŨ CÓ Ở NHIỀU CHỖ")
        .misses("| |");
    stage.press("<End><Enter>").misses("CHỮ CŨ CÓ");
    let dossier = stage.dossier();
    let place = dossier.amendments.iter().next().unwrap().place.clone();
    let place = place.unwrap();
    assert!(place.contains("mục ") && place.contains("; "), "{place}");
    assert!(!place.starts_with("cả "), "{place}");
}

#[test]
fn the_command_line_writes_the_folder_and_says_what_stands_in_the_way() {
    let home = Home::new();
    let mut store = Store::open(&home.book(), now()).unwrap();
    demo::fill(&mut store, now()).unwrap();
    drop(store);
    let run = |arguments: &[&str]| {
        let all: Vec<&str> = ["--book", "so.giaoban"]
            .iter()
            .chain(arguments)
            .copied()
            .collect();
        let output = home.output(&all);
        let told = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(told).unwrap())
    };
    let (ok, told) = run(&["papers", "--format", "md"]);
    assert!(ok && told.contains("giao-ban-2023-07-11"), "{told}");
    assert!(home.path("giao-ban-2023-07-11/phieu").is_dir());
    let (ok, told) = run(&["papers", "--format", "md,xyz", "-o", "bo"]);
    assert!(!ok && told.contains("«xyz»"), "{told}");
    let (ok, told) = run(&["papers", "--format", "md,txt", "-o", "bo"]);
    assert!(ok && told.contains("tệp vào bo"), "{told}");
    assert!(home.path("bo/phieu").is_dir());
    let (ok, told) = run(&["papers", "--format", "md,txt", "-o", "bo"]);
    assert!(ok && told.contains("giữ nguyên"), "{told}");
    for meeting in ["1", "2023-07-11", "11/7/2023"] {
        let into = format!("bo-{}", meeting.replace('/', "-"));
        let (ok, told) = run(&[
            "papers",
            "--meeting",
            meeting,
            "--format",
            "md",
            "-o",
            &into,
        ]);
        assert!(ok, "{told}");
    }
    let (ok, told) = run(&["papers", "--meeting", "không có", "-o", "x"]);
    assert!(!ok && told.contains("«không có»"), "{told}");
    let (ok, told) = run(&["papers", "--format", "md", "-o", "khong/co"]);
    assert!(!ok && told.contains("thư mục "), "{told}");
    // The folder that is missing is named, not the one that was to be made in it.
    assert!(told.contains("/khong không có"), "{told}");
    fs::write(home.path("tep"), "chữ").unwrap();
    let (ok, told) = run(&["papers", "--format", "md", "-o", "tep"]);
    assert!(
        !ok && told.contains("/tep là tệp, không phải thư mục"),
        "{told}"
    );
    let (ok, _) = run(&["minutes", "-o", "a.md"]);
    assert!(ok);
    let (ok, told) = run(&["minutes", "-o", "a.odt"]);
    assert!(!ok && told.contains("«odt»"), "{told}");
    assert!(!home.path("a.odt").exists());
    let (ok, _) = run(&["minutes", "-o", "b"]);
    assert!(ok && home.path("b.docx").exists());
    fs::write(home.path("a.md"), "sửa tay").unwrap();
    let (ok, told) = run(&["minutes", "-o", "a.md", "--force"]);
    assert!(!ok && told.contains("sửa tay"), "{told}");
    let (ok, told) = run(&["minutes", "-o", "so.giaoban", "--force"]);
    assert!(!ok, "{told}");
    let store = Store::open(&home.book(), now()).unwrap();
    let files = ledger(&store).files;
    assert!(files.iter().any(|file| file.file.ends_with("/a.md")));
}

/// A working paper that says the same on another day is no other version; one that says something else is.
#[test]
fn a_day_that_passes_makes_no_version() {
    let mut store = book();
    let home = tempfile::tempdir().unwrap();
    let which = PaperKind::OpenMatters.into();
    export(&mut store, which, &home.path().join("a.txt")).unwrap();
    let (dossier, ledger) = (dossier(&store), ledger(&store));
    let phrases = Phrases::default();
    let on = |matters: &Matters| {
        let brief = Brief {
            dossier: &dossier,
            phrases: &phrases,
            matters,
            today: now().date_naive() + TimeDelta::days(1),
        };
        Version::new(which, &ledger, &brief).number
    };
    assert_eq!(on(&Matters::default()), 1);
    let (actions, issues) = store.matters(now().date_naive()).unwrap();
    let open = Matters {
        actions: Some(actions),
        issues,
        put_off: Vec::new(),
    };
    assert_eq!(on(&open), 2);
}

/// What was handed out stays, whoever asks.
#[test]
fn the_ledger_is_never_changed() {
    let home = Home::new();
    let mut store = Store::open(&home.book(), now()).unwrap();
    demo::fill(&mut store, now()).unwrap();
    minutes(&mut store, &home.path("a.md")).unwrap();
    let other = rusqlite::Connection::open(home.book()).unwrap();
    for sql in ["UPDATE paper SET version = 9", "DELETE FROM paper_file"] {
        assert!(other.execute(sql, []).is_err(), "{sql}");
    }
    let id: Id<Meeting> = dossier(&store).meeting.id;
    assert_eq!(store.ledger(id).unwrap().papers.len(), 1);
}
