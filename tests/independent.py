"""Asks two verifiers that others wrote (tests/node/verify.mjs) what they make of a credential."""

import json
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bin.node import FOLDER


@dataclass(frozen=True)
class Verdict:
    """What one verifier says.

    `revoked` is None when the credential names no status list or was refused; `schema` is None where that
    verifier does not check one.
    """

    verifier: str
    verified: bool
    revoked: bool | None
    schema: bool | None
    error: str | None


class Verifiers:
    """Run both verifiers with one Node."""

    def __init__(self, node: Path) -> None:
        self.node = node

    def __call__(
        self, credential: Mapping[str, Any] | bytes, *, base: str | None = None, documents: Path | None = None
    ) -> list[Verdict]:
        """Return the verdict of @digitalbazaar/vc, then that of @digitalcredentials/verifier-core.

        `base` is the address of a running Laurel that DID documents and status lists are read from;
        `documents` is a folder of JSON documents that are found by their `id`. Nothing else can be reached.
        """
        with tempfile.NamedTemporaryFile(suffix=".json") as file:
            file.write(credential if isinstance(credential, bytes) else json.dumps(credential).encode())
            file.flush()
            command = [str(self.node), "verify.mjs", file.name]
            command += ["--base", base] if base else []
            command += ["--documents", str(documents)] if documents else []
            done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        return [Verdict(**{name: line[name] for name in Verdict.__dataclass_fields__}) for line in lines]
