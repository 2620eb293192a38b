-- The whole domain of the book. Applied once to a new book and never edited afterwards:
-- what changes later comes as the next number. Times are local ISO 8601 with offset, dates are ISO 8601;
-- ids are unique in the whole book, whatever the table.

-- A body that can be summoned, while it exists.
CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('ward', 'committee', 'organisation', 'centre')),
    name TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT
) STRICT;

-- A unit that came out of another.
CREATE TABLE lineage (
    id INTEGER PRIMARY KEY,
    predecessor INTEGER NOT NULL REFERENCES unit(id),
    successor INTEGER NOT NULL REFERENCES unit(id),
    share TEXT NOT NULL CHECK (share IN ('whole', 'part'))
) STRICT;

-- A named set of units with dates of validity.
CREATE TABLE roster (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    successor INTEGER REFERENCES roster(id),
    chosen INTEGER NOT NULL CHECK (chosen IN (0, 1))
) STRICT;

-- A unit in a roster.
CREATE TABLE roster_unit (
    id INTEGER PRIMARY KEY,
    roster INTEGER NOT NULL REFERENCES roster(id),
    unit INTEGER NOT NULL REFERENCES unit(id),
    position INTEGER NOT NULL
) STRICT;

-- A person.
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sort_as TEXT
) STRICT;

-- An office that a person holds in a unit.
CREATE TABLE office (
    id INTEGER PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES unit(id),
    person INTEGER NOT NULL REFERENCES person(id),
    kind TEXT NOT NULL CHECK (kind IN ('secretary', 'standing_deputy', 'deputy', 'other')),
    title TEXT,
    valid_from TEXT,
    valid_to TEXT
) STRICT;

-- The body that holds meetings and issues papers.
CREATE TABLE issuer (
    id INTEGER PRIMARY KEY,
    superior TEXT NOT NULL,
    organ TEXT NOT NULL,
    full_name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    head TEXT NOT NULL,
    place TEXT NOT NULL,
    symbol TEXT NOT NULL,
    valid_to TEXT
) STRICT;

-- A focus area that actions serve and notes touch.
CREATE TABLE focus_area (
    id INTEGER PRIMARY KEY,
    number INTEGER NOT NULL,
    short_vi TEXT NOT NULL,
    short_en TEXT NOT NULL,
    full_vi TEXT NOT NULL,
    full_en TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT
) STRICT;

-- An agenda to plan meetings from.
CREATE TABLE agenda_template (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;

-- An item of an agenda template.
CREATE TABLE template_item (
    id INTEGER PRIMARY KEY,
    template INTEGER NOT NULL REFERENCES agenda_template(id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('opening', 'report', 'discussion', 'documents', 'answers', 'conclusion', 'pause', 'other')),
    minutes INTEGER NOT NULL
) STRICT;

-- A meeting.
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'in_session', 'closed', 'final')),
    starts TEXT NOT NULL,
    venue TEXT,
    roster INTEGER NOT NULL REFERENCES roster(id),
    issuer INTEGER NOT NULL REFERENCES issuer(id),
    chair TEXT,
    chair_office TEXT,
    recorder TEXT,
    recorder_office TEXT,
    documents TEXT,
    recorded INTEGER CHECK (recorded IN (0, 1)),
    pages INTEGER,
    copies INTEGER,
    opened TEXT,
    closed TEXT,
    sample INTEGER NOT NULL CHECK (sample IN (0, 1))
) STRICT;

-- One unit or delegation at one meeting, with the names as they were that day.
CREATE TABLE seat (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    seat_group TEXT NOT NULL CHECK (seat_group IN ('ward', 'host', 'organisation', 'centre', 'guest')),
    position INTEGER NOT NULL,
    unit INTEGER REFERENCES unit(id),
    name TEXT NOT NULL,
    secretary TEXT,
    deputy TEXT,
    attended INTEGER
) STRICT;

-- An item of a meeting's agenda.
CREATE TABLE agenda_item (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('opening', 'report', 'discussion', 'documents', 'answers', 'conclusion', 'pause', 'other')),
    minutes INTEGER NOT NULL,
    skipped TEXT
) STRICT;

-- A time during which an item really ran.
CREATE TABLE item_run (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    item INTEGER NOT NULL REFERENCES agenda_item(id),
    began TEXT NOT NULL,
    ended TEXT
) STRICT;

-- An entry of the roll call.
CREATE TABLE attendance_event (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    seat INTEGER NOT NULL REFERENCES seat(id),
    at TEXT NOT NULL,
    item INTEGER REFERENCES agenda_item(id),
    kind TEXT NOT NULL CHECK (kind IN ('present', 'substitute', 'excused', 'absent', 'late', 'left', 'back')),
    rank TEXT CHECK (rank IN ('secretary', 'standing_deputy', 'other')),
    person TEXT,
    office TEXT,
    on_behalf TEXT,
    reason TEXT
) STRICT;

