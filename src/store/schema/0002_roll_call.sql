-- A delegate may be out for one item of the agenda. A CHECK cannot be altered, so the table is made anew.

CREATE TABLE attendance_event_next (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    seat INTEGER NOT NULL REFERENCES seat(id),
    at TEXT NOT NULL,
    item INTEGER REFERENCES agenda_item(id),
    kind TEXT NOT NULL CHECK (kind IN ('present', 'substitute', 'excused', 'absent', 'late', 'left', 'back', 'out')),
    rank TEXT CHECK (rank IN ('secretary', 'standing_deputy', 'other')),
    person TEXT,
    office TEXT,
    on_behalf TEXT,
    reason TEXT
) STRICT;

INSERT INTO attendance_event_next
SELECT id, meeting, seat, at, item, kind, rank, person, office, on_behalf, reason FROM attendance_event;

DROP TABLE attendance_event;
ALTER TABLE attendance_event_next RENAME TO attendance_event;

CREATE INDEX attendance_event_meeting ON attendance_event(meeting);
CREATE INDEX attendance_event_seat ON attendance_event(seat);
CREATE INDEX attendance_event_item ON attendance_event(item);
