//! The options of the command line, read as the user wrote them.

use std::path::PathBuf;

use chrono::NaiveDate;
use lexopt::{Arg, Parser, ValueExt};

use crate::meeting::sample::years::{Extent, LINES};
use crate::papers::Format;
use crate::papers::actions::ActionsFormat;
use crate::words::{Lang, Words};

/// A request of the command line.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    /// The book, unless it is the usual one.
    pub(crate) book: Option<PathBuf>,
    /// The language.
    pub(crate) lang: Option<Lang>,
    pub(crate) theme: Option<String>,
    /// The verb with its own options.
    pub(crate) request: Request,
}

/// A verb of the command line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Request {
    /// Show the screens.
    #[default]
    Run,
    /// Show them over a practice copy, or write a practice book of many years.
    Demo(DemoRequest),
    /// Show the running item to the hall.
    Present,
    /// Write the minutes without a screen.
    Minutes(MinutesRequest),
    /// Write all papers of a meeting into a folder.
    Papers(PapersRequest),
    /// Write a meeting for the calendars of those who are invited.
    Calendar(CalendarRequest),
    /// Write actions of the register without a screen.
    Actions(ActionsRequest),
    /// Print the sentences of the papers, or check a file of them.
    Phrases(PhrasesRequest),
    /// Print the handbook, or list its chapters.
    Guide(GuideRequest),
    /// Print the licences of the program and of all that is in it.
    Licences,
    /// Explain the command line.
    Help,
    /// Tell the version.
    Version,
}

impl Request {
    /// Returns the command of a word on the command line.
    fn of(verb: &str) -> Option<Self> {
        match verb {
            "demo" => Some(Self::Demo(DemoRequest::default())),
            "present" => Some(Self::Present),
            "minutes" => Some(Self::Minutes(MinutesRequest::default())),
            "papers" => Some(Self::Papers(PapersRequest::default())),
            "calendar" => Some(Self::Calendar(CalendarRequest::default())),
            "actions" => Some(Self::Actions(ActionsRequest::default())),
            "phrases" => Some(Self::Phrases(PhrasesRequest::default())),
            "guide" => Some(Self::Guide(GuideRequest::default())),
            "licences" | "licenses" => Some(Self::Licences),
            _ => None,
        }
    }
}

/// Which minutes go where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct MinutesRequest {
    /// The format; by default that of the file's name, or else Markdown.
    pub(crate) format: Option<Format>,
    /// The file; by default the standard output.
    pub(crate) output: Option<PathBuf>,
    /// The day of the meeting; by default the last one.
    pub(crate) day: Option<NaiveDate>,
    /// Whether a file that is there may be replaced.
    pub(crate) force: bool,
}

impl MinutesRequest {
    /// Takes an option that is a text.
    fn take(&mut self, option: &str, typed: &str, words: Words) -> Result<(), String> {
        if option == "--day" {
            self.day = Some(typed.parse().map_err(|_| words.why_not_a_day(typed))?);
        } else {
            let format = Format::from_name(typed).ok_or_else(|| words.fail_paper_format(typed))?;
            self.format = Some(format);
        }
        Ok(())
    }
}

/// Which papers go where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PapersRequest {
    /// The meeting, by its day, its number in the list or a part of its title; by default the last one.
    pub(crate) meeting: Option<String>,
    /// The formats of each paper; by default DOCX and PDF.
    pub(crate) formats: Vec<Format>,
    /// The folder; by default one in the folder of the settings.
    pub(crate) output: Option<PathBuf>,
    /// Whether older drafts that nobody has edited may be replaced.
    pub(crate) force: bool,
}

impl PapersRequest {
    /// Takes an option that is a text.
    fn take(&mut self, option: &str, typed: &str, words: Words) -> Result<(), String> {
        if option == "--meeting" {
            self.meeting = Some(typed.to_owned());
            return Ok(());
        }
        for name in typed.split(',').map(str::trim) {
            let format = Format::from_name(name).ok_or_else(|| words.fail_paper_format(name))?;
            if !self.formats.contains(&format) {
                self.formats.push(format);
            }
        }
        Ok(())
    }
}

/// Which meeting goes into which calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CalendarRequest {
    /// The meeting, named as for the papers; by default the next one that is planned.
    pub(crate) meeting: Option<String>,
    /// The file; by default the standard output.
    pub(crate) output: Option<PathBuf>,
    /// Whether a file that is there may be replaced.
    pub(crate) force: bool,
}

/// How much practice is asked for; without a number of meetings it is a copy that goes when it is left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct DemoRequest {
    /// Meetings of a practice book that stays.
    pub(crate) meetings: Option<usize>,
    /// About how many lines are said at each of them.
    pub(crate) lines: Option<usize>,
    /// The seed of the dice.
    pub(crate) seed: Option<u64>,
}

impl DemoRequest {
    /// Meetings at most: one a week for so long.
    const MEETINGS: u64 = 5_200;
    /// Lines at each at most.
    const LINES: u64 = 20_000;

    /// Takes an option that is a number.
    fn take(&mut self, option: &str, typed: &str, words: Words) -> Result<(), String> {
        let number = |most: u64| {
            let number = typed.parse::<u64>().ok();
            let known = number.filter(|number| (1..=most).contains(number));
            known.ok_or_else(|| words.fail_not_a_count(option, typed, most))
        };
        let count = |most: u64| number(most).map(|number| usize::try_from(number).ok());
        match option {
            "--meetings" => self.meetings = count(Self::MEETINGS)?,
            "--lines" => self.lines = count(Self::LINES)?,
            _ => self.seed = Some(number(u64::from(u32::MAX))?),
        }
        Ok(())
    }

