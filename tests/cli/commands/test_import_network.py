"""`samordning import`: from the files of another program to a workbook that `check` reads."""

import openpyxl
import pytest

from samordning_graph.input.read_model import read_model
from tests.helpers.running import STORD, invoke
from tests.input.foreign.networks import GEPHI_EDGES, GEPHI_NODES


@pytest.fixture
def gephi(tmp_path):
    (tmp_path / "nodes.csv").write_text(GEPHI_NODES, encoding="utf-8")
    (tmp_path / "edges.csv").write_text(GEPHI_EDGES, encoding="utf-8")
    return tmp_path / "nodes.csv", tmp_path / "edges.csv"


def filled(file, **columns):
    """Fill the empty cells of some columns of a workbook: `Enheter="Sektor=bolig"`."""
    book = openpyxl.load_workbook(file)
    for sheet, mapping in columns.items():
        header, _, text = mapping.partition("=")
        index = next(cell.column for cell in book[sheet][1] if cell.value == header)
        for row in range(2, book[sheet].max_row + 1):
            if book[sheet].cell(row, 1).value or book[sheet].cell(row, 2).value:
                book[sheet].cell(row, index).value = book[sheet].cell(row, index).value or text
    book.save(file)


def test_a_network_whose_words_are_known_can_be_checked_and_reported_at_once(gephi, tmp_path):
    file = tmp_path / "kommune.xlsx"
    result = invoke("import", *gephi, "-o", file)

    assert result.exit_code == 0
    assert "Navn = Label" in result.stdout
    assert invoke("check", file).exit_code == 0
    assert "Fengselet" in invoke("report", file).stdout


def test_the_cells_that_are_to_be_filled_in_are_all_that_check_names(tmp_path):
    (tmp_path / "liste.csv").write_text("Fra;Til\nBolig;Rus\nRus;NAV\n", encoding="utf-8")
    file = tmp_path / "kommune.xlsx"
    assert invoke("import", tmp_path / "liste.csv", "-o", file).exit_code == 0

    checked = invoke("check", file)
    assert checked.exit_code == 2
    (line,) = checked.stdout.splitlines()[:-1]
    assert "E10" in line
    assert "3 rader" in line

    filled(file, Enheter="Sektor=bolig")
    assert invoke("check", file).exit_code == 0
    assert invoke("report", file).exit_code == 0


def test_the_workbook_is_the_template_with_its_drop_downs_and_no_example_rows(gephi, tmp_path):
    file = tmp_path / "kommune.xlsx"
    invoke("template", tmp_path / "mal.xlsx")
    invoke("import", *gephi, "-o", file)
    book, template = openpyxl.load_workbook(file), openpyxl.load_workbook(tmp_path / "mal.xlsx")

    assert book.sheetnames == template.sheetnames
    for sheet, other in zip(book, template, strict=True):
        assert [cell.value for cell in sheet[1]] == [cell.value for cell in other[1]]
        assert len(sheet.data_validations.dataValidation) == len(
            other.data_validations.dataValidation
        )
    assert not any("EKSEMPEL" in str(cell.value) for row in book["Enheter"] for cell in row)


def test_an_excel_workbook_of_elements_and_connections(tmp_path):
    book = openpyxl.Workbook()
    elements, connections = book.worksheets[0], book.create_sheet("Connections")
    elements.title = "Elements"
    for row in (("Label", "Type"), ("Boligkontoret", "enhet"), ("Politiet", "politi")):
        elements.append(row)
    for row in (("From", "To", "Type"), ("Boligkontoret", "Politiet", "samarbeid")):
        connections.append(row)
    book.save(tmp_path / "kumu.xlsx")
    result = invoke("import", tmp_path / "kumu.xlsx", "-o", tmp_path / "kommune.xlsx")

    assert "# kumu.xlsx: Connections" in result.stdout
    assert "Enheter 1, Eksterne aktører 1, Samarbeid 1" in result.stdout


