/* title: Who followed whom
   group: people
   question: Who followed whom in which leading office, and between which days?
   param: party | text | | code or English name of a state or organization; empty: all
   param: role | text | | office, % for any letters; empty: all
   column: party | code of the state or organization of the office
   column: party_name | its English name
   column: role | the office
   column: person_before | who is named in it first
   column: last_told | day of the last document that does so: of its first meeting, else of its publication
   column: person | who is named in it next
   column: first_told | day of the first document that does so
   column: days | between the two
   column: fact_id_before | by which the last naming of the one can be cited
   column: fact_id | by which the first naming of the other can be cited
   read: The change lies between the two days; with many days between them there may have been others. Offices below
     minister are not here, since several people hold them at once. */
WITH days AS (
  SELECT d.name AS document, coalesce(min(c.date), substr(d.published, 1, 10)) AS day
  FROM documents AS d
  LEFT JOIN calendar AS c ON c.document = d.name
  GROUP BY d.name
),
told AS (
  SELECT o.person_id, o.person, o.role, o.party, o.party_name, o.fact_id, y.day
  FROM offices AS o
  JOIN days AS y ON y.document = o.document
  WHERE o.party IS NOT NULL AND y.day IS NOT NULL
    AND o.rank IN ('head of state', 'head of government', 'head of organization', 'minister')
    AND (nullif(:party, '') IS NULL OR :party IN (o.party, o.party_name))
    AND (nullif(:role, '') IS NULL OR o.role LIKE :role)
),
placed AS (
  SELECT *,
         row_number() OVER (PARTITION BY party, role, person_id ORDER BY day, fact_id) AS first,
         row_number() OVER (PARTITION BY party, role, person_id ORDER BY day DESC, fact_id) AS last
  FROM told
),
held AS (
  SELECT person_id, person, role, party, party_name, min(day) AS since, max(day) AS until,
         max(fact_id) FILTER (WHERE first = 1) AS first_id,
         max(fact_id) FILTER (WHERE last = 1) AS last_id
  FROM placed
  GROUP BY party, role, person_id
)
SELECT b.party,
       b.party_name,
       b.role,
       a.person AS person_before,
       a.until AS last_told,
       b.person,
       b.since AS first_told,
       CAST(julianday(b.since) - julianday(a.until) AS INTEGER) AS days,
       a.last_id AS fact_id_before,
       b.first_id AS fact_id
FROM held AS b
JOIN held AS a ON a.party = b.party AND a.role = b.role
WHERE a.until = (SELECT max(e.until) FROM held AS e
                 WHERE e.party = b.party AND e.role = b.role AND e.until < b.since)
ORDER BY b.party_name, b.party, b.role, b.since, b.person, a.person, b.first_id, a.last_id;
