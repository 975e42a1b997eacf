SELECT p.document, p.name, p.party, p.party_name, p.person, p.kind, p.stance, p.year, p.quantity, p.unit, p.beneficiary,
       passage(d.document_id, p.start_char, p.end_char) AS text,
       (SELECT passage(s.document_id, s.start_char, s.end_char) FROM sentences AS s
        WHERE s.document_id = d.document_id AND s.start_char <= p.start_char
        ORDER BY s.start_char DESC LIMIT 1) AS sentence,
       p.fact_id, p.start_char, p.end_char
FROM documents AS d
CROSS JOIN proposals AS p ON p.document = d.name
ORDER BY d.name, p.start_char, p.fact_id
