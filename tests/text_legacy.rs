//! Texts in the encodings before Unicode are recognised, and no other text is taken for one.
use crate::common::stage::Stage;
use giaoban::text::legacy::{Legacy, convert, recognise, recognise_pasted, recognise_text};
use proptest::prelude::*;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

const TEXTS: [&str; 6] = [
    "Đảng ủy phường Thủ Đức",
    "Nguyễn Văn Hùng",
    "Hội nghị giao ban công tác tổ chức xây dựng Đảng 06 tháng đầu năm 2023",
    "Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập - tự do - hạnh phúc",
    "Hiệp Bình Phước; Tăng Nhơn Phú A; Trường Thạnh",
    "khó khăn, vướng mắc trong quá trình kết nạp đảng viên",
];

/// What is not Vietnamese in an old encoding.
const OTHERS: [&str; 10] = [
    "",
    "Hoi nghi giao ban 2023",
    "L'été où Noël est arrivé déjà, « là-bas » à côté de la forêt",
    "où",
    "Die Straße führt über Köln nach München, für Müller schön",
    "El niño español señaló mañana la canción",
    "São João não é um avião",
    "© 2023 Microsoft® 5 µm, 1ª, 12 m², 20 °C · §",
    "cô và hôm nay là",
    "naïve façade, Ångström, smørrebrød",
];

/// Writes a letter taken apart with a table of two columns; what is not in it stays.
fn through(text: &str, table: &[(&str, &str)]) -> String {
    let letter = |c: char| {
        let c = c.to_string();
        table
            .iter()
            .find(|row| row.0 == c)
            .map_or(c, |row| row.1.to_owned())
    };
    text.chars().map(letter).collect()
}

/// Splits two lines of the same length into the rows of a table.
fn table<'a>(letters: &'a str, written: &'a str) -> Vec<(&'a str, &'a str)> {
    letters.split(' ').zip(written.split(' ')).collect()
}

fn tcvn3(text: &str) -> String {
    let letters = "Ă Â Ê Ô Ơ Ư Đ ă â ê ô ơ ư đ à ả ã á ạ ằ ẳ ẵ ắ ặ ầ ẩ ẫ ấ ậ è ẻ ẽ é ẹ ề ể ễ ế ệ ì ỉ ĩ í ị ò ỏ õ ó ọ ồ ổ ỗ ố ộ ờ ở ỡ ớ ợ ù ủ ũ ú ụ ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ";
    let written = "¡ ¢ £ ¤ ¥ ¦ § ¨ © ª « ¬ \u{ad} ® µ ¶ · ¸ ¹ » ¼ ½ ¾ Æ Ç È É Ê Ë Ì Î Ï Ð Ñ Ò Ó Ô Õ Ö × Ø Ü Ý Þ ß á â ã ä å æ ç è é ê ë ì í î ï ñ ò ó ô õ ö ÷ ø ù ú û ü ý þ";
    through(text, &table(letters, written))
}

fn vni(text: &str) -> String {
    let letters = "đ Đ ơ Ơ ư Ư ì ỉ ĩ í ị à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ờ ở ỡ ớ ợ ù ủ ũ ú ụ ừ ử ữ ứ ự ỳ ỷ ỹ ý";
    let written = "ñ Ñ ô Ô ö Ö ì æ ó í ò aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä eø eû eõ eù eï eâ eà eå eã eá eä oø oû oõ où oï oâ oà oå oã oá oä ôø ôû ôõ ôù ôï uø uû uõ uù uï öø öû öõ öù öï yø yû yõ yù";
    through(text, &table(letters, written))
}

/// Windows-1258 writes ă â ê ô ơ ư đ whole and every tone behind its letter.
fn windows_1258(text: &str) -> Vec<u8> {
    let written = |c: char| match c {
        'Đ' => 0xd0,
        'đ' => 0xf0,
        'Ă' => 0xc3,
        'ă' => 0xe3,
        'Ơ' => 0xd5,
        'ơ' => 0xf5,
        'Ư' => 0xdd,
        'ư' => 0xfd,
        '\u{300}' => 0xcc,
        '\u{309}' => 0xd2,
        '\u{303}' => 0xde,
        '\u{301}' => 0xec,
        '\u{323}' => 0xf2,
        _ => u8::try_from(u32::from(c)).unwrap(),
    };
    let apart = |c: char| -> Vec<char> {
        let is_tone = |c: &char| "\u{300}\u{309}\u{303}\u{301}\u{323}".contains(*c);
        let (tones, letter): (Vec<char>, Vec<char>) = std::iter::once(c).nfd().partition(is_tone);
        letter.into_iter().nfc().chain(tones).collect()
    };
    text.chars().flat_map(apart).map(written).collect()
}

fn latin(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect()
}

#[test]
fn the_tables_write_what_is_known() {
    assert_eq!(tcvn3("Cộng hòa xã hội"), "Céng hßa x· héi");
    assert_eq!(tcvn3("Đảng ủy"), "§¶ng ñy");
    assert_eq!(
        vni("Nguyễn Văn Hùng, Thủ Đức"),
        "Nguyeãn Vaên Huøng, Thuû Ñöùc"
    );
    assert_eq!(windows_1258("Việt"), b"Vi\xea\xf2t");
}

