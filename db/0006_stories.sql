-- The pieces in work, their checklists, and the log of what was copied into them.

CREATE TABLE story (
  id             INTEGER PRIMARY KEY,
  slug           TEXT NOT NULL CHECK (slug <> ''),
  headline       TEXT NOT NULL DEFAULT '',
  draft          TEXT NOT NULL DEFAULT '',            -- path of the draft file; the desk only ever reads it
  negotiation_id INTEGER REFERENCES negotiation(id),
  archived       INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  added_by       INTEGER NOT NULL REFERENCES action(id),
  recorded_at    TEXT NOT NULL,
  withdrawn_at   TEXT
) STRICT;

CREATE TABLE story_check (
  id           INTEGER PRIMARY KEY,
  story_id     INTEGER NOT NULL REFERENCES story(id),
  what         TEXT NOT NULL CHECK (what <> ''),
  category     TEXT NOT NULL DEFAULT '',              -- date, name, quote, superlative, anonymous source …
  words        TEXT NOT NULL DEFAULT '',              -- the words of the draft that it covers
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;

CREATE INDEX story_check_story ON story_check(story_id);

CREATE TABLE check_mark (
  id           INTEGER PRIMARY KEY,
  check_id     INTEGER NOT NULL REFERENCES story_check(id),
  mark         TEXT NOT NULL CHECK (mark IN ('red', 'amber', 'green', 'n_a')),
  evidence     TEXT NOT NULL DEFAULT '',
  source_id    INTEGER REFERENCES source(id),
  who          TEXT NOT NULL DEFAULT '',
  corrects     INTEGER REFERENCES check_mark(id),
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT,
  -- Evidence for green is never the story itself, so it has to be said what it is.
  CHECK (mark <> 'green' OR evidence <> '' OR source_id IS NOT NULL)
) STRICT;

CREATE INDEX check_mark_check ON check_mark(check_id);

CREATE TRIGGER check_mark_is_append_only BEFORE UPDATE OF id, check_id, mark, evidence, source_id, who, corrects, added_by,
  recorded_at ON check_mark
BEGIN SELECT RAISE(ABORT, 'check_mark: append-only; mark it again'); END;

CREATE TABLE copy_log (
  id          INTEGER PRIMARY KEY,
  quote_id    INTEGER NOT NULL REFERENCES quote(id),
  story_id    INTEGER REFERENCES story(id),
  format      TEXT NOT NULL,
  text        TEXT NOT NULL,                          -- exactly what went out
  stamp       TEXT NOT NULL DEFAULT '',
  mechanism   TEXT NOT NULL,                          -- which clipboard
  confirmed   INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
  reason      TEXT NOT NULL DEFAULT '',               -- why a disputed quote was let out
  who         TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL
) STRICT;

CREATE INDEX copy_log_quote ON copy_log(quote_id);

CREATE TRIGGER copy_log_is_kept BEFORE DELETE ON copy_log
BEGIN SELECT RAISE(ABORT, 'copy_log: what went out is kept'); END;
CREATE TRIGGER copy_log_is_append_only BEFORE UPDATE ON copy_log
BEGIN SELECT RAISE(ABORT, 'copy_log: append-only'); END;
