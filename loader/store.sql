-- Every statement of the store. A line "-- name" gives the name; tools/statements.py makes SQL_NAME of it.
-- Where documents differ about a name, what most of them say is shown; evidence counts for documents, of which a fact
-- has one for each.

-- begin
BEGIN IMMEDIATE;

-- commit
COMMIT;

-- savepoint
SAVEPOINT document;

-- release
RELEASE document;

-- undo
ROLLBACK TO document;

-- things: numbers of DIRTY_..., and all of which some document says otherwise than shown, or none anything
SELECT 0, person_id FROM people
  UNION ALL SELECT 1, party_id FROM parties
  UNION ALL SELECT 13, name_id FROM party_names
  UNION ALL SELECT 2, meeting_id FROM meetings AS m
  WHERE NOT EXISTS (SELECT 1 FROM meeting_accounts AS a WHERE a.meeting_id = m.meeting_id)
  OR EXISTS (SELECT 1 FROM meeting_accounts AS a WHERE a.meeting_id = m.meeting_id
  AND (a.name, a.organization_id, a.ordinal, a.date, a.place) IS NOT (m.name, m.organization_id, m.ordinal, m.date, m.place))
  UNION ALL SELECT 3, initiative_id FROM initiatives AS i
  WHERE NOT EXISTS (SELECT 1 FROM proposings AS g WHERE g.initiative_id = i.initiative_id)
  OR EXISTS (SELECT 1 FROM proposings AS g WHERE g.initiative_id = i.initiative_id AND (g.name, g.kind) IS NOT (i.name, i.kind))
  UNION ALL SELECT 4, instrument_id FROM instruments AS i
  WHERE NOT EXISTS (SELECT 1 FROM instrument_acts AS a WHERE a.instrument_id = i.instrument_id)
  OR EXISTS (SELECT 1 FROM instrument_acts AS a WHERE a.instrument_id = i.instrument_id
  AND (a.name, a.kind) IS NOT (i.name, i.kind));

-- finished
SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1');

-- made
UPDATE about SET value = ?1 WHERE key = 'made by';

-- references_of_others: whether tables that are not ours have any
SELECT EXISTS (SELECT 1 FROM sqlite_schema AS m JOIN pragma_foreign_key_list(m.name) WHERE m.type = 'table'
  AND m.name NOT IN (SELECT name FROM tables));

-- pages
SELECT page_count FROM pragma_page_count;

-- pages_free
SELECT freelist_count FROM pragma_freelist_count;

-- document_any
SELECT EXISTS (SELECT 1 FROM documents);

-- document_id
SELECT document_id FROM documents WHERE name = ?1;

-- document_same
SELECT 1 FROM documents WHERE name = ?1 AND sha256 = ?2 AND (?3 IS NULL OR title = ?3)
  AND (?4 IS NULL OR publisher = ?4) AND (?5 IS NULL OR uri = ?5)
  AND (?6 IS NULL OR published = ?6) AND (?7 IS NULL OR language = ?7);

-- document_add
INSERT INTO documents (name, sha256, title, publisher, uri, published, language, text, document_id)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);

-- document_last
SELECT max(document_id) FROM documents;

-- document_text
SELECT text FROM documents WHERE document_id = ?1;

-- documents_index
INSERT INTO documents_fts (rowid, text, title) SELECT document_id, text, title FROM documents WHERE document_id > ?1;

-- document_unindex
INSERT INTO documents_fts (documents_fts, rowid, text, title)
  SELECT 'delete', document_id, text, title FROM documents WHERE document_id = ?1 AND document_id <= ?2;

-- document_delete
DELETE FROM documents WHERE document_id = ?1;

-- documents
SELECT name, title, publisher, uri, published, language, text FROM documents
  WHERE name > ?1 ORDER BY name;

-- unknown_add
INSERT INTO unknowns (document_id, start_char, end_char, kind, times) VALUES (?1, ?2, ?3, ?4, ?5);

-- sentence_add
INSERT INTO sentences (document_id, start_char, end_char, paragraph) VALUES (?1, ?2, ?3, ?4);

-- party_add: without a name, one that no party has, until it is settled
INSERT INTO parties (kind, name) VALUES (?1, coalesce(?2, (SELECT ' ' || (ifnull(max(party_id), 0) + 1) FROM parties)));

-- party_void: so that names can change hands
UPDATE parties SET name = ' ' || party_id WHERE party_id = ?1 AND kind = 'organization';

-- party_settle
UPDATE parties SET name = (SELECT coalesce(acronym, name) FROM organizations WHERE party_id = ?1)
  WHERE party_id = ?1 AND kind = 'organization' AND EXISTS (SELECT 1 FROM organization_keys WHERE party_id = ?1);

-- party_used
SELECT EXISTS (SELECT 1 FROM party_names WHERE party_id = ?1)
  OR EXISTS (SELECT 1 FROM organization_keys WHERE party_id = ?1)
  OR EXISTS (SELECT 1 FROM occupancies WHERE party_id = ?1)
  OR EXISTS (SELECT 1 FROM participations WHERE party_id = ?1)
  OR EXISTS (SELECT 1 FROM statements WHERE party_id = ?1)
  OR EXISTS (SELECT 1 FROM proposings WHERE party_id = ?1)
  OR EXISTS (SELECT 1 FROM proposings WHERE beneficiary_id = ?1)
  OR EXISTS (SELECT 1 FROM instrument_acts WHERE party_id = ?1)
  OR EXISTS (SELECT 1 FROM standings WHERE party_id = ?1);

