//! The sentences of a handover: parts and their new units, open choices, and the text on both parts.

super::phrases! {
    handover_title(day: &str) = "BÀN GIAO PHẦN VIỆC CỦA ĐƠN VỊ KẾT THÚC TRƯỚC {day}", "HAND OVER WHAT UNITS THAT ENDED BEFORE {day} OWE";
    handover_foot = "1 2 chọn nơi nhận · Tab từng phần việc · Enter bàn giao · Esc hủy", "1 2 choose · Tab part by part · Enter hands over · Esc leaves it";
    handover_from = "Đơn vị cũ", "Ended unit";
    handover_to = "Đơn vị nhận", "Goes to";
    handover_parts = "Phần việc", "Parts";
    handover_no_heir = "không có đơn vị kế thừa: giữ nguyên", "nobody followed it: stays";
    handover_several(names: &str) = "từng phần: {names}", "part by part: {names}";
    handover_sum(units: usize, parts: usize) = "{parts} phần việc của {units} đơn vị sẽ chuyển", "{parts} parts of {units} units will go";
    handover_open(n: usize) = "; còn {n} đơn vị chia tách phải chọn nơi nhận", "; {n} split units wait for a choice";
    handover_stays(n: usize) = "; {n} phần việc ở lại", "; {n} parts stay";
    handover_note = "Hạn và tiến độ giữ nguyên; phần việc cùng nhiệm vụ về một đơn vị thì gộp, lấy tiến độ của đơn vị chậm nhất; từng đơn vị vẫn ghi rõ.", "Deadlines and progress stay; parts of one action that come together become one, as far on as the least far; how each stood is kept.";
    handover_early(day: &str) = "Các đơn vị này còn đến hết {day}: có thể bàn giao sau (F2, Ctrl-G).", "These units go on until {day}: it can be done later (F2, Ctrl-G).";
    unit_until(name: &str, day: &str) = "{name} (đến {day})", "{name} (until {day})";
    part_gone(to: &str, stood: &str) = "Chuyển cho {to}, khi {stood}", "Handed over to {to}, {stood}";
    part_came(from: &str) = "Nhận từ {from}", "Taken over from {from}";
    part_stood(name: &str, stood: &str) = "{name} ({stood})", "{name} ({stood})";
    heir_followed = "kế thừa", "followed it";
    help_handover = "Khi bàn giao phần việc", "In a handover";

    told_estate(parts: usize, units: usize) = "Bàn giao {parts} phần việc của {units} đơn vị", "Handed over {parts} parts of {units} units";
    why_nothing_left = "Không có phần việc nào của đơn vị đã kết thúc để bàn giao.", "No unit that has ended still owes anything to be handed over.";
    why_nobody_takes = "Không đơn vị nào có đơn vị kế thừa: không bàn giao được gì.", "Nobody followed these units: there is nothing to be handed over.";
    why_choose_heir(unit: &str, heirs: &str) = "{unit} chia về {heirs}: bấm số để chọn nơi nhận.", "{unit} was split into {heirs}: press a number.";
    why_no_such_heir = "Dòng này không có nơi nhận ấy để chọn.", "This line has no such unit to choose.";
    why_settled(unit: &str) = "Phần việc của {unit} không còn gì chưa xong để chuyển.", "The part of {unit} owes nothing any more.";
    why_own_part(unit: &str) = "Phần việc này đã là của {unit}.", "This part is {unit}'s already.";

    do_hand_over = "Bàn giao của đơn vị đã kết thúc…", "Hand over from ended units…";
    do_hand_over_part = "Chuyển đơn vị khác…", "Hand over to…";
    do_take_over = "Bàn giao", "Hand over";
    do_leave_first = "Nơi nhận 1", "To the first";
    do_leave_second = "Nơi nhận 2", "To the second";
    do_leave_third = "Nơi nhận 3", "To the third";
    do_leave_fourth = "Nơi nhận 4", "To the fourth";
    do_parts_apart = "Từng phần việc", "Part by part";
}
