//! The program around the meeting: keys become commands, commands become effects, effects become the book.

pub mod command;
pub mod config;
pub mod decode;
pub mod effect;
pub mod event;
pub mod key;
pub mod keymap;
pub mod present;
pub mod program;
pub mod status;
pub mod theme;
pub mod view;
pub mod widgets;

pub mod dialogs;
pub mod screens;

pub mod app;
pub mod clipboard;
