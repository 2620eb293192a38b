//! The dialogs of the register: reports, later deadlines, details, how it is arranged, filters with names.

use serde::{Deserialize, Serialize};

use crate::app::choice::Choice;
use crate::app::effect::Effect;
use crate::app::form::Form;
use crate::app::offers::Offered;
use crate::app::old_choice::Purpose as ChoicePurpose;
use crate::app::old_form::Purpose;
use crate::app::picks::Pick;
use crate::app::questions::Questions;
use crate::app::review::settle;
use crate::app::status::Status;
use crate::app::submit::{Refusal, day, done, near_day, need, optional};
use crate::app::view::View;
use crate::meeting::actions::report::{
    self, ExtensionRefusal, Report, ReportRefusal, extend, report_all, support,
};
use crate::meeting::actions::{ActionCard, AssignmentLine, Grouping, Order, code};
use crate::meeting::cell::Id;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::code::AssignmentState;
use crate::meeting::rows::{Action, Assignment, Extension, SavedFilter};
use crate::store::Failure;
use crate::text::dates::short_date;
use crate::words::Words;

/// A form of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ActionsForm {
    /// What a unit reports on its part.
    Report(Id<Assignment>),
    /// What is reported on all selected parts.
    ReportMarked,
    /// A later deadline.
    Extend(Id<Action>),
    /// The first deadline.
    Deadline(Id<Action>),
    /// What is to be handed in, who follows it up, who helps.
    Details(Id<Action>),
    /// What came of a look at an action.
    Note(Id<Action>),
    /// A filter and its name.
    SaveFilter,
}

impl ActionsForm {
    /// Returns the action that it is about.
    pub fn action(self) -> Option<Id<Action>> {
        match self {
            Self::Extend(id) | Self::Deadline(id) | Self::Details(id) | Self::Note(id) => Some(id),
            Self::Report(_) | Self::ReportMarked | Self::SaveFilter => None,
        }
    }
}

impl ActionsForm {
    pub(crate) fn ask(self, book: &mut Questions) -> Result<(), Failure> {
        if let Some(id) = self.action() {
            return book.card(Some(id));
        }
        let Self::Report(id) = self else {
            return Ok(());
        };
        let cached = book.shelf.part.as_ref();
        if cached.is_none_or(|part| part.assignment.id != id) {
            book.shelf.part = book.store.parts(&[id])?.pop();
        }
        Ok(())
    }
}

/// A choice of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ActionsChoice {
    /// By what it is grouped, and in what order.
    Arrange,
    /// Which filter is used, while this one is.
    Saved(String),
}

/// What an option of the register means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActionsPick {
    /// Groups the lines.
    Group(Grouping),
    /// Orders them.
    Order(Order),
    /// Filters them by this line.
    Filter(String),
    /// Asks for the name under which this line is kept.
    Save(String),
    /// Forgets a filter that was given a name.
    Forget(Id<SavedFilter>),
}

/// Returns the effect that opens a form, its fields filled with what is known.
pub fn show(form: ActionsForm, view: &View) -> Effect {
    let state = view.words.assignment_state(usual_state(form, view));
    let values = match form {
        ActionsForm::Report(_) | ActionsForm::ReportMarked => {
            vec![
                String::new(),
                String::new(),
                state.to_owned(),
                String::new(),
                String::new(),
            ]
        }
        ActionsForm::Extend(_) => vec![String::new(); 3],
        ActionsForm::Details(_) => view.shelf.card.as_ref().map_or_else(Vec::new, details),
        ActionsForm::Deadline(_) | ActionsForm::Note(_) => vec![String::new()],
        ActionsForm::SaveFilter => vec![String::new(); 2],
    };
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    Effect::Fill(Form::new(Purpose::Actions(form), &values))
}

/// Returns the state that a report brings a part to unless another is typed: what was accepted stays accepted.
fn usual_state(form: ActionsForm, view: &View) -> AssignmentState {
    let parts = view.shelf.card.iter().flat_map(|card| &card.parts);
    let mut own = parts.map(|part| &part.assignment);
    let is_done =
        own.any(|part| form == ActionsForm::Report(part.id) && part.state == AssignmentState::Done);
    if is_done {
        AssignmentState::Done
    } else {
        AssignmentState::Reported
    }
}

fn details(card: &ActionCard) -> Vec<String> {
    let action = &card.line.action;
    let names = card.supports.iter().map(|row| row.name.as_str());
    vec![
        action.deliverable.clone().unwrap_or_default(),
        action.officer.clone().unwrap_or_default(),
        names.collect::<Vec<_>>().join("; "),
    ]
}

