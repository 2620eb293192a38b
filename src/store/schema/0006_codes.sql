-- The closed lists of the domain as tables. The program fills them from its own tables when it opens the book, so that
-- one more kind needs no migration; nothing is ever taken out of them.

CREATE TABLE note_kind (code TEXT PRIMARY KEY, vi TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE item_kind (code TEXT PRIMARY KEY, vi TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE paper_kind (code TEXT PRIMARY KEY, vi TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- `is_open`: somebody still owes an answer.
CREATE TABLE state_of_issue (
    code TEXT PRIMARY KEY,
    vi TEXT NOT NULL,
    en TEXT NOT NULL,
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
) STRICT, WITHOUT ROWID;
-- `is_open`: the unit still owes something. `owes_report`: it has not said either that it is done. `is_counted`: the part
-- counts among those of its action. `is_kept`: it was neither handed over nor given up.
CREATE TABLE state_of_part (
    code TEXT PRIMARY KEY,
    vi TEXT NOT NULL,
    en TEXT NOT NULL,
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    owes_report INTEGER NOT NULL CHECK (owes_report IN (0, 1)),
    is_counted INTEGER NOT NULL CHECK (is_counted IN (0, 1)),
    is_kept INTEGER NOT NULL CHECK (is_kept IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER note_kind_stays BEFORE DELETE ON note_kind BEGIN SELECT RAISE(ABORT, 'a code is never taken out'); END;
CREATE TRIGGER item_kind_stays BEFORE DELETE ON item_kind BEGIN SELECT RAISE(ABORT, 'a code is never taken out'); END;
CREATE TRIGGER paper_kind_stays BEFORE DELETE ON paper_kind BEGIN SELECT RAISE(ABORT, 'a code is never taken out'); END;
CREATE TRIGGER state_of_issue_stays BEFORE DELETE ON state_of_issue BEGIN SELECT RAISE(ABORT, 'a code is never taken out'); END;
CREATE TRIGGER state_of_part_stays BEFORE DELETE ON state_of_part BEGIN SELECT RAISE(ABORT, 'a code is never taken out'); END;

-- A CHECK cannot be altered, so the tables whose kinds grow are made anew.
CREATE TABLE note_next (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    item INTEGER REFERENCES agenda_item(id),
    seat INTEGER REFERENCES seat(id),
    speaker TEXT,
    kind TEXT NOT NULL REFERENCES note_kind(code),
    focus INTEGER REFERENCES focus_area(id),
    at TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
INSERT INTO note_next SELECT id, meeting, item, seat, speaker, kind, focus, at, text FROM note;
DROP TABLE note;
ALTER TABLE note_next RENAME TO note;
CREATE INDEX note_meeting ON note(meeting);
CREATE INDEX note_item ON note(item);
CREATE INDEX note_seat ON note(seat);
CREATE INDEX note_focus ON note(focus);

CREATE TABLE template_item_next (
    id INTEGER PRIMARY KEY,
    template INTEGER NOT NULL REFERENCES agenda_template(id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL REFERENCES item_kind(code),
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
    kind TEXT NOT NULL REFERENCES item_kind(code),
    minutes INTEGER NOT NULL,
    skipped TEXT,
    planned INTEGER,
    postponed TEXT,
    presenter TEXT
) STRICT;
INSERT INTO agenda_item_next
SELECT id, meeting, position, title, kind, minutes, skipped, planned, postponed, presenter FROM agenda_item;
DROP TABLE agenda_item;
ALTER TABLE agenda_item_next RENAME TO agenda_item;
CREATE INDEX agenda_item_meeting ON agenda_item(meeting);

CREATE TABLE imprint_next (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    kind TEXT NOT NULL REFERENCES paper_kind(code),
    number INTEGER,
    dated TEXT,
    named_after TEXT NOT NULL CHECK (named_after IN ('meeting', 'chair')),
    capacity TEXT NOT NULL CHECK (capacity IN ('head', 'deputy', 'by_order')),
    office TEXT,
    signer TEXT,
    recipients TEXT,
    appraisal TEXT,
    report_by TEXT,
    head TEXT
) STRICT;
INSERT INTO imprint_next
SELECT id, meeting, kind, number, dated, named_after, capacity, office, signer, recipients, appraisal, report_by, head
FROM imprint;
DROP TABLE imprint;
ALTER TABLE imprint_next RENAME TO imprint;
CREATE UNIQUE INDEX imprint_once ON imprint(meeting, kind);

CREATE TABLE amendment_next (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    kind TEXT NOT NULL REFERENCES paper_kind(code),
    at TEXT NOT NULL,
    old_words TEXT NOT NULL,
    new_words TEXT NOT NULL,
    reason TEXT,
    batch INTEGER
) STRICT;
INSERT INTO amendment_next SELECT id, meeting, kind, at, old_words, new_words, reason, batch FROM amendment;
DROP TABLE amendment;
ALTER TABLE amendment_next RENAME TO amendment;
CREATE INDEX amendment_meeting ON amendment(meeting);

-- The ledger keeps its triggers: nothing in it is ever changed.
CREATE TABLE paper_next (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL,
    kind TEXT NOT NULL REFERENCES paper_kind(code),
    seat INTEGER,
    version INTEGER NOT NULL,
    is_final INTEGER NOT NULL CHECK (is_final IN (0, 1)),
    at TEXT NOT NULL,
    checksum TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;
INSERT INTO paper_next SELECT id, meeting, kind, seat, version, is_final, at, checksum, words FROM paper;
DROP TABLE paper;
ALTER TABLE paper_next RENAME TO paper;
CREATE UNIQUE INDEX paper_version ON paper(meeting, kind, ifnull(seat, 0), version);
CREATE TRIGGER paper_keeps_its_rows BEFORE UPDATE ON paper BEGIN SELECT RAISE(ABORT, 'what was handed out is not changed'); END;
CREATE TRIGGER paper_keeps_all_rows BEFORE DELETE ON paper BEGIN SELECT RAISE(ABORT, 'what was handed out is not changed'); END;

-- What is counted beside the rows asks the table of the states.
DROP TRIGGER part_begins;
DROP TRIGGER part_ends;
DROP TRIGGER part_moves;
DROP TRIGGER report_comes;
DROP TRIGGER report_goes;
CREATE TRIGGER part_begins AFTER INSERT ON assignment BEGIN
    UPDATE standing SET
        total = total + (SELECT is_counted FROM state_of_part WHERE code = NEW.state),
        done = done + (NEW.state = 'done'),
        open = open + (SELECT is_open FROM state_of_part WHERE code = NEW.state),
        reported = reported + (NEW.state = 'reported')
    WHERE action = NEW.action;
    INSERT INTO tally SELECT NEW.unit, focus, NEW.state, 1 FROM action WHERE id = NEW.action
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER part_ends AFTER DELETE ON assignment BEGIN
    UPDATE standing SET
        total = total - (SELECT is_counted FROM state_of_part WHERE code = OLD.state),
        done = done - (OLD.state = 'done'),
        open = open - (SELECT is_open FROM state_of_part WHERE code = OLD.state),
        reported = reported - (OLD.state = 'reported')
    WHERE action = OLD.action;
    UPDATE tally SET n = n - 1
    WHERE unit = OLD.unit AND focus = (SELECT focus FROM action WHERE id = OLD.action) AND state = OLD.state;
END;
CREATE TRIGGER part_moves AFTER UPDATE OF state ON assignment WHEN OLD.state != NEW.state BEGIN
    UPDATE standing SET
        total = total + (SELECT is_counted FROM state_of_part WHERE code = NEW.state)
            - (SELECT is_counted FROM state_of_part WHERE code = OLD.state),
        done = done + (NEW.state = 'done') - (OLD.state = 'done'),
        open = open + (SELECT is_open FROM state_of_part WHERE code = NEW.state)
            - (SELECT is_open FROM state_of_part WHERE code = OLD.state),
        reported = reported + (NEW.state = 'reported') - (OLD.state = 'reported')
    WHERE action = NEW.action;
    UPDATE tally SET n = n - 1
    WHERE unit = OLD.unit AND focus = (SELECT focus FROM action WHERE id = OLD.action) AND state = OLD.state;
    INSERT INTO tally SELECT NEW.unit, focus, NEW.state, 1 FROM action WHERE id = NEW.action
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
-- That a part was handed over is no report.
CREATE TRIGGER report_comes AFTER INSERT ON progress
WHEN (SELECT is_counted FROM state_of_part WHERE code = NEW.state) = 1 BEGIN
    UPDATE standing SET heard = max(coalesce(heard, ''), NEW.at)
    WHERE action = (SELECT action FROM assignment WHERE id = NEW.assignment);
END;
CREATE TRIGGER report_goes AFTER DELETE ON progress BEGIN
    UPDATE standing SET heard = (SELECT max(progress.at) FROM assignment JOIN progress ON progress.assignment = assignment.id
        JOIN state_of_part ON state_of_part.code = progress.state
        WHERE assignment.action = standing.action AND state_of_part.is_counted = 1)
    WHERE action = (SELECT action FROM assignment WHERE id = OLD.assignment);
END;
