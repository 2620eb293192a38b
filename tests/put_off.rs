//! What was not held: asked about when the meeting is closed, printed as decided, and carried into the next agenda once.
use crate::common::papers::minutes_of;
use crate::common::stage::{Stage, morning};
use giaoban::meeting::agenda::{self, ItemState};
use giaoban::meeting::dossier::Dossier;
use giaoban::papers::markdown::markdown;
use giaoban::store::Store;
use giaoban::text::dates::Instant;
use giaoban::words::Lang;
use std::path::Path;

fn at(moment: &str) -> Instant {
    chrono::DateTime::parse_from_rfc3339(moment).unwrap()
}

/// A meeting that came only to its opening and its conclusion, about to be closed.
fn hurried() -> Stage {
    let mut stage = Stage::sized(100, 30);
    hurry(&mut stage);
    stage
}

/// The same in a file, so that the book can be asked beside it.
fn hurried_in(path: &Path) -> Stage {
    let store = Store::open(path, morning()).unwrap();
    let mut stage = Stage::at(store, (100, 30), Lang::Vi, morning());
    hurry(&mut stage);
    stage
}

fn hurry(stage: &mut Stage) {
    stage.press("<F3>1<C-a><F4><C-n>").wait(5);
    stage
        .press("<C-o><End><Enter>")
        .sees("Bắt đầu mục: Kết luận");
    stage.press("= #1 Thống nhất<Enter>").wait(2);
}

fn titled(dossier: &Dossier, title: &str) -> usize {
    let items = agenda::items(dossier);
    items.iter().filter(|item| item.title == title).count()
}

fn minutes(stage: &Stage) -> String {
    markdown(&minutes_of(&stage.dossier()))
}

const DOCUMENTS: &str = "Triển khai, hướng dẫn các văn bản, quy định mới";

/// A paste right behind the key that led to a form goes into that form.
#[test]
fn a_paste_in_old_letters_finds_the_form_that_the_key_before_opened() {
    let mut stage = hurried();
    stage
        .press("<C-n>13")
        .sees("BIÊN BẢN ĐƯỢC THÔNG QUA")
        .paste("C«ng t¸c x©y dùng §¶ng")
        .press("1")
        .sees("BIÊN BẢN ĐƯỢC THÔNG QUA")
        .sees("Công tác xây dựng Đảng");
}

#[test]
fn closing_asks_for_every_item_that_was_not_held() {
    let mut stage = hurried();
    stage
        .press("<C-n>")
        .sees("BẾ MẠC HỘI NGHỊ?")
        .sees("4 mục chưa họp tới")
        .press("1")
        .sees("NỘI DUNG CHƯA THỰC HIỆN: BỎ HAY CHUYỂN KỲ SAU?")
        .sees("Chuyển kỳ sau: 2. Báo cáo kết quả")
        .sees("còn 4 mục chưa quyết định");
    stage
        .press("2hết giờ<Enter>")
        .sees("Chuyển kỳ sau: 3. Ý kiến")
        .press("1")
        .sees("Chuyển kỳ sau: 4. Triển khai")
        .sees("Chuyển kỳ sau cả 2 mục còn lại");
    // What is not decided is left to F8, and the closing goes on.
    stage
        .press("5")
        .sees("BIÊN BẢN ĐƯỢC THÔNG QUA")
        .press("<Esc>");
    stage
        .press("<F8>")
        .sees("Bỏ hay chuyển: Triển kh")
        .sees("Bỏ hay chuyển: Giải đáp")
        .misses("Bỏ hay chuyển: Báo cáo");
    let text = minutes(&stage);
    assert!(text.contains("Không thực hiện: hết giờ."), "{text}");
    let put_off = text.matches("Chuyển sang hội nghị giao ban kỳ sau.");
    assert_eq!(put_off.count(), 1, "{text}");
    let states: Vec<ItemState> = {
        let dossier = stage.dossier();
        let items = agenda::items(&dossier);
        let states = items.iter().map(|item| agenda::state(&dossier, item));
        states.collect()
    };
    assert_eq!(
        states,
        [
            ItemState::Done,
            ItemState::Skipped,
            ItemState::Carried,
            ItemState::Waiting,
            ItemState::Waiting,
            ItemState::Done
        ]
    );
}

