//! Handing papers out: all checks first, then all files, then the record of them; or nothing at all.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::app::export_failure;
use crate::app::papers::current::{kept, moved};
use crate::app::sentence;
use crate::files::bundle::{Bundle, Edited, Ground, Planned};
use crate::files::{self, is_open_elsewhere, whole_path};
use crate::meeting::cell::Id;
use crate::meeting::papers::{Handing, Ledger, Obstacle, checksum};
use crate::meeting::rows::Meeting;
use crate::papers::Format;
use crate::papers::brief::{Brief, Which};
use crate::papers::gaps::Gap;
use crate::papers::kept::written;
use crate::papers::remarks::house::unprintable;
use crate::papers::sentences::inward;
use crate::papers::version::{Refusal, Version, folder};
use crate::store::{Failure, Store, Trouble};
use crate::text::dates::{Instant, short_date};
use crate::words::Words;

/// Why nothing was handed out.
#[derive(Debug)]
pub enum Unwritten {
    /// The book says no.
    Book(Failure),
    /// The rules of signed papers say no.
    Refused(Refusal),
    /// Papers would go out to be signed with blanks that nobody was asked about.
    Blank(Vec<(Which, Gap)>),
    /// A file is left alone.
    Kept(PathBuf, Obstacle),
    /// The disk says no.
    Disk(PathBuf, io::Error),
    /// A document could not be packed.
    Packed(PathBuf, anyhow::Error),
}

impl From<Failure> for Unwritten {
    fn from(failure: Failure) -> Self {
        Self::Book(failure)
    }
}

impl Unwritten {
    pub(crate) fn sentence(&self, words: Words) -> String {
        match self {
            Self::Book(failure) => sentence(failure, words),
            Self::Refused(refusal) => refused(refusal, words),
            Self::Blank(blanks) => {
                let names = blanks.iter().map(|(which, _)| words.paper(which.kind));
                let mut names: Vec<&str> = names.collect();
                names.dedup();
                words.why_blanks(&names.join(", "))
            }
            Self::Kept(file, obstacle) => words.why_kept(&file.display().to_string(), *obstacle),
            Self::Disk(file, error) => {
                let file = file.display().to_string();
                export_failure(&io::Error::from(error.kind()).into(), &file, words)
            }
            Self::Packed(file, error) => {
                words.fail_file(&file.display().to_string(), &error.to_string())
            }
        }
    }
}

fn refused(refusal: &Refusal, words: Words) -> String {
    match refusal {
        Refusal::Signed(signed) if signed.which.kind.row().goes_before => {
            words.why_sent_otherwise(words.paper(signed.which.kind))
        }
        Refusal::Signed(signed) => {
            let paper = words.paper(signed.which.kind);
            let day = short_date(signed.on);
            match &signed.file {
                Some(file) => words.why_signed_otherwise_in(paper, &day, file),
                None => words.why_signed_otherwise(paper, &day),
            }
        }
        Refusal::Moved(which) => words.why_moved(words.paper(which.kind)),
        Refusal::NothingAmended => words.why_nothing_amended().to_owned(),
        Refusal::NumberTaken(which) => words.why_number_taken(words.paper(which.kind)),
    }
}

/// The result of handing papers out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Files that were written.
    pub written: usize,
    /// Files that were there already with the same bytes.
    pub same: usize,
    /// Papers of the folder that were left out, each with the reason.
    pub left: Vec<Refusal>,
    /// The blanks of the papers, each with the paper that prints it.
    pub blanks: Vec<(Which, Gap)>,
    /// The letters of the papers that are printed as boxes, if there are any.
    pub unprintable: Option<String>,
}

impl Outcome {
    /// Says how many files went into a folder, and which papers were left out.
    pub fn told_folder(&self, folder: &str, words: Words) -> String {
        let sentence = words.told_folder(self.written, self.same, folder);
        if self.left.is_empty() {
            return sentence;
        }
        let left = self.left.iter().map(|refusal| match refusal {
            Refusal::Signed(signed) if signed.which.kind.row().goes_before => {
                words.left_sent(&inward(words.paper(signed.which.kind)))
            }
            Refusal::Signed(signed) => words.left_signed(&inward(words.paper(signed.which.kind))),
            Refusal::Moved(which) => words.left_sent(&inward(words.paper(which.kind))),
            Refusal::NothingAmended => words.why_nothing_amended().to_owned(),
            Refusal::NumberTaken(which) => {
                words.left_number_taken(&inward(words.paper(which.kind)))
            }
        });
        let mut left: Vec<String> = left.collect();
        // What each body has of its own is named once.
        left.dedup();
        words.told_left(sentence.trim_end_matches('.'), &left.join(", "))
    }
}

/// Where and how papers are handed out.
#[derive(Clone, Copy, Debug)]
pub struct Errand<'a> {
    /// The meeting, and all else that the papers are made from.
    pub brief: Brief<'a>,
    /// Whether an older draft that nobody has edited may be replaced.
    pub may_replace: bool,
    /// Whether a paper may go out to be signed with blanks.
    pub may_leave_blanks: bool,
    /// When.
    pub now: Instant,
    /// Where missing folders are made, if any are.
    pub ground: Option<&'a Ground>,
}

