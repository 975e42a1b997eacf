WITH told (step, section, name, detail, day, counted, fact_id) AS (
  SELECT 1, 'name', n.name, NULL, y.day, y.document, NULL
  FROM party_names AS n
  JOIN party_namings AS u ON u.name_id = n.name_id
  JOIN documents AS d ON d.document_id = u.document_id
  JOIN days AS y ON y.document = d.name
  WHERE n.party_id = :id
  UNION ALL
  SELECT 2, 'office', o.person, o.role, y.day, o.document, o.fact_id
  FROM offices AS o
  JOIN days AS y ON y.document = o.document
  WHERE o.party_id = :id AND o.role IS NOT NULL
  UNION ALL
  SELECT 3, 'standing', s.organization_name, s.status || ifnull(', ' || s.event || ' ' || s.year, ''), y.day, s.document, s.fact_id
  FROM membership AS s
  JOIN days AS y ON y.document = s.document
  WHERE s.party_id = :id
  UNION ALL
  SELECT 4, 'party', s.state_name, s.status || ifnull(', ' || s.event || ' ' || s.year, ''), y.day, s.document, s.fact_id
  FROM membership AS s
  JOIN days AS y ON y.document = s.document
  WHERE s.organization_id = :id
  UNION ALL
  SELECT 5, 'host', m.name, m.place, m.date, c.document, c.fact_id
  FROM meetings AS m
  JOIN calendar AS c ON c.meeting_id = m.meeting_id
  WHERE m.organization_id = :id
  UNION ALL
  SELECT 6, 'meeting', m.name, ifnull(a.person || ', ', '') || a.capacity, m.date, a.document, a.fact_id
  FROM attendance AS a
  JOIN meetings AS m ON m.meeting_id = a.meeting_id
  WHERE a.party_id = :id
  UNION ALL
  SELECT 7, 'initiative', i.name, g.stance, y.day, g.document, g.fact_id
  FROM proposals AS g
  JOIN initiatives AS i ON i.initiative_id = g.initiative_id
  JOIN days AS y ON y.document = g.document
  WHERE g.party_id = :id
  UNION ALL
  SELECT 8, 'adoption', a.name, a.action, coalesce(m.date, y.day), a.document, a.fact_id
  FROM adoptions AS a
  JOIN days AS y ON y.document = a.document
  LEFT JOIN meetings AS m ON m.meeting_id = a.meeting_id
  WHERE a.party_id = :id
  UNION ALL
  SELECT 9, 'act', s.act, NULL, coalesce(m.date, substr(d.published, 1, 10)), s.statement_id, s.fact_id
  FROM speech AS s
  JOIN documents AS d ON d.name = s.document
  LEFT JOIN meetings AS m ON m.meeting_id = s.meeting_id
  WHERE s.party_id = :id AND s.act IS NOT NULL
  UNION ALL
  SELECT 10, 'topic', t.name, NULL, coalesce(m.date, substr(d.published, 1, 10)), s.statement_id, s.fact_id
  FROM statements AS w
  JOIN topics AS t ON w.topics & t.bit
  JOIN speech AS s ON s.statement_id = w.fact_no
  JOIN documents AS d ON d.name = s.document
  LEFT JOIN meetings AS m ON m.meeting_id = s.meeting_id
  WHERE w.party_id = :id
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
