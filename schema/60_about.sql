INSERT INTO about (key, value) VALUES
  ('title', 'scodb: who met whom, and who said what'),
  ('description', 'Facts from reports of diplomatic meetings: people and their offices, meetings and who took part, what was said, proposed and adopted, who belongs to which organization. Every fact points to the passage that states it and to the rule that found it.'),
  ('where to start', 'The views: offices, calendar, attendance, speech, proposals, adoptions, membership, name_forms; citations has the passage of every fact. The command .schema in sqlite3 shows what each table, view and column means.'),
  ('example: who represented India', 'SELECT document, meeting, person, capacity FROM attendance WHERE party = ''IND'';'),
  ('example: what China proposed', 'SELECT document, name, text FROM proposals WHERE party = ''CHN'';'),
  ('how to cite', 'By fact_id, as the views give it: document, kind of fact, first and last character of the passage. It stays the same when the database is built anew from the same texts.'),
  ('licence', 'The database and the programs that made it: MIT. The texts belong to their publishers (documents.publisher, documents.uri).'),
  ('schema version', (SELECT user_version FROM pragma_user_version));
