"""A reader of N-Quads, just large enough for the W3C suite: each term is rewritten in canonical spelling."""

import re

from credentials.standards.canon import Quad, escape

TERM = re.compile(
    r"""\s*(?:(?P<iri><[^>]*>)|(?P<blank>_:[^\s.]+(?:\.[^\s.]+)*)
    |"(?P<text>(?:[^"\\]|\\.)*)"(?:\^\^(?P<datatype><[^>]*>)|@(?P<language>[A-Za-z0-9-]+))?)""",
    re.X | re.S,
)
ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.S)
SHORT = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
STRING = "<http://www.w3.org/2001/XMLSchema#string>"


def unescape(text: str) -> str:
    def character(match: re.Match[str]) -> str:
        code = match[1] or match[2]
        return chr(int(code, 16)) if code else SHORT.get(match[3], match[3])

    return ESCAPED.sub(character, text)


def parse_nquads(text: str) -> list[Quad]:
    quads = []
    for line in text.split("\n"):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        terms, position = [], 0
        while match := TERM.match(line, position):
            position = match.end()
            terms.append(term(match))
        assert re.fullmatch(r"\s*\.\s*(#.*)?", line[position:]), line
        quads.append(Quad(*terms))
    return quads


def term(match: re.Match[str]) -> str:
    if match["iri"]:
        return unescape(match["iri"])
    if match["blank"]:
        return match["blank"]
    literal = f'"{escape(unescape(match["text"]))}"'
    if match["language"]:
        return f"{literal}@{match['language']}"
    return literal if match["datatype"] in (None, STRING) else f"{literal}^^{unescape(match['datatype'])}"
