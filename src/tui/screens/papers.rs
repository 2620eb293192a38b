//! F8 Biên bản: what is still missing on the left, the minutes as they will read on the right.
//!
//! ```text
//!  CÒN THIẾU 3                  │ XEM TRƯỚC
//!  ▸ Địa điểm                   │     THÀNH ỦY THỦ ĐỨC        ĐẢNG CỘNG SẢN VIỆT NAM
//!    Người ghi: họ tên, chức vụ │        BAN TỔ CHỨC          ──────────────────────
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};

use super::meetings::particulars;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::code::MeetingState;
use crate::meeting::dossier::Dossier;
use crate::meeting::notes::EntryId;
use crate::papers::gaps::Gap;
use crate::papers::paper::Which;
use crate::tui::command::{ListCommand, PapersCommand, ScreenId};
use crate::tui::dialogs::roll_call::RollCallForm;
use crate::tui::dialogs::{Dialog, Form, roll_call as forms};
use crate::tui::effect::{Effect, Export, PapersEffect};
use crate::tui::status::Status;
use crate::tui::view::View;
use crate::tui::widgets::{list, pen};
use crate::words::Words;

/// Where the user is in the minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Papers {
    /// The paper that is shown.
    pub which: Which,
    /// The selected gap.
    pub selected: usize,
    /// Whether the arrows move the preview.
    pub in_preview: bool,
    /// Lines above the first one shown.
    pub scroll: usize,
}

/// Returns the columns that the preview has on a body of this width.
pub fn preview_columns(columns: u16) -> usize {
    usize::from(columns.saturating_sub(gaps_columns(columns)))
        .saturating_sub(2)
        .min(84)
}

fn gaps_columns(columns: u16) -> u16 {
    (columns / 10 * 3).clamp(20, 40)
}

impl Papers {
    /// Moves the selection, or the preview.
    pub fn list(&mut self, command: ListCommand, view: &View) {
        let Some((_, lines, gaps)) = &view.shelf.minutes else {
            return;
        };
        let rows = usize::from(view.rows.saturating_sub(1));
        let pages = matches!(command, ListCommand::PageUp | ListCommand::PageDown);
        if self.in_preview || pages || gaps.is_empty() {
            let last = lines.len().saturating_sub(rows);
            self.scroll = list::moved(self.scroll, last + 1, rows, command);
        } else {
            self.selected = list::moved(self.selected, gaps.len(), rows, command);
        }
    }

    /// Does what a key asks for.
    pub fn update(&mut self, command: PapersCommand, view: &View) -> Vec<Effect> {
        let (Some(dossier), Some((_, _, gaps))) = (view.dossier, &view.shelf.minutes) else {
            return vec![Effect::Say(Status::warned(view.words.why_no_meeting()))];
        };
        let of = |effect: PapersEffect| vec![Effect::Papers(effect)];
        match command {
            PapersCommand::OtherSide => {
                self.in_preview = !self.in_preview;
                Vec::new()
            }
            PapersCommand::Mend => match gaps.get(self.selected) {
                Some(gap) => mend(gap, dossier, view),
                None => vec![Effect::Say(Status::said(view.words.gaps_none()))],
            },
            PapersCommand::Export => of(PapersEffect::AskWhere(Export::Paper(self.which))),
            PapersCommand::ExportAll => of(PapersEffect::AskWhere(Export::Folder)),
            PapersCommand::Versions => of(PapersEffect::Versions(self.which)),
            PapersCommand::Amend => of(PapersEffect::Amend(self.which)),
            PapersCommand::Finalise => finalise(gaps, dossier, view),
        }
    }

    /// Draws what is missing beside the preview.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, view: &View) {
        let (Some(dossier), Some((_, lines, gaps))) = (view.dossier, &view.shelf.minutes) else {
            pen::write(
                buffer,
                pen::row(area, 1),
                &format!(" {}", view.words.no_meeting_open()),
                view.styles.muted,
            );
            return;
        };
        let left = Rect {
            width: gaps_columns(area.width),
            ..area
        };
        let right = Rect {
            x: area.x + left.width,
            width: area.width - left.width,
            ..area
        };
        let left = pen::rule_right(buffer, left, view.styles.muted);
        self.draw_gaps(buffer, left, gaps, dossier, view);
        let head = if self.in_preview {
            view.styles.running
        } else {
            view.styles.heading
        };
        pen::write(
            buffer,
            pen::row(right, 0),
            &format!(" {}", view.words.preview_title()),
            head,
        );
        for (position, line) in (1..right.height).zip(lines.iter().skip(self.scroll)) {
            pen::write(
                buffer,
                pen::row(right, position),
                &format!(" {line}"),
                view.styles.text,
            );
        }
    }

    fn draw_gaps(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        gaps: &[Gap],
        dossier: &Dossier,
        view: &View,
    ) {
        let words = view.words;
        if gaps.is_empty() {
            for (position, line) in (0..).zip(crate::text::width::wrap(
                words.gaps_none(),
                usize::from(area.width) - 2,
            )) {
                pen::write(
                    buffer,
                    pen::row(area, position),
                    &format!(" {line}"),
                    view.styles.good,
                );
            }
            return;
        }
        pen::write(
            buffer,
            pen::row(area, 0),
            &format!(" {}", words.gaps_title(gaps.len())),
            view.styles.warn,
        );
        let rows = usize::from(area.height.saturating_sub(1)).max(1);
        let first = list::first_shown(self.selected, gaps.len(), rows);
        for (position, gap) in gaps.iter().enumerate().skip(first).take(rows) {
            let row = pen::row(area, u16::try_from(position - first).unwrap_or(0) + 1);
            let is_here = position == self.selected && !self.in_preview;
            let style = if is_here {
                view.styles.selected
            } else {
                view.styles.text
            };
            pen::paint(buffer, row, style);
            let mark = if is_here { '▸' } else { ' ' };
            pen::write(
                buffer,
                row,
                &format!(" {mark} {}", gap_words(gap, dossier, words)),
                style,
            );
        }
    }
}

