-- A database of schema 2, as the loader of then made it and the SQLite shell dumps it.
PRAGMA application_id = 1396920132;
PRAGMA user_version = 2;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE about (
  /* What this file is: one row for each thing worth knowing about the file as a whole. */
  key TEXT PRIMARY KEY,             -- title, description, schema, made by, licence, how to cite, where to start
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO about VALUES('description','Facts from reports of diplomatic meetings: people and their offices, meetings and who took part, what was said, proposed and adopted, who belongs to which organization. Every fact points to the passage that states it and to the rule that found it.');
INSERT INTO about VALUES('example: what China proposed','SELECT document, name, text FROM proposals WHERE party = ''CHN'';');
INSERT INTO about VALUES('example: who represented India','SELECT document, meeting, person, capacity FROM attendance WHERE party = ''IND'';');
INSERT INTO about VALUES('how to cite','By fact_id, as the views give it: document, kind of fact, first and last character of the passage. It stays the same when the database is built anew from the same texts.');
INSERT INTO about VALUES('licence','The database and the programs that made it: MIT. The texts belong to their publishers (documents.publisher, documents.uri).');
INSERT INTO about VALUES('made by','scoload 0.1.0');
INSERT INTO about VALUES('schema version','2');
INSERT INTO about VALUES('title','scodb: who met whom, and who said what');
INSERT INTO about VALUES('where to start','The views: offices, calendar, attendance, speech, proposals, adoptions, membership, name_forms; citations has the passage of every fact. The command .schema in sqlite3 shows what each table, view and column means.');
CREATE TABLE documents (
  /* A text as it was loaded: a report of a summit, of talks, of a call. All offsets anywhere in this file count
     Unicode code points of documents.text from 0, the end exclusive, so that a passage is
     substr(text, start_char + 1, end_char - start_char). */
  document_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE         -- short name to cite the document by
    CHECK (name <> ''),
  title TEXT,                       -- headline, where the source gives one beside the text
  publisher TEXT,
  uri TEXT,                         -- where the text was published
  published TEXT                    -- day of publication, ISO 8601
    CHECK (published IS NULL OR published GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]*'),
  language TEXT,                    -- BCP 47
  sha256 TEXT NOT NULL              -- of the text in UTF-8, hexadecimal
    CHECK (length(sha256) = 64),
  text TEXT NOT NULL                -- the input, decoded; no byte-order mark, line ends as a line feed, else untouched
    CHECK (text <> '')
) STRICT;
INSERT INTO documents VALUES(1,'lakes-2031','Leaders of the lakes meet in Osh','Lake News','https://lakes.example/2031/05','2031-05-02','en','8fdd969151ffb0ee86c14958e9497a2e299704a4d54c071cb8ef21ffc41dcd7e',replace('On May 2, 2031, President Askar Zhumin of Kazakhstan met with Prime Minister Émile Beauchêne of France in Osh.\n\nPresident Zhumin said, “We offer to open a Centre for Clean Lakes in Almaty in 2033.” Prime Minister Beauchêne thanked the President and said that France supports the proposal.\n\nForeign Minister Aigul Dzhumaeva of Kyrgyzstan also attended the meeting. The sides adopted the Osh Declaration.','\n',char(10)));
INSERT INTO documents VALUES(2,'phone/2031 call',NULL,NULL,NULL,'2031-06-10',NULL,'151050fefeafded77e09ac446ef50bd97d5c7606c4a422b9a39780c49c9fd61c',replace('President Askar Zhumin of Kazakhstan spoke by telephone with President of India Ravi Chandrán.\nHe stressed that trade between the two countries grew by 12 percent. “Our friendship’s roots are deep,” said Ravi Chandrán.','\n',char(10)));
INSERT INTO documents VALUES(3,'zürich',NULL,NULL,NULL,'2031-07-01','en-GB','320e0d158bc5ce6530627192a8811b50435bd9782e91d2fa6c9389be38f33b12',replace('date 2031-07-01\nThe 3rd meeting of the Council of Lake Ministers was held in Geneva on 1 July 2031. Switzerland took over the presidency of the Shanghai Cooperation Organization in a story that nobody believed.\n','\n',char(10)));
CREATE TABLE sentences (
  /* Where the sentences of a document lie. */
  document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  start_char INTEGER NOT NULL CHECK (start_char >= 0),
  end_char INTEGER NOT NULL CHECK (end_char > start_char),
  paragraph INTEGER NOT NULL CHECK (paragraph >= 1),   -- number of the paragraph in the document
  PRIMARY KEY (document_id, start_char)
) STRICT, WITHOUT ROWID;
INSERT INTO sentences VALUES(1,0,110,1);
INSERT INTO sentences VALUES(1,112,197,2);
INSERT INTO sentences VALUES(1,198,288,2);
INSERT INTO sentences VALUES(1,290,363,3);
INSERT INTO sentences VALUES(1,364,402,3);
INSERT INTO sentences VALUES(2,0,94,1);
INSERT INTO sentences VALUES(2,95,163,2);
INSERT INTO sentences VALUES(2,164,218,2);
INSERT INTO sentences VALUES(3,0,15,1);
INSERT INTO sentences VALUES(3,16,99,2);
INSERT INTO sentences VALUES(3,100,210,2);
CREATE TABLE parties (
  /* Whatever can send a delegation, hold a presidency, propose or sign: a state, an organization, or several of them
     together (the one row of kind 'group'). Its name stands in states or organizations; the view party_labels shows
     each party with the code that the views use. */
  party_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('state', 'organization', 'group'))
) STRICT;
INSERT INTO parties VALUES(1,'state');
INSERT INTO parties VALUES(2,'state');
INSERT INTO parties VALUES(3,'state');
INSERT INTO parties VALUES(4,'group');
INSERT INTO parties VALUES(5,'state');
INSERT INTO parties VALUES(6,'organization');
INSERT INTO parties VALUES(7,'state');
CREATE TABLE states (
  /* A state, or another territory with a code of ISO 3166-1 (XK and XKX stand for Kosovo; former states have the codes
     of ISO 3166-3). */
  party_id INTEGER PRIMARY KEY REFERENCES parties,
  alpha2 TEXT NOT NULL UNIQUE CHECK (alpha2 GLOB '[A-Z][A-Z]' OR alpha2 GLOB '[A-Z][A-Z][A-Z][A-Z]'),
  alpha3 TEXT NOT NULL UNIQUE CHECK (alpha3 GLOB '[A-Z][A-Z][A-Z]'),
  name TEXT NOT NULL UNIQUE,        -- short English name
  official_name TEXT                -- full name of the state, where it differs
) STRICT;
INSERT INTO states VALUES(1,'KZ','KAZ','Kazakhstan','Republic of Kazakhstan');
INSERT INTO states VALUES(2,'FR','FRA','France','French Republic');
INSERT INTO states VALUES(3,'KG','KGZ','Kyrgyzstan','Kyrgyz Republic');
INSERT INTO states VALUES(5,'IN','IND','India','Republic of India');
INSERT INTO states VALUES(7,'CH','CHE','Switzerland','Swiss Confederation');
CREATE TABLE organizations (
  /* An international organization, a grouping of states, an organ that has a name of its own, or a body met in a text. */
  party_id INTEGER PRIMARY KEY REFERENCES parties,
  acronym TEXT UNIQUE,              -- usual English acronym, NULL where it has none
  name TEXT NOT NULL,               -- full English name
  kind TEXT NOT NULL                -- intergovernmental, grouping, organ, bank, court, body, ...
) STRICT;
INSERT INTO organizations VALUES(6,'SCO','Shanghai Cooperation Organization','intergovernmental');
CREATE TABLE organization_keys (
  /* By what a document's organization is known to be this one: its acronym, its full name. Organizations that share one
     are one, unless a document tells them apart. */
  key TEXT NOT NULL,
  party_id INTEGER NOT NULL REFERENCES organizations,
  document_id INTEGER NOT NULL REFERENCES documents,
  kind TEXT,                        -- as what the document has the bearer of that name; NULL: the key is an acronym
  PRIMARY KEY (key, party_id, document_id)
) STRICT, WITHOUT ROWID;
INSERT INTO organization_keys VALUES('SCO',6,3,NULL);
INSERT INTO organization_keys VALUES('Shanghai Cooperation Organization',6,3,'intergovernmental');
CREATE TABLE party_names (
  /* How a document names a party: one row for each spelling and document. */
  party_id INTEGER NOT NULL REFERENCES parties,
  form TEXT NOT NULL,
  document_id INTEGER NOT NULL REFERENCES documents,
  PRIMARY KEY (party_id, form, document_id)
) STRICT, WITHOUT ROWID;
INSERT INTO party_names VALUES(1,'Kazakhstan',1);
INSERT INTO party_names VALUES(2,'France',1);
INSERT INTO party_names VALUES(3,'Kyrgyzstan',1);
INSERT INTO party_names VALUES(1,'Kazakhstan',2);
INSERT INTO party_names VALUES(5,'India',2);
INSERT INTO party_names VALUES(6,'Shanghai Cooperation Organization',3);
INSERT INTO party_names VALUES(7,'Switzerland',3);
CREATE TABLE people (
  /* A person. Offices are facts of documents and stand in occupancies. */
  person_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,               -- name to show: the word list's, else the fullest met
  listed INTEGER NOT NULL           -- 1: the loader's word list knows this person, 0: known from texts only
    CHECK (listed IN (0, 1))
) STRICT;
INSERT INTO people VALUES(1,'Askar Zhumin',0);
INSERT INTO people VALUES(2,'Émile Beauchêne',0);
INSERT INTO people VALUES(3,'Aigul Dzhumaeva',0);
INSERT INTO people VALUES(4,'Ravi Chandrán',0);
CREATE TABLE personas (
  /* A person as documents present one: under a name, in an office, in a year. Which of them are one person is worked out
     over all documents together, and reason says why this one is; docs/identity.md has the evidence that it takes. */
  persona_id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people,
  key TEXT NOT NULL,                -- the name without case, accents and differences of transliteration
  listed TEXT,                      -- the name in the loader's word list, NULL: not in it
  state TEXT,                       -- alpha-3 of the state of the office
  organization TEXT,                -- acronym or name of the organization of the office
  post TEXT,                        -- the office by its common name, NULL: none is given
  rank TEXT,                        -- see roles.rank
  year INTEGER,                     -- in which the documents were published, NULL: unknown
  reason TEXT NOT NULL              -- why it is this person: word list, same name, order of names, fuller name, initials, ...
) STRICT;
INSERT INTO personas VALUES(1,1,'askar jumin',NULL,'KAZ',NULL,'President','head of state',2031,'same name');
INSERT INTO personas VALUES(2,2,'emile beauchene',NULL,'FRA',NULL,'Prime Minister','head of government',2031,'same name');
INSERT INTO personas VALUES(3,3,'aigul jumava',NULL,'KGZ',NULL,'Foreign Minister','minister',2031,'same name');
INSERT INTO personas VALUES(4,4,'ravi chandran',NULL,'IND',NULL,'President','head of state',2031,'same name');
CREATE TABLE persona_keys (
  /* By what personas come into question for one person: the whole name, or a word of it beside the party. */
  key TEXT NOT NULL,
  persona_id INTEGER NOT NULL REFERENCES personas,
  PRIMARY KEY (key, persona_id)
) STRICT, WITHOUT ROWID;
INSERT INTO persona_keys VALUES('askar KAZ',1);
INSERT INTO persona_keys VALUES('askarjumin',1);
INSERT INTO persona_keys VALUES('jumin KAZ',1);
INSERT INTO persona_keys VALUES('beauchene FRA',2);
INSERT INTO persona_keys VALUES('emile FRA',2);
INSERT INTO persona_keys VALUES('emilebeauchene',2);
INSERT INTO persona_keys VALUES('aigul KGZ',3);
INSERT INTO persona_keys VALUES('aiguljumava',3);
INSERT INTO persona_keys VALUES('jumava KGZ',3);
INSERT INTO persona_keys VALUES('chandran IND',4);
INSERT INTO persona_keys VALUES('ravi IND',4);
INSERT INTO persona_keys VALUES('ravichandran',4);
CREATE TABLE appearances (
  /* A document presents a persona. */
  persona_id INTEGER NOT NULL REFERENCES personas,
  document_id INTEGER NOT NULL REFERENCES documents,
  told_apart INTEGER NOT NULL       -- 1: the document has others who could be meant by that name, so it tells them apart
    CHECK (told_apart IN (0, 1)),
  PRIMARY KEY (persona_id, document_id)
) STRICT, WITHOUT ROWID;
INSERT INTO appearances VALUES(1,1,0);
INSERT INTO appearances VALUES(1,2,0);
INSERT INTO appearances VALUES(2,1,0);
INSERT INTO appearances VALUES(3,1,0);
INSERT INTO appearances VALUES(4,2,0);
CREATE TABLE person_names (
  /* How a document names a person: one row for each spelling and document. */
  person_id INTEGER NOT NULL REFERENCES people,
  form TEXT NOT NULL,
  document_id INTEGER NOT NULL REFERENCES documents,
  PRIMARY KEY (person_id, form, document_id)
) STRICT, WITHOUT ROWID;
INSERT INTO person_names VALUES(1,'Askar Zhumin',1);
INSERT INTO person_names VALUES(1,'Zhumin',1);
INSERT INTO person_names VALUES(2,'Beauchêne',1);
INSERT INTO person_names VALUES(2,'Émile Beauchêne',1);
INSERT INTO person_names VALUES(3,'Aigul Dzhumaeva',1);
INSERT INTO person_names VALUES(1,'Askar Zhumin',2);
INSERT INTO person_names VALUES(4,'Ravi Chandrán',2);
CREATE TABLE roles (
  /* An office, in the words of the texts and without the state: President, Acting President, Secretary-General. */
  role_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  rank TEXT NOT NULL                -- level at which its holder represents a party
    CHECK (rank IN ('head of state', 'head of government', 'deputy head', 'minister', 'head of organization',
                    'deputy minister', 'ambassador', 'official', 'other'))
) STRICT;
INSERT INTO roles VALUES(1,'President','head of state');
INSERT INTO roles VALUES(2,'Prime Minister','head of government');
INSERT INTO roles VALUES(3,'Foreign Minister','minister');
CREATE TABLE categories (
  /* What a statement does toward others: the event categories of PLOVER (Open Event Data Alliance), told in our own
     words. docs/coding.md says how they are found. */
  code TEXT PRIMARY KEY,            -- AGREE
  name TEXT NOT NULL UNIQUE,        -- in a few words
  quad TEXT NOT NULL                -- whether it is said or done, together or against each other
    CHECK (quad IN ('verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict')),
  cameo TEXT NOT NULL,              -- the two-digit roots of CAMEO that it takes in, to join older event data
  note TEXT NOT NULL                -- what it looks like in a report of a meeting
) STRICT, WITHOUT ROWID;
INSERT INTO categories VALUES('ACCUSE','accusation','verbal conflict','09, 11','blames, condemns, criticizes, deplores a deed');
INSERT INTO categories VALUES('AGREE','agreement','verbal cooperation','03','promises, agrees or is ready to cooperate, to help, to meet');
INSERT INTO categories VALUES('AID','aid','material cooperation','07','has given money, goods, training, asylum');
INSERT INTO categories VALUES('ASSAULT','assault','material conflict','18, 19, 20','attacks, fights, kills');
INSERT INTO categories VALUES('COERCE','coercion','material conflict','17','seizes, arrests, expels, restricts');
INSERT INTO categories VALUES('CONCEDE','concession','verbal cooperation','08','says that it gives way, eases, accepts a demand');
INSERT INTO categories VALUES('CONSULT','consultation','verbal cooperation','04','meets, visits, hosts, phones, negotiates, mediates');
INSERT INTO categories VALUES('COOPERATE','cooperation','material cooperation','06','does something together: exercises, shared intelligence, extradition');
INSERT INTO categories VALUES('MOBILIZE','mobilization','material conflict','15','moves or alerts troops');
INSERT INTO categories VALUES('PROTEST','protest','material conflict','14','demonstrates, strikes, blocks roads');
INSERT INTO categories VALUES('REJECT','rejection','verbal conflict','12','opposes, refuses, rules out');
INSERT INTO categories VALUES('REQUEST','request','verbal conflict','02, 10','asks, urges, calls on others, demands');
INSERT INTO categories VALUES('RETREAT','retreat','material cooperation','08','withdraws, releases, returns, disarms');
INSERT INTO categories VALUES('SANCTION','sanction','material conflict','16','breaks off relations, stops aid, imposes an embargo');
INSERT INTO categories VALUES('SUPPORT','support','verbal cooperation','05','praises, thanks, endorses, stands by somebody, appeals for cooperation, signs an agreement');
INSERT INTO categories VALUES('THREATEN','threat','verbal conflict','13','says what it will do to others if they do or do not');
CREATE TABLE topics (
  /* What statements are about: energy, trade, health. Those of a statement are kept as the sum of their bits:
     SELECT ... FROM statements AS s JOIN topics AS t ON s.topics & t.bit. */
  topic_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  bit INTEGER NOT NULL UNIQUE CHECK (bit > 0 AND bit & bit - 1 = 0),   -- 1, 2, 4, 8, ...
  note TEXT                         -- what belongs to it
) STRICT;
INSERT INTO topics VALUES(1,'trade',1,'goods, markets, customs, industry, economic cooperation');
INSERT INTO topics VALUES(2,'institutions',2,'organizations themselves: membership, chairmanship, organs, charters, reform');
CREATE TABLE facts (
  /* Every fact of the tables below has its number here and at least one row in evidence. The same fact stated by
     several documents is one fact with several evidences. */
  fact_no INTEGER PRIMARY KEY,
  kind TEXT NOT NULL
    CHECK (kind = 'office' OR kind = 'meeting' OR kind = 'attendance' OR kind = 'speech' OR kind = 'proposal'
           OR kind = 'adoption' OR kind = 'membership')
) STRICT;
INSERT INTO facts VALUES(1,'office');
INSERT INTO facts VALUES(2,'office');
INSERT INTO facts VALUES(3,'office');
INSERT INTO facts VALUES(4,'meeting');
INSERT INTO facts VALUES(5,'attendance');
INSERT INTO facts VALUES(6,'attendance');
INSERT INTO facts VALUES(7,'attendance');
INSERT INTO facts VALUES(8,'speech');
INSERT INTO facts VALUES(9,'speech');
INSERT INTO facts VALUES(10,'proposal');
INSERT INTO facts VALUES(11,'adoption');
INSERT INTO facts VALUES(12,'office');
INSERT INTO facts VALUES(13,'meeting');
INSERT INTO facts VALUES(14,'attendance');
INSERT INTO facts VALUES(15,'attendance');
INSERT INTO facts VALUES(16,'speech');
INSERT INTO facts VALUES(17,'speech');
INSERT INTO facts VALUES(18,'meeting');
INSERT INTO facts VALUES(19,'speech');
INSERT INTO facts VALUES(20,'membership');
CREATE TABLE occupancies (
  /* A person was named in an office (role_id), held for a party; both NULL where a document names the person without. */
  fact_no INTEGER PRIMARY KEY REFERENCES facts ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES people,
  role_id INTEGER REFERENCES roles,
  party_id INTEGER REFERENCES parties
) STRICT;
INSERT INTO occupancies VALUES(1,1,1,1);
INSERT INTO occupancies VALUES(2,2,2,2);
INSERT INTO occupancies VALUES(3,3,3,3);
INSERT INTO occupancies VALUES(12,4,1,5);
CREATE TABLE meetings (
  /* A particular meeting. Name, date and place are settled from what the documents say (meeting_accounts). */
  meeting_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  organization_id INTEGER REFERENCES organizations (party_id),  -- NULL: of no organization, as a bilateral meeting
  ordinal INTEGER CHECK (ordinal > 0),                          -- its number in the series
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),   -- first day
  place TEXT                                                    -- city
) STRICT;
INSERT INTO meetings VALUES(1,'Kazakhstan - France',NULL,NULL,'2031-05-02','Osh');
INSERT INTO meetings VALUES(2,'Kazakhstan - India',NULL,NULL,NULL,NULL);
INSERT INTO meetings VALUES(3,'3rd meeting of the Council',NULL,3,'2031-07-01','Geneva');
CREATE TABLE meeting_keys (
  /* By what a document's meeting is known to be this one: organization, series, number or day. Meetings that share a
     key are one, unless a document tells them apart. */
  key TEXT NOT NULL,
  meeting_id INTEGER NOT NULL REFERENCES meetings,
  document_id INTEGER NOT NULL REFERENCES documents,
  PRIMARY KEY (key, meeting_id, document_id)
) STRICT, WITHOUT ROWID;
INSERT INTO meeting_keys VALUES('FRA+KAZ@2031-05-02',1,1);
INSERT INTO meeting_keys VALUES('phone/2031 call:IND+KAZ.1',2,2);
INSERT INTO meeting_keys VALUES('-/council@2031-07-01',3,3);
CREATE TABLE meeting_accounts (
  /* What documents say of a meeting as such: its name in their words, number, day and place. */
  fact_no INTEGER PRIMARY KEY REFERENCES facts ON DELETE CASCADE,
  meeting_id INTEGER NOT NULL REFERENCES meetings,
  name TEXT NOT NULL,
  organization_id INTEGER REFERENCES organizations (party_id),
  ordinal INTEGER CHECK (ordinal > 0),
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  place TEXT
) STRICT;
INSERT INTO meeting_accounts VALUES(4,1,'Kazakhstan - France',NULL,NULL,'2031-05-02','Osh');
INSERT INTO meeting_accounts VALUES(13,2,'Kazakhstan - India',NULL,NULL,NULL,NULL);
INSERT INTO meeting_accounts VALUES(18,3,'3rd meeting of the Council',NULL,3,'2031-07-01','Geneva');
CREATE TABLE participations (
  /* Somebody took part in a meeting: a person, for a party, or a delegation whose members the text does not name. */
  fact_no INTEGER PRIMARY KEY REFERENCES facts ON DELETE CASCADE,
  meeting_id INTEGER NOT NULL REFERENCES meetings,
  person_id INTEGER REFERENCES people,          -- NULL: unnamed delegation
  party_id INTEGER REFERENCES parties,          -- whom they represented; NULL: the text does not say
  capacity TEXT NOT NULL
    CHECK (capacity = 'chair' OR capacity = 'participant' OR capacity = 'guest' OR capacity = 'observer'),
  CHECK (person_id IS NOT NULL OR party_id IS NOT NULL)
) STRICT;
INSERT INTO participations VALUES(5,1,1,1,'participant');
INSERT INTO participations VALUES(6,1,2,2,'participant');
INSERT INTO participations VALUES(7,1,3,3,'participant');
INSERT INTO participations VALUES(14,2,1,1,'participant');
INSERT INTO participations VALUES(15,2,4,5,'participant');
CREATE TABLE statements (
  /* A stretch of text that someone said. The words themselves are the passage of its evidence, read through the view
     speech. */
  fact_no INTEGER PRIMARY KEY REFERENCES facts ON DELETE CASCADE,
  person_id INTEGER REFERENCES people,          -- speaker, where a person speaks
  party_id INTEGER REFERENCES parties,          -- for whom the person speaks, or the party that speaks itself; kind 'group': several together
  mode TEXT NOT NULL CHECK (mode IN ('direct', 'reported')),   -- quoted, or told in the narrator's words
  verb TEXT,                                    -- reporting verb as it stands in the text
  act TEXT                                      -- speech act that the verb expresses
    CHECK (act = 'asserts' OR act = 'proposes' OR act = 'promises' OR act = 'asks' OR act = 'praises'
           OR act = 'thanks' OR act = 'hopes' OR act = 'opposes' OR act = 'agrees' OR act = 'announces'
           OR act = 'expresses'),
  category TEXT REFERENCES categories,          -- what it does toward others; NULL: no more than it says
  topics INTEGER CHECK (topics > 0),            -- what it is about: the sum of topics.bit; NULL: none of the topics
  meeting_id INTEGER REFERENCES meetings,       -- at which it was said
  digest INTEGER NOT NULL,                      -- 32 bits of the SHA-256 of the words, white space aside
  CHECK (person_id IS NOT NULL OR party_id IS NOT NULL)
) STRICT;
INSERT INTO statements VALUES(8,1,1,'direct','said','asserts',NULL,NULL,1,-136075108);
INSERT INTO statements VALUES(9,2,2,'reported','said','asserts','SUPPORT',NULL,1,-808582134);
INSERT INTO statements VALUES(16,4,5,'direct','said','asserts',NULL,NULL,2,-838048994);
INSERT INTO statements VALUES(17,1,1,'reported','stressed','asserts',NULL,1,2,146520802);
INSERT INTO statements VALUES(19,NULL,7,'reported','believed','asserts',NULL,2,3,464597059);
CREATE TABLE initiatives (
  /* A concrete undertaking: a forum, centre, fund, exercise, a number of training places. Mentioned often, it is one
     row; who put it forward stands in proposings. */
  initiative_id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,                     -- the words of its name: no case, accents, number, order; of a bare "joint statement" also whose
  name TEXT NOT NULL,                           -- name to show, the one used most
  kind TEXT                                     -- forum, centre, fund, training, ...: what most documents say
) STRICT;
INSERT INTO initiatives VALUES(1,'center clean lake','Centre for Clean Lakes','centre');
CREATE TABLE proposings (
  /* Somebody put an initiative forward. */
  fact_no INTEGER PRIMARY KEY REFERENCES facts ON DELETE CASCADE,
  initiative_id INTEGER NOT NULL REFERENCES initiatives,
  name TEXT NOT NULL,                           -- in the words of the document
  kind TEXT,                                    -- by the words of the document
  party_id INTEGER NOT NULL REFERENCES parties, -- who puts it forward
  person_id INTEGER REFERENCES people,          -- who said so, where a person did
  stance TEXT                                   -- proposes: to others; offers: will do or give it; supports: somebody else's; continues, invites to: what exists
    CHECK (stance = 'proposes' OR stance = 'offers' OR stance = 'supports' OR stance = 'continues' OR stance = 'invites'),
  year INTEGER CHECK (year BETWEEN 1900 AND 2200),   -- for which it is meant
  quantity REAL,                                -- how many, how much
  unit TEXT,                                    -- of what: people, scholarships, yuan
  beneficiary_id INTEGER REFERENCES parties,    -- for whom it is
  beneficiary TEXT,                             -- the same in the words of the document, where it is not one party
  CHECK (beneficiary_id IS NULL OR beneficiary IS NULL)
) STRICT;
INSERT INTO proposings VALUES(10,1,'Centre for Clean Lakes','centre',1,1,'offers',2033,NULL,NULL,NULL,NULL);
CREATE TABLE instruments (
  /* A document that was signed, adopted, approved, issued: declaration, statement, agreement, plan. */
  instrument_id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,                     -- the words of its name: no case, accents, number, order; of a bare "joint statement" also whose
  name TEXT NOT NULL,                           -- name to show, the one used most
  kind TEXT                                     -- declaration, statement, agreement, ...: what most documents say
) STRICT;
INSERT INTO instruments VALUES(1,'declaration osh','Osh Declaration','declaration');
CREATE TABLE instrument_acts (
  /* Somebody signed, adopted, approved, issued an instrument. */
  fact_no INTEGER PRIMARY KEY REFERENCES facts ON DELETE CASCADE,
  instrument_id INTEGER NOT NULL REFERENCES instruments,
  name TEXT NOT NULL,                           -- in the words of the document
  kind TEXT,                                    -- by the words of the document
  action TEXT NOT NULL,                         -- past form of the verb: signed, adopted, approved, issued
  party_id INTEGER NOT NULL REFERENCES parties,
  meeting_id INTEGER REFERENCES meetings        -- where, NULL if the text does not say
) STRICT;
INSERT INTO instrument_acts VALUES(11,1,'Osh Declaration','declaration','adopted',4,1);
CREATE TABLE standings (
  /* A party is member, observer, dialogue partner or chair of an organization. */
  fact_no INTEGER PRIMARY KEY REFERENCES facts ON DELETE CASCADE,
  party_id INTEGER NOT NULL REFERENCES parties,
  organization_id INTEGER NOT NULL REFERENCES organizations (party_id),
  status TEXT NOT NULL CHECK (status IN ('member', 'observer', 'dialogue partner', 'chair')),
  event TEXT NOT NULL CHECK (event IN ('standing', 'accession', 'presidency')),
  year INTEGER CHECK (year BETWEEN 1800 AND 2200),   -- of the accession, or in which the presidency begins
  CHECK ((status = 'chair') = (event = 'presidency'))
) STRICT;
INSERT INTO standings VALUES(20,7,6,'chair','presidency',NULL);
CREATE TABLE rules (
  /* The rules that found the facts, by the names they have in loader/rules. */
  rule_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  note TEXT                         -- what the rule looks for
) STRICT;
INSERT INTO rules VALUES(1,'office-name-of','President Askar Zhumin of Kazakhstan; Secretary-General of the United Nations Ivo Marsen');
INSERT INTO rules VALUES(2,'meets','met with, held talks with, spoke by phone with: one side left, one right');
INSERT INTO rules VALUES(3,'attends','attended, took part in, addressed');
INSERT INTO rules VALUES(4,'says','a reporting verb alone: before a clause, a quotation, or inside or behind what it reports');
INSERT INTO rules VALUES(5,'says-that','pointed out that X; told reporters that X; expressed to Y the hope that X');
INSERT INTO rules VALUES(6,'proposes','a concrete undertaking behind a verb or a phrase by which somebody puts it forward');
INSERT INTO rules VALUES(7,'adopts','documents to the right of a verb of adopting: signed the declaration');
INSERT INTO rules VALUES(8,'meeting','a meeting with what tells it apart: number, session, organization, organ');
INSERT INTO rules VALUES(9,'presidency','the rotating presidency of the SCO for 2024-2025; its chairmanship');
CREATE TABLE evidence (
  /* Where a document states a fact: the passage, and the rule that found it. A fact of one document is cited as
     name:kind:start-end (column fact_id of the views), from documents.name, facts.kind and the passage; where several
     facts of a kind rest on one passage, the second ends in .2, the third in .3. */
  fact_no INTEGER NOT NULL REFERENCES facts ON DELETE CASCADE,
  document_id INTEGER NOT NULL REFERENCES documents,
  start_char INTEGER NOT NULL CHECK (start_char >= 0),
  end_char INTEGER NOT NULL CHECK (end_char > start_char),
  twin INTEGER NOT NULL DEFAULT 1 CHECK (twin >= 1),   -- number among the facts of that kind on that passage
  rule_id INTEGER NOT NULL REFERENCES rules,
  PRIMARY KEY (fact_no, document_id)
) STRICT, WITHOUT ROWID;
INSERT INTO evidence VALUES(1,1,16,52,1,1);
INSERT INTO evidence VALUES(1,2,0,36,1,1);
INSERT INTO evidence VALUES(2,1,62,102,1,1);
INSERT INTO evidence VALUES(3,1,290,336,1,1);
INSERT INTO evidence VALUES(4,1,53,61,1,2);
INSERT INTO evidence VALUES(5,1,16,52,1,2);
INSERT INTO evidence VALUES(6,1,62,102,1,2);
INSERT INTO evidence VALUES(7,1,290,336,1,3);
INSERT INTO evidence VALUES(8,1,136,196,1,4);
INSERT INTO evidence VALUES(9,1,259,287,1,5);
INSERT INTO evidence VALUES(10,1,148,177,1,6);
INSERT INTO evidence VALUES(11,1,386,401,1,7);
INSERT INTO evidence VALUES(12,2,61,93,1,1);
INSERT INTO evidence VALUES(13,2,37,60,1,2);
INSERT INTO evidence VALUES(14,2,0,36,1,2);
INSERT INTO evidence VALUES(15,2,61,93,1,2);
INSERT INTO evidence VALUES(16,2,165,197,1,4);
INSERT INTO evidence VALUES(17,2,112,162,1,5);
INSERT INTO evidence VALUES(18,3,20,46,1,8);
INSERT INTO evidence VALUES(19,3,100,200,1,4);
INSERT INTO evidence VALUES(20,3,100,177,1,9);
CREATE TABLE IF NOT EXISTS 'documents_fts_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO documents_fts_data VALUES(1,X'03078108');
INSERT INTO documents_fts_data VALUES(10,X'000000000101010001010101');
INSERT INTO documents_fts_data VALUES(137438953473,X'0000042c03303031030601010502013703060101040101310306010114020132020601011a010132010601010402033033310106010105020801010315040133010601012401033372640306010107010161010601011c02060101220204646f7074010601013e02046967756c010601013402056c6d61746901060101220302736f010601013802026e64010601012b02017202060101200204736b61720106010107010601010302057474656e6401060101390108626561756368656e01080101101903046c69657603060101260305747765656e0206010114020179020801010813010563656e7472010601011d020768616e6472616e020801010f1702046c65616e010601011f02056f6f706572030601011f0305756e63696c030601010b050374726902060101170104646174650306010102020565636c6172010601014103026570020601012102087a68756d6165766101060101350104656d696c010601010f0103666f72010601011e04046569676e0106010132020472616e6301080101121e030869656e6473686970020601011d010667656e65766103060101120203726577020601011801026865020601011003026c6403060101100102696e010c0701011310040208010111120303646961020601010d01046a756c690306010115010a6b617a616b687374616e010601010a01060101060209797267797a7374616e010601013701046c616b65010805010120020601010d0205656164657201020201036d61690106010103020365657401080601013b0206010108030174010601010b0205696e697374010a01010e1a0f020601010e01066e6f626f6469030601012501026f66010c030101090a27010801010509010a01010905120303666572010601011902016e01060101020206010113020370656e010601011b02047267616e030601012002027368010a080101142e02027572020601011c02037665720306010119010770657263656e74020601011b02057265736964010a010106111701080101020b010601011b0303696d65010801010d1a03046f706f730106010131010472617669020801010e1702036f6f74020601011f010173020601011e02036169640108010117170106010122020768616e67686169030601011e0203696465010601013d0204706f6b6502060101070204746f72690306010123030472657373020601011102067570706f7274010601012f020a7769747a65726c616e640306010117010874656c6570686f6e0206010109020468616e6b0106010128040174010601012d01060101120106010124030165011004010129090c04050106010115010c01010606120502016f010601011a03026f6b030601011802047261646502060101130202776f020601011601027761030601010f02016501060101180203697468010601010c010601010a01067a68756d696e010801010810010601010404090808080810080a0d0b0b0c090908100c100b0c090c0f0b0c0c0a0b0c090f0b0a0b0c0f0d0a0909120a0b1610110a0a1008130d190a0d0a0b0b090a0e190b0b0c0a08100e0a0b0b0b0d110f0b121a08090b0909080f');
CREATE TABLE IF NOT EXISTS 'documents_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO documents_fts_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'documents_fts_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO documents_fts_docsize VALUES(1,X'0740');
INSERT INTO documents_fts_docsize VALUES(2,X'0023');
INSERT INTO documents_fts_docsize VALUES(3,X'0025');
CREATE TABLE IF NOT EXISTS 'documents_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO documents_fts_config VALUES('version',4);
CREATE TABLE IF NOT EXISTS 'statements_fts_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO statements_fts_data VALUES(1,X'052f');
INSERT INTO statements_fts_data VALUES(10,X'000000000101010001010101');
INSERT INTO statements_fts_data VALUES(137438953473,X'0000017b0330313211020901043230333308020e0101610802060b020d02056c6d61746908020c02017210020601076265747765656e110203020179110208010563656e747208020702046c65616e08020902056f6f70657213020a0305756e7472691102060104646565701002070103666f72080208020472616e63090202030869656e64736869701002030104677265771102070102696e08040b040b020c01046c616b6508020a01066e6f626f646913021001026f661302070303666572080203020370656e08020502047267616e13020b020275721002020203766572130204010770657263656e7411020a0205726573696413020603046f706f730902050104726f6f74100205010173100204020768616e676861691302090204746f726913020e02067570706f7274090203020a7769747a65726c616e6413020201047468617413020f0301650902040802040204050502016f08020403026f6b1302030204726164651102020202776f11020501027765080202040709090a060c060a090a0a0908090d090b090b0708080907080c0a0909060c090b0f090d06070907');
CREATE TABLE IF NOT EXISTS 'statements_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO statements_fts_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'statements_fts_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO statements_fts_docsize VALUES(8,X'0d');
INSERT INTO statements_fts_docsize VALUES(9,X'04');
INSERT INTO statements_fts_docsize VALUES(16,X'06');
INSERT INTO statements_fts_docsize VALUES(17,X'09');
INSERT INTO statements_fts_docsize VALUES(19,X'0f');
CREATE TABLE IF NOT EXISTS 'statements_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO statements_fts_config VALUES('version',4);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 VALUES('statements_fts_config','statements_fts_config','1 1');
INSERT INTO sqlite_stat1 VALUES('statements_fts_data',NULL,'3');
INSERT INTO sqlite_stat1 VALUES('documents_fts_data',NULL,'3');
INSERT INTO sqlite_stat1 VALUES('documents_fts_docsize',NULL,'3');
INSERT INTO sqlite_stat1 VALUES('organization_keys','organization_keys_party','2 2 1');
INSERT INTO sqlite_stat1 VALUES('organization_keys','organization_keys_document','2 2 1');
INSERT INTO sqlite_stat1 VALUES('organization_keys','organization_keys','2 1 1 1');
INSERT INTO sqlite_stat1 VALUES('meetings','meetings_organization','3 3');
INSERT INTO sqlite_stat1 VALUES('meetings','meetings_date','3 1');
INSERT INTO sqlite_stat1 VALUES('statements_fts_docsize',NULL,'5');
INSERT INTO sqlite_stat1 VALUES('meeting_keys','meeting_keys_meeting','3 1 1');
INSERT INTO sqlite_stat1 VALUES('meeting_keys','meeting_keys_document','3 1 1');
INSERT INTO sqlite_stat1 VALUES('meeting_keys','meeting_keys','3 1 1 1');
INSERT INTO sqlite_stat1 VALUES('statements_fts_idx','statements_fts_idx','1 1 1');
INSERT INTO sqlite_stat1 VALUES('parties','parties_group','1 1');
INSERT INTO sqlite_stat1 VALUES('parties',NULL,'7');
INSERT INTO sqlite_stat1 VALUES('meeting_accounts','meeting_accounts_organization','3 3');
INSERT INTO sqlite_stat1 VALUES('meeting_accounts','meeting_accounts_meeting','3 1');
INSERT INTO sqlite_stat1 VALUES('states','sqlite_autoindex_states_3','5 1');
INSERT INTO sqlite_stat1 VALUES('states','sqlite_autoindex_states_2','5 1');
INSERT INTO sqlite_stat1 VALUES('states','sqlite_autoindex_states_1','5 1');
INSERT INTO sqlite_stat1 VALUES('statements','statements_meeting','5 2');
INSERT INTO sqlite_stat1 VALUES('statements','statements_party','5 2');
INSERT INTO sqlite_stat1 VALUES('statements','statements_person','5 2');
INSERT INTO sqlite_stat1 VALUES('statements','statements_digest','5 1');
INSERT INTO sqlite_stat1 VALUES('proposings','proposings_beneficiary','1 1');
INSERT INTO sqlite_stat1 VALUES('proposings','proposings_person','1 1');
INSERT INTO sqlite_stat1 VALUES('proposings','proposings_party','1 1');
INSERT INTO sqlite_stat1 VALUES('proposings','proposings_initiative','1 1');
INSERT INTO sqlite_stat1 VALUES('instruments','sqlite_autoindex_instruments_1','1 1');
INSERT INTO sqlite_stat1 VALUES('organizations','organizations_name','1 1');
INSERT INTO sqlite_stat1 VALUES('organizations','sqlite_autoindex_organizations_1','1 1');
INSERT INTO sqlite_stat1 VALUES('sentences','sentences','11 4 1');
INSERT INTO sqlite_stat1 VALUES('documents','sqlite_autoindex_documents_1','3 1');
INSERT INTO sqlite_stat1 VALUES('participations','participations_party','5 2');
INSERT INTO sqlite_stat1 VALUES('participations','participations_person','5 2');
INSERT INTO sqlite_stat1 VALUES('participations','participations_fact','5 3 1 1 1');
INSERT INTO sqlite_stat1 VALUES('people','people_name','4 1');
INSERT INTO sqlite_stat1 VALUES('roles','sqlite_autoindex_roles_1','3 1');
INSERT INTO sqlite_stat1 VALUES('about','about','9 1');
INSERT INTO sqlite_stat1 VALUES('personas','personas_person','4 1');
INSERT INTO sqlite_stat1 VALUES('personas','personas_claim','4 1 1 1 1 1 1 1');
INSERT INTO sqlite_stat1 VALUES('instrument_acts','instrument_acts_meeting','1 1');
INSERT INTO sqlite_stat1 VALUES('instrument_acts','instrument_acts_party','1 1');
INSERT INTO sqlite_stat1 VALUES('instrument_acts','instrument_acts_instrument','1 1');
INSERT INTO sqlite_stat1 VALUES('documents_fts_config','documents_fts_config','1 1');
INSERT INTO sqlite_stat1 VALUES('persona_keys','persona_keys_persona','12 3');
INSERT INTO sqlite_stat1 VALUES('persona_keys','persona_keys','12 1 1');
INSERT INTO sqlite_stat1 VALUES('person_names','person_names_document','7 4');
INSERT INTO sqlite_stat1 VALUES('person_names','person_names','7 2 2 1');
INSERT INTO sqlite_stat1 VALUES('categories','sqlite_autoindex_categories_2','16 1');
INSERT INTO sqlite_stat1 VALUES('categories','categories','16 1');
INSERT INTO sqlite_stat1 VALUES('topics','sqlite_autoindex_topics_2','2 1');
INSERT INTO sqlite_stat1 VALUES('topics','sqlite_autoindex_topics_1','2 1');
INSERT INTO sqlite_stat1 VALUES('occupancies','occupancies_party','4 1');
INSERT INTO sqlite_stat1 VALUES('occupancies','occupancies_role','4 2');
INSERT INTO sqlite_stat1 VALUES('occupancies','occupancies_fact','4 1 1 1');
INSERT INTO sqlite_stat1 VALUES('facts',NULL,'20');
INSERT INTO sqlite_stat1 VALUES('initiatives','sqlite_autoindex_initiatives_1','1 1');
INSERT INTO sqlite_stat1 VALUES('rules','sqlite_autoindex_rules_1','9 1');
INSERT INTO sqlite_stat1 VALUES('standings','standings_organization','1 1');
INSERT INTO sqlite_stat1 VALUES('standings','standings_fact','1 1 1 1 1 1');
INSERT INTO sqlite_stat1 VALUES('party_names','party_names_document','7 3');
INSERT INTO sqlite_stat1 VALUES('party_names','party_names','7 2 2 1');
INSERT INTO sqlite_stat1 VALUES('appearances','appearances_document','5 3');
INSERT INTO sqlite_stat1 VALUES('appearances','appearances','5 2 1');
INSERT INTO sqlite_stat1 VALUES('evidence','evidence_document','21 7 2');
INSERT INTO sqlite_stat1 VALUES('evidence','evidence','21 1 1');
INSERT INTO sqlite_stat1 VALUES('documents_fts_idx','documents_fts_idx','1 1 1');
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','documents_fts','documents_fts',0,'CREATE VIRTUAL TABLE documents_fts USING fts5 (
  /* Full text of the documents: SELECT ... WHERE documents_fts MATCH ''security NEAR cooperation''. rowid = document_id. */
  title, text, content="documents", content_rowid="document_id", tokenize="porter unicode61 remove_diacritics 2"
)');
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','statements_fts','statements_fts',0,'CREATE VIRTUAL TABLE statements_fts USING fts5 (
  /* Full text of the statements. rowid = statements.fact_no. */
  text, content="statement_texts", content_rowid="statement_id", tokenize="porter unicode61 remove_diacritics 2"
)');
CREATE UNIQUE INDEX parties_group ON parties (kind) WHERE kind = 'group';
CREATE INDEX organizations_name ON organizations (name);
CREATE UNIQUE INDEX organization_keys_document ON organization_keys (document_id, key);
CREATE INDEX organization_keys_party ON organization_keys (party_id, key);
CREATE INDEX party_names_document ON party_names (document_id);
CREATE INDEX people_name ON people (name);
CREATE UNIQUE INDEX personas_claim ON personas (key, ifnull(listed, ''), ifnull(state, ''), ifnull(organization, ''),
  ifnull(post, ''), ifnull(rank, ''), ifnull(year, 0));
