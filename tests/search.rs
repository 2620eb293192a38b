//! The search: everything ever said, answered, concluded and assigned, with accents as they were typed, by a filter.
use std::collections::BTreeSet;
use std::path::Path;

use crate::common::stage::{Stage, morning};
use chrono::{Datelike, NaiveDate, TimeDelta};
use giaoban::cli::demo;
use giaoban::meeting::change::{Change, Transaction};
use giaoban::meeting::code::{AssignmentState, NoteKind};
use giaoban::meeting::filter::{self, Days, Lexicon, LineFilter, LineKind, Subject, Wrong};
use giaoban::meeting::sample::years::Extent;
use giaoban::meeting::search::{Found, Hit};
use giaoban::store::Store;
use giaoban::text::find::{agrees, places, spellings};
use giaoban::text::terms::{asked, terms};
use giaoban::words::Lang;
use rusqlite::Connection;

/// More lines than any answer has.
const ALL: usize = 1_000_000;

/// A few meetings in which much was said.
fn years(folder: &Path) -> Store {
    let store = Store::open(&folder.join("so"), morning()).unwrap();
    let extent = Extent {
        meetings: 14,
        lines: 60,
        seed: 3,
    };
    demo::fill_years(&store, extent, morning(), &mut |_, _| ()).unwrap();
    store
}

fn lexicon(store: &Store) -> Lexicon {
    store.lexicon().unwrap()
}

fn read(line: &str, store: &Store) -> LineFilter {
    let reading = filter::parse(
        line,
        Subject::Lines,
        &lexicon(store),
        morning().date_naive(),
    );
    assert_eq!(reading.mistake, None, "{line}");
    reading.filter
}

fn find(line: &str, store: &Store) -> Vec<Hit> {
    store.search(&read(line, store), ALL).unwrap()
}

/// What a hit is told apart by.
fn key(hit: &Hit) -> String {
    format!("{:?} {} {}", hit.place, hit.at, hit.text)
}

fn keys(hits: &[Hit]) -> BTreeSet<String> {
    hits.iter().map(key).collect()
}

/// Every line of the book, found by the days from the first to the last.
fn everything(store: &Store) -> Vec<Hit> {
    find("từ:1900", store)
}

/// What waits is asked for all issues at once, and is for each what it is alone.
#[test]
fn issues_that_wait_are_whole_cards() {
    let folder = tempfile::tempdir().unwrap();
    let store = years(folder.path());
    let (_, cards) = store.matters(morning().date_naive()).unwrap();
    assert!(cards.len() > 1);
    for card in &cards {
        let alone = store.issue_card(card.issue.id).unwrap();
        assert_eq!(alone.as_ref(), Some(card));
        assert!(!card.raised.is_empty());
    }
    let ids: BTreeSet<i64> = cards.iter().map(|card| card.issue.id.number()).collect();
    assert_eq!(ids.len(), cards.len());
}

/// The morning of the meeting, with what three units said.
fn said() -> Stage {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>");
    for line in [
        "+ #2 @Linh Trung Linh hoạt kết nạp 12/20 đảng viên, đạt 60% chỉ tiêu",
        "! #5 @Tam Phú Dân vận ở doanh nghiệp còn chậm",
        "* @Thảo Điền Dần dần đan giỏ tre gây quỹ (theo Quy định 58-QĐ/TW)",
        "= #1 Khai lý lịch đúng hạn",
        "> #4 @Linh Trung ^31/8 Gửi phương án sắp xếp",
    ] {
        stage.press(line).press("<Enter>");
    }
    stage.press("<F9>");
    stage
}

