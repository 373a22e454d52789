"""RDF Dataset Canonicalization (W3C RDFC-1.0), with a bound on its work.

A quad is four N-Quads terms, already written: `<iri>`, `_:label` or `"literal"…`; the default graph is the
empty text. Most datasets end after one hash for each blank node. Some, made on purpose, would run for years:
the budget counts hashes, so that they end with TooComplex instead.
"""

import hashlib
from collections.abc import Iterable
from itertools import permutations
from typing import NamedTuple

_SHORT = {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}
_ESCAPES = {code: _SHORT.get(code, f"\\u{code:04X}") for code in [*range(0x20), 0x22, 0x5C, 0x7F]}
_DEEPEST = 200  # recursion of Hash N-Degree Quads; Python's own limit stands at 1,000 frames


class TooComplex(ValueError):
    """The dataset's blank nodes resemble each other so much that ordering them would take too long."""

    code = "too_complex"

    def __init__(self) -> None:
        super().__init__(
            "The unnamed parts of the document resemble each other so much that they cannot be put in order."
        )


class Quad(NamedTuple):
    """Subject, predicate, object and graph as N-Quads terms; `graph` is empty for the default graph."""

    subject: str
    predicate: str
    object: str
    graph: str = ""


class Canonical(NamedTuple):
    """Sorted N-Quads with a line feed after each, and the canonical label (`_:c14n0`) of each blank node."""

    nquads: str
    labels: dict[str, str]


def escape(text: str) -> str:
    """Escape the text of a literal as canonical N-Quads ask (RDFC-1.0 section 5, RDF 1.2 N-Quads section
    3).
    """
    return text.translate(_ESCAPES)


def canonicalize(quads: Iterable[Quad], *, budget: int = 100_000, algorithm: str = "sha256") -> Canonical:
    """Return the canonical form of `quads` (duplicates count once).

    `budget` is the number of hashes that telling alike blank nodes apart may cost (roughly 200,000 a second);
    TooComplex is raised when it is spent. `algorithm` is a name that hashlib knows.
    """
    return _Canonicalizer(list(dict.fromkeys(quads)), budget, algorithm).run()


class _Issuer:
    """Identifier issuer (section 4.5): labels in order of first asking."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.issued: dict[str, str] = {}

    def copy(self) -> "_Issuer":
        twin = _Issuer(self.prefix)
        twin.issued = self.issued.copy()
        return twin

    def issue(self, label: str) -> str:
        return self.issued.setdefault(label, f"{self.prefix}{len(self.issued)}")


class _Canonicalizer:
    def __init__(self, quads: list[Quad], budget: int, algorithm: str) -> None:
        self.quads = quads
        self.budget = budget
        self.algorithm = algorithm
        self.canonical = _Issuer("_:c14n")
        self.first: dict[str, str] = {}
        self.mentions: dict[str, list[Quad]] = {}
        for quad in quads:
            for term in dict.fromkeys((quad.subject, quad.object, quad.graph)):
                if term.startswith("_:"):
                    self.mentions.setdefault(term, []).append(quad)

    def run(self) -> Canonical:
        """Section 4.4.3."""
        alike: dict[str, list[str]] = {}
        for label in self.mentions:
            self.first[label] = self._first_degree(label)
            alike.setdefault(self.first[label], []).append(label)
        for digest in sorted(alike):
            if len(alike[digest]) == 1:
                self.canonical.issue(alike[digest][0])
        for digest in sorted(alike):
            if len(alike[digest]) > 1:
                self._settle(alike[digest])
        issued = self.canonical.issued
        lines = sorted(_line(*(issued.get(term, term) for term in quad)) for quad in self.quads)
        return Canonical("".join(lines), issued)

    def _settle(self, labels: list[str]) -> None:
        """Step 5 of section 4.4.3: order the blank nodes that share a first-degree hash."""
        paths = []
        for label in labels:
            if label not in self.canonical.issued:
                issuer = _Issuer("_:b")
                issuer.issue(label)
                paths.append(self._n_degree(label, issuer, 0))
        for _, issuer in sorted(paths, key=lambda path: path[0]):
            for label in issuer.issued:
                self.canonical.issue(label)

    def _hash(self, text: str) -> str:
        return hashlib.new(self.algorithm, text.encode()).hexdigest()

    def _first_degree(self, label: str) -> str:
        """Section 4.6."""

        def mask(term: str) -> str:
            return term if not term.startswith("_:") else "_:a" if term == label else "_:z"

        return self._hash(
            "".join(
                sorted(_line(mask(q.subject), q.predicate, mask(q.object), mask(q.graph)) for q in self.mentions[label])
            )
        )

    def _related(self, label: str, quad: Quad, issuer: _Issuer, position: str) -> str:
        """Section 4.7."""
        known = self.canonical.issued.get(label) or issuer.issued.get(label) or self.first[label]
        return self._hash(position + ("" if position == "g" else quad.predicate) + known)

    def _spend(self, hashes: int) -> None:
        self.budget -= hashes
        if self.budget < 0:
            raise TooComplex

    def _n_degree(self, label: str, issuer: _Issuer, depth: int) -> tuple[str, _Issuer]:
        """Section 4.8."""
        if depth > _DEEPEST:
            raise TooComplex
        self._spend(len(self.mentions[label]))
        groups: dict[str, list[str]] = {}
        for quad in self.mentions[label]:
            for position, term in (("s", quad.subject), ("o", quad.object), ("g", quad.graph)):
                if term.startswith("_:") and term != label:
                    groups.setdefault(self._related(term, quad, issuer, position), []).append(term)
        data = ""
        for digest in sorted(groups):
            best: tuple[str, _Issuer] | None = None
            for order in permutations(groups[digest]):
                self._spend(1)
                best = self._try(order, issuer, best, depth)
            if best is not None:
                data += digest + best[0]
                issuer = best[1]
        return self._hash(data), issuer

    def _try(
        self, order: tuple[str, ...], issuer: _Issuer, best: tuple[str, _Issuer] | None, depth: int
    ) -> tuple[str, _Issuer] | None:
        """Step 5.4 of section 4.8: the path of one order of related blank nodes, if it beats the best so
        far.
        """
        twin = issuer.copy()
        path = ""
        deeper = []
        for label in order:
            if label in self.canonical.issued:
                path += self.canonical.issued[label]
            else:
                if label not in twin.issued:
                    deeper.append(label)
                path += twin.issue(label)
            if best and len(path) >= len(best[0]) and path > best[0]:
                return best
        for label in deeper:
            digest, result = self._n_degree(label, twin, depth + 1)
            path += f"{twin.issue(label)}<{digest}>"
            twin = result
            if best and len(path) >= len(best[0]) and path > best[0]:
                return best
        return (path, twin) if best is None or path < best[0] else best


def _line(subject: str, predicate: str, obj: str, graph: str) -> str:
    return f"{subject} {predicate} {obj} {graph} .\n" if graph else f"{subject} {predicate} {obj} .\n"
