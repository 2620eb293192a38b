//! What stands on the left of F8: the blanks of the paper, the remarks on it, the possible slips, each in a sentence.

use crate::app::view::Previewed;
use crate::meeting::cell::Id;
use crate::meeting::code::PaperKind;
use crate::meeting::dossier::Dossier;
use crate::meeting::papers::is_working;
use crate::meeting::rows::{Action, AgendaItem, Seat};
use crate::meeting::suggestions::Suggestion;
use crate::meeting::{actions, issues};
use crate::papers::brief::{Stage, Which};
use crate::papers::gaps::Gap;
use crate::papers::remarks::Remark;
use crate::papers::sent;
use crate::papers::spec::Copies;
use crate::papers::spec_of;
use crate::text::dates::short_date;
use crate::words::Words;

/// Something on the left that can be selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry<'a> {
    /// Something that is missing, and in how many places the paper prints its blank.
    Gap(&'a Gap, usize),
    /// Something to be corrected or noted.
    Remark(&'a Remark),
    /// Something that may be a slip.
    Suggestion(&'a Suggestion),
}

/// A part of the list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Letters that the papers cannot print.
    Unprintable,
    /// What contradicts itself and hinders the signature.
    Wrong,
    /// The blanks.
    Missing,
    /// What hinders nothing and may be intended.
    Noted,
    /// Possible slips of the hand.
    Suggested,
}

impl Entry<'_> {
    /// Returns the part of the list that it stands in.
    pub(crate) fn part(self) -> Part {
        match self {
            Entry::Remark(Remark::Boxed(..)) => Part::Unprintable,
            Entry::Gap(..) | Entry::Remark(Remark::Elsewhere(..)) => Part::Missing,
            Entry::Remark(remark) if remark.hinders() => Part::Wrong,
            Entry::Remark(_) => Part::Noted,
            Entry::Suggestion(_) => Part::Suggested,
        }
    }

    /// Returns how many places of the paper it is about.
    pub(crate) fn places(self) -> usize {
        match self {
            Entry::Gap(_, n) => n,
            Entry::Remark(_) | Entry::Suggestion(_) => 1,
        }
    }
}

/// Returns the blanks of a paper, each once, and the remarks on it: letters that cannot be printed and contradictions
/// first; of the blanks, those of the roll and those
/// that the registry fills come last.
pub(crate) fn of(paper: &Previewed) -> impl Iterator<Item = Entry<'_>> {
    let remarks = |part: Part| {
        let remarks = paper.remarks.iter().map(Entry::Remark);
        remarks.filter(move |remark| remark.part() == part)
    };
    let mut gaps: Vec<(&Gap, usize)> = Vec::new();
    for gap in paper.document.gaps() {
        match gaps.iter_mut().find(|(known, _)| *known == gap) {
            Some((_, n)) => *n += 1,
            None => gaps.push((gap, 1)),
        }
    }
    gaps.sort_by_key(|(gap, _)| (gap.is_of_registry(), gap.is_of_roll()));
    let gaps = gaps.into_iter().map(|(gap, n)| Entry::Gap(gap, n));
    remarks(Part::Unprintable)
        .chain(remarks(Part::Wrong))
        .chain(gaps)
        .chain(remarks(Part::Missing))
        .chain(remarks(Part::Noted))
}

/// A sentence about the whole paper.
pub(crate) struct Verdict {
    /// The sentence.
    pub(crate) sentence: &'static str,
    /// Whether nothing is missing.
    pub(crate) is_whole: bool,
}

/// Returns how a paper stands as a whole: that it is signed, or that nothing hinders it; none for what has still to be
/// filled in.
pub(crate) fn verdict(shown: &Previewed, words: Words) -> Option<Verdict> {
    let is_working = is_working(shown.which.kind);
    let is_blank = shown.document.gaps().next().is_some();
    let hinders = shown.document.gaps().any(Gap::hinders);
    let remarks = shown.remarks.iter().map(Entry::Remark);
    let mut parts = remarks.map(Entry::part);
    let is_wrong = parts.any(|part| match part {
        Part::Unprintable | Part::Wrong | Part::Missing => true,
        Part::Noted | Part::Suggested => false,
    });
    let of = |sentence, is_whole| Some(Verdict { sentence, is_whole });
    if shown.stage == Stage::Final && shown.which.kind.row().goes_before {
        of(words.gaps_sent(), !is_blank)
    } else if shown.stage == Stage::Final && !is_working {
        of(words.gaps_signed(), !is_blank)
    } else if hinders || is_wrong {
        None
    } else {
        let is_minutes = shown.which.kind == PaperKind::Minutes;
        match (is_blank, is_minutes) {
            (true, true) => of(words.gaps_of_registry(), false),
            (true, false) => of(words.gaps_of_registry_later(), false),
            (false, _) if is_working => of(words.gaps_none_working(), true),
            (false, true) => of(words.gaps_none(), true),
            (false, false) => of(words.gaps_none_to_sign(), true),
        }
    }
}

