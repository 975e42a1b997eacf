-- The statements by which a database of an older schema is upgraded (store_upgrade.c), named as those of store.sql are.

-- objects: what somebody made, not the shadow tables of full-text indexes; tables last, those that refer to others first
SELECT type, name, tbl_name, sql FROM sqlite_schema
  WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
    AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
  ORDER BY type = 'table', rowid DESC;

-- references: to which tables one refers
SELECT "table" FROM pragma_foreign_key_list(?1);

-- wait: nothing but the table itself gets the new name
PRAGMA legacy_alter_table = ON;
ALTER TABLE documents RENAME TO documents_waiting;

-- waiting
SELECT name, title, publisher, uri, published, language, text FROM documents_waiting
  WHERE name > ?1 ORDER BY name;

-- read
DROP TABLE documents_waiting;