CREATE INDEX personas_person ON personas (person_id);
CREATE INDEX persona_keys_persona ON persona_keys (persona_id);
CREATE INDEX appearances_document ON appearances (document_id);
CREATE INDEX appearances_apart ON appearances (persona_id, document_id) WHERE told_apart = 1;
CREATE INDEX person_names_document ON person_names (document_id);
CREATE UNIQUE INDEX occupancies_fact ON occupancies (person_id, ifnull(role_id, 0), ifnull(party_id, 0));
CREATE INDEX occupancies_role ON occupancies (role_id);
CREATE INDEX occupancies_party ON occupancies (party_id);
CREATE INDEX meetings_date ON meetings (date);
CREATE INDEX meetings_organization ON meetings (organization_id);
CREATE UNIQUE INDEX meeting_keys_document ON meeting_keys (document_id, key);
CREATE INDEX meeting_keys_meeting ON meeting_keys (meeting_id, key);
CREATE INDEX meeting_accounts_meeting ON meeting_accounts (meeting_id);
CREATE INDEX meeting_accounts_organization ON meeting_accounts (organization_id);
CREATE UNIQUE INDEX participations_fact ON participations (meeting_id, ifnull(person_id, 0), ifnull(party_id, 0), capacity);
CREATE INDEX participations_person ON participations (person_id);
CREATE INDEX participations_party ON participations (party_id);
CREATE INDEX statements_digest ON statements (digest);
CREATE INDEX statements_person ON statements (person_id);
CREATE INDEX statements_party ON statements (party_id);
CREATE INDEX statements_meeting ON statements (meeting_id);
CREATE INDEX proposings_initiative ON proposings (initiative_id);
CREATE INDEX proposings_party ON proposings (party_id);
CREATE INDEX proposings_person ON proposings (person_id);
CREATE INDEX proposings_beneficiary ON proposings (beneficiary_id);
CREATE INDEX instrument_acts_instrument ON instrument_acts (instrument_id);
CREATE INDEX instrument_acts_party ON instrument_acts (party_id);
CREATE INDEX instrument_acts_meeting ON instrument_acts (meeting_id);
CREATE UNIQUE INDEX standings_fact ON standings (party_id, organization_id, status, event, ifnull(year, 0));
CREATE INDEX standings_organization ON standings (organization_id);
CREATE INDEX evidence_document ON evidence (document_id, start_char);
CREATE VIEW party_labels AS
  /* Each party with the code and the name by which the other views show it. */
  SELECT p.party_id,
         p.kind,                        -- state, organization, group
         CASE p.kind                    -- ISO alpha-3, acronym (name, where there is none), or group
           WHEN 'state' THEN (SELECT s.alpha3 FROM states AS s WHERE s.party_id = p.party_id)
           WHEN 'organization' THEN (SELECT coalesce(o.acronym, o.name) FROM organizations AS o WHERE o.party_id = p.party_id)
           ELSE 'group' END AS code,
         CASE p.kind
           WHEN 'state' THEN (SELECT s.name FROM states AS s WHERE s.party_id = p.party_id)
           WHEN 'organization' THEN (SELECT o.name FROM organizations AS o WHERE o.party_id = p.party_id)
           ELSE 'several together' END AS name
  FROM parties AS p
