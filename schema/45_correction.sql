CREATE TABLE corrections (
  /* What readers found wrong, from the files of corrections: every load applies them again. The view corrected tells what
     each did. */
  correction_id INTEGER PRIMARY KEY,   -- number of the correction in this file
  source TEXT NOT NULL,             -- id of the file of corrections that it stands in
  kind TEXT NOT NULL                -- wrong: a fact; same, different: two people (correction_people); name: means a party
    CHECK (kind IN ('wrong', 'same', 'different', 'name')),
  fact_id TEXT,                     -- of wrong: the fact, as the views have it
  name TEXT,                        -- of name: as it stands in texts
  party TEXT,                       -- of name: alpha-3 of the state, acronym or name of the organization that it means
  document TEXT,                    -- of name: documents.name of the only one where it means that; NULL: in all
  why TEXT NOT NULL,                -- the reason, in the words of the author
  author TEXT,                      -- who says so
  date TEXT                         -- when, ISO 8601
    CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  CHECK ((kind = 'wrong') = (fact_id IS NOT NULL)),
  CHECK ((kind = 'name') = (name IS NOT NULL) AND (name IS NULL) = (party IS NULL)),
  CHECK (document IS NULL OR kind = 'name')
) STRICT;
CREATE INDEX corrections_fact ON corrections (fact_id);

