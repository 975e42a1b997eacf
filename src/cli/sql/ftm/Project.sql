-- An initiative.
SELECT sha1('initiative:' || i.key) AS id,
       substr(i.name, 1, 384) AS name,
       (SELECT json_group_array(name)
        FROM (SELECT DISTINCT substr(name, 1, 384) AS name FROM proposings
              WHERE initiative_id = i.initiative_id AND name <> i.name ORDER BY 1)) AS "alias[]",
       i.kind AS keywords,
       (SELECT json_group_array(id)
        FROM (SELECT DISTINCT d.id FROM proposings AS g JOIN evidence USING (fact_no)
                JOIN document_things AS d USING (document_id)
              WHERE g.initiative_id = i.initiative_id ORDER BY 1)) AS "proof[]"
FROM initiatives AS i
ORDER BY i.key