#[test]
fn one_answer_is_enough_for_all_that_remain_and_undo_takes_it_back() {
    let mut stage = hurried();
    stage
        .press("<C-n>1")
        .press("4không đủ thời gian<Enter>")
        .sees("BIÊN BẢN ĐƯỢC THÔNG QUA");
    let left_out = "Không thực hiện: không đủ thời gian.";
    assert_eq!(minutes(&stage).matches(left_out).count(), 4);
    stage.press("<Esc><C-z>");
    assert!(!minutes(&stage).contains("Không thực hiện"));
    assert_eq!(agenda::undecided(&stage.dossier()).len(), 4);
}

#[test]
fn a_decision_is_changed_later_from_the_paper_and_from_the_agenda() {
    let mut stage = hurried();
    stage.press("<C-n>1").press("3<Esc>");
    assert!(agenda::undecided(&stage.dossier()).is_empty());
    stage
        .press("<C-o><Home><Down><Down><Down>")
        .sees("chuyển hội nghị kỳ sau")
        .press("<Del>")
        .sees("MỤC NÀY BỎ HAY CHUYỂN KỲ SAU?")
        .press("2đã gửi văn bản<Enter>")
        .sees("Bỏ qua mục: Triển khai");
    let text = minutes(&stage);
    assert!(text.contains("Không thực hiện: đã gửi văn bản."), "{text}");
    assert_eq!(text.matches("Chuyển sang hội nghị").count(), 3, "{text}");
    // Undo, and the same from the row that F8 has while nothing is decided.
    stage.press("<C-z><C-z>");
    assert_eq!(agenda::undecided(&stage.dossier()).len(), 4);
    stage.press("<F8><Home><Enter>");
    if !stage.text().contains("MỤC NÀY BỎ HAY CHUYỂN KỲ SAU?") {
        stage.press("<Esc>");
        for _ in 0..20 {
            stage.press("<Down><Enter>");
            if stage.text().contains("MỤC NÀY BỎ HAY CHUYỂN KỲ SAU?") {
                break;
            }
            stage.press("<Esc><F8>");
        }
    }
    stage
        .sees("MỤC NÀY BỎ HAY CHUYỂN KỲ SAU?")
        .press("1")
        .sees("Chuyển hội nghị kỳ sau:");
    assert_eq!(agenda::undecided(&stage.dossier()).len(), 3);
}

#[test]
fn an_item_that_was_broken_off_keeps_its_lines_and_says_what_became_of_the_rest() {
    let mut stage = Stage::sized(100, 30);
    stage.press("<F3>1<C-a><F4><C-n>").wait(5);
    stage.press("<C-n>").wait(5);
    stage.press("<C-n>").wait(5);
    stage.press("<C-n>").wait(2);
    stage.press("Quy định số 58-QĐ/TW<Enter>").wait(2);
    stage.press("<C-p>hoãn trong<Enter>").sees("Hoãn mục");
    stage.press("<C-o><End><Enter>").wait(2);
    stage.press("= #1 Thống nhất<Enter>").wait(1);
    stage
        .press("<C-n>")
        .press("1")
        .sees("Giải đáp")
        .press("1")
        .sees("Đã xong, không còn gì")
        .press("1<Esc>");
    let text = minutes(&stage);
    assert!(text.contains("58-QĐ/TW"), "{text}");
    assert!(
        text.contains("Phần còn lại chuyển sang hội nghị giao ban kỳ sau."),
        "{text}"
    );
    // It was finished after all.
    stage.press("<C-o>");
    for _ in 0..6 {
        if stage.text().contains("chuyển hội nghị kỳ sau") {
            stage.press("<C-t>");
            if stage.text().contains("Đã xong, không còn gì") {
                break;
            }
            stage.press("<Esc><C-o>");
        }
        stage.press("<Up>");
    }
    stage.press("3").sees("Đã xong:");
    assert!(!minutes(&stage).contains("Phần còn lại"));
}

