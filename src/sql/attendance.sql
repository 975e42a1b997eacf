SELECT m.date, a.meeting, a.meeting_id, a.person, a.party, a.party_name, a.capacity, a.document, a.fact_id, a.start_char,
       a.end_char, a.person_id, r.name AS role, r.rank
FROM attendance AS a
JOIN meetings AS m ON m.meeting_id = a.meeting_id
LEFT JOIN roles AS r ON r.role_id = (   -- a document gives one office of a person at most
  SELECT o.role_id FROM occupancies AS o
  JOIN evidence AS e ON e.fact_no = o.fact_no
    AND e.document_id = (SELECT document_id FROM documents WHERE name = a.document)
  WHERE o.person_id = a.person_id AND o.role_id IS NOT NULL)
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
