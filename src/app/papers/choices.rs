//! The choices of the papers: which one is shown, whose slip, whether the minutes are signed, whether a quotation is mended.

use serde::{Deserialize, Serialize};

use crate::app::choice::{Choice, ChoicePurpose, ChoiceSpec, Offered, in_meeting};
use crate::app::effect::{Effect, Handout, PapersEffect, done};
use crate::app::kept::Kept;
use crate::app::message::Message;
use crate::app::papers::amend::Correction;
use crate::app::papers::current::{ask_signed_lines, unprintable};
use crate::app::papers::entries::{gap_words, remark_words};
use crate::app::papers::forms::{imprint_of, unsaid};
use crate::app::papers::mend::{look_into, mend, taken};
use crate::app::questions::Questions;
use crate::app::view::View;
use crate::meeting::change::Change;
use crate::meeting::code::{MeetingState, PaperKind, SeatGroup};
use crate::meeting::dossier::Dossier;
use crate::meeting::suggestions::{Spot, Suggestion};
use crate::papers::brief::Which;
use crate::papers::gaps::Gap;
use crate::papers::remarks::Remark;
use crate::papers::signing::settle;
use crate::papers::spec::Copies;
use crate::papers::spec_of;
use crate::store::Failure;
use crate::words::Words;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum PapersChoice {
    /// The paper to show.
    Which,
    Slip,
    /// Whose copy of a paper, or the one for all.
    Copy(PaperKind),
    /// Whether the minutes are signed.
    Finalise {
        /// The number of remarks on them.
        noted: usize,
        /// The number of blanks that the registry fills on signing.
        of_registry: usize,
    },
    /// Whether the mark of the signature is taken off again.
    Unsign,
    /// Whether papers go out to be signed with blanks.
    Blanks {
        /// The papers and where they go.
        handout: Handout,
        /// The blanks, each with a paper that has it.
        blanks: Vec<(Which, Gap)>,
    },
    /// Which of several places a correction is of.
    Place(Correction),
    /// Whether quoted words are changed.
    Quoted {
        /// The text of the meeting that holds the quotation.
        spot: Spot,
        /// The text as it was when the choice was opened.
        old: String,
        /// The first byte of the quoted words in the text.
        start: usize,
    },
}

impl Kept for PapersChoice {
    const NAME: &'static str = "Papers";
}

impl ChoicePurpose for PapersChoice {
    fn spec(&self, view: &View) -> ChoiceSpec {
        let words = view.words;
        match self {
            Self::Which => {
                ChoiceSpec::new(words.choose_paper(), in_meeting(view, |_| kinds(words)))
            }
            Self::Slip => {
                let slips = in_meeting(view, |dossier| copies(PaperKind::Slip, dossier, words));
                ChoiceSpec::new(words.choose_slip(), slips).unnumbered()
            }
            Self::Copy(kind) => {
                let copies = in_meeting(view, |dossier| copies(*kind, dossier, words));
                ChoiceSpec::new(words.choose_copy(), copies).unnumbered()
            }
            Self::Finalise { noted, of_registry } => {
                let boxed = view.shelf.unprintable.as_deref().unwrap_or_default();
                let hint = sign_hint(*noted, *of_registry, words);
                let options = in_meeting(view, |dossier| finalising(&hint, boxed, dossier, words));
                ChoiceSpec::new(words.choose_finalise(), options)
            }
            Self::Unsign => {
                let options = in_meeting(view, |_| unsigning(words));
                ChoiceSpec::new(words.choose_unsign(), options)
            }
            Self::Blanks { handout, blanks } => {
                let options = in_meeting(view, |dossier| leaving(handout, blanks, dossier, words));
                ChoiceSpec::new(words.choose_blanks(), options)
            }
            Self::Place(correction) => {
                let options = in_meeting(view, |_| correction.offered(view));
                ChoiceSpec::new(words.choose_place(), options)
            }
            Self::Quoted { spot, old, start } => {
                let suggestion = view.shelf.paper.iter().flat_map(|paper| &paper.suggestions);
                let mut suggestion = suggestion
                    .filter(|one| (one.spot, &one.old, one.mend.at.start) == (*spot, old, *start));
                let suggestion = suggestion.next();
                let options = in_meeting(view, |_| quoted(suggestion, words));
                ChoiceSpec::new(words.choose_quoted(), options)
            }
        }
    }

    fn ask(&self, _: &str, book: &mut Questions) -> Result<(), Failure> {
        if let Self::Place(correction) = self {
            book.ledger()?;
            ask_signed_lines(book, correction.kind)?;
        }
        let is_signing = matches!(self, Self::Finalise { .. });
        if is_signing && book.shelf.unprintable.is_none() {
            book.shelf.unprintable = Some(unprintable(book)?);
        }
        Ok(())
    }
}

/// Offers the kinds of paper; one that each unit has its own of asks for the unit.
fn kinds(words: Words) -> Vec<Offered> {
    let kinds = PaperKind::ALL.iter().map(|kind| {
        let kind = *kind;
        let asked = match spec_of(kind).copies {
            Copies::One => return show(words.paper(kind), "", kind.into()),
            Copies::EachUnit => PapersChoice::Slip,
            Copies::OneAndEachInvited => PapersChoice::Copy(kind),
        };
        Offered::new(words.paper(kind), "", move |_| {
            vec![Effect::Choose(Choice::new(asked.clone()))]
        })
    });
    kinds.collect()
}

