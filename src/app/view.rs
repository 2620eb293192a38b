//! The view of a screen: the open meeting, the answers of the book, the time, the words and the key table.

use std::path::PathBuf;

use chrono::{Datelike, NaiveDate};

use super::keymap::Keymap;
use crate::app::config::Origins;
use crate::app::effect::ImportInto;
use crate::app::key::Key;
use crate::app::outbox::Outbox;
use crate::app::status::Status;
use crate::meeting::actions::import::ProgressImport;
use crate::meeting::actions::{ActionCard, AssignmentLine, Numbers, Query, Register};
use crate::meeting::capture::Lore;
use crate::meeting::cell::Id;
use crate::meeting::change::{Ids, Moment};
use crate::meeting::code::{MeetingState, PaperKind};
use crate::meeting::documents::Presented;
use crate::meeting::dossier::{Dossier, Rows};
use crate::meeting::filter::{Lexicon, LineFilter};
use crate::meeting::focus::edit::UsedArea;
use crate::meeting::focus::{Board, Trend};
use crate::meeting::handover::{Estate, Handing};
use crate::meeting::issues::{IssueCard, IssueLine, IssueLog, IssueQuery, Resolving};
use crate::meeting::look_back::{Outstanding, Retrospect};
use crate::meeting::notes::{Known, Writing};
use crate::meeting::page::Page;
use crate::meeting::papers::seal::{Touched, is_sealed};
use crate::meeting::papers::{Against, Ledger, Past};
use crate::meeting::plan::{Given, Planning};
use crate::meeting::put_off::Next;
use crate::meeting::readiness::Lacking;
use crate::meeting::roster::import::Import;
use crate::meeting::roster::{Rosters, Summons};
use crate::meeting::rows;
use crate::meeting::rows::{
    Action, DayOff, Issue, Meeting, Roster, SavedFilter, Seat, Snippet, Unit,
};
use crate::meeting::search::Hit;
use crate::meeting::settings::BookSettings;
use crate::meeting::suggestions::Suggestion;
use crate::meeting::turnout::{History, TurnoutYear};
use crate::meeting::ward::WardCard;
use crate::meeting::year::Yearbook;
use crate::papers::Document;
use crate::papers::brief::{Stage, Which};
use crate::papers::difference::Passage;
use crate::papers::phrases::{Mistake, Phrases, Retired};
use crate::papers::places::SignedLine;
use crate::papers::remarks::Remark;
use crate::papers::screen::Layout;
use crate::text::dates::Instant;
use crate::text::telex::Method;
use crate::words::Words;

