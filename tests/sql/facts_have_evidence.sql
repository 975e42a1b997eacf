/* Every fact is stated by some document, and is one row of the table of its kind. */
SELECT 'no evidence', fact_id, kind FROM facts WHERE fact_id NOT IN (SELECT fact_id FROM evidence);
SELECT 'not one row', f.fact_id, f.kind FROM facts AS f LEFT JOIN (
  SELECT fact_id, 'office' AS kind FROM occupancies
  UNION ALL SELECT fact_id, 'meeting' FROM meeting_accounts
  UNION ALL SELECT fact_id, 'attendance' FROM participations
  UNION ALL SELECT fact_id, 'speech' FROM statements
  UNION ALL SELECT fact_id, 'proposal' FROM proposings
  UNION ALL SELECT fact_id, 'adoption' FROM instrument_acts
  UNION ALL SELECT fact_id, 'membership' FROM standings) AS t USING (fact_id)
GROUP BY f.fact_id HAVING count(t.kind) <> 1 OR min(t.kind) <> f.kind;