/// Returns the blanks of papers as lines: a heading for each kind of paper, under it each of its blanks; of the slips of
/// many units each is named once.
pub(crate) fn listed(blanks: &[(Which, Gap)], dossier: &Dossier, words: Words) -> Vec<String> {
    let kinds = blanks.chunk_by(|(one, _), (other, _)| one.kind == other.kind);
    let of_kind = kinds.filter_map(|blanks| {
        let (which, _) = blanks.first()?;
        let heading = words.blanks_of(words.paper(which.kind), blanks.len());
        let mut rows: Vec<(String, usize)> = Vec::new();
        for (_, gap) in blanks {
            let row = gap_words_on(which.kind, gap, dossier, words);
            match rows.iter_mut().find(|(known, _)| *known == row) {
                Some((_, n)) => *n += 1,
                None => rows.push((row, 1)),
            }
        }
        // Of the slips of many units each is named once.
        let is_counted = spec_of(which.kind).copies == Copies::One;
        let rows = rows.into_iter().map(|(row, n)| match n {
            2.. if is_counted => format!("  - {}", words.gap_in_places(n, &row)),
            _ => format!("  - {row}"),
        });
        Some([heading].into_iter().chain(rows).collect::<Vec<_>>())
    });
    of_kind.flatten().collect()
}

/// Returns the sentence for a blank of a paper of this kind; of the number or the day of another paper, that paper is named.
pub(crate) fn gap_words_on(kind: PaperKind, gap: &Gap, dossier: &Dossier, words: Words) -> String {
    let sentence = gap_words(gap, dossier, words);
    match gap.imprinted() {
        Some(of) if of != kind => words.gap_of_paper(&sentence, words.paper(of)),
        Some(_) | None => sentence,
    }
}

/// Returns the sentence for a blank.
pub(crate) fn gap_words(gap: &Gap, dossier: &Dossier, words: Words) -> String {
    let seat = |id: &Id<Seat>| dossier.seats.get(*id).map_or("", |seat| &seat.name);
    let item = |id: &Id<AgendaItem>| dossier.items.get(*id).map_or("", |item| &item.title);
    match gap {
        Gap::OpeningTime => words.gap_opening_time().to_owned(),
        Gap::ClosingTime => words.gap_closing_time().to_owned(),
        Gap::Venue => words.gap_venue().to_owned(),
        Gap::Content => words.gap_content().to_owned(),
        Gap::Chair => words.gap_chair().to_owned(),
        Gap::ChairOffice => words.gap_chair_office().to_owned(),
        Gap::Recorder => words.gap_recorder().to_owned(),
        Gap::RecorderOffice => words.gap_recorder_office().to_owned(),
        Gap::Documents => words.gap_documents().to_owned(),
        Gap::Recording => words.gap_recording().to_owned(),
        Gap::Copies => words.gap_copies().to_owned(),
        Gap::NotMarked(n) => words.gap_not_marked(*n),
        Gap::Rank(id) => words.gap_rank(seat(id)),
        Gap::Name(id) => words.gap_name(seat(id)),
        Gap::Office(id) => words.gap_office(seat(id)),
        Gap::Whom(id) => words.gap_whom(seat(id)),
        Gap::Reason(id) => words.gap_reason(seat(id)),
        Gap::Uncounted(id) => words.gap_uncounted(seat(id)),
        Gap::Silent(id) => words.gap_silent(item(id)),
        Gap::Presenter(id) => words.gap_presenter(item(id)),
        Gap::Skipped(id) => words.gap_skipped(item(id)),
        Gap::Undecided(id) => words.gap_undecided(item(id)),
        Gap::NoConclusion => words.gap_conclusion().to_owned(),
        Gap::Lead(_, number) => words.gap_lead(&actions::code(*number)),
        Gap::Deadline(_, number) => words.gap_deadline(&actions::code(*number)),
        Gap::RaisedBy(_, number) => words.gap_raised_by(&issues::code(*number)),
        Gap::Focus(_, number) => words.gap_issue_focus(&issues::code(*number)),
        Gap::Competent(_, number) => words.gap_competent(&issues::code(*number)),
        Gap::Answer(_, number) => words.gap_answer(&issues::code(*number)),
        Gap::Number(_) => words.gap_number().to_owned(),
        Gap::Dated(_) => words.gap_dated().to_owned(),
        Gap::Signer(_) => words.gap_signer().to_owned(),
        Gap::SignerOffice(_) => words.gap_signer_office().to_owned(),
        Gap::Recipients(_) => words.gap_recipients().to_owned(),
        Gap::ReportBy => words.gap_report_by().to_owned(),
        Gap::Head => words.gap_head().to_owned(),
        Gap::FollowUp => words.gap_follow_up().to_owned(),
        Gap::Unit => words.gap_unit().to_owned(),
        Gap::Register => words.gap_register().to_owned(),
        Gap::Correction(_) => words.gap_correction().to_owned(),
        Gap::Typed(_) => words.gap_typed().to_owned(),
    }
}

