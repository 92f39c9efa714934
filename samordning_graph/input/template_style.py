"""The look of the template: colours, font and printed page."""

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

DARK_GREEN = "1B5E20"
LIGHT_GREEN = "C8E6C9"
PALE_GREEN = "F1F8E9"
GREY = "BDBDBD"
BLUE = "0D47A1"
FONT = "Calibri"


def set_page(sheet: "Worksheet", orientation: Literal["portrait", "landscape"]) -> None:
    """Fit a printed sheet to the width of A4 paper."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
