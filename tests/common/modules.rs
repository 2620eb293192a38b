//! Which file of `src` names which: read from `use` trees and paths, and the circles among them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Each file of `src` by its module path, with what it names: modules of ours, and crates of others.
pub struct Modules {
    names: BTreeMap<String, BTreeSet<String>>,
}

impl Modules {
    /// Reads the files of `src`.
    pub fn read(files: &[std::path::PathBuf]) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let module = |file: &Path| {
            let name = file.strip_prefix(&root).unwrap().with_extension("");
            let name = name.to_string_lossy().replace(['/', '\\'], "::");
            if name == "lib" || name == "main" {
                String::new()
            } else {
                name
            }
        };
        let names = files.iter().map(|file| {
            let module = module(file);
            let code = code_of(&fs::read_to_string(file).unwrap());
            (module.clone(), named(&code, &module))
        });
        Self {
            names: names.collect(),
        }
    }

    /// Returns what each file of a layer names: a path of ours begins with `crate::`.
    pub fn of(&self, layer: &str) -> impl Iterator<Item = (&str, &str)> {
        let below = format!("{layer}::");
        let files = self
            .names
            .iter()
            .filter(move |(module, _)| *module == layer || module.starts_with(&below));
        files.flat_map(|(module, names)| {
            names
                .iter()
                .map(move |name| (module.as_str(), name.as_str()))
        })
    }

    /// Returns the circles of files that name each other, the largest first.
    pub fn circles(&self) -> Vec<Vec<&str>> {
        let edges: BTreeMap<&str, BTreeSet<&str>> = self
            .names
            .iter()
            .map(|(module, names)| {
                let to = names.iter().filter_map(|name| self.file_of(name));
                (module.as_str(), to.filter(|to| to != module).collect())
            })
            .collect();
        let reach = |from: &str| {
            let mut seen = BTreeSet::new();
            let mut next: Vec<&str> = edges[from].iter().copied().collect();
            while let Some(module) = next.pop() {
                if seen.insert(module) {
                    next.extend(edges[module].iter().copied());
                }
            }
            seen
        };
        let reached: BTreeMap<&str, BTreeSet<&str>> = edges
            .keys()
            .map(|module| (*module, reach(module)))
            .collect();
        let mut circles = BTreeSet::new();
        for (module, to) in &reached {
            let circle: Vec<&str> = to
                .iter()
                .copied()
                .filter(|other| reached[other].contains(module))
                .collect();
            if circle.len() > 1 {
                circles.insert(circle);
            }
        }
        let mut circles: Vec<Vec<&str>> = circles.into_iter().collect();
        circles.sort_by_key(|circle| std::cmp::Reverse(circle.len()));
        circles
    }

    /// Returns the file that a path of ours leads into: its longest beginning that is a module.
    fn file_of(&self, name: &str) -> Option<&str> {
        let mut path = name.strip_prefix("crate::")?;
        loop {
            if let Some((module, _)) = self.names.get_key_value(path) {
                return Some(module);
            }
            path = path.rsplit_once("::")?.0;
        }
    }
}

/// Returns the code of a file without its comments and without the words of its literals.
fn code_of(content: &str) -> String {
    let mut code = String::new();
    let mut rest = content;
    let mut last = ' ';
    while !rest.is_empty() {
        let (length, literal) = super::source::token(rest, last);
        let (read, behind) = rest.split_at(length);
        if literal.is_some() {
            code.push_str("\"\"");
        } else if !read.starts_with("//") && !read.starts_with("/*") {
            code.push_str(read);
        }
        last = read.chars().next_back().unwrap_or(' ');
        rest = behind;
    }
    code
}

/// Returns the paths that code names, those of ours from `crate::` on.
fn named(code: &str, module: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for statement in code.split(';') {
        let Some(at) = statement.rfind("use ") else {
            continue;
        };
        let is_head = statement.split_at(at).0.ends_with(['\n', ' ', '}', '{']) || at == 0;
        let tree = statement.split_at(at + 4).1;
        if is_head && !tree.contains('=') {
            names.extend(
                flattened(tree)
                    .into_iter()
                    .map(|path| absolute(&path, module)),
            );
        }
    }
    let mut rest = code;
    while let Some(at) = ["crate::", "super::", "self::"]
        .iter()
        .filter_map(|head| rest.find(head))
        .min()
    {
        let (before, path) = rest.split_at(at);
        let length = path
            .find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':')
            .unwrap_or(path.len());
        let (path, behind) = path.split_at(length.max(1));
        if !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
            names.insert(absolute(path.trim_end_matches(':'), module));
        }
        rest = behind;
    }
    names
}

/// Returns the paths of a `use` tree, one for each leaf.
pub fn flattened(tree: &str) -> Vec<String> {
    let mut paths = Vec::new();
    let mut depth = 0;
    let mut leaf = String::new();
    for c in tree.chars().chain([',']) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if c == ',' && depth == 0 {
            let whole = leaf.trim();
            match whole.split_once('{') {
                Some((head, inside)) => {
                    let inside = inside.trim_end();
                    let inside = inside.strip_suffix('}').unwrap_or(inside);
                    paths.extend(
                        flattened(inside)
                            .into_iter()
                            .map(|path| format!("{}{path}", head.trim())),
                    );
                }
                None if whole.is_empty() => {}
                None => paths.push(whole.split_whitespace().next().unwrap().to_owned()),
            }
            leaf.clear();
        } else {
            leaf.push(c);
        }
    }
    paths
}

/// Returns a path from `crate::` on, as a file of this module names it.
fn absolute(path: &str, module: &str) -> String {
    let mut base: Vec<&str> = module.split("::").filter(|part| !part.is_empty()).collect();
    let mut parts = path.split("::").peekable();
    match parts.peek() {
        Some(&"super") => {
            while parts.next_if_eq(&"super").is_some() {
                base.pop();
            }
        }
        Some(&"self") => {
            parts.next();
        }
        _ => return path.to_owned(),
    }
    ["crate"]
        .into_iter()
        .chain(base)
        .chain(parts)
        .collect::<Vec<_>>()
        .join("::")
}