/// The cache of the book's answers, each with its question. `None`: not asked yet, or out of date.
#[derive(Debug, Default)]
pub struct Shelf {
    /// The meetings of the book.
    pub(crate) meetings: Option<Page<Meeting>>,
    /// The actions that came from the selected meeting: how many, and how many assignments of them are open.
    pub(crate) given: Option<(Id<Meeting>, Given)>,
    /// What the selected meeting, which has not begun, lacks for its papers.
    pub(crate) lacking: Option<(Id<Meeting>, Lacking)>,
    /// The number of open things in the whole book.
    pub(crate) owed: Option<Outstanding>,
    /// The issue log as it was asked for.
    pub(crate) issues: Option<(IssueQuery, IssueLog)>,
    /// The issue that is shown whole, or selected.
    pub(crate) issue: Option<IssueCard>,
    /// The issue to be merged, the typed words, and the issues that it can be merged with.
    pub(crate) mergeable: Option<(Id<Issue>, String, Vec<IssueLine>)>,
    /// The typed words, and the actions that may resolve the issue.
    pub(crate) linkable: Option<(String, Vec<Resolving>)>,
    /// The register as it was asked for.
    pub(crate) actions: Option<(Query, Register)>,
    /// The names that a filter may use.
    pub(crate) lexicon: Option<Lexicon>,
    /// An action whole: the one that is shown, or the one on the selected line.
    pub(crate) card: Option<ActionCard>,
    /// The part whose report is written.
    pub(crate) part: Option<AssignmentLine>,
    /// The actions that were looked at since the round of the review began.
    pub(crate) looked: Option<Vec<Id<Action>>>,
    /// The parts that were selected to be reported together.
    pub(crate) chosen: Option<Vec<AssignmentLine>>,
    /// The filters that were given names.
    pub(crate) saved: Option<Vec<SavedFilter>>,
    /// The heat map: a cell for each unit and focus area.
    pub(crate) board: Option<Board>,
    /// How they stood at the last meetings.
    pub(crate) trend: Option<Trend>,
    /// The focus areas, for whoever edits them.
    pub(crate) areas: Option<Vec<UsedArea>>,
    /// A year in numbers.
    pub(crate) yearbook: Option<Yearbook>,
    /// The lines that answer a query.
    pub(crate) hits: Option<(LineFilter, Vec<Hit>)>,
    /// The card of the unit that has the floor or is named in the line.
    pub(crate) ward: Option<(Id<Unit>, WardCard)>,
    /// The issues that wait for an answer, the oldest first.
    pub(crate) open: Option<Vec<IssueLine>>,
    /// The documents that were cited, the latest first.
    pub(crate) citations: Option<Vec<String>>,
    /// The phrases that letters stand for.
    pub(crate) snippets: Option<Vec<Snippet>>,
    /// The days off of the book, while no meeting is open that has them.
    pub(crate) days_off: Option<Rows<DayOff>>,
    /// The documents of the open meeting.
    pub(crate) presented: Option<Vec<Presented>>,
    /// The first documents whose names begin with this text.
    pub(crate) named_documents: Option<(String, Vec<rows::Document>)>,
    /// The next numbers for life.
    pub(crate) numbers: Option<Numbers>,
    /// The meetings and templates that a meeting can be planned from.
    pub(crate) offer: Option<Offer>,
    /// The meeting that is planned next after the open one, if one is.
    pub(crate) following: Option<(Id<Meeting>, Option<Box<Next>>)>,
    /// The rosters of the book.
    pub(crate) rosters: Option<Rosters>,
    /// How a unit came to the last meetings, but for one.
    pub(crate) history: Option<(Id<Unit>, Option<Id<Meeting>>, History)>,
    /// How all units came over a year.
    pub(crate) year: Option<TurnoutYear>,
    /// The folder from which a file was last read in.
    pub(crate) import_folder: Option<String>,
    /// A file, and its changes to the book.
    pub(crate) import: Option<(PathBuf, Imported)>,
    /// The reminder of a unit, or of all late units, with its text; there is no text when nothing is late.
    pub(crate) reminder: Option<(Option<Id<Unit>>, Option<String>)>,
    /// The review of the open meeting.
    pub(crate) look_back: Option<Retrospect>,
    /// The open lines of the units that have ended by a day.
    pub(crate) estate: Option<(NaiveDate, Estate)>,
    /// The part that is handed over by hand.
    pub(crate) handing: Option<Handing>,
    /// The settings of the book.
    pub(crate) settings: Option<BookSettings>,
    /// The versions of the open meeting that were handed out, for whoever corrects it.
    pub(crate) ledger: Option<Ledger>,
    /// The versions of a paper that are looked at.
    pub(crate) past: Option<Past>,
    /// The difference between two versions: which paper, which version, and the other side.
    pub(crate) difference: Option<((Which, usize, Against), Vec<Passage>)>,
    pub(crate) paper: Option<Previewed>,
    /// The lines of a signed paper, for whoever corrects it.
    pub(crate) signed_lines: Option<(PaperKind, Vec<SignedLine>)>,
    /// The letters of the papers to be signed that cannot be printed.
    pub(crate) unprintable: Option<Vec<Remark>>,
}

impl Shelf {
    /// Returns the query of the register as it is shown, or that of all open actions.
    pub(crate) fn register_query(&self, today: NaiveDate) -> Query {
        let cached = self.actions.as_ref();
        cached.map_or_else(|| Query::all(today), |(query, _)| query.clone())
    }
}

