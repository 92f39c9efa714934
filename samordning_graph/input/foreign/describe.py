"""Says how a network was read: as lines that can be given back, and remarks on what has no place."""

from collections.abc import Iterator, Sequence

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import first_few
from samordning_graph.common.text import fold
from samordning_graph.input.foreign.columns import MappedTable
from samordning_graph.input.foreign.given_mapping import (
    MOST_NAMED,
    NODE_TABLES,
    TIE_TABLES,
    label_of,
)
from samordning_graph.input.foreign.placed_rows import LeftOut, Placement
from samordning_graph.input.foreign.words import PERSONAL_HEADERS, spelled
from samordning_graph.schema.tables import ExternalActor, Unit

_MOST_LINES = 60
"""Types, or words of a column, that are listed one by one."""


def mapping_lines(mapped: Sequence[MappedTable], placement: Placement) -> Iterator[str]:
    """Yield the mapping as `--map` takes it."""
    for table in mapped:
        what = _("ties") if table.is_ties else _("nodes")
        yield f"# {table.table.place} ({what}): {len(table.table.rows)}"
        for column, header in table.headers.items():
            yield f"{label_of(column)} = {header}"
        for header in table.remarks:
            yield f"{label_of('comment')} = {header}"
        if table.unplaced:
            yield "# " + _("not taken over: {columns}").format(
                columns=first_few(table.unplaced, MOST_NAMED)
            )
    yield from _kinds(placement)
    yield from _words(placement)


def _kinds(placement: Placement) -> Iterator[str]:
    for title, counts, meanings in (
        (_("what the nodes are"), placement.node_kinds, placement.node_meanings),
        (_("what the ties are"), placement.tie_kinds, placement.tie_meanings),
    ):
        listed = counts.copy()
        if counts is placement.tie_kinds and not placement.assumed:
            del listed[""]  # all of them are to arenas
        if listed:
            yield f"# {title}:"
        for kind, count in listed.most_common(_MOST_LINES):
            meaning = meanings[kind]
            stands_for = spelled(meaning) if meaning else ""
            line = f"Type: {kind} = {stands_for}  # {count}".replace(":  =", ": =")
            if meaning is None or not meaning.is_known:
                line += " " + (_("(the word is not known)") if kind else _("(no type given)"))
            yield line
        if len(listed) > _MOST_LINES:
            yield "# " + _("… and {count} more types").format(count=len(listed) - _MOST_LINES)


def _words(placement: Placement) -> Iterator[str]:
    lines = [
        f"{label_of(column)}: {text} = {placement.words[column, text]}  # {count}"
        for (column, text), count in placement.word_counts.most_common()
        if not placement.words[column, text]
        or placement.words[column, text].casefold() != text.casefold()
    ]
    if lines:
        yield "# " + _("words of other columns:")
    yield from lines[:_MOST_LINES]
    if len(lines) > _MOST_LINES:
        yield "# " + _("… and {count} more words").format(count=len(lines) - _MOST_LINES)


def remarks(mapped: Sequence[MappedTable], placement: Placement) -> Iterator[str]:
    """Yield a sentence for all that has no place, and for what is to be filled in."""
    for table in mapped:
        yield from table.table.notes
    for why, count in placement.left_out.items():
        yield _sentence(why, count)
    for kind, count in placement.no_place.items():
        yield _("no table of ours takes this: {count} ties of the type «{type}».").format(
            count=count, type=kind
        )
    if placement.known_names:
        yield ngettext(
            "{n} node without a type has the name of an actor type, and is in Eksterne aktører.",
            "{n} nodes without a type have the name of an actor type, and are in Eksterne aktører.",
            placement.known_names,
        ).format(n=placement.known_names)
    if placement.assumed:
        yield ngettext(
            "{n} tie has no type and is taken as cooperation. If it is something else, say «Type: ="
            " Henvisninger», «Type: = Avtale» or «Type: = utelatt».",
            "{n} ties have no type and are taken as cooperation. If they are something else, say"
            " «Type: = Henvisninger», «Type: = Avtale» or «Type: = utelatt».",
            placement.assumed,
        ).format(n=placement.assumed)
    for table in mapped:
        personal = [name for name in table.table.headers if fold(name) in PERSONAL_HEADERS]
        if personal:
            yield _(
                "{place} has columns of persons ({columns}). The map is about organisations: if a type"
                " of node is persons, say «Type: … = person»."
            ).format(place=table.table.place, columns=", ".join(personal))
    yield from _not_placed(placement)
    no_ties = {mark for _row, _column, mark in placement.unknown_marks}
    if any(
        column == "strength" and not word and text not in no_ties
        for (column, text), word in placement.words.items()
    ):
        yield _(
            "What stands under «Styrke» is none of our words, and is kept as a remark. A collaboration"
            " without a strength counts as cooperation."
        )
    yield from _to_fill_in(placement)


