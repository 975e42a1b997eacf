INSERT INTO about (key, value) VALUES
  ('title', 'scodb: who met whom, and who said what'),
  ('description', 'Facts from reports of diplomatic meetings: people and their offices, meetings and who took part, what was said, proposed and adopted, who belongs to which organization. Every fact points to the passage that states it and to the rule that found it.'),
  ('where to start', 'The views: offices, calendar, attendance, speech, proposals, adoptions, membership, name_forms; citations has the passage of every fact. SELECT name, meaning FROM tables tells what each view and table is; the table columns, what each column means.'),
  ('example: what a column means', 'SELECT name, meaning FROM columns WHERE "table" = ''attendance'';'),
  ('example: who represented India', 'SELECT document, meeting, person, capacity FROM attendance WHERE party = ''IND'';'),
  ('example: who was where, and when', 'SELECT c.date, c.place, c.meeting, a.person, a.party FROM calendar AS c JOIN attendance AS a USING (document, meeting_id) ORDER BY c.date;'),
  ('example: what China proposed', 'SELECT document, name, text FROM proposals WHERE party = ''CHN'';'),
  ('example: who spoke about energy', 'SELECT speaker, party, text FROM speech WHERE topics LIKE ''%energy%'';'),
  ('example: all words of a search', 'SELECT s.speaker, s.text FROM statements_fts AS f JOIN speech AS s ON s.statement_id = f.rowid WHERE statements_fts MATCH ''green development'' ORDER BY f.rank;'),
  ('example: the passages behind an answer', 'SELECT a.person, a.party, c.passage, c.rule FROM attendance AS a JOIN citations AS c USING (fact_id) WHERE a.capacity = ''chair'';'),
  ('how to cite', 'By fact_id, as the views give it: document, kind of fact, first and last character of the passage. It stays the same when the database is built anew from the same texts.'),
  ('licence', 'The database and the programs that made it: MIT. The texts belong to their publishers (documents.publisher, documents.uri).'),
  ('schema version', (SELECT user_version FROM pragma_user_version));
