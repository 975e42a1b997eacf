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
numbered AS (
  SELECT *,
         row_number() OVER (PARTITION BY party, role, person_id ORDER BY day, fact_id) AS first,
         row_number() OVER (PARTITION BY party, role, person_id ORDER BY day DESC, fact_id) AS last,
         max(day) OVER (PARTITION BY party, role, person_id) AS until
  FROM told
)
SELECT b.party,
       b.party_name,
       b.role,
       a.person AS person_before,
       a.day AS last_told,
       b.person,
       b.day AS first_told,
       CAST(julianday(b.day) - julianday(a.day) AS INTEGER) AS days,
       a.fact_id AS fact_id_before,
       b.fact_id
FROM numbered AS b
JOIN numbered AS a ON a.party = b.party AND a.role = b.role AND a.last = 1 AND b.first = 1
WHERE a.day = (SELECT max(e.until) FROM numbered AS e
               WHERE e.party = b.party AND e.role = b.role AND e.until < b.day)
ORDER BY b.party_name, b.party, b.role, b.day, b.person, a.person, b.fact_id, a.fact_id;
