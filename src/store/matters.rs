//! The open matters of the whole book: actions with parts still owed, and issues that wait for an answer.

use chrono::NaiveDate;

use super::codes::SETTLED;
use super::{Failure, Store};
use crate::meeting::actions::table::Table;
use crate::meeting::actions::{Grouping, Query};
use crate::meeting::cell::Id;
use crate::meeting::filter::{Filter, Wanted};
use crate::meeting::issues::IssueCard;

impl Store {
    /// Returns the open matters on a day: the actions with their owed parts, the nearest deadline first, and the waiting
    /// issues, the oldest first.
    pub fn matters(&self, today: NaiveDate) -> Result<(Table, Vec<IssueCard>), Failure> {
        let owed = Query {
            grouping: Grouping::Focus,
            filter: Filter {
                wanted: vec![Wanted::Open],
                ..Filter::default()
            },
            ..Query::all(today)
        };
        Ok((self.action_table(&owed)?, self.waiting_issues()?))
    }

    /// Returns the cards of the waiting issues.
    fn waiting_issues(&self) -> Result<Vec<IssueCard>, Failure> {
        let waiting = format!(
            "SELECT id FROM issue WHERE {} = 0 ORDER BY at, id",
            *SETTLED
        );
        let mut statement = self.connection.prepare_cached(&waiting)?;
        let ids = statement.query_map([], |row| row.get(0).map(Id::of))?;
        let ids = ids.collect::<rusqlite::Result<Vec<_>>>()?;
        self.issue_cards(&ids)
    }
}
