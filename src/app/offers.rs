//! What each choice offers: the options, their names and what explains them.

use crate::app::command::{AppCommand, Command};
use crate::app::desk::picks as desk;
use crate::app::focus::forms as areas;
use crate::app::issues::forms as issues;
use crate::app::issues::forms::IssuesChoice;
use crate::app::keymap::{Binding, Context};
use crate::app::old_choice::Purpose;
use crate::app::papers::choices as papers;
use crate::app::papers::choices::PapersChoice;
use crate::app::picks::Pick;
use crate::app::plan::{self, PlanFrom};
use crate::app::view::View;
use crate::meeting::capture::{self, Sort};
use crate::meeting::cell::Id;
use crate::meeting::code::{NoteKind, Rank};
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::EntryId;
use crate::meeting::roster::Summons;
use crate::meeting::rows::Seat;
use crate::meeting::{agenda, focus, roll_call};
use crate::text::dates::short_date;
use crate::text::width::cut_middle;

/// An option of a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// What it is called.
    pub label: String,
    /// What explains it.
    pub hint: String,
    /// What picking it means.
    pub pick: Pick,
}

impl Offered {
    pub(crate) fn new(label: impl Into<String>, hint: impl Into<String>, pick: Pick) -> Self {
        Self {
            label: label.into(),
            hint: hint.into(),
            pick,
        }
    }
}

/// Says whether a digit picks an option of the choice at once.
pub fn numbered(purpose: &Purpose) -> bool {
    match purpose {
        Purpose::Palette
        | Purpose::Areas
        | Purpose::Behind(..)
        | Purpose::Filter
        | Purpose::Answer
        | Purpose::Turns
        | Purpose::Snippets
        | Purpose::Papers(PapersChoice::Slip)
        | Purpose::Issues(IssuesChoice::Merge(_) | IssuesChoice::Link(_)) => false,
        Purpose::Kind(_)
        | Purpose::Hasty
        | Purpose::LeaveQueue(_)
        | Purpose::Paste(_)
        | Purpose::FocusArea
        | Purpose::Plan
        | Purpose::PlanRoster { .. }
        | Purpose::Roster
        | Purpose::Issues(IssuesChoice::State(_))
        | Purpose::Close
        | Purpose::Papers(
            PapersChoice::Which
            | PapersChoice::Finalise
            | PapersChoice::Unsign
            | PapersChoice::Blanks { .. }
            | PapersChoice::Quoted { .. },
        )
        | Purpose::AreaDeed(_)
        | Purpose::Late(_)
        | Purpose::Came(..)
        | Purpose::Out(_) => true,
    }
}

/// Says whether the options are what the book answers to what was typed, so that nothing is left to be narrowed.
pub fn answers(purpose: &Purpose) -> bool {
    matches!(
        purpose,
        Purpose::Issues(IssuesChoice::Merge(_) | IssuesChoice::Link(_))
    )
}

/// Returns the options of a choice, in their order.
pub fn options(purpose: &Purpose, view: &View) -> Vec<Offered> {
    let of_meeting = |offer: &dyn Fn(&Dossier, &View) -> Vec<Offered>| {
        view.dossier
            .map_or_else(Vec::new, |dossier| offer(dossier, view))
    };
    match purpose {
        Purpose::Palette => palette(view),
        Purpose::Hasty => of_meeting(&desk::hasty),
        Purpose::LeaveQueue(to) => {
            of_meeting(&|dossier, view| desk::leave_queue(*to, dossier, view))
        }
        Purpose::Paste(text) => desk::paste(text, view),
        Purpose::Filter => of_meeting(&desk::filters),
        Purpose::Answer => desk::answers(view),
        Purpose::Turns => of_meeting(&desk::turns),
        Purpose::Snippets => desk::snippets(view),
        Purpose::Kind(entry) => kinds(*entry, view),
        Purpose::FocusArea => of_meeting(&focus_areas),
        Purpose::Plan => plan_sources(view),
        Purpose::PlanRoster { from, values } => rosters(view, |roster| Pick::PlanRoster {
            from: *from,
            values: values.clone(),
            roster,
        }),
        Purpose::Roster => rosters(view, Pick::Roster),
        Purpose::Issues(choice) => issues::options(*choice, view),
        Purpose::Papers(choice) => {
            of_meeting(&|dossier, view| papers::options(choice, dossier, view))
        }
        Purpose::Close => vec![
            Offered::new(view.words.option_yes(), unmarked(view), Pick::CloseMeeting),
            Offered::new(view.words.option_no(), "", Pick::Nothing),
        ],
        Purpose::Late(seat) => of_meeting(&|dossier, view| late(*seat, dossier, view)),
        Purpose::Came(seat, rank) => vec![
            Offered::new(view.words.option_came_now(), "", came(*seat, *rank, true)),
            Offered::new(view.words.option_was_there(), "", came(*seat, *rank, false)),
        ],
        Purpose::Out(seat) => of_meeting(&|dossier, view| out(*seat, dossier, view)),
        Purpose::Areas => areas::areas(view),
        Purpose::AreaDeed(area) => areas::deeds(*area, view),
        Purpose::Behind(row, column) => areas::behind(*row, *column, view),
    }
}

