CREATE TABLE categories (
  /* What a statement does toward others: the event categories of PLOVER (Open Event Data Alliance), told in our own
     words. docs/coding.md says how they are found. */
  code TEXT PRIMARY KEY,            -- the category in one word: AGREE
  name TEXT NOT NULL UNIQUE,        -- in a few words
  quad TEXT NOT NULL                -- verbal or material, cooperation or conflict: whether it is said or done, together or against each other
    CHECK (quad IN ('verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict')),
  cameo TEXT NOT NULL,              -- the two-digit roots of CAMEO that it takes in, to join older event data
  note TEXT NOT NULL                -- what it looks like in a report of a meeting
) STRICT, WITHOUT ROWID;

CREATE TABLE topics (
  /* What statements are about: energy, trade, health. Those of a statement are kept as the sum of their bits:
     SELECT ... FROM statements AS s JOIN topics AS t ON s.topics & t.bit. */
  topic_id INTEGER PRIMARY KEY,     -- number of the topic in this file
  name TEXT NOT NULL UNIQUE,        -- in a word or two
  bit INTEGER NOT NULL UNIQUE CHECK (bit > 0 AND bit & bit - 1 = 0),   -- what it adds to statements.topics: 1, 2, 4, 8, ...
  note TEXT                         -- what belongs to it
) STRICT;
