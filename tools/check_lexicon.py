#!/usr/bin/env python3
"""check_lexicon.py FOLDER [ISO_FOLDER]: holds the word lists of a folder against their rules.

Writes one line for each error, "file:line: what is wrong", and exits with 1 if there is any. Known are: the keys and
types of every entity, that lists are sorted, that no form belongs to two entities, that dates are dates and terms of
office do not overlap, that every code and role named exists, that spellings which the foldings of names.json make equal
belong to one person, that members of organizations have adjective and capital, and, where the package iso-codes is
installed, that codes and names of states are those of ISO 3166."""
import datetime
import json
import pathlib
import re
import sys
import unicodedata

RANKS = ["head of state", "head of government", "deputy head", "minister", "head of organization", "deputy minister",
         "ambassador", "official", "other"]
HELD_BY_ONE = {"head of state", "head of government", "minister", "head of organization"}
ORGANIZATIONS = ["intergovernmental", "union", "grouping", "bank", "organ", "agency", "court", "alliance", "party",
                 "company", "body"]
ACTS = ["asserts", "proposes", "promises", "asks", "praises", "thanks", "hopes", "opposes", "agrees", "announces",
        "expresses"]
CATEGORIES = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
              "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
TAKES = ["that", "np", "to", "ask", "for", "of", "quote"]
NO_ADJECTIVE = {"COG", "DMA"} # "Congolese" belongs to two states, "Dominican" nearly always to the other
NO_CAPITAL = {"ISR"} # "Jerusalem" does not stand for one government
NO_ISO_NAME = {"COG", "GUM"} # "Congo" may be either; "Guam" would be taken for the organization
DATE = re.compile(r"[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def text(value):
    return isinstance(value, str) and value.strip() == value and value != "" and "  " not in value


def texts(value):
    return isinstance(value, list) and all(map(text, value))


def some(value):
    return texts(value) and len(value) > 0


def optional(check):
    return lambda value: value is None or check(value)


def one_of(words):
    return lambda value: value in words


def all_of(words):
    return lambda value: some(value) and all(word in words for word in value)


def code(pattern):
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value)


def number(value):
    return isinstance(value, int) and not isinstance(value, bool)


def date(value):
    """A year, a month or a day that exists."""
    if not isinstance(value, str) or not DATE.fullmatch(value):
        return False
    try:
        return bool(datetime.date.fromisoformat(value)) if len(value) == 10 else True
    except ValueError:
        return False


def entities(shape):
    return lambda value: isinstance(value, list) and all(isinstance(v, dict) and not misfit(v, shape) for v in value)


# The keys of an entity; "?" marks one that may be absent. The first key is the one that the list is sorted by, unless
# SORTED says otherwise.
ORGAN = {"name": text, "forms": texts, "series": text}
TERM = {"role": text, "of": text, "from": date, "to": optional(date)}
VALUE = {"value": number, "forms": some}
UNIT = {"unit": text, "forms": some}
KIND = {"kind": text, "forms": some, "weak?": lambda value: value is True,
        "general?": lambda value: value is True}
DAY = {"number": number, "forms": some}


def folding(value):
    return isinstance(value, list) and len(value) == 2 and text(value[0]) and isinstance(value[1], str)


FILES = {
    "calendar.json": {"months": DAY, "weekdays": DAY, "dayparts": text, "relative": {"days": number, "forms": some}},
    "events.json": {"signals": {"signal": text, "note": text, "forms": some},
                    "events": {"acts": all_of(ACTS + ["none"]), "verb?": some, "words?": some,
                               "category": optional(one_of(CATEGORIES)), "note": text}},
    "instruments.json": {"kinds": KIND, "actions": {"past": text, "forms": some}},
    "languages.json": {"english": text, "languages": {"code": code("[a-z]{2,3}"), "name": text}},
    "meetings.json": {"kinds": dict(KIND, bilateral=lambda value: isinstance(value, bool)), "sessions": text},
    "names.json": {"honorifics": text, "particles": text, "abbreviations": text, "transliteration": folding,
                   "spellings": folding},
    "numbers.json": {"ordinals": VALUE, "cardinals": VALUE, "multipliers": VALUE, "currencies": UNIT, "units": UNIT},
    "organizations.json": {"organizations": {
        "name": text, "acronym": optional(text), "kind": one_of(ORGANIZATIONS), "forms": texts, "parent?": text,
        "seat?": text, "organs?": entities(ORGAN), "summit?": text, "members?": some}},
    "people.json": {"people": {"name": text, "surname": text, "forms": texts, "terms": entities(TERM)}},
    "places.json": {"places": {"name": text, "state": code("[A-Z]{3}"), "capital": lambda value: isinstance(value, bool),
                               "forms": texts}},
    "reporting.json": {"verbs": {"verb": text, "forms": some, "past?": text, "act": one_of(ACTS),
                                 "takes": all_of(TAKES)}},
    "roles.json": {"roles": {"role": text, "rank": one_of(RANKS), "forms": texts, "plural": texts},
                   "heads": {"word": text, "rank": one_of(RANKS)}, "modifiers": text},
    "states.json": {"states": {
        "name": text, "alpha2": code("[A-Z]{2}([A-Z]{2})?"), "alpha3": code("[A-Z]{3}"), "official?": text, "forms": texts,
        "adjectives": texts, "people": texts}},
    "topics.json": {"topics": {"topic": text, "note": text, "forms": some}, "elsewhere": text},
    "undertakings.json": {"kinds": KIND},
    "words.json": {"classes": {"class": text, "note": text, "proper?": lambda value: isinstance(value, bool),
                               "words": some}},
}
UNSORTED = {"classes", "dayparts", "elsewhere", "events", "spellings", "transliteration", "units", "currencies"}


