//! The words around the handbook and the licences.

use super::Words;

super::phrases! {
    chapter_huong_dan = "Hướng dẫn cho thư ký: trước, trong và sau hội nghị", "The secretary's guide in Vietnamese";
    chapter_secretary = "Hướng dẫn cho thư ký bằng tiếng Anh", "The secretary's guide: before, during and after the meeting";
    chapter_keys = "Mọi phím, theo từng màn hình", "Every key, screen by screen";
    chapter_papers = "Văn bản: câu chữ, thể thức, các lần xuất, ký, đính chính (tiếng Anh)", "The papers: wording, form, versions, signing, corrections";
    chapter_book = "Sổ: các bảng, cách đọc từ bên ngoài, sao lưu (tiếng Anh)", "The book: its tables, reading it from outside, backup";
    chapter_architecture = "Cấu trúc chương trình, cho người làm tiếp (tiếng Anh)", "How the program is built, for who carries on the work";
    chapter_domain = "Nghiệp vụ: thể thức, đơn vị, từ vựng, bộ gõ, có nguồn (tiếng Anh)", "The domain: forms, units, words, typing, with their sources";
    chapter_glossary = "Thuật ngữ: từ trong mã nguồn và từ trên màn hình", "The words: in the code, on the screen, what they mean";
    chapter_changelog = "Những thay đổi qua từng bản (tiếng Anh)", "What has changed, release by release";
    guide_head = "SỔ TAY. Đọc một chương: giaoban guide CHƯƠNG", "THE HANDBOOK. To read a chapter: giaoban guide TOPIC";
    fail_no_chapter(typed: &str, known: &str) = "Sổ tay không có chương «{typed}». Có: {known}.", "The handbook has no chapter «{typed}». There are: {known}.";
    fail_no_chapter_near(typed: &str, near: &str) = "Sổ tay không có chương «{typed}». Có phải: {near}?", "The handbook has no chapter «{typed}». Did you mean: {near}?";

    keys_head = "Các phím", "The keys";
    keys_letters = "Chữ luôn là chữ: lệnh là phím F, Enter, Tab, Esc, mũi tên, Ctrl với một chữ, và chữ số ở nơi không nhập chữ. Phím F nào cửa sổ dòng lệnh giữ lại thì bấm Alt với chữ số (F10: Alt-0, F11: Alt với dấu gạch nối bên cạnh).", "Letters are always text: commands are F-keys, Enter, Tab, Esc, arrows, Ctrl with a letter, and digits only where no text can be typed. F-keys that a terminal keeps for itself are also Alt with the digit (F10: Alt-0, F11: Alt with the hyphen beside it).";
    keys_made = "Bảng này lập từ bảng phím của chương trình khi in ra.", "This list is made from the program's table of keys when it is printed.";
    keys_columns = "| phím | lệnh |", "| key | command |";

    licence_of_program = "giaoban được cấp phép theo giấy phép MIT hoặc Apache-2.0, tùy người dùng chọn. Phông chữ Tinos kèm theo được cấp phép theo SIL Open Font License 1.1. Phần mềm của bên thứ ba kê ở cuối. Giấy phép in nguyên văn tiếng Anh.", "giaoban is licensed under MIT or Apache-2.0, whichever you choose. The Tinos fonts in it are licensed under the SIL Open Font License 1.1. The software of others is listed at the end.";
}

impl Words {
    /// Says that there is no such chapter, and which was meant or which there are.
    pub(crate) fn no_chapter(self, typed: &str, near: &[&str], known: &[&str]) -> String {
        if near.is_empty() {
            self.fail_no_chapter(typed, &known.join(", "))
        } else {
            self.fail_no_chapter_near(typed, &near.join(", "))
        }
    }
}