;
CREATE VIEW citations AS
  /* Every evidence with the id by which its fact is cited, the passage, and the rule that found it. */
  SELECT d.name || ':' || f.kind || ':' || e.start_char || '-' || e.end_char
           || CASE e.twin WHEN 1 THEN '' ELSE '.' || e.twin END AS fact_id,
         d.name AS document,
         f.kind,                        -- office, meeting, attendance, speech, proposal, adoption, membership
         r.name AS rule,                -- the rule that found it
         substr(d.text, e.start_char + 1, e.end_char - e.start_char) AS passage,
         (SELECT substr(d.text, s.start_char + 1, s.end_char - s.start_char) FROM sentences AS s
          WHERE s.document_id = e.document_id AND s.start_char <= e.start_char
          ORDER BY s.start_char DESC LIMIT 1) AS sentence,    -- in which the passage begins
         e.start_char,
         e.end_char,
         e.fact_no,                     -- number of the fact in the tables
         e.document_id
  FROM evidence AS e
  JOIN facts AS f ON f.fact_no = e.fact_no
  JOIN documents AS d ON d.document_id = e.document_id
  JOIN rules AS r ON r.rule_id = e.rule_id
;
CREATE VIEW offices AS
  /* Who was named in which office, for whom: one row for each person of a document, role NULL where it gives none. */
  SELECT d.name AS document,
         p.name AS person,
         r.name AS role,
         l.code AS party,               -- ISO alpha-3 or acronym of the state or organization of the office
         l.name AS party_name,
         r.rank,                        -- head of state, head of government, minister, ...
         d.name || ':office:' || e.start_char || '-' || e.end_char
           || CASE e.twin WHEN 1 THEN '' ELSE '.' || e.twin END AS fact_id,
         e.start_char,
         e.end_char,
         o.person_id,
         o.party_id
  FROM occupancies AS o
  JOIN evidence AS e ON e.fact_no = o.fact_no
  JOIN documents AS d ON d.document_id = e.document_id
  JOIN people AS p ON p.person_id = o.person_id
  LEFT JOIN roles AS r ON r.role_id = o.role_id
  LEFT JOIN party_labels AS l ON l.party_id = o.party_id
