//! The handbook: its chapters in one table, and the chapter that a typed topic asks for.

pub(crate) mod page;

use crate::text::fold::fold;
use crate::text::nearest::nearest;
use crate::words::{Lang, Words};

/// A chapter of the handbook.
pub(crate) struct Chapter {
    /// The topic that asks for it, in English and in Vietnamese; both are understood in either language.
    topics: [&'static str; 2],
    pub(crate) title: fn(Words) -> &'static str,
    /// Its text as Markdown.
    pub(crate) text: Text,
}

/// The text of a chapter.
pub(crate) enum Text {
    /// It is written down.
    Written(&'static str),
    /// It is made from the key table when it is printed.
    Keys,
}

/// The chapters in their order. One more is a file in `guide/`, its row here, and its title in `words/guide.rs`.
pub(crate) const CHAPTERS: &[Chapter] = &[
    written(
        ["huong-dan", "huong-dan"],
        Words::chapter_huong_dan,
        include_str!("guide/huong-dan.md"),
    ),
    written(
        ["secretary", "tieng-anh"],
        Words::chapter_secretary,
        include_str!("guide/secretary.md"),
    ),
    Chapter {
        topics: ["keys", "phim"],
        title: Words::chapter_keys,
        text: Text::Keys,
    },
    written(
        ["papers", "van-ban"],
        Words::chapter_papers,
        include_str!("guide/papers.md"),
    ),
    written(
        ["book", "so"],
        Words::chapter_book,
        include_str!("guide/book.md"),
    ),
    written(
        ["architecture", "cau-truc"],
        Words::chapter_architecture,
        include_str!("guide/architecture.md"),
    ),
    written(
        ["domain", "nghiep-vu"],
        Words::chapter_domain,
        include_str!("guide/domain.md"),
    ),
    written(
        ["glossary", "thuat-ngu"],
        Words::chapter_glossary,
        include_str!("guide/glossary.md"),
    ),
    written(
        ["changelog", "thay-doi"],
        Words::chapter_changelog,
        include_str!("guide/changelog.md"),
    ),
];

const fn written(
    topics: [&'static str; 2],
    title: fn(Words) -> &'static str,
    text: &'static str,
) -> Chapter {
    Chapter {
        topics,
        title,
        text: Text::Written(text),
    }
}

impl Chapter {
    /// Returns its topic in a language.
    pub(crate) fn topic(&self, lang: Lang) -> &'static str {
        let [english, vietnamese] = self.topics;
        match lang {
            Lang::En => english,
            Lang::Vi => vietnamese,
        }
    }
}

/// Returns the list of the chapters: topic and title, a line each.
pub(crate) fn contents(words: Words) -> String {
    let mut lines = vec![words.guide_head().to_owned(), String::new()];
    lines.extend(CHAPTERS.iter().map(|chapter| {
        let topic = chapter.topic(words.lang());
        format!("  {topic:<14}{}", (chapter.title)(words))
    }));
    lines.push(String::new());
    lines.join("\n")
}

/// Returns title and text of the chapters that are read on the screen, the guide in this language first; the keys are
/// shown there already.
pub(crate) fn pages(words: Words) -> Vec<(&'static str, &'static str)> {
    let written = CHAPTERS.iter().filter_map(|chapter| match chapter.text {
        Text::Written(text) => Some(((chapter.title)(words), text)),
        Text::Keys => None,
    });
    let mut pages: Vec<_> = written.collect();
    if words.lang() == Lang::En {
        pages.swap(0, 1);
    }
    pages
}

/// Returns the chapter that a topic asks for, typed with or without accents; the error is a sentence that names what
/// was perhaps meant.
pub(crate) fn find(typed: &str, words: Words) -> Result<&'static Chapter, String> {
    let wanted = fold(typed.trim()).replace(' ', "-");
    let found = CHAPTERS
        .iter()
        .find(|chapter| chapter.topics.contains(&wanted.as_str()));
    found.ok_or_else(|| {
        let all = CHAPTERS.iter().flat_map(|chapter| chapter.topics);
        let near = nearest(&wanted, all, 2);
        let known: Vec<&str> = CHAPTERS
            .iter()
            .map(|chapter| chapter.topic(words.lang()))
            .collect();
        words.no_chapter(typed, &near, &known)
    })
}
