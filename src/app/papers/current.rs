//! A paper of the open meeting as it would be handed out now: for the preview, for its name, and for the comparison with
//! earlier versions.

use chrono::NaiveDate;

use crate::app::questions::Questions;
use crate::app::view::{Previewed, Wording};
use crate::meeting::code::{MeetingState, PaperKind};
use crate::meeting::dossier::Dossier;
use crate::meeting::papers::{Ledger, is_working};
use crate::meeting::suggestions::suggestions;
use crate::papers::brief::{Brief, Matters, Stage, Which};
use crate::papers::document::Document;
use crate::papers::gaps::Gap;
use crate::papers::kept::read;
use crate::papers::paper::{paper, remarks};
use crate::papers::phrases::Phrases;
use crate::papers::places;
use crate::papers::remarks::{Remark, house};
use crate::papers::screen::lay_out;
use crate::papers::sent::{Now, Part, WORDS, changed};
use crate::papers::spec_of;
use crate::papers::version::{Refusal, Version, sent, signed};
use crate::store::{Failure, Store};

/// Returns the open actions and issues of the whole book, for the papers that look beyond their meeting.
pub(crate) fn matters(store: &Store, today: NaiveDate) -> Result<Matters, Failure> {
    let (actions, issues) = store.matters(today)?;
    Ok(Matters {
        actions: Some(actions),
        issues,
        put_off: store.put_off()?,
    })
}

/// Returns the open actions and issues of the whole book, if a paper of this kind prints them.
pub(crate) fn matters_of(
    store: &Store,
    kind: PaperKind,
    today: NaiveDate,
) -> Result<Matters, Failure> {
    if is_working(kind) {
        matters(store, today)
    } else {
        Ok(Matters::default())
    }
}

/// Returns the document of the signed version of a paper as it was kept, if one was.
pub(crate) fn kept(
    store: &Store,
    which: Which,
    ledger: &Ledger,
    brief: &Brief,
) -> Result<Option<String>, Failure> {
    match signed(which, ledger, brief) {
        Some(signed) => store.kept_document(signed.id),
        None => Ok(None),
    }
}

/// Returns the parts of the plan that have changed since a paper which goes before the meeting was sent under the number
/// that it bears now: to the same body, else to another.
pub(crate) fn moved(
    store: &Store,
    which: Which,
    ledger: &Ledger,
    brief: &Brief,
) -> Result<Vec<Part>, Failure> {
    let goes_before = which.kind.row().goes_before;
    let out = || {
        let own = signed(which, ledger, brief);
        own.or_else(|| sent(which, ledger, brief).next())
    };
    let Some(out) = goes_before.then(out).flatten() else {
        return Ok(Vec::new());
    };
    let kept = store.kept_document(out.id)?;
    let copy = Which {
        seat: out.seat,
        ..which
    };
    let before = kept.as_deref().and_then(read);
    Ok(before.map_or_else(Vec::new, |before| changed(&before, &now(copy, brief))))
}

fn now(which: Which, brief: &Brief) -> Now {
    let said_in = |phrases: &Phrases| paper(which, Stage::Final, &Brief { phrases, ..*brief });
    Now {
        worded: said_in(brief.phrases),
        shipped: said_in(&Phrases::worded(None, Some(&brief.dossier.issuer))),
        bare: said_in(&brief.phrases.bare(WORDS)),
    }
}

/// Returns a paper as it is shown: what was signed as it was signed, or its words where nothing else was kept; anything
/// else as it is made now.
pub(crate) fn shown(
    store: &Store,
    which: Which,
    ledger: &Ledger,
    brief: &Brief,
) -> Result<Version, Failure> {
    let kept = kept(store, which, ledger, brief)?;
    let version = Version::to_hand_out(which, ledger, brief, kept.as_deref());
    Ok(match version {
        Ok(version) => version,
        Err(
            Refusal::Signed(_)
            | Refusal::Moved(_)
            | Refusal::NothingAmended
            | Refusal::NumberTaken(_),
        ) => {
            let words = Version::words_of_signed(which, ledger, brief);
            words.unwrap_or_else(|| Version::new(which, ledger, brief))
        }
    })
}

/// Returns a paper of the open meeting as it is shown, if a meeting is open.
pub(crate) fn version(book: &mut Questions, which: Which) -> Result<Option<Version>, Failure> {
    made(book, which, |book, ledger, brief| {
        shown(book.store, which, ledger, brief)
    })
}

/// Returns a paper of the open meeting as the program makes it now, whatever was signed.
pub(crate) fn composed(book: &mut Questions, which: Which) -> Result<Option<Version>, Failure> {
    made(book, which, |_, ledger, brief| {
        Ok(Version::new(which, ledger, brief))
    })
}

