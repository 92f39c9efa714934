"""Invented municipalities of realistic sizes, the same ones every time.

A municipality is a set of tables (table → rows → column → text), as a coordinator would fill them
in. They can be written as a folder of CSV files, or become a model without touching the disk,
through the same validation as any file.

    python -m benchmarks.generate FOLDER --municipalities 357
"""

import argparse
import csv
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import accumulate, pairwise
from pathlib import Path
from random import Random

from samordning_graph.input.record import Record, Source
from samordning_graph.input.validate import validate
from samordning_graph.schema.model import Model
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import TABLES, columns
from samordning_graph.schema.vocabulary import municipalities, word_lists

TODAY = date(2026, 10, 1)
ALL_MUNICIPALITIES = 357
LARGEST_ACTORS = 2000
"""Actors of the largest municipality."""
TAIL_EXPONENT = 0.617
"""The municipality of rank r has LARGEST_ACTORS / r ** TAIL_EXPONENT actors: 357 of them make 66 000 nodes."""

Rows = list[dict[str, str]]
Tables = dict[str, Rows]

_SERVICES = (
    ("Boligkontoret", "bolig"),
    ("Bomiljøtjenesten", "bolig"),
    ("Boligrådgivningen", "bolig"),
    ("Eiendomsforvaltningen", "eiendom"),
    ("Driftsavdelingen", "eiendom"),
    ("NAV-kontoret", "sosial"),
    ("Gjeldsrådgivningen", "sosial"),
    ("Ruskonsulenten", "sosial"),
    ("Oppfølgingstjenesten", "sosial"),
    ("Hjemmetjenesten", "helse"),
    ("Tildelingskontoret", "helse"),
    ("Psykisk helseteam", "helse"),
    ("Ergoterapitjenesten", "helse"),
    ("Legevakten", "helse"),
    ("Bofellesskapet", "helse"),
    ("Flyktningtjenesten", "integrering"),
    ("Voksenopplæringen", "integrering"),
    ("Barnevernstjenesten", "oppvekst"),
    ("Helsestasjonen", "oppvekst"),
    ("Familiesenteret", "oppvekst"),
    ("Skolen", "oppvekst"),
    ("PP-tjenesten", "oppvekst"),
    ("Planavdelingen", "plan"),
    ("Byggesakskontoret", "plan"),
    ("Økonomiavdelingen", "stab"),
    ("Servicetorget", "stab"),
)
_DISTRICTS = (
    "Nordbyen", "Sørbyen", "Østsiden", "Vestsiden", "Sentrum", "Åsen", "Elvebredden", "Fjellheim",
    "Strandgata", "Lia", "Moen", "Haugen", "Øvre dal", "Nedre dal", "Vika", "Neset",
)  # fmt: skip
_EXTERNAL = (
    ("Husbanken", "husbanken"),
    ("NAV statlig del", "nav-stat"),
    ("Sykehuset", "helseforetak"),
    ("DPS", "dps"),
    ("Friomsorgskontoret", "friomsorgskontor"),
    ("Fengselet", "fengsel"),
    ("Politiet", "politi"),
    ("Boligbyggelaget", "boligbyggelag"),
    ("Kirkens Bymisjon", "ideell"),
    ("Frelsesarmeen", "ideell"),
    ("Brukerforeningen", "brukerorganisasjon"),
)
_TARGET_GROUPS = tuple(sorted(word_lists()["target_group"]))
_WEIGHTS = tuple(1 / rank for rank in range(1, len(_TARGET_GROUPS) + 1))
"""Some target groups are served by a third of all, most by a few."""
_ARENAS = (
    "Boligsosialt forum", "Koordineringsgruppe bolig", "Tildelingsutvalget", "Ansvarsgruppemøtet",
    "Tverrfaglig team", "Styringsgruppe bolig og velferd", "Samarbeidsmøte rus og bolig",
    "Bosettingsteamet",
)  # fmt: skip
_GOALS = (
    "Ingen skal være bostedsløse", "Raskere bosetting", "Flere skal eie egen bolig",
    "Trygge boforhold for barn", "Færre utkastelser", "Tilpassede boliger for flere",
    "Ingen i midlertidig bolig over tre måneder", "Bedre oppfølging i egen bolig",
)  # fmt: skip
_LEVELS = ("strategisk", "taktisk", "operativ", "operativ")
_KINDS = ("beslutning", "samordning", "samordning", "samordning", "informasjon")
_ROLES = ("medlem", "medlem", "medlem", "medlem", "", "ved behov", "observatør")
_STRENGTHS = ("", "kjennskap", "samarbeid", "samarbeid", "samordning", "integrasjon")