-- party_delete
DELETE FROM parties WHERE party_id = ?1;

-- party_name_find
SELECT name_id FROM party_names WHERE party_id = ?1 AND name = ?2;

-- party_name_add
INSERT INTO party_names (party_id, name) VALUES (?1, ?2);

-- party_name_delete: where no document uses it
DELETE FROM party_names WHERE name_id = ?1
  AND NOT EXISTS (SELECT 1 FROM party_namings AS u WHERE u.name_id = party_names.name_id);

-- party_naming_add
INSERT INTO party_namings (document_id, name_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING;

-- group_id
SELECT party_id FROM parties WHERE kind = 'group';

-- state_id
SELECT party_id FROM states WHERE alpha3 = ?1;

-- state_add
INSERT INTO states (alpha3, alpha2, name, official_name, party_id) VALUES (?1, ?2, ?3, ?4, ?5);

-- state_update
UPDATE states SET alpha2 = ?2, name = ?3, official_name = ?4
  WHERE alpha3 = ?1 AND (alpha2, name, official_name) IS NOT (?2, ?3, ?4);

-- state_delete
DELETE FROM states WHERE party_id = ?1;

-- person
SELECT name, listed FROM people WHERE person_id = ?1;

-- person_add
INSERT INTO people (name, listed) VALUES (?1, ?2);

-- person_update
UPDATE people SET name = ?2, listed = ?3 WHERE person_id = ?1;

-- person_delete
DELETE FROM people WHERE person_id = ?1 AND NOT EXISTS (SELECT 1 FROM personas WHERE person_id = ?1);

-- person_listed: by what name the word list knows the person
SELECT min(listed) FROM personas WHERE person_id = ?1;

-- persona_find
SELECT persona_id, person_id FROM personas WHERE name = ?1 AND ifnull(listed, '') = ifnull(?2, '')
  AND ifnull(state, '') = ifnull(?3, '') AND ifnull(organization, '') = ifnull(?4, '')
  AND ifnull(post, '') = ifnull(?5, '') AND ifnull(rank, '') = ifnull(?6, '') AND ifnull(year, 0) = ifnull(?7, 0)
  AND ifnull(document, '') = ifnull(?8, '');

-- persona_near: who that may be, to be settled before the commit
SELECT person_id FROM personas WHERE name = ?1 AND ifnull(listed, '') = ifnull(?2, '')
  AND ifnull(state, '') = ifnull(?3, '') AND ifnull(organization, '') = ifnull(?4, '') LIMIT 1;

-- persona_add
INSERT INTO personas (name, listed, state, organization, post, rank, year, document, person_id, reason)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'same name');

