"""Finds the folders that lie at the top of the project: data and queries."""

from pathlib import Path

PACKAGE = Path(__file__).parent.parent


def folder(name: str) -> Path | None:
    """Return a folder in the installed package, or beside the package in a checkout."""
    for found in (PACKAGE / name, PACKAGE.parent / name):
        if found.is_dir():
            return found
    return None
