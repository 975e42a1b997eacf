/* title: Who changed office
   group: people
   question: Who was named in one office and later in another, and between which days did it change?
   param: person | text | | any known spelling of a name, % for any letters; empty: all
   param: party | text | | code or English name of a state or organization of either office; empty: all
   column: person | who changed office
   column: party_before | code of the state or organization of the earlier office
   column: office_before | that office
   column: last_told | day of the last document that names the person in it: of its first meeting, else of publication
   column: party | code of the state or organization of the later office
   column: office | that office
   column: first_told | day of the first document that names the person in it
   column: fact_id_before | by which the last naming in the earlier office can be cited
   column: fact_id | by which the first naming in the later one can be cited
   read: The change lies between the two days. Two offices that documents name in turns were held together, or are two
     words for one, and are not here. */
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
  WHERE o.role IS NOT NULL AND y.day IS NOT NULL
),
placed AS (
  SELECT *,
         row_number() OVER (PARTITION BY person_id, role, party ORDER BY day, fact_id) AS first,
         row_number() OVER (PARTITION BY person_id, role, party ORDER BY day DESC, fact_id) AS last
  FROM told
),
held AS (
  SELECT person_id, person, role, party, party_name, min(day) AS since, max(day) AS until,
         max(fact_id) FILTER (WHERE first = 1) AS first_id,
         max(fact_id) FILTER (WHERE last = 1) AS last_id
  FROM placed
  GROUP BY person_id, role, party
)
SELECT b.person,
       a.party AS party_before,
       a.role AS office_before,
       a.until AS last_told,
       b.party,
       b.role AS office,
       b.since AS first_told,
       a.last_id AS fact_id_before,
       b.first_id AS fact_id
FROM held AS b
JOIN held AS a ON a.person_id = b.person_id
WHERE a.until = (SELECT max(e.until) FROM held AS e WHERE e.person_id = b.person_id AND e.until < b.since)
  AND (nullif(:person, '') IS NULL
       OR b.person IN (SELECT canonical FROM name_forms WHERE kind = 'person' AND form LIKE :person))
  AND (nullif(:party, '') IS NULL OR :party IN (a.party, a.party_name, b.party, b.party_name))
ORDER BY b.person, b.since, b.role, b.party, a.role, a.party, b.first_id, a.last_id;
