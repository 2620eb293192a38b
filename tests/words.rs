//! The words of the screen: the sentences of the status line have one form.

use std::fs;
use std::path::Path;

use crate::common::stage::Stage;

/// Returns the sentences that are declared in `words/` under names that begin so: name, whether it has fields, both languages.
fn sentences(kinds: &[&str]) -> Vec<(String, bool, [String; 2])> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words");
    let mut all = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let content = fs::read_to_string(file.unwrap().path()).unwrap();
        for line in content.lines() {
            let Some((head, said)) = line.trim().split_once(" = \"") else {
                continue;
            };
            let name = head.split('(').next().unwrap();
            let Some((vi, en)) = said
                .strip_suffix("\";")
                .and_then(|said| said.split_once("\", \""))
            else {
                continue;
            };
            if kinds.iter().any(|kind| name.starts_with(kind)) {
                all.push((
                    name.to_owned(),
                    head.contains('('),
                    [vi.to_owned(), en.to_owned()],
                ));
            }
        }
    }
    all
}

#[test]
fn a_refusal_begins_with_a_capital_and_ends_with_a_stop() {
    let all = sentences(&["why_", "warn_", "fail_"]);
    assert!(all.len() > 200, "{}", all.len());
    for (name, _, both) in all {
        for said in both {
            let first = said.chars().next().unwrap();
            // A field, a quotation and the name of the program are as they are.
            assert!(
                !first.is_lowercase() || said.starts_with("giaoban"),
                "{name}: {said}"
            );
            let is_ended = said.ends_with(['.', '?', '!', '…', '}', '»', ')']);
            assert!(is_ended || said.ends_with("--help"), "{name}: {said}");
        }
    }
}

#[test]
fn a_sentence_without_fields_fits_one_row() {
    for (name, has_fields, both) in sentences(&["why_", "warn_", "fail_", "told_"]) {
        for said in both.iter().filter(|_| !has_fields) {
            assert!(said.chars().count() <= 78, "{name}: {said}");
        }
    }
}

/// A sentence that is made of parts follows the same rule where it is told.
#[test]
fn what_is_told_of_a_part_begins_with_a_capital() {
    let mut stage = Stage::new();
    stage
        .press("<F4><C-n>@xyz khó<Enter>")
        .sees("! Không có đơn vị «xyz». Sửa lại");
    stage
        .press("<C-u>> #2 @thảo ^31/2 Nộp<Enter>")
        .sees("! Lịch không có ngày 31/2.");
    stage.press("<F12>").sees("· Gõ tiếng Việt bằng Telex");
}