#[test]
fn accents_are_ignored_until_they_are_typed() {
    let mut stage = said();
    stage
        .press("dan")
        .sees("Dân vận")
        .sees("đan giỏ")
        .sees("xây dựng Đảng")
        .sees("4 dòng");
    stage
        .press("<C-u>dân")
        .sees("Dân vận")
        .sees("Dần dần")
        .sees("2 dòng");
    stage
        .press("<C-u>dần")
        .sees("Dần dần")
        .misses("Dân vận")
        .sees("1 dòng");
    stage.press("<C-u>đan gio").sees("đan giỏ").sees("1 dòng");
    stage.press("<C-u>đán gio").sees("Không thấy dòng nào.");
    stage.press("<C-u>DÂN VẬN").sees("Dân vận").sees("1 dòng");
}

#[test]
fn a_word_is_found_from_its_first_letter_on_and_its_signs_do_not_count() {
    let mut stage = said();
    for (typed, text) in [
        ("v", "Dân vận"),
        ("ph", "phương án"),
        ("12/20", "12/20"),
        ("12/2", "12/20"),
        ("20", "12/20"),
        ("60%", "60%"),
        ("58-qd", "58-QĐ/TW"),
        ("58-QĐ", "58-QĐ/TW"),
        ("“kết", "kết nạp"),
        ("(nap),", "kết nạp"),
    ] {
        stage
            .press("<C-u>")
            .press(typed)
            .sees(text)
            .misses("Không thấy");
    }
    stage.press("<C-u>2/20").sees("Không thấy dòng nào.");
    stage.press("<C-u>59-qd").sees("Không thấy dòng nào.");
    // Nothing but signs asks for nothing.
    stage.press("<C-u>…").misses("Không thấy").misses("Dân vận");
}

#[test]
fn who_said_it_and_its_code_are_found_too() {
    let mut stage = said();
    stage.press("tam phu").sees("Dân vận").sees("1 dòng");
    stage
        .press("<C-u>nv-001")
        .sees("nhiệm vụ NV-001")
        .sees("phương án");
    stage
        .press("<C-u>linh trung phuong")
        .sees("phương án")
        .sees("1 dòng");
}

/// What was handed in, presented and attended is found as what was said is, and leads to where it stands.
#[test]
fn everything_that_is_written_is_found_and_leads_to_its_place() {
    let mut stage = said();
    stage
        .press("vm-001")
        .sees("vướng mắc VM-001")
        .sees("1 dòng");
    stage
        .press("<Enter>")
        .sees("NÊU BỞI · đơn vị 1")
        .sees("VM-001");
    // The words of a difficulty bring its line, and not its issue besides.
    stage.press("<F9><C-u>doanh nghiep con cham").sees("1 dòng");

    stage.press("<F6><C-l>nv-001<Enter><Enter><C-r>");
    stage.press("Đã gửi phương án về Phòng Nội vụ<Tab>còn thiếu dấu<Tab>168-BC/ĐU, 20/8/2023<C-s>");
    stage
        .press("<F9><C-u>168-bc")
        .sees("báo cáo NV-001")
        .sees("1 dòng");
    stage
        .press("<C-u>thieu dau")
        .sees("báo cáo NV-001")
        .sees("1 dòng");
    stage
        .press("<C-u>loại:báo cáo @linh trung phong noi vu")
        .sees("Phòng Nội vụ");
    stage
        .press("<Enter>")
        .sees("NV-001")
        .sees("Linh Trung")
        .sees("168-BC/ĐU");
    stage
        .press("<Esc><F6><C-l><C-u>168-bc<Enter>")
        .sees("NV-001");

    stage.press("<F3>linh xu3Người Thay Ví Dụ<Enter>Phó Bí thư<Enter><Enter>");
    stage
        .press("<F9><C-u>nguoi thay")
        .sees("Linh Xuân · điểm danh")
        .sees("1 dòng");
    stage.press("<Enter>").sees("CÓ MẶT 1/34");
    stage
        .press("<F9><C-u>loại:hội nghị giao ban")
        .sees("1 dòng");
}

