//! The words of the focus areas: the map, its trend, and how an area begins, changes and ends.

use crate::meeting::actions::Parts;
use crate::meeting::focus::Sort;
use crate::meeting::focus::edit::AreaRefusal;
use crate::text::dates::short_date;

super::phrases! {
    map_legend = "!quá hạn ●chờ xác nhận ‖tạm dừng ✓xong", "!overdue ●to accept ‖paused ✓done";
    map_none = "Chưa có đơn vị nào để xem; F10 lập danh sách.", "There are no units to show; F10 makes a roster.";
    map_total = "Cộng", "Total";
    map_completion = "HT %", "Done";
    map_reports = "BC %", "Rep.";
    map_completion_row = "Hoàn thành %", "Done %";
    map_reports_row = "Báo cáo %", "Reported %";
    map_formula = "HT = hoàn thành / phần việc · BC = (chờ xác nhận + hoàn thành) / phần việc", "Done = done / parts · Rep. = (to be accepted + done) / parts";
    map_formula_long = "HT = hoàn thành / phần việc · BC = (chờ xác nhận + hoàn thành) / phần việc · phần việc: trừ hủy, đã chuyển", "Done = done / parts · Rep. = (to be accepted + done) / parts · parts: except cancelled or handed over";
    map_others_row(n: usize) = "Ngoài DS ({n})", "Off roster ({n})";
    map_others_column = "Khác", "Other";
    map_retired = "hết", "ended";
    map_others_told = "các trọng tâm không còn áp dụng, không còn việc chưa xong", "areas no longer in force that owe nothing";
    map_all_units = "tất cả đơn vị", "all units";
    map_all_areas = "tất cả trọng tâm", "all areas";
    map_retired_told(day: &str) = "hết hiệu lực sau {day}", "ended on {day}";
    map_future_told(day: &str) = "áp dụng từ {day}", "from {day}";
    sort_roll = "theo danh sách", "by roll";
    sort_overdue = "quá hạn nhiều trước", "most overdue first";
    sort_completion = "hoàn thành thấp trước", "least done first";
    sort_reports = "báo cáo ít trước", "fewest reports first";
    cell_open(open: usize, parts: &str) = "chưa xong {open} ({parts})", "open {open} ({parts})";
    cell_done(done: usize, total: usize) = "hoàn thành {done}/{total}", "done {done}/{total}";
    cell_shares(done: &str, reported: &str) = "HT {done} · BC {reported}", "done {done} · reported {reported}";
    trend_done = "hoàn thành", "done";
    trend_overdue = "quá hạn", "overdue";
    trend_span(from: &str, meetings: usize) = "{from} – nay · {meetings} kỳ", "{from} – today · meetings: {meetings}";
    trend_none = "Chưa có nhiệm vụ nào để xem diễn biến.", "There are no actions to show over time.";

    do_open_cell = "Xem nhiệm vụ", "Show actions";
    do_sort_map = "Xếp lại", "Sort";
    do_trend_other = "Diễn biến theo trọng tâm, đơn vị", "Trend by area or unit";
    do_areas = "Sửa trọng tâm", "Edit areas";
    do_year = "Trang cả năm", "Page of the year";

    choose_areas = "NỘI DUNG TRỌNG TÂM", "FOCUS AREAS";
    choose_area_deed = "LÀM GÌ VỚI TRỌNG TÂM NÀY?", "WHAT ABOUT THIS AREA?";
    choose_behind = "XEM NHIỆM VỤ CỦA", "SHOW THE ACTIONS OF";
    option_new_area = "Thêm trọng tâm mới…", "Add a focus area…";
    option_revise_area = "Đổi số hoặc nội dung từ một ngày…", "Another number or text from a day…";
    option_retire_area = "Ngừng áp dụng sau một ngày…", "End it after a day…";
    option_correct_area = "Sửa câu chữ, số giữ nguyên…", "Correct the wording, not the number…";
    area_since(day: &str) = "từ {day}", "since {day}";
    area_span(from: &str, to: &str) = "{from} – {to}", "{from} – {to}";
    form_new_area = "TRỌNG TÂM MỚI", "NEW FOCUS AREA";
    form_revise_area(n: i64) = "ND{n}: SỐ VÀ NỘI DUNG TỪ MỘT NGÀY", "FA{n}: NUMBER AND TEXT FROM A DAY";
    form_retire_area(n: i64) = "ND{n}: NGÀY CUỐI (để trống: còn áp dụng)", "FA{n}: LAST DAY (empty: still in force)";
    form_correct_area(n: i64) = "ND{n}: SỬA CÂU CHỮ", "FA{n}: CORRECT THE WORDING";
    field_area_number = "Số", "Number";
    field_area_short = "Tên gọn", "Short name (Vietnamese)";
    field_area_short_en = "Tên gọn tiếng Anh (trống: như trên)", "Short name (empty: the same)";
    field_area_full = "Toàn văn (trống: tên gọn)", "Full text, Vietnamese (empty: short)";
    field_area_full_en = "Toàn văn tiếng Anh (trống: như trên)", "Full text (empty: the same)";
    field_area_from = "Áp dụng từ ngày", "In force from";
    field_area_last = "Đến hết ngày", "Last day";

    told_area_added(n: i64) = "Thêm trọng tâm ND{n}", "Added FA{n}";
    told_area_renumbered(old: i64, new: i64, day: &str) = "ND{old} thành ND{new} từ {day}", "FA{old} becomes FA{new} from {day}";
    told_area_revised(n: i64, day: &str) = "Nội dung mới của ND{n} từ {day}", "FA{n} has another text from {day}";
    told_area_retired(n: i64, day: &str) = "ND{n} áp dụng đến hết {day}", "FA{n} is in force until {day}";
    told_area_goes_on(n: i64) = "ND{n} còn áp dụng", "FA{n} stays in force";
    told_area_corrected(n: i64) = "Sửa câu chữ ND{n}", "Corrected the wording of FA{n}";
    why_area_number(typed: &str) = "«{typed}» không phải số trọng tâm: từ 1 đến 99.", "«{typed}» is no number of an area: 1 to 99.";
    why_area_taken(n: i64, day: &str, name: &str) = "Số {n} vào {day} đã là «{name}»; ngừng áp dụng hoặc đổi số ấy trước.", "Number {n} is «{name}» on {day}; end or renumber that one first.";
    why_area_before(day: &str) = "Trọng tâm này áp dụng từ {day}; chọn ngày không sớm hơn.", "This area began on {day}; choose a day not before that.";
    why_area_used(day: &str) = "Hội nghị {day} còn ghi vào trọng tâm này: ngày cuối không sớm hơn {day}.", "The meeting of {day} still wrote under this area; it cannot end before.";
    why_area_used_from(day: &str) = "Hội nghị {day} đã ghi theo số này: đổi từ sau {day}.", "The meeting of {day} wrote under this number; change it from a later day.";
    why_area_overlaps(day: &str) = "Từ {day} trọng tâm này đã có số khác; chọn ngày trước đó.", "From {day} this area has another number; choose an earlier day.";
}