class Entity(dict):
    """A JSON object that knows its line."""
    line = 0


class Reader(json.JSONDecoder):
    """Reads JSON so that every object is an Entity and no key stands twice in one."""

    def __init__(self, source):
        super().__init__(object_pairs_hook=self.entity)
        self.source = source
        self.parse_object = self.located
        self.scan_once = json.scanner.py_make_scanner(self)

    def entity(self, pairs):
        made = Entity(pairs)
        if len(made) < len(pairs):
            raise ValueError("a key stands twice in one object: " + ", ".join(key for key, _ in pairs))
        return made

    def located(self, start, *rest):
        made, end = json.decoder.JSONObject(start, *rest)
        made.line = self.source.count("\n", 0, start[1]) + 1
        return made, end


def misfit(entity, shape):
    """What is wrong with the keys and types of an entity, or None."""
    known = {key.rstrip("?") for key in shape}
    for key in entity:
        if key not in known:
            return f"unknown key '{key}'"
    for key, check in shape.items():
        if key.rstrip("?") not in entity:
            if not key.endswith("?"):
                return f"key '{key}' is missing"
        elif not check(entity[key.rstrip("?")]):
            return f"'{key.rstrip('?')}' has a wrong value: {json.dumps(entity[key.rstrip('?')], ensure_ascii=False)}"
    return None


def overlap(one, other):
    """Whether two terms of office overlap, as far as their dates are precise."""
    def before(end, start):
        size = min(len(end), len(start))
        return end[:size] <= start[:size]
    return not (before(one["to"] or "9999", other["from"]) or before(other["to"] or "9999", one["from"]))