#[test]
fn a_filter_alone_finds_what_it_names() {
    let mut stage = said();
    stage
        .press("@Linh Trung")
        .sees("kết nạp")
        .sees("phương án")
        .sees("2 dòng");
    stage.press("<C-u>#5").sees("Dân vận").sees("1 dòng");
    stage
        .press("<C-u>loại:kết luận")
        .sees("Khai lý lịch")
        .sees("1 dòng");
    stage
        .press("<C-u>loai:nhiem vu")
        .sees("phương án")
        .sees("1 dòng");
    stage
        .press("<C-u>loại: kinh nghiệm")
        .sees("đan giỏ")
        .sees("1 dòng");
    stage.press("<C-u>hội nghị:2023-07").sees("6 dòng");
    stage
        .press("<C-u>hội nghị: 2023-08")
        .sees("Không thấy dòng nào.");
    stage.press("<C-u>ngày:11/7/2023").sees("6 dòng");
    stage
        .press("<C-u>từ:12/7/2023")
        .sees("Không thấy dòng nào.");
    stage
        .press("<C-u>đến:10/7/2023")
        .sees("Không thấy dòng nào.");
    stage.press("<C-u>từ:10/7/2023 đến:12/7/2023 @linh trung loại:kết quả ket");
    stage.sees("kết nạp").sees("1 dòng");
}

#[test]
fn the_filter_speaks_english_too() {
    let store = Store::in_memory(morning()).unwrap();
    let mut stage = Stage::with(store, (120, 36), Lang::En);
    stage.press("<F4><C-n>! #5 @Tam Phú Dân vận còn chậm<Enter><F9>");
    stage.sees("kind:difficulty");
    stage
        .press("kind:d")
        .sees("Tab: kind:difficulty · kind:document");
    stage.press("<Tab>").sees("kind:difficulty").sees("Dân vận");
    stage
        .press("<C-u>meeting:2023-07 from:2023 to:2023")
        .sees("Dân vận");
    stage
        .press("<C-u>kind:nonsense")
        .sees("«kind:nonsense»: no such kind");
}

#[test]
fn a_mistake_is_marked_where_it_stands_and_what_was_meant_is_said() {
    let mut stage = said();
    stage
        .press("@Linh Trug vận")
        .sees("«@Linh Trug»")
        .sees("có phải Linh Trung?");
    stage
        .press("<C-u>#9 ")
        .sees("«#9»: không có nội dung trọng tâm này; có #1 #2 #3 #4 #5 #6.");
    stage
        .press("<C-u>ngày:31/2 ")
        .sees("«ngày:31/2»: không phải ngày, tháng hay năm");
    stage
        .press("<C-u>loại:linh tinh")
        .sees("«loại:linh»: không có loại này");
    stage
        .press("<C-u>ngay:")
        .sees("«ngay:»: không phải ngày, tháng hay năm");
    stage
        .press("<C-u>hội nghi:abc")
        .sees("«hội nghi:abc»: không phải ngày");
    stage.press("<C-u>thangg:7 ").sees("có phải «tháng:»?");
    // The rest of the line is searched all the same.
    stage
        .press("<C-u>ngày:31/2 vận")
        .sees("Dân vận")
        .sees("1 dòng");
    let styled = stage.terminal.backend().buffer().clone();
    let row: Vec<_> = (0..80).map(|x| styled[(x, 1)].clone()).collect();
    let text: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
    let at = text.chars().position(|c| c == 'n').unwrap();
    let after = text.chars().take_while(|c| *c != '2').count() + 2;
    assert_ne!(row[at].fg, row[after].fg, "{text}");
}

