//! The sentences on each action in the review: its state, who waits for acceptance, who has something left to do, what is paused.

use crate::app::view::View;
use crate::meeting::actions::code;
use crate::meeting::look_back::{Retrospect, Reviewed, sum};
use crate::text::dates::short_date;

/// Returns the name of the focus area of some actions and how they stand together.
pub(crate) fn area(lines: &[Reviewed], view: &View) -> String {
    let words = view.words;
    let named = lines.first().map_or_else(String::new, |line| {
        let short = words.focus_short(line.area.number);
        format!("{short} {}", words.area_name(&line.area))
    });
    words.look_back_sum(&named, lines.len(), sum(lines))
}

/// Returns how an action stands: its parts, its deadline, and how late it is.
pub(crate) fn standing(line: &Reviewed, view: &View) -> String {
    let words = view.words;
    let done = words.look_back_done(line.sum.done, line.sum.total());
    let due = match line.deadline {
        None => {
            let said = words.due_shown(None, line.action.deadline_words.as_deref());
            said.unwrap_or_else(|| words.look_back_no_deadline().to_owned())
        }
        Some(due) if line.sum.overdue > 0 => {
            words.look_back_late(&short_date(due), (view.today() - due).num_days())
        }
        Some(due) => words.look_back_due(&short_date(due)),
    };
    format!("{done} · {due}")
}

/// Returns who waits for acceptance, who has something left to do, and whose part is paused, a sentence each.
pub(crate) fn names(line: &Reviewed, view: &View) -> Vec<String> {
    let words = view.words;
    let (waiting, owing) = (line.waiting(), line.owing(view.today()));
    let paused = line.paused();
    let told = [
        (!waiting.is_empty()).then(|| words.look_back_waiting(waiting.len(), &waiting.join(", "))),
        (!owing.is_empty()).then(|| words.look_back_owing(owing.len(), &owing.join(", "))),
        (!paused.is_empty()).then(|| words.look_back_paused(paused.len(), &paused.join(", "))),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    if told.is_empty() {
        return vec![words.look_back_settled().to_owned()];
    }
    told
}

/// Returns the whole review as a text, as it is read aloud.
pub(crate) fn whole(all: &Retrospect, view: &View) -> String {
    let mut text = vec![title(all, view)];
    for lines in all.by_area() {
        text.push(String::new());
        text.push(area(lines, view));
        for line in lines {
            let head = format!("- {} {}", code(line.action.number), line.action.text);
            text.push(format!("{head} ({})", standing(line, view)));
            text.extend(
                names(line, view)
                    .into_iter()
                    .map(|name| format!("  {name}")),
            );
        }
    }
    if all.lines.is_empty() {
        text.push(view.words.look_back_none().to_owned());
    }
    if all.beyond > 0 {
        text.push(view.words.look_back_beyond(all.beyond));
    }
    text.join("\n")
}

/// Returns the title, with the day of the meeting before.
pub(crate) fn title(all: &Retrospect, view: &View) -> String {
    let title = view.words.look_back_title();
    all.since.map_or_else(
        || title.to_owned(),
        |day| view.words.look_back_since(title, &short_date(day)),
    )
}
