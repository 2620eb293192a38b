//! The settings of the book: the body that issues its papers, the meetings that refer to it, and the signatories.

use super::codes::SIGNED;
use super::rows::{count, select};
use super::{Failure, Store, Trouble};
use crate::meeting::dossier::Rows;
use crate::meeting::rows::{DayOff, Issuer};
use crate::meeting::settings::BookSettings;

impl Store {
    /// Returns the body that issues papers now.
    pub fn issuer(&self) -> Result<Issuer, Failure> {
        let now = "WHERE replaced_by IS NULL ORDER BY id DESC LIMIT 1";
        let mut rows = select(&self.connection, now, [])?;
        rows.pop()
            .ok_or_else(|| Failure::new(Trouble::Damaged, "no issuer"))
    }

    /// Returns the settings of the book, with the unsigned meetings whose row of the body a change would replace.
    pub fn book_settings(&self) -> Result<BookSettings, Failure> {
        let issuer = self.issuer()?;
        let of = [issuer.id.number()];
        let signed = format!(
            "SELECT EXISTS (SELECT 1 FROM meeting WHERE issuer = ?1 AND {})",
            *SIGNED
        );
        let is_signed = count(&self.connection, &signed, of)? > 0;
        // A row without a signed meeting is changed in place, so only meetings with an earlier row are re-pointed.
        let among = if is_signed {
            "chain"
        } else {
            "chain WHERE id != ?1"
        };
        let rest = format!(
            "WHERE NOT {} AND issuer IN (
                WITH RECURSIVE chain(id) AS (SELECT ?1 UNION
                    SELECT issuer.id FROM issuer JOIN chain ON issuer.replaced_by = chain.id)
                SELECT id FROM {among}) ORDER BY id",
            *SIGNED
        );
        let unsigned = select(&self.connection, &rest, of)?;
        Ok(BookSettings {
            issuer,
            is_signed,
            unsigned,
            signatories: select(&self.connection, "ORDER BY position, id", [])?,
            days_off: self.days_off()?,
        })
    }

    /// Returns the days off and worked weekends of the book.
    pub(crate) fn days_off(&self) -> Result<Rows<DayOff>, Failure> {
        Ok(select(&self.connection, "", [])?.into_iter().collect())
    }
}
