CREATE TABLE unknowns (
  /* Names that no word of the loader explains and that are nobody's: each once for a document, the name being the passage.
     The report unknown_names lists them with what to add to the words, if a word is missing. */
  document_id INTEGER NOT NULL REFERENCES documents (document_id) ON DELETE CASCADE,
  start_char INTEGER NOT NULL CHECK (start_char >= 0),        -- where it stands first
  end_char INTEGER NOT NULL CHECK (end_char > start_char),   -- where it ends there
  kind TEXT NOT NULL                -- party: stands behind an office or a delegation and "of"; office: before "of" and a party
    CHECK (kind IN ('party', 'office', 'acronym', 'name')),
  times INTEGER NOT NULL CHECK (times >= 1),   -- how often it stands in the document
  PRIMARY KEY (document_id, start_char)
) STRICT, WITHOUT ROWID;
