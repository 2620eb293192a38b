//! The phrase file: what the user may change of the papers' sentences, and how a mistake in it is reported.
use std::collections::BTreeSet;

use crate::common::papers::{held, planned};
use giaoban::meeting::code::{NoteKind, PaperKind};
use giaoban::papers::brief::Stage;
use giaoban::papers::document::Block;
use giaoban::papers::markdown::markdown;
use giaoban::papers::phrases::Phrases;
use giaoban::words::{Lang, Words};

/// Each mistake as a file, where it is, and what is said of it in both languages.
const MISTAKES: &[(&str, usize, usize, &str, &str)] = &[
    (
        "[common]\ndraft = Dự thảo lần {n}\n",
        2,
        9,
        "câu phải nằm trong ngoặc kép",
        "the sentence must stand in quotes",
    ),
    (
        "[common]\ndraft = \"lần {n}\n",
        2,
        17,
        "không đúng cú pháp TOML (",
        "this is not TOML (",
    ),
    (
        "[common]\ndraft = \"lần {n}\"\ndraft = \"lần {n}\"\n",
        3,
        1,
        "không đúng cú pháp TOML (duplicate key)",
        "this is not TOML (duplicate key)",
    ),
    (
        "# Tên phần sai.\n[chung]\ndraft = \"{n}\"\n",
        2,
        2,
        "không có phần [chung]",
        "there is no section [chung]",
    ),
    (
        "draft = \"{n}\"\n",
        1,
        1,
        "không có phần [draft]",
        "there is no section [draft]",
    ),
    (
        "minutes = \"Biên bản\"\n",
        1,
        1,
        "[minutes] phải là một phần gồm các câu",
        "[minutes] must be a section of phrases",
    ),
    (
        "[minutes]\n  dia_diem = \"Địa điểm: {venue}\"\n",
        2,
        3,
        "phần này không có câu «dia_diem»",
        "this section has no phrase «dia_diem»",
    ),
    (
        "[common]\ndraft = 2\n",
        2,
        9,
        "câu «draft» phải là chữ trong ngoặc kép",
        "the phrase «draft» must be a text in quotes",
    ),
    (
        "[common]\ndraft = \"Dự thảo {{lần}} {lần}\"\n",
        2,
        26,
        "không có trường «lần»; câu này có: {n}",
        "there is no field «lần»; this phrase has: {n}",
    ),
    (
        "[common]\nmorning = \"sáng {n}\"\n",
        2,
        17,
        "không có trường «n»; câu này không có trường nào",
        "there is no field «n»; this phrase has none",
    ),
    (
        "[common]\n# Dự thảo.\ndraft = \"Dự thảo\"\n",
        3,
        1,
        "câu này thiếu trường «n»",
        "this phrase needs the field «n»",
    ),
    (
        "[minutes]\nvenue = \"\"\"\nĐịa điểm:\n  {venue\"\"\"\n",
        4,
        3,
        "dấu ngoặc nhọn mở ra không được đóng",
        "an opening brace is not closed",
    ),
    (
        "[minutes]\nvenue = \"Đ \\\"{venue}\\\" }\"\n",
        2,
        24,
        "dấu ngoặc nhọn đóng không có dấu mở",
        "a closing brace was never opened",
    ),
];

#[test]
fn a_mistake_is_told_by_line_and_column() {
    for (file, line, column, vi, en) in MISTAKES {
        let mistake = Phrases::read(file).unwrap_err();
        assert_eq!((mistake.line, mistake.column), (*line, *column), "{file}");
        let sentence = mistake.sentence(Words::of(Lang::Vi));
        assert!(
            sentence.starts_with(&format!("Dòng {line}, cột {column}: {vi}")),
            "{sentence}"
        );
        let sentence = mistake.sentence(Words::of(Lang::En));
        assert!(
            sentence.starts_with(&format!("Line {line}, column {column}: {en}")),
            "{sentence}"
        );
    }
}

#[test]
fn the_first_mistake_of_several_is_told() {
    let file = "[notice]\ntitle = 1\nxxx = \"\"\n[common]\ndraft = \"\"\n";
    let mistake = Phrases::read(file).unwrap_err();
    assert_eq!((mistake.line, mistake.column), (2, 9));
}

