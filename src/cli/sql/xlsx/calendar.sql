SELECT c.document, c.meeting, c.ordinal, c.organization, c.organization_name, c.date, c.place, c.fact_id, c.start_char, c.end_char
FROM documents AS d
CROSS JOIN calendar AS c ON c.document = d.name
ORDER BY d.name, c.start_char, c.fact_id
