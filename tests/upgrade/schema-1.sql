-- A database of schema 1, as the loader of then made it and the SQLite shell dumps it.
PRAGMA application_id = 1396920132;
PRAGMA user_version = 1;
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
INSERT INTO about VALUES('schema version','1');
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
  key TEXT NOT NULL UNIQUE,         -- what makes two spellings one person: the name without case, accents and differences of transliteration
  name TEXT NOT NULL,               -- name to show: the word list's, else the fullest met
  listed INTEGER NOT NULL           -- 1: the loader's word list knows this person, 0: known from texts only
    CHECK (listed IN (0, 1))
) STRICT;
INSERT INTO people VALUES(1,'askar jumin','Askar Zhumin',0);
INSERT INTO people VALUES(2,'emile beauchene','Émile Beauchêne',0);
INSERT INTO people VALUES(3,'aigul jumaeva','Aigul Dzhumaeva',0);
INSERT INTO people VALUES(4,'ravi chandran','Ravi Chandrán',0);
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
  meeting_id INTEGER REFERENCES meetings,       -- at which it was said
  digest INTEGER NOT NULL,                      -- 32 bits of the SHA-256 of the words, white space aside
  CHECK (person_id IS NOT NULL OR party_id IS NOT NULL)
) STRICT;
INSERT INTO statements VALUES(8,1,1,'direct','said','asserts',1,-136075108);
INSERT INTO statements VALUES(9,2,2,'reported','said','asserts',1,-808582134);
INSERT INTO statements VALUES(16,4,5,'direct','said','asserts',2,-838048994);
INSERT INTO statements VALUES(17,1,1,'reported','stressed','asserts',2,146520802);
INSERT INTO statements VALUES(19,NULL,7,'reported','believed','asserts',3,464597059);
CREATE TABLE initiatives (
  /* A concrete undertaking: a forum, centre, fund, exercise, a number of training places. Mentioned often, it is one
     row; who put it forward stands in proposings. */
  initiative_id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,                     -- its name without case, accents, articles
  name TEXT NOT NULL,                           -- name to show, the one used most
  kind TEXT                                     -- forum, centre, fund, training, ...: what most documents say
) STRICT;
INSERT INTO initiatives VALUES(1,'centre for clean lakes','Centre for Clean Lakes','centre');
CREATE TABLE proposings (
  /* Somebody put an initiative forward. */
  fact_no INTEGER PRIMARY KEY REFERENCES facts ON DELETE CASCADE,
  initiative_id INTEGER NOT NULL REFERENCES initiatives,
  name TEXT NOT NULL,                           -- in the words of the document
  kind TEXT,                                    -- by the words of the document
  party_id INTEGER NOT NULL REFERENCES parties, -- who puts it forward
  person_id INTEGER REFERENCES people,          -- who said so, where a person did
  stance TEXT
    CHECK (stance = 'proposes' OR stance = 'offers' OR stance = 'supports' OR stance = 'continues' OR stance = 'invites'),
  year INTEGER CHECK (year BETWEEN 1900 AND 2200),   -- for which it is meant
  quantity REAL,                                -- how many, how much
  unit TEXT                                     -- of what: people, scholarships, yuan
) STRICT;
INSERT INTO proposings VALUES(10,1,'Centre for Clean Lakes','centre',1,1,'proposes',NULL,NULL,NULL);
CREATE TABLE instruments (
  /* A document that was signed, adopted, approved, issued: declaration, statement, agreement, plan. */
  instrument_id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,                     -- its name without case, accents, articles
  name TEXT NOT NULL,                           -- name to show, the one used most
  kind TEXT                                     -- declaration, statement, agreement, ...: what most documents say
) STRICT;
INSERT INTO instruments VALUES(1,'osh declaration','Osh Declaration','declaration');
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
INSERT INTO evidence VALUES(10,1,145,177,1,6);
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
INSERT INTO sqlite_stat1 VALUES('about','about','9 1');
INSERT INTO sqlite_stat1 VALUES('organization_keys','organization_keys_party','2 2 1');
INSERT INTO sqlite_stat1 VALUES('organization_keys','organization_keys_document','2 2 1');
INSERT INTO sqlite_stat1 VALUES('organization_keys','organization_keys','2 1 1 1');
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
INSERT INTO sqlite_stat1 VALUES('proposings','proposings_person','1 1');
INSERT INTO sqlite_stat1 VALUES('proposings','proposings_party','1 1');
INSERT INTO sqlite_stat1 VALUES('proposings','proposings_initiative','1 1');
INSERT INTO sqlite_stat1 VALUES('instruments','sqlite_autoindex_instruments_1','1 1');
INSERT INTO sqlite_stat1 VALUES('organizations','organizations_name','1 1');
INSERT INTO sqlite_stat1 VALUES('organizations','sqlite_autoindex_organizations_1','1 1');
INSERT INTO sqlite_stat1 VALUES('sentences','sentences','11 4 1');
INSERT INTO sqlite_stat1 VALUES('meetings','meetings_organization','3 3');
INSERT INTO sqlite_stat1 VALUES('meetings','meetings_date','3 1');
INSERT INTO sqlite_stat1 VALUES('documents','sqlite_autoindex_documents_1','3 1');
INSERT INTO sqlite_stat1 VALUES('participations','participations_party','5 2');
INSERT INTO sqlite_stat1 VALUES('participations','participations_person','5 2');
INSERT INTO sqlite_stat1 VALUES('participations','participations_fact','5 3 1 1 1');
INSERT INTO sqlite_stat1 VALUES('documents_fts_docsize',NULL,'3');
INSERT INTO sqlite_stat1 VALUES('people','people_name','4 1');
INSERT INTO sqlite_stat1 VALUES('people','sqlite_autoindex_people_1','4 1');
INSERT INTO sqlite_stat1 VALUES('roles','sqlite_autoindex_roles_1','3 1');
INSERT INTO sqlite_stat1 VALUES('person_names','person_names_document','7 4');
INSERT INTO sqlite_stat1 VALUES('person_names','person_names','7 2 2 1');
INSERT INTO sqlite_stat1 VALUES('occupancies','occupancies_party','4 1');
INSERT INTO sqlite_stat1 VALUES('occupancies','occupancies_role','4 2');
INSERT INTO sqlite_stat1 VALUES('occupancies','occupancies_fact','4 1 1 1');
INSERT INTO sqlite_stat1 VALUES('facts',NULL,'20');
INSERT INTO sqlite_stat1 VALUES('initiatives','sqlite_autoindex_initiatives_1','1 1');
INSERT INTO sqlite_stat1 VALUES('instrument_acts','instrument_acts_meeting','1 1');
INSERT INTO sqlite_stat1 VALUES('instrument_acts','instrument_acts_party','1 1');
INSERT INTO sqlite_stat1 VALUES('instrument_acts','instrument_acts_instrument','1 1');
INSERT INTO sqlite_stat1 VALUES('documents_fts_config','documents_fts_config','1 1');
INSERT INTO sqlite_stat1 VALUES('rules','sqlite_autoindex_rules_1','9 1');
INSERT INTO sqlite_stat1 VALUES('standings','standings_organization','1 1');
INSERT INTO sqlite_stat1 VALUES('standings','standings_fact','1 1 1 1 1 1');
INSERT INTO sqlite_stat1 VALUES('party_names','party_names_document','7 3');
INSERT INTO sqlite_stat1 VALUES('party_names','party_names','7 2 2 1');
INSERT INTO sqlite_stat1 VALUES('evidence','evidence_document','21 7 2');
INSERT INTO sqlite_stat1 VALUES('evidence','evidence','21 1 1');
INSERT INTO sqlite_stat1 VALUES('documents_fts_data',NULL,'3');
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
         s.fact_no AS statement_id      -- rowid in statements_fts
  FROM statements AS s
  JOIN evidence AS e ON e.fact_no = s.fact_no
  JOIN documents AS d ON d.document_id = e.document_id
  LEFT JOIN people AS p ON p.person_id = s.person_id
  LEFT JOIN party_labels AS l ON l.party_id = s.party_id
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
         g.party_id
  FROM proposings AS g
  JOIN initiatives AS i ON i.initiative_id = g.initiative_id
  JOIN evidence AS e ON e.fact_no = g.fact_no
  JOIN documents AS d ON d.document_id = e.document_id
  JOIN party_labels AS l ON l.party_id = g.party_id
  LEFT JOIN people AS p ON p.person_id = g.person_id
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