#[test]
fn the_file_of_the_program_holds_every_phrase_and_says_which_fields_it_has() {
    assert_eq!(Phrases::read(Phrases::FILE), Ok(Phrases::default()));
    assert_eq!(Phrases::read(""), Ok(Phrases::default()));
    let mut section = "";
    let mut remark = "";
    let mut found = BTreeSet::new();
    for line in Phrases::FILE.lines() {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_end_matches(']');
        } else if let Some((name, _)) = line.split_once(" = ").filter(|_| !line.starts_with('#')) {
            let form = Phrases::ALL
                .iter()
                .find(|(of, phrase, _)| (*of, *phrase) == (section, name));
            let (_, _, form) = form.unwrap_or_else(|| panic!("[{section}] {name}"));
            let needed = form.needed.iter().map(|field| format!("{{{field}}}"));
            let optional = form
                .optional
                .iter()
                .map(|field| format!("{{{field}}} (tùy ý)"));
            let fields: Vec<String> = needed.chain(optional).collect();
            let fields = match fields[..] {
                [] => "Không có trường.".to_owned(),
                [..] => format!("Trường: {}.", fields.join(", ")),
            };
            assert!(
                remark.ends_with(&fields),
                "[{section}] {name}: «{remark}», not «{fields}»"
            );
            assert!(
                found.insert((section, name)),
                "[{section}] {name} stands there twice"
            );
        }
        remark = line;
    }
    let missing: Vec<_> = Phrases::ALL
        .iter()
        .filter(|(section, name, _)| !found.contains(&(*section, *name)))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_kind_of_note_has_its_sentence() {
    for kind in NoteKind::ALL {
        let form = Phrases::ALL
            .iter()
            .find(|(section, name, _)| (*section, *name) == ("minutes", kind.code()))
            .map(|(_, _, form)| (form.needed, form.optional));
        assert_eq!(form, Some((&["text"][..], &[][..])), "{kind:?}");
    }
}

#[test]
fn a_file_with_sentences_that_no_paper_says_any_more_stays_right() {
    let file = "[amendment]\nslip = \"Phiếu {x}\"\nopen_matters = \"\"\nrun_sheet = \"\"\nsign_in = \"\"\nitself = \"\"\n";
    assert_eq!(Phrases::read(file), Ok(Phrases::default()));
    assert!(Phrases::read("[amendment]\nanything = \"\"\n").is_err());
}

#[test]
fn a_changed_sentence_is_used_and_the_others_stay() {
    let file = "[minutes]\ntitle = \"BIÊN BẢN {{nháp}}\"\nvenue = \"\"\"\nNơi họp:\n{ venue }; {venue}\"\"\"\nlist_attached = \"\"\n\
                [notice]\nlead = \"{day} ({session}), {issuer}: {meeting}, {chair}.\"\n";
    let phrases = Phrases::read(file).unwrap();
    let scene = held();
    let minutes = markdown(&scene.worded(PaperKind::Minutes, Stage::Final, &phrases));
    assert!(minutes.contains("# BIÊN BẢN {nháp}\n"));
    assert!(minutes.contains("- Nơi họp: Hội trường (ví dụ); Hội trường (ví dụ).\n"));
    assert!(
        !minutes.contains("Danh sách kèm theo"),
        "an emptied sentence is left out"
    );
    assert!(minutes.contains("- Người chủ trì: Đồng chí Phan Thị Kim Sinh"));
    let notice = markdown(&scene.worded(PaperKind::Notice, Stage::Final, &phrases));
    assert!(notice.contains("ngày 11 tháng 7 năm 2023 (sáng), Ban Tổ chức"));
    assert!(
        !notice.contains("Chương trình công tác"),
        "a field may be left out"
    );
}

#[test]
fn what_the_user_typed_is_never_read_as_a_template() {
    let mut scene = planned();
    scene.dossier.meeting.venue = Some("{name} {{x}} }".to_owned());
    scene.dossier.meeting.chair = Some("{office}".to_owned());
    let minutes = scene.paper(PaperKind::Minutes, Stage::Draft(1));
    let blocks: Vec<&Block> = minutes.pieces.iter().map(|piece| &piece.block).collect();
    assert!(blocks.contains(&&Block::Item("Địa điểm: {name} {{x}} }.".to_owned())));
    assert!(blocks.contains(&&Block::Item(
        "Người chủ trì: Đồng chí {office}, ......".to_owned()
    )));
}

/// A phrase that no paper says any more is no mistake, but is told with its line and with what is said instead.
#[test]
fn a_phrase_that_is_said_no_more_is_told() {
    use giaoban::words::{Lang, Words};
    let file = "[minutes]\ntitle = \"BIÊN BẢN\"\nroll = \"x\"\n\n[amendment]\nslip = \"y\"\n";
    assert!(Phrases::read(file).is_ok());
    let retired = Phrases::retired(file);
    let places: Vec<_> = retired
        .iter()
        .map(|retired| (retired.line, retired.section, retired.name))
        .collect();
    assert_eq!(places, [(3, "minutes", "roll"), (6, "amendment", "slip")]);
    let told = retired[0].sentence(Words::of(Lang::Vi));
    assert!(
        told.starts_with("Dòng 3: [minutes] roll không còn dùng; thay bằng called, "),
        "{told}"
    );
    assert_eq!(Phrases::retired(Phrases::FILE), []);
    for retired in &retired {
        for name in retired.instead.split(", ").filter(|name| !name.is_empty()) {
            let mut all = Phrases::ALL.iter();
            assert!(all.any(|(section, phrase, _)| (*section, *phrase) == (retired.section, name)));
        }
    }
    let home = crate::common::pty::Home::new();
    std::fs::write(home.path("cau.toml"), file).unwrap();
    let output = home.output(&["phrases", "--check", "cau.toml"]);
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(
        output.status.success() && told.contains("cau.toml: đúng."),
        "{told}"
    );
    assert!(
        told.contains("Dòng 6: [amendment] slip không còn dùng"),
        "{told}"
    );
}