/// Returns the effect that asks for a later deadline, or for the first one where there is none.
pub fn extend_form(card: &ActionCard, view: &View) -> Effect {
    let id = card.line.action.id;
    let has_one = card.line.action.deadline.is_some() || card.line.deadline.is_some();
    // What is signed has no first deadline any more; a day that was agreed afterwards comes with its reason.
    let has_one = has_one || card.is_signed;
    let form = if has_one {
        ActionsForm::Extend(id)
    } else {
        ActionsForm::Deadline(id)
    };
    show(form, view)
}

/// Returns the effect that asks for the name under which a filter is kept.
pub fn save(line: &str) -> Effect {
    let form = Form::new(Purpose::Actions(ActionsForm::SaveFilter), &["", line]);
    Effect::Fill(form)
}

/// Asks to whom a part is handed over.
pub fn hand_over(part: &Assignment) -> Vec<Effect> {
    let choice = Choice::new(ChoicePurpose::HandOver(part.id));
    vec![Effect::Choose(choice)]
}

/// Returns the names of the fields.
pub fn labels(form: ActionsForm, words: Words) -> Vec<&'static str> {
    match form {
        ActionsForm::Report(_) | ActionsForm::ReportMarked => vec![
            words.field_result(),
            words.field_evidence(),
            words.field_state(),
            words.field_percent(),
            words.field_done_on(),
        ],
        ActionsForm::Extend(_) => vec![
            words.field_new_deadline(),
            words.field_reason(),
            words.field_allowed_by(),
        ],
        ActionsForm::Deadline(_) => vec![words.field_deadline()],
        ActionsForm::Details(_) => vec![
            words.field_deliverable(),
            words.field_officer(),
            words.field_supports(),
        ],
        ActionsForm::Note(_) => vec![words.field_look()],
        ActionsForm::SaveFilter => vec![words.field_filter_name(), words.field_filter()],
    }
}

/// Returns the title of the form.
pub fn title(form: ActionsForm, view: &View) -> String {
    let words = view.words;
    let card = view.shelf.card.as_ref();
    let code = card.map(|card| code(card.line.action.number));
    let code = code.unwrap_or_default();
    match form {
        ActionsForm::Report(id) => {
            words.form_report(part(id, view).map_or("", |part| part.unit.as_str()))
        }
        ActionsForm::ReportMarked => words.form_report(&words.parts_count(chosen(view).len())),
        ActionsForm::Extend(_) => words.form_extend(&code),
        ActionsForm::Deadline(_) => words.form_deadline(&code),
        ActionsForm::Details(_) => words.form_action_details(&code),
        ActionsForm::Note(_) => words.form_look(&code),
        ActionsForm::SaveFilter => words.form_save_filter().to_owned(),
    }
}

/// Returns what the form asks of the program.
pub fn submit(form: ActionsForm, values: &[String], view: &View) -> Result<Vec<Effect>, Refusal> {
    match form {
        ActionsForm::Report(id) => report_one(id, values, view),
        ActionsForm::ReportMarked => {
            let report = read_report(values, view)?;
            let marked = report_marked(&report, view);
            let effects = marked.map_err(|why| Refusal { field: 2, why })?;
            Ok(effects.into_iter().chain([Effect::Close]).collect())
        }
        ActionsForm::Extend(id) | ActionsForm::Deadline(id) => later(id, values, view),
        ActionsForm::Details(id) => write_details(id, values, view),
        ActionsForm::Note(id) => {
            let note = need(values, 0, view.words.field_look(), view.words)?;
            let card = card(id, view).ok_or_else(|| gone(view))?;
            let looked = settle(card, Some(note), view);
            Ok(looked.into_iter().chain([Effect::Close]).collect())
        }
        ActionsForm::SaveFilter => save_filter(values, view),
    }
}

fn report_one(id: Id<Assignment>, values: &[String], view: &View) -> Result<Vec<Effect>, Refusal> {
    let written = read_report(values, view)?;
    let part = part(id, view).ok_or_else(|| gone(view))?;
    let made = report::report(&part.assignment, part.heard(), &written, view.moment());
    let changes = made.map_err(|refusal| Refusal {
        field: 2,
        why: view.words.report_refusal(refusal, &part.unit),
    })?;
    let state = view.words.assignment_state(written.state);
    Ok(done(view.words.told_reported(&part.unit, state), changes))
}

