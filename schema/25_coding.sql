CREATE TABLE categories (
  /* What a statement does toward others: the event categories of PLOVER (Open Event Data Alliance), told in our own
     words. docs/coding.md says how they are found. */
  code TEXT PRIMARY KEY,            -- AGREE
  name TEXT NOT NULL UNIQUE,        -- in a few words
  quad TEXT NOT NULL                -- whether it is said or done, together or against each other
    CHECK (quad IN ('verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict')),
  cameo TEXT NOT NULL,              -- the two-digit roots of CAMEO that it takes in, to join older event data
  note TEXT NOT NULL                -- what it looks like in a report of a meeting
) STRICT, WITHOUT ROWID;

CREATE TABLE topics (
  /* What statements are about: energy, trade, health. */
  topic_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  note TEXT                         -- what belongs to it
) STRICT;

CREATE TABLE topic_sets (
  /* Topics that some statement has together. */
  topic_set_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE         -- its topics by name: energy, trade
) STRICT;

CREATE TABLE topic_set_members (
  /* Which topics a set holds. */
  topic_set_id INTEGER NOT NULL REFERENCES topic_sets ON DELETE CASCADE,
  topic_id INTEGER NOT NULL REFERENCES topics,
  PRIMARY KEY (topic_set_id, topic_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX topic_set_members_topic ON topic_set_members (topic_id);
