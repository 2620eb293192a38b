//! What picking an option asks of the program.

use crate::app::command::{Command, DeskCommand, ScreenId};
use crate::app::desk::picks::DeskPick;
use crate::app::effect::Effect;
use crate::app::focus::forms::AreaForm;
use crate::app::focus::{behind, forms as areas};
use crate::app::handover;
use crate::app::issues::forms as issues;
use crate::app::issues::forms::IssuesPick;
use crate::app::papers::choices as papers;
use crate::app::papers::choices::PapersPick;
use crate::app::plan::{self, PlanFrom};
use crate::app::roll_call::forms;
use crate::app::status::Status;
use crate::app::submit::done;
use crate::app::view::View;
use crate::meeting::capture::{Capture, Sort};
use crate::meeting::cell::Id;
use crate::meeting::code::{MeetingState, NoteKind, Rank};
use crate::meeting::dossier::Dossier;
use crate::meeting::focus::{ColumnKey, RowKey};
use crate::meeting::notes::{self, EntryId};
use crate::meeting::roll_call::{self, Delegate, Mark};
use crate::meeting::rows::{AgendaItem, FocusArea, Seat};
use crate::meeting::{agenda, plan as planning};

/// An option, by what picking it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A command, and the screen that answers it if it is another one.
    Command(Option<ScreenId>, Command),
    /// Something of the desk.
    Desk(DeskPick),
    /// Turns a line of the stream into another sort.
    Kind(EntryId, Sort),
    /// Adds the focus area of this number to the line of the desk and writes it.
    FocusArea(i64),
    /// Plans a meeting.
    Plan(PlanFrom),
    /// Plans the meeting of a filled form with the roster at this place.
    PlanRoster {
        /// What it is planned from.
        from: PlanFrom,
        /// What the form held.
        values: Vec<String>,
        /// The place of the roster.
        roster: usize,
    },
    /// Gives the open meeting the roster at this place.
    Roster(usize),
    /// Something of the issue log.
    Issues(IssuesPick),
    /// Something of the papers.
    Papers(PapersPick),
    /// Closes the meeting.
    CloseMeeting,
    /// Marks a seat present and late.
    Late(Id<Seat>, Rank),
    /// Marks a seat present.
    Present(Id<Seat>, Rank),
    /// Asks who came for the one that was summoned.
    Substitute(Id<Seat>),
    /// Asks who came late for the one that was summoned.
    LateSubstitute(Id<Seat>),
    /// Marks a seat out for an item.
    Out(Id<Seat>, Id<AgendaItem>),
    /// Asks what becomes of a focus area.
    Area(Id<FocusArea>),
    /// Shows a form of a focus area.
    AreaForm(AreaForm),
    /// Shows the actions behind a cell of the heat map.
    Behind(RowKey, ColumnKey),
    /// Leaves everything as it is.
    Nothing,
}

/// Returns what picking the option asks of the program.
pub fn effects(pick: Pick, view: &View) -> Vec<Effect> {
    match pick {
        Pick::Nothing => vec![Effect::Close],
        Pick::Command(elsewhere, command) => {
            let go = elsewhere.map(Effect::Go);
            [Effect::Close]
                .into_iter()
                .chain(go)
                .chain([Effect::Run(command)])
                .collect()
        }
        Pick::FocusArea(number) => vec![
            Effect::Close,
            Effect::Append(format!(" #{number}")),
            Effect::Run(Command::Desk(DeskCommand::Write)),
        ],
        Pick::Plan(from) => plan::form(from, view)
            .map(|form| vec![Effect::Fill(form)])
            .unwrap_or_default(),
        Pick::PlanRoster {
            from,
            values,
            roster,
        } => plan::with_roster(from, &values, roster, view)
            .unwrap_or_else(|refusal| vec![Effect::Say(Status::warned(refusal.why))]),
        Pick::Desk(pick) => crate::app::desk::picks::effects(pick, view),
        Pick::Issues(pick) => issues::picked(pick, view),
        Pick::Papers(pick) => papers::picked(pick, view),
        Pick::Area(area) => areas::deed(area),
        Pick::AreaForm(form) => areas::form(form, view),
        Pick::Behind(row, column) => behind(row, column, view),
        Pick::Kind(..)
        | Pick::Roster(_)
        | Pick::CloseMeeting
        | Pick::Late(..)
        | Pick::Present(..)
        | Pick::Substitute(_)
        | Pick::LateSubstitute(_)
        | Pick::Out(..) => match view.dossier {
            Some(dossier) => in_meeting(&pick, dossier, view),
            None => vec![Effect::Say(Status::warned(view.words.why_no_meeting()))],
        },
    }
}

