SELECT speaker, speaker_kind, party, party_name, mode, verb, act, text, meeting_id, document, fact_id, start_char, end_char,
       category, quad, topics
FROM speech
WHERE 1
/*person*/ AND person_id IN (SELECT person_id FROM people WHERE name = :person)
/*person_id*/ AND person_id = :person_id
/*party*/ AND party_id = :party
/*mode*/ AND mode = :mode
/*words*/ AND statement_id IN (SELECT rowid FROM statements_fts WHERE statements_fts MATCH :words)
/*meeting*/ AND meeting_id = :meeting
/*document*/ AND document = :document
ORDER BY document, start_char, end_char, fact_id
LIMIT :limit OFFSET :offset