#[test]
fn what_can_stand_at_the_caret_is_offered_and_taken_with_tab() {
    let mut stage = said();
    stage.press("@tam p").sees("Tab: @Tam Phú");
    stage.press("<Tab>").sees("Tìm: @Tam Phú").sees("1 dòng");
    stage
        .press("loại:v")
        .sees("Tab: loại:vướng mắc · loại:văn bản");
    stage
        .press("<Tab>")
        .sees("@Tam Phú loại:vướng mắc")
        .sees("1 dòng");
    stage
        .press("<C-u>hoi n")
        .sees("Tab: hội nghị:")
        .press("<Tab>2023");
    stage.sees("hội nghị:2023").sees("6 dòng");
    // Nothing to offer: nothing happens.
    stage.press("<C-u>vận<Tab>").sees("Tìm: vận").sees("1 dòng");
}

/// The letters of the screen that are drawn as a match, row by row.
fn marked(stage: &Stage) -> Vec<String> {
    let buffer = stage.terminal.backend().buffer();
    let plain = buffer[(4, 4)].style();
    let mut rows = Vec::new();
    for y in 4..22 {
        let letters = (0..80).map(|x| &buffer[(x, y)]);
        let marked = letters.filter(|cell| {
            let style = cell.style();
            let is_underlined = style
                .add_modifier
                .contains(ratatui::style::Modifier::UNDERLINED);
            is_underlined || (y % 2 == 1 && style.fg != plain.fg && cell.symbol() != " ")
        });
        let text: String = marked.map(ratatui::buffer::Cell::symbol).collect();
        if !text.is_empty() {
            rows.push(text);
        }
    }
    rows
}

#[test]
fn only_the_words_are_marked_not_the_signs() {
    let mut stage = said();
    stage.press("@Linh Trung loại:kết quả hoat dat");
    // «Linh», «kết» and «quả» stand in the line and are no words that were looked for.
    assert_eq!(marked(&stage), ["hoạtđạt"], "{}", stage.text());
    stage.press("<C-u>dần");
    assert_eq!(marked(&stage), ["Dầndần"], "{}", stage.text());
}

#[test]
fn enter_goes_to_the_line_at_its_meeting() {
    for (typed, line) in [
        ("vận", "Dân vận"),
        ("khai", "Khai lý lịch"),
        ("phuong", "phương án"),
    ] {
        let mut stage = said();
        stage.press(typed).press("<Enter>").sees("DIỄN BIẾN");
        stage.sees(line);
        // The selected line can be edited at once: it stands in the line of the desk.
        stage.press("<Enter>");
        let text = stage.text();
        let desk = text.lines().find(|row| row.contains('✎')).unwrap();
        assert!(desk.contains(line), "{text}");
    }
    let mut stage = said();
    stage
        .press("không có đâu<Enter>")
        .sees("Không thấy dòng nào.");
}

#[test]
fn an_answer_given_after_the_meeting_leads_to_its_issue() {
    let mut stage = said();
    stage.press("<F4>! #1 @Cát Lái Chờ xác minh<Enter>");
    stage
        .press("<F5>")
        .sees("VM-001")
        .press("<Down><C-r>Đã có công văn trả lời<Enter><Enter><Enter><Enter>");
    stage
        .press("<F9>cong van")
        .sees("giải đáp VM-002")
        .sees("1 dòng");
    stage
        .press("<C-u>@cát lái loại:giải đáp #1")
        .sees("công văn")
        .sees("1 dòng");
    stage
        .press("<Enter>")
        .sees("VM-002")
        .sees("Đã có công văn trả lời");
}

#[test]
fn undo_and_redo_keep_the_index_true() {
    let mut stage = said();
    stage
        .press("<F4>+ @Cát Lái Trồng cây bàng<Enter><F9>bàng")
        .sees("1 dòng");
    stage.press("<C-z>").sees("Không thấy dòng nào.");
    stage.press("<C-y>").sees("1 dòng").sees("Cát Lái");
    // A line that is rewritten is found by what it says now.
    stage
        .press("<Enter><Enter><C-u>+ @Hiệp Phú Trồng cây phượng<Enter><F9>")
        .sees("Không thấy");
    stage
        .press("<C-u>phượng")
        .sees("Hiệp Phú")
        .press("<C-u>@cát lái")
        .sees("Không thấy");
    stage
        .press("<C-z>")
        .sees("Trồng cây bàng")
        .press("<C-y>")
        .sees("Không thấy");
    // So is an action, whoever owes it.
    stage.press("<C-u>loại:nhiệm vụ @linh trung").sees("1 dòng");
    stage.press("<C-z><C-z><C-z>").sees("Không thấy");
    stage.press("<C-y>").sees("1 dòng");
}

