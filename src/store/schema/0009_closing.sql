-- How the minutes were closed: whether they were read out, by whom and how they were approved, what was said of them.
ALTER TABLE meeting ADD COLUMN read_out INTEGER CHECK (read_out IN (0, 1));
ALTER TABLE meeting ADD COLUMN approved TEXT;
ALTER TABLE meeting ADD COLUMN reservations TEXT;
-- Minutes that were signed before said in print that they had been read out and approved.
UPDATE meeting SET read_out = 1, approved = 'hội nghị nhất trí thông qua' WHERE state = 'final';
