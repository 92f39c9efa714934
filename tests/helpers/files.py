"""Real files for the readers: a folder of CSV files, a workbook, a workbook with patched parts."""

import io
import subprocess
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count
from operator import mul
from pathlib import Path

import docx
import openpyxl
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from samordning_graph.input.read_source import read_source
from samordning_graph.input.validate import validate
from samordning_graph.schema.problem import Problems
from tests.helpers.tiny import TODAY

TABLES = {
    "municipality": "number;name\n0000;Prøvekommune\n",
    "units": "name;sector\nBolig;bolig\nRus;helse\n",
    "arenas": "name\nForum\n",
    "participation": "actor;arena\nBolig;Forum\nRus;Forum\n",
}
SHEETS = {
    "Enheter": [["Navn", "Sektor"], ["Bolig", "bolig"], ["Rus", "helse"]],
    "Arenaer": [["Navn", "Møter per år"], ["Forum", 4]],
    "Deltakelse": [["Aktør", "Arena"], ["Bolig", "Forum"], ["Rus", "Forum"]],
    "Kommune": [["Kommunenummer", "Navn"], ["0000", "Prøvekommune"]],
}
SHEET_XML = "xl/worksheets/sheet1.xml"


def csv_folder(path: Path, files: Mapping[str, str | bytes] | None = None, **tables: str) -> Path:
    """Write Kommune and what is needed, `tables` instead of or beside them, and other `files`."""
    path.mkdir(exist_ok=True, parents=True)
    texts = {f"{name}.csv": text for name, text in {**TABLES, **tables}.items()}
    for name, text in {**texts, **(files or {})}.items():
        (path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def workbook(
    path: Path,
    change: Callable[[openpyxl.Workbook], object] | None = None,
    **sheets: Iterable[Sequence[object]],
) -> Path:
    """Write Kommune and what is needed, `sheets` instead of or beside them, then `change` it."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in {**SHEETS, **sheets}.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    if change:
        change(book)
    file = path / "kommune.xlsx"
    book.save(file)
    return file


def patched(file: Path, change: Callable[[bytes], bytes], part: str = SHEET_XML) -> Path:
    """Change the bytes of one part of a workbook."""
    old = io.BytesIO(file.read_bytes())
    with zipfile.ZipFile(old) as before, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, change(content) if name == part else content)
    return file


def drop_downs(sheet: Worksheet) -> dict[object, DataValidation]:
    """Return header → drop-down of a sheet."""
    found = {}
    for rule in sheet.data_validations.dataValidation:
        for area in rule.sqref.ranges:
            found[sheet.cell(1, area.min_col).value] = rule
    return found


def remark_in(path: Path) -> bytes:
    """Write a remark in a document, a workbook or a text, as a person does; return what it then is."""
    if path.suffix == ".docx":
        document = docx.Document(str(path))
        document.add_paragraph("Vi ringer NAV.")
        document.save(str(path))
    elif path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        book.worksheets[0]["B1"] = "Vi ringer NAV."
        book.save(path)
    else:
        path.write_text(f"Vi ringer NAV.\n{path.read_text('utf-8')}", "utf-8")
    return path.read_bytes()


def through_libreoffice(file: Path, folder: Path) -> Path:
    """Let LibreOffice open and save a workbook, and return what it wrote."""
    profile = f"-env:UserInstallation=file://{folder / 'profil'}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", folder, file]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / file.name


def problems(path: Path) -> Problems:
    """Read and validate a path."""
    source = read_source(path)
    validate(source, TODAY)
    return source.problems


def places(path: Path, severity: str = "E") -> list[tuple[str, int, str]]:
    """Return (code, row, column) of every error, or of every warning (`W`), in order."""
    return [
        (problem.kind.code, problem.place.row, problem.place.column)
        for problem in problems(path).in_order()
        if problem.kind.code.startswith(severity)
    ]


def identity_number(birth: str) -> str:
    """Return a number with valid control digits for a birth date of six digits, of nobody known."""
    for individual in count(900):
        digits = f"{birth}{individual:03}"
        for weights in ((3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)):
            digits += str(-sum(map(mul, map(int, digits), weights)) % 11)
        if len(digits) == 11:  # a control digit of 10 is not used
            return digits
    raise AssertionError
