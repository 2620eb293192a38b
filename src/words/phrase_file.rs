//! Sentences about errors in a phrase file.

super::phrases! {
    phrase_mistake(line: usize, column: usize, why: &str) = "Dòng {line}, cột {column}: {why}", "Line {line}, column {column}: {why}";
    phrase_retired(line: usize, section: &str, name: &str) = "Dòng {line}: [{section}] {name} không còn dùng ở văn bản nào.", "Line {line}: no paper says [{section}] {name} any more.";
    phrase_replaced(line: usize, section: &str, name: &str, instead: &str) = "Dòng {line}: [{section}] {name} không còn dùng; thay bằng {instead}.", "Line {line}: no paper says [{section}] {name} any more, but {instead}.";
    phrase_not_toml(why: &str) = "không đúng cú pháp TOML ({why}).", "this is not TOML ({why}).";
    phrase_not_quoted = "câu phải nằm trong ngoặc kép.", "the sentence must stand in quotes.";
    phrase_no_section(name: &str) = "không có phần [{name}].", "there is no section [{name}].";
    phrase_unknown(name: &str) = "phần này không có câu «{name}».", "this section has no phrase «{name}».";
    phrase_not_a_section(name: &str) = "[{name}] phải là một phần gồm các câu.", "[{name}] must be a section of phrases.";
    phrase_not_text(name: &str) = "câu «{name}» phải là chữ trong ngoặc kép.", "the phrase «{name}» must be a text in quotes.";
    phrase_no_field(name: &str, known: &str) = "không có trường «{name}»; câu này có: {known}.", "there is no field «{name}»; this phrase has: {known}.";
    phrase_without_fields(name: &str) = "không có trường «{name}»; câu này không có trường nào.", "there is no field «{name}»; this phrase has none.";
    phrase_needs(name: &str) = "câu này thiếu trường «{name}».", "this phrase needs the field «{name}».";
    phrase_unclosed = "dấu ngoặc nhọn mở ra không được đóng; viết hai dấu liền nhau nếu muốn in một dấu.", "an opening brace is not closed; write it twice to print one.";
    phrase_unopened = "dấu ngoặc nhọn đóng không có dấu mở; viết hai dấu liền nhau nếu muốn in một dấu.", "a closing brace was never opened; write it twice to print one.";
}
