"""Updates and compiles the message catalogues: `python -m tools.messages`.

Message ids are the English texts in the code (`_`, `ngettext`, `mark`), the meanings in the schema,
the pages of rules and problems paragraph by paragraph, the questions of the library in Cypher, and
click's own texts. Those are of the click that is installed when the catalogues are updated; another
one makes no catalogue stale.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from samordning_graph.common.locale import (
    CATALOGUE_DOMAIN,
    CATALOGUE_FOLDER,
    DEFAULT_LANGUAGE,
    LANGUAGES,
)
from samordning_graph.property_graph.query.library import explore_queries
from samordning_graph.rules.page import parts, title
from samordning_graph.rules.register import RULES
from samordning_graph.schema.problem_kinds import KINDS
from samordning_graph.schema.tables import TABLES, columns

PACKAGE = CATALOGUE_FOLDER.parents[1]
KEYWORDS = {"_": None, "mark": None, "ngettext": (1, 2)}
CLICK_KEYWORDS = {"_": None, "ngettext": (1, 2)}
TRANSLATED = tuple(language for language in LANGUAGES if language != "en")

HEADER = "# Texts of samordning_graph. People edit msgstr; `make fresh` writes the rest."

Message = str | tuple[str, ...]


def messages() -> Iterator[tuple[Message, str]]:
    """Yield every message id of the program that can be shown, with where it comes from."""
    yield from _extracted(PACKAGE, KEYWORDS)
    for table in TABLES:
        yield table.meaning, "schema"
        for column in columns(table):
            yield column.meaning, "schema"
    for kind in KINDS:
        yield kind.title, f"problem {kind.code}"
        for paragraph in kind.page:
            yield paragraph, f"problem {kind.code}"
    for rule in RULES:
        yield title(rule.page), f"rule {rule.code}"
        for part in parts(rule.page):
            yield part.heading, "rules"
            for paragraph in part.paragraphs:
                yield paragraph, f"rule {rule.code}"
    for query in explore_queries():
        yield query.title, f"query {query.stem}"
        yield query.question, f"query {query.stem}"


def _extracted(
    folder: Path, keywords: dict[str, tuple[int, ...] | None]
) -> Iterator[tuple[Message, str]]:
    found = extract_from_dir(
        folder,
        method_map=[("**.py", "python"), ("**.j2", "jinja2.ext:babel_extract")],
        keywords=keywords,  # type: ignore[arg-type]
    )
    for file, _line, message, _comments, _context in found:
        yield message, f"{folder.name}/{Path(file).as_posix()}"


def installed_click() -> Iterator[tuple[Message, str]]:
    """Yield the message ids of the click that is installed, with their files."""
    yield from _extracted(Path(click.__file__).parent, CLICK_KEYWORDS)


def known_click() -> Iterator[tuple[Message, str]]:
    """Yield the message ids of click that the catalogues hold, with their files."""
    for language in TRANSLATED:
        for message in read_catalogue(language):
            for file, _line in message.locations:
                if file.startswith(f"{click.__name__}/"):
                    yield _hashable(message.id), file


def template(click_messages: Iterable[tuple[Message, str]] = ()) -> Catalog:
    """Return the catalogue of every message id, sorted, so that a change shows as a small diff.

    Click's are those of the catalogues, unless others are given.
    """
    catalogue = Catalog(project="samordning_graph", charset="utf-8")
    locations_of: dict[Message, set[str]] = {}
    for message, place in (*messages(), *(click_messages or known_click())):
        locations_of.setdefault(message, set()).add(place)
    for message in sorted(
        locations_of, key=lambda message: message if isinstance(message, str) else message[0]
    ):
        locations = [(place, 0) for place in sorted(locations_of[message])]
        catalogue.add(message, locations=locations)
    return catalogue


def _hashable(message_id: str | Sequence[str]) -> Message:
    return message_id if isinstance(message_id, str) else tuple(message_id)


def catalogue_file(language: str, suffix: str) -> Path:
    """Return the file of a catalogue: suffix `.po` (people edit it) or `.mo` (the program reads it)."""
    return CATALOGUE_FOLDER / language / "LC_MESSAGES" / f"{CATALOGUE_DOMAIN}{suffix}"


def read_catalogue(language: str) -> Catalog:
    """Return the catalogue of a language, or an empty one."""
    file = catalogue_file(language, ".po")
    if not file.exists():
        return Catalog(locale=language, charset="utf-8")
    with file.open("rb") as stream:
        return read_po(stream, locale=language)


def updated(language: str, click_messages: Iterable[tuple[Message, str]] = ()) -> bytes:
    """Return the .po of a language with exactly the current messages, translations kept."""
    fresh, old = template(click_messages), read_catalogue(language)
    result = Catalog(
        locale=language, project="samordning_graph", header_comment=HEADER, fuzzy=False
    )
    for message in fresh:
        if message.id:
            known = old.get(message.id[0] if isinstance(message.id, tuple) else message.id)
            result.add(message.id, known.string if known else "", locations=message.locations)
    stream = BytesIO()
    write_po(stream, result, width=100, omit_header=False, include_lineno=False)
    lines = stream.getvalue().decode().split("\n")
    volatile = (
        '"POT-Creation-Date',
        '"PO-Revision-Date',
        '"Generated-By',
        '"Project-Id-Version',
        '"Report-Msgid-Bugs-To',
        '"Last-Translator',
        '"Language-Team',
    )
    return "\n".join(line for line in lines if not line.startswith(volatile)).encode()


def compiled(language: str) -> bytes:
    """Return the .mo of a language."""
    catalogue, stream = read_catalogue(language), BytesIO()
    # Otherwise today's date is written, and the file is another each time.
    catalogue.creation_date = datetime.fromtimestamp(0, UTC)
    write_mo(stream, catalogue)
    return stream.getvalue()


def untranslated(language: str) -> list[str]:
    """Return the message ids that a language lacks."""
    catalogue = read_catalogue(language)
    ids = [message.id for message in template() if message.id]
    return [str(message_id) for message_id in ids if not _is_translated(catalogue, message_id)]


def _is_translated(catalogue: Catalog, message_id: object) -> bool:
    key = message_id[0] if isinstance(message_id, tuple | list) else message_id
    found = catalogue.get(str(key))
    strings: Iterable[str] = (
        ()
        if found is None
        else (found.string if isinstance(found.string, tuple | list) else (found.string,))
    )
    return found is not None and all(strings)


def main() -> int:
    """Update and compile every catalogue, and fail if the default language lacks a text."""
    for language in TRANSLATED:
        catalogue_file(language, ".po").parent.mkdir(parents=True, exist_ok=True)
        catalogue_file(language, ".po").write_bytes(updated(language, [*installed_click()]))
        catalogue_file(language, ".mo").write_bytes(compiled(language))
    missing = untranslated(DEFAULT_LANGUAGE)
    for message in missing:
        sys.stdout.write(f"{message}\n")
    if missing:
        file = catalogue_file(DEFAULT_LANGUAGE, ".po").relative_to(PACKAGE.parent)
        sys.stdout.write(f"Translate these {len(missing)} in {file}, and run `make fresh` again.\n")
    return 1 if missing else 0


if __name__ == "__main__":
    assert DEFAULT_LANGUAGE in TRANSLATED
    sys.exit(main())