def _not_placed(placement: Placement) -> Iterator[str]:
    """Yield what stands in cells of a matrix without a meaning, and the ids that no node has."""
    if marks := placement.unknown_marks:
        cells = [f"«{mark}» ({row} × {column})" for row, column, mark in marks]
        yield ngettext(
            "{n} mark of a matrix is not known, and is no tie: {cells}. Say what it means, such as"
            " «Rolle: {mark} = medlem».",
            "{n} marks of a matrix are not known, and are no ties: {cells}. Say what they mean, such"
            " as «Rolle: {mark} = medlem».",
            len(marks),
        ).format(n=len(marks), cells=first_few(cells, MOST_NAMED), mark=marks[0][2])
    if ends := placement.unknown_ends:
        yield ngettext(
            "{n} id that ties point to is that of no node, and its ties are left out: {ids}.",
            "{n} ids that ties point to are those of no node, and their ties are left out: {ids}.",
            len(ends),
        ).format(n=len(ends), ids=first_few([f"«{end}»" for end in ends], MOST_NAMED))


def _sentence(why: LeftOut, count: int) -> str:
    match why:
        case LeftOut.PERSON:
            text = ngettext(
                "{n} node is a person. The map is about organisations, so it is left out.",
                "{n} nodes are persons. The map is about organisations, so they are left out.",
                count,
            )
        case LeftOut.NODE:
            text = ngettext("{n} node is left out.", "{n} nodes are left out.", count)
        case LeftOut.NO_NAME:
            text = ngettext("{n} node has no name.", "{n} nodes have no name.", count)
        case LeftOut.NODE_TWICE:
            text = ngettext(
                "{n} node has the id of another and is left out.",
                "{n} nodes have the id of another and are left out.",
                count,
            )
        case LeftOut.NO_END:
            text = ngettext("{n} tie lacks an end.", "{n} ties lack an end.", count)
        case LeftOut.TO_SELF:
            text = ngettext(
                "{n} tie goes from a node to itself and is left out.",
                "{n} ties go from a node to itself and are left out.",
                count,
            )
        case LeftOut.TO_LEFT_OUT:
            text = ngettext(
                "{n} tie to what is left out goes with it.",
                "{n} ties to what is left out go with it.",
                count,
            )
        case LeftOut.TIE_TWICE:
            text = ngettext(
                "{n} tie stands twice, or both ways, and is taken once.",
                "{n} ties stand twice, or both ways, and are taken once.",
                count,
            )
        case LeftOut.WEIGHT_0:
            text = ngettext(
                "{n} tie has the weight 0 and is left out.",
                "{n} ties have the weight 0 and are left out.",
                count,
            )
        case LeftOut.TIE:
            text = ngettext("{n} tie is left out.", "{n} ties are left out.", count)
    return text.format(n=count)


def counts(placement: Placement) -> str:
    """Return how many rows each table got."""
    return ", ".join(
        f"{table.sheet} {len(placement.rows[table.table])}"
        for table in (*NODE_TABLES, *TIE_TABLES)
        if placement.rows[table.table]
    )


def _to_fill_in(placement: Placement) -> Iterator[str]:
    units = sum("sector" not in row for row in placement.rows[Unit.table])
    externals = sum("actor_type" not in row for row in placement.rows[ExternalActor.table])
    if units:
        yield ngettext(
            "{n} row in Enheter has no sector: fill it in, or say it for a type («Type: … = Helse»)."
            " What is not the municipality's own belongs in Eksterne aktører.",
            "{n} rows in Enheter have no sector: fill it in, or say it for a type («Type: … = Helse»)."
            " What is not the municipality's own belongs in Eksterne aktører.",
            units,
        ).format(n=units)
    if externals:
        yield ngettext(
            "{n} row in Eksterne aktører has no actor type: fill it in, or say it for a"
            " type («Type: … = ideell»).",
            "{n} rows in Eksterne aktører have no actor type: fill it in, or say it for a"
            " type («Type: … = ideell»).",
            externals,
        ).format(n=externals)
