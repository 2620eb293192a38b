//! The open matters of the whole book: actions with parts still owed, and issues that wait for an answer.

use chrono::NaiveDate;

use super::codes::SETTLED;
use super::rows::select;
use super::{Failure, Store};
use crate::meeting::actions::table::Table;
use crate::meeting::actions::{Grouping, Query};
use crate::meeting::filter::{LineFilter, Wanted};
use crate::meeting::issues::IssueCard;

impl Store {
    /// Returns the open matters on a day: the actions with their owed parts, the nearest deadline first, and the waiting
    /// issues, the oldest first.
    pub fn matters(&self, today: NaiveDate) -> Result<(Table, Vec<IssueCard>), Failure> {
        let owed = Query {
            grouping: Grouping::Focus,
            filter: LineFilter {
                wanted: vec![Wanted::Open],
                ..LineFilter::default()
            },
            ..Query::all(today)
        };
        Ok((self.action_table(&owed)?, self.waiting_issues()?))
    }

    /// Returns the cards of the waiting issues.
    fn waiting_issues(&self) -> Result<Vec<IssueCard>, Failure> {
        let waiting = format!("WHERE {} = 0 ORDER BY at, id", *SETTLED);
        self.issue_cards(select(&self.connection, &waiting, [])?)
    }
}
