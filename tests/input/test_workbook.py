"""Workbooks as people have them, and files that only say that they are workbooks."""

import io
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samordning_graph.common.locale import in_language
from samordning_graph.input.path_contents import path_contents
from samordning_graph.input.read_model import read_model
from samordning_graph.input.read_source import read_source
from samordning_graph.input.workbook import MAX_UNPACKED_BYTES
from samordning_graph.schema.tables import Arena, Participation, Unit
from tests.helpers.files import SHEET_XML, identity_number, patched, places, problems, workbook
from tests.helpers.tiny import TODAY

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def cells(file):
    """Return table → the cells of its rows."""
    found = {}
    for record in read_source(file).records:
        found.setdefault(record.table, []).append(dict(record.cells))
    return found


def sheet_xml(rows):
    return f"<worksheet {NAMESPACE}><sheetData>{rows}</sheetData></worksheet>".encode()


# What people write


def test_a_record_knows_file_sheet_row_and_column(tmp_path):
    file = workbook(tmp_path)
    record = read_source(file).records[1]
    place = record.at("sector")
    assert (place.file, place.sheet, place.row, place.column) == (
        file.name,
        "Enheter",
        3,
        "Sektor",
    )


@pytest.mark.parametrize(
    "name", ["Eksterne aktører", "external_actors", "EKSTERNE AKTØRER ", "External actors"]
)
def test_a_sheet_has_either_name_in_any_case(tmp_path, name):
    file = workbook(tmp_path, **{name: [["Navn", "Aktørtype"], ["Husbanken", "husbanken"]]})
    assert cells(file)["external_actors"] == [{"name": "Husbanken", "actor_type": "husbanken"}]


def test_numbers_dates_and_truth_are_the_text_that_a_person_sees(tmp_path):
    file = workbook(
        tmp_path,
        Enheter=[
            ["Navn", "Sektor", "Spurt", "Kildedato", "Merknad"],
            ["Bolig", "bolig", True, date(2026, 3, 1), 2.5],
            ["Rus", "helse", False, datetime(2026, 3, 1), 4614],
        ],
    )
    bolig, rus = cells(file)["units"]
    assert (bolig["surveyed"], bolig["source_date"], bolig["comment"]) == (
        "ja",
        "2026-03-01",
        "2.5",
    )
    assert (rus["surveyed"], rus["source_date"], rus["comment"]) == ("nei", "2026-03-01", "4614")


def test_text_stays_as_it_is(tmp_path):
    file = workbook(
        tmp_path, Enheter=[["Navn", "Sektor"], ["0301", "bolig"], ["  NO\u00a0 vest ", "helse"]]
    )
    assert [row["name"] for row in cells(file)["units"]] == ["0301", "NO vest"]


def test_a_year_in_a_cell_with_a_date_format_is_the_year(tmp_path):
    def show_as_date(book):
        book["Arenaer"]["B2"].number_format = "yyyy-mm-dd"

    file = workbook(tmp_path, show_as_date, Arenaer=[["Navn", "Gjelder til"], ["Forum", 2027]])
    assert read_model(file, TODAY).all(Arena)[0].valid_to == date(2027, 12, 31)


def test_the_zero_that_excel_lost_is_named(tmp_path):
    file = workbook(tmp_path, Kommune=[["Kommunenummer"], [301]])
    [problem] = problems(file).in_order()
    assert (problem.kind.code, problem.place.row, problem.value) == ("E18", 2, "301")
    assert "0301" in problem.message


def test_a_number_as_text_keeps_its_zero(tmp_path):
    file = workbook(tmp_path, Kommune=[["Kommunenummer"], ["0301"]])
    assert read_model(file, TODAY).municipality.name == "Oslo"


def test_a_text_file_that_excel_opened_as_an_older_one_is_told_at_the_first_cell(tmp_path):
    twice = "Støtte".encode().decode("cp1252")
    file = workbook(
        tmp_path,
        Enheter=[
            ["Navn", "Sektor"],
            ["Bolig", "bolig"],
            ["Rus", "helse"],
            [twice, "helse"],
            [twice + "2", "helse"],
        ],
    )
    [problem] = [found for found in problems(file).in_order() if found.is_error]

    assert (problem.kind.code, problem.place.row, problem.place.column) == ("E02", 4, "A")
    assert "«Ã¸»" in problem.message


