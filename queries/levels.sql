/* title: Levels of representation over time
   group: meetings
   question: At which level was each party represented at the meetings of an organization, year by year?
   param: organization | text | | acronym or English name; empty: meetings of all organizations, and of none
   param: party | text | | code or English name of a state or organization; empty: all
   param: from | text | | first year; empty: from the beginning
   param: until | text | | last year; empty: to the end
   column: organization | of which the meetings were; empty: of none, as talks of two states
   column: party | code of the state or organization that was represented
   column: party_name | its English name
   column: year | in which the meetings were held
   column: meetings | number of meetings at which it was represented
   column: head_of_state | how many of them by a head of state
   column: head_of_government | by a head of government
   column: head_of_organization | by the head of an organization
   column: minister | by a minister or a deputy head
   column: lower | by a deputy minister, an ambassador or another official
   column: no_office | by somebody named without an office
   column: unnamed | by nobody whom the documents name
   read: Each meeting counts once for a party, at the highest level that one of its people had there. The meetings are
     in the report delegations; those where the level changed, in level_changes. */
WITH level (rank, step) AS (
  VALUES ('head of state', 1), ('head of government', 2), ('head of organization', 3), ('deputy head', 4),
         ('minister', 4), ('deputy minister', 5), ('ambassador', 5), ('official', 5), ('other', 5)
),
present AS (
  SELECT a.meeting_id, a.party, a.party_name,
         min(CASE WHEN a.person IS NULL THEN 7 ELSE ifnull(l.step, 6) END) AS step
  FROM attendance AS a
  LEFT JOIN offices AS o ON o.document = a.document AND o.person_id = a.person_id
  LEFT JOIN level AS l ON l.rank = o.rank
  WHERE a.party IS NOT NULL
    AND (nullif(:party, '') IS NULL OR :party IN (a.party, a.party_name))
  GROUP BY a.meeting_id, a.party
)
SELECT g.code AS organization,
       p.party,
       p.party_name,
       CAST(substr(m.date, 1, 4) AS INTEGER) AS year,
       count(*) AS meetings,
       count(*) FILTER (WHERE p.step = 1) AS head_of_state,
       count(*) FILTER (WHERE p.step = 2) AS head_of_government,
       count(*) FILTER (WHERE p.step = 3) AS head_of_organization,
       count(*) FILTER (WHERE p.step = 4) AS minister,
       count(*) FILTER (WHERE p.step = 5) AS lower,
       count(*) FILTER (WHERE p.step = 6) AS no_office,
       count(*) FILTER (WHERE p.step = 7) AS unnamed
FROM present AS p
JOIN meetings AS m ON m.meeting_id = p.meeting_id
LEFT JOIN party_labels AS g ON g.party_id = m.organization_id
WHERE (nullif(:organization, '') IS NULL OR :organization IN (g.code, g.name))
  AND (nullif(:from, '') IS NULL OR substr(m.date, 1, 4) >= CAST(:from AS TEXT))
  AND (nullif(:until, '') IS NULL OR substr(m.date, 1, 4) <= CAST(:until AS TEXT))
GROUP BY m.organization_id, p.party, year
ORDER BY g.code IS NULL, g.code, p.party_name, p.party, year IS NULL, year;
