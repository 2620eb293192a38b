//! The issue log: what has waited longest first, one issue for whatever is the same, and an answer for each in the end.

use std::fs;

use crate::common::stage::{Stage, morning};
use chrono::{DateTime, NaiveDate, TimeDelta};
use giaoban::meeting::cell::Id;
use giaoban::meeting::change::Change;
use giaoban::meeting::code::IssueState;
use giaoban::meeting::filter::{Lexicon, Subject, Wrong, parse};
use giaoban::meeting::issues::life::{merge, part};
use giaoban::meeting::issues::{IssueCard, IssueQuery, IssueRefusal};
use giaoban::meeting::rows::{Issue, Record};
use giaoban::papers::phrases::Phrases;
use giaoban::papers::{docx, issues as paper, markdown};
use giaoban::store::Store;
use giaoban::words::Lang;
use proptest::prelude::*;

/// Three issues of three wards.
fn with_issues() -> Stage {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>! #4 @Tam Phú Thiếu phòng họp<Enter>");
    stage.set_time("08:10:00");
    stage.press("! #5 @Cát Lái Khó tiếp nhận tổ chức đảng<Enter>");
    stage.set_time("08:20:00");
    stage.press("! #4 @Linh Tây Chi bộ không có nơi sinh hoạt<Enter><F5>");
    stage
}

/// The practice copy on its morning: VM-001 and VM-002 are of an earlier meeting.
fn practice() -> Stage {
    let mut stage = Stage::demo((80, 24), Lang::Vi);
    stage.press("<F5>");
    stage
}

/// Where a text stands on the screen, counted in rows.
#[track_caller]
fn row_of(stage: &Stage, text: &str) -> usize {
    let shown = stage.text();
    let row = shown.lines().position(|line| line.contains(text));
    row.unwrap_or_else(|| panic!("not seen: {text}\n{shown}"))
}

#[test]
fn what_has_waited_longest_stands_first_and_what_is_answered_last() {
    let mut stage = practice();
    assert!(row_of(&stage, "VM-001") < row_of(&stage, "VM-003"));
    assert!(row_of(&stage, "VM-004") < row_of(&stage, "VM-002"));
    stage.sees("3 đang chờ · 4 tất cả").sees("34 ngày!");
    stage.sees("chờ đã lâu: 34 ngày");
    stage
        .press(":Đã rút ngắn<Enter><Enter><Enter><Enter>")
        .sees("VM-001: đã trả lời");
    assert!(row_of(&stage, "VM-003") < row_of(&stage, "VM-001"));
    stage.press("<C-z>").sees("▸VM-001").sees("34 ngày!");
}

#[test]
fn only_what_waits_is_shown_or_all() {
    let mut stage = practice();
    stage.press("<C-a>").sees("chỉ 3 đang chờ").misses("VM-002");
    stage.press("<C-a>").sees("VM-002").sees("4 tất cả");
}

#[test]
fn the_selection_stays_with_its_issue_when_the_log_is_sorted_anew() {
    let mut stage = with_issues();
    stage
        .press("<C-t>3")
        .sees("VM-001: đang xử lý")
        .sees("▸VM-001");
    stage
        .press(":Đã có hướng dẫn<Enter><Enter><Enter><Enter>")
        .sees("▸VM-001")
        .sees("Trả lời: Đã có hướng dẫn");
    assert!(row_of(&stage, "VM-003") < row_of(&stage, "VM-001"));
}

#[test]
fn letters_find_a_line_and_the_filter_finds_what_was_said() {
    let mut stage = with_issues();
    stage.press("cat lai").sees("▸VM-002").sees("Tìm: cat lai");
    stage.press("<Esc>không đâu").sees("Không có mục nào khớp");
    stage.press("vm3").sees("▸VM-003");
    stage.press("<C-l>noi sinh").sees("VM-003").misses("VM-001");
    stage.press("<C-u>vm2").sees("VM-002").misses("VM-003");
    stage.press("<C-u>@tam p").sees("VM-001").misses("VM-002");
    stage
        .press("<C-u>#4")
        .sees("VM-001")
        .sees("VM-003")
        .misses("VM-002");
    stage
        .press("<C-u>đang xử lý")
        .sees("Không có vướng mắc nào như vậy");
    stage
        .press("<C-u>chưa tr<Tab>")
        .sees("Lọc: chưa trả lời")
        .sees("VM-003");
    stage
        .press("<C-u>@xyzzy")
        .sees("không có đơn vị nào tên như vậy");
    stage.press("<Esc>").sees("3 đang chờ · 3 tất cả");
    // A colon is text in the filter, and a command in the list.
    stage
        .press("<C-l>hội nghị:2022")
        .sees("Không có vướng mắc nào như vậy");
    stage.press("<C-u>hội nghị:2023-07").sees("VM-001");
    stage.press("<Enter>:").sees("TRẢ LỜI VM-001");
}

