SELECT name, party, party_name, person, kind, stance, year, quantity, unit, text, initiative_id, document, fact_id,
       start_char, end_char, beneficiary, beneficiary_name
FROM proposals
WHERE 1
/*initiative*/ AND initiative_id = :initiative
/*person*/ AND person_id IN (SELECT person_id FROM people WHERE name = :person)
/*person_id*/ AND person_id = :person_id
/*party*/ AND party_id = :party
/*kind*/ AND kind = :kind
/*document*/ AND document = :document
ORDER BY document, start_char, end_char, name, fact_id
LIMIT :limit OFFSET :offset
