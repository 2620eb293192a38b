//! Letters that only look like those of Vietnamese, and signs that no paper can print, as the plain letters they stand for.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::compose;

/// Rounds after which the letters have settled: a letter that was replaced may take a mark that stands behind it.
const ROUNDS: usize = 4;

/// Returns an NFC text with the plain letter for each that looks like it, and the plain sign for each of a list.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_settled) {
        return Cow::Borrowed(text);
    }
    let mut plain = Cow::Borrowed(text);
    for _ in 0..ROUNDS {
        let next: String = replaced(&plain).nfc().collect();
        if next == plain {
            break;
        }
        plain = Cow::Owned(next);
    }
    plain
}

/// Returns the letter that a letter looks like, or the letter itself; marks are left aside.
pub(crate) fn plain_letter(c: char) -> char {
    letter(c).unwrap_or(c)
}

/// Says whether a letter is what it looks like; nearly all letters of a text are found so without a search.
fn is_settled(c: char) -> bool {
    c.is_ascii()
        || matches!(c, 'À'..='Ï' | 'Ñ'..='ï' | 'ñ'..='ÿ' | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ơ' | 'ơ' | 'Ư' | 'ư')
        || matches!(
            c,
            'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | '\u{1ea0}'..='\u{1ef9}' | '–' | '“' | '”' | '…' | '«' | '»'
        )
}

/// Replaces every letter once, with the marks behind it.
fn replaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_settled(c) {
            out.push(c);
        } else if let Some(joined) = out.chars().next_back().and_then(|last| joined(last, c)) {
            out.pop();
            out.push(joined);
        } else if let Some(letter) = letter(c) {
            out.push(letter);
        } else if !push_sign(&mut out, c) {
            push_marked(&mut out, c);
        }
    }
    out
}

/// Returns the letter that a mark makes of the one before it where Unicode does not compose them: the bar of đ, a mark
/// that stands behind the tone, the caron that stands for a breve.
fn joined(last: char, mark: char) -> Option<char> {
    match (last, mark) {
        ('d', '\u{335}'..='\u{338}') => Some('đ'),
        ('D', '\u{335}'..='\u{338}') => Some('Đ'),
        ('a', '\u{30c}') => Some('ă'),
        ('A', '\u{30c}') => Some('Ă'),
        (_, '\u{342}') => compose(last, '\u{303}'),
        (_, '\u{302}' | '\u{306}') => {
            let mut parts = std::iter::once(last).nfd();
            let (base, tone) = (parts.next()?, parts.next()?);
            compose(compose(base, mark)?, tone).filter(|_| parts.next().is_none())
        }
        _ => None,
    }
}

/// Adds a letter of another alphabet that carries marks as the plain letter with these marks.
fn push_marked(out: &mut String, c: char) {
    let mut parts = std::iter::once(c).nfd();
    match parts.next().and_then(letter) {
        Some(base) => {
            out.push(base);
            out.extend(parts);
        }
        None => out.push(c),
    }
}

/// Adds what a sign stands for, and says whether it stands for anything.
fn push_sign(out: &mut String, c: char) -> bool {
    match c {
        _ if c.is_whitespace() => out.push(' '),
        // A mark in front of everything is that of a list. Within a line it says yes or no, and becomes the letter that a
        // hand writes into a form, in brackets so that no word swallows it: it prints everywhere and can be searched for.
        '✓' | '✔' | '✅' | '\u{f0fc}' if !out.contains(char::is_alphanumeric) => out.push('-'),
        '✓' | '✔' | '☑' | '✅' | '🗸' | '🗹' | '\u{f0fc}' | '\u{f0fe}' => {
            out.push_str("(v)");
        }
        '✗' | '✘' | '✕' | '✖' | '☒' | '❌' | '❎' | '\u{f0fb}' | '\u{f0fd}' => {
            out.push_str("(x)");
        }
        '☐' | '❏' | '❐' | '❑' | '❒' | '\u{f0a8}' | '\u{f06f}' => out.push_str("( )"),
        '①'..='⑳' => push_number(out, c, '①', 1),
        '⓪' => out.push_str("(0)"),
        '❶'..='❿' => push_number(out, c, '❶', 1),
        '➀'..='➉' => push_number(out, c, '➀', 1),
        '➊'..='➓' => push_number(out, c, '➊', 1),
        '⓫'..='⓴' => push_number(out, c, '⓫', 11),
        '⓵'..='⓾' => push_number(out, c, '⓵', 1),
        '㉑'..='㉟' => push_number(out, c, '㉑', 21),
        '㊱'..='㊿' => push_number(out, c, '㊱', 36),
        'Ⓐ'..='ⓩ' => {
            out.push('(');
            out.extend(std::iter::once(c).nfkc());
            out.push(')');
        }
        '\u{20e3}' => out.push(')'),
        '㎡' => out.push_str("m²"),
        '㎥' => out.push_str("m³"),
        '㎢' => out.push_str("km²"),
        // Letters in another dress: Ａ, ﬁ, Ⅳ, ⒈, ℃, 𝐀.
        _ if is_dressed(c) => out.extend(std::iter::once(c).nfkc().map(plain_letter)),
        _ => return push_mark(out, c),
    }
    true
}

