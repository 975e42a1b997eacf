SELECT m.date, a.meeting, a.meeting_id, a.person, a.party, a.party_name, a.capacity, a.document, a.fact_id, a.start_char,
       a.end_char, a.person_id, a.role, a.rank
FROM attendance AS a
JOIN meetings AS m ON m.meeting_id = a.meeting_id
WHERE 1
/*meeting*/ AND a.meeting_id = :meeting
/*person*/ AND a.person_id IN (SELECT person_id FROM people WHERE name = :person)
/*person_id*/ AND a.person_id = :person_id
/*party*/ AND a.party_id = :party
/*document*/ AND a.document = :document
/*from*/ AND m.date >= :from
/*to*/ AND m.date <= :to
ORDER BY m.date IS NULL, m.date, a.meeting_id, a.document, a.capacity <> 'chair', a.person IS NULL, a.party_name, a.person,
         a.start_char, a.fact_id
LIMIT :limit OFFSET :offset
