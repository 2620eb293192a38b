//! A day in a form of the register that may be meant otherwise: it is asked about before the form is taken, and the form
//! can be taken up again with what was typed in it.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::app::actions::choices::ActionsChoice;
use crate::app::actions::forms::ActionsForm;
use crate::app::choice::{Choice, ChoiceSpec, Offered};
use crate::app::effect::Effect;
use crate::app::form::{Filled, Form};
use crate::app::status::Status;
use crate::app::view::View;
use crate::meeting::actions::AssignmentLine;
use crate::meeting::actions::report::Report;
use crate::text::dates::short_date;

/// Days from today beyond which a day is asked about.
const FAR: u64 = 366;

/// What may be meant otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Doubt {
    /// In this field a day without a year is just past; the other is the next such day.
    Year(String, NaiveDate, NaiveDate),
    /// The day is more than a year away.
    Far(NaiveDate),
    /// The part was done on the first day, before it was given on the second.
    BeforeGiven(NaiveDate, NaiveDate),
}

/// Whether the user has been asked already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sure {
    No,
    Yes,
}

impl Sure {
    /// Returns the effects that ask about a doubt, unless the user has answered.
    pub(super) fn asks(
        self,
        doubt: Option<Doubt>,
        form: ActionsForm,
        filled: &Filled,
    ) -> Option<Vec<Effect>> {
        let doubt = doubt.filter(|_| self == Self::No)?;
        let asked = Asked {
            form,
            typed: filled.typed(),
            doubt,
        };
        let choice = Choice::new(ActionsChoice::Doubt(Box::new(asked)));
        Some(vec![Effect::Choose(choice)])
    }
}

/// A filled form with a day that is asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Asked {
    pub(super) form: ActionsForm,
    typed: Vec<(String, String)>,
    doubt: Doubt,
}

impl Asked {
    /// Returns the answers that are offered.
    pub(super) fn spec(&self, view: &View) -> ChoiceSpec {
        let words = view.words;
        let title = match self.doubt {
            Doubt::Year(..) => words.choose_year(),
            Doubt::Far(_) | Doubt::BeforeGiven(..) => words.choose_sure(),
        };
        let mut options = match &self.doubt {
            Doubt::Year(field, past, next) => vec![
                self.with_day(field, *past, view),
                self.with_day(field, *next, view),
            ],
            Doubt::Far(day) => vec![self.as_typed(words.option_far(&short_date(*day)))],
            Doubt::BeforeGiven(day, given) => {
                let label = words.option_before_given(&short_date(*day), &short_date(*given));
                vec![self.as_typed(label)]
            }
        };
        let asked = self.clone();
        options.push(Offered::new(words.option_back_to_form(), "", move |view| {
            vec![Effect::Fill(asked.filled(view))]
        }));
        ChoiceSpec::new(title, options)
    }

    fn with_day(&self, field: &str, day: NaiveDate, view: &View) -> Offered {
        let mut asked = self.clone();
        for (id, text) in &mut asked.typed {
            if id == field {
                *text = short_date(day);
            }
        }
        let away = (day - view.today()).num_days();
        let hint = if away < 0 {
            view.words.days_ago(away.abs())
        } else {
            view.words.days_ahead(away)
        };
        Offered::new(short_date(day), hint, move |view| asked.write(view))
    }

    fn as_typed(&self, label: String) -> Offered {
        let asked = self.clone();
        Offered::new(label, "", move |view| asked.write(view))
    }

    fn filled(&self, view: &View) -> Form {
        Form::open(self.form.clone(), view).with_typed(&self.typed)
    }

    /// Writes the form down as it was answered; where it is refused, it is there again.
    fn write(&self, view: &View) -> Vec<Effect> {
        let form = self.filled(view);
        let written = form.read(view, |filled| self.form.write(filled, Sure::Yes, view));
        written.unwrap_or_else(|refusal| {
            vec![
                Effect::Fill(self.filled(view)),
                Effect::Say(Status::warned(refusal.why)),
            ]
        })
    }
}

/// Returns the doubt about a day that is more than a year away, before or after today.
pub(super) fn of_day(day: NaiveDate, view: &View) -> Option<Doubt> {
    let (far, today) = (Days::new(FAR), view.today());
    let is_near = today.checked_sub_days(far).is_none_or(|first| first <= day)
        && today.checked_add_days(far).is_none_or(|last| day <= last);
    (!is_near).then_some(Doubt::Far(day))
}

/// Returns the doubt about the day on which a report says that parts were done.
pub(super) fn of_done_on<'a>(
    report: &Report,
    parts: impl IntoIterator<Item = &'a AssignmentLine>,
    view: &View,
) -> Option<Doubt> {
    let day = report.done_on?;
    let given = parts.into_iter().map(|part| part.given).max();
    match given.filter(|given| day < *given) {
        Some(given) => Some(Doubt::BeforeGiven(day, given)),
        None => of_day(day, view),
    }
}
