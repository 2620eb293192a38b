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
    /// The words that it left.
    words: String,
}

impl Kept for LeftOver {
    const NAME: &'static str = "LeftOver";
}

impl ChoicePurpose for LeftOver {
    fn spec(&self, view: &View) -> ChoiceSpec {
        let (words, desk) = (view.words, self.desk);
        let answer = |is_taken: bool| move |_: &View| vec![Effect::LeftOver(desk, is_taken)];
        let options = vec![
            Offered::new(words.option_take_left(), &self.words, answer(true)),
            Offered::back(words.option_wait_left(), ""),
            Offered::new(words.option_drop_left(), "", answer(false)),
        ];
        ChoiceSpec::new(words.choose_left_over(), options)
    }
}

impl Place {
    /// Returns the place without a question about another, which is asked anew whenever the program starts.
    pub(super) fn unasked(mut self) -> Self {
        if let Some(Dialog::Choice(choice)) = &self.dialog
            && LeftOver::revived(&choice.purpose.as_draft()).is_some()
        {
            self.back();
        }
        self
    }
}

impl App {
    /// Asks about what one of these desks left half-typed, if any did.
    pub(super) fn offer_left_over(&mut self) -> Result<(), Failure> {
        for desk in &self.setup.left {
            let there = self.left_by(*desk)?;
            if let Some(words) = there.half_typed().map(str::to_owned) {
                let question = LeftOver { desk: *desk, words };
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

    /// Takes up what a desk left, or drops it.
    pub(super) fn answer_left_over(&mut self, desk: i64, is_taken: bool) -> Result<(), Failure> {
        self.place.back();
        let name = draft_name(DRAFT, desk);
        if !is_taken {
            self.room.store.keep_draft(&name, "")?;
            self.status = Some(Status::done(self.room.words.told_left_dropped()));
            return Ok(());
        }
        let mut there = self.left_by(desk)?;
        let here = std::mem::take(&mut self.place);
        (there.lang, there.theme, there.typing) = (here.lang, here.theme.clone(), here.typing);
        self.place = there;
        // Its new place is kept before the old one is let go.
        self.keep_draft();
        let waits = here.half_typed().is_some();
        let left = waits.then(|| serde_json::to_string(&here).unwrap_or_default());
        self.room
            .store
            .keep_draft(&name, &left.unwrap_or_default())?;
        self.forget();
        self.reopen()
    }
}
