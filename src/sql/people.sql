SELECT p.name AS person,
       p.person_id,
       (SELECT count(DISTINCT a.document_id) FROM personas AS r
        JOIN appearances AS a ON a.persona_id = r.persona_id WHERE r.person_id = p.person_id) AS documents
FROM people AS p
WHERE 1
/*person*/ AND p.name = :person
/*person_id*/ AND p.person_id = :person_id
/*party*/ AND p.person_id IN (SELECT person_id FROM occupancies WHERE party_id = :party)
/*document*/ AND p.person_id IN (SELECT person_id FROM offices WHERE document = :document)
ORDER BY p.name, p.person_id
LIMIT :limit OFFSET :offset