#[test]
fn what_is_looked_for_follows_what_is_written_corrected_and_taken_back() {
    let mut stage = with_issues();
    stage.press("<F4><Tab><Enter> ở tầng trệt<Enter>");
    stage
        .press("<F5><C-l>tầng trệt")
        .sees("VM-003")
        .misses("VM-001");
    stage.press("<Enter>:Dùng hội trường<Enter><Enter><Enter><Enter>");
    stage
        .press("<C-l><C-u>hội trường")
        .sees("VM-003")
        .misses("VM-001");
    stage
        .press("<Enter><C-z><C-l>")
        .sees("Không có vướng mắc nào như vậy");
    stage
        .press("<C-u>tầng")
        .sees("VM-003")
        .press("<Enter><C-z><C-l>");
    stage.sees("Không có vướng mắc nào như vậy");
    // The name of who raised it is found as words are, too.
    stage.press("<C-u>linh tây").sees("VM-003").misses("VM-001");
}

#[test]
fn issues_that_are_the_same_are_merged_and_keep_who_said_what() {
    let mut stage = with_issues();
    stage.press("<End>").sees("▸VM-003").press("<C-g>");
    stage.sees("GỘP VỚI VƯỚNG MẮC NÀO?").misses("▸ VM-003");
    // The one that was raised first lives on, whichever was selected.
    stage
        .press("phong<Enter>")
        .sees("Gộp VM-003 vào VM-001 (mới nêu)");
    stage
        .sees("2 đang chờ · 3 tất cả")
        .sees("2 ĐV")
        .sees("= trùng");
    stage
        .press("<Home><Enter>")
        .sees("NÊU BỞI · đơn vị 2 · hội nghị 1");
    stage
        .sees("Tam Phú · Thiếu phòng họp")
        .sees("Linh Tây (VM-003) · Chi bộ không có nơi sinh hoạt")
        .sees("GỘP VÀO ĐÂY");
    // Who raised the other finds the one that lives on.
    stage
        .press("<Esc><C-l>@linh tây chưa trả lời")
        .sees("VM-001");
    stage.misses("VM-002").press("<Esc>");
    // What is parted is what it was.
    stage
        .press("<Home><Enter><End><Del>")
        .sees("Tách VM-003 ra: mới nêu");
    stage.sees("NÊU BỞI · đơn vị 1").misses("GỘP VÀO ĐÂY");
    stage.press("<C-z>").sees("GỘP VÀO ĐÂY");
    stage.press("<C-z>").misses("GỘP VÀO ĐÂY");
    stage.press("<Esc>").sees("3 đang chờ · 3 tất cả");
}

#[test]
fn what_is_merged_into_another_is_written_to_the_other() {
    let mut stage = with_issues();
    stage.press("<Down><C-t>2").sees("VM-002: tiếp nhận");
    stage
        .press("<C-g>phong<Enter>")
        .sees("Gộp VM-002 vào VM-001");
    stage
        .press("<End>")
        .sees("▸VM-002")
        .sees("Trùng với VM-001");
    let why = "VM-002 đã gộp vào VM-001: ghi vào VM-001, hoặc Delete để tách ra.";
    for keys in [":", "<C-t>", "<C-d>", "<C-e>", "<C-g>", "<C-k>"] {
        stage.press(keys).sees(why);
    }
    stage
        .press("<Enter>")
        .sees("TRÙNG VỚI")
        .press("<End><Enter>");
    stage.sees("VM-001 · ○ mới nêu").press("<Esc><End><Del>");
    stage.sees("Tách VM-002 ra: tiếp nhận");
    stage.press("<Del>").sees("không có gì để tách ra");
}

