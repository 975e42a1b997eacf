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
JOIN (SELECT document_id, coalesce((SELECT min(m.date) FROM meeting_keys AS k JOIN meetings AS m ON m.meeting_id = k.meeting_id
                                    WHERE k.document_id = d.document_id), substr(d.published, 1, 10)) AS day
      FROM documents AS d) AS d ON d.document_id = e.document_id
WHERE 1
/*initiative*/ AND i.initiative_id = :initiative
/*kind*/ AND i.kind = :kind
/*party|year|stance|words|document|from|to*/ AND i.initiative_id IN (
/*party|year|stance|words|document|from|to*/   SELECT initiative_id FROM proposals WHERE 1
/*party*/      AND party_id = :party
/*year*/       AND year = :year
/*stance*/     AND stance = :stance
/*document*/   AND document = :document
/*words*/      AND document IN (
/*words*/        SELECT d.name FROM documents_fts AS f JOIN documents AS d ON d.document_id = f.rowid WHERE documents_fts MATCH :words)
/*words*/      AND scodb_has_words(text, :words)
/*from|to*/    AND EXISTS (
/*from|to*/      SELECT 1
/*from|to*/      FROM (SELECT coalesce((SELECT min(m.date) FROM meeting_keys AS k JOIN meetings AS m ON m.meeting_id = k.meeting_id
/*from|to*/                             WHERE k.document_id = d.document_id), substr(d.published, 1, 10)) AS day
/*from|to*/            FROM documents AS d WHERE d.name = document)
/*from|to*/      WHERE 1
/*from*/           AND day >= :from
/*to*/             AND day <= :to
/*from|to*/    )
/*party|year|stance|words|document|from|to*/ )
GROUP BY i.initiative_id
ORDER BY first IS NULL, first, initiative, i.initiative_id
LIMIT :limit OFFSET :offset
