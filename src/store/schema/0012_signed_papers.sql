-- Signed papers stay what was signed; corrections say where, and stand in a paper of the kind that they correct.

-- The finished document of a final version, as JSON, so that later programs, settings and sentences change nothing in it.
-- It is apart from `paper` because it is long and read only when a signed paper goes out again. A final version from
-- before has none until it is handed out again with the same words.
CREATE TABLE paper_document (
    id INTEGER PRIMARY KEY,
    paper INTEGER NOT NULL REFERENCES paper(id),
    document TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX paper_document_paper ON paper_document(paper);
CREATE TRIGGER paper_document_keeps_its_rows BEFORE UPDATE ON paper_document BEGIN SELECT RAISE(ABORT, 'what was handed out is not changed'); END;
CREATE TRIGGER paper_document_keeps_all_rows BEFORE DELETE ON paper_document BEGIN SELECT RAISE(ABORT, 'what was handed out is not changed'); END;

-- Where the corrected words stand, as the correction prints it, and which of several places under that name it is.
ALTER TABLE amendment ADD COLUMN place TEXT;
ALTER TABLE amendment ADD COLUMN occurrence INTEGER;
-- The paper of corrections that it stands in; without one, that of the kind that it corrects.
ALTER TABLE amendment ADD COLUMN paper TEXT REFERENCES paper_kind(code);
-- Corrections of the minutes that are out stood in the only paper of corrections that there was. They are sealed, so that
-- nobody takes them back and meets another row.
UPDATE amendment SET paper = 'amendment' WHERE kind IN ('minutes', 'attendance') AND batch <= (
    SELECT count(*) FROM paper
    WHERE paper.meeting = amendment.meeting AND paper.kind = 'amendment' AND paper.is_final = 1
);

-- Migration 0009 took from the print of signed minutes that they had been read out and approved. Nobody had said so;
-- where somebody has, the journal has it.
UPDATE meeting SET read_out = NULL, approved = NULL
WHERE read_out = 1 AND approved = 'hội nghị nhất trí thông qua' AND id NOT IN (
    SELECT json_extract(change.value, '$[2].id') FROM journal, json_each(journal.changes) AS change
    WHERE journal.changes LIKE '%"read_out":1%'
      AND json_extract(change.value, '$[0]') = 'meeting'
      AND json_extract(change.value, '$[2].read_out') = 1
      AND json_extract(change.value, '$[1].read_out') IS NOT 1
);

-- The minutes count their own pages; what was typed as their number is in the journal.
ALTER TABLE meeting DROP COLUMN pages;

-- The short name of a shipped focus area stands in papers too, where «ĐV» is no word. A name that somebody has touched stays.
UPDATE focus_area SET short_vi = 'Kết nạp, sàng lọc đảng viên'
WHERE short_vi = 'Kết nạp, sàng lọc ĐV' AND NOT EXISTS (
    SELECT 1 FROM journal, json_each(journal.changes) AS change
    WHERE journal.changes LIKE '%"focus_area"%' AND json_extract(change.value, '$[0]') = 'focus_area'
);