def test_our_own_export_comes_back_with_its_actors_and_ties(tmp_path):
    graph, file = tmp_path / "graf.graphml", tmp_path / "kommune.xlsx"
    invoke("export", STORD, "-o", graph)
    assert invoke("import", graph, "-o", file).exit_code == 0
    filled(file, Enheter="Sektor=ledelse")
    before, after = read_model(STORD), read_model(file)

    assert names(after, "units") == {*names(before, "units"), before.municipality.name}
    for kind in ("external_actors", "arenas"):
        assert names(after, kind) == names(before, kind)
    for kind in ("participation", "referrals"):
        assert rows(after, kind) == rows(before, kind)


def names(model, table):
    return {row.name for kind, rows in model.rows.items() for row in rows if kind.table == table}


def rows(model, table):
    return len([row for kind, rows in model.rows.items() for row in rows if kind.table == table])


# --map, and what is refused


def test_the_mapping_may_be_a_file_that_the_command_printed(gephi, tmp_path):
    first = invoke("import", *gephi, "-o", tmp_path / "a.xlsx")
    mapping = tmp_path / "kobling.txt"
    mapping.write_text(first.stdout.replace("Boligforum", ""), encoding="utf-8")
    again = invoke("import", *gephi, "-o", tmp_path / "a.xlsx", "--force", "--map", mapping)

    assert again.stdout == first.stdout


def test_a_line_that_fits_nothing_is_said_with_what_it_could_be(gephi, tmp_path):
    shown = invoke(
        "import",
        *gephi,
        "-o",
        tmp_path / "ut.xlsx",
        "--map",
        "Type: Foo = Arenaer",
        "--map",
        "Avtale = Kategori",
    ).stdout
    lines = [line for line in shown.splitlines() if "--map:" in line]

    assert len(lines) == 2
    assert "«Avtale = Kategori»" in lines[0]
    assert "Navn" in lines[0]
    assert "«Foo» som «Type»" in lines[1]
    assert "«fengsel»" in lines[1]


def test_the_mapping_that_was_printed_fits_all(gephi, tmp_path):
    mapping = tmp_path / "m.txt"
    mapping.write_text(invoke("import", *gephi, "-o", tmp_path / "1.xlsx").stdout, encoding="utf-8")

    again = invoke("import", *gephi, "-o", tmp_path / "2.xlsx", "--map", mapping)
    assert "--map:" not in again.stdout


def test_a_mapping_that_is_neither_a_line_nor_a_file_is_refused(gephi, tmp_path):
    result = invoke("import", *gephi, "-o", tmp_path / "a.xlsx", "--map", "kobling.txt")

    assert result.exit_code == 2
    assert "kobling.txt" in result.stderr
    assert not (tmp_path / "a.xlsx").exists()


@pytest.mark.parametrize("name", ["a.csv", "der.xlsx"])
def test_a_file_that_is_there_or_is_no_workbook_is_not_written(gephi, tmp_path, name):
    (tmp_path / "der.xlsx").write_bytes(b"min")
    result = invoke("import", *gephi, "-o", tmp_path / name)

    assert result.exit_code == 2
    assert name in result.stderr
    assert (tmp_path / "der.xlsx").read_bytes() == b"min"


def test_what_is_read_is_never_written_over(tmp_path):
    file = tmp_path / "kumu.xlsx"
    file.write_bytes(b"PK")
    result = invoke("import", file, "-o", file, "--force")

    assert result.exit_code == 2
    assert file.read_bytes() == b"PK"


def test_a_workbook_of_ours_is_for_check(tmp_path):
    invoke("template", tmp_path / "mal.xlsx")
    result = invoke("import", tmp_path / "mal.xlsx", "-o", tmp_path / "a.xlsx")

    assert result.exit_code == 2
    assert "samordning check" in result.stderr


def test_a_file_that_is_not_there_is_one_sentence(tmp_path):
    result = invoke("import", tmp_path / "ingen.csv", "-o", tmp_path / "a.xlsx")

    assert result.exit_code == 2
    assert "ingen.csv" in result.stderr
