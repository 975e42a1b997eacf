"""harmless.py FILE...: whether output that carries hostile texts can do no harm where it is shown. The format is the ending
of the file's name. A line for each file that could do harm; the last line counts the others."""
import csv
import html.parser
import io
import json
import re
import sys

TAGS = {"html", "head", "meta", "style", "title", "body", "h1", "h2", "p", "table", "thead", "tbody", "tr", "th", "td", "div",
        "span", "blockquote", "mark", "a"}
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "class", "scope", "rel", "href"}
SIGNS = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")


def check_terminal(text):
    """No control or direction character but line ends, and tabs between the cells of TSV."""
    found = re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff]", text)
    return found and "control character %r" % found[0]


def check_cells(text, delimiter):
    for row in csv.reader(io.StringIO(text), delimiter=delimiter):
        for cell in row:
            if cell.lstrip(' "').startswith(SIGNS) and not re.fullmatch(r"-[\d.]+(e-?\d+)?", cell):
                return "cell %r behind %r" % (cell, delimiter)
    return None


def check_csv(text):
    widths = {len(row) for row in csv.reader(io.StringIO(text))}
    return check_cells(text, ",") or check_cells(text, ";") or (len(widths) > 1 and "rows of different widths")


def check_tsv(text):
    cells = [cell for line in text.split("\n") for cell in line.split("\t")]
    quotes = [cell for cell in cells if cell.lstrip().startswith('"')]
    return check_cells(text, "\t") or (quotes and "cell %r" % quotes[0])


class Page(html.parser.HTMLParser):
    wrong, open, void = None, 0, {"meta"}

    def handle_starttag(self, tag, attributes):
        self.open += tag not in self.void
        for name, value in attributes:
            if name not in ATTRIBUTES or name == "href" and not re.match("https?://", value):
                self.wrong = "attribute %s=%r" % (name, value)
        if tag not in TAGS:
            self.wrong = "tag %s" % tag

    def handle_endtag(self, tag):
        self.open -= 1


def check_html(text):
    page = Page()
    page.feed(text)
    policy = re.search('Content-Security-Policy" content="default-src \'none\';', text)
    return page.wrong or (page.open and "tags that do not close") or (text.count("</html>") != 1 and "more than a page") or (
        not policy and "no policy")


def check_markdown(text):
    for line in text.split("\n"):
        bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", line)
        inside = re.sub(r"<br>|^[|>#-]| \| | \|$|^\|( -+:? \|)+", "", bare)
        found = re.search(r"[`*_{\[<|~&$^@\\]", inside)
        if found:
            return "%r in %r" % (found[0], line)
    return None


def check_json(text):
    json.loads(text)


def check_jsonl(text):
    for line in text.splitlines():
        json.loads(line)


def check_table(text):
    return None


harmless = 0
for path in sys.argv[1:]:
    with open(path, encoding="utf-8", newline="") as file:
        output = file.read()
    problem = (check_terminal(output) if output else "no output") or globals()["check_" + path.rsplit(".", 1)[1]](output)
    harmless += not problem
    if problem:
        print("%s: %s" % (path, problem))
print("%d are harmless" % harmless)