/// Closes the hurried meeting, puts everything off, and plans the next one from this source.
fn next_from(source: &str) -> Stage {
    let mut stage = hurried();
    stage.press("<C-n>1").press("3<Esc>");
    stage
        .press(&format!("<F2><C-n>{source}"))
        .sees("Chuyển từ kỳ trước: «Báo cáo kết quả")
        .press("<C-s>");
    stage
}

#[test]
fn what_was_put_off_stands_once_in_the_next_agenda_however_it_is_planned() {
    for source in ["1", "2"] {
        let stage = next_from(source);
        let next = stage.dossier();
        assert_eq!(next.meeting.starts, at("2023-08-11T08:00:00+07:00"));
        assert_eq!(titled(&next, DOCUMENTS), 1, "from {source}");
        // The report on the half year is still owed, beside that on the month.
        for report in [
            "Báo cáo kết quả 06 tháng đầu năm 2023",
            "Báo cáo kết quả tháng 7 năm 2023",
        ] {
            assert_eq!(titled(&next, report), 1, "{report} from {source}");
        }
        let of_earlier = next.items.iter().filter(|item| item.origin.is_some());
        assert_eq!(of_earlier.count(), 4, "from {source}");
        let last = agenda::items(&next).pop().unwrap().title.clone();
        assert!(last.starts_with("Kết luận"), "{last}");
    }
}

#[test]
fn what_was_put_off_is_open_until_it_is_held() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let waiting = || {
        let store = Store::open(&path, morning()).unwrap();
        let all = store.put_off().unwrap();
        all.into_iter().map(|of| of.item.title).collect::<Vec<_>>()
    };
    let mut stage = hurried_in(&path);
    stage.press("<C-n>1").press("3<Esc>");
    assert_eq!(waiting().len(), 4);
    stage.press("<F8>");
    for _ in 0..12 {
        if stage.text().contains("chuyển hội nghị giao ban kỳ sau") {
            break;
        }
        stage.press("<Right>");
    }
    stage
        .sees("NỘI DUNG CHUYỂN KỲ SAU")
        .sees("04 nội dung của chương trình");
    // The next meeting has them, and holds the documents.
    stage.press("<F2><C-n>1<C-s>");
    assert_eq!(waiting().len(), 4, "planned is not held");
    stage.set_moment("2023-08-11T08:00:00+07:00");
    stage.press("<F4><C-o>");
    let place = agenda::items(&stage.dossier())
        .iter()
        .position(|item| item.title == DOCUMENTS)
        .unwrap();
    let down = "<Down>".repeat(place);
    stage
        .press(&format!("<Home>{down}<Enter>"))
        .sees("BẮT ĐẦU HỘI NGHỊ?")
        .press("1")
        .sees("Bắt đầu mục: Triển khai");
    assert_eq!(waiting().len(), 3);
    assert!(!waiting().contains(&DOCUMENTS.to_owned()));
    // A third meeting is not given what the second one has.
    stage.press("<F2><C-n>2");
    stage.misses("Chuyển từ kỳ trước");
}

#[test]
fn a_meeting_that_is_planned_already_takes_what_is_put_off_and_gives_it_back() {
    let mut stage = Stage::sized(100, 30);
    stage.press("<F2><C-n>1<C-s>").sees("11/8/2023");
    let planned = stage.dossier().meeting.id;
    stage
        .press("<F2><Home><Down><Enter><F3>1<C-a><F4><C-n>")
        .wait(5);
    stage
        .press("<C-o><End><Enter>= #1 Thống nhất<Enter>")
        .wait(2);
    stage.press("<C-n>1").press("1<Esc>");
    let first = stage.dossier();
    assert_ne!(first.meeting.id, planned);
    let put_off = first.items.iter().find(|item| item.carried.is_some());
    let put_off = put_off.unwrap().clone();
    let next = |stage: &mut Stage| {
        stage.press("<Esc><F2><Home><Enter>");
        let next = stage.dossier();
        assert_eq!(next.meeting.id, planned);
        next
    };
    let taken = next(&mut stage);
    assert_eq!(titled(&taken, &put_off.title), 1);
    assert_eq!(taken.items.len(), 7);
    // Left out instead, it leaves the other agenda again.
    stage.press("<F2><Home><Down><Enter><F4><C-o><Home><Down><Del>2hết giờ<Enter>");
    let freed = next(&mut stage);
    assert_eq!(titled(&freed, &put_off.title), 0);
    assert_eq!(freed.items.len(), 6);
}

