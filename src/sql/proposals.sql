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
/*words*/ AND scodb_has_words(name || ' ' || text, :words)
/*from|to alone*/ AND document IN (
/*from|to alone*/   SELECT name FROM documents WHERE document_id IN (
/*from|to alone*/     SELECT k.document_id FROM meetings AS m JOIN meeting_keys AS k ON k.meeting_id = m.meeting_id WHERE 1
/*from alone*/        AND m.date >= :from
/*to alone*/          AND m.date <= :to
/*from|to alone*/     UNION ALL SELECT document_id FROM documents WHERE 1
/*from alone*/        AND published >= :from
/*to alone*/          AND published <= :to || '~'   -- a time may follow the day
/*from|to alone*/   ))
/*from*/ AND (SELECT day FROM days AS y WHERE y.document = proposals.document) >= :from
/*to*/ AND (SELECT day FROM days AS y WHERE y.document = proposals.document) <= :to
ORDER BY document, start_char, end_char, name, fact_id
LIMIT :limit OFFSET :offset
