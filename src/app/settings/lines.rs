//! The lines of the settings: the name of each, its value, where that is kept, and its purpose.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::app::config::{Origin, Origins};
use crate::app::settings::days_off;
use crate::app::view::{View, Wording, misworded};
use crate::meeting::cell::Id;
use crate::meeting::code::Tone;
use crate::meeting::rows::{Issuer, Signatory, Snippet};
use crate::meeting::settings::{BookSettings, IssuerText, Switch, recipients};
use crate::papers::document::House;
use crate::text::dates::short_date;
use crate::words::Words;

/// The groups of the lines, each under a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The body that issues papers.
    Issuer,
    /// Who usually gets a notice.
    Recipients,
    /// The details of papers that the guidance leaves open.
    Form,
    Signatories,
    Snippets,
    /// The days off and the worked weekends.
    DaysOff,
    /// The settings of the program.
    Program,
    /// The sentences of the papers.
    Wording,
}

/// A line that can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Setting {
    /// A text of the issuing body.
    Text(IssuerText),
    /// The last day of the issuing body.
    LastDay,
    /// A recipient, by its place.
    Recipient(usize),
    NewRecipient,
    /// Where the tone is written.
    Tone,
    /// Something that is done or not.
    Switch(Switch),
    Signatory(Id<Signatory>),
    /// One more who may sign.
    NewSignatory,
    Snippet(Id<Snippet>),
    /// More letters and their phrase.
    NewSnippet,
    /// A day off, or a worked day of a weekend.
    DayOff(NaiveDate),
    /// One more of these.
    NewDayOff,
    /// The language of the screen.
    Lang,
    Theme,
    Typing,
    /// Where papers are written to.
    PapersFolder,
    /// The file with the sentences of the papers.
    Wording,
}

/// An entry of one of the lists, which can be taken out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SettingEntry {
    /// A recipient, by its place.
    Recipient(usize),
    Signatory(Id<Signatory>),
    Snippet(Id<Snippet>),
    DayOff(NaiveDate),
}

impl Setting {
    /// Returns the entry that this is, if it is one of a list.
    pub(crate) fn entry(self) -> Option<SettingEntry> {
        match self {
            Self::Recipient(place) => Some(SettingEntry::Recipient(place)),
            Self::Signatory(id) => Some(SettingEntry::Signatory(id)),
            Self::Snippet(id) => Some(SettingEntry::Snippet(id)),
            Self::DayOff(day) => Some(SettingEntry::DayOff(day)),
            Self::Text(_)
            | Self::LastDay
            | Self::NewRecipient
            | Self::Tone
            | Self::Switch(_)
            | Self::NewSignatory
            | Self::NewSnippet
            | Self::NewDayOff
            | Self::Lang
            | Self::Theme
            | Self::Typing
            | Self::PapersFolder
            | Self::Wording => None,
        }
    }
}

/// A setting as its line shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SettingLine {
    /// In which part it stands.
    pub(crate) part: Part,
    pub(crate) setting: Setting,
    pub(crate) name: String,
    pub(crate) value: String,
    /// Whether that wants a look.
    pub(crate) is_wrong: bool,
}

impl SettingLine {
    pub(crate) fn new(
        part: Part,
        setting: Setting,
        name: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        Self {
            part,
            setting,
            name: name.into(),
            value: value.into(),
            is_wrong: false,
        }
    }
}

/// Returns whether something is done, chosen or as the guidance has it.
pub(crate) fn is_on(switch: Switch, issuer: &Issuer) -> bool {
    let house = House::of(issuer);
    switch.of(issuer).unwrap_or(match switch {
        Switch::DatesMinutes => true,
        Switch::Dashes => house.dashes,
        Switch::BoldPosition => house.bold_position,
        Switch::TwoSided => house.two_sided,
    })
}

/// Returns the lines of all settings, in their order.
pub(crate) fn lines(settings: &BookSettings, view: &View) -> Vec<SettingLine> {
    let mut lines = of_issuer(settings, view);
    lines.extend(of_recipients(settings, view.words));
    lines.extend(of_form(&settings.issuer, view.words));
    lines.extend(of_signatories(settings, view.words));
    lines.extend(of_snippets(view));
    lines.extend(days_off::lines(settings, view));
    lines.extend(of_program(view));
    lines
}

