"""Where third-party vectors lie, for tests that list them before they run."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]


def vectors_folder() -> Path:
    return Path(os.environ.get("LAUREL_VECTORS", ROOT.parent / "shared" / "vectors"))


@pytest.fixture(scope="session")
def read_json(vectors: Path) -> Callable[[str], Any]:
    return lambda name: json.loads((vectors / name).read_text())
