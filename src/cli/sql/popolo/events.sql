-- The meetings. Attendees are people; delegations without names are not told.
SELECT m.id,
       m.name,
       m.date AS start_date,
       m.place AS location,
       o.id AS organization_id,
       (SELECT json_group_array(json_object('id', id, 'name', name))
        FROM (SELECT DISTINCT p.id, p.name FROM participations AS t JOIN person_things AS p USING (person_id)
              WHERE t.meeting_id = m.meeting_id ORDER BY p.name, p.id)) AS "attendees[]",
       (SELECT json_group_array(json_object('url', source, 'note', fact_id))
        FROM (SELECT d.source, c.fact_id FROM meeting_accounts AS a JOIN citations AS c USING (fact_no)
                JOIN document_things AS d USING (document_id)
              WHERE a.meeting_id = m.meeting_id ORDER BY c.fact_id)) AS "sources[]"
FROM meeting_things AS m
LEFT JOIN party_things AS o ON o.party_id = m.organization_id
ORDER BY m.date, m.id
