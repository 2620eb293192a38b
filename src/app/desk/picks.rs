//! The choices of the desk: what each offers, and what picking it means.

use crate::app::desk::forms::{DeskForm, turn};
use crate::app::desk::{go_on, leave, verbatim};
use crate::app::effect::Effect;
use crate::app::form::Form;
use crate::app::offers::Offered;
use crate::app::old_form::Purpose as FormPurpose;
use crate::app::picks::Pick;
use crate::app::view::View;
use crate::meeting::capture::{self, Capture};
use crate::meeting::cell::Id;
use crate::meeting::change::Transaction;
use crate::meeting::code::NoteKind;
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::{Filter, Kind, LineRefusal, Place};
use crate::meeting::rows::{AgendaItem, Snippet, Speech};
use crate::meeting::{agenda, floor, focus, issues, roll_call};
use crate::text::collate::sort_key;
use crate::text::dates::{short_date, span, time};

/// An option of the desk, by what picking it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskPick {
    /// Goes on to the next item although the running one has only just begun.
    NextItem,
    /// Goes on to an item, or to none; who waits for the floor waits there.
    TakeQueue(Id<AgendaItem>),
    /// Goes on to an item, or to none; who waits for the floor stays under the item that is left.
    DropQueue(Option<Id<AgendaItem>>),
    /// Puts a pasted text into the line as one.
    PasteOne(String),
    /// Writes a pasted text line by line.
    PasteEach(String),
    /// Shows this of the stream.
    Filter(Filter),
    /// Answers the issue of this number.
    Answer(i64),
    /// Corrects a turn.
    Turn(Id<Speech>),
    /// Changes a phrase, or adds one.
    Snippet(Option<Id<Snippet>>),
}

/// Returns what picking an option asks of the program.
pub fn effects(pick: DeskPick, view: &View) -> Vec<Effect> {
    let Some(dossier) = view.dossier else {
        return vec![Effect::Close];
    };
    let close = |effects: Vec<Effect>| [Effect::Close].into_iter().chain(effects).collect();
    match pick {
        DeskPick::NextItem => match agenda::next(dossier) {
            Some(item) => close(leave(Some(item.id), dossier, view)),
            None => vec![Effect::Close],
        },
        DeskPick::TakeQueue(to) => close(take_queue(to, dossier, view)),
        DeskPick::DropQueue(to) => close(go_on(to, dossier, view)),
        DeskPick::PasteOne(text) => vec![Effect::Close, Effect::Put(text)],
        // Refused lines stay in the choice.
        DeskPick::PasteEach(text) => paste_each(&text, dossier, view),
        DeskPick::Filter(filter) => vec![Effect::Close, Effect::Filter(filter)],
        DeskPick::Answer(number) => vec![
            Effect::Close,
            Effect::Prefix(format!(": {} ", issues::code(number))),
        ],
        DeskPick::Turn(id) => match dossier.speeches.get(id) {
            Some(speech) => vec![Effect::Fill(turn(speech, dossier))],
            None => vec![Effect::Close],
        },
        DeskPick::Snippet(id) => {
            let known = view.shelf.snippets.as_deref().unwrap_or_default();
            let held = known.iter().find(|snippet| Some(snippet.id) == id);
            let (short, phrase) = held.map_or(("", ""), |held| (&held.short, &held.phrase));
            let purpose = FormPurpose::Desk(DeskForm::Snippet(id));
            vec![Effect::Fill(Form::new(purpose, &[short, phrase]))]
        }
    }
}

/// Starts an item, and lets those who wait for the floor wait there.
fn take_queue(to: Id<AgendaItem>, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let title = dossier.items.get(to).map_or("", |item| &item.title);
    let mut changes = floor::carry(dossier, to);
    changes.extend(agenda::start(dossier, to, view.now, view.ids));
    let label = view.words.told_item_started(title);
    vec![Effect::Commit(Transaction::new(label, changes))]
}

/// Writes a pasted text line by line; what cannot be written as its signs say is a note of exactly what it is.
fn paste_each(text: &str, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let read = |line: &str| -> Capture {
        let line = crate::text::clean::clean_line(line);
        let read = capture::parse(&line, dossier);
        let tried = view
            .writing(dossier)
            .write(&read, Place::now(dossier, view.now));
        let is_action = read.sort == capture::Sort::Action && !read.problems.is_empty();
        let cannot = matches!(
            tried,
            Err(LineRefusal::NoFocus | LineRefusal::NoUnit | LineRefusal::Empty)
        );
        if is_action || cannot {
            verbatim(&line, read)
        } else {
            read
        }
    };
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let lines: Vec<Capture> = lines.map(read).collect();
    let place = Place::now(dossier, view.now);
    let changes = view.writing(dossier).write_all(&lines, place);
    let label = view.words.told_pasted(lines.len());
    vec![
        Effect::Commit(Transaction::new(label, changes)),
        Effect::Filter(Filter::default()),
        Effect::Close,
    ]
}

