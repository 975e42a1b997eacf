SELECT m.document, m.state, m.state_name, m.organization, m.organization_name, m.status, m.event, m.year, m.fact_id, m.start_char,
       m.end_char
FROM documents AS d
CROSS JOIN membership AS m ON m.document = d.name
ORDER BY d.name, m.start_char, m.fact_id