def test_blank_rows_are_counted_but_not_read(tmp_path):
    blank = [None, None]
    rows = [["Navn", "Sektor"], blank, ["Bolig", "bolig"], blank, ["Rus", "x"], blank, ["", " "]]
    assert places(workbook(tmp_path, Enheter=rows)) == [("E11", 5, "Sektor")]


def test_a_formula_is_its_stored_result(tmp_path):
    file = workbook(tmp_path, Enheter=[["Navn", "Sektor"], ["Bolig", "=X"], ["Rus", "helse"]])
    patched(
        file,
        lambda xml: xml.replace(
            b'<c r="B2"><f>X</f><v></v></c>', b'<c r="B2" t="str"><f>X</f><v>bolig</v></c>'
        ).replace(b'<c r="B2"><f>X</f><v /></c>', b'<c r="B2" t="str"><f>X</f><v>bolig</v></c>'),
    )
    assert cells(file)["units"][0]["sector"] == "bolig"


def test_a_formula_whose_result_is_empty_text_is_an_empty_cell(tmp_path):
    rows = '<row r="1"><c r="A1" t="str"><v>Navn</v></c><c r="B1" t="str"><v>Sektor</v></c></row>'
    rows += '<row r="2"><c r="A2" t="str"><f>X</f><v></v></c><c r="B2" t="str"><f>Y</f><v></v></c></row>'
    file = patched(workbook(tmp_path), lambda _xml: sheet_xml(rows))
    assert "units" not in cells(file)


def test_what_excel_could_not_store_is_a_problem_of_the_cell(tmp_path):
    rows = [["Navn", "Sektor"], ["Bolig", "=A1"], ["Rus", "#REF!"]]
    assert places(workbook(tmp_path, Enheter=rows)) == [
        ("E08", 2, "Sektor"),
        ("E08", 3, "Sektor"),
    ]


def test_merged_data_cells_are_a_problem_and_a_merged_title_is_not(tmp_path):
    def merge(book):
        book["Enheter"].merge_cells("A1:B1")
        book["Enheter"].merge_cells("B3:B4")

    rows = [["Enheter i kommunen"], ["Navn", "Sektor"], ["Bolig", "bolig"], ["Rus", None]]
    found = places(workbook(tmp_path, merge, Enheter=rows))
    assert found == [("E08", 3, "B"), ("E10", 4, "Sektor")]


def test_hidden_rows_and_sheets_are_read_with_a_warning(tmp_path):
    def hide(book):
        book["Enheter"].row_dimensions[3].hidden = True
        book["Arenaer"].sheet_state = "hidden"

    file = workbook(tmp_path, hide)
    assert places(file, "W") == [("W08", 0, ""), ("W08", 0, "")]
    assert len(read_model(file, TODAY).all(Unit)) == 2


def test_a_matrix_is_read_like_a_list(tmp_path):
    rows = [["Aktør", "Forum", "Team"], ["Bolig", "leder", None], ["Rus", "x", "ved behov"]]
    arenas = [["Navn"], ["Forum"], ["Team"]]
    model = read_model(workbook(tmp_path, Arenaer=arenas, Deltakelse=rows), TODAY)
    assert [
        (row.actor, row.arena, row.role, row.place.row) for row in model.all(Participation)
    ] == [
        ("bolig", "forum", "leader", 2),
        ("rus", "forum", None, 3),
        ("rus", "team", "on_call", 3),
    ]


def test_a_sheet_that_is_no_table_is_named_and_one_for_own_use_is_not(tmp_path):
    file = workbook(
        tmp_path, Ark1=[["noe"]], _Notater=[["eget"]], Veiledning=[["les"]], guide=[["read"]]
    )
    assert [problem.place.sheet for problem in problems(file).in_order()] == ["Ark1"]


def test_extensions_of_excel_are_read_past_without_a_word(tmp_path):
    extension = (
        b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"></ext></extLst></worksheet>'
    )
    file = patched(workbook(tmp_path), lambda xml: xml.replace(b"</worksheet>", extension))
    assert places(file) == []


