WITH stated AS (
  SELECT c.fact_id, c.kind, c.document_id, c.start_char, c.end_char, c.rule, NULL AS corrected, NULL AS author, NULL AS date,
         c.document_id = :document AS cited
  FROM citations AS c
  WHERE c.fact_no = :fact
  UNION ALL
  SELECT w.fact_id, w.kind, w.document_id, w.start_char, w.end_char, w.rule, w.why, w.author, w.date, 1
  FROM withdrawn AS w
  WHERE :fact IS NULL AND w.document_id = :document AND w.kind = :kind AND w.start_char = :start AND w.end_char = :end
    AND w.twin = :twin
),
placed AS (   -- the paragraphs in which the passage begins and ends
  SELECT t.*, (SELECT s.paragraph FROM sentences AS s
               WHERE s.document_id = t.document_id AND s.start_char <= t.start_char
               ORDER BY s.start_char DESC LIMIT 1) AS paragraph,
         (SELECT s.paragraph FROM sentences AS s
          WHERE s.document_id = t.document_id AND s.start_char < t.end_char
          ORDER BY s.start_char DESC LIMIT 1) AS last_paragraph
  FROM stated AS t
),
framed AS (
  SELECT f.*,
         min(f.start_char, ifnull((SELECT min(s.start_char) FROM sentences AS s
                                   WHERE s.document_id = f.document_id AND s.paragraph = f.paragraph), f.start_char)) AS opens,
         max(f.end_char, ifnull((SELECT max(s.end_char) FROM sentences AS s
                                 WHERE s.document_id = f.document_id AND s.paragraph = f.last_paragraph), f.end_char)) AS closes
  FROM placed AS f
)
SELECT f.fact_id,
       f.kind,
       d.name AS document,
       d.title,
       d.published,
       d.uri,
       f.rule,
       r.note,
       substr(d.text, f.opens + 1, f.start_char - f.opens) AS before,
       substr(d.text, f.start_char + 1, f.end_char - f.start_char) AS passage,
       substr(d.text, f.end_char + 1, f.closes - f.end_char) AS after,
       f.start_char,
       f.end_char,
       f.corrected,
       f.author,
       f.date
FROM framed AS f
JOIN documents AS d ON d.document_id = f.document_id
JOIN rules AS r ON r.name = f.rule
ORDER BY f.cited DESC, d.name, f.start_char, f.fact_id, f.corrected
