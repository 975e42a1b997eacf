SELECT s.document, s.speaker, s.speaker_kind, s.party, s.party_name,
       passage(d.document_id, s.start_char, s.end_char) AS text, s.mode, s.verb, s.act, s.category, s.quad, s.topics,
       m.name AS meeting, m.date, s.fact_id, s.start_char, s.end_char
FROM documents AS d
CROSS JOIN speech AS s ON s.document = d.name
LEFT JOIN meetings AS m ON m.meeting_id = s.meeting_id
ORDER BY d.name, s.start_char, s.fact_id
