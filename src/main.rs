//! The program `giaoban`; all of it is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    giaoban::cli::main()
}