-- persona_key_add
INSERT INTO persona_keys (key, persona_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING;

-- persona_keys
SELECT key FROM persona_keys WHERE persona_id = ?1;

-- persona_holders
SELECT persona_id FROM persona_keys WHERE key = ?1;

-- persona_siblings
SELECT persona_id FROM personas WHERE person_id = (SELECT person_id FROM personas WHERE persona_id = ?1);

-- persona
SELECT name, listed, state, organization, post, rank, ifnull(year, 0), person_id, reason, document FROM personas
  WHERE persona_id = ?1;

-- persona_person
SELECT person_id FROM personas WHERE persona_id = ?1;

-- persona_update
UPDATE personas SET person_id = ?2, reason = ?3 WHERE persona_id = ?1;

-- persona_alike
SELECT document_id FROM appearances WHERE persona_id = ?1 AND told_apart = 1 ORDER BY document_id;

-- persona_documents
SELECT document_id FROM appearances WHERE persona_id = ?1 ORDER BY document_id;

-- persona_appears
SELECT EXISTS (SELECT 1 FROM appearances WHERE persona_id = ?1);

-- persona_keys_delete
DELETE FROM persona_keys WHERE persona_id = ?1;

-- persona_delete
DELETE FROM personas WHERE persona_id = ?1;

-- persona_apart: whether another document tells two apart; who has fewer documents comes first
SELECT EXISTS (SELECT 1 FROM appearances AS a CROSS JOIN appearances AS b ON b.persona_id = ?2
  AND b.document_id = a.document_id WHERE a.persona_id = ?1 AND a.told_apart = 1 AND b.told_apart = 1
  AND a.document_id <> ?3);

-- appearance_add
INSERT INTO appearances (persona_id, document_id, told_apart) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING;

-- person_name_find
SELECT name_id FROM person_names WHERE persona_id = ?1 AND name = ?2;

-- person_name_add
INSERT INTO person_names (persona_id, name) VALUES (?1, ?2);

-- person_naming_add
INSERT INTO person_namings (document_id, name_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING;

-- person_names
SELECT n.name FROM personas AS p JOIN person_names AS n ON n.persona_id = p.persona_id WHERE p.person_id = ?1;

-- person_name_delete: where no document that presents the persona uses it
DELETE FROM person_names WHERE name_id = ?1 AND NOT EXISTS (SELECT 1 FROM appearances AS a
  CROSS JOIN person_namings AS u ON u.document_id = a.document_id AND u.name_id = person_names.name_id
  WHERE a.persona_id = person_names.persona_id);

-- persona_names_delete
DELETE FROM person_names WHERE persona_id = ?1;

-- role_put
INSERT INTO roles (name, rank) VALUES (?1, ?2) ON CONFLICT DO NOTHING;

-- role_id
SELECT role_id FROM roles WHERE name = ?1 AND rank = ?2;

-- role_delete
DELETE FROM roles WHERE role_id = ?1 AND NOT EXISTS (SELECT 1 FROM occupancies WHERE role_id = ?1);

-- rule_put: facts read from a file may come of rules that this loader does not have
INSERT INTO rules (name, note) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET note = coalesce(excluded.note, note);

-- rule_id
SELECT rule_id FROM rules WHERE name = ?1;

-- rule_delete
DELETE FROM rules WHERE rule_id = ?1 AND NOT EXISTS (SELECT 1 FROM evidence WHERE rule_id = ?1)
  AND NOT EXISTS (SELECT 1 FROM withdrawals WHERE rule_id = ?1);

-- manner_put
INSERT INTO manners (mode, verb, act, name) VALUES (?1, ?2, ?3, ?1 || ifnull(', ' || ?2, '') || ifnull(': ' || ?3, ''))
  ON CONFLICT DO NOTHING;

-- manner_id
SELECT manner_id FROM manners WHERE mode = ?1 AND verb IS ?2 AND act IS ?3;

-- manner_delete
DELETE FROM manners WHERE manner_id = ?1 AND NOT EXISTS (SELECT 1 FROM statements WHERE manner_id = ?1);

-- topic_put: the first bit that is free
INSERT INTO topics (name, note, bit)
  WITH RECURSIVE bits(bit) AS (SELECT 1 UNION ALL SELECT bit * 2 FROM bits WHERE bit < 1 << 61)
  SELECT ?1, ?2, (SELECT min(bit) FROM bits WHERE bit NOT IN (SELECT bit FROM topics)) WHERE 1
  ON CONFLICT (name) DO UPDATE SET note = coalesce(excluded.note, note);

-- topic_bit
SELECT bit FROM topics WHERE name = ?1;

-- topic_delete
DELETE FROM topics WHERE topic_id = ?1 AND NOT EXISTS (SELECT 1 FROM statements AS s WHERE s.topics & topics.bit);

-- initiative_find
SELECT initiative_id, name IS ?2 AND kind IS ?3 FROM initiatives WHERE key = ?1;

-- initiative_add
INSERT INTO initiatives (key, name, kind) VALUES (?1, ?2, ?3);

-- initiative_settle
WITH claims AS MATERIALIZED (SELECT DISTINCT f.name, f.kind, e.document_id FROM proposings AS f
  JOIN evidence AS e USING (fact_no) WHERE f.initiative_id = ?1)
UPDATE initiatives SET
  name = (SELECT name FROM claims GROUP BY name ORDER BY count(DISTINCT document_id) DESC, length(name) DESC, name LIMIT 1),
  kind = (SELECT kind FROM claims WHERE kind IS NOT NULL
  GROUP BY kind ORDER BY count(DISTINCT document_id) DESC, kind LIMIT 1)
  WHERE initiative_id = ?1;

-- initiative_delete
DELETE FROM initiatives WHERE initiative_id = ?1
  AND NOT EXISTS (SELECT 1 FROM proposings WHERE initiative_id = ?1);

-- instrument_find
SELECT instrument_id, name IS ?2 AND kind IS ?3 FROM instruments WHERE key = ?1;

-- instrument_add
INSERT INTO instruments (key, name, kind) VALUES (?1, ?2, ?3);

-- instrument_settle
WITH claims AS MATERIALIZED (SELECT DISTINCT f.name, f.kind, e.document_id FROM instrument_acts AS f
  JOIN evidence AS e USING (fact_no) WHERE f.instrument_id = ?1)
UPDATE instruments SET
  name = (SELECT name FROM claims GROUP BY name ORDER BY count(DISTINCT document_id) DESC, length(name) DESC, name LIMIT 1),
  kind = (SELECT kind FROM claims WHERE kind IS NOT NULL
  GROUP BY kind ORDER BY count(DISTINCT document_id) DESC, kind LIMIT 1)
  WHERE instrument_id = ?1;

-- instrument_delete
DELETE FROM instruments WHERE instrument_id = ?1
  AND NOT EXISTS (SELECT 1 FROM instrument_acts WHERE instrument_id = ?1);

-- organization_add
INSERT INTO organizations (party_id, acronym, name, kind) VALUES (?1, ?2, ?3, ?4);

-- organization_is
SELECT 1 FROM organizations WHERE party_id = ?1 AND (?2 IS NULL OR acronym = ?2)
  AND (?3 IS NULL OR (name = ?3 AND kind = ?4));

-- organization_void: so that acronyms can change hands
UPDATE organizations SET acronym = NULL WHERE party_id = ?1;

-- organization_acronym
UPDATE organizations SET acronym = (SELECT key FROM organization_keys WHERE party_id = ?1 AND kind IS NULL
  GROUP BY key ORDER BY count(*) DESC, length(key) DESC, key LIMIT 1) WHERE party_id = ?1;

-- organization_name: an acronym that some document took for the full name comes last
UPDATE organizations SET name = coalesce((SELECT k.key FROM organization_keys AS k
  WHERE k.party_id = ?1 AND k.kind IS NOT NULL GROUP BY k.key ORDER BY EXISTS (SELECT 1 FROM organization_keys AS a
  WHERE a.party_id = ?1 AND a.key = k.key AND a.kind IS NULL), count(*) DESC, length(k.key) DESC, k.key LIMIT 1),
  acronym, name), kind = coalesce((SELECT kind FROM organization_keys WHERE party_id = ?1 AND kind IS NOT NULL
  GROUP BY kind ORDER BY count(*) DESC, kind LIMIT 1), 'organization') WHERE party_id = ?1;

-- organization_delete
DELETE FROM organizations WHERE party_id = ?1;

-- organization_key_add
INSERT INTO organization_keys (key, party_id, document_id, kind) VALUES (?1, ?2, ?3, ?4);

-- organization_key_range
SELECT (SELECT min(party_id) FROM organization_keys WHERE key = ?1),
  (SELECT max(party_id) FROM organization_keys WHERE key = ?1);

-- organization_alone: no other holds one of its keys; steps from key to key, not from document to document
WITH RECURSIVE own(key) AS (SELECT min(key) FROM organization_keys WHERE party_id = ?1 UNION ALL
  SELECT (SELECT min(key) FROM organization_keys WHERE party_id = ?1 AND key > own.key) FROM own
  WHERE own.key IS NOT NULL) SELECT NOT EXISTS (SELECT 1 FROM own WHERE
  (SELECT min(party_id) FROM organization_keys AS k WHERE k.key = own.key) <> ?1
  OR (SELECT max(party_id) FROM organization_keys AS k WHERE k.key = own.key) <> ?1);

-- organization_keys: the last column tells which is the code
SELECT k.key, d.name, k.document_id, k.kind IS NULL OR NOT EXISTS (SELECT 1 FROM organization_keys AS a
  WHERE a.party_id = k.party_id AND a.document_id = k.document_id AND a.kind IS NULL) FROM organization_keys AS k
  JOIN documents AS d ON d.document_id = k.document_id WHERE k.party_id = ?1;

-- organization_holders
SELECT DISTINCT party_id FROM organization_keys WHERE key = ?1;

-- organization_keys_move
UPDATE organization_keys SET party_id = ?3 WHERE document_id = ?1 AND party_id = ?2;

-- party_names_in: by which a document names a party
SELECT n.name_id FROM party_namings AS u JOIN party_names AS n ON n.name_id = u.name_id
  WHERE u.document_id = ?1 AND n.party_id = ?2;

-- party_names_copy: the same of another party
INSERT INTO party_names (party_id, name) SELECT ?3, n.name FROM party_namings AS u
  JOIN party_names AS n ON n.name_id = u.name_id WHERE u.document_id = ?1 AND n.party_id = ?2 ON CONFLICT DO NOTHING;

-- party_namings_move
UPDATE party_namings SET name_id = (SELECT o.name_id FROM party_names AS n JOIN party_names AS o
  ON o.party_id = ?3 AND o.name = n.name WHERE n.name_id = party_namings.name_id) WHERE document_id = ?1
  AND name_id IN (SELECT name_id FROM party_names WHERE party_id = ?2);

-- meeting_add
INSERT INTO meetings (name, organization_id, ordinal, date, place) VALUES (?1, ?2, ?3, ?4, ?5);

-- meeting_is: as one more document says, so that most of them go on saying so
SELECT 1 FROM meetings WHERE meeting_id = ?1 AND name = ?2 AND (?3 IS NULL OR organization_id = ?3)
  AND (?4 IS NULL OR ordinal = ?4) AND (?5 IS NULL OR date = ?5) AND (?6 IS NULL OR place = ?6);

-- meeting_settle
WITH claims AS MATERIALIZED (SELECT *, (SELECT count(*) FROM evidence AS e WHERE e.fact_no = a.fact_no) AS documents
  FROM meeting_accounts AS a WHERE meeting_id = ?1)
UPDATE meetings SET
  name = ifnull((SELECT name FROM claims GROUP BY name ORDER BY sum(documents) DESC, length(name) DESC, name LIMIT 1), name),
  organization_id = CASE (SELECT count(DISTINCT organization_id) FROM claims)
  WHEN 1 THEN (SELECT max(organization_id) FROM claims)
  ELSE (SELECT a.organization_id FROM meeting_accounts AS a JOIN evidence AS e USING (fact_no)
  JOIN documents AS d USING (document_id) WHERE a.meeting_id = ?1 AND a.organization_id IS NOT NULL
  GROUP BY a.organization_id ORDER BY count(*) DESC, min(d.name) LIMIT 1) END,
  ordinal = (SELECT ordinal FROM claims WHERE ordinal IS NOT NULL
  GROUP BY ordinal ORDER BY sum(documents) DESC, ordinal LIMIT 1),
  date = (SELECT date FROM claims WHERE date IS NOT NULL GROUP BY date ORDER BY sum(documents) DESC, date LIMIT 1),
  place = (SELECT place FROM claims WHERE place IS NOT NULL GROUP BY place ORDER BY sum(documents) DESC, place LIMIT 1)
  WHERE meeting_id = ?1;

-- meeting_delete
DELETE FROM meetings WHERE meeting_id = ?1
  AND NOT EXISTS (SELECT 1 FROM meeting_keys WHERE meeting_id = ?1);

-- meeting_key_add
INSERT INTO meeting_keys (key, meeting_id, document_id) VALUES (?1, ?2, ?3);

-- meeting_key_range
SELECT (SELECT min(meeting_id) FROM meeting_keys WHERE key = ?1),
  (SELECT max(meeting_id) FROM meeting_keys WHERE key = ?1);

-- meeting_alone
WITH RECURSIVE own(key) AS (SELECT min(key) FROM meeting_keys WHERE meeting_id = ?1 UNION ALL
  SELECT (SELECT min(key) FROM meeting_keys WHERE meeting_id = ?1 AND key > own.key) FROM own
  WHERE own.key IS NOT NULL) SELECT NOT EXISTS (SELECT 1 FROM own WHERE
  (SELECT min(meeting_id) FROM meeting_keys AS k WHERE k.key = own.key) <> ?1
  OR (SELECT max(meeting_id) FROM meeting_keys AS k WHERE k.key = own.key) <> ?1);

-- meeting_keys
SELECT k.key, d.name, k.document_id, 0 FROM meeting_keys AS k
  JOIN documents AS d ON d.document_id = k.document_id WHERE k.meeting_id = ?1;

-- meeting_holders
SELECT DISTINCT meeting_id FROM meeting_keys WHERE key = ?1;

-- meeting_keys_move
UPDATE meeting_keys SET meeting_id = ?3 WHERE document_id = ?1 AND meeting_id = ?2;

-- fact_last
SELECT max(fact_no) FROM facts;

-- fact_add
INSERT INTO facts (fact_no, kind_id) VALUES (?1, ?2);

-- fact_delete
DELETE FROM facts WHERE fact_no = ?1;

-- fact_words
SELECT document_id, start_char, end_char FROM evidence WHERE fact_no = ?1 ORDER BY document_id LIMIT 1;

-- fact_stated
SELECT 1 FROM evidence WHERE fact_no = ?1;

-- office_find
SELECT fact_no FROM occupancies WHERE person_id = ?1 AND ifnull(role_id, 0) = ifnull(?2, 0)
  AND ifnull(party_id, 0) = ifnull(?3, 0);

-- account_find
SELECT fact_no FROM meeting_accounts WHERE meeting_id = ?1 AND name = ?2
  AND +organization_id IS ?3 AND ordinal IS ?4 AND date IS ?5 AND place IS ?6;

-- attendance_find
SELECT fact_no FROM participations WHERE meeting_id = ?1 AND ifnull(person_id, 0) = ifnull(?2, 0)
  AND ifnull(party_id, 0) = ifnull(?3, 0) AND capacity = ?4;

-- speech_find
SELECT fact_no FROM statements WHERE meeting_id IS ?4 AND digest = ?5 AND +person_id IS ?1 AND +party_id IS ?2
  AND manner_id = ?3 AND category IS ?6 AND topics IS ?7;

-- proposal_find
SELECT fact_no FROM proposings WHERE initiative_id = ?1 AND name = ?2 AND kind IS ?3
  AND party_id = ?4 AND person_id IS ?5 AND stance IS ?6 AND year IS ?7 AND quantity IS ?8
  AND unit IS ?9 AND +beneficiary_id IS ?10 AND beneficiary IS ?11;

-- adoption_find
SELECT fact_no FROM instrument_acts WHERE instrument_id = ?1 AND name = ?2 AND kind IS ?3
  AND action = ?4 AND party_id = ?5 AND meeting_id IS ?6;

-- membership_find
SELECT fact_no FROM standings WHERE party_id = ?1 AND organization_id = ?2 AND status = ?3
  AND event = ?4 AND ifnull(year, 0) = ifnull(?5, 0);

-- office_add
INSERT INTO occupancies (person_id, role_id, party_id, fact_no) VALUES (?1, ?2, ?3, ?4);

-- account_add
INSERT INTO meeting_accounts (meeting_id, name, organization_id, ordinal, date, place, fact_no)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);

-- attendance_add
INSERT INTO participations (meeting_id, person_id, party_id, capacity, fact_no)
  VALUES (?1, ?2, ?3, ?4, ?5);

-- speech_add
INSERT INTO statements (person_id, party_id, manner_id, meeting_id, digest, category, topics, fact_no)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- proposal_add
INSERT INTO proposings (initiative_id, name, kind, party_id, person_id, stance, year, quantity,
  unit, beneficiary_id, beneficiary, fact_no) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);

