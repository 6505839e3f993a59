-- Which tables an edition publishes, and when a count is protected, as JSON; the defaults where there is nothing.
ALTER TABLE network ADD COLUMN publication TEXT;