/// The commands of this screen, those of everywhere, then those of the other screens.
fn palette(view: &View) -> Vec<Offered> {
    let rank = |context: Context| match context.screen() {
        Some(screen) if screen == view.screen => Some(0),
        Some(_) => Some(2),
        None => (context == Context::Everywhere).then_some(1),
    };
    let mut rows: Vec<(i32, &Binding)> = view
        .keymap
        .0
        .iter()
        .filter_map(|binding| Some((rank(binding.context)?, binding)))
        .collect();
    rows.sort_by_key(|(rank, _)| *rank);
    rows.into_iter()
        .filter(|(_, binding)| binding.command != Command::App(AppCommand::Palette))
        .map(|(_, binding)| {
            let screen = binding.context.screen();
            let elsewhere = screen.filter(|screen| *screen != view.screen);
            let place = elsewhere
                .map(|screen| format!("{} · ", view.words.screen(screen)))
                .unwrap_or_default();
            let label = format!("{place}{}", (binding.words)(view.words));
            Offered::new(
                label,
                binding.keys_shown(),
                Pick::Command(elsewhere, binding.command),
            )
        })
        .collect()
}

/// Who may have come late, each by name where it is known.
fn late(id: Id<Seat>, dossier: &Dossier, view: &View) -> Vec<Offered> {
    let seat = dossier.seats.get(id);
    let name = |name: fn(&Seat) -> &Option<String>| {
        seat.and_then(|seat| name(seat).clone()).unwrap_or_default()
    };
    let words = view.words;
    vec![
        Offered::new(
            words.field_secretary(),
            name(|seat| &seat.secretary),
            Pick::Late(id, Rank::Secretary),
        ),
        Offered::new(
            words.field_deputy(),
            name(|seat| &seat.deputy),
            Pick::Late(id, Rank::StandingDeputy),
        ),
        Offered::new(words.option_substitute(), "", Pick::LateSubstitute(id)),
    ]
}

/// What has to be known before the meeting is closed: how many units were not marked.
fn unmarked(view: &View) -> String {
    let left = view
        .dossier
        .map_or(0, |dossier| roll_call::counts(dossier).not_marked);
    if left > 0 {
        view.words.count_not_marked(left)
    } else {
        String::new()
    }
}

/// One who comes, late or not; of who came for the two that are summoned, the name is asked first.
fn came(seat: Id<Seat>, rank: Rank, is_late: bool) -> Pick {
    match (rank, is_late) {
        (Rank::Other, true) => Pick::LateSubstitute(seat),
        (Rank::Other, false) => Pick::Substitute(seat),
        (Rank::Secretary | Rank::StandingDeputy, true) => Pick::Late(seat, rank),
        (Rank::Secretary | Rank::StandingDeputy, false) => Pick::Present(seat, rank),
    }
}

/// The items that a delegate may be out for.
fn out(id: Id<Seat>, dossier: &Dossier, view: &View) -> Vec<Offered> {
    let items = agenda::items(dossier).into_iter();
    items
        .map(|item| {
            let glyph = view.words.item_glyph(agenda::state(dossier, item));
            Offered::new(item.title.as_str(), glyph, Pick::Out(id, item.id))
        })
        .collect()
}

fn kinds(entry: EntryId, view: &View) -> Vec<Offered> {
    let unsigned = NoteKind::ALL
        .iter()
        .filter(|kind| capture::sign(Sort::Note(**kind)).is_none());
    let sorts = capture::signs()
        .map(|(_, sort)| sort)
        .chain(unsigned.map(|kind| Sort::Note(*kind)));
    sorts
        .map(|sort| {
            let sign = capture::sign(sort).map(String::from).unwrap_or_default();
            Offered::new(
                view.words.sort(sort, NoteKind::Information),
                sign,
                Pick::Kind(entry, sort),
            )
        })
        .collect()
}

fn focus_areas(dossier: &Dossier, view: &View) -> Vec<Offered> {
    focus::in_force(dossier)
        .into_iter()
        .map(|area| {
            let short = view.words.area_name(area);
            Offered::new(short, "", Pick::FocusArea(area.number))
        })
        .collect()
}

fn plan_sources(view: &View) -> Vec<Offered> {
    let source = |from: PlanFrom, label: &'static str| {
        let form = plan::form(from, view)?;
        let title = form
            .lines
            .first()
            .map(|line| cut_middle(line.text(), 48).into_owned())
            .unwrap_or_default();
        Some(Offered::new(label, title, Pick::Plan(from)))
    };
    [
        source(PlanFrom::Last, view.words.option_from_last()),
        source(PlanFrom::Template, view.words.option_from_template()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn rosters(view: &View, pick: impl Fn(usize) -> Pick) -> Vec<Offered> {
    let offered = view
        .shelf
        .offer
        .iter()
        .flat_map(|offer| &offer.rosters)
        .enumerate();
    offered
        .map(|(position, summons)| {
            Offered::new(
                summons.roster.name.as_str(),
                validity(summons, view),
                pick(position),
            )
        })
        .collect()
}

fn validity(summons: &Summons, view: &View) -> String {
    let until = summons
        .roster
        .valid_to
        .map(|day| view.words.roster_until(&short_date(day)));
    let in_use = summons
        .roster
        .chosen
        .then(|| view.words.roster_current().to_owned());
    until
        .into_iter()
        .chain(in_use)
        .collect::<Vec<_>>()
        .join(" · ")
}
