-- What became of a copy. A line of the copy log is written before anything is handed over, and what came of it after
-- that: a line without an outcome was to go out, and whether it did is not known.

CREATE TABLE copy_outcome (
  id          INTEGER PRIMARY KEY,
  copy_id     INTEGER NOT NULL UNIQUE REFERENCES copy_log(id),
  mechanism   TEXT    NOT NULL DEFAULT '',            -- which clipboard; '' where none took it
  confirmed   INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
  failed      INTEGER NOT NULL CHECK (failed IN (0, 1)),   -- no clipboard took it: it was shown, to be selected
  recorded_at TEXT    NOT NULL,
  CHECK (failed = 0 OR (confirmed = 0 AND mechanism = ''))
) STRICT;

CREATE TRIGGER copy_outcome_is_kept BEFORE DELETE ON copy_outcome
BEGIN SELECT RAISE(ABORT, 'copy_outcome: what went out is kept'); END;
CREATE TRIGGER copy_outcome_is_append_only BEFORE UPDATE ON copy_outcome
BEGIN SELECT RAISE(ABORT, 'copy_outcome: append-only'); END;

-- The copy log as it is read. Lines of before this table have their outcome in themselves.
CREATE VIEW copied AS
SELECT c.id, c.quote_id, c.story_id, c.format, c.text, c.stamp, coalesce(o.mechanism, c.mechanism) AS mechanism,
  coalesce(o.confirmed, c.confirmed) AS confirmed, coalesce(o.failed, 0) AS failed, c.reason, c.who, c.recorded_at
FROM copy_log c LEFT JOIN copy_outcome o ON o.copy_id = c.id;