#[test]
fn a_line_follows_the_name_of_its_unit() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = years(folder.path());
    let hit = find("loại:kết quả", &store).remove(0);
    let dossier = store.dossier(hit.meeting).unwrap().unwrap();
    let seat = dossier
        .seats
        .iter()
        .find(|seat| Some(&seat.name) == hit.unit.as_ref());
    let renamed = Change::edit(seat.unwrap(), |seat| "Xyzuvw".clone_into(&mut seat.name));
    let unit = lexicon(&store).units;
    let commit = Transaction::new("đổi tên", vec![renamed]);
    store.commit(&commit, morning()).unwrap();
    let found = find("xyzuvw", &store);
    assert!(found.iter().any(|found| key(found) == key(&hit)));
    store.undo(morning()).unwrap();
    assert!(find("xyzuvw", &store).is_empty());
    // Of one unit alone, an action bears its name.
    let hits = find("loại:nhiệm vụ", &store);
    let hit = hits.iter().find(|hit| hit.unit.is_some()).unwrap();
    let (id, _) = unit
        .iter()
        .find(|(_, name)| Some(name) == hit.unit.as_ref())
        .unwrap();
    let rosters = store.all_rosters().unwrap();
    let (row, _) = rosters
        .units
        .iter()
        .find(|(unit, _)| unit.id == *id)
        .unwrap();
    let renamed = Change::edit(row, |unit| "Xyzuvw".clone_into(&mut unit.name));
    store
        .commit(&Transaction::new("đổi tên", vec![renamed]), morning())
        .unwrap();
    let found = find("loại:nhiệm vụ xyzuvw", &store);
    assert!(found.iter().any(|found| key(found) == key(hit)));
}

/// Says whether a line would be found by a word, read letter by letter.
fn holds(hit: &Hit, word: &str) -> bool {
    let unit = hit.unit.clone().unwrap_or_default();
    !places(word, &hit.text).is_empty() || !places(word, &unit).is_empty()
}

/// Lines that have a code.
const CODED: [&str; 4] = ["Action", "Report", "Issue", "IssueAnswer"];

#[test]
fn the_index_finds_what_reading_every_line_finds() {
    let folder = tempfile::tempdir().unwrap();
    let store = years(folder.path());
    let all = everything(&store);
    assert!(all.len() > 700, "{} lines", all.len());
    let mut words = BTreeSet::new();
    for hit in all.iter().step_by(23) {
        for word in hit
            .text
            .split_whitespace()
            .filter(|word| word.chars().all(char::is_alphanumeric))
        {
            for length in 1..=word.chars().count() {
                words.insert(word.chars().take(length).collect::<String>());
            }
            words.insert(giaoban::text::fold::fold(word));
        }
    }
    assert!(words.len() > 300);
    // Each word with the lines that hold it.
    let read = |word: String| {
        let hits = all.iter().filter(|hit| holds(hit, &word));
        let hits: BTreeSet<String> = hits.map(key).collect();
        (word, hits)
    };
    let words: Vec<(String, BTreeSet<String>)> = words.into_iter().map(read).collect();
    for (place, word) in words.iter().enumerate() {
        let other = &words[(place * 7 + 3) % words.len()];
        for line in [vec![word], vec![word, other]] {
            let wanted = LineFilter {
                words: line.iter().map(|(word, _)| word.clone()).collect(),
                ..LineFilter::default()
            };
            let told = wanted.words.join(" ");
            let found = keys(&store.search(&wanted, ALL).unwrap());
            let is_wanted = |key: &&String| line.iter().all(|(_, hits)| hits.contains(*key));
            let wanted: BTreeSet<String> = word.1.iter().filter(is_wanted).cloned().collect();
            // Codes are found too, but not read here.
            let more: Vec<_> = found
                .difference(&wanted)
                .filter(|key| !CODED.iter().any(|coded| key.starts_with(coded)))
                .collect();
            assert!(
                wanted.is_subset(&found) && more.is_empty(),
                "{told}: {:?} {more:?}",
                wanted.difference(&found).collect::<Vec<_>>()
            );
        }
    }
}

