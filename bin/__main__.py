"""`python3 bin VERB …`: finds the verb's module and lets it work."""

import importlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)

if __name__ == "__main__":
    verb = importlib.import_module(f"bin.verbs.{sys.argv[1]}")
    sys.exit(verb.main(sys.argv[2:]))
