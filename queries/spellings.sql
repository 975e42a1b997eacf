/* title: Disputed spellings
   group: sources
   question: Which names do documents write in different ways, and which publishers write them so?
   param: kind | text | | person, state or organization; empty: all
   param: name | text | | any spelling, % for any letters; empty: all
   param: publisher | text | | name of a publisher, % for any letters; empty: all
   column: kind | person, state, organization
   column: name | name by which the other reports show it
   column: form | a spelling that differs from another, and not only in being shorter
   column: documents | number of documents that use it
   column: publishers | who published these, by name; empty where no document says so
   column: first_told | day of the first of them: of its first meeting, else of its publication
   column: last_told | day of the last
   read: The spellings of one name stand together, the most used first. Of each document the longest spelling counts, so
     a surname beside the whole name is no dispute; initials, other transliterations and changed names are. Acronyms are
     left out. All spellings are in the report names. */
WITH day AS (
  SELECT d.document_id, d.publisher, coalesce(min(c.date), substr(d.published, 1, 10)) AS day
  FROM documents AS d
  LEFT JOIN calendar AS c ON c.document = d.name
  GROUP BY d.document_id
),
used AS (
  SELECT 'person' AS kind, p.person_id AS id, p.name, n.name AS form, u.document_id
  FROM person_namings AS u
  JOIN person_names AS n ON n.name_id = u.name_id
  JOIN personas AS a ON a.persona_id = n.persona_id
  JOIN people AS p ON p.person_id = a.person_id
  UNION ALL
  SELECT l.kind, l.party_id, l.name, n.name, u.document_id
  FROM party_namings AS u
  JOIN party_names AS n ON n.name_id = u.name_id
  JOIN party_labels AS l ON l.party_id = n.party_id AND l.code <> n.name
),
longest AS (
  SELECT *, row_number() OVER (PARTITION BY kind, id, document_id ORDER BY length(form) DESC, form) AS place FROM used
),
form AS (
  SELECT kind, id, name, form, count(*) AS documents, min(y.day) AS first_told, max(y.day) AS last_told
  FROM longest AS f
  JOIN day AS y ON y.document_id = f.document_id
  WHERE f.place = 1
  GROUP BY kind, id, form
),
disputed AS (
  SELECT *
  FROM form AS f
  WHERE EXISTS (SELECT 1 FROM form AS g
                WHERE g.kind = f.kind AND g.id = f.id AND instr(g.form, f.form) = 0 AND instr(f.form, g.form) = 0)
),
publisher AS (
  SELECT kind, id, form, group_concat(publisher, ', ') AS publishers, max(publisher LIKE :publisher) AS is_asked
  FROM (SELECT DISTINCT f.kind, f.id, f.form, y.publisher
        FROM longest AS f
        JOIN day AS y ON y.document_id = f.document_id
        WHERE f.place = 1
        ORDER BY f.kind, f.id, f.form, y.publisher)
  GROUP BY kind, id, form
)
SELECT d.kind,
       d.name,
       d.form,
       d.documents,
       p.publishers,
       d.first_told,
       d.last_told
FROM disputed AS d
JOIN publisher AS p ON p.kind = d.kind AND p.id = d.id AND p.form = d.form
WHERE (nullif(:kind, '') IS NULL OR d.kind = :kind)
  AND (nullif(:publisher, '') IS NULL OR p.is_asked)
  AND (nullif(:name, '') IS NULL
       OR EXISTS (SELECT 1 FROM form AS g WHERE g.kind = d.kind AND g.id = d.id AND (g.form LIKE :name OR g.name LIKE :name)))
ORDER BY d.kind, d.name, min(d.first_told) OVER (PARTITION BY d.kind, d.id), d.id, d.documents DESC, d.form;
