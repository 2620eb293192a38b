//! `giaoban` runs a briefing meeting (*hội nghị giao ban*) from one laptop, and follows up what was decided.
//!
//! The layers, each naming only those above it: [`text`], [`meeting`], `words`, `papers`, `store`, `app`, `tui`.

pub mod text;

pub mod meeting;

pub mod words;

pub mod papers;

pub mod store;

pub mod clock;
pub mod files;

pub mod app;

pub mod tui;

pub mod cli;
