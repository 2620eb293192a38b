-- That a turn was interrupted is stored: which turn it goes on from, and which one it has to wait for.
ALTER TABLE speech ADD COLUMN continues INTEGER REFERENCES speech(id);
ALTER TABLE speech ADD COLUMN interrupted_by INTEGER REFERENCES speech(id);
CREATE INDEX speech_continues ON speech(continues);
CREATE INDEX speech_interrupted_by ON speech(interrupted_by);

-- An earlier program knew an interruption by equal instants: one turn ended, another began, and the rest of the first
-- was asked for.
UPDATE speech SET
    continues = (
        SELECT max(part.id) FROM speech AS part
        WHERE part.meeting = speech.meeting AND part.id != speech.id AND part.ended = speech.asked
            AND part.seat IS speech.seat AND part.guest IS speech.guest
    ),
    interrupted_by = (
        SELECT max(other.id) FROM speech AS other
        WHERE other.meeting = speech.meeting AND other.id != speech.id AND other.began = speech.asked
            AND NOT (other.seat IS speech.seat AND other.guest IS speech.guest)
    )
WHERE EXISTS (
        SELECT 1 FROM speech AS part
        WHERE part.meeting = speech.meeting AND part.id != speech.id AND part.ended = speech.asked
            AND part.seat IS speech.seat AND part.guest IS speech.guest
    )
    AND EXISTS (
        SELECT 1 FROM speech AS other
        WHERE other.meeting = speech.meeting AND other.id != speech.id AND other.began = speech.asked
            AND NOT (other.seat IS speech.seat AND other.guest IS speech.guest)
    );