-- adoption_add
INSERT INTO instrument_acts (instrument_id, name, kind, action, party_id, meeting_id, fact_no)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);

-- membership_add
INSERT INTO standings (party_id, organization_id, status, event, year, fact_no)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- office_load
SELECT person_id, role_id, party_id FROM occupancies WHERE fact_no = ?1;

-- account_load
SELECT meeting_id, name, organization_id, ordinal, date, place FROM meeting_accounts
  WHERE fact_no = ?1;

-- attendance_load
SELECT meeting_id, person_id, party_id, capacity FROM participations WHERE fact_no = ?1;

-- speech_load
SELECT person_id, party_id, manner_id, meeting_id, digest, category, topics FROM statements WHERE fact_no = ?1;

-- proposal_load
SELECT initiative_id, name, kind, party_id, person_id, stance, year, quantity, unit, beneficiary_id, beneficiary
  FROM proposings WHERE fact_no = ?1;

-- adoption_load
SELECT instrument_id, name, kind, action, party_id, meeting_id FROM instrument_acts
  WHERE fact_no = ?1;

-- membership_load
SELECT party_id, organization_id, status, event, year FROM standings WHERE fact_no = ?1;

-- office_drop
DELETE FROM occupancies WHERE fact_no = ?1;

-- account_drop
DELETE FROM meeting_accounts WHERE fact_no = ?1;