/// Adds the plain mark of punctuation or of a list for one that the papers cannot print.
fn push_mark(out: &mut String, c: char) -> bool {
    let mark = match c {
        '\u{2010}' | '\u{2011}' | '⁃' | '﹣' | '▪' | '▫' | '◦' | '○' | '◆' | '◇' | '◊' | '►'
        | '▶' | '▸' | '▹' | '❖' | '◉' | '◘' | '✦' | '✧' | '★' | '☆' | '⦁' | '⁌' | '⬧' | '⬥'
        | '➢' | '➣' | '➤' | '❯' | '🔹' | '🔸' | '✱' | '✲' | '✳' | '❉' | '❋' | '✿' | '☛' | '☞' => {
            '-'
        }
        _ if is_bullet_of_symbols(c) => '-',
        '➔' | '➙' | '➛' | '➜' | '➝' | '➞' | '➡' | '⇒' | '⟶' | '⟹' | '\u{f0e0}' | '\u{f0e8}' => {
            '→'
        }
        '⁄' | '∕' => '/',
        '∶' => ':',
        '′' => '\'',
        '″' => '"',
        '❝' => '“',
        '❞' => '”',
        '❛' => '‘',
        '❜' => '’',
        '∙' | '⋅' | '‧' => '·',
        _ => return false,
    };
    out.push(mark);
    true
}

/// Says whether a character is a bullet of the fonts Symbol and Wingdings, as it comes out of a copied list.
fn is_bullet_of_symbols(c: char) -> bool {
    matches!(
        c,
        '\u{f0b7}'
            | '\u{f0a7}'
            | '\u{f0d8}'
            | '\u{f076}'
            | '\u{f075}'
            | '\u{f077}'
            | '\u{f06c}'
            | '\u{f06e}'
            | '\u{f0b2}'
            | '\u{f02d}'
            | '\u{f09f}'
    )
}

/// Adds the number of a sign in a row of numbers, in brackets.
fn push_number(out: &mut String, c: char, first: char, number: u32) {
    let number = u32::from(c) - u32::from(first) + number;
    out.push('(');
    out.push_str(&number.to_string());
    out.push(')');
}

/// Says whether a character is plain letters in another dress, whose meaning is the same without it; superscripts and
/// fractions are not, because 10⁴ is not 104.
fn is_dressed(c: char) -> bool {
    matches!(c,
        '\u{132}' | '\u{133}' | '\u{1c4}'..='\u{1cc}' | '\u{1f1}'..='\u{1f3}'
        | '\u{2100}'..='\u{2115}' | '\u{2117}'..='\u{2125}' | '\u{2128}'..='\u{2139}'
        | '\u{2160}'..='\u{217f}' | '\u{2474}'..='\u{24b5}' | '\u{3371}'..='\u{33df}'
        | '\u{fb00}'..='\u{fb06}' | '\u{fe50}'..='\u{fe6b}' | '\u{ff01}'..='\u{ff5e}'
        | '\u{ffe0}'..='\u{ffe6}' | '\u{1d400}'..='\u{1d7ff}')
}

/// Returns the letter that a single one looks like.
fn letter(c: char) -> Option<char> {
    Some(match c {
        // The bars of other languages: Ð, Ɖ, ð, ɖ.
        '\u{d0}' | '\u{189}' => 'Đ',
        '\u{f0}' | '\u{256}' => 'đ',
        // Latin letters of other languages: ǎ, ɑ, ɡ, ı, ȷ, ſ.
        '\u{1cd}' => 'Ă',
        '\u{1ce}' => 'ă',
        '\u{251}' => 'a',
        '\u{261}' => 'g',
        '\u{131}' => 'i',
        '\u{237}' => 'j',
        '\u{17f}' => 's',
        _ => return capital(c).or_else(|| small(c)),
    })
}

/// Returns the capital that a Cyrillic, Greek or Armenian one looks like.
fn capital(c: char) -> Option<char> {
    Some(match c {
        '\u{410}' | '\u{391}' => 'A',
        '\u{412}' | '\u{392}' => 'B',
        '\u{421}' | '\u{3f9}' => 'C',
        '\u{415}' | '\u{395}' => 'E',
        '\u{50c}' => 'G',
        '\u{41d}' | '\u{397}' => 'H',
        '\u{406}' | '\u{4c0}' | '\u{399}' => 'I',
        '\u{408}' | '\u{37f}' => 'J',
        '\u{41a}' | '\u{39a}' => 'K',
        '\u{41c}' | '\u{39c}' => 'M',
        '\u{39d}' => 'N',
        '\u{41e}' | '\u{39f}' | '\u{555}' => 'O',
        '\u{420}' | '\u{3a1}' => 'P',
        '\u{51a}' => 'Q',
        '\u{405}' => 'S',
        '\u{422}' | '\u{3a4}' => 'T',
        '\u{54d}' => 'U',
        '\u{474}' => 'V',
        '\u{51c}' => 'W',
        '\u{425}' | '\u{3a7}' => 'X',
        '\u{423}' | '\u{4ae}' | '\u{3a5}' => 'Y',
        '\u{396}' => 'Z',
        _ => return None,
    })
}

/// Returns the small letter that a Cyrillic, Greek or Armenian one looks like.
fn small(c: char) -> Option<char> {
    Some(match c {
        '\u{430}' => 'a',
        '\u{441}' | '\u{3f2}' => 'c',
        '\u{501}' => 'd',
        '\u{435}' => 'e',
        '\u{4bb}' | '\u{570}' => 'h',
        '\u{456}' | '\u{3b9}' => 'i',
        '\u{458}' | '\u{3f3}' => 'j',
        '\u{4cf}' => 'l',
        '\u{578}' => 'n',
        '\u{43e}' | '\u{3bf}' | '\u{585}' => 'o',
        '\u{440}' | '\u{3c1}' => 'p',
        '\u{51b}' => 'q',
        '\u{455}' => 's',
        '\u{57d}' => 'u',
        '\u{475}' | '\u{3bd}' => 'v',
        '\u{51d}' => 'w',
        '\u{445}' => 'x',
        '\u{443}' | '\u{4af}' => 'y',
        _ => return None,
    })
}
