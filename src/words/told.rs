//! The sentences of the status line: successes, refusals and failures.

super::phrases! {
    told_undone(label: &str) = "Đã hoàn tác: {label}", "Undone: {label}";
    told_redone(label: &str) = "Đã làm lại: {label}", "Redone: {label}";
    told_nothing_to_undo = "Không còn gì để hoàn tác.", "There is nothing to undo.";
    told_nothing_to_redo = "Không có gì để làm lại.", "There is nothing to redo.";
    told_marked(unit: &str, state: &str) = "Điểm danh {unit}: {state}", "Marked {unit}: {state}";
    told_marked_rest(n: usize) = "Điểm danh: {n} đơn vị còn lại có mặt", "Marked: the other {n} units are present";
    told_marked_rest_secretary(n: usize) = "Điểm danh: {n} đơn vị còn lại, Bí thư", "Marked: the other {n} units, Secretary";
    told_not_so(unit: &str, state: &str) = "{unit}: bỏ ghi {state}", "{unit}: took back {state}";
    told_corrected(unit: &str) = "Sửa lần ghi của {unit}", "Corrected an entry of {unit}";
    told_struck(unit: &str, what: &str, time: &str) = "Xóa lần ghi của {unit}: {time} {what}", "Struck an entry of {unit}: {time} {what}";
    told_seated(name: &str) = "Thêm {name}", "Added {name}";
    told_unseated(name: &str) = "Bỏ {name}", "Removed {name}";
    told_copied = "Đã gửi vào bảng tạm; nếu không dán được, bôi đen bằng chuột để chép.", "Copied to the clipboard; if it does not paste, select with the mouse.";
    told_typing_off = "Gõ tiếng Việt: dùng bộ gõ của máy", "Vietnamese typing: the system's input method";
    told_typing_on(method: &str) = "Gõ tiếng Việt bằng {method} của chương trình; tắt bộ gõ của máy. F12 đổi.", "Typing with the built-in {method}; switch the system's off. F12 changes.";
    told_unit(name: &str) = "Sửa đơn vị {name}", "Changed the unit {name}";
    told_unit_added(name: &str) = "Thêm đơn vị {name}", "Added the unit {name}";
    told_unit_removed(name: &str) = "Bỏ {name} khỏi danh sách", "Took {name} off the roster";
    told_roster_written(name: &str) = "Ghi danh sách {name}", "Wrote the roster {name}";
    told_imported(new: usize, changed: usize) = "Nhập danh sách: {new} mới, {changed} đổi", "Imported: {new} new, {changed} changed";
    told_nothing_new = "Tệp không có gì mới: sổ giữ nguyên.", "The file says nothing new: the book stays as it is.";
    told_cleared(unit: &str) = "Xóa điểm danh {unit}", "Cleared {unit}";
    told_counted(name: &str) = "Đếm {name}", "Counted {name}";
    told_named(unit: &str) = "Họ tên của {unit}", "Names of {unit}";
    told_item_started(item: &str) = "Bắt đầu mục: {item}", "Started: {item}";
    told_item_skipped(item: &str) = "Bỏ qua mục: {item}", "Left out: {item}";
    told_item_ended(item: &str) = "Kết thúc mục: {item}", "Ended: {item}";
    told_item_added(item: &str) = "Thêm mục: {item}", "Added: {item}";
    told_item_revised(item: &str) = "Sửa mục: {item}", "Changed: {item}";
    told_postponed(item: &str) = "Hoãn mục: {item}; họp tiếp trước kết luận", "Put off till before the conclusion: {item}";
    told_shifted(item: &str) = "Đổi thứ tự: {item}", "Moved: {item}";
    told_break = "Giải lao; Ctrl-N họp tiếp", "A break; Ctrl-N goes on";
    told_hard_end(time: &str) = "Phải xong lúc {time}", "Must end at {time}";
    told_no_hard_end = "Bỏ giờ phải xong", "No fixed end any more";
    told_paused(unit: &str) = "{unit} tạm ngừng, chờ ở đầu hàng", "{unit} holds, first in the queue";
    told_put_back(unit: &str) = "{unit} về hàng chờ", "{unit} is back in the queue";
    told_interjects(unit: &str) = "{unit} phát biểu xen", "{unit} interjects";
    told_withdrawn(unit: &str) = "{unit} rút tên", "{unit} withdrew";
    told_turn_moved(unit: &str) = "Đổi chỗ trong hàng chờ: {unit}", "Moved in the queue: {unit}";
    told_silent_first = "Hàng chờ: chưa phát biểu lên trước", "Queue: not yet spoken first";
    told_turn(unit: &str) = "Sửa lượt phát biểu của {unit}", "Corrected the turn of {unit}";
    told_turn_given(from: &str, to: &str) = "Chuyển lượt phát biểu của {from} cho {to}", "Gave the turn of {from} to {to}";
    told_turn_split(unit: &str, at: &str) = "Tách lượt phát biểu của {unit} lúc {at}", "Split the turn of {unit} at {at}";
    told_turn_merged(unit: &str) = "Gộp hai lượt phát biểu của {unit}", "Joined two turns of {unit}";
    told_turn_gone(unit: &str) = "Xóa lượt phát biểu của {unit}", "Deleted the turn of {unit}";
    warn_turn_overlaps(unit: &str, times: &str) = "Đã sửa, nhưng trùng giờ với lượt của {unit} ({times}).", "Corrected, but it overlaps the turn of {unit} ({times}).";
    warn_turn_outside_item(item: &str) = "Đã sửa, nhưng mục «{item}» không chạy trong giờ ấy.", "Corrected, but «{item}» did not run at that time.";
    warn_turn_outside_meeting = "Đã sửa, nhưng lượt này nằm ngoài giờ họp.", "Corrected, but the turn lies outside the meeting.";
    why_turn_empty(at: &str) = "Kết thúc phải sau lúc bắt đầu ({at}). Muốn bỏ lượt này: Esc, mở lại danh sách lượt, «Xóa lượt này».", "It must end after it began ({at}). To drop the turn: Esc, the list of turns again, «Delete this turn».";
    why_no_next_turn(unit: &str) = "Trong mục này {unit} không có lượt nào sau đó.", "{unit} has no later turn under this item.";
    why_turn_between(unit: &str, times: &str) = "Giữa hai lượt có {unit} phát biểu ({times}); xóa hoặc chuyển lượt ấy trước.", "{unit} spoke between the two ({times}); delete or move that turn first.";
    why_one_voice = "Chỉ điền đơn vị hoặc khách, không điền cả hai.", "Fill in the unit or the guest, not both.";
    why_split_outside(began: &str, ended: &str) = "Giờ tách phải ở giữa {began} và {ended}.", "The time must lie between {began} and {ended}.";
    told_moved(kind: &str) = "Chuyển {kind}", "Moved: {kind}";
    told_lines_moved(n: usize) = "Chuyển {n} dòng", "Moved {n} lines";
    told_lines_retyped(n: usize, kind: &str) = "Đổi {n} dòng thành {kind}", "Turned {n} lines into: {kind}";
    why_not_a_line_kind(typed: &str, kinds: &str) = "«{typed}» không phải loại nào trong: {kinds}.", "«{typed}» is none of: {kinds}.";
    told_joined = "Nối hai dòng", "Joined two lines";
    told_split = "Tách dòng", "Split the line";
    told_pasted(n: usize) = "Dán {n} dòng", "Pasted {n} lines";
    told_snippet(short: &str, phrase: &str) = "Viết tắt «{short}»: {phrase}", "Short form «{short}»: {phrase}";
    told_snippet_gone(short: &str) = "Bỏ viết tắt «{short}»", "Removed the short form «{short}»";
    told_closed = "Bế mạc hội nghị", "Closed the meeting";
    told_reopened = "Mở lại hội nghị", "Reopened the meeting";
    told_unsigned = "Bỏ dấu đã ký của biên bản", "Took the signature mark off the minutes";
    told_final = "Đánh dấu biên bản đã ký", "Marked the minutes as signed";
    told_floor(unit: &str) = "Mời {unit} phát biểu", "Gave the floor to {unit}";
    told_queued(unit: &str) = "{unit} đăng ký phát biểu", "{unit} asks for the floor";
    why_queued(unit: &str) = "{unit} đã ở trong hàng chờ.", "{unit} is in the queue already.";
    told_floor_ended(unit: &str) = "{unit} hết lượt", "{unit} yielded the floor";
    told_written(kind: &str) = "Ghi {kind}", "Wrote: {kind}";
    told_rewritten(kind: &str) = "Sửa {kind}", "Changed: {kind}";
    told_removed(kind: &str) = "Xóa {kind}", "Deleted: {kind}";
    told_goes_on(typed: &str) = "«{typed}» đã để vào cuối dòng ghi", "«{typed}» now stands at the end of the line";
    told_no_unit = "chưa ghi đơn vị nêu (Ctrl-X)", "no unit that raised it (Ctrl-X)";
    told_owed_by_nobody = "chưa giao đơn vị nào", "given to no unit yet";
    told_left_issue(codes: &str) = "không còn gắn {codes}", "{codes} no longer linked";
    told_assigned(code: &str) = "Giao nhiệm vụ {code}", "Assigned {code}";
    told_planned(title: &str) = "Lập {title}", "Planned {title}";
    told_details = "Sửa thông tin hội nghị", "Changed the particulars";
    warn_roster_unfit(name: &str, day: &str) = "Đã dùng danh sách {name}, nhưng danh sách ấy không có hiệu lực ngày họp {day}.", "Took the roster {name}, but it is not in force on the day of the meeting, {day}.";
    told_roster(name: &str) = "Dùng danh sách {name}", "Took the roster {name}";
    told_issue(code: &str, state: &str) = "{code}: {state}", "{code}: {state}";
    told_part(unit: &str, state: &str) = "{unit}: {state}", "{unit}: {state}";
    told_extended(code: &str, day: &str) = "Gia hạn {code} đến {day}", "Extended {code} to {day}";
    told_exported(file: &str) = "Đã xuất {file}", "Exported {file}";
    told_exported_with_gaps(file: &str, n: usize) = "Đã xuất {file}; còn thiếu {n} chỗ, in là ......", "Exported {file}; {n} gaps are printed as ......";
    told_finding(typed: &str) = "Tìm: {typed}", "Find: {typed}";
    told_restored = "Tiếp tục từ chỗ đã dừng.", "Back where you stopped.";
    told_theme(name: &str) = "Giao diện: {name}", "Theme: {name}";
    told_practice = "Sổ thực hành, mất khi thoát. DỮ LIỆU MẪU.", "A practice book, gone when you quit. SAMPLE DATA.";

    why_no_meeting = "Chưa mở hội nghị nào: F2 rồi Enter.", "No meeting is open: F2, then Enter.";
    why_no_line = "Chưa chọn dòng nào: dùng mũi tên ↑.", "No line is selected: use the arrow ↑.";
    why_nothing_runs = "Chưa có mục nào đang chạy.", "No item is running.";
    why_nothing_ahead = "Không còn mục nào phía trước.", "No item is left ahead.";
    why_runs_already(item: &str) = "{item} đang chạy.", "{item} is running.";
    why_speaks_already(unit: &str) = "{unit} đang phát biểu.", "{unit} has the floor.";
    why_in_order = "Hàng chờ đã đúng thứ tự ấy.", "The queue is in that order already.";
    why_not_queued = "Chưa ở trong hàng chờ.", "Not in the queue.";
    why_no_card = "Chưa có đơn vị nào đang phát biểu hay được nhắc đến trong dòng.", "No unit speaks or is named in the line.";
    why_no_action_here = "Dòng này không phải nhiệm vụ; chọn một nhiệm vụ để ghi tiến độ.", "This is no action; select one to mark its progress.";
    why_no_snippet(word: &str) = "«{word}» không phải viết tắt nào; Ctrl-P, «Cụm từ viết tắt» để thêm.", "«{word}» stands for no phrase; Ctrl-P, «Abbreviated phrases» adds it.";
    why_nothing_typed = "Chưa gõ dòng nào. Tab: vào diễn biến.", "No line was typed yet. Tab goes to the proceedings.";
    why_line_gone = "Dòng đang sửa đã bị xóa ở nơi khác: Enter lần nữa để ghi thành dòng mới.", "The line was deleted elsewhere meanwhile: Enter again writes it as a new one.";
    why_deadline_stands = "Đã bế mạc: hạn đầu không sửa nữa, chỉ gia hạn (F6, Ctrl-T).", "The meeting is closed: the first deadline stands; extend it (F6, Ctrl-T).";
    why_first_line = "Không có dòng nào ở trên để nối vào.", "There is no line above to join with.";
    why_unlike = "Chỉ nối được hai dòng liền nhau cùng loại, cùng đơn vị.", "Only neighbours of one kind and one speaker can be joined.";
    why_actions_apart = "Nhiệm vụ giữ mã riêng, không nối: sửa nội dung một dòng rồi xóa dòng kia.", "Actions keep their codes: change the words of one and delete the other.";
    why_postpone_done = "Mục này đã xong, không hoãn được.", "This item is done; it cannot be put off.";
    why_skip_done = "Mục này đã xong, không bỏ qua được.", "This item is done; it cannot be left out.";
    why_two_issues = "Hai vướng mắc đều đã được trả lời, không nối được.", "Both issues were answered; they cannot be joined.";
    why_not_editing = "Chọn một dòng (Tab), Enter để sửa, đặt con trỏ rồi Ctrl-S.", "Select a line (Tab), Enter edits it; place the caret, then Ctrl-S.";
    why_nothing_to_split = "Con trỏ phải ở giữa dòng để tách.", "The caret must stand within the text to split it.";
    why_not_said = "Chỉ ghi chép mới là lời của một đơn vị.", "Only a note is some unit's words.";
    why_no_item(number: i64, last: usize) = "Không có mục {number} (1 đến {last}).", "There is no item {number} (1 to {last}).";
    why_not_a_kind(kinds: &str) = "Loại mục là một trong: {kinds}.", "The kind is one of: {kinds}.";
    why_not_a_span(typed: &str) = "«{typed}»: viết như 8:10 - 8:31; 8:50 - 9:02.", "«{typed}»: write 8:10 - 8:31; 8:50 - 9:02.";
    why_span_turned(span: &str) = "{span}: kết thúc trước khi bắt đầu.", "{span}: it ends before it begins.";
    why_in_future(at: &str) = "{at} chưa đến.", "{at} has not come yet.";
    why_overlaps(span: &str, item: &str) = "{span}: lúc ấy mục «{item}» đang chạy.", "{span}: «{item}» ran at that time.";
    why_no_end(at: &str) = "{at}: thiếu giờ kết thúc.", "{at}: its end is missing.";
    why_ends_before_start(at: &str, starts: &str) = "{at} không sau lúc bắt đầu ({starts}).", "{at} is not after the beginning ({starts}).";
    why_one_word = "Viết tắt là một từ liền.", "An abbreviation is one word.";
    why_snippet_taken(short: &str, phrase: &str) = "«{short}» đã là «{phrase}».", "«{short}» stands for «{phrase}» already.";
    why_clock_back(last: &str) = "Đồng hồ máy chậm hơn lần ghi cuối ({last}): kiểm tra giờ máy. Giờ đã ghi vẫn giữ nguyên.", "The clock is behind the last entry ({last}): check it. What was written keeps its time.";
    why_clock_jumped(span: &str) = "Vừa cách quãng {span} (máy ngủ hoặc đổi giờ); mục đang chạy tính cả quãng ấy. Ctrl-O, Ctrl-D để sửa giờ.", "{span} passed at once (sleep, or the clock was set); the running item counts them. Ctrl-O, Ctrl-D corrects it.";
    why_nobody_speaks = "Chưa ai đang phát biểu.", "Nobody has the floor.";
    why_not_represented(unit: &str) = "{unit} đang không được ghi là có mặt.", "{unit} is not marked as present.";
    why_left_early(begins: &str) = "Hội nghị {begins} mới bắt đầu nên chưa ai về sớm.", "The meeting begins at {begins}, so nobody leaves early yet.";
    why_too_early(begins: &str) = "Hội nghị {begins} mới bắt đầu nên chưa ai đến muộn.", "The meeting begins at {begins}, so nobody is late yet.";
    why_too_late(at: &str, limit: &str) = "{at} là sau {limit}: chưa đến giờ ấy, hoặc hội nghị đã bế mạc.", "{at} is after {limit}: that time has not come, or the meeting was over.";
    why_outside_day(day: &str, meeting: &str) = "Ngày {day} không phải ngày họp ({meeting}); đổi ngày họp: F2, Ctrl-D. Báo vắng trước thì được.", "{day} is not the day of the meeting ({meeting}); F2, Ctrl-D changes it. Absences may be announced before.";
    why_spoke_before(unit: &str, spoke: &str, arrived: &str) = "{unit} đã phát biểu lúc {spoke}, không thể {arrived} mới đến; sửa một trong hai.", "{unit} spoke at {spoke}, so it cannot have come at {arrived}; correct one of the two.";
    why_seen_before(unit: &str, seen: &str, arrived: &str) = "{unit} đã ghi có mặt lúc {seen}, không thể {arrived} mới đến; sửa một trong hai giờ.", "{unit} was marked present at {seen}, so it cannot have come at {arrived}; correct one of the two.";
    why_left_before(unit: &str, left: &str, arrived: &str) = "{unit} không thể về lúc {left} khi {arrived} mới đến; sửa một trong hai giờ.", "{unit} cannot leave at {left} and arrive at {arrived}; correct one of the two.";
    why_left_twice(unit: &str) = "{unit} đã ghi về sớm; bấm 8 nếu đã quay lại.", "{unit} has left already; press 8 if it came back.";
    why_not_left(unit: &str) = "{unit} lúc ấy chưa về sớm nên không quay lại được.", "{unit} had not left then, so it cannot come back.";
    why_no_name(unit: &str) = "Người dự thay của {unit} cần có họ tên.", "The substitute of {unit} needs a name.";
    why_not_a_moment(typed: &str) = "«{typed}» không phải giờ; viết như 8:31 hoặc 15:00 10/7/2023.", "«{typed}» is not a time; write 8:31 or 15:00 10/7/2023.";
    why_roster_ended(name: &str, day: &str) = "Danh sách {name} hết hiệu lực {day}; chọn danh sách cho hội nghị này.", "The roster {name} ended on {day}; choose one for this meeting.";
    why_roster_spoken_for = "Đã có ghi chép hoặc lượt phát biểu: xóa trước rồi mới đổi danh sách.", "Notes or turns stand in this meeting: delete them before the change.";
    why_on_roster(name: &str) = "«{name}» đã có trong danh sách.", "«{name}» is on the roster already.";
    why_ends_before(last: &str, first: &str) = "Hết hiệu lực {last} trước khi bắt đầu {first}.", "It would end ({last}) before it begins ({first}).";
    why_in_use = "Hội nghị mới đang dùng danh sách này rồi.", "New meetings use this roster already.";
    why_not_in_doubt = "Chỉ dòng có dấu ? mới cần quyết định.", "Only lines with a ? need a decision.";
    told_planned_with_ended(units: &str) = "Đã lập. Lưu ý: đơn vị không còn hiệu lực vào ngày họp: {units}", "Planned. Note: units not in force that day: {units}";
    why_ambiguous(units: &str) = "Nhiều đơn vị khớp: {units}. Gõ thêm hoặc dùng mũi tên.", "Several units match: {units}. Type more or use the arrows.";
    why_no_match(typed: &str) = "Không có đơn vị nào khớp «{typed}».", "No unit matches «{typed}».";
    why_absent(unit: &str) = "{unit} đang ghi là vắng; sửa điểm danh (F3) trước.", "{unit} is marked absent; mend the roll call (F3) first.";
    why_no_option(typed: &str) = "Không có mục nào khớp «{typed}».", "Nothing matches «{typed}».";
    why_finder_full(letters: usize, words: usize) = "Ô tìm và lọc nhận nhiều nhất {letters} ký tự, {words} từ; phần thừa không lấy.", "A field that finds or filters takes {letters} letters and {words} words at most; the rest was left out.";
    why_all_marked = "Mọi đơn vị đã được điểm danh.", "Every unit has been marked.";
    why_empty_line = "Dòng chưa có nội dung.", "The line has no text.";
    why_no_focus = "Nhiệm vụ cần một nội dung trọng tâm: thêm # và số, như #1.", "An action needs a focus area: add # and its number, like #1.";
    why_no_unit = "Nhiệm vụ chưa có đơn vị: thêm @đơn vị hoặc @tất cả.", "The action has no unit: add @unit or @tất cả.";
    why_closed = "Hội nghị đã bế mạc; mở lại bằng Ctrl-P nếu cần ghi tiếp.", "The meeting is closed; reopen it with Ctrl-P to go on.";
    why_not_planned = "Chỉ đổi được danh sách khi hội nghị chưa bắt đầu.", "The roster can only be changed before the meeting begins.";
    why_not_begun = "Hội nghị chưa bắt đầu.", "The meeting has not begun.";
    why_not_closed = "Hội nghị chưa bế mạc.", "The meeting has not been closed.";
    why_wrong(n: usize) = "Biên bản còn {n} điều phải sửa (F8); sửa xong mới đánh dấu đã ký.", "The minutes have {n} things to correct (F8) before signing.";
    why_gaps_elsewhere(n: usize, gap: &str) = "Điền trước khi ký ({n} chỗ): {gap}", "Fill before signing ({n}): {gap}";
    why_gaps(n: usize) = "Biên bản còn thiếu {n} chỗ; điền xong mới đánh dấu đã ký.", "The minutes still miss {n} things; fill them before signing.";
    why_needs(field: &str) = "Cần có: {field}.", "Needed: {field}.";
    why_not_a_day(typed: &str) = "«{typed}» không phải ngày; viết như 30/9 hoặc 30/9/2023.", "«{typed}» is not a date; write 30/9 or 30/9/2023.";
    why_not_a_deadline(typed: &str) = "Không hiểu thời hạn «{typed}»; gõ ví dụ 20/8, cuối tháng 9, trong 10 ngày.", "The deadline «{typed}» is not understood; type 20/8, +10 or cuối tháng 9, say.";
    why_not_a_first_deadline(typed: &str) = "Không hiểu thời hạn «{typed}»; gõ ví dụ 20/8, cuối tháng 9, hoặc giữ lời: \"{typed}\".", "The deadline «{typed}» is not understood; type 20/8, say, or keep the words: \"{typed}\".";
    why_not_in_calendar(typed: &str) = "Lịch không có ngày {typed}.", "No calendar has {typed}.";
    why_not_a_time(typed: &str) = "«{typed}» không phải giờ; viết như 8:00.", "«{typed}» is not a time; write 8:00.";
    why_not_a_number(typed: &str) = "«{typed}» không phải số.", "«{typed}» is not a number.";
    why_not_yes_or_no(typed: &str) = "«{typed}»: trả lời có hoặc không.", "«{typed}»: answer yes or no.";
    why_not_later(day: &str) = "Hạn mới phải sau hạn đang có ({day}).", "The new deadline must be after the one in force ({day}).";
    why_no_actions_here = "Ô này không có nhiệm vụ.", "This cell has no actions.";
    why_nothing_here = "Không có gì ở đây.", "There is nothing here.";
    why_gone = "Dữ liệu này không còn trong sổ, có thể vừa bị xóa.", "This is no longer in the book; it may just have been deleted.";
    why_tone_or_mark(letter: char, digit: char) = "Tên không có «{letter}». Muốn điểm danh thì gõ {digit} lần nữa.", "No name has «{letter}». Type {digit} again to mark.";
    why_form_changed = "Đã gõ mà chưa ghi: Ctrl-S ghi, Esc lần nữa bỏ phần đã gõ.", "Not saved yet: Ctrl-S saves, Esc again drops what was typed.";
    why_record_gone = "Dữ liệu này không còn trong sổ, có thể vừa bị xóa; phần đã gõ vẫn còn.", "This is no longer in the book, perhaps just deleted; what you typed stays.";
    why_meeting_gone = "Hội nghị đang mở không còn trong sổ, có thể vừa bị xóa.", "The open meeting is no longer in the book; it may just have been deleted.";
    problem_unknown_unit(typed: &str) = "không có đơn vị «{typed}»", "no unit «{typed}»";
    problem_ambiguous(typed: &str, units: &str) = "«{typed}»: {units}?", "«{typed}»: {units}?";
    problem_unknown_focus(typed: &str) = "không có trọng tâm #{typed}", "no focus area #{typed}";
    problem_not_a_date(typed: &str) = "Không hiểu thời hạn «{typed}»; gõ ví dụ ^20/8, hoặc giữ lời: ^\"…\"", "The deadline «{typed}» is not understood; type ^20/8, or keep the words: ^\"…\"";
    problem_not_in_calendar(typed: &str) = "lịch không có ngày {typed}", "no calendar has {typed}";
    problem_too_many_signs(most: usize) = "quá {most} dấu @ # ^ trong một dòng; phần sau để nguyên là chữ", "more than {most} of the signs @ # ^ in one line; what stands behind stays text";
    problem_before_meeting(day: &str) = "hạn {day} trước ngày họp", "{day} is before the meeting";
    problem_second_issue(first: &str, second: &str) = "một dòng chỉ gắn một vướng mắc: {first}; {second} để nguyên là chữ", "a line is for one issue: {first}; {second} stays text";
    problem_unknown_action(code: &str) = "không có nhiệm vụ {code}, để nguyên là chữ", "there is no action {code}; it stays text";
    names_action(code: &str, text: &str) = "về {code} «{text}»", "about {code} «{text}»";
    problem_unknown_issue(code: &str) = "không có vướng mắc {code}", "there is no issue {code}";
    remark_twice(unit: &str) = "{unit} ghi hai lần, tính một", "{unit} twice, counted once";
    remark_moved(typed: &str, day: &str) = "{typed} là ngày nghỉ → {day}", "{typed} is a day off → {day}";
    remark_holiday(day: &str, name: &str) = "{day} là ngày nghỉ ({name})", "{day} is a day off ({name})";
    remark_no_day(said: &str) = "thiếu hạn: giữ lời «{said}»", "no day: «{said}» is kept";
    remark_other_year(day: &str) = "hạn {day}: năm khác", "{day}: another year";
    remark_not_for_all = "@tất cả chỉ dùng khi giao nhiệm vụ", "@tất cả is for actions only";
    remark_weekend(day: &str) = "{day} là cuối tuần", "{day} is on a weekend";
    why_check_line(problem: &str) = "{problem}. Sửa lại, hoặc Enter lần nữa để vẫn ghi.", "{problem}. Mend it, or Enter again to write it all the same.";
    why_check_near_unit(said: &str, unit: &str) = "«{said}»: {unit}? Sửa lại, hoặc Enter lần nữa để ghi là {unit}.", "«{said}»: {unit}? Mend it, or Enter again for {unit}.";
    why_check_deadline(problem: &str) = "{problem}. Enter lần nữa: ghi, thiếu hạn.", "{problem}. Enter again: written without a day.";
    why_check_closed = "Hội nghị đã bế mạc: Enter lần nữa để ghi bổ sung, hoặc mở lại bằng Ctrl-P.", "The meeting is closed: Enter again adds the line, or reopen it with Ctrl-P.";

    fail_not_a_database = "Tệp này không phải sổ giao ban (SQLite). Chọn tệp khác bằng --book.", "This file is not a giaoban book (SQLite). Choose another with --book.";
    fail_other_program = "Tệp này là cơ sở dữ liệu của chương trình khác; không đụng đến nó.", "This file is a database of another program; it was left alone.";
    fail_newer = "Sổ do bản giaoban mới hơn ghi; hãy cập nhật chương trình.", "A newer giaoban wrote this book; please update the program.";
    fail_older = "Sổ do bản giaoban cũ ghi; mở bằng bàn thư ký một lần đã, rồi chiếu.", "An older giaoban wrote this book; open it with the desk once, then present.";
    fail_read_only = "Sổ chỉ đọc được, không ghi được; kiểm tra quyền của tệp và thư mục.", "The book cannot be written; check the permissions of the file and its folder.";
    fail_locked = "Chương trình khác đang giữ sổ; đóng nó rồi thử lại. Chưa mất gì.", "Another program holds the book; close it and try again. Nothing is lost.";
    fail_no_folder = "Không mở được sổ: thư mục không có hoặc không vào được.", "The book cannot be opened: its folder is missing or closed.";
    fail_full = "Đĩa đầy: chưa ghi được, chưa mất gì. Giải phóng chỗ rồi làm lại.", "The disk is full: nothing was written, nothing is lost. Make room and repeat.";
    fail_damaged = "Sổ có chỗ hỏng, không đọc được; dùng bản sao lưu.", "Something in the book is damaged; use the backup.";
    fail_clash = "Cửa sổ khác vừa sửa đúng chỗ này; màn hình đã tải lại, xin làm lại lệnh.", "Another window has just changed this; the screen was reloaded, please repeat.";
    fail_meanwhile = "Bàn khác vừa sửa chỗ này. Enter: thay bằng bản đang gõ; Esc: giữ bản kia.", "Another desk changed this. Enter again takes yours; Esc keeps theirs.";
    fail_field_meanwhile(label: &str, theirs: &str) = "Bàn khác vừa ghi ô {label}: «{theirs}». Enter lần nữa: thay bằng bản đang gõ; Esc: giữ bản kia.", "Another desk has just written «{theirs}» in {label}. Enter again puts yours in its place; Esc keeps theirs.";
    fail_overtaken(label: &str) = "{label}: bàn khác đã sửa tiếp chỗ này, để nguyên. Ctrl-Z lần nữa: việc trước đó.", "{label}: another desk has changed this since, it stays. Ctrl-Z again goes on to what was before.";
    fail_in_use = "Chỗ này còn được nhắc đến ở nơi khác trong sổ nên không bỏ được.", "Something else in the book still refers to this, so it cannot go.";
    fail_other = "Sổ không ghi được.", "The book could not be written.";
    fail_file_exists(file: &str) = "Đã có tệp {file}; chọn tên khác.", "{file} exists already; choose another name.";
    fail_is_book(file: &str) = "{file} chính là sổ; chọn tệp khác cho biên bản.", "{file} is the book itself; choose another file.";
    fail_is_folder(file: &str) = "{file} là thư mục, không phải tệp sổ.", "{file} is a folder, not a book.";
    fail_not_a_file(file: &str) = "{file} là thiết bị, ống dẫn hoặc liên kết, không phải tệp sổ; chọn tệp khác bằng --book.", "{file} is a device, a pipe or a link, not a book; choose another file with --book.";
    fail_remote(kind: &str) = "Sổ nằm trên ổ mạng ({kind}): hai máy cùng ghi ở đó thì chữ của một máy mất mà không ai báo, nên không mở để ghi. Chép sổ về ổ của chính máy này rồi mở bản chép bằng --book.", "The book lies on a network disk ({kind}), where what one of two machines writes is lost without a word; so it is not opened for writing. Copy it to this machine's own disk and open the copy with --book.";
    fail_book(file: &str, why: &str) = "{file}: {why}", "{file}: {why}";
    io_not_found = "thư mục không có", "the folder is missing";
    io_no_part(part: &str) = "thư mục {part} không có", "the folder {part} is missing";
    io_part_is_file(part: &str) = "{part} là tệp, không phải thư mục", "{part} is a file, not a folder";
    io_denied = "không có quyền ghi", "no permission to write";
    io_read_only = "ổ đĩa chỉ đọc", "the disk is read-only";
    io_full = "đĩa đầy", "the disk is full";
    io_is_folder = "đó là một thư mục", "that is a folder";
    fail_file_exists_force(file: &str) = "Đã có tệp {file}; chọn tên khác, hoặc thêm --force để thay.", "{file} exists already; choose another name, or add --force to replace it.";
    fail_file(file: &str, why: &str) = "Không ghi được {file}: {why}", "{file} could not be written: {why}";
    why_no_number(number: &str, last: i64) = "Không có đơn vị số {number} (1 đến {last}).", "There is no unit {number} (1 to {last}).";
    why_ending = "Tên tệp phải kết thúc bằng .xlsx hoặc .csv.", "The name of the file must end in .xlsx or .csv.";
    fail_import(file: &str, why: &str) = "Không đọc được: {why} ({file})", "Cannot be read: {why} ({file})";
    io_no_file = "không có tệp này", "there is no such file";
    io_no_reading = "không có quyền đọc", "no permission to read";
    unread_not_a_file = "đó không phải một tệp", "that is not a file";
    unread_too_large(megabytes: u64) = "tệp {megabytes} MB là quá lớn; nhiều nhất 10 MB", "{megabytes} MB is too large; at most 10 MB";
    unread_encoding(name: &str) = "chữ {name}, không phải Unicode; lưu lại thành XLSX", "its letters are {name}, not Unicode; save it as XLSX";
    unread_not_text = "không phải XLSX, cũng không phải CSV Unicode", "it is neither XLSX nor Unicode CSV";
    unread_workbook = "sổ tính bị hỏng hoặc bị cắt cụt", "the workbook is damaged or cut off";
    unread_not_a_workbook = "không phải sổ tính hay danh sách chữ; lưu lại thành XLSX hoặc CSV", "no workbook and no table of text; save it as XLSX or CSV";
    unread_other_workbook = "sổ tính kiểu khác (XLS, ODS) hoặc có mật khẩu; lưu lại thành XLSX không mật khẩu", "a workbook of another kind (XLS, ODS) or with a password; save it as XLSX without one";
    unread_too_many_rows = "quá nhiều dòng; nhiều nhất 100.000", "it has too many rows; at most 100,000";
    unread_too_many_cells = "quá nhiều ô; nhiều nhất 1.500.000", "it has too many cells; at most 1,500,000";
    unread_too_many_strings = "quá nhiều chuỗi khác nhau trong các ô; nhiều nhất 400.000", "its cells hold too many different texts; at most 400,000";
    unread_too_much_text = "quá nhiều chữ trong các ô; nhiều nhất 16 MB", "its cells hold too much text; at most 16 MB";
    unread_too_intricate = "quá nhiều trang tính, kiểu ô hoặc công thức dùng chung; nhiều nhất 65.500 mỗi loại", "it has too many sheets, cell styles or shared formulas; at most 65,500 of each";
    unread_long_cell = "có ô dài quá 256 KB; ô của Excel dài nhất 32.767 ký tự", "one of its cells is longer than 256 KB; a cell of Excel has at most 32,767 letters";
    unread_unpacked = "mở nén ra quá lớn: nhiều nhất 100 MB, một phần 64 MB, bảng chuỗi dùng chung 24 MB", "it unpacks to too much: at most 100 MB, 64 MB in one part, 24 MB of shared strings";
    unreadable_empty = "tệp không có dòng nào", "it has no lines";
    unreadable_no_units = "thiếu cột «Đơn vị» (hoặc «Phường»)", "there is no column «Đơn vị» (or «Unit»)";
    unreadable_nothing_said = "thiếu cột: ngoài «Đơn vị» cần «Bí thư», «Phó Bí thư Thường trực», hoặc «Họ và tên» với «Chức vụ»", "columns are missing: besides «Unit», «Secretary», «Standing Deputy», or «Name» with «Office»";
    problem_duplicate(line: usize) = "trùng với dòng {line}", "the same unit as in line {line}";
    problem_resembles(names: &str) = "gần giống {names}, không có trong danh sách (dấu cách: đơn vị mới)", "resembles {names}, but is not on the roster (Space: a new unit)";
    problem_ended(day: &str) = "đơn vị đã hết hiệu lực ngày {day}", "the unit ended on {day}";
    problem_formula(typed: &str) = "ô là công thức «{typed}»; dán giá trị vào", "the cell is the formula «{typed}»; paste its value";
    problem_cell_not_a_date(typed: &str) = "«{typed}» không phải ngày", "«{typed}» is not a date";
    problem_not_an_office(typed: &str) = "chức vụ «{typed}» không thuộc diện triệu tập", "the office «{typed}» is not summoned";
    problem_no_unit = "dòng không ghi đơn vị", "the line names no unit";
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
  giaoban demo --meetings SỐ --book TỆP [--seed SỐ] [--lines SỐ]
                                                      ghi sổ mẫu nhiều năm, mỗi tuần một hội nghị
  giaoban present [--book TỆP]                        màn chiếu cho hội trường, chỉ đọc, theo bàn thư ký
  giaoban papers [--meeting HỘI NGHỊ] [--format docx,pdf,md,txt] [-o THƯ MỤC] [--force]
                                                      xuất cả bộ văn bản của hội nghị gần nhất, hoặc của hội nghị
                                                      có ngày, số thứ tự (F2) hay một phần tên như vậy
  giaoban minutes [--day NĂM-THÁNG-NGÀY] [--format docx|pdf|md|txt] [-o TỆP] [--force]
                                                      in biên bản của hội nghị gần nhất, hoặc xuất ra tệp;
                                                      --force thay bản dự thảo cũ, không thay tệp đã sửa tay
  giaoban calendar [--meeting HỘI NGHỊ] [-o TỆP.ics] [--force]
                                                      lịch họp kế tiếp cho người được mời (Outlook, điện thoại)
  giaoban actions [BỘ LỌC …] [--format table|xlsx|csv|json|ics|md|reminder] [-o TỆP] [--force]
                                                      ghi nhiệm vụ, mỗi phần việc của một đơn vị một dòng;
                                                      bộ lọc như ở F6: '@Linh Trung' '#2' quá hạn tháng 9;
                                                      qua ống (|) là dòng không tiêu đề, các ô cách nhau bằng tab
  giaoban phrases                                     in câu chữ của văn bản đang dùng
  giaoban phrases --check TỆP                         xem tệp câu chữ có đúng không, sai ở dòng, cột nào
  giaoban guide [TÊN CHƯƠNG]                          in một chương của sổ tay; không có chương: liệt kê các chương
  giaoban licences                                    in giấy phép của chương trình và của phần mềm, phông chữ trong nó
  giaoban --help | --version

Trong chương trình: F1 trợ giúp, Ctrl-P mọi lệnh, Ctrl-Q thoát.
", "giaoban: runs a briefing meeting from one laptop, and follows up what was decided.

  giaoban [--book FILE] [--lang vi|en] [--theme NAME]  opens the book (a new one has a meeting ready)
  giaoban demo                                         a practice copy, sample data, gone when you quit
  giaoban demo --meetings N --book FILE [--seed N] [--lines N]
                                                       writes a sample book of many years, a meeting a week
  giaoban present [--book FILE]                        the projector for the hall, read-only, follows the desk
  giaoban papers [--meeting MEETING] [--format docx,pdf,md,txt] [-o FOLDER] [--force]
                                                       exports all papers of the last meeting, or of the one with
                                                       that day, number (F2) or part of its title
  giaoban minutes [--day YEAR-MONTH-DAY] [--format docx|pdf|md|txt] [-o FILE] [--force]
                                                       prints the minutes of the last meeting, or exports them;
                                                       --force replaces an older draft, never a file edited by hand
  giaoban calendar [--meeting MEETING] [-o FILE.ics] [--force]
                                                       the next meeting for the calendars of those invited
  giaoban actions [FILTER …] [--format table|xlsx|csv|json|ics|md|reminder] [-o FILE] [--force]
                                                       writes actions, a line for each unit's part;
                                                       the filter is that of F6: '@Linh Trung' '#2' overdue month 9;
                                                       into a pipe, lines without heads and tabs between the fields
  giaoban phrases                                      prints the wording of the papers that is in use
  giaoban phrases --check FILE                         says whether a wording file is right, or where it is wrong
  giaoban guide [TOPIC]                                prints a chapter of the handbook; without a topic, the list of them
  giaoban licences                                     prints the licences of the program and of all that is in it
  giaoban --help | --version

In the program: F1 help, Ctrl-P all commands, Ctrl-Q quits.
";
}
