//! The command line: the start of the screens, and the verbs that need none.

pub(crate) mod actions;
pub(crate) mod bar;
pub mod book;
pub mod demo;
mod keys;
pub(crate) mod opener;
mod options;
pub(crate) mod papers;
pub(crate) mod phrases;

use std::io::{BufWriter, IsTerminal, Write};
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use options::{Options, Request};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::execute;

use crate::app::App;
use crate::app::Setup;
use crate::app::complaint as wording_complaint;
use crate::app::config::{self, Config, Origin, Origins, Typing};
use crate::app::export_failure;
use crate::app::outbox::{Beside, Outbox};
use crate::app::place::left_places;
use crate::app::present::Followed;
use crate::app::read_wording;
use crate::app::sentence;
use crate::app::status::Status;
use crate::app::theme::{self, Theme, read_theme};
use crate::clock::from_environment;
use crate::files::book::BookFile;
use crate::files::desk::claim_desk;
use crate::files::toml::parse;
use crate::files::{self, PassingFolder};
use crate::store::Failure;
use crate::tui::clipboard::OfTerminal;
use crate::tui::event;
use crate::tui::keymap::KEYMAP;
use crate::tui::present::Present;
use crate::tui::program::{Program, run};
use crate::tui::theme::Styles;
use crate::tui::window::Window;
use crate::words::{Lang, Words};
use crate::{guide, licences};

/// Does what the arguments ask for; what goes wrong is one sentence on the standard error.
pub fn main() -> ExitCode {
    heed_limits();
    match Options::read(std::env::args_os().skip(1)).and_then(|options| serve(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            // Written at once, so that whoever reads it never has half of it; with nobody left to tell, there is
            // nothing more to do.
            let line = format!("giaoban: {sentence}\n");
            let _told = std::io::stderr().write_all(line.as_bytes());
            ExitCode::FAILURE
        }
    }
}

fn serve(options: &Options) -> Result<(), String> {
    let setup = setup(options);
    let words = Words::of(setup.lang.unwrap_or_default());
    match &options.request {
        Request::Help => print(words.usage(), words),
        Request::Version => print(&format!("giaoban {}\n", env!("CARGO_PKG_VERSION")), words),
        Request::Minutes(request) => {
            tell_complaint(&setup);
            papers::write_minutes(options, request, &setup, words)
        }
        Request::Papers(request) => {
            tell_complaint(&setup);
            papers::write(options, request, &setup, words)
        }
        Request::Calendar(request) => {
            tell_complaint(&setup);
            papers::write_calendar(options, request, &setup, words)
        }
        Request::Actions(request) => {
            tell_complaint(&setup);
            actions::write(options, request, &setup, words)
        }
        Request::Phrases(request) => phrases::tell(request, words),
        Request::Guide(request) if request.topic.is_empty() => {
            print(&guide::contents(words), words)
        }
        Request::Guide(request) => match guide::find(&request.topic, words)?.text {
            guide::Text::Written(text) => print(text, words),
            guide::Text::Keys => print(&keys::chapter(KEYMAP, words), words),
        },
        Request::Licences => print(&licences::all(words), words),
        Request::Run => keep_desk(options, setup, words),
        Request::Present => {
            need_terminal(words)?;
            present(options, &setup, words)
        }
        Request::Demo(request) => {
            if let Some(extent) = request.extent(words)? {
                return demo::write(options.book.as_deref(), extent, words);
            }
            need_terminal(words)?;
            practise(options, setup, words)
        }
    }
}

/// Shows the screens over the book.
fn keep_desk(options: &Options, setup: Setup, words: Words) -> Result<(), String> {
    need_terminal(words)?;
    let clock = from_environment();
    let file = book::book_file(options, words)?;
    let store = book::open(&file, clock.as_ref(), words)?;
    let path = file.path;
    let place = claim_desk(&path);
    let store = store.at_desk(place.number);
    let left = left_places(&store).map_err(|failure| sentence(&failure, words))?;
    let setup = Setup {
        left: left
            .into_iter()
            .filter(|desk| place.is_left(*desk))
            .collect(),
        outbox: setup.outbox.clone().beside(&path),
        ..setup
    };
    let passing = place.lock_file().map(Path::to_owned);
    show_desk(App::new(store, clock, setup, KEYMAP), &path, passing, words)
}

