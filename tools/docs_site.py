"""Builds the documentation as a site in build/docs: `python -m tools.docs_site [FOLDER]`.

Strict: a warning, such as a link that leads nowhere, is an error. The example maps and reports are
made anew and lie beside the pages.
"""

import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path

ROOT = Path(__file__).parent.parent
SITE = ROOT / "build" / "docs"
FIRST_PAGE = "docs/site/index.html"
REDIRECT = f"""\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>samordning_graph</title>
<meta http-equiv="refresh" content="0; url={FIRST_PAGE}">
<a href="{FIRST_PAGE}">samordning_graph</a>
</html>
"""
"""The pages keep the places that they have in the project, so the first one is not at the top."""


def build(folder: Path = SITE) -> None:
    """Build the site in a folder. Raises CalledProcessError, with the reasons on stderr."""
    sphinx = ("sphinx", "-q", "--nitpicky", "--fail-on-warning", "--keep-going", "-c", "docs/site")
    doctrees = folder.with_name(f"{folder.name}-doctrees")
    _run(*sphinx, "-d", str(doctrees), ".", str(folder))
    _run("samordning_graph", "demo", "--out", str(folder / "eksempel"))
    Path(folder, "index.html").write_text(REDIRECT, encoding="utf-8")


def _run(module: str, *arguments: str) -> None:
    subprocess.run(
        (sys.executable, "-m", module, *arguments),
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def main() -> int:
    """Build the site in the folder that is named, or in build/docs."""
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=SITE)
    folder = parser.parse_args().folder.resolve()
    build(folder)
    sys.stdout.write(f"{folder / 'index.html'}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
