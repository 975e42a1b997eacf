/* The whole content of a database, by names and without row numbers: two databases with one dump hold the same. */
CREATE TEMP VIEW party_label AS SELECT party_id, kind || ' ' || code AS label FROM party_labels;
CREATE TEMP VIEW persona_label AS
  SELECT persona_id, name || ' | ' || ifnull(listed, '') || ' | ' ||
    coalesce(state, organization, '') || ' | ' || ifnull(post, '') || ' | ' || ifnull(rank, '') || ' | ' || ifnull(year, '')
      || ifnull(' | ' || document, '') AS label
  FROM personas;
CREATE TEMP VIEW person_label AS
  SELECT person_id, min(label) AS label FROM personas JOIN persona_label USING (persona_id) GROUP BY 1;
CREATE TEMP VIEW meeting_label AS
  SELECT meeting_id, min(d.name || ' ' || k.key) AS label FROM meeting_keys AS k JOIN documents AS d USING (document_id) GROUP BY 1;
CREATE TEMP VIEW stated AS   -- of each fact all its evidence
  SELECT fact_no, group_concat(passage, ' ') AS evidence FROM (
    SELECT e.fact_no, d.name || ':' || e.start_char || '-' || e.end_char || '.' || e.twin || ' ' || r.name AS passage
    FROM evidence AS e JOIN documents AS d USING (document_id) JOIN rules AS r USING (rule_id) ORDER BY 1, 2) GROUP BY 1;

SELECT 'about', key, value FROM about ORDER BY key;
SELECT 'tables', name, number, kind, meaning FROM tables ORDER BY name;
SELECT 'columns', "table", number, name, meaning FROM columns ORDER BY 2, 3;
SELECT 'document', name, title, publisher, uri, published, language, sha256, text FROM documents ORDER BY name;
SELECT 'sentence', d.name, s.start_char, s.end_char, s.paragraph FROM sentences AS s JOIN documents AS d USING (document_id)
  ORDER BY 2, 3;
SELECT 'unknown', d.name, u.start_char, u.end_char, u.kind, u.times FROM unknowns AS u JOIN documents AS d USING (document_id)
  ORDER BY 2, 3;
SELECT 'party', kind, code, name FROM party_labels ORDER BY 2, 3, 4;
SELECT 'state', alpha3, alpha2, name, official_name FROM states ORDER BY alpha3;
SELECT 'organization', acronym, name, kind FROM organizations ORDER BY 2, 3, 4;
SELECT 'organization key', k.key, k.kind, d.name, l.label FROM organization_keys AS k JOIN documents AS d USING (document_id)
  JOIN party_label AS l USING (party_id) ORDER BY 2, 4, 5;
SELECT 'party name', l.label, n.name, d.name FROM party_namings JOIN party_names AS n USING (name_id)
  JOIN party_label AS l USING (party_id) JOIN documents AS d USING (document_id) ORDER BY 2, 3, 4;
SELECT 'person', l.label, p.name, p.listed FROM people AS p LEFT JOIN person_label AS l USING (person_id) ORDER BY 2, 3;
SELECT 'persona', l.label, w.label, p.reason FROM personas AS p JOIN persona_label AS l USING (persona_id)
  JOIN person_label AS w USING (person_id) ORDER BY 2;
SELECT 'persona key', k.key, l.label FROM persona_keys AS k JOIN persona_label AS l USING (persona_id) ORDER BY 2, 3;
SELECT 'appearance', d.name, l.label, a.told_apart FROM appearances AS a JOIN persona_label AS l USING (persona_id)
  JOIN documents AS d USING (document_id) ORDER BY 2, 3;
SELECT 'person name', p.label, n.name, d.name FROM person_namings JOIN person_names AS n USING (name_id)
  JOIN personas USING (persona_id) JOIN person_label AS p USING (person_id) JOIN documents AS d USING (document_id) ORDER BY 2, 3, 4;
SELECT 'role', name, rank FROM roles ORDER BY name, rank;
SELECT 'rule', name, note FROM rules ORDER BY name;
SELECT 'meeting', m.label, t.name, l.label, t.ordinal, t.date, t.place FROM meetings AS t
  LEFT JOIN meeting_label AS m USING (meeting_id) LEFT JOIN party_label AS l ON l.party_id = t.organization_id ORDER BY 2, 3;
SELECT 'meeting key', k.key, d.name, m.label FROM meeting_keys AS k JOIN documents AS d USING (document_id)
  JOIN meeting_label AS m USING (meeting_id) ORDER BY 2, 3;