#[test]
fn an_answer_has_a_day_an_author_and_a_document() {
    let mut stage = practice();
    stage.press("<C-d>Ban Tổ chức Thành ủy<Enter>");
    stage.sees("VM-001: giao Ban Tổ chức Thành ủy");
    stage
        .press(":Còn 30 ngày<Enter>")
        .sees("Ban Tổ chức Thành ủy");
    stage.press("<Enter><C-u>6/6/2023<Enter>12-CV/BTCTU<Enter>");
    stage.sees("Ngày trả lời 06/6/2023 trước ngày nêu vướng mắc (07/6/2023).");
    stage
        .press("<C-u>12/7/2023<Enter><Enter>")
        .sees("12/7/2023 chưa đến.");
    stage
        .press("<C-u>hôm kia<Enter><Enter>")
        .sees("«hôm kia» không phải ngày");
    stage
        .press("<C-u>10/6/2023<Enter><Enter>")
        .sees("VM-001: đã trả lời");
    stage
        .press("<Enter>")
        .sees("10/6/2023  Ban Tổ chức Thành ủy · 12-CV/BTCTU · Còn 30 ngày");
    // It can be corrected, and taken out again.
    stage.press("<Down><Enter>").sees("SỬA TRẢ LỜI VM-001");
    stage.press("<C-u>Còn 20 ngày<Enter><Enter><Enter><Enter>");
    stage
        .sees("Sửa trả lời của VM-001")
        .sees("10/6/2023")
        .sees("Còn 20 ngày");
    stage
        .press("<Del>")
        .sees("Xóa trả lời của VM-001")
        .sees("○ mới nêu");
    stage.press("<C-z>").sees("● đã trả lời");
}

#[test]
fn an_answer_of_a_meeting_is_shown_whole_and_changed_there() {
    let mut stage = Stage::new();
    stage.press("<F4><C-n>! #4 @Tam Phú Thiếu phòng<Enter>: VM-001 Sẽ bố trí<Enter>");
    stage
        .press("<F5><Enter>")
        .sees("Sẽ bố trí")
        .press("<Down><Del>");
    stage.sees("Câu trả lời này là ghi chép của hội nghị");
    stage.press("<Enter>").sees("DIỄN BIẾN").sees("▸");
    stage.press("<F5>").sees("TRẢ LỜI").press("<Home><Del>");
    stage.sees("Lời nêu giữ nguyên ở hội nghị");
    stage.press("<Enter>").sees("DIỄN BIẾN");
}

/// What was on its way when it was answered is on its way again once its only answer is taken back.
#[test]
fn an_escalated_issue_stays_escalated_without_its_answer() {
    let mut stage = with_issues();
    stage.press("<C-t>6Ban Thường vụ Thành ủy<Enter>");
    stage.sees("↑ chuyển cấp trên");
    stage.press(":Đang chờ trên<Enter><Enter><Enter><Enter>");
    stage.sees("● đã trả lời");
    stage.press("<Enter><Down><Del>");
    stage
        .sees("Xóa trả lời của VM-001")
        .sees("↑ chuyển cấp trên")
        .misses("● đã trả lời");
    stage.press("<C-z>").sees("● đã trả lời");
    // An answer that was said at the meeting is taken back on the desk.
    stage.press("<Del><F4>: VM-001 Đã có văn bản<Enter><F5>");
    stage.sees("● đã trả lời");
    stage.press("<F4><Tab><Del><F5>").sees("↑ chuyển cấp trên");
    // What was settled stays settled, whatever becomes of its answer.
    stage.press("<F4>: VM-001 Đã có văn bản<Enter><F5><Esc><C-t>5");
    stage.sees("✓ đã giải quyết");
    stage.press("<F4><Tab><Del><F5>").sees("✓ đã giải quyết");
}

#[test]
fn a_state_that_needs_more_asks_for_it() {
    let mut stage = with_issues();
    stage.press("<C-t>4").sees("TRẢ LỜI VM-001").press("<Esc>");
    stage.press("<C-t>6").sees("CHUYỂN CẤP TRÊN VM-001");
    stage.press("<Enter>").sees("Cần có: Chuyển đến.");
    stage.press("Ban Thường vụ Thành ủy<Enter>");
    stage
        .sees("VM-001: chuyển Ban Thường vụ Thành ủy")
        .sees("↑ chuyển cấp trên");
    stage
        .press("<Enter>")
        .sees("Cơ quan giải quyết: Ban Thường vụ Thành ủy");
    stage.press("<C-z>").sees("Chưa rõ cơ quan giải quyết");
}

