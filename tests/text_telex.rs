//! Typing without an input method: the cases of the domain, every rhyme behind every onset, and laws.
use giaoban::text::fold::fold;
use giaoban::text::syllable::is_syllable;
use giaoban::text::telex::{Method, compose, is_word_key, spell};
use proptest::prelude::*;
use unicode_normalization::{UnicodeNormalization, is_nfc};

const METHODS: [Method; 2] = [Method::Telex, Method::Vni];

/// The rhymes by hand: the rhyme, the rhyme with nặng, a word that has it.
const RHYMES: &str = include_str!("fixtures/rhymes.txt");

/// Checks pairs of keys and the word that they make.
fn check(method: Method, cases: &str) {
    let mut cases = cases.split_whitespace();
    while let Some(keys) = cases.next() {
        assert_eq!(compose(keys, method), cases.next().unwrap(), "{keys}");
    }
}

#[test]
fn telex_takes_marks_and_tones_in_any_order() {
    let cases = "vieetj việt vietej việt vietje việt vijeet việt ddoongf đồng ddoonfg đồng
        dongfdo đồng dduwowcj được duocdwj được duowcdj được nuowcs nước nuocws nước nuocsw nước
        thuowr thuở huow huơ uowc ươc nuow nuơ nuowc nươc ruouwj rượu guiwr gửi muaw mưa
        cuuw cưu hoawcj hoặc hoacwj hoặc nguyeenx nguyễn nguyenex nguyễn khuyur khuỷu ngoafi ngoài";
    check(Method::Telex, cases);
}

#[test]
fn telex_marks_in_the_old_style() {
    let cases = "hoaf hòa khoer khỏe thuyr thủy uyr ủy hoafn hoàn toans toán khuyar khuỷa
        miaf mìa muaf mùa baor bảo huees huế thuees thuế quys quý quar quả giuwax giữa gias giá
        gif gì gin gin ginf gìn gieengs giếng quoocs quốc quyeets quyết quynhf quỳnh quyts quýt";
    check(Method::Telex, cases);
}

#[test]
fn telex_takes_back_what_is_typed_twice_and_what_the_last_tone_replaces() {
    let cases =
        "ass as aff af aaa aa eee ee ddd dd aww aw uww uw tooot toot asf à asz a aaw ă oow ơ
        owo ô uowo uô vieete viete asas âs xooong xoong gooongf goòng trww trw ww w";
    check(Method::Telex, cases);
}

#[test]
fn telex_reads_a_lone_w_as_a_letter() {
    check(
        Method::Telex,
        "w ư W Ư trw trư wa ưa wng ưng mwowif mười wo ươ uwo ươ uwow ươ",
    );
}

#[test]
fn case_follows_each_letter() {
    let cases = "TIEENGS TIẾNG Ddangr Đảng DDangr Đảng VIEETJ VIỆT NGUYEENX NGUYỄN THUEES THUẾ
        Tieengs Tiếng UYR ỦY Uyr Ủy DDUWCS ĐỨC dDang đang";
    check(Method::Telex, cases);
    check(Method::Vni, "D9ang3 Đảng D9U71C ĐỨC Vie6t5 Việt UY3 ỦY");
}

/// `word` would be ươrd, which is no syllable, so it stays.
#[test]
fn what_cannot_be_vietnamese_stays_as_it_was_typed() {
    let words =
        "meeting excel word http xyz lt hbp tnpa windows google email docx pdf web2 user yes
        powerpoint internet facebook zalo add middle staff catf vieetf";
    for word in words.split_whitespace() {
        assert_eq!(compose(word, Method::Telex), word);
        assert_eq!(
            compose(&word.to_uppercase(), Method::Telex),
            word.to_uppercase()
        );
    }
    for word in ["11", "2023", "Q9", "TT5", "covid19", "NQ2", "meeting", "a0"] {
        assert_eq!(compose(word, Method::Vni), word);
    }
}

#[test]
fn abbreviations_have_their_d_with_a_bar() {
    check(
        Method::Telex,
        "HDDND HĐND QDD QĐ BTCDDU BTCĐU dd đ DDU ĐU DDUK ĐUK QDDD QDD",
    );
    check(Method::Vni, "HD9ND HĐND QD9 QĐ QD99 QD9 d9 đ d99 d9");
}

#[test]
fn vni_marks_with_digits() {
    let cases =
        "viet65 việt vie6t5 việt vie65t việt d9u7o7c5 được d9uoc75 được duoc975 được Tha2nh Thành
        u3y ủy a11 a1 a66 a6 A1 Á a10 a u7 ư nuoc71 nước thuo73 thuở huo7 huơ goong2 goòng
        xoong xoong a8n ăn uo6ng1 uống khuyu3 khuỷu";
    check(Method::Vni, cases);
}

