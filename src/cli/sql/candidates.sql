/* What is called by the keys in :keys, which are " kind:id " each: enough to tell one from the other. name is for the
 * filters of libscodb. */
WITH thing (kind, id, name, title, known) AS (
  SELECT 'person', p.person_id, p.name, p.name,
         (SELECT group_concat(held, ', ') FROM (SELECT DISTINCT o.role || ifnull(' of ' || o.party_name, '') AS held
          FROM offices AS o WHERE o.person_id = p.person_id AND o.role IS NOT NULL ORDER BY held) AS offices)
  FROM people AS p
  UNION ALL
  SELECT kind, party_id, code, name, code FROM party_labels WHERE kind <> 'group'
  UNION ALL
  SELECT 'meeting', meeting_id, name, name, nullif(ifnull(date, '') || ifnull(', ' || place, ''), '') FROM meetings
  UNION ALL
  SELECT 'initiative', initiative_id, name, name, kind FROM initiatives
)
SELECT kind, title AS name, known, id, name AS code
FROM thing
WHERE instr(:keys, ' ' || kind || ':' || id || ' ')
ORDER BY instr(:keys, ' ' || kind || ':' || id || ' ')
