/* title: Membership and presidency over time
   group: organizations
   question: Which party was member, observer, dialogue partner or chair of which organization, and since when?
   param: organization | text | | acronym or English name; empty: all
   param: party | text | | code or English name of the member; empty: all
   column: organization | acronym or name of the organization
   column: status | chair, member, observer, dialogue partner
   column: party | code of the state or organization that has this standing
   column: party_name | its English name
   column: event | standing, accession or presidency
   column: year | in which the accession was or the presidency begins, where a document says so
   column: first_told | day of the first document that says so: of its first meeting, else of its publication
   column: last_told | the same for the last
   column: documents | number of documents that say so
   column: fact_id | by which the first of them can be cited
   read: A standing is known for the days between first_told and last_told, not for before and after. */
WITH told AS (
  SELECT s.*, coalesce(min(c.date), substr(d.published, 1, 10)) AS day
  FROM membership AS s
  JOIN documents AS d ON d.name = s.document
  LEFT JOIN calendar AS c ON c.document = s.document
  GROUP BY s.fact_id
),
settled AS (
  SELECT *,
         row_number() OVER (PARTITION BY state, organization, status, event, year
                            ORDER BY day IS NULL, day, document) AS number,
         min(day) OVER same AS first_told,
         max(day) OVER same AS last_told,
         count(*) OVER same AS documents
  FROM told
  WINDOW same AS (PARTITION BY state, organization, status, event, year)
)
SELECT organization,
       status,
       state AS party,
       state_name AS party_name,
       event,
       year,
       first_told,
       last_told,
       documents,
       fact_id
FROM settled
WHERE number = 1
  AND (nullif(:organization, '') IS NULL OR :organization IN (organization, organization_name))
  AND (nullif(:party, '') IS NULL OR :party IN (state, state_name))
ORDER BY organization,
         CASE status WHEN 'chair' THEN 1 WHEN 'member' THEN 2 WHEN 'observer' THEN 3 ELSE 4 END,
         ifnull(year, substr(first_told, 1, 4)), first_told, state_name, event, fact_id;
