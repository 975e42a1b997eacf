/* title: Calendar of presidencies
   group: organizations
   question: Who presided over which organization in which year, and who chaired its meetings?
   param: organization | text | | acronym or English name; empty: all
   param: party | text | | code or English name of the state or organization that presides; empty: all
   param: from | text | | first year; empty: from the beginning
   param: until | text | | last year; empty: to the end
   column: organization | acronym or name of the organization
   column: year | of the presidency or of the meetings
   column: party | code of who presides or chairs
   column: party_name | its English name
   column: presidency | begins, where a document says in which year; else told: a document of that year speaks of it; empty
     where it only chaired meetings
   column: chaired | number of the organization's meetings that it chaired or hosted in that year
   column: documents | number of documents that say one or the other
   column: fact_id | by which the first of them can be cited
   read: Presidencies mostly run from one summit to the next, hence over two years. Who chairs a meeting need not hold
     the presidency. */
WITH days AS (
  SELECT d.name AS document, coalesce(min(c.date), substr(d.published, 1, 10)) AS day
  FROM documents AS d
  LEFT JOIN calendar AS c ON c.document = d.name
  GROUP BY d.name
),
told AS (
  SELECT s.organization_id, s.party_id, coalesce(s.year, CAST(substr(y.day, 1, 4) AS INTEGER)) AS year,
         CASE WHEN s.year IS NULL THEN 2 ELSE 1 END AS presidency, NULL AS meeting_id, s.document, s.fact_id
  FROM membership AS s
  JOIN days AS y ON y.document = s.document
  WHERE s.event = 'presidency'
  UNION ALL
  SELECT m.organization_id, a.party_id, CAST(substr(m.date, 1, 4) AS INTEGER), NULL, m.meeting_id, a.document, a.fact_id
  FROM attendance AS a
  JOIN meetings AS m ON m.meeting_id = a.meeting_id
  WHERE a.capacity = 'chair' AND a.party_id IS NOT NULL AND m.organization_id IS NOT NULL
)
SELECT o.code AS organization,
       t.year,
       l.code AS party,
       l.name AS party_name,
       CASE min(t.presidency) WHEN 1 THEN 'begins' WHEN 2 THEN 'told' END AS presidency,
       count(DISTINCT t.meeting_id) AS chaired,
       count(DISTINCT t.document) AS documents,
       min(t.fact_id) AS fact_id
FROM told AS t
JOIN party_labels AS o ON o.party_id = t.organization_id
JOIN party_labels AS l ON l.party_id = t.party_id
WHERE (nullif(:organization, '') IS NULL OR :organization IN (o.code, o.name))
  AND (nullif(:party, '') IS NULL OR :party IN (l.code, l.name))
  AND (nullif(:from, '') IS NULL OR t.year >= CAST(:from AS INTEGER))
  AND (nullif(:until, '') IS NULL OR t.year <= CAST(:until AS INTEGER))
GROUP BY t.organization_id, t.year, t.party_id
ORDER BY o.code, t.year IS NULL, t.year, min(t.presidency) IS NULL, min(t.presidency), l.name, fact_id;
