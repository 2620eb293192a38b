-- An item that was not held is left out, or put off to the next meeting: when that was decided, and which item of an
-- earlier meeting an item is that was put off. Nothing is inferred for meetings that an earlier program closed.
ALTER TABLE agenda_item ADD COLUMN carried TEXT;
ALTER TABLE agenda_item ADD COLUMN origin INTEGER REFERENCES agenda_item(id);
-- An item that only this meeting has: a meeting planned from it does not have it again.
ALTER TABLE agenda_item ADD COLUMN once INTEGER CHECK (once IN (0, 1));
CREATE INDEX agenda_item_carried ON agenda_item(carried) WHERE carried IS NOT NULL;
CREATE INDEX agenda_item_origin ON agenda_item(origin) WHERE origin IS NOT NULL;
