-- What was said, with whom it belongs to: the speaker, for whom, at which meeting. A statement that several documents
-- have stands here once, in the words of the first.
SELECT sha1('statement:' || c.fact_id) AS id,
       substr(c.fact_id, 1, 384) AS name,
       substr(passage(c.document_id, c.start_char, c.end_char), 1, 65000) AS description,
       substr(coalesce(p.name, l.name) || coalesce(' ' || m.verb, '') || ' (' || m.mode || ')', 1, 65000) AS summary,
       (SELECT json_group_array(name) FROM (SELECT name FROM topics WHERE s.topics & bit ORDER BY name)) AS "keywords[]",
       (SELECT json_group_array(id)
        FROM (SELECT p.id UNION SELECT q.id UNION SELECT id FROM meeting_things WHERE meeting_id = s.meeting_id)
        WHERE id IS NOT NULL) AS "entity[]",
       (SELECT json_group_array(id)
        FROM (SELECT DISTINCT o.id FROM evidence JOIN document_things AS o USING (document_id)
              WHERE fact_no = s.fact_no ORDER BY 1)) AS "proof[]"
FROM document_things AS d
CROSS JOIN citations AS c ON c.document_id = d.document_id
JOIN statements AS s ON s.fact_no = c.fact_no
JOIN manners AS m ON m.manner_id = s.manner_id
LEFT JOIN party_labels AS l ON l.party_id = s.party_id
LEFT JOIN person_things AS p ON p.person_id = s.person_id
LEFT JOIN party_things AS q ON q.party_id = s.party_id
WHERE c.kind = 'speech' AND c.fact_id = (SELECT min(fact_id) FROM citations WHERE fact_no = c.fact_no)
ORDER BY d.name, c.start_char, c.end_char, c.fact_id
