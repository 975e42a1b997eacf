-- Two people took part in the same meetings: how many, from the first to the last day of one that is known.
SELECT min(a.id, b.id) AS source,
       max(a.id, b.id) AS target,
       e.weight AS "weight:double",
       e.first,
       e.last
FROM (SELECT x.person_id AS one, y.person_id AS other, count(DISTINCT x.meeting_id) AS weight, min(m.date) AS first,
             max(m.date) AS last
      FROM participations AS x
      JOIN participations AS y ON y.meeting_id = x.meeting_id AND y.person_id > x.person_id
      JOIN meetings AS m ON m.meeting_id = x.meeting_id
      GROUP BY 1, 2) AS e
JOIN person_things AS a ON a.person_id = e.one
JOIN person_things AS b ON b.person_id = e.other
ORDER BY 1, 2