impl super::Words {
    /// Returns the name of an order of the map.
    pub(crate) fn map_sort(self, sort: Sort) -> &'static str {
        match sort {
            Sort::Roll => self.sort_roll(),
            Sort::Overdue => self.sort_overdue(),
            Sort::Completion => self.sort_completion(),
            Sort::Reports => self.sort_reports(),
        }
    }

    /// Returns everything that a count says, in words.
    pub(crate) fn tally(self, tally: Parts) -> String {
        let mut open = self.look_after(tally);
        if tally.in_time > 0 {
            open.push(self.parts_in_time(tally.in_time));
        }
        let open = (!open.is_empty()).then(|| self.cell_open(tally.open(), &open.join(", ")));
        let done = self.cell_done(tally.done, tally.total());
        let share = |part| self.share(part, tally.total());
        let shares = share(tally.done).zip(share(tally.said_done()));
        let shares = shares.map(|(done, reported)| self.cell_shares(&done, &reported));
        let told = [open, Some(done), shares];
        told.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// Returns why a focus area stays as it is; `is_end` where its last day was asked for.
    pub(crate) fn area_refusal(self, refusal: &AreaRefusal, is_end: bool) -> String {
        match refusal {
            AreaRefusal::NumberTaken(area, day) => {
                self.why_area_taken(area.number, &short_date(*day), self.area_name(area))
            }
            AreaRefusal::BeforeItBegan(day) => self.why_area_before(&short_date(*day)),
            AreaRefusal::Used(day) if is_end => self.why_area_used(&short_date(*day)),
            AreaRefusal::Used(day) => self.why_area_used_from(&short_date(*day)),
            AreaRefusal::Overlaps(day) => self.why_area_overlaps(&short_date(*day)),
        }
    }
}
