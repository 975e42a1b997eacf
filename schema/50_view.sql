CREATE VIEW party_labels AS
  /* Each party with the code and the name by which the other views show it. */
  SELECT p.party_id,
         p.kind,
         p.name AS code,
         CASE p.kind                    -- in full: of a state, an organization; 'several together'
           WHEN 'state' THEN (SELECT s.name FROM states AS s WHERE s.party_id = p.party_id)
           WHEN 'organization' THEN (SELECT o.name FROM organizations AS o WHERE o.party_id = p.party_id)
           ELSE 'several together' END AS name
  FROM parties AS p;

CREATE VIEW days AS
  /* The day of each document: that of the first meeting it tells of, else that of its publication. */
  SELECT d.document_id,                 -- number of the document in this file
         d.name AS document,            -- short name of the document
         coalesce((SELECT min(m.date) FROM meeting_keys AS k JOIN meetings AS m ON m.meeting_id = k.meeting_id
                   WHERE k.document_id = d.document_id),
                  substr(d.published, 1, 10)) AS day      -- ISO 8601; NULL: unknown
  FROM documents AS d;

CREATE VIEW citations AS
  /* Every evidence with the id by which its fact is cited, the passage, and the rule that found it. */
  SELECT d.name || ':' || k.name || ':' || e.start_char || '-' || e.end_char
           || CASE e.twin WHEN 1 THEN '' ELSE '.' || e.twin END AS fact_id,    -- to cite the fact by: document:kind:start-end
         d.name AS document,
         k.name AS kind,                -- office, meeting, attendance, speech, proposal, adoption, membership
         r.name AS rule,                -- the rule that found it
         substr(d.text, e.start_char + 1, e.end_char - e.start_char) AS passage,   -- the words that state the fact
         (SELECT substr(d.text, s.start_char + 1, s.end_char - s.start_char) FROM sentences AS s
          WHERE s.document_id = e.document_id AND s.start_char <= e.start_char
          ORDER BY s.start_char DESC LIMIT 1) AS sentence,    -- in which the passage begins
         e.start_char,
         e.end_char,
         e.fact_no,                     -- number of the fact in the tables
         e.document_id
  FROM evidence AS e
  JOIN facts AS f ON f.fact_no = e.fact_no
  JOIN kinds AS k ON k.kind_id = f.kind_id
  JOIN documents AS d ON d.document_id = e.document_id
  JOIN rules AS r ON r.rule_id = e.rule_id;

CREATE VIEW offices AS
  /* Who was named in which office, for whom: one row for each person of a document, role NULL where it gives none. */
  SELECT d.name AS document,
         p.name AS person,              -- name to show
         r.name AS role,                -- President, ...; NULL: the document gives none
         l.code AS party,               -- ISO alpha-3 or acronym of the state or organization of the office
         l.name AS party_name,
         r.rank,
         d.name || ':office:' || e.start_char || '-' || e.end_char
           || CASE e.twin WHEN 1 THEN '' ELSE '.' || e.twin END AS fact_id,    -- to cite the fact by: document:kind:start-end
         e.start_char,
         e.end_char,
         o.person_id,
         o.party_id,
         o.role_id
  FROM occupancies AS o
  JOIN evidence AS e ON e.fact_no = o.fact_no
  JOIN documents AS d ON d.document_id = e.document_id
  JOIN people AS p ON p.person_id = o.person_id
  LEFT JOIN roles AS r ON r.role_id = o.role_id
  LEFT JOIN party_labels AS l ON l.party_id = o.party_id;

CREATE VIEW calendar AS
  /* The meetings, as each document tells of them. */
  SELECT d.name AS document,
         a.meeting_id,
         a.name AS meeting,             -- its name in the words of the document
         a.ordinal,                     -- its number in the series
         l.code AS organization,
         l.name AS organization_name,
         a.date,                        -- first day, ISO 8601
         a.place,                       -- city
         d.name || ':meeting:' || e.start_char || '-' || e.end_char
           || CASE e.twin WHEN 1 THEN '' ELSE '.' || e.twin END AS fact_id,    -- to cite the fact by: document:kind:start-end
         e.start_char,
         e.end_char,
         a.organization_id
  FROM meeting_accounts AS a
  JOIN evidence AS e ON e.fact_no = a.fact_no
  JOIN documents AS d ON d.document_id = e.document_id
  LEFT JOIN party_labels AS l ON l.party_id = a.organization_id;

