//! The actions and parts of the book that a table names, and the row of the table held against them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{ProgressLine, Question, Reading, RowProblem, SheetLine, Verdict, verdict};
use crate::meeting::actions::table::{Table, Tracked, TrackedPart};
use crate::meeting::actions::{code, number};
use crate::meeting::cell::Id;
use crate::meeting::filter::Lexicon;
use crate::meeting::roster::{bare_name, unit_key};
use crate::meeting::rows::Assignment;
use crate::text::fold::fold;
use crate::text::nearest::nearest;

/// The actions and parts that a table names, by their keys.
pub(super) struct Known<'a> {
    by_part: BTreeMap<Id<Assignment>, (&'a Tracked, &'a TrackedPart)>,
    by_number: BTreeMap<i64, &'a Tracked>,
    lexicon: &'a Lexicon,
    today: NaiveDate,
}

type Found<'a> = (&'a Tracked, &'a TrackedPart);

impl<'a> Known<'a> {
    pub(super) fn of(table: &'a Table, lexicon: &'a Lexicon) -> Self {
        let parts = table.actions.iter().flat_map(|of| {
            let parts = of.parts.iter();
            parts.map(move |part| (part.assignment.id, (of, part)))
        });
        let numbers = table.actions.iter().map(|of| (of.action.number, of));
        Self {
            by_part: parts.collect(),
            by_number: numbers.collect(),
            lexicon,
            today: table.today,
        }
    }

    /// Holds a row against the book.
    pub(super) fn judge(
        &self,
        line: &'a SheetLine,
        seen: &mut BTreeMap<Id<Assignment>, &'a SheetLine>,
    ) -> ProgressLine {
        let found = self.find(line);
        let named = found.as_ref().ok().map(|(of, part)| {
            let code = code(of.action.number);
            (code, part.unit.clone())
        });
        let (code, unit) = named.unwrap_or_else(|| (line.code.clone(), line.unit.clone()));
        let mut asks = None;
        let verdict = found.and_then(|(of, part)| {
            let row = verdict::Row {
                line,
                of,
                part,
                today: self.today,
            };
            asks = row.later();
            let verdict = row.verdict();
            // A row that says nothing new may stand in the tables of several units.
            if verdict == Ok(Verdict::Same) {
                return verdict;
            }
            if let Some(first) = seen.get(&part.assignment.id) {
                return Err(RowProblem::Duplicate(first.line, first.file.clone()));
            }
            seen.insert(part.assignment.id, line);
            verdict
        });
        ProgressLine {
            line: line.line,
            code,
            unit,
            file: line.file.clone(),
            asks: asks.filter(|_| !matches!(verdict, Err(RowProblem::AsksForDeadline(_)))),
            verdict: verdict.unwrap_or_else(|problem| self.asked_of_near(line, problem)),
        }
    }

    /// Asks about a row whose unit is called much the same as one that has a part in its action.
    fn asked_of_near(&self, line: &SheetLine, problem: RowProblem) -> Verdict {
        let near = if let RowProblem::UnknownUnit(_, near) = &problem {
            near.first().cloned()
        } else {
            None
        };
        let read = near.and_then(|unit| {
            let named = SheetLine {
                unit,
                ..line.clone()
            };
            let (of, part) = self.find(&named).ok()?;
            let row = verdict::Row {
                line: &named,
                of,
                part,
                today: self.today,
            };
            row.verdict().ok()
        });
        match read {
            Some(Verdict::Changed(part, report, differences)) => {
                let reading = Reading {
                    report: report.clone(),
                    differences,
                };
                Verdict::Asked(Box::new(Question {
                    part: *part,
                    why: problem,
                    readings: vec![reading],
                    draft: report,
                }))
            }
            Some(Verdict::Asked(question)) => Verdict::Asked(Box::new(Question {
                why: problem,
                ..*question
            })),
            Some(Verdict::Same | Verdict::Problem(_)) | None => Verdict::Problem(problem),
        }
    }

    /// Returns the part that a row is about: by its key, or by its code and its unit.
    fn find(&self, line: &SheetLine) -> Result<Found<'a>, RowProblem> {
        if let Some(RowProblem::File(why)) = &line.doubt {
            return Err(RowProblem::File(why.clone()));
        }
        let Some(key) = line.key else {
            return self.find_by_name(line);
        };
        let found = self.by_part.get(&key.assignment).copied();
        let found = found.filter(|(of, _)| of.action.at.timestamp() == key.assigned);
        let (of, part) = found.ok_or(RowProblem::OtherBook)?;
        let is_code = line.code.is_empty() || number(&line.code) == Some(of.action.number);
        let is_unit = line.unit.is_empty() || is_called(&part.unit, &line.unit);
        if is_code && is_unit {
            Ok((of, part))
        } else {
            Err(RowProblem::Mixed(code(of.action.number), part.unit.clone()))
        }
    }

    fn find_by_name(&self, line: &SheetLine) -> Result<Found<'a>, RowProblem> {
        if line.code.is_empty() {
            return Err(RowProblem::NoCode);
        }
        let of = number(&line.code).and_then(|number| self.by_number.get(&number).copied());
        let of = of.ok_or_else(|| RowProblem::UnknownCode(line.code.clone()))?;
        let named = |part: &&TrackedPart| part.unit == line.unit;
        let key = unit_key(&line.unit);
        let exact = |part: &&TrackedPart| unit_key(&part.unit) == key;
        let folded = |part: &&TrackedPart| is_called(&part.unit, &line.unit);
        let parts = || of.parts.iter();
        let found = parts().find(named).or_else(|| parts().find(exact));
        match found.or_else(|| parts().find(folded)) {
            Some(part) => Ok((of, part)),
            None => Err(self.no_such_unit(&line.unit, &code(of.action.number))),
        }
    }

    fn no_such_unit(&self, unit: &str, code: &str) -> RowProblem {
        let names = || self.lexicon.units.iter().map(|(_, name)| name.as_str());
        if !unit.is_empty() && names().any(|name| is_called(name, unit)) {
            return RowProblem::NotTheirs(unit.to_owned(), code.to_owned());
        }
        let mut near = nearest(bare_name(unit), names(), 2);
        near.dedup();
        let near = near.into_iter().map(str::to_owned).collect();
        RowProblem::UnknownUnit(unit.to_owned(), near)
    }
}

/// Says whether a unit is called so, with its accents or without them, with the kind of body or without it.
fn is_called(name: &str, typed: &str) -> bool {
    name == typed || unit_key(name) == unit_key(typed) || folded(name) == folded(typed)
}

fn folded(name: &str) -> String {
    const KINDS: [&str; 5] = ["dang uy ", "dang bo ", "phuong ", "xa ", "p. "];
    let name = fold(bare_name(name));
    let mut bare = name.trim();
    for kind in KINDS {
        bare = bare.strip_prefix(kind).map_or(bare, str::trim_start);
    }
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}
