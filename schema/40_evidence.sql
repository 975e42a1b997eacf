CREATE TABLE rules (
  /* The rules that found the facts, by the names they have in loader/rules. */
  rule_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  note TEXT                         -- what the rule looks for
) STRICT;

CREATE TABLE evidence (
  /* Where a document states a fact: the passage, and the rule that found it. A fact of one document is cited as
     name:kind:start-end (column fact_id of the views), from documents.name, facts.kind and the passage; where several
     facts of a kind rest on one passage, the second ends in .2, the third in .3. */
  fact_no INTEGER NOT NULL REFERENCES facts ON DELETE CASCADE,
  document_id INTEGER NOT NULL REFERENCES documents,
  start_char INTEGER NOT NULL CHECK (start_char >= 0),
  end_char INTEGER NOT NULL CHECK (end_char > start_char),
  twin INTEGER NOT NULL DEFAULT 1 CHECK (twin >= 1),   -- number among the facts of that kind on that passage
  rule_id INTEGER NOT NULL REFERENCES rules,
  PRIMARY KEY (fact_no, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_document ON evidence (document_id, start_char);
