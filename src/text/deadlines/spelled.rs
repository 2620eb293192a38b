//! The words of a deadline as papers print them: typed in a hurry without accents they get them back.

use super::super::fold::fold;

/// The words that name days and periods, and no others that are written with the same letters here.
const SPELLED: &[&str] = &[
    "trước", "ngày", "tháng", "tuần", "quý", "năm", "cuối", "đầu", "giữa", "hết", "trong", "vòng",
    "thứ", "chủ", "nhật", "hôm", "chậm", "nhất", "muộn", "sáng", "chiều", "giờ", "phút", "mười",
    "một", "mùng", "tư", "bảy", "tám", "chín", "bốn", "nửa", "việc", "làm", "nội", "không", "quá",
    "đến", "vào",
];

/// Returns words as they are kept, or none if nothing was said.
///
/// Accents are only given to words in which no letter has one, and only if all of them are known: other words stay as
/// they were typed.
pub(super) fn words(typed: &str) -> Option<String> {
    let marks = [',', ':', ';', '.', '"', '“', '”', '«', '»'];
    let typed = typed.trim().trim_matches(marks).trim();
    let typed = typed.replace('"', "'");
    let words: Vec<&str> = typed.split_whitespace().collect();
    if words.is_empty() {
        return None;
    }
    let is_known = |word: &&str| {
        let lower = word.to_lowercase();
        SPELLED.iter().any(|known| fold(known) == lower)
            || is_roman(&lower)
            || ["nay", "sau", "hai", "ba", "mai", "la", "cung"].contains(&lower.as_str())
            || lower
                .chars()
                .all(|c| c.is_ascii_digit() || "/.-+h:".contains(c))
    };
    if !typed.is_ascii() || !words.iter().all(is_known) {
        return Some(words.join(" "));
    }
    let spelled: Vec<String> = words.iter().map(|word| spell(word)).collect();
    Some(spelled.join(" "))
}

fn is_roman(word: &str) -> bool {
    ["i", "ii", "iii", "iv"].contains(&word)
}

fn spell(word: &str) -> String {
    let lower = word.to_lowercase();
    if is_roman(&lower) {
        return lower.to_uppercase();
    }
    let known = SPELLED.iter().find(|known| fold(known) == lower);
    known.map_or_else(|| word.to_owned(), |known| (*known).to_owned())
}
