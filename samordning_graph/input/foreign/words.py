"""What other programs, and people, call columns, kinds of nodes and kinds of ties.

Own lists, from the formats of Gephi, Kumu and networkx and from published networks. A header is
compared whole, a kind word by word: the beginning of a word is enough.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from samordning_graph.common.text import fold, slug
from samordning_graph.input.cell_values import NO, YES
from samordning_graph.schema.tables import (
    TARGET_GROUP,
    Arena,
    ExternalActor,
    Link,
    Participation,
    Referral,
    Row,
    Tie,
    Unit,
    node_tables,
)
from samordning_graph.schema.vocabulary import OTHER_WORD, word_lists

NODE_HEADERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": ("id", "node id", "nodeid", "key", "uid", "node"),
        "name": (
            *("navn", "name", "label", "title", "tittel", "organisasjon", "organisation"),
            *("organization", "aktør", "actor", "enhet", "unit", "tjeneste", "virksomhet"),
            *("agency", "element"),
        ),
        "type": (
            *("type", "element type", "node type", "entity type", "slags", "kategori"),
            *("category", "categorie", "kind", "aktørtype", "actor type", "class"),
        ),
        "sector": ("sektor", "sector", "fagområde"),
        "part_of": ("del av", "part of", "parent", "overordnet", "parent unit"),
        "comment": ("merknad", "description", "beskrivelse", "comment", "kommentar", "notes"),
    }
)
"""Headers of a list of nodes: what we call the column → what others do, the surest first."""
TIE_HEADERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "from": (
            *("fra", "from", "source", "rad", "aktør", "actor", "from id", "source id"),
            *("aktør a", "aktør 1", "actor 1", "ego", "sender", "node1", "organisasjon 1"),
        ),
        "to": (
            *("til", "to", "target", "kolonne", "arena", "to id", "target id", "aktør b"),
            *("aktør 2", "actor 2", "alter", "receiver", "mottaker", "node2", "organisasjon 2"),
            *("samarbeider med", "samarbeidspartner", "partner", "møte", "meeting", "event"),
            *("møteplass", "forum"),
        ),
        "type": (
            *("type", "connection type", "tie", "edge type", "relationship type", "relation"),
            *("relasjon", "relationship", "forbindelse", "slags", "kind", "kategori"),
            *("category", "label", "interaction"),
        ),
        "strength": ("styrke", "strength", "rute", "vekt", "weight", "value", "verdi"),
        "role": ("rolle", "role"),
        "direction": ("retning", "direction", "directed"),
        "comment": ("merknad", "description", "beskrivelse", "comment", "kommentar", "notes"),
    }
)
"""Headers of a list of ties."""
ARENA_HEADERS = frozenset({"arena", "møte", "meeting", "event", "møteplass", "forum"})
"""Headers that say that what stands below them is arenas."""
_PAIRED = (("from", "to"), ("fra", "til"), ("source", "target"))
"""What two headers of the ends of a tie begin with, when the rest of them is the same."""
PERSONAL_HEADERS = frozenset(
    {
        *("sex", "gender", "kjønn", "age", "alder", "fornavn", "first name", "firstname"),
        *("etternavn", "surname", "last name", "lastname", "født", "birthdate", "date of birth"),
    }
)
"""Headers that organisations do not have."""
DIRECTIONS = frozenset(
    {"directed", "undirected", "mutual", "both", "true", "false", "rettet", "urettet", "ja", "nei"}
)
"""What stands under «Type» in a list of ties from Gephi, and under «Direction» in one from Kumu."""

ROW, COLUMN, CELL = "rad", "kolonne", "rute"
"""What the rows, the columns and the cells of a matrix are called in the mapping."""
NO_TIE = NO | {"", "0.0", "0,0", "na", "-", "–", "—"}
"""What stands in a cell where there is no tie."""
PLAIN_MARKS = YES | {"1.0", "1,0", "•", "●"}
"""A mark that says that there is a tie, and nothing about it."""

LEFT_OUT = "utelatt"
PERSON = "person"
AGREEMENT = "Avtale"
PART_OF_LABEL = "Del av"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a type stands for: a table of ours (or `PERSON`, `LEFT_OUT`), and cells that it fills.

    `is_known` tells a word that is understood from the table that is taken for want of one.
    """

    table: str
    cells: Mapping[str, str] = field(default_factory=dict)
    is_known: bool = True


