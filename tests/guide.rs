//! The handbook: every chapter is found and printed, and what it says of tables, files and citations is true.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use giaoban::words::Lang;
use rusqlite::Connection;

use crate::common::stage::Stage;

/// The chapters in their order, by the topic that asks for them in English and in Vietnamese.
const TOPICS: [(&str, &str); 9] = [
    ("huong-dan", "huong-dan"),
    ("secretary", "tieng-anh"),
    ("keys", "phim"),
    ("papers", "van-ban"),
    ("book", "so"),
    ("architecture", "cau-truc"),
    ("domain", "nghiep-vu"),
    ("glossary", "thuat-ngu"),
    ("changelog", "thay-doi"),
];

#[test]
fn without_a_topic_the_chapters_are_listed() {
    let english = text(&guide(&["--lang", "en", "guide"]));
    let vietnamese = text(&guide(&["guide"]));
    for (topic, phim) in TOPICS {
        let is_listed = |list: &str, topic: &str| {
            let mut lines = list.lines();
            lines.any(|line| line.split_whitespace().next() == Some(topic))
        };
        assert!(is_listed(&english, topic), "{topic}: {english}");
        assert!(is_listed(&vietnamese, phim), "{phim}: {vietnamese}");
    }
}

#[test]
fn every_topic_prints_its_chapter_in_either_language() {
    for (english, vietnamese) in TOPICS {
        let chapter = text(&guide(&["guide", english]));
        assert!(chapter.starts_with("# "), "{english}: {chapter}");
        assert_eq!(chapter, text(&guide(&["guide", vietnamese])), "{english}");
    }
}

#[test]
fn a_topic_may_be_typed_with_accents_and_in_several_words() {
    let chapter = text(&guide(&["guide", "Hướng", "dẫn"]));
    assert!(chapter.starts_with("# Hướng dẫn"));
}

#[test]
fn a_topic_that_is_not_there_is_told_with_what_was_meant() {
    let near = guide(&["--lang", "en", "guide", "arhitecture"]);
    assert!(!near.status.success());
    assert_eq!(
        String::from_utf8(near.stderr).unwrap(),
        "giaoban: The handbook has no chapter «arhitecture». Did you mean: architecture?\n"
    );
    let far = guide(&["guide", "zzz"]);
    let told = String::from_utf8(far.stderr).unwrap();
    for (_, topic) in TOPICS {
        assert!(told.contains(topic), "{told}");
    }
}

#[test]
fn f1_shows_the_keys_and_then_the_handbook() {
    let mut stage = Stage::new();
    stage.press("<F1>").sees("TRỢ GIÚP 1/9").sees("← → sổ tay");
    stage
        .press("<Right>")
        .sees("Hướng dẫn cho thư ký")
        .sees("2/9")
        .sees("Chương này dành cho thư ký hội nghị giao ban.")
        .misses("**");
    stage.press("<PgDn><PgDn>").sees("2/9");
    stage.press("<Left>").sees("TRỢ GIÚP 1/9");
    for page in 2..=9 {
        stage.press("<Right>").sees(&format!("{page}/9"));
    }
    stage.press("<Right>").sees("9/9");
    stage.press("<Esc>").misses("9/9");
}

#[test]
fn the_handbook_begins_with_the_guide_in_the_language_of_the_screen() {
    let mut stage = Stage::demo((80, 24), Lang::En);
    stage
        .press("<F1><Right>")
        .sees("before, during and after the meeting")
        .sees("For the secretary of a briefing meeting.");
}

/// A row of a table is its first cell and the others behind it, and no line is wider than the box.
#[test]
fn tables_and_marks_are_laid_out_on_the_screen() {
    let mut stage = Stage::new();
    stage.press("<F1><Right><PgDn>");
    stage
        .sees("F2")
        .sees("Hội nghị · xem các hội nghị trong sổ");
    stage.misses("| ---");
}

/// The chapter of the book names every table, and in the paragraph of a table every column of it.
#[test]
fn the_chapter_of_the_book_names_every_table_and_column() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("so.giaoban");
    text(&guide(&[
        "demo",
        "--meetings",
        "1",
        "--book",
        book.to_str().unwrap(),
    ]));
    let connection = Connection::open(&book).unwrap();
    let chapter = read("src/guide/book.md");
    let mut missing = Vec::new();
    for (table, columns) in tables(&connection) {
        let Some((_, from)) = chapter.split_once(&format!("**`{table}`**")) else {
            missing.push(table);
            continue;
        };
        // From a table's name in bold until the next paragraph that begins with one.
        let paragraph = from.split("\n\n**`").next().unwrap();
        let absent = columns
            .iter()
            .filter(|column| *column != "id" && !paragraph.contains(&format!("`{column}`")));
        missing.extend(absent.map(|column| format!("{table}.{column}")));
    }
    assert!(missing.is_empty(), "not in the chapter: {missing:?}");
}

#[test]
fn the_chapter_of_the_papers_names_every_section_of_the_wording() {
    let chapter = read("src/guide/papers.md");
    let wording = read("src/templates/phrases.toml");
    let sections = wording.lines().filter(|line| line.starts_with('['));
    let missing: Vec<&str> = sections
        .filter(|section| !chapter.contains(&format!("`{section}`")))
        .collect();
    assert!(missing.is_empty(), "not in the chapter: {missing:?}");
}

