"""RDFC-1.0 against the W3C suite, and its refusal of datasets made to waste time."""

import json
import time
from typing import Any

import pytest

from credentials.standards.canon import Quad, TooComplex, canonicalize, escape

from .conftest import vectors_folder
from .nquads import parse_nquads

SUITE = vectors_folder() / "w3c-rdf-canon" / "tests"


def entries(kind: str) -> list[Any]:
    manifest = SUITE / "manifest.jsonld"
    if not manifest.exists():
        # One entry that can't be had stands for all: the tests skip with a line that says so.
        return [pytest.param({}, marks=pytest.mark.skip(reason=f"No test vectors at {SUITE}."), id="absent")]
    return [entry for entry in json.loads(manifest.read_text())["entries"] if entry["type"] == f"rdfc:{kind}"]


def name(entry: dict[str, str]) -> str:
    return entry["id"]


def algorithm(entry: dict[str, str]) -> str:
    return entry.get("hashAlgorithm", "SHA256").lower()


@pytest.mark.parametrize("entry", entries("RDFC10EvalTest"), ids=name)
def test_the_w3c_suite_gives_the_expected_canonical_form(entry: dict[str, str]) -> None:
    quads = parse_nquads((SUITE / entry["action"]).read_text())
    assert canonicalize(quads, algorithm=algorithm(entry)).nquads == (SUITE / entry["result"]).read_text()


@pytest.mark.parametrize("entry", entries("RDFC10MapTest"), ids=name)
def test_the_w3c_suite_gives_the_expected_labels(entry: dict[str, str]) -> None:
    labels = canonicalize(parse_nquads((SUITE / entry["action"]).read_text()), algorithm=algorithm(entry)).labels
    expected = json.loads((SUITE / entry["result"]).read_text())
    assert {old.removeprefix("_:"): new.removeprefix("_:") for old, new in labels.items()} == expected


@pytest.mark.parametrize("entry", entries("RDFC10NegativeEvalTest"), ids=name)
def test_the_poison_graph_of_the_w3c_suite_is_refused_quickly(entry: dict[str, str]) -> None:
    quads = parse_nquads((SUITE / entry["action"]).read_text())
    started = time.perf_counter()
    with pytest.raises(TooComplex):
        canonicalize(quads)
    assert time.perf_counter() - started < 5


def test_a_clique_of_blank_nodes_is_refused() -> None:
    nodes = [f"_:n{number}" for number in range(10)]
    with pytest.raises(TooComplex):
        canonicalize([Quad(a, "<urn:p>", b) for a in nodes for b in nodes if a != b])


def test_a_long_chain_of_like_blank_nodes_is_refused_before_python_runs_out_of_stack() -> None:
    quads = [Quad(f"_:n{number}", "<urn:p>", f"_:n{(number + 1) % 2000}") for number in range(2000)]
    with pytest.raises(TooComplex):
        canonicalize(quads)


def test_the_order_and_repetition_of_quads_do_not_matter() -> None:
    quads = [Quad("_:a", "<urn:p>", '"1"'), Quad("_:b", "<urn:p>", '"2"'), Quad("_:a", "<urn:q>", "_:b")]
    assert canonicalize([*reversed(quads), *quads]).nquads == canonicalize(quads).nquads


def test_control_characters_are_escaped_as_rdfc_asks() -> None:
    assert (
        escape('\x00\x08\t\n\x0b\x0c\r\x1f"\\\x7f\x80é😀')
        == '\\u0000\\b\\t\\n\\u000B\\f\\r\\u001F\\"\\\\\\u007F\x80é😀'
    )
