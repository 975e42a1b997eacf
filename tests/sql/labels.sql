/* Browsers show a foreign key by a column of the row that it points to: the one that is TEXT and UNIQUE, if there is one such,
   else the one called name. Facts have neither: what they say stands in the views. */
CREATE TEMP VIEW keys AS SELECT m.name AS "table", k."from" AS "column", k."table" AS target, k."to" AS "to"
  FROM sqlite_schema AS m JOIN pragma_foreign_key_list(m.name) AS k WHERE m.type = 'table';
CREATE TEMP VIEW unique_texts AS SELECT DISTINCT m.name AS "table", i.name AS "column"
  FROM sqlite_schema AS m JOIN pragma_index_list(m.name) AS x JOIN pragma_index_info(x.name) AS i
  JOIN pragma_table_info(m.name) AS c ON c.name = i.name AND c.type = 'TEXT'
  WHERE x."unique" AND (SELECT count(*) FROM pragma_index_info(x.name)) = 1;
CREATE TEMP VIEW labels AS SELECT DISTINCT target,
  CASE WHEN (SELECT count(*) FROM unique_texts WHERE "table" = target) = 1
    THEN (SELECT "column" FROM unique_texts WHERE "table" = target)
    ELSE (SELECT name FROM pragma_table_info(target) WHERE name = 'name') END AS label
  FROM keys;
SELECT 'points to no column by name', * FROM keys WHERE "to" IS NULL;
SELECT 'shown by', target, label FROM labels WHERE target <> 'facts' AND label IS NOT 'name';
