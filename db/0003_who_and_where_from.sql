-- Who takes part, who speaks, where something is known from, and what was agreed with whom.
--
-- Rows of the reporter carry: added_by (the action that brought them), recorded_at (when the desk learned it) and
-- withdrawn_at (set by withdrawing, cleared by undo; a withdrawn row stays). Nothing of theirs is ever deleted.
-- In an append-only table only withdrawn_at may change; an edit is a new row that names the one it corrects.

CREATE TABLE party (
  id           INTEGER PRIMARY KEY,
  name         TEXT NOT NULL CHECK (name <> ''),      -- as the reporter writes it: 'SAG-AFTRA'
  full_name    TEXT NOT NULL DEFAULT '',
  kind         TEXT NOT NULL CHECK (kind IN ('union', 'employer_association', 'employer', 'agency', 'mediator')),
  aliases      TEXT NOT NULL DEFAULT '[]' CHECK (json_type(aliases) = 'array'),
  merged_into  INTEGER REFERENCES party(id),
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;

CREATE TABLE person (
  id           INTEGER PRIMARY KEY,
  name         TEXT NOT NULL CHECK (name <> ''),
  title        TEXT NOT NULL DEFAULT '',              -- the title now; a quote keeps the one it was said under
  party_id     INTEGER REFERENCES party(id),
  aliases      TEXT NOT NULL DEFAULT '[]' CHECK (json_type(aliases) = 'array'),
  confidential INTEGER NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1)),
  merged_into  INTEGER REFERENCES person(id),
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;

CREATE TABLE source (
  id           INTEGER PRIMARY KEY,
  code         TEXT NOT NULL CHECK (code <> ''),      -- what is typed after src: 'S1'
  kind         TEXT NOT NULL CHECK (kind IN ('recording', 'transcript', 'press_release', 'public_event', 'document',
                                             'interview_notes', 'published_report', 'social_post')),
  tier         TEXT NOT NULL CHECK (tier IN ('primary', 'secondary')),
  title        TEXT NOT NULL DEFAULT '',
  outlet       TEXT NOT NULL DEFAULT '',
  date_id      INTEGER NOT NULL REFERENCES date_value(id),
  url          TEXT NOT NULL DEFAULT '',
  locator      TEXT NOT NULL DEFAULT '',              -- timecode, page
  sha256       TEXT NOT NULL DEFAULT '' CHECK (sha256 = '' OR length(sha256) = 64),
  confidential INTEGER NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1)),
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT,
  CHECK (kind <> 'published_report' OR tier = 'secondary')
) STRICT;

CREATE INDEX source_code ON source(code);

-- Speech is in 0005; terms and embargoes may belong to one quote where that was agreed otherwise than for its source.

CREATE TABLE terms (
  id           INTEGER PRIMARY KEY,
  source_id    INTEGER REFERENCES source(id),
  quote_id     INTEGER REFERENCES quote(id),
  rule         TEXT NOT NULL CHECK (rule IN ('on_record', 'background', 'not_for_attribution', 'deep_background',
                                             'off_record', 'unknown')),
  may_publish  INTEGER CHECK (may_publish IN (0, 1)), -- NULL: as the label usually has it
  may_quote    INTEGER CHECK (may_quote IN (0, 1)),
  may_name     INTEGER CHECK (may_name IN (0, 1)),
  attribution  TEXT NOT NULL DEFAULT '',              -- 'a person familiar with the schedule'
  agreed_with  TEXT NOT NULL DEFAULT '',
  agreed_id    INTEGER NOT NULL REFERENCES date_value(id),
  agreed       TEXT NOT NULL DEFAULT 'unknown' CHECK (agreed IN ('before', 'after', 'unknown')),
  why_unnamed  TEXT NOT NULL DEFAULT '',
  how_known    TEXT NOT NULL DEFAULT '',
  approved_by  TEXT NOT NULL DEFAULT '',
  note         TEXT NOT NULL DEFAULT '',
  corrects     INTEGER REFERENCES terms(id),
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT,
  CHECK ((source_id IS NULL) + (quote_id IS NULL) = 1)
) STRICT;

CREATE INDEX terms_source ON terms(source_id);
CREATE INDEX terms_quote ON terms(quote_id);

CREATE TRIGGER terms_is_append_only BEFORE UPDATE OF id, source_id, quote_id, rule, may_publish, may_quote, may_name,
  attribution, agreed_with, agreed_id, agreed, why_unnamed, how_known, approved_by, note, corrects, added_by, recorded_at
  ON terms
BEGIN SELECT RAISE(ABORT, 'terms: append-only; a renegotiation is a new row'); END;

CREATE TABLE embargo (
  id             INTEGER PRIMARY KEY,
  source_id      INTEGER REFERENCES source(id),
  quote_id       INTEGER REFERENCES quote(id),
  development_id INTEGER REFERENCES development(id),
  until_utc      TEXT NOT NULL,
  zone           TEXT NOT NULL CHECK (zone <> ''),    -- the zone it was given in, and is shown in
  lifted         INTEGER NOT NULL DEFAULT 0 CHECK (lifted IN (0, 1)),
  note           TEXT NOT NULL DEFAULT '',
  corrects       INTEGER REFERENCES embargo(id),
  added_by       INTEGER NOT NULL REFERENCES action(id),
  recorded_at    TEXT NOT NULL,
  withdrawn_at   TEXT,
  CHECK ((source_id IS NULL) + (quote_id IS NULL) + (development_id IS NULL) = 2)
) STRICT;

CREATE INDEX embargo_source ON embargo(source_id);
CREATE INDEX embargo_quote ON embargo(quote_id);
CREATE INDEX embargo_development ON embargo(development_id);

CREATE TRIGGER embargo_is_append_only BEFORE UPDATE OF id, source_id, quote_id, development_id, until_utc, zone, lifted,
  note, corrects, added_by, recorded_at ON embargo
BEGIN SELECT RAISE(ABORT, 'embargo: append-only; lifting it is a new row'); END;