def test_the_file_beside_an_open_workbook_is_ignored(tmp_path):
    file = workbook(tmp_path)
    (tmp_path / "~$kommune.xlsx").write_bytes(b"\x05Kari")
    assert path_contents(tmp_path).municipalities == [file]


# What other programs write

STRICT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
}


def rewritten(file, change):
    """Write every part of a workbook anew: `change` gives its name and its content."""
    old = zipfile.ZipFile(io.BytesIO(file.read_bytes()))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after:
        for name in old.namelist():
            after.writestr(*change(name, old.read(name)))
    return file


def test_the_strict_form_of_the_standard_is_read(tmp_path):
    def strict(name, content):
        for transitional, pure in STRICT.items():
            content = content.replace(transitional, pure)
        return name, content

    file = workbook(tmp_path)
    before = cells(file)
    assert cells(rewritten(file, strict)) == before


def test_parts_may_lie_in_any_folder(tmp_path):
    def elsewhere(name, content):
        return name.replace("xl/", "bok/"), content.replace(b"/xl/", b"/bok/").replace(
            b'"xl/', b'"bok/'
        )

    file = workbook(tmp_path)
    before = cells(file)
    assert cells(rewritten(file, elsewhere)) == before


def test_no_colour_font_or_format_refuses_a_workbook(tmp_path):
    def odd(xml):
        font = b'<font><sz val="stor"/><color rgb="blue"/></font></fonts>'
        return xml.replace(b"</fonts>", font).replace(b'numFmtId="0"', b'numFmtId="-x"')

    assert places(patched(workbook(tmp_path), odd, "xl/styles.xml")) == []


STYLES = "xl/styles.xml"


def without_styles(file, damage):
    """Damage the styles of a workbook: take them out, or let them be something else than XML."""
    if damage == "garbage":
        return patched(file, lambda _xml: b"\x89PNG <styleSheet", STYLES)
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as old:
        parts = {name: old.read(name) for name in old.namelist() if name != STYLES}
    with zipfile.ZipFile(file, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return file


@pytest.mark.parametrize("damage", ["missing", "garbage"])
def test_cells_are_read_without_styles_and_what_may_be_a_date_is_named(tmp_path, damage):
    units = [
        ["Navn", "Sektor", "Kildedato", "Merknad"],
        ["Bolig", "bolig", date(2026, 3, 1), 12],
        ["Rus", "helse", "2026-03-02", date(2026, 4, 1)],
    ]
    arenas = [["Navn", "Møter per år"], ["Forum", 12]]
    plain = without_styles(workbook(tmp_path, Arenaer=arenas), damage)
    assert cells(plain)["arenas"] == [{"name": "Forum", "meetings_per_year": "12"}]
    assert places(plain) == []

    file = without_styles(workbook(tmp_path, Enheter=units), damage)
    assert places(file) == [("E08", 2, "Kildedato"), ("E08", 3, "Merknad")]


def test_styles_with_entities_are_refused(tmp_path):
    bomb = b'<!DOCTYPE s [<!ENTITY a "b">]><styleSheet/>'
    [problem] = problems(patched(workbook(tmp_path), lambda _xml: bomb, STYLES)).found
    assert "entit" in problem.message


def test_characters_that_excel_escapes_are_characters(tmp_path):
    rows = [["Navn", "Sektor"], ["Bolig_x000D_ og_x0020_mer", "bolig"], ["Rus_x005F_x", "helse"]]
    found = [row["name"] for row in cells(workbook(tmp_path, Enheter=rows))["units"]]
    assert found == ["Bolig og mer", "Rus_x"]


def test_the_totals_of_an_excel_table_are_no_row(tmp_path):
    from openpyxl.worksheet.table import Table

    def with_totals(book):
        table = Table(displayName="Enheter1", ref="A1:B4", totalsRowCount=1)
        book["Enheter"].add_table(table)

    rows = [["Navn", "Sektor"], ["Bolig", "bolig"], ["Rus", "helse"], ["Totalt", 2]]
    assert places(workbook(tmp_path, with_totals, Enheter=rows), "") == [("W07", 4, "")]


def test_a_workbook_that_counts_days_from_1904(tmp_path):
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    def as_on_a_mac(book):
        book.epoch = CALENDAR_MAC_1904
        book["Arenaer"]["B2"].number_format = "yyyy-mm-dd"

    rows = [["Navn", "Gjelder til", "Kildedato"], ["Forum", 2027, date(2026, 3, 1)]]
    file = workbook(tmp_path, as_on_a_mac, Arenaer=rows)
    [arena] = read_model(file, TODAY).all(Arena)
    assert (arena.valid_to, arena.source_date) == (date(2027, 12, 31), date(2026, 3, 1))


def test_a_time_after_a_date_is_read_past(tmp_path):
    rows = [["Navn", "Kildedato"], ["Forum", datetime(2026, 5, 4, 13, 37)]]
    [arena] = read_model(workbook(tmp_path, Arenaer=rows), TODAY).all(Arena)
    assert arena.source_date == date(2026, 5, 4)


ODS = "application/vnd.oasis.opendocument.spreadsheet"
ODS_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
    )
)


