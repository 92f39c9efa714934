"""What is printed: page one and the sheet of a service are one sheet of A4, in Word and in a browser."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from samordning_graph.common.atomic_write import write_text
from samordning_graph.common.locale import in_language
from samordning_graph.report.documents.first_page import first_page
from samordning_graph.report.documents.service_sheet import (
    MOST_MET,
    MOST_TO_TALK_WITH,
    service_sheet,
    services_with_sheets,
)
from samordning_graph.report.findings_report import Report
from samordning_graph.report.formats.registry import FORMATS
from tests.helpers.samples import DATA_SETS, municipality
from tests.helpers.tiny import tiny
from tools.provide import CHROMIUM, CHROMIUM_ARGUMENTS, program

IN_WORD = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
IN_A_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(program(CHROMIUM) is None, reason="no Chromium was found"),
]
PRINTED = [
    pytest.param("docx", marks=[IN_WORD, pytest.mark.slow]),
    pytest.param("html", marks=[*IN_A_BROWSER, pytest.mark.slow]),
]


def crowd(n: int):
    """Return so many services with long names, of which most lack contact with most."""
    sectors = ("bolig", "helse", "sosial", "plan", "oppvekst", "eiendom")
    units = [
        f"u{i};Tjenesten for oppfølging i bolig nummer {i};{sectors[i % 6]};ja" for i in range(n)
    ]
    return tiny(
        units="\n".join(("id;name;sector;surveyed", *units)),
        goals="id;name\n"
        + "\n".join(f"g{i};Et mål som mange eier sammen, nummer {i}" for i in range(9)),
        goal_owners="actor;goal\n" + "\n".join(f"u{i};g{i % 9}" for i in range(n)),
        arenas="name;participants_complete\nForum for samordning av det boligsosiale arbeidet;ja",
        participation="actor;arena\nu0;Forum for samordning av det boligsosiale arbeidet",
    )


BEGINNER = {
    "units": "name;sector\nBoligkontoret;bolig\nNAV-kontoret;sosial\nHjemmetjenesten;helse",
    "arenas": "name\nBoligmøtet",
    "participation": "actor;arena\nBoligkontoret;Boligmøtet\nNAV-kontoret;Boligmøtet",
}
GRAPHS = {name: lambda name=name: municipality(name) for name in DATA_SETS} | {
    "beginner": lambda: tiny(**BEGINNER),
    "120 actors": lambda: crowd(120),
    "500 actors": lambda: crowd(500),
}


def pages(blocks, format_name: str, folder: Path) -> int:
    """Return how many sheets a document takes."""
    format_ = FORMATS[format_name]
    file = folder / f"side{format_.suffix}"
    with in_language("nb"):
        if format_.is_text:
            write_text(file, lambda stream: format_.write_blocks(blocks, stream))
        else:
            format_.write_blocks(blocks, file)
    pdf = folder / "side.pdf"
    if format_name == "docx":
        profile = f"-env:UserInstallation=file://{folder / 'profil'}"
        command = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            file,
        ]
    else:
        command = [
            program(CHROMIUM),
            *CHROMIUM_ARGUMENTS,
            "--headless",
            "--no-pdf-header-footer",
            f"--print-to-pdf={pdf}",
            file.as_uri(),
        ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))


@pytest.mark.parametrize("format_name", PRINTED)
@pytest.mark.parametrize("name", GRAPHS)
def test_page_one_is_one_sheet_of_a4(tmp_path, name: str, format_name: str):
    with in_language("nb"):
        blocks = list(first_page(Report(GRAPHS[name]())))

    assert pages(blocks, format_name, tmp_path) == 1


def fullest():
    """Return a municipality in which one service has more of everything than a sheet has room for."""
    sectors = ("bolig", "helse", "sosial", "plan", "oppvekst", "eiendom")
    others = [
        f"u{i};Tjenesten for oppfølging i bolig nummer {i};{sectors[i % 6]};{'ja' if i % 3 else ''}"
        for i in range(60)
    ]
    return tiny(
        units="id;name;sector;surveyed\n"
        "m;Tverrfaglig tjeneste for midlertidige boliger og oppfølging;bolig;ja\n"
        + "\n".join(others),
        goals="id;name\n"
        + "\n".join(f"g{i};Et mål som mange eier sammen i kommunen, nummer {i}" for i in range(4)),
        goal_owners="actor;goal\n"
        + "\n".join(
            f"{key};g{j}" for key in ("m", *(f"u{i}" for i in range(60))) for j in range(4)
        ),
        arenas="id;name;participants_complete\n"
        + "\n".join(
            f"a{i};Forum for samordning av det boligsosiale arbeidet {i};{'ja' if i < 5 else ''}"
            for i in range(7)
        ),
        participation="actor;arena\n"
        + "\n".join(f"m;a{i}" for i in range(7))
        + "".join(f"\nu{i};a{i % 7}" for i in range(30)),
    )


@pytest.mark.parametrize("format_name", PRINTED)
def test_the_fullest_sheet_of_a_service_is_one_sheet_of_a4(tmp_path, format_name: str):
    with in_language("nb"):
        report = Report(fullest())
        (contacts,) = (each for each in services_with_sheets(report) if each.actor == "m")
        assert contacts.missing > MOST_TO_TALK_WITH
        assert len(contacts.met) > MOST_MET
        assert contacts.not_known
        blocks = list(service_sheet(report, contacts))

    assert pages(blocks, format_name, tmp_path) == 1
