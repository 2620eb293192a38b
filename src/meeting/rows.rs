//! The tables of the book, in the order in which one refers to those above it.

use chrono::NaiveDate;

use super::cell::{Cell, Field, Id};
use super::code::{
    AssignmentState, AttendanceKind, Capacity, IssueState, ItemKind, MeetingState, NamedAfter,
    NoteKind, OfficeKind, PaperKind, PreparedState, Rank, SeatGroup, Share, Tone, UnitKind,
};
use super::record::{Reader, Row, records};
use crate::text::dates::Instant;

records! {
    /// A body that can be summoned, while it exists.
    Unit "unit" {
        /// A short name for files and links, with its vintage where a name was reused.
        code: String,
        /// What kind of body it is.
        kind: UnitKind,
        /// Its name without the kind: `Linh Trung`.
        name: String,
        /// The first day on which it exists, if known.
        valid_from: Option<NaiveDate>,
        /// The last day on which it exists.
        valid_to: Option<NaiveDate>,
    }

    /// A unit that came out of another.
    Lineage "lineage" {
        /// The unit that ended.
        predecessor: Id<Unit>,
        /// The unit that followed.
        successor: Id<Unit>,
        /// Whether all of it followed.
        share: Share,
    }

    /// A named set of units with dates of validity.
    Roster "roster" {
        /// The name of the set.
        name: String,
        /// The first day on which it is valid.
        valid_from: Option<NaiveDate>,
        /// The last day on which it is valid.
        valid_to: Option<NaiveDate>,
        /// The set that follows it.
        successor: Option<Id<Roster>>,
        /// Whether new meetings are planned with it.
        chosen: bool,
    }

    /// A unit in a roster.
    RosterUnit "roster_unit" {
        /// The roster.
        roster: Id<Roster>,
        /// The unit.
        unit: Id<Unit>,
        /// Its place in the order of the roll, from 1.
        position: i64,
    }

    /// A person.
    Person "person" {
        /// Family name, middle name, given name.
        name: String,
        /// What to sort by where the last word of the name is not it.
        sort_as: Option<String>,
    }

    /// An office that a person holds in a unit.
    Office "office" {
        /// The unit.
        unit: Id<Unit>,
        /// The person.
        person: Id<Person>,
        /// Which office.
        kind: OfficeKind,
        /// Its title where the kind does not tell it.
        title: Option<String>,
        /// The first day in office.
        valid_from: Option<NaiveDate>,
        /// The last day in office.
        valid_to: Option<NaiveDate>,
    }

    /// The body that holds meetings and issues papers.
    Issuer "issuer" {
        /// The superior body, as the first line of a paper names it: `THÀNH ỦY THỦ ĐỨC`.
        superior: String,
        /// The body itself, as the second line names it: `BAN TỔ CHỨC`.
        organ: String,
        /// Its full name in a sentence: `Ban Tổ chức Thành ủy Thủ Đức`.
        full_name: String,
        /// Its name within its own papers: `Ban Tổ chức Thành ủy`.
        short_name: String,
        /// Its head within its own papers: `Trưởng Ban Tổ chức Thành ủy`.
        head: String,
        /// The place before the date: `Thủ Đức`.
        place: String,
        /// The organ in a document's symbol: `BTCTU`.
        symbol: String,
        /// The last day on which it exists.
        valid_to: Option<NaiveDate>,
        /// Who gets its notices, a line each.
        recipients: Option<String>,
        /// Who follows a notice up: `bộ phận tổng hợp`.
        follow_up: Option<String>,
        /// Where it writes the tone of oa, oe and uy.
        tone: Option<Tone>,
        /// Whether its minutes have a line of place and date.
        dates_minutes: Option<bool>,
        /// Whether five hyphens stand under the subject.
        dashes: Option<bool>,
        /// Whether the office of the one who signs is bold where the head signs.
        bold_position: Option<bool>,
        /// Whether its papers are printed on both sides.
        two_sided: Option<bool>,
        /// The row that has stood for the body since it was changed after a paper was signed.
        replaced_by: Option<Id<Issuer>>,
    }

    /// A focus area that actions serve and notes touch.
    FocusArea "focus_area" {
        /// Its number on the screen and in papers.
        number: i64,
        /// Its name in a table, Vietnamese.
        short_vi: String,
        /// Its name in a table, English.
        short_en: String,
        /// Its full text, Vietnamese.
        full_vi: String,
        /// Its full text, English.
        full_en: String,
        /// The first day on which it is in force.
        valid_from: NaiveDate,
        /// The last day on which it is in force.
        valid_to: Option<NaiveDate>,
        /// The first of the rows that are this area, where it goes on under another number or wording.
        origin: Option<Id<FocusArea>>,
    }

    /// An agenda to plan meetings from.
    AgendaTemplate "agenda_template" {
        /// Its name.
        name: String,
        /// The title that a meeting planned from it starts with.
        title: String,
        /// What such a meeting is about, in a sentence without its full stop.
        content: String,
    }

    /// An item of an agenda template.
    TemplateItem "template_item" {
        /// The template.
        template: Id<AgendaTemplate>,
        /// Its place, from 1.
        position: i64,
        /// Its title.
        title: String,
        /// Its purpose.
        kind: ItemKind,
        /// Minutes that it may take.
        minutes: i64,
    }

    /// A meeting.
    Meeting "meeting" {
        /// Its name: `Hội nghị giao ban …`.
        title: String,
        /// Its content, in a sentence without its full stop.
        content: String,
        /// How far it is.
        state: MeetingState,
        /// The day and time for which it was called.
        starts: Instant,
        /// Where it is held.
        venue: Option<String>,
        /// The roster it was planned with.
        roster: Id<Roster>,
        /// The body that holds it.
        issuer: Id<Issuer>,
        /// Name of the chair.
        chair: Option<String>,
        /// Office of the chair.
        chair_office: Option<String>,
        /// Name of the one who takes the minutes.
        recorder: Option<String>,
        /// Office of the one who takes the minutes.
        recorder_office: Option<String>,
        /// Documents used, as the minutes name them.
        documents: Option<String>,
        /// Whether sound or pictures are recorded, once somebody said so.
        recorded: Option<bool>,
        /// Copies that are made of them.
        copies: Option<i64>,
        /// When it was opened.
        opened: Option<Instant>,
        /// When it was closed.
        closed: Option<Instant>,
        /// Whether its content was invented for practice.
        sample: bool,
        /// When it has to be over, if it has to.
        hard_end: Option<Instant>,
        /// Whether the minutes were read out to it, once somebody said so.
        read_out: Option<bool>,
        /// By whom and how the minutes were approved.
        approved: Option<String>,
        /// What was said against the minutes before they were approved.
        reservations: Option<String>,
        /// What those who are invited are asked to prepare.
        prepare: Option<String>,
        /// The day before which they say who comes.
        reply_by: Option<NaiveDate>,
        /// Whom those who are invited may ask.
        contact: Option<String>,
        /// The telephone number under which they ask.
        contact_phone: Option<String>,
    }

    /// One unit or delegation at one meeting, with the names as they were that day.
    Seat "seat" {
        /// The meeting.
        meeting: Id<Meeting>,
        /// With whom it is counted.
        seat_group: SeatGroup,
        /// Its place in its group, from 1.
        position: i64,
        /// The unit, for a seat of the roster.
        unit: Option<Id<Unit>>,
        /// Its name that day.
        name: String,
        /// Name of the Secretary that day.
        secretary: Option<String>,
        /// Name of the Standing Deputy Secretary that day.
        deputy: Option<String>,
        /// For a delegation, how many of it came.
        attended: Option<i64>,
    }

    /// An item of a meeting's agenda.
    AgendaItem "agenda_item" {
        /// The meeting.
        meeting: Id<Meeting>,
        /// Its place, from 1.
        position: i64,
        /// Its title.
        title: String,
        /// Its purpose.
        kind: ItemKind,
        /// Minutes that it may take.
        minutes: i64,
        /// Why it was left out, if it was.
        skipped: Option<String>,
        /// Its place in the plan, where it has been moved since; 0 for one that was not planned.
        planned: Option<i64>,
        /// When it was put off or interrupted: it waits again until it goes on.
        postponed: Option<Instant>,
        /// Who presents it, with the office.
        presenter: Option<String>,
        /// When it was decided that it is put off to the next meeting, if it was.
        carried: Option<Instant>,
        /// The item of an earlier meeting that it is, if that one was put off.
        origin: Option<Id<AgendaItem>>,
        /// Whether only this meeting has it, so that a meeting planned from it does not.
        once: Option<bool>,
        /// What those who are invited are asked to prepare for it.
        prepare: Option<String>,
    }

    /// A time during which an item really ran.
    ItemRun "item_run" {
        /// The meeting.
        meeting: Id<Meeting>,
        /// The item.
        item: Id<AgendaItem>,
        /// When it began.
        began: Instant,
        /// When it ended.
        ended: Option<Instant>,
    }

    /// An entry of the roll call.
    AttendanceEvent "attendance_event" {
        /// The meeting.
        meeting: Id<Meeting>,
        /// Whose seat.
        seat: Id<Seat>,
        /// When.
        at: Instant,
        /// The item that was running, or that the delegate is out for.
        item: Option<Id<AgendaItem>>,
        /// Its kind.
        kind: AttendanceKind,
        /// Whom the unit sent, once somebody said so.
        rank: Option<Rank>,
        /// Name of the one who came.
        person: Option<String>,
        /// Office of the one who came.
        office: Option<String>,
        /// For whom a substitute came.
        on_behalf: Option<String>,
        /// Why nobody came, or why somebody left.
        reason: Option<String>,
    }

    /// A turn to speak: asked for, begun, ended.
    Speech "speech" {
        /// The meeting.
        meeting: Id<Meeting>,
        /// The item under which it was asked for.
        item: Option<Id<AgendaItem>>,
        /// Whose turn.
        seat: Option<Id<Seat>>,
        /// Name of a speaker without a seat.
        guest: Option<String>,
        /// Its place in the queue.
        position: i64,
        /// When the floor was asked for.
        asked: Instant,
        /// When the floor was given.
        began: Option<Instant>,
        /// When it ended.
        ended: Option<Instant>,
        /// The turn whose rest it is, or that it was split off from.
        continues: Option<Id<Speech>>,
        /// The turn that interrupted it: when that one ends, this one goes on.
        interrupted_by: Option<Id<Speech>>,
    }

    /// A difficulty that somebody has to answer.
    Issue "issue" {
        /// The meeting at which it was first raised.
        meeting: Id<Meeting>,
        /// Its number for life.
        number: i64,
        /// Its words.
        text: String,
        /// The focus area it touches.
        focus: Option<Id<FocusArea>>,
        /// How far it is.
        state: IssueState,
        /// Who is competent to answer.
        competent: Option<String>,
        /// The issue that it is the same as.
        duplicate_of: Option<Id<Issue>>,
        /// When it was first raised.
        at: Instant,
        /// How far it was when it turned out to be the same as another.
        state_before: Option<IssueState>,
    }

    /// One line said.
    Note "note" {
        /// The meeting.
        meeting: Id<Meeting>,
        /// The item that was running.
        item: Option<Id<AgendaItem>>,
        /// The seat that said it, or that an answer is for.
        seat: Option<Id<Seat>>,
        /// Name of a speaker without a seat.
        speaker: Option<String>,
        /// What kind of thing was said.
        kind: NoteKind,
        /// The focus area it touches.
        focus: Option<Id<FocusArea>>,
        /// When.
        at: Instant,
        /// Its words.
        text: String,
    }

    /// A unit that raised an issue at a meeting.
    IssueRaised "issue_raised" {
        /// The issue.
        issue: Id<Issue>,
        /// The meeting.
        meeting: Id<Meeting>,
        /// The seat that raised it.
        seat: Option<Id<Seat>>,
        /// The unit of that seat.
        unit: Option<Id<Unit>>,
        /// The note that holds it.
        note: Option<Id<Note>>,
        /// When.
        at: Instant,
    }

    /// An answer to an issue.
    IssueAnswer "issue_answer" {
        /// The issue.
        issue: Id<Issue>,
        /// The meeting at which it was answered.
        meeting: Option<Id<Meeting>>,
        /// The note that holds it.
        note: Option<Id<Note>>,
        /// Who answered.
        author: Option<String>,
        /// The answer where no note holds it.
        text: Option<String>,
        /// When.
        at: Instant,
        /// Number and date of the document in which it was given.
        document: Option<String>,
    }

    /// A conclusion of the chair.
    Conclusion "conclusion" {
        /// The meeting.
        meeting: Id<Meeting>,
        /// The item that was running.
        item: Option<Id<AgendaItem>>,
        /// Its place, from 1.
        position: i64,
        /// The focus area it states.
        focus: Option<Id<FocusArea>>,
        /// Its words.
        text: String,
        /// When.
        at: Instant,
    }

    /// A task with a code for life.
    Action "action" {
        /// The meeting it comes from.
        meeting: Id<Meeting>,
        /// The item that was running.
        item: Option<Id<AgendaItem>>,
        /// The issue that it resolves.
        issue: Option<Id<Issue>>,
        /// The conclusion that it carries out.
        conclusion: Option<Id<Conclusion>>,
        /// Its number for life: 12 is NV-012.
        number: i64,
        /// The focus area it serves.
        focus: Id<FocusArea>,
        /// Its words.
        text: String,
        /// The deliverable.
        deliverable: Option<String>,
        /// The first deadline, which nothing changes.
        deadline: Option<NaiveDate>,
        /// Who follows it up.
        officer: Option<String>,
        /// When it was assigned.
        at: Instant,
        /// The words in which the first deadline was said, where they are more than the day in digits.
        deadline_words: Option<String>,
    }

    /// A body that helps with an action.
    ActionSupport "action_support" {
        /// The action.
        action: Id<Action>,
        /// The body, if it is a unit of the book.
        unit: Option<Id<Unit>>,
        /// Its name.
        name: String,
    }

    /// An action for one lead unit.
    Assignment "assignment" {
        /// The action.
        action: Id<Action>,
        /// The unit that owes it.
        unit: Id<Unit>,
        /// How far it is.
        state: AssignmentState,
        /// Per cent done.
        percent: i64,
        /// Its result.
        result: Option<String>,
        /// The day on which it was done.
        done_on: Option<NaiveDate>,
        /// The unit that it was handed over to.
        handed_to: Option<Id<Unit>>,
        /// Whether it came by a handover, so that no meeting gave it to its unit.
        came: Option<bool>,
        /// What hinders the unit, the last that it said.
        difficulty: Option<String>,
    }

    /// A later deadline for an action, or for one part of it.
    Extension "extension" {
        /// The action.
        action: Id<Action>,
        /// The new deadline.
        deadline: NaiveDate,
        /// Why.
        reason: String,
        /// Who allowed it.
        allowed_by: Option<String>,
        /// When it was entered.
        at: Instant,
        /// The words in which the new deadline was said, where they are more than the day in digits.
        deadline_words: Option<String>,
        /// The part that it is for, where it is not for all of them.
        part: Option<Id<Assignment>>,
        /// The day on which it was granted, where that is not the day on which it was entered.
        granted: Option<NaiveDate>,
        /// Number and date of the document that grants it.
        document: Option<String>,
        /// The entry in whose place it stands.
        corrects: Option<Id<Extension>>,
        /// When it was taken back or corrected; from then on it counts for nothing.
        withdrawn: Option<Instant>,
        /// Why it was.
        withdrawn_why: Option<String>,
    }

    /// A report of a unit on its assignment.
    Progress "progress" {
        /// The assignment.
        assignment: Id<Assignment>,
        /// When.
        at: Instant,
        /// The state it was brought to.
        state: AssignmentState,
        /// Per cent done.
        percent: i64,
        /// The words of the report.
        text: Option<String>,
        /// Number and date of the document that proves it.
        evidence: Option<String>,
        /// What hinders the unit.
        difficulty: Option<String>,
        /// Who accepted the part, where somebody said so.
        accepted_by: Option<String>,
    }

    /// A look that somebody took at an action between meetings.
    Review "review" {
        /// The action.
        action: Id<Action>,
        /// When.
        at: Instant,
        /// The outcome of the look.
        note: Option<String>,
    }

    /// A filter of the register that was given a name.
    SavedFilter "saved_filter" {
        /// Its name.
        name: String,
        /// The line that was typed.
        line: String,
    }

    /// A day off beside the weekends, or a day of a weekend that is worked.
    DayOff "day_off" {
        /// The day.
        day: NaiveDate,
        /// Whether it is worked.
        works: bool,
        /// What it is called.
        name: String,
    }

    /// A document that is cited.
    Document "document" {
        /// How it is cited: `Quy định 58-QĐ/TW`.
        citation: String,
        /// Its title.
        title: Option<String>,
        /// Its date.
        date: Option<NaiveDate>,
    }

    /// A document presented at a meeting.
    MeetingDocument "meeting_document" {
        /// The meeting.
        meeting: Id<Meeting>,
        /// The document.
        document: Id<Document>,
        /// The item under which it was presented.
        item: Option<Id<AgendaItem>>,
        /// Who presented it.
        presenter: Option<String>,
        /// Its file, or its address.
        place: Option<String>,
    }

    /// A conclusion that was written beforehand: no paper prints it.
    Prepared "prepared" {
        /// The meeting.
        meeting: Id<Meeting>,
        /// The item under which it is thought of.
        item: Option<Id<AgendaItem>>,
        /// The focus area it states.
        focus: Option<Id<FocusArea>>,
        /// Its place, from 1.
        position: i64,
        /// Its words.
        text: String,
        /// Whether the chair took it.
        state: PreparedState,
        /// When it was taken or dropped.
        at: Option<Instant>,
    }

    /// A few letters that stand for a phrase, once the secretary says so.
    Snippet "snippet" {
        /// The letters: `đv`.
        short: String,
        /// The phrase that they stand for: `đảng viên`.
        phrase: String,
    }

    /// Somebody who may sign a paper.
    Signatory "signatory" {
        /// The place in the list, from 1.
        position: i64,
        /// In what capacity.
        capacity: Capacity,
        /// The office as it stands over the name: `PHÓ TRƯỞNG BAN`.
        office: String,
        /// The name, without a title.
        name: String,
    }

    /// The imprint of a paper of a meeting: its number and day, who signs, who gets it.
    Imprint "imprint" {
        /// The meeting.
        meeting: Id<Meeting>,
        /// Which paper.
        kind: PaperKind,
        /// Its number in the series of the term, once the registry has given one.
        number: Option<i64>,
        /// Its day, where that is not the day of the meeting.
        dated: Option<NaiveDate>,
        /// The subject that the title of a notice names.
        named_after: NamedAfter,
        /// In what capacity it is signed.
        capacity: Capacity,
        /// The office of the one who signs, where it is not the head.
        office: Option<String>,
        /// Name of the one who signs, where it is not the chair.
        signer: Option<String>,
        /// Who gets it, a line each, where these are not the issuer's usual ones.
        recipients: Option<String>,
        /// The appraisal of the chair, for the first section of a notice.
        appraisal: Option<String>,
        /// The day before which the units report.
        report_by: Option<NaiveDate>,
        /// The head's title as it stands over a name, once the paper is signed: nothing else decides it afterwards.
        head: Option<String>,
    }

    /// A correction of a signed paper: the words it has, and the words that it should have.
    Amendment "amendment" {
        /// The meeting.
        meeting: Id<Meeting>,
        /// The paper that is corrected.
        kind: PaperKind,
        /// When.
        at: Instant,
        /// The words that the signed paper has.
        old_words: String,
        /// The words that it should have.
        new_words: String,
        /// Why.
        reason: Option<String>,
        /// The paper of corrections that it stands in, from 1: one that is out is closed.
        batch: Option<i64>,
        /// Where the words stand, as the correction prints it: `mục II, khoản 3`.
        place: Option<String>,
        /// Which of several places of that name it is, from 1.
        occurrence: Option<i64>,
        /// The kind of the paper of corrections, where it is not the one of what is corrected.
        paper: Option<PaperKind>,
    }

    /// A version of a paper that was handed out.
    Paper "paper" {
        /// The meeting.
        meeting: Id<Meeting>,
        /// Its kind.
        kind: PaperKind,
        /// For a slip, whose.
        seat: Option<Id<Seat>>,
        /// Its version, from 1.
        version: i64,
        /// Whether it is the one to be signed.
        is_final: bool,
        /// When it was made.
        at: Instant,
        /// A checksum of its words.
        checksum: String,
        /// Its words, as plain text.
        words: String,
    }

    /// The finished document of a final version.
    PaperDocument "paper_document" {
        /// The version.
        paper: Id<Paper>,
        /// The document, as JSON.
        document: String,
    }

    /// A file that a version of a paper was written to.
    PaperFile "paper_file" {
        /// The version.
        paper: Id<Paper>,
        /// Its place in the order in which files were written, from 1; ids are in no order between two writers.
        turn: i64,
        /// When.
        at: Instant,
        /// A checksum of its bytes.
        checksum: String,
        /// Where it was written to.
        file: String,
    }
}
