"""The duty register: the duties to cooperate, and whom each is about.

The built-in register is `vocabulary/duties.yaml`, whose first lines explain its keys. A file of
the same form can be given instead (`--duties`). As messages are, the built-in one is also kept as
the program reads it, `duties.json`: each command needs it, and YAML takes long.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any, TypeAlias

from samordning_graph.common.did_you_mean import did_you_mean
from samordning_graph.common.locale import _
from samordning_graph.common.reasons import os_reason, yaml_reason
from samordning_graph.common.shown_path import shown_path
from samordning_graph.common.text import slug
from samordning_graph.common.whole_text import read_whole_text
from samordning_graph.schema.duty import Duty, Requires, Selector, Side, Tier
from samordning_graph.schema.problem import Problems, ProblemsError
from samordning_graph.schema.problem_kinds import (
    EMPTY_CELL,
    ENCODING,
    ID_TAKEN,
    NOT_READABLE,
    SHAPE,
    UNKNOWN_COLUMN,
    UNKNOWN_WORD,
)
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.vocabulary import word_lists

BUILT_IN_FILE = "duties.yaml"
BUILT_IN_ENTRIES = "duties.json"
"""The built-in register as `entries_of_built_in` gives it."""
FORCES = ("skal", "bør", "kan")
LEVELS = ("system", "individual", "both")


def register_digest(duties: Iterable[Duty]) -> str:
    """Return a short digest of what some duties say, apart from where the file is.

    Two registers with one digest hold the same duties.
    """
    nowhere = SourceLocation("")
    content = "\n".join(repr(duty._replace(place=nowhere)) for duty in duties)
    return sha256(content.encode()).hexdigest()[:12]


class RegisterError(ProblemsError):
    """A duty register has problems."""


@cache
def built_in_duties() -> tuple[Duty, ...]:
    """Return the duties of the built-in register."""
    folder = resources.files("samordning_graph.schema.vocabulary")
    entries = json.loads(folder.joinpath(BUILT_IN_ENTRIES).read_text("utf-8"))
    return _Reader(BUILT_IN_FILE).register(entries)


def entries_of_built_in() -> list[tuple[int, Any]]:
    """Return what `duties.json` holds: each entry of `duties.yaml`, with the line where it begins.

    An entry has for each key its line and its value.
    """
    folder = resources.files("samordning_graph.schema.vocabulary")
    return list(_Reader(BUILT_IN_FILE).entries(folder.joinpath(BUILT_IN_FILE).read_text("utf-8")))


def read_duties(path: Path) -> tuple[Duty, ...]:
    """Return the duties of a register file.

    Raises
    ------
    RegisterError
        If it cannot be read or is not a register. It holds every problem with its line.
    """
    problems = Problems()
    try:
        text = read_whole_text(path)
    except UnicodeDecodeError:
        problems.add(
            ENCODING, SourceLocation(shown_path(path)), _("the register must be saved as UTF-8.")
        )
    except OSError as error:
        reason = _("the register cannot be read ({reason}).").format(reason=os_reason(error))
        problems.add(NOT_READABLE, SourceLocation(shown_path(path)), reason)
    else:
        reader = _Reader(shown_path(path))
        return reader.register(reader.entries(text))
    raise RegisterError(problems.in_order())


_Entry: TypeAlias = Mapping[str, tuple[int, Any]]
"""Key → (line, value)."""

_TEXT_KEYS = tuple(
    f"{text}_{language}"
    for text in ("subject", "clause", "why", "note")
    for language in ("nb", "en")
)
_REQUIRED_KEYS = ("id", "law", "tier", "force", "verified")
_KEYS = (
    *_REQUIRED_KEYS,
    "section",
    "requires",
    "level",
    "target_groups",
    "a",
    "b",
    "alone",
    "source",
    "checked",
    "replaces",
    *_TEXT_KEYS,
)
_SELECTOR_KEYS = (
    "kind",
    "municipality",
    "service_type",
    "sector",
    "actor_type",
    "tasks",
    "service",
    "serves",
)


class _Reader:
    """Reads one register; its methods share the file's name and the problems."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems = Problems()
        self._seen: dict[str, int] = {}

    def register(self, entries: Iterable[tuple[int, _Entry]]) -> tuple[Duty, ...]:
        duties = tuple(duty for line, entry in entries for duty in self._duty(line, entry))
        if self.problems.any_errors:
            raise RegisterError(self.problems.in_order())
        return duties

    def entries(self, text: str) -> Iterator[tuple[int, _Entry]]:
        import yaml

        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        try:
            tree = yaml.compose(text, Loader=loader)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 0
            reason = _("this is not valid YAML: {reason}.").format(
                reason=yaml_reason(error.problem)
            )
            self._wrong(line, reason)
            return
        except yaml.YAMLError:
            self._wrong(0, _("this is not a YAML text."))
            return
        if not isinstance(tree, yaml.SequenceNode):
            self._wrong(0, _("a register is a list of duties, each beginning with «-»."))
            return
        for node in tree.value:
            line = node.start_mark.line + 1
            if isinstance(node, yaml.MappingNode):
                yield line, _mapping(node)
            else:
                self._wrong(line, _("a duty must be a mapping of key to value."))

    def _wrong(self, line: int, message: str) -> None:
        self.problems.add(SHAPE, SourceLocation(self.file, row=line), message)

    def _duty(self, line: int, entry: _Entry) -> Iterator[Duty]:
        before = len(self.problems.found)
        self._check_keys(line, entry, _KEYS)
        for key in _REQUIRED_KEYS:
            if not entry.get(key, (0, ""))[1]:
                message = _("«{key}» is needed for every duty.").format(key=key)
                self.problems.add(
                    EMPTY_CELL, SourceLocation(self.file, row=line, column=key), message
                )
        duty_id = slug(self._text(entry, "id"))
        replaces = tuple(slug(text) for text in self._texts(entry, "replaces"))
        for key, taken in (("id", (duty_id,)), ("replaces", replaces)):
            self._check_ids(line, key, taken)
        tiers = [str(tier) for tier in Tier if tier is not Tier.LOCAL]
        tier = self._one_of(entry, "tier", tiers)
        requires = self._one_of(entry, "requires", [*Requires])
        duty = Duty(
            id=duty_id,
            law=self._text(entry, "law"),
            section=self._text(entry, "section"),
            tier=Tier(tier) if tier in tiers else Tier.PROCESS,
            force=self._one_of(entry, "force", FORCES),
            level=self._one_of(entry, "level", LEVELS) or "system",
            target_groups=self._words(entry, "target_groups", "target_group"),
            a=self._side(entry, "a"),
            b=self._side(entry, "b"),
            verified=self._yes(entry, "verified"),
            source=self._text(entry, "source"),
            place=SourceLocation(self.file, row=line),
            texts={name: self._text(entry, name) for name in _TEXT_KEYS},
            requires=Requires(requires) if requires in [*Requires] else Requires.COOPERATION,
            alone=self._yes(entry, "alone"),
            checked=self._text(entry, "checked"),
            replaces=replaces,
        )
        self._check_whole(line, duty)
        if len(self.problems.found) == before:
            yield duty

    def _check_whole(self, line: int, duty: Duty) -> None:
        if not duty.clause:
            self._wrong(line, _("the duty «{id}» has no clause_nb.").format(id=duty.id))
        if bool(duty.a) is not bool(duty.b) and duty.requires is not Requires.TASK:
            self._wrong(line, _("the duty «{id}» has only one side.").format(id=duty.id))
        by_task = any(selector.tasks for selector in (*duty.a, *duty.b))
        if duty.tier is Tier.CONDITIONAL and not (duty.target_groups or by_task):
            self._wrong(
                line,
                _("the duty «{id}» is conditional on no target group or task.").format(id=duty.id),
            )

    def _check_ids(self, line: int, key: str, ids: Sequence[str]) -> None:
        for duty_id in ids:
            if duty_id in self._seen:
                self.problems.add(
                    ID_TAKEN,
                    SourceLocation(self.file, row=line, column=key),
                    _("the id «{id}» is already used in line {line}.").format(
                        id=duty_id, line=self._seen[duty_id]
                    ),
                )
            self._seen.setdefault(duty_id, line)

    def _check_keys(self, line: int, entry: _Entry, known: tuple[str, ...]) -> None:
        for key, (at, _value) in entry.items():
            if key not in known:
                self.problems.add(
                    UNKNOWN_COLUMN,
                    SourceLocation(self.file, row=at or line, column=key),
                    _("«{key}» is no key of a register. It takes: {keys}.").format(
                        key=key, keys=", ".join(known)
                    ),
                    value=key,
                    suggestion=did_you_mean(key, list(known)),
                )

    def _text(self, entry: _Entry, key: str) -> str:
        line, value = entry.get(key, (0, ""))
        if isinstance(value, str):
            return value.strip()
        self._wrong(line, _("«{key}» takes one value.").format(key=key))
        return ""

    def _one_of(self, entry: _Entry, key: str, choices: Sequence[str]) -> str:
        text = self._text(entry, key)
        if text and text not in choices:
            self._unknown(entry[key][0], key, text, choices)
        return text

    def _yes(self, entry: _Entry, key: str) -> bool:
        return self._one_of(entry, key, ("yes", "no")) == "yes"

    def _texts(self, entry: _Entry, key: str) -> list[str]:
        """Return one text or a list of them."""
        _line, value = entry.get(key, (0, []))
        return [str(text) for text in ([value] if isinstance(value, str) else value)]

    def _words(self, entry: _Entry, key: str, list_name: str) -> tuple[str, ...]:
        words = word_lists()[list_name]
        found = []
        for text in self._texts(entry, key):
            word = words.find(text)
            if word is None:
                self._unknown(entry[key][0], key, text, words.spellings())
            else:
                found.append(word)
        return tuple(found)

    def _unknown(self, line: int, key: str, text: str, choices: Sequence[str]) -> None:
        self.problems.add(
            UNKNOWN_WORD,
            SourceLocation(self.file, row=line, column=key),
            _("«{text}» is not in the list. It takes: {choices}.").format(
                text=text, choices=", ".join(choices)
            ),
            value=text,
            suggestion=did_you_mean(text, list(choices)),
        )

    def _side(self, entry: _Entry, key: str) -> Side:
        line, value = entry.get(key, (0, []))
        if not isinstance(value, list) or not all(isinstance(selector, dict) for selector in value):
            self._wrong(line, _("«{key}» takes a list of selectors.").format(key=key))
            return ()
        return tuple(self._selector(line, selector) for selector in value)

    def _selector(self, line: int, entry: _Entry) -> Selector:
        self._check_keys(line, entry, _SELECTOR_KEYS)
        return Selector(
            kind=self._one_of(entry, "kind", ("unit", "external")),
            municipality=self._yes(entry, "municipality"),
            service_type=self._words(entry, "service_type", "service_type"),
            sector=self._words(entry, "sector", "sector"),
            actor_type=self._words(entry, "actor_type", "actor_type"),
            tasks=self._words(entry, "tasks", "task"),
            service=self._yes(entry, "service"),
            serves=self._yes(entry, "serves"),
        )


def _mapping(node: Any) -> _Entry:  # noqa: ANN401 - yaml is untyped
    return {str(key.value): (key.start_mark.line + 1, _value(value)) for key, value in node.value}


def _value(node: Any) -> Any:  # noqa: ANN401 - yaml is untyped
    """Return text, a list of values, or a mapping as `_mapping` gives it."""
    if isinstance(node.value, str):
        return node.value
    if all(isinstance(child, tuple) for child in node.value) and node.value:
        return _mapping(node)
    return [_value(child) for child in node.value]