#[test]
fn an_action_resolves_an_issue_and_offers_to_settle_it() {
    let mut stage = with_issues();
    stage.press("<F4>> #4 @Linh Trung ^31/8 Bố trí phòng họp<Enter>");
    stage.press("> #5 @Cát Lái ^31/8 Lập danh sách<Enter>");
    stage
        .press("<F5><Home><C-k>")
        .sees("NHIỆM VỤ NÀO GIẢI QUYẾT?");
    stage
        .press("bo tri<Enter>")
        .sees("NV-001 giải quyết VM-001");
    stage.press("<Down><C-k>nv1<Enter>");
    stage.sees("NV-001 đang giải quyết VM-001: bỏ liên kết ở VM-001 trước.");
    stage
        .press("<Esc><Home><Enter>")
        .sees("NV-001 0/1 · hạn 31/8/2023");
    // From the issue to its action, and there it is done.
    stage.press("<Down><Enter>").sees("Linh Trung").press("34");
    stage.press("<F5>").sees("Nhiệm vụ giải quyết đã xong hết");
    stage.press("<Esc>").sees("✓ nhiệm vụ đã xong hết");
    stage
        .press("<C-t>")
        .sees("▸ 5 đã giải quyết")
        .press("<Enter>");
    stage
        .sees("VM-001: đã giải quyết")
        .misses("nhiệm vụ đã xong hết");
    stage
        .press("<Enter><Down><Del>")
        .sees("NV-001 không còn giải quyết VM-001");
    stage
        .sees("chưa có nhiệm vụ nào")
        .press("<C-z>")
        .sees("NV-001 ✓1/1");
}

#[test]
fn the_log_keeps_its_place_when_a_line_of_it_is_looked_up() {
    let mut stage = practice();
    stage
        .press("<Enter><Enter>")
        .sees("DIỄN BIẾN")
        .sees("VM-001 ND1");
    stage
        .press("<F5>")
        .sees("VM-001 · ○ mới nêu")
        .press("<Esc>");
    stage.sees("▸VM-001");
}

#[test]
fn an_issue_that_an_action_resolves_is_not_deleted_under_it() {
    let mut stage = with_issues();
    stage.press("<F4>> #4 @Linh Trung ^31/8 Bố trí phòng họp<Enter>");
    stage
        .press("<F5><Home><C-k><Enter>")
        .sees("NV-001 giải quyết VM-001");
    stage
        .press("<F4><Tab><Up><Up><Up><Del>")
        .sees("còn được nhắc đến");
    stage.press("<F5>").sees("VM-001");
}

/// The cards of every issue of a book, as the log orders them.
pub(crate) fn cards(store: &Store) -> Vec<IssueCard> {
    let all = giaoban::meeting::page::Part { from: 0, most: 99 };
    let log = store.issues(&IssueQuery::default(), all).unwrap();
    let cards = log
        .page
        .lines
        .iter()
        .map(|line| store.issue_card(line.issue.id));
    cards.map(|card| card.unwrap().unwrap()).collect()
}

#[test]
fn the_annex_is_the_log_as_it_is_shown_and_the_same_twice() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("phu-luc.md");
    let mut stage = with_issues();
    stage.press("<End><C-g>phong<Enter>");
    stage.press("<Home><C-d>Ban Tổ chức | Thành ủy<Enter>");
    stage.press("<Down>:Theo quy định<Enter><Enter><Enter>12-CV/BTCTU<Enter>");
    stage
        .press("<C-s>")
        .sees("phu-luc-vuong-mac-2023-07-11.docx");
    stage
        .press("<C-u>phu-luc.odt<Enter>")
        .sees("Tên tệp kết thúc bằng .docx, .pdf, .md hoặc .txt.");
    stage
        .press(&format!("<C-u>{}<Enter>", file.display()))
        .sees("Đã xuất");
    let written = fs::read_to_string(&file).unwrap();
    let golden = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/issues_annex.md"
    );
    assert_eq!(written, fs::read_to_string(golden).unwrap());
    stage
        .press("<C-s>")
        .press(&format!("<C-u>{}<Enter>", file.display()));
    stage.sees("Đã có tệp").press("<Esc><Esc>");
    // What is filtered out is not handed out.
    let few = folder.path().join("it.txt");
    stage
        .press("<C-l>tam phú<Enter><C-u>")
        .press("<C-l><C-u>@tam phú<Enter><C-s>");
    stage
        .press(&format!("<C-u>{}<Enter>", few.display()))
        .sees("Đã xuất");
    let written = fs::read_to_string(few).unwrap();
    assert!(
        written.contains("VM-001") && !written.contains("VM-002"),
        "{written}"
    );
    assert!(
        written.contains("trong các vướng mắc được chọn: tổng số 01;"),
        "{written}"
    );
    // A filter that keeps nothing does not say that the book has nothing.
    let none = folder.path().join("khong.md");
    stage.press("<C-l><C-u>@linh trung<Enter><C-s>");
    stage
        .press(&format!("<C-u>{}<Enter>", none.display()))
        .sees("Đã xuất");
    let written = fs::read_to_string(none).unwrap();
    assert!(written.contains("trong phần được chọn."), "{written}");
}