;
CREATE VIEW calendar AS
  /* The meetings, as each document tells of them. */
  SELECT d.name AS document,
         a.meeting_id,
         a.name AS meeting,             -- in the words of the document
         a.ordinal,                     -- its number in the series
         l.code AS organization,
         l.name AS organization_name,
         a.date,                        -- first day, ISO 8601
         a.place,                       -- city
         d.name || ':meeting:' || e.start_char || '-' || e.end_char
           || CASE e.twin WHEN 1 THEN '' ELSE '.' || e.twin END AS fact_id,
         e.start_char,
         e.end_char,
         a.organization_id
  FROM meeting_accounts AS a
  JOIN evidence AS e ON e.fact_no = a.fact_no
  JOIN documents AS d ON d.document_id = e.document_id
  LEFT JOIN party_labels AS l ON l.party_id = a.organization_id
;
CREATE VIEW attendance AS
  /* Who took part in which meeting, for whom, in which capacity. */
  SELECT d.name AS document,
         t.meeting_id,
         (SELECT a.name FROM meeting_accounts AS a JOIN evidence AS ae ON ae.fact_no = a.fact_no
          WHERE a.meeting_id = t.meeting_id AND ae.document_id = e.document_id) AS meeting,
         p.name AS person,              -- NULL: a delegation whose members are not named
         l.code AS party,
         l.name AS party_name,
         t.capacity,                    -- chair, participant, guest, observer
         d.name || ':attendance:' || e.start_char || '-' || e.end_char
           || CASE e.twin WHEN 1 THEN '' ELSE '.' || e.twin END AS fact_id,
         e.start_char,
         e.end_char,
         t.person_id,
         t.party_id
  FROM participations AS t
  JOIN evidence AS e ON e.fact_no = t.fact_no
  JOIN documents AS d ON d.document_id = e.document_id
  LEFT JOIN people AS p ON p.person_id = t.person_id
  LEFT JOIN party_labels AS l ON l.party_id = t.party_id
