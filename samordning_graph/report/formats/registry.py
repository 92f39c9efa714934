"""The formats that things are written in: how their files end, and which are files only."""

SUFFIXES = {
    "text": ".txt",
    "md": ".md",
    "html": ".html",
    "csv": ".csv",
    "json": ".json",
    "yaml": ".yaml",
    "xlsx": ".xlsx",
    "docx": ".docx",
}
ONE_FILE = ("csv", "json")
"""Formats in which many municipalities are one file."""
WHOLE_FILES = ("xlsx", "docx")
"""Formats that are no text: they are written to a file, and never to the screen."""
