//! The choices of the papers: which one is shown, whose slip, whether the minutes are signed, whether a quotation is mended.

use serde::{Deserialize, Serialize};

use crate::app::choice::Choice;
use crate::app::effect::{Effect, Handout, PapersEffect};
use crate::app::offers::Offered;
use crate::app::old_choice::Purpose as ChoicePurpose;
use crate::app::papers::forms::{held, unsaid};
use crate::app::papers::gap_words;
use crate::app::papers::mend::{mend, taken};
use crate::app::picks::Pick;
use crate::app::view::View;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::code::{MeetingState, PaperKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call;
use crate::meeting::suggestions::{Spot, Suggestion};
use crate::papers::brief::Which;
use crate::papers::gaps::Gap;
use crate::papers::paper::{gaps, spec};
use crate::papers::signing::settle;
use crate::words::Words;

/// A choice of the papers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PapersChoice {
    /// Which paper is shown.
    Which,
    /// Whose slip.
    Slip,
    /// Whether the minutes are signed.
    Finalise,
    /// Whether the mark of the signature is taken off again.
    Unsign,
    /// Whether papers go out to be signed with blanks.
    Blanks {
        /// The papers and where they go.
        handout: Handout,
        /// The papers that have blanks.
        papers: Vec<Which>,
    },
    /// Whether quoted words are changed.
    Quoted {
        /// Where they stand.
        spot: Spot,
        /// The words.
        old: String,
        /// Their first byte.
        start: usize,
    },
}

/// What an option of the papers means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PapersPick {
    /// Shows a paper.
    Show(Which),
    /// Asks whose slip.
    Slip,
    /// Marks the minutes as signed.
    Finalise,
    /// Takes the mark of the signature off.
    Unsign,
    /// Takes a suggestion.
    Take(Suggestion),
    /// Hands papers out with their blanks.
    LeaveBlanks(Handout),
    /// Goes to where a blank is filled.
    Mend(Gap),
}

/// Returns the title of a choice.
pub(crate) fn choice_title(choice: &PapersChoice, words: Words) -> &'static str {
    match choice {
        PapersChoice::Which => words.choose_paper(),
        PapersChoice::Slip => words.choose_slip(),
        PapersChoice::Finalise => words.choose_finalise(),
        PapersChoice::Unsign => words.choose_unsign(),
        PapersChoice::Blanks { .. } => words.choose_blanks(),
        PapersChoice::Quoted { .. } => words.choose_quoted(),
    }
}

/// Returns the options of a choice.
pub(crate) fn options(choice: &PapersChoice, dossier: &Dossier, view: &View) -> Vec<Offered> {
    let words = view.words;
    match choice {
        PapersChoice::Which => kinds(words),
        PapersChoice::Slip => {
            let slips = roll_call::wards(dossier).into_iter().map(|seat| {
                let which = Which {
                    kind: PaperKind::Slip,
                    seat: Some(seat.id),
                };
                let pick = Pick::Papers(PapersPick::Show(which));
                Offered::new(seat.name.as_str(), seat.position.to_string(), pick)
            });
            slips.collect()
        }
        PapersChoice::Finalise => {
            let left = gaps(PaperKind::Minutes.into(), dossier).len();
            let hint = if left > 0 {
                words.option_noted(left)
            } else {
                String::new()
            };
            let sign = Pick::Papers(PapersPick::Finalise);
            vec![
                Offered::new(words.option_sign(), hint, sign),
                Offered::new(words.option_not_signed(), "", Pick::Nothing),
            ]
        }
        PapersChoice::Blanks { handout, papers } => {
            let leave = Pick::Papers(PapersPick::LeaveBlanks(handout.clone()));
            let mut offered = vec![
                Offered::new(words.option_go_back(), "", Pick::Nothing),
                Offered::new(words.option_leave_blanks(), "", leave),
            ];
            offered.extend(blanks(papers, dossier, words));
            offered
        }
        PapersChoice::Unsign => vec![
            Offered::new(words.option_stay_signed(), "", Pick::Nothing),
            Offered::new(words.option_unsign(), "", Pick::Papers(PapersPick::Unsign)),
        ],
        PapersChoice::Quoted { spot, old, start } => {
            let found = view.shelf.paper.iter().flat_map(|shown| &shown.suggestions);
            let mut found =
                found.filter(|one| (one.spot, &one.old, one.mend.at.start) == (*spot, old, *start));
            let mend = found.next().map(|one| {
                let new = one.mend.new.as_deref().unwrap_or_default();
                let pick = Pick::Papers(PapersPick::Take(one.clone()));
                Offered::new(words.option_mend(old, new), "", pick)
            });
            let keep = Offered::new(words.option_keep_quote(), "", Pick::Nothing);
            mend.into_iter().chain([keep]).collect()
        }
    }
}

