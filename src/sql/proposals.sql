SELECT name, party, party_name, person, kind, stance, year, quantity, unit, text, initiative_id, document, fact_id,
       start_char, end_char, beneficiary, beneficiary_name
FROM proposals
WHERE 1
/*initiative*/ AND initiative_id = :initiative
/*person*/ AND person_id IN (SELECT person_id FROM people WHERE name = :person)
/*person_id*/ AND person_id = :person_id
/*party*/ AND party_id = :party
/*kind*/ AND kind = :kind
/*stance*/ AND stance = :stance
/*year*/ AND year = :year
/*document*/ AND document = :document
/*words*/ AND document IN (
/*words*/   SELECT d.name FROM documents_fts AS f JOIN documents AS d ON d.document_id = f.rowid WHERE documents_fts MATCH :words)
/*words*/ AND scodb_has_words(text, :words)
/*from|to*/ AND EXISTS (
/*from|to*/   SELECT 1
/*from|to*/   FROM (SELECT coalesce((SELECT min(m.date) FROM meeting_keys AS k JOIN meetings AS m ON m.meeting_id = k.meeting_id
/*from|to*/                          WHERE k.document_id = d.document_id), substr(d.published, 1, 10)) AS day
/*from|to*/         FROM documents AS d WHERE d.name = document)
/*from|to*/   WHERE 1
/*from*/        AND day >= :from
/*to*/          AND day <= :to
/*from|to*/ )
ORDER BY document, start_char, end_char, name, fact_id
LIMIT :limit OFFSET :offset
