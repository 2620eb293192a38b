-- The desk: items that are put off or moved, an end that must be kept, phrases, and who did what of two desks.

-- The place in the plan, where an item has been moved since; 0 for one that was not planned.
ALTER TABLE agenda_item ADD COLUMN planned INTEGER;
-- When it was put off or interrupted: it waits again until it goes on.
ALTER TABLE agenda_item ADD COLUMN postponed TEXT;
-- When the meeting has to be over.
ALTER TABLE meeting ADD COLUMN hard_end TEXT;
-- Which of the desks that are open at once did it; each takes back what it did itself.
ALTER TABLE journal ADD COLUMN desk INTEGER NOT NULL DEFAULT 1;
CREATE INDEX journal_desk ON journal(desk, id);

CREATE INDEX meeting_state ON meeting(state, opened);

-- A document may be remembered twice when two desks cite it at once; that is no reason to refuse a line.
DROP INDEX document_citation;

-- A few letters that stand for a phrase, once the secretary says so.
CREATE TABLE snippet (
    id INTEGER PRIMARY KEY,
    short TEXT NOT NULL,
    phrase TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX snippet_short ON snippet(short);

-- Ids below those of the first writer are nobody's.
INSERT INTO snippet (id, short, phrase) VALUES
    (1, 'đv', 'đảng viên'),
    (2, 'đb', 'đảng bộ'),
    (3, 'cb', 'chi bộ'),
    (4, 'cu', 'chi ủy'),
    (5, 'đu', 'đảng ủy'),
    (6, 'bct', 'Ban Tổ chức'),
    (7, 'tu', 'Thành ủy'),
    (8, 'btv', 'Ban Thường vụ'),
    (9, 'bt', 'Bí thư'),
    (10, 'pbt', 'Phó Bí thư Thường trực'),
    (11, 'kp', 'khu phố'),
    (12, 'dn', 'doanh nghiệp'),
    (13, 'qcut', 'quần chúng ưu tú'),
    (14, 'tsqd', 'theo đúng quy định'),
    (15, 'đ/c', 'đồng chí');

-- One item runs at a time and one speaks at a time, whoever writes; what an earlier program left open twice is ended.
UPDATE item_run SET ended = began WHERE ended IS NULL
    AND id NOT IN (SELECT max(id) FROM item_run WHERE ended IS NULL GROUP BY meeting);
UPDATE speech SET ended = began WHERE began IS NOT NULL AND ended IS NULL
    AND id NOT IN (SELECT max(id) FROM speech WHERE began IS NOT NULL AND ended IS NULL GROUP BY meeting);
CREATE UNIQUE INDEX item_run_one ON item_run(meeting) WHERE ended IS NULL;
CREATE UNIQUE INDEX speech_one ON speech(meeting) WHERE began IS NOT NULL AND ended IS NULL;
