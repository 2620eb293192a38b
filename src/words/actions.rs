//! The words of the register: its filter, its lines, the card of an action, reports, and the guided review.

use chrono::NaiveDate;

use super::{Lang, Words};
use crate::meeting::actions::lacks_deadline;
use crate::meeting::actions::register::{GroupKey, Grouping, Order};
use crate::meeting::actions::report::{RemovalRefusal, ReportRefusal};
use crate::meeting::actions::{Parts, Standing};
use crate::meeting::code::AssignmentState;
use crate::meeting::filter::Wrong;
use crate::meeting::issues;
use crate::meeting::review::{Reason, Step, step};
use crate::meeting::rows::Extension;
use crate::text::dates::short_date;
use crate::text::fold::fold;

super::phrases! {
    filter_label = "Lọc: ", "Filter: ";
    filter_hint = "@đơn vị  #trọng tâm  quá hạn  chờ xác nhận  tháng này  theo dõi:tên  hoặc chữ", "@unit  #area  overdue  to be accepted  this month  officer:name  or words";
    search_filter_hint = "@đơn vị  #trọng tâm  loại:vướng mắc  hội nghị:2023-07  từ:1/7/2023  đến:…", "@unit  #area  kind:difficulty  meeting:2023-07  from:1/7/2023  to:…";
    filter_offer(choices: &str) = "Tab: {choices}", "Tab: {choices}";
    filter_no_unit(typed: &str) = "«{typed}»: không có đơn vị nào tên như vậy.", "«{typed}»: no unit is called so.";
    filter_near_unit(typed: &str, near: &str) = "«{typed}»: không có đơn vị nào tên như vậy; có phải {near}?", "«{typed}»: no unit is called so; {near}?";
    filter_no_officer(typed: &str) = "«{typed}»: chưa ghi ai theo dõi nhiệm vụ nào (F6, Ctrl-D).", "«{typed}»: nobody is noted as following up an action (F6, Ctrl-D).";
    filter_near_officer(typed: &str, known: &str) = "«{typed}»: không có ai theo dõi tên như vậy; có {known}.", "«{typed}»: nobody who follows up is called so; there are {known}.";
    filter_as_words(words: &str) = "tìm như chữ: {words}", "looked for as words: {words}";
    filter_no_area(typed: &str, numbers: &str) = "«{typed}»: không có nội dung trọng tâm này; có {numbers}.", "«{typed}»: no such focus area; there are {numbers}.";
    filter_no_days(typed: &str) = "«{typed}»: không phải ngày, tháng hay năm; viết 11/7/2023, 2023-07, 2023.", "«{typed}»: no day, month or year; write 11/7/2023, 2023-07, 2023.";
    filter_no_kind(typed: &str) = "«{typed}»: không có loại này; như vướng mắc, giải đáp, kết luận, nhiệm vụ.", "«{typed}»: no such kind; say difficulty, answer, conclusion, action.";
    filter_no_key(typed: &str) = "«{typed}»: không lọc được theo từ này.", "«{typed}»: nothing can be chosen by this.";
    filter_near_key(typed: &str, near: &str) = "«{typed}»: không lọc được theo từ này; có phải «{near}:»?", "«{typed}»: nothing can be chosen by this; «{near}:»?";
    filter_perhaps(typed: &str, meant: &str) = "«{typed}» được tìm như chữ; có phải «{meant}»?", "«{typed}» was looked for as words; «{meant}»?";

    actions_counted(n: usize) = "{n} nhiệm vụ", "actions: {n}";
    tally_of_parts(parts: &str) = "phần việc: {parts}", "parts: {parts}";
    tally_in_signs(parts: &str) = "phần việc {parts}", "parts {parts}";
    register_marked(n: usize) = "đã chọn {n}", "{n} selected";
    group_meeting(day: &str, title: &str) = "{day} {title}", "{day} {title}";
    group_month(month: u32, year: i32) = "Hạn tháng {month}/{year}", "Due {month}/{year}";
    group_no_deadline = "Không có ngày hạn", "No day of a deadline";
    group_by_none = "Không nhóm", "No groups";
    group_by_meeting = "Nhóm theo hội nghị", "By meeting";
    group_by_focus = "Nhóm theo trọng tâm", "By focus area";
    group_by_unit = "Nhóm theo đơn vị", "By unit";
    group_by_standing = "Nhóm theo tình trạng", "By state";
    group_by_deadline = "Nhóm theo hạn", "By deadline";
    order_deadline = "Xếp: hạn gần trước", "Order: nearest deadline first";
    order_newest = "Xếp: mới giao trước", "Order: newest first";
    order_progress = "Xếp: làm ít nhất trước", "Order: least done first";
    order_silence = "Xếp: lâu chưa báo cáo trước", "Order: longest silence first";
    stands_overdue = "quá hạn", "overdue";
    stands_due_soon = "sắp đến hạn", "due soon";
    stands_reported = "chờ xác nhận", "to be accepted";
    stands_open = "trong hạn", "in time";
    stands_paused = "tạm dừng", "paused";
    stands_done = "hoàn thành", "done";
    stands_off = "không còn phần việc nào", "no part left";
    column_meeting = "Hội nghị", "Meeting";
    column_heard = "Báo cáo", "Reported";
    column_percent = "%", "%";
    column_result = "Kết quả, văn bản", "Result, document";
    done_late(days: i64) = "trễ {days} ngày", "{days} days late";
    ladder_remind = "cần nhắc", "remind";
    ladder_explain = "yêu cầu giải trình", "ask to explain";
    ladder_escalate = "đề nghị báo cáo cấp trên", "tell the superior";
    ladder_many(step: &str) = "đã qua 3 kỳ trở lên: {step}", "3 meetings or more since: {step}";
    ladder(step: &str, meetings: usize) = "đã qua {meetings} kỳ giao ban: {step}", "{meetings} meetings since: {step}";
    card_from(meeting: &str, day: &str) = "Từ {meeting} ({day})", "From {meeting} ({day})";
    card_item(item: &str) = "mục «{item}»", "item «{item}»";
    card_issue(code: &str, text: &str) = "Giải quyết {code}: {text}", "Resolves {code}: {text}";
    card_conclusion(text: &str) = "Theo kết luận: {text}", "Carries out: {text}";
    card_deliverable(text: &str) = "Sản phẩm: {text}", "Deliverable: {text}";
    card_no_deliverable = "chưa ghi sản phẩm (Ctrl-D)", "no deliverable yet (Ctrl-D)";
    card_officer(name: &str) = "theo dõi: {name}", "followed up by {name}";
    card_supports(names: &str) = "phối hợp: {names}", "with {names}";
    card_deadline(day: &str) = "Hạn đầu {day}", "First deadline {day}";
    due_said(day: &str, said: &str) = "{day} ({said})", "{day} ({said})";
    due_without_day(said: &str) = "{said} (chưa có ngày)", "{said} (no day yet)";
    card_no_deadline = "Chưa có hạn (Ctrl-T)", "No deadline yet (Ctrl-T)";
    card_extended(day: &str, reason: &str) = "gia hạn {day} ({reason})", "extended to {day} ({reason})";
    card_extended_for(unit: &str, how: &str) = "{unit} {how}", "{unit} {how}";
    card_extended_by(day: &str, reason: &str, whom: &str) = "gia hạn {day} ({reason}; {whom} cho phép)", "extended to {day} ({reason}; allowed by {whom})";
    card_handed_to(unit: &str) = "chuyển {unit}", "to {unit}";
    card_done(day: &str) = "xong {day}", "done {day}";
    report_accepted_by(day: &str, whom: &str, text: &str) = "{whom} xác nhận hoàn thành {day}: {text}", "Accepted by {whom} {day}: {text}";
    report_accepted(day: &str, text: &str) = "Xác nhận hoàn thành {day}: {text}", "Accepted {day}: {text}";
    report_last(day: &str, text: &str) = "Báo cáo {day}: {text}", "Report of {day}: {text}";
    report_none = "Chưa có báo cáo nào.", "Nothing reported yet.";
    report_difficulty(text: &str) = "khó khăn: {text}", "difficulty: {text}";
    report_evidence(text: &str) = "văn bản {text}", "document {text}";
    parts_count(n: usize) = "{n} phần việc", "{n} parts";

    review_title(place: usize, total: usize, seen: usize, skipped: usize) = "RÀ SOÁT {place}/{total} · đã xem {seen} · bỏ qua {skipped}", "REVIEW {place} of {total} · {seen} seen · {skipped} skipped";
    review_nothing = "Không có nhiệm vụ nào cần xem. Ctrl-N: tìm lại.", "Nothing needs a look. Ctrl-N looks again.";
    review_over(seen: usize) = "Hết lượt: đã xem {seen} nhiệm vụ. Ctrl-N: lượt mới.", "The round is over: {seen} seen. Ctrl-N begins a new one.";
    review_over_but(seen: usize, left: usize) = "Hết lượt: đã xem {seen}, bỏ qua {left} (chưa coi là đã rà soát). Enter: xem lại những việc bỏ qua. Ctrl-N: lượt mới.", "The round is over: {seen} seen, {left} skipped, which are not reviewed. Enter: look at those. Ctrl-N: a new round.";
    review_well = "không còn gì cần xem", "nothing left to look at";
    reason_to_accept(n: usize) = "{n} phần chờ xác nhận", "{n} parts to be accepted";
    reason_silent(days: i64) = "{days} ngày chưa báo cáo", "no word for {days} days";
    reason_no_deadline = "chưa có hạn", "no deadline";
    reason_no_deliverable = "chưa ghi sản phẩm", "no deliverable";
    looked(day: &str) = "xem lần trước {day}", "last seen {day}";
    looked_noted(day: &str, note: &str) = "xem lần trước {day}: {note}", "last seen {day}: {note}";
    told_reviewed(code: &str) = "Đã rà soát {code}", "Reviewed {code}";
    form_look(code: &str) = "RÀ SOÁT {code}", "REVIEW OF {code}";
    field_look = "Việc đã làm", "What was done";

    form_report(what: &str) = "BÁO CÁO · {what}", "REPORT · {what}";
    form_deadline(code: &str) = "HẠN CỦA {code}", "DEADLINE OF {code}";
    form_action_details(code: &str) = "CHI TIẾT {code}", "DETAILS OF {code}";
    form_save_filter = "LƯU BỘ LỌC", "SAVE THE FILTER";
    form_export_actions = "XUẤT NHIỆM VỤ (.xlsx .csv .json .ics .md .txt)", "EXPORT ACTIONS (.xlsx .csv .json .ics .md .txt)";
    form_import_progress = "ĐỌC LẠI BÁO CÁO TIẾN ĐỘ (XLSX, CSV)", "READ PROGRESS BACK (XLSX, CSV)";
    field_state = "Tình trạng", "State";
    field_percent = "Đã làm (%)", "Done (%)";
    field_result = "Kết quả", "Result";
    field_difficulty = "Khó khăn", "Difficulty";
    field_evidence = "Văn bản (số, ngày)", "Document (no., date)";
    field_deadline = "Hạn", "Deadline";
    field_done_on = "Ngày xong", "Done on";
    field_accepted_by = "Người xác nhận", "Accepted by";
    field_granted = "Ngày cho phép", "Allowed on";
    field_grant_document = "Văn bản cho phép", "Allowed in document";
    why_not_accepted = "Chỉ ghi người xác nhận khi tình trạng là hoàn thành.", "Who accepted it is said only of what is done.";
    why_granted_in_future(day: &str) = "{day} chưa đến: ngày cho phép không thể ở sau hôm nay.", "{day} is yet to come: nothing is allowed after today.";
    why_granted_before_given(day: &str) = "Nhiệm vụ giao ngày {day}; ngày cho phép không thể ở trước ngày đó.", "The action was given on {day}; an extension cannot be allowed before.";
    why_not_later_of(unit: &str, day: &str) = "Hạn mới phải sau hạn đang có của {unit} ({day}).", "The new deadline must be after the one of {unit} in force ({day}).";
    why_finished_before(unit: &str, day: &str) = "{unit} đã xong ngày {day}, trước ngày cho phép, nên hạn giữ nguyên.", "{unit} was done on {day}, before the extension was allowed, so its deadline stays.";
    why_not_owed(unit: &str) = "{unit} không còn phải làm việc này nên không gia hạn.", "{unit} does not owe this any more, so there is nothing to extend.";
    form_correct_extension(code: &str) = "SỬA GIA HẠN {code}", "CORRECT THE EXTENSION OF {code}";
    form_withdraw_extension(code: &str) = "RÚT GIA HẠN {code}", "TAKE THE EXTENSION OF {code} BACK";
    extends_all(n: usize) = "Cho mọi đơn vị còn phải làm: {n}. Đơn vị đã xong giữ hạn của ngày xong.", "For all who still owe: {n}. Who is done keeps the deadline of that day.";
    due_now(day: &str) = "Hạn đang có: {day}", "Deadline in force: {day}";
    choose_extend_whom = "GIA HẠN CHO AI", "EXTEND FOR WHOM";
    choose_extension = "CÁC LẦN GIA HẠN", "EXTENSIONS";
    option_extend_unit(unit: &str) = "Chỉ {unit}", "{unit} alone";
    option_extend_all(n: usize) = "Mọi đơn vị còn phải làm ({n})", "All who still owe ({n})";
    option_correct_extension(what: &str) = "Sửa: {what}", "Correct: {what}";
    option_withdraw_extension(what: &str) = "Rút: {what}", "Take back: {what}";
    granted_on(day: &str) = "cho phép ngày {day}", "allowed on {day}";
    withdrawn_because(day: &str, why: &str) = "đã rút ngày {day}: {why}", "taken back on {day}: {why}";
    withdrawn_on(day: &str) = "đã rút ngày {day}", "taken back on {day}";
    corrected_on(day: &str) = "đã sửa ngày {day}", "corrected on {day}";
    no_extensions = "Chưa gia hạn lần nào.", "Never extended.";
    told_extension_corrected(code: &str, day: &str) = "Sửa gia hạn {code}: đến {day}", "Corrected the extension of {code}: to {day}";
    told_extension_withdrawn(code: &str, day: &str) = "Rút gia hạn {code} đến {day}", "Took back the extension of {code} to {day}";
    choose_year = "NĂM NÀO?", "WHICH YEAR?";
    choose_sure = "NGÀY NÀY ĐÚNG CHƯA?", "IS THIS DAY RIGHT?";
    option_far(day: &str) = "Đúng, ngày {day}", "Yes, {day}";
    option_before_given(day: &str, given: &str) = "Đúng, xong ngày {day}, trước ngày giao {given}", "Yes, done on {day}, before it was given on {given}";
    days_ago(days: i64) = "đã qua {days} ngày", "{days} days ago";
    days_ahead(days: i64) = "còn {days} ngày", "in {days} days";
    field_filter = "Bộ lọc", "Filter";
    field_officer = "Chuyên viên theo dõi", "Followed up by";
    field_supports = "Đơn vị phối hợp", "Supporting units";
    field_filter_name = "Tên bộ lọc", "Name of the filter";
    choose_grouping = "NHÓM VÀ XẾP", "GROUPS AND ORDER";
    choose_saved_filter = "BỘ LỌC ĐÃ LƯU", "SAVED FILTERS";
    choose_hand_over = "CHUYỂN CHO ĐƠN VỊ", "HAND OVER TO";
    option_save_filter = "Lưu bộ lọc đang dùng…", "Save this filter…";
    option_no_filter = "Tất cả nhiệm vụ", "All actions";
    option_forget_filter(name: &str) = "Bỏ «{name}»", "Forget «{name}»";

    told_reported(what: &str, state: &str) = "{what}: {state}", "{what}: {state}";
    told_reported_but(what: &str, state: &str, left: usize) = "{what}: {state}; bỏ qua {left} phần chưa báo cáo hoặc đã chuyển", "{what}: {state}; {left} not reported or handed over were left out";
    told_action_details(code: &str) = "Sửa chi tiết {code}", "Changed the details of {code}";
    told_first_deadline(code: &str, day: &str) = "Hạn của {code}: {day}", "Deadline of {code}: {day}";
    told_action_removed(code: &str) = "Xóa {code}", "Deleted {code}";
    told_filter_saved(name: &str) = "Lưu bộ lọc {name}", "Saved the filter {name}";
    told_filter_forgotten(name: &str) = "Bỏ bộ lọc {name}", "Forgot the filter {name}";
    told_handed_over(from: &str, to: &str) = "Chuyển phần việc của {from} cho {to}", "Handed over from {from} to {to}";
    why_not_reported(unit: &str) = "{unit} chưa báo cáo nên chưa xác nhận hoàn thành được: bấm 3 trước, rồi 4.", "{unit} has not reported, so there is nothing to accept: 3 first, then 4.";
    why_so_already(unit: &str) = "{unit}: đã ghi như vậy rồi.", "{unit} stands so already.";
    why_accepted(unit: &str) = "{unit}: đã xác nhận hoàn thành; mở lại bằng Ctrl-R.", "{unit} was accepted; Ctrl-R opens it again.";
    why_accepted_on(unit: &str, day: &str) = "{unit}: đã xác nhận hoàn thành, xong {day}; mở lại bằng Ctrl-R.", "{unit} was accepted, done {day}; Ctrl-R opens it again.";
    why_none_changes = "Các phần đã chọn không có gì để ghi như vậy.", "Nothing selected can be marked so.";
    why_nobody_found(typed: &str) = "Không có đơn vị nào khớp «{typed}»; Esc: hủy tìm.", "No unit answers «{typed}»; Esc gives up.";
    why_percent_state(percent: i64, state: &str) = "{percent}% không hợp với «{state}»: hoàn thành là 100, chưa thực hiện là 0.", "{percent}% does not fit «{state}»: done is 100, not started is 0.";
    told_selected_of(n: usize, total: usize) = "đã chọn {n} trong {total} phần việc chưa xong", "{n} of {total} open parts selected";
    why_handed_over(unit: &str) = "Phần việc của {unit} đã chuyển cho đơn vị khác; ghi vào phần của đơn vị ấy.", "The part of {unit} was handed over; mark the part of the unit that took it.";
    why_none_reported = "Chưa phần việc nào được báo cáo: bấm 3 trước, rồi 4 để xác nhận.", "Nothing was reported, so there is nothing to accept: 3 first, then 4.";
    why_before_first(day: &str, first: &str) = "{day} không sau hạn đầu {first}; hạn đầu giữ nguyên, chỉ gia hạn về sau.", "{day} is not after the first deadline {first}, which stands; it can only be extended.";
    why_reported_on(code: &str, n: usize) = "{code} đã có báo cáo của {n} đơn vị nên không xóa; hủy từng phần việc bằng 7.", "{n} units have reported on {code}, so it stays; cancel its parts with 7.";
    why_extended_before(code: &str) = "{code} đã được gia hạn nên không xóa; hủy từng phần việc bằng 7.", "{code} was extended, so it stays; cancel its parts with 7.";
    why_resolves(code: &str, issue: &str) = "{code} đang giải quyết {issue} nên không xóa; bỏ liên kết ở F5 trước.", "{code} resolves {issue}, so it stays; unlink it on F5 first.";
    why_not_a_state(typed: &str) = "«{typed}» không phải tình trạng; một trong: chưa thực hiện, đang thực hiện, đã báo cáo, hoàn thành, tạm dừng, hủy.", "«{typed}» is no state: not started, in progress, reported, done, paused, cancelled.";
    why_done_in_future(day: &str) = "{day} chưa đến: ngày xong không thể ở sau hôm nay.", "{day} is yet to come: nothing can be done after today.";
    why_not_percent(typed: &str) = "«{typed}» không phải tỷ lệ từ 0 đến 100.", "«{typed}» is no share from 0 to 100.";
    why_pick_a_unit = "Chọn phần việc của một đơn vị trước (Enter).", "Select one unit's part first (Enter).";
    why_no_filter_line = "Chưa gõ bộ lọc nào để lưu.", "No filter was typed to be saved.";
}

