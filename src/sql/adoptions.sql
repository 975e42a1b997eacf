SELECT name, action, party, party_name, kind, meeting_id, document, fact_id, start_char, end_char
FROM adoptions
WHERE 1
/*party*/ AND party_id = :party
/*kind*/ AND kind = :kind
/*meeting*/ AND meeting_id = :meeting
/*document*/ AND document = :document
ORDER BY document, start_char, end_char, name, fact_id
LIMIT :limit OFFSET :offset
