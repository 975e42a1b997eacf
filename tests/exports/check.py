#!/usr/bin/env python3
"""check.py FORMAT DATABASE FILE: whether an export holds what the database holds, read by means that know nothing of the
program. FORMAT: annotations, ftm, popolo, graphml, networkx or xlsx. Exit status 77: the package to read it is missing."""
import collections
import hashlib
import itertools
import json
import pathlib
import re
import sqlite3
import sys
import urllib.parse
import xml.etree.ElementTree as ElementTree

VIEWS = {"attendance": "attendance", "speech": "speech", "office": "offices", "meeting": "calendar", "proposal": "proposals",
         "adoption": "adoptions", "membership": "membership"}


def need(condition, *what):
    if not condition:
        sys.exit("not ok: " + " ".join(map(str, what)))


class Base:
    def __init__(self, path):
        self.db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.texts = dict(self.db.execute("SELECT name, text FROM documents"))
        self.passages = {}      # fact_id: the words it rests on
        for fact_id, document, start, end in self.db.execute("SELECT fact_id, document, start_char, end_char FROM citations"):
            self.passages[fact_id] = self.texts[document][start:end]

    def rows(self, sql, *values):
        return self.db.execute(sql, values).fetchall()

    def one(self, sql, *values):
        return self.rows(sql, *values)[0][0]


def annotations(base, path):
    page = json.loads(path.read_text())
    items = page["items"]
    need(page["@context"][0] == "http://www.w3.org/ns/anno.jsonld" and page["type"] == "AnnotationPage", "head of the page")
    need(page["partOf"]["total"] == len(items) == base.one("SELECT count(*) FROM evidence"), "number of annotations")
    need(len({item["id"] for item in items}) == len(items), "ids are not unique")
    facts = {row[0]: row[1] for row in base.rows("SELECT fact_id, fact_no FROM citations")}
    bodies = collections.defaultdict(set)
    for item in items:
        fact_id = urllib.parse.unquote(item["id"].removeprefix("urn:scodb:evidence:"))
        bodies[facts.pop(fact_id)].add(item["body"]["id"])
        document = fact_id.rsplit(":", 2)[0]
        text = base.texts[document]
        source = item["target"]["source"]
        position, quote = item["target"]["selector"]
        start, end = position["start"], position["end"]
        need(position["type"] == "TextPositionSelector" and quote["type"] == "TextQuoteSelector", "selectors of", fact_id)
        need(quote["exact"] == text[start:end] == base.passages[fact_id], "passage of", fact_id)
        need(quote["prefix"] == text[max(0, start - 32):start] and quote["suffix"] == text[end:end + 32], "around", fact_id)
        need(source["document"] == document and not re.search(r'[\s<>"]', source["id"]), "source of", fact_id, source)
        need(source["id"].startswith(("urn:scodb:document:", "https://")), "address of", fact_id, source)
        need(source["canonical"] == "urn:scodb:sha256:" + hashlib.sha256(text.encode()).hexdigest(), "digest of", fact_id)
        kind = item["body"]["type"].lower()
        known = {row[0] for row in base.rows("SELECT name FROM pragma_table_info(?)", VIEWS[kind])}
        own = {"id", "type", "date", "meeting", "initiative", "instrument"}
        need(set(item["body"]) <= known | own, "members that no view has:", set(item["body"]) - known - own)
        need(None not in item["body"].values(), "empty member of", fact_id)
        need(item["generator"]["rule"] == base.one("SELECT rule FROM citations WHERE fact_id = ?", fact_id), "rule of", fact_id)
        need(item["motivation"] in ("identifying", "describing") and item["type"] == "Annotation", "annotation", fact_id)
    need(not facts, "facts left out:", facts)
    need(all(len(ids) == 1 for ids in bodies.values()) and len(set.union(*bodies.values())) == len(bodies),
         "several documents with one fact share the id of its body")


