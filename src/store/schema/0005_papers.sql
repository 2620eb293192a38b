-- The papers: what they say of themselves, who signs them, and what has been handed out.

-- Who presents an item, as the run sheet and the minutes name them.
ALTER TABLE agenda_item ADD COLUMN presenter TEXT;

-- A part that came by a handover is no part of what the meeting gave, as its papers name it.
ALTER TABLE assignment ADD COLUMN came INTEGER CHECK (came IN (0, 1));

-- The house style of the body that issues papers; what is not said is as the guidance has it.
ALTER TABLE issuer ADD COLUMN recipients TEXT;
ALTER TABLE issuer ADD COLUMN follow_up TEXT;
ALTER TABLE issuer ADD COLUMN tone TEXT CHECK (tone IN ('old', 'new', 'off'));
ALTER TABLE issuer ADD COLUMN dates_minutes INTEGER CHECK (dates_minutes IN (0, 1));
ALTER TABLE issuer ADD COLUMN dashes INTEGER CHECK (dashes IN (0, 1));
ALTER TABLE issuer ADD COLUMN bold_position INTEGER CHECK (bold_position IN (0, 1));
ALTER TABLE issuer ADD COLUMN two_sided INTEGER CHECK (two_sided IN (0, 1));
-- A body that is changed after a paper was signed goes on as another row, so that signed papers keep theirs.
ALTER TABLE issuer ADD COLUMN replaced_by INTEGER REFERENCES issuer(id);
CREATE INDEX meeting_issuer ON meeting(issuer, state);

-- Somebody who may sign a paper.
CREATE TABLE signatory (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    capacity TEXT NOT NULL CHECK (capacity IN ('head', 'deputy', 'by_order')),
    office TEXT NOT NULL,
    name TEXT NOT NULL
) STRICT;

-- What a paper of a meeting says of itself: its number and day, who signs, who gets it.
CREATE TABLE imprint (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    kind TEXT NOT NULL CHECK (kind IN ('minutes', 'notice', 'attendance', 'actions', 'slip', 'open_matters', 'run_sheet', 'sign_in', 'amendment')),
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
CREATE UNIQUE INDEX imprint_once ON imprint(meeting, kind);

-- A correction of a signed paper: the words it has, and the words that it should have.
CREATE TABLE amendment (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    kind TEXT NOT NULL CHECK (kind IN ('minutes', 'notice', 'attendance', 'actions', 'slip', 'open_matters', 'run_sheet', 'sign_in', 'amendment')),
    at TEXT NOT NULL,
    old_words TEXT NOT NULL,
    new_words TEXT NOT NULL,
    reason TEXT,
    batch INTEGER
) STRICT;
CREATE INDEX amendment_meeting ON amendment(meeting);

-- A paper that was handed out, version by version, with its words; the files that it went to stand under it.
-- What went out of the house cannot be undone, so this is a ledger as the journal is: nothing in it is ever changed,
-- and it stays when the plan of its meeting is taken back.
CREATE TABLE paper_next (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('minutes', 'notice', 'attendance', 'actions', 'slip', 'open_matters', 'run_sheet', 'sign_in', 'amendment')),
    seat INTEGER,
    version INTEGER NOT NULL,
    is_final INTEGER NOT NULL CHECK (is_final IN (0, 1)),
    at TEXT NOT NULL,
    checksum TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;
INSERT INTO paper_next
SELECT id, meeting, CASE kind WHEN 'annex' THEN 'attendance' ELSE kind END, NULL, version, 0, at, checksum, '' FROM paper;
CREATE TABLE paper_file (
    id INTEGER PRIMARY KEY,
    paper INTEGER NOT NULL REFERENCES paper_next(id),
    turn INTEGER NOT NULL,
    at TEXT NOT NULL,
    checksum TEXT NOT NULL,
    file TEXT NOT NULL
) STRICT;
INSERT INTO paper_file SELECT id, id, row_number() OVER (ORDER BY at, id), at, checksum, file FROM paper;
DROP TABLE paper;
ALTER TABLE paper_next RENAME TO paper;
CREATE UNIQUE INDEX paper_version ON paper(meeting, kind, ifnull(seat, 0), version);
CREATE INDEX paper_file_paper ON paper_file(paper);
CREATE INDEX paper_file_file ON paper_file(file, turn);
CREATE UNIQUE INDEX paper_file_turn ON paper_file(turn);
CREATE TRIGGER paper_keeps_its_rows BEFORE UPDATE ON paper BEGIN SELECT RAISE(ABORT, 'what was handed out is not changed'); END;
CREATE TRIGGER paper_keeps_all_rows BEFORE DELETE ON paper BEGIN SELECT RAISE(ABORT, 'what was handed out is not changed'); END;
CREATE TRIGGER paper_file_keeps_its_rows BEFORE UPDATE ON paper_file BEGIN SELECT RAISE(ABORT, 'what was handed out is not changed'); END;
CREATE TRIGGER paper_file_keeps_all_rows BEFORE DELETE ON paper_file BEGIN SELECT RAISE(ABORT, 'what was handed out is not changed'); END;