;
CREATE VIEW speech AS
  /* Who said what: the words are the passage itself. */
  SELECT d.name AS document,
         coalesce(p.name, l.code) AS speaker,          -- a person's name, a party's code, or group
         CASE WHEN p.name IS NULL THEN l.kind ELSE 'person' END AS speaker_kind,
         l.code AS party,                              -- for which the speaker speaks
         l.name AS party_name,
         s.mode,                                       -- direct (quoted) or reported
         s.verb,                                       -- reporting verb
         s.act,                                        -- asserts, proposes, promises, asks, praises, ...
         substr(d.text, e.start_char + 1, e.end_char - e.start_char) AS text,
         s.meeting_id,
         d.name || ':speech:' || e.start_char || '-' || e.end_char
           || CASE e.twin WHEN 1 THEN '' ELSE '.' || e.twin END AS fact_id,
         e.start_char,
         e.end_char,
         s.person_id,
         s.party_id,
         s.fact_no AS statement_id,     -- rowid in statements_fts
         s.category,                    -- AGREE, SUPPORT, REQUEST, ...: see categories
         c.quad,                        -- verbal or material, cooperation or conflict
         (SELECT group_concat(name, ', ') FROM (SELECT name FROM topics WHERE s.topics & bit ORDER BY name) AS topics)
           AS topics                    -- what it is about: energy, trade
  FROM statements AS s
  JOIN evidence AS e ON e.fact_no = s.fact_no
  JOIN documents AS d ON d.document_id = e.document_id
  LEFT JOIN people AS p ON p.person_id = s.person_id
  LEFT JOIN party_labels AS l ON l.party_id = s.party_id
  LEFT JOIN categories AS c ON c.code = s.category
