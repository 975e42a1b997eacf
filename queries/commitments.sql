/* title: Commitments with numbers, and when they fall due
   group: initiatives
   question: Who promised how much, for whom and by when, and is that time over?
   param: party | text | | code or English name of who commits itself; empty: all
   param: beneficiary | text | | code or English name of the party for whom it is, or words from how the text calls them; empty: all
   param: from | text | | first year for which it is meant; empty: from the beginning, and those without a year
   param: until | text | | last year for which it is meant; empty: to the end, and those without a year
   column: year | for which it is meant
   column: due | past, this year or to come, seen from the last day of which the database tells; empty without a year
   column: party | code of who puts it forward
   column: person | who said so
   column: stance | proposes, offers, supports, continues, invites
   column: quantity | how many, how much
   column: unit | of what
   column: beneficiary | for whom: a party's code, or in the words of the document
   column: name | the undertaking, in the words of the document
   column: told | day on which it was said: of the document's first meeting, else of its publication
   column: document | where it stands
   column: fact_id | by which it can be cited
   read: Undertakings that say a number, a year or a beneficiary; all of them are in the report initiatives. Past means
     that the year is over, not that the promise was kept: the report fate shows whether it is told of again. */
WITH days AS (
  SELECT d.name AS document, coalesce(min(c.date), substr(d.published, 1, 10)) AS day
  FROM documents AS d
  LEFT JOIN calendar AS c ON c.document = d.name
  GROUP BY d.name
),
now AS (
  SELECT CAST(substr(max(day), 1, 4) AS INTEGER) AS year FROM days
)
SELECT p.year,
       CASE WHEN p.year < n.year THEN 'past' WHEN p.year = n.year THEN 'this year' WHEN p.year > n.year THEN 'to come' END
         AS due,
       p.party,
       p.person,
       p.stance,
       CASE p.quantity WHEN CAST(p.quantity AS INTEGER) THEN CAST(p.quantity AS INTEGER) ELSE p.quantity END AS quantity,
       p.unit,
       p.beneficiary,
       p.name,
       d.day AS told,
       p.document,
       p.fact_id
FROM proposals AS p
JOIN days AS d ON d.document = p.document
JOIN now AS n
WHERE (p.quantity IS NOT NULL OR p.year IS NOT NULL OR p.beneficiary IS NOT NULL)
  AND (nullif(:party, '') IS NULL OR :party IN (p.party, p.party_name))
  AND (nullif(:beneficiary, '') IS NULL
       OR :beneficiary IN (p.beneficiary, p.beneficiary_name)
       OR (p.beneficiary_id IS NULL AND instr(p.beneficiary, :beneficiary) > 0))
  AND (nullif(:from, '') IS NULL OR p.year >= CAST(:from AS INTEGER))
  AND (nullif(:until, '') IS NULL OR p.year <= CAST(:until AS INTEGER))
ORDER BY p.year IS NULL, p.year, p.party_name, d.day, p.document, p.start_char, p.end_char, p.name, p.fact_id;
