SELECT i.name AS initiative,
       i.initiative_id,
       i.kind,
       (SELECT group_concat(code, ',') FROM (
          SELECT DISTINCT l.code FROM proposings AS g JOIN party_labels AS l ON l.party_id = g.party_id
          WHERE g.initiative_id = i.initiative_id ORDER BY l.code)) AS parties,
       min(d.day) AS first,
       max(d.day) AS last,
       count(*) AS proposals,
       count(DISTINCT d.document_id) AS documents
FROM initiatives AS i
JOIN proposings AS g ON g.initiative_id = i.initiative_id
JOIN evidence AS e ON e.fact_no = g.fact_no
JOIN days AS d ON d.document_id = e.document_id
WHERE 1
/*kind*/ AND i.kind = :kind
/*initiative|party|year|stance|words|document|from|to*/ AND i.initiative_id IN (
/*initiative|party|year|stance|words|document|from|to*/   SELECT initiative_id FROM proposals WHERE 1
/*initiative*/ AND initiative_id = :initiative
/*party*/      AND party_id = :party
/*year*/       AND year = :year
/*stance*/     AND stance = :stance
/*document*/   AND document = :document
/*words*/      AND document IN (
/*words*/        SELECT d.name FROM documents_fts AS f JOIN documents AS d ON d.document_id = f.rowid WHERE documents_fts MATCH :words)
/*words*/      AND scodb_has_words(name || ' ' || text, :words)
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
/*initiative|party|year|stance|words|document|from|to*/ )
GROUP BY i.initiative_id
ORDER BY first IS NULL, first, initiative, i.initiative_id
LIMIT :limit OFFSET :offset
