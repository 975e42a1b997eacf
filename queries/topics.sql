/* title: Who speaks about what, and how
   group: speech
   question: How often did each speaker speak about each topic, and with which acts?
   param: party | text | | code or English name of the party for which the speaker speaks; empty: all
   param: topic | text | | one topic, as energy; empty: all
   column: topic | what was spoken about; a statement counts for each of its topics
   column: party | code of the party for which the speaker speaks
   column: speaker | a person's name, a party's code, or group for several together
   column: statements | how many
   column: acts | asserts, proposes, promises ..., each with its number; those without a reporting verb are left out
   read: Topics are found by words (docs/coding.md); a statement that has none of them is not here. */
WITH said AS (
  SELECT t.name AS topic, s.party, s.party_name, s.speaker, s.act
  FROM speech AS s
  JOIN statements AS n ON n.fact_no = s.statement_id
  JOIN topics AS t ON n.topics & t.bit
),
counted AS (
  SELECT topic, party, party_name, speaker, act, count(*) AS statements
  FROM said
  GROUP BY topic, party, party_name, speaker, act
)
SELECT topic,
       party,
       speaker,
       sum(statements) AS statements,
       group_concat(act || ' ' || statements, ', ') AS acts
FROM (SELECT * FROM counted ORDER BY topic, party, speaker, statements DESC, act)
WHERE (nullif(:party, '') IS NULL OR :party IN (party, party_name))
  AND (nullif(:topic, '') IS NULL OR topic = :topic)
GROUP BY topic, party, speaker
ORDER BY topic, statements DESC, speaker, party;