/// Returns what the user chose before the program began: a flag wins over the configuration.
fn setup(options: &Options) -> Setup {
    let folder = files::config_folder();
    let place = |name: &str| folder.as_ref().map(|folder| folder.join(name));
    let file = place("config.toml");
    let (config, complaint) = read_config(file.as_deref(), options.lang);
    let lang = options.lang.or(config.lang);
    let words = Words::of(lang.unwrap_or_default());
    let origins = Origins {
        lang: Origin::of(options.lang.is_some(), config.lang.is_some()),
        theme: Origin::of(options.theme.is_some(), config.theme.is_some()),
        typing: Origin::of(false, config.typing.is_some()),
        papers_folder: Origin::of(false, config.papers_folder.is_some()),
    };
    let typed = config.papers_folder.filter(|typed| !typed.is_empty());
    let papers_folder = typed.as_deref().and_then(files::from_home);
    let lost = typed.filter(|_| papers_folder.is_none());
    let lost = lost.map(|typed| words.why_folder_not_whole(&typed));
    let phrases_file = place(phrases::FILE);
    let (phrases, wording) = read_wording(phrases_file.as_deref(), words);
    let shown = phrases_file.as_ref().map(|file| file.display().to_string());
    let misread = wording_complaint(&wording, &shown.unwrap_or_default(), words);
    Setup {
        lang,
        theme: options.theme.clone().or(config.theme),
        is_flagged: options.lang.is_some() || options.theme.is_some(),
        origins,
        theme_folder: place("themes"),
        no_colour: std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
        typing: config.typing.and_then(Typing::method),
        outbox: Outbox {
            chosen: papers_folder,
            documents: files::documents::folder(),
            beside: None,
        },
        left: Vec::new(),
        config: file,
        phrases_file,
        phrases,
        wording,
        complaint: complaint.or(lost).or(misread),
    }
}

/// Tells what went wrong on the way here beside the papers that are written all the same.
fn tell_complaint(setup: &Setup) {
    if let Some(complaint) = &setup.complaint {
        // With nobody left to tell, the papers are still written.
        let _told = writeln!(std::io::stderr(), "giaoban: {complaint}");
    }
}

/// Shows the screens over a practice copy, which goes when they are left.
fn practise(options: &Options, setup: Setup, words: Words) -> Result<(), String> {
    let clock = from_environment();
    let folder =
        PassingFolder::new().map_err(|error| words.fail_file("demo", &error.to_string()))?;
    let file = match &options.book {
        Some(named) => BookFile::at(named),
        None => BookFile::passing(&folder),
    };
    if file.exists() {
        return Err(words.fail_file_exists(&file.named.display().to_string()));
    }
    let mut store = book::open(&file, clock.as_ref(), words)?;
    demo::fill(&mut store, clock.now()).map_err(|failure| sentence(&failure, words))?;
    let mut setup = setup;
    setup.outbox.beside = match options.book {
        Some(_) => file
            .path
            .parent()
            .map(|folder| Beside::Book(folder.to_owned())),
        None => std::env::current_dir().ok().map(Beside::Start),
    };
    let app = App::new(store, clock, setup, KEYMAP).map(|mut app| {
        app.start_at_desk();
        if options.book.is_none() {
            app.say(Status::said(words.told_practice()));
        }
        app
    });
    show_desk(app, &file.path, Some(folder.0.clone()), words)
}

/// Shows the hall what runs at the desk.
fn present(options: &Options, setup: &Setup, words: Words) -> Result<(), String> {
    let clock = from_environment();
    let file = book::book_file(options, words)?;
    let book = book::read(&file, clock.as_ref(), false, words)?;
    let shown = file.named.display().to_string();
    let told = |failure: Failure| words.fail_book(&shown, &sentence(&failure, words));
    let followed = Followed::new(book.store, words).map_err(told)?;
    let (styles, complaint) = styles(setup, words);
    let mut present = Present::new(followed, clock, words).styled(styles, complaint);
    let passing = book.copy.as_ref().map(|folder| folder.0.clone());
    show(&mut present, &book.file.path, passing, words)
}

/// The theme with the strongest contrast.
const FOR_THE_HALL: &str = "may-chieu";

/// Returns the styles of the chosen theme, or of the theme for a hall. A broken or missing theme is reported, and the
/// first one is used.
fn styles(setup: &Setup, words: Words) -> (Styles, Option<String>) {
    if setup.no_colour {
        return (Styles::without_colour(), None);
    }
    let (_, content) = theme::BUNDLED[0];
    let name = setup.theme.as_deref().unwrap_or(FOR_THE_HALL);
    let folder = setup.theme_folder.as_ref();
    let file = folder.map(|folder| folder.join(format!("{name}.toml")));
    let complaint = match read_theme(name, file.as_deref()) {
        Some(Ok(theme)) => return (Styles::of(&theme), None),
        Some(Err(mistake)) => words.fail_theme(
            &format!("{name}.toml"),
            mistake.line,
            mistake.column,
            &mistake.why,
        ),
        None => {
            let known: Vec<&str> = theme::BUNDLED.iter().map(|(name, _)| *name).collect();
            words.fail_no_theme(name, &known.join(", "))
        }
    };
    let styles = Styles::worn(parse::<Theme>(content).ok().as_ref());
    (styles, Some(complaint))
}

