SELECT m.name AS meeting,
       m.meeting_id,
       l.code AS organization,
       l.name AS organization_name,
       m.ordinal,
       m.date,
       m.place,
       (SELECT count(DISTINCT c.document) FROM calendar AS c WHERE c.meeting_id = m.meeting_id) AS documents
FROM meetings AS m
LEFT JOIN party_labels AS l ON l.party_id = m.organization_id
WHERE 1
/*meeting*/ AND m.meeting_id = :meeting
/*organization*/ AND m.organization_id = :organization
/*person*/ AND m.meeting_id IN (
/*person*/   SELECT meeting_id FROM participations WHERE person_id IN (SELECT person_id FROM people WHERE name = :person))
/*person_id*/ AND m.meeting_id IN (
/*person_id*/   SELECT meeting_id FROM participations WHERE person_id = :person_id)
/*party*/ AND m.meeting_id IN (SELECT meeting_id FROM participations WHERE party_id = :party)
/*document*/ AND m.meeting_id IN (SELECT meeting_id FROM calendar WHERE document = :document)
/*from*/ AND m.date >= :from
/*to*/ AND m.date <= :to
ORDER BY m.date IS NULL, m.date, m.name, m.meeting_id
LIMIT :limit OFFSET :offset