CREATE VIEW attendance AS
  /* Who took part in which meeting, for whom, in which capacity. */
  SELECT d.name AS document,
         t.meeting_id,
         (SELECT a.name FROM meeting_accounts AS a JOIN evidence AS ae ON ae.fact_no = a.fact_no
          WHERE a.meeting_id = t.meeting_id AND ae.document_id = e.document_id) AS meeting,   -- its name in the words of the document
         p.name AS person,              -- name to show; NULL: a delegation whose members are not named
         l.code AS party,
         l.name AS party_name,
         t.capacity,                    -- chair, participant, guest, observer
         d.name || ':attendance:' || e.start_char || '-' || e.end_char
           || CASE e.twin WHEN 1 THEN '' ELSE '.' || e.twin END AS fact_id,    -- to cite the fact by: document:kind:start-end
         e.start_char,
         e.end_char,
         t.person_id,
         t.party_id,
         r.name AS role,                -- the office that the document gives the person
         r.rank                         -- level of that office
  FROM participations AS t
  JOIN evidence AS e ON e.fact_no = t.fact_no
  JOIN documents AS d ON d.document_id = e.document_id
  LEFT JOIN people AS p ON p.person_id = t.person_id
  LEFT JOIN party_labels AS l ON l.party_id = t.party_id
  LEFT JOIN roles AS r ON r.role_id = (    -- SQLite leaves it out where role and rank are not asked for
    SELECT o.role_id FROM occupancies AS o
    JOIN evidence AS oe ON oe.fact_no = o.fact_no AND oe.document_id = e.document_id
    WHERE o.person_id = t.person_id AND o.role_id IS NOT NULL);

CREATE VIEW speech AS
  /* Who said what: the words are the passage itself. */
  SELECT d.name AS document,
         coalesce(p.name, l.code) AS speaker,          -- a person's name, a party's code, or group
         CASE WHEN p.name IS NULL THEN l.kind ELSE 'person' END AS speaker_kind,   -- person, state, organization, group
         l.code AS party,                              -- for which the speaker speaks
         l.name AS party_name,
         m.mode,                                       -- direct (quoted) or reported
         m.verb,                                       -- reporting verb
         m.act,
         substr(d.text, e.start_char + 1, e.end_char - e.start_char) AS text,   -- the words
         s.meeting_id,
         d.name || ':speech:' || e.start_char || '-' || e.end_char
           || CASE e.twin WHEN 1 THEN '' ELSE '.' || e.twin END AS fact_id,    -- to cite the fact by: document:kind:start-end
         e.start_char,
         e.end_char,
         s.person_id,
         s.party_id,
         s.fact_no AS statement_id,     -- number of the fact in this file; rowid in statements_fts
         s.category,                    -- AGREE, SUPPORT, REQUEST, ...: see categories
         c.quad,                        -- verbal or material, cooperation or conflict
         (SELECT group_concat(name, ', ') FROM (SELECT name FROM topics WHERE s.topics & bit ORDER BY name) AS topics)
           AS topics                    -- what it is about: energy, trade
  FROM statements AS s
  CROSS JOIN manners AS m ON m.manner_id = s.manner_id    -- CROSS: never looked at first, statements have no index of them
  JOIN evidence AS e ON e.fact_no = s.fact_no
  JOIN documents AS d ON d.document_id = e.document_id
  LEFT JOIN people AS p ON p.person_id = s.person_id
  LEFT JOIN party_labels AS l ON l.party_id = s.party_id
  LEFT JOIN categories AS c ON c.code = s.category;

