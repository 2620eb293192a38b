//! The possible Vietnamese syllables: onsets, rhymes, tones, and the place of the tone mark.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// The mark of â, ê and ô.
pub(crate) const CIRCUMFLEX: char = '\u{302}';
/// The mark of ă.
pub(crate) const BREVE: char = '\u{306}';
/// The mark of ơ and ư.
pub(crate) const HORN: char = '\u{31b}';
/// The bar of đ, which Unicode does not compose.
pub(crate) const BAR: char = '\u{335}';

/// The mark of huyền.
pub(crate) const GRAVE: char = '\u{300}';
/// The mark of hỏi.
pub(crate) const HOOK: char = '\u{309}';
/// The mark of ngã.
pub(crate) const TILDE: char = '\u{303}';
/// The mark of sắc.
pub(crate) const ACUTE: char = '\u{301}';
/// The mark of nặng.
pub(crate) const DOT: char = '\u{323}';

const MARKS: [char; 3] = [CIRCUMFLEX, BREVE, HORN];
/// The marks of the tones, in the order of their writing.
pub(crate) const TONES: [char; 5] = [GRAVE, HOOK, TILDE, ACUTE, DOT];

/// The onsets, with the vowel letters that each is written before; đ counts as d.
///
/// `k` stands before every vowel because of names such as Bắc Kạn; `g` before `i` is gì, gìn.
const ONSETS: [(&str, &str); 28] = [
    ("", VOWELS),
    ("b", VOWELS),
    ("c", "aou"),
    ("ch", VOWELS),
    ("d", VOWELS),
    ("g", "aiou"),
    ("gh", "eiy"),
    ("gi", VOWELS),
    ("h", VOWELS),
    ("k", VOWELS),
    ("kh", VOWELS),
    ("l", VOWELS),
    ("m", VOWELS),
    ("n", VOWELS),
    ("ng", "aou"),
    ("ngh", "eiy"),
    ("nh", VOWELS),
    ("p", VOWELS),
    ("ph", VOWELS),
    ("q", ""),
    ("qu", VOWELS),
    ("r", VOWELS),
    ("s", VOWELS),
    ("t", VOWELS),
    ("th", VOWELS),
    ("tr", VOWELS),
    ("v", VOWELS),
    ("x", VOWELS),
];

const VOWELS: &str = "aeiouy";

/// The rhymes; `ăk` is that of Đắk Lắk and Đắk Nông.
const RHYMES: &str = "\
    a ac ach ai am an ang anh ao ap at au ay \
    ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu \
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu \
    o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay \
    oăc oăm oăn oăng oăp oăt oe oem oen oeng oeo oet oong ooc \
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uêu uơ \
    uy uya uych uyn uynh uyp uyt uyu uyên uyêt uôc uôi uôm uôn uông uôt \
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu \
    y yêm yên yêng yêt yêu";

/// A letter taken apart: the plain letter in lower case, and its mark; a tone belongs to the syllable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    /// The letter in lower case, without mark and tone.
    pub(crate) base: char,
    /// Circumflex, breve, horn or bar.
    pub(crate) mark: Option<char>,
    /// Whether it is a capital.
    pub(crate) upper: bool,
}

static RHYME_LETTERS: LazyLock<Vec<Vec<Letter>>> = LazyLock::new(|| {
    let letters = |rhyme: &str| rhyme.chars().map(|c| Letter::of(c).0).collect();
    RHYMES.split(' ').map(letters).collect()
});

impl Letter {
    /// Takes a letter apart; a letter with a mark that Vietnamese does not have stays whole and is in no syllable.
    pub(crate) fn of(c: char) -> (Self, Option<char>) {
        let lower = c.to_lowercase().next().unwrap_or(c);
        let mut letter = Self {
            base: lower,
            mark: None,
            upper: c.is_uppercase(),
        };
        if c.is_ascii() {
            return (letter, None);
        }
        if lower == 'đ' {
            (letter.base, letter.mark) = ('d', Some(BAR));
            return (letter, None);
        }
        let mut parts = std::iter::once(lower).nfd();
        let base = parts.next().unwrap_or(lower);
        let mut tone = None;
        for part in parts {
            match part {
                _ if MARKS.contains(&part) => letter.mark = Some(part),
                _ if TONES.contains(&part) => tone = Some(part),
                _ => return (letter, None),
            }
        }
        letter.base = base;
        (letter, tone)
    }

    /// Puts the letter together again, with the tone that stands on it.
    pub(crate) fn with(self, tone: Option<char>) -> String {
        let bar = self.mark == Some(BAR);
        let base = if bar { 'đ' } else { self.base };
        let mark = self.mark.filter(|_| !bar);
        let lower = [Some(base), mark, tone].into_iter().flatten();
        let letter: String = lower.nfc().collect();
        if self.upper {
            letter.to_uppercase()
        } else {
            letter
        }
    }

