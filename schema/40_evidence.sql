CREATE TABLE rules (
  /* The rules that found the facts, by the names they have in loader/rules. */
  rule_id INTEGER PRIMARY KEY,      -- number of the rule in this file
  name TEXT NOT NULL UNIQUE,        -- as the loader's rules have it
  note TEXT                         -- what the rule looks for
) STRICT;

CREATE TABLE evidence (
  /* Where a document states a fact: the passage, and the rule that found it. A fact of one document is cited as
     name:kind:start-end (column fact_id of the views), from documents.name, kinds.name and the passage; where several
     facts of a kind rest on one passage, the second ends in .2, the third in .3. */
  fact_no INTEGER NOT NULL REFERENCES facts (fact_no) ON DELETE CASCADE,
  document_id INTEGER NOT NULL REFERENCES documents (document_id),
  start_char INTEGER NOT NULL CHECK (start_char >= 0),       -- where the passage begins: its first character in documents.text, from 0
  end_char INTEGER NOT NULL CHECK (end_char > start_char),   -- where it ends: behind its last character
  twin INTEGER NOT NULL DEFAULT 1 CHECK (twin >= 1),         -- number among the facts of that kind on that passage
  rule_id INTEGER NOT NULL REFERENCES rules (rule_id),
  PRIMARY KEY (document_id, fact_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_fact ON evidence (fact_no);
