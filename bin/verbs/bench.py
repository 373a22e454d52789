"""bin/bench NAME: sets up what it measures, explains on stderr, ends with one line of JSON on stdout."""

import importlib
import json
import os
import sys
from pathlib import Path

from bin import environment, machine
from bin.errors import CannotGoOn, told_in_a_sentence

FOLDER = environment.ROOT / "bin" / "benches"


@told_in_a_sentence
def main(line: list[str]) -> int:
    """Run one bench in the checkout's own environment and print its figures."""
    names = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")
    if not line or line[0] not in names:
        raise CannotGoOn(f"Name what to measure: bin/bench {'|'.join(names)}")
    machine.install_missing([*environment.needs(dev=True), *machine.TO_RUN])
    python = environment.install(dev=True)
    if Path(sys.prefix).resolve() != environment.VENV.resolve():
        os.execv(python, [str(python), str(environment.ROOT / "bin"), "bench", *line])  # noqa: S606
    bench = importlib.import_module(f"bin.benches.{line[0]}")
    figures: dict[str, float] = bench.measure(line[1:])
    print(json.dumps(figures), flush=True)
    return 0


def explain(text: str) -> None:
    """Tell the person at the terminal what is going on, away from the line that programs read."""
    print(text, file=sys.stderr, flush=True)
