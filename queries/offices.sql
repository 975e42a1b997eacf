/* title: Offices and who held them
   group: people
   question: Who was named in which office, for whom, from when to when?
   param: party | text | | code or English name of the state or organization; empty: all
   param: role | text | | office, % for any letters; empty: all
   param: person | text | | any known spelling of a name, % for any letters; empty: all
   column: party | code of the state or organization of the office
   column: party_name | its English name
   column: role | the office; empty where the documents give none
   column: level | head of state, head of government, minister ...
   column: person | who is named in it
   column: first_told | day of the first document that says so: of its first meeting, else of its publication
   column: last_told | the same for the last
   column: documents | number of documents that say so
   column: fact_id | by which the first of them can be cited
   read: An office is known for the days between first_told and last_told, not for before and after. */
WITH told AS (
  SELECT o.*, coalesce(min(c.date), substr(d.published, 1, 10)) AS day
  FROM offices AS o
  JOIN documents AS d ON d.name = o.document
  LEFT JOIN calendar AS c ON c.document = o.document
  GROUP BY o.fact_id
),
settled AS (
  SELECT *,
         row_number() OVER (PARTITION BY person_id, role, party ORDER BY day IS NULL, day, document) AS number,
         min(day) OVER same AS first_told,
         max(day) OVER same AS last_told,
         count(*) OVER same AS documents
  FROM told
  WINDOW same AS (PARTITION BY person_id, role, party)
)
SELECT party,
       party_name,
       role,
       rank AS level,
       person,
       first_told,
       last_told,
       documents,
       fact_id
FROM settled
WHERE number = 1
  AND (nullif(:party, '') IS NULL OR :party IN (party, party_name))
  AND (nullif(:role, '') IS NULL OR role LIKE :role)
  AND (nullif(:person, '') IS NULL
       OR person IN (SELECT canonical FROM name_forms WHERE kind = 'person' AND form LIKE :person))
ORDER BY role IS NULL, party_name, role, first_told, person, fact_id;
