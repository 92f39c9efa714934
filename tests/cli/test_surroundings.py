"""Terminals, pipes and folders as people have them: letters, closed pipes, old encodings."""

import json
import os
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from samordning_graph.common.version import __version__
from tests.helpers.running import DATA, ROOT, STORD, environment, invoke, run

ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
WINDOWS = {"PYTHONIOENCODING": "cp1252"}
ODD = "Kommune på Åsgård øst æ"


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    """A folder with spaces and Norwegian letters."""
    return shutil.copytree(DATA / "stord", tmp_path_factory.mktemp("odd") / ODD)


@pytest.mark.parametrize("variables", [{}, ASCII, WINDOWS], ids=["as it is", "C", "cp1252"])
def test_a_report_is_printed_in_the_encoding_of_the_terminal(odd, variables: dict[str, str]):
    result = run("report", odd, text=False, **variables)
    encoding = {"LC_ALL": "ascii", "PYTHONIOENCODING": "cp1252"}.get(next(iter(variables), ""))

    assert result.returncode == 0, result.stderr
    assert "Stord" in result.stdout.decode(encoding or "utf-8")
    if encoding == "cp1252":
        assert ODD in result.stdout.decode(encoding)


@pytest.mark.parametrize("variables", [{}, ASCII, WINDOWS], ids=["as it is", "C", "cp1252"])
@pytest.mark.parametrize("command", ["report", "check"])
def test_json_is_utf_8_whatever_the_terminal(odd, command: str, variables: dict[str, str]):
    result = run(command, odd, "--format", "json", text=False, **variables)

    assert result.returncode == 0, result.stderr
    text = result.stdout.decode("utf-8")
    assert json.loads(text)
    assert "«" in text or "ø" in text


def test_files_are_written_whatever_the_terminal(odd, tmp_path):
    out = tmp_path / "rapport.html"

    assert run("report", odd, "-o", out, **ASCII).returncode == 0
    assert "Stord" in out.read_text(encoding="utf-8")


def test_files_with_norwegian_names_are_written(odd, tmp_path):
    out = tmp_path / "rapport på bokmål.md"

    assert run("report", odd, "-o", out).returncode == 0
    assert out.exists()


