//! `giaoban demo`: a practice copy in which every screen is alive, gone when it is left.

use crate::meeting::change::{Change, Transaction};
use crate::meeting::plan::plan;
use crate::meeting::rows::Record;
use crate::meeting::sample::{self, Sample};
use crate::store::{Failure, Store, Trouble};
use crate::text::dates::Instant;

/// The words under which sample data enters a book.
const LABEL: &str = "DỮ LIỆU MẪU";

/// Fills a new book with sample data in the place of the meeting it was made with.
pub fn fill(store: &mut Store, now: Instant) -> Result<(), Failure> {
    let sample: Sample = toml::from_str(include_str!("../templates/sample.toml"))
        .map_err(|error| Failure::new(Trouble::Other, error))?;
    clear(store, now)?;
    let (summons, changes) = sample::roster(&sample, &store.rosters()?, store.ids());
    store.commit(&Transaction::new(LABEL, changes), now)?;
    for script in &sample.meeting {
        let (id, changes) = plan(&store.template()?, &summons, script.began(now), store.ids());
        store.commit(&Transaction::new(LABEL, changes), now)?;
        let Some(mut dossier) = store.dossier(id)? else {
            continue;
        };
        let changes = sample::play(
            &sample,
            script,
            &mut dossier,
            now,
            store.numbers()?,
            store.ids(),
        );
        store.commit(&Transaction::new(LABEL, changes), now)?;
    }
    Ok(())
}

/// Takes out the meeting that a new book is made with, so that nothing in a practice copy is about real wards.
fn clear(store: &mut Store, now: Instant) -> Result<(), Failure> {
    let Some(dossier) = store
        .last_meeting()?
        .map(|id| store.dossier(id))
        .transpose()?
        .flatten()
    else {
        return Ok(());
    };
    let seats = dossier.seats.iter().map(Change::delete);
    let items = dossier.items.iter().map(Change::delete);
    let meeting = Change::Delete(Record::Meeting(dossier.meeting.clone()));
    store.commit(
        &Transaction::new(LABEL, seats.chain(items).chain([meeting]).collect()),
        now,
    )
}
