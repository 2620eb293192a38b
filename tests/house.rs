//! The house stands as it was drawn: who may name whom, how long files and functions may be,
//! and what stands nowhere but in one place.
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::common::modules::{Modules, flattened};
use crate::common::source::{literals, sources};

/// A layer, and what of ours and of others it may not name (`guide/architecture.md`, the house).
const LAYERS: &[(&str, &[&str])] = &[
    (
        "text",
        &[
            "crate::meeting",
            "crate::papers",
            "crate::words",
            "crate::store",
            "crate::files",
            "crate::clock",
            "crate::app",
            "crate::tui",
            "crate::cli",
            "ratatui",
            "crossterm",
            "rusqlite",
            "std::fs",
        ],
    ),
    (
        "meeting",
        &[
            "crate::papers",
            "crate::words",
            "crate::store",
            "crate::files",
            "crate::clock",
            "crate::app",
            "crate::tui",
            "crate::cli",
            "ratatui",
            "crossterm",
            "rusqlite",
            "std::fs",
            "chrono::Local",
            "chrono::Utc",
        ],
    ),
    (
        "words",
        &[
            "crate::papers",
            "crate::store",
            "crate::files",
            "crate::app",
            "crate::tui",
            "crate::cli",
            "ratatui",
            "crossterm",
            "rusqlite",
            "std::fs",
        ],
    ),
    (
        "papers",
        &[
            "crate::store",
            "crate::files",
            "crate::clock",
            "crate::app",
            "crate::tui",
            "crate::cli",
            "ratatui",
            "crossterm",
            "rusqlite",
            "std::fs",
        ],
    ),
    (
        "store",
        &[
            "crate::papers",
            "crate::words",
            "crate::files",
            "crate::app",
            "crate::tui",
            "crate::cli",
            "ratatui",
            "crossterm",
            "std::fs",
        ],
    ),
    (
        "app",
        &[
            "crate::tui",
            "crate::cli",
            "ratatui",
            "crossterm",
            "rusqlite",
            "std::fs",
        ],
    ),
    (
        "tui",
        &[
            "crate::cli",
            "crate::files",
            "crate::store",
            "rusqlite",
            "std::fs",
        ],
    ),
    (
        "tui::widgets",
        &[
            "crate::meeting",
            "crate::papers",
            "crate::words",
            "crate::store",
        ],
    ),
    (
        "tui::theme",
        &["crate::papers", "crate::words", "crate::app::view"],
    ),
    (
        "app::key",
        &["crate::meeting", "crate::papers", "crate::words"],
    ),
];

/// The one file of `cli` that starts the terminal.
const STARTS_TERMINAL: &str = "cli";

/// How many files may name each other in a circle.
const CIRCLE: usize = 10;

const FILE_LINES: usize = 500;
const FUNCTION_LINES: usize = 60;
const MEDIAN_LINES: usize = 10;
/// Arguments of a function beside `self`.
const ARGUMENTS: usize = 5;