/// Every `domain.md §n` in a comment or in the handbook leads to a heading of that chapter.
#[test]
fn every_fact_that_is_cited_is_in_the_handbook() {
    let chapter = read("src/guide/domain.md");
    let headings: BTreeSet<&str> = chapter
        .lines()
        .filter(|line| line.starts_with('#'))
        .filter_map(|line| line.split_whitespace().nth(1))
        .map(|number| number.trim_end_matches('.'))
        .collect();
    let mut wrong = Vec::new();
    let mut cited = 0;
    for (file, number, line) in lines() {
        for section in sections(&line) {
            cited += 1;
            if !headings.contains(section.as_str()) {
                wrong.push(format!("{}:{number} cites §{section}", file.display()));
            }
        }
        let is_bare = line.contains("domain.md") && !line.contains("guide/domain.md");
        if is_bare && !file.ends_with("guide.rs") {
            wrong.push(format!(
                "{}:{number} does not say where domain.md is",
                file.display()
            ));
        }
    }
    assert!(cited > 30, "only {cited} citations were found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every `law n` in a comment is one of the laws in the chapter of the architecture.
#[test]
fn every_law_that_is_cited_is_in_the_handbook() {
    let chapter = read("src/guide/architecture.md");
    let laws = chapter.split("## The laws").nth(1).unwrap();
    let laws = laws.split("\n## ").next().unwrap();
    for (file, number, line) in lines() {
        for law in line.split("law ").skip(1) {
            let law: String = law.chars().take_while(char::is_ascii_digit).collect();
            assert!(
                law.is_empty() || laws.contains(&format!("\n{law}. **")),
                "{}:{number} cites law {law}",
                file.display()
            );
        }
    }
}

/// Every file that the handbook or the README names is there.
#[test]
fn every_file_that_is_named_is_there() {
    let mut wrong = Vec::new();
    let mut named = 0;
    for chapter in [
        "src/guide/architecture.md",
        "src/guide/domain.md",
        "src/guide/book.md",
        "README.md",
    ] {
        let content = read(chapter);
        for path in content
            .split('`')
            .skip(1)
            .step_by(2)
            .filter(|path| is_path(path))
        {
            named += 1;
            let places = ["", "src", "src/guide"];
            if !places
                .iter()
                .any(|place| root().join(place).join(path).exists())
            {
                wrong.push(format!("{chapter} names {path}"));
            }
        }
    }
    assert!(named > 50, "only {named} files are named");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every link within a chapter leads to a heading of it.
#[test]
fn every_link_leads_somewhere() {
    for chapter in chapters() {
        let content = fs::read_to_string(&chapter).unwrap();
        let anchors: BTreeSet<String> = content
            .lines()
            .filter_map(|line| line.strip_prefix("## "))
            .map(anchor)
            .collect();
        for link in content.split("](#").skip(1) {
            let link = link.split(')').next().unwrap();
            assert!(anchors.contains(link), "{}: #{link}", chapter.display());
        }
    }
}

#[test]
fn the_readme_is_short() {
    let lines = read("README.md").lines().count();
    assert!(lines <= 150, "{lines} lines");
}

/// Returns the tables of a book with their columns, without those that belong to a search index.
fn tables(connection: &Connection) -> BTreeMap<String, Vec<String>> {
    let mut statement = connection
        .prepare(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')
             AND name NOT LIKE 'sqlite_%'",
        )
        .unwrap();
    let names: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    names
        .into_iter()
        .map(|name| {
            let mut columns = connection
                .prepare("SELECT name FROM pragma_table_info(?1)")
                .unwrap();
            let columns = columns
                .query_map([&name], |row| row.get(0))
                .unwrap()
                .map(Result::unwrap)
                .collect();
            (name, columns)
        })
        .collect()
}

/// Returns the sections that a line cites: `7.5` of `§7.5`.
fn sections(line: &str) -> Vec<String> {
    line.split('§')
        .skip(1)
        .map(|rest| {
            let number: String = rest
                .chars()
                .take_while(|c| c.is_ascii_digit() || *c == '.')
                .collect();
            number.trim_end_matches('.').to_owned()
        })
        .filter(|number| !number.is_empty())
        .collect()
}

/// Says whether what stands in backticks is the path of a file or a folder of the repository.
fn is_path(text: &str) -> bool {
    let is_one = !text.contains(' ') && !text.contains('*') && text.contains('/');
    let ending = Path::new(text)
        .extension()
        .and_then(|ending| ending.to_str());
    let is_file = matches!(ending, Some("rs" | "toml" | "sql" | "md" | "txt"));
    let is_folder = text.ends_with('/') || text.starts_with(".ci/");
    is_one && (is_file || is_folder) && !text.starts_with('~') && !text.starts_with("target")
}

/// Returns the anchor of a heading, as web pages of repositories make it.
fn anchor(heading: &str) -> String {
    heading
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == ' ' || *c == '-' || *c == '_')
        .map(|c| if c == ' ' { '-' } else { c })
        .collect()
}

fn chapters() -> Vec<PathBuf> {
    let mut chapters = files(&root().join("src/guide"));
    chapters.retain(|file| file.extension().is_some_and(|ending| ending == "md"));
    assert!(!chapters.is_empty());
    chapters
}

/// Returns every line of the sources and tests that may cite something.
fn lines() -> Vec<(PathBuf, usize, String)> {
    let mut all = files(&root().join("src"));
    all.extend(files(&root().join("tests")));
    all.retain(|file| {
        let ending = file.extension().and_then(|ending| ending.to_str());
        matches!(ending, Some("rs" | "sql" | "toml" | "md"))
    });
    let chapter = root().join("src/guide/domain.md");
    all.retain(|file| *file != chapter && !file.starts_with(root().join("tests/fixtures")));
    all.into_iter()
        .flat_map(|file| {
            let content = fs::read_to_string(&file).unwrap();
            let lines = (1..).zip(content.lines().map(str::to_owned));
            let file = file.strip_prefix(root()).unwrap().to_owned();
            lines
                .map(|(number, line)| (file.clone(), number, line))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn guide(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_giaoban"))
        .args(arguments)
        .output()
        .unwrap()
}

fn text(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