/// A file with the version that goes to it.
struct Sheet {
    path: PathBuf,
    version: usize,
    bytes: Vec<u8>,
}

impl Errand<'_> {
    /// Hands one paper out as a file.
    pub fn one(
        &self,
        store: &mut Store,
        which: Which,
        file: &Path,
        format: Format,
    ) -> Result<Outcome, Unwritten> {
        let ledger = store.ledger(self.meeting())?;
        let version = self.version(store, which, &ledger, &[format])?;
        let version = version.map_err(Unwritten::Refused)?;
        self.put(store, version, &ledger, file, format)
    }

    /// Hands a final version out once more, as it went out then.
    pub fn again(
        &self,
        store: &mut Store,
        (which, number): (Which, i64),
        file: &Path,
        format: Format,
    ) -> Result<Outcome, Unwritten> {
        let ledger = store.ledger(self.meeting())?;
        let mut out = ledger.versions(which.of());
        let paper = out.find(|paper| paper.version == number && paper.is_final);
        let paper = paper.ok_or_else(|| {
            Failure::new(Trouble::Clash, "the version is not in the book any more")
        })?;
        let kept = store.kept_document(paper.id)?;
        let version = Version::again(
            (which, paper),
            &ledger,
            &self.brief,
            kept.as_deref(),
            format.is_text(),
        );
        let version = version.map_err(Unwritten::Refused)?;
        self.put(store, version, &ledger, file, format)
    }

    fn put(
        &self,
        store: &mut Store,
        version: Version,
        ledger: &Ledger,
        file: &Path,
        format: Format,
    ) -> Result<Outcome, Unwritten> {
        self.refuse_blanks(std::slice::from_ref(&version), ledger)?;
        let path = whole_path(file);
        let bytes = packed(&version, format, &path)?;
        let sheet = Sheet {
            path,
            version: 0,
            bytes,
        };
        let unprintable = unprintable([&version.document]);
        let outcome = self.write(store, &[version], vec![sheet], None)?;
        Ok(Outcome {
            unprintable,
            ..outcome
        })
    }

    /// Hands the complete folder out, each paper in each of the formats.
    pub fn all(
        &self,
        store: &mut Store,
        into: &Path,
        formats: &[Format],
    ) -> Result<Outcome, Unwritten> {
        let ledger = store.ledger(self.meeting())?;
        let into = whole_path(into);
        let dossier = self.brief.dossier;
        let (mut versions, mut left) = (Vec::new(), Vec::new());
        for which in folder(dossier) {
            match self.version(store, which, &ledger, formats)? {
                Ok(version) => versions.push(version),
                Err(refusal) => left.push(refusal),
            }
        }
        if let Some(refusal) = left.first().filter(|_| versions.is_empty()) {
            return Err(Unwritten::Refused(refusal.clone()));
        }
        self.refuse_blanks(&versions, &ledger)?;
        let mut sheets = Vec::new();
        for (place, version) in versions.iter().enumerate() {
            for format in formats {
                let path = into.join(version.edition().place(dossier, *format));
                let bytes = packed(version, *format, &path)?;
                sheets.push(Sheet {
                    path,
                    version: place,
                    bytes,
                });
            }
        }
        let outcome = self.write(store, &versions, sheets, Some(&into))?;
        let unprintable = unprintable(versions.iter().map(|version| &version.document));
        Ok(Outcome {
            left,
            unprintable,
            ..outcome
        })
    }

    /// Refuses what has blanks for good, unless somebody has said that it may have them.
    fn refuse_blanks(&self, versions: &[Version], ledger: &Ledger) -> Result<(), Unwritten> {
        let blanks = blanks_of(versions, |version| version.is_new_final(ledger));
        if blanks.is_empty() || self.may_leave_blanks {
            Ok(())
        } else {
            Err(Unwritten::Blank(blanks))
        }
    }

    fn meeting(&self) -> Id<Meeting> {
        self.brief.dossier.meeting.id
    }

    /// Returns the version of a paper that goes out in these formats. Where only the words of a signed one are known, they
    /// go out as text.
    fn version(
        &self,
        store: &Store,
        which: Which,
        ledger: &Ledger,
        formats: &[Format],
    ) -> Result<Result<Version, Refusal>, Failure> {
        let kept = kept(store, which, ledger, &self.brief)?;
        let version = Version::to_hand_out(which, ledger, &self.brief, kept.as_deref());
        let version = match version {
            Ok(new) if new.is_new_final(ledger) && self.is_moved(store, which, ledger)? => {
                Err(Refusal::Moved(which))
            }
            version => version,
        };
        let is_text = formats.iter().all(|format| format.is_text());
        Ok(match version {
            Err(Refusal::Signed(signed)) if is_text => {
                let words = Version::words_of_signed(which, ledger, &self.brief);
                words.ok_or(Refusal::Signed(signed))
            }
            version => version,
        })
    }

    /// Says whether the plan is not the one under which others got the paper with the same number.
    fn is_moved(&self, store: &Store, which: Which, ledger: &Ledger) -> Result<bool, Failure> {
        Ok(!moved(store, which, ledger, &self.brief)?.is_empty())
    }

    /// Checks everything, prepares everything, and then writes and records it at once.
    fn write(
        &self,
        store: &mut Store,
        versions: &[Version],
        sheets: Vec<Sheet>,
        root: Option<&Path>,
    ) -> Result<Outcome, Unwritten> {
        let mut handings: Vec<Handing> = versions.iter().map(handing).collect();
        let mut outcome = Outcome {
            blanks: blanks_of(versions, |_| true),
            ..Outcome::default()
        };
        let mut planned = Vec::new();
        for sheet in sheets {
            let sum = checksum(&sheet.bytes);
            let replaces = match standing(store, &sheet.path, &sum)? {
                Standing::Nothing => None,
                Standing::Same => {
                    outcome.same += 1;
                    continue;
                }
                Standing::Older(sum) if self.may_replace => Some(sum),
                Standing::Older(_) => return Err(Unwritten::Kept(sheet.path, Obstacle::Older)),
                Standing::Held(obstacle) => return Err(Unwritten::Kept(sheet.path, obstacle)),
            };
            outcome.written += 1;
            if let Some(handing) = handings.get_mut(sheet.version) {
                handing.files.push((sheet.path.display().to_string(), sum));
            }
            planned.push(Planned {
                path: sheet.path,
                bytes: sheet.bytes,
                replaces,
            });
        }
        handings.retain(|handing| !handing.files.is_empty());
        let place = root.or(planned.first().map(|file| file.path.as_path()));
        let place = place.map(Path::to_owned).unwrap_or_default();
        let disk = |error| Unwritten::Disk(place.clone(), error);
        let ground = root.filter(|root| root.exists()).map(Ground::of);
        let ground = ground.or_else(|| self.ground.map(Ground::whole));
        let mut bundle = match root.filter(|root| !root.exists()) {
            Some(root) => Bundle::of_folder(root, &planned, ground.as_ref()),
            None => Bundle::of_files(&planned, ground.as_ref()),
        }
        .map_err(disk)?;
        store.hand_out(self.meeting(), &handings, self.now, || {
            bundle.publish().map_err(|error| unpublished(error, disk))
        })?;
        bundle.settle();
        Ok(outcome)
    }
}

