/* Browsers show a foreign key by a name of the row that it points to: by the one column that is TEXT and UNIQUE, else by a
   column called name. The facts are shown by kind and number: what they say stands in the views. */
CREATE TEMP VIEW keys AS SELECT m.name AS "table", k."from" AS "column", k."table" AS target, k."to" AS "to"
  FROM sqlite_schema AS m JOIN pragma_foreign_key_list(m.name) AS k WHERE m.type = 'table';
CREATE TEMP VIEW unique_texts AS SELECT m.name AS "table", min(i.name) AS "column"
  FROM sqlite_schema AS m JOIN pragma_index_list(m.name) AS x JOIN pragma_index_info(x.name) AS i
  JOIN pragma_table_info(m.name) AS c ON c.name = i.name AND c.type = 'TEXT'
  WHERE x."unique" AND (SELECT count(*) FROM pragma_index_info(x.name)) = 1
  GROUP BY m.name HAVING count(DISTINCT i.name) = 1;
SELECT 'points to no column by name', * FROM keys WHERE "to" IS NULL;
SELECT DISTINCT 'no label', target FROM keys LEFT JOIN unique_texts AS u ON u."table" = target
WHERE target <> 'facts' AND ifnull(u."column", 'name') <> 'name'
   OR NOT EXISTS (SELECT 1 FROM pragma_table_info(target) WHERE name IN ('name', 'kind'));
