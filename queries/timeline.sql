/* title: Timeline
   group: meetings
   question: What happened when: meetings, documents adopted, accessions, presidencies, initiatives for a year?
   param: organization | text | | acronym or English name; empty: all
   param: from | text | | first day or year; empty: from the beginning
   param: until | text | | last day or year; empty: to the end
   column: date | day, or year where no more is known
   column: event | meeting, adoption, accession, presidency, initiative
   column: organization | whose meeting, document, accession, presidency it is; for an initiative, of its proposer
   column: what | name of the meeting, the document or the undertaking; else the state
   column: place | city
   column: documents | number of documents that tell of it
   column: fact_id | by which the first of them can be cited
   read: An initiative stands at the year for which it is meant, which says nothing of whether it came about. */
WITH told AS (
  SELECT m.date, 'meeting' AS event, g.code AS organization, g.name AS organization_name, m.name AS what,
         m.place, c.document, c.fact_id, m.meeting_id AS same
  FROM calendar AS c
  JOIN meetings AS m ON m.meeting_id = c.meeting_id
  LEFT JOIN party_labels AS g ON g.party_id = m.organization_id
  UNION ALL
  SELECT m.date, 'adoption', a.party, a.party_name, a.action || ': ' || a.name, m.place, a.document, a.fact_id, a.name
  FROM adoptions AS a
  JOIN meetings AS m ON m.meeting_id = a.meeting_id
  UNION ALL
  SELECT CAST(year AS TEXT), event, organization, organization_name, state_name, NULL, document, fact_id, state
  FROM membership
  UNION ALL
  SELECT CAST(year AS TEXT), 'initiative', party, party_name, name, NULL, document, fact_id, initiative_id
  FROM proposals
)
SELECT date,
       event,
       organization,
       what,
       place,
       count(*) AS documents,
       min(fact_id) AS fact_id
FROM told
WHERE date IS NOT NULL
  AND (nullif(:organization, '') IS NULL OR :organization IN (organization, organization_name))
  AND (nullif(:from, '') IS NULL OR date >= CAST(:from AS TEXT))
  AND (nullif(:until, '') IS NULL OR substr(date, 1, length(:until)) <= CAST(:until AS TEXT))
GROUP BY date, event, organization, same
ORDER BY date, event, organization, what, fact_id;