fn of_issuer(settings: &BookSettings, view: &View) -> Vec<SettingLine> {
    let (words, issuer) = (view.words, &settings.issuer);
    let said = |text: &str| {
        if text.is_empty() {
            words.value_unset().to_owned()
        } else {
            text.to_owned()
        }
    };
    let texts = IssuerText::ALL.iter().map(|text| {
        let setting = Setting::Text(*text);
        let name = words.issuer_text(*text);
        SettingLine::new(Part::Issuer, setting, name, said(text.of(issuer)))
    });
    let has_ended = issuer.valid_to.is_some_and(|last| view.today() > last);
    let last = issuer.valid_to.map(short_date).unwrap_or_default();
    let value = if has_ended {
        words.value_ended(&last)
    } else {
        said(&last)
    };
    let name = words.setting_last_day();
    let last_day = SettingLine {
        is_wrong: has_ended,
        ..SettingLine::new(Part::Issuer, Setting::LastDay, name, value)
    };
    texts.chain([last_day]).collect()
}

fn of_recipients(settings: &BookSettings, words: Words) -> Vec<SettingLine> {
    let part = Part::Recipients;
    let known = recipients(&settings.issuer).into_iter().enumerate();
    let known = known.map(|(place, text)| {
        let name = words.setting_recipient(place + 1);
        SettingLine::new(part, Setting::Recipient(place), name, text)
    });
    let name = words.setting_new_recipient();
    let new = SettingLine::new(part, Setting::NewRecipient, name, "");
    known.chain([new]).collect()
}

fn of_form(issuer: &Issuer, words: Words) -> Vec<SettingLine> {
    let part = Part::Form;
    let value = words.tone(issuer.tone.unwrap_or(Tone::Old));
    let tone = SettingLine::new(part, Setting::Tone, words.setting_tone(), value);
    let switches = Switch::ALL.iter().map(|switch| {
        let value = words.yes_or_no(is_on(*switch, issuer));
        let name = words.switch(*switch);
        SettingLine::new(part, Setting::Switch(*switch), name, value)
    });
    [tone].into_iter().chain(switches).collect()
}

fn of_signatories(settings: &BookSettings, words: Words) -> Vec<SettingLine> {
    let part = Part::Signatories;
    let known = settings.signatories.iter().map(|row| {
        let value = format!("{} · {}", row.office, row.name);
        let name = words.capacity(row.capacity);
        SettingLine::new(part, Setting::Signatory(row.id), name, value)
    });
    let name = words.setting_new_signatory();
    let new = SettingLine::new(part, Setting::NewSignatory, name, "");
    known.chain([new]).collect()
}

fn of_snippets(view: &View) -> Vec<SettingLine> {
    let part = Part::Snippets;
    let known = view.shelf.snippets.iter().flatten().map(|row| {
        let setting = Setting::Snippet(row.id);
        SettingLine::new(part, setting, row.short.as_str(), row.phrase.as_str())
    });
    let name = view.words.setting_new_snippet();
    let new = SettingLine::new(part, Setting::NewSnippet, name, "");
    known.chain([new]).collect()
}

fn of_program(view: &View) -> Vec<SettingLine> {
    let (words, preferences) = (view.words, view.preferences);
    let part = Part::Program;
    let folder = preferences.outbox.told(words);
    let typing = words.typing_or_system(view.typing);
    let name = words.setting_papers_folder();
    vec![
        SettingLine::new(
            part,
            Setting::Lang,
            words.setting_lang(),
            words.own_language(),
        ),
        SettingLine::new(
            part,
            Setting::Theme,
            words.setting_theme(),
            preferences.theme.as_str(),
        ),
        SettingLine::new(part, Setting::Typing, words.setting_typing(), typing),
        SettingLine::new(part, Setting::PapersFolder, name, folder),
        of_wording(&preferences.wording, words),
    ]
}

fn of_wording(wording: &Wording, words: Words) -> SettingLine {
    let value = match wording {
        Wording::Own => words.wording_own().to_owned(),
        Wording::Read(retired) if retired.is_empty() => words.wording_read().to_owned(),
        Wording::Read(retired) => words.wording_read_but(retired.len()),
        Wording::Broken(mistake) => words.wording_broken(mistake.line, mistake.column),
        Wording::Unread(_) => words.wording_unread().to_owned(),
    };
    let name = words.setting_phrases();
    SettingLine {
        is_wrong: matches!(wording, Wording::Broken(_) | Wording::Unread(_)),
        ..SettingLine::new(Part::Wording, Setting::Wording, name, value)
    }
}

/// Returns the name of a part.
pub(crate) fn heading(part: Part, words: Words) -> &'static str {
    match part {
        Part::Issuer => words.part_issuer(),
        Part::Recipients => words.part_recipients(),
        Part::Form => words.part_form(),
        Part::Signatories => words.part_signatories(),
        Part::Snippets => words.part_snippets(),
        Part::DaysOff => words.part_days_off(),
        Part::Program => words.part_program(),
        Part::Wording => words.part_wording(),
    }
}

