/* Each table, view and column is described, in its place, and nothing else is. */
CREATE TEMP VIEW shown AS SELECT m.name AS "table", c.cid + 1 AS number, c.name
  FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
  WHERE m.type IN ('table', 'view') AND m.name NOT GLOB '*_fts_*' AND m.name NOT GLOB 'sqlite_*';
SELECT 'not described', * FROM (SELECT * FROM shown EXCEPT SELECT "table", number, name FROM columns);
SELECT 'not there', * FROM (SELECT "table", number, name FROM columns EXCEPT SELECT * FROM shown);
SELECT 'no columns', name FROM tables WHERE name NOT IN (SELECT "table" FROM columns);
SELECT 'no words', "table", name FROM columns WHERE meaning NOT GLOB '*[a-z]*';
SELECT 'broken off', name, meaning FROM tables WHERE meaning NOT GLOB '[A-Z]*.';
