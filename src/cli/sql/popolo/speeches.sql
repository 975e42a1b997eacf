-- What was said, once, in the words of the first document that has it. type: speech where it is quoted, summary where
-- it is told. attribution_text: who speaks, where that is no person, and the verb.
SELECT sha1('statement:' || c.fact_id) AS id,
       p.id AS creator_id,
       coalesce(p.name, l.name) || coalesce(' ' || n.verb, '') AS attribution_text,
       passage(c.document_id, c.start_char, c.end_char) AS text,
       m.date,
       iif(n.mode = 'direct', 'speech', 'summary') AS type,
       m.id AS event_id,
       (SELECT json_group_array(json_object('url', source, 'note', fact_id))
        FROM (SELECT o.source, e.fact_id FROM citations AS e JOIN document_things AS o USING (document_id)
              WHERE e.fact_no = s.fact_no ORDER BY e.fact_id)) AS "sources[]"
FROM document_things AS d
CROSS JOIN citations AS c ON c.document_id = d.document_id
JOIN statements AS s ON s.fact_no = c.fact_no
JOIN manners AS n ON n.manner_id = s.manner_id
LEFT JOIN party_labels AS l ON l.party_id = s.party_id
LEFT JOIN person_things AS p ON p.person_id = s.person_id
LEFT JOIN meeting_things AS m ON m.meeting_id = s.meeting_id
WHERE c.kind = 'speech' AND c.fact_id = (SELECT min(fact_id) FROM citations WHERE fact_no = c.fact_no)
ORDER BY d.name, c.start_char, c.end_char, c.fact_id
