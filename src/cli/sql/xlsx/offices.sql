SELECT o.document, o.person, o.role, o.rank, o.party, o.party_name, o.fact_id, o.start_char, o.end_char
FROM documents AS d
CROSS JOIN offices AS o ON o.document = d.name
ORDER BY d.name, o.start_char, o.fact_id