def ftm(base, path):
    model = json.loads(pathlib.Path(__file__).with_name("model.json").read_text())
    entities = {}
    for line in path.read_text().splitlines():
        entity = json.loads(line)
        need(entity["id"] not in entities and re.fullmatch("[0-9a-f]{40}", entity["id"]), "id of", line)
        entities[entity["id"]] = entity
    for entity in entities.values():
        schema, properties = model[entity["schema"]], entity["properties"]
        need(set(schema["needs"]) <= set(properties), "a property is missing:", entity)
        for name, values in properties.items():
            kind = schema["has"][name]
            need(values and len(set(values)) == len(values), "values of", name, entity)
            for value in values:
                need(isinstance(value, str) and value, "empty", name, entity)
                if isinstance(kind, list):
                    need(kind[0] in model[entities[value]["schema"]]["is"], name, "of", entity, "is", entities[value])
                elif isinstance(kind, int):
                    need(len(value) <= kind, name, "is too long:", entity)
                else:
                    need(re.fullmatch({"date": r"\d{4}(-\d\d-\d\d)?", "url": r'https?://[^\s<>"]+', "country": "[a-z]{2}|[a-z]{4}",
                                       "sha1": "[0-9a-f]{40}"}[kind], value), kind, value)
    count = collections.Counter(entity["schema"] for entity in entities.values())
    for schema, sql in {"Document": "SELECT count(*) FROM documents", "Person": "SELECT count(*) FROM people",
                        "PublicBody": "SELECT count(*) FROM states", "Organization": "SELECT count(*) FROM organizations",
                        "Event": "SELECT (SELECT count(*) FROM meetings) + (SELECT count(*) FROM instrument_acts)",
                        "Occupancy": "SELECT count(*) FROM occupancies WHERE role_id IS NOT NULL",
                        "Membership": "SELECT count(*) FROM standings", "Project": "SELECT count(*) FROM initiatives",
                        "Note": "SELECT count(*) FROM statements"}.items():
        need(count[schema] == base.one(sql), "number of", schema, count[schema])
    hashes = {hashlib.sha1(text.encode()).hexdigest() for text in base.texts.values()}
    for entity in entities.values():
        if entity["schema"] == "Note":
            need(entity["properties"]["description"] == [base.passages[entity["properties"]["name"][0]]], "words of", entity)
        if entity["schema"] == "Document":
            need(entity["properties"]["contentHash"][0] in hashes, "digest of", entity)


def popolo(base, path):
    lists = json.loads(path.read_text())
    ids = {name: {thing["id"] for thing in things} for name, things in lists.items()}
    need(all(len(ids[name]) == len(things) for name, things in lists.items()), "ids are not unique")
    for name, sql in {"persons": "people", "events": "meetings", "speeches": "statements"}.items():
        need(len(lists[name]) == base.one(f"SELECT count(*) FROM {sql}"), "number of", name)
    need(sorted(person["name"] for person in lists["persons"]) == sorted(row[0] for row in base.rows("SELECT name FROM people")),
         "names of people")
    refers = {"person_id": "persons", "organization_id": "organizations", "post_id": "posts", "creator_id": "persons",
              "event_id": "events"}
    for thing in itertools.chain(*lists.values()):
        need(None not in thing.values(), "empty member of", thing)
        for member, name in refers.items():
            need(member not in thing or thing[member] in ids[name], member, "of", thing)
        need(all(re.match("https?:|urn:", source["url"]) for source in thing.get("sources", [])), "sources of", thing)
    for event in lists["events"]:
        need(all(attendee["id"] in ids["persons"] for attendee in event.get("attendees", [])), "attendees of", event)
    need(sum(len(event.get("attendees", [])) for event in lists["events"])
         == base.one("SELECT count(*) FROM (SELECT DISTINCT meeting_id, person_id FROM participations WHERE person_id IS NOT NULL)"),
         "number of attendees")
    for speech in lists["speeches"]:
        need(speech["text"] in {base.passages[source["note"]] for source in speech["sources"]}, "words of", speech)


def encounters(base):
    """Who met whom: (name, name): number of meetings, for people of different names."""
    meetings = collections.defaultdict(set)
    for meeting, person in base.rows("SELECT meeting_id, person_id FROM participations WHERE person_id IS NOT NULL"):
        meetings[meeting].add(person)
    return collections.Counter(pair for people in meetings.values() for pair in itertools.combinations(sorted(people), 2))


def xml_text(text):
    """What XML can hold of a text."""
    return re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)


