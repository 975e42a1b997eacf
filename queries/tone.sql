/* title: Cooperation and conflict
   group: speech
   question: How much of what each party said and did toward others was cooperation, how much conflict, year by year?
   param: party | text | | code or English name of a state or organization; empty: all
   param: from | text | | first year; empty: from the beginning
   param: until | text | | last year; empty: to the end
   column: party | code of the state or organization
   column: party_name | its English name
   column: year | of the document's first meeting, else of its publication
   column: verbal_cooperation | agreeing, consulting, supporting, conceding: how often
   column: material_cooperation | cooperating, giving aid, retreating
   column: verbal_conflict | requesting, accusing, rejecting, threatening
   column: material_conflict | protesting, sanctioning, mobilizing, coercing, assaulting
   column: conflict_percent | both kinds of conflict, of all four
   column: most | the commonest of the categories besides CONSULT, with its number
   read: Counted are statements that do something, documents adopted and meetings attended (docs/coding.md). A request is
     coded as verbal conflict, however polite. Reports of meetings tell little of conflict: compare parties and years with
     each other, not with zero. */
WITH days AS (
  SELECT d.name AS document, substr(coalesce(min(c.date), d.published), 1, 4) AS year
  FROM documents AS d
  LEFT JOIN calendar AS c ON c.document = d.name
  GROUP BY d.name
),
done AS (
  SELECT e.party, e.party_name, y.year, e.category, e.quad, count(*) AS number
  FROM events AS e
  JOIN days AS y ON y.document = e.document
  WHERE e.party IS NOT NULL
    AND (nullif(:party, '') IS NULL OR :party IN (e.party, e.party_name))
    AND (nullif(:from, '') IS NULL OR y.year >= CAST(:from AS TEXT))
    AND (nullif(:until, '') IS NULL OR y.year <= CAST(:until AS TEXT))
  GROUP BY e.party, y.year, e.category
),
placed AS (
  SELECT *, row_number() OVER (PARTITION BY party, year ORDER BY category = 'CONSULT', number DESC, category) AS place
  FROM done
)
SELECT party,
       party_name,
       CAST(year AS INTEGER) AS year,
       ifnull(sum(number) FILTER (WHERE quad = 'verbal cooperation'), 0) AS verbal_cooperation,
       ifnull(sum(number) FILTER (WHERE quad = 'material cooperation'), 0) AS material_cooperation,
       ifnull(sum(number) FILTER (WHERE quad = 'verbal conflict'), 0) AS verbal_conflict,
       ifnull(sum(number) FILTER (WHERE quad = 'material conflict'), 0) AS material_conflict,
       CAST(round(100.0 * ifnull(sum(number) FILTER (WHERE quad LIKE '%conflict'), 0) / sum(number)) AS INTEGER)
         AS conflict_percent,
       max(category || ' ' || number) FILTER (WHERE place = 1 AND category <> 'CONSULT') AS most
FROM placed
GROUP BY party, year
ORDER BY party_name, party, year IS NULL, year;
