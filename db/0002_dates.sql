-- A date is a value: rows elsewhere point to it, and equal values are one row. Nothing here is ever changed.
--
-- start and end are civil days in zone, both inclusive: '2026-02-16'. Only a value of minute precision has wall time
-- ('2026-06-30T23:59') and UTC ('2026-07-01T06:59Z'); a time that nobody gave is never invented. 'by' has only an end.

CREATE TABLE date_value (
  id         INTEGER PRIMARY KEY,
  precision  TEXT NOT NULL CHECK (precision IN ('minute', 'day', 'week', 'month', 'year', 'undated')),
  bound      TEXT NOT NULL CHECK (bound IN ('on', 'by', 'between')),
  start      TEXT,
  end        TEXT,
  zone       TEXT NOT NULL DEFAULT '',
  fold       INTEGER NOT NULL DEFAULT 0 CHECK (fold IN (0, 1)),
  start_utc  TEXT,
  end_utc    TEXT,
  basis      TEXT NOT NULL CHECK (basis IN ('stated', 'inferred', 'derived', 'statutory')),
  certainty  TEXT NOT NULL CHECK (certainty IN ('expected', 'scheduled', 'confirmed', 'occurred', 'superseded')),
  CHECK (start <= end),
  CHECK ((precision = 'undated') = (start IS NULL AND end IS NULL)),
  CHECK (precision = 'undated' OR end IS NOT NULL),
  CHECK (precision = 'undated' OR (bound = 'by') = (start IS NULL)),
  CHECK (precision <> 'minute' OR (zone <> '' AND length(end) = 16 AND end_utc IS NOT NULL)),
  CHECK (precision = 'minute' OR (length(coalesce(end, '0000-00-00')) = 10 AND start_utc IS NULL AND end_utc IS NULL))
) STRICT;

CREATE UNIQUE INDEX date_value_once ON date_value(
  precision, bound, coalesce(start, ''), coalesce(end, ''), zone, fold, basis, certainty);

CREATE TRIGGER date_value_is_kept BEFORE DELETE ON date_value
BEGIN SELECT RAISE(ABORT, 'date_value: others may point to it'); END;
CREATE TRIGGER date_value_is_append_only BEFORE UPDATE ON date_value
BEGIN SELECT RAISE(ABORT, 'date_value: a value does not change; point to another'); END;
