//! The tests: one crate, one module a feature, with the same stem as the feature's file in `src`.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop there"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "some tests write what a careless hand would"
)]
#![expect(
    clippy::indexing_slicing,
    reason = "a test that looks where nothing is should stop there"
)]
#![expect(clippy::float_cmp, reason = "equal lengths are exactly equal")]
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a reader of other programs' formats meets more than a test asks for"
)]

mod common;

mod actions;
mod actions_files;
mod agenda;
mod blanks;
mod book;
mod breaks;
mod capture;
mod choice;
mod closing;
mod columns;
mod deadlines;
mod decode;
mod demo;
mod docx;
mod extensions;
mod facts;
mod figures;
mod floor;
mod focus;
mod form;
mod guide;
mod handouts;
mod handover;
mod house;
mod input_methods;
mod invitation;
mod issues;
mod kept;
mod keymap;
mod letterhead;
mod licences;
mod look_back;
mod looks;
mod meeting;
mod migrations;
mod opening;
mod outbox;
mod papers;
mod pdf;
mod phrases;
mod present;
mod preview;
mod profile;
mod progress;
mod put_off;
mod review;
mod roll_call;
mod roster;
mod screens;
mod seal;
mod search;
mod settings;
mod spreadsheet;
mod stream;
mod text_citations;
mod text_clean;
mod text_collate;
mod text_dates;
mod text_find;
mod text_finder;
mod text_fold;
mod text_legacy;
mod text_line;
mod text_marks;
mod text_nearest;
mod text_same;
mod text_spelling;
mod text_telex;
mod text_width;
mod theme;
mod troubles;
mod turnout;
mod undo;
mod versions;
mod wording;
mod words;
mod xlsx;
mod year;
