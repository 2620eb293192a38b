//! The sentences of the settings: names, explanations, origins and errors.

use crate::meeting::code::{Capacity, Tone};
use crate::meeting::settings::{IssuerText, Switch};
use crate::text::telex::Method;

super::phrases! {
    do_settings = "Cài đặt", "Settings";
    do_edit_setting = "Sửa", "Change";
    do_next_part = "Phần sau", "Next part";
    do_add_setting = "Thêm dòng", "Add a line";
    do_remove_setting = "Bỏ dòng", "Take out";
    do_write_phrases = "Ghi câu chữ văn bản ra tệp", "Write the wording to a file";
    do_read_phrases = "Đọc lại tệp câu chữ", "Read the wording again";

    part_issuer = "SỔ · CƠ QUAN BAN HÀNH", "BOOK · ISSUING BODY";
    part_recipients = "SỔ · NƠI NHẬN THÔNG BÁO", "BOOK · RECIPIENTS OF THE NOTICE";
    part_form = "SỔ · THỂ THỨC", "BOOK · FORM OF THE PAPERS";
    part_signatories = "SỔ · NGƯỜI KÝ", "BOOK · WHO MAY SIGN";
    part_snippets = "SỔ · CỤM TỪ VIẾT TẮT", "BOOK · ABBREVIATED PHRASES";
    part_days_off = "SỔ · NGÀY NGHỈ LỄ, NGÀY LÀM BÙ", "BOOK · HOLIDAYS AND WORKED WEEKENDS";
    part_program = "CHƯƠNG TRÌNH", "PROGRAM";
    part_wording = "CÂU CHỮ VĂN BẢN", "WORDING OF THE PAPERS";
    signed_keep = "văn bản đã ký giữ như cũ", "signed papers keep theirs";
    kept_in_book = "sổ", "book";

    setting_superior = "Cơ quan cấp trên", "Superior body";
    setting_organ = "Cơ quan ban hành", "Issuing body";
    setting_full_name = "Tên đầy đủ", "Full name";
    setting_short_name = "Tên gọn", "Short name";
    setting_head = "Người đứng đầu", "Head";
    setting_place = "Địa danh", "Place";
    setting_symbol = "Ký hiệu", "Symbol";
    setting_last_day = "Ngày cuối còn hiệu lực", "Last day";
    setting_follow_up = "Bộ phận theo dõi", "Follow-up unit";
    setting_recipient(n: usize) = "Nơi nhận {n}", "Recipient {n}";
    setting_new_recipient = "Thêm nơi nhận…", "Add a recipient…";
    setting_tone = "Dấu thanh oa, oe, uy", "Tone marks of oa, oe, uy";
    setting_dates_minutes = "Địa danh, ngày ở biên bản", "Place and date on minutes";
    setting_dashes = "Năm gạch dưới trích yếu", "Five dashes under subject";
    setting_bold_position = "Đậm chức vụ người đứng đầu", "Bold office of the head";
    setting_two_sided = "In hai mặt", "Two-sided printing";
    setting_new_signatory = "Thêm người ký…", "Add a signatory…";
    setting_new_day_off = "Thêm ngày nghỉ, ngày làm bù…", "Add a day off or a worked day…";
    day_worked(name: &str) = "{name} (đi làm)", "{name} (worked)";
    day_reckoned(name: &str) = "{name} (tính theo luật, chưa có ngày nghỉ bù)", "{name} (by law; days in place not yet known)";
    day_is_off = "Ngày nghỉ", "A day off";
    day_is_worked = "Ngày làm bù (cuối tuần đi làm)", "A worked day of a weekend";
    choose_day_kind = "NGÀY ẤY NGHỈ HAY LÀM BÙ?", "IS THE DAY OFF OR WORKED?";
    form_off = "NGÀY NGHỈ", "A DAY OFF";
    form_worked = "NGÀY LÀM BÙ", "A WORKED DAY";
    field_day_name = "Tên ngày", "Name of the day";
    told_day_off(day: &str, name: &str) = "Ngày nghỉ, ngày làm bù: {day} {name}", "Days off: {day} {name}";
    told_day_off_gone(day: &str) = "Bỏ {day} khỏi danh sách ngày nghỉ, ngày làm bù", "Taken out of the days off: {day}";
    hint_day_off = "Hạn tính ra không rơi vào ngày nghỉ. Enter sửa, Ctrl-N thêm, Delete bỏ; năm chưa có thông báo thì tính theo luật.", "No reckoned deadline falls on a day off. Enter changes, Ctrl-N adds, Delete takes out; a year not published goes by the law.";
    setting_new_snippet = "Thêm cụm từ…", "Add a phrase…";
    setting_lang = "Ngôn ngữ", "Language";
    setting_theme = "Giao diện", "Theme";
    setting_typing = "Gõ tiếng Việt", "Vietnamese typing";
    setting_papers_folder = "Thư mục văn bản", "Papers folder";
    note_papers_folder(usual: &str) = "Để trống: {usual}.", "Left empty: {usual}.";
    setting_phrases = "Tệp câu chữ", "Wording file";

    value_unset = "chưa ghi", "not set";
    value_beside_book = "cạnh sổ", "beside the book";
    value_start_folder = "thư mục đã mở chương trình", "the folder that the program began in";
    own_language = "Tiếng Việt", "English";
    value_system_typing = "bộ gõ của máy", "the system's input method";
    value_tone_old = "kiểu cũ: ủy, hòa", "old: ủy, hòa";
    value_tone_new = "kiểu mới: uỷ, hoà", "new: uỷ, hoà";
    value_tone_off = "giữ như gõ", "as typed";
    value_ended(day: &str) = "{day} · đã hết", "{day} · ended";
    wording_own = "chưa có; dùng câu của chương trình", "no file; the program's sentences";
    wording_read = "đúng, đang dùng", "right, in use";
    wording_broken(line: usize, column: usize) = "sai ở dòng {line}, cột {column}; chưa dùng", "wrong at line {line}, column {column}; not used";
    wording_unread = "không đọc được; chưa dùng", "cannot be read; not used";

    capacity_head = "Người đứng đầu ký", "The head signs";
    capacity_deputy = "K/T, cấp phó ký thay", "K/T, a deputy signs";
    capacity_by_order = "T/L, thừa lệnh", "T/L, by order";

    hint_superior = "Dòng đầu bên trái của văn bản.", "The first line at the left of a paper.";
    hint_organ = "Dòng thứ hai bên trái của văn bản, in đậm.", "The second line at the left of a paper, bold.";
    hint_full_name = "Tên trong câu, và trong thuộc tính của tệp.", "Its name in a sentence, and in the properties of a file.";
    hint_short_name = "Tên gọi trong chính văn bản của cơ quan.", "Its name within its own papers.";
    hint_head = "Cách gọi người đứng đầu trong văn bản của cơ quan.", "What its head is called within its own papers.";
    hint_place = "Đứng trước ngày, tháng, năm.", "Stands before the date.";
    hint_symbol(symbol: &str) = "Đứng sau số của văn bản: Số      -BB/{symbol}", "Stands behind the number of a paper: Số      -BB/{symbol}";
    hint_last_day = "Ngày cuối cơ quan còn tồn tại; để trống là chưa có.", "The last day on which the body exists; empty: none yet.";
    hint_follow_up = "Được giao theo dõi việc thực hiện thông báo kết luận.", "Is told to follow up what the notice says.";
    hint_recipient = "{n} là số đơn vị của hội nghị. Delete bỏ, Ctrl-T lên trước, Ctrl-R ra sau.", "{n} is the number of units of the meeting. Delete takes out, Ctrl-T and Ctrl-R move.";
    hint_tone = "Chữ do chương trình viết theo kiểu này; chữ đã gõ chỉ được gợi ý.", "What the program writes follows it; what was typed is only suggested.";
    hint_dates_minutes = "Mẫu có dòng này; nơi không in thì tắt, ngày đã có trong lời văn.", "The form has this line; some leave it out, as the text has the day.";
    hint_dashes = "Dòng ----- giữa trích yếu và nội dung.", "The line ----- between the subject and the text.";
    hint_bold_position = "Khi người đứng đầu trực tiếp ký; K/T và T/L không đậm chức vụ.", "Where the head signs; under K/T and T/L the office is never bold.";
    hint_two_sided = "Lề trái và phải đổi chỗ ở trang sau.", "Left and right margin change places on the back.";
    hint_signatory = "Delete bỏ, Ctrl-T lên trước, Ctrl-R ra sau.", "Delete takes out, Ctrl-T and Ctrl-R move.";
    hint_snippet = "Gõ chữ tắt rồi Tab ở bàn thư ký (F4) thành cả cụm từ. Delete bỏ.", "Typed on the desk (F4), Tab makes the phrase of the letters. Delete takes out.";
    hint_config(file: &str) = "Ghi ở {file}", "Kept in {file}";
    hint_no_config = "Máy không có chỗ cho tệp cấu hình: chỉ nhớ trong sổ này.", "This machine has no place for a configuration: only this book remembers it.";
    hint_folder(usual: &str, file: &str) = "«~» là thư mục của bạn, để trống: {usual}. Ghi ở {file}", "«~» is your folder; empty: {usual}. Kept in {file}";
    hint_phrases(file: &str) = "Ctrl-S ghi mọi câu ra tệp để sửa, Ctrl-O đọc lại: {file}", "Ctrl-S writes all sentences out to be changed, Ctrl-O reads again: {file}";

    form_setting = "SỬA CÀI ĐẶT", "CHANGE A SETTING";
    form_recipient = "NƠI NHẬN THÔNG BÁO", "RECIPIENT OF THE NOTICE";
    form_signatory = "NGƯỜI KÝ", "SIGNATORY";
    choose_tone = "DẤU THANH CỦA OA, OE, UY", "TONE MARKS OF OA, OE, UY";
    choose_capacity = "KÝ VỚI TƯ CÁCH GÌ?", "IN WHAT CAPACITY?";
    choose_lang = "NGÔN NGỮ", "LANGUAGE";
    choose_typing = "GÕ TIẾNG VIỆT", "VIETNAMESE TYPING";
    field_signer_office = "Chức vụ", "Office";
    field_signer_name = "Họ và tên", "Name";
    field_recipient = "Nơi nhận", "Recipient";

    told_setting(name: &str, value: &str) = "{name}: {value}", "{name}: {value}";
    told_recipient_gone(text: &str) = "Bỏ nơi nhận: {text}", "Took out the recipient: {text}";
    told_signatory(name: &str) = "Người ký: {name}", "Signatory: {name}";
    told_signatory_gone(name: &str) = "Bỏ người ký: {name}", "Took out the signatory: {name}";
    told_line_moved(name: &str) = "Chuyển chỗ: {name}", "Moved: {name}";
    told_language = "Ngôn ngữ: Tiếng Việt", "Language: English";
    told_phrases_written(file: &str) = "Đã ghi câu chữ ra {file}; sửa xong, Ctrl-O đọc lại.", "The wording is in {file}; change it, then Ctrl-O reads it.";
    wording_read_but(n: usize) = "đang dùng; {n} câu không còn dùng", "in use; {n} phrases are said no more";
    told_phrases_read_but(n: usize) = "Đã đọc tệp câu chữ; {n} câu trong tệp không còn dùng (xem dưới).", "The wording file was read; {n} of its phrases are said no more (see below).";
    told_phrases_read = "Đã đọc tệp câu chữ; văn bản dùng câu trong tệp.", "The wording file was read; the papers have its sentences.";
    told_phrases_own = "Không có tệp câu chữ; văn bản dùng câu của chương trình.", "There is no wording file; the papers have the program's sentences.";
    told_phrases_right(file: &str) = "{file}: đúng.", "{file}: right.";

    why_symbol(typed: &str) = "«{typed}»: ký hiệu chỉ gồm chữ, số, gạch nối, gạch chéo.", "«{typed}»: a symbol has letters, digits, hyphens and slashes only.";
    why_listed(typed: &str) = "«{typed}» đã có trong danh sách.", "«{typed}» is in the list already.";
    why_no_setting(typed: &str) = "Không có cài đặt nào khớp «{typed}».", "No setting matches «{typed}».";
    why_no_list = "Chỉ thêm được ở nơi nhận, người ký, cụm từ viết tắt.", "Only recipients, signatories and phrases can be added.";
    why_fixed_line = "Dòng này không bỏ, không chuyển được.", "This line cannot be taken out or moved.";
    why_folder_not_whole(typed: &str) = "«{typed}»: ghi đường dẫn đầy đủ, hoặc bắt đầu bằng ~/.", "«{typed}»: give the whole path, or begin with ~/.";
    io_is_file = "đó là một tệp", "that is a file";
    why_not_utf8 = "Tệp không phải UTF-8.", "The file is not UTF-8.";
    why_no_phrases_place = "Máy không có chỗ cho tệp câu chữ.", "This machine has no place for a wording file.";
    why_phrases_there(file: &str) = "{file} đã có, không ghi đè; sửa rồi Ctrl-O đọc lại.", "{file} is there and is not overwritten; change it, then Ctrl-O.";
    fail_folder(folder: &str, why: &str) = "Không dùng được thư mục {folder}: {why}.", "The folder {folder} cannot be used: {why}.";
    fail_config_broken(file: &str, line: usize, column: usize, why: &str) = "Chưa ghi: {file} sai ở dòng {line}, cột {column}: {why}. Sửa tệp trước.", "Not written: {file} is wrong at line {line}, column {column}: {why}. Mend it first.";
    fail_config_unwritten(file: &str, why: &str) = "Chưa ghi được vào {file}: {why}.", "{file} could not be written: {why}.";
    fail_phrases(file: &str, reason: &str) = "Câu chữ {file} sai. {reason} Dùng câu của chương trình.", "The wording {file} is wrong. {reason} The program's sentences are used.";
    fail_phrases_check(file: &str, reason: &str) = "{file} sai. {reason}", "{file} is wrong. {reason}";
    fail_unread(file: &str, why: &str) = "Không đọc được {file}: {why}", "{file} could not be read: {why}";
    fail_no_file(file: &str) = "Không có tệp {file}.", "There is no file {file}.";
}

