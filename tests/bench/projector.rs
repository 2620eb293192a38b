//! How soon the projector shows what the desk wrote: two real processes on one book; run with
//! `cargo bench --bench projector`. The bar is a quarter of a second.
#![allow(
    clippy::allow_attributes,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    dead_code,
    unreachable_pub,
    reason = "a benchmark that cannot go on should stop there, and needs a part of what drives the tests"
)]

#[path = "../common/keys.rs"]
mod keys;
#[path = "../common/pty.rs"]
mod pty;

use std::cell::RefCell;

use pty::{Home, Pty};

fn main() {
    divan::main();
}

/// From Enter on the desk to the name on the projector. The clock of both stands.
#[divan::bench(sample_size = 1, sample_count = 20)]
fn turn_shown_in_the_hall(bencher: divan::Bencher) {
    let home = Home::new();
    let mut desk = home.start();
    desk.expect("<F4>", "DIỄN BIẾN");
    let book = home.book();
    let command = home.command(&["present", "--book", book.to_str().unwrap()]);
    let hall = Pty::start(command, 80, 24);
    desk.expect("<C-n>", "Bắt đầu mục");
    hall.wait_for("1. Khai mạc");
    let desk = RefCell::new(desk);
    bencher
        .with_inputs(|| {
            let mut desk = desk.borrow_mut();
            if hall.text().contains("ĐANG PHÁT BIỂU") {
                desk.expect("<C-e>", "hết lượt");
                hall.wait_until("nobody speaks", |screen| !screen.contains("Tam Phú"));
            }
            desk.expect("@tam p", "@tam p");
        })
        .bench_local_values(|()| {
            desk.borrow_mut().press("<Enter>");
            hall.wait_for("ĐANG PHÁT BIỂU   Tam Phú");
        });
}
