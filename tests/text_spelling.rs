//! Slips of the hand: what is offered, and what is right as it is.

use giaoban::text::spelling::{ToneStyle, mends};

/// The slips of a text as `old → new`.
fn told(text: &str, style: Option<ToneStyle>) -> Vec<String> {
    mends(text, style)
        .into_iter()
        .map(|mend| {
            let old = text.get(mend.at.clone()).unwrap_or_default();
            let seen = |text: &str| {
                if text.trim() == text {
                    text.to_owned()
                } else {
                    text.replace(' ', "␣")
                }
            };
            let quoted = if mend.is_quoted { "“” " } else { "" };
            format!(
                "{quoted}{} → {}",
                seen(old),
                seen(mend.new.as_deref().unwrap_or("?"))
            )
        })
        .collect()
}

fn old(text: &str) -> Vec<String> {
    told(text, Some(ToneStyle::Old))
}

#[test]
fn a_word_said_twice_is_offered_once() {
    assert_eq!(
        old("rà soát, nghiên cứu tình tình thực tiễn"),
        ["tình tình → tình hình"],
        "the slip of the report of 11 July 2023"
    );
    assert_eq!(old("Tình tình chung"), ["Tình tình → Tình hình"]);
    assert_eq!(old("gửi gửi báo cáo"), ["gửi gửi → gửi"]);
    // What is said twice may stand apart by more than a space, which is told as well.
    assert_eq!(old("các  các đơn vị"), ["các  các → các", "␣␣ → ␣"]);
}

#[test]
fn true_reduplications_and_meeting_words_are_right() {
    for right in [
        "luôn luôn từ từ, ngày ngày",
        "giải thể đảng bộ bộ phận",
        "học sinh sinh viên",
        "từ năm 2021, năm năm một lần",
        "đồng chí Hoa Hoa",
        "báo cáo, cáo phó",
        "12 12 hồ sơ",
        "kết nạp. Nạp lại",
    ] {
        assert_eq!(old(right), [""; 0], "{right}");
    }
}

#[test]
fn tones_stand_where_the_issuer_wants_them() {
    assert_eq!(old("Đảng uỷ hoà giải"), ["uỷ → ủy", "hoà → hòa"]);
    assert_eq!(old("Đảng ủy hòa giải khỏe"), [""; 0]);
    let new = |text| told(text, Some(ToneStyle::New));
    assert_eq!(
        new("Đảng ủy, ỦY BAN, khỏe"),
        ["ủy → uỷ", "ỦY → UỶ", "khỏe → khoẻ"]
    );
    // The u of qu is no vowel, a closed rhyme has one place only, and other rhymes are not in question.
    assert_eq!(new("quý, quả, toàn, thuyền, mùa, của, họ"), [""; 0]);
    assert_eq!(old("quý, quả, toàn, thuyền, mùa, của, họ"), [""; 0]);
    assert_eq!(told("uỷ, ủy", None), [""; 0], "off");
}

#[test]
fn spaces_and_blanks() {
    assert_eq!(old("một  hai"), ["␣␣ → ␣"]);
    assert_eq!(old("xong ; rồi , thôi ."), ["␣; → ;", "␣, → ,", "␣. → ."]);
    assert_eq!(old("mẫu .docx và 8 :30, chờ …"), [""; 0]);
    assert_eq!(old("tại ...... lúc 8h"), ["...... → ?"]);
    assert_eq!(old("còn nữa..."), [""; 0], "three dots are no blank");
}

#[test]
fn what_is_quoted_is_said_to_be() {
    assert_eq!(
        old("mô hình “uỷ  ban” và uỷ ban"),
        ["“” uỷ → ủy", "“” ␣␣ → ␣", "uỷ → ủy"]
    );
    assert_eq!(old("“chưa đóng uỷ"), ["“” uỷ → ủy"]);
}
