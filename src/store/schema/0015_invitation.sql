-- Whom those who are invited may ask: a person, and a telephone number.
ALTER TABLE meeting ADD COLUMN contact TEXT;
ALTER TABLE meeting ADD COLUMN contact_phone TEXT;

-- A meeting that ends at another time, because its agenda is another one, was moved too. What is inserted with the meeting
-- itself is not counted (`store/calendar.rs`).
CREATE TRIGGER item_moved AFTER UPDATE OF minutes, skipped, carried ON agenda_item
WHEN old.minutes IS NOT new.minutes
    OR (old.skipped IS NULL) IS NOT (new.skipped IS NULL)
    OR (old.carried IS NULL) IS NOT (new.carried IS NULL)
BEGIN
    INSERT INTO moved (meeting, times) VALUES (new.meeting, 1)
    ON CONFLICT (meeting) DO UPDATE SET times = times + 1;
END;
CREATE TRIGGER item_added AFTER INSERT ON agenda_item
BEGIN
    INSERT INTO moved (meeting, times) VALUES (new.meeting, 1)
    ON CONFLICT (meeting) DO UPDATE SET times = times + 1;
END;
CREATE TRIGGER item_removed AFTER DELETE ON agenda_item
BEGIN
    INSERT INTO moved (meeting, times) VALUES (old.meeting, 1)
    ON CONFLICT (meeting) DO UPDATE SET times = times + 1;
END;
