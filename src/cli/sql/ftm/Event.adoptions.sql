-- A document was signed, adopted, approved or issued.
SELECT sha1('adoption:' || (SELECT min(fact_id) FROM citations WHERE fact_no = a.fact_no)) AS id,
       substr(a.name, 1, 384) AS name,
       a.action AS summary,
       m.date,
       substr(m.place, 1, 250) AS location,
       p.id AS involved,
       i.kind AS keywords,
       (SELECT json_group_array(fact_id)
        FROM (SELECT fact_id FROM citations WHERE fact_no = a.fact_no ORDER BY 1)) AS "recordId[]",
       (SELECT json_group_array(id)
        FROM (SELECT DISTINCT d.id FROM evidence JOIN document_things AS d USING (document_id)
              WHERE fact_no = a.fact_no ORDER BY 1)) AS "proof[]"
FROM instruments AS i
CROSS JOIN instrument_acts AS a ON a.instrument_id = i.instrument_id
LEFT JOIN party_things AS p ON p.party_id = a.party_id
LEFT JOIN meetings AS m ON m.meeting_id = a.meeting_id
ORDER BY i.key, 1
