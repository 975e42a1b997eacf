SELECT name, action, party, party_name, kind, meeting_id, document, fact_id, start_char, end_char
FROM adoptions
WHERE 1
/*party*/ AND party_id = :party
/*kind*/ AND kind = :kind
/*meeting*/ AND meeting_id = :meeting
/*document*/ AND document = :document
/*words*/ AND document IN (
/*words*/   SELECT d.name FROM documents_fts AS f JOIN documents AS d ON d.document_id = f.rowid WHERE documents_fts MATCH :words)
/*words*/ AND scodb_has_words(name, :words)
/*from|to*/ AND EXISTS (
/*from|to*/   SELECT 1
/*from|to*/   FROM (SELECT coalesce((SELECT m.date FROM meetings AS m WHERE m.meeting_id = adoptions.meeting_id),
/*from|to*/                         (SELECT min(m.date) FROM meeting_keys AS k JOIN meetings AS m ON m.meeting_id = k.meeting_id
/*from|to*/                          WHERE k.document_id = d.document_id), substr(d.published, 1, 10)) AS day
/*from|to*/         FROM documents AS d WHERE d.name = document)
/*from|to*/   WHERE 1
/*from*/        AND day >= :from
/*to*/          AND day <= :to
/*from|to*/ )
ORDER BY document, start_char, end_char, name, fact_id
LIMIT :limit OFFSET :offset
