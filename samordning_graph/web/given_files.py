"""The files that a page was given: data of municipalities, and what is used beside them."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from samordning_graph.common.bundled_files import bundled_folder
from samordning_graph.input.merge import merged
from samordning_graph.input.path_contents import path_contents
from samordning_graph.input.read_source import read_source
from samordning_graph.input.record import Source
from samordning_graph.map.page.earlier_positions import NotAMapError, read_previous
from samordning_graph.schema.tables import Municipality
from samordning_graph.web.kinds_of_files import MAP_SUFFIX, is_earlier, taken_for
from samordning_graph.web.problem_groups import problem_groups


class GivenFiles:
    """Files in a folder of their own. The page puts them into `data`, or `beside` what it is used with.

    `path` is what a command would be given: the only file, or the folder. `earlier_map` is a map whose
    places are kept, if there is such a file.
    """

    def __init__(self, folder: Path) -> None:
        self.data, self.beside = folder / "files", folder / "beside"
        for each in (self.data, self.beside):
            each.mkdir(parents=True, exist_ok=True)
        self.earlier_map = folder / "earlier-map.html"
        self.path = self.data

    def forget(self) -> None:
        """Remove all of them: others are given."""
        for file in (*self.data.iterdir(), *self.beside.iterdir()):
            file.unlink()
        self.earlier_map.unlink(missing_ok=True)

    def take_example(self) -> None:
        """Take the workbook of the example municipality for what was given."""
        examples = bundled_folder("data")
        assert examples is not None
        self.forget()
        shutil.copy(examples / "eksempel" / "eksempel.xlsx", self.data)

    def sort(self) -> dict[str, Any]:
        """Put aside what is no data; return what each is taken for, and which municipalities there are.

        The files of one number are parts of it. Only of several is it said who they are: that of one
        is said when it is read.
        """
        given = sorted(self.data.iterdir())
        data = [file for file in given if not is_earlier(file)]
        for file in given if data else ():
            if is_earlier(file):
                self._put_aside(file)
        left = data or given
        self.path = left[0] if len(left) == 1 else self.data
        contents = path_contents(self.path)
        several = len(contents.municipalities) > 1
        return {
            "municipalities": [_who(source) for source in self.sources()] if several else [],
            "files": [file.name for file in left],
            "taken": [{"name": file.name, "kind": taken_for(file)} for file in given],
            "compare": [file.name for file in self.beside.iterdir()],
            "problems": problem_groups(contents.beside),
        }

    def _put_aside(self, earlier: Path) -> None:
        """Keep an earlier map or report in place of one that is kept; what is no map is left out."""
        if earlier.suffix.lower() != MAP_SUFFIX:
            for other in self.beside.iterdir():
                other.unlink()
            earlier.replace(self.beside / earlier.name)
            return
        with suppress(NotAMapError):
            read_previous(earlier)
            shutil.copyfile(earlier, self.earlier_map)
        earlier.unlink()

    def sources(self) -> Iterator[Source]:
        """Yield the source of each municipality, those with one number as one."""
        contents = path_contents(self.path)
        sources = [read_source(path, self.path) for path in contents.municipalities]
        for source in merged(sources, self.path.name) if len(sources) > 1 else sources:
            source.beside = contents.beside
            yield source

    @contextmanager
    def used_beside(self) -> Iterator[Path]:
        """Give the file that was put `beside`, and remove it after its use."""
        [file] = self.beside.iterdir()
        try:
            yield file
        finally:
            file.unlink()


def _who(source: Source) -> dict[str, str]:
    """Return name and number of a municipality, as they are written; without a name that of its file."""
    cells = next((r.cells for r in source.records if r.table == Municipality.table), {})
    return {"name": cells.get("name") or source.path, "number": cells.get("number", "")}
