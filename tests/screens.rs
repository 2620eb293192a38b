//! Pictures of every screen and dialog at both sizes: full with sample data, empty, and in English.

mod common;

use common::stage::{Stage, morning};
use giaoban::store::Store;
use giaoban::words::Lang;
use insta::assert_snapshot;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];

/// The keys that lead to each screen, and its name.
const SCREENS: [(&str, &str); 10] = [
    ("meetings", "<F2>"),
    ("roll_call", "<F3>"),
    ("desk", "<F4>"),
    ("issues", "<F5>"),
    ("actions", "<F6>"),
    ("focus", "<F7>"),
    ("minutes", "<F8>"),
    ("search", "<F9>to chuc"),
    ("roster", "<F10>"),
    ("turnout", "<F3><C-t>"),
];

#[test]
fn full() {
    for (columns, rows) in SIZES {
        for (name, keys) in SCREENS {
            let mut stage = Stage::demo((columns, rows), Lang::Vi);
            stage.press(keys);
            assert_snapshot!(format!("{name}_{columns}x{rows}"), stage.text());
        }
    }
}

#[test]
fn empty() {
    for (name, keys) in SCREENS {
        let store = Store::in_memory(morning()).unwrap_or_else(|failure| panic!("{failure}"));
        let mut stage = Stage::with(store, (80, 24), Lang::Vi);
        stage.press(keys);
        assert_snapshot!(format!("{name}_empty"), stage.text());
    }
}

#[test]
fn english() {
    for (name, keys) in SCREENS {
        let mut stage = Stage::demo((80, 24), Lang::En);
        stage.press(keys);
        assert_snapshot!(format!("{name}_english"), stage.text());
    }
}

#[test]
fn dialogs() {
    let dialogs = [
        ("help", "<F1>"),
        ("palette", "<C-p>"),
        ("palette_narrowed", "<C-p>hoan tac"),
        ("form", "<F3>3"),
        ("floor", "<F4><C-g>lan"),
        ("completion", "<F4>@mẫu h"),
        ("understood", "<F4>> #1 @tất cả ^30/9 Báo cáo"),
        ("not_understood", "<F4>> #1 @tất cả ^31/2 Báo cáo"),
        ("parts", "<F6><Enter>"),
        ("selected", "<F4><Up><Up>"),
    ];
    for (name, keys) in dialogs {
        let mut stage = Stage::demo((80, 24), Lang::Vi);
        stage.press(keys);
        assert_snapshot!(format!("dialog_{name}"), stage.text());
    }
}
