/* The public views have the columns that other programs rely on. */
WITH promised(view, columns) AS (VALUES
  ('offices', 'document person role party party_name fact_id start_char end_char'),
  ('calendar', 'document meeting_id meeting ordinal organization date place fact_id start_char end_char'),
  ('attendance', 'document meeting_id meeting person party party_name capacity fact_id start_char end_char'),
  ('speech', 'document speaker speaker_kind party party_name mode verb text fact_id start_char end_char'),
  ('proposals', 'document name party party_name text fact_id start_char end_char'),
  ('adoptions', 'document name action party party_name meeting_id fact_id start_char end_char'),
  ('membership', 'document state organization status event year fact_id start_char end_char'),
  ('name_forms', 'kind canonical form')),
one(view, name, rest) AS (
  SELECT view, NULL, columns || ' ' FROM promised
  UNION ALL SELECT view, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1) FROM one WHERE rest <> '')
SELECT view, name FROM one WHERE name IS NOT NULL AND name NOT IN (SELECT c.name FROM pragma_table_info(one.view) AS c);
SELECT 'undescribed', name FROM sqlite_schema
WHERE type IN ('table', 'view') AND sql NOT LIKE '%/*%*/%' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%\_fts\_%' ESCAPE '\';
