//! What the book keeps beside its rows, counted anew: how actions stand, the tally of the units, the index of the words.

use rusqlite::Connection;

/// Fails unless everything that is kept beside the rows of a book is what the rows say.
pub fn assert_kept(book: &Connection) {
    let standing = "SELECT count(*) FROM standing JOIN action ON action.id = standing.action WHERE
        due IS NOT coalesce((SELECT deadline FROM extension WHERE action = standing.action ORDER BY at DESC, id DESC LIMIT 1), action.deadline)
        OR total != (SELECT count(*) FROM assignment WHERE action = standing.action AND state != 'handed_over')
        OR done != (SELECT count(*) FROM assignment WHERE action = standing.action AND state = 'done')
        OR open != (SELECT count(*) FROM assignment WHERE action = standing.action AND state IN ('not_started', 'in_progress', 'reported', 'paused'))
        OR reported != (SELECT count(*) FROM assignment WHERE action = standing.action AND state = 'reported')
        OR heard IS NOT (SELECT max(at) FROM progress WHERE state != 'handed_over'
            AND assignment IN (SELECT id FROM assignment WHERE action = standing.action))";
    assert_eq!(number(book, standing), 0);
    let actions = number(book, "SELECT count(*) FROM action");
    assert_eq!(number(book, "SELECT count(*) FROM standing"), actions);
    let counted = "SELECT assignment.unit AS unit, action.focus AS focus, assignment.state AS state, count(*) AS n
        FROM assignment JOIN action ON action.id = assignment.action GROUP BY 1, 2, 3";
    let kept = "SELECT unit, focus, state, n FROM tally WHERE n > 0";
    for (one, other) in [(counted, kept), (kept, counted)] {
        let sql = format!("SELECT count(*) FROM ({one} EXCEPT {other})");
        assert_eq!(number(book, &sql), 0);
    }
    // What the words themselves lead to, the tests of the search hold against the lines.
    let lines = "SELECT id FROM note UNION ALL SELECT id FROM conclusion
        UNION ALL SELECT id FROM action UNION ALL SELECT id FROM issue_answer WHERE text IS NOT NULL
        UNION ALL SELECT id FROM issue UNION ALL SELECT id FROM meeting_document UNION ALL SELECT id FROM meeting
        UNION ALL SELECT id FROM progress WHERE coalesce(text, difficulty, evidence) IS NOT NULL
        UNION ALL SELECT event.id FROM attendance_event AS event JOIN seat ON seat.id = event.seat
            WHERE event.kind IN ('present', 'substitute') AND coalesce(event.person,
                CASE event.rank WHEN 'secretary' THEN seat.secretary WHEN 'standing_deputy' THEN seat.deputy END) IS NOT NULL";
    let indexed = "SELECT id FROM words_docsize";
    for (one, other) in [(lines, indexed), (indexed, lines)] {
        let sql =
            format!("SELECT count(*) FROM (SELECT * FROM ({one}) EXCEPT SELECT * FROM ({other}))");
        assert_eq!(number(book, &sql), 0);
    }
    assert_eq!(
        number(book, "SELECT count(*) FROM pragma_foreign_key_check"),
        0
    );
}

fn number(book: &Connection, sql: &str) -> i64 {
    book.query_row(sql, [], |row| row.get(0)).unwrap()
}
