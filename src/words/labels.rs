//! The labels of the screens.

super::phrases! {
    meetings_none = "Sổ chưa có hội nghị nào.", "The book has no meeting yet.";
    meetings_title = "HỘI NGHỊ TRONG SỔ", "MEETINGS IN THE BOOK";
    meeting_actions(actions: usize, open: usize) = "{actions} nhiệm vụ, {open} phần việc chưa xong", "actions: {actions}, parts still open: {open}";
    meeting_none_open = "Chưa có nhiệm vụ.", "No actions yet.";
    meeting_roster(name: &str, units: usize) = "Danh sách: {name} ({units} đơn vị)", "Roster: {name} ({units} units)";
    roster_ended(day: &str) = "Danh sách này chỉ có hiệu lực đến hết {day}. Ctrl-R đổi danh sách.", "This roster was valid until {day}. Ctrl-R changes it.";
    no_meeting_open = "Chưa mở hội nghị nào. F2 rồi Enter.", "No meeting is open. F2, then Enter.";
    venue = "Địa điểm", "Venue";
    chair = "Chủ trì", "Chair";
    starts = "Bắt đầu", "Starts";

    count_present(present: usize, roster: usize) = "CÓ MẶT {present}/{roster}", "PRESENT {present}/{roster}";
    count_secretary(n: usize) = "Bí thư {n}", "Secretary {n}";
    count_deputy(n: usize) = "PBT TT {n}", "Deputy {n}";
    count_unranked(n: usize) = "chưa rõ chức vụ {n}", "rank unknown {n}";
    count_substitute(n: usize) = "Dự thay {n}", "Substitute {n}";
    count_late(n: usize) = "muộn {n}", "late {n}";
    count_left(n: usize) = "về sớm {n}", "left {n}";
    count_absent(n: usize, excused: usize) = "Vắng {n} (CP {excused})", "Absent {n} (excused {excused})";
    count_not_marked(n: usize) = "Chưa điểm danh {n}", "Not yet {n}";
    count_out(n: usize) = "vắng một mục {n}", "out for an item {n}";
    large_present = "CÓ MẶT", "PRESENT";
    large_absent = "VẮNG", "ABSENT";
    large_not_marked = "CHƯA ĐIỂM DANH", "NOT YET";
    more_units(n: usize) = "còn {n} đơn vị ngoài màn hình ", "{n} more units off the screen ";
    find_in_roll = "Tìm: ", "Find: ";
    roll_hint = "gõ chữ để tìm: lt, hbp, linh t…; số thứ tự: .14", "type letters to find: lt, hbp, linh t…; a number: .14";
    roll_hint_done = "đã điểm danh đủ: Ctrl-B đọc cho chủ trì; Enter xem và sửa từng đơn vị", "all marked: Ctrl-B reads it to the chair; Enter shows and corrects a unit";
    late_mark = "đến muộn", "late";
    left_mark = "về sớm", "left";
    out_mark = "vắng mục", "out";
    people(n: i64) = "{n} đồng chí", "{n} people";
    people_unknown = "chưa đếm", "not counted";
    others_title = "ĐẠI BIỂU KHÁC", "OTHER DELEGATES";

    reading_title = "ĐỌC CHO CHỦ TRÌ", "READ TO THE CHAIR";
    reading_foot = "Enter chép · Esc đóng", "Enter copies · Esc closes";
    card_foot = "↑ ↓ chọn · Enter sửa · Delete xóa lần ghi · Esc đóng", "↑ ↓ select · Enter corrects · Delete strikes · Esc closes";
    card_no_entries = "chưa điểm danh", "not marked yet";
    card_history = "MƯỜI HỘI NGHỊ GẦN NHẤT", "THE LAST TEN MEETINGS";
    card_no_history = "chưa dự hội nghị nào trong sổ", "no meeting in the book yet";
    others_hint = "gõ số người, hoặc gõ chữ để tìm", "type the number of people, or letters to find";
    card_sum(present: usize, called: usize, share: &str) = "có mặt {present}/{called} ({share})", "present {present}/{called} ({share})";
    card_exceptions(substitute: usize, late: usize, left: usize) = "cử người dự thay {substitute} · đến muộn {late} · về sớm {left}", "below the rank called {substitute} · late {late} · left early {left}";
    late_by(minutes: i64) = "muộn {minutes}'", "{minutes}' late";
    in_item(n: i64) = "mục {n}", "item {n}";
    on_behalf(whom: &str) = "thay {whom}", "for {whom}";

    roster_empty = "Danh sách chưa có đơn vị: Ctrl-N thêm, Ctrl-O nhập từ tệp.", "No units yet: Ctrl-N adds one, Ctrl-O reads a file.";
    roster_over(day: &str) = "Hết hiệu lực {day}. Tab: danh sách khác; Ctrl-K: chép danh sách.", "This roster ended on {day}. Tab shows others, Ctrl-K copies it.";
    nobody_known = "chưa rõ", "not known";
    copy_of(name: &str) = "{name} (bản sao)", "{name} (copy)";

    turnout_title(year: i32, meetings: usize) = "DỰ HỌP NĂM {year} · {meetings} hội nghị", "TURNOUT OF {year} · {meetings} meetings";
    turnout_none = "Năm này chưa họp lần nào. ← → đổi năm.", "No meeting was held this year. ← → change the year.";
    turnout_heads = "HN|BT|PBT|DT|?|VCP|VKP|CĐD|muộn|phút|sớm|tỷ lệ", "mtgs|Sec|Dep|Sub|?|Exc|Abs|none|late|min|left|share";
    turnout_formula = "tỷ lệ = có mặt / (HN − CĐD)  VCP, VKP vắng có, không phép  CĐD chưa điểm danh", "share = present / (mtgs − none)  Exc, Abs excused, absent  none: not marked";

    import_title(file: &str) = "NHẬP DANH SÁCH · {file}", "IMPORT · {file}";
    import_foot = "Enter ghi vào sổ · dấu cách: coi là đơn vị mới · Esc hủy, không ghi gì", "Enter writes · Space: take as new · Esc cancels, nothing written";
    import_tally(new: usize, changed: usize, same: usize, left_out: usize) = "{new} mới · {changed} đổi · {same} như cũ · {left_out} bỏ qua", "{new} new · {changed} changed · {same} the same · {left_out} left out";
    import_formulas(n: usize) = "{n} ô là công thức: lấy giá trị đã tính", "{n} formulas: their values are taken";
    import_new = "mới", "new";
    import_changed = "đổi", "changed";
    import_same = "như cũ", "same";

    agenda_title = "CHƯƠNG TRÌNH", "AGENDA";
    agenda_foot = "kế hoạch · thực tế · chạy lúc nào; giờ nào cũng sửa được: Ctrl-D", "planned · real · when it ran; any time can be corrected: Ctrl-D";
    item_unplanned = "ngoài chương trình", "not planned";
    item_planned_at(place: i64) = "kế hoạch: mục {place}", "planned as item {place}";
    item_really_at(place: usize) = "thực tế: thứ {place}", "really no. {place}";
    item_skipped_for(why: &str) = "bỏ qua: {why}", "left out: {why}";
    item_postponed_at(time: &str) = "hoãn lúc {time}", "put off at {time}";
    break_title = "Giải lao", "Break";
    hard_end_in(time: &str, left: &str) = "đến {time} còn {left}", "until {time} {left}";
    hard_end_over(time: &str) = "QUÁ {time} phải xong", "PAST {time}, the end";
    more_on_card = "… Ctrl-D xem đủ", "… Ctrl-D shows all";
    guest = "khách", "guest";
    guest_named(name: &str) = "Khách: {name}", "Guest: {name}";
    has_spoken(time: &str) = "đã phát biểu {time}", "spoke {time}";
    not_spoken = "chưa phát biểu", "not spoken";
    waits_since(time: &str) = "chờ từ {time}", "waiting since {time}";
    floor_foot = "gõ chữ, số thứ tự hoặc tên khách · F7 F8 đổi chỗ trong hàng", "letters, a number or a guest\'s name · F7 F8 move in the queue";
    ward_foot = "Enter mở · 1 chưa 2 đang 3 đã báo cáo 4 xong 5 tạm dừng · Esc đóng", "Enter opens · 1 not 2 in progress 3 reported 4 done 5 paused · Esc closes";
    to_be_answered(n: usize) = "CHỜ GIẢI ĐÁP {n} (Ctrl-R)", "TO BE ANSWERED {n} (Ctrl-R)";
    read_back_title = "ĐỌC LẠI: KẾT LUẬN VÀ NHIỆM VỤ", "READ BACK: CONCLUSIONS AND ACTIONS";
    read_back_foot = "↑ ↓ chọn · Enter sửa tại chỗ · Ctrl-C chép · Esc đóng", "↑ ↓ select · Enter corrects · Ctrl-C copies · Esc closes";
    read_back_none = "Chưa có kết luận hay nhiệm vụ nào.", "No conclusions or actions yet.";
    open_issues_title = "ĐỌC LẠI: VƯỚNG MẮC CHƯA TRẢ LỜI", "READ BACK: ISSUES NOT ANSWERED";
    open_issues_foot = "Enter trả lời · Tab sang bế mạc · Ctrl-C chép · Esc hủy", "Enter answers · Tab on to closing · Ctrl-C copies · Esc cancels";
    open_issues_none = "Không còn vướng mắc nào. Tab: sang bế mạc.", "Nothing is left open. Tab: on to closing.";
    conclusion_number(n: usize) = "KẾT LUẬN {n}", "CONCLUSION {n}";
    due(day: &str) = "hạn {day}", "due {day}";
    all_but(n: usize, names: &str) = "{n} đơn vị, trừ {names}", "{n} units, all but {names}";
    stream_quiet = "Gõ rồi Enter để ghi.", "Type, then Enter writes.";
    stream_filtered_empty = "Không có dòng nào như vậy. Esc: xem tất cả.", "No such line. Esc shows all.";
    filter_all = "Tất cả, cả hội nghị", "Everything, the whole meeting";
    filter_item = "Mục đang chạy", "The running item";
    present_waiting = "CHƯA BẮT ĐẦU", "NOT YET BEGUN";
    present_between = "GIỮA HAI MỤC", "BETWEEN TWO ITEMS";
    present_over = "ĐÃ BẾ MẠC", "CLOSED";
    present_no_meeting = "Sổ chưa có hội nghị nào.", "The book has no meeting yet.";
    present_speaking = "ĐANG PHÁT BIỂU", "HAS THE FLOOR";
    present_next = "TIẾP THEO", "NEXT";
    present_attendance(present: usize, roster: usize) = "có mặt {present}/{roster}", "present {present}/{roster}";
    present_conclusions = "KẾT LUẬN", "CONCLUSIONS";
    present_of(planned: &str) = "trên {planned}", "of {planned}";
    present_overtime = "QUÁ GIỜ", "OVERTIME";
    present_earlier = "… (các kết luận trước ở trên)", "… (earlier conclusions are above)";
    stream_title = "DIỄN BIẾN", "PROCEEDINGS";
    floor_title = "ĐANG PHÁT BIỂU", "HAS THE FLOOR";
    named_title = "ĐƠN VỊ ĐƯỢC NHẮC", "UNIT NAMED";
    nobody_speaks = "Chưa mời ai (Ctrl-G)", "Nobody yet (Ctrl-G)";
    waiting(names: &str) = "Chờ: {names}", "Waiting: {names}";
    silent_units(n: usize) = "{n} đơn vị chưa phát biểu", "not spoken yet: {n}";
    overdue_actions(n: usize) = "{n} nhiệm vụ quá hạn", "overdue actions: {n}";
    open_actions(n: usize) = "{n} nhiệm vụ chưa xong", "open actions: {n}";
    unanswered_issues(n: usize) = "{n} vướng mắc chưa trả lời", "unanswered issues: {n}";
    nothing_owed = "không có nhiệm vụ chưa hoàn thành", "owes nothing";
    behind(time: &str) = "chậm {time}", "{time} behind";
    ahead(time: &str) = "sớm {time}", "{time} ahead";
    on_time = "đúng giờ", "on time";
    ends_at(time: &str) = "dự kiến kết thúc {time}", "→ {time}";
    closed_at(time: &str) = "bế mạc {time}", "closed {time}";
    starts_at(time: &str) = "bắt đầu {time}", "starts {time}";
    stream_empty = "Ctrl-N bắt đầu mục đầu tiên; gõ rồi Enter để ghi.", "Ctrl-N starts the first item; type, then Enter writes.";
    editing = "đang sửa", "editing";
    everybody(n: usize) = "tất cả {n} đơn vị", "all {n} units";
    focus_short(n: i64) = "ND{n}", "FA{n}";
    signs_hint = "+kết quả !vướng mắc *kinh nghiệm ?kiến nghị :đáp =kết luận >nhiệm vụ @ # ^", "+result !difficulty *experience ?proposal :answer =conclusion >action @ # ^";
    signs_hint_more = "  (@ đơn vị  # trọng tâm  ^ hạn)", "  (@ unit  # focus area  ^ deadline)";
    duration_total = "Toàn hội nghị", "Whole meeting";

    issues_none = "Chưa có vướng mắc nào. Ở bàn thư ký, dòng bắt đầu bằng ! ghi một vướng mắc.", "No issues yet. On the desk, a line that begins with ! logs one.";
    actions_none = "Chưa có nhiệm vụ nào. Ở bàn thư ký, dòng bắt đầu bằng > giao một nhiệm vụ.", "No actions yet. On the desk, a line that begins with > assigns one.";
    actions_none_here = "Không có nhiệm vụ nào ở đây. Esc xem tất cả.", "No actions here. Esc shows all.";
    column_code = "Mã", "Code";
    column_text = "Nội dung", "What";
    column_focus = "ND", "FA";
    column_unit = "Đơn vị", "Unit";
    column_deadline = "Hạn", "Deadline";
    column_state = "Tình trạng", "State";
    column_done = "Xong", "Done";
    raised_by(units: &str) = "Nêu bởi: {units}", "Raised by: {units}";
    answered_with(text: &str) = "Trả lời: {text}", "Answer: {text}";
    not_answered = "Chưa có trả lời.", "No answer yet.";
    given_at(day: &str) = "từ hội nghị {day}", "from the meeting of {day}";
    units_count(n: usize) = "{n} đơn vị", "{n} units";
    overdue = "quá hạn", "overdue";
    filter_shown(what: &str) = "Đang lọc: {what} (Esc: xem tất cả)", "Filtered: {what} (Esc: show all)";
    first_deadline(day: &str) = "hạn đầu {day}", "first deadline {day}";
    several_deadlines(first: &str, last: &str) = "hạn từng đơn vị khác nhau, từ {first} đến {last}", "units have different deadlines, {first} to {last}";

    focus_none_retired = "Không có nội dung trọng tâm nào có hiệu lực vào ngày hội nghị.", "No focus area is in force on the day of the meeting.";

    gaps_title(n: usize) = "CÒN THIẾU {n}", "{n} MISSING";
    unprintable_title(n: usize) = "KHÔNG IN ĐƯỢC {n} CHỖ", "NOT PRINTABLE: {n}";
    gaps_none = "Không thiếu gì: có thể trình ký; ký xong bấm Ctrl-T.", "Nothing is missing: ready to sign; once signed, Ctrl-T.";
    gaps_none_to_sign = "Không thiếu gì: có thể trình ký.", "Nothing is missing: ready to sign.";
    gaps_none_working = "Không thiếu gì.", "Nothing is missing.";
    gaps_of_registry = "Chỉ còn số, ngày văn thư ghi khi ký: có thể trình ký; ký xong bấm Ctrl-T.", "Only number and day are left, which the registry writes on signing: ready to sign; once signed, Ctrl-T.";
    gaps_of_registry_later = "Chỉ còn số, ngày văn thư ghi khi ký: có thể trình ký; có số thì Ctrl-E.", "Only number and day are left, which the registry writes on signing: ready to sign; then Ctrl-E.";
    gaps_signed = "Đã ký: sai thì đính chính (Ctrl-K).", "Signed: what is wrong is corrected (Ctrl-K).";
    wrong_title(n: usize) = "PHẢI SỬA {n}", "{n} TO CORRECT";
    preview_title = "XEM TRƯỚC", "PREVIEW";
    remark_not_closed = "Hội nghị chưa bế mạc", "The meeting is not closed";
    gap_venue = "Địa điểm", "Venue";
    gap_content = "Nội dung hội nghị", "Content";
    gap_chair = "Chủ trì: họ tên", "Chair: name";
    gap_chair_office = "Chủ trì: chức vụ", "Chair: office";
    gap_recorder = "Người ghi: họ tên", "Recorder: name";
    gap_recorder_office = "Người ghi: chức vụ", "Recorder: office";
    gap_documents = "Tài liệu sử dụng", "Documents used";
    gap_recording = "Ghi âm, ghi hình: có / không", "Recording: yes / no";
    gap_copies = "Số bản", "Copies";
    gap_name(unit: &str) = "Họ tên: {unit}", "Name: {unit}";
    gap_office(unit: &str) = "Chức vụ: {unit}", "Office: {unit}";
    gap_whom(unit: &str) = "Dự thay ai: {unit}", "For whom: {unit}";
    remark_unread(text: &str) = "Chưa hiểu: {text}", "Not understood: {text}";
    gap_not_marked(n: usize) = "{n} đơn vị chưa điểm danh", "units not marked: {n}";
    remark_not_marked(n: usize) = "{n} đơn vị chưa điểm danh", "units not marked: {n}";
    gap_rank(unit: &str) = "Ai dự: {unit}", "Who came: {unit}";
    gap_reason(unit: &str) = "Lý do vắng: {unit}", "Reason of absence: {unit}";
    gap_uncounted(name: &str) = "Số người: {name}", "Count: {name}";
    gap_silent(item: &str) = "Chưa ghi gì: {item}", "Nothing noted: {item}";
    gap_skipped(item: &str) = "Vì sao không thực hiện: {item}", "Why left out: {item}";
    gap_conclusion = "Kết luận của chủ trì", "The chair's conclusions";

    search_prompt = "Tìm: ", "Find: ";
    search_hint = "gõ từ cần tìm; không dấu cũng được, có dấu thì tìm đúng dấu", "type what to find; accents are optional, and respected when typed";
    search_none = "Không thấy dòng nào.", "Nothing found.";
    search_found(n: usize) = "{n} dòng", "{n} lines";
    search_more(n: usize) = "{n} dòng mới nhất", "the newest {n} lines";

    form_substitute(unit: &str) = "DỰ THAY · {unit}", "SUBSTITUTE · {unit}";
    form_excused(unit: &str) = "VẮNG CÓ PHÉP · {unit}", "EXCUSED · {unit}";
    form_left(unit: &str) = "VỀ SỚM · {unit}", "LEFT EARLY · {unit}";
    form_seat(unit: &str) = "HỌ TÊN · {unit}", "NAMES · {unit}";
    form_delegation(name: &str) = "{name}", "{name}";
    form_guest = "THÊM ĐẠI BIỂU KHÁC", "ADD A DELEGATION OR A GUEST";
    form_entry(what: &str, unit: &str) = "SỬA LẦN GHI: {what} · {unit}", "CORRECT: {what} · {unit}";
    form_moment(what: &str, unit: &str) = "GHI: {what} · {unit}", "ENTRY: {what} · {unit}";
    form_unit = "ĐƠN VỊ VÀ NGƯỜI ĐỨNG ĐẦU", "THE UNIT AND WHO LEADS IT";
    form_new_unit = "ĐƠN VỊ MỚI", "NEW UNIT";
    form_roster = "TÊN VÀ HIỆU LỰC CỦA DANH SÁCH", "NAME AND VALIDITY OF THE ROSTER";
    form_copy_roster = "CHÉP THÀNH DANH SÁCH MỚI", "COPY THE ROSTER";
    form_new_roster = "DANH SÁCH TRỐNG MỚI", "NEW EMPTY ROSTER";
    form_import = "NHẬP TỪ TỆP (XLSX, CSV)", "IMPORT A FILE (XLSX, CSV)";
    form_export_turnout = "XUẤT BẢNG DỰ HỌP (.xlsx hoặc .csv)", "EXPORT THE TURNOUT (.xlsx or .csv)";
    form_export_roster = "XUẤT DANH SÁCH (.xlsx hoặc .csv)", "EXPORT THE ROSTER (.xlsx or .csv)";
    form_plan = "HỘI NGHỊ MỚI", "NEW MEETING";
    form_details = "THÔNG TIN HỘI NGHỊ", "PARTICULARS OF THE MEETING";
    form_answer(code: &str) = "TRẢ LỜI {code}", "ANSWER {code}";
    form_extend(code: &str) = "GIA HẠN {code}", "EXTEND {code}";
    form_skip(item: &str) = "BỎ QUA · {item}", "LEAVE OUT · {item}";
    form_item(item: &str) = "SỬA MỤC · {item}", "EDIT · {item}";
    form_insert = "THÊM MỤC", "INSERT AN ITEM";
    form_out_of_agenda = "VIỆC NGOÀI CHƯƠNG TRÌNH, BẮT ĐẦU NGAY", "NOT ON THE AGENDA, STARTS NOW";
    form_hard_end = "GIỜ PHẢI XONG (để trống: bỏ)", "MUST END AT (empty: no fixed end)";
    form_place = "CHUYỂN DÒNG SANG MỤC, ĐƠN VỊ, GIỜ", "MOVE THE LINE TO AN ITEM, UNIT, TIME";
    form_line = "SỬA DÒNG", "CORRECT THE LINE";
    form_split_turn(unit: &str) = "TÁCH LƯỢT PHÁT BIỂU · {unit}", "SPLIT THE TURN · {unit}";
    form_turn(unit: &str) = "LƯỢT PHÁT BIỂU · {unit}", "TURN · {unit}";
    form_snippet = "CỤM TỪ VIẾT TẮT (để trống cụm từ: bỏ)", "ABBREVIATED PHRASE (empty phrase: remove)";
    field_item = "Mục", "Item";
    field_kind = "Loại (trống: khác)", "Kind (empty: other)";
    field_minutes = "Số phút (trống: 10)", "Minutes (empty: 10)";
    field_ran = "Đã chạy", "Ran";
    field_hard_end = "Giờ", "Time";
    field_item_number = "Mục số", "Item number";
    field_guest = "hoặc khách (không có ghế)", "or a guest without a seat";
    field_split_at = "Tách lúc", "Split at";
    field_then_unit = "Từ lúc ấy là lượt của", "From then on it is of";
    field_began = "Bắt đầu", "Began";
    field_ended = "Kết thúc", "Ended";
    field_short = "Viết tắt", "Letters";
    field_phrase = "Cụm từ", "Phrase";
    field_name = "Họ và tên", "Name";
    field_office = "Chức vụ", "Office";
    field_on_behalf = "Dự thay đồng chí", "On behalf of";
    field_reason = "Lý do", "Reason";
    field_secretary = "Bí thư", "Secretary";
    field_deputy = "Phó Bí thư Thường trực", "Standing Deputy";
    field_moment = "Giờ (và ngày nếu khác)", "Time (and day, if another)";
    field_delegation = "Tên đoàn, tên khách", "Delegation or guest";
    field_unit = "Đơn vị", "Unit";
    field_position = "Số thứ tự", "Place in the roll";
    field_valid_from = "Hiệu lực từ ngày", "Valid from";
    field_valid_to = "Đến hết ngày", "Valid until";
    field_office_from = "  từ ngày", "  since";
    field_office_to = "  đến hết ngày", "  until";
    field_roster = "Tên danh sách", "Name of the roster";
    field_people = "Số người có mặt", "People present";
    field_title = "Tên hội nghị", "Title";
    field_content = "Nội dung", "Content";
    field_day = "Ngày", "Day";
    field_time = "Giờ bắt đầu", "Time";
    field_venue = "Địa điểm", "Venue";
    field_chair = "Chủ trì: họ tên", "Chair: name";
    field_chair_office = "Chủ trì: chức vụ", "Chair: office";
    field_recorder = "Người ghi: họ tên", "Recorder: name";
    field_recorder_office = "Người ghi: chức vụ", "Recorder: office";
    field_documents = "Tài liệu sử dụng", "Documents used";
    field_recorded = "Ghi âm (có/không)", "Recorded (yes/no)";
    field_copies = "Số bản", "Copies";
    field_answer = "Trả lời", "Answer";
    field_new_deadline = "Hạn mới", "New deadline";
    field_allowed_by = "Ai cho phép", "Allowed by";
    field_deliverable = "Sản phẩm", "Deliverable";
    field_file = "Tệp", "File";
    form_foot = "Enter: ô sau, ô cuối là ghi · Ctrl-S: ghi · Esc: hủy", "Enter: next field, saves on the last · Ctrl-S: save · Esc: cancel";

    choose_command = "MỌI LỆNH", "ALL COMMANDS";
    choose_queue = "ĐĂNG KÝ PHÁT BIỂU", "ASK FOR THE FLOOR";
    share_left(time: &str) = "mỗi đơn vị {time}", "each has {time}";
    choose_floor = "MỜI PHÁT BIỂU", "GIVE THE FLOOR";
    choose_hasty = "MỤC VỪA MỚI BẮT ĐẦU: SANG MỤC TIẾP?", "THE ITEM HAS ONLY JUST BEGUN: GO ON?";
    option_stay(item: &str) = "Không, vẫn ở «{item}»", "No, stay with «{item}»";
    option_next(item: &str) = "Sang «{item}»", "Go on to «{item}»";
    choose_leave_queue = "CÒN ĐƠN VỊ CHỜ PHÁT BIỂU", "SOMEBODY STILL WAITS FOR THE FLOOR";
    option_hear_first = "Nghe hết đã, chưa sang", "Hear them first";
    option_take_queue(n: usize) = "Sang, {n} lượt chờ theo sang mục mới", "Go on, the {n} waiting come along";
    option_drop_queue = "Sang, lượt chờ ở lại mục cũ", "Go on, they stay with the old item";
    choose_old_letters = "CHỮ VIẾT BẰNG PHÔNG CŨ (TCVN3, VNI)", "LETTERS OF AN OLD FONT (TCVN3, VNI)";
    option_convert = "Chuyển sang Unicode", "Convert to Unicode";
    option_keep_letters = "Giữ nguyên (Esc)", "Keep as it is (Esc)";
    choose_paste = "DÁN NHIỀU DÒNG", "SEVERAL LINES ARE PASTED";
    option_paste_one = "Một ghi chép, đưa vào dòng đang gõ", "One note, put into the line";
    option_paste_each(n: usize) = "{n} ghi chép, mỗi dòng một", "{n} notes, one a line";
    choose_filter = "LỌC DIỄN BIẾN", "FILTER THE PROCEEDINGS";
    choose_answer = "TRẢ LỜI VƯỚNG MẮC NÀO? CŨ NHẤT TRƯỚC", "ANSWER WHICH ISSUE? OLDEST FIRST";
    choose_wipe = "ĐÃ GHI NGƯỜI DỰ THAY", "A SUBSTITUTE IS NAMED";
    option_keep_substitute(name: &str) = "Giữ người dự thay: {name}", "Keep the substitute: {name}";
    option_correct_substitute = "Sửa người dự thay…", "Correct the substitute…";
    option_drop_substitute(mark: &str, name: &str) = "{mark}, bỏ tên {name}", "{mark}, drop {name}";
    choose_lose_marks = "ĐỔI DANH SÁCH SẼ MẤT ĐIỂM DANH", "MARKS WOULD BE LOST";
    option_keep_roster = "Giữ danh sách đang dùng", "Keep the roster";
    option_lose_marks(roster: &str, n: usize) = "Mất {n} đơn vị đã điểm danh: dùng {roster}", "Lose the marks of {n} units: take {roster}";
    roster_unfit(day: &str) = "không hiệu lực ngày {day}", "not in force on {day}";
    roster_from(day: &str) = "từ {day}", "from {day}";
    choose_jump = "TÌM DÒNG", "FIND A LINE";
    lines_marked(n: usize) = "Đã đánh dấu {n} dòng: Ctrl-X chuyển, Ctrl-K đổi loại", "{n} lines marked: Ctrl-X moves, Ctrl-K changes the kind";
    stream_marked(n: usize) = "đã đánh dấu {n}", "{n} marked";
    form_places(n: usize) = "CHUYỂN {n} DÒNG SANG MỤC, ĐƠN VỊ, LOẠI, GIỜ", "MOVE {n} LINES TO AN ITEM, UNIT, KIND, TIME";
    places_note = "Ô để trống: giữ như cũ.", "What is left empty stays as it is.";
    field_line_kind = "Loại", "Kind";
    choose_turns = "CÁC LƯỢT PHÁT BIỂU", "THE TURNS";
    choose_turn = "SỬA LƯỢT PHÁT BIỂU", "CORRECT A TURN";
    choose_move_turn = "CHUYỂN CẢ LƯỢT PHÁT BIỂU?", "MOVE THE TURN TOO?";
    option_turn_correct = "Sửa đơn vị, mục, giờ…", "Correct unit, item, times…";
    option_turn_split = "Tách làm hai lượt…", "Split it in two…";
    option_turn_merge = "Gộp với lượt sau của cùng đơn vị", "Join with the unit\'s next turn";
    option_turn_delete = "Xóa lượt này", "Delete this turn";
    option_move_turn(times: &str, unit: &str) = "Chuyển lượt {times} cho {unit}", "Give the turn {times} to {unit}";
    option_keep_turn(unit: &str) = "Giữ lượt cho {unit}", "Leave it to {unit}";
    odd_overlap(unit: &str) = "trùng giờ {unit}", "overlaps {unit}";
    odd_outside_item = "ngoài giờ của mục", "outside its item";
    odd_outside_meeting = "ngoài giờ họp", "outside the meeting";
    choose_answered = "DÒNG NÀY TRẢ LỜI VƯỚNG MẮC NÀO?", "WHICH ISSUE DOES THIS LINE ANSWER?";
    option_answers_nothing = "Không vướng mắc nào: chỉ ghi lời giải đáp", "None of them: only write the answer";
    asks_which_issue = "hỏi vướng mắc nào", "asks which issue";
    no_unit_raises = "chưa rõ đơn vị nêu", "nobody named who raises it";
    choose_snippets = "CỤM TỪ VIẾT TẮT", "ABBREVIATED PHRASES";
    option_new_snippet = "Thêm…", "Add…";
    choose_kind = "ĐỔI THÀNH", "CHANGE INTO";
    choose_focus = "NHIỆM VỤ THUỘC TRỌNG TÂM NÀO?", "WHICH FOCUS AREA DOES THE ACTION SERVE?";
    choose_plan = "HỘI NGHỊ MỚI TỪ", "NEW MEETING FROM";
    choose_roster = "DANH SÁCH ĐƠN VỊ", "ROSTER";
    choose_issue_state = "TÌNH TRẠNG VƯỚNG MẮC", "STATE OF THE ISSUE";
    choose_close = "BẾ MẠC HỘI NGHỊ?", "CLOSE THE MEETING?";
    choose_late = "ĐẾN MUỘN, AI DỰ?", "LATE: WHO CAME?";
    choose_out = "VẮNG Ở MỤC NÀO?", "OUT FOR WHICH ITEM?";
    choose_came = "ĐANG GHI VẮNG: BÂY GIỜ CÓ MẶT?", "MARKED ABSENT: PRESENT NOW?";
    option_came_now = "mới đến bây giờ (đến muộn)", "has come only now (late)";
    option_was_there = "ghi nhầm: có mặt từ đầu", "a mistake: was there all the time";
    option_substitute = "Người dự thay…", "A substitute…";
    choose_theme = "GIAO DIỆN", "THEME";
    option_from_last = "hội nghị gần nhất", "the last meeting";
    option_from_template = "mẫu chương trình", "the agenda template";
    option_yes = "Có", "Yes";
    option_no = "Không", "No";
    roster_until(day: &str) = "đến {day}", "until {day}";
    roster_current = "đang dùng", "in use";
    choice_foot_numbered = "số chọn ngay · ↑ ↓ Enter chọn · Esc hủy", "a digit picks at once · ↑ ↓ Enter picks · Esc cancels";
    choice_foot = "gõ để lọc · Enter chọn · Esc hủy", "type to filter · Enter picks · Esc cancels";

    help_title = "TRỢ GIÚP", "HELP";
    help_foot = "← → sổ tay · ↑ ↓ PgUp PgDn cuộn · Esc đóng", "← → handbook · ↑ ↓ PgUp PgDn scroll · Esc closes";
    help_everywhere = "Ở mọi nơi", "Everywhere";
    help_filter = "Trong ô lọc", "In a filter";
    help_lists = "Trong danh sách", "In lists";
    help_text = "Trong ô chữ", "In text fields";
    help_form = "Trong phiếu", "In forms";
    help_choice = "Khi chọn", "When choosing";
    help_delegations = "Ở đại biểu khác (Tab ở điểm danh)", "On the other delegates (Tab in the roll call)";
    help_card = "Trên phiếu đơn vị (Enter ở điểm danh)", "On the card of a unit (Enter in the roll call)";
    help_agenda = "Trên chương trình (Ctrl-O)", "On the agenda (Ctrl-O)";
    help_floor = "Khi mời phát biểu (Ctrl-G)", "When the floor is given (Ctrl-G)";
    help_ward = "Trên thẻ đơn vị (Ctrl-D)", "On the card of a unit (Ctrl-D)";
    help_read_back = "Khi đọc lại (Ctrl-B)", "While it is read back (Ctrl-B)";
    help_import = "Khi xem trước tệp nhập", "In the preview of an import";
    help_signs = "Dấu của dòng ghi", "Signs of the capture line";
    help_unit = "đơn vị: tên, chữ đầu hoặc số thứ tự", "a unit: its name, initials or number";
    help_all_but = "mọi đơn vị, trừ đơn vị sau -@", "all units but those behind -@";
    help_focus = "nội dung trọng tâm số 5", "focus area 5";
    help_issue = "mã vướng mắc được trả lời (: >)", "code of the issue that is answered (: >)";
    help_action = "mã nhiệm vụ, tự cấp; tìm ở F6, F9", "code of an action, given by itself; found on F6, F9";
    help_due_day = "thời hạn: một ngày", "a deadline: a day";
    help_due_said = "giữ lời, tính là ngày 20/8", "the words are kept, the day is 20/8";
    help_due_span = "ngày làm việc sau 10 ngày", "the working day after 10 days";
    help_due_part = "đầu: đến 10; giữa: đến 15; cuối: hết tháng", "đầu to the 10th, giữa to the 15th, cuối to the end";
    help_due_period = "ngày làm việc cuối cùng của quý", "the last working day of the quarter";
    help_due_week = "thứ sáu tuần sau", "Friday of next week";
    help_due_rhythm = "việc không có ngày hạn", "what has no last day";
    help_due_words = "lời không có ngày: để trong ngoặc kép", "words without a day: in quotes";
    help_due_both = "ngày và lời cùng ghi", "a day with its words";

    too_small(columns: u16, rows: u16) = "Màn hình {columns}×{rows} nhỏ quá: cần ít nhất 60×20. Không mất gì cả.", "{columns}×{rows} is too small: at least 60×20 are needed. Nothing is lost.";
    sample = "DỮ LIỆU MẪU", "SAMPLE DATA";
}

impl super::Words {
    /// Returns what may stand in a capture line beside its sign, an example each; the reader of the line takes every one.
    pub fn line_examples(self) -> [(&'static str, &'static str); 14] {
        [
            ("@Linh Trung", self.help_unit()),
            ("@tất cả -@14", self.help_all_but()),
            ("#5", self.help_focus()),
            ("VM-003", self.help_issue()),
            ("NV-012", self.help_action()),
            ("^20/8", self.help_due_day()),
            ("^trước 20/8", self.help_due_said()),
            ("^trong 10 ngày", self.help_due_span()),
            ("^giữa tháng 9", self.help_due_part()),
            ("^quý III", self.help_due_period()),
            ("^thứ 6 tuần sau", self.help_due_week()),
            ("^hằng tháng", self.help_due_rhythm()),
            ("^\"sau Đại hội\"", self.help_due_words()),
            ("^\"20/8 (sau Đại hội)\"", self.help_due_both()),
        ]
    }
}