#[test]
fn names_of_provinces_can_be_typed() {
    check(Method::Telex, "DDawks Đắk Lawks Lắk Kanj Kạn");
}

#[test]
fn keys_of_words_are_letters_and_for_vni_digits() {
    assert!(is_word_key('w', Method::Telex) && is_word_key('ệ', Method::Telex));
    assert!(!is_word_key('6', Method::Telex) && is_word_key('6', Method::Vni));
    assert!(
        !"@#^+!*?:=> "
            .chars()
            .any(|c| METHODS.iter().any(|m| is_word_key(c, *m)))
    );
}

/// Every onset before every rhyme that it is written before, with every tone that the rhyme carries.
fn syllables() -> Vec<String> {
    const EVERYWHERE: &str = "b ch d đ h kh l m n nh p ph r s t th tr v x";
    let mut syllables: Vec<String> = Vec::new();
    for row in RHYMES.lines() {
        let columns: Vec<&str> = row.split('\t').collect();
        let (rhyme, heavy) = (columns[0], columns[1]);
        let first = fold(rhyme).chars().next().unwrap();
        let mut onsets: Vec<&str> = EVERYWHERE.split(' ').chain([""]).collect();
        onsets.extend(if "eiy".contains(first) {
            ["k", "gh", "ngh"]
        } else {
            ["c", "g", "ng"]
        });
        if !"iy".contains(first) {
            onsets.push("gi");
        }
        if "aeiy".contains(first) || rhyme.starts_with(['ô', 'ơ']) {
            onsets.push("qu");
        }
        let is_stopped = rhyme.ends_with(['c', 'p', 't']) || rhyme.ends_with("ch");
        let tones = if is_stopped {
            "\u{301}\u{323}"
        } else {
            "\u{300}\u{309}\u{303}\u{301}\u{323}"
        };
        // A tone comes behind the other mark of its letter, but nặng is sorted before it.
        let letter = |c: char, tone: char| -> String {
            let parts: Vec<char> = std::iter::once(c).nfd().collect();
            let bare = parts.iter().copied().filter(|part| *part != '\u{323}');
            bare.chain(parts.contains(&'\u{323}').then_some(tone))
                .nfc()
                .collect()
        };
        let with_tone = |tone: char| heavy.chars().map(|c| letter(c, tone)).collect();
        let rhymes: Vec<String> = [rhyme.to_owned()]
            .into_iter()
            .chain(tones.chars().map(with_tone))
            .collect();
        syllables.extend(
            onsets
                .iter()
                .flat_map(|onset| rhymes.iter().map(move |r| format!("{onset}{r}"))),
        );
    }
    syllables.extend(["gì", "gìn", "quỳnh", "quýt", "quỵp"].map(str::to_owned));
    syllables
}

/// A word taken apart into keys: each letter with the key of its mark, and the key of the tone.
struct Keys {
    letters: Vec<(String, String)>,
    tone: String,
}

impl Keys {
    fn of(word: &str, method: Method) -> Self {
        let key =
            |telex: &str, vni: &str| (if method == Method::Telex { telex } else { vni }).to_owned();
        let mut keys = Self {
            letters: Vec::new(),
            tone: String::new(),
        };
        for c in word.nfd() {
            let last = keys
                .letters
                .last()
                .map_or(String::new(), |letter| letter.0.clone());
            let mark = match c {
                '\u{302}' => key(&last, "6"),
                '\u{31b}' => key("w", "7"),
                '\u{306}' => key("w", "8"),
                '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => {
                    keys.tone = match c {
                        '\u{301}' => key("s", "1"),
                        '\u{300}' => key("f", "2"),
                        '\u{309}' => key("r", "3"),
                        '\u{303}' => key("x", "4"),
                        _ => key("j", "5"),
                    };
                    continue;
                }
                'đ' => {
                    keys.letters.push(("d".to_owned(), key("d", "9")));
                    continue;
                }
                // The second o of xoong is a third key of Telex.
                'o' if last == "o" => {
                    keys.letters.push((key("oo", "o"), String::new()));
                    continue;
                }
                _ => {
                    keys.letters.push((c.to_string(), String::new()));
                    continue;
                }
            };
            keys.letters.last_mut().unwrap().1 = mark;
        }
        keys
    }

    fn canonical(&self) -> String {
        let parts = self
            .letters
            .iter()
            .flat_map(|(letter, mark)| [letter.as_str(), mark]);
        parts.chain([self.tone.as_str()]).collect()
    }

    fn bare(&self) -> String {
        self.letters
            .iter()
            .map(|(letter, _)| letter.as_str())
            .collect()
    }

    /// The marks behind one another; one horn key is enough for both letters of ươ.
    fn marks(&self) -> String {
        let mut marks: Vec<&str> = self.letters.iter().map(|(_, mark)| mark.as_str()).collect();
        marks.retain(|mark| !mark.is_empty());
        marks.dedup();
        marks.concat()
    }
}

