/* title: How much was understood
   group: archive
   question: What share of the sentences of each document gave a fact?
   param: document | text | | name of a document, % for any letters; empty: all
   column: document | where; the last line is all together
   column: sentences | sentences, headlines and the like among them
   column: read | of these, sentences in which a fact begins or into which a statement reaches
   column: share | the same in percent
   column: facts | passages of facts
   column: unknown | names that no word explains
   read: The report unread has the other sentences, those that look as if they told something first; unknown_names has the
     names. Not every sentence tells a fact of the kinds that are looked for. */
WITH marks AS (
  SELECT document_id, start_char, end_char, 1 AS is_sentence FROM sentences
  UNION ALL
  SELECT document_id, start_char, end_char, 0 FROM evidence
),
told AS (   -- how far the passages reach that began before or where a sentence begins
  SELECT *,
         max(CASE is_sentence WHEN 0 THEN end_char END) OVER (
           PARTITION BY document_id ORDER BY start_char RANGE UNBOUNDED PRECEDING) AS until
  FROM marks
),
counted AS (
  SELECT t.document_id,
         count(*) AS sentences,
         count(*) FILTER (WHERE coalesce(t.until, 0) > t.start_char
           OR EXISTS (SELECT 1 FROM evidence AS e
                      WHERE e.document_id = t.document_id AND e.start_char > t.start_char AND e.start_char < t.end_char)
         ) AS told
  FROM told AS t
  WHERE t.is_sentence
  GROUP BY t.document_id
),
listed AS (
  SELECT d.name AS document,
         c.sentences,
         c.told,
         (SELECT count(*) FROM evidence AS e WHERE e.document_id = d.document_id) AS facts,
         (SELECT count(*) FROM unknowns AS u WHERE u.document_id = d.document_id) AS unknown
  FROM documents AS d
  JOIN counted AS c ON c.document_id = d.document_id
  WHERE nullif(:document, '') IS NULL OR d.name LIKE :document
)
SELECT document, sentences, read, share, facts, unknown
FROM (
  SELECT 1 AS place, document, sentences, told AS read, CAST(round(100.0 * told / sentences) AS INTEGER) AS share, facts, unknown
  FROM listed
  UNION ALL
  SELECT 2, 'all', sum(sentences), sum(told), CAST(round(100.0 * sum(told) / sum(sentences)) AS INTEGER), sum(facts), sum(unknown)
  FROM listed
  HAVING count(*) > 0
)
ORDER BY place, document;