def graphml(base, path):
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = ElementTree.parse(path).getroot()
    keys = {key.get("id"): key.get("attr.name") for key in root.iter(space + "key")}
    def data(element):
        return {keys[datum.get("key")]: datum.text for datum in element.iter(space + "data")}
    nodes = {node.get("id"): data(node) for node in root.iter(space + "node")}
    edges = [(edge.get("source"), edge.get("target"), data(edge)) for edge in root.iter(space + "edge")]
    names = [xml_text(row[0]) for row in
             base.rows("SELECT name FROM people WHERE person_id IN (SELECT person_id FROM participations)")]
    need(sorted(node["label"] for node in nodes.values()) == sorted(names), "names of people")
    pairs = encounters(base)
    need(len({frozenset(edge[:2]) for edge in edges}) == len(edges) == len(pairs), "pairs of people")
    need(sorted(float(edge[2]["weight"]) for edge in edges) == sorted(map(float, pairs.values())), "weights")
    need(all(edge[0] in nodes and edge[1] in nodes for edge in edges), "an edge leads nowhere")
    need(all(edge[2].get("first", "") <= edge[2].get("last", "") for edge in edges), "days")


def networkx(base, path):
    try:
        import networkx as library
    except ImportError:
        sys.exit(77)
    graph = library.read_graphml(path)
    need(not graph.is_directed() and graph.number_of_edges() == len(encounters(base)), "edges")
    need(sum(weight for _, _, weight in graph.edges.data("weight")) == sum(encounters(base).values()), "weights")


def cell_text(value):
    """What a spreadsheet shows of a text: _x0041_ means the character of that number."""
    return value and re.sub("_x([0-9A-F]{4})_", lambda code: chr(int(code[1], 16)), value)


SHEETS = ["documents", "calendar", "attendance", "offices", "speech", "proposals", "adoptions", "membership", "name_forms"]


def xlsx(base, path):
    try:
        import openpyxl
    except ImportError:
        sys.exit(77)
    book = openpyxl.load_workbook(path)
    need(book.sheetnames == ["read me"] + SHEETS, "sheets", book.sheetnames)
    guide = [row for row in book["read me"].iter_rows(values_only=True)]
    for name in SHEETS:
        sheet = book[name]
        head, *rows = sheet.iter_rows(values_only=True)
        need(len(rows) == base.one(f"SELECT count(*) FROM {name}"), "rows of", name)
        need(sheet.freeze_panes == "A2" and sheet.auto_filter.ref == sheet.dimensions, "head of", name)
        need(all(8 <= sheet.column_dimensions[column].width <= 61 for column in sheet.column_dimensions), "widths of", name)
        need(any(row[0] == "sheet " + name and row[1] for row in guide), name, "is not explained")
        for row in sheet.iter_rows(min_row=2):
            cells = dict(zip(head, row))
            need(all(cell.data_type in "snd" for cell in row), "a formula in", name, [cell.value for cell in row])
            for title in {"date", "published"} & set(head):
                value = cells[title].value
                need(value is None or cells[title].is_date or not re.fullmatch(r"\d{4}-\d\d-\d\d", value), "day", value)
            if "text" in head:
                need(cells["text"].value == base.passages[cells["fact_id"].value], "words of", cells["fact_id"].value)
    long = sorted(xml_text(row[0]) for row in base.rows("SELECT place FROM meeting_accounts WHERE length(place) > 9999"))
    places = sorted(row[6] for row in book["calendar"].iter_rows(min_row=2, values_only=True) if row[6] and len(row[6]) > 9999)
    need(len(long) == len(places), "long texts")
    for place, whole in zip(places, long):
        need(len(place.encode("utf-16-le")) // 2 in (32766, 32767) and place[-1] == "…" and whole.startswith(place[:-1]), "cut")
    need({cell_text(row[1]) for row in book["offices"].iter_rows(min_row=2, values_only=True)}
         == {xml_text(row[0]) for row in base.rows("SELECT person FROM offices")}, "names of people")
    need({row[0].value for row in book["documents"].iter_rows(min_row=2)} == set(base.texts), "documents")
    need([row[1].value for row in book["documents"].iter_rows(min_row=2)]
         == [row[0] for row in base.rows("SELECT title FROM documents ORDER BY name")], "titles")


if __name__ == "__main__":
    globals()[sys.argv[1]](Base(sys.argv[2]), pathlib.Path(sys.argv[3]))