#[test]
fn the_same_issues_are_the_same_bytes_and_sample_data_says_so() {
    let now = morning();
    let mut store = Store::in_memory(now).unwrap();
    giaoban::cli::demo::fill(&mut store, now).unwrap();
    let day = now.date_naive();
    let document = paper::annex(&cards(&store), day, &Phrases::default());
    let again = paper::annex(&cards(&store), day, &Phrases::default());
    assert_eq!(docx::docx(&document).unwrap(), docx::docx(&again).unwrap());
    assert!(markdown::markdown(&document).contains("DỮ LIỆU MẪU"));
    let none = markdown::markdown(&paper::annex(&[], day, &Phrases::default()));
    assert!(none.contains("không có vướng mắc, kiến nghị."), "{none}");
}

#[test]
fn both_languages_and_an_empty_log_say_what_to_do() {
    let mut stage = Stage::demo((120, 36), Lang::En);
    stage
        .press("<F5>")
        .sees("Competent body")
        .sees("3 waiting · 4 in all");
    stage
        .press("<Enter>")
        .sees("RAISED BY · units 1 · meetings 1");
    let mut stage = Stage::new();
    stage.press("<F5>").sees("Chưa có vướng mắc nào");
    for keys in ["<Enter>", ":", "<C-t>", "<C-g>", "<C-k>", "<Del>"] {
        stage.press(keys).sees("Không có gì ở đây");
    }
}

#[test]
fn the_filter_of_issues_knows_their_states() {
    let day = NaiveDate::from_ymd_opt(2023, 7, 11).unwrap();
    let read = |line: &str| parse(line, Subject::Issues, &Lexicon::default(), day);
    let reading = read("chua tra loi chuyển cấp trên phòng");
    assert_eq!(reading.filter.words, ["phòng"]);
    assert!(reading.filter.issues.contains(&IssueState::Escalated));
    assert!(!reading.filter.issues.contains(&IssueState::Answered));
    assert_eq!(
        read("tháng 6").filter.days.and_then(|days| days.from),
        NaiveDate::from_ymd_opt(2023, 6, 1)
    );
    assert_eq!(
        read("đã trả lờii").perhaps.map(|(_, meant)| meant),
        Some("đã trả lời")
    );
    assert!(matches!(read("#9").mistake.unwrap().wrong, Wrong::Area(_)));
    // The words of the register are only words here.
    assert_eq!(read("quá hạn").filter.words, ["quá", "hạn"]);
}

/// An issue that was raised so many days after the first.
fn issue(number: i64, days: i64, state: IssueState) -> Issue {
    let noon = DateTime::UNIX_EPOCH.fixed_offset();
    Issue {
        id: Id::of(number),
        meeting: Id::of(1),
        number,
        text: format!("việc {number}"),
        focus: None,
        state,
        competent: None,
        duplicate_of: None,
        at: noon + TimeDelta::days(days),
        state_before: None,
    }
}

fn follow(issues: &mut [Issue], changes: &[Change]) {
    for change in changes {
        if let Some(Record::Issue(row)) = change.after() {
            for issue in issues.iter_mut().filter(|issue| issue.id == row.id) {
                issue.clone_from(row);
            }
        }
    }
}

fn states() -> impl Strategy<Value = IssueState> {
    let alive = IssueState::ALL
        .iter()
        .filter(|state| **state != IssueState::Duplicate);
    prop::sample::select(alive.copied().collect::<Vec<_>>())
}