/// Returns the blanks of the matching papers, each with the paper that prints it.
fn blanks_of(versions: &[Version], matches: impl Fn(&Version) -> bool) -> Vec<(Which, Gap)> {
    let versions = versions.iter().filter(|version| matches(version));
    let blanks = versions.flat_map(|version| {
        let gaps = version.document.gaps().cloned();
        gaps.map(|gap| (version.which, gap))
    });
    blanks.collect()
}

/// Returns why what was prepared is not published: a file was edited under our hands, or the disk says no.
fn unpublished(error: io::Error, disk: impl FnOnce(io::Error) -> Unwritten) -> Unwritten {
    let inside = error.get_ref().and_then(|inside| inside.downcast_ref());
    match inside {
        Some(Edited(file)) => Unwritten::Kept(file.clone(), Obstacle::Edited),
        None => disk(error),
    }
}

fn handing(version: &Version) -> Handing {
    Handing {
        of: version.which.of(),
        version: version.number,
        is_final: version.is_final(),
        words: version.words.clone(),
        document: (version.is_final() && !version.is_words_only)
            .then(|| written(&version.document))
            .flatten(),
        files: Vec::new(),
    }
}

fn packed(version: &Version, format: Format, path: &Path) -> Result<Vec<u8>, Unwritten> {
    let bytes = format.bytes(&version.document);
    bytes.map_err(|error| Unwritten::Packed(path.to_owned(), error))
}

/// The file that already lies at the path of a new one.
enum Standing {
    Nothing,
    /// A file with the same bytes.
    Same,
    /// Another version, with this checksum.
    Older(String),
    /// Something that is held by this.
    Held(Obstacle),
}

fn standing(store: &Store, path: &Path, sum: &str) -> Result<Standing, Unwritten> {
    if files::is_endless(path) {
        return Ok(Standing::Held(Obstacle::Foreign));
    }
    let on_disk = match files::read_bytes(path) {
        Ok(bytes) => checksum(&bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Standing::Nothing),
        Err(error) => return Err(Unwritten::Disk(path.to_owned(), error)),
    };
    let written = store.written_to(&path.display().to_string())?;
    Ok(match written {
        None => Standing::Held(Obstacle::Foreign),
        Some((_, file)) if file.checksum != on_disk => Standing::Held(Obstacle::Edited),
        Some(_) if on_disk == sum => Standing::Same,
        Some((paper, _)) if paper.is_final => Standing::Held(Obstacle::Signed),
        Some(_) if is_open_elsewhere(path) => Standing::Held(Obstacle::Open),
        Some(_) => Standing::Older(on_disk),
    })
}
