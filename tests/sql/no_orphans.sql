/* Nothing is kept that no document speaks of. */
SELECT 'person', name FROM people WHERE person_id NOT IN (SELECT person_id FROM personas);
SELECT 'persona', name FROM personas WHERE persona_id NOT IN (SELECT persona_id FROM appearances);
SELECT 'persona key', key FROM persona_keys WHERE persona_id NOT IN (SELECT persona_id FROM personas);
SELECT 'name of nobody', n.name FROM person_namings AS u JOIN person_names AS n USING (name_id)
WHERE (n.persona_id, u.document_id) NOT IN (SELECT persona_id, document_id FROM appearances);
SELECT 'presented without a name', persona_id, document_id FROM appearances WHERE (persona_id, document_id) NOT IN (
  SELECT n.persona_id, u.document_id FROM person_namings AS u JOIN person_names AS n USING (name_id));
SELECT 'name in no document', name FROM person_names WHERE name_id NOT IN (SELECT name_id FROM person_namings);
SELECT 'name in no document', name FROM party_names WHERE name_id NOT IN (SELECT name_id FROM party_namings);
SELECT 'party', party_id, kind FROM parties WHERE party_id NOT IN (
  SELECT party_id FROM party_names UNION SELECT party_id FROM organization_keys
  UNION SELECT party_id FROM occupancies WHERE party_id IS NOT NULL
  UNION SELECT party_id FROM participations WHERE party_id IS NOT NULL
  UNION SELECT party_id FROM statements WHERE party_id IS NOT NULL
  UNION SELECT party_id FROM proposings
  UNION SELECT beneficiary_id FROM proposings WHERE beneficiary_id IS NOT NULL UNION SELECT party_id FROM instrument_acts
  UNION SELECT party_id FROM standings UNION SELECT organization_id FROM standings);
SELECT 'topic', name FROM topics WHERE NOT EXISTS (SELECT 1 FROM statements AS s WHERE s.topics & topics.bit);
SELECT 'topics', fact_no FROM statements WHERE topics & ~(SELECT sum(bit) FROM topics);
SELECT 'manner', name FROM manners WHERE manner_id NOT IN (SELECT manner_id FROM statements);
SELECT 'role', name FROM roles WHERE role_id NOT IN (SELECT role_id FROM occupancies WHERE role_id IS NOT NULL);
SELECT 'rule', name FROM rules WHERE rule_id NOT IN (
  SELECT rule_id FROM evidence UNION SELECT rule_id FROM withdrawals);
SELECT 'to be read anew', document_id FROM rereadings;
SELECT 'withdrawn for nothing', cause FROM withdrawals WHERE cause NOT IN (SELECT fact_id FROM corrections WHERE fact_id IS NOT NULL);
SELECT 'withdrawn and stated', fact_id FROM withdrawn JOIN citations USING (fact_id);
SELECT 'meeting', name FROM meetings WHERE meeting_id NOT IN (SELECT meeting_id FROM meeting_accounts)
  OR meeting_id NOT IN (SELECT meeting_id FROM meeting_keys);
SELECT 'initiative', name FROM initiatives WHERE initiative_id NOT IN (SELECT initiative_id FROM proposings);
SELECT 'instrument', name FROM instruments WHERE instrument_id NOT IN (SELECT instrument_id FROM instrument_acts);
