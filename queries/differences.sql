/* title: Where the documents differ
   group: sources
   question: Where do documents say different things about the same person, party or meeting?
   param: about | text | | name, date, place, number, capacity, office, standing or action; empty: all
   column: about | name, date, place or number of a meeting; capacity at one; office; standing in an organization; action by
     which a document was adopted
   column: thing | the person, party, meeting or document in question
   column: claim | what this document says
   column: document | which says so
   column: fact_id | by which the claim can be cited
   read: The lines of one thing stand together. A difference need not be an error: a meeting may be named more or less
     fully, and offices and standings change. Silence counts as no claim; the report silences has it. Spellings of
     names are in the report spellings. */
WITH claim (about, thing_id, thing, claim, document, fact_id) AS (
  SELECT v.about, c.meeting_id, m.name,
         CASE v.about WHEN 'name' THEN c.meeting WHEN 'date' THEN c.date WHEN 'place' THEN c.place ELSE c.ordinal END,
         c.document, c.fact_id
  FROM calendar AS c
  JOIN meetings AS m USING (meeting_id)
  JOIN (SELECT 'name' AS about UNION ALL VALUES ('date'), ('place'), ('number')) AS v
  UNION ALL
  SELECT 'capacity', a.meeting_id || ' ' || ifnull(a.person_id, a.party),
         coalesce(a.person, a.party_name) || ' at: ' || m.name, a.capacity, a.document, a.fact_id
  FROM attendance AS a
  JOIN meetings AS m USING (meeting_id)
  UNION ALL
  SELECT 'office', person_id, person, role || ' of ' || ifnull(party_name, '?'), document, fact_id
  FROM offices
  UNION ALL
  SELECT 'standing', state || ' in ' || organization, state_name || ' in ' || organization, status, document, fact_id
  FROM membership
  WHERE event <> 'presidency'
  UNION ALL
  SELECT 'action', i.instrument_id || ' ' || l.code, i.name, a.action, c.document, c.fact_id
  FROM instrument_acts AS a
  JOIN instruments AS i USING (instrument_id)
  JOIN party_labels AS l USING (party_id)
  JOIN citations AS c ON c.fact_no = a.fact_no
),
spread AS (
  SELECT *, min(claim) OVER same AS least, max(claim) OVER same AS most
  FROM claim
  WHERE claim IS NOT NULL AND (nullif(:about, '') IS NULL OR about = :about)
  WINDOW same AS (PARTITION BY about, thing_id)
)
SELECT about,
       thing,
       claim,
       document,
       fact_id
FROM spread
WHERE least <> most
ORDER BY about, thing, thing_id, claim, document, fact_id;