impl Words {
    /// Returns why a report is not taken from a unit.
    pub(crate) fn report_refusal(self, refusal: ReportRefusal, unit: &str) -> String {
        match refusal {
            ReportRefusal::NotReported => self.why_not_reported(unit),
            ReportRefusal::HandedOver => self.why_handed_over(unit),
            ReportRefusal::SoAlready => self.why_so_already(unit),
            ReportRefusal::Accepted(None) => self.why_accepted(unit),
            ReportRefusal::Accepted(Some(day)) => self.why_accepted_on(unit, &short_date(day)),
        }
    }

    /// Returns why an action cannot go.
    pub(crate) fn removal_refusal(self, refusal: RemovalRefusal, code: &str) -> String {
        match refusal {
            RemovalRefusal::Reported(units) => self.why_reported_on(code, units),
            RemovalRefusal::Extended => self.why_extended_before(code),
            RemovalRefusal::Resolves(number) => self.why_resolves(code, &issues::code(number)),
        }
    }

    /// Reads the name of a state, in either language, with or without its accents, or as far as it is no other's.
    #[expect(clippy::unused_self, reason = "it is asked for as every other word is")]
    pub(crate) fn read_assignment_state(self, typed: &str) -> Option<AssignmentState> {
        let typed = fold(typed.trim());
        let names = |state: AssignmentState| {
            [Lang::Vi, Lang::En].map(|lang| fold(Self::of(lang).assignment_state(state)))
        };
        let states = AssignmentState::ALL.iter().copied();
        let mut whole = states
            .clone()
            .filter(|state| names(*state).contains(&typed));
        whole.next().or_else(|| {
            let begun =
                |state: &AssignmentState| names(*state).iter().any(|name| name.starts_with(&typed));
            let mut begun = states.filter(begun);
            let only = begun.next().filter(|_| !typed.is_empty())?;
            begun.next().is_none().then_some(only)
        })
    }

