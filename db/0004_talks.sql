-- Talks, what is on the table, what happened, what is ahead.
--
-- Where the talks stand is nowhere stored: it is the fold of the developments, in desk/model/talks/fold.py.

CREATE TABLE negotiation (
  id           INTEGER PRIMARY KEY,
  code         TEXT NOT NULL CHECK (code <> ''),      -- what is typed after talks: 'sag-aftra-2026'
  name         TEXT NOT NULL CHECK (name <> ''),
  archived     INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;

CREATE TABLE negotiation_party (
  id             INTEGER PRIMARY KEY,
  negotiation_id INTEGER NOT NULL REFERENCES negotiation(id),
  party_id       INTEGER NOT NULL REFERENCES party(id),
  rank           INTEGER NOT NULL DEFAULT 0,          -- the order of the columns on screen
  added_by       INTEGER NOT NULL REFERENCES action(id),
  recorded_at    TEXT NOT NULL,
  withdrawn_at   TEXT
) STRICT;

CREATE INDEX negotiation_party_negotiation ON negotiation_party(negotiation_id);

CREATE TABLE issue (
  id             INTEGER PRIMARY KEY,
  negotiation_id INTEGER NOT NULL REFERENCES negotiation(id),
  name           TEXT NOT NULL CHECK (name <> ''),
  rank           INTEGER NOT NULL DEFAULT 0,
  added_by       INTEGER NOT NULL REFERENCES action(id),
  recorded_at    TEXT NOT NULL,
  withdrawn_at   TEXT
) STRICT;

CREATE INDEX issue_negotiation ON issue(negotiation_id);

CREATE TABLE position (
  id           INTEGER PRIMARY KEY,
  issue_id     INTEGER NOT NULL REFERENCES issue(id),
  party_id     INTEGER NOT NULL REFERENCES party(id),
  kind         TEXT NOT NULL CHECK (kind IN ('stated', 'characterised_by_other', 'reported_unnamed', 'document',
                                             'no_public_position')),
  words        TEXT NOT NULL DEFAULT '',
  date_id      INTEGER NOT NULL REFERENCES date_value(id),
  source_id    INTEGER REFERENCES source(id),
  corrects     INTEGER REFERENCES position(id),
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT,
  CHECK (kind = 'no_public_position' OR words <> '')
) STRICT;

CREATE INDEX position_issue ON position(issue_id);
CREATE INDEX position_corrects ON position(corrects) WHERE corrects IS NOT NULL;

CREATE TRIGGER position_is_append_only BEFORE UPDATE OF id, issue_id, party_id, kind, words, date_id, source_id, corrects,
  added_by, recorded_at ON position
BEGIN SELECT RAISE(ABORT, 'position: append-only; an edit is a new row that corrects this one'); END;

CREATE TABLE development (
  id           INTEGER PRIMARY KEY,
  kind         TEXT NOT NULL CHECK (kind IN ('session', 'statement', 'proposal', 'comment_sought', 'vote', 'filing',
                                             'schedule', 'action', 'claim', 'correction')),
  words        TEXT NOT NULL CHECK (words <> ''),
  date_id      INTEGER NOT NULL REFERENCES date_value(id),
  issue_id     INTEGER REFERENCES issue(id),
  source_id    INTEGER REFERENCES source(id),
  locator      TEXT NOT NULL DEFAULT '',
  corrects     INTEGER REFERENCES development(id),
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;

CREATE INDEX development_corrects ON development(corrects) WHERE corrects IS NOT NULL;

CREATE TRIGGER development_is_append_only BEFORE UPDATE OF id, kind, words, date_id, issue_id, source_id, locator, corrects,
  added_by, recorded_at ON development
BEGIN SELECT RAISE(ABORT, 'development: append-only; an edit is a new row that corrects this one'); END;

-- The talks it happened in, the axes the reporter says it moves, who it is about, who was asked for comment:
-- written with the development and never after it.

CREATE TABLE development_talks (
  id             INTEGER PRIMARY KEY,
  development_id INTEGER NOT NULL REFERENCES development(id),
  negotiation_id INTEGER NOT NULL REFERENCES negotiation(id),
  added_by       INTEGER NOT NULL REFERENCES action(id)
) STRICT;

CREATE INDEX development_talks_development ON development_talks(development_id);
CREATE INDEX development_talks_negotiation ON development_talks(negotiation_id);

CREATE TRIGGER development_talks_is_append_only BEFORE UPDATE ON development_talks
BEGIN SELECT RAISE(ABORT, 'development_talks: append-only'); END;

CREATE TABLE development_axis (
  id             INTEGER PRIMARY KEY,
  development_id INTEGER NOT NULL REFERENCES development(id),
  axis           TEXT NOT NULL CHECK (axis IN ('phase', 'contract', 'action', 'blackout')),
  value          TEXT NOT NULL,
  added_by       INTEGER NOT NULL REFERENCES action(id),
  UNIQUE (development_id, axis),
  CHECK (CASE axis
    WHEN 'phase'    THEN value IN ('unknown', 'pre_talks', 'talks_open', 'recessed', 'suspended', 'broken_off', 'mediation',
                                   'tentative_agreement', 'board_review', 'ratification_vote', 'ratified', 'rejected')
    WHEN 'contract' THEN value IN ('unknown', 'in_force', 'extended', 'expired', 'superseded')
    WHEN 'action'   THEN value IN ('unknown', 'none', 'strike_vote_called', 'strike_vote_open', 'strike_vote_passed',
                                   'strike_vote_failed', 'strike_called', 'strike', 'strike_suspended', 'strike_ended',
                                   'lockout')
    WHEN 'blackout' THEN value IN ('unknown', 'none', 'mutual', 'one_sided', 'lifted')
  END)
) STRICT;

CREATE TRIGGER development_axis_is_append_only BEFORE UPDATE ON development_axis
BEGIN SELECT RAISE(ABORT, 'development_axis: append-only'); END;

CREATE TABLE development_who (
  id             INTEGER PRIMARY KEY,
  development_id INTEGER NOT NULL REFERENCES development(id),
  person_id      INTEGER REFERENCES person(id),
  party_id       INTEGER REFERENCES party(id),
  added_by       INTEGER NOT NULL REFERENCES action(id),
  CHECK ((person_id IS NULL) + (party_id IS NULL) = 1)
) STRICT;

CREATE INDEX development_who_development ON development_who(development_id);

CREATE TRIGGER development_who_is_append_only BEFORE UPDATE ON development_who
BEGIN SELECT RAISE(ABORT, 'development_who: append-only'); END;

CREATE TABLE development_asked (
  id             INTEGER PRIMARY KEY,
  development_id INTEGER NOT NULL REFERENCES development(id),
  person_id      INTEGER REFERENCES person(id),
  party_id       INTEGER REFERENCES party(id),
  how            TEXT NOT NULL DEFAULT '',            -- phone, email, in person
  outcome        TEXT NOT NULL CHECK (outcome IN ('pending', 'declined', 'no_response', 'unreachable', 'referred')),
  added_by       INTEGER NOT NULL REFERENCES action(id),
  CHECK ((person_id IS NULL) + (party_id IS NULL) = 1)
) STRICT;

CREATE INDEX development_asked_development ON development_asked(development_id);

CREATE TRIGGER development_asked_is_append_only BEFORE UPDATE ON development_asked
BEGIN SELECT RAISE(ABORT, 'development_asked: append-only; a new outcome corrects the development'); END;

CREATE TABLE deadline (
  id             INTEGER PRIMARY KEY,
  name           TEXT NOT NULL CHECK (name <> ''),
  kind           TEXT NOT NULL CHECK (kind IN ('talks_begin', 'talks_resume', 'expiry', 'vote', 'filing', 'publication',
                                               'other')),
  negotiation_id INTEGER REFERENCES negotiation(id),
  note           TEXT NOT NULL DEFAULT '',
  done_at        TEXT,
  added_by       INTEGER NOT NULL REFERENCES action(id),
  recorded_at    TEXT NOT NULL,
  withdrawn_at   TEXT
) STRICT;

CREATE INDEX deadline_negotiation ON deadline(negotiation_id);

-- One deadline may have a date from each source. Those that exclude each other are a conflict until one is superseded.
CREATE TABLE deadline_date (
  id           INTEGER PRIMARY KEY,
  deadline_id  INTEGER NOT NULL REFERENCES deadline(id),
  date_id      INTEGER NOT NULL REFERENCES date_value(id),
  source_id    INTEGER REFERENCES source(id),
  locator      TEXT NOT NULL DEFAULT '',
  corrects     INTEGER REFERENCES deadline_date(id),
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;

CREATE INDEX deadline_date_deadline ON deadline_date(deadline_id);
CREATE INDEX deadline_date_corrects ON deadline_date(corrects) WHERE corrects IS NOT NULL;

CREATE TRIGGER deadline_date_is_append_only BEFORE UPDATE OF id, deadline_id, date_id, source_id, locator, corrects,
  added_by, recorded_at ON deadline_date
BEGIN SELECT RAISE(ABORT, 'deadline_date: append-only; an edit is a new row that corrects this one'); END;