#[test]
fn days_are_exact_from_the_first_to_the_last() {
    let folder = tempfile::tempdir().unwrap();
    let store = years(folder.path());
    let all = everything(&store);
    let first = all.iter().map(|hit| hit.at.date_naive()).min().unwrap();
    let day = |n: i64| first + TimeDelta::days(n);
    let ends = [-400, -1, 0, 1, 6, 7, 8, 24, 31, 60, 91, 92, 500, 3000];
    for from in ends.map(Some).into_iter().chain([None]) {
        for to in ends.map(Some).into_iter().chain([None]) {
            let days = Days {
                from: from.map(day),
                to: to.map(day),
            };
            let wanted = LineFilter {
                days: Some(days),
                ..LineFilter::default()
            };
            let found = keys(&store.search(&wanted, ALL).unwrap());
            let is_within = |hit: &&Hit| {
                let day = hit.at.date_naive();
                days.from.is_none_or(|from| from <= day) && days.to.is_none_or(|to| day <= to)
            };
            let read: BTreeSet<String> = all.iter().filter(is_within).map(key).collect();
            assert_eq!(found, read, "{days:?}");
        }
    }
    let month = first.with_day(1).unwrap();
    let line = format!("tháng:{}-{:02}", month.year(), month.month());
    assert!(
        find(&line, &store)
            .iter()
            .all(|hit| hit.at.month() == month.month())
    );
    let nowhere = Days {
        from: NaiveDate::from_ymd_opt(2023, 7, 2),
        to: NaiveDate::from_ymd_opt(2023, 7, 1),
    };
    let wanted = LineFilter {
        days: Some(nowhere),
        ..LineFilter::default()
    };
    assert!(store.search(&wanted, ALL).unwrap().is_empty());
}

#[test]
fn every_part_of_a_filter_narrows_as_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let store = years(folder.path());
    let all = everything(&store);
    let is_kind = |hit: &Hit, kind: LineKind| match hit.place {
        Found::Note(_, note) => kind == LineKind::Note(note),
        Found::Conclusion(_) => kind == LineKind::Conclusion,
        Found::Action(..) => kind == LineKind::Action,
        Found::Report(..) => kind == LineKind::Report,
        Found::Issue(..) => kind == LineKind::Note(NoteKind::Difficulty),
        Found::IssueAnswer(..) => kind == LineKind::Note(NoteKind::Answer),
        Found::Document => kind == LineKind::Note(NoteKind::Document),
        Found::Attendance(_) => kind == LineKind::Attendance,
        Found::Meeting => kind == LineKind::Meeting,
    };
    let mut sum = 0;
    for name in [
        "kết quả",
        "vướng mắc",
        "kinh nghiệm",
        "kiến nghị",
        "giải đáp",
        "chỉ đạo",
        "văn bản",
        "thông tin",
        "kết luận",
        "nhiệm vụ",
        "báo cáo",
        "điểm danh",
        "hội nghị",
    ] {
        let line = format!("loại:{name}");
        let kind = read(&line, &store).kinds[0];
        let found = find(&line, &store);
        assert!(
            !found.is_empty() && found.iter().all(|hit| is_kind(hit, kind)),
            "{name}"
        );
        sum += found.len();
    }
    assert_eq!(sum, all.len());
    let by_unit = find("@Mẫu Sen Hồng", &store);
    let named = all
        .iter()
        .filter(|hit| hit.unit.as_deref() == Some("Mẫu Sen Hồng"));
    assert!(keys(&by_unit).is_superset(&named.map(key).collect()));
    let meeting = all[all.len() / 2].meeting;
    let held = store
        .dossier(meeting)
        .unwrap()
        .unwrap()
        .meeting
        .starts
        .date_naive();
    let found = find(&format!("hội nghị:{held}"), &store);
    assert!(!found.is_empty() && found.iter().all(|hit| hit.meeting == meeting));
    let both = find("#1 #2", &store).len();
    assert_eq!(find("#1", &store).len() + find("#2", &store).len(), both);
    let newest = find("từ:1900", &store);
    assert!(newest.windows(2).all(|pair| pair[0].at >= pair[1].at));
}

