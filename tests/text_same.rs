//! The same word and the same person, however they are written; letters that only look like ours.
use giaoban::text::clean::{clean_line, clean_text};
use giaoban::text::find::{find_all, fit, places};
use giaoban::text::line::Line;
use giaoban::text::nearest::nearest;
use giaoban::text::same::{bare_person, is_same, is_same_person};
use giaoban::text::spelling::{ToneStyle, in_tone};
use giaoban::text::terms::{asked, terms};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// The fifteen pairs of the two styles, and others whose tone is written on the wrong vowel.
const PAIRS: [(&str, &str); 24] = [
    ("ủy", "uỷ"),
    ("ùy", "uỳ"),
    ("úy", "uý"),
    ("ũy", "uỹ"),
    ("ụy", "uỵ"),
    ("òa", "oà"),
    ("óa", "oá"),
    ("ỏa", "oả"),
    ("õa", "oã"),
    ("ọa", "oạ"),
    ("òe", "oè"),
    ("óe", "oé"),
    ("ỏe", "oẻ"),
    ("õe", "oẽ"),
    ("ọe", "oẹ"),
    ("hòa", "hoà"),
    ("thúy", "thuý"),
    ("khỏe", "khoẻ"),
    ("THỦY", "THUỶ"),
    ("hoàn", "hòan"),
    ("quý", "qúy"),
    ("giá", "gía"),
    ("khuỷu", "khủyu"),
    ("được", "đựơc"),
];

#[test]
fn the_place_of_a_tone_is_no_difference() {
    for (one, other) in PAIRS {
        assert!(is_same(one, other), "{one} {other}");
        for (query, text) in [(one, other), (other, one)] {
            let line = format!("Việc {text} ban");
            assert!(find_all(query, &line).is_some(), "{query} in {line}");
            assert_eq!(places(query, &line).len(), 1, "{query} in {line}");
            assert!(fit(query, text).is_some(), "{query} {text}");
            let found: Vec<String> = terms(&line);
            let is_found = |way: &String| found.iter().any(|term| term.starts_with(way));
            assert!(asked(query).iter().any(is_found), "{query} in {line}");
        }
    }
    assert!(find_all("uy ban", "Ủy ban").is_some() && find_all("uy ban", "Uỷ ban").is_some());
    assert!(
        find_all("uỷ", "úy").is_none(),
        "another tone is another word"
    );
    assert!(
        find_all("hòa", "hoàn thành").is_some(),
        "what is half typed finds the word"
    );
    assert!(
        find_all("chú", "chuyến").is_none(),
        "a tone is not moved to what was not typed"
    );
    assert!(!is_same("hòa", "hóa") && !is_same("ma", "má") && !is_same("đan", "dan"));
    assert_eq!(
        nearest("Hoà Bình", ["Hòa Bình", "Hóa Bình"], 1),
        ["Hòa Bình"]
    );
}

#[test]
fn case_spaces_dashes_and_quotes_are_no_difference() {
    assert!(is_same("ĐẢNG ỦY\u{a0} Phường", "đảng uỷ phường"));
    assert!(is_same("58-QĐ/TW", "58–QĐ/TW") && is_same("58-QĐ/TW", "58\u{2011}QĐ/TW"));
    assert!(is_same("«Dân vận khéo»", "“Dân vận khéo”"));
    assert!(!is_same("chi bộ", "chi bộ 2"));
}

#[test]
fn a_person_is_the_same_in_capitals_and_addressed() {
    let name = "Nguyễn Mẫu Một";
    for written in [
        "Đ/c Nguyễn Mẫu Một",
        "đ/c. Nguyễn Mẫu Một",
        "Đ/C NGUYỄN MẪU MỘT",
        "ĐC Nguyễn Mẫu Một",
        "ĐC. Nguyễn Mẫu Một",
        "đồng chí Nguyễn Mẫu Một",
        "Đồng chí: Nguyễn Mẫu Một",
        "Đ/cNguyễn Mẫu Một",
        "Đ/c đồng chí Nguyễn Mẫu Một",
        "\u{d0}/c Nguyễn Mẫu Một",
        "Đ/c\u{a0}Nguyễn  Mẫu\u{200b} Một",
        "nguyễn mẫu một",
    ] {
        assert!(is_same_person(written, name), "{written}");
    }
    assert!(!is_same_person("Đ/c Nguyễn Mẫu Hai", name));
    for whole in [
        "Đặng Chí Công",
        "Đinh Công",
        "Đc",
        "đồng chí",
        "Đ/c",
        "Đoàn Đ/c",
    ] {
        assert_eq!(bare_person(whole), whole);
    }
}

