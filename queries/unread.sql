/* title: Sentences that gave no fact
   group: archive
   question: Which sentences look as if they told something, and nothing was found in them?
   param: document | text | | name of a document, % for any letters; empty: all
   param: least | integer | 2 | how much a sentence must look like one; 0: all, headlines, captions and date lines too
   column: document | where it stands
   column: paragraph | number of the paragraph
   column: looks | how much it looks like a sentence with a fact
   column: person | 1: names a person that the document knows
   column: party | 1: names a state or organization
   column: verb | 1: has one of the fifty verbs that report speech most often in this database
   column: sentence | its words
   read: A person and a verb count two each, a party and a quotation mark one; what does not end as a sentence does, such as
     a headline, loses three. A sentence is read if a fact begins in it or a statement reaches into it; what a document
     tells twice rests on the first passage, so the second one is listed here. */
WITH verbs AS MATERIALIZED (
  SELECT ' ' || verb || ' ' AS verb FROM statements JOIN manners USING (manner_id) WHERE verb IS NOT NULL GROUP BY verb ORDER BY count(*) DESC, verb LIMIT 50
),
marks AS (   -- sentences, and behind those that begin with them the passages of facts
  SELECT document_id, start_char, end_char, paragraph FROM sentences
  UNION ALL
  SELECT document_id, start_char, end_char, NULL FROM evidence
),
told AS (   -- how far the passages reach that began before or where a sentence begins
  SELECT *,
         max(CASE WHEN paragraph IS NULL THEN end_char END) OVER (
           PARTITION BY document_id ORDER BY start_char RANGE UNBOUNDED PRECEDING) AS until
  FROM marks
),
unread AS (
  SELECT d.name AS document,
         t.document_id,
         t.start_char,
         t.paragraph,
         replace(substr(d.text, t.start_char + 1, t.end_char - t.start_char), char(10), ' ') AS sentence
  FROM told AS t
  JOIN documents AS d ON d.document_id = t.document_id
  WHERE t.paragraph IS NOT NULL
    AND coalesce(t.until, 0) <= t.start_char
    AND NOT EXISTS (SELECT 1 FROM evidence AS e
                    WHERE e.document_id = t.document_id AND e.start_char > t.start_char AND e.start_char < t.end_char)
    AND (nullif(:document, '') IS NULL OR d.name LIKE :document)
),
signs AS MATERIALIZED (
  SELECT *,
         EXISTS (SELECT 1 FROM person_namings AS u JOIN person_names AS n ON n.name_id = u.name_id
                 WHERE u.document_id = unread.document_id AND instr(sentence, n.name) > 0) AS person,
         EXISTS (SELECT 1 FROM party_namings AS u JOIN party_names AS n ON n.name_id = u.name_id
                 WHERE u.document_id = unread.document_id AND instr(sentence, n.name) > 0) AS party,
         EXISTS (SELECT 1 FROM verbs AS v WHERE instr(sentence, v.verb) > 0) AS verb
  FROM unread
),
weighed AS (
  SELECT *,
         2 * person + party + 2 * verb + (sentence GLOB '*["“”«]*')
           - 3 * (rtrim(sentence, '"”»’'')]') NOT GLOB '*[.!?:;]') AS looks
  FROM signs
)
SELECT document, paragraph, looks, person, party, verb, sentence
FROM weighed
WHERE looks >= CAST(coalesce(nullif(:least, ''), 2) AS INTEGER) OR CAST(coalesce(nullif(:least, ''), 2) AS INTEGER) = 0
ORDER BY looks DESC, document, start_char;