/// A paper as it is shown, with the columns and the time that it was laid out for.
#[derive(Debug)]
pub(crate) struct Previewed {
    /// Which paper.
    pub(crate) which: Which,
    /// The columns it was laid out for.
    pub(crate) columns: usize,
    /// The day on which it was made.
    pub(crate) today: NaiveDate,
    pub(crate) stage: Stage,
    pub(crate) document: Document,
    /// The lines of the document, broken for the screen.
    pub(crate) layout: Layout,
    /// The remarks on it.
    pub(crate) remarks: Vec<Remark>,
    /// What may be slips in what it was made from.
    pub(crate) suggestions: Vec<Suggestion>,
}

/// The settings of the program itself, and where they are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// The name of the theme.
    pub(crate) theme: String,
    /// Where papers and tables go unless the user names another place.
    pub(crate) outbox: Outbox,
    /// Where each value comes from.
    pub(crate) origins: Origins,
    /// The file of the configuration, where the platform has a place for it.
    pub(crate) config: Option<PathBuf>,
    /// The file of the sentences of the papers.
    pub(crate) phrases: Option<PathBuf>,
    /// How that file is.
    pub(crate) wording: Wording,
}

/// The state of the file with the sentences of the papers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Wording {
    /// There is no file: the papers have the sentences of the program.
    #[default]
    Own,
    /// The papers have its sentences, but for these, which no paper says any more.
    Read(Vec<Retired>),
    /// The file has a mistake: the papers have the sentences of the program.
    Broken(Mistake),
    /// It could not be read, and why.
    Unread(String),
}

/// Says where the file of the sentences of the papers is wrong, and why.
pub(crate) fn misworded(file: &str, mistake: &Mistake, words: Words) -> String {
    words.fail_phrases(file, &mistake.sentence(words))
}

/// The changes that a file would make.
#[derive(Debug)]
pub(crate) enum Imported {
    Roster(Id<Roster>, Import),
    /// On the parts of units.
    Progress(ProgressImport),
}

impl Imported {
    /// Returns the target of the import.
    pub(crate) fn into(&self) -> ImportInto {
        match self {
            Self::Roster(roster, _) => ImportInto::Roster(*roster),
            Self::Progress(_) => ImportInto::Progress,
        }
    }

    /// Returns how many lines the file has.
    pub(crate) fn lines(&self) -> usize {
        match self {
            Self::Roster(_, import) => import.lines.len(),
            Self::Progress(import) => import.lines.len(),
        }
    }
}

/// The sources that a meeting can be planned from.
#[derive(Debug)]
pub(crate) struct Offer {
    /// The agenda template of the book.
    pub(crate) template: Planning,
    pub(crate) last: Option<Planning>,
    /// When the next meeting is held, in the rhythm of the last ones.
    pub(crate) starts: Instant,
    /// The rosters with their units, the one for new meetings first.
    pub(crate) rosters: Vec<Summons>,
    /// The units that have a last day and still owe something.
    pub(crate) leaving: Vec<Unit>,
}

/// The view of a screen; drawing it changes nothing.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The open meeting.
    pub dossier: Option<&'a Dossier>,
    /// The answers of the book.
    pub shelf: &'a Shelf,
    /// The phrases of the language.
    pub words: Words,
    /// The time.
    pub now: Instant,
    /// Where new ids come from.
    pub ids: &'a Ids,
    /// Columns of the screen's body.
    pub columns: u16,
    /// Rows of the screen's body.
    pub rows: u16,
    /// The key table.
    pub keymap: Keymap,
    /// Names of the themes to choose from.
    pub themes: &'a [String],
    /// The built-in typing method, if one is switched on.
    pub typing: Option<Method>,
    /// The lines that were typed on the desk before, the latest last.
    pub typed: &'a [String],
    /// The settings of the program itself.
    pub preferences: &'a Preferences,
    /// The user's own sentences of the papers.
    pub phrases: Option<&'a Phrases>,
    /// The screen that is shown.
    pub screen: crate::app::command::ScreenId,
    /// The key that is being answered.
    pub key: Option<Key>,
}