#[test]
fn no_layer_names_what_is_below_it() {
    let modules = Modules::read(&sources());
    let mut wrong = Vec::new();
    for (layer, forbidden) in LAYERS {
        assert!(
            modules.of(layer).next().is_some(),
            "the layer {layer} has no files"
        );
        for (file, name) in modules.of(layer) {
            let is_below =
                |below: &&&str| name == **below || name.starts_with(&format!("{below}::"));
            wrong.extend(
                forbidden
                    .iter()
                    .find(is_below)
                    .map(|_| format!("{file} names {name}")),
            );
        }
    }
    let starts = modules
        .of("cli")
        .filter(|(file, name)| name.starts_with("crate::tui") && *file != STARTS_TERMINAL);
    wrong.extend(starts.map(|(file, name)| format!("{file} names {name}")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn circles_of_files_stay_small() {
    let modules = Modules::read(&sources());
    for circle in modules.circles() {
        assert!(
            circle.len() <= CIRCLE,
            "{} files: {}",
            circle.len(),
            circle.join(", ")
        );
    }
}

#[test]
fn a_use_tree_is_read_to_its_leaves() {
    assert_eq!(
        flattened("crate::{store, app::{self, view::View as Seen}}"),
        ["crate::store", "crate::app::self", "crate::app::view::View"]
    );
}

#[test]
fn what_has_one_place_is_nowhere_else() {
    let only = [
        ("Color::", &["tui/theme.rs"][..]),
        ("Local::now", &["clock.rs"]),
        ("execute_batch", &["store"]),
        ("prepare_cached", &["store"]),
        ("std::process::exit", &["cli.rs"]),
        ("fs::write(", &[]),
        ("pub(in ", &[]),
        // The build leaves tests in `src` and in comments out: they would never run.
        ("#[test]", &[]),
        ("cfg(test)", &[]),
    ];
    let mut wrong = Vec::new();
    for file in sources() {
        let content = fs::read_to_string(&file).unwrap();
        for (name, places) in only {
            if content.contains(name) && !places.iter().any(|place| in_layer(&file, place)) {
                wrong.push(format!("{} names {name}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The crates of the tests give a pattern more than the program itself has: there it would not compile, and find nothing.
#[test]
fn a_pattern_in_any_case_has_the_letters_for_it() {
    let has_any = sources()
        .iter()
        .any(|file| fs::read_to_string(file).unwrap().contains("(?i)"));
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let manifest = fs::read_to_string(manifest).unwrap();
    let regex = manifest.lines().find(|line| line.starts_with("regex ="));
    assert!(
        !has_any || regex.unwrap().contains("unicode-case"),
        "{regex:?}"
    );
}

#[test]
fn every_file_opens_with_one_sentence() {
    for file in sources() {
        let content = fs::read_to_string(&file).unwrap();
        let head: Vec<&str> = content
            .lines()
            .take_while(|line| line.starts_with("//!"))
            .collect();
        let first = head
            .split(|line| *line == "//!")
            .next()
            .unwrap_or_default()
            .join(" ");
        assert!(
            first.ends_with(['.', ':']),
            "{} opens with: {first}",
            file.display()
        );
    }
}

#[test]
fn files_and_functions_keep_their_budgets() {
    let mut lengths = Vec::new();
    let mut wrong = Vec::new();
    for file in sources() {
        let content = fs::read_to_string(&file).unwrap();
        let lines = content.lines().count();
        // Tables are read, not followed: their length is that of what they list.
        let is_table = in_layer(&file, "tui/keymap.rs")
            || in_layer(&file, "meeting/rows.rs")
            || in_layer(&file, "words");
        if lines > FILE_LINES && !is_table {
            wrong.push(format!("{}: {lines} lines", file.display()));
        }
        for Function {
            name,
            lines,
            arguments,
        } in functions(&content)
        {
            if lines > FUNCTION_LINES {
                wrong.push(format!("{}: {name} has {lines} lines", file.display()));
            }
            if arguments > ARGUMENTS {
                wrong.push(format!(
                    "{}: {name} has {arguments} arguments",
                    file.display()
                ));
            }
            lengths.push(lines);
        }
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(
        median <= MEDIAN_LINES,
        "the median function has {median} lines"
    );
}

#[test]
fn no_vietnamese_stands_in_the_code_of_papers_and_screens() {
    let mut wrong = Vec::new();
    for file in sources() {
        if !["papers", "app", "tui"]
            .iter()
            .any(|layer| in_layer(&file, layer))
        {
            continue;
        }
        for (line, literal) in literals(&fs::read_to_string(&file).unwrap()) {
            let is_vietnamese = literal.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
            if is_vietnamese {
                wrong.push(format!("{}:{line}: {literal}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_literals_of_a_file_are_found() {
    let code = "// \"ă\"\nlet a = 'ă'; /* \"â\" */ f(\"một \\\" hai\", '\"', r#\"ba \"bốn\"\"#);\nfn g<'a>() { \"năm\" }";
    let found = literals(code);
    let found: Vec<(usize, &str)> = found
        .iter()
        .map(|(line, text)| (*line, text.as_str()))
        .collect();
    assert_eq!(found, [(2, "một \\\" hai"), (2, "ba \"bốn\""), (3, "năm")]);
}

#[test]
fn every_function_is_seen_whatever_stands_before_it() {
    let seen = functions(
        "    pub(in crate::store) fn follow<T: Fn(u8, u8)>(\n        &mut self,\n        a: (u8, u8),\n        b: Vec<(u8, u8)>,\n    ) -> u8 {\n        1\n    }\nconst fn short() {}\n",
    );
    let told: Vec<(&str, usize, usize)> = seen
        .iter()
        .map(|of| (of.name.as_str(), of.lines, of.arguments))
        .collect();
    assert_eq!(told, [("follow", 7, 2), ("short", 1, 0)]);
}

#[test]
fn the_top_level_stays_as_it_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut names: Vec<String> = fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.retain(|name| !name.starts_with('.') && name != "target");
    names.sort();
    assert_eq!(
        names,
        [
            "Cargo.lock",
            "Cargo.toml",
            "README.md",
            "src",
            "tests",
            "themes"
        ]
    );
}

/// Returns the names of the pictures that a file of tests takes.
type Names = fn() -> Vec<String>;

/// The files of tests that take pictures.
const PICTURED: [(&str, Names); 5] = [
    ("docx", crate::docx::pictures),
    ("handover", crate::handover::pictures),
    ("look_back", crate::look_back::pictures),
    ("screens", crate::screens::pictures),
    ("theme", crate::theme::pictures),
];

/// Returns the pictures that lie in the folder, by their names, without the head that says where they are from.
fn pictures() -> BTreeMap<String, String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots");
    let files = fs::read_dir(folder).unwrap();
    let files = files.map(|entry| entry.unwrap().path());
    let kept = files.filter(|path| path.extension().is_some_and(|end| end == "snap"));
    let picture = |path: std::path::PathBuf| {
        let content = fs::read_to_string(&path).unwrap();
        let shown = content.splitn(3, "---\n").nth(2).unwrap().to_owned();
        (
            path.file_stem().unwrap().to_str().unwrap().to_owned(),
            shown,
        )
    };
    kept.map(picture).collect()
}

/// A picture that no test takes any more would be read and renewed for nothing.
#[test]
fn every_picture_is_taken_by_a_test() {
    let taken = PICTURED.iter().flat_map(|(file, names)| {
        let names = names().into_iter();
        names.map(move |name| format!("main__{file}__{name}"))
    });
    let taken: BTreeSet<String> = taken.collect();
    let kept: BTreeSet<String> = pictures().into_keys().collect();
    let left: Vec<_> = kept.difference(&taken).collect();
    let missing: Vec<_> = taken.difference(&kept).collect();
    assert!(left.is_empty(), "no test takes {left:?}");
    assert!(missing.is_empty(), "never taken: {missing:?}");
}

#[test]
fn no_two_pictures_show_the_same() {
    let mut seen = BTreeMap::new();
    for (name, shown) in pictures() {
        // The styles of a screen stand below its text.
        let is_screen = name.contains("__screens__");
        let parts = if is_screen { 2 } else { 1 };
        let text = shown.splitn(parts, "\n\n").next().unwrap();
        let text = text.trim_end().to_owned();
        if let Some(other) = seen.insert(text, name.clone()) {
            panic!("{name} shows what {other} shows");
        }
    }
}

/// What a `matches!` over one of these would let slip through when one more of it comes.
const CLOSED: [&str; 5] = ["Record", "Table", "Command", "Effect", "Change"];

/// A new row, table, command or effect is decided about wherever its kind is: by a match that names them all.
#[test]
fn no_matches_over_what_grows() {
    let mut found = Vec::new();
    for file in sources() {
        let content = fs::read_to_string(&file).unwrap();
        for body in matches_in(&content) {
            let names = CLOSED.iter().filter(|name| is_named(body, name));
            let place = file.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap();
            found.extend(names.map(|name| format!("{}: {name}", place.display())));
        }
    }
    // Whether a screen has asked for a commit decides what it asks for next; a commit is one effect for good.
    assert_eq!(found, ["src/app/effect.rs: Effect"]);
}

#[test]
fn a_matches_over_a_row_is_seen() {
    let one =
        "let a = matches!(\n    row,\n    Some(Record::Note(_)) if f(x)\n); g(Record::Seat(s))";
    let bodies = matches_in(one);
    assert_eq!(bodies.len(), 1);
    assert!(is_named(bodies[0], "Record") && !bodies[0].contains("Seat"));
    assert!(!is_named("matches!(x, MyRecord::One)", "Record"));
    assert!(is_named(
        "(change, crate::meeting::change::Change::Insert(_))",
        "Change"
    ));
}

/// Returns what stands between the parentheses of each `matches!`.
fn matches_in(content: &str) -> Vec<&str> {
    let body = |behind: &'_ str| {
        let mut depth = 1;
        behind.find(|letter| {
            match letter {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            depth == 0
        })
    };
    content
        .split("matches!(")
        .skip(1)
        .map(|behind| behind.split_at(body(behind).unwrap_or(0)).0)
        .collect()
}

/// Says whether a pattern names a variant of a list.
fn is_named(body: &str, list: &str) -> bool {
    let pattern = format!("{list}::");
    let mut places = body.match_indices(&pattern).map(|(at, _)| at);
    places.any(|at| {
        let before = body.split_at(at).0;
        !before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_')
    })
}

/// A function of a file.
struct Function {
    name: String,
    /// Lines from its signature to its closing brace.
    lines: usize,
    /// Arguments beside `self`.
    arguments: usize,
}

/// Returns every function of a file that has a body, whatever stands before its `fn`.
fn functions(content: &str) -> Vec<Function> {
    let lines: Vec<&str> = content.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let Some((head, rest)) = line.trim_start().split_once("fn ") else {
            continue;
        };
        let is_head = head.is_empty() || head.ends_with(' ');
        let is_qualifier = |word: &str| {
            ["pub", "const", "async", "unsafe", "extern", "in"].contains(&word)
                || word.starts_with("pub(")
                || word.ends_with(')')
                || word.starts_with('"')
        };
        if !is_head || !head.split_whitespace().all(is_qualifier) {
            continue;
        }
        let indent = " ".repeat(line.len() - line.trim_start().len());
        let (closing, ending) = (format!("{indent}}}"), format!("{indent})"));
        let end = lines[start..].iter().position(|line| *line == closing);
        let is_short = line.ends_with('}') || line.ends_with(';');
        let signature: String = match lines[start..]
            .iter()
            .position(|line| line.starts_with(&ending))
        {
            Some(end) if line.ends_with('(') => lines[start..=start + end].join(" "),
            _ => (*line).to_owned(),
        };
        if signature.ends_with(';') {
            continue;
        }
        found.push(Function {
            name: rest.split(['(', '<']).next().unwrap_or_default().to_owned(),
            lines: if is_short {
                1
            } else {
                end.map_or(1, |end| end + 1)
            },
            arguments: arguments(&signature),
        });
    }
    found
}

/// Returns how many arguments a signature has beside `self`.
fn arguments(signature: &str) -> usize {
    let name_ends = signature.find("fn ").map_or(0, |at| at + 3);
    let behind = signature.split_at(name_ends).1;
    // The parameters begin behind the generics, if there are any.
    let mut depth = 0_i32;
    let open = behind.char_indices().find(|(_, c)| match c {
        '<' => {
            depth += 1;
            false
        }
        '>' => {
            depth -= 1;
            false
        }
        c => *c == '(' && depth == 0,
    });
    let Some((open, _)) = open else { return 0 };
    let (mut depth, mut parts, mut part) = (0_i32, Vec::new(), String::new());
    for c in behind.split_at(open).1.replace("->", "").chars() {
        match c {
            '(' | '[' | '{' | '<' => depth += 1,
            ')' | ']' | '}' | '>' => depth -= 1,
            _ => {}
        }
        if depth == 0 || (c == ',' && depth == 1) {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(c);
        }
        if depth == 0 {
            break;
        }
    }
    let is_self = |part: &str| {
        part.split(':')
            .next()
            .unwrap_or_default()
            .trim_start_matches('(')
            .ends_with("self")
    };
    let named = parts
        .iter()
        .map(|part| part.trim().trim_start_matches('(').trim());
    named
        .filter(|part| !part.is_empty() && !is_self(part))
        .count()
}

fn in_layer(file: &Path, layer: &str) -> bool {
    let name = file
        .strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
        .unwrap()
        .to_string_lossy()
        .into_owned();
    name == layer || name == format!("{layer}.rs") || name.starts_with(&format!("{layer}/"))
}