/// Writes a report on all selected parts; those that cannot take it are told, and if none can, why.
pub fn report_marked(report: &Report, view: &View) -> Result<Vec<Effect>, String> {
    let words = view.words;
    let parts = chosen(view);
    let (changes, refused) = report_all(parts, report, view.moment());
    if let (true, Some((unit, refusal))) = (changes.is_empty(), refused.first()) {
        return Err(match (parts.len(), refusal) {
            (1, _) => words.report_refusal(*refusal, unit),
            (_, ReportRefusal::NotReported) => words.why_none_reported().to_owned(),
            (
                _,
                ReportRefusal::HandedOver | ReportRefusal::SoAlready | ReportRefusal::Accepted(_),
            ) => words.why_none_changes().to_owned(),
        });
    }
    let state = words.assignment_state(report.state);
    let what = match parts {
        [only] => only.unit.clone(),
        _ => words.parts_count(parts.len() - refused.len()),
    };
    let label = if refused.is_empty() {
        words.told_reported(&what, state)
    } else {
        words.told_reported_but(&what, state, refused.len())
    };
    Ok(vec![
        Effect::Commit(Transaction::new(label, changes)),
        Effect::LetGoParts,
    ])
}

fn read_report(values: &[String], view: &View) -> Result<Report, Refusal> {
    let words = view.words;
    let typed = need(values, 2, words.field_state(), words)?;
    let state = words.read_assignment_state(&typed);
    let state = state.filter(|state| *state != AssignmentState::HandedOver);
    let state = state.ok_or_else(|| Refusal {
        field: 2,
        why: words.why_not_a_state(&typed),
    })?;
    let percent = optional(values, 3);
    let percent = percent.map(|typed| {
        let digits = typed.trim_end_matches('%').trim();
        let share = digits.parse::<i64>().ok();
        let share = share.filter(|share| (0..=100).contains(share));
        share.ok_or_else(|| Refusal {
            field: 3,
            why: words.why_not_percent(&typed),
        })
    });
    let done_on = optional(values, 4);
    let done_on = done_on.map(|typed| {
        let on = near_day(&typed, view.today(), words);
        let on = on.map_err(|why| Refusal { field: 4, why })?;
        if on > view.today() {
            let why = words.why_done_in_future(&short_date(on));
            return Err(Refusal { field: 4, why });
        }
        Ok(on)
    });
    let percent = percent.transpose()?;
    let fits = match (state, percent) {
        (AssignmentState::Done, Some(percent)) => percent == 100,
        (AssignmentState::NotStarted, Some(percent)) => percent == 0,
        (AssignmentState::InProgress, Some(percent)) => percent < 100,
        (_, _) => true,
    };
    if let (false, Some(percent)) = (fits, percent) {
        let why = words.why_percent_state(percent, words.assignment_state(state));
        return Err(Refusal { field: 3, why });
    }
    Ok(Report {
        state,
        percent,
        text: optional(values, 0),
        evidence: optional(values, 1),
        done_on: done_on.transpose()?,
    })
}

fn later(id: Id<Action>, values: &[String], view: &View) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let card = card(id, view).ok_or_else(|| gone(view))?;
    let line = &card.line;
    let typed = need(values, 0, words.field_new_deadline(), words)?;
    let deadline = day(&typed, view.today(), words).map_err(|why| Refusal { field: 0, why })?;
    let has_none = line.action.deadline.is_none() && line.deadline.is_none();
    let is_first = has_none && !card.is_signed;
    let reason = if is_first {
        optional(values, 1).unwrap_or_default()
    } else {
        need(values, 1, words.field_reason(), words)?
    };
    let row = Extension {
        id: view.ids.next(),
        action: id,
        deadline,
        reason,
        allowed_by: optional(values, 2),
        at: view.now,
    };
    let change =
        extend(&line.action, line.deadline, card.is_signed, row).map_err(|refusal| Refusal {
            field: 0,
            why: match refusal {
                ExtensionRefusal::BeforeFirst(first) => {
                    words.why_before_first(&short_date(deadline), &short_date(first))
                }
                ExtensionRefusal::NotLater(in_force) => words.why_not_later(&short_date(in_force)),
            },
        })?;
    let code = code(line.action.number);
    let day = short_date(deadline);
    let label = if is_first {
        words.told_first_deadline(&code, &day)
    } else {
        words.told_extended(&code, &day)
    };
    Ok(done(label, vec![change]))
}

