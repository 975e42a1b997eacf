WITH mine AS NOT MATERIALIZED (
  SELECT g.*, y.day FROM proposals AS g JOIN days AS y ON y.document = g.document WHERE g.initiative_id = :id
),
told (step, section, name, detail, day, counted, fact_id) AS (
  SELECT 1, 'name', name, kind, day, document, fact_id FROM mine
  UNION ALL
  SELECT 2, 'proposal', party_name, ifnull(stance, '') || ifnull(', ' || person, ''), day, document, fact_id FROM mine
  UNION ALL
  SELECT 3, 'beneficiary', coalesce(beneficiary_name, beneficiary), party_name, day, document, fact_id
  FROM mine
  WHERE beneficiary IS NOT NULL
  UNION ALL
  SELECT 4, 'quantity', iif(quantity = CAST(quantity AS INTEGER), CAST(quantity AS INTEGER), quantity) || ifnull(' ' || unit, ''), party_name, day, document, fact_id
  FROM mine
  WHERE quantity IS NOT NULL
  UNION ALL
  SELECT 5, 'year', year, party_name, day, document, fact_id FROM mine WHERE year IS NOT NULL
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
ORDER BY step, first IS NULL, first, name, detail