CREATE VIEW proposals AS
  /* Who put forward which initiative, with the passage that says so. */
  SELECT d.name AS document,
         g.name,                        -- the undertaking in the words of the document
         l.code AS party,               -- who puts it forward
         l.name AS party_name,
         p.name AS person,              -- who said so; NULL: the party itself
         i.kind,                        -- forum, centre, fund, training, ...
         g.stance,                      -- proposes, offers, supports, continues, invites
         g.year,
         g.quantity,
         g.unit,
         substr(d.text, e.start_char + 1, e.end_char - e.start_char) AS text,   -- the passage that says so
         (SELECT substr(d.text, s.start_char + 1, s.end_char - s.start_char) FROM sentences AS s
          WHERE s.document_id = e.document_id AND s.start_char <= e.start_char
          ORDER BY s.start_char DESC LIMIT 1) AS sentence,    -- in which the passage begins
         g.initiative_id,
         d.name || ':proposal:' || e.start_char || '-' || e.end_char
           || CASE e.twin WHEN 1 THEN '' ELSE '.' || e.twin END AS fact_id,    -- to cite the fact by: document:kind:start-end
         e.start_char,
         e.end_char,
         g.person_id,
         g.party_id,
         coalesce(b.code, g.beneficiary) AS beneficiary,     -- for whom: a party's code, or in the words of the document
         b.name AS beneficiary_name,    -- in full; NULL: no single party
         g.beneficiary_id
  FROM proposings AS g
  JOIN initiatives AS i ON i.initiative_id = g.initiative_id
  JOIN evidence AS e ON e.fact_no = g.fact_no
  JOIN documents AS d ON d.document_id = e.document_id
  JOIN party_labels AS l ON l.party_id = g.party_id
  LEFT JOIN people AS p ON p.person_id = g.person_id
  LEFT JOIN party_labels AS b ON b.party_id = g.beneficiary_id;

CREATE VIEW adoptions AS
  /* Which documents were signed, adopted, approved or issued, and by whom. */
  SELECT d.name AS document,
         a.name,                        -- the adopted text in the words of the document
         a.action,                      -- signed, adopted, approved, issued, ...
         l.code AS party,
         l.name AS party_name,
         i.kind,                        -- declaration, statement, agreement, ...
         a.meeting_id,
         (SELECT substr(d.text, s.start_char + 1, s.end_char - s.start_char) FROM sentences AS s
          WHERE s.document_id = e.document_id AND s.start_char <= e.start_char
          ORDER BY s.start_char DESC LIMIT 1) AS sentence,    -- in which the passage begins
         d.name || ':adoption:' || e.start_char || '-' || e.end_char
           || CASE e.twin WHEN 1 THEN '' ELSE '.' || e.twin END AS fact_id,    -- to cite the fact by: document:kind:start-end
         e.start_char,
         e.end_char,
         a.party_id,
         a.instrument_id
  FROM instrument_acts AS a
  JOIN instruments AS i ON i.instrument_id = a.instrument_id
  JOIN evidence AS e ON e.fact_no = a.fact_no
  JOIN documents AS d ON d.document_id = e.document_id
  JOIN party_labels AS l ON l.party_id = a.party_id;

CREATE VIEW membership AS
  /* Which state stands how in which organization, as the documents say. */
  SELECT d.name AS document,
         l.code AS state,               -- a party: the EU can be a member too
         l.name AS state_name,
         o.code AS organization,
         o.name AS organization_name,
         m.status,                      -- member, observer, dialogue partner, chair
         m.event,                       -- standing, accession, presidency
         m.year,
         d.name || ':membership:' || e.start_char || '-' || e.end_char
           || CASE e.twin WHEN 1 THEN '' ELSE '.' || e.twin END AS fact_id,    -- to cite the fact by: document:kind:start-end
         e.start_char,
         e.end_char,
         m.party_id,                    -- number of the party that is or becomes it
         m.organization_id
  FROM standings AS m
  JOIN evidence AS e ON e.fact_no = m.fact_no
  JOIN documents AS d ON d.document_id = e.document_id
  JOIN party_labels AS l ON l.party_id = m.party_id
  JOIN party_labels AS o ON o.party_id = m.organization_id;