#[test]
fn an_index_that_is_missing_is_made_anew_and_finds_everything() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("so");
    let before = everything(&years(folder.path()));
    let breaks = [
        "DROP TABLE words",
        // As an earlier version made it.
        "DROP TABLE words; CREATE VIRTUAL TABLE words USING fts5(body, tags, content='', contentless_delete=1)",
    ];
    for sql in breaks {
        Connection::open(&book).unwrap().execute_batch(sql).unwrap();
        let mut told = Vec::new();
        let store = Store::open_watched(&book, morning(), &mut |done, total| {
            told.push((done, total));
        });
        let store = store.unwrap();
        let (done, total) = *told.last().unwrap();
        assert!(done == total && total >= before.len(), "{told:?}");
        assert_eq!(keys(&everything(&store)), keys(&before));
        let words = find("ket nap @Mẫu Sen Hồng", &store);
        assert!(words.iter().all(|hit| holds(hit, "kết")));
    }
    // With an index there is nothing to wait for.
    let mut told = 0;
    Store::open_watched(&book, morning(), &mut |_, _| told += 1).unwrap();
    assert_eq!(told, 0);
}

#[test]
fn terms_are_folded_and_as_they_are_written() {
    let mut kept = terms("“Đảng” 12/20 (QĐ-58), ok");
    kept.sort();
    let joint = |text: &str| text.replace('+', "\u{e000}");
    let mut wanted = [
        "dang", "đảng", "12+20", "12", "20", "qd+58", "qđ+58", "qd", "qđ", "58", "ok",
    ]
    .map(joint);
    wanted.sort();
    assert_eq!(kept, wanted);
    assert!(asked("…").is_empty() && terms(" -- ").is_empty());
    assert_eq!(asked("DANG,"), ["dang"]);
}

#[test]
fn a_word_is_asked_for_in_every_way_it_may_be_accented() {
    let ways = spellings("đan");
    assert!(ways.iter().any(|way| way == "đàn") && ways.iter().any(|way| way == "đân"));
    assert!(!ways.iter().any(|way| way == "dan"));
    assert!(ways.iter().all(|way| {
        way.chars()
            .zip("đan".chars())
            .all(|(there, typed)| agrees(typed, there))
    }));
    // No syllable has two tones; two syllables may.
    assert_eq!(spellings("hòá"), ["hòá"]);
    assert!(asked("bộ/đảng").iter().any(|way| way == "bộ\u{e000}đảng"));
}

/// Forty times the same name is one condition, and read once.
#[test]
fn the_same_term_again_is_the_same_term() {
    let store = Store::in_memory(morning()).unwrap();
    let many = |term: &str| read(&[term; 40].join(" "), &store);
    for term in [
        "@linh",
        "@linh trung",
        "#2",
        "loại:vướng mắc",
        "khó",
        "hội nghị:2023-07",
    ] {
        assert_eq!(many(term), read(term, &store), "{term}");
    }
    assert_eq!(
        read("@cát @thảo @cát @thảo @cát", &store),
        read("@cát @thảo", &store)
    );
}

