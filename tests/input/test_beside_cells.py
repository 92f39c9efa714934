"""Personal data in a workbook that stand in no cell."""

import zipfile

import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from samordning_graph.input.beside_cells import report_beside_workbook
from samordning_graph.input.template import write_template
from samordning_graph.schema.problem import Problems
from tests.helpers.files import identity_number, problems, workbook

NUMBER = identity_number("150785")


def with_comment(text):
    def change(book):
        book["Enheter"]["A2"].comment = Comment(text, "noen")

    return change


def with_property(text):
    def change(book):
        book.properties.description = text

    return change


def with_list(text):
    def change(book):
        choices = DataValidation(type="list", formula1=f'"{text},b"')
        choices.add("A2:A9")
        book["Enheter"].add_data_validation(choices)

    return change


def with_link(text):
    def change(book):
        book["Enheter"]["A2"].hyperlink = f"tel:{text}"

    return change


def with_prompt(text):
    def change(book):
        choices = DataValidation(type="list", formula1='"a,b"', prompt=text)
        choices.add("A2:A9")
        book["Enheter"].add_data_validation(choices)

    return change


def with_footer(text):
    def change(book):
        book["Enheter"].oddFooter.left.text = text

    return change


PLACES = [with_link, with_comment, with_property, with_list, with_prompt, with_footer]


@pytest.mark.parametrize("where", PLACES)
def test_an_identity_number_is_refused_and_not_shown(tmp_path, where):
    found = problems(workbook(tmp_path, where(f"Kari {NUMBER}"))).found

    assert [problem.kind.code for problem in found] == ["E20"]
    assert NUMBER not in str(found)


@pytest.mark.parametrize("where", PLACES)
def test_a_phone_number_is_warned_of(tmp_path, where):
    found = problems(workbook(tmp_path, where("ring 90123456"))).found

    assert [problem.kind.code for problem in found] == ["W01"]


def test_an_empty_template_holds_no_personal_data(tmp_path):
    write_template(tmp_path / "kommune.xlsx")
    codes = {problem.kind.code for problem in problems(tmp_path / "kommune.xlsx").found}

    assert not codes & {"E20", "W01"}


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (
            "content.xml",
            "<table:table-cell>1<office:annotation><text:p>{}</text:p></office:annotation>",
        ),
        ("content.xml", '<text:a xlink:href="tel:{}">Rus</text:a>'),
        ("meta.xml", "<dc:description>{}</dc:description>"),
        ("styles.xml", "<style:footer><text:p>{}</text:p></style:footer>"),
    ],
)
def test_a_workbook_of_libreoffice_is_searched_too(tmp_path, part, text):
    def codes(number):
        with zipfile.ZipFile(tmp_path / "k.ods", "w") as package:
            package.writestr(part, text.format(number))
        problems = Problems()
        report_beside_workbook(tmp_path / "k.ods", "k.ods", problems)
        return [problem.kind.code for problem in problems.found]

    assert codes(NUMBER) == ["E20"]
    assert codes("90123456") == ["W01"]
    assert codes("4614") == []


def test_the_cells_of_libreoffice_and_a_remark_without_an_end_are_not_remarks(tmp_path):
    with zipfile.ZipFile(tmp_path / "k.ods", "w") as package:
        package.writestr("content.xml", "<text:p>90123456</text:p><office:annotation>90123456")
    problems = Problems()
    report_beside_workbook(tmp_path / "k.ods", "k.ods", problems)
    assert problems.found == []
