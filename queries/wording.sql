/* title: Who used which words
   group: speech
   question: Who used a word or phrase, how often, and when first and last?
   param: phrase | text | | a word or phrase, % for any letters; empty: all statements
   param: party | text | | code or English name of the party for which the speaker speaks; empty: all
   param: mode | text | | direct (in quotation marks) or reported; empty: both
   column: speaker | a person's name, a party's code, or group for several together
   column: party | code of the party for which the speaker speaks
   column: statements | number of statements with these words
   column: of | number of all statements of this speaker
   column: percent | the one of the other
   column: first_day | day of the first document: of its first meeting, else of its publication
   column: last_day | day of the last
   column: documents | number of documents
   column: fact_id | by which the first of these statements can be cited
   read: The first to use the words stand first. In reported speech the words are the narrator's. Endings count: "connectivity"
     is not in "connected", "connect" is in both. */
WITH days AS (
  SELECT d.name AS document, coalesce(min(c.date), substr(d.published, 1, 10)) AS day
  FROM documents AS d
  LEFT JOIN calendar AS c ON c.document = d.name
  GROUP BY d.name
),
said AS (
  SELECT s.speaker, s.speaker_kind, s.person_id, s.party, s.document, s.fact_id, d.day,
         nullif(:phrase, '') IS NULL OR s.text LIKE '%' || :phrase || '%' AS has_it,
         count(*) OVER (PARTITION BY s.speaker, s.speaker_kind, s.person_id, s.party) AS statements
  FROM speech AS s
  JOIN days AS d ON d.document = s.document
  WHERE (nullif(:party, '') IS NULL OR :party IN (s.party, s.party_name))
    AND (nullif(:mode, '') IS NULL OR s.mode = :mode)
),
placed AS (
  SELECT *, row_number() OVER (PARTITION BY speaker, speaker_kind, person_id, party ORDER BY day IS NULL, day, fact_id)
           AS place
  FROM said
  WHERE has_it
)
SELECT speaker,
       party,
       count(*) AS statements,
       min(statements) AS "of",
       CAST(round(100.0 * count(*) / min(statements)) AS INTEGER) AS percent,
       min(day) AS first_day,
       max(day) AS last_day,
       count(DISTINCT document) AS documents,
       max(fact_id) FILTER (WHERE place = 1) AS fact_id
FROM placed
GROUP BY speaker, speaker_kind, person_id, party
ORDER BY first_day IS NULL, first_day, statements DESC, speaker, party, fact_id;
