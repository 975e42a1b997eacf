WITH level (rank, step) AS (
  VALUES ('head of state', 1), ('head of government', 2), ('head of organization', 3), ('deputy head', 4), ('minister', 5),
         ('deputy minister', 6), ('ambassador', 7), ('official', 8), ('other', 9)
)
SELECT r.name AS role,
       r.rank,
       (SELECT count(DISTINCT o.person_id) FROM occupancies AS o WHERE o.role_id = r.role_id) AS people,
       (SELECT count(DISTINCT e.document_id) FROM occupancies AS o JOIN evidence AS e ON e.fact_no = o.fact_no
        WHERE o.role_id = r.role_id) AS documents
FROM roles AS r
JOIN level AS l ON l.rank = r.rank
WHERE 1
/*role*/ AND r.name = :role
/*kind*/ AND r.rank = :kind
/*person|person_id|party|document*/ AND r.role_id IN (
/*person|person_id|party|document*/   SELECT o.role_id FROM occupancies AS o WHERE 1
/*person*/      AND o.person_id IN (SELECT person_id FROM people WHERE name = :person)
/*person_id*/   AND o.person_id = :person_id
/*party*/       AND o.party_id = :party
/*document*/    AND o.fact_no IN (
/*document*/      SELECT e.fact_no FROM documents AS d JOIN evidence AS e ON e.document_id = d.document_id WHERE d.name = :document)
/*person|person_id|party|document*/ )
ORDER BY l.step, r.name
LIMIT :limit OFFSET :offset
