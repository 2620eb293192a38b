//! The words of the agenda: who presents an item, what becomes of an item that was not held.

super::phrases! {
    field_presenter = "Người trình bày", "Presenter";
    item_presented_by(who: &str) = "{who} trình bày", "presented by {who}";

    item_carried = "chuyển hội nghị kỳ sau", "put off to the next meeting";
    choose_unheld = "MỤC CHƯA HỌP TỚI: BỎ HAY CHUYỂN KỲ SAU?", "AN ITEM WAS NOT HELD: LEFT OUT OR PUT OFF?";
    choose_decision = "MỤC NÀY BỎ HAY CHUYỂN KỲ SAU?", "IS THIS ITEM LEFT OUT OR PUT OFF?";
    option_carry(item: &str) = "Chuyển kỳ sau: {item}", "Put off to the next meeting: {item}";
    option_leave_out(item: &str) = "Bỏ, ghi lý do: {item}", "Leave out, with the reason: {item}";
    option_was_held(item: &str) = "Đã xong, không còn gì: {item}", "It was finished: {item}";
    option_carry_all(n: usize) = "Chuyển kỳ sau cả {n} mục còn lại", "Put all {n} that remain off to the next meeting";
    option_leave_out_all(n: usize) = "Bỏ cả {n} mục còn lại, một lý do", "Leave out all {n} that remain, for one reason";
    option_decide_later = "Quyết định sau (F8 nhắc)", "Decide later (F8 reminds)";
    unheld_left(n: usize) = "còn {n} mục chưa quyết định", "{n} to be decided";
    unheld_count(n: usize) = "{n} mục chưa họp tới", "{n} items not held";
    form_leave_out_all(n: usize) = "LÝ DO BỎ {n} MỤC", "WHY {n} ITEMS ARE LEFT OUT";
    told_carried(item: &str) = "Chuyển hội nghị kỳ sau: {item}", "Put off to the next meeting: {item}";
    told_carried_all(n: usize) = "Chuyển {n} mục sang hội nghị kỳ sau", "Put {n} items off to the next meeting";
    told_left_out_all(n: usize) = "Bỏ {n} mục", "Left out {n} items";
    told_held(item: &str) = "Đã xong: {item}", "Finished: {item}";
    gap_undecided(item: &str) = "Bỏ hay chuyển kỳ sau: {item}", "Left out or put off: {item}";
    plan_takes(items: &str) = "Chuyển từ kỳ trước: {items}", "Put off from earlier meetings: {items}";
}
