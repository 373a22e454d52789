"""JSON-LD to canonical N-Quads in safe mode: what a signature would not cover is refused, not dropped.

JSON-LD 1.1 silently drops a key that no context defines and a name that is not an absolute IRI. A signer that
did the same would sign less than the reader sees, and verifiers in safe mode would refuse the result. Here
every such loss raises UnsafeDocument with a JSON pointer (RFC 6901). pyld expands; RDF and its canonical form
are made here.
"""

import json
import math
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pyld import ContextResolver
from pyld.jsonld import JsonLdError, JsonLdProcessor

from .canon import Quad, TooComplex, canonicalize, escape
from .contexts import load_bytes, pyld_loader

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_BASE = "relative-iri://-/"  # pyld resolves relative names against this, which betrays them
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")
_BLANK = re.compile(r"_:[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_KEYWORDS = frozenset({"@context", "@value", "@language"})
_MAX_SAFE_INTEGER = 2**53 - 1  # beyond it JSON readers disagree on the number

Pointer = tuple[str | int, ...]


@dataclass(frozen=True)
class Limits:
    """Bounds on a document: UTF-8 `size` in bytes, nesting `depth`, number of JSON `objects`, of
    `blank_nodes` in RDF, and of `hashes` spent on telling alike blank nodes apart. `inline_contexts` lets
    a document define terms of its own: never for a credential, whose words must mean what the published
    contexts say."""

    size: int = 1_000_000
    depth: int = 64
    objects: int = 4_000
    blank_nodes: int = 3_000
    hashes: int = 100_000
    inline_contexts: bool = False


DEFAULT = Limits()


class UnsafeDocument(ValueError):
    """A document whose signature would not cover all that it shows, or that would take too long to read.

    `pointer` is a JSON pointer to the place, `reason` a sentence, `code` a stable name for the kind.
    """

    def __init__(self, pointer: str, reason: str, code: str = "document_unsafe") -> None:
        self.pointer = pointer
        self.reason = reason
        self.code = code
        super().__init__(f"{reason} (at {pointer or 'the top'})")


def canonize(document: dict[str, Any], *, limits: Limits = DEFAULT) -> bytes:
    """Return the RDFC-1.0 canonical N-Quads of a JSON-LD `document` as UTF-8.

    Raises UnsafeDocument when anything in it would be lost or a limit is passed, and UnknownContext when it
    names a context that is not pinned. Time is bounded by `limits`: about two seconds at worst.
    """
    quads = to_quads(document, limits=limits)
    blank = {term for quad in quads for term in (quad.subject, quad.object, quad.graph) if term.startswith("_:")}
    if len(blank) > limits.blank_nodes:
        raise UnsafeDocument("", f"The document has more than {limits.blank_nodes} unnamed parts.", "too_large")
    try:
        return canonicalize(quads, budget=limits.hashes).nquads.encode()
    except TooComplex as error:
        raise UnsafeDocument("", str(error), error.code) from error


def to_quads(document: dict[str, Any], *, limits: Limits = DEFAULT) -> list[Quad]:
    """Return the RDF statements of `document` in safe mode; raises like `canonize`."""
    check_json(document, limits)
    return _Statements(document).of(_expand(document, limits))


def pointer_text(path: Pointer) -> str:
    """Write a path of keys and positions as a JSON pointer (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def walk(value: Any, path: Pointer = ()) -> Iterator[tuple[Pointer, Any]]:
    """Yield every value inside a JSON `value` with its path, outermost first, without recursion."""
    todo: list[tuple[Pointer, Any]] = [(path, value)]
    while todo:
        here, item = todo.pop()
        yield here, item
        children: list[tuple[Pointer, Any]] = []
        if isinstance(item, dict):
            children = [((*here, key), child) for key, child in item.items()]
        elif isinstance(item, list):
            children = [((*here, position), child) for position, child in enumerate(item)]
        todo.extend(reversed(children))


def check_json(document: Any, limits: Limits = DEFAULT) -> None:
    """Refuse what RDF cannot carry or JSON readers disagree on: nulls, control characters, odd numbers, keys
    that are addresses or JSON-LD keywords (but @context, @value, @language), foreign contexts, and what
    passes `limits`.
    """
    if not isinstance(document, dict):
        raise UnsafeDocument("", "The document is not a JSON object.")
    objects = 0
    size = 0
    for path, value in walk(document):
        if len(path) > limits.depth:
            raise UnsafeDocument("", f"The document is nested more than {limits.depth} levels deep.", "too_large")
        objects += isinstance(value, dict | list)
        if objects > limits.objects:
            raise UnsafeDocument("", f"The document has more than {limits.objects} objects and lists.", "too_large")
        size += _check_value(path, value, limits)
        if size > limits.size:
            raise UnsafeDocument("", f"The document is larger than {limits.size} bytes.", "too_large")


def _check_value(path: Pointer, value: Any, limits: Limits) -> int:
    """Check one value and return its size in bytes, roughly."""

    def refuse(reason: str, code: str = "document_unsafe") -> UnsafeDocument:
        return UnsafeDocument(pointer_text(path), reason, code)

    if isinstance(value, dict):
        for key in value:
            if not isinstance(key, str):
                raise refuse("A key is not text.")
            _check_text(key, refuse)
            if not _inside_context(path) and (":" in key or (key.startswith("@") and key not in _KEYWORDS)):
                # `id` for `@id`, or a word for its address: the signature would still fit, but a reader who
                # looks
                # for `credentialStatus` or `validUntil` by name would find nothing.
                reason = f"The key {key[:100]!r} is not a word of the contexts but a keyword or address."
                raise UnsafeDocument(pointer_text((*path, key)), reason, "key_disguised")
        if "@context" in value:
            _check_context(path, value["@context"], limits)
        return sum(len(key) + 4 for key in value)
    if isinstance(value, str):
        _check_text(value, refuse)
        return len(value.encode()) + 2
    if value is None and not _inside_context(path):
        raise refuse("The value is null, which a signature does not cover; leave the key out.", "null_value")
    if isinstance(value, int | float) and not isinstance(value, bool):
        _check_number(value, refuse)
    elif not isinstance(value, list | bool) and value is not None:
        raise refuse(f"The value is a {type(value).__name__}, which JSON does not have.")
    return 8


def _inside_context(path: Pointer) -> bool:
    return "@context" in path


def _check_text(text: str, refuse: Callable[..., UnsafeDocument]) -> None:
    found = _CONTROL.search(text)
    if found:
        raise refuse(f"The text holds the control character U+{ord(found[0]):04X}.", "control_character")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise refuse("The text holds half of a surrogate pair, which is no character.", "control_character") from error


def _check_number(value: int | float, refuse: Callable[..., UnsafeDocument]) -> None:
    if isinstance(value, float) and not math.isfinite(value):
        raise refuse("The number is not finite.", "number_unsafe")
    if abs(value) > _MAX_SAFE_INTEGER:
        raise refuse("The number is too large to be read the same everywhere.", "number_unsafe")
    if 0 < abs(value) < 1e-6:
        raise refuse("The number is too small to be written the same everywhere.", "number_unsafe")


def _check_context(path: Pointer, context: Any, limits: Limits) -> None:
    for entry in context if isinstance(context, list) else [context]:
        if isinstance(entry, str):
            load_bytes(entry)  # raises UnknownContext
        elif not limits.inline_contexts or not isinstance(entry, dict):
            reason = "A context is written out here; contexts must be named by their published address."
            raise UnsafeDocument(pointer_text((*path, "@context")), reason, "context_inline")


class _Dropped(Exception):
    def __init__(self, element: Any, name: str | None) -> None:
        self.element = element
        self.name = name


class _Expander(JsonLdProcessor):  # type: ignore[misc]  # pyld has no types
    """pyld's expansion, stopping at the first key that it would drop and remembering whose key it was."""

    def __init__(self) -> None:
        super().__init__(on_property_dropped=self._stop)
        self.element: Any = None

    def _stop(self, name: str | None) -> None:
        raise _Dropped(self.element, name)

    def _expand_object(
        self, active_ctx: Any, active: Any, expanded: Any, element: Any, *rest: Any, **named: Any
    ) -> None:
        outer, self.element = self.element, element
        super()._expand_object(active_ctx, active, expanded, element, *rest, **named)
        self.element = outer


_processed = threading.local()  # pyld's processed contexts; its caches are not made for several threads


def _expand(document: dict[str, Any], limits: Limits) -> list[Any]:
    if limits.inline_contexts:
        cache: dict[str, Any] = {}  # foreign contexts must not pile up
    else:
        cache = _processed.__dict__.setdefault("contexts", {})
    options = {
        "base": _BASE,
        "documentLoader": pyld_loader,
        "contextResolver": ContextResolver(cache, pyld_loader),
        "processingMode": "json-ld-1.1",
    }
    try:
        expanded: list[Any] = _Expander().expand(document, options)
    except _Dropped as dropped:
        place, name = _place_of(document, dropped)
        reason = f"The word {name[:100]!r} is defined by none of the contexts, so a signature would not cover it."
        raise UnsafeDocument(place, reason, "term_undefined") from None
    except JsonLdError as error:
        raise UnsafeDocument(
            "", f"The document is not valid JSON-LD: {_root_message(error)}", "jsonld_invalid"
        ) from error
    except RecursionError as error:
        raise UnsafeDocument("", "The document is nested too deep.", "too_large") from error
    return expanded


def _place_of(document: Any, dropped: _Dropped) -> tuple[str, str]:
    """Return the pointer and the name of a dropped key: the first object equal to the one that held it."""
    path = next((path for path, value in walk(document) if value == dropped.element), ())
    name = dropped.name
    if name not in dropped.element:  # mapped to nothing, or shaped like a keyword
        return pointer_text(path), name or "of a key"
    return pointer_text((*path, str(name))), str(name)


def _root_message(error: BaseException) -> str:
    while error.__cause__ is not None:
        error = error.__cause__
    return str(error.args[0] if error.args else error).split("\n", maxsplit=1)[0][:200]


class _Statements:
    """Expanded JSON-LD to quads (JSON-LD 1.1 API sections 7.2 and 8), refusing what cannot be stated."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self.quads: dict[Quad, None] = {}
        self.labels: dict[str, str] = {}
        self.fresh = 0

    def of(self, expanded: list[Any]) -> list[Quad]:
        for item in expanded:
            self._node(item, "")
        if not self.quads:
            raise UnsafeDocument("", "The document states nothing.", "jsonld_invalid")
        return list(self.quads)

    def _blank(self, label: str | None = None) -> str:
        if label is not None and label in self.labels:
            return self.labels[label]
        term = f"_:n{self.fresh}"
        self.fresh += 1
        if label is not None:
            self.labels[label] = term
        return term

    def _name(self, value: Any, what: str, *, blank: bool = True) -> str:
        if isinstance(value, str) and value.startswith(_BASE):
            relative = value.removeprefix(_BASE)
            reason = f"The {what} {relative[:100]!r} is neither absolute nor a word that the contexts define."
            raise UnsafeDocument(self._place_of_text(relative), reason, "iri_relative")
        if blank and isinstance(value, str) and _BLANK.fullmatch(value):
            return self._blank(value)
        if not isinstance(value, str) or not _IRI.fullmatch(value):
            raise UnsafeDocument(
                self._place_of_text(value),
                f"The {what} {str(value)[:100]!r} is not a valid IRI.",
                "iri_invalid",
            )
        return f"<{value}>"

    def _place_of_text(self, text: Any) -> str:
        places = (path for path, value in walk(self.document) if isinstance(value, str) and value.lstrip("./") == text)
        return pointer_text(next(places, ()))

    def _node(self, node: dict[str, Any], graph: str) -> str:
        subject = self._name(node["@id"], "id") if "@id" in node else self._blank()
        for key, items in node.items():
            if key == "@type":
                for item in items:
                    self._add(subject, f"<{_RDF}type>", self._name(item, "type"), graph)
            elif key == "@graph":
                for item in items:
                    self._node(item, subject)
            elif key == "@reverse":
                self._reversed(items, subject, graph)
            elif key.startswith("@") and key != "@id":
                raise UnsafeDocument("", f"The keyword {key} is not supported.")
            elif key != "@id":
                predicate = self._name(key, "property", blank=False)
                for item in items:
                    self._add(subject, predicate, self._object(item, graph), graph)
        return subject

    def _reversed(self, properties: dict[str, list[Any]], target: str, graph: str) -> None:
        for name, nodes in properties.items():
            for node in nodes:
                self._add(self._node(node, graph), self._name(name, "property", blank=False), target, graph)

    def _add(self, subject: str, predicate: str, obj: str, graph: str) -> None:
        self.quads[Quad(subject, predicate, obj, graph)] = None

    def _object(self, item: dict[str, Any], graph: str) -> str:
        if "@value" in item:
            return self._literal(item)
        if "@list" in item:
            head = f"<{_RDF}nil>"
            for term in reversed([self._object(member, graph) for member in item["@list"]]):
                link = self._blank()
                self._add(link, f"<{_RDF}first>", term, graph)
                self._add(link, f"<{_RDF}rest>", head, graph)
                head = link
            return head
        return self._node(item, graph)

    def _literal(self, item: dict[str, Any]) -> str:
        value, datatype = item["@value"], item.get("@type")
        if datatype == "@json":
            raise UnsafeDocument("", "Raw JSON values are not supported.", "jsonld_invalid")
        if "@direction" in item or "@index" in item:
            raise UnsafeDocument("", "A text direction or index is not covered by a signature.")
        if "@language" in item:
            if not _LANGUAGE.fullmatch(item["@language"]):
                raise UnsafeDocument("", f"The language {item['@language'][:50]!r} is not a language tag.")
            return f'"{escape(value)}"@{item["@language"]}'
        text, native = _lexical(value, datatype)
        datatype = datatype or native
        if datatype == f"{_XSD}string":
            return f'"{escape(text)}"'
        return f'"{escape(text)}"^^{self._name(datatype, "datatype", blank=False)}'


def _lexical(value: Any, datatype: str | None) -> tuple[str, str]:
    """Return the lexical form of a JSON value and its own datatype (JSON-LD 1.1 API section 8.2.2)."""
    if isinstance(value, bool):
        return ("true" if value else "false"), f"{_XSD}boolean"
    if isinstance(value, int | float):
        if datatype != f"{_XSD}double" and float(value).is_integer():
            return str(int(value)), f"{_XSD}integer"  # 3.0 and 3 are one number in JSON
        shape = re.sub(r"(\d)0*E\+?(-)?0*(\d)", r"\1E\2\3", f"{value:1.15E}")
        return shape, f"{_XSD}double"
    return str(value), f"{_XSD}string"


def parse_json(text: str | bytes) -> dict[str, Any]:
    """Parse one JSON object as received; refuse a repeated key, which readers resolve in different ways.

    Raises UnsafeDocument with a sentence when the text is no JSON object.
    """

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        result = dict(pairs)
        if len(result) != len(pairs):
            raise UnsafeDocument("", "A key stands twice in one object.", "key_repeated")
        return result

    try:
        document = json.loads(text, object_pairs_hook=unique)
    except UnsafeDocument:
        raise
    except (ValueError, RecursionError) as error:
        raise UnsafeDocument("", "The text is not JSON.", "json_invalid") from error
    if not isinstance(document, dict):
        raise UnsafeDocument("", "The document is not a JSON object.", "json_invalid")
    return document