-- attendance_drop
DELETE FROM participations WHERE fact_no = ?1;

-- speech_drop
DELETE FROM statements WHERE fact_no = ?1;

-- proposal_drop
DELETE FROM proposings WHERE fact_no = ?1;

-- adoption_drop
DELETE FROM instrument_acts WHERE fact_no = ?1;

-- membership_drop
DELETE FROM standings WHERE fact_no = ?1;

-- speeches_unindexed
SELECT s.fact_no, e.document_id, e.start_char, e.end_char FROM statements AS s
  JOIN evidence AS e ON e.fact_no = s.fact_no
  AND e.document_id = (SELECT min(document_id) FROM evidence WHERE fact_no = s.fact_no)
  WHERE s.fact_no > ?1 ORDER BY s.fact_no;

-- speech_index
INSERT INTO statements_fts (rowid, text) VALUES (?1, ?2);

-- speech_unindex
INSERT INTO statements_fts (statements_fts, rowid, text) VALUES ('delete', ?1, ?2);

-- evidence_add
INSERT INTO evidence (fact_no, document_id, start_char, end_char, twin, rule_id)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING;

-- evidence_move
UPDATE evidence SET fact_no = ?2 WHERE fact_no = ?1 AND document_id = ?3;

-- evidence_merge: where the document states the other fact elsewhere, that goes
UPDATE OR REPLACE evidence SET fact_no = ?2 WHERE fact_no = ?1 AND document_id = ?3;

