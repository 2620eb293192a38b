//! The choices of the roll call: who came late, whether somebody has only come now, for which item somebody is out.

use serde::{Deserialize, Serialize};

use crate::app::choice::{Choice, ChoicePurpose, ChoiceSpec, Offered, in_meeting};
use crate::app::effect::{Effect, done, gone};
use crate::app::form::Form;
use crate::app::kept::Kept;
use crate::app::questions::Questions;
use crate::app::roll_call::forms::{self, RollCallForm};
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::change::Change;
use crate::meeting::code::Rank;
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call::{Delegate, Mark};
use crate::meeting::roster::fill;
use crate::meeting::rows::Seat;
use crate::meeting::{agenda, roll_call};
use crate::store::Failure;
use crate::text::dates::short_date;
use crate::text::width::cut_middle;
use crate::words::Words;

/// The columns of a reason beside the mark for which it is given up.
const REASON: usize = 36;

/// A choice of the roll call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum RollCallChoice {
    /// The rank of a delegate who came late.
    Late(Id<Seat>),
    /// Whether one who was marked absent has only come now, or was there all the time.
    Came(Id<Seat>, Rank),
    /// For which item a delegate is out.
    Out(Id<Seat>),
    /// Whether the name of a substitute, or the reason of an absence, is given up for another mark.
    Wipe(Id<Seat>, Wipe),
    /// Whether the names that the meeting lacks are taken from the roster, which has just been read in.
    FillNames,
}

/// A mark in whose place the name of a substitute, or the reason of an absence, would be lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Wipe {
    Came(Rank),
    Excused,
    Absent,
    Clear,
}

impl Kept for RollCallChoice {
    const NAME: &'static str = "RollCall";
}

impl ChoicePurpose for RollCallChoice {
    fn spec(&self, view: &View) -> ChoiceSpec {
        let (id, spec) = match *self {
            Self::Late(seat) => (seat, late_choice(seat, view)),
            Self::Came(seat, rank) => (seat, came_choice(seat, rank, view)),
            Self::Out(seat) => (seat, out_choice(seat, view)),
            Self::Wipe(seat, wipe) => (seat, wipe_choice(seat, wipe, view)),
            Self::FillNames => return fill_names(view),
        };
        spec.about(view.dossier.and_then(|dossier| dossier.seats.get(id)))
    }

    fn ask(&self, _: &str, book: &mut Questions) -> Result<(), Failure> {
        match self {
            Self::FillNames => book.rosters(),
            Self::Late(_) | Self::Came(..) | Self::Out(_) | Self::Wipe(..) => Ok(()),
        }
    }
}

/// Asks for which names the meeting takes from the roster.
pub(super) fn ask_fill_names(view: &View) -> Vec<Effect> {
    view.sealed().map_or_else(
        || vec![Effect::Choose(Choice::new(RollCallChoice::FillNames))],
        |refusal| vec![Effect::Say(refusal)],
    )
}

/// Whether the open meeting takes the names that it lacks from the rosters.
fn fill_names(view: &View) -> ChoiceSpec {
    let words = view.words;
    let options = in_meeting(view, |dossier| {
        let names = lacking_names(dossier, view);
        if names.is_empty() {
            return vec![Offered::nothing(words.option_no_names(), "")];
        }
        let take = Offered::in_meeting(
            words.option_fill_names(names.len()),
            short_date(dossier.meeting.starts.date_naive()),
            |dossier, view| {
                let names = lacking_names(dossier, view);
                if names.is_empty() {
                    return gone(view.words);
                }
                done(view.words.told_names_filled(names.len()), names)
            },
        );
        vec![take, Offered::nothing(words.option_no(), "")]
    });
    ChoiceSpec::new(words.choose_fill_names(), options)
}

fn lacking_names(dossier: &Dossier, view: &View) -> Vec<Change> {
    let rosters = view.shelf.rosters.as_ref();
    rosters.map_or_else(Vec::new, |rosters| fill::empty_names(dossier, rosters, &[]))
}

/// Who may have come late, each by name where it is known.
fn late_choice(id: Id<Seat>, view: &View) -> ChoiceSpec {
    let words = view.words;
    let seat = view.dossier.and_then(|dossier| dossier.seats.get(id));
    let name = |name: fn(&Seat) -> &Option<String>| {
        seat.and_then(|seat| name(seat).clone()).unwrap_or_default()
    };
    let late = |label: &str, hint: String, rank| {
        marks(label, hint, id, Mark::Arrived(Delegate::Summoned(rank)))
    };
    let options = vec![
        late(
            words.field_secretary(),
            name(|seat| &seat.secretary),
            Rank::Secretary,
        ),
        late(
            words.field_deputy(),
            name(|seat| &seat.deputy),
            Rank::StandingDeputy,
        ),
        fills(words.option_substitute(), RollCallForm::LateSubstitute(id)),
    ];
    ChoiceSpec::new(words.choose_late(), options)
}

