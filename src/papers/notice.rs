//! Thông báo kết luận: the conclusions of the chair, for those who carry them out (`guide/domain.md` §2.3, §2.4).

mod heard;
mod tasks;

use chrono::{Datelike, Timelike};

use super::assignments;
use super::blanks::{bare, blank, lacking, or_missing};
use super::brief::{Brief, Stage, imprint};
use super::document::{Block, Document, Particular, Piece, Source};
use super::front::{Front, front};
use super::gaps::Gap;
use super::phrases::Phrases;
use super::remarks::{Remark, course, tasks as decided};
use super::sentences::{ended, inward, known};
use super::signing::closing;
use super::spec::{Copies, ImprintField as Field, PaperSpec};
use crate::meeting::agenda::{self, ItemState};
use crate::meeting::code::{ItemKind, MeetingState, NamedAfter, PaperKind, SeatGroup};
use crate::meeting::dossier::Dossier;
use crate::meeting::roll_call;
use crate::meeting::rows::Meeting;
use crate::text::dates::{count, long_date};

/// The notice among the papers.
pub(super) const SPEC: PaperSpec = PaperSpec {
    kind: PaperKind::Notice,
    stem: "thong-bao",
    symbol: Some(|number| &number.notice),
    name: Some(|phrases| phrases.amendment.notice()),
    fields: &[
        Field::Number,
        Field::Dated,
        Field::NamedAfter,
        Field::Signer,
        Field::Capacity,
        Field::Office,
        Field::Recipients,
        Field::Appraisal,
        Field::ReportBy,
    ],
    numbered_as: Some(PaperKind::Notice),
    copies: Copies::One,
    is_in_folder: |dossier| {
        dossier.meeting.state != MeetingState::Planned && !has_nothing_to_tell(dossier)
    },
    build: |brief, _, stage| notice(brief, stage),
    remarks: |_, dossier| remarks(dossier),
};

/// The record that Enter opens on the number, the day, the signature and the recipients of the notice.
const OF_IMPRINT: Source = Source::Imprint(PaperKind::Notice);

/// Says whether nothing was concluded or given to do, and it was decided that the conclusion was not held.
fn has_nothing_to_tell(dossier: &Dossier) -> bool {
    let mut items = dossier.items.iter();
    let is_decided = items.any(|item| {
        let is_over = match agenda::state(dossier, item) {
            ItemState::Skipped | ItemState::Carried => true,
            ItemState::Waiting | ItemState::Running | ItemState::Postponed | ItemState::Done => {
                false
            }
        };
        item.kind == ItemKind::Conclusion && is_over
    });
    is_decided && dossier.conclusions.is_empty() && dossier.actions.is_empty()
}

/// Returns the conclusion notice of a meeting at a stage.
fn notice(brief: &Brief, stage: Stage) -> Document {
    let (dossier, say) = (brief.dossier, &brief.phrases.notice);
    let annex = assignments::annex(brief, say.annex(), &SPEC);
    let mut pieces = head(brief, stage);
    pieces.extend(lead(brief));
    pieces.extend(appraisal(brief));
    pieces.extend(tasks::tasks(brief));
    if !dossier.conclusions.is_empty() || !dossier.actions.is_empty() {
        pieces.extend(organisation(brief, !annex.is_empty()));
    }
    pieces.push(closing(brief, PaperKind::Notice));
    pieces.extend(annex);
    let file = say.file(&dossier.meeting.title);
    brief.document(file, brief.dated(PaperKind::Notice), pieces)
}

/// Returns the remarks on the notice.
fn remarks(dossier: &Dossier) -> Vec<Remark> {
    let mut remarks = course::times(dossier);
    remarks.extend(decided::conclusions(dossier));
    remarks.extend(decided::products(dossier, |_| true));
    remarks.extend(decided::without_day(dossier));
    remarks
}

fn head(brief: &Brief, stage: Stage) -> Vec<Piece> {
    let (meeting, say) = (&brief.dossier.meeting, &brief.phrases.notice);
    let imprint = brief.imprint(PaperKind::Notice);
    let named_after = imprint.map_or(NamedAfter::Meeting, |imprint| imprint.named_after);
    let subject = match named_after {
        NamedAfter::Meeting => say.after_meeting(&meeting.title),
        NamedAfter::Chair => {
            let [chair, office] = chair_and_office(meeting);
            say.after_chair(&chair, &meeting.title, &office)
        }
    };
    let front_of_notice = Front {
        spec: &SPEC,
        title: say.title(),
        subject,
        place_date: Some(brief.place_date(SPEC.kind, imprint.and_then(|imprint| imprint.dated))),
    };
    front(brief, stage, front_of_notice)
}

/// Returns the name and the office of the chair, or blanks.
fn chair_and_office(meeting: &Meeting) -> [String; 2] {
    [
        or_missing(meeting.chair.as_deref(), &Gap::Chair),
        or_missing(meeting.chair_office.as_deref(), &Gap::ChairOffice),
    ]
}