class Lexicon:
    def __init__(self, folder, iso):
        self.folder, self.iso, self.errors, self.data = pathlib.Path(folder), pathlib.Path(iso), [], {}

    def error(self, name, line, what):
        self.errors.append((name, line, what))

    def read(self, name):
        """Reads one file into data, as far as it has the right shape."""
        try:
            source = (self.folder / name).read_text(encoding="utf-8")
            content = Reader(source).decode(source)
        except (OSError, ValueError) as problem:
            line = getattr(problem, "lineno", 1)
            return self.error(name, line, f"cannot be read: {problem}")
        lists = FILES[name]
        problem = misfit(content, {"note": text, **{key: lambda value: isinstance(value, list) for key in lists}})
        if problem:
            return self.error(name, 1, problem)
        self.data[name] = {key: self.fitting(name, key, content[key], lists[key]) for key in lists}

    def fitting(self, name, key, rows, shape):
        """The rows of a list that have the right shape; reports the others and the order."""
        good, last = [], None
        for row in rows:
            if isinstance(shape, dict):
                problem = misfit(row, shape) if isinstance(row, Entity) else "not an object"
            else:
                problem = None if shape(row) else "wrong value " + json.dumps(row, ensure_ascii=False)
            if problem:
                self.error(name, getattr(row, "line", 1), f"{key}: {problem}")
                continue
            rank = row[next(iter(shape))] if isinstance(shape, dict) else row
            if key not in UNSORTED and last is not None and rank < last:
                self.error(name, getattr(row, "line", 1), f"{key}: '{rank}' stands after '{last}'; sort the list")
            good, last = good + [row], rank
        return good

    def rows(self, name, key):
        return self.data.get(name, {}).get(key, [])

    def claim(self, claims, name, row, forms, whose):
        """Notes that the forms belong to whose; a form that belongs to another or is given twice is an error."""
        for form in forms:
            if form in claims:
                self.error(name, getattr(row, "line", 1), f"'{form}' of '{whose}' belongs to '{claims[form]}' already")
            claims[form] = whose

    def check_forms(self):
        for name, lists in FILES.items():
            for key, shape in lists.items():
                claims = {}
                for row in self.rows(name, key):
                    if not isinstance(shape, dict):
                        self.claim(claims, name, row, [json.dumps(row, ensure_ascii=False)], key)
                    elif key in ("kinds", "verbs", "actions", "signals", "topics") or "value" in row or "unit" in row or "number" in row:
                        self.claim(claims, name, row, row["forms"], row[next(iter(shape))])
        self.check_roles()
        self.check_parties()

    def check_roles(self):
        singular, plural = {}, {}
        for row in self.rows("roles.json", "roles"):
            self.claim(singular, "roles.json", row, [row["role"]] + row["forms"], row["role"])
            self.claim(plural, "roles.json", row, row["plural"], row["role"])

    def check_parties(self):
        """States, organizations and places share their readers' attention: no form may mean two of them."""
        claims, people = {}, {}
        for row in self.rows("states.json", "states"):
            own = [row["name"], row.get("official")] + row["forms"] + row["adjectives"] + row["people"]
            self.claim(claims, "states.json", row, filter(None, own), row["name"])
        for row in self.rows("organizations.json", "organizations"):
            own = {row["acronym"], row["name"]} - {None}
            self.claim(claims, "organizations.json", row, sorted(own) + row["forms"], row["name"])
            organs = {}
            for organ in row.get("organs", []):
                self.claim(organs, "organizations.json", organ, [organ["name"]] + organ["forms"], organ["name"])
        names = {(row["alpha3"], form): row["name"] for row in self.rows("states.json", "states")
                 for form in [row["name"]] + row["forms"]}
        for row in self.rows("places.json", "places"):
            own = [form for form in [row["name"]] + row["forms"] if (row["state"], form) not in names]
            self.claim(claims, "places.json", row, own, row["name"]) # a city may bear the name of its state
        for row in self.rows("people.json", "people"):
            self.claim(people, "people.json", row, [row["name"]] + row["forms"], row["name"])

    def check_codes(self):
        states = {row["alpha3"] for row in self.rows("states.json", "states")}
        for row in self.rows("organizations.json", "organizations"):
            if row["acronym"] in states:
                self.error("organizations.json", row.line, f"the acronym {row['acronym']} is a state's code; give it as a form")
        parties = states | {row["acronym"] or row["name"] for row in self.rows("organizations.json", "organizations")}
        roles = {row["role"] for row in self.rows("roles.json", "roles")}
        for row in self.rows("places.json", "places"):
            if row["state"] not in states:
                self.error("places.json", row.line, f"no state has the code {row['state']}")
        for row in self.rows("organizations.json", "organizations"):
            if row.get("parent", "UN") not in parties:
                self.error("organizations.json", row.line, f"no organization is called '{row['parent']}'")
            for member in row.get("members", []):
                if member not in states:
                    self.error("organizations.json", row.line, f"no state has the code {member}")
        for row in self.rows("people.json", "people"):
            for term in row["terms"]:
                if term["of"] not in parties:
                    self.error("people.json", term.line, f"no state or organization is called '{term['of']}'")
                if term["role"] not in roles:
                    self.error("people.json", term.line, f"no role is called '{term['role']}'")
                if term["to"] and term["to"] <= term["from"]:
                    self.error("people.json", term.line, f"a term from {term['from']} to {term['to']}")

    def check_terms(self):
        ranks = {row["role"]: row["rank"] for row in self.rows("roles.json", "roles")}
        offices = {}
        for row in self.rows("people.json", "people"):
            for term in row["terms"]:
                for holder, other in offices.setdefault((term["role"], term["of"]), []):
                    if overlap(term, other) and (holder == row["name"] or ranks.get(term["role"]) in HELD_BY_ONE):
                        self.error("people.json", term.line, f"{row['name']} and {holder} were {term['role']} of "
                                   f"{term['of']} at once: from {term['from']} and from {other['from']}")
                offices[term["role"], term["of"]].append((row["name"], term))

    def fold(self, name):
        """A name as the loader compares it: without case, accents and differences of transliteration."""
        bare = unicodedata.normalize("NFKD", name.casefold())
        bare = "".join(c for c in bare if not unicodedata.combining(c))
        for old, new in self.rows("names.json", "transliteration"):
            bare = bare.replace(old, new)
        return bare

    def check_foldings(self):
        folded = {}
        for row in self.rows("people.json", "people"):
            for form in [row["name"]] + row["forms"]:
                other = folded.setdefault(self.fold(form), row["name"])
                if other != row["name"]:
                    self.error("people.json", row.line, f"'{form}' of '{row['name']}' folds to a name of '{other}'")

    def check_numbers(self):
        for name, key, field, wanted in [("calendar.json", "months", "number", range(1, 13)),
                                         ("calendar.json", "weekdays", "number", range(1, 8)),
                                         ("numbers.json", "ordinals", "value", range(1, 101))]:
            if name in self.data and [row[field] for row in self.rows(name, key)] != list(wanted):
                self.error(name, 1, f"{key} are not those from {wanted[0]} to {wanted[-1]}")

    def check_members(self):
        """Whoever is a member of an organization has an adjective, and a capital among the places."""
        capitals = {row["state"] for row in self.rows("places.json", "places") if row["capital"]}
        members = {code for row in self.rows("organizations.json", "organizations") for code in row.get("members", [])}
        for row in self.rows("states.json", "states"):
            if row["alpha3"] in members and not row["adjectives"] and row["alpha3"] not in NO_ADJECTIVE:
                self.error("states.json", row.line, f"{row['name']} has no adjective")
            if row["alpha3"] in members - capitals - NO_CAPITAL:
                self.error("places.json", 1, f"the capital of {row['name']} is missing")

    def check_coding(self):
        signals = {row["signal"] for row in self.rows("events.json", "signals")}
        for row in self.rows("events.json", "events"):
            for signal in row.get("verb", []) + row.get("words", []):
                if signal not in signals:
                    self.error("events.json", row.line, f"no signal is called '{signal}'")
        topics = {form: row["topic"] for row in self.rows("topics.json", "topics") for form in row["forms"]}
        for form in self.rows("topics.json", "elsewhere"):
            if form in topics:
                self.error("topics.json", 1, f"'{form}' belongs to '{topics[form]}' already")

    def check_iso(self):
        """The states are those of ISO 3166-1, Kosovo, and none that is in neither part 1 nor part 3."""
        if not (self.iso / "iso_3166-1.json").exists():
            return print(f"{self.iso}: no package iso-codes; codes of states not compared")
        def table(part, short):
            rows = json.loads((self.iso / f"iso_3166-{part}.json").read_text(encoding="utf-8"))[f"3166-{part}"]
            return {row["alpha_3"]: row[short] for row in rows}
        current, former = table(1, "alpha_2"), table(3, "alpha_4")
        seen = {}
        for row in self.rows("states.json", "states"):
            wanted = current.get(row["alpha3"]) or former.get(row["alpha3"]) or {"XKX": "XK"}.get(row["alpha3"])
            if row["alpha2"] != wanted:
                self.error("states.json", row.line, f"{row['alpha3']} has the short code {wanted}, not {row['alpha2']}")
            self.claim(seen, "states.json", row, [row["alpha2"], row["alpha3"]], row["name"])
        for missing in sorted(set(current) - {row["alpha3"] for row in self.rows("states.json", "states")}):
            self.error("states.json", 1, f"{missing} is missing")
        self.check_iso_names()

    def check_iso_names(self):
        """Each name that the standard gives a state is one of its forms."""
        states = {row["alpha3"]: row for row in self.rows("states.json", "states")}
        for entry in json.loads((self.iso / "iso_3166-1.json").read_text(encoding="utf-8"))["3166-1"]:
            row = states.get(entry["alpha_3"])
            if row is None or row["alpha3"] in NO_ISO_NAME:
                continue
            own = {self.fold(form) for form in [row["name"], row.get("official", "")] + row["forms"]}
            for name in (entry[key] for key in ("name", "official_name", "common_name") if key in entry):
                plain = re.sub(r" \(.*\)", "", self.fold(name.replace("\u2019", "'")))
                turned = " ".join(reversed(plain.split(", ", 1))) # Iran, Islamic Republic of
                if not {plain.removeprefix("the "), turned.removeprefix("the ")} & own:
                    self.error("states.json", row.line, f"'{name}', a name of {row['name']} in ISO 3166, is missing")

    def check(self):
        for name in sorted(FILES):
            self.read(name)
        for path in sorted(self.folder.glob("*.json")):
            if path.name not in FILES:
                self.error(path.name, 1, "not one of the word lists")
        for step in (self.check_forms, self.check_codes, self.check_terms, self.check_foldings, self.check_numbers,
                     self.check_members, self.check_coding, self.check_iso):
            step()


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__.split("\n", maxsplit=1)[0])
    lexicon = Lexicon(sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else "/usr/share/iso-codes/json")
    lexicon.check()
    for name, line, what in sorted(lexicon.errors):
        print(f"{lexicon.folder / name}:{line}: {what}")
    rows = sum(len(rows) for lists in lexicon.data.values() for rows in lists.values())
    print(f"{len(lexicon.data)} files, {rows} entries, {len(lexicon.errors)} errors")
    sys.exit(1 if lexicon.errors else 0)


if __name__ == "__main__":
    main()