fn show_desk(
    app: Result<App, Failure>,
    book: &Path,
    passing: Option<PathBuf>,
    words: Words,
) -> Result<(), String> {
    let mut app = app.map_err(|failure| sentence(&failure, words))?;
    app.copy_to(Box::new(OfTerminal));
    app.open_with(Box::new(opener::OfSystem));
    show(&mut Window::new(app), book, passing, words)
}

fn need_terminal(words: Words) -> Result<(), String> {
    if std::io::stdin().is_terminal() && std::io::stdout().is_terminal() {
        return Ok(());
    }
    Err(words.fail_not_a_terminal().to_owned())
}

/// Takes the terminal, runs the program, and gives the terminal back whatever happens.
fn show(
    program: &mut impl Program,
    book: &Path,
    passing: Option<PathBuf>,
    words: Words,
) -> Result<(), String> {
    let trouble = |error: &dyn std::fmt::Display| words.fail_terminal(&error.to_string());
    give_back_on_panic();
    ratatui::try_init().map_err(|error| trouble(&error))?;
    leave_on_signals(passing).map_err(|error| trouble(&error))?;
    let mut out = BufWriter::with_capacity(1 << 16, std::io::stdout());
    let shown = execute!(out, EnableBracketedPaste)
        .map_err(anyhow::Error::from)
        .and_then(|()| {
            let mut source = event::Terminal::new(book)?;
            // Dropping it would complain about a terminal that is gone to that very terminal, and break over it.
            let mut terminal = ManuallyDrop::new(Terminal::new(CrosstermBackend::new(out))?);
            run(&mut terminal, program, &mut source)
        });
    give_back();
    shown.map_err(|error| trouble(&error))
}

fn give_back() {
    // A terminal that is gone does not need to be given back, and cannot be told that it was not.
    let _told = execute!(std::io::stdout(), DisableBracketedPaste, Show);
    let _given_back = ratatui::try_restore();
}

/// Switches the paste mode off and the cursor on too when the program breaks; `ratatui` gives back the rest.
fn give_back_on_panic() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        give_back();
        before(info);
    }));
}

/// Leaves in order when the system says so. Every key has been kept by then, so leaving at once loses nothing.
#[cfg(unix)]
fn leave_on_signals(passing: Option<PathBuf>) -> std::io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM])?;
    std::thread::Builder::new()
        .stack_size(64 * 1024)
        .spawn(move || {
            if let Some(signal) = signals.forever().next() {
                give_back();
                if let Some(passing) = passing {
                    files::take_away(&passing);
                }
                std::process::exit(128 + signal);
            }
        })?;
    Ok(())
}

#[cfg(not(unix))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "it can fail where files and signals are those of Unix"
)]
fn leave_on_signals(_: Option<PathBuf>) -> std::io::Result<()> {
    Ok(())
}

/// Lets a file that reaches the limit of its size be told like a full disk, where the system would end the program.
#[cfg(unix)]
fn heed_limits() {
    // Where the signal cannot be had, the system does as it always did.
    let heard = std::sync::Arc::default();
    let _heeded = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, heard);
}

#[cfg(not(unix))]
fn heed_limits() {}

/// Writes bytes to a file, which may be replaced or not, or to the standard output.
fn deliver(
    bytes: &[u8],
    output: (Option<&Path>, bool),
    book: &Path,
    words: Words,
) -> Result<(), String> {
    let (Some(file), may_replace) = output else {
        return put(bytes, words);
    };
    let shown = file.display().to_string();
    if book::is_same(file, book) {
        return Err(words.fail_is_book(&shown));
    }
    if file.exists() && !file.is_file() && !file.is_dir() {
        return Err(words.fail_file(&shown, words.unread_not_a_file()));
    }
    if file.exists() && !may_replace {
        return Err(words.fail_file_exists_force(&shown));
    }
    files::write_atomically(file, bytes, may_replace)
        .map_err(|error| export_failure(&error.into(), &shown, words))
}

/// Reads the configuration; one that is broken is said on the first screen, and the defaults are taken.
fn read_config(file: Option<&Path>, lang: Option<Lang>) -> (Config, Option<String>) {
    let Some(file) = file else {
        return (Config::default(), None);
    };
    let words = Words::of(lang.unwrap_or_default());
    let name = file.display().to_string();
    let complaint = match files::read_if_there(file) {
        Ok(None) => return (Config::default(), None),
        Ok(Some(content)) => match config::read(&content) {
            Ok(config) => return (config, None),
            Err(mistake) => words.fail_config(&name, mistake.line, mistake.column, &mistake.why),
        },
        Err(error) => words.fail_unread(&name, &error.to_string()),
    };
    (Config::default(), Some(complaint))
}

fn print(text: &str, words: Words) -> Result<(), String> {
    put(text.as_bytes(), words)
}

/// Writes to the standard output; whoever reads it may stop when it has enough.
fn put(bytes: &[u8], words: Words) -> Result<(), String> {
    let mut out = std::io::stdout();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(words.fail_file("stdout", &error.to_string()))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}