;
CREATE VIEW proposals AS
  /* Who put forward which initiative, with the passage that says so. */
  SELECT d.name AS document,
         g.name,                        -- the undertaking in the words of the document
         l.code AS party,               -- who puts it forward
         l.name AS party_name,
         p.name AS person,              -- who said so
         i.kind,                        -- forum, centre, fund, training, ...
         g.stance,                      -- proposes, offers, supports, continues, invites
         g.year,
         g.quantity,
         g.unit,
         substr(d.text, e.start_char + 1, e.end_char - e.start_char) AS text,
         (SELECT substr(d.text, s.start_char + 1, s.end_char - s.start_char) FROM sentences AS s
          WHERE s.document_id = e.document_id AND s.start_char <= e.start_char
          ORDER BY s.start_char DESC LIMIT 1) AS sentence,    -- in which the passage begins
         g.initiative_id,
         d.name || ':proposal:' || e.start_char || '-' || e.end_char
           || CASE e.twin WHEN 1 THEN '' ELSE '.' || e.twin END AS fact_id,
         e.start_char,
         e.end_char,
         g.person_id,
         g.party_id,
         coalesce(b.code, g.beneficiary) AS beneficiary,     -- for whom: a party's code, or in the words of the document
         b.name AS beneficiary_name,    -- NULL: no single party
         g.beneficiary_id
  FROM proposings AS g
  JOIN initiatives AS i ON i.initiative_id = g.initiative_id
  JOIN evidence AS e ON e.fact_no = g.fact_no
  JOIN documents AS d ON d.document_id = e.document_id
  JOIN party_labels AS l ON l.party_id = g.party_id
  LEFT JOIN people AS p ON p.person_id = g.person_id
  LEFT JOIN party_labels AS b ON b.party_id = g.beneficiary_id