CREATE VIEW name_forms AS
  /* Every known spelling of a name: canonical is a person's name, a party's code, or a meeting's settled name. */
  SELECT 'person' AS kind,              -- person, state, organization, group, meeting
         p.name AS canonical,           -- the one name that the other views use
         n.name AS form                 -- a spelling
  FROM person_names AS n
  JOIN personas USING (persona_id)
  JOIN people AS p USING (person_id)
  UNION SELECT 'person', name, name FROM people
  UNION SELECT l.kind, l.code, n.name FROM party_names AS n JOIN party_labels AS l USING (party_id)
  UNION SELECT kind, code, name FROM party_labels WHERE kind <> 'group'
  UNION SELECT 'state', alpha3, official_name FROM states WHERE official_name IS NOT NULL
  UNION SELECT 'meeting', m.name, a.name FROM meeting_accounts AS a JOIN meetings AS m USING (meeting_id);

CREATE VIEW events AS
  /* Who does what toward others: statements with a category, documents adopted (SUPPORT), meetings attended (CONSULT). */
  SELECT e.document,                    -- short name of the document
         e.person,                      -- name to show; NULL: the party itself, or an unnamed delegation
         e.party,                       -- as in the other views
         e.party_name,                  -- in full
         e.category,                    -- AGREE, CONSULT, SUPPORT, ...: see categories
         c.quad,                        -- verbal or material, cooperation or conflict
         c.cameo,                       -- roots of CAMEO
         e.what,                        -- the words, the document adopted, or the meeting
         e.fact_id,                     -- to cite the fact by
         e.start_char,                  -- where the passage begins: its first character in documents.text, from 0
         e.end_char                     -- where it ends: behind its last character
  FROM (SELECT document, CASE speaker_kind WHEN 'person' THEN speaker END AS person, party, party_name, category, text AS what,
               fact_id, start_char, end_char
        FROM speech WHERE category IS NOT NULL
        UNION ALL
        SELECT document, NULL, party, party_name, 'SUPPORT', name, fact_id, start_char, end_char FROM adoptions
        UNION ALL
        SELECT document, person, party, party_name, 'CONSULT', meeting, fact_id, start_char, end_char FROM attendance) AS e
  JOIN categories AS c ON c.code = e.category;

CREATE VIEW merges AS
  /* What several documents speak of as one: a row for each of them, and why it is the same. */
  WITH part (kind, thing_id, canonical, form, document_id, reason, fact_no) AS (
    SELECT 'person', p.person_id, w.name,
           (SELECT n.name FROM person_names AS n JOIN person_namings AS u ON u.name_id = n.name_id
            WHERE n.persona_id = p.persona_id AND u.document_id = a.document_id
            ORDER BY length(n.name) DESC, n.name LIMIT 1),
           a.document_id, p.reason,
           (SELECT e.fact_no FROM occupancies AS o JOIN evidence AS e ON e.fact_no = o.fact_no
            WHERE o.person_id = p.person_id AND e.document_id = a.document_id)
    FROM personas AS p
    JOIN people AS w ON w.person_id = p.person_id
    JOIN appearances AS a ON a.persona_id = p.persona_id
    UNION ALL
    SELECT 'meeting', m.meeting_id, m.name, c.name, e.document_id,
           'shared key: ' || (SELECT min(k.key) FROM meeting_keys AS k WHERE k.meeting_id = m.meeting_id
                              AND k.document_id = e.document_id AND EXISTS (
                                SELECT 1 FROM meeting_keys AS o WHERE o.meeting_id = k.meeting_id AND o.key = k.key
                                AND o.document_id <> k.document_id)),
           c.fact_no
    FROM meeting_accounts AS c
    JOIN meetings AS m ON m.meeting_id = c.meeting_id
    JOIN evidence AS e ON e.fact_no = c.fact_no
    UNION ALL
    SELECT 'initiative', i.initiative_id, i.name, g.name, e.document_id, 'same words: ' || i.key, g.fact_no
    FROM proposings AS g
    JOIN initiatives AS i ON i.initiative_id = g.initiative_id
    JOIN evidence AS e ON e.fact_no = g.fact_no
    UNION ALL
    SELECT 'instrument', i.instrument_id, i.name, a.name, e.document_id, 'same words: ' || i.key, a.fact_no
    FROM instrument_acts AS a
    JOIN instruments AS i ON i.instrument_id = a.instrument_id
    JOIN evidence AS e ON e.fact_no = a.fact_no
  ),
  spread AS (
    SELECT *,
           min(document_id) OVER (PARTITION BY kind, thing_id) <> max(document_id) OVER (PARTITION BY kind, thing_id)
             AS in_several
    FROM part
  )
  SELECT s.kind,                        -- of thing: person, meeting, initiative, instrument
         s.canonical,                   -- the name to show
         s.form,                        -- the name that this document uses
         d.name AS document,
         s.reason,                      -- why it is the same as in the other documents
         c.fact_id,                     -- of the office, the meeting, the proposal, the adoption
         c.start_char,
         c.end_char,
         s.thing_id                     -- number in people, meetings, initiatives, instruments
  FROM spread AS s
  JOIN documents AS d ON d.document_id = s.document_id
  LEFT JOIN citations AS c ON c.fact_no = s.fact_no AND c.document_id = s.document_id
  WHERE s.in_several;

