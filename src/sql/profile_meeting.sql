WITH told (step, section, name, detail, day, counted, fact_id) AS (
  SELECT 1, 'name', c.meeting, c.place, c.date, c.document, c.fact_id
  FROM calendar AS c
  WHERE c.meeting_id = :id
  UNION ALL
  SELECT CASE a.capacity WHEN 'chair' THEN 2 ELSE 3 END, 'participant', coalesce(a.person, 'a delegation'),
         a.capacity || ifnull(' for ' || a.party_name, ''), m.date, a.document, a.fact_id
  FROM attendance AS a
  JOIN meetings AS m ON m.meeting_id = a.meeting_id
  WHERE a.meeting_id = :id
  UNION ALL
  SELECT 4, 'speaker', s.speaker, s.party_name, m.date, s.statement_id, s.fact_id
  FROM speech AS s
  JOIN meetings AS m ON m.meeting_id = s.meeting_id
  WHERE s.meeting_id = :id
  UNION ALL
  SELECT 5, 'topic', t.name, NULL, m.date, s.statement_id, s.fact_id
  FROM statements AS w
  JOIN topics AS t ON w.topics & t.bit
  JOIN speech AS s ON s.statement_id = w.fact_no
  JOIN meetings AS m ON m.meeting_id = w.meeting_id
  WHERE w.meeting_id = :id
  UNION ALL
  SELECT 6, 'adoption', a.name, a.action || ' by ' || a.party_name, m.date, a.document, a.fact_id
  FROM adoptions AS a
  JOIN meetings AS m ON m.meeting_id = a.meeting_id
  WHERE a.meeting_id = :id
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
ORDER BY step, CASE WHEN section IN ('speaker', 'topic') THEN -count(DISTINCT counted) END, name, detail
