SELECT e.fact_no, e.document_id
FROM documents AS d
JOIN evidence AS e ON e.document_id = d.document_id
JOIN facts AS f ON f.fact_no = e.fact_no
JOIN kinds AS k ON k.kind_id = f.kind_id
WHERE d.name = :document AND k.name = :kind AND e.start_char = :start AND e.end_char = :end AND e.twin = :twin
UNION ALL   -- a fact that a correction took out has no number
SELECT NULL, w.document_id
FROM documents AS d
JOIN withdrawals AS w ON w.document_id = d.document_id
WHERE d.name = :document AND w.kind = :kind AND w.start_char = :start AND w.end_char = :end AND w.twin = :twin