#[test]
fn what_was_inserted_and_held_does_not_come_back() {
    let mut stage = Stage::sized(100, 30);
    stage.press("<F4><C-n>").wait(3);
    stage
        .press("<C-p>ngoài chương trình<Enter>")
        .press("Trao kỷ niệm chương<Enter><Enter><Enter><Enter>")
        .sees("Bắt đầu mục: Trao kỷ niệm chương");
    stage.wait(3);
    stage.press("<C-n>").sees("Bắt đầu mục: Khai mạc");
    stage.press("<F2><C-n>1<C-s><F2><Home><Enter>");
    let next = stage.dossier();
    assert_eq!(next.meeting.starts, at("2023-08-11T08:00:00+07:00"));
    assert_eq!(titled(&next, "Trao kỷ niệm chương"), 0);
    assert_eq!(next.items.len(), 6);
}

#[test]
fn the_question_is_there_in_english() {
    let store = Store::in_memory(morning()).unwrap();
    let mut stage = Stage::with(store, (100, 30), Lang::En);
    stage.press("<F4><C-n>").wait(2);
    stage
        .press("<C-o><End><Enter>")
        .wait(2)
        .press("<C-n>")
        .sees("items not held")
        .press("1")
        .sees("LEFT OUT OR PUT OFF?")
        .sees("Put off to the next meeting: 2.");
}

#[test]
fn what_is_held_after_all_leaves_the_next_agenda() {
    let mut stage = Stage::sized(100, 30);
    stage.press("<F2><C-n>1<C-s>");
    let planned = stage.dossier().meeting.id;
    stage
        .press("<F2><Home><Down><Enter><F3>1<C-a><F4><C-n>")
        .wait(5);
    stage
        .press("<C-o><End><Enter>= #1 Thống nhất<Enter>")
        .wait(2);
    stage.press("<C-n>1").press("3<Esc>");
    let of_next = |stage: &mut Stage| {
        stage.press("<Esc><F2><Home><Enter>");
        let next = stage.dossier();
        assert_eq!(next.meeting.id, planned);
        let count = next
            .items
            .iter()
            .filter(|item| item.origin.is_some())
            .count();
        stage.press("<F2><Home><Down><Enter>");
        count
    };
    assert_eq!(of_next(&mut stage), 4);
    stage
        .press("<F4><C-p>mở lại hội nghị<Enter>")
        .press("<C-o><Home><Down><Enter>")
        .sees("Bắt đầu mục: Báo cáo");
    assert_eq!(of_next(&mut stage), 3);
    // Taken back, it is put off again.
    stage.press("<F4><C-z>");
    assert_eq!(of_next(&mut stage), 4);
}

#[test]
fn planning_the_next_meeting_leaves_the_one_in_session_open() {
    let mut stage = hurried();
    let running = stage.dossier().meeting.id;
    stage
        .press("<F2><C-n>1<C-s>")
        .sees("Lập ")
        .sees("11/8/2023");
    assert_eq!(stage.dossier().meeting.id, running);
    // The next key of the course is for the running meeting.
    stage.press("<F4><C-n>").sees("BẾ MẠC HỘI NGHỊ?");
    stage.press("<Esc><F2><Home><Enter>");
    let next = stage.dossier();
    assert_ne!(next.meeting.id, running);
    assert!(next.runs.is_empty());
}

#[test]
fn a_plan_that_is_taken_back_leaves_the_meeting_open_that_was() {
    let mut stage = Stage::sized(100, 30);
    let before = stage.dossier().meeting.id;
    stage.press("<F2><C-n>1<C-s>");
    assert_ne!(stage.dossier().meeting.id, before);
    stage.press("<C-z>").misses("11/8/2023");
    assert_eq!(stage.dossier().meeting.id, before);
    stage.press("<F4><C-n>").sees("Bắt đầu mục: Khai mạc");
}

