/* title: What became of initiatives
   group: initiatives
   question: When was each initiative first and last put forward, by whom, and what became of it?
   param: initiative | text | | part of its name; empty: all
   param: party | text | | code or English name of any of those who put it forward; empty: all
   param: fate | text | | adopted, taken up, repeated or told once; empty: all
   column: initiative | name of the undertaking, the one used most
   column: kind | forum, centre, fund, training ...
   column: first_told | day of the first document: of its first meeting, else of its publication
   column: first_party | code of who put it forward then
   column: first_stance | proposes, offers, supports, continues, invites
   column: last_told | day of the last document that tells of it
   column: last_party | code of who put it forward then
   column: last_stance | stance at that time
   column: days | number of different days at which it is told
   column: parties | number of parties that put it forward
   column: fate | adopted: a text of the same name was adopted, signed or approved; taken up: by another party on a
     later day; repeated: on a later day; told once
   column: fact_id | by which the first proposal can be cited
   read: That an initiative is told of no more does not say that nothing came of it: it may go on under another name.
     Those told of longest come first. */
WITH days AS (
  SELECT d.name AS document, coalesce(min(c.date), substr(d.published, 1, 10)) AS day
  FROM documents AS d
  LEFT JOIN calendar AS c ON c.document = d.name
  GROUP BY d.name
),
told AS (
  SELECT p.initiative_id, p.party, p.party_name, p.stance, p.fact_id, y.day,
         row_number() OVER (PARTITION BY p.initiative_id ORDER BY y.day IS NULL, y.day, p.fact_id) AS first,
         row_number() OVER (PARTITION BY p.initiative_id ORDER BY y.day DESC, p.fact_id DESC) AS last
  FROM proposals AS p
  JOIN days AS y ON y.document = p.document
),
life AS (
  SELECT initiative_id,
         max(day) FILTER (WHERE first = 1) AS first_told,
         max(party) FILTER (WHERE first = 1) AS first_party,
         max(stance) FILTER (WHERE first = 1) AS first_stance,
         max(day) FILTER (WHERE last = 1) AS last_told,
         max(party) FILTER (WHERE last = 1) AS last_party,
         max(stance) FILTER (WHERE last = 1) AS last_stance,
         count(DISTINCT day) AS days,
         count(DISTINCT party) AS parties,
         max(fact_id) FILTER (WHERE first = 1) AS fact_id,
         max(nullif(:party, '') IS NULL OR :party IN (party, party_name)) AS wanted
  FROM told
  GROUP BY initiative_id
),
adopted AS (
  SELECT DISTINCT initiative_id
  FROM proposals
  WHERE lower(name) IN (SELECT lower(name) FROM adoptions)
),
fated AS (
  SELECT i.name, i.kind, l.*,
         CASE WHEN l.initiative_id IN (SELECT initiative_id FROM adopted) THEN 'adopted'
              WHEN EXISTS (SELECT 1 FROM told AS t WHERE t.initiative_id = l.initiative_id
                           AND t.party <> l.first_party AND t.day > l.first_told) THEN 'taken up'
              WHEN l.days > 1 THEN 'repeated'
              ELSE 'told once' END AS fate
  FROM life AS l
  JOIN initiatives AS i ON i.initiative_id = l.initiative_id
)
SELECT name AS initiative,
       kind,
       first_told,
       first_party,
       first_stance,
       last_told,
       last_party,
       last_stance,
       days,
       parties,
       fate,
       fact_id
FROM fated
WHERE wanted
  AND (nullif(:initiative, '') IS NULL OR name LIKE '%' || :initiative || '%')
  AND (nullif(:fate, '') IS NULL OR fate = :fate)
ORDER BY ifnull(julianday(last_told) - julianday(first_told), 0) DESC, days DESC, first_told IS NULL, first_told, name,
         fact_id;
