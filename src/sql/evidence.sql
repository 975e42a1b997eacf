WITH stated AS (
  SELECT e.*, e.document_id = :document AS cited
  FROM evidence AS e
  WHERE e.fact_no = :fact
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
SELECT c.fact_id,
       c.kind,
       c.document,
       d.title,
       d.published,
       d.uri,
       c.rule,
       r.note,
       substr(d.text, f.opens + 1, f.start_char - f.opens) AS before,
       c.passage,
       substr(d.text, f.end_char + 1, f.closes - f.end_char) AS after,
       f.start_char,
       f.end_char
FROM framed AS f
JOIN citations AS c ON c.fact_no = f.fact_no AND c.document_id = f.document_id
JOIN documents AS d ON d.document_id = f.document_id
JOIN rules AS r ON r.rule_id = f.rule_id
ORDER BY f.cited DESC, c.document, f.start_char, c.fact_id
