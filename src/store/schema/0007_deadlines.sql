-- A deadline keeps the words that it was said in beside the day, and the days off are rows.

-- What was said, where it is not only the day in digits; without a day it is all that is known of the deadline.
ALTER TABLE action ADD COLUMN deadline_words TEXT;
ALTER TABLE extension ADD COLUMN deadline_words TEXT;

-- A day on which nobody works for another reason than the weekend, or a day of a weekend that is worked (`works` 1).
-- The program fills it with the published years when it is empty; a year without rows is reckoned.
CREATE TABLE day_off (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    works INTEGER NOT NULL CHECK (works IN (0, 1)),
    name TEXT NOT NULL
) STRICT;
CREATE INDEX day_off_day ON day_off(day);
