"""Environments of peers: each has its own, made by the benchmark that needs it, since peers may pin old libraries.

The requirements stand in `benchmarks/peers/<peer>.txt`. The environment is made below `build/peers` and made anew when
they change.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import venv
from pathlib import Path

_ROOT = Path(__file__).parent.parent


class PeerError(Exception):
    """A peer's environment cannot be made here."""


def peer_python(peer: str) -> Path:
    """The interpreter of a peer's environment. Raises PeerError where the peer cannot be installed."""
    requirements = _ROOT / "benchmarks" / "peers" / f"{peer}.txt"
    folder = _ROOT / "build" / "peers" / peer
    python, stamp = folder / "bin" / "python", folder / "requirements.sha256"
    wanted = hashlib.sha256(requirements.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return python
    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder, with_pip=True)
    install = [str(python), "-m", "pip", "install", "--quiet", "--requirement", str(requirements)]
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    if done.returncode:
        raise PeerError(f"{peer} cannot be installed: {done.stderr.strip().splitlines()[-1]}")
    stamp.write_text(wanted, encoding="ascii")
    return python
