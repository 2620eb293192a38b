//! The sentences about the body that issues papers: its last day, typeface, phrases and recipients.

super::phrases! {
    remark_issuer_ended(day: &str) = "Cơ quan ban hành đã hết từ {day} (F11)", "The issuing body ended on {day} (F11)";
    remark_boxed(letters: &str, around: &str) = "Không in được {letters}: «{around}»", "Not printable {letters}: «{around}»";
    remark_old_letters(text: &str) = "Chữ phông cũ: «{text}»", "Letters of an old font: «{text}»";
    remark_wording = "Tệp câu chữ sai, in câu của chương trình (F11)", "Wording file wrong: the program's sentences (F11)";
    why_recipient(typed: &str, why: &str) = "«{typed}»: {why}", "«{typed}»: {why}";

    form_foot_single = "Enter, Ctrl-S: ghi · Esc: hủy", "Enter, Ctrl-S: save · Esc: cancel";
    io_too_large = "đĩa đầy, hoặc quá giới hạn cỡ tệp", "the disk is full, or the limit of a file's size is reached";
    fail_unwritten = "Đĩa không nhận thêm (đầy, hỏng, quá giới hạn): chưa ghi được, chưa mất gì.", "The disk takes no more (full, broken, over a limit): nothing written or lost.";

    from_flag = "cờ lệnh", "flag";
    from_book = "nhớ trong sổ", "this book remembers";
    from_config = "config.toml", "config.toml";
    from_program = "mặc định", "default";
    told_in_book = "Nhớ trong sổ này.", "This book remembers it.";
}
