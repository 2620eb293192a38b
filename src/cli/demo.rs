//! `giaoban demo`: a practice copy in which every screen is alive, gone when it is left, or a practice book of many years.

use std::path::Path;

use super::bar::Bar;
use super::book;
use crate::app::sentence;
use crate::clock::from_environment;
use crate::files;
use crate::files::book::BookFile;
use crate::meeting::change::{Change, Transaction};
use crate::meeting::look_back::Outstanding;
use crate::meeting::plan::plan;
use crate::meeting::rows::Record;
use crate::meeting::sample::phrases::Phrases;
use crate::meeting::sample::years::{Blueprint, Extent, Years};
use crate::meeting::sample::{self, Sample, Stage};
use crate::store::{Failure, Store, Trouble};
use crate::text::dates::Instant;
use crate::words::Words;

/// The words under which sample data enters a book.
const LABEL: &str = "DỮ LIỆU MẪU";

/// Fills a new book with sample data in the place of the meeting it was made with.
pub fn fill(store: &mut Store, now: Instant) -> Result<(), Failure> {
    let sample = read_sample()?;
    let cleared = clear(store)?;
    store.commit(&Transaction::new(LABEL, cleared), now)?;
    let (summons, changes) = sample::roster(&sample, &store.rosters()?, store.ids());
    store.commit(&Transaction::new(LABEL, changes), now)?;
    for script in &sample.meeting {
        // The scripts name the items by their places, and nothing was concluded before the first of them.
        let planning = store.template()?.looking_back(&Outstanding::default());
        let (id, changes) = plan(&planning, &summons, script.began(now), store.ids());
        store.commit(&Transaction::new(LABEL, changes), now)?;
        let Some(mut dossier) = store.dossier(id)? else {
            continue;
        };
        let stage = Stage::of(&mut dossier, store.numbers()?, store.ids());
        let changes = stage.play(&sample, script, now);
        store.commit(&Transaction::new(LABEL, changes), now)?;
    }
    Ok(())
}

fn read_sample() -> Result<Sample, Failure> {
    toml_edit::de::from_str(include_str!("../templates/sample.toml"))
        .map_err(|error| Failure::new(Trouble::Other, error))
}

/// Returns the changes that take out the meeting that a new book is made with, so that nothing in a practice copy is
/// about real wards.
fn clear(store: &Store) -> Result<Vec<Change>, Failure> {
    let Some(dossier) = store
        .last_meeting()?
        .map(|id| store.dossier(id))
        .transpose()?
        .flatten()
    else {
        return Ok(Vec::new());
    };
    let seats = dossier.seats.iter().map(Change::delete);
    let items = dossier.items.iter().map(Change::delete);
    let meeting = Change::Delete(Record::Meeting(dossier.meeting.clone()));
    Ok(seats.chain(items).chain([meeting]).collect())
}

/// Meetings that are written at once.
const AT_ONCE: usize = 40;

/// Fills a new book with many years of sample meetings, told how many of how many are written by now.
pub fn fill_years(
    store: &Store,
    extent: Extent,
    now: Instant,
    watch: &mut dyn FnMut(usize, usize),
) -> Result<(), Failure> {
    let sample = read_sample()?;
    let phrases: Phrases = toml_edit::de::from_str(include_str!("../templates/years.toml"))
        .map_err(|error| Failure::new(Trouble::Other, error))?;
    let mut changes = clear(store)?;
    let (summons, called) = sample::roster(&sample, &store.rosters()?, store.ids());
    changes.extend(called);
    store.lay(&changes)?;
    let (areas, planning) = (store.focus_areas()?, store.template()?);
    let blueprint = Blueprint {
        phrases: &phrases,
        summons: &summons,
        extent,
        now,
        ids: store.ids(),
    };
    let (mut years, mut changes) = Years::new(&blueprint, &sample, planning, &areas);
    for meeting in 0..extent.meetings {
        changes.extend(years.meeting(meeting));
        let written = meeting + 1;
        if written % AT_ONCE == 0 || written == extent.meetings {
            store.lay(&changes)?;
            changes.clear();
            watch(written, extent.meetings);
        }
    }
    store.fold_log()
}

/// Writes a practice book of many years into a new file; one that could not be finished goes again.
pub(super) fn write(named: Option<&Path>, extent: Extent, words: Words) -> Result<(), String> {
    let named = named.ok_or_else(|| words.fail_demo_where().to_owned())?;
    let file = BookFile::at(named);
    if file.exists() {
        return Err(words.fail_file_exists(&named.display().to_string()));
    }
    let clock = from_environment();
    let store = book::open(&file, clock.as_ref(), words)?;
    let mut bar = Bar::new(words.bar_years());
    let filled = fill_years(&store, extent, clock.now(), &mut |done, total| {
        bar.show(done, total);
    });
    drop(store);
    filled.map_err(|failure| {
        files::remove_book(&file.path);
        sentence(&failure, words)
    })
}
