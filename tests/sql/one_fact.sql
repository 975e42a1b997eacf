/* What several documents state alike is one fact. */
SELECT 'account', meeting_id, name FROM meeting_accounts GROUP BY meeting_id, name, organization_id, ordinal, date, place
HAVING count(*) > 1;
SELECT 'speech', group_concat(s.fact_no) FROM statements AS s JOIN statement_texts AS t ON t.statement_id = s.fact_no
GROUP BY s.person_id, s.party_id, s.manner_id, s.meeting_id, s.digest, s.category, s.topics,
  t.text HAVING count(*) > 1;
SELECT 'proposal', initiative_id, name FROM proposings
GROUP BY initiative_id, name, kind, party_id, person_id, stance, year, quantity, unit, beneficiary_id, beneficiary
HAVING count(*) > 1;
SELECT 'adoption', instrument_id, name FROM instrument_acts GROUP BY instrument_id, name, kind, action, party_id, meeting_id
HAVING count(*) > 1;
