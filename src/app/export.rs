//! Where papers and tables go: the form that asks for the file, whose ending tells the format, and whether an older
//! version of the file is replaced.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::app::choice::{ChoicePurpose, ChoiceSpec, Offered};
use crate::app::effect::{Effect, Handout, PaperExport, PapersEffect, TableExport};
use crate::app::fields;
use crate::app::form::{Field, FormPurpose, FormSpec, Typed};
use crate::app::kept::Kept;
use crate::app::outbox::meant;
use crate::app::view::View;
use crate::meeting::cell::Id;
use crate::meeting::code::PaperKind;
use crate::meeting::rows::Roster;
use crate::papers::Format;
use crate::papers::actions::ActionsFormat;
use crate::papers::brief::Which;
use crate::papers::format::{SheetFormat, with_ending};
use crate::words::Words;

/// The form that asks where something goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum ExportForm {
    /// A paper of the open meeting; the suggested file.
    Paper(Which, PathBuf),
    /// A final version that went out before, by its number; the suggested file.
    Again(Which, i64, PathBuf),
    /// All papers of the open meeting; the suggested folder.
    Folder(PathBuf),
    /// The turnout of a year.
    Turnout(i32),
    /// The yearbook of a year.
    Year(i32),
    /// A roster; the suggested file.
    Roster(Id<Roster>, String),
    /// The actions that the register shows.
    Actions,
    /// The issues that the log shows.
    Issues,
}

impl Kept for ExportForm {
    const NAME: &'static str = "Export";
}

/// The file of a paper: without an ending it is a document of Word.
const PAPER: Field<(PathBuf, Format)> = Field::new("file", Words::field_file, |typed| {
    let path = with_ending(Path::new(&fields::needed(typed)?));
    let format = Format::of(&path);
    ending(path, format, typed.view.words.why_paper_ending())
});

const SHEET: Field<(PathBuf, SheetFormat)> = Field::new("file", Words::field_file, |typed| {
    let path = file(typed)?;
    let format = SheetFormat::of(&path);
    ending(path, format, typed.view.words.why_ending())
});

const REGISTER: Field<(PathBuf, ActionsFormat)> = Field::new("file", Words::field_file, |typed| {
    let path = file(typed)?;
    let format = path
        .extension()
        .and_then(|ending| ActionsFormat::of(&ending.to_string_lossy()));
    ending(path, format, typed.view.words.why_actions_ending())
});

const FOLDER: Field<PathBuf> = Field::new("folder", Words::field_folder, file);

fn file(typed: &Typed) -> Result<PathBuf, String> {
    Ok(PathBuf::from(fields::needed(typed)?))
}

fn ending<F>(path: PathBuf, format: Option<F>, why: &str) -> Result<(PathBuf, F), String> {
    format
        .map(|format| (path, format))
        .ok_or_else(|| why.to_owned())
}

impl FormPurpose for ExportForm {
    fn spec(&self, view: &View) -> FormSpec {
        let words = view.words;
        let form = |title: &str| FormSpec::new(title, words);
        match self {
            Self::Paper(which, suggested) => paper_form(*which, suggested, view),
            Self::Again(which, number, suggested) => {
                let (which, number) = (*which, *number);
                let form = titled(which, view);
                file_form(form, &PAPER, suggested, view, move |format, path| {
                    hand_out(PaperExport::Again(which, number, format), path)
                })
            }
            Self::Folder(suggested) => {
                let offered = above(suggested);
                offering(form(words.form_export_folder()), &FOLDER, suggested, view).then(
                    move |filled, _| {
                        let folder = meant(&filled.read(&FOLDER)?, &offered);
                        Ok(hand_out(PaperExport::Folder, folder))
                    },
                )
            }
            Self::Turnout(year) => {
                let (title, year) = (words.form_export_turnout(), *year);
                let name = words.file_turnout(year);
                sheet_form(title, &name, view, move |format| {
                    TableExport::Turnout(year, format)
                })
            }
            Self::Year(year) => {
                let (title, year) = (words.form_export_year(), *year);
                let name = words.file_year(year);
                sheet_form(title, &name, view, move |format| {
                    TableExport::Year(year, format)
                })
            }
            Self::Roster(roster, suggested) => {
                let (title, roster) = (words.form_export_roster(), *roster);
                sheet_form(title, suggested, view, move |format| {
                    TableExport::Roster(roster, format)
                })
            }
            Self::Actions => {
                let name = words.file_actions(&view.today().to_string());
                let form = form(words.form_export_actions());
                table_form(form, &REGISTER, &name, view, TableExport::Actions)
            }
            Self::Issues => {
                let name = words.file_issues(&view.today().to_string());
                let form = form(words.form_export_issues());
                table_form(form, &PAPER, &name, view, TableExport::Issues)
            }
        }
    }
}