CREATE VIEW namesakes AS
  /* People who have a surname and a state or organization, or the whole name, in common and are not one: why. */
  WITH named AS (
    SELECT person_id, persona_id, name, coalesce(state, organization) AS party,
           replace(name, rtrim(name, replace(name, ' ', '')), '') AS surname
    FROM personas
  ),
  pair AS (
    SELECT a.person_id AS one, b.person_id AS other, max(a.name = b.name) AS is_same_name, max(a.party = b.party) AS is_same_party,
           max(EXISTS (SELECT 1 FROM appearances AS x JOIN appearances AS y ON y.document_id = x.document_id
                       WHERE x.persona_id = a.persona_id AND y.persona_id = b.persona_id)) AS is_told_apart,
           max(instr(a.name, ' ') = 0 OR instr(b.name, ' ') = 0) AS is_short,
           min((SELECT min(c.why) FROM corrected_people AS x JOIN corrected_people AS y ON y.correction_id = x.correction_id
                JOIN corrections AS c ON c.correction_id = x.correction_id
                WHERE c.kind = 'different' AND x.persona_id = a.persona_id AND y.persona_id = b.persona_id
                  AND x.position <> y.position)) AS correction
    FROM named AS a
    JOIN named AS b ON b.surname = a.surname AND b.person_id > a.person_id
    WHERE a.name = b.name OR a.party = b.party
    GROUP BY 1, 2
  )
  SELECT one.name AS person,
         two.name AS other,             -- the namesake
         CASE WHEN p.correction IS NOT NULL THEN 'correction: ' || p.correction
              WHEN p.is_told_apart THEN 'a document names both'
              WHEN p.is_same_name AND p.is_same_party THEN 'offices or years exclude each other'
              WHEN p.is_short THEN 'the office does not tell'
              WHEN p.is_same_name THEN 'other state or organization'
              ELSE 'other given name' END AS reason,   -- why they are two
         p.one AS person_id,            -- of the one
         p.other AS other_id            -- of the other
  FROM pair AS p
  JOIN people AS one ON one.person_id = p.one
  JOIN people AS two ON two.person_id = p.other;

CREATE VIEW statement_texts AS
  /* The words of each statement once, for the full-text index. */
  SELECT e.fact_no AS statement_id,
         substr(d.text, e.start_char + 1, e.end_char - e.start_char) AS text   -- the words
  FROM statements AS s
  JOIN evidence AS e ON e.fact_no = s.fact_no
    AND e.document_id = (SELECT min(document_id) FROM evidence WHERE fact_no = s.fact_no)
  JOIN documents AS d ON d.document_id = e.document_id;

CREATE VIRTUAL TABLE documents_fts USING fts5 (
  /* Full text of the documents: SELECT ... WHERE documents_fts MATCH 'security NEAR cooperation'. rowid = document_id.
     The text comes first, as words of the first column take less room. */
  text, title, content="documents", content_rowid="document_id", tokenize="porter unicode61 remove_diacritics 2"
);

CREATE VIRTUAL TABLE statements_fts USING fts5 (
  /* Full text of the statements. rowid = statements.fact_no. */
  text, content="statement_texts", content_rowid="statement_id", tokenize="porter unicode61 remove_diacritics 2"
);