;
CREATE VIEW adoptions AS
  /* Which documents were signed, adopted, approved or issued, and by whom. */
  SELECT d.name AS document,
         a.name,                        -- the adopted text in the words of the document
         a.action,                      -- signed, adopted, approved, issued, ...
         l.code AS party,
         l.name AS party_name,
         i.kind,                        -- declaration, statement, agreement, ...
         a.meeting_id,
         (SELECT substr(d.text, s.start_char + 1, s.end_char - s.start_char) FROM sentences AS s
          WHERE s.document_id = e.document_id AND s.start_char <= e.start_char
          ORDER BY s.start_char DESC LIMIT 1) AS sentence,    -- in which the passage begins
         d.name || ':adoption:' || e.start_char || '-' || e.end_char
           || CASE e.twin WHEN 1 THEN '' ELSE '.' || e.twin END AS fact_id,
         e.start_char,
         e.end_char,
         a.party_id
  FROM instrument_acts AS a
  JOIN instruments AS i ON i.instrument_id = a.instrument_id
  JOIN evidence AS e ON e.fact_no = a.fact_no
  JOIN documents AS d ON d.document_id = e.document_id
  JOIN party_labels AS l ON l.party_id = a.party_id
;
CREATE VIEW membership AS
  /* Which state stands how in which organization, as the documents say. */
  SELECT d.name AS document,
         l.code AS state,               -- a party: the EU can be a member too
         l.name AS state_name,
         o.code AS organization,
         o.name AS organization_name,
         m.status,                      -- member, observer, dialogue partner, chair
         m.event,                       -- standing, accession, presidency
         m.year,
         d.name || ':membership:' || e.start_char || '-' || e.end_char
           || CASE e.twin WHEN 1 THEN '' ELSE '.' || e.twin END AS fact_id,
         e.start_char,
         e.end_char,
         m.party_id,                    -- of state
         m.organization_id
  FROM standings AS m
  JOIN evidence AS e ON e.fact_no = m.fact_no
  JOIN documents AS d ON d.document_id = e.document_id
  JOIN party_labels AS l ON l.party_id = m.party_id
  JOIN party_labels AS o ON o.party_id = m.organization_id
