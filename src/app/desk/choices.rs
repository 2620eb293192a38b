//! The choices of the desk: the options of each, and the effect of picking one.

use serde::{Deserialize, Serialize};

use crate::app::choice::{ChoicePurpose, ChoiceSpec, Offered, in_meeting};
use crate::app::command::{Command, DeskCommand};
use crate::app::desk::capture::with_links;
use crate::app::desk::forms::DeskForm;
use crate::app::desk::time_conflicts::{
    Asked, Moving, outside_options, room_options, turn_outside_options,
};
use crate::app::desk::{go_on, leave, marks, paste, turns};
use crate::app::details::Details;
use crate::app::effect::{Effect, done, gone, writes};
use crate::app::form::Form;
use crate::app::kept::Kept;
use crate::app::message::Message;
use crate::app::put_off;
use crate::app::questions::Questions;
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::capture::{self, Capture, Sort};
use crate::meeting::cell::Id;
use crate::meeting::change::Transaction;
use crate::meeting::code::NoteKind;
use crate::meeting::dossier::Dossier;
use crate::meeting::issues::IssueLine;
use crate::meeting::notes::{self, EntryId, Filter, Kind};
use crate::meeting::readiness::Lacking;
use crate::meeting::rows::{AgendaItem, Seat, Snippet, Speech};
use crate::meeting::{agenda, floor, focus, issues, prepared, roll_call};
use crate::store::Failure;
use crate::text::collate::sort_key;
use crate::text::dates::{short_date, span};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum DeskChoice {
    /// Whether the next item starts although the running one has only just begun.
    Hasty,
    /// Whether waiting speakers are heard first, moved or dropped when their item is left for another, or for none.
    LeaveQueue(Option<Id<AgendaItem>>),
    /// The kind of a pasted text of several lines.
    Paste(String),
    /// The filter of the stream.
    Filter(Filter),
    /// The issue that an answer will be for.
    Answer,
    /// The issue that the typed answer is for: one of these of its unit, another, or none.
    Answered(Vec<i64>),
    /// The turns of the meeting.
    Turns,
    /// What is done with a turn.
    Turn(Id<Speech>),
    /// Whether a turn follows its lines to another unit.
    MoveTurn(Id<Speech>, Id<Seat>),
    /// The abbreviation to change.
    Snippets,
    /// The new kind of a line of the stream.
    Kind(EntryId),
    /// The new kind of the marked lines of the stream.
    Kinds(Vec<EntryId>),
    /// The line of the stream to go to.
    Jump,
    /// Which focus area the action in the line serves.
    FocusArea,
    /// Whether the meeting is closed.
    Close,
    /// Whether other items make room for the corrected times of this one.
    Room(Id<AgendaItem>, Asked),
    /// What becomes of lines that are moved to times at which their items did not run.
    Outside(Box<Moving>),
    /// What becomes of a turn that is corrected to a time at which its item did not run.
    TurnOutside(Asked),
    /// Whether the meeting begins with this item, which was picked in the agenda.
    Begin(Id<AgendaItem>),
}

impl Kept for DeskChoice {
    const NAME: &'static str = "Desk";
}

