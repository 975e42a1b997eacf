SELECT m.date,
       m.name AS meeting,
       m.meeting_id,
       p.name AS person,
       p.person_id,
       pl.code AS party,
       o.name AS other,
       o.person_id AS other_id,
       ol.code AS other_party,
       (SELECT d.name
        FROM participations AS x
        JOIN evidence AS e ON e.fact_no = x.fact_no
        JOIN documents AS d ON d.document_id = e.document_id
        WHERE x.meeting_id = w.meeting_id AND x.person_id = w.person_id AND e.document_id IN (
          SELECT ye.document_id FROM participations AS y JOIN evidence AS ye ON ye.fact_no = y.fact_no
          WHERE y.meeting_id = w.meeting_id AND y.person_id = w.other_id)
        ORDER BY d.name LIMIT 1) AS document,
       (SELECT c.fact_id FROM citations AS c WHERE c.fact_no = w.fact_no ORDER BY c.document LIMIT 1) AS fact_id,
       (SELECT c.fact_id FROM citations AS c WHERE c.fact_no = w.other_fact ORDER BY c.document LIMIT 1) AS other_fact_id
FROM (
  SELECT a.meeting_id, a.person_id, b.person_id AS other_id, min(a.party_id) AS party_id, min(b.party_id) AS other_party,
         min(a.fact_no) AS fact_no, min(b.fact_no) AS other_fact
  FROM meetings AS i
  JOIN participations AS a ON a.meeting_id = i.meeting_id
  JOIN participations AS b ON b.meeting_id = a.meeting_id AND b.person_id <> a.person_id
  JOIN people AS p ON p.person_id = a.person_id
  JOIN people AS o ON o.person_id = b.person_id
  WHERE 1
/*meeting*/ AND i.meeting_id = :meeting
/*organization*/ AND i.organization_id = :organization
/*from*/ AND i.date >= :from
/*to*/ AND i.date <= :to
/*person*/ AND p.name = :person
/*person_id*/ AND a.person_id = :person_id
/*party*/ AND a.party_id = :party
/*other_person*/ AND o.name = :other_person
/*other_party*/ AND b.party_id = :other_party
    AND ((p.name, a.person_id) < (o.name, b.person_id)   -- each two once, unless the filter fits them in one order only
/*person*/      OR o.name <> :person
/*person_id*/   OR b.person_id <> :person_id
/*party*/       OR b.party_id IS NOT :party
/*other_person*/ OR p.name <> :other_person
/*other_party*/ OR a.party_id IS NOT :other_party
    )
  GROUP BY a.meeting_id, a.person_id, b.person_id
) AS w
JOIN meetings AS m ON m.meeting_id = w.meeting_id
JOIN people AS p ON p.person_id = w.person_id
JOIN people AS o ON o.person_id = w.other_id
LEFT JOIN party_labels AS pl ON pl.party_id = w.party_id
LEFT JOIN party_labels AS ol ON ol.party_id = w.other_party
ORDER BY m.date IS NULL, m.date, m.meeting_id, p.name, p.person_id, o.name, o.person_id
LIMIT :limit OFFSET :offset