proptest! {
    /// Whatever is merged and parted, in whatever order: nobody is merged into itself, over however many others,
    /// the one that lives on was raised first, and parting takes a merger back whole.
    #[test]
    fn merging_never_runs_in_circles_and_parting_takes_it_back(
        days in prop::collection::vec((0_i64..5, states()), 2..7),
        steps in prop::collection::vec((0_usize..7, 0_usize..7, any::<bool>()), 0..40),
    ) {
        let mut issues: Vec<Issue> = (1..)
            .zip(days)
            .map(|(number, (day, state))| issue(number, day, state))
            .collect();
        for (one, other, is_merger) in steps {
            let (one, other) = (one % issues.len(), other % issues.len());
            if !is_merger {
                let parted = part(&issues[one]).unwrap_or_default();
                follow(&mut issues, &parted);
                continue;
            }
            let before = issues.clone();
            let Ok(merger) = merge(&issues[one], &issues[other]) else {
                continue;
            };
            follow(&mut issues, &merger.changes);
            let gone = issues.iter().find(|issue| issue.number == merger.gone);
            let mut again = issues.clone();
            follow(&mut again, &gone.map(|gone| part(gone).unwrap_or_default()).unwrap_or_default());
            prop_assert_eq!(again, before);
        }
        for issue in &issues {
            let (mut at, mut steps) = (issue, 0);
            while let Some(next) = at.duplicate_of.and_then(|id| issues.iter().find(|next| next.id == id)) {
                prop_assert!((next.at, next.number) < (at.at, at.number));
                at = next;
                steps += 1;
                prop_assert!(steps <= issues.len());
            }
            prop_assert_eq!(issue.state == IssueState::Duplicate, issue.duplicate_of.is_some());
        }
    }
}

#[test]
fn an_issue_is_not_merged_into_itself_nor_into_one_that_is_merged() {
    let one = issue(1, 0, IssueState::Raised);
    let mut other = issue(2, 1, IssueState::Accepted);
    assert_eq!(merge(&one, &one).err(), Some(IssueRefusal::Itself));
    other.duplicate_of = Some(one.id);
    assert_eq!(
        merge(&one, &other).err(),
        Some(IssueRefusal::Merged(2, None))
    );
    assert_eq!(part(&one).err(), Some(IssueRefusal::NotMerged));
}

/// On the desk, too, the line says before and after which issue it really closes.
#[test]
fn a_line_for_a_merged_issue_goes_to_the_other() {
    let mut stage = with_issues();
    stage.press("<Down><C-t>2").press("<C-g>phong<Enter>");
    stage.sees("Gộp VM-002 vào VM-001");
    stage
        .press("<Esc><F4>: Đã bố trí VM-002")
        .sees("giải đáp · → VM-001");
    stage.press("<Enter>").sees("✓ Ghi giải đáp → VM-001");
}

/// Rows that are free below a list hold what is told of the selected line, whole; where there are none, `…` says so.
#[test]
fn what_is_told_below_a_list_is_whole_where_rows_are_free() {
    let long = "Một số chi bộ khu phố sau khi sắp xếp có quá đông đảng viên, nơi sinh hoạt chật, bí thư chi bộ tuổi \
        cao, phụ cấp thấp nên khó tìm người thay, đề nghị Thành ủy có hướng dẫn về số lượng đảng viên của một chi bộ và \
        kinh phí thuê nơi sinh hoạt hết";
    let answer = "Ban Tổ chức đã có Hướng dẫn số 12, các chi bộ trên ba mươi đảng viên lập tổ đảng, nơi sinh hoạt do \
        phường bố trí tại trụ sở khu phố hoặc nhà văn hóa, kinh phí chi theo Quyết định 99 của Trung ương xong";
    let flat = |stage: &Stage| {
        let text = stage.text();
        let lines = text
            .lines()
            .map(|line| line.trim_matches(['"', ' ', '▸']).trim());
        lines
            .collect::<Vec<_>>()
            .join(" ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    for (columns, rows) in [(60, 24), (80, 20), (80, 24), (120, 36), (200, 50)] {
        let mut stage = Stage::sized(columns, rows);
        stage.press("<F4><C-n>@thảo<Enter>");
        stage.press(&format!("! #4 {long}<Enter>: VM-001 {answer}<Enter>"));
        stage.press(&format!("> #4 @thảo ^30/9 {long}<Enter>"));
        // On the desk the newest line is whole.
        if columns >= 80 {
            assert!(flat(&stage).contains("hết"), "{}", stage.text());
        }
        for keys in ["<F5>", "<Enter>", "<Esc><F6>", "<Enter>"] {
            stage.press(keys);
            let text = flat(&stage);
            let is_whole = text.contains(&long.split_whitespace().collect::<Vec<_>>().join(" "));
            assert!(is_whole, "{keys} at {columns}x{rows}:\n{}", stage.text());
        }
        stage.press("<Esc><F5>");
        assert!(
            flat(&stage).contains("Trung ương xong"),
            "{columns}x{rows}:\n{}",
            stage.text()
        );
    }
}
