"""A file that somebody has written in is never replaced unasked."""

import pytest

from tests.helpers.files import csv_folder, remark_in
from tests.helpers.running import DAY, STORD, invoke

COMMANDS = [
    ("suggest", "forslag.yaml"),
    ("export", "nett.graphml"),
    ("export", "nett.gexf"),
    ("export", "nett.cypher"),
    ("export", "nett.json"),
    ("metrics", "tall.csv"),
    ("metrics", "tall.json"),
    ("report", "funn.csv"),
    ("report", "funn.json"),
    ("suggest", "forslag.json"),
]
WRITTEN_ON = ["møte.docx", "møte.xlsx", "møte.html", "møte.md", "møte.txt"]


@pytest.mark.parametrize("name", WRITTEN_ON)
def test_a_report_that_nobody_has_touched_is_replaced_by_the_same(tmp_path, name):
    file = tmp_path / name
    assert invoke("report", STORD, "-o", file, *DAY).exit_code == 0
    first = file.read_bytes()

    assert invoke("report", STORD, "-o", file, *DAY).exit_code == 0
    assert file.read_bytes() == first


@pytest.mark.parametrize("name", WRITTEN_ON)
def test_a_report_that_somebody_has_written_in_is_kept(tmp_path, name):
    file = tmp_path / name
    invoke("report", STORD, "-o", file, *DAY)
    changed = remark_in(file)
    refused = invoke("report", STORD, "-o", file, *DAY)

    assert refused.exit_code == 2
    assert f"«{file.stem}-2{file.suffix}»" in refused.stderr
    assert file.read_bytes() == changed
    assert invoke("report", STORD, "-o", file, "--force", *DAY).exit_code == 0
    assert file.read_bytes() != changed


def test_the_free_name_is_free(tmp_path):
    for name in ("møte.md", "møte-2.md"):
        (tmp_path / name).write_text("Referat", "utf-8")

    assert "«møte-3.md»" in invoke("report", STORD, "-o", tmp_path / "møte.md").stderr


@pytest.mark.parametrize(("command", "name"), COMMANDS)
def test_a_file_of_somebody_else_is_kept_and_an_earlier_or_empty_one_replaced(
    tmp_path, command, name
):
    file = tmp_path / name
    file.write_text("Kjære alle sammen", "utf-8")
    refused = invoke(command, STORD, "-o", file)

    assert refused.exit_code == 2
    assert f"«{file.stem}-2{file.suffix}»" in refused.stderr
    assert file.read_text("utf-8") == "Kjære alle sammen"
    assert invoke(command, STORD, "-o", file, "--force").exit_code == 0
    assert invoke(command, STORD, "-o", file).exit_code == 0


@pytest.mark.parametrize(("command", "name"), COMMANDS[:4])
def test_a_line_in_a_file_with_comments_is_kept(tmp_path, command, name):
    file = tmp_path / name
    invoke(command, STORD, "-o", file)
    changed = remark_in(file)

    assert invoke(command, STORD, "-o", file).exit_code == 2
    assert file.read_bytes() == changed


@pytest.mark.parametrize(
    ("command", "name"), [case for case in COMMANDS if case[1].endswith((".csv", ".json"))]
)
def test_data_that_somebody_has_changed_are_kept(tmp_path, command, name):
    file = tmp_path / name
    assert invoke(command, STORD, "-o", file).exit_code == 0
    assert invoke(command, STORD, "-o", file).exit_code == 0
    changed = file.read_bytes().replace(b"helse", b"Helse", 1) + b"\n"
    file.write_bytes(changed)
    refused = invoke(command, STORD, "-o", file)

    assert refused.exit_code == 2
    assert f"«{file.stem}-2{file.suffix}»" in refused.stderr
    assert file.read_bytes() == changed
    assert invoke(command, STORD, "-o", file, "--force").exit_code == 0
    assert invoke(command, STORD, "-o", file).exit_code == 0


def test_data_whose_digest_is_not_there_are_known_by_their_beginning(tmp_path):
    file = tmp_path / "funn.csv"
    invoke("report", STORD, "-o", file)
    (tmp_path / ".funn.csv.sha256").unlink()
    file.write_bytes(file.read_bytes() + b"\n")

    assert invoke("report", STORD, "-o", file).exit_code == 0
    assert (tmp_path / ".funn.csv.sha256").exists()


def test_what_is_refused_leaves_the_digest_as_it_was(tmp_path):
    file = tmp_path / "funn.json"
    invoke("report", STORD, "-o", file)
    digest = (tmp_path / ".funn.json.sha256").read_bytes()
    file.write_text("{}", "utf-8")

    assert invoke("report", STORD, "-o", file).exit_code == 2
    assert (tmp_path / ".funn.json.sha256").read_bytes() == digest


