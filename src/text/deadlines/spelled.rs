//! The words of a deadline: heard with their accents, so that `sau` is not `sáu`, and spelled as papers print them, so that
//! words typed in a hurry without accents get them back.

use unicode_normalization::UnicodeNormalization;

use super::super::fold::fold;

/// The words that name days and periods, and no others that are written with the same letters here.
const SPELLED: &[&str] = &[
    "trước", "ngày", "tháng", "tuần", "quý", "năm", "cuối", "đầu", "giữa", "hết", "trong", "vòng",
    "thứ", "chủ", "nhật", "hôm", "chậm", "nhất", "muộn", "sáng", "chiều", "giờ", "phút", "mười",
    "một", "mùng", "tư", "bảy", "tám", "chín", "bốn", "nửa", "việc", "làm", "nội", "không", "quá",
    "đến", "vào", "tới", "hạn", "giêng", "chạp", "kể", "rưỡi", "thời", "chót",
];

/// Other words of a deadline, and other spellings of them.
const ALSO: &[&str] = &[
    "mươi",
    "lăm",
    "bẩy",
    "mồng",
    "này",
    "nữa",
    "tối",
    "trưa",
    "trễ",
    "buổi",
    "tiếng",
    "là",
    "cùng",
    "của",
    "thượng",
    "thường",
    "xuyên",
    "liên",
    "tục",
    "định",
    "kỳ",
    "kì",
    "hằng",
    "hàng",
    "mỗi",
];

/// Returns the words as they are compared: folded, but where an accent was typed only those that are words of a deadline.
///
/// `sáu`, `mốt` and `từ` keep their accents, because without them they are other words. What was typed without accents may be
/// either.
pub(super) fn heard(typed: &str) -> Vec<String> {
    typed.split_whitespace().map(hear).collect()
}

fn hear(word: &str) -> String {
    let folded = fold(word);
    if word.is_ascii() {
        return folded;
    }
    let lower: String = word.to_lowercase().nfc().collect();
    match lower.trim_end_matches([',', ';', ':', '.']) {
        "sáu" | "mốt" | "từ" => lower,
        "quí" => "quy".to_owned(),
        known if SPELLED.contains(&known) || ALSO.contains(&known) => folded,
        _ if folded.starts_with(|c: char| c.is_ascii_digit()) => folded,
        _ => lower,
    }
}

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
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let places = 0..words.len();
    let spelled = places.filter_map(|place| spell(&lower, place).or(words.get(place).copied()));
    let spelled: Vec<String> = spelled.map(roman).collect();
    Some(spelled.join(" "))
}

fn is_roman(word: &str) -> bool {
    ["i", "ii", "iii", "iv"].contains(&word)
}

/// Writes a number that was typed in small Roman letters in capitals.
fn roman(word: &str) -> String {
    let lower = word.to_lowercase();
    if is_roman(&lower) {
        lower.to_uppercase()
    } else {
        word.to_owned()
    }
}

/// Gives a word its accents, by the words around it where two are written with the same letters.
fn spell(words: &[String], place: usize) -> Option<&'static str> {
    let word = |place: Option<usize>| place.and_then(|place| words.get(place));
    let at = |place: Option<usize>| word(place).map_or("", String::as_str);
    let (before, here) = (at(place.checked_sub(1)), at(Some(place)));
    let (after, behind) = (at(Some(place + 1)), at(Some(place + 2)));
    let by_place = match (before, here, after, behind) {
        ("thu" | "muoi", "sau", ..) | (_, "sau", "thang", "dau" | "cuoi") => Some("sáu"),
        ("thu" | "quy" | "thang" | "muoi", "tu", ..) => Some("tư"),
        (_, "tu", ..) => Some("từ"),
        (_, "nua", ..) if place > 0 => Some("nữa"),
        ("thang" | "tuan" | "quy", "nay", ..) => Some("này"),
        ("hai" | "ba" | "bon" | "nam" | "sau" | "bay" | "tam" | "chin", "muoi", ..) => Some("mươi"),
        ("muoi", "lam", ..) => Some("lăm"),
        (_, "la", ..) => Some("là"),
        (_, "cung", ..) => Some("cùng"),
        _ => None,
    };
    by_place.or_else(|| SPELLED.iter().copied().find(|known| fold(known) == here))
}
