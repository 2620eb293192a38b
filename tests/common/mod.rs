//! What the tests drive the program with: keys by their names, the real binary in a pseudo-terminal,
//! and the real program over a screen in memory.
#![allow(
    clippy::allow_attributes,
    reason = "what a test leaves unused differs from test to test"
)]
#![allow(
    dead_code,
    unreachable_pub,
    reason = "each test uses its own part of it"
)]
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop there"
)]

pub mod document;
pub mod docx;
pub mod kept;
pub mod keys;
pub mod modules;
pub mod papers;
pub mod pty;
pub mod register;
pub mod shared;
pub mod source;
pub mod stage;
pub mod styles;
pub mod wards;