/// Two paragraphs: the meeting with those who took part, and the reports that the chair had heard.
fn lead(brief: &Brief) -> [Piece; 2] {
    let (dossier, phrases) = (brief.dossier, brief.phrases);
    let (meeting, issuer, say) = (&dossier.meeting, &dossier.issuer, &phrases.notice);
    let began = meeting.opened.unwrap_or(meeting.starts);
    let session = match began.hour() {
        ..12 => phrases.common.morning(),
        12..18 => phrases.common.afternoon(),
        18.. => phrases.common.evening(),
    };
    let [chair, office] = chair_and_office(meeting);
    let lead = say.lead(
        &session,
        &long_date(brief.day()),
        &issuer.full_name,
        &meeting.title,
        &chair,
        &office,
        &brief.day().year().to_string(),
    );
    let lead = [Some(lead), took_part(brief)].into_iter().flatten();
    let lead: Vec<String> = lead.filter(|sentence| !sentence.is_empty()).collect();
    let particular = match meeting.chair {
        Some(_) => Particular::Times,
        None => Particular::Chair,
    };
    [
        Block::Paragraph(lead.join(" "))
            .of(Source::Meeting(particular))
            .worded("notice", "lead"),
        Block::Paragraph(heard::heard(brief)).of(Source::Meeting(Particular::Chair)),
    ]
}

/// Returns the sentence on who took part, as far as it was counted, the delegations first: one that nobody came from is not
/// named.
fn took_part(brief: &Brief) -> Option<String> {
    let (dossier, say) = (brief.dossier, &brief.phrases.notice);
    let delegations = roll_call::delegations(dossier);
    let (hosts, others): (Vec<_>, Vec<_>) = delegations
        .into_iter()
        .filter(|seat| seat.attended.is_some_and(|n| n > 0))
        .partition(|seat| seat.seat_group == SeatGroup::Host);
    let names: Vec<String> = hosts
        .into_iter()
        .chain(others)
        .map(|seat| inward(&seat.name))
        .collect();
    let counts = roll_call::counts(dossier);
    let delegates = if counts.not_marked > 0 {
        Some(say.delegates_unknown(&blank(&Gap::NotMarked(counts.not_marked))))
    } else if counts.substitute > 0 {
        Some(say.delegates_and_substitutes(&count(counts.present)))
    } else {
        (counts.present > 0).then(|| say.delegates(&count(counts.present)))
    };
    match (names.is_empty(), delegates) {
        (true, delegates) => delegates.map(|who| say.only_units_took_part(&who)),
        (false, Some(delegates)) => Some(say.took_part(&say.and(&names.join(", "), &delegates))),
        (false, None) => Some(say.took_part(&names.join(", "))),
    }
}

/// Section I: the appraisal of the chair, if it was typed.
fn appraisal(brief: &Brief) -> Vec<Piece> {
    let say = &brief.phrases.notice;
    let Some(own) = own_appraisal(PaperKind::Notice, brief) else {
        return Vec::new();
    };
    vec![
        Block::Section(say.general()).of(OF_IMPRINT),
        Block::Paragraph(ended(own)).of(OF_IMPRINT),
    ]
}

/// Returns the appraisal of the chair, if it was written for a paper of this meeting.
pub(super) fn own_appraisal<'a>(kind: PaperKind, brief: &Brief<'a>) -> Option<&'a str> {
    let imprint = imprint(kind, brief.dossier)?;
    known(imprint.appraisal.as_deref())
}

/// Returns the usual words of praise, for whoever wants to take them.
pub(super) fn usual_appraisal(dossier: &Dossier, phrases: &Phrases) -> String {
    let meeting = &dossier.meeting;
    let year = meeting.opened.unwrap_or(meeting.starts).year().to_string();
    bare(phrases.notice.appraisal(&dossier.issuer.full_name, &year))
}

/// Section III: the day before which the units report, and who follows up.
fn organisation(brief: &Brief, has_annex: bool) -> [Piece; 4] {
    let (dossier, say) = (brief.dossier, &brief.phrases.notice);
    let issuer = &dossier.issuer;
    let by = brief
        .imprint(PaperKind::Notice)
        .and_then(|imprint| imprint.report_by);
    let unknown = || lacking(&say.unknown_day(), &Gap::ReportBy);
    let by = by.map_or_else(unknown, long_date);
    let report = say.report(&brief.units(), &issuer.short_name, &by);
    let report = if has_annex {
        format!("{} {}", ended(&report), say.annexed())
    } else {
        ended(&report)
    };
    let follow_up = say.follow_up(&or_missing(issuer.follow_up.as_deref(), &Gap::FollowUp));
    [
        Block::Section(say.organisation()).into(),
        Block::Numbered(report)
            .of(OF_IMPRINT)
            .worded("notice", "report"),
        Piece::from(Block::Numbered(say.departments(&issuer.short_name)))
            .worded("notice", "departments"),
        Block::Numbered(follow_up)
            .of(Source::Issuer)
            .worded("notice", "follow_up"),
    ]
}
