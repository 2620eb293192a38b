//! Planning a series: every week, fortnight, month or quarter, all of it in one transaction.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::app::effect::Effect;
use crate::app::fields;
use crate::app::form::{Field, Filled, FormPurpose, FormSpec, Refusal};
use crate::app::kept::Kept;
use crate::app::plan::{DAY, PlanFrom, TIME, VENUE, shown, source, starts};
use crate::app::questions::Questions;
use crate::app::view::View;
use crate::meeting::change::Transaction;
use crate::meeting::plan::{Planning, Reports, plan, usual_start};
use crate::meeting::roster::{Summons, has_ended};
use crate::meeting::series::{Extent, MOST, Rhythm, Series, days};
use crate::store::Failure;
use crate::text::dates::{parse_date, short_date, time};
use crate::text::find::find_all;
use crate::words::Words;

/// The form of a series, and what its meetings are planned from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SeriesForm(pub(crate) PlanFrom);

impl Kept for SeriesForm {
    const NAME: &'static str = "Series";
}

const RHYTHM: Field<Rhythm> = Field::new("rhythm", Words::field_rhythm, |typed| {
    let words = typed.view.words;
    let fits = |rhythm: &&Rhythm| find_all(typed.text, words.rhythm(**rhythm)).is_some();
    let mut fits = Rhythm::ALL.iter().filter(fits);
    match (fits.next(), fits.next()) {
        (Some(rhythm), None) if !typed.text.is_empty() => Ok(*rhythm),
        (_, _) => Err(words.why_not_a_rhythm(typed.text)),
    }
});

/// How many meetings, or the day until which they go on.
const EXTENT: Field<Extent> = Field::new("extent", Words::field_extent, |typed| {
    let words = typed.view.words;
    let text = fields::needed(typed)?;
    let why = || words.why_not_an_extent(&text, MOST);
    match text.parse::<usize>() {
        Ok(count) if (1..=MOST).contains(&count) => Ok(Extent::Count(count)),
        Ok(_) => Err(why()),
        Err(_) => parse_date(&text, typed.view.today())
            .map(Extent::Until)
            .map_err(|_| why()),
    }
});

impl FormPurpose for SeriesForm {
    fn spec(&self, view: &View) -> FormSpec {
        let (from, words) = (self.0, view.words);
        let offer = view.shelf.offer.as_ref();
        let start = offer.map_or_else(|| usual_start(view.now), |offer| offer.starts);
        let planning = offer.and_then(|offer| source(offer, from));
        let venue = planning.and_then(|planning| planning.venue.clone());
        FormSpec::new(words.form_series(), words)
            .noting([words.note_series().to_owned()])
            .suggested(&RHYTHM, words.rhythm(Rhythm::Month))
            .picked(Rhythm::ALL.iter().map(|rhythm| words.rhythm(*rhythm)))
            .suggested(&DAY, short_date(start.date_naive()))
            .suggested(&TIME, time(start))
            .field(&EXTENT, "")
            .field(&VENUE, venue.unwrap_or_default())
            .at_first_field()
            .then(move |filled, view| submit(from, filled, view))
    }

    fn ask(&self, book: &mut Questions) -> Result<(), Failure> {
        book.offer()
    }
}

fn submit(from: PlanFrom, filled: &Filled, view: &View) -> Result<Vec<Effect>, Refusal> {
    let words = view.words;
    let (rhythm, extent) = (filled.read(&RHYTHM)?, filled.read(&EXTENT)?);
    let first = starts(filled, view)?;
    let series = days(first.date_naive(), rhythm, extent, view.days_off());
    let dates = &series.dates;
    let why_extent = |why: String| EXTENT.refuse(why);
    let (Some(begin), Some(end)) = (dates.first(), dates.last()) else {
        return Err(why_extent(
            words.why_series_empty(&short_date(first.date_naive())),
        ));
    };
    if dates.len() > MOST {
        return Err(why_extent(words.why_series_too_long(MOST)));
    }
    let offer = filled.found(view.shelf.offer.as_ref())?;
    let planning = filled.found(source(offer, from))?;
    let chosen = offer.rosters.iter().find(|summons| summons.roster.chosen);
    let summons = filled.found(chosen.or(offer.rosters.first()))?;
    refuse_ended(summons, end.held, words).map_err(why_extent)?;
    let planning = Planning {
        venue: filled.read(&VENUE)?,
        reports: match (rhythm.reports(), planning.reports) {
            // Weekly meetings that report on their own week go on doing so.
            (Reports::Week, Reports::OwnWeek) => Reports::OwnWeek,
            (reports, _) => reports,
        },
        ..planning.clone()
    };
    let mut changes = Vec::new();
    let mut opened = None;
    for date in dates {
        let local = date.held.and_time(first.time());
        let Some(at) = local.and_local_timezone(*first.offset()).single() else {
            return Err(DAY.refuse(words.why_not_in_calendar(&short_date(date.held))));
        };
        // What was put off is taken up once, by the first.
        let own = Planning {
            due: Some(date.due),
            put_off: if opened.is_none() {
                planning.put_off.clone()
            } else {
                Vec::new()
            },
            ..planning.clone()
        };
        let (meeting, planned) = plan(&own, summons, at, view.ids);
        opened = opened.or(Some(meeting));
        changes.extend(planned);
    }
    let label = told(&series, (begin.held, end.held), words);
    let open = opened.map(|meeting| shown(meeting, view));
    Ok([Effect::Commit(Transaction::new(label, changes))]
        .into_iter()
        .chain(open)
        .chain([Effect::Close])
        .collect())
}

/// Refuses a series that goes on when the roster has ended: which one follows is asked for one meeting at a time.
fn refuse_ended(summons: &Summons, last: NaiveDate, words: Words) -> Result<(), String> {
    let roster = &summons.roster;
    if has_ended(roster, last) {
        let ended = roster.valid_to.map(short_date).unwrap_or_default();
        return Err(words.why_series_past_roster(&roster.name, &ended));
    }
    Ok(())
}

/// Says how many meetings are planned, which were moved off a day on which nobody works, and which fell out because
/// there is one on the day to which they would have been moved.
fn told(series: &Series, (begin, end): (NaiveDate, NaiveDate), words: Words) -> String {
    let dates = &series.dates;
    let moved = dates.iter().filter(|date| date.due != date.held);
    let moved: Vec<String> = moved
        .map(|date| format!("{} → {}", short_date(date.due), short_date(date.held)))
        .collect();
    let skipped: Vec<String> = series.skipped.iter().copied().map(short_date).collect();
    let moved = (!moved.is_empty()).then(|| words.told_series_moved(&moved.join(", ")));
    let skipped = (!skipped.is_empty()).then(|| words.told_series_skipped(&skipped.join(", ")));
    [words.told_series(dates.len(), &short_date(begin), &short_date(end))]
        .into_iter()
        .chain(skipped)
        .chain(moved)
        .collect::<Vec<_>>()
        .join(" · ")
}