-- evidence_delete
DELETE FROM evidence WHERE fact_no = ?1 AND document_id = ?2;

-- evidence_of
SELECT f.fact_no, f.kind_id FROM evidence AS e JOIN facts AS f ON f.fact_no = e.fact_no
  WHERE e.document_id = ?1;

-- evidence_alone: of facts that no other document states
SELECT f.fact_no, f.kind_id FROM evidence AS e JOIN facts AS f ON f.fact_no = e.fact_no WHERE e.document_id = ?1
  AND NOT EXISTS (SELECT 1 FROM evidence AS o WHERE o.fact_no = e.fact_no AND o.document_id <> ?1);

-- touched: numbers of DIRTY_..., and what a document speaks of
SELECT 0, p.person_id FROM appearances AS a JOIN personas AS p USING (persona_id) WHERE a.document_id = ?1
  UNION SELECT 9, persona_id FROM appearances WHERE document_id = ?1
  UNION SELECT 12, name_id FROM person_namings WHERE document_id = ?1
  UNION SELECT 13, name_id FROM party_namings WHERE document_id = ?1
  UNION SELECT 1, n.party_id FROM party_namings AS u JOIN party_names AS n USING (name_id) WHERE u.document_id = ?1
  UNION SELECT 1, party_id FROM organization_keys WHERE document_id = ?1
  UNION SELECT 2, meeting_id FROM meeting_keys WHERE document_id = ?1
  UNION SELECT 2, f.meeting_id FROM evidence AS e JOIN meeting_accounts AS f USING (fact_no) WHERE e.document_id = ?1
  UNION SELECT 6, rule_id FROM evidence WHERE document_id = ?1
  UNION SELECT 6, rule_id FROM withdrawals WHERE document_id = ?1
  UNION SELECT 5, f.role_id FROM evidence AS e JOIN occupancies AS f USING (fact_no) WHERE e.document_id = ?1
  UNION SELECT 1, f.party_id FROM evidence AS e JOIN occupancies AS f USING (fact_no) WHERE e.document_id = ?1
  UNION SELECT 1, f.party_id FROM evidence AS e JOIN participations AS f USING (fact_no) WHERE e.document_id = ?1
  UNION SELECT 1, f.party_id FROM evidence AS e JOIN statements AS f USING (fact_no) WHERE e.document_id = ?1
  UNION SELECT 1, f.party_id FROM evidence AS e JOIN proposings AS f USING (fact_no) WHERE e.document_id = ?1
  UNION SELECT 1, f.beneficiary_id FROM evidence AS e JOIN proposings AS f USING (fact_no) WHERE e.document_id = ?1
  UNION SELECT 7, t.topic_id FROM evidence AS e JOIN statements AS f USING (fact_no) JOIN topics AS t
  ON f.topics & t.bit WHERE e.document_id = ?1
  UNION SELECT 8, f.manner_id FROM evidence AS e JOIN statements AS f USING (fact_no) WHERE e.document_id = ?1
  UNION SELECT 3, f.initiative_id FROM evidence AS e JOIN proposings AS f USING (fact_no) WHERE e.document_id = ?1
  UNION SELECT 1, f.party_id FROM evidence AS e JOIN instrument_acts AS f USING (fact_no) WHERE e.document_id = ?1
  UNION SELECT 4, f.instrument_id FROM evidence AS e JOIN instrument_acts AS f USING (fact_no)
  WHERE e.document_id = ?1
  UNION SELECT 1, f.party_id FROM evidence AS e JOIN standings AS f USING (fact_no) WHERE e.document_id = ?1;