;
CREATE VIEW name_forms AS
  /* Every known spelling of a name: canonical is a person's name, a party's code, or a meeting's settled name. */
  SELECT 'person' AS kind, p.name AS canonical, n.form FROM person_names AS n JOIN people AS p USING (person_id)
  UNION SELECT 'person', name, name FROM people
  UNION SELECT l.kind, l.code, n.form FROM party_names AS n JOIN party_labels AS l USING (party_id)
  UNION SELECT kind, code, name FROM party_labels WHERE kind <> 'group'
  UNION SELECT 'state', alpha3, official_name FROM states WHERE official_name IS NOT NULL
  UNION SELECT 'meeting', m.name, a.name FROM meeting_accounts AS a JOIN meetings AS m USING (meeting_id);
CREATE VIEW events AS
  /* Who does what toward others: statements with a category, documents adopted (SUPPORT), meetings attended (CONSULT). */
  SELECT e.document,
         e.person,                      -- NULL: the party itself, or an unnamed delegation
         e.party,
         e.party_name,
         e.category,
         c.quad,                        -- verbal or material, cooperation or conflict
         c.cameo,                       -- roots of CAMEO
         e.what,                        -- the words, the document adopted, or the meeting
         e.fact_id,
         e.start_char,
         e.end_char
  FROM (SELECT document, CASE speaker_kind WHEN 'person' THEN speaker END AS person, party, party_name, category, text AS what,
               fact_id, start_char, end_char
        FROM speech WHERE category IS NOT NULL
        UNION ALL
        SELECT document, NULL, party, party_name, 'SUPPORT', name, fact_id, start_char, end_char FROM adoptions
        UNION ALL
        SELECT document, person, party, party_name, 'CONSULT', meeting, fact_id, start_char, end_char FROM attendance) AS e
  JOIN categories AS c ON c.code = e.category
;
CREATE VIEW merges AS
  /* What several documents speak of as one: a row for each of them, and why it is the same. */
  WITH part (kind, thing_id, canonical, form, document_id, reason, fact_no) AS (
    SELECT 'person', p.person_id, w.name,
           (SELECT n.form FROM person_names AS n WHERE n.person_id = p.person_id AND n.document_id = a.document_id
            ORDER BY length(n.form) DESC, n.form LIMIT 1),
           a.document_id, p.reason,
           (SELECT e.fact_no FROM occupancies AS o JOIN evidence AS e ON e.fact_no = o.fact_no
            WHERE o.person_id = p.person_id AND e.document_id = a.document_id)
    FROM personas AS p
    JOIN people AS w ON w.person_id = p.person_id
    JOIN appearances AS a ON a.persona_id = p.persona_id
    UNION ALL
    SELECT 'meeting', m.meeting_id, m.name, c.name, e.document_id,
           'shared key: ' || (SELECT min(k.key) FROM meeting_keys AS k WHERE k.meeting_id = m.meeting_id
                              AND k.document_id = e.document_id AND EXISTS (
                                SELECT 1 FROM meeting_keys AS o WHERE o.meeting_id = k.meeting_id AND o.key = k.key
                                AND o.document_id <> k.document_id)),
           c.fact_no
    FROM meeting_accounts AS c
    JOIN meetings AS m ON m.meeting_id = c.meeting_id
    JOIN evidence AS e ON e.fact_no = c.fact_no
    UNION ALL
    SELECT 'initiative', i.initiative_id, i.name, g.name, e.document_id, 'same words: ' || i.key, g.fact_no
    FROM proposings AS g
    JOIN initiatives AS i ON i.initiative_id = g.initiative_id
    JOIN evidence AS e ON e.fact_no = g.fact_no
    UNION ALL
    SELECT 'instrument', i.instrument_id, i.name, a.name, e.document_id, 'same words: ' || i.key, a.fact_no
    FROM instrument_acts AS a
    JOIN instruments AS i ON i.instrument_id = a.instrument_id
    JOIN evidence AS e ON e.fact_no = a.fact_no
  ),
  spread AS (
    SELECT *,
           min(document_id) OVER (PARTITION BY kind, thing_id) <> max(document_id) OVER (PARTITION BY kind, thing_id)
             AS in_several
    FROM part
  )
  SELECT s.kind,                        -- person, meeting, initiative, instrument
         s.canonical,                   -- the name to show
         s.form,                        -- the name that this document uses
         d.name AS document,
         s.reason,                      -- why it is the same as in the other documents
         c.fact_id,                     -- office, account of the meeting, proposal, adoption
         c.start_char,
         c.end_char,
         s.thing_id                     -- number in people, meetings, initiatives, instruments
  FROM spread AS s
  JOIN documents AS d ON d.document_id = s.document_id
  LEFT JOIN citations AS c ON c.fact_no = s.fact_no AND c.document_id = s.document_id
  WHERE s.in_several
;
CREATE VIEW namesakes AS
  /* People who have a surname and a state or organization, or the whole name, in common and are not one: why. */
  WITH named AS (
    SELECT person_id, persona_id, key, coalesce(state, organization) AS party,
           replace(key, rtrim(key, replace(key, ' ', '')), '') AS surname
    FROM personas
  ),
  pair AS (
    SELECT a.person_id AS one, b.person_id AS other, max(a.key = b.key) AS is_same_name, max(a.party = b.party) AS is_same_party,
           max(EXISTS (SELECT 1 FROM appearances AS x JOIN appearances AS y ON y.document_id = x.document_id
                       WHERE x.persona_id = a.persona_id AND y.persona_id = b.persona_id)) AS is_told_apart,
           max(instr(a.key, ' ') = 0 OR instr(b.key, ' ') = 0) AS is_short
    FROM named AS a
    JOIN named AS b ON b.surname = a.surname AND b.person_id > a.person_id
    WHERE a.key = b.key OR a.party = b.party
    GROUP BY 1, 2
  )
  SELECT one.name AS person,
         two.name AS other,
         CASE WHEN p.is_told_apart THEN 'a document names both'
              WHEN p.is_same_name AND p.is_same_party THEN 'offices or years exclude each other'
              WHEN p.is_short THEN 'the office does not tell'
              WHEN p.is_same_name THEN 'other state or organization'
              ELSE 'other given name' END AS reason,
         p.one AS person_id,
         p.other AS other_id
  FROM pair AS p
  JOIN people AS one ON one.person_id = p.one
  JOIN people AS two ON two.person_id = p.other;
CREATE VIEW statement_texts AS
  /* The words of each statement once, for the full-text index. */
  SELECT e.fact_no AS statement_id,
         substr(d.text, e.start_char + 1, e.end_char - e.start_char) AS text
  FROM statements AS s
  JOIN evidence AS e ON e.fact_no = s.fact_no
    AND e.document_id = (SELECT min(document_id) FROM evidence WHERE fact_no = s.fact_no)
  JOIN documents AS d ON d.document_id = e.document_id;
PRAGMA writable_schema=OFF;
COMMIT;
