"""The lists that the drop-downs of the template take their words and names from."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from samordning_graph.common.locale import _
from samordning_graph.input.example_rows import WORDS_SHEET
from samordning_graph.schema.tables import TABLES, Column, OwnWord, Takes, columns
from samordning_graph.schema.vocabulary import OPEN_LISTS, factor_words, word_lists

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation

LAST_DROP_DOWN_ROW = 2000
"""The last row with drop-downs; rows below it are read all the same."""
MAX_JOINED_CHOICES = 500
"""Names that a drop-down of several sheets, such as units and external actors, has room for."""
MATRIX_MARKS = "mark"
"""The list of what a cell of the participation matrix may hold: x, or a role."""
PLAIN_MARK = "x"


def own_words() -> str:
    """Return where words of one's own are added."""
    return _("Words of your own are added in the sheet «{sheet}».").format(sheet=OwnWord.sheet)


def name_range(sheet: str, letter: str, header_row: int = 1) -> str:
    """Return the cells of a column with names, from its header down."""
    return f"'{sheet}'!${letter}${header_row}:${letter}${LAST_DROP_DOWN_ROW}"


def write_lists(workbook: "Workbook", names: Mapping[str, str]) -> Mapping[str, str]:
    """Write the hidden sheet of lists; return the formula of each list by its name.

    `names` has the `name_range` of each label. Lists of names are called by their labels.
    """
    sheet = workbook.create_sheet(WORDS_SHEET)
    sheet.sheet_state = "hidden"
    formulas = {}
    for index, (name, words) in enumerate(_fixed_lists().items(), start=1):
        letter = sheet.cell(1, index, name).column_letter
        for row, word in enumerate(words, start=2):
            sheet.cell(row, index, word).number_format = "@"
        formulas[name] = f"'{WORDS_SHEET}'!${letter}$2:${letter}${len(words) + 1}"
    for label, cells in names.items():
        first = cells.partition(":")[0]
        formulas[label] = f"OFFSET({first},1,0,MAX(1,COUNTA({cells})-1),1)"
    for column, labels in enumerate(_joined_labels(), start=sheet.max_column + 1):
        ranges = [names[label] for label in labels]
        letter = sheet.cell(1, column, " ".join(labels)).column_letter
        for row in range(2, MAX_JOINED_CHOICES + 2):
            sheet.cell(row, column, f'={_one_after_another(ranges)}&""')
        count = f"{'+'.join(f'COUNTA({cells})' for cells in ranges)}-{len(ranges)}"
        counted = sheet.cell(MAX_JOINED_CHOICES + 2, column)
        counted.value = f"=MAX(1,MIN({MAX_JOINED_CHOICES},{count}))"
        height = f"'{WORDS_SHEET}'!${letter}${counted.row}"
        formulas[" ".join(labels)] = f"OFFSET('{WORDS_SHEET}'!${letter}$2,0,0,{height},1)"
    return formulas


def _fixed_lists() -> Mapping[str, Sequence[str]]:
    lists = {**word_lists(), "factor": factor_words()}
    words = {name: [word.nb for word in list_.values()] for name, list_ in lists.items()}
    return {**words, MATRIX_MARKS: [PLAIN_MARK, *words["role"]]}


def _joined_labels() -> list[tuple[str, ...]]:
    """Return the labels of every reference that may be to several kinds of nodes."""
    declared = (column.refers_to for table in TABLES for column in columns(table))
    return [labels for labels in dict.fromkeys(declared) if len(labels) > 1]


def _one_after_another(ranges: Sequence[str], before: str = "ROW()") -> str:
    """Return the formula of the name in this row, of columns that each begin with a header."""
    first, *others = ranges
    if not others:
        return f"INDEX({first},{before})"
    after = f"{before}-COUNTA({first})+1"
    return (
        f"IF({before}<=COUNTA({first}),INDEX({first},{before}),{_one_after_another(others, after)})"
    )


def drop_down(column: Column, lists: Mapping[str, str]) -> "DataValidation | None":
    """Return the drop-down of a column. Only fixed lists and ja/nei reject other words."""
    formula = next(_formulas(column, lists), None)
    if formula is None:
        return None
    is_open = column.words in OPEN_LISTS
    return list_validation(
        formula,
        rejects=not column.many and column.takes in (Takes.YES_NO, Takes.WORD),
        warns_only=is_open,
        message=own_words() if is_open else "",
    )


def _formulas(column: Column, lists: Mapping[str, str]) -> Iterator[str]:
    if column.takes in (Takes.YES_NO, Takes.SURVEY_ANSWER):
        yield '"ja,nei"'
    elif column.takes is Takes.REFERENCE:
        yield lists[" ".join(column.refers_to)]
    elif column.words or column.suggests:
        yield lists[column.words or column.suggests]


def list_validation(
    formula: str, *, rejects: bool, warns_only: bool = False, message: str = ""
) -> "DataValidation":
    """Return a drop-down; `rejects` other words, or `warns_only` of them."""
    from openpyxl.worksheet.datavalidation import DataValidation

    return DataValidation(
        type="list",
        formula1=formula,
        allow_blank=True,
        showErrorMessage=rejects,
        errorStyle="warning" if warns_only else "stop",
        errorTitle=_("Not in the list"),
        error=message or _("Choose from the list, or leave the cell empty."),
    )
