//! The seal on the screens: one refusal for whatever is signed, and nothing typed is lost by it.
use crate::common::stage::{Stage, morning};
use giaoban::app::command::{Command, PapersCommand, ScreenId};
use giaoban::app::keymap::{Binding, Context};
use giaoban::cli::demo;
use giaoban::meeting::change::{Change, Transaction};
use giaoban::meeting::code::MeetingState;
use giaoban::store::Store;
use giaoban::tui::keymap::BINDINGS;
use giaoban::words::{Lang, Words};

/// The one sentence.
const REFUSAL: &str = "! Văn bản đã ký: đính chính (F8, Ctrl-K); chưa xuất thì bỏ ký (F8, Ctrl-T).";

/// A meeting that is signed, with something of everything in it.
fn signed() -> Stage {
    let mut store = Store::in_memory(morning()).unwrap();
    demo::fill(&mut store, morning()).unwrap();
    let id = store.last_held().unwrap().unwrap();
    let meeting = store.dossier(id).unwrap().unwrap().meeting;
    let change = Change::edit(&meeting, |meeting| {
        meeting.state = MeetingState::Final;
        meeting.closed = meeting.closed.or(Some(morning()));
    });
    let sign = Transaction::new("ký", vec![change]);
    store.commit(&sign, morning()).unwrap();
    Stage::at(store, (80, 24), Lang::Vi, morning())
}

/// Whatever a line is to become, it stays in the line that it was typed in.
#[test]
fn a_line_that_is_refused_stays_where_it_was_typed() {
    for typed in [
        "một dòng thường",
        "! khó khăn mới",
        "= kết luận mới",
        "> #1 @tất cả ^30/9 việc mới",
        "+ @không có ai như vậy kết quả",
    ] {
        let mut stage = signed();
        stage
            .press("<F4>")
            .paste(typed)
            .press("<Enter>")
            .sees(REFUSAL)
            .sees(typed)
            .press("<Enter>")
            .sees(REFUSAL)
            .sees(typed);
    }
}

#[test]
fn a_line_that_is_edited_keeps_what_was_typed_into_it() {
    let mut stage = signed();
    stage
        .press("<F4><Tab><Enter>")
        .paste(" thêm vào")
        .press("<Enter>")
        .sees(REFUSAL)
        .sees("thêm v")
        .press("<Left><Left><C-s>")
        .sees(REFUSAL)
        .sees("thêm v");
}

#[test]
fn pasted_lines_that_are_refused_stay_in_the_choice() {
    let mut stage = signed();
    stage
        .press("<F4>")
        .paste("dòng một\ndòng hai")
        .sees("2 ghi chép")
        .press("2")
        .sees(REFUSAL)
        .sees("2 ghi chép")
        .press("1")
        .sees("dòng một dòng hai");
}

/// A form that is opened all the same keeps its fields.
#[test]
fn a_form_that_is_refused_stays_open() {
    let mut stage = signed();
    stage
        .press("<F6><Down><C-d>")
        .paste(" và thêm một việc")
        .press("<Enter><Enter><Enter><Enter><Enter>")
        .sees(REFUSAL)
        .sees("và thêm một việc");
}

/// Deleting, joining, moving; the agenda, the floor, the minutes: the same words everywhere.
#[test]
fn every_screen_refuses_in_the_same_words() {
    for keys in [
        "<F4><Tab><Del>",
        "<F4><Tab><C-a>",
        "<F4><Tab><C-x>",
        "<F4><Tab><C-k>",
        "<F4><C-n>",
        "<F4><C-p>mở lại<Enter>",
        "<F3>1",
        "<F4><C-o><C-n>",
    ] {
        let mut stage = signed();
        stage.press(keys);
        assert!(stage.text().contains(REFUSAL), "{keys}\n{}", stage.text());
    }
}

/// Once a paper is out, the refusal offers no way that is shut.
#[test]
fn what_is_out_is_only_corrected() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = signed();
    stage
        .press("<F8><C-k>")
        .sees("Chưa xuất bản chính: Ctrl-S xuất rồi đính chính, hoặc bỏ ký (Ctrl-T)");
    stage
        .press("<C-s><C-u>")
        .paste(&folder.path().join("ky.md").display().to_string())
        .press("<Enter>2")
        .press("<F4>")
        .paste("một dòng")
        .press("<Enter>")
        .sees("! Văn bản đã ký và đã xuất bản chính: chỉ còn đính chính (F8, Ctrl-K).")
        .misses("bỏ ký");
    stage
        .press("<C-u><F8><C-t>")
        .sees("chỉ còn đính chính (F8, Ctrl-K)")
        .misses("BỎ DẤU ĐÃ KÝ?");
}

#[test]
fn the_keys_that_the_refusal_names_are_those_of_the_table() {
    let keys = |context: Context, command: Command| {
        let of = |binding: &&Binding| binding.context == context && binding.command == command;
        BINDINGS.iter().find(of).unwrap().keys_shown()
    };
    let papers = ScreenId::Papers;
    let correct = keys(
        Context::Screen(papers),
        Command::Papers(PapersCommand::Amend),
    );
    let unsign = keys(
        Context::Screen(papers),
        Command::Papers(PapersCommand::Finalise),
    );
    for lang in [Lang::Vi, Lang::En] {
        let words = Words::of(lang);
        let refusal = words.why_signed();
        assert!(refusal.contains(&format!("(F8, {correct})")), "{refusal}");
        assert!(refusal.contains(&format!("(F8, {unsign})")), "{refusal}");
        assert!(refusal.chars().count() <= 76, "{refusal}");
    }
}
