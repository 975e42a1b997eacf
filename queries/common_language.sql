/* title: Language that two documents share
   group: sources
   question: Which runs of words stand in one document as well as in another?
   param: document | text | | name of a document; empty: one of the last day of which several tell
   param: other | text | | name of another; empty: all that tell of a meeting of the same day
   param: words | text | | least number of words in a row, 5 or more; empty: 7
   column: document | name of the first document
   column: other | name of the second
   column: words | number of words in a row that they share
   column: text | these words, as the first has them
   column: start_char | where they begin in the first, counted in characters from 0
   column: other_start | where they begin in the second
   read: The longest come first. Capitals and punctuation aside, the words are the same; a run ends with its sentence.
     Names of bodies and of documents are shared by all, so look at the long runs: a common source, one text that the
     other follows, or the settled language of the organization. Without names, the first document by name of the
     last day of which several tell is compared with the others. */
WITH RECURSIVE
day AS (
  SELECT DISTINCT date AS day, document FROM calendar WHERE date IS NOT NULL
),
chosen AS (
  SELECT coalesce(nullif(:document, ''), nullif(:other, ''), min(document)) AS document
  FROM day
  WHERE day = (SELECT max(day) FROM (SELECT day FROM day GROUP BY day HAVING count(*) > 1))
),
pair AS MATERIALIZED (
  SELECT DISTINCT c.document AS one, b.document AS other
  FROM chosen AS c
  JOIN day AS a ON a.document = c.document
  JOIN day AS b ON b.day = a.day AND b.document <> a.document
  WHERE nullif(:document, '') IS NULL OR nullif(:other, '') IS NULL
  UNION
  SELECT a.name, b.name FROM documents AS a, documents AS b WHERE a.name = :document AND b.name = :other AND a.name <> b.name
),
sentence AS MATERIALIZED (   -- with blanks for everything that is no word, so that places stay; no more than 2000 characters
  SELECT d.name AS document, s.start_char,
         lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
           substr(d.text, s.start_char + 1, min(s.end_char - s.start_char, 2000)),
           char(10), ' '), char(9), ' '), char(160), ' '), ',', ' '), '.', ' '), ';', ' '), ':', ' '), '(', ' '), ')', ' '),
           '"', ' '), '“', ' '), '”', ' '), '–', ' ')) || ' ' AS text
  FROM (SELECT one AS name FROM pair UNION SELECT other FROM pair) AS p
  JOIN documents AS d ON d.name = p.name
  JOIN sentences AS s ON s.document_id = d.document_id
),
word (document, start_char, text, at, size) AS (   -- at: first character of the word, from 1; size 0: between two blanks
  SELECT document, start_char, text, 1, instr(text, ' ') - 1 FROM sentence
  UNION ALL
  SELECT document, start_char, text, at + size + 1, instr(substr(text, at + size + 1), ' ') - 1
  FROM word
  WHERE at + size < length(text)
),
numbered AS (
  SELECT document, start_char, substr(text, at, size) AS word, start_char + at - 1 AS first, start_char + at - 1 + size AS last,
         row_number() OVER (PARTITION BY document ORDER BY start_char, at) AS number
  FROM word
  WHERE size > 0
),
five AS MATERIALIZED (
  SELECT document, number, first,
         max(last) OVER next AS last,
         count(*) OVER next AS count,
         group_concat(word, ' ') OVER next AS words
  FROM numbered
  WINDOW next AS (PARTITION BY document, start_char ORDER BY number ROWS BETWEEN CURRENT ROW AND 4 FOLLOWING)
),
shared AS (
  SELECT p.one, p.other, a.first, a.last, b.first AS other_first, a.number - b.number AS shift,
         a.number - row_number() OVER (PARTITION BY p.one, p.other, a.number - b.number ORDER BY a.number) AS run
  FROM pair AS p
  CROSS JOIN five AS a ON a.document = p.one AND a.count = 5
  CROSS JOIN five AS b ON b.document = p.other AND b.words = a.words AND b.count = 5
),
run AS (
  SELECT one, other, count(*) + 4 AS words, min(first) AS first, max(last) AS last, min(other_first) AS other_first
  FROM shared
  GROUP BY one, other, shift, run
)
SELECT r.one AS document,
       r.other,
       r.words,
       substr(d.text, r.first + 1, r.last - r.first) AS text,
       r.first AS start_char,
       min(r.other_first) AS other_start
FROM run AS r
JOIN documents AS d ON d.name = r.one
WHERE r.words >= CAST(ifnull(nullif(:words, ''), 7) AS INTEGER)
GROUP BY r.one, r.other, r.first, r.last
ORDER BY r.words DESC, r.one, r.other, r.first, r.last;