_NODE_TABLES: tuple[type[Row], ...] = (Unit, ExternalActor, Arena)
_NO_ACTORS: tuple[type[Row], ...] = tuple(
    table for table in node_tables() if table not in _NODE_TABLES
)
"""Other nodes of our own export."""
_TIE_TABLES: tuple[type[Row], ...] = (Link, Referral, Participation)
PART_OF = "part_of"
# The ties of our own export that are rows of a table.
_OWN_TIES = {
    Tie.COLLABORATES_WITH: Link.table,
    Tie.HAS_AGREEMENT_WITH: Link.table,
    Tie.REFERS_TO: Referral.table,
    Tie.PARTICIPATES_IN: Participation.table,
    Tie.PART_OF: PART_OF,
}

# Beginnings of words, as slugs; whole words where a hyphen ends them.
_NODE_STEMS = {
    PERSON: (
        *("person-", "persons-", "personer-", "people-", "individual-", "individuals-", "individ-"),
        *("individer-", "employee-", "employees-", "ansatt-", "ansatte-"),
    ),
    Arena.table: (
        *("arena", "meeting", "mote-", "moter-", "moteplass", "forum", "seminar", "session"),
        *("workshop", "conference", "konferanse", "event", "committee", "utvalg", "arbeidsgruppe"),
        *("styringsgruppe", "samarbeidsgruppe", "nettverksmote", "plenary"),
    ),
    ExternalActor.table: (
        *("ngo", "association", "forening", "union-", "unions-", "foundation", "stiftelse"),
        *("compan", "business", "bedrift", "firma", "privat", "ekstern", "external", "civil"),
        *("frivillig", "voluntary", "nonprofit", "charit", "church", "menighet"),
    ),
    Unit.table: ("enhet", "unit-", "units-", "avdeling", "department", "kommunal", "municipal"),
    LEFT_OUT: (
        *("goal", "mal-", "outcome", "resultat", "problem", "issue", "challenge", "utfordring"),
        *("strategi", "measure-", "measures-", "tiltak", "document", "dokument"),
    ),
}
_TIE_STEMS = {
    PART_OF: ("part-of-", "ispartof", "del-av-", "belongs", "tilhorer", "underlagt"),
    Participation.table: ("particip", "deltar", "deltok", "deltak", "attend", "member", "medlem"),
    Referral.table: ("referral", "refers", "henvis", "viser-til"),
    Link.table: (
        *("collab", "coop", "partner", "samarbeid", "samhandl", "coordinat", "samordn", "contact"),
        *("kontakt", "works-with", "working-with"),
    ),
}
_AWARENESS = ("know-", "knows-", "kjenner", "aware")
_AGREEMENT_STEMS = ("agreement", "avtale", "mou-", "contract", "kontrakt")


def is_mark(text: str) -> bool:
    """Return whether a cell of a matrix says that there is a tie, or that there is none."""
    if fold(text) in NO_TIE | PLAIN_MARKS:
        return True
    return any(word_lists()[words].find(text) for words in ("role", "strength"))


def is_number(text: str) -> bool:
    """Return whether a cell is a number, with a comma or a point."""
    try:
        float(text.replace(",", "."))
    except ValueError:
        return False
    return True


def is_known_header(text: str) -> bool:
    """Return whether a text is a header of nodes or ties."""
    return any(
        fold(text) in words for headers in (NODE_HEADERS, TIE_HEADERS) for words in headers.values()
    )


def paired_ends(headers: Sequence[str]) -> tuple[str, str] | None:
    """Return the two headers that say which ends they are of, folded, or None.

    Examples
    --------
    >>> paired_ends(["from_org_id", "to_org_id", "Year"]), paired_ends(["From year", "To"])
    (('from org id', 'to org id'), None)
    """
    folded = list(map(fold, headers))
    for header in folded:
        first, _space, rest = header.partition(" ")
        for start, end in _PAIRED:
            if first == start and f"{end} {rest}".strip() in folded:
                return header, f"{end} {rest}".strip()
    return None