/// Returns where a setting is kept; of the program, where its value comes from.
pub(crate) fn storage(line: &SettingLine, view: &View) -> &'static str {
    let words = view.words;
    match line.part {
        Part::Issuer
        | Part::Recipients
        | Part::Form
        | Part::Signatories
        | Part::Snippets
        | Part::DaysOff => words.kept_in_book(),
        Part::Program => match origin(line.setting, view.preferences.origins) {
            Origin::Flag => words.from_flag(),
            Origin::Book => words.from_book(),
            Origin::Config => words.from_config(),
            Origin::Program => words.from_program(),
        },
        Part::Wording => "phrases.toml",
    }
}

/// Returns where the value of a setting of the program comes from.
fn origin(setting: Setting, origins: Origins) -> Origin {
    match setting {
        Setting::Lang => origins.lang,
        Setting::Theme => origins.theme,
        Setting::Typing => origins.typing,
        Setting::PapersFolder => origins.papers_folder,
        Setting::Text(_)
        | Setting::LastDay
        | Setting::Recipient(_)
        | Setting::NewRecipient
        | Setting::Tone
        | Setting::Switch(_)
        | Setting::Signatory(_)
        | Setting::NewSignatory
        | Setting::Snippet(_)
        | Setting::NewSnippet
        | Setting::DayOff(_)
        | Setting::NewDayOff
        | Setting::Wording => Origin::Book,
    }
}

pub(crate) fn hint(setting: Setting, settings: &BookSettings, view: &View) -> String {
    let words = view.words;
    match setting {
        Setting::Text(text) => text_hint(text, &settings.issuer, words),
        Setting::LastDay => words.hint_last_day().to_owned(),
        Setting::Recipient(_) | Setting::NewRecipient => words.hint_recipient().to_owned(),
        Setting::Tone => words.hint_tone().to_owned(),
        Setting::Switch(Switch::DatesMinutes) => words.hint_dates_minutes().to_owned(),
        Setting::Switch(Switch::Dashes) => words.hint_dashes().to_owned(),
        Setting::Switch(Switch::BoldPosition) => words.hint_bold_position().to_owned(),
        Setting::Switch(Switch::TwoSided) => words.hint_two_sided().to_owned(),
        Setting::Signatory(_) | Setting::NewSignatory => words.hint_signatory().to_owned(),
        Setting::Snippet(_) | Setting::NewSnippet => words.hint_snippet().to_owned(),
        Setting::DayOff(_) | Setting::NewDayOff => words.hint_day_off().to_owned(),
        Setting::Lang | Setting::Theme | Setting::Typing => {
            of_config(view, |file| words.hint_config(file))
        }
        Setting::PapersFolder => {
            let unchosen = view.preferences.outbox.told_unchosen(words);
            of_config(view, |file| words.hint_folder(&unchosen, file))
        }
        Setting::Wording => wording_hint(view),
    }
}

fn of_config(view: &View, hint: impl Fn(&str) -> String) -> String {
    let file = view.preferences.config.as_ref();
    let hint = file.map(|file| hint(&file.display().to_string()));
    hint.unwrap_or_else(|| view.words.hint_no_config().to_owned())
}

fn wording_hint(view: &View) -> String {
    let words = view.words;
    let Some(file) = &view.preferences.phrases else {
        return words.why_no_phrases_place().to_owned();
    };
    let file = file.display().to_string();
    match &view.preferences.wording {
        Wording::Read(retired) if !retired.is_empty() => {
            let all = retired.iter().map(|retired| retired.sentence(words));
            all.collect::<Vec<_>>().join(" ")
        }
        Wording::Own | Wording::Read(_) => words.hint_phrases(&file),
        Wording::Broken(mistake) => misworded(&file, mistake, words),
        Wording::Unread(why) => words.fail_unread(&file, why),
    }
}

fn text_hint(text: IssuerText, issuer: &Issuer, words: Words) -> String {
    match text {
        IssuerText::Superior => words.hint_superior(),
        IssuerText::Organ => words.hint_organ(),
        IssuerText::FullName => words.hint_full_name(),
        IssuerText::ShortName => words.hint_short_name(),
        IssuerText::Head => words.hint_head(),
        IssuerText::Place => words.hint_place(),
        IssuerText::Symbol => return words.hint_symbol(&issuer.symbol),
        IssuerText::FollowUp => words.hint_follow_up(),
    }
    .to_owned()
}
