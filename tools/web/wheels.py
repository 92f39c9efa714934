"""The packages of the page: the program's own run-time packages, from their locked wheels.

Those that have a compiled part (`.so`) run without it.
"""

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

LOCK = Path(__file__).with_name("wheels.txt")
"""Names, versions and hashes. `pip` takes what fits them, and nothing else."""
PLATFORM = (
    "--python-version=3.14",
    "--implementation=cp",
    "--abi=cp314",
    "--abi=none",
    "--platform=manylinux_2_17_x86_64",
    "--platform=manylinux_2_28_x86_64",
    "--platform=any",
)
"""The same wheels on whatever machine the page is built: of a wheel only the Python is used."""
VIS_NETWORK = "pyvis/lib/vis-9.1.2/vis-network.min.js"
_LEFT_OUT = (".so", ".pyi", ".pyx", ".pxd", ".c", ".h", ".cpp", ".hpp", "/", "py.typed")
_TESTS = ("/tests/", "/test/")


def downloaded(folder: Path) -> list[Path]:
    """Return the locked wheels, downloaded to a folder if they are not there."""
    wheels = _locked_in(folder)
    if not wheels:
        command = (
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--disable-pip-version-check",
        )
        options = ("--no-deps", "--only-binary=:all:", "--require-hashes", *PLATFORM)
        subprocess.run((*command, *options, "--dest", folder, "--requirement", LOCK), check=True)
        wheels = _locked_in(folder)
    return wheels


def _locked_in(folder: Path) -> list[Path]:
    """Return the wheels in a folder that the lock names, by name; none unless all are there."""
    hashes = set(re.findall(r"sha256:(\w{64})", LOCK.read_text(encoding="utf-8")))
    found = [
        wheel
        for wheel in sorted(folder.glob("*.whl"))
        if sha256(wheel.read_bytes()).hexdigest() in hashes
    ]
    return found if len(found) == len(hashes) else []


def files_of(wheel: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of what the page needs of a wheel."""
    if wheel.name.startswith("pyvis-"):
        yield "pyvis/__init__.py", b""
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if _is_needed(wheel, name):
                yield name, archive.read(name)


def _is_needed(wheel: Path, name: str) -> bool:
    if wheel.name.startswith("pyvis-"):
        return name == VIS_NETWORK
    in_package = ".dist-info/" not in name
    return in_package and not name.endswith(_LEFT_OUT) and not any(t in name for t in _TESTS)


def licence_of(wheel: Path) -> tuple[str, str, str, str, str]:
    """Return name, version, licence in a word, where it comes from, and the texts of its licence."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        [metadata] = [name for name in names if name.endswith(".dist-info/METADATA")]
        fields = _fields(archive.read(metadata).decode())
        texts = [
            archive.read(name).decode(errors="replace")
            for name in sorted(names)
            if ".dist-info/" in name and "LICEN" in name.upper() and not name.endswith("/")
        ]
    assert texts, f"{wheel.name} has no licence in it"
    name, version = fields["Name"], fields["Version"]
    source = f"https://pypi.org/project/{name}/{version}/"
    return name, version, _in_a_word(fields), source, "\n\n".join(texts)


def vis_network_notice(wheels: Iterable[Path]) -> str:
    """Return the notice at the head of vis-network, which pyvis brings."""
    [pyvis] = [wheel for wheel in wheels if wheel.name.startswith("pyvis-")]
    with zipfile.ZipFile(pyvis) as archive:
        script = archive.read(VIS_NETWORK).decode()
    return script[: script.index("*/") + 2]


def _in_a_word(fields: dict[str, str]) -> str:
    """Return the licence that the metadata name, in one of the three ways in which they do."""
    licence = fields.get("License-Expression") or fields.get("License")
    return licence or fields["Classifier: License"].rpartition(" :: ")[2]


def _fields(metadata: str) -> dict[str, str]:
    """Return the fields of a wheel by name; of the classifiers the one of its licence."""
    lines = metadata.partition("\n\n")[0].splitlines()
    lines = [line.replace("Classifier: License ::", "Classifier: License:", 1) for line in lines]
    pairs = (re.fullmatch(r"(Classifier: License|[\w-]+): (.*)", line) for line in reversed(lines))
    return {pair[1]: pair[2] for pair in pairs if pair}
