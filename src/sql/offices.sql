SELECT person, role, rank, party, party_name, document, fact_id, start_char, end_char, person_id
FROM offices
WHERE 1
/*person*/ AND person_id IN (SELECT person_id FROM people WHERE name = :person)
/*person_id*/ AND person_id = :person_id
/*party*/ AND party_id = :party
/*role*/ AND role = :role
/*document*/ AND document = :document
ORDER BY person, document, start_char, fact_id
LIMIT :limit OFFSET :offset