fn write_details(id: Id<Action>, values: &[String], view: &View) -> Result<Vec<Effect>, Refusal> {
    let card = card(id, view).ok_or_else(|| gone(view))?;
    let action = &card.line.action;
    let edited = Change::edit(action, |action| {
        action.deliverable = optional(values, 0);
        action.officer = optional(values, 1);
    });
    let names: Vec<String> = optional(values, 2)
        .unwrap_or_default()
        .split(';')
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .collect();
    let mut changes = vec![edited];
    changes.extend(support(id, &card.supports, &names, view.ids));
    let sentence = view.words.told_action_details(&code(action.number));
    Ok(done(sentence, changes))
}

fn save_filter(values: &[String], view: &View) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let name = need(values, 0, words.field_filter_name(), words)?;
    let line = need(values, 1, words.field_filter(), words)?;
    let saved = view.shelf.saved.iter().flatten();
    let change = match saved.into_iter().find(|filter| filter.name == name) {
        Some(saved) => Change::edit(saved, |saved| saved.line.clone_from(&line)),
        None => Change::insert(SavedFilter {
            id: view.ids.next(),
            name: name.clone(),
            line: line.clone(),
        }),
    };
    let mut effects = done(words.told_filter_saved(&name), vec![change]);
    effects.push(Effect::FilterActions(line));
    Ok(effects)
}

/// Returns the options of a choice.
pub fn options(choice: &ActionsChoice, view: &View) -> Vec<Offered> {
    let words = view.words;
    match choice {
        ActionsChoice::Arrange => {
            let groupings = Grouping::ALL.iter().map(|grouping| {
                let pick = ActionsPick::Group(*grouping);
                Offered::new(words.grouping(*grouping), "", Pick::Actions(pick))
            });
            let orders = Order::ALL.iter().map(|order| {
                let pick = ActionsPick::Order(*order);
                Offered::new(words.order(*order), "", Pick::Actions(pick))
            });
            groupings.chain(orders).collect()
        }
        ActionsChoice::Saved(line) => {
            let saved = view.shelf.saved.as_deref().unwrap_or_default();
            let all = ActionsPick::Filter(String::new());
            let all = Offered::new(words.option_no_filter(), "", Pick::Actions(all));
            let uses = saved.iter().map(|filter| {
                let pick = ActionsPick::Filter(filter.line.clone());
                Offered::new(filter.name.as_str(), &*filter.line, Pick::Actions(pick))
            });
            let save = ActionsPick::Save(line.clone());
            let save = Offered::new(words.option_save_filter(), &**line, Pick::Actions(save));
            let forget = saved.iter().map(|filter| {
                let label = words.option_forget_filter(&filter.name);
                Offered::new(label, "", Pick::Actions(ActionsPick::Forget(filter.id)))
            });
            uses.chain([all, save]).chain(forget).collect()
        }
    }
}

/// Returns what picking an option asks of the program.
pub fn effects(pick: ActionsPick, view: &View) -> Vec<Effect> {
    let words = view.words;
    match pick {
        ActionsPick::Group(grouping) => vec![Effect::Close, Effect::GroupActions(grouping)],
        ActionsPick::Order(order) => vec![Effect::Close, Effect::OrderActions(order)],
        ActionsPick::Filter(line) => vec![Effect::Close, Effect::FilterActions(line)],
        ActionsPick::Save(line) if line.is_empty() => vec![
            Effect::Close,
            Effect::Say(Status::warned(words.why_no_filter_line())),
        ],
        ActionsPick::Save(line) => vec![save(&line)],
        ActionsPick::Forget(id) => {
            let mut saved = view.shelf.saved.iter().flatten();
            match saved.find(|filter| filter.id == id) {
                Some(filter) => done(
                    words.told_filter_forgotten(&filter.name),
                    vec![Change::delete(filter)],
                ),
                None => vec![Effect::Close],
            }
        }
    }
}

/// Returns an action that is on the screen.
fn card<'a>(id: Id<Action>, view: &View<'a>) -> Option<&'a ActionCard> {
    let card = view.shelf.card.as_ref();
    card.filter(|card| card.line.action.id == id)
}

/// Returns the parts that were selected to be reported together.
fn chosen<'a>(view: &View<'a>) -> &'a [AssignmentLine] {
    view.shelf.chosen.as_deref().unwrap_or_default()
}

/// Returns the part whose report is written.
fn part<'a>(id: Id<Assignment>, view: &View<'a>) -> Option<&'a AssignmentLine> {
    let part = view.shelf.part.as_ref();
    part.filter(|part| part.assignment.id == id)
}

/// What is said where what a form is about has gone: the form stays, and so does what was typed.
fn gone(view: &View) -> Refusal {
    Refusal {
        field: 0,
        why: view.words.why_part_gone().to_owned(),
    }
}
