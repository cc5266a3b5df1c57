"""The system that runs here, for measurements over HTTP."""

import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def environment():
    """The variables of .local/env."""
    file = ROOT / ".local/env"
    if not file.exists():
        sys.exit("Nothing runs here: start it with make run.")
    lines = (line.split("=", 1) for line in file.read_text().splitlines() if "=" in line)
    return {name: value.strip("'") for name, value in lines}


def administrator(uid):
    """An access token of an administrator with this id, who is signed up if there is none."""
    more = {**os.environ, "ADMIN_ID": uid}
    return subprocess.run([ROOT / "scripts/admin-token.sh"], env=more, capture_output=True, text=True, check=True).stdout.strip()