fn made<T>(
    book: &mut Questions,
    which: Which,
    make: impl FnOnce(&Questions, &Ledger, &Brief) -> Result<T, Failure>,
) -> Result<Option<T>, Failure> {
    book.ledger()?;
    let (Some(dossier), Some(ledger)) = (book.dossier, &book.shelf.ledger) else {
        return Ok(None);
    };
    let today = book.today();
    let brief = Brief {
        dossier,
        phrases: &Phrases::worded(book.phrases, Some(&dossier.issuer)),
        matters: &matters_of(book.store, which.kind, today)?,
        today,
    };
    make(book, ledger, &brief).map(Some)
}

/// Asks for the lines of a signed paper of the open meeting, each with its place.
pub(crate) fn ask_signed_lines(book: &mut Questions, kind: PaperKind) -> Result<(), Failure> {
    let cached = book.shelf.signed_lines.as_ref();
    if cached.is_some_and(|(of, _)| *of == kind) {
        return Ok(());
    }
    let Some((version, dossier)) = version(book, kind.into())?.zip(book.dossier) else {
        return Ok(());
    };
    let phrases = Phrases::worded(book.phrases, Some(&dossier.issuer));
    let lines = if version.is_words_only {
        places::of_words(&version.words)
    } else {
        places::of_document(&version.document, &phrases)
    };
    book.shelf.signed_lines = Some((kind, lines));
    Ok(())
}

/// Returns the preview of a paper of the open meeting, laid out for a width.
pub(crate) fn preview(
    book: &mut Questions,
    which: Which,
    columns: usize,
) -> Result<Option<Previewed>, Failure> {
    let Some(Version {
        stage, document, ..
    }) = version(book, which)?
    else {
        return Ok(None);
    };
    let Some(dossier) = book.dossier else {
        return Ok(None);
    };
    let suggested = match dossier.meeting.state {
        MeetingState::Planned | MeetingState::InSession | MeetingState::Closed => {
            suggestions(dossier)
        }
        MeetingState::Final => Vec::new(),
    };
    let mut remarks = remarks(which, dossier);
    let phrases = Phrases::worded(book.phrases, Some(&dossier.issuer));
    if which.kind == PaperKind::Minutes {
        let elsewhere = sealed_elsewhere(book, &document)?.into_iter();
        remarks.extend(elsewhere.map(|(kind, gap)| Remark::Elsewhere(kind, gap)));
    }
    if which.kind.row().goes_before {
        let parts = made(book, which, |book, ledger, brief| {
            moved(book.store, which, ledger, brief)
        })?;
        let parts = parts.filter(|parts| !parts.is_empty());
        remarks.extend(parts.map(Remark::Moved));
    }
    remarks.extend(house::set_phrases(&document, &phrases));
    remarks.extend(house::boxed(&document));
    remarks.extend(house::in_old_letters(&document));
    remarks.extend(misworded(&book.preferences.wording));
    Ok(Some(Previewed {
        which,
        columns,
        today: book.today(),
        stage,
        layout: lay_out(&document, columns),
        document,
        remarks,
        suggestions: suggested,
    }))
}

/// Returns the blanks of the other papers of a closed meeting that the signature of the minutes would seal, each once; those
/// that the minutes have themselves are theirs.
pub(crate) fn sealed_elsewhere(
    book: &mut Questions,
    minutes: &Document,
) -> Result<Vec<(PaperKind, Gap)>, Failure> {
    let mut all: Vec<(PaperKind, Gap)> = Vec::new();
    let is_closed = |dossier: &&Dossier| dossier.meeting.state == MeetingState::Closed;
    let Some(dossier) = book.dossier.filter(is_closed) else {
        return Ok(all);
    };
    let kinds = PaperKind::ALL.iter().filter(|kind| {
        let spec = spec_of(**kind);
        let is_signed = !is_working(**kind) && !kind.row().goes_before;
        is_signed && spec.is_common() && (spec.is_in_folder)(dossier)
    });
    for kind in kinds {
        let version = composed(book, (*kind).into())?;
        for gap in version.iter().flat_map(|version| version.document.gaps()) {
            let is_known = all.iter().any(|(_, known)| known == gap);
            if gap.is_sealed() && !is_known && minutes.gaps().all(|own| own != gap) {
                all.push((*kind, gap.clone()));
            }
        }
    }
    Ok(all)
}

/// Returns the letters of the papers that are signed which are printed as boxes, as the remarks that name them.
pub(crate) fn unprintable(book: &mut Questions) -> Result<Vec<Remark>, Failure> {
    let mut all: Vec<Remark> = Vec::new();
    for kind in [PaperKind::Minutes, PaperKind::Notice] {
        let Some(version) = version(book, kind.into())? else {
            continue;
        };
        for remark in house::boxed(&version.document) {
            if !all.contains(&remark) {
                all.push(remark);
            }
        }
    }
    Ok(all)
}

/// Returns the remark that the papers have the sentences of the program, because the user's file is wrong.
fn misworded(wording: &Wording) -> Option<Remark> {
    match wording {
        Wording::Own | Wording::Read(_) => None,
        Wording::Broken(_) | Wording::Unread(_) => Some(Remark::Wording),
    }
}