#[test]
fn what_was_taken_up_leaves_no_gap_and_stays_where_a_document_belongs_to_it() {
    for has_document in [false, true] {
        let mut stage = Stage::sized(100, 30);
        stage.press("<F2><C-n>1<C-s>");
        let planned = stage.dossier().meeting.id;
        stage
            .press("<F2><Home><Down><Enter><F3>1<C-a><F4><C-n>")
            .wait(5);
        stage
            .press("<C-o><Home><C-n>Xem phim tư liệu<Enter>báo cáo<Enter>7<C-s><Esc>")
            .press("<C-o><End><Enter>= #1 Thống nhất<Enter>")
            .wait(2);
        stage.press("<C-n>1").press("3<Esc>");
        let next = |stage: &mut Stage| {
            stage.press("<Esc><F2><Home><Enter>");
            assert_eq!(stage.dossier().meeting.id, planned);
            stage.dossier()
        };
        let taken = next(&mut stage);
        let film = |dossier: &Dossier| {
            let mut items = dossier.items.iter();
            items.find(|item| item.title == "Xem phim tư liệu").cloned()
        };
        let position = film(&taken).unwrap().position;
        let count = taken.items.len();
        if has_document {
            stage
                .press("<F2><Home><C-o>1Đề cương<Enter>https://example.org/a<Enter>")
                .press(&format!("{position}<C-s>"))
                .sees("Tài liệu: Đề cương")
                .press("<Esc>");
        }
        stage
            .press("<F2><Home><Down><Enter><F4><C-o><Home><Down><Del>2hết giờ<Enter>")
            .sees("Bỏ qua mục: Xem phim tư liệu");
        let freed = next(&mut stage);
        let items = agenda::items(&freed);
        let positions: Vec<i64> = items.iter().map(|item| item.position).collect();
        let left = if has_document { count } else { count - 1 };
        assert_eq!(positions, (1..).take(left).collect::<Vec<i64>>());
        let of_film = film(&freed).map(|item| item.origin);
        assert_eq!(of_film, has_document.then_some(None));
    }
}

#[test]
fn the_question_of_closing_shows_its_options_whole() {
    let mut stage = Stage::new();
    stage.press("<F4><A-=><C-n>Gửi báo cáo quý<C-s><Esc><C-n>");
    stage.wait(5);
    stage
        .press("<C-o><End><Enter>")
        .wait(1)
        .press("<C-p>bế mạc<Enter>")
        .sees("BẾ MẠC HỘI NGHỊ?")
        .sees("1 Có")
        .sees("chưa họp tới")
        .sees("1 kết luận chuẩn bị sẵn chưa dùng");
}