def test_an_export_of_csv_files_that_somebody_has_changed_is_kept(tmp_path):
    folder = tmp_path / "neo"
    command = ("export", STORD, "--format", "csv", "-o", folder)
    assert invoke(*command).exit_code == 0
    (folder / "import.report").write_text("av neo4j-admin", "utf-8")
    assert invoke(*command).exit_code == 0
    units = folder / "nodes-Unit.csv"
    changed = units.read_bytes() + b"\n"
    units.write_bytes(changed)
    refused = invoke(*command)

    assert refused.exit_code == 2
    assert "«neo-2»" in refused.stderr
    assert units.read_bytes() == changed
    assert invoke(*command, "--force").exit_code == 0


@pytest.mark.parametrize("name", ["svar.csv", "svar.json"])
def test_the_rows_of_a_query_are_replaced_by_those_of_the_same(tmp_path, name):
    file = tmp_path / name
    query = "MATCH (u:Unit) RETURN u.name AS navn"
    assert invoke("query", STORD, query, "-o", file).exit_code == 0
    assert invoke("query", STORD, query, "-o", file).exit_code == 0
    file.write_text("navn;mitt\nRus;7\n", "utf-8")

    assert invoke("query", STORD, query, "-o", file).exit_code == 2


@pytest.mark.parametrize("query", [(), ("MATCH (u:Unit) RETURN u.name AS navn",)])
def test_a_text_of_somebody_else_is_kept_and_an_earlier_one_replaced(tmp_path, query):
    file = tmp_path / "notat.txt"
    file.write_text("Kjære alle sammen", "utf-8")
    command = ("query" if query else "report", STORD, *query, "-o", file)
    refused = invoke(*command)

    assert refused.exit_code == 2
    assert "«notat-2.txt»" in refused.stderr
    assert file.read_text("utf-8") == "Kjære alle sammen"
    assert invoke(*command, "--force").exit_code == 0
    assert invoke(*command).exit_code == 0


def test_a_map_that_somebody_has_changed_is_kept(tmp_path):
    file = tmp_path / "kart.html"
    assert invoke("map", STORD, "-o", file).exit_code == 0
    assert invoke("map", STORD, "-o", file).exit_code == 0
    remark_in(file)

    assert invoke("map", STORD, "-o", file).exit_code == 2
    assert invoke("map", STORD, "-o", file, "--force").exit_code == 0


@pytest.mark.parametrize("name", ["kart.png", "kart.pdf", "kart.svg"])
def test_a_map_is_no_picture(tmp_path, name):
    refused = invoke("map", STORD, "-o", tmp_path / name)

    assert refused.exit_code == 2
    assert ".html" in refused.stderr
    assert not (tmp_path / name).exists()


def test_no_report_of_a_folder_is_written_when_one_of_them_would_be_lost(tmp_path):
    (tmp_path / "inn").mkdir()
    for number in ("1001", "1002"):
        csv_folder(tmp_path / "inn" / number, municipality=f"number;name\n{number};By\n")
    out = tmp_path / "ut"
    assert invoke("report", tmp_path / "inn", "--format", "md", "-o", out).exit_code == 0
    first, second = sorted(out.glob("100*.md"))
    first.unlink()
    second.write_text(second.read_text("utf-8").replace("By", "Byen"), "utf-8")

    assert invoke("report", tmp_path / "inn", "--format", "md", "-o", out).exit_code == 2
    assert not first.exists()


def test_reports_on_the_screen_hold_no_seal():
    for arguments in ((), ("--format", "md"), ("--format", "html")):
        assert "sha256" not in invoke("report", STORD, *arguments).stdout


def test_a_template_is_replaced_until_somebody_fills_it_in(tmp_path):
    file = tmp_path / "kommune.xlsx"
    assert invoke("template", file).exit_code == 0
    assert invoke("template", file).exit_code == 0
    filled = remark_in(file)
    refused = invoke("template", file)

    assert refused.exit_code == 2
    assert "kommune-2.xlsx" in refused.stderr
    assert file.read_bytes() == filled


def test_the_demo_keeps_what_somebody_has_written_in(tmp_path):
    assert invoke("demo", "--out", tmp_path).exit_code == 0
    assert invoke("demo", "--out", tmp_path).exit_code == 0
    page = next(tmp_path.glob("stord-r*.html"))
    changed = remark_in(page)

    assert invoke("demo", "--out", tmp_path).exit_code == 2
    assert page.read_bytes() == changed


@pytest.mark.parametrize("command", ["compare", "diff"])
def test_no_command_writes_over_what_it_reads(tmp_path, command):
    earlier = tmp_path / "før.json"
    invoke("report", STORD, "-o", earlier, *DAY)
    before = earlier.read_bytes()
    folder = csv_folder(tmp_path / "inn")
    output = earlier if command == "diff" else folder / "units.csv"
    refused = invoke(command, earlier if command == "diff" else folder, folder, "-o", output)

    assert refused.exit_code == 2
    assert earlier.read_bytes() == before
    assert (folder / "units.csv").read_text().startswith("name")
