SELECT state, state_name, organization, organization_name, status, event, year, document, fact_id, start_char, end_char
FROM membership
WHERE 1
/*party*/ AND party_id = :party
/*organization*/ AND organization_id = :organization
/*document*/ AND document = :document
ORDER BY organization, status, state_name, year, document, fact_id
LIMIT :limit OFFSET :offset
