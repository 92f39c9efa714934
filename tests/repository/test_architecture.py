"""A command loads what it needs and nothing else, so that it begins at once."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {"networkx", "openpyxl", "docx", "lxml", "jinja2", "rich", "pyvis", "yaml", "rapidfuzz"}
COMMANDS = """
import importlib
from samordning_graph.cli.main import COMMANDS, module_of
for name in COMMANDS:
    importlib.import_module(f"samordning_graph.cli.commands.{module_of(name)}")
"""
RUN = """
from samordning_graph.cli.main import main
sys.argv = ["samordning", *ARGUMENTS]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
"""


def loaded(code: str, *arguments: str) -> set[str]:
    """Return the packages that are loaded after some code has run in a Python of its own."""
    return {name for name in loaded_modules(code, *arguments) if "." not in name}


def loaded_modules(code: str, *arguments: str) -> set[str]:
    """Return all modules that are loaded then."""
    program = (
        f"import json, sys\nARGUMENTS = {list(arguments)!r}\n{code}\n"
        "sys.stderr.write('\\n' + json.dumps([*sys.modules]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


def test_the_package_loads_nothing_heavy():
    assert not loaded("import samordning_graph, samordning_graph.cli.main") & HEAVY


def test_no_command_loads_anything_heavy_before_it_runs():
    assert not loaded(COMMANDS) & HEAVY


def test_help_loads_nothing_heavy():
    assert not loaded(RUN, "--help") & HEAVY


def test_a_check_of_csv_files_loads_no_workbook_or_page():
    """What to fill in next is asked of the graph; the duty register is YAML."""
    needed = {"rapidfuzz", "networkx", "yaml"}

    assert not loaded(RUN, "check", "data/stord") & (HEAVY - needed)


def test_a_report_on_csv_files_loads_no_terminal_workbook_or_page():
    """It is printed to a pipe here. The duty register is YAML."""
    unneeded = {"rich", "openpyxl", "docx", "lxml", "jinja2", "pyvis"}

    assert not loaded(RUN, "report", "data/eksempel") & unneeded
    assert not loaded(RUN, "report", "data/eksempel", "--format", "json") & unneeded


def test_a_word_document_is_written_by_no_package(tmp_path):
    document = str(tmp_path / "rapport.docx")

    assert not loaded(RUN, "report", "data/eksempel", "-o", document) & {"docx", "lxml"}


@pytest.mark.parametrize("format_name", ["text", "md", "csv", "json"])
def test_a_report_without_pictures_loads_nothing_that_draws(format_name: str):
    modules = loaded_modules(RUN, "report", "data/eksempel", "--format", format_name)

    assert "samordning_graph.report.findings_report" in modules
    assert not {name for name in modules if name.startswith("samordning_graph.drawing")}


def test_there_is_no_number_cruncher_at_run_time():
    assert not loaded(RUN, "report", "data/eksempel") & {"numpy", "scipy", "pandas"}


def test_no_module_is_longer_than_400_lines():
    """The one declaration of the tables is: it is read as a list."""
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for kind in ("*.py", "*.js")
        for path in (ROOT / "samordning_graph").rglob(kind)
    }

    assert [path for path, length in lengths.items() if length > 400] == [
        "samordning_graph/schema/tables.py"
    ]