-- remove_speeches
SELECT s.fact_no, e.document_id, e.start_char, e.end_char FROM evidence AS e
  JOIN statements AS s ON s.fact_no = e.fact_no WHERE e.document_id = ?1 AND e.fact_no <= ?2 AND NOT EXISTS
  (SELECT 1 FROM evidence AS o WHERE o.fact_no = e.fact_no AND o.document_id <> ?1);

-- remove_evidence
DELETE FROM evidence WHERE document_id = ?1;

-- remove_sentences
DELETE FROM sentences WHERE document_id = ?1;

-- remove_unknowns
DELETE FROM unknowns WHERE document_id = ?1;

-- remove_withdrawals
DELETE FROM withdrawals WHERE document_id = ?1;

-- remove_readings
DELETE FROM correction_readings WHERE document_id = ?1;

-- remove_rereadings
DELETE FROM rereadings WHERE document_id = ?1;

-- remove_party_namings
DELETE FROM party_namings WHERE document_id = ?1;

-- remove_person_namings
DELETE FROM person_namings WHERE document_id = ?1;

-- remove_appearances
DELETE FROM appearances WHERE document_id = ?1;

-- remove_party_labels: until they are settled anew, so that another document can bring them
UPDATE parties SET name = ' ' || party_id WHERE party_id IN (
  SELECT party_id FROM organization_keys WHERE document_id = ?1);

-- remove_acronyms: the same
UPDATE organizations SET acronym = NULL WHERE party_id IN (
  SELECT party_id FROM organization_keys WHERE document_id = ?1);

-- remove_organization_keys
DELETE FROM organization_keys WHERE document_id = ?1;

-- remove_meeting_keys
DELETE FROM meeting_keys WHERE document_id = ?1;

-- corrections_kinds: which there are
SELECT ifnull(max(kind = 'wrong'), 0), ifnull(max(kind = 'same' OR kind = 'different'), 0), ifnull(max(kind = 'name'), 0)
  FROM corrections;

-- corrections_of: all of a file
SELECT c.kind, c.fact_id, c.name, c.party, c.document, c.why, c.author, c.date, a.name, a.party, a.office, a.document,
  b.name, b.party, b.office, b.document, c.correction_id FROM corrections AS c
  LEFT JOIN correction_people AS a ON a.correction_id = c.correction_id AND a.position = 1
  LEFT JOIN correction_people AS b ON b.correction_id = c.correction_id AND b.position = 2 WHERE c.source = ?1;

-- correction_add
INSERT INTO corrections (source, kind, fact_id, name, party, document, why, author, date)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);

-- correction_person_add
INSERT INTO correction_people (correction_id, position, name, persona_name, party, office, document)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);

-- correction_people_delete
DELETE FROM correction_people WHERE correction_id = ?1;

-- correction_readings_delete
DELETE FROM correction_readings WHERE correction_id = ?1;

-- correction_delete
DELETE FROM corrections WHERE correction_id = ?1;

-- corrections_unfit: how many there are, and how many did nothing
SELECT count(*), ifnull(sum(effect <> 'applied'), 0) FROM corrected;

-- verdicts: about people, in an order that what they say gives
SELECT c.correction_id, c.kind = 'same', 'correction: ' || c.why FROM corrections AS c
  JOIN correction_people AS a ON a.correction_id = c.correction_id AND a.position = 1
  JOIN correction_people AS b ON b.correction_id = c.correction_id AND b.position = 2
  ORDER BY c.kind, a.name, ifnull(a.party, ''), ifnull(a.office, ''), ifnull(a.document, ''), b.name, ifnull(b.party, ''),
  ifnull(b.office, ''), ifnull(b.document, ''), c.source;

-- claim_verdicts: that speak of a persona of a document, and whether of that in this document
SELECT correction_id, position, document IS NOT NULL FROM correction_people
  WHERE persona_name = ?1 AND (party IS NULL OR party = ?2) AND (office IS NULL OR office = ?3 COLLATE NOCASE)
  AND (document IS NULL OR document = ?4);

