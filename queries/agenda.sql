/* title: What was talked about, year by year
   group: speech
   question: How much of what was said in each year was about each topic, and who spoke about it most?
   param: topic | text | | one topic, as energy; empty: all
   param: party | text | | code or English name of the party for which the speakers speak; empty: all
   param: from | text | | first year; empty: from the beginning
   param: until | text | | last year; empty: to the end
   column: topic | what was spoken about
   column: year | of the document's first meeting, else of its publication
   column: statements | number of statements about it; a statement counts for each of its topics
   column: percent | of all statements of that year
   column: documents | number of documents with such a statement
   column: parties | number of parties for which somebody spoke about it
   column: speaks_most | code of the party with most of these statements
   read: Compare percentages, not numbers: the years have more or fewer texts. Topics are found by words
     (docs/coding.md). */
WITH days AS (
  SELECT d.document_id, d.name AS document, substr(coalesce(min(c.date), d.published), 1, 4) AS year
  FROM documents AS d
  LEFT JOIN calendar AS c ON c.document = d.name
  GROUP BY d.document_id
),
said AS (
  SELECT y.year, y.document_id, s.party_id, s.topics
  FROM statements AS s
  JOIN evidence AS e ON e.fact_no = s.fact_no
  JOIN days AS y ON y.document_id = e.document_id
  LEFT JOIN party_labels AS l ON l.party_id = s.party_id
  WHERE (nullif(:party, '') IS NULL OR :party IN (l.code, l.name))
    AND (nullif(:from, '') IS NULL OR y.year >= CAST(:from AS TEXT))
    AND (nullif(:until, '') IS NULL OR y.year <= CAST(:until AS TEXT))
),
whole AS (
  SELECT year, count(*) AS statements FROM said GROUP BY year
),
part AS (
  SELECT t.name AS topic, s.year, l.code AS party, count(*) AS statements
  FROM said AS s
  JOIN topics AS t ON s.topics & t.bit
  LEFT JOIN party_labels AS l ON l.party_id = s.party_id
  WHERE nullif(:topic, '') IS NULL OR t.name = :topic
  GROUP BY t.name, s.year, s.party_id
),
spread AS (
  SELECT t.name AS topic, s.year, count(DISTINCT s.document_id) AS documents
  FROM said AS s
  JOIN topics AS t ON s.topics & t.bit
  GROUP BY t.name, s.year
),
placed AS (
  SELECT *, row_number() OVER (PARTITION BY topic, year ORDER BY party IS NULL, statements DESC, party) AS place FROM part
)
SELECT p.topic,
       CAST(p.year AS INTEGER) AS year,
       sum(p.statements) AS statements,
       CAST(round(100.0 * sum(p.statements) / w.statements) AS INTEGER) AS percent,
       s.documents,
       count(p.party) AS parties,
       max(p.party) FILTER (WHERE p.place = 1) AS speaks_most
FROM placed AS p
JOIN whole AS w ON w.year IS p.year
JOIN spread AS s ON s.topic = p.topic AND s.year IS p.year
GROUP BY p.topic, p.year
ORDER BY p.topic, p.year IS NULL, p.year;
