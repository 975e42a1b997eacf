SELECT h.name AS meeting,
       h.meeting_id,
       l.code AS organization,
       l.name AS organization_name,
       h.ordinal,
       h.date,
       h.place,
       (SELECT count(DISTINCT e.document_id) FROM meeting_accounts AS a JOIN evidence AS e ON e.fact_no = a.fact_no
        WHERE a.meeting_id = h.meeting_id) AS documents
FROM (   -- so that only what is shown is counted
  SELECT *
  FROM meetings AS m
  WHERE 1
/*meeting*/   AND m.meeting_id = :meeting
/*organization*/   AND m.organization_id = :organization
/*person*/   AND m.meeting_id IN (
/*person*/     SELECT meeting_id FROM participations WHERE person_id IN (SELECT person_id FROM people WHERE name = :person))
/*person_id*/   AND m.meeting_id IN (
/*person_id*/     SELECT meeting_id FROM participations WHERE person_id = :person_id)
/*party*/   AND m.meeting_id IN (SELECT meeting_id FROM participations WHERE party_id = :party)
/*document*/   AND m.meeting_id IN (SELECT meeting_id FROM calendar WHERE document = :document)
/*from*/   AND m.date >= :from
/*to*/   AND m.date <= :to
  ORDER BY m.date IS NULL, m.date, m.name, m.meeting_id
  LIMIT :limit OFFSET :offset
) AS h
LEFT JOIN party_labels AS l ON l.party_id = h.organization_id
ORDER BY h.date IS NULL, h.date, h.name, h.meeting_id
