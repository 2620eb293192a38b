//! The words about papers on the screen: names, versions, why one is kept or not handed out.

use super::Words;
use crate::meeting::code::PaperKind;
use crate::meeting::papers::{Obstacle, OnDisk};

super::phrases! {
    do_export_paper = "Xuất văn bản…", "Export the paper…";
    do_export_folder = "Xuất cả bộ…", "Export all papers…";
    do_versions = "Các lần xuất", "Versions";
    do_amend = "Đính chính…", "Correct…";
    do_export_again = "Xuất lại bản này", "Export it again";
    why_draft_not_kept = "Chỉ bản chính được giữ để xuất lại; bản này chỉ còn lời (Enter để so).", "Only final versions go out again; of this one the words are kept (Enter).";
    do_compare = "So sánh", "Compare";
    do_other_pair = "So với bây giờ", "Against now";
    do_close_versions = "Đóng", "Close";
    help_versions = "Trên các lần xuất (F8, Ctrl-R)", "On the versions of a paper (F8, Ctrl-R)";

    form_export_paper(paper: &str) = "XUẤT {paper} (.docx .pdf .md .txt)", "EXPORT {paper} (.docx .pdf .md .txt)";
    form_export_folder = "XUẤT CẢ BỘ VĂN BẢN VÀO THƯ MỤC (DOCX, PDF)", "EXPORT ALL PAPERS INTO A FOLDER (DOCX, PDF)";
    form_amend(paper: &str) = "ĐÍNH CHÍNH {paper}", "CORRECT: {paper}";
    field_folder = "Thư mục", "Folder";
    field_old_words = "Đã in là", "Printed as";
    field_new_words = "Sửa thành", "Correct to";
    choose_replace = "ĐÃ CÓ BẢN CŨ Ở ĐÓ: THAY?", "AN OLDER VERSION IS THERE: REPLACE IT?";
    option_keep_file = "Không, giữ tệp cũ", "No, keep the old file";
    option_replace_file = "Thay bằng bản này", "Replace it by this one";

    choose_blanks = "BẢN ĐỂ KÝ CÒN CHỖ TRỐNG: VẪN XUẤT?", "TO BE SIGNED, WITH BLANKS: EXPORT IT?";
    option_go_back = "Quay lại", "Go back";
    option_leave_blanks = "Vẫn xuất", "Export it all the same";
    option_blank(gap: &str) = "Còn thiếu: {gap}", "Missing: {gap}";

    blanks_of(paper: &str, n: usize) = "{paper}: còn thiếu {n} chỗ, in là ......", "{paper}: {n} blanks, printed as ......";
    note_goes_to(place: &str) = "Ghi vào: {place}", "Goes to: {place}";
    note_no_documents = "Máy không có thư mục Tài liệu (Documents).", "This machine has no Documents folder.";
    told_paper_written(file: &str) = "Đã xuất {file}", "Exported {file}";
    told_unprintable(done: &str, letters: &str) = "{done} · Không in được, in là □: {letters}", "{done} · Not printable, printed as □: {letters}";
    note_unprintable(letters: &str) = "Chữ không in được, in PDF là □: {letters}", "Letters that cannot be printed (□ in PDF): {letters}";
    told_paper_same(file: &str) = "{file} đã đúng như vậy, giữ nguyên.", "{file} is just that already; it stays.";
    told_folder_written(written: usize, folder: &str) = "Đã xuất {written} tệp vào {folder}", "Exported {written} files into {folder}";
    told_folder_same(same: usize, folder: &str) = "{folder}: cả {same} tệp đã đúng như vậy, giữ nguyên.", "{folder}: all {same} files are just that already; they stay.";
    told_folder_both(written: usize, same: usize, folder: &str) = "Đã xuất {written} tệp vào {folder}; {same} tệp giữ nguyên", "Exported {written} files into {folder}; {same} stay as they are";
    told_amended(paper: &str) = "Đính chính {paper}", "Corrected: {paper}";

    choose_place = "CHỮ CŨ CÓ Ở NHIỀU CHỖ: SỬA CHỖ NÀO", "THE OLD WORDS STAND IN SEVERAL PLACES: WHICH ONE";
    option_every_place(n: usize) = "Cả {n} chỗ", "All {n} places";
    option_place_unnamed(n: usize) = "Chỗ thứ {n}", "Place {n}";
    why_signed = "Văn bản đã ký: đính chính (F8, Ctrl-K); chưa xuất thì bỏ ký (F8, Ctrl-T).", "Signed: correct it (F8, Ctrl-K); if not yet out, unsign it (F8, Ctrl-T).";
    why_signed_out = "Văn bản đã ký và đã xuất bản chính: chỉ còn đính chính (F8, Ctrl-K).", "Signed and exported: from now on it is only corrected (F8, Ctrl-K).";
    why_signed_otherwise(paper: &str, day: &str) = "{paper} đã ký và xuất ngày {day} bằng chương trình cũ, lời văn khác bản này: xuất .txt hoặc .md để lấy đúng lời đã ký.", "{paper}: signed and exported on {day} by an older program, in other words than these: export .txt or .md for the words that were signed.";
    why_signed_otherwise_in(paper: &str, day: &str, file: &str) = "{paper} đã ký và xuất ngày {day} bằng chương trình cũ, lời văn khác bản này: giữ tệp {file}, hoặc xuất .txt, .md để lấy đúng lời đã ký.", "{paper}: signed and exported on {day} by an older program, in other words than these: keep {file}, or export .txt, .md for the words that were signed.";
    why_blanks(papers: &str) = "Bản ký còn chỗ trống ({papers}): xem F8; vẫn xuất thì thêm --force.", "What is to be signed has blanks ({papers}): see F8, or add --force.";
    told_left(done: &str, left: &str) = "{done}; để lại: {left}.", "{done}; left out: {left}.";
    left_signed(paper: &str) = "{paper} (khác bản đã ký)", "{paper} (not as it was signed)";
    left_number_taken(paper: &str) = "{paper} (trùng số văn bản đã xuất)", "{paper} (its number is taken)";
    why_number_taken(paper: &str) = "{paper}: hội nghị đã có văn bản xuất mang số này. Ghi số khác (F8, Ctrl-E).", "{paper}: another paper of the meeting went out under this number. Give it another (F8, Ctrl-E).";
    why_nothing_amended = "Chưa có đính chính nào (F8, Ctrl-K).", "Nothing is corrected yet (F8, Ctrl-K).";
    why_not_final_yet = "Chưa ký thì sửa thẳng; đính chính chỉ cho văn bản đã ký.", "It is not signed yet: change it; corrections are for what is signed.";
    why_no_final_paper = "Chưa xuất bản chính: Ctrl-S xuất rồi đính chính, hoặc bỏ ký (Ctrl-T) mà sửa.", "No final version is out: export it (Ctrl-S), or unsign (Ctrl-T) and change it.";
    why_not_amendable(paper: &str) = "{paper}: loại này không đính chính.", "{paper}: this is not corrected.";
    why_no_such_words(typed: &str) = "Bản chính thức không có «{typed}».", "The final version does not have «{typed}».";
    why_same_words = "Lời mới giống lời cũ.", "The new words are the old ones.";
    why_foreign(file: &str) = "Đã có tệp {file}, không phải do giaoban xuất: giữ nguyên. Đặt tên khác.", "{file} exists and giaoban did not write it: it stays. Choose another name.";
    why_edited(file: &str) = "{file} đã được sửa tay sau khi xuất: giữ nguyên. Đặt tên khác.", "{file} was edited by hand since: it stays. Choose another name.";
    why_signed_file(file: &str) = "{file} là bản chính thức: không ghi đè. Đặt tên khác.", "{file} is a final version: it is never replaced. Choose another name.";
    why_older(file: &str) = "Đã có tệp {file}, bản cũ hơn; thêm --force để thay.", "{file} exists, an older version; add --force to replace it.";
    why_open(file: &str) = "{file} đang mở trong chương trình khác; đóng lại rồi xuất.", "{file} is open in another program; close it, then export.";

    versions_title(paper: &str) = "CÁC LẦN XUẤT · {paper}", "VERSIONS · {paper}";
    versions_none = "Chưa xuất lần nào.", "Nothing was exported yet.";
    versions_foot = "↑ ↓ chọn · Enter so lần trước · Tab so bây giờ · Ctrl-S xuất lại · Esc đóng", "↑ ↓ select · Enter against before · Tab against now · Ctrl-S again · Esc closes";
    difference_foot = "↑ ↓ PgUp PgDn cuộn · Tab so với bây giờ/lần trước · Esc về danh sách", "↑ ↓ PgUp PgDn scroll · Tab now/before · Esc back to the list";
    difference_none = "Lời văn không khác gì.", "The words are the same.";
    difference_first = "Đây là lần đầu: Tab so với bây giờ.", "This is the first: Tab compares it with now.";
    difference_folded(n: usize) = "⋯ {n} đoạn không đổi", "⋯ {n} paragraphs the same";
    version_draft(n: i64) = "Dự thảo lần {n}", "Draft {n}";
    version_final = "Bản chính thức", "Final";
    version_working(n: i64) = "Bản {n}", "Version {n}";
    version_now = "bây giờ", "now";
    version_between(from: &str, to: &str) = "{from} → {to}", "{from} → {to}";
    version_files(n: usize) = "{n} tệp", "{n} files";
    disk_as_written = "như đã xuất", "as written";
    disk_replaced = "đã thay bằng bản sau", "replaced since";
    disk_edited = "đã sửa tay", "edited by hand";
    disk_gone = "không còn ở đó", "not there any more";

    fail_meeting_named(typed: &str) = "Sổ không có hội nghị «{typed}»: ghi ngày, số thứ tự ở F2 hoặc một phần tên.", "The book has no meeting «{typed}»: give a day, its number on F2 or a part of its title.";
    fail_meetings_named(typed: &str, titles: &str) = "Nhiều hội nghị khớp «{typed}»: {titles}. Ghi ngày họp.", "Several meetings match «{typed}»: {titles}. Give the day.";
    fail_paper_format(name: &str) = "Không có dạng «{name}»; có docx, pdf, md, txt.", "There is no format «{name}»; there are docx, pdf, md, txt.";
    fail_to_terminal(format: &str) = "{format} không hiện được trên màn hình; dùng -o TỆP.", "{format} cannot be shown on a terminal; use -o FILE.";
    io_name_too_long = "tên tệp dài quá", "the name is too long";
    io_in_use = "tệp đang mở trong chương trình khác", "another program has the file open";
}