/// Offers the copies of a paper: the one for all, where there is one, then that of each body.
fn copies(kind: PaperKind, dossier: &Dossier, words: Words) -> Vec<Offered> {
    let spec = spec_of(kind);
    let whole = spec
        .is_common()
        .then(|| show(words.option_for_all(), "", kind.into()));
    let seats = spec.seats(dossier).into_iter().map(|seat| {
        let seat_of = Some(seat.id);
        let which = Which {
            kind,
            seat: seat_of,
        };
        // Only the units have a number of the roll; that of a guest is one within its group.
        let number = (seat.seat_group == SeatGroup::Ward).then_some(seat.position);
        let number = number.map(|number| number.to_string());
        show(&seat.name, number.unwrap_or_default(), which)
    });
    whole.into_iter().chain(seats).collect()
}

fn show(label: &str, hint: impl Into<String>, which: Which) -> Offered {
    Offered::new(label, hint, move |_| {
        vec![Effect::Tell(Message::ShowPaper(which)), Effect::Close]
    })
}

/// Returns what is known of the minutes before they are signed: the blanks of the registry, the remarks.
fn sign_hint(noted: usize, of_registry: usize, words: Words) -> String {
    let hints = [
        (of_registry > 0).then(|| words.option_of_registry(of_registry)),
        (noted > 0).then(|| words.option_noted(noted)),
    ];
    let hints: Vec<String> = hints.into_iter().flatten().collect();
    hints.join(", ")
}

/// Offers to sign, to leave it, and to mend each place with letters that cannot be printed.
fn finalising(hint: &str, boxed: &[Remark], dossier: &Dossier, words: Words) -> Vec<Offered> {
    let sign = Offered::in_meeting(words.option_sign(), hint, |dossier, view| {
        let signed = Change::edit(&dossier.meeting, |meeting| {
            meeting.state = MeetingState::Final;
        });
        let sent = imprint_of(PaperKind::Invitation, dossier);
        let sent = sent.map(|sent| Change::edit(&sent, |sent| settle(sent, dossier)));
        let notice = settled(dossier, view);
        let changes = [signed, notice].into_iter().chain(sent).collect();
        done(view.words.told_final().to_owned(), changes)
    });
    let places = boxed.iter().map(|remark| {
        let remark = remark.clone();
        let sentence = remark_words(&remark, dossier, words);
        Offered::in_meeting(sentence, "", move |dossier, view| {
            let mend = look_into(&remark, dossier, view).into_iter();
            [Effect::Close].into_iter().chain(mend).collect()
        })
    });
    let leave = Offered::nothing(words.option_not_signed(), "");
    [sign, leave].into_iter().chain(places).collect()
}

fn unsigning(words: Words) -> Vec<Offered> {
    let unsign = Offered::in_meeting(words.option_unsign(), "", |dossier, view| {
        let closed = Change::edit(&dossier.meeting, |meeting| {
            meeting.state = MeetingState::Closed;
        });
        done(view.words.told_unsigned().to_owned(), vec![closed])
    });
    vec![Offered::nothing(words.option_stay_signed(), ""), unsign]
}

/// Offers to leave the blanks of papers, and to fill them: each is listed once, and leads to where it is filled.
fn leaving(
    handout: &Handout,
    blanks: &[(Which, Gap)],
    dossier: &Dossier,
    words: Words,
) -> Vec<Offered> {
    let handout = Handout {
        may_leave_blanks: true,
        ..handout.clone()
    };
    let leave = Offered::new(words.option_leave_blanks(), "", move |_| {
        let effect = PapersEffect::HandOut(handout.clone());
        vec![Effect::Close, Effect::Papers(effect)]
    });
    let mut offered = vec![Offered::back(words.option_go_back(), ""), leave];
    let mut seen: Vec<&Gap> = Vec::new();
    for (which, gap) in blanks {
        if !seen.contains(&gap) {
            seen.push(gap);
            let gap = gap.clone();
            let sentence = words.option_blank(&gap_words(&gap, dossier, words));
            let fill =
                Offered::in_meeting(sentence, words.paper(which.kind), move |dossier, view| {
                    let mend = mend(&gap, dossier, view).into_iter();
                    [Effect::Close].into_iter().chain(mend).collect()
                });
            offered.push(fill);
        }
    }
    offered
}

/// Offers to take a suggestion that changes quoted words, if it is still there.
fn quoted(suggestion: Option<&Suggestion>, words: Words) -> Vec<Offered> {
    let mend = suggestion.map(|suggestion| {
        let new = suggestion.mend.new.as_deref().unwrap_or_default();
        let label = words.option_mend(&suggestion.old, new);
        let suggestion = suggestion.clone();
        Offered::in_meeting(label, "", move |dossier, view| {
            vec![taken(&suggestion, dossier, view), Effect::Close]
        })
    });
    let keep = Offered::nothing(words.option_keep_quote(), "");
    mend.into_iter().chain([keep]).collect()
}

/// Stores who signs the notice and who gets it, so that a later change of the book changes no signed paper.
fn settled(dossier: &Dossier, view: &View) -> Change {
    if let Some(imprint) = imprint_of(PaperKind::Notice, dossier) {
        return Change::edit(&imprint, |imprint| settle(imprint, dossier));
    }
    let mut imprint = unsaid(PaperKind::Notice, view.ids.next(), dossier);
    settle(&mut imprint, dossier);
    Change::insert(imprint)
}
