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
/*topic*/ AND EXISTS (SELECT 1 FROM statements AS t, topics WHERE t.fact_no = statement_id AND t.topics & bit AND name = :topic)
/*act*/ AND act = :act
/*category*/ AND category = :category
/*from|to*/ AND EXISTS (
/*from|to*/   SELECT 1
/*from|to*/   FROM (SELECT coalesce((SELECT m.date FROM meetings AS m WHERE m.meeting_id = speech.meeting_id),
/*from|to*/                         (SELECT substr(d.published, 1, 10) FROM documents AS d WHERE d.name = document)) AS day)
/*from|to*/   WHERE 1
/*from*/        AND day >= :from
/*to*/          AND day <= :to
/*from|to*/ )
/*document*/ AND document = :document
ORDER BY document, start_char, end_char, fact_id
LIMIT :limit OFFSET :offset