def node_meaning(text: str, *, guess: bool = True) -> Meaning | None:
    """Return what a type of node stands for, or None; with `guess` also by the words in it.

    The words of our lists say more than the table: a type «politi» is an actor type too. Goals,
    plans and documents are left out: they are no actors, and their ties are no cooperation.
    """
    lists = word_lists()
    if fold(text) in (LEFT_OUT, PERSON):
        return Meaning(fold(text))
    if table := _table(text, _NODE_TABLES):
        return Meaning(table)
    if _table(text, _NO_ACTORS) or fold(text) == fold(TARGET_GROUP):
        return Meaning(LEFT_OUT)
    if (word := lists["actor_type"].find(text)) and word != OTHER_WORD:
        return Meaning(ExternalActor.table, {"actor_type": lists["actor_type"][word].nb})
    if word := lists["government_level"].find(text):
        if word == "kommune":
            return Meaning(Unit.table)
        return Meaning(
            ExternalActor.table, {"government_level": lists["government_level"][word].nb}
        )
    for name in ("service_type", "sector"):
        if (word := lists[name].find(text)) and word != OTHER_WORD:
            return Meaning(Unit.table, {name: lists[name][word].nb})
    if guess and (table := _by_stem(text, _NODE_STEMS)):
        return Meaning(table)
    return None


def meaning_of_name(name: str) -> Meaning | None:
    """Return what a node without a type is by its name: «Husbanken» is an actor type of ours."""
    types = word_lists()["actor_type"]
    word = types.find(name)
    if word is None or word == OTHER_WORD:
        return None
    return Meaning(ExternalActor.table, {"actor_type": types[word].nb})


def tie_meaning(text: str, *, guess: bool = True) -> Meaning | None:
    """Return what a type of tie stands for, or None."""
    if fold(text) == LEFT_OUT:
        return Meaning(LEFT_OUT)
    if table := _table(text, _TIE_TABLES):
        return Meaning(table)
    if table := next((_OWN_TIES[tie] for tie in _OWN_TIES if fold(tie) == fold(text)), ""):
        return Meaning(table)
    if fold(text) in (fold(PART_OF_LABEL), fold(PART_OF)):
        return Meaning(PART_OF)
    if fold(text) == fold(AGREEMENT):
        return Meaning(Link.table, {"agreement": text})
    strengths = word_lists()["strength"]
    if word := strengths.find(text):
        return Meaning(Link.table, {"strength": strengths[word].nb})
    if not guess:
        return None
    if _begins(text, _AGREEMENT_STEMS):
        return Meaning(Link.table, {"agreement": text})
    if _begins(text, _AWARENESS):
        return Meaning(Link.table, {"strength": strengths["awareness"].nb})
    table = _by_stem(text, _TIE_STEMS)
    return Meaning(table) if table else None


def spelled(meaning: Meaning) -> str:
    """Return how a meaning is written in the mapping, so that it is read back as it is."""
    if "agreement" in meaning.cells:
        return AGREEMENT
    return next(iter(meaning.cells.values()), "") or _name_of(meaning.table)


def _name_of(table: str) -> str:
    """Return what a table is called in the mapping: the sheet, or what is no sheet."""
    sheets = {row.table: row.sheet for row in (*_NODE_TABLES, *_TIE_TABLES)}
    return sheets.get(table, PART_OF_LABEL if table == PART_OF else table)


def _table(text: str, tables: tuple[type[Row], ...]) -> str:
    return next((table.table for table in tables if is_name_of(text, table)), "")


def is_name_of(text: str, table: type[Row]) -> bool:
    """Return whether a text is what we call a table, or a row of it."""
    names = (
        table.sheet,
        *table.former_sheets,
        table.table,
        table.label,
        table.label_nb,
        table.label_en,
    )
    return fold(text) in [fold(name) for name in names if name]


def _by_stem(text: str, stems: Mapping[str, tuple[str, ...]]) -> str:
    return next((table for table in stems if _begins(text, stems[table])), "")


def _begins(text: str, stems: tuple[str, ...]) -> bool:
    """Return whether a word of a text begins with one of some stems."""
    words = f"-{slug(text)}-"
    return any(f"-{stem}" in words for stem in stems)
