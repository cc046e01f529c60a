-- What the person did, and what that changed.
--
-- Every change to a reporter's row happens inside an action. Triggers (made by desk/store/file/history.py from the
-- tables themselves) write each changed row's before and after here; undo applies them backwards as an action of its own.
-- Instants are UTC text, '2026-02-14T17:00:00.000Z', so that text order is time order.

CREATE TABLE action (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  at        TEXT    NOT NULL,
  label     TEXT    NOT NULL,                      -- "log a development", shown by undo and in "what changed"
  via       TEXT    NOT NULL CHECK (via IN ('desk', 'command', 'import', 'demo', 'start')),
  who       TEXT    NOT NULL DEFAULT '',
  kind      TEXT    NOT NULL DEFAULT 'do' CHECK (kind IN ('do', 'undo', 'redo')),
  target    INTEGER REFERENCES action(id),         -- what an undo or redo is of
  -- A bulk action (an import) is written in batches. Its rows are hidden until it is done, and hidden again when it is
  -- taken back: by undo, or at the next start when whoever ran it is gone.
  bulk      INTEGER NOT NULL DEFAULT 0 CHECK (bulk IN (0, 1)),
  state     TEXT    NOT NULL DEFAULT 'done' CHECK (state IN ('open', 'done', 'taken_back')),
  holder    TEXT    NOT NULL DEFAULT '',           -- host:process that has an open action
  beat_at   TEXT,                                  -- its last sign of life
  CHECK ((kind = 'do') = (target IS NULL)),
  CHECK (bulk = 1 OR state = 'done')
) STRICT;

CREATE INDEX action_target ON action(target) WHERE target IS NOT NULL;
CREATE INDEX action_hidden ON action(state) WHERE state <> 'done';

CREATE TRIGGER action_is_kept BEFORE DELETE ON action
BEGIN SELECT RAISE(ABORT, 'action: what was done is kept'); END;
CREATE TRIGGER action_is_append_only BEFORE UPDATE OF id, at, via, who, kind, target, bulk ON action
BEGIN SELECT RAISE(ABORT, 'action: what was done is not rewritten'); END;

CREATE TABLE history (
  id         INTEGER PRIMARY KEY,
  action_id  INTEGER NOT NULL REFERENCES action(id),
  table_name TEXT    NOT NULL,
  row_id     INTEGER NOT NULL,
  before     TEXT    CHECK (before IS NULL OR json_valid(before)),   -- NULL: the row was inserted
  after      TEXT    NOT NULL CHECK (json_valid(after))
) STRICT;

CREATE INDEX history_action ON history(action_id);
CREATE INDEX history_row ON history(table_name, row_id);

CREATE TRIGGER history_is_kept BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history: it is kept'); END;
CREATE TRIGGER history_is_append_only BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'history: it is not rewritten'); END;

-- What the desk itself remembers: reporter's name, zone, theme, the story in work. No history.
CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- A form that was not yet saved, kept as it is typed so that a crash loses nothing.
CREATE TABLE form_draft (
  form     TEXT PRIMARY KEY,
  fields   TEXT NOT NULL CHECK (json_valid(fields)),
  saved_at TEXT NOT NULL
) STRICT;
