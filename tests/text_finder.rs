//! Fields that search, filter or find take what can be looked for at once, and no more.
use giaoban::text::find::spellings;
use giaoban::text::finder::{Finder, MOST_LETTERS, MOST_WORDS};
use giaoban::text::line::Line;
use giaoban::text::telex::Method;
use proptest::prelude::*;

use crate::common::stage::Stage;

/// What a pasted text of too many letters, and one of too many words, is answered with.
const FULL: &str = "nhận nhiều nhất 200 ký tự, 40 từ";

fn typed(finder: &mut Finder, c: char) -> bool {
    finder.edit(|line| line.type_key(c, Some(Method::Telex)))
}

#[test]
fn a_full_finder_takes_no_letter_but_still_takes_its_tone() {
    let mut finder = Finder::of(&format!("{} nga", "x".repeat(MOST_LETTERS - 4)));
    assert!(!typed(&mut finder, 'm'), "there is no room for a letter");
    assert!(typed(&mut finder, 's'), "a tone takes none");
    assert!(finder.text().ends_with(" ngá"));
    assert!(finder.edit(Line::backspace) && typed(&mut finder, 'm'));
    assert!(finder.text().ends_with(" ngm"));
}

#[test]
fn of_a_paste_the_beginning_is_taken() {
    let mut finder = Finder::of("đầu cuối");
    assert!(finder.edit(|line| (0.."cuối".chars().count()).for_each(|_| line.left())));
    assert!(!finder.paste(&"giữa ".repeat(1000)));
    assert!(finder.text().starts_with("đầu giữa giữa") && finder.text().ends_with("cuối"));
    assert_eq!(finder.text().split_whitespace().count(), MOST_WORDS);
    assert!(
        finder.line().after() == "cuối",
        "the caret is behind the paste"
    );
}

#[test]
fn a_draft_from_before_the_bound_is_cut() {
    let kept = serde_json::to_string(&Line::of(&"đâ".repeat(5000))).unwrap();
    let finder: Finder = serde_json::from_str(&kept).unwrap();
    assert_eq!(finder.text().chars().count(), MOST_LETTERS);
    let kept = serde_json::to_string(&Line::of("tam phú")).unwrap();
    assert_eq!(serde_json::to_string(&Finder::of("tam phú")).unwrap(), kept);
}

/// A word with an accent once took 17 seconds for each key at five thousand letters.
#[test]
fn the_ways_to_accent_a_long_word_are_few_and_quickly_found() {
    for word in ["x", "a", "y", "á", "ă-", "đo", "i"].map(|part| part.repeat(1_000)) {
        let ways = spellings(&format!("đâ{word}"));
        assert!((1..=256).contains(&ways.len()));
        assert!(
            ways.iter()
                .all(|way| way.chars().count() == word.chars().count() + 2)
        );
    }
}

#[test]
fn every_field_that_finds_says_that_it_is_full() {
    let long = format!("đâ{}", "x".repeat(5000));
    let many = "hội nghị ".repeat(500);
    for field in [
        "<F9>",
        "<F6><C-l>",
        "<F5><C-l>",
        "<F3>",
        "<F7>",
        "<F10>",
        "<F11>",
        "<C-p>",
        "<F4><C-g>",
    ] {
        for text in [&long, &many] {
            let mut stage = Stage::demo((80, 24), giaoban::words::Lang::Vi);
            stage.press(field).paste(text).sees(FULL);
            stage.press("<BS>").misses(FULL);
        }
    }
}

#[test]
fn the_fields_of_what_was_said_take_everything() {
    let long = format!("{}hết", "một câu dài ".repeat(1000));
    let mut stage = Stage::new();
    stage
        .press("<F4><C-n>")
        .paste(&long)
        .press("<Enter>")
        .misses(FULL);
    stage.press("<F9>hết").sees("1 dòng");
}

proptest! {
    #[test]
    fn a_finder_is_a_line_as_long_as_it_has_room(
        keys in prop::collection::vec("[a-z ]|<left>|<back>|<del>", 0..60)
    ) {
        let (mut finder, mut line) = (Finder::default(), Line::default());
        for key in &keys {
            let act = |line: &mut Line| match key.as_str() {
                "<left>" => line.left(),
                "<back>" => line.backspace(),
                "<del>" => line.delete(),
                key => key.chars().for_each(|c| line.type_key(c, Some(Method::Telex))),
            };
            prop_assert!(finder.edit(act));
            act(&mut line);
            prop_assert_eq!(finder.line(), &line);
        }
    }

    #[test]
    fn nothing_makes_a_finder_too_long(texts in prop::collection::vec("(\\PC{0,20} ?){0,30}", 1..6)) {
        let mut finder = Finder::default();
        for text in &texts {
            let all = finder.paste(text);
            let letters = finder.text().chars().count();
            let words = finder.text().split_whitespace().count();
            prop_assert!(letters <= MOST_LETTERS && words <= MOST_WORDS);
            prop_assert!(all || letters > MOST_LETTERS - 64 || words == MOST_WORDS);
        }
    }
}
