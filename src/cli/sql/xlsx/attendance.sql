-- meeting: by the name that the document gives it, as in the sheet calendar
SELECT a.document, a.meeting, m.date, a.person, a.party, a.party_name, a.capacity, a.fact_id, a.start_char, a.end_char
FROM documents AS d
CROSS JOIN attendance AS a ON a.document = d.name
JOIN meetings AS m ON m.meeting_id = a.meeting_id
ORDER BY d.name, a.start_char, a.fact_id