impl Words {
    /// Returns the name of a paper.
    pub(crate) fn paper(self, kind: PaperKind) -> &'static str {
        self.name(kind.row().name)
    }

    /// Tells how many files went into a folder, and how many were there already.
    pub(crate) fn told_folder(self, written: usize, same: usize, folder: &str) -> String {
        match (written, same) {
            (0, same) => self.told_folder_same(same, folder),
            (written, 0) => self.told_folder_written(written, folder),
            (written, same) => self.told_folder_both(written, same, folder),
        }
    }

    /// Returns a place where words stand, as a choice offers it.
    pub(crate) fn option_place(self, number: usize, place: Option<&str>) -> String {
        place.map_or_else(|| self.option_place_unnamed(number), str::to_owned)
    }

    /// Returns why a file that is there is left alone.
    pub(crate) fn why_kept(self, file: &str, obstacle: Obstacle) -> String {
        match obstacle {
            Obstacle::Foreign => self.why_foreign(file),
            Obstacle::Edited => self.why_edited(file),
            Obstacle::Signed => self.why_signed_file(file),
            Obstacle::Older => self.why_older(file),
            Obstacle::Open => self.why_open(file),
        }
    }

    /// Returns how a file that was written stands by now.
    pub(crate) fn on_disk(self, on_disk: OnDisk) -> &'static str {
        match on_disk {
            OnDisk::AsWritten => self.disk_as_written(),
            OnDisk::Replaced => self.disk_replaced(),
            OnDisk::Edited => self.disk_edited(),
            OnDisk::Gone => self.disk_gone(),
        }
    }
}
