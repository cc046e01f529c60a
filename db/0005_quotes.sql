-- Words that somebody said or wrote, who says that they were checked, and where they went.
--
-- Whether a quote is verified is nowhere stored: desk/model/quotes/fingerprint.py computes it from the newest
-- verification.

CREATE TABLE quote (
  id           INTEGER PRIMARY KEY,
  form         TEXT NOT NULL CHECK (form IN ('full', 'partial', 'paraphrase')),
  words        TEXT NOT NULL CHECK (words <> ''),
  end_mark     TEXT NOT NULL DEFAULT 'given' CHECK (end_mark IN ('given', 'unknown')),
  source_id    INTEGER REFERENCES source(id),
  venue        TEXT NOT NULL DEFAULT '',
  date_id      INTEGER NOT NULL REFERENCES date_value(id),
  locator      TEXT NOT NULL DEFAULT '',
  tags         TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  note         TEXT NOT NULL DEFAULT '',
  disputed     TEXT NOT NULL DEFAULT '',              -- why, when it is
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;

CREATE INDEX quote_source ON quote(source_id);
CREATE INDEX quote_added_by ON quote(added_by, withdrawn_at);   -- what is shown is counted from this alone

-- Name, title and party are as printed with the quote that day, so a promotion makes no old quote stale.
CREATE TABLE quote_speaker (
  id           INTEGER PRIMARY KEY,
  quote_id     INTEGER NOT NULL REFERENCES quote(id),
  rank         INTEGER NOT NULL DEFAULT 0,
  person_id    INTEGER REFERENCES person(id),
  party_id     INTEGER REFERENCES party(id),
  name         TEXT NOT NULL CHECK (name <> ''),
  title        TEXT NOT NULL DEFAULT '',
  party        TEXT NOT NULL DEFAULT '',
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT,
  CHECK ((person_id IS NULL) + (party_id IS NULL) = 1)
) STRICT;

CREATE INDEX quote_speaker_quote ON quote_speaker(quote_id);
CREATE INDEX quote_speaker_person ON quote_speaker(person_id);

CREATE TABLE quote_talks (
  id             INTEGER PRIMARY KEY,
  quote_id       INTEGER NOT NULL REFERENCES quote(id),
  negotiation_id INTEGER NOT NULL REFERENCES negotiation(id),
  added_by       INTEGER NOT NULL REFERENCES action(id),
  recorded_at    TEXT NOT NULL,
  withdrawn_at   TEXT
) STRICT;

CREATE INDEX quote_talks_quote ON quote_talks(quote_id);

CREATE TABLE verification (
  id           INTEGER PRIMARY KEY,
  quote_id     INTEGER NOT NULL REFERENCES quote(id),
  kind         TEXT NOT NULL CHECK (kind IN ('recording', 'transcript', 'document', 'statement', 'notes', 'readback',
                                             'published_report')),
  source_id    INTEGER REFERENCES source(id),
  fingerprint  TEXT NOT NULL,                         -- of words, speakers, name and title as printed, source
  passage      TEXT NOT NULL DEFAULT '',              -- what it was compared with
  locator      TEXT NOT NULL DEFAULT '',
  listened     INTEGER NOT NULL DEFAULT 0 CHECK (listened IN (0, 1)),
  who          TEXT NOT NULL DEFAULT '',
  note         TEXT NOT NULL DEFAULT '',
  corrects     INTEGER REFERENCES verification(id),
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;

CREATE INDEX verification_quote ON verification(quote_id);

CREATE TRIGGER verification_is_append_only BEFORE UPDATE OF id, quote_id, kind, source_id, fingerprint, passage, locator,
  listened, who, note, corrects, added_by, recorded_at ON verification
BEGIN SELECT RAISE(ABORT, 'verification: append-only; check again'); END;

-- Where the index over the bank is kept between starts: in parts, since one value may be at most 1 GB.
CREATE TABLE search_snapshot (
  part      INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL,                         -- the last action it knows
  body      BLOB NOT NULL
) STRICT;