/// Whether "next" was meant although the item has only just begun.
pub fn hasty(dossier: &Dossier, view: &View) -> Vec<Offered> {
    let since = agenda::hasty(dossier, view.now).map_or(String::new(), span);
    let title = agenda::running_item(dossier).map_or("", |item| &item.title);
    let words = view.words;
    vec![
        Offered::new(words.option_stay(title), since, Pick::Nothing),
        Offered::new(
            words.option_next(agenda::next(dossier).map_or("", |item| &item.title)),
            "",
            Pick::Desk(DeskPick::NextItem),
        ),
    ]
}

/// What becomes of those who wait for the floor when their item is left.
pub fn leave_queue(to: Option<Id<AgendaItem>>, dossier: &Dossier, view: &View) -> Vec<Offered> {
    let waiting: Vec<&str> = floor::queue(dossier)
        .into_iter()
        .map(|speech| floor::name(speech, dossier))
        .collect();
    let words = view.words;
    let mut offered = vec![Offered::new(
        words.option_hear_first(),
        waiting.join(", "),
        Pick::Nothing,
    )];
    offered.extend(to.map(|to| {
        Offered::new(
            words.option_take_queue(waiting.len()),
            "",
            Pick::Desk(DeskPick::TakeQueue(to)),
        )
    }));
    offered.push(Offered::new(
        words.option_drop_queue(),
        "",
        Pick::Desk(DeskPick::DropQueue(to)),
    ));
    offered
}

/// What a pasted text of several lines is.
pub fn paste(text: &str, view: &View) -> Vec<Offered> {
    let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
    let words = view.words;
    vec![
        Offered::new(
            words.option_paste_one(),
            "",
            Pick::Desk(DeskPick::PasteOne(text.to_owned())),
        ),
        Offered::new(
            words.option_paste_each(lines),
            "",
            Pick::Desk(DeskPick::PasteEach(text.to_owned())),
        ),
    ]
}

/// What the stream can show: everything, the running item, a kind, a focus area, a unit.
pub fn filters(dossier: &Dossier, view: &View) -> Vec<Offered> {
    let words = view.words;
    let held = view.filter;
    let offer = |label: String, hint: &str, filter: Filter| {
        Offered::new(label, hint, Pick::Desk(DeskPick::Filter(filter)))
    };
    let mut offered = vec![offer(words.filter_all().to_owned(), "", Filter::default())];
    if let Some(item) = agenda::current_item(dossier).and_then(|item| dossier.items.get(item)) {
        let filter = Filter {
            current_item: true,
            ..held
        };
        offered.push(offer(words.filter_item().to_owned(), &item.title, filter));
    }
    let kinds = NoteKind::ALL.iter().map(|kind| Kind::Note(*kind));
    for kind in kinds.chain([Kind::Conclusion, Kind::Action]) {
        let filter = Filter {
            kind: Some(kind),
            ..held
        };
        offered.push(offer(words.kind(kind).to_owned(), "", filter));
    }
    for area in focus::in_force(dossier) {
        let filter = Filter {
            focus: Some(area.id),
            ..held
        };
        let short = words.area_name(area);
        offered.push(offer(words.focus_short(area.number), short, filter));
    }
    for seat in roll_call::wards(dossier) {
        let filter = Filter {
            seat: Some(seat.id),
            ..held
        };
        offered.push(offer(seat.name.clone(), &seat.position.to_string(), filter));
    }
    offered
}

/// The issues that wait for an answer, the oldest first.
pub fn answers(view: &View) -> Vec<Offered> {
    let open = view.shelf.open.as_deref().unwrap_or_default();
    let offered = open.iter().map(|line| {
        let code = issues::code(line.issue.number);
        let label = format!("{code} {}", line.issue.text);
        let day = short_date(line.issue.at.date_naive());
        let hint = format!("{} · {day}", line.raised_by.join(", "));
        Offered::new(label, hint, Pick::Desk(DeskPick::Answer(line.issue.number)))
    });
    offered.collect()
}

/// The turns that were had, the latest first.
pub fn turns(dossier: &Dossier, view: &View) -> Vec<Offered> {
    let mut had: Vec<&Speech> = dossier
        .speeches
        .iter()
        .filter(|speech| speech.began.is_some())
        .collect();
    had.sort_by_key(|speech| std::cmp::Reverse((speech.began, speech.id)));
    let offered = had.into_iter().map(|speech| {
        let began = speech.began.map(time).unwrap_or_default();
        let label = format!("{began} {}", floor::name(speech, dossier));
        let lasted = span(floor::length(speech, view.now));
        Offered::new(label, lasted, Pick::Desk(DeskPick::Turn(speech.id)))
    });
    offered.collect()
}

/// The phrases that letters stand for, and a new one.
pub fn snippets(view: &View) -> Vec<Offered> {
    let mut known: Vec<&Snippet> = view.shelf.snippets.iter().flatten().collect();
    known.sort_by_cached_key(|snippet| sort_key(&snippet.short));
    let held = known.into_iter().map(|snippet| {
        let pick = Pick::Desk(DeskPick::Snippet(Some(snippet.id)));
        Offered::new(snippet.short.as_str(), snippet.phrase.as_str(), pick)
    });
    let new = Offered::new(
        view.words.option_new_snippet(),
        "",
        Pick::Desk(DeskPick::Snippet(None)),
    );
    held.chain([new]).collect()
}