impl ChoicePurpose for DeskChoice {
    fn spec(&self, view: &View) -> ChoiceSpec {
        let words = view.words;
        match self {
            Self::Hasty => ChoiceSpec::new(
                words.choose_hasty(),
                in_meeting(view, |dossier| hasty(dossier, view)),
            ),
            Self::LeaveQueue(to) => {
                let options = in_meeting(view, |dossier| leave_queue(*to, dossier, view));
                ChoiceSpec::new(words.choose_leave_queue(), options)
            }
            Self::Paste(text) => ChoiceSpec::new(words.choose_paste(), paste::kinds(text, view)),
            Self::Filter(filter) => {
                let options = in_meeting(view, |dossier| filters(*filter, dossier, view));
                ChoiceSpec::new(words.choose_filter(), options).unnumbered()
            }
            Self::Answer => ChoiceSpec::new(words.choose_answer(), answers(view)).unnumbered(),
            Self::Answered(numbers) => {
                ChoiceSpec::new(words.choose_answered(), answered(numbers, view)).unnumbered()
            }
            Self::Turns => {
                let options = in_meeting(view, |dossier| turns::list(dossier, view));
                ChoiceSpec::new(words.choose_turns(), options).unnumbered()
            }
            Self::Turn(turn) => ChoiceSpec::new(words.choose_turn(), turns::deeds(*turn, view))
                .about(speech_of(*turn, view)),
            Self::MoveTurn(turn, to) => {
                ChoiceSpec::new(words.choose_move_turn(), turns::move_turn(*turn, *to, view))
                    .about(speech_of(*turn, view))
            }
            Self::Snippets => ChoiceSpec::new(words.choose_snippets(), snippets(view)).unnumbered(),
            Self::Kind(entry) => {
                let line = view
                    .dossier
                    .and_then(|dossier| notes::entry(dossier, *entry));
                ChoiceSpec::new(words.choose_kind(), kinds(*entry, view)).about(line)
            }
            Self::Kinds(lines) => ChoiceSpec::new(words.choose_kind(), marks::kinds(lines, view)),
            Self::Jump => ChoiceSpec::new(words.choose_jump(), marks::lines(view)).unnumbered(),
            Self::FocusArea => ChoiceSpec::new(
                words.choose_focus(),
                in_meeting(view, |dossier| focus_areas(dossier, view)),
            ),
            Self::Close => ChoiceSpec::new(words.choose_close(), closing(view)),
            Self::Room(id, asked) => {
                ChoiceSpec::new(words.choose_room(), room_options(*id, asked, view))
            }
            Self::Outside(moving) => {
                ChoiceSpec::new(words.choose_outside(), outside_options(moving, view))
            }
            Self::TurnOutside(asked) => ChoiceSpec::new(
                words.choose_turn_outside(),
                turn_outside_options(asked, view),
            ),
            Self::Begin(id) => {
                let item = view.dossier.and_then(|dossier| dossier.items.get(*id));
                ChoiceSpec::new(words.choose_begin(), beginning(*id, view)).about(item)
            }
        }
    }

    fn ask(&self, _: &str, book: &mut Questions) -> Result<(), Failure> {
        book.known()
    }

    fn is_list(&self) -> bool {
        match self {
            Self::Turns | Self::Snippets => true,
            Self::Hasty
            | Self::LeaveQueue(_)
            | Self::Paste(_)
            | Self::Filter(_)
            | Self::Answer
            | Self::Answered(_)
            | Self::Turn(_)
            | Self::MoveTurn(..)
            | Self::Kind(_)
            | Self::Kinds(_)
            | Self::Jump
            | Self::FocusArea
            | Self::Close
            | Self::Room(..)
            | Self::Outside(_)
            | Self::TurnOutside(_)
            | Self::Begin(_) => false,
        }
    }

    /// A paste goes into the line. Words that were typed into a question of the program, because the line was thought to
    /// be written, go on in the line; those of a list that was opened to find something were a filter.
    fn half_typed(&self) -> Option<&str> {
        if let Self::Paste(text) = self {
            Some(text)
        } else {
            None
        }
    }

    fn cancelled(&self, typed: &str, view: &View) -> Vec<Effect> {
        let mut effects = vec![Effect::Back];
        if let Self::Paste(text) = self {
            effects.push(Effect::Tell(Message::Put(text.clone())));
        }
        if self.is_question() && !typed.is_empty() {
            effects.push(Effect::Tell(Message::GoOn(typed.to_owned())));
            let told = view.words.told_goes_on(typed);
            effects.push(Effect::Say(Status::said(told)));
        }
        effects
    }
}