impl super::Words {
    /// Returns the name of a kind of day.
    pub(crate) fn day_kind(self, works: bool) -> &'static str {
        if works {
            self.day_is_worked()
        } else {
            self.day_is_off()
        }
    }

    /// Returns the title of the form of a day.
    pub(crate) fn form_day_off(self, works: bool) -> &'static str {
        if works {
            self.form_worked()
        } else {
            self.form_off()
        }
    }

    /// Returns the name of a text of the issuing body.
    pub(crate) fn issuer_text(self, text: IssuerText) -> &'static str {
        match text {
            IssuerText::Superior => self.setting_superior(),
            IssuerText::Organ => self.setting_organ(),
            IssuerText::FullName => self.setting_full_name(),
            IssuerText::ShortName => self.setting_short_name(),
            IssuerText::Head => self.setting_head(),
            IssuerText::Place => self.setting_place(),
            IssuerText::Symbol => self.setting_symbol(),
            IssuerText::FollowUp => self.setting_follow_up(),
        }
    }

    /// Returns the name of something that the issuing body does or does not.
    pub(crate) fn switch(self, switch: Switch) -> &'static str {
        match switch {
            Switch::DatesMinutes => self.setting_dates_minutes(),
            Switch::Dashes => self.setting_dashes(),
            Switch::BoldPosition => self.setting_bold_position(),
            Switch::TwoSided => self.setting_two_sided(),
        }
    }

    /// Returns the name of a switch's position.
    pub(crate) fn yes_or_no(self, is_on: bool) -> &'static str {
        if is_on {
            self.option_yes()
        } else {
            self.option_no()
        }
    }

    /// Returns where the tone is written, by example.
    pub(crate) fn tone(self, tone: Tone) -> &'static str {
        match tone {
            Tone::Old => self.value_tone_old(),
            Tone::New => self.value_tone_new(),
            Tone::Off => self.value_tone_off(),
        }
    }

    /// Returns the name of a capacity.
    pub(crate) fn capacity(self, capacity: Capacity) -> &'static str {
        match capacity {
            Capacity::Head => self.capacity_head(),
            Capacity::Deputy => self.capacity_deputy(),
            Capacity::ByOrder => self.capacity_by_order(),
        }
    }

    /// Returns the name of an input method.
    pub(crate) fn typing_or_system(self, method: Option<Method>) -> &'static str {
        method.map_or(self.value_system_typing(), |method| self.typing(method))
    }
}