SELECT 'topic', name, note FROM topics ORDER BY name;
SELECT 'initiative', key, name, kind FROM initiatives ORDER BY key;
SELECT 'instrument', key, name, kind FROM instruments ORDER BY key;
SELECT k.name, count(*) FROM facts JOIN kinds AS k USING (kind_id) GROUP BY 1 ORDER BY 1;
SELECT 'office', p.label, r.name, l.label, s.evidence FROM occupancies AS f JOIN person_label AS p USING (person_id)
  LEFT JOIN roles AS r USING (role_id) LEFT JOIN party_label AS l ON l.party_id = f.party_id LEFT JOIN stated AS s USING (fact_no)
  ORDER BY 2, 3, 4, 5;
SELECT 'account', m.label, f.name, l.label, f.ordinal, f.date, f.place, s.evidence FROM meeting_accounts AS f
  JOIN meeting_label AS m USING (meeting_id) LEFT JOIN party_label AS l ON l.party_id = f.organization_id
  LEFT JOIN stated AS s USING (fact_no) ORDER BY 2, 3, 8;
SELECT 'attendance', m.label, p.label, l.label, f.capacity, s.evidence FROM participations AS f
  JOIN meeting_label AS m USING (meeting_id) LEFT JOIN person_label AS p USING (person_id)
  LEFT JOIN party_label AS l ON l.party_id = f.party_id LEFT JOIN stated AS s USING (fact_no) ORDER BY 2, 3, 4, 5;
SELECT 'speech', p.label, l.label, n.mode, n.verb, n.act, m.label, f.digest, s.evidence, f.category,
  (SELECT group_concat(t.name, ', ') FROM (SELECT name FROM topics WHERE f.topics & bit ORDER BY name) AS t) FROM statements AS f
  JOIN manners AS n USING (manner_id)
  LEFT JOIN person_label AS p USING (person_id) LEFT JOIN party_label AS l ON l.party_id = f.party_id
  LEFT JOIN meeting_label AS m USING (meeting_id) LEFT JOIN stated AS s USING (fact_no) ORDER BY 9, 8, 2, 3;
SELECT 'proposal', k.key, f.name, f.kind, l.label, p.label, f.stance, f.year, f.quantity, f.unit, s.evidence, b.label, f.beneficiary
  FROM proposings AS f LEFT JOIN party_label AS b ON b.party_id = f.beneficiary_id
  JOIN initiatives AS k USING (initiative_id) JOIN party_label AS l ON l.party_id = f.party_id
  LEFT JOIN person_label AS p USING (person_id) LEFT JOIN stated AS s USING (fact_no) ORDER BY 2, 3, 11;
SELECT 'adoption', k.key, f.name, f.kind, f.action, l.label, m.label, s.evidence FROM instrument_acts AS f
  JOIN instruments AS k USING (instrument_id) JOIN party_label AS l ON l.party_id = f.party_id
  LEFT JOIN meeting_label AS m USING (meeting_id) LEFT JOIN stated AS s USING (fact_no) ORDER BY 2, 3, 8;
SELECT 'membership', l.label, o.label, f.status, f.event, f.year, s.evidence FROM standings AS f
  JOIN party_label AS l ON l.party_id = f.party_id JOIN party_label AS o ON o.party_id = f.organization_id
  LEFT JOIN stated AS s USING (fact_no) ORDER BY 2, 3, 4, 5, 6;
SELECT 'correction', source, kind, fact_id, name, party, document, why, author, date,
  (SELECT group_concat(p.label, ' / ') FROM (SELECT name || ' | ' || persona_name || ' | ' || ifnull(party, '') || ' | ' ||
    ifnull(office, '') || ' | ' || ifnull(document, '') AS label FROM correction_people
    WHERE correction_id = c.correction_id ORDER BY position) AS p)
  FROM corrections AS c ORDER BY 2, 3, 4, 5, 7, 11;
SELECT 'corrected', source, kind, subject, effect, why FROM corrected ORDER BY 2, 3, 4;
SELECT 'read with', d.name, c.source, c.subject FROM correction_readings AS r JOIN documents AS d USING (document_id)
  JOIN corrected AS c USING (correction_id) ORDER BY 2, 3, 4;
SELECT 'withdrawn', fact_id, rule, passage, cause, source, why FROM withdrawn ORDER BY 2, 6;
SELECT 'to be read anew', d.name FROM rereadings JOIN documents AS d USING (document_id) ORDER BY 2;
