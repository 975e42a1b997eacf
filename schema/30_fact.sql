-- Words are compared one by one where there are many rows: a list with IN is built anew for each. An index leaves out
-- rows that have nothing to be found by.
-- Keys of initiatives and instruments are not UNIQUE, as browsers would then show them in place of names; tests hold them to it.
CREATE TABLE kinds (
  /* The kinds of facts: one for each of the tables below that hold them. */
  kind_id INTEGER PRIMARY KEY,                  -- number of the kind in this file
  name TEXT NOT NULL UNIQUE                     -- office, meeting, attendance, speech, proposal, adoption, membership
) STRICT;

CREATE TABLE facts (
  /* Every fact of the tables below has its number here and at least one row in evidence. The same fact stated by
     several documents is one fact with several evidences. */
  fact_no INTEGER PRIMARY KEY,                  -- number of the fact in this file (to cite it: fact_id)
  kind_id INTEGER NOT NULL REFERENCES kinds (kind_id)   -- what is stated: an office, a meeting, ...
) STRICT;

CREATE TABLE occupancies (
  /* A person was named in an office (role_id), held for a party; both NULL where a document names the person without. */
  fact_no INTEGER PRIMARY KEY REFERENCES facts (fact_no) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES people (person_id),
  role_id INTEGER REFERENCES roles (role_id),
  party_id INTEGER REFERENCES parties (party_id)
) STRICT;
CREATE UNIQUE INDEX occupancies_fact ON occupancies (person_id, ifnull(role_id, 0), ifnull(party_id, 0));

CREATE TABLE meetings (
  /* A particular meeting. Name, date and place are settled from what the documents say (meeting_accounts). */
  meeting_id INTEGER PRIMARY KEY,                               -- number of the meeting in this file
  name TEXT NOT NULL,                                           -- as most documents call it
  organization_id INTEGER REFERENCES organizations (party_id),  -- whose meeting it is; NULL: of no organization, as a bilateral meeting
  ordinal INTEGER CHECK (ordinal > 0),                          -- its number in the series
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),   -- first day
  place TEXT                                                    -- city
) STRICT;

