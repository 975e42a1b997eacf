/* Every fact is stated by some document, and is one row of the table of its kind. */
SELECT 'no evidence', fact_no, kind_id FROM facts WHERE fact_no NOT IN (SELECT fact_no FROM evidence);
SELECT 'not one row', f.fact_no, k.name FROM facts AS f JOIN kinds AS k USING (kind_id) LEFT JOIN (
  SELECT fact_no, 'office' AS kind FROM occupancies
  UNION ALL SELECT fact_no, 'meeting' FROM meeting_accounts
  UNION ALL SELECT fact_no, 'attendance' FROM participations
  UNION ALL SELECT fact_no, 'speech' FROM statements
  UNION ALL SELECT fact_no, 'proposal' FROM proposings
  UNION ALL SELECT fact_no, 'adoption' FROM instrument_acts
  UNION ALL SELECT fact_no, 'membership' FROM standings) AS t USING (fact_no)
GROUP BY f.fact_no HAVING count(t.kind) <> 1 OR min(t.kind) <> k.name;
