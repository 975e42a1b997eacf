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
/*topic*/ AND EXISTS (
/*topic*/   SELECT 1 FROM statements AS s JOIN topics AS t ON s.topics & t.bit WHERE s.fact_no = statement_id AND t.name = :topic)
/*act*/ AND act = :act
/*category*/ AND category = :category
/*from|to alone*/ AND statement_id IN (
/*from|to alone*/   SELECT s.fact_no FROM meetings AS m JOIN statements AS s ON s.meeting_id = m.meeting_id WHERE 1
/*from alone*/      AND m.date >= :from
/*to alone*/        AND m.date <= :to
/*from|to alone*/   UNION ALL SELECT e.fact_no FROM documents AS d JOIN evidence AS e ON e.document_id = d.document_id WHERE 1
/*from alone*/      AND d.published >= :from
/*to alone*/        AND d.published <= :to || '~'   -- a time may follow the day
/*from|to alone*/ )
/*from*/ AND coalesce((SELECT m.date FROM meetings AS m WHERE m.meeting_id = speech.meeting_id),
/*from*/              (SELECT substr(d.published, 1, 10) FROM documents AS d WHERE d.name = document)) >= :from
/*to*/ AND coalesce((SELECT m.date FROM meetings AS m WHERE m.meeting_id = speech.meeting_id),
/*to*/            (SELECT substr(d.published, 1, 10) FROM documents AS d WHERE d.name = document)) <= :to
/*document*/ AND document = :document
ORDER BY document, start_char, end_char, fact_id
LIMIT :limit OFFSET :offset
