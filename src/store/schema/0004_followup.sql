-- The follow-up: what is owed is known without being counted anew, and somebody has looked at it.

-- An agenda item may look back on the conclusions of the last meeting. A CHECK cannot be altered, so the tables are
-- made anew.
CREATE TABLE template_item_next (
    id INTEGER PRIMARY KEY,
    template INTEGER NOT NULL REFERENCES agenda_template(id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('opening', 'review', 'report', 'discussion', 'documents', 'answers', 'conclusion', 'pause', 'other')),
    minutes INTEGER NOT NULL
) STRICT;
INSERT INTO template_item_next SELECT id, template, position, title, kind, minutes FROM template_item;
DROP TABLE template_item;
ALTER TABLE template_item_next RENAME TO template_item;
CREATE INDEX template_item_template ON template_item(template);

CREATE TABLE agenda_item_next (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('opening', 'review', 'report', 'discussion', 'documents', 'answers', 'conclusion', 'pause', 'other')),
    minutes INTEGER NOT NULL,
    skipped TEXT,
    planned INTEGER,
    postponed TEXT
) STRICT;
INSERT INTO agenda_item_next
SELECT id, meeting, position, title, kind, minutes, skipped, planned, postponed FROM agenda_item;
DROP TABLE agenda_item;
ALTER TABLE agenda_item_next RENAME TO agenda_item;
CREATE INDEX agenda_item_meeting ON agenda_item(meeting);

-- The unit that an assignment was handed over to.
ALTER TABLE assignment ADD COLUMN handed_to INTEGER REFERENCES unit(id);
CREATE INDEX assignment_handed ON assignment(handed_to) WHERE handed_to IS NOT NULL;
CREATE INDEX assignment_states ON assignment(action, state);
CREATE INDEX assignment_done ON assignment(done_on) WHERE done_on IS NOT NULL;

-- A focus area may go on under another number or wording from a day on; each of its rows names the first of them, so
-- that what was written before keeps its number, and counts and lists follow the area.
ALTER TABLE focus_area ADD COLUMN origin INTEGER REFERENCES focus_area(id);
CREATE INDEX focus_area_origin ON focus_area(origin) WHERE origin IS NOT NULL;

-- What was answered in a year is found by its time.
CREATE INDEX issue_answer_at ON issue_answer(at);

-- Somebody has looked at an action between meetings.
CREATE TABLE review (
    id INTEGER PRIMARY KEY,
    action INTEGER NOT NULL REFERENCES action(id),
    at TEXT NOT NULL,
    note TEXT
) STRICT;
CREATE INDEX review_action ON review(action, at);
CREATE INDEX review_at ON review(at);
CREATE INDEX progress_settled ON progress(at) WHERE state IN ('done', 'cancelled');

