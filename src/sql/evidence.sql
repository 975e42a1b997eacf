WITH claimed (claim) AS (   -- what the fact says, in words
  SELECT CASE (SELECT name FROM kinds WHERE kind_id = f.kind_id)
    WHEN 'office' THEN (
      SELECT p.name || ifnull(', ' || r.name, '') || ifnull(' (' || l.name || ')', '') FROM occupancies AS o
      JOIN people AS p ON p.person_id = o.person_id LEFT JOIN roles AS r ON r.role_id = o.role_id
      LEFT JOIN party_labels AS l ON l.party_id = o.party_id WHERE o.fact_no = f.fact_no)
    WHEN 'meeting' THEN (
      SELECT m.name || ifnull(', ' || m.date, '') || ifnull(', ' || m.place, '') FROM meeting_accounts AS m
      WHERE m.fact_no = f.fact_no)
    WHEN 'attendance' THEN (
      SELECT ifnull(p.name, 'a delegation') || ifnull(' for ' || l.name, '') || ' at ' || m.name || ' as ' || a.capacity
      FROM participations AS a JOIN meetings AS m ON m.meeting_id = a.meeting_id
      LEFT JOIN people AS p ON p.person_id = a.person_id LEFT JOIN party_labels AS l ON l.party_id = a.party_id
      WHERE a.fact_no = f.fact_no)
    WHEN 'speech' THEN (
      SELECT coalesce(p.name || ifnull(' for ' || l.name, ''), l.name) || ', ' || m.mode || ' speech'
             || ifnull(': ' || m.act, '') || ifnull(' (' || m.verb || ')', '') FROM statements AS s
      JOIN manners AS m ON m.manner_id = s.manner_id
      LEFT JOIN people AS p ON p.person_id = s.person_id LEFT JOIN party_labels AS l ON l.party_id = s.party_id
      WHERE s.fact_no = f.fact_no)
    WHEN 'proposal' THEN (
      SELECT l.name || ifnull(' ' || g.stance, '') || ': ' || g.name FROM proposings AS g
      JOIN party_labels AS l ON l.party_id = g.party_id WHERE g.fact_no = f.fact_no)
    WHEN 'adoption' THEN (
      SELECT l.name || ' ' || a.action || ': ' || a.name FROM instrument_acts AS a
      JOIN party_labels AS l ON l.party_id = a.party_id WHERE a.fact_no = f.fact_no)
    WHEN 'membership' THEN (
      SELECT l.name || ', ' || m.status || ' of ' || o.name || ' (' || m.event || ifnull(' ' || m.year, '') || ')'
      FROM standings AS m JOIN party_labels AS l ON l.party_id = m.party_id
      JOIN party_labels AS o ON o.party_id = m.organization_id WHERE m.fact_no = f.fact_no)
    END
  FROM facts AS f WHERE f.fact_no = :fact
),
stated AS (
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
       f.date,
       (SELECT claim FROM claimed) AS claim
FROM framed AS f
JOIN documents AS d ON d.document_id = f.document_id
JOIN rules AS r ON r.name = f.rule
ORDER BY f.cited DESC, d.name, f.start_char, f.fact_id, f.corrected