impl DeskChoice {
    /// Says whether the program asks this, unbidden, over a line that goes on being typed.
    fn is_question(&self) -> bool {
        match self {
            Self::Hasty
            | Self::LeaveQueue(_)
            | Self::Paste(_)
            | Self::Answered(_)
            | Self::MoveTurn(..)
            | Self::FocusArea
            | Self::Room(..)
            | Self::Outside(_)
            | Self::TurnOutside(_)
            | Self::Begin(_) => true,
            Self::Filter(_)
            | Self::Answer
            | Self::Turns
            | Self::Turn(_)
            | Self::Snippets
            | Self::Kind(_)
            | Self::Kinds(_)
            | Self::Jump
            | Self::Close => false,
        }
    }
}

fn speech_of<'a>(id: Id<Speech>, view: &View<'a>) -> Option<&'a Speech> {
    view.dossier?.speeches.get(id)
}

/// Goes on at the desk once something is written; a question or a refusal keeps what is open.
pub(crate) fn then_desk(mut effects: Vec<Effect>) -> Vec<Effect> {
    if writes(&effects) {
        effects.push(Effect::CloseAll);
    }
    effects
}

/// Asks whether "next" was meant although the item has only just begun.
fn hasty(dossier: &Dossier, view: &View) -> Vec<Offered> {
    let since = agenda::hasty(dossier, view.now).map_or(String::new(), span);
    let title = agenda::running_item(dossier).map_or("", |item| &item.title);
    let next = agenda::next(dossier).map_or("", |item| &item.title);
    vec![
        Offered::nothing(view.words.option_stay(title), since),
        Offered::in_meeting(view.words.option_next(next), "", |dossier, view| {
            let next = agenda::next(dossier);
            then_desk(next.map_or_else(Vec::new, |item| leave(Some(item.id), dossier, view)))
        }),
    ]
}

/// Offers the ways to deal with the waiting speakers when their item is left.
fn leave_queue(to: Option<Id<AgendaItem>>, dossier: &Dossier, view: &View) -> Vec<Offered> {
    let words = view.words;
    let queue = floor::queue(dossier).into_iter();
    let waiting: Vec<&str> = queue.map(|speech| floor::name(speech, dossier)).collect();
    let hear = Offered::nothing(words.option_hear_first(), waiting.join(", "));
    let take = to.map(|to| {
        Offered::in_meeting(
            words.option_take_queue(waiting.len()),
            "",
            move |dossier, view| then_desk(take_queue(to, dossier, view)),
        )
    });
    let leave = Offered::in_meeting(words.option_drop_queue(), "", move |dossier, view| {
        then_desk(go_on(to, dossier, view))
    });
    [hear].into_iter().chain(take).chain([leave]).collect()
}

/// Starts an item, and lets those who wait for the floor wait there.
fn take_queue(to: Id<AgendaItem>, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let title = dossier.items.get(to).map_or("", |item| &item.title);
    let mut changes = floor::carry(dossier, to);
    changes.extend(agenda::start(dossier, to, view.now, view.ids));
    let label = view.words.told_item_started(title);
    vec![Effect::Commit(Transaction::new(label, changes))]
}

/// The filters of the stream: everything, the running item, a kind, a focus area, a unit.
fn filters(current: Filter, dossier: &Dossier, view: &View) -> Vec<Offered> {
    let words = view.words;
    let offer = |label: &str, hint: &str, filter: Filter| {
        Offered::new(label, hint, move |_| {
            vec![Effect::Close, Effect::Tell(Message::ShowLines(filter))]
        })
    };
    let item = agenda::current_item(dossier).and_then(|item| dossier.items.get(item));
    let item = item.map(|item| {
        let mut filter = current;
        filter.current_item = true;
        offer(words.filter_item(), &item.title, filter)
    });
    let kinds = NoteKind::ALL.iter().map(|kind| Kind::Note(*kind));
    let kinds = kinds.chain([Kind::Conclusion, Kind::Action]).map(|kind| {
        let mut filter = current;
        filter.kind = Some(kind);
        offer(words.kind(kind), "", filter)
    });
    let areas = focus::in_force(dossier).into_iter().map(|area| {
        let mut filter = current;
        filter.focus = Some(area.id);
        offer(
            &words.focus_short(area.number),
            words.area_name(area),
            filter,
        )
    });
    let units = roll_call::wards(dossier).into_iter().map(|seat| {
        let mut filter = current;
        filter.seat = Some(seat.id);
        offer(&seat.name, &seat.position.to_string(), filter)
    });
    let all = [offer(words.filter_all(), "", Filter::default())].into_iter();
    all.chain(item)
        .chain(kinds)
        .chain(areas)
        .chain(units)
        .collect()
}

