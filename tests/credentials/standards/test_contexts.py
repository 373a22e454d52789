"""Contexts are pinned by hash and never fetched."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from credentials.standards import contexts


@pytest.mark.parametrize("url", contexts.PINNED)
def test_each_pinned_context_is_installed_with_the_pinned_bytes(url: str) -> None:
    assert hashlib.sha256(contexts.load_bytes(url)).hexdigest() == contexts.PINNED[url]
    assert "@context" in contexts.load(url)


def test_the_pinned_hashes_are_those_of_the_published_texts(vectors: Path, read_json) -> None:  # type: ignore[no-untyped-def]
    files = read_json("contexts/canonical/index.json")
    published = {
        url: hashlib.sha256((vectors / "contexts" / "canonical" / name).read_bytes()).hexdigest()
        for url, name in files.items()
        if url in contexts.PINNED
    }
    assert published == contexts.PINNED


def test_an_unknown_context_is_refused() -> None:
    with pytest.raises(contexts.UnknownContext, match="never fetched"):
        contexts.load("https://example.org/context.json")


def test_a_context_whose_bytes_differ_from_the_pin_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(contexts.PINNED, contexts.OB3, "0" * 64)
    contexts.load_bytes.cache_clear()
    with pytest.raises(contexts.UnknownContext, match="differs in the installed openbadgeslib"):
        contexts.load(contexts.OB3)
    contexts.load_bytes.cache_clear()


def test_a_loaded_context_can_be_changed_without_harm() -> None:
    contexts.load(contexts.OB3).clear()
    assert contexts.load(contexts.OB3) != {}


def test_no_code_of_openbadgeslib_runs() -> None:
    script = (
        "import sys; from credentials.standards import contexts as c; c.load(c.OB3);"
        "print('openbadgeslib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
