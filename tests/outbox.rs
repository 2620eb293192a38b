//! Where papers and tables go unless the user names another place.
use crate::common::pty::Home;
use crate::common::stage::{Stage, morning};
use giaoban::app::Setup;
use giaoban::app::outbox::{Beside, Outbox};
use giaoban::files::documents::of_desktop;
use giaoban::store::Store;
use std::fs;
use std::path::{Path, PathBuf};

/// Returns all files below a folder.
fn files(folder: &Path) -> Vec<String> {
    let mut all = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(&at).into_iter().flatten().flatten() {
            if entry.path().is_dir() {
                open.push(entry.path());
            } else {
                let inside = entry.path().strip_prefix(folder).unwrap().to_owned();
                all.push(inside.display().to_string());
            }
        }
    }
    all.sort();
    all
}

#[test]
fn the_documents_are_where_the_desktop_says() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    assert_eq!(of_desktop(home, None), None);
    fs::create_dir(home.join("Documents")).unwrap();
    assert_eq!(of_desktop(home, None), Some(home.join("Documents")));
    fs::create_dir(home.join("Tài liệu")).unwrap();
    assert_eq!(of_desktop(home, None), Some(home.join("Tài liệu")));
    fs::create_dir_all(home.join("việc/\"giấy\"")).unwrap();
    let named = |line: &str| of_desktop(home, Some(line));
    let other = "XDG_DESKTOP_DIR=\"$HOME/Documents\"\n# XDG_DOCUMENTS_DIR=\"$HOME/Documents\"\n";
    assert_eq!(named(other), Some(home.join("Tài liệu")));
    let one = format!("{other}XDG_DOCUMENTS_DIR=\"$HOME/Documents/\"\n");
    assert_eq!(named(&one), Some(home.join("Documents")));
    let escaped = "XDG_DOCUMENTS_DIR=\"$HOME/việc/\\\"giấy\\\"\"";
    assert_eq!(named(escaped), Some(home.join("việc/\"giấy\"")));
    let whole = format!("XDG_DOCUMENTS_DIR=\"{}/Documents\"", home.display());
    assert_eq!(named(&whole), Some(home.join("Documents")));
    // A folder that is gone, and a desktop that has none.
    for line in [
        "XDG_DOCUMENTS_DIR=\"$HOME/mất\"",
        "XDG_DOCUMENTS_DIR=\"$HOME/\"",
    ] {
        assert_eq!(named(line), Some(home.join("Tài liệu")), "{line}");
    }
}

fn stage(outbox: Outbox) -> Stage {
    let setup = Setup {
        outbox,
        ..Setup::default()
    };
    let store = Store::in_memory(morning()).unwrap();
    Stage::set_up(store, (200, 50), morning(), setup)
}

#[test]
fn every_export_is_offered_among_the_documents() {
    let home = tempfile::tempdir().unwrap();
    let documents = home.path().join("Documents");
    fs::create_dir(&documents).unwrap();
    let mut desk = stage(Outbox {
        documents: Some(documents.clone()),
        beside: Some(Beside::Book(home.path().join("sổ"))),
        ..Outbox::default()
    });
    let meeting = documents.join("giaoban/giao-ban-2023-07-11");
    let draft = meeting.join("du-thao/bien-ban-2023-07-11-du-thao-1.docx");
    desk.press("<F8><C-s>")
        .sees(&format!("Ghi vào: {}", draft.display()));
    desk.press("<Enter>").sees("Đã xuất");
    assert_eq!(
        files(&meeting),
        ["du-thao/bien-ban-2023-07-11-du-thao-1.docx"]
    );
    // A name alone goes where the dialog says; a table of the book lies above the meetings.
    desk.press("<C-s><C-u>ban nay.pdf").sees(&format!(
        "Ghi vào: {}",
        meeting.join("du-thao/ban nay.pdf").display()
    ));
    desk.press("<Enter>");
    assert!(meeting.join("du-thao/ban nay.pdf").exists());
    desk.press("<F6><C-s><Enter>").sees("Đã xuất");
    assert!(documents.join("giaoban/nhiem-vu-2023-07-11.xlsx").exists());
    desk.press("<F5><C-s><Enter><F7><C-t><C-s><Enter><Esc><F3><C-t><C-s><Enter>");
    let above = files(&documents.join("giaoban"));
    for stem in [
        "nam-2023.xlsx",
        "du-hop-2023.xlsx",
        "phu-luc-vuong-mac-2023-07-11.docx",
    ] {
        assert!(above.iter().any(|file| file == stem), "{stem}: {above:?}");
    }
    assert!(!home.path().join("sổ").exists());
}

