CREATE TABLE parties (
  /* Whatever can send a delegation, hold a presidency, propose or sign: a state, an organization, or several of them
     together (the one row of kind 'group'). What it is called in full stands in states or organizations. */
  party_id INTEGER PRIMARY KEY,     -- number of the party in this file
  kind TEXT NOT NULL                -- state, organization, group
    CHECK (kind IN ('state', 'organization', 'group')),
  name TEXT NOT NULL,               -- short, as the views show it: ISO alpha-3 code, acronym (full name, where it has none), or group
  UNIQUE (name, kind),
  UNIQUE (party_id, name),          -- for the foreign keys of states and organizations
  CHECK (kind <> 'group' OR name = 'group')
) STRICT;

CREATE TABLE states (
  /* A state, or another territory with a code of ISO 3166-1 (XK and XKX stand for Kosovo; former states have the codes
     of ISO 3166-3). */
  party_id INTEGER PRIMARY KEY REFERENCES parties (party_id),
  alpha2 TEXT NOT NULL UNIQUE       -- code of two letters; of a former state, of four
    CHECK (alpha2 GLOB '[A-Z][A-Z]' OR alpha2 GLOB '[A-Z][A-Z][A-Z][A-Z]'),
  alpha3 TEXT NOT NULL UNIQUE       -- code of three letters
    CHECK (alpha3 GLOB '[A-Z][A-Z][A-Z]'),
  name TEXT NOT NULL UNIQUE,        -- short English name
  official_name TEXT,               -- full name of the state, where it differs
  FOREIGN KEY (party_id, alpha3) REFERENCES parties (party_id, name) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE organizations (
  /* An international organization, a grouping of states, an organ that has a name of its own, or a body met in a text. */
  party_id INTEGER PRIMARY KEY REFERENCES parties (party_id),
  acronym TEXT,                     -- usual English acronym, NULL where it has none
  name TEXT NOT NULL,               -- full English name
  kind TEXT NOT NULL,               -- intergovernmental, grouping, organ, bank, court, body, ...
  FOREIGN KEY (party_id, acronym) REFERENCES parties (party_id, name) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX organizations_name ON organizations (name);

CREATE TABLE organization_keys (
  /* By what a document's organization is known to be this one: its acronym, its full name. Organizations that share one
     are one, unless a document tells them apart. */
  key TEXT NOT NULL,                -- acronym or full name
  party_id INTEGER NOT NULL REFERENCES organizations (party_id),
  document_id INTEGER NOT NULL REFERENCES documents (document_id),
  kind TEXT,                        -- as what the document has the bearer of that name; NULL: the key is an acronym
  PRIMARY KEY (key, party_id, document_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX organization_keys_document ON organization_keys (document_id, key);
CREATE INDEX organization_keys_party ON organization_keys (party_id, key);

CREATE TABLE party_names (
  /* A spelling by which documents name a party. */
  name_id INTEGER PRIMARY KEY,      -- number of the spelling in this file
  party_id INTEGER NOT NULL REFERENCES parties (party_id),
  name TEXT NOT NULL,               -- the name as it stands in the documents
  UNIQUE (party_id, name)
) STRICT;

CREATE TABLE party_namings (
  /* A document names a party so. */
  document_id INTEGER NOT NULL REFERENCES documents (document_id),
  name_id INTEGER NOT NULL REFERENCES party_names (name_id),
  PRIMARY KEY (document_id, name_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
  /* A person. Offices are facts of documents and stand in occupancies. */
  person_id INTEGER PRIMARY KEY,    -- number of the person in this file
  name TEXT NOT NULL,               -- name to show: the word list's, else the fullest met
  listed INTEGER NOT NULL           -- 1: the loader's word list knows this person, 0: known from texts only
    CHECK (listed IN (0, 1))
) STRICT;

CREATE TABLE personas (
  /* A person as documents present one: under a name, in an office, in a year. Which of them are one person is worked out
     over all documents together, and reason says why this one is; docs/identity.md has the evidence that it takes. */
  persona_id INTEGER PRIMARY KEY,   -- number of the persona in this file
  person_id INTEGER NOT NULL REFERENCES people (person_id),
  name TEXT NOT NULL,               -- its name without case, accents and differences of transliteration
  listed TEXT,                      -- the name in the loader's word list, NULL: not in it
  state TEXT,                       -- alpha-3 of the state of the office
  organization TEXT,                -- acronym or name of the organization of the office
  post TEXT,                        -- the office by its common name, NULL: none is given
  rank TEXT,                        -- see roles.rank
  year INTEGER,                     -- in which the documents were published, NULL: unknown
  document TEXT,                    -- the only one that presents it: a correction speaks of the person in this one; NULL: any
  reason TEXT NOT NULL              -- why it is this person: word list, same name, order of names, fuller name, correction: ..., ...
) STRICT;
CREATE UNIQUE INDEX personas_claim ON personas (name, ifnull(listed, ''), ifnull(state, ''), ifnull(organization, ''),
  ifnull(post, ''), ifnull(rank, ''), ifnull(year, 0), ifnull(document, ''));
CREATE INDEX personas_person ON personas (person_id);

CREATE TABLE persona_keys (
  /* By what personas come into question for one person: the whole name, or a word of it beside the party. */
  key TEXT NOT NULL,                -- = and the whole name, or a word of it and the party: xi CHN
  persona_id INTEGER NOT NULL REFERENCES personas (persona_id),
  PRIMARY KEY (key, persona_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX persona_keys_persona ON persona_keys (persona_id);

CREATE TABLE appearances (
  /* A document presents a persona. */
  persona_id INTEGER NOT NULL REFERENCES personas (persona_id),
  document_id INTEGER NOT NULL REFERENCES documents (document_id),
  told_apart INTEGER NOT NULL       -- 1: the document has others who could be meant by that name, so it tells them apart
    CHECK (told_apart IN (0, 1)),
  PRIMARY KEY (persona_id, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX appearances_document ON appearances (document_id);
CREATE INDEX appearances_apart ON appearances (persona_id, document_id) WHERE told_apart = 1;

CREATE TABLE person_names (
  /* A spelling by which documents name a persona. */
  name_id INTEGER PRIMARY KEY,      -- number of the spelling in this file
  persona_id INTEGER NOT NULL REFERENCES personas (persona_id),
  name TEXT NOT NULL,               -- the name as it stands in the documents
  UNIQUE (persona_id, name)
) STRICT;

CREATE TABLE person_namings (
  /* A document names a persona so. It presents that persona: which documents use a name is found by appearances. */
  document_id INTEGER NOT NULL REFERENCES documents (document_id),
  name_id INTEGER NOT NULL REFERENCES person_names (name_id),
  PRIMARY KEY (document_id, name_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE roles (
  /* An office, in the words of the texts and without the state: President, Acting President, Secretary-General. One name
     can stand for two: a President is head of a state or of an organization. */
  role_id INTEGER PRIMARY KEY,      -- number of the role in this file
  name TEXT NOT NULL,               -- of the office
  rank TEXT NOT NULL                -- level at which its holder represents a party: head of state, head of government, head of organization, deputy head, minister, deputy minister, ambassador, official, other
    CHECK (rank IN ('head of state', 'head of government', 'deputy head', 'minister', 'head of organization',
                    'deputy minister', 'ambassador', 'official', 'other')),
  UNIQUE (name, rank)
) STRICT;
