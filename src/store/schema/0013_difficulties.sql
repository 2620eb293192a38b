-- What hinders a unit stands beside its result. Earlier books kept both in one text; it stays the result.
ALTER TABLE assignment ADD COLUMN difficulty TEXT;
ALTER TABLE progress ADD COLUMN difficulty TEXT;