/// The issues that wait for an answer, the oldest first.
fn answers(view: &View) -> Vec<Offered> {
    let open = view.shelf.open.as_deref().unwrap_or_default();
    let options = open.iter().map(|line| {
        let code = issues::code(line.issue.number);
        waiting(line, open, move |_| {
            vec![
                Effect::Close,
                Effect::Tell(Message::Prefix(format!(": {code} "))),
            ]
        })
    });
    options.collect()
}

/// The issues that a typed answer can be for: those of its unit first, then none, then the others.
fn answered(numbers: &[i64], view: &View) -> Vec<Offered> {
    let open = view.shelf.open.as_deref().unwrap_or_default();
    let offer = |line: &IssueLine| {
        let number = line.issue.number;
        waiting(line, open, move |_| {
            vec![
                Effect::Close,
                Effect::Tell(Message::Answers(Some(number))),
                Effect::Run(Command::Desk(DeskCommand::Write)),
            ]
        })
    };
    let none = Offered::new(view.words.option_answers_nothing(), "", |_| {
        vec![
            Effect::Close,
            Effect::Tell(Message::Answers(None)),
            Effect::Run(Command::Desk(DeskCommand::Write)),
        ]
    });
    let is_near = |line: &&IssueLine| numbers.contains(&line.issue.number);
    let (near, others): (Vec<_>, Vec<_>) = open.iter().partition(is_near);
    let near = near.into_iter().map(offer);
    near.chain([none])
        .chain(others.into_iter().map(offer))
        .collect()
}

/// An issue that waits for an answer, with who raised it, and the day where not all were raised on one.
fn waiting(
    line: &IssueLine,
    open: &[IssueLine],
    deed: impl Fn(&View) -> Vec<Effect> + 'static,
) -> Offered {
    let day = line.issue.at.date_naive();
    let is_one_day = open.iter().all(|other| other.issue.at.date_naive() == day);
    let day = (!is_one_day).then(|| short_date(day));
    let units = Some(line.raised_by.join(", ")).filter(|units| !units.is_empty());
    let hint: Vec<String> = [units, day].into_iter().flatten().collect();
    let label = format!("{} {}", issues::code(line.issue.number), line.issue.text);
    Offered::new(label, hint.join(" · "), deed)
}

/// The phrases that letters stand for, and a new one.
fn snippets(view: &View) -> Vec<Offered> {
    let offer = |label: &str, hint: &str, id: Option<Id<Snippet>>| {
        Offered::new(label, hint, move |view| {
            vec![fill(DeskForm::Snippet(id), view)]
        })
    };
    let mut known: Vec<&Snippet> = view.shelf.snippets.iter().flatten().collect();
    known.sort_by_cached_key(|snippet| sort_key(&snippet.short));
    let offered = known.into_iter();
    let offered = offered.map(|snippet| offer(&snippet.short, &snippet.phrase, Some(snippet.id)));
    offered
        .chain([offer(view.words.option_new_snippet(), "", None)])
        .collect()
}

fn fill(form: DeskForm, view: &View) -> Effect {
    Effect::Fill(Form::open(form, view))
}

