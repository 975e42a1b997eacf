/* The facts of a kind on one passage are numbered from 1 without gaps, so that every fact_id is unique; corrections of a
   document leave gaps, so that the others keep theirs. */
SELECT 'gap', e.document_id, f.kind_id, e.start_char, e.end_char, count(*), max(e.twin) FROM evidence AS e
JOIN facts AS f USING (fact_no) GROUP BY 2, 3, 4, 5 HAVING (max(e.twin) <> count(*)
  AND e.document_id NOT IN (SELECT document_id FROM withdrawals UNION SELECT document_id FROM correction_readings)) OR count(DISTINCT e.twin) <> count(*);
SELECT 'cited twice', fact_id FROM citations GROUP BY fact_id HAVING count(*) > 1;