CREATE TABLE correction_people (
  /* The two people of a correction: of each all that goes by that name, for that party, in that office, in that document,
     as far as the correction says. */
  correction_id INTEGER NOT NULL REFERENCES corrections (correction_id) ON DELETE CASCADE,
  position INTEGER NOT NULL         -- 1 or 2, as they stand in the correction
    CHECK (position IN (1, 2)),
  name TEXT NOT NULL,               -- as it stands in the correction
  persona_name TEXT NOT NULL,       -- the same as in personas.name
  party TEXT,                       -- alpha-3 of a state, acronym or name of an organization; NULL: whichever
  office TEXT,                      -- as in personas.post; NULL: whichever
  document TEXT,                    -- documents.name; NULL: whichever
  PRIMARY KEY (correction_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_people_name ON correction_people (persona_name);

CREATE TABLE correction_readings (
  /* A document was read with a correction: a name in it means what the correction says, or two of its people are one. */
  document_id INTEGER NOT NULL REFERENCES documents (document_id) ON DELETE CASCADE,
  correction_id INTEGER NOT NULL REFERENCES corrections (correction_id) ON DELETE CASCADE,
  PRIMARY KEY (document_id, correction_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_readings_correction ON correction_readings (correction_id);

CREATE TABLE withdrawals (
  /* A fact that a document seems to state and that is wrong: none of the tables of facts has it, its id stays its own. */
  document_id INTEGER NOT NULL REFERENCES documents (document_id) ON DELETE CASCADE,
  kind TEXT NOT NULL,               -- see kinds.name
  start_char INTEGER NOT NULL,      -- where the passage begins: its first character in documents.text, from 0
  end_char INTEGER NOT NULL,        -- where it ends: behind its last character
  twin INTEGER NOT NULL,            -- see evidence.twin
  rule_id INTEGER NOT NULL REFERENCES rules (rule_id),
  cause TEXT NOT NULL,              -- id of the wrong fact: its own, or that of the meeting that was none
  PRIMARY KEY (document_id, kind, start_char, end_char, twin)
) STRICT, WITHOUT ROWID;
CREATE INDEX withdrawals_cause ON withdrawals (cause);
CREATE INDEX withdrawals_rule ON withdrawals (rule_id);

CREATE TABLE rereadings (
  /* Documents that corrections are still to be applied to, by reading them anew: none after a run that came to its end. */
  document_id INTEGER PRIMARY KEY REFERENCES documents (document_id) ON DELETE CASCADE
) STRICT;

CREATE VIEW withdrawn AS
  /* The facts that were corrected as wrong: what they rested on, who says so, and why. */
  SELECT d.name || ':' || w.kind || ':' || w.start_char || '-' || w.end_char
           || CASE w.twin WHEN 1 THEN '' ELSE '.' || w.twin END AS fact_id,   -- by which it is cited
         d.name AS document,
         w.kind,
         r.name AS rule,                -- the rule that found it
         substr(d.text, w.start_char + 1, w.end_char - w.start_char) AS passage,   -- the words that seemed to state it
         c.why,
         c.author,
         c.date,
         c.source,
         w.cause,
         w.start_char,
         w.end_char,
         w.twin,
         w.document_id,
         c.correction_id
  FROM withdrawals AS w
  JOIN documents AS d ON d.document_id = w.document_id
  JOIN rules AS r ON r.rule_id = w.rule_id
  JOIN corrections AS c ON c.fact_id = w.cause;

CREATE VIEW corrected_people AS
  /* Whom the two people of a correction are, by the personas that documents present. A person of a certain document is told
     more exactly than one of any document, and not that one as well. */
  SELECT r.correction_id,
         r.position,
         p.persona_id,
         p.person_id
  FROM correction_people AS r
  JOIN personas AS p ON p.name = r.persona_name
  WHERE (r.party IS NULL OR r.party = coalesce(p.state, p.organization))
    AND (r.office IS NULL OR r.office = p.post COLLATE NOCASE)
    AND (r.document = p.document OR r.document IS NULL AND NOT EXISTS (
      SELECT 1 FROM correction_people AS o WHERE o.correction_id = r.correction_id AND o.position = 3 - r.position
        AND o.persona_name = p.name AND o.document = p.document));

CREATE VIEW corrected AS
  /* Every correction, what it is about, and whether it fits what is stored. */
  WITH meant (correction_id, one, more_one, other, more_other) AS (
    SELECT correction_id, min(person_id) FILTER (WHERE position = 1), max(person_id) FILTER (WHERE position = 1),
           min(person_id) FILTER (WHERE position = 2), max(person_id) FILTER (WHERE position = 2)
    FROM corrected_people
    GROUP BY correction_id
  ),
  labels (correction_id, position, label) AS (
    SELECT correction_id, position, name || ifnull(' of ' || party, '') || ifnull(', ' || office, '') || ifnull(' in ' || document, '')
    FROM correction_people
  )
  SELECT c.kind,
         CASE c.kind WHEN 'wrong' THEN c.fact_id
           WHEN 'name' THEN c.name || ' = ' || c.party || ifnull(' in ' || c.document, '')
           ELSE (SELECT label FROM labels AS l WHERE l.correction_id = c.correction_id AND l.position = 1)
             || CASE c.kind WHEN 'same' THEN ' = ' ELSE ' <> ' END
             || (SELECT label FROM labels AS l WHERE l.correction_id = c.correction_id AND l.position = 2)
           END AS subject,              -- the fact, the two people, the name and what it means
         CASE
           WHEN EXISTS (SELECT 1 FROM correction_readings AS e WHERE e.correction_id = c.correction_id)
             OR EXISTS (SELECT 1 FROM withdrawals AS w WHERE w.cause = c.fact_id) THEN 'applied'
           WHEN m.one IS NULL OR m.other IS NULL THEN 'fits nothing'
           WHEN c.kind = 'same' AND m.one = m.more_other AND m.other = m.more_one THEN 'applied'
           WHEN c.kind = 'different' AND NOT EXISTS (
             SELECT 1 FROM corrected_people AS a JOIN corrected_people AS b ON b.correction_id = a.correction_id
             WHERE a.correction_id = c.correction_id AND a.position = 1 AND b.position = 2 AND b.person_id = a.person_id)
             THEN 'applied'
           WHEN c.kind = 'different' OR m.one < m.more_one OR m.other < m.more_other THEN 'fits several people'
           ELSE 'contradicted' END AS effect,   -- applied; fits nothing (so far); fits several people; contradicted by another correction, or by a document that has both
         c.why,
         c.author,
         c.date,
         c.source,
         c.correction_id
  FROM corrections AS c
  LEFT JOIN meant AS m ON m.correction_id = c.correction_id;
