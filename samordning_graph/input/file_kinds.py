"""What a file is by its name: one of those that are read, or another kind and what to do with it."""

from pathlib import Path

from samordning_graph.common.locale import _, mark

TEXT_TABLES = (".csv", ".txt", ".tsv", ".tab")
"""Excel saves its «Unicode-tekst» as .txt."""
WORKBOOKS = (".xlsx", ".xlsm", ".ods")
YAML_FILES = (".yaml", ".yml")

_OTHER_KINDS = (
    (
        (".xls", ".xlt"),
        mark("this is an old workbook (.xls). Save it as «Excel Workbook (.xlsx)»."),
    ),
    (
        (".xlsb",),
        mark("this is a binary workbook (.xlsb). Save it as «Excel Workbook (.xlsx)»."),
    ),
    (
        (".xltx", ".xltm"),
        mark("this is a template of Excel. Save what you fill in as «Excel Workbook (.xlsx)»."),
    ),
    (
        (".numbers",),
        mark("this is a spreadsheet of Numbers. Export it as Excel (.xlsx)."),
    ),
    (
        (".fods", ".ots", ".sxc"),
        mark("this is another format of LibreOffice. Save it as Excel (.xlsx) or .ods."),
    ),
    (
        (".gsheet",),
        mark("this is only a link to Google Sheets. Download the sheet as Excel (.xlsx)."),
    ),
    (
        (".graphml", ".gexf"),
        mark("this is a network of another program. `samordning import` makes a workbook of it."),
    ),
    (
        (".gml", ".net", ".paj", ".gdf", ".dot", ".gv", ".dl", ".vna", ".gephi", ".cys", ".cyjs"),
        mark(
            "this is a network of another program. Save it there as GraphML, GEXF or CSV;"
            " `samordning import` makes a workbook of that."
        ),
    ),
    (
        (".json", ".jsonl", ".geojson"),
        mark(
            "this is JSON, which is not read. Give the files that it came from. `samordning import`"
            " makes a workbook of a network of Kumu."
        ),
    ),
    (
        (".xml",),
        mark("this is XML, which is not read. Save the tables as Excel (.xlsx)."),
    ),
    (
        (".html", ".htm", ".mhtml"),
        mark("this is a web page. Save its tables as Excel (.xlsx)."),
    ),
    (
        (".pdf", ".docx", ".doc", ".odt", ".rtf", ".md", ".pptx", ".ppt", ".odp"),
        mark("this is a document. Write what it says into a workbook: `samordning template`."),
    ),
    (
        (".png", ".jpg", ".jpeg", ".gif", ".svg", ".heic", ".tif", ".tiff", ".webp", ".vsdx"),
        mark("this is a picture. Write what it shows into a workbook: `samordning template`."),
    ),
    (
        (".zip", ".7z", ".rar", ".gz", ".tar", ".tgz"),
        mark("this is a packed file. Unpack it, and give the folder or the file in it."),
    ),
    (
        (".eml", ".msg"),
        mark("this is an e-mail. Save the attached file, and give that."),
    ),
    (
        (".db", ".sqlite", ".accdb", ".mdb", ".parquet", ".sav", ".dta", ".rds"),
        mark("this is a file of a database or of statistics. Export its tables as CSV."),
    ),
)
_MESSAGES = {suffix: message for suffixes, message in _OTHER_KINDS for suffix in suffixes}


def is_passed_over(path: Path) -> bool:
    """Return whether a file or a folder is not even named: hidden, or the lock of an open program."""
    return path.name.startswith((".", "~$")) or path.name in ("Thumbs.db", "desktop.ini")


def is_text_table(path: Path) -> bool:
    """Return whether a file has the name of a text table."""
    return path.suffix.lower() in TEXT_TABLES


def is_whole_municipality(path: Path) -> bool:
    """Return whether a file has the name of one that holds all tables of a municipality."""
    return path.suffix.lower() in (*WORKBOOKS, *YAML_FILES)


def other_kind(suffix: str) -> str:
    """Return what a file that is not read is, and what to do; empty when its name does not tell."""
    message = _MESSAGES.get(suffix.lower())
    return _(message) if message else ""