    /// Returns the error in a part of a filter, and a suggestion.
    pub(crate) fn filter_mistake(self, typed: &str, wrong: &Wrong) -> String {
        match wrong {
            Wrong::Unit(near) if near.is_empty() => self.filter_no_unit(typed),
            Wrong::Unit(near) => self.filter_near_unit(typed, &near.join(", ")),
            Wrong::Area(numbers) => {
                let numbers: Vec<String> = numbers.iter().map(|n| format!("#{n}")).collect();
                self.filter_no_area(typed, &numbers.join(" "))
            }
            Wrong::Officer(known) if known.is_empty() => self.filter_no_officer(typed),
            Wrong::Officer(known) => self.filter_near_officer(typed, &known.join(", ")),
            Wrong::Days => self.filter_no_days(typed),
            Wrong::Kind => self.filter_no_kind(typed),
            Wrong::Key(None) => self.filter_no_key(typed),
            Wrong::Key(Some(near)) => self.filter_near_key(typed, near),
        }
    }

    /// Returns how something stands.
    pub(crate) fn stands(self, standing: Standing) -> &'static str {
        match standing {
            Standing::Overdue => self.stands_overdue(),
            Standing::DueSoon => self.stands_due_soon(),
            Standing::Reported => self.stands_reported(),
            Standing::Open => self.stands_open(),
            Standing::Paused => self.stands_paused(),
            Standing::Done => self.stands_done(),
            Standing::Off => self.stands_off(),
        }
    }

    /// Returns the heading of a group of the register.
    pub(crate) fn group(self, key: &GroupKey) -> String {
        match key {
            GroupKey::All => String::new(),
            GroupKey::Meeting(_, day, title) => self.group_meeting(&short_date(*day), title),
            GroupKey::Focus(_, number) => self.focus_short(*number),
            GroupKey::Unit(_, name) => name.clone(),
            GroupKey::Standing(standing) => self.stands(*standing).to_uppercase(),
            GroupKey::Deadline(Some((year, month))) => self.group_month(*month, *year),
            GroupKey::Deadline(None) => self.group_no_deadline().to_owned(),
        }
    }

    /// Returns how many lines the register has, and how their open parts stand; in signs where there is little room.
    pub(crate) fn register_tally(
        self,
        (lines, are_parts): (usize, bool),
        open: Parts,
        is_wide: bool,
    ) -> String {
        let counted = self.lines_counted(lines, are_parts);
        if open == Parts::default() {
            return counted;
        }
        let behind = if is_wide {
            self.look_after(open).join(", ")
        } else {
            self.look_after_signs(open)
        };
        let behind = match (are_parts, is_wide) {
            (true, _) => behind,
            (false, true) => self.tally_of_parts(&behind),
            (false, false) => self.tally_in_signs(&behind),
        };
        format!("{counted} · {behind}")
    }

    /// Returns how many lines there are, and of what: actions, or parts of units.
    pub(crate) fn lines_counted(self, lines: usize, are_parts: bool) -> String {
        if are_parts {
            self.parts_count(lines)
        } else {
            self.actions_counted(lines)
        }
    }

    /// Returns the name of a grouping.
    pub(crate) fn grouping(self, grouping: Grouping) -> &'static str {
        match grouping {
            Grouping::None => self.group_by_none(),
            Grouping::Meeting => self.group_by_meeting(),
            Grouping::Focus => self.group_by_focus(),
            Grouping::Unit => self.group_by_unit(),
            Grouping::Standing => self.group_by_standing(),
            Grouping::Deadline => self.group_by_deadline(),
        }
    }

    /// Returns the name of an order.
    pub(crate) fn order(self, order: Order) -> &'static str {
        match order {
            Order::Deadline => self.order_deadline(),
            Order::Newest => self.order_newest(),
            Order::Progress => self.order_progress(),
            Order::Silence => self.order_silence(),
        }
    }

    /// Returns why an action needs a look.
    pub(crate) fn reason(self, reason: Reason) -> String {
        match reason {
            Reason::ToAccept(parts) => self.reason_to_accept(parts),
            Reason::Overdue => self.stands_overdue().to_owned(),
            Reason::Silent(days) => self.reason_silent(days),
            Reason::NoDeadline => self.reason_no_deadline().to_owned(),
            Reason::NoDeliverable => self.reason_no_deliverable().to_owned(),
        }
    }

    /// Returns an extension: for which unit, if not for all, to what day, why, and who allowed it.
    pub(crate) fn extended(self, row: &Extension, unit: Option<&str>) -> String {
        let due = self.due_shown(Some(row.deadline), row.deadline_words.as_deref());
        let day = due.unwrap_or_default();
        let how = match &row.allowed_by {
            Some(whom) => self.card_extended_by(&day, &row.reason, whom),
            None => self.card_extended(&day, &row.reason),
        };
        match unit {
            Some(unit) => self.card_extended_for(unit, &how),
            None => how,
        }
    }

    /// Returns a deadline with the words that it was said in, if there is any of both.
    pub(crate) fn due_shown(self, day: Option<NaiveDate>, said: Option<&str>) -> Option<String> {
        match (day, said) {
            (Some(day), Some(said)) => Some(self.due_said(&short_date(day), said)),
            (Some(day), None) => Some(short_date(day)),
            (None, Some(said)) if !lacks_deadline(day, Some(said)) => Some(said.to_owned()),
            (None, Some(said)) => Some(self.due_without_day(said)),
            (None, None) => None,
        }
    }

    /// Returns the step of the staleness ladder after this number of meetings since the deadline.
    pub(crate) fn ladder_step(self, meetings: usize) -> Option<String> {
        let step = match step(meetings)? {
            Step::Remind => self.ladder_remind(),
            Step::Explain => self.ladder_explain(),
            Step::Escalate => self.ladder_escalate(),
        };
        // More than three are not counted, because they ask for no more.
        Some(match meetings {
            3.. => self.ladder_many(step),
            _ => self.ladder(step, meetings),
        })
    }
}
