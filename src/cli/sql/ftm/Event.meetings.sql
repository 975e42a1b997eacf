-- involved: people, and the states and organizations they came for or whose delegations have no names
SELECT m.id,
       substr(m.name, 1, 384) AS name,
       (SELECT json_group_array(name)
        FROM (SELECT DISTINCT substr(name, 1, 384) AS name FROM meeting_accounts
              WHERE meeting_id = m.meeting_id AND name <> m.name ORDER BY 1)) AS "alias[]",
       m.date,
       substr(m.place, 1, 250) AS location,
       o.id AS organizer,
       (SELECT json_group_array(id)
        FROM (SELECT p.id FROM participations AS t JOIN person_things AS p USING (person_id) WHERE t.meeting_id = m.meeting_id
              UNION SELECT p.id FROM participations AS t JOIN party_things AS p USING (party_id)
              WHERE t.meeting_id = m.meeting_id ORDER BY 1)) AS "involved[]",
       (SELECT json_group_array(fact_id)
        FROM (SELECT c.fact_id FROM meeting_accounts AS a JOIN citations AS c USING (fact_no)
              WHERE a.meeting_id = m.meeting_id ORDER BY 1)) AS "recordId[]",
       (SELECT json_group_array(id)
        FROM (SELECT DISTINCT d.id FROM meeting_accounts AS a JOIN evidence USING (fact_no)
                JOIN document_things AS d USING (document_id)
              WHERE a.meeting_id = m.meeting_id ORDER BY 1)) AS "proof[]"
FROM meeting_things AS m
LEFT JOIN party_things AS o ON o.party_id = m.organization_id
ORDER BY m.date, m.id
