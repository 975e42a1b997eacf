-- Some thousand rows more, all alike, so that the planner has to choose: 2000 documents with ten facts each.
CREATE TEMP TABLE numbers AS WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM
  n WHERE i < 2099) SELECT i FROM n;

INSERT INTO documents (document_id, name, published, sha256, text)
SELECT i, 'd' || i, date('2031-01-01', i || ' days'),
  '0000000000000000000000000000000000000000000000000000000000000000',
       'Person ' || i || ' of State ' || (i % 200) || ' said that the water of lake ' || i || ' is clean.' FROM
  numbers;
INSERT INTO sentences SELECT document_id, 0, length(text), 1 FROM documents WHERE document_id >= 100;
INSERT INTO parties SELECT i, 'organization', 'O' || i FROM numbers WHERE i < 300;
INSERT INTO organizations SELECT i, 'O' || i, 'Organization ' || i, 'body' FROM numbers WHERE i < 300;
INSERT INTO party_names SELECT i, 100 + i % 200, 'Org. ' || i FROM numbers;
INSERT INTO party_namings SELECT i, i FROM numbers;
INSERT INTO people SELECT i, 'Person ' || i, 0 FROM numbers;
INSERT INTO personas SELECT i, i, 'person ' || i, NULL, NULL, NULL, NULL, NULL, 2031, NULL, 'same name' FROM numbers;
INSERT INTO appearances SELECT i, i, 0 FROM numbers;
INSERT INTO person_names SELECT i, i, 'P. ' || i FROM numbers;
INSERT INTO person_namings SELECT i, i FROM numbers;
INSERT INTO meetings SELECT i, 'meeting ' || i, 100 + i % 200, i, date('2031-01-01', i || ' days'), 'Miranda' FROM
  numbers;

INSERT INTO meeting_keys SELECT 'key ' || i, i, i FROM numbers;

INSERT INTO facts SELECT 10 * i + kind.number, kind.kind_id FROM numbers,
  (SELECT 0 AS number, 6 AS kind_id UNION ALL VALUES (1, 4), (2, 2), (3, 0), (4, 0), (5, 1), (6, 3), (7, 5)) AS kind;
INSERT INTO occupancies SELECT 10 * i, i, 1, 100 + i % 200 FROM numbers;
INSERT INTO meeting_accounts SELECT 10 * i + 1, i, 'meeting ' || i, 100 + i % 200, i, date('2031-01-01',
  i || ' days'), 'Miranda' FROM numbers;
INSERT INTO participations SELECT 10 * i + 2, i, i, 100 + i % 200, 'participant' FROM numbers;
INSERT INTO manners VALUES (4, 'reported, said: asserts', 'reported', 'said', 'asserts');
INSERT INTO statements (fact_no, person_id, party_id, manner_id, meeting_id, digest)
  SELECT 10 * i + 3, i, 100 + i % 200, 4, i, i FROM numbers;
INSERT INTO statements (fact_no, person_id, party_id, manner_id, meeting_id, digest)
  SELECT 10 * i + 4, NULL, 100 + i % 200, 4, i, i FROM numbers;
INSERT INTO initiatives SELECT i, 'Fund ' || i, 'fund', 'fund ' || i FROM numbers;
INSERT INTO proposings (fact_no, initiative_id, name, party_id, person_id, stance)
SELECT 10 * i + 5, i, 'Fund ' || i, 100 + i % 200, i, 'proposes' FROM numbers;
INSERT INTO instruments SELECT i, 'Plan ' || i, 'plan', 'plan ' || i FROM numbers;
INSERT INTO instrument_acts (fact_no, instrument_id, name, action, party_id, meeting_id)
SELECT 10 * i + 6, i, 'Plan ' || i, 'signed', 100 + i % 200, i FROM numbers;
INSERT INTO standings SELECT 10 * i + 7, 100 + i % 200, 100 + (i + 1) % 200, 'member', 'standing',
  1800 + i / 200 FROM numbers;
INSERT INTO evidence (fact_no, document_id, start_char, end_char, rule_id)
SELECT fact_no, fact_no / 10, 0, 10 + fact_no % 10, 1 FROM facts WHERE fact_no >= 1000;

DROP TABLE numbers;
INSERT INTO documents_fts (documents_fts) VALUES ('rebuild');
INSERT INTO statements_fts (statements_fts) VALUES ('rebuild');
ANALYZE;