#[test]
fn a_chosen_folder_wins_and_is_never_made_anew() {
    let home = tempfile::tempdir().unwrap();
    let (documents, chosen) = (
        home.path().join("Documents"),
        home.path().join("usb/giấy tờ"),
    );
    fs::create_dir(&documents).unwrap();
    let outbox = Outbox {
        chosen: Some(chosen.clone()),
        documents: Some(documents.clone()),
        beside: None,
    };
    let mut desk = stage(outbox);
    desk.press("<F8><C-s>").sees(&chosen.display().to_string());
    // The stick is not there: no folder is made in its place, and the missing one is named.
    desk.press("<Enter>").sees("/usb không có");
    assert!(files(home.path()).is_empty() && !home.path().join("usb").exists());
    fs::create_dir_all(&chosen).unwrap();
    desk.press("<Enter>").sees("Đã xuất");
    let draft: PathBuf =
        chosen.join("giao-ban-2023-07-11/du-thao/bien-ban-2023-07-11-du-thao-1.docx");
    assert!(draft.exists());
    assert!(files(&documents).is_empty());
}

#[test]
fn without_documents_files_go_beside_the_book_and_the_dialog_says_so() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = stage(Outbox {
        beside: Some(Beside::Book(home.path().to_owned())),
        ..Outbox::default()
    });
    desk.press("<F8><C-s>")
        .sees("Máy không có thư mục Tài liệu")
        .sees(
            &home
                .path()
                .join("giao-ban-2023-07-11")
                .display()
                .to_string(),
        );
    desk.press("<Enter>");
    assert_eq!(
        files(home.path()),
        ["giao-ban-2023-07-11/du-thao/bien-ban-2023-07-11-du-thao-1.docx"]
    );
}

#[test]
fn drafts_of_older_programs_count_and_finals_lie_apart_from_drafts() {
    let home = Home::new();
    fs::create_dir(home.path("Documents")).unwrap();
    let run = |arguments: &[&str]| {
        let all = [&["--book", "so.giaoban"], arguments].concat();
        let output = home.output(&all);
        let told = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(told).unwrap())
    };
    let (ok, told) = run(&["demo", "--meetings", "1", "--seed", "3"]);
    assert!(ok, "{told}");
    // An older program wrote the first draft beside the book.
    let (ok, told) = run(&["minutes", "-o", "bien-ban-du-thao-1.docx"]);
    assert!(ok, "{told}");
    let (ok, told) = run(&["papers", "--format", "md"]);
    let folder = home.path("Documents/giaoban");
    assert!(ok && told.contains(&folder.display().to_string()), "{told}");
    let all = files(&folder);
    let drafts = all.iter().filter(|file| file.contains("/du-thao/"));
    assert!(drafts.clone().count() > 0, "{all:?}");
    for file in &all {
        assert_eq!(
            file.contains("-du-thao-"),
            file.contains("/du-thao/"),
            "{all:?}"
        );
    }
    let (ok, _) = run(&["papers", "--format", "md"]);
    assert!(ok);
    assert_eq!(files(&folder), all);
}

/// The settings name the place that files really go to where none is chosen.
#[test]
fn the_settings_say_where_files_go_without_a_chosen_folder() {
    let config = Some(PathBuf::from("/nhà/config.toml"));
    let at = |outbox: Outbox| {
        let setup = Setup {
            outbox,
            config: config.clone(),
            ..Setup::default()
        };
        let store = Store::in_memory(morning()).unwrap();
        Stage::set_up(store, (200, 50), morning(), setup)
    };
    let place = PathBuf::from("/nhà/sổ");
    for (outbox, told) in [
        (
            Outbox {
                documents: Some(PathBuf::from("/nhà/Giấy")),
                ..Outbox::default()
            },
            "/nhà/Giấy/giaoban",
        ),
        (
            Outbox {
                beside: Some(Beside::Book(place.clone())),
                ..Outbox::default()
            },
            "cạnh sổ",
        ),
        (
            Outbox {
                beside: Some(Beside::Start(place)),
                ..Outbox::default()
            },
            "thư mục đã mở chương trình",
        ),
    ] {
        let chosen = Outbox {
            chosen: Some(PathBuf::from("/nhà/Chọn")),
            ..outbox.clone()
        };
        at(outbox)
            .press("<F11>thư mục văn<Down><Up>")
            .sees(&format!("để trống: {told}. Ghi ở"));
        at(chosen)
            .press("<F11>thư mục văn<Down><Up>")
            .sees(&format!("để trống: {told}. Ghi ở"));
    }
}