CREATE TABLE meeting_keys (
  /* By what a document's meeting is known to be this one: organization, series, number or day. Meetings that share a
     key are one, unless a document tells them apart. */
  key TEXT NOT NULL,                            -- SCO/heads of state#24, SCO/heads of state@2024-07-04
  meeting_id INTEGER NOT NULL REFERENCES meetings (meeting_id),
  document_id INTEGER NOT NULL REFERENCES documents (document_id),
  PRIMARY KEY (key, meeting_id, document_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX meeting_keys_document ON meeting_keys (document_id, key);
CREATE INDEX meeting_keys_meeting ON meeting_keys (meeting_id, key);

CREATE TABLE meeting_accounts (
  /* What documents say of a meeting as such: its name in their words, number, day and place. */
  fact_no INTEGER PRIMARY KEY REFERENCES facts (fact_no) ON DELETE CASCADE,
  meeting_id INTEGER NOT NULL REFERENCES meetings (meeting_id),
  name TEXT NOT NULL,                                           -- in the words of the document
  organization_id INTEGER REFERENCES organizations (party_id),  -- whose meeting it is
  ordinal INTEGER CHECK (ordinal > 0),                          -- its number in the series
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),   -- first day
  place TEXT                                                    -- city
) STRICT;
CREATE INDEX meeting_accounts_meeting ON meeting_accounts (meeting_id);

CREATE TABLE participations (
  /* Somebody took part in a meeting: a person, for a party, or a delegation whose members the text does not name. */
  fact_no INTEGER PRIMARY KEY REFERENCES facts (fact_no) ON DELETE CASCADE,
  meeting_id INTEGER NOT NULL REFERENCES meetings (meeting_id),
  person_id INTEGER REFERENCES people (person_id),          -- who; NULL: unnamed delegation
  party_id INTEGER REFERENCES parties (party_id),          -- whom they represented; NULL: the text does not say
  capacity TEXT NOT NULL                        -- chair, participant, guest, observer
    CHECK (capacity = 'chair' OR capacity = 'participant' OR capacity = 'guest' OR capacity = 'observer'),
  CHECK (person_id IS NOT NULL OR party_id IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX participations_fact ON participations (meeting_id, ifnull(person_id, 0), ifnull(party_id, 0), capacity);

CREATE TABLE manners (
  /* How something is said: quoted or told, by which verb, and what that verb expresses. */
  manner_id INTEGER PRIMARY KEY,                -- number of the manner in this file
  name TEXT NOT NULL UNIQUE,                    -- all of it in a few words: reported, said: asserts
  mode TEXT NOT NULL CHECK (mode IN ('direct', 'reported')),   -- direct: quoted; reported: told in the narrator's words
  verb TEXT,                                    -- reporting verb as it stands in the text
  act TEXT                                      -- what the verb expresses: asserts, proposes, promises, asks, praises, thanks, hopes, opposes, agrees, announces, expresses
    CHECK (act IN ('asserts', 'proposes', 'promises', 'asks', 'praises', 'thanks', 'hopes', 'opposes', 'agrees',
                   'announces', 'expresses'))
) STRICT;

CREATE TABLE statements (
  /* A stretch of text that someone said. The words themselves are the passage of its evidence, read through the view
     speech. */
  fact_no INTEGER PRIMARY KEY REFERENCES facts (fact_no) ON DELETE CASCADE,
  person_id INTEGER REFERENCES people (person_id),          -- speaker, where a person speaks
  party_id INTEGER REFERENCES parties (party_id),          -- for whom the person speaks, or the party that speaks itself; kind 'group': several together
  manner_id INTEGER NOT NULL REFERENCES manners (manner_id),   -- quoted or told, and by which verb
  category TEXT REFERENCES categories (code),          -- what it does toward others; NULL: no more than it says
  topics INTEGER CHECK (topics > 0),            -- what it is about: the sum of topics.bit; NULL: none of the topics
  meeting_id INTEGER REFERENCES meetings (meeting_id),       -- at which it was said
  digest INTEGER NOT NULL,                      -- a hash of the words in 24 bits, white space aside
  CHECK (person_id IS NOT NULL OR party_id IS NOT NULL)
) STRICT;
CREATE INDEX statements_words ON statements (meeting_id, digest);

CREATE TABLE initiatives (
  /* A concrete undertaking: a forum, centre, fund, exercise, a number of training places. Mentioned often, it is one
     row; who put it forward stands in proposings. */
  initiative_id INTEGER PRIMARY KEY,            -- number of the initiative in this file
  name TEXT NOT NULL,                           -- name to show, the one used most
  kind TEXT,                                    -- forum, centre, fund, training, ...: what most documents say
  key TEXT NOT NULL                             -- by what a document's initiative is known to be this one: the words of its name, no case, accents, number, order
) STRICT;
CREATE INDEX initiatives_key ON initiatives (key);

CREATE TABLE proposings (
  /* Somebody put an initiative forward. */
  fact_no INTEGER PRIMARY KEY REFERENCES facts (fact_no) ON DELETE CASCADE,
  initiative_id INTEGER NOT NULL REFERENCES initiatives (initiative_id),
  name TEXT NOT NULL,                           -- in the words of the document
  kind TEXT,                                    -- by the words of the document
  party_id INTEGER NOT NULL REFERENCES parties (party_id), -- who puts it forward
  person_id INTEGER REFERENCES people (person_id),          -- who said so, where a person did
  stance TEXT                                   -- proposes: to others; offers: will do or give it; supports: somebody else's; continues, invites to: what exists
    CHECK (stance = 'proposes' OR stance = 'offers' OR stance = 'supports' OR stance = 'continues' OR stance = 'invites'),
  year INTEGER CHECK (year BETWEEN 1900 AND 2200),   -- for which it is meant
  quantity REAL,                                -- how many, how much
  unit TEXT,                                    -- of what: people, scholarships, yuan
  beneficiary_id INTEGER REFERENCES parties (party_id),    -- for whom it is
  beneficiary TEXT,                             -- the same in the words of the document, where it is not one party
  CHECK (beneficiary_id IS NULL OR beneficiary IS NULL)
) STRICT;
CREATE INDEX proposings_initiative ON proposings (initiative_id, party_id, person_id);

CREATE TABLE instruments (
  /* A document that was signed, adopted, approved, issued: declaration, statement, agreement, plan. */
  instrument_id INTEGER PRIMARY KEY,            -- number of the instrument in this file
  name TEXT NOT NULL,                           -- name to show, the one used most
  kind TEXT,                                    -- declaration, statement, agreement, ...: what most documents say
  key TEXT NOT NULL                             -- as that of initiatives; of a bare "joint statement" also whose
) STRICT;
CREATE INDEX instruments_key ON instruments (key);

CREATE TABLE instrument_acts (
  /* Somebody signed, adopted, approved, issued an instrument. */
  fact_no INTEGER PRIMARY KEY REFERENCES facts (fact_no) ON DELETE CASCADE,
  instrument_id INTEGER NOT NULL REFERENCES instruments (instrument_id),
  name TEXT NOT NULL,                           -- in the words of the document
  kind TEXT,                                    -- by the words of the document
  action TEXT NOT NULL,                         -- past form of the verb: signed, adopted, approved, issued
  party_id INTEGER NOT NULL REFERENCES parties (party_id),     -- who did
  meeting_id INTEGER REFERENCES meetings (meeting_id)          -- where, NULL if the text does not say
) STRICT;
CREATE INDEX instrument_acts_instrument ON instrument_acts (instrument_id, party_id, meeting_id);

CREATE TABLE standings (
  /* A party is member, observer, dialogue partner or chair of an organization. */
  fact_no INTEGER PRIMARY KEY REFERENCES facts (fact_no) ON DELETE CASCADE,
  party_id INTEGER NOT NULL REFERENCES parties (party_id),               -- who is or becomes it
  organization_id INTEGER NOT NULL REFERENCES organizations (party_id),  -- of what
  status TEXT NOT NULL                          -- member, observer, dialogue partner, chair
    CHECK (status IN ('member', 'observer', 'dialogue partner', 'chair')),
  event TEXT NOT NULL                           -- standing: it is told to be one; accession, presidency: it becomes one
    CHECK (event IN ('standing', 'accession', 'presidency')),
  year INTEGER CHECK (year BETWEEN 1800 AND 2200),   -- of the accession, or in which the presidency begins
  CHECK ((status = 'chair') = (event = 'presidency'))
) STRICT;
CREATE UNIQUE INDEX standings_fact ON standings (party_id, organization_id, status, event, ifnull(year, 0));