def open_document(path, *sheets, styles="", mimetype=ODS, manifest=""):
    """Write a spreadsheet of LibreOffice with the XML of its sheets."""
    calc = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
    body = "".join(sheets)
    content = (
        f'<office:document-content {ODS_NAMES} xmlns:calcext="{calc}">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    file = path / "kommune.ods"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", mimetype)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return file


def ods_sheet(name, *rows, style=""):
    about = f' table:style-name="{style}"' if style else ""
    return f'<table:table table:name="{name}"{about}>{"".join(rows)}</table:table>'


def ods_row(*texts, about=""):
    return f"<table:table-row {about}>{''.join(map(ods_cell, texts))}</table:table-row>"


def ods_cell(text):
    if text.startswith("<"):
        return text
    return f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"


ODS_REST = (
    ods_sheet("Arenaer", ods_row("Navn"), ods_row("Forum")),
    ods_sheet("Deltakelse", ods_row("Aktør", "Arena"), ods_row("Bolig", "Forum")),
)


def test_a_spreadsheet_of_libreoffice_is_read(tmp_path):
    float_cell = '<table:table-cell office:value-type="float" office:value="4"/>'
    day = '<table:table-cell office:value-type="date" office:date-value="{}"/>'
    yes = '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
    bold = "<table:table-cell><text:p>Rus <text:span>og</text:span><text:s/>helse</text:p></table:table-cell>"
    remark = (
        "<table:table-cell><office:annotation><text:p>Kari sa det</text:p></office:annotation>"
        "<text:p>Bolig</text:p></table:table-cell>"
    )
    gap = '<table:table-cell table:number-columns-repeated="2"/>'
    file = open_document(
        tmp_path,
        ods_sheet(
            "Enheter",
            ods_row("Navn", "Sektor", gap, "Spurt", "Kildedato"),
            '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>',
            ods_row(remark, "bolig", gap, yes, day.format("2026-03-01")),
            ods_row(
                bold, "helse", gap, day.format("2026-03-01T13:37:00"), day.format("1905-07-18")
            ),
            '<table:table-row table:number-rows-repeated="1048000"><table:table-cell'
            ' table:number-columns-repeated="16384"/></table:table-row>',
        ),
        ods_sheet("Arenaer", ods_row("Navn", "Møter per år"), ods_row("Forum", float_cell)),
        ODS_REST[1],
    )
    found = cells(file)
    assert found["units"] == [
        {"name": "Bolig", "sector": "bolig", "surveyed": "ja", "source_date": "2026-03-01"},
        {
            "name": "Rus og helse",
            "sector": "helse",
            "surveyed": "2026-03-01 13:37:00",
            "source_date": "2026",
        },
    ]
    assert found["arenas"] == [{"name": "Forum", "meetings_per_year": "4"}]
    assert [record.place.row for record in read_source(file).records[:2]] == [5, 6]
    assert places(file) == []


def test_what_is_hidden_merged_or_wrong_in_a_spreadsheet_of_libreoffice_is_told(tmp_path):
    wrong = (
        '<table:table-cell office:value-type="string" calcext:value-type="error">'
        "<text:p>#REF!</text:p></table:table-cell>"
    )
    merged = (
        '<table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1">'
        "<text:p>bolig</text:p></table:table-cell>"
    )
    hidden = 'table:visibility="filter"'
    style = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    units = ods_sheet(
        "Enheter",
        ods_row("Navn", "Sektor"),
        ods_row("Bolig", merged),
        ods_row("Rus", "<table:covered-table-cell/>", about=hidden),
        ods_row("Barn", wrong),
    )
    extra = ods_sheet("Mål", ods_row("Navn"), ods_row("Et mål"), style="ta2")
    file = open_document(tmp_path, units, *ODS_REST, extra, styles=style)
    assert places(file) == [
        ("E08", 2, "B"),
        ("E10", 3, "Sektor"),
        ("E08", 4, "Sektor"),
    ]
    assert [code for code, _row, _column in places(file, "W")] == ["W08", "W08"]


@pytest.mark.parametrize(
    ("about", "word"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "compressed"),
        ({"manifest": "<manifest:encryption-data/>"}, "password"),
    ],
)
def test_an_open_document_that_cannot_be_read_says_why(tmp_path, about, word):
    with in_language("en"):
        [problem] = problems(open_document(tmp_path, *ODS_REST, **about)).in_order()
    assert (problem.kind.code, word in problem.message) == ("E01", True)


