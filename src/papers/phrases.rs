//! The sentences of the papers: templates with named fields, read from a file that the user can change.

#![expect(
    clippy::too_many_arguments,
    reason = "a phrase takes each of its fields, so that a forgotten one does not compile"
)]

mod people;
mod reader;
pub mod recipient;
mod template;

use std::borrow::Cow;
use std::sync::LazyLock;

use template::Template;

use crate::meeting::code::{NoteKind, Tone};
use crate::meeting::rows::Issuer;
use crate::text::spelling::{ToneStyle, in_tone};

pub use reader::{Mistake, Wrong};
pub use template::Form;

/// Declares the phrases, section by section: the name of each, the fields that its template must name, and behind a
/// semicolon those that it may leave out.
///
/// Each becomes a template and a method that fills it; the sentences themselves stand in the phrase file, and those of
/// the kinds of note ([`Phrases::of_note`]) among those of the minutes.
macro_rules! phrases {
    ($($(#[$about:meta])* $section:ident $Section:ident {
        $($(#[$doc:meta])* $name:ident($($need:ident),* $(; $($may:ident),+)?);)*
    })+) => {
        /// Every sentence of the papers.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Phrases {
            $($(#[$about])* pub $section: $Section,)+
            /// What a note says, in the order of its kinds.
            notes: [Template; NoteKind::ALL.len()],
            /// Where the tones are written, where that is not left as the file has it.
            tone: Option<ToneStyle>,
        }

        $(
            $(#[$about])*
            #[derive(Clone, Debug, Default, PartialEq, Eq)]
            pub struct $Section { $($name: Template,)* }

            impl $Section {
                $(
                    $(#[$doc])*
                    pub fn $name(&self $(, $need: &str)* $($(, $may: &str)+)?) -> String {
                        self.$name.fill(&[$($need,)* $($($may),+)?])
                    }
                )*
            }
        )+

        static EVERY: &[(&str, &str, Form)] = &[$($((
            stringify!($section),
            stringify!($name),
            Form {
                needed: &[$(stringify!($need)),*],
                optional: &[$($(stringify!($may)),+)?],
            },
        ),)*)+];

        impl Phrases {
            /// The sections of a phrase file, in their order.
            pub const SECTIONS: &[&str] = &[$(stringify!($section)),+];

            /// Returns the phrases before any has been read.
            fn silent() -> Self {
                Self { $($section: $Section::default(),)+ notes: Default::default(), tone: None }
            }

            fn template(&mut self, section: &str, name: &str) -> Option<&mut Template> {
                match (section, name) {
                    $($((stringify!($section), stringify!($name)) => Some(&mut self.$section.$name),)*)+
                    (NOTES, code) => {
                        let kind = NoteKind::ALL.iter().position(|kind| kind.code() == code)?;
                        self.notes.get_mut(kind)
                    }
                    _ => None,
                }
            }
        }
    };
}

/// The section of the phrases of the kinds of note, each under the code of its kind.
const NOTES: &str = "minutes";

/// The fields of the phrase of a kind of note.
const NOTE: Form = Form {
    needed: &["text"],
    optional: &[],
};

phrases! {
    /// What several papers say.
    common Common {
        /// Which draft a paper is.
        draft(n);
        /// The frame on what was invented for practice.
        sample();
        /// Place and date at the head.
        place_date(place, date);
        /// Place and date where only the year is known.
        place_year(place, year);
        /// The part of the day before noon.
        morning();
        /// The part of the day after noon.
        afternoon();
        /// The part of the day from six o'clock in the evening.
        evening();
        /// A unit of the roster by its full name.
        committee(unit);
        /// All units of the roster together.
        committees(n);
        /// The office of a Secretary.
        secretary();
        /// The office of a Standing Deputy Secretary.
        standing_deputy();
        /// Somebody by name, at the beginning of a sentence.
        comrade(name);
        /// The delegate of a unit.
        delegate(name, office, committee);
        /// The delegate of a unit who sits there for somebody else.
        delegate_substitute(name, office, committee);
        /// The delegate of a unit where nobody said who it is.
        delegate_unknown(committee);
        /// Somebody by name and office, within a sentence.
        name_office(name, office);
    }

    /// The sentences of the minutes.
    minutes Minutes {
        /// The name of the file.
        file(meeting);
        /// The type of the document.
        title();
        /// When the meeting began.
        time(began, day);
        /// Where it was held.
        venue(venue);
        /// What it was about.
        content(content);
        /// Who was in the chair.
        chair(name, office);
        /// Who took the minutes.
        recorder(name, office);
        /// Which documents were used.
        documents(documents);
        /// Whether it was recorded.
        recording(answer);
        /// That it was recorded.
        recorded();
        /// That it was not recorded.
        not_recorded();

        /// The section on who took part.
        participants();
        /// The heading of those who were summoned.
        summoned();
        /// How many of the committee itself came.
        host(name, n);
        /// The counts of the roll.
        roll(n, present, among, absent, excused, unexcused);
        /// The counts of a roll that is not complete.
        roll_open(roll, not_marked);
        /// How many Secretaries came.
        among_secretary(n);
        /// How many Standing Deputy Secretaries came.
        among_deputy(n);
        /// How many came without it being said who.
        among_unranked(n);
        /// How many came for somebody else.
        among_substitute(n);
        /// How many came late.
        among_late(n);
        /// How many left early.
        among_left(n);
        /// Who was absent with leave.
        excused(name, committee, reason);
        /// Who was absent without leave.
        absent(name, committee);
        /// Who came for whom.
        substitute(name, office, committee, whom);
        /// Who came late.
        late(units);
        /// Who left early.
        left(units);
        /// Who was away for a while.
        away(units);
        /// Who was out for an item.
        out(units);
        /// One of those units.
        came_or_went(committee, when);
        /// When, and why.
        because(when, reason);
        /// From when to when.
        span(from, to);
        /// Which item.
        item(n);
        /// Where the whole list is.
        list_attached();
        /// The heading of those who were invited.
        invited();
        /// How many of an invited delegation came.
        delegation(name, n);

        /// The section on what happened.
        proceedings();
        /// An item with the time at which it began.
        item_at(title, time);
        /// That an item was left out.
        skipped(reason);
        /// Who opened the meeting.
        opens(presenter);
        /// Who read the report.
        reports(presenter);
        /// Who told what under an item.
        tells(presenter, text);
        /// Who told what under an item, where more than one line follows.
        tells_more(presenter);
        /// Who presented which document.
        presents(presenter, text);
        /// Who presented the documents that follow.
        presents_more(presenter);
        /// Who does what was noted, which has its own verb.
        does(presenter, text);
        /// Who does several things, each with its own verb.
        does_more(presenter);
        /// How often units spoke.
        turns(n, units);
        /// What somebody said.
        said(who, text);
        /// What a unit was answered.
        answered(committee, who, text);
        /// What was answered to nobody in particular.
        answered_all(who, text);

        /// The section on what the chair concluded.
        conclusion();
        /// What leads to the conclusions, unless the chair's own words do.
        conclusion_lead();
        /// What leads to the conclusions where nobody has written the chair's words down.
        conclusion_opening(issuer, chair, n);
        /// Where the assignments are.
        annexed(annex);
        /// When the meeting ended, and what became of the minutes.
        closing(closed, day, pages, copies);
        /// That it ended on the day on which it began.
        same_day();
        /// The one who signs on the left.
        recorder_signs();
        /// The one who signs on the right.
        chair_signs();
    }

    /// The sentences of the conclusion notice.
    notice Notice {
        /// The name of the file.
        file(meeting);
        /// The type of the document.
        title();
        /// What it is about, named after the meeting.
        after_meeting(meeting);
        /// What it is about, named after the chair.
        after_chair(chair, meeting; office);
        /// Which meeting it was.
        lead(session, day, issuer, meeting, chair; office, year);
        /// Who took part.
        took_part(participants);
        /// The last two of a list.
        and(before, last);
        /// The delegates of the units.
        delegates(n);
        /// The delegates of the units, where some sent somebody else.
        delegates_and_substitutes(n);
        /// What the chair had heard.
        heard(chair; issuer);

        /// The section of what the chair thinks of it all.
        general();
        /// What the chair thinks of it all, unless other words were found.
        appraisal(issuer; year);
        /// The section of tasks.
        tasks();
        /// What leads to the conclusions.
        tasks_lead(n; issuer);
        /// Who carries out a conclusion.
        task_lead(units);
        /// Until when.
        task_deadline(day);
        /// The deliverable.
        task_product(product);
        /// That more units than can be named here carry out a conclusion.
        task_units(n);
        /// The section of how it is carried out.
        organisation();
        /// When the units report.
        report(n, issuer, day);
        /// A day that is not known.
        unknown_day();
        /// Where the assignments are.
        annexed();
        /// What the sections of the committee do.
        departments(issuer);
        /// Who follows it up.
        follow_up(who);
        /// The head's place, taken by a deputy.
        in_place_of(head);
        /// The head's order.
        by_order_of(head);
        /// The number of the annex.
        annex();
    }

    /// What tables and lists of several papers say.
    tables Tables {
        /// The number of a row.
        number();
        /// A unit.
        unit();
        /// The name of a person.
        name();
        /// The office of a person.
        office();
        /// Where a person signs.
        signature();
        /// Whether somebody came.
        presence();
        /// How far something is.
        state();
        /// When somebody arrived.
        arrived();
        /// Remarks, or room for them.
        remarks();
        /// The code of an action or an issue.
        code();
        /// What something is about.
        content();
        /// Who leads an action.
        lead();
        /// Who helps with an action.
        support();
        /// Until when.
        deadline();
        /// The deliverable.
        product();
        /// When an action was given.
        given();
        /// By how many days something is late.
        late();
        /// The units that still owe something.
        owing();
        /// Who raised an issue.
        raised_by();
        /// Who is competent to answer an issue.
        competent();
        /// For how many days an issue has waited.
        waiting();
        /// From when to when.
        times();
        /// Minutes of an item.
        minutes();
        /// Who presents an item.
        presenter();
        /// How many parts are overdue.
        overdue();
        /// How many parts are open.
        open();
        /// How many issues nobody has answered.
        unanswered();
        /// That a list is empty.
        none();
        /// Some wards by their names.
        wards(units);
        /// Nearly all wards, with those that are not meant.
        all_but(n, units);
        /// A paper by number and day.
        cited(paper, number, day);
        /// The day of a paper that has none yet.
        undated(year);
        /// Units that are not on the roster of the meeting.
        others(n);
    }

    /// The sentences of the attendance annex.
    attendance Attendance {
        /// The name of the file.
        file(meeting);
        /// The type of the document.
        title();
        /// With which minutes it goes.
        attached(paper, issuer);
        /// Which annex it is.
        annex();
        /// The title of the annex.
        annex_title();
        /// That somebody came.
        present();
        /// That somebody else came.
        substitute();
        /// That nobody came, with leave.
        excused();
        /// That nobody came, without leave.
        absent();
        /// That nothing was said yet.
        not_marked();
        /// That a delegate came late.
        late();
        /// When a delegate came late.
        late_at(time);
        /// When a delegate left early.
        left(time);
        /// For which items a delegate was out.
        out(items);
        /// From when to when a delegate was away.
        away(from, to);
        /// For whom a substitute came.
        on_behalf(whom);
        /// The counts of the roll.
        totals(roster, present, substitute, late, left, absent, excused, unexcused);
        /// The counts of a roll that is not complete.
        totals_open(totals, not_marked);
    }

    /// The sentences of the action table.
    actions Actions {
        /// The name of the file.
        file(meeting);
        /// Which annex of the minutes it is.
        annex_of_minutes();
        /// The title.
        annex_title();
        /// With which notice it goes.
        attached(paper, issuer);
    }

    /// The sentences of the slip of a unit.
    slip Slip {
        /// The name of the file.
        file(unit, meeting);
        /// The type of the document.
        title();
        /// Whose it is.
        subject(committee);
        /// From which meeting it comes.
        lead(meeting, day);
        /// The heading of who came.
        attendance();
        /// The heading of what was said.
        words();
        /// The heading of what was raised.
        issues();
        /// The heading of the tasks.
        assigned();
        /// The heading of the open actions.
        owed(day);
        /// Who came.
        present(delegate);
        /// That nobody came, with leave.
        excused(reason);
        /// That nobody came, without leave.
        absent();
        /// That nothing was said yet.
        not_marked();
        /// When a delegate came or went; behind one of the sentences above.
        remarks(told, remarks);
        /// An issue that was raised.
        issue(code, text);
        /// What was answered; when, by whom and in which document.
        answer(by, text);
        /// That it is settled.
        settled();
        /// That nobody has answered.
        unanswered();
        /// An issue of an earlier meeting that nobody has answered.
        waiting(code, day, days, text);
        /// What the unit is asked to do.
        request(committee, issuer, day);
    }

    /// The sentences of the list of open matters.
    open_matters OpenMatters {
        /// The name of the file.
        file(day);
        /// The type of the document.
        title();
        /// What it is about.
        subject();
        /// How much there is of everything.
        totals(day, actions, parts, overdue, issues);
        /// The section of the actions.
        actions();
        /// A focus area.
        area(n, area);
        /// The section of the issues.
        issues();
    }

    /// The sentences of the run sheet of the chair.
    run_sheet RunSheet {
        /// The name of the file.
        file(meeting);
        /// The type of the document.
        title();
        /// When it begins.
        time(begins, day);
        /// Where it is held.
        venue(venue);
        /// Who is in the chair.
        chair(name, office);
        /// Who takes the minutes.
        recorder(name, office);
        /// The units that are expected.
        wards(n);
        /// Who comes from the committee itself.
        hosts(names);
        /// Who is invited.
        guests(names);
        /// The units of which nobody comes.
        absent(units);
        /// The units that send somebody else.
        replaced(units);
        /// The questions of the discussion.
        ask(open, overdue, unanswered);
        /// The questions of the review.
        ask_review(open, overdue);
        /// The question about unanswered issues.
        ask_answers(unanswered);
        /// When it ends by its plan.
        ends(minutes, time);
        /// When it has to be over.
        hard_end(time);
        /// That the plan does not fit.
        beyond(minutes);
        /// What leads to the units of which something is to be asked.
        questions(day);
    }

    /// The sentences of the sign-in sheet.
    sign_in SignIn {
        /// The name of the file.
        file(meeting);
        /// The type of the document.
        title();
        /// What it is about.
        subject(meeting);
        /// When and where.
        lead(day, venue);
        /// The heading of the units of the roster.
        wards();
        /// The heading of everybody else.
        others();
        /// One of two, the other of which is struck out.
        either(one, other);
        /// How many are expected, and how many signed.
        total(n);
    }

    /// What an amendment says.
    amendment Amendment {
        /// The name of the file.
        file(meeting);
        /// The type of the document.
        title();
        /// What it is about.
        subject(papers, meeting);
        /// The last two of several papers.
        and(before, last);
        /// What leads to the corrections.
        lead(issuer, papers, meeting);
        /// The words that the signed paper has.
        old(paper, words);
        /// The words that it should have.
        corrected(words);
        /// Why.
        reason(reason);
        /// That everything else stays.
        unchanged(papers);
        /// Minutes, within a sentence.
        minutes();
        /// A notice, within a sentence.
        notice();
        /// The attendance list, within a sentence.
        attendance();
        /// The action table, within a sentence.
        actions();
    }

    /// The sentences of the annex of issues.
    issues Issues {
        /// The title, also in the properties of the file.
        title();
        /// The number of the annex.
        annex();
        /// How many there are, and how far they are.
        totals(day, all, waiting, escalated, answered, settled);
        /// Who raised an issue and when.
        raised();
        /// The focus area of an issue.
        focus();
        /// The answer.
        answers();
    }

    /// The text that is read to the chair after the roll call.
    roll_call RollCall {
        /// How many units are there.
        present(n, roster);
        /// How many units are there, with the ranks of those they sent.
        present_by(n, roster, ranks);
        /// The units of which nobody came.
        absent(n, units);
        /// The units that sent somebody else.
        replaced(n, units);
        /// The units that came late.
        late(n, units);
        /// The units that left early.
        left(n, units);
        /// The units of which nothing was said yet.
        not_marked(n, units);
        /// A unit that is absent with leave.
        excused(unit, reason);
        /// A unit that is absent without leave.
        unexcused(unit);
        /// A unit with the one who came for it.
        substitute(unit, name, office);
        /// A unit with the one who came for it, and for whom.
        substitute_for(unit, name, office, whom);
    }

    /// The sentences of the follow-up table in all its forms.
    follow_up FollowUp {
        /// The name of the sheet.
        sheet();
        /// The title of the table.
        title(day);
        /// The title of the table of one unit.
        title_of(unit, day);
        /// Which meeting gave an action.
        assigned_by();
        /// The task.
        task();
        /// The officer who follows an action.
        officer();
        /// The deadline after its extensions.
        extended();
        /// The document that proves the result.
        evidence();
        /// How far a part is.
        progress();
        /// When a part was done.
        done_on();
        /// By how many days a part is late.
        late();
        /// What stands in the way.
        difficulty();
        /// The code of an action.
        action_code();
        /// The focus area of an action.
        area();
        /// Why a deadline was extended.
        why_extended();
        /// The key by which a row is known again.
        key();
        /// The meaning of the marks.
        marks();
        /// In which columns a unit reports.
        columns();
        /// A meeting with its day.
        meeting(meeting, day);
        /// Why a deadline was extended, and who allowed it.
        allowed(reason, whom);
        /// The state of a part that was done too late.
        done_late();
        /// The state of a part that waits for the office.
        reported();
        /// How many parts there are.
        total(n);
        /// How many parts are done.
        done(n, in_time, late);
        /// How many parts are under way.
        running(n, in_time, overdue);
        /// How many parts nobody has begun.
        not_started(n, in_time, overdue);
        /// How many parts are paused.
        paused(n, in_time, overdue);
        /// How many parts were handed over.
        handed_over(n);
        /// How many parts were cancelled.
        cancelled(n);
        /// In a list: at which meeting an action was given.
        given_at(meeting, day);
        /// In a list: which focus area an action serves.
        serves(n, area);
        /// In a list: until when.
        due(day);
        /// In a list: until when after an extension, and why.
        later(day, why);
        /// In a list: the deliverable.
        product(product);
        /// In a list: who follows an action.
        followed_by(officer);
        /// In a list: who helps with an action.
        helped_by(units);
        /// In a list: the document that proves the result.
        evidence_short();
        /// In a list: what came of it, or what stands in the way.
        outcome();
        /// In a calendar: how many parts are done.
        done_of(done, total);
        /// In a calendar: which units still owe something.
        still_owing(units);
        /// In a calendar: the first deadline, and why it was extended.
        first_deadline(day, why);
        /// In columns: the focus area.
        area_short();
        /// In columns: the deadline.
        due_short();
        /// In columns: the mark of a part.
        mark();
        /// In columns: by how many days a part is late.
        late_short();
    }

    /// The sentences of the reminder of a late unit.
    reminder Reminder {
        /// To whom it goes.
        to(unit);
        /// The line before the overdue actions.
        lead(day, unit, n);
        /// When an action was given, until when, and by how many days it is late.
        given(meeting_day, due, days);
        /// A deadline that was extended.
        extended(due, first);
        /// The deliverable.
        product(product);
        /// The demand for an action.
        request(request);
        /// The first demand.
        soon();
        /// The demand after some meetings.
        explain(n);
        /// The demand after many meetings.
        at_once(n);
        /// Until when the unit reports, and whom it can call.
        report(unit, issuer, day, officer);
        /// That no unit is late.
        nobody();
    }

    /// The sentences of the sheet of the turnout of a year.
    turnout Turnout {
        /// The name of the sheet.
        sheet(year);
        /// The title.
        title(year, n);
        /// To how many meetings a unit was called.
        called();
        /// How often somebody came.
        present();
        /// How often somebody else came.
        substitute();
        /// How often nobody said who came.
        unranked();
        /// How often nobody came, with leave.
        excused();
        /// How often nobody came, without leave.
        absent();
        /// How often nothing was said.
        not_marked();
        /// How often a delegate came late.
        late_times();
        /// How many minutes a delegate came late.
        late_minutes();
        /// How often a delegate left early.
        left_times();
        /// The share of the meetings at which somebody came.
        share();
        /// How the share is computed.
        formula();
    }

    /// The sentences of the sheets of a year.
    year Year {
        /// The name of the sheet of the months.
        months_sheet(year);
        /// The name of the sheet of the units.
        units_sheet(year);
        /// The title of the sheet of the months.
        months_title(year, n, day);
        /// The title of the sheet of the units.
        units_title(year, n, day);
        /// The head over the months.
        month();
        /// A month.
        month_of(n);
        /// The whole year.
        whole(year);
        /// Everybody who is no unit.
        others();
        /// Meetings.
        meetings();
        /// Seats that were called.
        called();
        /// Seats that were marked.
        marked();
        /// Seats on which somebody came.
        present();
        /// The share of the marked seats on which somebody came.
        turnout();
        /// Turns to speak.
        turns();
        /// Minutes of speech.
        spoken();
        /// Issues raised.
        raised();
        /// Parts given.
        given();
        /// Parts done in time.
        in_time();
        /// Parts done too late.
        late();
        /// Parts open, in time.
        open();
        /// Parts overdue.
        overdue();
        /// Parts cancelled or handed over.
        dropped();
        /// The share of the parts that are done.
        done();
        /// Issues answered.
        answered();
        /// How the turnout is computed.
        turnout_formula();
        /// How the share of the parts is computed.
        done_formula();
        /// Which issues count.
        issues_formula();
    }

    /// The sentences of the sheet of a roster.
    roster Roster {
        /// The name of the sheet.
        sheet();
        /// The first day of a unit.
        valid_from();
        /// The last day of a unit.
        valid_to();
        /// Since when the Secretary holds the office.
        secretary_from();
        /// Since when the Standing Deputy holds the office.
        deputy_from();
    }
}

/// The sentences of the program.
static FIRST: LazyLock<Phrases> = LazyLock::new(|| {
    // The file is the program's own and read by a test; without it there would be no sentence to fall back to.
    reader::lay_over(Phrases::silent(), Phrases::FILE)
        .unwrap_or_else(|why| panic!("phrases: {why:?}"))
});

impl Default for Phrases {
    fn default() -> Self {
        FIRST.clone()
    }
}

impl Phrases {
    /// The phrase file of the program, with all sentences as they are at first.
    pub const FILE: &str = include_str!("../templates/phrases.toml");

    /// Returns every phrase: its section, its name and its fields.
    pub fn all() -> impl Iterator<Item = (&'static str, &'static str, Form)> {
        let notes = NoteKind::ALL.iter();
        let notes = notes.map(|kind| (NOTES, kind.code(), NOTE));
        EVERY.iter().copied().chain(notes)
    }

    /// Returns what a note of a kind says.
    pub fn of_note(&self, kind: NoteKind, text: &str) -> String {
        let template = self.notes.get(kind as usize);
        template.map_or_else(String::new, |template| template.fill(&[text]))
    }

    /// Returns the phrases of the program.
    pub(super) fn first() -> &'static Self {
        &FIRST
    }

    /// Returns the user's own phrases, or else those of the program, which are read when a paper first needs them, with
    /// their tones where an issuer writes them (`guide/domain.md` §1.7): `uỷ` for `ủy`.
    ///
    /// What fills their fields stays as it was typed, and so do phrases of an issuer that follows the older style.
    pub fn worded<'a>(own: Option<&'a Self>, issuer: Option<&Issuer>) -> Cow<'a, Self> {
        let phrases = own.unwrap_or(&FIRST);
        match issuer.and_then(|issuer| issuer.tone) {
            None | Some(Tone::Old | Tone::Off) => Cow::Borrowed(phrases),
            Some(Tone::New) => Cow::Owned(phrases.rewritten(ToneStyle::New)),
        }
    }

    fn rewritten(&self, style: ToneStyle) -> Self {
        let mut phrases = self.clone();
        for (section, name, _) in Self::all() {
            if let Some(template) = phrases.template(section, name) {
                template.rewrite(|words| in_tone(words, style));
            }
        }
        phrases.tone = Some(style);
        phrases
    }

    /// Returns a name from a table of the program with its tones where these phrases have them.
    pub fn toned(&self, name: &str) -> String {
        self.tone
            .map_or_else(|| name.to_owned(), |style| in_tone(name, style))
    }

    /// Reads a phrase file; a sentence that it leaves out stays as it is at first.
    pub fn read(file: &str) -> Result<Self, Mistake> {
        reader::lay_over(Self::default(), file)
    }

    /// Returns the fields of a phrase and its template.
    fn slot(&mut self, section: &str, name: &str) -> Option<(Form, &mut Template)> {
        let (_, _, form) = Self::all().find(|(of, phrase, _)| (*of, *phrase) == (section, name))?;
        self.template(section, name)
            .map(|template| (form, template))
    }
}
