-- What was done as a kind, which code decides by, beside the label, which is for people; what was kept as a column, not as
-- the first word of a note. With it the lists take in what is to come: through what a change is made, how exact a date is.
--
-- A table whose CHECK changes is made anew: desk/store/file/migrate.py has put foreign keys and history aside meanwhile.

CREATE TABLE action_anew (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  at          TEXT    NOT NULL,
  deed        TEXT    NOT NULL DEFAULT 'other'
              CHECK (deed IN ('add_party', 'edit_party', 'withdraw_party', 'merge_parties',
                              'add_person', 'edit_person', 'withdraw_person', 'merge_persons', 'release_person',
                              'add_source', 'edit_source', 'withdraw_source', 'release_source', 'keep_evidence',
                              'set_terms', 'renegotiate_terms', 'set_embargo', 'lift_embargo',
                              'start_talks', 'add_talks', 'edit_talks', 'withdraw_talks',
                              'add_issue', 'edit_issue', 'withdraw_issue',
                              'add_position', 'edit_position', 'withdraw_position',
                              'log_development', 'edit_development', 'withdraw_development',
                              'add_deadline', 'edit_deadline', 'finish_deadline', 'reopen_deadline', 'withdraw_deadline',
                              'add_date', 'correct_date', 'withdraw_date',
                              'add_quote', 'note_quote', 'edit_quote', 'withdraw_quote', 'dispute_quote', 'settle_dispute',
                              'verify_quote', 'compare_quotes',
                              'add_story', 'edit_story', 'withdraw_story',
                              'add_check', 'edit_check', 'withdraw_check', 'mark_check', 'let_out',
                              'import_file', 'import_statement', 'load_demo', 'tighten',
                              'other')),
  label       TEXT    NOT NULL,                    -- "log a development", shown by undo and in "what changed"
  via         TEXT    NOT NULL CHECK (via IN ('desk', 'command', 'import', 'demo', 'start', 'lsp', 'newsroom')),
  who         TEXT    NOT NULL DEFAULT '',
  kind        TEXT    NOT NULL DEFAULT 'do' CHECK (kind IN ('do', 'undo', 'redo')),
  target      INTEGER REFERENCES action(id),       -- what an undo or redo is of
  -- A bulk action (an import) is written in batches. Its rows are hidden until it is done, and hidden again when it is
  -- taken back: by undo, or at the next start when whoever ran it is gone.
  bulk        INTEGER NOT NULL DEFAULT 0 CHECK (bulk IN (0, 1)),
  state       TEXT    NOT NULL DEFAULT 'done' CHECK (state IN ('open', 'done', 'taken_back')),
  holder      TEXT    NOT NULL DEFAULT '',         -- host:process that has an open action
  beat_at     TEXT,                                -- its last sign of life
  prepared_by INTEGER REFERENCES action(id),       -- what made closer what is here, before the rows of an import came in
  CHECK ((kind = 'do') = (target IS NULL)),
  CHECK (bulk = 1 OR state = 'done'),
  CHECK (bulk = 1 OR prepared_by IS NULL)
) STRICT;

INSERT INTO action_anew (id, at, deed, label, via, who, kind, target, bulk, state, holder, beat_at)
SELECT id, at, CASE
  WHEN kind <> 'do' THEN 'other'
  WHEN label = 'load the demo' THEN 'load_demo'
  WHEN bulk = 1 THEN 'import_file'
  WHEN label GLOB 'import *: what it holds closer than this desk did' THEN 'tighten'
  WHEN label = 'load the demo: what it holds closer than this desk did' THEN 'tighten'
  WHEN label GLOB 'import [0-9]* quotes from *' THEN 'import_statement'
  WHEN label = 'withdraw a person' THEN 'withdraw_person'
  WHEN label = 'merge two people' THEN 'merge_persons'
  WHEN label = 'set an embargo' THEN 'set_embargo'
  WHEN label = 'lift an embargo' THEN 'lift_embargo'
  WHEN label = 'withdraw an issue' THEN 'withdraw_issue'
  WHEN label = 'add a position' THEN 'add_position'
  WHEN label = 'edit a position' THEN 'edit_position'
  WHEN label = 'withdraw a position' THEN 'withdraw_position'
  WHEN label = 'log a development' THEN 'log_development'
  WHEN label = 'edit a development' THEN 'edit_development'
  WHEN label = 'withdraw a development' THEN 'withdraw_development'
  WHEN label = 'add another date' THEN 'add_date'
  WHEN label = 'correct a date' THEN 'correct_date'
  WHEN label = 'withdraw a date' THEN 'withdraw_date'
  WHEN label = 'add a quote' THEN 'add_quote'
  WHEN label = 'note a quote' THEN 'note_quote'
  WHEN label = 'edit a quote' THEN 'edit_quote'
  WHEN label = 'withdraw a quote' THEN 'withdraw_quote'
  WHEN label = 'mark a quote disputed' THEN 'dispute_quote'
  WHEN label = 'settle a dispute' THEN 'settle_dispute'
  WHEN label = 'verify a quote' THEN 'verify_quote'
  WHEN label = 'withdraw a check' THEN 'withdraw_check'
  WHEN label = 'put a disputed quote on the checklist' THEN 'let_out'
  WHEN label GLOB 'add the party *' THEN 'add_party'
  WHEN label GLOB 'edit the party *' THEN 'edit_party'
  WHEN label GLOB 'withdraw the party *' THEN 'withdraw_party'
  WHEN label GLOB 'renegotiate: the source * is no longer confidential' THEN 'release_source'
  WHEN label GLOB 'renegotiate: * is no longer confidential*' THEN 'release_person'
  WHEN label GLOB 'add the source *' THEN 'add_source'
  WHEN label GLOB 'edit the source *' THEN 'edit_source'
  WHEN label GLOB 'withdraw the source *' THEN 'withdraw_source'
  WHEN label GLOB 'keep a copy for the source *' THEN 'keep_evidence'
  WHEN label GLOB 'set the ground rule: *' THEN 'set_terms'
  WHEN label GLOB 'renegotiate the ground rule: *' THEN 'renegotiate_terms'
  WHEN label GLOB 'start the talks *' THEN 'start_talks'
  WHEN label GLOB 'add the talks *' THEN 'add_talks'
  WHEN label GLOB 'edit the talks *' THEN 'edit_talks'
  WHEN label GLOB 'withdraw the talks *' THEN 'withdraw_talks'
  WHEN label GLOB 'add the issue *' THEN 'add_issue'
  WHEN label GLOB 'edit the issue *' THEN 'edit_issue'
  WHEN label GLOB 'add the deadline *' THEN 'add_deadline'
  WHEN label GLOB 'edit the deadline *' THEN 'edit_deadline'
  WHEN label GLOB 'done: *' THEN 'finish_deadline'
  WHEN label GLOB 'not done: *' THEN 'reopen_deadline'
  WHEN label GLOB 'withdraw the deadline *' THEN 'withdraw_deadline'
  WHEN label GLOB 'compare * with *' THEN 'compare_quotes'
  WHEN label GLOB 'add the story *' THEN 'add_story'
  WHEN label GLOB 'edit the story *' THEN 'edit_story'
  WHEN label GLOB 'withdraw the story *' THEN 'withdraw_story'
  WHEN label GLOB 'add the check *' THEN 'add_check'
  WHEN label GLOB 'edit the check *' THEN 'edit_check'
  WHEN label GLOB 'mark a check *' OR label GLOB 'mark “*” *' THEN 'mark_check'
  -- What is left has a name in its label alone; the rows that it changed tell whose.
  WHEN label GLOB 'merge * into *' THEN
    CASE (SELECT table_name FROM history WHERE action_id = action.id ORDER BY id LIMIT 1)
      WHEN 'party' THEN 'merge_parties' WHEN 'person' THEN 'merge_persons' ELSE 'other' END
  WHEN (SELECT table_name FROM history WHERE action_id = action.id ORDER BY id LIMIT 1) = 'person' THEN
    CASE WHEN label GLOB 'add *' THEN 'add_person' WHEN label GLOB 'edit *' THEN 'edit_person' ELSE 'other' END
  ELSE 'other' END, label, via, who, kind, target, bulk, state, holder, beat_at