#[test]
fn every_rhyme_behind_every_onset_can_be_typed_in_every_order() {
    let syllables = syllables();
    assert!(
        syllables.len() > 15_000,
        "only {} syllables",
        syllables.len()
    );
    let mut wrong = Vec::new();
    for (word, method) in syllables
        .iter()
        .flat_map(|word| METHODS.map(|method| (word, method)))
    {
        let keys = Keys::of(word, method);
        let (bare, marks, tone, canonical) =
            (keys.bare(), keys.marks(), &keys.tone, keys.canonical());
        let lower = [
            canonical.clone(),
            format!("{bare}{marks}{tone}"),
            format!("{bare}{tone}{marks}"),
        ];
        wrong.extend(
            lower
                .into_iter()
                .filter(|keys| compose(keys, method) != *word),
        );
        let upper = canonical.to_uppercase();
        if compose(&upper, method) != word.to_uppercase() {
            wrong.push(upper);
        }
        let title = |text: &str| {
            let mut letters = text.chars();
            let first: String = letters
                .next()
                .into_iter()
                .flat_map(char::to_uppercase)
                .collect();
            first + letters.as_str()
        };
        if compose(&title(&canonical), method) != title(word) {
            wrong.push(title(&canonical));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong: {:?}",
        wrong.len(),
        &wrong[..wrong.len().min(40)]
    );
}

#[test]
fn every_syllable_is_one_and_is_spelled_back() {
    for word in syllables() {
        for (word, method) in [word.clone(), word.to_uppercase()]
            .iter()
            .flat_map(|w| METHODS.map(|m| (w, m)))
        {
            let keys = spell(word, method);
            assert!(keys.is_ascii(), "{word}: {keys}");
            assert_eq!(compose(&keys, method), *word, "{keys}");
        }
    }
    for row in RHYMES.lines() {
        let word = row.split('\t').nth(2).unwrap();
        assert!(is_syllable(word), "{word}");
    }
    for word in [
        "", "b", "qu", "ng", "càt", "viet", "ươrd", "hóá", "xyz", "été", "für",
    ] {
        assert!(!is_syllable(word), "{word}");
    }
}

/// Says whether `part` is what remains of `whole` when some of the letters `gone` are left out.
fn remains(part: &str, whole: &str, gone: &str) -> bool {
    let mut part = part.chars().peekable();
    whole
        .chars()
        .all(|c| part.next_if_eq(&c).is_some() || gone.contains(c))
        && part.next().is_none()
}

proptest! {
    #[test]
    fn any_keys_make_a_composed_text(keys in "[ -~]{0,16}") {
        for method in METHODS {
            prop_assert!(is_nfc(&compose(&keys, method)));
        }
    }

    #[test]
    fn no_letter_is_lost(keys in "[a-z]{0,12}") {
        let one_u = |text: &str| text.replace('w', "u");
        prop_assert!(remains(&one_u(&fold(&compose(&keys, Method::Telex))), &one_u(&keys), "sfrxjzaeodu"));
    }

    #[test]
    fn no_letter_and_no_number_is_lost(keys in "[a-z0-9]{0,12}") {
        prop_assert!(remains(&fold(&compose(&keys, Method::Vni)), &keys, "0123456789"));
    }

    #[test]
    fn no_vowel_no_change(telex in "[bcfghjklmnpqrstvxzBCFGHJKLMNPQRSTVXZ]{0,12}", vni in "[b-df-hj-np-tvwxz0-8]{0,12}") {
        prop_assert_eq!(compose(&telex, Method::Telex), telex);
        prop_assert_eq!(compose(&vni, Method::Vni), vni);
    }

    #[test]
    fn any_word_is_spelled_back(word in "\\PC{0,12}", letters in "[a-zA-ZđĐơưĂếÔ0-9]{0,10}") {
        for method in METHODS {
            prop_assert_eq!(compose(&spell(&word, method), method), word.as_str());
            prop_assert_eq!(compose(&spell(&letters, method), method), letters.as_str());
        }
    }
}
