"""What was written by the program is told from what somebody has changed."""

import time
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from openpyxl.comments import Comment

from samordning_graph.common.seal import is_as_written, seal
from tests.helpers.files import remark_in


def document(path: Path) -> None:
    written = docx.Document()
    written.add_heading("Møtet")
    written.save(str(path))


def workbook(path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "Møtet"
    book.worksheets[0]["A1"].comment = Comment("Hva?", "samordning")
    book.save(path)


def text(path: Path) -> None:
    path.write_text("# Møtet\n", encoding="utf-8")


KINDS = [
    *(("møte.docx", document), ("møte.xlsx", workbook)),
    *((name, text) for name in ("møte.md", "møte.html", "møte.txt")),
]


@pytest.fixture(params=KINDS, ids=[name for name, _write in KINDS])
def kind(request, tmp_path):
    name, write = request.param
    return tmp_path / name, write


@pytest.fixture
def sealed(kind):
    path, write = kind
    write(path)
    seal(path, "text" if path.suffix == ".txt" else "")
    return path


def test_a_file_is_as_written_when_it_is_sealed(sealed):
    assert is_as_written(sealed)


def test_a_file_that_somebody_has_changed_is_not(sealed):
    remark_in(sealed)

    assert not is_as_written(sealed)


def test_a_file_of_somebody_else_is_not(kind):
    path, write = kind
    write(path)

    assert not is_as_written(path)


def test_a_file_that_was_only_saved_again_in_another_program_is_not_ours(tmp_path):
    path = tmp_path / "møte.xlsx"
    workbook(path)
    seal(path)
    openpyxl.load_workbook(path).save(path)

    assert not is_as_written(path)


def test_what_is_written_after_the_seal_is_seen(tmp_path):
    path = tmp_path / "møte.md"
    text(path)
    seal(path)
    path.write_bytes(path.read_bytes() + b"- Vi ringer NAV.\n")

    assert not is_as_written(path)


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x03\x04" + bytes(40), b"\0" * 200])
def test_any_file_can_be_asked(tmp_path, content):
    path = tmp_path / "fil"
    path.write_bytes(content)

    assert not is_as_written(path)


def test_a_package_without_properties_is_not_ours(tmp_path):
    path = tmp_path / "fil.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("a", "b")

    assert not is_as_written(path)


@pytest.mark.slow
def test_the_same_content_is_the_same_file(kind, tmp_path):
    path, write = kind
    write(path)
    seal(path)
    first = path.read_bytes()
    time.sleep(2.1)  # the clock of a zip file counts two seconds at a time
    write(path)
    seal(path)

    assert path.read_bytes() == first


def test_a_sealed_document_and_a_sealed_workbook_open(tmp_path):
    for name, write in KINDS[:2]:
        write(tmp_path / name)
        seal(tmp_path / name)

    assert docx.Document(str(tmp_path / "møte.docx")).paragraphs[0].text == "Møtet"
    assert openpyxl.load_workbook(tmp_path / "møte.xlsx").worksheets[0]["A1"].value == "Møtet"