/// Whether one has only come, or was not seen; of who came for the two that are summoned, the name is asked first.
fn came_choice(id: Id<Seat>, rank: Rank, view: &View) -> ChoiceSpec {
    let words = view.words;
    let (now, before) = (words.option_came_now(), words.option_was_there());
    let options = match rank {
        Rank::Other => vec![
            fills(now, RollCallForm::LateSubstitute(id)),
            fills(before, RollCallForm::Substitute(id)),
        ],
        Rank::Secretary | Rank::StandingDeputy => {
            let delegate = Delegate::Summoned(rank);
            vec![
                marks(now, "", id, Mark::Arrived(delegate.clone())),
                marks(before, "", id, Mark::Came(delegate)),
            ]
        }
    };
    ChoiceSpec::new(words.choose_came(), options)
}

/// Whether what was entered stays, is corrected, or gives way to another mark.
fn wipe_choice(id: Id<Seat>, wipe: Wipe, view: &View) -> ChoiceSpec {
    let words = view.words;
    let base = view
        .dossier
        .and_then(|dossier| roll_call::base(dossier, id));
    if let Some(reason) = base.and_then(|event| event.reason.as_deref()) {
        return wipe_reason(id, wipe, reason, words);
    }
    let name = base.and_then(|event| event.person.as_deref());
    let name = name.unwrap_or_default();
    let mark = match wipe {
        Wipe::Came(rank) => Some(Mark::Came(Delegate::Summoned(rank))),
        Wipe::Excused => None,
        Wipe::Absent => Some(Mark::Absent),
        Wipe::Clear => Some(Mark::Clear),
    };
    let drop = if let Some(mark) = mark {
        let label = words.option_drop_substitute(&words.mark(&mark), name);
        marks(&label, "", id, mark)
    } else {
        let excused = words.mark(&Mark::Excused { reason: None });
        let label = words.option_drop_substitute(&excused, name);
        fills(&label, RollCallForm::Excused(id))
    };
    let options = vec![
        Offered::nothing(words.option_keep_substitute(name), ""),
        fills(
            words.option_correct_substitute(),
            RollCallForm::Substitute(id),
        ),
        drop,
    ];
    ChoiceSpec::new(words.choose_wipe(), options)
}

/// Whether the reason of an absence stays, is corrected, or gives way to another mark.
fn wipe_reason(id: Id<Seat>, wipe: Wipe, reason: &str, words: Words) -> ChoiceSpec {
    let reason = cut_middle(reason, REASON);
    let label = |mark: &Mark| words.option_drop_reason(&words.mark(mark), &reason);
    let drops = |mark: Mark| marks(&label(&mark), "", id, mark);
    let drop = match wipe {
        Wipe::Came(Rank::Other) => {
            let label = label(&Mark::Came(Delegate::Summoned(Rank::Other)));
            fills(&label, RollCallForm::Substitute(id))
        }
        Wipe::Came(rank @ (Rank::Secretary | Rank::StandingDeputy)) => {
            drops(Mark::Came(Delegate::Summoned(rank)))
        }
        Wipe::Excused => fills(
            &label(&Mark::Excused { reason: None }),
            RollCallForm::Excused(id),
        ),
        Wipe::Absent => drops(Mark::Absent),
        Wipe::Clear => drops(Mark::Clear),
    };
    let options = vec![
        Offered::nothing(words.option_keep_reason(&reason), ""),
        fills(words.option_correct_reason(), RollCallForm::Excused(id)),
        drop,
    ];
    ChoiceSpec::new(words.choose_wipe_reason(), options)
}

/// The items that a delegate may be out for.
fn out_choice(id: Id<Seat>, view: &View) -> ChoiceSpec {
    let options = view.dossier.into_iter().flat_map(|dossier| {
        let items = agenda::items(dossier).into_iter();
        items.map(|item| {
            let glyph = view.words.item_glyph(agenda::state(dossier, item));
            marks(&item.title, glyph, id, Mark::Out(item.id))
        })
    });
    ChoiceSpec::new(view.words.choose_out(), options.collect())
}

/// Returns an option that marks a seat.
fn marks(label: &str, hint: impl Into<String>, seat: Id<Seat>, mark: Mark) -> Offered {
    Offered::in_meeting(label, hint, move |dossier, view| {
        let Some(seat) = dossier.seats.get(seat) else {
            return gone(view.words);
        };
        forms::marked(seat, &mark, dossier, view)
            .unwrap_or_else(|why| vec![Effect::Close, Effect::Say(Status::warned(why))])
    })
}

/// Returns an option that asks for more.
fn fills(label: &str, form: RollCallForm) -> Offered {
    Offered::new(label, "", move |view| {
        vec![Effect::Fill(Form::open(form, view))]
    })
}
