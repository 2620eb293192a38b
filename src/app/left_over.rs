//! What a desk that does not run any more left half-typed: the next desk is asked whether it takes that up. It is never mixed
//! with what is half-typed here: where both are, they change places, and what was here is offered next time.

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::app::choice::{Choice, ChoicePurpose, ChoiceSpec, Offered};
use crate::app::dialogs::Dialog;
use crate::app::effect::Effect;
use crate::app::kept::Kept;
use crate::app::place::{DRAFT, Place, draft_name};
use crate::app::status::Status;
use crate::app::view::View;
use crate::store::Failure;

/// The question about what one desk left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct LeftOver {
    desk: i64,
    /// The first words that it left.
    words: String,
    /// How many things it left half-typed.
    #[serde(default)]
    count: usize,
}

impl Kept for LeftOver {
    const NAME: &'static str = "LeftOver";
}

impl ChoicePurpose for LeftOver {
    fn spec(&self, view: &View) -> ChoiceSpec {
        let (words, desk) = (view.words, self.desk);
        let answer = |is_taken: bool| move |_: &View| vec![Effect::LeftOver(desk, is_taken)];
        let first = self.words.split_whitespace().collect::<Vec<_>>().join(" ");
        let (shown, all) = if self.count > 1 {
            let all = words.all_left(self.count);
            (format!("{all}: {first}"), all)
        } else {
            (first, String::new())
        };
        let options = vec![
            Offered::new(words.option_take_left(), shown, answer(true)),
            Offered::back(words.option_wait_left(), ""),
            Offered::new(words.option_drop_left(), all, answer(false)),
        ];
        ChoiceSpec::new(words.choose_left_over(), options)
    }
}

impl Place {
    /// Returns the place without a question about another, which is asked anew whenever the program starts.
    pub(super) fn unasked(mut self) -> Self {
        self.behind.retain(|dialog| !asks(dialog));
        if self.dialog.as_ref().is_some_and(asks) {
            self.back();
        }
        self
    }
}

/// Says whether a dialog is the question about what another desk left.
fn asks(dialog: &Dialog) -> bool {
    if let Dialog::Choice(choice) = dialog {
        LeftOver::revived(&choice.purpose.as_draft()).is_some()
    } else {
        false
    }
}

impl App {
    /// Asks about what one of these desks left half-typed, if any did.
    pub(super) fn offer_left_over(&mut self) -> Result<(), Failure> {
        for desk in &self.setup.left {
            let there = self.left_by(*desk)?;
            let left = there.half_typed();
            if let Some(words) = left.first().cloned() {
                let question = LeftOver {
                    desk: *desk,
                    words,
                    count: left.len(),
                };
                self.place.open(Dialog::Choice(Choice::new(question)));
                return Ok(());
            }
        }
        Ok(())
    }

    fn left_by(&self, desk: i64) -> Result<Place, Failure> {
        let kept = self.room.store.draft(&draft_name(DRAFT, desk))?;
        Ok(Place::read(&kept.unwrap_or_default()).unasked())
    }

    /// Takes up what a desk left, or drops it, if it is still there.
    pub(super) fn answer_left_over(&mut self, desk: i64, is_taken: bool) -> Result<(), Failure> {
        self.place.back();
        let name = draft_name(DRAFT, desk);
        let mut there = self.left_by(desk)?;
        if there.half_typed().is_empty() {
            // Another desk that was asked the same has answered before.
            self.status = Some(Status::warned(self.room.words.why_left_answered()));
            return Ok(());
        }
        if !is_taken {
            self.room.store.keep_draft(&name, "")?;
            self.status = Some(Status::done(self.room.words.told_left_dropped()));
            return Ok(());
        }
        let here = std::mem::take(&mut self.place);
        (there.lang, there.theme, there.typing) = (here.lang, here.theme.clone(), here.typing);
        self.place = there;
        // Its new place is kept before the old one is let go.
        self.keep_draft();
        let waits = !here.half_typed().is_empty();
        let left = waits.then(|| serde_json::to_string(&here).unwrap_or_default());
        self.room
            .store
            .keep_draft(&name, &left.unwrap_or_default())?;
        self.forget();
        self.reopen()
    }
}
