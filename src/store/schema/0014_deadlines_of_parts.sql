-- A deadline is one part's: an extension says for whom it is, when it was granted and by which document, and what was
-- entered wrong is taken back or corrected without being rewritten.

-- The part that it is for; without one it is for all parts of the action, as every row from before.
ALTER TABLE extension ADD COLUMN part INTEGER REFERENCES assignment(id);
-- The day on which it was granted, where that is not the day on which it was entered. It counts from that day on.
ALTER TABLE extension ADD COLUMN granted TEXT;
ALTER TABLE extension ADD COLUMN document TEXT;
-- The row that it stands in place of.
ALTER TABLE extension ADD COLUMN corrects INTEGER REFERENCES extension(id);
-- When it was taken back or corrected, and why. Such a row counts for nothing any more, as if it had never been granted.
ALTER TABLE extension ADD COLUMN withdrawn TEXT;
ALTER TABLE extension ADD COLUMN withdrawn_why TEXT;
CREATE INDEX extension_part ON extension(part) WHERE part IS NOT NULL;
CREATE INDEX extension_corrects ON extension(corrects) WHERE corrects IS NOT NULL;

-- Who accepted a part, where somebody said so.
ALTER TABLE progress ADD COLUMN accepted_by TEXT;

-- Who follows up an action is asked for by name, and offered by all names.
CREATE INDEX action_officer ON action(officer) WHERE officer IS NOT NULL;

-- The days of a part as its rows have them. `reported` is the first report of the series that runs: the one before it
-- ended when the part went back to work. `finished` is the day that counts, of a part that is reported or done: the day
-- that was stated, or the day of that report. `due` is the latest deadline that was in force on the day that counts, or
-- is in force now: the first, or that of an extension granted by then.
CREATE VIEW days_of_part AS
WITH told AS (
    SELECT id, action, state, done_on, (SELECT min(at) FROM progress WHERE progress.assignment = assignment.id AND progress.state = 'reported'
        AND NOT EXISTS (SELECT 1 FROM progress AS back WHERE back.assignment = assignment.id
            AND back.state IN ('not_started', 'in_progress', 'cancelled') AND (back.at, back.id) > (progress.at, progress.id))) AS reported
    FROM assignment
), counted AS (
    SELECT id, action, reported,
        CASE WHEN state IN ('reported', 'done') THEN coalesce(done_on, substr(reported, 1, 10)) END AS finished
    FROM told
)
SELECT id AS assignment, action, reported, finished,
    nullif(max(coalesce((SELECT deadline FROM action WHERE action.id = counted.action), ''),
        coalesce((SELECT max(deadline) FROM extension WHERE extension.action = counted.action
            AND coalesce(extension.part, counted.id) = counted.id AND extension.withdrawn IS NULL
            AND coalesce(extension.granted, substr(extension.at, 1, 10)) <= coalesce(counted.finished, '9999')), '')), '') AS due
FROM counted;

-- The same, kept by the triggers below, so that no query reckons it for the whole book.
CREATE TABLE term (
    assignment INTEGER PRIMARY KEY,
    action INTEGER NOT NULL,
    reported TEXT,
    finished TEXT,
    due TEXT
) STRICT;
CREATE INDEX term_action ON term(action);
CREATE INDEX term_finished ON term(finished);

-- The deadline that a line about a whole action shows, `due`, and the last of the same parts, `latest`: the nearest of those that
-- the units are asked for, else of those that wait for the office; once nothing is owed, the last of all. Without parts it is the
-- action's own.
CREATE VIEW deadline_of_action AS
WITH part AS (
    SELECT assignment.action, term.due,
        CASE WHEN state IN ('not_started', 'in_progress') THEN 0 WHEN state IN ('reported', 'paused') THEN 1 ELSE 2 END AS rank
    FROM assignment JOIN term ON term.assignment = assignment.id WHERE state != 'handed_over'
), own AS (
    SELECT id AS action, nullif(max(coalesce(deadline, ''), coalesce((SELECT max(deadline) FROM extension
            WHERE extension.action = action.id AND extension.part IS NULL AND extension.withdrawn IS NULL), '')), '') AS due,
        (SELECT min(rank) FROM part WHERE part.action = action.id) AS rank
    FROM action
)
SELECT action,
    CASE WHEN rank IS NULL THEN due WHEN rank < 2 THEN (SELECT min(due) FROM part WHERE part.action = own.action AND part.rank = own.rank)
        ELSE (SELECT max(due) FROM part WHERE part.action = own.action) END AS due,
    CASE WHEN rank IS NULL THEN due ELSE (SELECT max(due) FROM part WHERE part.action = own.action AND part.rank = own.rank) END AS latest
FROM own;

ALTER TABLE standing ADD COLUMN latest TEXT;
DROP TRIGGER standing_begins;
DROP TRIGGER standing_first_deadline;
DROP TRIGGER standing_extended;
DROP TRIGGER standing_not_extended;