def test_a_cell_that_is_repeated_too_often_is_refused(tmp_path):
    many = '<table:table-cell table:number-columns-repeated="16000"><text:p>x</text:p></table:table-cell>'
    row = ods_row(many, about='table:number-rows-repeated="1000000"')
    assert places(open_document(tmp_path, ods_sheet("Enheter", row))) == [("E01", 0, "")]


@pytest.mark.parametrize(
    ("part", "word"),
    [
        ("xl/workbook.bin", ".xlsb"),
        ("word/document.xml", "document"),
        ("Index/Document.iwa", "Numbers"),
    ],
)
def test_a_packed_file_of_another_kind_is_told_what_it_is(tmp_path, part, word):
    file = tmp_path / "kommune.xlsx"
    file.write_bytes(hollow("[Content_Types].xml", part))
    with in_language("en"):
        [problem] = problems(file).in_order()
    assert (problem.kind.code, word in problem.message) == ("E01", True), problem.message


def test_a_long_text_that_many_cells_share_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("samordning_graph.input.workbook.MAX_LETTERS", 10)
    assert places(workbook(tmp_path)) == [("E01", 0, "")]


# What is no workbook


def hollow(*parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for part in parts:
            archive.writestr(part, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        OLE + b"\0" * 600,
        OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        b"<html><table></table></html>",
        b"\xef\xbb\xbf  <!DOCTYPE html>",
        b"navn;sektor\nBolig;bolig\n",
        b"PK\x03\x04 cut off",
        hollow("readme.txt"),
        hollow("[Content_Types].xml", "word/document.xml"),
        hollow("[Content_Types].xml", "xl/workbook.xml"),
    ],
    # An archive holds the time of day, and a test must be called the same in every worker.
    ids=[
        "empty",
        "old workbook",
        "password",
        "web page",
        "web page with a byte order mark",
        "csv",
        "cut off",
        "archive",
        "document",
        "workbook without sheets",
    ],
)
def test_a_file_that_is_not_what_it_says_gives_one_problem(tmp_path, content):
    file = tmp_path / "kommune.xlsx"
    file.write_bytes(content)
    assert places(file) == [("E01", 0, "")]


def test_a_password_and_an_old_workbook_are_told_apart(tmp_path):
    messages = set()
    for content in (OLE * 99, OLE * 99 + "EncryptedPackage".encode("utf-16-le")):
        file = tmp_path / "kommune.xlsx"
        file.write_bytes(content)
        messages.add(problems(file).found[0].message)
    assert len(messages) == 2


def test_a_file_of_200_mb_is_not_opened(tmp_path):
    file = tmp_path / "kommune.xlsx"
    with file.open("wb") as stream:
        stream.truncate(200 * 1024**2)
    assert places(file) == [("E01", 0, "")]


ENTITIES = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)