FROM action ORDER BY id;

UPDATE action_anew AS a SET deed = (SELECT deed FROM action_anew t WHERE t.id = a.target) WHERE a.target IS NOT NULL;
UPDATE action_anew AS a SET prepared_by = (
  SELECT max(t.id) FROM action_anew t
  WHERE t.deed = 'tighten' AND t.kind = 'do' AND t.id < a.id
    AND t.label = a.label || ': what it holds closer than this desk did'
    AND NOT EXISTS (
      SELECT 1 FROM action_anew b WHERE b.bulk = 1 AND b.state <> 'open' AND b.id > t.id AND b.id < a.id
    )
) WHERE a.bulk = 1;

DROP TABLE action;
ALTER TABLE action_anew RENAME TO action;

CREATE INDEX action_target ON action(target) WHERE target IS NOT NULL;
CREATE INDEX action_hidden ON action(state) WHERE state <> 'done';

CREATE TRIGGER action_is_append_only
  BEFORE UPDATE OF id, at, deed, via, who, kind, target, bulk, prepared_by ON action
BEGIN SELECT RAISE(ABORT, 'action: what was done is not rewritten'); END;

CREATE TABLE date_value_anew (
  id         INTEGER PRIMARY KEY,
  precision  TEXT NOT NULL CHECK (precision IN ('minute', 'part_of_day', 'day', 'week', 'month', 'year', 'undated')),
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

INSERT INTO date_value_anew (id, precision, bound, start, end, zone, fold, start_utc, end_utc, basis, certainty)
SELECT id, precision, bound, start, end, zone, fold, start_utc, end_utc, basis, certainty FROM date_value ORDER BY id;

DROP TABLE date_value;
ALTER TABLE date_value_anew RENAME TO date_value;

CREATE UNIQUE INDEX date_value_once ON date_value(
  precision, bound, coalesce(start, ''), coalesce(end, ''), zone, fold, basis, certainty);

-- What counted before and was written down so that it counts still is no news to who has the quote.

ALTER TABLE terms ADD COLUMN kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1));
ALTER TABLE embargo ADD COLUMN kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1));
UPDATE terms SET kept = 1 WHERE note GLOB 'kept: *';
UPDATE embargo SET kept = 1 WHERE note GLOB 'kept: *';

DROP TRIGGER IF EXISTS terms_is_append_only;
CREATE TRIGGER terms_is_append_only BEFORE UPDATE OF id, source_id, quote_id, rule, may_publish, may_quote, may_name,
  attribution, agreed_with, agreed_id, agreed, why_unnamed, how_known, approved_by, note, corrects, kept, added_by, recorded_at
  ON terms
BEGIN SELECT RAISE(ABORT, 'terms: append-only; a renegotiation is a new row'); END;

DROP TRIGGER IF EXISTS embargo_is_append_only;
CREATE TRIGGER embargo_is_append_only BEFORE UPDATE OF id, source_id, quote_id, development_id, until_utc, zone, lifted,
  note, corrects, kept, added_by, recorded_at ON embargo
BEGIN SELECT RAISE(ABORT, 'embargo: append-only; lifting it is a new row'); END;