-- persona_verdicts
SELECT correction_id, position FROM corrected_people WHERE persona_id = ?1;

-- persona_linked: whom corrections join with a persona, and itself
SELECT o.persona_id FROM corrected_people AS m JOIN corrections AS c ON c.correction_id = m.correction_id
  JOIN corrected_people AS o ON o.correction_id = m.correction_id WHERE m.persona_id = ?1 AND c.kind = 'same';

-- verdict_personas
SELECT persona_id FROM corrected_people WHERE correction_id = ?1;

-- verdict_documents: that present both people
SELECT DISTINCT a.document_id FROM corrected_people AS m JOIN appearances AS a ON a.persona_id = m.persona_id
  JOIN appearances AS b ON b.document_id = a.document_id JOIN corrected_people AS n ON n.persona_id = b.persona_id
  WHERE m.correction_id = ?1 AND m.position = 1 AND n.correction_id = ?1 AND n.position = 2;

-- reading_add
INSERT INTO correction_readings (document_id, correction_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING;

-- reading_documents
SELECT document_id FROM correction_readings WHERE correction_id = ?1;

-- rereading_add
INSERT INTO rereadings (document_id) VALUES (?1) ON CONFLICT DO NOTHING;

-- rereadings
SELECT d.name, d.title, d.publisher, d.uri, d.published, d.language, d.text FROM rereadings AS r
  JOIN documents AS d ON d.document_id = r.document_id WHERE d.name > ?1 ORDER BY d.name LIMIT 1;

-- texts: of all documents, or of one
SELECT document_id, text FROM documents WHERE ?1 IS NULL OR name = ?1;

-- meanings: of names in a document; those that go before others come last
SELECT correction_id, name, party, document IS NOT NULL FROM corrections WHERE kind = 'name'
  AND (document IS NULL OR document = ?1) ORDER BY document IS NOT NULL, source, party;

-- wrong_in: whether there is any of a document; ids from its name on, with a colon, to what comes behind it
SELECT EXISTS (SELECT 1 FROM corrections WHERE fact_id > ?1 AND fact_id < ?2);

-- wrong_is
SELECT EXISTS (SELECT 1 FROM corrections WHERE fact_id = ?1);

-- wrong_facts: meetings last, as other facts go with them
SELECT fact_no, fact_id FROM citations WHERE document_id = ?1 AND fact_id IN (SELECT c.fact_id FROM corrections AS c)
  ORDER BY kind = 'meeting', fact_id;

-- withdrawal_add
INSERT INTO withdrawals (document_id, kind, start_char, end_char, twin, rule_id, cause)
  SELECT e.document_id, k.name, e.start_char, e.end_char, e.twin, e.rule_id, ?3 FROM evidence AS e
  JOIN facts AS f ON f.fact_no = e.fact_no JOIN kinds AS k ON k.kind_id = f.kind_id WHERE e.fact_no = ?1 AND e.document_id = ?2;

-- fact_kind
SELECT kind_id FROM facts WHERE fact_no = ?1;

-- fact_people: of whom a fact speaks
SELECT person_id FROM occupancies WHERE fact_no = ?1 UNION SELECT person_id FROM participations WHERE fact_no = ?1
  UNION SELECT person_id FROM statements WHERE fact_no = ?1 UNION SELECT person_id FROM proposings WHERE fact_no = ?1;

-- fact_meeting: the meeting of which a fact is the account
SELECT meeting_id FROM meeting_accounts WHERE fact_no = ?1;

-- attended: by what a document says that somebody took part in a meeting
SELECT e.fact_no FROM evidence AS e JOIN participations AS p ON p.fact_no = e.fact_no
  WHERE e.document_id = ?1 AND p.meeting_id = ?2;

-- meeting_keys_delete
DELETE FROM meeting_keys WHERE document_id = ?1 AND meeting_id = ?2;

-- person_stated: whether a document says anything of a person
SELECT EXISTS (SELECT 1 FROM evidence AS e JOIN occupancies AS f ON f.fact_no = e.fact_no
    WHERE e.document_id = ?1 AND f.person_id = ?2)
  OR EXISTS (SELECT 1 FROM evidence AS e JOIN participations AS f ON f.fact_no = e.fact_no
    WHERE e.document_id = ?1 AND f.person_id = ?2)
  OR EXISTS (SELECT 1 FROM evidence AS e JOIN statements AS f ON f.fact_no = e.fact_no
    WHERE e.document_id = ?1 AND f.person_id = ?2)
  OR EXISTS (SELECT 1 FROM evidence AS e JOIN proposings AS f ON f.fact_no = e.fact_no
    WHERE e.document_id = ?1 AND f.person_id = ?2);

-- appearance_delete
DELETE FROM appearances WHERE document_id = ?1
  AND persona_id IN (SELECT persona_id FROM personas WHERE person_id = ?2);

-- person_namings_delete
DELETE FROM person_namings WHERE document_id = ?1 AND name_id IN (SELECT n.name_id FROM personas AS p
  JOIN person_names AS n ON n.persona_id = p.persona_id WHERE p.person_id = ?2);