/// Returns the sentence for a remark.
pub(crate) fn remark_words(remark: &Remark, dossier: &Dossier, words: Words) -> String {
    let task = |id: &Id<Action>| {
        let action = dossier.actions.get(*id);
        action.map_or(String::new(), |action| actions::code(action.number))
    };
    match remark {
        Remark::NotClosed => words.remark_not_closed().to_owned(),
        Remark::ClosedFirst => words.remark_closed_first().to_owned(),
        Remark::NotMarked(n) => words.remark_not_marked(*n),
        Remark::Sums(all) => words.remark_sums(all.roster, all.present, all.absent, all.not_marked),
        Remark::SpokeAbsent(id) => {
            let seat = dossier.seats.get(*id);
            words.remark_spoke_absent(seat.map_or("", |seat| &seat.name))
        }
        Remark::Nobody(id) => {
            words.remark_nobody(dossier.notes.get(*id).map_or("", |note| &note.text))
        }
        Remark::Unread(id) => {
            words.remark_unread(dossier.notes.get(*id).map_or("", |note| &note.text))
        }
        Remark::ItemTimes(id) => {
            let item = dossier.items.get(*id);
            words.remark_item_times(item.map_or("", |item| &item.title))
        }
        Remark::Focus(id) => {
            let concluded = dossier.conclusions.get(*id);
            words.remark_focus(concluded.map_or("", |conclusion| &conclusion.text))
        }
        Remark::Unanswered(id) => {
            let issue = dossier.issue(*id);
            words
                .remark_unanswered(&issue.map_or(String::new(), |issue| issues::code(issue.number)))
        }
        Remark::Products(1, id) => words.remark_product(&task(id)),
        Remark::Products(n, _) => words.remark_products(*n),
        Remark::Elsewhere(kind, gap) => {
            words.gap_of_paper(&gap_words(gap, dossier, words), words.paper(*kind))
        }
        Remark::NoDay(id) => words.remark_said_due(&task(id)),
        Remark::Unapproved => words.remark_unapproved().to_owned(),
        Remark::SetPhrase(_, _, printed) => words.remark_set_phrase(printed),
        Remark::IssuerEnded => {
            let last = dossier.issuer.valid_to.map(short_date).unwrap_or_default();
            words.remark_issuer_ended(&last)
        }
        Remark::Boxed(letters, around, _) => words.remark_boxed(letters, around),
        Remark::OldLetters(text, _) => words.remark_old_letters(text),
        Remark::Wording => words.remark_wording().to_owned(),
        Remark::Moved(parts) => words.remark_plan_moved(&parts_of_plan(parts, words)),
    }
}

/// Names the parts of a plan.
fn parts_of_plan(parts: &[sent::Part], words: Words) -> String {
    let name = |part: &sent::Part| match part {
        sent::Part::Title => words.moved_title(),
        sent::Part::Invited => words.moved_invited(),
        sent::Part::Times => words.moved_times(),
        sent::Part::Venue => words.moved_venue(),
        sent::Part::Chair => words.moved_chair(),
        sent::Part::Content => words.moved_content(),
        sent::Part::Programme => words.moved_programme(),
        sent::Part::Prepare => words.moved_prepare(),
        sent::Part::Reply => words.moved_reply(),
    };
    let names: Vec<&str> = parts.iter().map(name).collect();
    names.join(", ")
}
