"""Files that were made to break things: each is read, or refused with problems, in bounded time.

Sound CSV, YAML and workbooks are changed at random: bytes and parts are cut, doubled, exchanged and
swelled. `SAMORDNING_CASES` raises the number (300, in CI 2 000), `SAMORDNING_SEED` says which.
"""

import io
import json
import os
import time
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from samordning_graph.graph.build import build
from samordning_graph.input.read_source import read_source
from samordning_graph.input.validate import validate
from samordning_graph.report.findings_report import Report
from samordning_graph.report.write import write_report
from tests.helpers.cases import at_least
from tests.helpers.files import TABLES, workbook
from tests.helpers.tiny import TODAY

CASES = at_least(300, in_ci=2000)
SEED = int(os.environ.get("SAMORDNING_SEED", "13"))
MAX_SECONDS_PER_MB = 10
"""Of processor time: what hangs, or grows with the square of the size, needs more. On a machine that
does nothing else, no case needs 3."""
MAX_MB = 400
BATCHES = 10

CSV = {
    **TABLES,
    "units": "name;sector;target_groups;part_of;kostra\nBolig;bolig;eldre;;\nRus;helse;;Bolig;241\n",
    "links": "from;to;strength;agreement;valid_to\nBolig;Rus;samarbeid;Avtale;2027-01-01\n",
    "goals": "name;parent\nBosetting;\nRask bosetting;Bosetting\n",
    "goal_owners": "actor;goal\nBolig;Bosetting\n",
    "vocabulary": "list;id;name\nsector;fritid;Fritid\n",
    "municipality": "number;name\n4614;Stord\n",
}
YAML = """\
municipality:
  - {number: 4614, name: Stord}
units:
  - name: Bolig
    sector: bolig
    target_groups: [eldre, flyktninger]
  - {name: Rus, sector: helse}  # begge ble spurt
arenas:
  - {name: Forum, meetings_per_year: 4}
participation:
  - {actor: Bolig, arena: Forum, role: leder}
links:
  - {from: Bolig, to: Rus, strength: samarbeid}
goals: ~
"""
TOKENS = (
    *(b"\0", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\xff\xfe", "\u202e\u200b".encode(), b"\x1b[31m"),
    *(b'"', b"'", b";", b",", b"\t", b"\n", b"\r", b"[", b"{", b"]", b"}", b": ", b"- ", b"? "),
    *(b"&a ", b"*a", b"<<: ", b"!!python/object:os.system ", b"--- ", b"| ", b"%YAML 9.9\n", b"#"),
    *(b"=1+1", b"-1", b"1e999", b"nan", b"0301", b"1899-12-31", b"9999-99-99", b"31.2.2026"),
    *("ø".encode("cp1252"), "a\u0301\u0316".encode(), "ﷺ".encode(), "ǅ".encode(), b"@a.", b"12 "),
    *(
        b"<",
        b">",
        b"&",
        b"&#0;",
        b"&#x1F;",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
        b"<![CDATA[",
        b"]]>",
    ),
    *(b'r="XFD1048576"', b'r="A0"', b't="s"', b't="e"', b'r="9999999999"', b"<v>1e308</v>"),
    *(b"<v>-1</v>", b"<c/>", b"<row/>", b'ref="A1:XFD1048576"', b'hidden="1"', b'id="rId1"'),
)
"""What readers stumble over: marks of the formats, numbers and dates at the edge, letters."""


def mutated(random: Random, content: bytes) -> bytes:
    """Return bytes that are changed in one place or some."""
    for _change in range(random.choice((1, 1, 1, 2, 3, 8))):
        start = random.randrange(len(content) + 1)
        end = min(len(content), start + random.choice((1, 2, 8, 40)))
        other = random.randrange(len(content) + 1)
        token = random.choice(TOKENS)
        content = random.choice(
            (
                content[:start] + content[end:],
                content[:start] + token + content[start:],
                content[:start] + token + content[end:],
                content[:start] + token * random.choice((10, 1000, 40_000)) + content[end:],
                content[:other] + content[start:end] + content[other:],
                content[:end] + content[start:end] * random.choice((2, 300)) + content[end:],
                content[:start] if random.random() < 0.3 else content,
            )
        )
    return content


def csv_case(random: Random, folder: Path) -> Path:
    for name, text in CSV.items():
        (folder / f"{name}.csv").write_bytes(text.encode())
    for name in random.sample(list(CSV), random.choice((1, 1, 2))):
        (folder / f"{name}.csv").write_bytes(mutated(random, CSV[name].encode()))
    return folder


def yaml_case(random: Random, folder: Path) -> Path:
    file = folder / "kommune.yaml"
    file.write_bytes(mutated(random, YAML.encode()))
    return file


def workbook_case(parts: Mapping[str, bytes]) -> Callable[[Random, Path], Path]:
    """Return the case of a workbook with other bytes in a part, without it, or cut as a whole."""

    def write(random: Random, folder: Path) -> Path:
        file = folder / "kommune.xlsx"
        changed = random.sample(list(parts), random.choice((1, 1, 2)))
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                if name not in changed:
                    archive.writestr(name, content)
                elif random.random() < 0.9:
                    archive.writestr(name, mutated(random, content))
        whole = packed.getvalue()
        file.write_bytes(mutated(random, whole) if random.random() < 0.1 else whole)
        return file

    return write


def size_mb(path: Path) -> float:
    """Return what a reader has before it, unpacked: at least 1 MB."""
    files = [*path.iterdir()] if path.is_dir() else [path]
    size = sum(file.stat().st_size for file in files)
    with suppress(zipfile.BadZipFile, OSError), zipfile.ZipFile(path) as archive:
        size = max(size, sum(entry.file_size for entry in archive.infolist()))
    return max(1, size / 1024**2)


def peak_mb() -> float:
    """Return the most memory that this process has had since it was last asked; 0 if unknown."""
    status, clear = Path("/proc/self/status"), Path("/proc/self/clear_refs")
    if not clear.exists():
        return 0
    peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    clear.write_text("5")
    return int(peak.split()[1]) / 1024


@pytest.fixture(scope="module")
def workbook_parts(tmp_path_factory) -> Mapping[str, bytes]:
    with zipfile.ZipFile(workbook(tmp_path_factory.mktemp("bok"))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["csv", "yaml", "xlsx"])
@pytest.mark.parametrize("batch", range(BATCHES))
def test_whatever_is_put_before_it_is_read_or_refused(batch, kind, workbook_parts, tmp_path):
    cases = {"csv": csv_case, "yaml": yaml_case, "xlsx": workbook_case(workbook_parts)}
    peak_mb()
    before = peak_mb()
    for number in range(CASES // (3 * BATCHES)):
        name = f"{SEED} {kind} {batch} {number}"
        folder = tmp_path / str(number)
        folder.mkdir()
        path = cases[kind](Random(name), folder)
        begun = time.process_time()
        source = read_source(path)
        model = validate(source, TODAY)
        for problem in source.problems.in_order():
            assert str(problem.place), name
        spent = time.process_time() - begun

        assert spent < MAX_SECONDS_PER_MB * size_mb(path), name
        assert peak_mb() - before < MAX_MB, name
        assert (model is None) == source.problems.any_errors, name
        if model is not None:
            report = Report(build(model))
            for format_name in ("text", "json"):
                stream = io.StringIO()
                write_report(report, format_name, stream)
            assert json.loads(stream.getvalue())["format"] == "samordning-report"