#[test]
fn letters_that_look_alike_enter_as_ours() {
    for (typed, meant) in [
        ("Th\u{443} \u{110}\u{1ee9}c", "Thy Đức"),
        (
            "\u{410}\u{412}\u{415}\u{41a}\u{41c}\u{41d}\u{41e}\u{420}\u{421}\u{422}\u{425}",
            "ABEKMHOPCTX",
        ),
        (
            "\u{430}\u{435}\u{43e}\u{440}\u{441}\u{445}\u{456}",
            "aeopcxi",
        ),
        (
            "\u{391}\u{392}\u{39f}\u{3a1}\u{3a4} \u{3bf}\u{3cc}",
            "ABOPT oó",
        ),
        ("\u{d0}\u{1ea3}ng \u{f0}ang \u{189}\u{256}", "Đảng đang Đđ"),
        ("d\u{335}ang D\u{336}", "đang Đ"),
        ("\u{4d1}n \u{1ce}n \u{430}\u{30c}n", "ăn ăn ăn"),
        ("chính \u{fb01}nh ﬂ ﬀ", "chính finh fl ff"),
        ("ＡＢｃ１２，（ａ）", "ABc12,(a)"),
        ("mười\u{a0}hai\u{2003}ba\u{3000}bốn", "mười hai ba bốn"),
        ("58\u{2011}QĐ/TW và 58\u{2010}QĐ/TW", "58-QĐ/TW và 58-QĐ/TW"),
        ("tổ\u{ad}chức\u{200b}\u{feff}", "tổchức"),
        ("vie\u{301}\u{302}t", "viết"),
        ("Ⅳ ⅳ ℃ ㎡", "IV iv °C m²"),
        ("① ⑳ ❷ Ⓐ ⒈ ⑵", "(1) (20) (2) (A) 1. (2)"),
        ("✓ Kết nạp 60 ☑ ✗ ➢ abc", "- Kết nạp 60 (v) (x) - abc"),
        ("\u{f0b7} một \u{f0d8} hai ▪ ba", "- một - hai - ba"),
    ] {
        assert_eq!(clean_line(typed), meant);
        assert_eq!(clean_text(typed), meant);
        let mut line = Line::default();
        typed.chars().for_each(|c| line.insert(c));
        assert_eq!(line.text(), meant, "typed");
    }
}

#[test]
fn what_looks_like_nothing_of_ours_is_kept() {
    for text in [
        "Ж",
        "😀",
        "10⁴",
        "你好",
        "½",
        "100.000 ₫",
        "№ 5",
        "š",
        "“a” – ‘b’ …",
        "● ■ → ≥",
    ] {
        assert_eq!(clean_line(text), text);
    }
}

proptest! {
    #[test]
    fn either_style_is_the_same_word_and_finds_it(text in "([bcdđghklmnpqrstvxBCĐH]{0,2}[aàảãáạăằâầeèêềiìoòóôồơờuùủưừyỳỷý]{1,3}(n|ng|nh|c|t|m)?){1,3}( [a-zđ]{1,5})?") {
        let text: String = text.nfc().collect();
        let (old, new) = (in_tone(&text, ToneStyle::Old), in_tone(&text, ToneStyle::New));
        prop_assert!(is_same(&old, &new));
        prop_assert!(is_same(&old, &old.to_uppercase()));
        prop_assert!(is_same(&old, &old.nfd().collect::<String>()));
        prop_assert!(find_all(&old, &new).is_some() && find_all(&new, &old).is_some());
        prop_assert!(fit(&old, &new).is_some() && fit(&new, &old).is_some());
    }

    #[test]
    fn what_enters_by_keys_enters_by_a_paste(text in "[a-eĐđơ аеоΑΒο①✓▪\u{a0}\u{2011}\u{301}\u{302}\u{30c}ﬁｂ]{0,12}") {
        let mut typed = Line::default();
        text.chars().for_each(|c| typed.insert(c));
        prop_assert_eq!(typed.text(), clean_line(&text));
    }
}