-- A turn to speak: asked for, begun, ended.
CREATE TABLE speech (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    item INTEGER REFERENCES agenda_item(id),
    seat INTEGER REFERENCES seat(id),
    guest TEXT,
    position INTEGER NOT NULL,
    asked TEXT NOT NULL,
    began TEXT,
    ended TEXT
) STRICT;

-- A difficulty that somebody has to answer.
CREATE TABLE issue (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    focus INTEGER REFERENCES focus_area(id),
    state TEXT NOT NULL CHECK (state IN ('raised', 'accepted', 'in_progress', 'answered', 'resolved', 'escalated', 'duplicate')),
    competent TEXT,
    duplicate_of INTEGER REFERENCES issue(id),
    at TEXT NOT NULL
) STRICT;

-- One line said.
CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    item INTEGER REFERENCES agenda_item(id),
    seat INTEGER REFERENCES seat(id),
    speaker TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('result', 'difficulty', 'experience', 'proposal', 'answer', 'instruction', 'document', 'information')),
    focus INTEGER REFERENCES focus_area(id),
    at TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

-- A unit that raised an issue at a meeting.
CREATE TABLE issue_raised (
    id INTEGER PRIMARY KEY,
    issue INTEGER NOT NULL REFERENCES issue(id),
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    seat INTEGER REFERENCES seat(id),
    unit INTEGER REFERENCES unit(id),
    note INTEGER REFERENCES note(id),
    at TEXT NOT NULL
) STRICT;

-- An answer to an issue.
CREATE TABLE issue_answer (
    id INTEGER PRIMARY KEY,
    issue INTEGER NOT NULL REFERENCES issue(id),
    meeting INTEGER REFERENCES meeting(id),
    note INTEGER REFERENCES note(id),
    author TEXT,
    text TEXT,
    at TEXT NOT NULL
) STRICT;

-- What the chair concluded.
CREATE TABLE conclusion (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    item INTEGER REFERENCES agenda_item(id),
    position INTEGER NOT NULL,
    focus INTEGER REFERENCES focus_area(id),
    text TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- A task with a code for life.
CREATE TABLE action (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    item INTEGER REFERENCES agenda_item(id),
    issue INTEGER REFERENCES issue(id),
    conclusion INTEGER REFERENCES conclusion(id),
    number INTEGER NOT NULL,
    focus INTEGER NOT NULL REFERENCES focus_area(id),
    text TEXT NOT NULL,
    deliverable TEXT,
    deadline TEXT,
    officer TEXT,
    at TEXT NOT NULL
) STRICT;

-- A body that helps with an action.
CREATE TABLE action_support (
    id INTEGER PRIMARY KEY,
    action INTEGER NOT NULL REFERENCES action(id),
    unit INTEGER REFERENCES unit(id),
    name TEXT NOT NULL
) STRICT;

-- An action for one lead unit.
CREATE TABLE assignment (
    id INTEGER PRIMARY KEY,
    action INTEGER NOT NULL REFERENCES action(id),
    unit INTEGER NOT NULL REFERENCES unit(id),
    state TEXT NOT NULL CHECK (state IN ('not_started', 'in_progress', 'reported', 'done', 'paused', 'handed_over', 'cancelled')),
    percent INTEGER NOT NULL,
    result TEXT,
    done_on TEXT
) STRICT;

-- A later deadline for an action.
CREATE TABLE extension (
    id INTEGER PRIMARY KEY,
    action INTEGER NOT NULL REFERENCES action(id),
    deadline TEXT NOT NULL,
    reason TEXT NOT NULL,
    allowed_by TEXT,
    at TEXT NOT NULL
) STRICT;

-- What a unit reported on its assignment.
CREATE TABLE progress (
    id INTEGER PRIMARY KEY,
    assignment INTEGER NOT NULL REFERENCES assignment(id),
    at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('not_started', 'in_progress', 'reported', 'done', 'paused', 'handed_over', 'cancelled')),
    percent INTEGER NOT NULL,
    text TEXT,
    evidence TEXT
) STRICT;

-- A document that is cited.
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    citation TEXT NOT NULL,
    title TEXT,
    date TEXT
) STRICT;

-- A document presented at a meeting.
CREATE TABLE meeting_document (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    document INTEGER NOT NULL REFERENCES document(id),
    item INTEGER REFERENCES agenda_item(id),
    presenter TEXT
) STRICT;

-- A paper that was handed out.
CREATE TABLE paper (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting(id),
    kind TEXT NOT NULL CHECK (kind IN ('minutes', 'notice', 'annex', 'slip')),
    version INTEGER NOT NULL,
    at TEXT NOT NULL,
    checksum TEXT NOT NULL,
    file TEXT NOT NULL
) STRICT;