/// Returns what is missing, in words.
fn gap_words(gap: &Gap, dossier: &Dossier, words: Words) -> String {
    let seat = |id| dossier.seats.get(id).map_or("", |seat| &seat.name);
    match gap {
        Gap::NotClosed => words.gap_not_closed().to_owned(),
        Gap::Venue => words.gap_venue().to_owned(),
        Gap::Chair => words.gap_chair().to_owned(),
        Gap::Recorder => words.gap_recorder().to_owned(),
        Gap::Documents => words.gap_documents().to_owned(),
        Gap::Recording => words.gap_recording().to_owned(),
        Gap::NotMarked(n) => words.gap_not_marked(*n),
        Gap::Unranked(n) => words.gap_unranked(*n),
        Gap::Names(n, _) => words.gap_names(*n),
        Gap::Unread(id) => words.gap_unread(dossier.notes.get(*id).map_or("", |note| &note.text)),
        Gap::Pages => words.gap_pages().to_owned(),
        Gap::Reason(id) => words.gap_reason(seat(*id)),
        Gap::Uncounted(id) => words.gap_uncounted(seat(*id)),
        Gap::Silent(id) => words.gap_silent(dossier.items.get(*id).map_or("", |item| &item.title)),
        Gap::NoConclusion => words.gap_conclusion().to_owned(),
    }
}

/// Goes to where a gap is filled.
fn mend(gap: &Gap, dossier: &Dossier, view: &View) -> Vec<Effect> {
    if dossier.meeting.state == MeetingState::Final {
        return vec![Effect::Say(Status::warned(view.words.why_final()))];
    }
    let details = |field: usize| {
        let form = Form {
            field,
            ..particulars(&dossier.meeting)
        };
        vec![Effect::Show(Dialog::Form(form))]
    };
    let missing = |value: &Option<String>| value.is_none();
    match gap {
        Gap::NotClosed | Gap::Silent(_) | Gap::NoConclusion => vec![Effect::Go(ScreenId::Desk)],
        Gap::Venue => details(4),
        Gap::Chair => details(if missing(&dossier.meeting.chair) {
            5
        } else {
            6
        }),
        Gap::Recorder => details(if missing(&dossier.meeting.recorder) {
            7
        } else {
            8
        }),
        Gap::Documents => details(9),
        Gap::Recording => details(10),
        Gap::NotMarked(_) | Gap::Unranked(_) => vec![Effect::Go(ScreenId::RollCall)],
        Gap::Pages => details(if dossier.meeting.pages.is_none() {
            11
        } else {
            12
        }),
        Gap::Unread(id) => vec![
            Effect::Select(EntryId::Note(*id)),
            Effect::Go(ScreenId::Desk),
        ],
        Gap::Names(_, id) => show(dossier.seats.get(*id).map(forms::names)),
        Gap::Reason(id) => show(Some(RollCallForm::Excused(*id).with(&[""]))),
        Gap::Uncounted(id) => show(dossier.seats.get(*id).map(forms::delegation)),
    }
}

/// Shows a form, if there is one.
fn show(form: Option<Form>) -> Vec<Effect> {
    form.map(|form| Effect::Show(Dialog::Form(form)))
        .into_iter()
        .collect()
}

fn finalise(gaps: &[Gap], dossier: &Dossier, view: &View) -> Vec<Effect> {
    match dossier.meeting.state {
        MeetingState::Planned | MeetingState::InSession => {
            vec![Effect::Say(Status::warned(view.words.why_not_closed()))]
        }
        MeetingState::Final => vec![Effect::Say(Status::warned(view.words.why_final()))],
        MeetingState::Closed if !gaps.is_empty() => {
            vec![Effect::Say(Status::warned(view.words.why_gaps(gaps.len())))]
        }
        MeetingState::Closed => {
            let signed = Change::edit(&dossier.meeting, |meeting| {
                meeting.state = MeetingState::Final;
            });
            vec![Effect::Commit(Transaction::new(
                view.words.told_final(),
                vec![signed],
            ))]
        }
    }
}
