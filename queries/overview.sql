/* title: What the database holds
   group: archive
   question: Which documents were read, and how much does each of them tell?
   column: document | name by which the document is cited
   column: day | day of its first meeting, else of publication
   column: people | people named
   column: meetings | meetings told of
   column: present | people and unnamed delegations at meetings
   column: speech | statements, quoted or reported
   column: proposals | initiatives put forward
   column: adoptions | documents signed, adopted, approved or issued
   column: standings | standings in organizations
   read: The last line counts everything once, however many documents tell of it. What it falls short of the sum is what
     the documents have in common. */
WITH told AS (
  SELECT document,
         count(*) FILTER (WHERE kind = 'office') AS people,
         count(*) FILTER (WHERE kind = 'meeting') AS meetings,
         count(*) FILTER (WHERE kind = 'attendance') AS present,
         count(*) FILTER (WHERE kind = 'speech') AS speech,
         count(*) FILTER (WHERE kind = 'proposal') AS proposals,
         count(*) FILTER (WHERE kind = 'adoption') AS adoptions,
         count(*) FILTER (WHERE kind = 'membership') AS standings
  FROM citations
  GROUP BY document
),
days AS (
  SELECT document, min(date) AS day FROM calendar GROUP BY document
)
SELECT *
FROM (
  SELECT d.name AS document,
         coalesce(y.day, substr(d.published, 1, 10)) AS day,
         ifnull(t.people, 0) AS people,
         ifnull(t.meetings, 0) AS meetings,
         ifnull(t.present, 0) AS present,
         ifnull(t.speech, 0) AS speech,
         ifnull(t.proposals, 0) AS proposals,
         ifnull(t.adoptions, 0) AS adoptions,
         ifnull(t.standings, 0) AS standings
  FROM documents AS d
  LEFT JOIN days AS y ON y.document = d.name
  LEFT JOIN told AS t ON t.document = d.name
  ORDER BY day, d.name
)
UNION ALL
SELECT 'each once',
       NULL,
       (SELECT count(*) FROM people),
       (SELECT count(*) FROM meetings),
       count(*) FILTER (WHERE name = 'attendance'),
       count(*) FILTER (WHERE name = 'speech'),
       count(*) FILTER (WHERE name = 'proposal'),
       count(*) FILTER (WHERE name = 'adoption'),
       count(*) FILTER (WHERE name = 'membership')
FROM facts
JOIN kinds USING (kind_id);
