"""The look of the template: colours, font and printed page."""

from typing import TYPE_CHECKING, Literal

from samordning_graph.input.example_rows import EXAMPLE_ROWS
from samordning_graph.schema.tables import Municipality, Row

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

DARK_GREEN = "1B5E20"
LIGHT_GREEN = "C8E6C9"
PALE_GREEN = "F1F8E9"
GREY = "BDBDBD"
BLUE = "0D47A1"
FONT = "Calibri"


def tab_colour(table: type[Row]) -> str:
    """Return the colour of a sheet's tab: the darkest for the sheets to begin with."""
    if table.needed or table is Municipality:
        return DARK_GREEN
    return LIGHT_GREEN if table.table in EXAMPLE_ROWS else GREY


def set_page(sheet: "Worksheet", orientation: Literal["portrait", "landscape"]) -> None:
    """Fit a printed sheet to the width of A4 paper."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
