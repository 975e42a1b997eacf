-- Two invented texts and what they say, for the tests of libscodb. Passages are given by their words: the offsets are
-- looked up, so that a text can be changed; its digest must be changed with it.
INSERT INTO documents VALUES (1, 'alpha', 'Lakes in Miranda', 'Lake Post', 'https://lakes.example/alpha', '2031-03-04', 'en',
  'b002c5695d599791503551b5a1e7aa029152ee99ec73e222dbc7af5ed593db64',
'The League of Lakes met in Miranda on 3 March 2031.
President Ödön Várkonyi of Avalia chaired the first meeting of the Lake Council, which Prime Minister Lú Sáenz of Boravia attended. A delegation from Corvania took part.

Várkonyi said that the lakes “belong to nobody alone” and proposed a Lake Water Fund of 40 million crowns.
Sáenz stressed that clean water needs patience.
The participants signed the Miranda Declaration. Boravia joined the League of Lakes in 2031.');

INSERT INTO documents VALUES (2, 'beta:2', NULL, NULL, NULL, NULL, NULL,
  '15ed688c8c8c9f9217fd85224d64d5824f3b55058b22ef4ff5be0c8915866fcc',
'Odon Varkonyi and Lú Sáenz spoke again on 5 March 2031.
Sáenz stressed that clean water needs patience. Avalia proposes the Lake Water Fund.');

INSERT INTO sentences VALUES (1, 0, 51, 1), (1, 52, 183, 1), (1, 184, 221, 1), (1, 223, 329, 2), (1, 330, 377, 2),
  (1, 378, 426, 2), (1, 427, 470, 2), (2, 0, 55, 1), (2, 56, 103, 1), (2, 104, 140, 1);

INSERT INTO parties VALUES (1, 'state', 'XAV'), (2, 'state', 'XBO'), (3, 'state', 'XCO'), (4, 'organization', 'LL'),
  (5, 'organization', 'Lake Council'), (6, 'group', 'group');
INSERT INTO states VALUES (1, 'XA', 'XAV', 'Avalia', 'Kingdom of Avalia'), (2, 'XB', 'XBO', 'Boravia', NULL),
  (3, 'XC', 'XCO', 'Corvania', NULL);
INSERT INTO organizations VALUES (4, 'LL', 'League of Lakes', 'intergovernmental'),
  (5, NULL, 'Lake Council', 'organ');
INSERT INTO party_names VALUES (1, 1, 'Avalia'), (2, 2, 'Boravia'), (3, 3, 'Corvania'), (4, 4, 'League of Lakes');
INSERT INTO party_namings VALUES (1, 1), (1, 2), (1, 3), (1, 4), (2, 1);
INSERT INTO people VALUES (1, 'Ödön Várkonyi', 0), (2, 'Lú Sáenz', 1);
INSERT INTO personas VALUES (1, 1, 'odon varkonyi', NULL, 'XAV', NULL, 'president', 'head of state', 2031, NULL, 'same name'),
  (2, 1, 'odon varkonyi', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'same name'),
  (3, 2, 'lu saenz', 'Lú Sáenz', 'XBO', NULL, 'prime minister', 'head of government', 2031, NULL, 'word list'),
  (4, 2, 'lu saenz', 'Lú Sáenz', NULL, NULL, NULL, NULL, NULL, NULL, 'word list');
INSERT INTO appearances VALUES (1, 1, 0), (2, 2, 0), (3, 1, 0), (4, 2, 0);
INSERT INTO person_names VALUES (1, 1, 'Ödön Várkonyi'), (2, 1, 'Várkonyi'), (3, 2, 'Odon Varkonyi'), (4, 3, 'Lú Sáenz'),
  (5, 3, 'Sáenz'), (6, 4, 'Lú Sáenz'), (7, 4, 'Sáenz');
INSERT INTO person_namings VALUES (1, 1), (1, 2), (1, 4), (1, 5), (2, 3), (2, 6), (2, 7);
INSERT INTO roles VALUES (1, 'President', 'head of state'), (2, 'Prime Minister', 'head of government');
INSERT INTO rules VALUES (1, 'a-rule', 'what a rule looks for'), (2, 'another-rule', NULL);

INSERT INTO facts VALUES (1, 6), (2, 6), (3, 4), (4, 4), (5, 2),
  (6, 2),
  (7, 2), (8, 2), (9, 0), (10, 0), (11, 0), (12, 1),
  (13, 1),
  (14, 3), (15, 5), (16, 6), (17, 6);
INSERT INTO occupancies VALUES (1, 1, 1, 1), (2, 2, 2, 2), (16, 1, NULL, NULL), (17, 2, NULL, NULL);
INSERT INTO meetings VALUES (1, 'meeting of the Lake Council', 4, 1, '2031-03-03', 'Miranda'),
  (2, 'Avalia - Boravia', NULL, NULL, '2031-03-05', NULL);
INSERT INTO meeting_keys VALUES ('ll council 1', 1, 1), ('xav xbo 2031-03-05', 2, 2);
INSERT INTO meeting_accounts VALUES (3, 1, 'first meeting of the Lake Council', 4, 1, '2031-03-03', 'Miranda'),
  (4, 2, 'Avalia - Boravia', NULL, NULL, '2031-03-05', NULL);
INSERT INTO participations VALUES (5, 1, 1, 1, 'chair'), (6, 1, 2, 2, 'participant'),
  (7, 1, NULL, 3, 'participant'), (8, 2, 2, 2, 'participant');
INSERT INTO manners VALUES (1, 'direct, said: asserts', 'direct', 'said', 'asserts'),
  (2, 'reported, stressed: asserts', 'reported', 'stressed', 'asserts'),
  (3, 'reported, proposes: proposes', 'reported', 'proposes', 'proposes');
INSERT INTO statements (fact_no, person_id, party_id, manner_id, meeting_id, digest) VALUES (9, 1, 1, 1, 1, 901),
  (10, 2, 2, 2, NULL, 902), (11, NULL, 1, 3, 2, 903);
INSERT INTO topics VALUES (1, 'water', 1, NULL), (2, 'trade', 2, NULL);
UPDATE statements SET category = 'AGREE', topics = 1 WHERE fact_no = 10;
INSERT INTO initiatives VALUES (1, 'Lake Water Fund', 'fund', 'lake water fund');
INSERT INTO proposings (fact_no, initiative_id, name, party_id, person_id, stance, year, quantity, unit) VALUES
  (12, 1, 'Lake Water Fund', 1, 1, 'offers', 2032, 40000000, 'crowns'),
  (13, 1, 'Lake Water Fund', 1, NULL, 'proposes', NULL, NULL, NULL);
INSERT INTO instruments VALUES (1, 'Miranda Declaration', 'declaration', 'miranda declaration');
INSERT INTO instrument_acts (fact_no, instrument_id, name, action, party_id, meeting_id) VALUES (14, 1,
  'Miranda Declaration', 'signed', 6, 1);
INSERT INTO standings VALUES (15, 2, 4, 'member', 'accession', 2031);

WITH stated (fact_no, document_id, rule_id, twin, passage) AS (VALUES
  (1, 1, 1, 1, 'President Ödön Várkonyi of Avalia'),
  (2, 1, 1, 1, 'Prime Minister Lú Sáenz of Boravia'),
  (16, 2, 1, 1, 'Odon Varkonyi'),
  (17, 2, 1, 1, 'Lú Sáenz'),
  (3, 1, 1, 1, 'first meeting of the Lake Council'),
  (4, 2, 2, 1, 'Odon Varkonyi and Lú Sáenz spoke again'),
  (5, 1, 1, 1, 'President Ödön Várkonyi of Avalia chaired'),
  (6, 1, 1, 1, 'Lú Sáenz of Boravia attended'),
  (7, 1, 1, 1, 'A delegation from Corvania took part'),
  (8, 2, 1, 1, 'Lú Sáenz spoke again'),
  (9, 1, 1, 1, 'belong to nobody alone'),
  (10, 1, 2, 1, 'clean water needs patience'),
  (10, 2, 2, 1, 'clean water needs patience'),
  (11, 2, 1, 1, 'the Lake Water Fund'),
  (12, 1, 1, 1, 'proposed a Lake Water Fund of 40 million crowns'),
  (13, 2, 1, 1, 'Avalia proposes the Lake Water Fund'),
  (14, 1, 1, 1, 'signed the Miranda Declaration'),
  (15, 1, 1, 1, 'Boravia joined the League of Lakes in 2031')
)
INSERT INTO evidence (fact_no, document_id, start_char, end_char, twin, rule_id)
SELECT s.fact_no, s.document_id, instr(d.text, s.passage) - 1, instr(d.text, s.passage) - 1 + length(s.passage),
  s.twin, s.rule_id
FROM stated AS s JOIN documents AS d USING (document_id);

INSERT INTO corrections (correction_id, source, kind, fact_id, why, author, date) VALUES
  (1, 'lakes', 'wrong', 'alpha:office:0-5.2', 'no office at all', 'N. Reader', '2031-08-01');
INSERT INTO withdrawals (document_id, kind, start_char, end_char, twin, rule_id, cause) VALUES
  (1, 'office', 0, 5, 2, 1, 'alpha:office:0-5.2');

INSERT INTO documents_fts (documents_fts) VALUES ('rebuild');
INSERT INTO statements_fts (statements_fts) VALUES ('rebuild');
