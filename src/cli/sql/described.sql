-- What a table or view is, or one of its columns; a column that comes from elsewhere is told there.
SELECT meaning
FROM tables
WHERE :column = '' AND name = :table
UNION ALL
SELECT meaning
FROM (SELECT meaning FROM columns WHERE name = :column AND "table" IN (:table, 'calendar') ORDER BY "table" <> :table LIMIT 1)
