"""What a meeting needs, as files of a dated folder: all of them are put there, or none.

What people have put in the folder since stays there.
"""

import shutil
from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from samordning_graph.cli.data_source import (
    DataSource,
    refuse_to_become_input,
    refuse_to_overwrite_input,
)
from samordning_graph.cli.output import (
    Output,
    refuse_to_lose_of_folder,
    refuse_what_is_in_the_way,
    translating_os_errors,
)
from samordning_graph.cli.service_sheets import sheet_writers
from samordning_graph.common.locale import _
from samordning_graph.report.formats.registry import FORMATS, Format, Writer

if TYPE_CHECKING:
    from samordning_graph.map.page.earlier_positions import Earlier
    from samordning_graph.report.findings_report import Report


class MeetingFile(NamedTuple):
    """A file of the folder: what writes it, and in which format."""

    format: Format
    write: Writer


class MeetingNames(NamedTuple):
    """What the files of a meeting are called, in the language in use."""

    report: str
    report_to_edit: str
    map: str
    leader: str
    actions: str
    sheets: str


def meeting_names() -> MeetingNames:
    """Return the names of the files, and of the folder of sheets."""
    return MeetingNames(
        report=_("report") + ".html",
        report_to_edit=_("report") + ".docx",
        map=_("map") + ".html",
        leader=_("leaders-page") + ".docx",
        actions=_("action-list") + ".xlsx",
        sheets=_("sheets"),
    )


def meeting_files(report: "Report", earlier: "Earlier | None" = None) -> dict[str, MeetingFile]:
    """Return the files of a meeting by their names in the folder.

    The map keeps the places of an earlier one.
    """
    from samordning_graph.map.page.html_page import map_page
    from samordning_graph.report.data import action_list_xlsx
    from samordning_graph.report.documents.first_page import first_page
    from samordning_graph.report.write import write_report

    names = meeting_names()
    html, docx, xlsx = FORMATS["html"], FORMATS["docx"], FORMATS["xlsx"]
    sheets = {
        f"{names.sheets}/{name}": MeetingFile(html, write)
        for name, write in sheet_writers(report, html)
    }
    return {
        names.report: MeetingFile(html, partial(write_report, report, "html")),
        names.report_to_edit: MeetingFile(docx, partial(write_report, report, "docx")),
        names.leader: MeetingFile(docx, lambda file: docx.write_blocks(first_page(report), file)),
        names.map: MeetingFile(
            html, lambda stream: stream.write(map_page(report.graph, earlier=earlier))
        ),
        names.actions: MeetingFile(xlsx, partial(action_list_xlsx.write, report)),
        **sheets,
    }


def write_meeting(
    files: Mapping[str, MeetingFile],
    folder: Path,
    data_source: DataSource,
    *,
    force: bool,
    without: Collection[Path] = (),
) -> None:
    """Put the files in a folder, if nothing is lost by any of them; what it is `without` goes."""
    from samordning_graph.common.atomic_write import write_folder_atomically

    refuse_to_become_input(_nearest_that_exists(folder), data_source)
    for name in files:
        refuse_to_overwrite_input(folder / name, data_source)
    refuse_what_is_in_the_way(folder.parent, [folder / name for name in files])
    _refuse_to_lose(files, folder, force=force)

    def write(new: Path) -> None:
        for name, file in files.items():
            (new / name).parent.mkdir(exist_ok=True)
            file.format.write_file(new / name, file.write)
        _copy_others(
            folder, new, {*files, *(path.relative_to(folder).as_posix() for path in without)}
        )
        _refuse_to_lose(files, folder, force=force)  # somebody may have written meanwhile

    with translating_os_errors(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        write_folder_atomically(folder, write)


def _nearest_that_exists(folder: Path) -> Path:
    folder = folder.absolute()
    return next(path for path in (folder, *folder.parents) if path.exists())


def _refuse_to_lose(files: Mapping[str, MeetingFile], folder: Path, *, force: bool) -> None:
    refuse_to_lose_of_folder(
        folder / name
        for name, file in files.items()
        if Output(file.format, force=force).would_lose(folder / name)
    )


def _copy_others(folder: Path, new: Path, names: Collection[str]) -> None:
    """Copy what lies in a folder, and is none of the meeting's files, to the new one."""
    for path in sorted(folder.rglob("*")) if folder.exists() else ():
        name = path.relative_to(folder).as_posix()
        if path.is_dir():
            (new / name).mkdir(exist_ok=True)
        elif name not in names:
            shutil.copy2(path, new / name)