impl<'a> View<'a> {
    /// Returns a seat of the open meeting, and that meeting.
    pub(crate) fn seat(&self, id: Id<Seat>) -> Option<(&'a Dossier, &'a Seat)> {
        let dossier = self.dossier?;
        Some((dossier, dossier.seats.get(id)?))
    }

    /// Returns the character of the key that is being answered, if it has one: a command may have to be text.
    pub(crate) fn typed_char(&self) -> Option<char> {
        if let Some(Key::Char(typed)) = self.key {
            Some(typed)
        } else {
            None
        }
    }

    pub(crate) fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// Returns the days off of the book, by which every day is computed.
    pub(crate) fn days_off(&self) -> &'a Rows<DayOff> {
        static UNKNOWN: Rows<DayOff> = Rows::NONE;
        let own = || self.shelf.days_off.as_ref().unwrap_or(&UNKNOWN);
        self.dossier.map_or_else(own, |dossier| &dossier.days_off)
    }

    /// Returns the year that is looked at first: that of the open meeting, or else today's.
    pub(crate) fn year(&self) -> i32 {
        let open = self.dossier.map(|dossier| dossier.meeting.starts.year());
        open.unwrap_or_else(|| self.today().year())
    }

    /// Refuses to change the record of the open meeting, where it is signed.
    pub(crate) fn sealed(&self) -> Option<Status> {
        self.seal_on(|dossier| Touched::Record(dossier.meeting.id))
    }

    /// Refuses to go on with the open meeting, where it is over.
    pub(crate) fn over(&self) -> Option<Status> {
        let closed = self
            .dossier
            .filter(|dossier| dossier.meeting.state == MeetingState::Closed);
        let why = || closed.map(|_| Status::warned(self.words.why_closed()));
        self.sealed().or_else(why)
    }

    /// Refuses to change something of the open meeting, where the seal protects it.
    pub(crate) fn seal_on(&self, touched: impl Fn(&Dossier) -> Touched) -> Option<Status> {
        let ledger = self.shelf.ledger.as_ref();
        let mut dossier = self.dossier.into_iter();
        dossier
            .any(|dossier| is_sealed(dossier, ledger, touched(dossier)))
            .then(|| Status::warned(self.why_signed()))
    }

    /// Returns why what is signed is not changed, with the way that is left: once a paper is out the signature stays.
    pub(crate) fn why_signed(&self) -> &'static str {
        if self.shelf.ledger.as_ref().is_some_and(Ledger::is_out) {
            self.words.why_signed_out()
        } else {
            self.words.why_signed()
        }
    }

    /// Returns the present moment, for a change to the book.
    pub(crate) fn moment(&self) -> Moment<'_> {
        self.ids.at(self.now)
    }

    /// Returns the data of the book that a capture line may refer to.
    pub(crate) fn known(&self) -> Known<'_> {
        Known {
            numbers: self.numbers(),
            open: self.shelf.open.as_deref().unwrap_or_default(),
            citations: self.shelf.citations.as_deref().unwrap_or_default(),
        }
    }

    /// Returns the writing of lines into a meeting.
    pub(crate) fn writing<'b>(&'b self, dossier: &'b Dossier) -> Writing<'b> {
        Writing::new(dossier, self.known(), self.ids)
    }

    /// Returns the data for completion.
    pub(crate) fn lore<'b>(&'b self, dossier: &'b Dossier) -> Lore<'b> {
        Lore {
            dossier,
            citations: self.shelf.citations.as_deref().unwrap_or_default(),
            open: self.shelf.open.as_deref().unwrap_or_default(),
        }
    }

    /// Returns the next numbers for life.
    pub(crate) fn numbers(&self) -> Numbers {
        self.shelf.numbers.unwrap_or(Numbers {
            action: 1,
            issue: 1,
        })
    }
}
