//! The names of the commands in the bar, the help, the palette and the key list.

super::phrases! {
    do_help = "Trợ giúp", "Help";
    do_meetings = "Hội nghị", "Meetings";
    do_roll_call = "Điểm danh", "Roll call";
    do_desk = "Bàn thư ký", "Desk";
    do_issues = "Vướng mắc", "Issues";
    do_actions = "Nhiệm vụ", "Actions";
    do_focus = "Trọng tâm", "Focus areas";
    do_minutes = "Biên bản", "Minutes";
    do_search = "Tra cứu", "Search";
    do_palette = "Mọi lệnh", "All commands";
    do_undo = "Hoàn tác", "Undo";
    do_redo = "Làm lại", "Redo";
    do_theme = "Đổi giao diện", "Change theme";
    do_language = "Chuyển sang tiếng Anh", "Switch to Vietnamese";
    do_typing = "Gõ tiếng Việt: tắt, Telex, VNI", "Vietnamese typing: off, Telex, VNI";
    do_rosters = "Danh sách đơn vị", "Rosters";
    do_quit = "Thoát", "Quit";

    do_up = "Lên", "Up";
    do_down = "Xuống", "Down";
    do_page_up = "Lên một trang", "Page up";
    do_page_down = "Xuống một trang", "Page down";
    do_first = "Về đầu", "First";
    do_last = "Về cuối", "Last";
    do_left = "Sang trái", "Left";
    do_right = "Sang phải", "Right";

    do_caret_left = "Con trỏ sang trái", "Caret left";
    do_caret_right = "Con trỏ sang phải", "Caret right";
    do_caret_home = "Con trỏ về đầu dòng", "Caret to the start";
    do_caret_end = "Con trỏ về cuối dòng", "Caret to the end";
    do_backspace = "Xóa chữ trước", "Delete before";
    do_delete = "Xóa chữ sau", "Delete behind";
    do_clear_line = "Xóa cả dòng", "Clear the line";
    do_delete_word = "Xóa từ trước", "Delete word";

    do_open_meeting = "Mở", "Open";
    do_new_meeting = "Hội nghị mới", "New meeting";
    do_details = "Thông tin hội nghị", "Particulars";
    do_roster = "Đổi danh sách đơn vị", "Change roster";

    do_mark_secretary = "Bí thư", "Secretary";
    do_mark_deputy = "PBT TT", "Deputy";
    do_mark_substitute = "Dự thay", "Substitute";
    do_mark_excused = "Vắng CP", "Excused";
    do_mark_absent = "Vắng KP", "Absent";
    do_mark_late = "Muộn", "Late";
    do_mark_left = "Về sớm", "Left";
    do_mark_back = "Quay lại", "Back";
    do_mark_out = "Vắng một mục", "Out for an item";
    do_report = "Đọc cho chủ trì", "Read to the chair";
    do_copy = "Chép", "Copy";
    do_turnout = "Theo dõi dự họp năm", "Turnout of the year";
    do_leave_turnout = "Về điểm danh", "Back to the roll call";
    do_export_turnout = "Xuất bảng…", "Export the table…";
    do_add_delegation = "Thêm đại biểu khác", "Add a delegation";
    do_correct = "Sửa", "Correct";
    do_strike = "Xóa lần ghi", "Strike the entry";
    do_mark_clear = "Xóa", "Clear";
    do_mark_remove = "Xóa điểm danh, bỏ đại biểu khác", "Clear, remove a delegation";
    do_mark_rest = "Còn lại có mặt", "Rest present";
    do_mark_rest_secretary = "Còn lại: Bí thư", "Rest: Secr.";
    do_fill_names = "Lấy họ tên từ danh sách (F10)", "Take the names from the roster (F10)";
    do_others = "Đại biểu khác", "Other delegates";
    do_count_people = "Số người", "Count";
    do_add_other = "Thêm", "Add";
    do_remove_other = "Bỏ", "Remove";
    do_leave_others = "Về điểm danh", "Back to the roll call";
    do_seat_details = "Họ tên, chi tiết", "Names, details";
    do_leave_search = "Bỏ tìm", "Leave search";

    do_write = "Ghi", "Write";
    do_complete = "Điền tiếp, viết tắt; dòng trống: vào, ra diễn biến", "Complete, expand; empty line: to the proceedings and back";
    do_next_item = "Mục tiếp", "Next item";
    do_agenda = "Chương trình", "Agenda";
    do_give_floor = "Mời phát biểu", "Give the floor";
    do_ask_floor = "Ghi hàng chờ", "Queue a unit";
    do_ward = "Thẻ đơn vị", "Card of the unit";
    do_answer = "Trả lời vướng mắc", "Answer an issue";
    do_read_back = "Đọc lại kết luận, nhiệm vụ", "Read conclusions and actions back";
    do_place = "Chuyển sang mục, đơn vị, giờ khác", "Move to another item, unit, time";
    do_split = "Tách dòng đang sửa tại con trỏ", "Split the edited line at the caret";
    do_join = "Nối vào dòng trên", "Join with the line above";
    do_filter = "Lọc diễn biến", "Filter the proceedings";
    do_undo_line = "Hoàn tác (trong dòng trước)", "Undo (in the line first)";
    do_redo_line = "Làm lại (trong dòng trước)", "Redo (in the line first)";
    do_break = "Giải lao", "Break";
    do_out_of_agenda = "Việc ngoài chương trình…", "Something not on the agenda…";
    do_postpone = "Hoãn lại sau", "Put off";
    do_skip_item = "Bỏ qua mục…", "Leave the item out…";
    do_finish_item = "Kết thúc mục", "End the item";
    do_hard_end = "Giờ phải xong…", "Must end at…";
    do_pause_floor = "Tạm ngừng lượt phát biểu", "Hold the turn";
    do_put_back = "Trả lượt về hàng chờ", "Put the turn back";
    do_silent_first = "Chưa phát biểu lên trước", "Not yet spoken first";
    do_mark_line = "Đánh dấu dòng đang chọn (dấu cách)", "Mark the selected line (Space)";
    do_jump_line = "Tìm dòng trong diễn biến (dấu / khi đang chọn)", "Find a line (/ while one is selected)";
    do_turns_list = "Các lượt", "Turns";
    do_turns = "Sửa các lượt phát biểu", "Correct the turns";
    do_snippets = "Cụm từ viết tắt", "Abbreviated phrases";
    do_start_item = "Bắt đầu", "Start";
    do_insert_item = "Thêm mục…", "Insert…";
    do_edit_item = "Sửa, giờ…", "Edit, times…";
    do_raise = "Lên trước", "Earlier";
    do_lower = "Ra sau", "Later";
    do_other_floor = "Chờ/mời", "Queue/floor";
    do_interject = "Phát biểu xen", "Interject";
    do_withdraw = "Rút tên", "Withdraw";
    do_read_on = "Sang bế mạc", "On to closing";
    do_end_floor = "Hết lượt", "End turn";
    do_retype = "Đổi loại", "Change kind";
    do_remove = "Xóa dòng", "Delete line";
    do_earlier_line = "Dòng đã gõ trước; trong diễn biến: dòng trên", "Line typed before; in the proceedings: line above";
    do_later_line = "Dòng đã gõ sau; trong diễn biến: dòng dưới", "Line typed after; in the proceedings: line below";
    do_step_back = "Bỏ chọn, bỏ sửa", "Leave, stop editing";
    do_close_meeting = "Bế mạc", "Close the meeting";
    do_reopen_meeting = "Mở lại hội nghị", "Reopen the meeting";

    do_issue_state = "Đổi tình trạng", "Change state";
    do_answer_issue = "Trả lời…", "Answer…";

    do_open_parts = "Từng đơn vị", "Unit by unit";
    do_part_not_started = "Chưa thực hiện", "Not started";
    do_part_in_progress = "Đang thực hiện", "In progress";
    do_part_reported = "Đã báo cáo", "Reported";
    do_part_done = "Hoàn thành", "Done";
    do_part_paused = "Tạm dừng", "Paused";
    do_extend = "Gia hạn…", "Extend…";
    do_correct_extensions = "Sửa, rút gia hạn…", "Correct an extension…";
    do_part_cancelled = "Hủy", "Cancelled";
    do_report_part = "Báo cáo…", "Report…";
    do_select_part = "Chọn để ghi chung", "Select to report together";
    do_select_parts = "Chọn tất cả, bỏ chọn", "Select all, or none";
    do_action_details = "Chi tiết…", "Details…";
    do_filter_actions = "Lọc", "Filter";
    do_arrange = "Nhóm, xếp…", "Group, order…";
    do_saved_filters = "Bộ lọc đã lưu…", "Saved filters…";
    do_remind = "Nhắc việc", "Remind";
    do_export_register = "Xuất ra tệp…", "Export…";
    do_import_progress = "Đọc lại tiến độ…", "Read progress back…";
    do_remove_action = "Xóa nhiệm vụ", "Delete the action";
    do_leave_parts = "Về danh sách", "Back to the list";

    do_complete_filter = "Điền nốt", "Complete";
    do_take_filter = "Xong", "Done";
    do_clear_filter = "Bỏ lọc", "No filter";

    do_review = "Rà soát", "Review";
    do_seen_review = "Đã xem, tiếp", "Seen, next";
    do_review_note = "Ghi việc đã làm…", "Note what was done…";
    do_skip_review = "Bỏ qua", "Skip";
    do_back_review = "Việc trước", "The one before";
    do_anew_review = "Lượt mới", "New round";
    do_leave_review = "Ra, lần sau tiếp", "Leave, go on later";


    do_mend = "Sửa", "Mend";
    do_other_side = "Chuyển khung", "Other side";
    do_finalise = "Đánh dấu đã ký, bỏ dấu ký", "Mark as signed, unmark";

    do_edit_unit = "Sửa đơn vị", "Edit unit";
    do_add_unit = "Thêm đơn vị", "Add unit";
    do_remove_unit = "Bỏ khỏi danh sách", "Take off";
    do_next_roster = "Danh sách khác", "Next roster";
    do_roster_details = "Tên, hiệu lực", "Name, validity";
    do_copy_roster = "Chép danh sách…", "Copy the roster…";
    do_new_roster = "Danh sách trống mới…", "New empty roster…";
    do_use_roster = "Dùng cho hội nghị mới", "Use for new meetings";
    do_import = "Nhập tệp…", "Import a file…";
    do_export_roster = "Xuất danh sách…", "Export the roster…";
    do_take_import = "Ghi vào sổ", "Write to the book";
    do_settle = "Hiểu cách khác, hoặc bỏ dòng", "Read it otherwise, or leave out";
    do_mend_row = "Sửa dòng", "Mend the row";

    do_open_hit = "Đến dòng ấy", "Go to the line";

    do_next_field = "Ô sau", "Next field";
    do_previous_field = "Ô trước", "Field before";
    do_submit = "Ô sau hoặc ghi", "Next field or save";
    do_save_form = "Ghi", "Save";
    do_cancel = "Hủy", "Cancel";
    do_pick = "Chọn", "Pick";
}