def sizes(count: int = ALL_MUNICIPALITIES) -> list[int]:
    """Return the number of actors of `count` municipalities, largest first.

    The 357 sizes have a long tail. Fewer are the means of as many equal parts of them, so that a
    municipality is as large on average, and the cost of one can be compared.
    """
    summed = [
        0.0,
        *accumulate(
            LARGEST_ACTORS / rank**TAIL_EXPONENT for rank in range(1, ALL_MUNICIPALITIES + 1)
        ),
    ]

    def up_to(rank: float) -> float:
        whole = int(rank)
        rest = rank - whole
        return summed[whole] + (rest * (summed[whole + 1] - summed[whole]) if rest else 0.0)

    edges = [up_to(part * ALL_MUNICIPALITIES / count) for part in range(count + 1)]
    return [round((upper - lower) * count / ALL_MUNICIPALITIES) for lower, upper in pairwise(edges)]


def generate(count: int = ALL_MUNICIPALITIES, *, bare: bool = False) -> Iterator[Tables]:
    """Yield the tables of `count` municipalities.

    In *bare* ones no unit is part of another, every actor was asked and every list is complete:
    all that a matrix product can tell.
    """
    numbers = sorted(municipalities())
    for place, actors in enumerate(sizes(count)):
        yield municipality(numbers[place % ALL_MUNICIPALITIES], actors, bare=bare)


def largest(*, bare: bool = False) -> Tables:
    """Return the tables of the largest single municipality."""
    return municipality("0301", LARGEST_ACTORS, bare=bare)


def municipality(number: str, actors: int, *, bare: bool = False) -> Tables:
    """Return the tables of one municipality with so many actors."""
    return _Municipality(number, actors, bare).tables()