/// The kinds that a line of the stream can become.
fn kinds(entry: EntryId, view: &View) -> Vec<Offered> {
    let options = marks::sorts().into_iter().map(|sort| {
        let sign = capture::sign(sort).map(String::from).unwrap_or_default();
        let name = view.words.sort(sort, NoteKind::Information);
        Offered::in_meeting(name, sign, move |dossier, view| {
            retype(entry, sort, dossier, view)
        })
    });
    options.collect()
}

fn retype(id: EntryId, sort: Sort, dossier: &Dossier, view: &View) -> Vec<Effect> {
    let Some(entry) = notes::entry(dossier, id) else {
        return gone(view.words);
    };
    // What becomes an answer or an action may name its issue in its words.
    let line = capture::with_code_read(Capture {
        sort,
        ..notes::capture_of(dossier, entry)
    });
    let name = view.words.sort(sort, NoteKind::Information);
    match view.writing(dossier).rewrite(entry, &line) {
        Ok(changes) => {
            let label = view.words.told_rewritten(name);
            done(with_links(label, &changes, dossier, view), changes)
        }
        Err(refusal) => {
            let why = Status::warned(view.words.refusal(refusal));
            vec![Effect::Close, Effect::Say(why)]
        }
    }
}

/// The focus areas that an action can serve; the line is written with the picked one.
fn focus_areas(dossier: &Dossier, view: &View) -> Vec<Offered> {
    let areas = focus::in_force(dossier).into_iter();
    let options = areas.map(|area| {
        let number = area.number;
        Offered::new(view.words.area_name(area), "", move |_| {
            vec![
                Effect::Close,
                Effect::Tell(Message::Append(format!(" #{number}"))),
                Effect::Run(Command::Desk(DeskCommand::Write)),
            ]
        })
    });
    options.collect()
}

/// Asks whether the meeting begins, and says what its papers will lack.
fn beginning(id: Id<AgendaItem>, view: &View) -> Vec<Offered> {
    in_meeting(view, |dossier| {
        let words = view.words;
        let title = dossier.items.get(id).map_or("", |item| &item.title);
        let begin = Offered::in_meeting(words.option_begin(title), "", move |dossier, view| {
            then_desk(leave(Some(id), dossier, view))
        });
        let edit = Offered::new(words.option_edit_item(title), "", move |view| {
            vec![fill(DeskForm::Item(id), view)]
        });
        let lacking = words.lacking(Lacking::in_dossier(dossier));
        let fill_in = lacking.map(|what| {
            Offered::in_meeting(words.option_fill_in(&what), "", |dossier, view| {
                vec![Effect::Fill(Form::open(Details(dossier.meeting.id), view))]
            })
        });
        [begin, edit].into_iter().chain(fill_in).collect()
    })
}

/// Asks whether the meeting is closed, and says how many items were not held, how many units are not marked and how many prepared
/// conclusions were not used.
fn closing(view: &View) -> Vec<Offered> {
    let words = view.words;
    let left = view
        .dossier
        .map_or(0, |dossier| roll_call::counts(dossier).not_marked);
    let unmarked = (left > 0).then(|| words.count_not_marked(left));
    let unheld = view
        .dossier
        .map_or(0, |dossier| agenda::unheld(dossier).len());
    let unheld = (unheld > 0).then(|| words.unheld_count(unheld));
    let unused = view.dossier.map_or(0, prepared::waiting);
    let unused = (unused > 0).then(|| words.prepared_left(unused));
    let hint: Vec<String> = [unheld, unmarked, unused].into_iter().flatten().collect();
    vec![
        Offered::in_meeting(words.option_yes(), hint.join(" · "), |dossier, view| {
            let label = view.words.told_closed().to_owned();
            let changes = agenda::close(dossier, view.now);
            let closed = dossier.after(&changes);
            let close = Effect::Commit(Transaction::new(label, changes));
            [close, Effect::CloseAll]
                .into_iter()
                .chain(put_off::questions(&closed, view))
                .collect()
        }),
        Offered::nothing(words.option_no(), ""),
    ]
}