/// Returns the kinds of paper; one that each unit has its own of asks for the unit.
fn kinds(words: Words) -> Vec<Offered> {
    let kinds = PaperKind::ALL.iter().map(|kind| {
        let pick = if spec(*kind).is_per_unit {
            PapersPick::Slip
        } else {
            PapersPick::Show((*kind).into())
        };
        Offered::new(words.paper(*kind), "", Pick::Papers(pick))
    });
    kinds.collect()
}

/// Returns what is blank in papers, each once; picking it leads to where it is filled.
fn blanks(papers: &[Which], dossier: &Dossier, words: Words) -> Vec<Offered> {
    let mut seen: Vec<Gap> = Vec::new();
    let mut offered = Vec::new();
    for which in papers {
        for gap in gaps(*which, dossier) {
            if !seen.contains(&gap) {
                let sentence = words.option_blank(&gap_words(&gap, dossier, words));
                let pick = Pick::Papers(PapersPick::Mend(gap.clone()));
                offered.push(Offered::new(sentence, words.paper(which.kind), pick));
                seen.push(gap);
            }
        }
    }
    offered
}

/// Returns what picking an option asks of the program.
pub(crate) fn picked(pick: PapersPick, view: &View) -> Vec<Effect> {
    let Some(dossier) = view.dossier else {
        return vec![Effect::Close];
    };
    match pick {
        PapersPick::Show(which) => vec![Effect::ShowPaper(which), Effect::Close],
        PapersPick::Slip => {
            let choice = Choice::new(ChoicePurpose::Papers(PapersChoice::Slip));
            vec![Effect::Choose(choice)]
        }
        PapersPick::Finalise => {
            let signed = Change::edit(&dossier.meeting, |meeting| {
                meeting.state = MeetingState::Final;
            });
            let changes = vec![signed, settled(dossier, view)];
            let transaction = Transaction::new(view.words.told_final(), changes);
            vec![Effect::Close, Effect::Commit(transaction)]
        }
        PapersPick::Unsign => {
            let closed = Change::edit(&dossier.meeting, |meeting| {
                meeting.state = MeetingState::Closed;
            });
            let transaction = Transaction::new(view.words.told_unsigned(), vec![closed]);
            vec![Effect::Close, Effect::Commit(transaction)]
        }
        PapersPick::LeaveBlanks(handout) => {
            let effect = PapersEffect::HandOut(Handout {
                may_leave_blanks: true,
                ..handout
            });
            vec![Effect::Close, Effect::Papers(effect)]
        }
        PapersPick::Mend(gap) => {
            let mend = mend(&gap, dossier, view).into_iter();
            [Effect::Close].into_iter().chain(mend).collect()
        }
        PapersPick::Take(suggestion) => vec![Effect::Close, taken(&suggestion, dossier, view)],
    }
}

/// Writes down who signs the notice and who gets it, as it stands now: what the book says later changes no signed paper.
fn settled(dossier: &Dossier, view: &View) -> Change {
    if let Some(imprint) = held(PaperKind::Notice, dossier) {
        return Change::edit(&imprint, |imprint| settle(imprint, dossier));
    }
    let mut imprint = unsaid(PaperKind::Notice, dossier, view);
    settle(&mut imprint, dossier);
    Change::insert(imprint)
}