fn in_meeting(pick: &Pick, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let words = view.words;
    match pick {
        Pick::Kind(entry, sort) => retype(*entry, *sort, dossier, view),
        Pick::Roster(position) => change_roster(*position, dossier, view),
        Pick::CloseMeeting => done(
            words.told_closed().to_owned(),
            agenda::close(dossier, view.now),
        ),
        Pick::Present(seat, rank) => {
            marked(*seat, &Mark::Came(Delegate::Summoned(*rank)), dossier, view)
        }
        Pick::Late(seat, rank) => {
            let mark = Mark::Arrived(Delegate::Summoned(*rank));
            marked(*seat, &mark, dossier, view)
        }
        Pick::Out(seat, item) => marked(*seat, &Mark::Out(*item), dossier, view),
        Pick::Substitute(seat) => substitute(*seat, false, dossier),
        Pick::LateSubstitute(seat) => substitute(*seat, true, dossier),
        Pick::Command(..)
        | Pick::Desk(_)
        | Pick::FocusArea(_)
        | Pick::Plan(_)
        | Pick::PlanRoster { .. }
        | Pick::Issues(_)
        | Pick::Papers(_)
        | Pick::Area(_)
        | Pick::AreaForm(_)
        | Pick::Behind(..)
        | Pick::Nothing => Vec::new(),
    }
}

fn substitute(seat: Id<Seat>, is_late: bool, dossier: &Dossier) -> Vec<Effect> {
    let form = dossier
        .seats
        .get(seat)
        .map(|seat| forms::substitute(seat, dossier, is_late));
    form.map_or_else(Vec::new, |form| vec![Effect::Fill(form)])
}

fn marked(id: Id<Seat>, mark: &Mark, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let Some(seat) = dossier.seats.get(id) else {
        return vec![Effect::Close];
    };
    match roll_call::mark(dossier, id, mark, view.moment()) {
        Ok(changes) => done(
            view.words.told_marked(&seat.name, &view.words.mark(mark)),
            changes,
        ),
        Err(refusal) => [Effect::Close]
            .into_iter()
            .chain(forms::refused(refusal, seat, view.words))
            .collect(),
    }
}

fn retype(id: EntryId, sort: Sort, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let Some(entry) = notes::entry(dossier, id) else {
        return vec![Effect::Close];
    };
    let line = Capture {
        sort,
        ..notes::capture_of(dossier, entry)
    };
    let name = view.words.sort(sort, NoteKind::Information);
    match view.writing(dossier).rewrite(entry, &line) {
        Ok(changes) => done(view.words.told_rewritten(name), changes),
        Err(refusal) => vec![
            Effect::Close,
            Effect::Say(Status::warned(view.words.refusal(refusal))),
        ],
    }
}

fn change_roster(position: usize, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let Some(offer) = &view.shelf.offer else {
        return vec![Effect::Close];
    };
    if dossier.meeting.state != MeetingState::Planned {
        return vec![
            Effect::Close,
            Effect::Say(Status::warned(view.words.why_not_planned())),
        ];
    }
    let Some(summons) = offer.rosters.get(position) else {
        return vec![Effect::Close];
    };
    if planning::names_wards(dossier) {
        return vec![
            Effect::Close,
            Effect::Say(Status::warned(view.words.why_roster_spoken_for())),
        ];
    }
    let rosters = offer.rosters.iter().map(|other| &other.roster);
    let mut changes = planning::change_roster(dossier, summons, view.ids);
    changes.extend(planning::choose_roster(rosters, summons.roster.id));
    let day = dossier.meeting.starts.date_naive();
    let mut effects = done(view.words.told_roster(&summons.roster.name), changes);
    effects.extend(handover::offered(offer, summons, day));
    effects
}
