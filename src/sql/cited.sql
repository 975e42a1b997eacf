SELECT e.fact_no, e.document_id
FROM documents AS d
JOIN evidence AS e ON e.document_id = d.document_id
JOIN facts AS f ON f.fact_no = e.fact_no
WHERE d.name = :document AND f.kind = :kind AND e.start_char = :start AND e.end_char = :end AND e.twin = :twin