INSERT INTO term SELECT assignment, action, reported, finished, due FROM days_of_part;
UPDATE standing SET (due, latest) = (SELECT due, latest FROM deadline_of_action AS now WHERE now.action = standing.action);

CREATE TRIGGER standing_begins AFTER INSERT ON action BEGIN
    INSERT INTO standing (action, due, latest, total, done, open, reported) VALUES (NEW.id, NEW.deadline, NEW.deadline, 0, 0, 0, 0);
END;

-- A deadline moves: the parts of the action follow it, and the action follows its parts.
CREATE TRIGGER first_deadline_moves AFTER UPDATE OF deadline ON action BEGIN
    UPDATE term SET (reported, finished, due) = (SELECT reported, finished, due FROM days_of_part AS now WHERE now.assignment = term.assignment)
    WHERE action = NEW.id;
    UPDATE standing SET (due, latest) = (SELECT due, latest FROM deadline_of_action AS now WHERE now.action = standing.action) WHERE action = NEW.id;
END;
CREATE TRIGGER extension_begins AFTER INSERT ON extension BEGIN
    UPDATE term SET (reported, finished, due) = (SELECT reported, finished, due FROM days_of_part AS now WHERE now.assignment = term.assignment)
    WHERE action = NEW.action AND coalesce(NEW.part, assignment) = assignment;
    UPDATE standing SET (due, latest) = (SELECT due, latest FROM deadline_of_action AS now WHERE now.action = standing.action) WHERE action = NEW.action;
END;
CREATE TRIGGER extension_ends AFTER DELETE ON extension BEGIN
    UPDATE term SET (reported, finished, due) = (SELECT reported, finished, due FROM days_of_part AS now WHERE now.assignment = term.assignment)
    WHERE action = OLD.action AND coalesce(OLD.part, assignment) = assignment;
    UPDATE standing SET (due, latest) = (SELECT due, latest FROM deadline_of_action AS now WHERE now.action = standing.action) WHERE action = OLD.action;
END;
CREATE TRIGGER extension_moves AFTER UPDATE ON extension BEGIN
    UPDATE term SET (reported, finished, due) = (SELECT reported, finished, due FROM days_of_part AS now WHERE now.assignment = term.assignment)
    WHERE action IN (NEW.action, OLD.action);
    UPDATE standing SET (due, latest) = (SELECT due, latest FROM deadline_of_action AS now WHERE now.action = standing.action) WHERE action IN (NEW.action, OLD.action);
END;

-- A part, or what was reported on it, moves.
CREATE TRIGGER term_begins AFTER INSERT ON assignment BEGIN
    INSERT INTO term SELECT assignment, action, reported, finished, due FROM days_of_part AS now WHERE now.assignment = NEW.id;
END;
CREATE TRIGGER term_ends AFTER DELETE ON assignment BEGIN
    DELETE FROM term WHERE assignment = OLD.id;
END;
CREATE TRIGGER part_changes AFTER UPDATE OF action, state, done_on ON assignment BEGIN
    UPDATE term SET (action, reported, finished, due) = (SELECT action, reported, finished, due FROM days_of_part AS now WHERE now.assignment = NEW.id)
    WHERE assignment = NEW.id;
END;
CREATE TRIGGER progress_begins AFTER INSERT ON progress BEGIN
    UPDATE term SET (reported, finished, due) = (SELECT reported, finished, due FROM days_of_part AS now WHERE now.assignment = NEW.assignment)
    WHERE assignment = NEW.assignment;
END;
CREATE TRIGGER progress_ends AFTER DELETE ON progress BEGIN
    UPDATE term SET (reported, finished, due) = (SELECT reported, finished, due FROM days_of_part AS now WHERE now.assignment = OLD.assignment)
    WHERE assignment = OLD.assignment;
END;
CREATE TRIGGER progress_moves AFTER UPDATE OF assignment, at, state ON progress BEGIN
    UPDATE term SET (reported, finished, due) = (SELECT reported, finished, due FROM days_of_part AS now WHERE now.assignment = term.assignment)
    WHERE assignment IN (NEW.assignment, OLD.assignment);
END;

-- The action follows its parts.
CREATE TRIGGER action_follows_new_part AFTER INSERT ON term BEGIN
    UPDATE standing SET (due, latest) = (SELECT due, latest FROM deadline_of_action AS now WHERE now.action = standing.action) WHERE action = NEW.action;
END;
CREATE TRIGGER action_follows_part AFTER UPDATE ON term BEGIN
    UPDATE standing SET (due, latest) = (SELECT due, latest FROM deadline_of_action AS now WHERE now.action = standing.action)
    WHERE action IN (NEW.action, OLD.action);
END;
CREATE TRIGGER action_loses_part AFTER DELETE ON term BEGIN
    UPDATE standing SET (due, latest) = (SELECT due, latest FROM deadline_of_action AS now WHERE now.action = standing.action) WHERE action = OLD.action;
END;