#[test]
fn old_encodings_are_recognised() {
    for text in TEXTS {
        assert_eq!(
            recognise(&latin(&tcvn3(text))),
            Some(Legacy::Tcvn3),
            "{text}"
        );
        assert_eq!(recognise(&latin(&vni(text))), Some(Legacy::Vni), "{text}");
        assert_eq!(
            recognise(&windows_1258(text)),
            Some(Legacy::Windows1258),
            "{text}"
        );
        for written in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
            let bytes: Vec<u8> = text.encode_utf16().flat_map(written).collect();
            assert_eq!(recognise(&bytes), Some(Legacy::Utf16), "{text}");
        }
    }
    assert_eq!(recognise(b"\xff\xfe\x10\x01"), Some(Legacy::Utf16));
}

#[test]
fn old_fonts_are_recognised_in_unicode() {
    for text in TEXTS {
        assert_eq!(recognise_text(&tcvn3(text)), Some(Legacy::Tcvn3), "{text}");
        assert_eq!(recognise_text(&vni(text)), Some(Legacy::Vni), "{text}");
    }
    assert_eq!(recognise_text("THAØNH UÛY THUÛ ÑÖÙC"), Some(Legacy::Vni));
    assert_eq!(recognise_text("Huøng"), None, "one mark is too little");
}

#[test]
fn no_other_text_is_taken_for_old() {
    for text in TEXTS.into_iter().chain(OTHERS) {
        assert_eq!(recognise_text(text), None, "{text}");
        assert_eq!(recognise(text.as_bytes()), None, "{text}");
    }
    for text in OTHERS {
        assert_eq!(recognise(&latin(text)), None, "{text}");
    }
}

/// Returns the words of the templates, each once.
fn words_of_an_office() -> BTreeSet<String> {
    let all = [
        include_str!("../src/templates/phrases.toml"),
        include_str!("../src/templates/meeting.toml"),
        include_str!("../src/templates/rosters.toml"),
        include_str!("../src/templates/recognised.toml"),
        include_str!("../src/templates/years.toml"),
        include_str!("../src/templates/sample.toml"),
        include_str!("fixtures/rhymes.txt"),
    ]
    .concat();
    let words = all.nfc().collect::<String>();
    let words = words.split(|c: char| !c.is_alphabetic());
    words
        .filter(|word| word.chars().count() > 1)
        .map(str::to_owned)
        .collect()
}

#[test]
fn no_right_word_is_asked_about() {
    let words = words_of_an_office();
    for word in &words {
        assert_eq!(recognise_pasted(word), None, "{word}");
        let shouted = word.to_uppercase();
        assert_eq!(recognise_pasted(&shouted), None, "{shouted}");
    }
    let all: Vec<&String> = words.iter().collect();
    for pair in all.windows(3) {
        let text = format!("{} {} {}", pair[0], pair[1], pair[2]);
        assert_eq!(recognise_pasted(&text), None, "{text}");
    }
    for text in OTHERS {
        assert_eq!(recognise_pasted(text), None, "{text}");
    }
    for text in [
        "5 µm",
        "giaó viên",
        "hoá",
        "hòa",
        "Thuý",
        "café",
        "São",
        "Müller",
        "lôgic",
    ] {
        assert_eq!(recognise_pasted(text), None, "{text}");
    }
}

#[test]
fn a_word_in_old_letters_is_asked_about() {
    for word in [
        "Huøng",
        "§¶ng",
        "Nguyeãn",
        "Nguyªn",
        "®ång",
        "phöôøng",
        "H\u{e9}i nghÞ",
        "ph\u{ad}êng",
        "c«ng",
    ] {
        assert!(recognise_pasted(word).is_some(), "{word}");
    }
    // Most words alone, and nearly all by two.
    let is_latin = |text: &str| text.chars().all(|c| u32::from(c) < 0x100);
    let words = words_of_an_office();
    let marked: Vec<&String> = words
        .iter()
        .filter(|word| !word.is_ascii() && word.to_lowercase() == **word)
        .collect();
    for written in [tcvn3 as fn(&str) -> String, vni] {
        let known = |texts: Vec<String>| {
            let texts: Vec<String> = texts
                .iter()
                .map(|text| written(text))
                .filter(|text| is_latin(text))
                .collect();
            assert!(texts.len() > 500, "{}", texts.len());
            let known = texts
                .iter()
                .filter(|text| recognise_pasted(text).is_some())
                .count();
            known * 100 / texts.len()
        };
        let one = known(marked.iter().map(|word| (*word).clone()).collect());
        let two = known(
            marked
                .windows(2)
                .map(|pair| format!("{} {}", pair[0], pair[1]))
                .collect(),
        );
        assert!(one >= 70 && two >= 85, "{one}% alone, {two}% by two");
    }
}