    /// Returns the practice book that is asked for, or nothing where it is a passing copy.
    pub(crate) fn extent(self, words: Words) -> Result<Option<Extent>, String> {
        let Some(meetings) = self.meetings else {
            let alone = self.lines.map(|_| "--lines");
            let alone = alone.or_else(|| self.seed.map(|_| "--seed"));
            return alone.map_or(Ok(None), |option| Err(words.fail_demo_alone(option)));
        };
        Ok(Some(Extent {
            meetings,
            lines: self.lines.unwrap_or(LINES),
            seed: self.seed.unwrap_or(1),
        }))
    }
}

/// The request about the sentences of the papers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PhrasesRequest {
    /// Whether a file is only checked.
    pub(crate) check: bool,
    /// The file that is checked; by default the user's own.
    pub(crate) file: Option<PathBuf>,
}

impl PhrasesRequest {
    /// Says whether a word is the file that is to be checked.
    fn takes(&self, word: &str) -> bool {
        self.check && self.file.is_none() && !word.starts_with('-')
    }
}

/// Which actions go where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ActionsRequest {
    /// The filter, as it would be typed in the register.
    pub(crate) filter: String,
    /// The format; by default that of the file's name, or else lines.
    pub(crate) format: Option<ActionsFormat>,
    /// The file; by default the standard output.
    pub(crate) output: Option<PathBuf>,
    /// Whether a file that is there may be replaced.
    pub(crate) force: bool,
}

impl ActionsRequest {
    fn add(&mut self, word: &str) {
        add_word(&mut self.filter, word);
    }
}

/// Which chapter of the handbook is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct GuideRequest {
    /// The topic as it was typed; none asks for the list of chapters.
    pub(crate) topic: String,
}

impl GuideRequest {
    fn add(&mut self, word: &str) {
        add_word(&mut self.topic, word);
    }
}

/// Adds a word to a line that is typed without quotes.
fn add_word(line: &mut String, word: &str) {
    if !line.is_empty() {
        line.push(' ');
    }
    line.push_str(word);
}

impl Options {
    /// Reads the arguments; the error is a sentence.
    pub(crate) fn read(
        arguments: impl IntoIterator<Item = std::ffi::OsString>,
    ) -> Result<Self, String> {
        let mut options = Self::default();
        let mut parser = Parser::from_args(arguments);
        loop {
            let words = Words::of(options.lang.unwrap_or_default());
            let Some(argument) = parser
                .next()
                .map_err(|error| words.fail_usage(&error.to_string()))?
            else {
                return Ok(options);
            };
            options.take(&argument_of(&argument), &mut parser, words)?;
        }
    }

    fn take(&mut self, argument: &str, parser: &mut Parser, words: Words) -> Result<(), String> {
        let mut value = || parser.value().map_err(|_| words.fail_needs_value(argument));
        let text = |value: std::ffi::OsString| {
            value
                .string()
                .map_err(|error| words.fail_usage(&error.to_string()))
        };
        match (argument, &mut self.request) {
            ("--book", _) => self.book = Some(value()?.into()),
            ("--lang", _) => {
                let code = text(value()?)?;
                self.lang = Some(Lang::of(&code).ok_or_else(|| words.fail_usage(&code))?);
            }
            ("--theme", _) => self.theme = Some(text(value()?)?),
            ("--help" | "-h", _) => self.request = Request::Help,
            ("--version" | "-V", _) => self.request = Request::Version,
            ("--output" | "-o", Request::Minutes(minutes)) => {
                minutes.output = Some(value()?.into());
            }
            ("--day" | "--format", Request::Minutes(minutes)) => {
                minutes.take(argument, &text(value()?)?, words)?;
            }
            ("--force", Request::Minutes(minutes)) => minutes.force = true,
            ("--meeting" | "--format", Request::Papers(papers)) => {
                papers.take(argument, &text(value()?)?, words)?;
            }
            ("--output" | "-o", Request::Papers(papers)) => papers.output = Some(value()?.into()),
            ("--force", Request::Papers(papers)) => papers.force = true,
            ("--meeting", Request::Calendar(calendar)) => calendar.meeting = Some(text(value()?)?),
            ("--output" | "-o", Request::Calendar(calendar)) => {
                calendar.output = Some(value()?.into());
            }
            ("--force", Request::Calendar(calendar)) => calendar.force = true,
            ("--format", Request::Actions(actions)) => {
                let name = text(value()?)?;
                let format = ActionsFormat::of(&name);
                actions.format = Some(format.ok_or_else(|| words.fail_actions_format(&name))?);
            }
            ("--output" | "-o", Request::Actions(actions)) => {
                actions.output = Some(value()?.into());
            }
            ("--force", Request::Actions(actions)) => actions.force = true,
            (word, Request::Actions(actions)) if !word.starts_with('-') => actions.add(word),
            ("--meetings" | "--lines" | "--seed", Request::Demo(demo)) => {
                demo.take(argument, &text(value()?)?, words)?;
            }
            (word, Request::Guide(guide)) if !word.starts_with('-') => guide.add(word),
            ("--check", Request::Phrases(phrases)) => phrases.check = true,
            (file, Request::Phrases(phrases)) if phrases.takes(file) => {
                phrases.file = Some(file.into());
            }
            (verb, request @ Request::Run) => {
                *request = Request::of(verb).ok_or_else(|| words.fail_usage(verb))?;
            }
            (other, _) => return Err(words.fail_usage(other)),
        }
        Ok(())
    }
}

fn argument_of(argument: &Arg) -> String {
    match argument {
        Arg::Short(c) => format!("-{c}"),
        Arg::Long(name) => format!("--{name}"),
        Arg::Value(value) => value.to_string_lossy().into_owned(),
    }
}
