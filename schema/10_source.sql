CREATE TABLE about (
  /* What this file is: one row for each thing worth knowing about the file as a whole. */
  key TEXT PRIMARY KEY,             -- title, description, schema version, made by, licence, how to cite, where to start, example: ...
  value TEXT NOT NULL               -- in words; of an example, a query to try
) STRICT;

CREATE TABLE tables (
  /* What each table and view is: first the views, which are what to start from. */
  number INTEGER PRIMARY KEY,       -- its place in the order
  name TEXT NOT NULL UNIQUE,        -- of the table or view
  kind TEXT NOT NULL                -- view, table, full text
    CHECK (kind IN ('view', 'table', 'full text')),
  meaning TEXT NOT NULL             -- what one row of it is
) STRICT;

CREATE TABLE columns (
  /* What each column means: SELECT name, meaning FROM columns WHERE "table" = 'attendance'. */
  "table" TEXT NOT NULL REFERENCES tables (name),   -- table or view
  number INTEGER NOT NULL,          -- its place in the table, from 1
  name TEXT NOT NULL,               -- of the column
  meaning TEXT NOT NULL,            -- what stands there
  PRIMARY KEY ("table", number)
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  /* A text as it was loaded: a report of a summit, of talks, of a call. All offsets anywhere in this file count
     Unicode code points of documents.text from 0, the end exclusive, so that a passage is
     substr(text, start_char + 1, end_char - start_char). */
  document_id INTEGER PRIMARY KEY,  -- number of the document in this file
  name TEXT NOT NULL UNIQUE         -- short name to cite the document by
    CHECK (name <> ''),
  title TEXT,                       -- headline, where the source gives one beside the text
  publisher TEXT,                   -- who published it
  uri TEXT,                         -- where the text was published
  published TEXT                    -- day of publication, ISO 8601
    CHECK (published IS NULL OR published GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]*'),
  language TEXT,                    -- of the text, BCP 47: en
  sha256 TEXT NOT NULL              -- of the text in UTF-8, hexadecimal
    CHECK (length(sha256) = 64),
  text TEXT NOT NULL                -- the input, decoded; no byte-order mark, line ends as a line feed, else untouched
    CHECK (text <> '')
) STRICT;

CREATE TABLE sentences (
  /* Where the sentences of a document lie. */
  document_id INTEGER NOT NULL REFERENCES documents (document_id) ON DELETE CASCADE,
  start_char INTEGER NOT NULL CHECK (start_char >= 0),       -- where it begins: its first character in documents.text, from 0
  end_char INTEGER NOT NULL CHECK (end_char > start_char),   -- where it ends: behind its last character
  paragraph INTEGER NOT NULL CHECK (paragraph >= 1),   -- number of the paragraph in the document
  PRIMARY KEY (document_id, start_char)
) STRICT, WITHOUT ROWID;