@pytest.mark.parametrize(
    "xml",
    [
        ENTITIES + sheet_xml('<row><c t="inlineStr"><is><t>&c;</t></is></c></row>'),
        sheet_xml("<row>" + " " * MAX_UNPACKED_BYTES + "</row>"),
        sheet_xml("<row>" + "<c/>" * 4_000_001 + "</row>"),
        sheet_xml("<row>" + "<c/>" * 20_000 + "</row>"),
        sheet_xml("<row>" + "0 " * 300_000 + "</row>"),
        sheet_xml("<row " + " ".join(f'a{n}=""' for n in range(70_000)) + "/>"),
        sheet_xml('<row><c t="s"><v>99999</v></c></row>'),
        sheet_xml('<row><c r="???"><v>1</v></c></row>'),
        b"<worksheet",
        b"",
    ],
    ids=[
        "entities",
        "unpacks to too much",
        "too many tags",
        "too wide a row",
        "one endless text",
        "one endless tag",
        "a text that is not there",
        "a cell that is nowhere",
        "cut off",
        "empty",
    ],
)
def test_a_bomb_or_a_damaged_sheet_gives_one_problem(tmp_path, xml):
    file = patched(workbook(tmp_path), lambda _xml: xml)
    assert places(file) == [("E01", 0, "")]


def test_a_part_that_excel_does_not_write_is_refused(tmp_path):
    file = workbook(tmp_path)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_LZMA) as archive:
        archive.writestr("xl/more.xml", b"0" * 1000)
    assert places(file) == [("E01", 0, "")]


def test_too_many_cells_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("samordning_graph.input.workbook.MAX_CELLS", 10)
    assert places(workbook(tmp_path)) == [("E01", 0, "")]


@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", OLE, b"<?xml"]))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_raise(tmp_path, content, start):
    file = tmp_path / "kommune.xlsx"
    file.write_bytes(start + content)
    assert [code for code, _row, _column in places(file)] == ["E01"]


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    return workbook(tmp_path_factory.mktemp("sound")).read_bytes()


@given(data=st.data())
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_change_of_a_part_raises(tmp_path, sound, data):
    file = tmp_path / "kommune.xlsx"
    file.write_bytes(sound)
    part = data.draw(st.sampled_from([SHEET_XML, "xl/workbook.xml", "xl/styles.xml"]))

    def change(xml):
        at = data.draw(st.integers(0, len(xml) - 1))
        length = data.draw(st.integers(0, 30))
        return xml[:at] + data.draw(st.binary(max_size=10)) + xml[at + length :]

    problems(patched(file, change, part))


# Never persons


def test_an_identity_number_refuses_the_file_and_is_not_repeated(tmp_path):
    number = identity_number("010190")
    spaced = f"{number[:6]} {number[6:]}"
    file = workbook(
        tmp_path,
        Enheter=[
            ["Navn", "Sektor", "_eget", f"ring {spaced}"],
            [f"Kari {number}", "bolg", spaced, int(number)],
        ],
        Ark1=[[None, number]],
    )
    found = problems(file).in_order()
    assert [
        (problem.kind.code, problem.place.sheet, problem.place.row, problem.place.column)
        for problem in found
        if problem.kind.code == "E20"
    ] == [
        ("E20", "Ark1", 1, "B"),
        ("E20", "Enheter", 1, "D"),
        ("E20", "Enheter", 2, "A"),
        ("E20", "Enheter", 2, "C"),
        ("E20", "Enheter", 2, "D"),
    ]
    assert not any(
        number[6:] in str(problem) or number.lstrip("0") in str(problem) for problem in found
    )


def test_an_identity_number_as_the_name_of_a_sheet_is_not_repeated(tmp_path):
    number = identity_number("310585")
    file = workbook(tmp_path, **{number: [["Navn"], [number]]})
    found = problems(file).in_order()
    assert [problem.kind.code for problem in found] == ["E20"]
    assert number not in str(found)


def test_a_date_out_of_range_shows_no_warning_of_a_library(tmp_path, recwarn):
    def stretch(book):
        book["Enheter"]["A2"].number_format = "yyyy-mm-dd"
        book["Enheter"]["A2"].value = 1e15

    places(workbook(tmp_path, stretch))
    assert not recwarn.list