/// In session there are two ways to put an item off, and Ctrl-N knows them apart: later in this meeting, where it comes up
/// before the conclusion, and to the next meeting, where it does not come up any more.
#[test]
fn what_goes_to_the_next_meeting_is_passed_over_and_what_waits_comes_up_before_the_conclusion() {
    let mut stage = Stage::sized(100, 30);
    stage.press("<F2><C-n>1<C-s>").sees("11/8/2023");
    let planned = stage.dossier().meeting.id;
    stage
        .press("<F2><Home><Down><Enter><F3>1<C-a><F4><C-n>")
        .wait(5);
    stage
        .press("<C-o><Home><Down><C-x>")
        .sees("Chuyển hội nghị kỳ sau: Báo cáo")
        .press("<Down><C-t>")
        .sees("Hoãn mục: Ý kiến trao đổi")
        .sees("họp tiếp trước kết luận")
        .press("<Esc>");
    stage.press("<C-n>").sees("Bắt đầu mục: Triển khai").wait(5);
    // The running one, too.
    stage
        .press("<C-o><Home><Down><Down><C-x>")
        .sees("Chuyển hội nghị kỳ sau: Triển khai")
        .press("<Esc>");
    stage.press("<C-n>").sees("Bắt đầu mục: Giải đáp").wait(5);
    stage.press("<C-n>").sees("Bắt đầu mục: Ý kiến").wait(5);
    // Put off once more it would come up at once: nothing but the conclusion is left.
    stage
        .press("<C-p>hoãn trong<Enter>")
        .sees("MỤC NÀY BỎ HAY CHUYỂN KỲ SAU?")
        .press("1")
        .sees("Chuyển hội nghị kỳ sau: Ý kiến");
    stage.press("<C-n>").sees("Bắt đầu mục: Kết luận");
    let put_off: Vec<String> = {
        let dossier = stage.dossier();
        let items = agenda::items(&dossier).into_iter();
        let carried = items.filter(|item| item.carried.is_some());
        carried.map(|item| item.title.clone()).collect()
    };
    assert_eq!(put_off.len(), 3, "{put_off:?}");
    // All three stand in the agenda of the meeting that is planned already.
    stage.press("<F2><Home><Enter>");
    let next = stage.dossier();
    assert_eq!(next.meeting.id, planned);
    for title in put_off {
        assert_eq!(titled(&next, &title), 1, "{title}");
    }
}

/// What the book calls held and what a meeting calls begun are the same: an item that ran, or under which anything was said.
#[test]
fn the_book_and_a_meeting_agree_on_what_was_held() {
    let said = [
        "",
        "Một việc<Enter>",
        "= #1 Thống nhất<Enter>",
        "> #2 @cl Báo cáo<Enter>",
    ];
    for (case, lines) in said.iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("so.giaoban");
        let mut stage = hurried_in(&path);
        stage.press("<C-n>1").press("3<Esc>");
        stage.press("<F2><C-n>2<C-s>");
        let open = || {
            let store = Store::open(&path, morning()).unwrap();
            let all = store.put_off().unwrap();
            all.iter().any(|of| of.item.title == DOCUMENTS)
        };
        assert!(open());
        let next = stage.dossier();
        let item = next.items.iter().find(|item| item.title == DOCUMENTS);
        let item = item.unwrap().clone();
        // Under its item, without that it ever ran: written under the first item, and moved.
        stage.press("<F3>1<C-a><F4><C-n>").wait(1);
        stage.press(lines);
        if !lines.is_empty() {
            stage
                .press(&format!("<Tab><C-x><C-u>{}<C-s>", item.position))
                .sees("Chuyển ");
        }
        let held = stage.dossier();
        let item = held.items.get(item.id).unwrap();
        assert_eq!(agenda::has_begun(&held, item), case > 0, "{lines}");
        assert_eq!(open(), case == 0, "{lines}");
    }
}

/// A meeting takes up what was put off before its day, never what was put off after it.
#[test]
fn what_was_put_off_later_does_not_come_into_an_earlier_meeting() {
    let mut stage = hurried();
    stage.press("<C-n>1").press("3<Esc>");
    stage.press("<F2><C-n>2<Tab><C-u>5/7/2023<C-s>");
    let earlier = stage.dossier();
    assert_eq!(earlier.meeting.starts, at("2023-07-05T08:00:00+07:00"));
    assert!(earlier.items.iter().all(|item| item.origin.is_none()));
}

/// A signed meeting decides nothing more: what it was to hold and did not comes into the one after it.
#[test]
fn what_a_signed_meeting_left_open_waits_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.giaoban");
    let mut stage = hurried_in(&path);
    stage.press("<C-n>1").press("3<Esc>");
    stage.press("<F2><C-n>2<C-s>");
    let next = stage.dossier().meeting.id;
    let planned = || {
        let all = Store::open(&path, morning()).unwrap().put_off().unwrap();
        all.iter().filter(|of| of.is_planned).count()
    };
    assert_eq!(planned(), 4);
    let raw = rusqlite::Connection::open(&path).unwrap();
    let sign = "UPDATE meeting SET state = 'final' WHERE id = ?1";
    raw.execute(sign, [next.number()]).unwrap();
    assert_eq!(planned(), 0);
}
