-- What goes out before a meeting: what is to be prepared, and by when who comes is to be told.
ALTER TABLE meeting ADD COLUMN prepare TEXT;
ALTER TABLE meeting ADD COLUMN reply_by TEXT;
ALTER TABLE agenda_item ADD COLUMN prepare TEXT;

-- The file of a document that was presented, or its address.
ALTER TABLE meeting_document ADD COLUMN place TEXT;

-- A conclusion that was written beforehand; the chair takes it, or drops it.
CREATE TABLE prepared (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    item INTEGER REFERENCES agenda_item(id),
    focus INTEGER REFERENCES focus_area(id),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'taken', 'dropped')),
    at TEXT
) STRICT;
CREATE INDEX prepared_meeting ON prepared(meeting);
CREATE INDEX prepared_item ON prepared(item);
CREATE INDEX prepared_focus ON prepared(focus);

-- How often a meeting was moved to another time or place, also by an undo: a calendar takes the event with the higher number.
CREATE TABLE moved (
    meeting INTEGER PRIMARY KEY,
    times INTEGER NOT NULL
) STRICT;
CREATE TRIGGER meeting_moved AFTER UPDATE OF starts, venue ON meeting
WHEN old.starts IS NOT new.starts OR old.venue IS NOT new.venue
BEGIN
    INSERT INTO moved (meeting, times) VALUES (new.id, 1)
    ON CONFLICT (meeting) DO UPDATE SET times = times + 1;
END;
