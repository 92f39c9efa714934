"""Where the data and the queries are that come with the program."""

from pathlib import Path

PACKAGE = Path(__file__).parent.parent


def bundled_folder(name: str) -> Path | None:
    """Return a folder of the installed package, or the one beside the package in a checkout."""
    for folder in (PACKAGE / name, PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    return None
