/* A person of no word list is called by a name that a document gives; no document has one person as two. */
SELECT 'name', name FROM people AS p WHERE name = ''
  OR (NOT listed AND NOT EXISTS (SELECT 1 FROM personas JOIN person_names AS n USING (persona_id)
    WHERE person_id = p.person_id AND n.name = p.name));
SELECT 'listed', name FROM people AS p WHERE listed <> EXISTS (
  SELECT 1 FROM personas AS a WHERE a.person_id = p.person_id AND a.listed IS NOT NULL);
SELECT 'one as two', document_id, person_id FROM appearances JOIN personas USING (persona_id)
GROUP BY document_id, person_id HAVING count(*) > 1;
SELECT 'fact of nobody', f.fact_no, f.person_id FROM (
  SELECT fact_no, person_id FROM occupancies UNION SELECT fact_no, person_id FROM participations
  UNION SELECT fact_no, person_id FROM statements UNION SELECT fact_no, person_id FROM proposings) AS f
JOIN evidence AS e USING (fact_no) WHERE f.person_id IS NOT NULL AND (f.person_id, e.document_id) NOT IN (
  SELECT p.person_id, a.document_id FROM personas AS p JOIN appearances AS a USING (persona_id));
