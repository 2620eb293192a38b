//! The licence texts and the notices of others: whole, printed by the program, and in step with Cargo.lock.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use std::process::Command;

/// A crate that was left out, or one that is no longer built, both mean that `.ci/notices` was not run.
#[test]
fn the_notices_name_exactly_the_crates_that_are_built() {
    let notices = read("src/licences/third-party.txt");
    let named: BTreeSet<&str> = notices
        .lines()
        .filter_map(|line| line.split_once(" | ").map(|(named, _)| named))
        .collect();
    let built = built();
    let built: BTreeSet<&str> = built.iter().map(String::as_str).collect();
    let missing: Vec<_> = built.difference(&named).collect();
    let stale: Vec<_> = named.difference(&built).collect();
    assert!(built.len() > 100, "{built:?}");
    assert!(
        missing.is_empty() && stale.is_empty(),
        "run .ci/notices: missing {missing:?}, no longer built {stale:?}"
    );
}

#[test]
fn every_crate_has_a_text_that_is_there() {
    let notices = read("src/licences/third-party.txt");
    for line in notices.lines().filter(|line| line.contains(" | ")) {
        let mut fields = line.split(" | ");
        let named = fields.next().unwrap();
        let licence = fields.next().unwrap();
        assert!(!licence.is_empty(), "{named} has no licence");
        for number in fields.next().unwrap().split(", ") {
            let text = notices
                .split_once(&format!("\nTEXT {number}\n"))
                .unwrap_or_else(|| panic!("there is no text {number} for {named}"))
                .1;
            let text = text.split("\nTEXT ").next().unwrap();
            assert!(text.contains(named), "text {number} does not name {named}");
        }
    }
}

#[test]
fn no_licence_is_one_that_the_program_could_not_be_handed_on_under() {
    let known = "MIT MIT-0 Apache-2.0 Zlib Unlicense BSD-2-Clause BSD-3-Clause Unicode-3.0";
    let known: Vec<&str> = known.split(' ').collect();
    for line in read("src/licences/third-party.txt").lines() {
        let Some((named, rest)) = line.split_once(" | ") else {
            continue;
        };
        let licence = rest.split(" | ").next().unwrap();
        for part in licence.replace(['(', ')'], "").split(" AND ") {
            let can_be_had: Vec<&str> = part.split(" OR ").collect();
            assert!(
                can_be_had.iter().any(|one| known.contains(one)),
                "{named} is under {licence}"
            );
        }
    }
}

#[test]
fn the_program_prints_every_licence_in_both_spellings() {
    let british = printed("licences");
    assert_eq!(british, printed("licenses"));
    for text in [
        "src/licences/MIT.txt",
        "src/licences/Apache-2.0.txt",
        "src/licences/third-party.txt",
        "src/templates/fonts/OFL.txt",
    ] {
        assert!(british.contains(read(text).trim()), "{text} is not printed");
    }
}

#[test]
fn the_fonts_come_with_their_licence_and_their_copyright() {
    let licence = read("src/templates/fonts/OFL.txt");
    assert!(licence.starts_with("Copyright 2010 Google Inc."));
    assert!(licence.contains("SIL OPEN FONT LICENSE Version 1.1"));
    assert!(read("Cargo.toml").contains("license = \"(MIT OR Apache-2.0) AND OFL-1.1\""));
}

fn printed(verb: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_giaoban"))
        .arg(verb)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// Returns the crates that a build of the program can reach on any platform, from Cargo.toml and Cargo.lock.
fn built() -> BTreeSet<String> {
    let lock = read("Cargo.lock");
    let mut by_name: HashMap<&str, Vec<(&str, Vec<&str>)>> = HashMap::new();
    for package in lock.split("[[package]]").skip(1) {
        let field = |key: &str| {
            let line = package.lines().find(|line| line.starts_with(key)).unwrap();
            line.split('"').nth(1).unwrap()
        };
        let (_, after) = package.split_once("dependencies = [").unwrap_or_default();
        let needs = after.split(']').next().unwrap();
        let needs = needs.split('"').skip(1).step_by(2).collect();
        by_name
            .entry(field("name = "))
            .or_default()
            .push((field("version = "), needs));
    }
    let direct = direct();
    let own = &by_name["giaoban"][0].1;
    let mut waiting: Vec<&str> = own
        .iter()
        .filter(|needed| direct.contains(needed.split(' ').next().unwrap()))
        .copied()
        .collect();
    let mut found = BTreeSet::new();
    while let Some(needed) = waiting.pop() {
        let (name, version) = needed.split_once(' ').unwrap_or((needed, ""));
        for (is, needs) in &by_name[name] {
            if (version.is_empty() || version == *is) && found.insert(format!("{name} {is}")) {
                waiting.extend(needs);
            }
        }
    }
    found
}

/// Returns the names in the sections of Cargo.toml that a build of the program needs.
fn direct() -> BTreeSet<String> {
    let mut section = String::new();
    let mut found = BTreeSet::new();
    for line in read("Cargo.toml").lines() {
        if line.starts_with('[') {
            line.clone_into(&mut section);
        } else if section.ends_with("dependencies]") && !section.contains("dev-dependencies") {
            found.extend(line.split_once(" = ").map(|(name, _)| name.to_owned()));
        }
    }
    found
}
