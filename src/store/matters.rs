//! What is open in the whole book, asked of it: the actions that are still owed, and the issues that nobody has answered.

use chrono::NaiveDate;

use super::codes::SETTLED;
use super::{Failure, Store};
use crate::meeting::actions::table::Table;
use crate::meeting::actions::{Grouping, Query};
use crate::meeting::cell::Id;
use crate::meeting::filter::{Filter, Wanted};
use crate::meeting::issues::IssueCard;

impl Store {
    /// Returns what is open on a day: the actions with those of their parts that are owed, the nearest deadline first,
    /// and the issues that wait, the oldest first.
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

    /// Returns the issues that wait, whole.
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
