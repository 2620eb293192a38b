//! What the status line tells: what was done, why something could not be, and what is wrong.

super::phrases! {
    told_undone(label: &str) = "Đã hoàn tác: {label}", "Undone: {label}";
    told_redone(label: &str) = "Đã làm lại: {label}", "Redone: {label}";
    told_nothing_to_undo = "Không còn gì để hoàn tác.", "There is nothing to undo.";
    told_nothing_to_redo = "Không có gì để làm lại.", "There is nothing to redo.";
    told_marked(unit: &str, state: &str) = "Điểm danh {unit}: {state}", "Marked {unit}: {state}";
    told_marked_rest(n: usize) = "Điểm danh: {n} đơn vị còn lại có mặt", "Marked: the other {n} units are present";
    told_not_late(unit: &str) = "{unit}: không còn ghi đến muộn", "{unit}: no longer late";
    told_cleared(unit: &str) = "Xóa điểm danh {unit}", "Cleared {unit}";
    told_counted(name: &str) = "Đếm {name}", "Counted {name}";
    told_named(unit: &str) = "Họ tên của {unit}", "Names of {unit}";
    told_item_started(item: &str) = "Bắt đầu mục: {item}", "Started: {item}";
    told_item_skipped(item: &str) = "Bỏ qua mục: {item}", "Left out: {item}";
    told_closed = "Bế mạc hội nghị", "Closed the meeting";
    told_reopened = "Mở lại hội nghị", "Reopened the meeting";
    told_final = "Đánh dấu biên bản đã ký", "Marked the minutes as signed";
    told_floor(unit: &str) = "Mời {unit} phát biểu", "Gave the floor to {unit}";
    told_queued(unit: &str) = "{unit} đăng ký phát biểu", "{unit} asks for the floor";
    why_queued(unit: &str) = "{unit} đã ở trong hàng chờ.", "{unit} is in the queue already.";
    told_floor_ended(unit: &str) = "{unit} hết lượt", "{unit} yielded the floor";
    told_written(kind: &str) = "Ghi {kind}", "Wrote: {kind}";
    told_rewritten(kind: &str) = "Sửa {kind}", "Changed: {kind}";
    told_removed(kind: &str) = "Xóa {kind}", "Deleted: {kind}";
    told_assigned(code: &str) = "Giao nhiệm vụ {code}", "Assigned {code}";
    told_planned(title: &str) = "Lập {title}", "Planned {title}";
    told_details = "Sửa thông tin hội nghị", "Changed the particulars";
    told_roster(name: &str) = "Dùng danh sách {name}", "Took the roster {name}";
    told_issue(code: &str, state: &str) = "{code}: {state}", "{code}: {state}";
    told_part(unit: &str, state: &str) = "{unit}: {state}", "{unit}: {state}";
    told_extended(code: &str, day: &str) = "Gia hạn {code} đến {day}", "Extended {code} to {day}";
    told_deliverable(code: &str) = "Sản phẩm của {code}", "Deliverable of {code}";
    told_exported(file: &str) = "Đã xuất {file}", "Exported {file}";
    told_exported_with_gaps(file: &str, n: usize) = "Đã xuất {file}; còn thiếu {n} chỗ, in là ......", "Exported {file}; {n} gaps are printed as ......";
    told_finding(typed: &str) = "Tìm: {typed}", "Find: {typed}";
    told_restored = "Tiếp tục từ chỗ đã dừng.", "Back where you stopped.";
    told_theme(name: &str) = "Giao diện: {name}", "Theme: {name}";
    told_practice = "Sổ thực hành, mất khi thoát. DỮ LIỆU MẪU.", "A practice book, gone when you quit. SAMPLE DATA.";

    why_no_meeting = "Chưa mở hội nghị nào: F2 rồi Enter.", "No meeting is open: F2, then Enter.";
    why_no_line = "Chưa chọn dòng nào: dùng mũi tên ↑.", "No line is selected: use the arrow ↑.";
    why_nobody_speaks = "Chưa ai đang phát biểu.", "Nobody has the floor.";
    why_not_represented(unit: &str) = "{unit} chưa có mặt nên không đến muộn, về sớm được.", "{unit} is not present, so it cannot leave or come back.";
    why_ambiguous(units: &str) = "Nhiều đơn vị khớp: {units}. Gõ thêm hoặc dùng mũi tên.", "Several units match: {units}. Type more or use the arrows.";
    why_no_match(typed: &str) = "Không có đơn vị nào khớp «{typed}».", "No unit matches «{typed}».";
    why_absent(unit: &str) = "{unit} đang ghi là vắng; sửa điểm danh (F3) trước.", "{unit} is marked absent; mend the roll call (F3) first.";
    why_no_option(typed: &str) = "Không có mục nào khớp «{typed}».", "Nothing matches «{typed}».";
    why_all_marked = "Mọi đơn vị đã được điểm danh.", "Every unit has been marked.";
    why_empty_line = "Dòng chưa có nội dung.", "The line has no text.";
    why_no_focus = "Nhiệm vụ cần một nội dung trọng tâm: thêm #1 đến #6.", "An action needs a focus area: add #1 to #6.";
    why_no_unit = "Nhiệm vụ chưa có đơn vị: thêm @đơn vị hoặc @tất cả.", "The action has no unit: add @unit or @tất cả.";
    why_closed = "Hội nghị đã bế mạc; mở lại bằng Ctrl-P nếu cần ghi tiếp.", "The meeting is closed; reopen it with Ctrl-P to go on.";
    why_final = "Biên bản đã ký, không sửa được nữa.", "The minutes are signed and cannot be changed.";
    why_not_planned = "Chỉ đổi được danh sách khi hội nghị chưa bắt đầu.", "The roster can only be changed before the meeting begins.";
    why_not_begun = "Hội nghị chưa bắt đầu.", "The meeting has not begun.";
    why_not_closed = "Hội nghị chưa bế mạc.", "The meeting has not been closed.";
    why_gaps(n: usize) = "Biên bản còn thiếu {n} chỗ; điền xong mới đánh dấu đã ký.", "The minutes still miss {n} things; fill them before signing.";
    why_needs(field: &str) = "Cần có: {field}.", "Needed: {field}.";
    why_not_a_day(typed: &str) = "«{typed}» không phải ngày; viết như 30/9 hoặc 30/9/2023.", "«{typed}» is not a date; write 30/9 or 30/9/2023.";
    why_not_in_calendar(typed: &str) = "Lịch không có ngày {typed}.", "No calendar has {typed}.";
    why_not_a_time(typed: &str) = "«{typed}» không phải giờ; viết như 8:00.", "«{typed}» is not a time; write 8:00.";
    why_not_a_number(typed: &str) = "«{typed}» không phải số.", "«{typed}» is not a number.";
    why_not_yes_or_no(typed: &str) = "«{typed}»: trả lời có hoặc không.", "«{typed}»: answer yes or no.";
    why_not_later(day: &str) = "Hạn mới phải sau hạn đang có ({day}).", "The new deadline must be after the one in force ({day}).";
    why_no_actions_here = "Ô này không có nhiệm vụ.", "This cell has no actions.";
    why_nothing_here = "Không có gì ở đây.", "There is nothing here.";
    problem_unknown_unit(typed: &str) = "không có đơn vị «{typed}»", "no unit «{typed}»";
    problem_ambiguous(typed: &str, units: &str) = "«{typed}»: {units}?", "«{typed}»: {units}?";
    problem_unknown_focus(typed: &str) = "không có trọng tâm #{typed}", "no focus area #{typed}";
    problem_not_a_date(typed: &str) = "^{typed} không phải ngày", "^{typed} is not a date";
    problem_not_in_calendar(typed: &str) = "lịch không có ngày {typed}", "no calendar has {typed}";
    why_check_line(problem: &str) = "{problem}. Sửa lại, hoặc Enter lần nữa để ghi nguyên văn.", "{problem}. Mend it, or Enter again to write it as it stands.";
    why_check_closed = "Hội nghị đã bế mạc: Enter lần nữa để ghi bổ sung, hoặc mở lại bằng Ctrl-P.", "The meeting is closed: Enter again adds the line, or reopen it with Ctrl-P.";

    fail_not_a_database = "Tệp này không phải sổ giao ban (không phải tệp SQLite). Chọn tệp khác bằng --book.", "This file is not a giaoban book (not an SQLite file). Choose another with --book.";
    fail_other_program = "Tệp này là cơ sở dữ liệu của chương trình khác; không đụng đến nó.", "This file is a database of another program; it was left alone.";
    fail_newer = "Sổ do bản giaoban mới hơn ghi; hãy cập nhật chương trình.", "A newer giaoban wrote this book; please update the program.";
    fail_read_only = "Sổ chỉ đọc được, không ghi được; kiểm tra quyền của tệp và thư mục.", "The book cannot be written; check the permissions of the file and its folder.";
    fail_locked = "Chương trình khác đang giữ sổ; đóng nó rồi thử lại. Chưa mất gì.", "Another program holds the book; close it and try again. Nothing is lost.";
    fail_no_folder = "Không mở được sổ: thư mục không có hoặc không vào được.", "The book cannot be opened: its folder is missing or closed.";
    fail_full = "Đĩa đầy: chưa ghi được, chưa mất gì. Giải phóng chỗ rồi làm lại.", "The disk is full: nothing was written, nothing is lost. Make room and repeat.";
    fail_damaged = "Sổ có chỗ hỏng, không đọc được; dùng bản sao lưu.", "Something in the book is damaged; use the backup.";
    fail_clash = "Cửa sổ khác vừa sửa đúng chỗ này; màn hình đã tải lại, xin làm lại lệnh.", "Another window has just changed this; the screen was reloaded, please repeat.";
    fail_other = "Sổ không ghi được.", "The book could not be written.";
    fail_file_exists(file: &str) = "Đã có tệp {file}; chọn tên khác.", "{file} exists already; choose another name.";
    fail_is_book(file: &str) = "{file} chính là sổ; chọn tệp khác cho biên bản.", "{file} is the book itself; choose another file.";
    fail_is_folder(file: &str) = "{file} là thư mục, không phải tệp sổ.", "{file} is a folder, not a book.";
    fail_book(file: &str, why: &str) = "{file}: {why}", "{file}: {why}";
    io_not_found = "thư mục không có", "the folder is missing";
    io_denied = "không có quyền ghi", "no permission to write";
    io_read_only = "ổ đĩa chỉ đọc", "the disk is read-only";
    io_full = "đĩa đầy", "the disk is full";
    io_is_folder = "đó là một thư mục", "that is a folder";
    fail_file_exists_force(file: &str) = "Đã có tệp {file}; chọn tên khác, hoặc thêm --force để thay.", "{file} exists already; choose another name, or add --force to replace it.";
    fail_file(file: &str, why: &str) = "Không ghi được {file}: {why}", "{file} could not be written: {why}";
    fail_not_a_terminal = "giaoban cần một cửa sổ dòng lệnh (terminal) để vẽ màn hình.", "giaoban needs a terminal to draw its screen.";
    fail_terminal(why: &str) = "Cửa sổ dòng lệnh không dùng được: {why}", "The terminal cannot be used: {why}";
    fail_theme(file: &str, line: usize, column: usize, why: &str) = "Giao diện {file}, dòng {line}, cột {column}: {why}. Dùng giao diện tối.", "Theme {file}, line {line}, column {column}: {why}. The dark theme is used.";
    fail_no_theme(name: &str, known: &str) = "Không có giao diện «{name}». Có: {known}.", "There is no theme «{name}». There are: {known}.";
    fail_config(file: &str, line: usize, column: usize, why: &str) = "Cấu hình {file}, dòng {line}, cột {column}: {why}. Dùng mặc định.", "Configuration {file}, line {line}, column {column}: {why}. Defaults are used.";
    fail_usage(what: &str) = "Không hiểu «{what}». Xem: giaoban --help", "«{what}» is not understood. See: giaoban --help";
    fail_needs_value(option: &str) = "{option} cần một giá trị. Xem: giaoban --help", "{option} needs a value. See: giaoban --help";
    fail_no_such_meeting = "Sổ không có hội nghị này.", "The book has no such meeting.";
    fail_no_book(file: &str) = "Không có sổ {file}.", "There is no book {file}.";
    fail_home = "Không biết thư mục dữ liệu của người dùng; dùng --book FILE.", "The user's data folder is not known; use --book FILE.";

    usage = "giaoban: hội nghị giao ban từ một máy tính xách tay, và theo dõi việc đã giao.

  giaoban [--book TỆP] [--lang vi|en] [--theme TÊN]   mở sổ (sổ mới có sẵn một hội nghị)
  giaoban demo                                        bản thực hành, dữ liệu mẫu, mất khi thoát
  giaoban minutes [--day NĂM-THÁNG-NGÀY] [--format docx|md|txt] [-o TỆP] [--force]
                                                      ghi biên bản của hội nghị gần nhất ra tệp
  giaoban --help | --version

Trong chương trình: F1 trợ giúp, Ctrl-P mọi lệnh, Ctrl-Q thoát.
", "giaoban: runs a briefing meeting from one laptop, and follows up what was decided.

  giaoban [--book FILE] [--lang vi|en] [--theme NAME]  opens the book (a new one has a meeting ready)
  giaoban demo                                         a practice copy, sample data, gone when you quit
  giaoban minutes [--day YEAR-MONTH-DAY] [--format docx|md|txt] [-o FILE] [--force]
                                                       writes the minutes of the last meeting to a file
  giaoban --help | --version

In the program: F1 help, Ctrl-P all commands, Ctrl-Q quits.
";
}