proptest! {
    #[test]
    fn any_bytes_and_any_text_are_judged(bytes in prop::collection::vec(any::<u8>(), 0..80), text in "\\PC{0,40}") {
        if recognise(&bytes).is_some_and(|legacy| legacy != Legacy::Utf16) {
            prop_assert!(std::str::from_utf8(&bytes).is_err());
        }
        prop_assert_ne!(recognise_text(&text), Some(Legacy::Windows1258));
    }
}

/// Returns bytes as they arrive where they are taken for Latin-1.
fn latin_text(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

/// A pasted text of an old font is told from every other, however short.
#[test]
fn what_is_pasted_in_old_letters_is_read_and_nothing_else_is() {
    for text in TEXTS {
        let of_1258 = latin_text(&windows_1258(text));
        for (written, legacy) in [
            (tcvn3(text), Legacy::Tcvn3),
            (vni(text), Legacy::Vni),
            (of_1258, Legacy::Windows1258),
        ] {
            assert_eq!(recognise_pasted(&written), Some(legacy), "{written}");
            assert_eq!(convert(&written, legacy), text);
        }
        assert_eq!(recognise_pasted(text), None);
    }
    for (written, legacy, meant) in [
        (
            "C«ng t¸c x©y dùng §¶ng n¨m 2023",
            Legacy::Tcvn3,
            "Công tác xây dựng Đảng năm 2023",
        ),
        (
            "Coâng taùc xaây döïng Ñaûng",
            Legacy::Vni,
            "Công tác xây dựng Đảng",
        ),
        ("ÑAÛNG UÛY PHÖÔØNG", Legacy::Vni, "ĐẢNG ỦY PHƯỜNG"),
        ("ÐaÒng uÒy phýõÌng", Legacy::Windows1258, "Đảng ủy phường"),
        ("Viêòt Nam", Legacy::Windows1258, "Việt Nam"),
        ("§¶ng uû\nph\u{ad}êng", Legacy::Tcvn3, "Đảng uỷ\nphường"),
    ] {
        assert_eq!(recognise_pasted(written), Some(legacy), "{written}");
        assert_eq!(convert(written, legacy), meant.nfc().collect::<String>());
    }
    for other in OTHERS {
        assert_eq!(recognise_pasted(other), None, "{other}");
    }
}

/// The texts that the program carries, whole and in pieces of one to four words, are never taken for an old font's.
#[test]
fn no_text_of_the_program_is_taken_for_old_letters() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for part in ["templates", "words", "guide"] {
        for file in std::fs::read_dir(folder.join(part)).unwrap() {
            let Ok(text) = std::fs::read_to_string(file.unwrap().path()) else {
                continue;
            };
            // The handbook shows how such text looks.
            let is_example = |line: &&str| line.contains("§") || line.contains("Ñaûng");
            for line in text.lines().filter(|line| !is_example(line)) {
                assert_eq!(recognise_pasted(line), None, "{line}");
                let words: Vec<&str> = line.split_whitespace().collect();
                for length in 1..=4 {
                    for piece in words.windows(length) {
                        let piece = piece.join(" ");
                        assert_eq!(recognise_pasted(&piece), None, "{piece}");
                    }
                }
            }
        }
    }
}

/// The capture line takes no old letters unasked: Enter converts them, Esc keeps them, and F8 tells what was kept.
#[test]
fn a_paste_in_old_letters_is_asked_about() {
    let mut stage = Stage::sized(120, 36);
    stage
        .press("<F4>")
        .paste("+ Coâng taùc xaây döïng Ñaûng")
        .sees("PHÔNG CŨ")
        .sees("Công tác xây dựng Đảng")
        .press("<Enter>")
        .misses("PHÔNG CŨ")
        .sees("+ Công tác xây dựng Đảng")
        .press("<Enter><F8>")
        .misses("Chữ phông cũ");
    stage
        .press("<F4>")
        .paste("+ Ban Tôò chýìc Thành uÒy")
        .sees("PHÔNG CŨ")
        .press("<Esc><C-u>");
    stage
        .press("<F4>")
        .paste("C«ng t¸c x©y dùng §¶ng n¨m 2023")
        .sees("Công tác xây dựng Đảng năm 2023")
        .press("<Esc>")
        .sees("C«ng t¸c x©y dùng §¶ng")
        .press("<Enter><F8>")
        .sees("Chữ phông cũ: «");
}

/// The form waits behind the question, and several lines are converted before they are asked about.
#[test]
fn the_question_about_old_letters_stands_in_front_of_a_form() {
    let mut stage = Stage::new();
    stage
        .press("<F4><C-o><Down><C-d>")
        .sees("SỬA MỤC")
        .paste(" §¶ng ñy")
        .sees("PHÔNG CŨ")
        .press("1")
        .sees("SỬA MỤC")
        .sees("Đảng ủy");
    stage
        .press("<Esc><Esc><Esc>")
        .paste("C«ng t¸c §¶ng\nC«ng t¸c cña chi bé")
        .press("<Enter>")
        .sees("DÁN NHIỀU DÒNG")
        .press("2")
        .sees("Công tác của chi bộ");
}
