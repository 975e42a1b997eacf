WITH told (step, section, name, detail, day, counted, fact_id) AS (
  SELECT 1, 'name', n.name, NULL, y.day, y.document,
         (SELECT min(o.fact_id) FROM offices AS o WHERE o.person_id = p.person_id AND o.document = y.document)
  FROM personas AS p
  JOIN appearances AS a ON a.persona_id = p.persona_id
  JOIN person_names AS n ON n.persona_id = p.persona_id
  JOIN person_namings AS u ON u.document_id = a.document_id AND u.name_id = n.name_id
  JOIN days AS y ON y.document_id = u.document_id
  WHERE p.person_id = :id
  UNION ALL
  SELECT 2, 'office', o.role, o.party_name, y.day, o.document, o.fact_id
  FROM offices AS o
  JOIN days AS y ON y.document = o.document
  WHERE o.person_id = :id AND o.role IS NOT NULL
  UNION ALL
  SELECT 3, 'meeting', m.name, a.capacity || ifnull(' for ' || a.party_name, ''), m.date, a.document, a.fact_id
  FROM attendance AS a
  JOIN meetings AS m ON m.meeting_id = a.meeting_id
  WHERE a.person_id = :id
  UNION ALL
  SELECT 4, 'initiative', i.name, g.stance, y.day, g.document, g.fact_id
  FROM proposals AS g
  JOIN initiatives AS i ON i.initiative_id = g.initiative_id
  JOIN days AS y ON y.document = g.document
  WHERE g.person_id = :id
  UNION ALL
  SELECT 5, 'act', s.act, NULL, coalesce(m.date, substr(d.published, 1, 10)), s.statement_id, s.fact_id
  FROM speech AS s
  JOIN documents AS d ON d.name = s.document
  LEFT JOIN meetings AS m ON m.meeting_id = s.meeting_id
  WHERE s.person_id = :id AND s.act IS NOT NULL
  UNION ALL
  SELECT 6, 'topic', t.name, NULL, coalesce(m.date, substr(d.published, 1, 10)), s.statement_id, s.fact_id
  FROM statements AS w
  JOIN topics AS t ON w.topics & t.bit
  JOIN speech AS s ON s.statement_id = w.fact_no
  JOIN documents AS d ON d.name = s.document
  LEFT JOIN meetings AS m ON m.meeting_id = s.meeting_id
  WHERE w.person_id = :id
  UNION ALL
  SELECT 7, 'encounter', p.name, l.name, m.date, m.meeting_id, c.fact_id
  FROM participations AS a
  JOIN participations AS b ON b.meeting_id = a.meeting_id AND b.person_id <> a.person_id
  JOIN people AS p ON p.person_id = b.person_id
  JOIN meetings AS m ON m.meeting_id = a.meeting_id
  JOIN citations AS c ON c.fact_no = a.fact_no
  LEFT JOIN party_labels AS l ON l.party_id = b.party_id
  WHERE a.person_id = :id
)
SELECT section,
       name,
       detail,
       min(day) AS first,
       max(day) AS last,
       count(DISTINCT counted) AS count,
       substr(min(ifnull(day, '9999-99-99') || fact_id), 11) AS fact_id   -- of the earliest
FROM told
GROUP BY step, name, detail
ORDER BY step, CASE section WHEN 'act' THEN -count(DISTINCT counted) WHEN 'topic' THEN -count(DISTINCT counted) END, first IS NULL, first, name, detail
