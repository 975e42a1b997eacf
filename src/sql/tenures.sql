SELECT p.name AS person,
       p.person_id,
       r.name AS role,
       r.rank,
       l.code AS party,
       l.name AS party_name,
       t.first,
       t.last,
       t.documents,
       (SELECT c.fact_id FROM citations AS c WHERE c.fact_no = t.fact_no ORDER BY c.document LIMIT 1) AS fact_id
FROM (
  SELECT o.fact_no, o.person_id, o.role_id, o.party_id, min(d.day) AS first, max(d.day) AS last, count(*) AS documents
  FROM occupancies AS o
  JOIN evidence AS e ON e.fact_no = o.fact_no
  JOIN days AS d ON d.document_id = e.document_id
  WHERE o.role_id IS NOT NULL
/*person*/ AND o.person_id IN (SELECT person_id FROM people WHERE name = :person)
/*person_id*/ AND o.person_id = :person_id
/*party*/ AND o.party_id = :party
/*role*/ AND o.role_id IN (SELECT role_id FROM roles WHERE name = :role)
  GROUP BY o.fact_no
) AS t
JOIN people AS p ON p.person_id = t.person_id
JOIN roles AS r ON r.role_id = t.role_id
LEFT JOIN party_labels AS l ON l.party_id = t.party_id
WHERE 1
/*from*/ AND t.last >= :from
/*to*/ AND t.first <= :to
ORDER BY party_name IS NULL, party_name, role, t.first IS NULL, t.first, person, p.person_id
LIMIT :limit OFFSET :offset
