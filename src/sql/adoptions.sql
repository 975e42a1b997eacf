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
/*from|to alone*/ AND document IN (
/*from|to alone*/   SELECT name FROM documents WHERE document_id IN (
/*from|to alone*/     SELECT k.document_id FROM meetings AS m JOIN meeting_keys AS k ON k.meeting_id = m.meeting_id WHERE 1
/*from alone*/        AND m.date >= :from
/*to alone*/          AND m.date <= :to
/*from|to alone*/     UNION ALL SELECT e.document_id
/*from|to alone*/     FROM meetings AS m
/*from|to alone*/     JOIN instrument_acts AS i ON i.meeting_id = m.meeting_id
/*from|to alone*/     JOIN evidence AS e ON e.fact_no = i.fact_no
/*from|to alone*/     WHERE 1
/*from alone*/        AND m.date >= :from
/*to alone*/          AND m.date <= :to
/*from|to alone*/     UNION ALL SELECT document_id FROM documents WHERE 1
/*from alone*/        AND published >= :from
/*to alone*/          AND published <= :to || '~'   -- a time may follow the day
/*from|to alone*/   ))
/*from*/ AND coalesce((SELECT m.date FROM meetings AS m WHERE m.meeting_id = adoptions.meeting_id),
/*from*/              (SELECT y.day FROM days AS y WHERE y.document = adoptions.document)) >= :from
/*to*/ AND coalesce((SELECT m.date FROM meetings AS m WHERE m.meeting_id = adoptions.meeting_id),
/*to*/              (SELECT y.day FROM days AS y WHERE y.document = adoptions.document)) <= :to
ORDER BY document, start_char, end_char, name, fact_id
LIMIT :limit OFFSET :offset
