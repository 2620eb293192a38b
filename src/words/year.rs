//! The words of the page of the year: its rows, its formulas and its sheet.

super::phrases! {
    year_title(year: i32, meetings: usize) = "NĂM {year} · {meetings} hội nghị", "{year} · {meetings} meetings";
    year_units_title(year: i32) = "NĂM {year} THEO ĐƠN VỊ", "{year} BY UNIT";
    year_none = "Năm này chưa họp lần nào.", "No meeting was held in this year.";
    year_month(n: usize) = "T{n}", "M{n}";
    year_total = "Năm", "Year";
    year_meetings = "Hội nghị", "Meetings";
    year_attendance = "Có mặt %", "Present %";
    year_spoken = "Phát biểu (′)", "Spoken (min)";
    year_raised = "Vướng mắc nêu", "Issues raised";
    year_answered = "Vướng mắc đáp", "…and answered";
    year_done = "Việc xong", "Parts done";
    year_open = "  chưa xong", "  open";
    year_overdue = "  quá hạn", "  overdue";
    year_waiting = "  chờ / dừng", "  wait / stop";
    year_formula = "có mặt / đã điểm danh · Việc: phần việc giao trong tháng, trừ hủy, đã chuyển", "present / marked · parts: given in the month, except cancelled or handed over";
    year_scale = "cột cao nhất mỗi dòng là tháng nhiều nhất; có mặt: cột đầy là 100%", "the tallest bar of a row is its highest month; of presence, a full bar is 100%";
    year_units_formula = "HT = xong / giao trong năm, trừ hủy, đã chuyển · xếp theo phút phát biểu", "done = of the parts given, except cancelled or handed over · by minutes spoken";
    year_units_legend = "dự: có mặt · VM: vướng mắc · QH: quá hạn · chờ: chờ xác nhận · dừng: tạm dừng", "pres.: present · iss.: issues · late: overdue · wait: to be accepted · stop: paused";
    year_units_heads = "dự|lượt|phút|VM|giao|xong|QH|chờ|dừng|HT %", "pres.|turns|min|iss.|given|done|late|wait|stop|done%";
    year_no_unit = "Đoàn khác, khách", "Delegations, guests";
    do_year_other = "Theo tháng, theo đơn vị", "By month, by unit";
    do_export_year = "Xuất bảng…", "Export the tables…";
    do_leave_year = "Về trọng tâm", "Back to the focus areas";
    form_export_year = "XUẤT TRANG CẢ NĂM (.xlsx hai bảng, .csv theo tháng)", "EXPORT THE YEAR (.xlsx two tables, .csv by month)";
}
