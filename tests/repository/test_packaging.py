"""What is handed out works where the checkout is not: the source archive, and the wheel made of it."""

import re
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from samordning_graph.common.version import __version__

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("packaging")]

ROOT = Path(__file__).parents[2]
EXECUTABLES = "Scripts" if sys.platform == "win32" else "bin"


def run(*command, cwd):
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout


@pytest.fixture(scope="module")
def archives(tmp_path_factory):
    """The source archive, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, cwd=ROOT)
    return folder


@pytest.fixture(scope="module")
def wheel(archives):
    return next(archives.glob("*.whl"))


@pytest.fixture(scope="module")
def metadata(wheel):
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return archive.read(name).decode()


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A fresh environment with the wheel, and what it needs borrowed from the one of the tests."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / EXECUTABLES / "python"
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", wheel, cwd=folder)
    libraries = run(
        python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder
    ).strip()
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    Path(libraries, "borrowed.pth").write_text("\n".join(borrowed), encoding="utf-8")
    return folder


def samordning(folder, *arguments):
    return run(folder / "env" / EXECUTABLES / "samordning", *arguments, cwd=folder)


def test_the_demo_runs_from_the_wheel(installed):
    shown = samordning(installed, "demo", "--out", "resultat")

    written = {file.name for file in Path(installed, "resultat").iterdir()}
    assert {"eksempel-rapport.html", "eksempel-kart.html"} <= written
    assert all(name in shown for name in written)


def test_the_wheel_brings_the_library_of_queries_the_words_and_both_languages(installed):
    assert "LINK03" in samordning(installed, "query", "--list")
    assert "LINK03" in samordning(installed, "explain", "LINK03")
    assert samordning(installed, "--lang", "en", "rules") != samordning(installed, "rules")


def test_the_version_is_the_same_everywhere(archives, installed):
    assert __version__ in samordning(installed, "--version")
    assert all(f"-{__version__}" in file.name for file in archives.iterdir())


def test_the_wheel_is_typed_and_leaves_out_what_only_translators_need(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()

    assert "samordning_graph/py.typed" in names
    assert not [name for name in names if name.endswith(".po")]
    assert [name for name in names if name.endswith("messages.mo")]


def test_the_source_archive_has_what_tests_and_documentation_are_made_of(archives):
    with tarfile.open(next(archives.glob("*.tar.gz"))) as archive:
        tops = {name.split("/")[1] for name in archive.getnames()}

    assert {"README.md", "LICENSE", "docs", "tests", "tools", "cypher", "data"} <= tops


def test_nothing_on_the_package_index_links_to_a_file_that_is_not_there(metadata):
    text = metadata.partition("\n\n")[2]

    assert "# samordning_graph" in text
    assert not re.findall(r"\]\((?!https?://|#)[^)]*\)", text)
    assert "![" not in text


def test_the_metadata_name_no_address_and_no_person(metadata):
    head = metadata.partition("\n\n")[0]

    assert "The samordning_graph authors" in head
    assert not re.findall(r"^(?:Project-URL|Home-page|Author-email|Maintainer)", head, re.MULTILINE)
