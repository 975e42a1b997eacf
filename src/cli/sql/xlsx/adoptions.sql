SELECT a.document, a.name, a.action, a.party, a.party_name, a.kind, m.name AS meeting, m.date,
       (SELECT passage(s.document_id, s.start_char, s.end_char) FROM sentences AS s
        WHERE s.document_id = d.document_id AND s.start_char <= a.start_char
        ORDER BY s.start_char DESC LIMIT 1) AS sentence,
       a.fact_id, a.start_char, a.end_char
FROM documents AS d
CROSS JOIN adoptions AS a ON a.document = d.name
LEFT JOIN meetings AS m ON m.meeting_id = a.meeting_id
ORDER BY d.name, a.start_char, a.fact_id