fn sheet_form(
    title: &str,
    name: &str,
    view: &View,
    table: impl Fn(SheetFormat) -> TableExport + 'static,
) -> FormSpec {
    table_form(FormSpec::new(title, view.words), &SHEET, name, view, table)
}

/// Asks where a table of the whole book goes.
fn table_form<F: 'static>(
    form: FormSpec,
    file: &'static Field<(PathBuf, F)>,
    name: &str,
    view: &View,
    table: impl Fn(F) -> TableExport + 'static,
) -> FormSpec {
    let offered = view.preferences.outbox.folder().join(name);
    file_form(form, file, &offered, view, move |format, path| {
        write(table(format), path)
    })
}

/// Asks for a file, whose ending tells the format.
fn file_form<F: 'static>(
    form: FormSpec,
    file: &'static Field<(PathBuf, F)>,
    offered: &Path,
    view: &View,
    deed: impl Fn(F, PathBuf) -> Vec<Effect> + 'static,
) -> FormSpec {
    let folder = above(offered);
    offering(form, file, offered, view).then(move |filled, _| {
        let (path, format) = filled.read(file)?;
        Ok(deed(format, meant(&path, &folder)))
    })
}

/// Adds the field of a place, with the one that is offered, and says below it where the file will be.
fn offering<T: 'static>(form: FormSpec, field: &Field<T>, offered: &Path, view: &View) -> FormSpec {
    let (words, folder) = (view.words, above(offered));
    let is_beside = view.preferences.outbox.is_last_resort();
    form.suggested(field, offered.display().to_string())
        .meaning(move |typed| {
            let place = meant(Path::new(typed), &folder);
            words.note_goes_to(&place.display().to_string())
        })
        .noting(is_beside.then(|| words.note_no_documents().to_owned()))
}

/// Returns the folder that a place is in.
fn above(place: &Path) -> PathBuf {
    place.parent().map(Path::to_owned).unwrap_or_default()
}

/// The file of an invitation: a paper, or the meeting for the calendars of those who are invited.
const INVITATION: Field<(PathBuf, Option<Format>)> =
    Field::new("file", Words::field_file, |typed| {
        let path = with_ending(Path::new(&fields::needed(typed)?));
        let is_calendar = path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("ics"));
        let format = if is_calendar {
            Some(None)
        } else {
            Format::of(&path).map(Some)
        };
        ending(path, format, typed.view.words.why_invitation_ending())
    });

/// Asks where a paper goes; the calendar of an invitation is no version of it.
fn paper_form(which: Which, suggested: &Path, view: &View) -> FormSpec {
    let form = titled(which, view);
    if which.kind != PaperKind::Invitation {
        return file_form(form, &PAPER, suggested, view, move |format, path| {
            hand_out(PaperExport::One(which, format), path)
        });
    }
    let form = file_form(
        form,
        &INVITATION,
        suggested,
        view,
        move |format, path| match format {
            Some(format) => hand_out(PaperExport::One(which, format), path),
            None => write(TableExport::Calendar, path),
        },
    );
    form.noting([view.words.note_calendar().to_owned()])
}

/// Begins the form that asks where a paper goes.
fn titled(which: Which, view: &View) -> FormSpec {
    let name = view.words.paper(which.kind).to_uppercase();
    FormSpec::new(view.words.form_export_paper(&name), view.words)
}

fn hand_out(what: PaperExport, path: PathBuf) -> Vec<Effect> {
    let handout = Handout {
        what,
        path,
        may_replace: false,
        may_leave_blanks: false,
    };
    vec![
        Effect::Papers(PapersEffect::HandOut(handout)),
        Effect::Close,
    ]
}

fn write(what: TableExport, path: PathBuf) -> Vec<Effect> {
    vec![Effect::Export(what, path), Effect::Close]
}

/// Whether an older version of a file is replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Replacement(pub(crate) Handout);

impl Kept for Replacement {
    const NAME: &'static str = "Replace";
}

impl ChoicePurpose for Replacement {
    fn spec(&self, view: &View) -> ChoiceSpec {
        let (words, path) = (view.words, &self.0.path);
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let handout = Handout {
            may_replace: true,
            ..self.0.clone()
        };
        let options = vec![
            // The first option keeps the file, because a hasty Enter picks the first.
            Offered::back(words.option_keep_file(), name),
            Offered::new(words.option_replace_file(), "", move |_| {
                let effect = PapersEffect::HandOut(handout.clone());
                vec![Effect::Close, Effect::Papers(effect)]
            }),
        ];
        ChoiceSpec::new(words.choose_replace(), options)
    }
}