-- Every change ever made, append-only: undo and redo are entries too.
CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    cause TEXT NOT NULL CHECK (cause IN ('do', 'undo', 'redo')),
    target INTEGER REFERENCES journal(id),
    label TEXT NOT NULL,
    changes TEXT NOT NULL,
    CHECK ((cause = 'do') = (target IS NULL))
) STRICT;
CREATE TRIGGER journal_keeps_its_rows BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_keeps_all_rows BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- What the screens held when the last key was pressed: half-typed lines, open dialogs, where the user was.
CREATE TABLE draft (
    name TEXT PRIMARY KEY,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who has written in this book; the number makes the ids of a writer its own.
CREATE TABLE writer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL
) STRICT;

-- Where a found line stands; the line itself stays in its table.
CREATE TABLE found (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('note', 'conclusion', 'action', 'issue_answer'))
) STRICT;

-- The folded words of what was said; folded by the program, because no tokenizer knows đ.
CREATE VIRTUAL TABLE words USING fts5(body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');

CREATE UNIQUE INDEX unit_code ON unit(code);
CREATE UNIQUE INDEX roster_unit_once ON roster_unit(roster, unit);
CREATE INDEX lineage_of ON lineage(predecessor);
CREATE INDEX lineage_to ON lineage(successor);
CREATE INDEX office_unit ON office(unit);
CREATE INDEX office_person ON office(person);
CREATE INDEX template_item_template ON template_item(template);
CREATE INDEX meeting_starts ON meeting(starts);
CREATE INDEX meeting_roster ON meeting(roster);
CREATE INDEX seat_meeting ON seat(meeting);
CREATE INDEX seat_unit ON seat(unit);
CREATE INDEX agenda_item_meeting ON agenda_item(meeting);
CREATE INDEX item_run_meeting ON item_run(meeting);
CREATE INDEX item_run_item ON item_run(item);
CREATE INDEX attendance_event_meeting ON attendance_event(meeting);
CREATE INDEX attendance_event_seat ON attendance_event(seat);
CREATE INDEX attendance_event_item ON attendance_event(item);
CREATE INDEX speech_meeting ON speech(meeting);
CREATE INDEX speech_seat ON speech(seat);
CREATE INDEX speech_item ON speech(item);
CREATE UNIQUE INDEX issue_number ON issue(number);
CREATE INDEX issue_meeting ON issue(meeting);
CREATE INDEX issue_state ON issue(state, at);
CREATE INDEX issue_focus ON issue(focus);
CREATE INDEX issue_duplicate ON issue(duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX note_meeting ON note(meeting);
CREATE INDEX note_item ON note(item);
CREATE INDEX note_seat ON note(seat);
CREATE INDEX note_focus ON note(focus);
CREATE INDEX issue_raised_issue ON issue_raised(issue);
CREATE INDEX issue_raised_meeting ON issue_raised(meeting);
CREATE INDEX issue_raised_seat ON issue_raised(seat);
CREATE INDEX issue_raised_unit ON issue_raised(unit);
CREATE INDEX issue_raised_note ON issue_raised(note);
CREATE INDEX issue_answer_issue ON issue_answer(issue);
CREATE INDEX issue_answer_meeting ON issue_answer(meeting);
CREATE INDEX issue_answer_note ON issue_answer(note);
CREATE INDEX conclusion_meeting ON conclusion(meeting);
CREATE INDEX conclusion_item ON conclusion(item);
CREATE INDEX conclusion_focus ON conclusion(focus);
CREATE UNIQUE INDEX action_number ON action(number);
CREATE INDEX action_meeting ON action(meeting);
CREATE INDEX action_item ON action(item);
CREATE INDEX action_issue ON action(issue);
CREATE INDEX action_conclusion ON action(conclusion);
CREATE INDEX action_focus ON action(focus);
CREATE INDEX action_support_action ON action_support(action);
CREATE INDEX action_support_unit ON action_support(unit);
CREATE UNIQUE INDEX assignment_once ON assignment(action, unit);
CREATE INDEX assignment_unit ON assignment(unit, state);
CREATE INDEX assignment_open ON assignment(state, action);
CREATE INDEX extension_action ON extension(action, at);
CREATE INDEX progress_assignment ON progress(assignment, at);
CREATE UNIQUE INDEX document_citation ON document(citation);
CREATE INDEX meeting_document_meeting ON meeting_document(meeting);
CREATE INDEX meeting_document_document ON meeting_document(document);
CREATE INDEX meeting_document_item ON meeting_document(item);
CREATE UNIQUE INDEX paper_version ON paper(meeting, kind, version);