-- A filter of the register that was given a name.
CREATE TABLE saved_filter (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    line TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX saved_filter_name ON saved_filter(name);

-- How the assignments of an action stand together: always what its rows say, kept by the triggers below, so that no
-- screen counts the whole book. `due` is the deadline in force, `heard` when a unit last reported. A part that was handed
-- over counts nowhere: the one it went to does; and that it was handed over is no report.
CREATE TABLE standing (
    action INTEGER PRIMARY KEY,
    due TEXT,
    total INTEGER NOT NULL,
    done INTEGER NOT NULL,
    open INTEGER NOT NULL,
    reported INTEGER NOT NULL,
    heard TEXT
) STRICT;
CREATE INDEX standing_open ON standing(open > 0, due, open, reported);

-- How many assignments a unit has under a focus area, state by state.
CREATE TABLE tally (
    unit INTEGER NOT NULL,
    focus INTEGER NOT NULL,
    state TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (unit, focus, state)
) STRICT, WITHOUT ROWID;

INSERT INTO standing
SELECT id,
    coalesce((SELECT deadline FROM extension WHERE extension.action = action.id ORDER BY at DESC, id DESC LIMIT 1), deadline),
    (SELECT count(*) FROM assignment WHERE assignment.action = action.id AND state != 'handed_over'),
    (SELECT count(*) FROM assignment WHERE assignment.action = action.id AND state = 'done'),
    (SELECT count(*) FROM assignment WHERE assignment.action = action.id AND state IN ('not_started', 'in_progress', 'reported', 'paused')),
    (SELECT count(*) FROM assignment WHERE assignment.action = action.id AND state = 'reported'),
    (SELECT max(progress.at) FROM assignment JOIN progress ON progress.assignment = assignment.id
        WHERE assignment.action = action.id AND progress.state != 'handed_over')
FROM action;
INSERT INTO tally
SELECT assignment.unit, action.focus, assignment.state, count(*)
FROM assignment JOIN action ON action.id = assignment.action GROUP BY 1, 2, 3;

CREATE TRIGGER standing_begins AFTER INSERT ON action BEGIN
    INSERT INTO standing VALUES (NEW.id, NEW.deadline, 0, 0, 0, 0, NULL);
END;
CREATE TRIGGER standing_ends AFTER DELETE ON action BEGIN
    DELETE FROM standing WHERE action = OLD.id;
END;
CREATE TRIGGER standing_first_deadline AFTER UPDATE OF deadline ON action BEGIN
    UPDATE standing SET due = coalesce((SELECT deadline FROM extension WHERE extension.action = NEW.id ORDER BY at DESC, id DESC LIMIT 1), NEW.deadline)
    WHERE action = NEW.id;
END;
CREATE TRIGGER standing_extended AFTER INSERT ON extension BEGIN
    UPDATE standing SET due = (SELECT deadline FROM extension WHERE extension.action = NEW.action ORDER BY at DESC, id DESC LIMIT 1)
    WHERE action = NEW.action;
END;
CREATE TRIGGER standing_not_extended AFTER DELETE ON extension BEGIN
    UPDATE standing SET due = coalesce((SELECT deadline FROM extension WHERE extension.action = OLD.action ORDER BY at DESC, id DESC LIMIT 1),
        (SELECT deadline FROM action WHERE action.id = OLD.action))
    WHERE action = OLD.action;
END;
CREATE TRIGGER part_begins AFTER INSERT ON assignment BEGIN
    UPDATE standing SET total = total + (NEW.state != 'handed_over'), done = done + (NEW.state = 'done'),
        open = open + (NEW.state IN ('not_started', 'in_progress', 'reported', 'paused')), reported = reported + (NEW.state = 'reported')
    WHERE action = NEW.action;
    INSERT INTO tally SELECT NEW.unit, focus, NEW.state, 1 FROM action WHERE id = NEW.action
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER part_ends AFTER DELETE ON assignment BEGIN
    UPDATE standing SET total = total - (OLD.state != 'handed_over'), done = done - (OLD.state = 'done'),
        open = open - (OLD.state IN ('not_started', 'in_progress', 'reported', 'paused')), reported = reported - (OLD.state = 'reported')
    WHERE action = OLD.action;
    UPDATE tally SET n = n - 1
    WHERE unit = OLD.unit AND focus = (SELECT focus FROM action WHERE id = OLD.action) AND state = OLD.state;
END;
CREATE TRIGGER part_moves AFTER UPDATE OF state ON assignment WHEN OLD.state != NEW.state BEGIN
    UPDATE standing SET total = total + (NEW.state != 'handed_over') - (OLD.state != 'handed_over'),
        done = done + (NEW.state = 'done') - (OLD.state = 'done'),
        open = open + (NEW.state IN ('not_started', 'in_progress', 'reported', 'paused')) - (OLD.state IN ('not_started', 'in_progress', 'reported', 'paused')),
        reported = reported + (NEW.state = 'reported') - (OLD.state = 'reported')
    WHERE action = NEW.action;
    UPDATE tally SET n = n - 1
    WHERE unit = OLD.unit AND focus = (SELECT focus FROM action WHERE id = OLD.action) AND state = OLD.state;
    INSERT INTO tally SELECT NEW.unit, focus, NEW.state, 1 FROM action WHERE id = NEW.action
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER parts_follow_focus AFTER UPDATE OF focus ON action WHEN OLD.focus != NEW.focus BEGIN
    UPDATE tally SET n = n - (SELECT count(*) FROM assignment
        WHERE assignment.action = NEW.id AND assignment.unit = tally.unit AND assignment.state = tally.state)
    WHERE focus = OLD.focus;
    INSERT INTO tally SELECT unit, NEW.focus, state, 1 FROM assignment WHERE action = NEW.id
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER report_comes AFTER INSERT ON progress WHEN NEW.state != 'handed_over' BEGIN
    UPDATE standing SET heard = max(coalesce(heard, ''), NEW.at)
    WHERE action = (SELECT action FROM assignment WHERE id = NEW.assignment);
END;
CREATE TRIGGER report_goes AFTER DELETE ON progress BEGIN
    UPDATE standing SET heard = (SELECT max(progress.at) FROM assignment JOIN progress ON progress.assignment = assignment.id
        WHERE assignment.action = standing.action AND progress.state != 'handed_over')
    WHERE action = (SELECT action FROM assignment WHERE id = OLD.assignment);
END;

-- How far an issue was when it turned out to be the same as another, so that it can be parted from it again.
ALTER TABLE issue ADD COLUMN state_before TEXT
    CHECK (state_before IN ('raised', 'accepted', 'in_progress', 'answered', 'resolved', 'escalated'));
-- Number and date of the document in which an answer was given.
ALTER TABLE issue_answer ADD COLUMN document TEXT;
-- What waits for an answer, and what does not any more, by when it was raised.
CREATE INDEX issue_waiting ON issue(state IN ('answered', 'resolved', 'duplicate'), at, id);

-- The words are indexed anew: with their accents too, and with who, what, where and when beside them. The table is
-- made and filled when the book is opened without it; where a line stands, its id says, which is unique in the book.
DROP TABLE words;
DROP TABLE found;
