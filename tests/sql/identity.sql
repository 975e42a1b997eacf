/* The file says what it is. */
SELECT 'application_id', application_id FROM pragma_application_id WHERE application_id <> 0x53434F44;
SELECT 'user_version', user_version FROM pragma_user_version WHERE user_version <> 3;
SELECT 'journal', journal_mode FROM pragma_journal_mode WHERE journal_mode NOT IN ('delete', 'memory');
SELECT 'about lacks', key FROM (SELECT 'title' AS key UNION SELECT 'description' UNION SELECT 'where to start'
  UNION SELECT 'how to cite' UNION SELECT 'licence' UNION SELECT 'schema version' UNION SELECT 'made by')
WHERE key NOT IN (SELECT key FROM about);
SELECT 'not strict', name FROM pragma_table_list
WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%';