    fn is_vowel(self) -> bool {
        VOWELS.contains(self.base)
    }
}

/// How strictly letters are held against a rhyme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marks {
    /// Each letter has the mark of the rhyme.
    Given,
    /// A letter may still get the mark of the rhyme.
    ToCome,
}

/// Returns how many letters are the onset; the u of `qu` and the i of `gi` belong to it (`guide/domain.md` §7.3).
pub(crate) fn onset_length(letters: &[Letter]) -> usize {
    let consonants = letters.iter().take_while(|l| !l.is_vowel()).count();
    let (onset, rhyme) = letters.split_at(consonants);
    let is_glide = match (bases(onset).as_str(), rhyme) {
        ("q", [u, ..]) => u.base == 'u' && u.mark.is_none(),
        ("g", [i, next, ..]) => i.base == 'i' && next.is_vowel(),
        _ => false,
    };
    consonants + usize::from(is_glide)
}

/// Says whether the letters begin a syllable.
pub(crate) fn begins(letters: &[Letter], marks: Marks) -> bool {
    let (onset, rhyme) = letters.split_at(onset_length(letters));
    let onset = bases(onset);
    match rhyme.first() {
        None => ONSETS.iter().any(|(known, _)| known.starts_with(&onset)),
        Some(vowel) => {
            let is_spelled =
                |(known, before): &(&str, &str)| *known == onset && before.contains(vowel.base);
            ONSETS.iter().any(is_spelled)
                && has_rhyme(letters, |known, had| fits(known, had, marks))
        }
    }
}

/// Says whether the text is one whole syllable, wherever its tone mark stands.
pub fn is_syllable(text: &str) -> bool {
    let (letters, tones): (Vec<Letter>, Vec<Option<char>>) = text.chars().map(Letter::of).unzip();
    // A consonant carries none: `ñy` is no syllable.
    let is_on_vowels = letters
        .iter()
        .zip(&tones)
        .all(|(letter, tone)| tone.is_none() || letter.is_vowel());
    let tones: Vec<char> = tones.into_iter().flatten().collect();
    let is_whole = |known: &[Letter], had: &[Letter]| {
        known.len() == had.len() && fits(known, had, Marks::Given)
    };
    is_on_vowels
        && tones.len() <= 1
        && tone_place(&letters).is_some()
        && carries(&letters, tones.first().copied())
        && begins(&letters, Marks::Given)
        && has_rhyme(&letters, is_whole)
}

/// Says whether a rhyme answers the letters behind the onset, or those from the glide of `qu` and `gi` on:
/// quyên and giêng are spelled as qu + yên and gi + êng, but spoken with uyên and iêng.
fn has_rhyme(letters: &[Letter], answers: impl Fn(&[Letter], &[Letter]) -> bool) -> bool {
    let start = onset_length(letters);
    let glide = usize::from(start > 1 && letters.get(start - 1).is_some_and(|l| l.is_vowel()));
    [start, start - glide]
        .iter()
        .filter_map(|from| letters.get(*from..))
        .any(|had| RHYME_LETTERS.iter().any(|known| answers(known, had)))
}

/// Says whether the letters are the beginning of a rhyme.
fn fits(known: &[Letter], had: &[Letter], marks: Marks) -> bool {
    let is_open = marks == Marks::ToCome;
    had.len() <= known.len()
        && known.iter().zip(had).all(|(known, had)| {
            known.base == had.base && (known.mark == had.mark || is_open && had.mark.is_none())
        })
}

fn bases(letters: &[Letter]) -> String {
    letters.iter().map(|letter| letter.base).collect()
}

/// Says whether a syllable of these letters may have the tone: before c, ch, p and t only sắc and nặng.
pub(crate) fn carries(letters: &[Letter], tone: Option<char>) -> bool {
    let is_stopped = match bases(letters).as_bytes() {
        [.., b'c' | b'k' | b'p' | b't'] | [.., b'c', b'h'] => true,
        [..] => false,
    };
    tone.is_none_or(|tone| !is_stopped || [ACUTE, DOT].contains(&tone))
}

/// Returns the letter that carries the tone mark, in the old style: hòa, khỏe, thủy (`guide/domain.md` §7.3).
pub(crate) fn tone_place(letters: &[Letter]) -> Option<usize> {
    let start = onset_length(letters);
    let rhyme = letters.get(start..)?;
    let vowels = rhyme.iter().take_while(|l| l.is_vowel()).count();
    let is_open = vowels == rhyme.len();
    let marked = rhyme.iter().rposition(|l| l.mark.is_some());
    let place = match (marked, vowels) {
        (_, 0) => return None,
        (Some(place), _) => place,
        (None, 3) => 1,
        (None, 2) if is_open => 0,
        (None, _) => vowels - 1,
    };
    Some(start + place)
}