@pytest.mark.parametrize("format_name", ["text", "json", "csv"])
def test_a_reader_that_goes_early_leaves_no_traceback(format_name: str):
    with subprocess.Popen(
        [
            sys.executable,
            "-m",
            "samordning_graph",
            "report",
            DATA / "eksempel",
            "--format",
            format_name,
        ],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        program.stdout.read(1)
        program.stdout.close()
        errors = program.stderr.read().decode()

    assert "Traceback" not in errors
    assert "Exception ignored" not in errors


def test_the_version_is_that_of_the_package():
    result = run("--version")

    assert result.returncode == 0
    assert __version__ in result.stdout


def test_the_help_is_shown_without_a_command():
    result = run()

    assert "samordning demo" in (result.stdout + result.stderr).replace("\n", " ")


def test_the_module_is_the_program():
    script = Path(sys.executable).parent / ("samordning.exe" if os.name == "nt" else "samordning")
    printed = subprocess.run([script, "rules"], capture_output=True, env=environment(), check=True)

    assert printed.stdout == run("rules", text=False).stdout


def test_the_shell_completes_codes_and_commands():
    script = Path(sys.executable).parent / "samordning"
    source = subprocess.run(
        [script],
        capture_output=True,
        env=environment(_SAMORDNING_COMPLETE="bash_source"),
        check=True,
        text=True,
    )
    asked = subprocess.run(
        [script],
        capture_output=True,
        env=environment(
            _SAMORDNING_COMPLETE="bash_complete",
            COMP_WORDS="samordning explain LINK",
            COMP_CWORD="2",
        ),
        check=True,
        text=True,
    )

    assert "_SAMORDNING_COMPLETE=bash_complete" in source.stdout
    assert "LINK03" in asked.stdout


def test_a_relative_path_is_shown_as_it_was_given():
    result = run("check", "stord", "--format", "json", cwd=Path(STORD).parent)

    assert {problem["file"].split("/")[0] for problem in json.loads(result.stdout)["problems"]} == {
        "stord"
    }


# Names of files


def test_no_absolute_path_is_handed_out(tmp_path):
    folder = shutil.copytree(DATA / "stord", tmp_path / "stord")
    for name in ("r.html", "r.md", "r.txt", "r.json", "r.csv", "k.html"):
        command = "map" if name.startswith("k") else "report"
        assert run(command, folder, "-o", tmp_path / name).returncode == 0
        assert str(tmp_path) not in (tmp_path / name).read_text(encoding="utf-8")
    for name in ("r.docx", "r.xlsx"):
        assert run("report", folder, "-o", tmp_path / name).returncode == 0
        with zipfile.ZipFile(tmp_path / name) as package:
            assert not any(
                str(tmp_path).encode() in package.read(part) for part in package.namelist()
            )


def test_municipalities_of_one_folder_are_told_apart(tmp_path):
    for number in ("1001", "1002"):
        (tmp_path / "reg" / number).mkdir(parents=True)
        (tmp_path / "reg" / number / "units.csv").write_text("name\nBolig\n")
    shown = run("check", tmp_path / "reg").stdout

    assert "reg/1001/units.csv" in shown
    assert "reg/1002/units.csv" in shown
    assert str(tmp_path) not in shown


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text there")
@pytest.mark.parametrize("variables", [{}, ASCII], ids=["as it is", "C"])
def test_names_that_are_no_text_or_control_the_terminal_are_tidied(tmp_path, variables):
    folder = os.fsencode(tmp_path) + b"/by\xff\x1b[2J \xc3\xa6"
    shutil.copytree(os.fsencode(DATA / "stord"), folder)
    for command in ("check", "report"):
        done = run(command, os.fsdecode(folder), text=False, **variables)

        assert done.returncode == 0, done.stderr
        assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes in folders")
@pytest.mark.parametrize(
    "option", [(), ("--duties",), ("--what-if",)], ids=["PATH", "duties", "what"]
)
def test_a_pipe_is_no_file(tmp_path, option):
    os.mkfifo(tmp_path / "rør.yaml")
    path = (STORD, *option, tmp_path / "rør.yaml") if option else (tmp_path / "rør.yaml",)
    done = run("report", *path)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes in folders")
def test_a_pipe_is_no_mapping(tmp_path):
    os.mkfifo(tmp_path / "rør")
    (tmp_path / "ties.csv").write_text("Source,Target\nA,B\n")
    done = run(
        "import", tmp_path / "ties.csv", "-o", tmp_path / "ut.xlsx", "--map", tmp_path / "rør"
    )

    assert done.returncode == 2
    assert "--map" in done.stderr


def test_a_message_with_letters_is_told_where_all_is_ascii():
    done = run("explain", "Æ99\n", **ASCII)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_name_that_is_too_long_is_told(tmp_path):
    for done in (
        run("check", f"{'a' * 300}.xlsx"),
        run("report", STORD, "-o", tmp_path / ("a" * 300)),
    ):
        assert done.returncode == 2
        assert "Traceback" not in done.stderr


def test_a_command_that_is_printed_can_be_pasted(tmp_path):
    shown = run("template", tmp_path / "min bok.xlsx").stdout

    assert shlex.split(shown.strip())[-1] == str(tmp_path / "min bok.xlsx") or os.name == "nt"


@pytest.mark.parametrize("option", ["--min-meetings", "--max-arena-size"])
@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "-1"])
def test_no_number_is_no_limit(option, number):
    assert run("report", STORD, f"{option}={number}").returncode == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes in folders")
def test_no_output_waits_for_somebody_to_read_a_pipe(tmp_path):
    pipe = tmp_path / "rør.xlsx"
    os.mkfifo(pipe)
    for arguments in (
        ("report", STORD, "-o", pipe),
        ("template", pipe),
        ("import", pipe, "-o", tmp_path / "kart.xlsx"),
    ):
        result = invoke(*arguments)
        assert result.exit_code == 2
        assert "ikke en fil" in result.stderr


def test_devices_that_take_all_are_written_to():
    assert invoke("report", STORD, "-o", "/dev/null").exit_code == 0