#[test]
fn what_a_filter_means_is_read_word_by_word() {
    let store = Store::in_memory(morning()).unwrap();
    let wrong = |line: &str| {
        let reading = filter::parse(
            line,
            Subject::Lines,
            &lexicon(&store),
            morning().date_naive(),
        );
        reading.mistake.map(|mistake| mistake.wrong)
    };
    assert_eq!(wrong("từ:"), Some(Wrong::Days));
    assert_eq!(wrong("loại:"), Some(Wrong::Kind));
    assert_eq!(wrong("họp lúc 8:30 ở a:b"), Some(Wrong::Key(None)));
    assert_eq!(wrong("quá hạn tháng 9 họp lúc 8:30"), None);
    // Words of the register are words here.
    assert_eq!(read("quá hạn", &store).words, ["quá", "hạn"]);
    let spaced = read("từ: 1/7/2023 đến: 2023-08 loại: vướng mắc", &store);
    let plain = read("từ:1/7/2023 đến:2023-08 loại:vướng mắc", &store);
    assert_eq!(spaced, plain);
    assert_eq!(plain.days.unwrap().to, NaiveDate::from_ymd_opt(2023, 8, 31));
}

/// One note writes `Uỷ`, another `Ủy`: either finds both, and so do letters that only look alike.
#[test]
fn both_places_of_a_tone_are_found_by_either() {
    let mut stage = Stage::sized(120, 36);
    stage.press("<F4><C-n>+ Uỷ ban kiểm tra báo cáo<Enter>+ Ủy ban Mặt trận báo cáo<Enter>");
    stage.press("! @tam phú Thủ tục ở Uỷ ban chậm<Enter>");
    for query in [
        "uỷ ban báo",
        "ủy ban báo",
        "uy ban báo",
        "UỶ BAN BÁO",
        "uỷ b\u{430}n báo",
    ] {
        stage
            .press("<F9><C-u>")
            .paste(query)
            .sees("kiểm tra")
            .sees("Mặt trận");
    }
    stage.press("<F9><C-u>thủ tục ở ủy ban").sees("chậm");
    stage.press("<F5><C-u>thủ tục ủy").sees("chậm");
}

/// Search and register name the same unit: the only one that still has to do with the action.
#[test]
fn of_two_parts_one_of_which_is_cancelled_the_other_names_the_action() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = years(folder.path());
    let hits = find("loại:nhiệm vụ", &store);
    let (action, number, parts) = hits
        .iter()
        .filter(|hit| hit.unit.is_none())
        .find_map(|hit| {
            let Found::Action(id, number) = hit.place else {
                return None;
            };
            let dossier = store.dossier(hit.meeting).unwrap().unwrap();
            let parts = dossier.assignments.iter();
            let parts: Vec<_> = parts.filter(|part| part.action == id).cloned().collect();
            (parts.len() > 1).then_some((id, number, parts))
        })
        .unwrap();
    let cancelled = parts[1..]
        .iter()
        .map(|part| Change::edit(part, |part| part.state = AssignmentState::Cancelled));
    let cancelled = Transaction::new("hủy", cancelled.collect());
    store.commit(&cancelled, morning()).unwrap();
    let units = lexicon(&store).units;
    let (_, unit) = units.iter().find(|(id, _)| *id == parts[0].unit).unwrap();
    let hits = find("loại:nhiệm vụ", &store);
    let hit = hits
        .iter()
        .find(|hit| matches!(hit.place, Found::Action(id, _) if id == action));
    assert_eq!(hit.unwrap().unit.as_ref(), Some(unit));
    let mut stage = Stage::with(store, (140, 40), Lang::Vi);
    stage
        .press(&format!("<F6><C-l>nv-{number:03}<Enter>"))
        .sees(unit);
}