def one_goal(contributors: int = 16_000) -> Tables:
    """Return a municipality whose units all contribute to one goal, evenly over eight sectors."""
    chance = Random(contributors)
    sectors = sorted({sector for _name, sector in _SERVICES})
    units = [f"enhet-{i}" for i in range(contributors)]
    arenas = [f"arena-{i}" for i in range(contributors // 80)]
    return {
        "municipality": [{"number": "0301"}],
        "units": [
            {"id": unit, "name": f"Enhet {i}", "sector": sectors[i % 8], "surveyed": "ja"}
            for i, unit in enumerate(units)
        ],
        "arenas": [{"id": arena, "name": arena, "participants_complete": "ja"} for arena in arenas],
        "participation": [
            {"actor": actor, "arena": arena}
            for arena in arenas
            for actor in chance.sample(units, 10)
        ],
        "goals": [{"id": "felles", "name": "Ingen skal være bostedsløse"}],
        "goal_owners": [{"actor": unit, "goal": "felles"} for unit in units],
    }


class _Municipality:
    """The tables of a municipality are drawn one after another from the same actors."""

    def __init__(self, number: str, actors: int, bare: bool) -> None:
        self.number = number
        self.bare = bare
        self.chance = Random(f"{number} {actors}")
        self.externals = self._numbered("ekstern", max(2, actors * 15 // 100))
        self.units = self._numbered("enhet", actors - len(self.externals))
        self.arenas = self._numbered("arena", max(2, actors * 16 // 100))
        self.goals = self._numbered("mal", max(2, actors * 14 // 100))
        self.everyone = [*self.units, *self.externals]

    def _numbered(self, word: str, count: int) -> list[str]:
        return [f"{word}-{i}" for i in range(1, count + 1)]

    def tables(self) -> Tables:
        return {
            "municipality": [{"number": self.number, "name": municipalities()[self.number]}],
            "units": [self._unit(i, unit) for i, unit in enumerate(self.units)],
            "external_actors": [self._external(i, actor) for i, actor in enumerate(self.externals)],
            "arenas": [self._arena(i, arena) for i, arena in enumerate(self.arenas)],
            "participation": self._participation(),
            "links": self._links(),
            "referrals": self._referrals(),
            "goals": [self._goal(i, goal) for i, goal in enumerate(self.goals)],
            "goal_owners": self._goal_owners(),
        }

    def _actor(self) -> dict[str, str]:
        many = self.chance.choice((0, 0, 1, 1, 2, 3))
        groups = dict.fromkeys(self.chance.choices(_TARGET_GROUPS, _WEIGHTS, k=many))
        return {
            "target_groups": ";".join(groups),
            "surveyed": "2026-09-10" if self.bare or self.chance.random() < 0.6 else "",
        }

    def _unit(self, i: int, unit: str) -> dict[str, str]:
        service, sector = _SERVICES[i % len(_SERVICES)]
        # Every eighth unit is an area or a department; the others are part of one of these.
        above = "" if self.bare or i < 8 else self.units[self.chance.randrange(i // 8) * 8 // 2]
        return {
            "id": unit,
            "name": f"{service} {_DISTRICTS[i // len(_SERVICES) % len(_DISTRICTS)]} {i + 1}",
            "sector": sector,
            "part_of": above,
            "tasks": self.chance.choice(("", "forebygge", "skaffe", "beholde", "skaffe;beholde")),
            **self._actor(),
        }

    def _external(self, i: int, actor: str) -> dict[str, str]:
        name, actor_type = _EXTERNAL[i % len(_EXTERNAL)]
        return {
            "id": actor,
            "name": f"{name} {i + 1}",
            "actor_type": actor_type,
            **self._actor(),
        }

    def _arena(self, i: int, arena: str) -> dict[str, str]:
        complete = self.chance.choice(("ja", "ja", "ja", ""))
        return {
            "id": arena,
            "name": f"{_ARENAS[i % len(_ARENAS)]} {_DISTRICTS[i % len(_DISTRICTS)]} {i + 1}",
            "level": self.chance.choice(_LEVELS),
            "kind": self.chance.choice(_KINDS),
            "meetings_per_year": str(self.chance.choice((1, 4, 6, 10, 26))),
            "mandate": self.chance.choice(("", "Vedtatt av kommunedirektøren")),
            "goals": self.chance.choice(self.goals) if self.chance.random() < 0.7 else "",
            "participants_complete": "ja" if self.bare else complete,
        }

    def _participation(self) -> Rows:
        rows: Rows = []
        for arena in self.arenas:
            many = min(self.chance.choice((2, 3, 4, 5, 6, 8)), len(self.everyone))
            for i, actor in enumerate(self.chance.sample(self.everyone, many)):
                role = self.chance.choice(_ROLES) if i else "leder"
                rows.append({"actor": actor, "arena": arena, "role": role})
        return rows

    def _links(self) -> Rows:
        rows: Rows = []
        for _ in range(len(self.everyone) * 17 // 100):
            first, second = self.chance.sample(self.everyone, 2)
            agreement = self.chance.random() < 0.15
            rows.append(
                {
                    "from": first,
                    "to": second,
                    "strength": "" if agreement else self.chance.choice(_STRENGTHS),
                    "agreement": "Samarbeidsavtale" if agreement else "",
                    "valid_to": self.chance.choice(("", "2025", "2028")) if agreement else "",
                }
            )
        return rows

    def _referrals(self) -> Rows:
        pairs = (self.chance.sample(self.everyone, 2) for _ in range(len(self.everyone) // 6))
        return [{"from": first, "to": second} for first, second in pairs]

    def _goal(self, i: int, goal: str) -> dict[str, str]:
        return {
            "id": goal,
            "name": f"{_GOALS[i % len(_GOALS)]} i {_DISTRICTS[i % len(_DISTRICTS)]} {i + 1}",
            "status": "vedtatt",
            "overall": "ja" if i < 3 else "nei",
            "parent": self.goals[self.chance.randrange(3)] if i > 3 and i % 2 else "",
        }

    def _goal_owners(self) -> Rows:
        rows: Rows = []
        for goal in self.goals:
            # An overall goal is a matter for a tenth of all.
            many = len(self.everyone) // 10 if goal in self.goals[:3] else 0
            many = max(many, self.chance.choice((2, 3, 3, 4, 5)))
            for i, actor in enumerate(self.chance.sample(self.everyone, many)):
                rows.append({"actor": actor, "goal": goal, "role": "" if i else "eier"})
        return rows


def write(tables: Mapping[str, Rows], folder: Path) -> None:
    """Write the tables of a municipality as a folder of CSV files, as Excel saves them."""
    folder.mkdir(parents=True, exist_ok=True)
    for table, rows in tables.items():
        with (folder / f"{table}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            written = csv.DictWriter(file, list(rows[0]), delimiter=";")
            written.writeheader()
            written.writerows(rows)


def write_all(folder: Path, count: int) -> list[Path]:
    """Write `count` municipalities, a folder each, and return the folders."""
    folders = []
    for tables in generate(count):
        folders.append(folder / tables["municipality"][0]["number"])
        write(tables, folders[-1])
    return folders


def model(tables: Mapping[str, Rows]) -> Model:
    """Return the validated model of a municipality without reading files."""
    source = Source("generated", tables={name: SourceLocation(f"{name}.csv") for name in tables})
    for table, rows in tables.items():
        for number, row in enumerate(rows, start=2):
            cells = {column: text for column, text in row.items() if text}
            headers = {column: column for column in row}
            source.records.append(
                Record(table, SourceLocation(f"{table}.csv", "", number), cells, headers)
            )
    valid = validate(source, TODAY)
    assert valid, "\n".join(
        f"{problem.place}: {problem.message}" for problem in source.problems.found[:10]
    )
    return valid


def _check_columns() -> None:
    """Fail where the generator writes a column that the schema no longer has."""
    known = {table.table: {column.name for column in columns(table)} for table in TABLES}
    for table, rows in municipality("0301", 30).items():
        assert set(rows[0]) <= known[table], f"{table}: {set(rows[0]) - known[table]}"


def main() -> None:
    """Write municipalities to a folder."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--municipalities", type=int, default=ALL_MUNICIPALITIES, metavar="N")
    parser.add_argument(
        "--largest", action="store_true", help=f"one of {LARGEST_ACTORS} actors instead"
    )
    arguments = parser.parse_args()
    _check_columns()
    if arguments.largest:
        write(largest(), arguments.folder)
    else:
        write_all(arguments.folder, arguments.municipalities)


if __name__ == "__main__":
    main()
