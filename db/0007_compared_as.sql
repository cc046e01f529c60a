-- What a source was when somebody compared a quote with it, where the desk's own history cannot tell: of a verification
-- that came from another desk, whose source was of another kind or tier then. A check is worth what its source was.

CREATE TABLE compared_as (
  verification_id INTEGER PRIMARY KEY REFERENCES verification(id),
  kind            TEXT NOT NULL CHECK (kind IN ('recording', 'transcript', 'press_release', 'public_event', 'document',
                                                'interview_notes', 'published_report', 'social_post')),
  tier            TEXT NOT NULL CHECK (tier IN ('primary', 'secondary'))
) STRICT;

CREATE TRIGGER compared_as_is_append_only BEFORE UPDATE ON compared_as
BEGIN SELECT RAISE(ABORT, 'compared_as: what a source was does not change'); END;

CREATE TRIGGER compared_as_is_never_deleted BEFORE DELETE ON compared_as
BEGIN SELECT RAISE(ABORT, 'compared_as: it goes with its verification'); END;
