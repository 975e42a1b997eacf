-- What readers look things up by, and loads that drop something: made when the load that makes the database has come to its
-- end, since rows come faster without, and an index of many rows is made fastest at once. What that load asks stands beside
-- the tables.
CREATE INDEX IF NOT EXISTS documents_published ON documents (published);
CREATE INDEX IF NOT EXISTS people_name ON people (name);
CREATE INDEX IF NOT EXISTS party_namings_name ON party_namings (name_id);
CREATE INDEX IF NOT EXISTS occupancies_role ON occupancies (role_id);
CREATE INDEX IF NOT EXISTS occupancies_party ON occupancies (party_id);
CREATE INDEX IF NOT EXISTS meetings_date ON meetings (date);
CREATE INDEX IF NOT EXISTS meetings_organization ON meetings (organization_id);
CREATE INDEX IF NOT EXISTS meeting_accounts_organization ON meeting_accounts (organization_id);
CREATE INDEX IF NOT EXISTS participations_person ON participations (person_id);
CREATE INDEX IF NOT EXISTS participations_party ON participations (party_id);
CREATE INDEX IF NOT EXISTS statements_person ON statements (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS statements_party ON statements (party_id);
CREATE INDEX IF NOT EXISTS proposings_party ON proposings (party_id);
CREATE INDEX IF NOT EXISTS proposings_person ON proposings (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS proposings_beneficiary ON proposings (beneficiary_id) WHERE beneficiary_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS instrument_acts_party ON instrument_acts (party_id);
CREATE INDEX IF NOT EXISTS instrument_acts_meeting ON instrument_acts (meeting_id);
CREATE INDEX IF NOT EXISTS standings_organization ON standings (organization_id);
