-- The people who took part in meetings. party: for which they came, else of their office; role: the office. What most
-- meetings and documents have, where they differ.
SELECT p.id,
       p.name AS label,
       coalesce((SELECT l.code FROM participations AS t JOIN party_labels AS l USING (party_id) WHERE t.person_id = p.person_id
                 GROUP BY l.code ORDER BY count(*) DESC, l.code LIMIT 1),
                (SELECT party FROM offices WHERE person_id = p.person_id AND party IS NOT NULL
                 GROUP BY party ORDER BY count(*) DESC, party LIMIT 1)) AS party,
       coalesce((SELECT min(l.name) FROM participations AS t JOIN party_labels AS l USING (party_id) WHERE t.person_id = p.person_id
                 GROUP BY l.code ORDER BY count(*) DESC, l.code LIMIT 1),
                (SELECT min(party_name) FROM offices WHERE person_id = p.person_id AND party IS NOT NULL
                 GROUP BY party ORDER BY count(*) DESC, party LIMIT 1)) AS party_name,
       (SELECT role FROM offices WHERE person_id = p.person_id AND role IS NOT NULL
        GROUP BY role ORDER BY count(*) DESC, role LIMIT 1) AS role,
       (SELECT count(DISTINCT meeting_id) FROM participations WHERE person_id = p.person_id) AS "meetings:int"
FROM person_things AS p
WHERE EXISTS (SELECT 1 FROM participations AS t WHERE t.person_id = p.person_id)
ORDER BY p.name, p.id
