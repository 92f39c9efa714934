"""The sides of a duty in words: whom it is about, who that is here, and who else it may be."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import first_few, listed
from samordning_graph.graph.bit_relation import bits
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.duties import (
    HOST,
    ApplicableDuty,
    Blanks,
    groups_served,
    is_the_municipality,
    side_that_serves,
)
from samordning_graph.graph.duty_coverage import DutyCoverage
from samordning_graph.graph.graph import (
    Graph,
    get_actor,
    model_of,
    names_in_text,
    node_name,
    words_of,
)
from samordning_graph.graph.service_types import may_be_one_service, types_of_actors
from samordning_graph.schema.duty import Selector, Side
from samordning_graph.schema.service_types import is_of_another_sector
from samordning_graph.schema.tables import Actor
from samordning_graph.schema.vocabulary import WordList, word_lists

NAMES_SHOWN = 3
"""Names of a side in a sentence; the others are counted."""


# Who is on a side


def side_names(graph: Graph, ids: Sequence[str], side: Side = ()) -> str:
    """Return the names of a side, the first few of them; the municipality where it is that."""
    if ids and is_the_municipality(side):
        return _("the municipality")
    return first_few(names_in_text(graph, ids), NAMES_SHOWN)


def sides_of(applicable: ApplicableDuty) -> tuple[Side, Side]:
    """Return the two sides as the register tells them; none for an own requirement."""
    return (applicable.duty.a, applicable.duty.b) if applicable.duty else ((), ())


def both_side_names(graph: Graph, applicable: ApplicableDuty) -> tuple[str, str]:
    """Return the names of both sides, each as a choice: one of them is enough."""
    a, b = sides_of(applicable)
    return _one_of(graph, applicable.a, a), _one_of(graph, applicable.b, b)


def names_of_the_undecided(graph: Graph, applicable: ApplicableDuty) -> tuple[str, str] | None:
    """Return the names of those surely on the sides of whom the data cannot tell; None without any.

    Only pairs that a participant list could have shown: nobody is asked about two who have answered.
    """
    engine = pair_engine(graph)
    undecided: set[str] = set()
    for i, row in engine.duty_pairs(applicable):
        if others := [engine.ids[j] for j in bits(row & engine.unknown(i))]:
            undecided.update((engine.ids[i], *others))
    if not undecided:
        return None
    a, b = ([id_ for id_ in side if id_ in undecided] for side in (applicable.a, applicable.b))
    return both_side_names(graph, replace(applicable, a=tuple(a), b=tuple(b)))


def _one_of(graph: Graph, ids: Sequence[str], side: Side) -> str:
    if is_the_municipality(side):
        return side_names(graph, ids, side)
    names = names_in_text(graph, ids, beside_others=True)
    if len(names) > NAMES_SHOWN:
        names[NAMES_SHOWN:] = [_("{n} more").format(n=len(names) - NAMES_SHOWN)]
    return _as_choice(names) if names else ""


def why_on_side(graph: Graph, ids: Sequence[str], side: Side) -> list[str]:
    """Return each name of a side with its type of service, and whether that was read of the name."""
    if ids and is_the_municipality(side):
        return [_("the municipality")]
    types, words = types_of_actors(graph), words_of(graph, "service_type")
    wanted = {type_id for selector in side for type_id in selector.service_type}
    reasons = []
    for actor_id in ids:
        name = node_name(graph, actor_id)
        known = [type_id for type_id in types.of[actor_id] if type_id in wanted]
        if known:
            text = (
                _("{name} ({type}, read of the name)")
                if actor_id in types.by_name
                else _("{name} ({type})")
            )
            name = text.format(name=name, type=listed([words[type_id].name for type_id in known]))
        reasons.append(name)
    return reasons


def whose_duty(applicable: ApplicableDuty) -> str:
    """Return whose duty it is, as a sentence; empty where the register does not say."""
    subject = applicable.duty.subject if applicable.duty else ""
    return _("The duty lies with {subject}.").format(subject=subject) if subject else ""


# Whom a side is about


def side_in_words(side: Side, words: Mapping[str, WordList] | None = None) -> str:
    """Return whom a side is about, without an article: «unit in the sector Helse»."""
    return _as_choice([_in_words(selector, words or word_lists()) for selector in side])


def _in_words(selector: Selector, words: Mapping[str, WordList]) -> str:
    if selector.municipality:
        return _("the municipality")
    if selector.actor_type:
        types = [words["actor_type"][word].name for word in selector.actor_type]
        return _("external actor of the type {types}").format(types=_as_choice(types))
    if selector.service_type:
        described = _as_choice(
            [_within(words["service_type"][word].name) for word in selector.service_type]
        )
    else:
        described = {"unit": _("unit"), "external": _("external actor")}.get(
            selector.kind, _("actor")
        )
    if selector.sector:
        sectors = [words["sector"][word].name for word in selector.sector]
        described = _("{who} in the sector {sectors}").format(
            who=described, sectors=_as_choice(sectors)
        )
    if selector.service:
        described = _("service of the municipality or other public service")
    if selector.tasks:
        tasks = [words["task"][word].name for word in selector.tasks]
        described = _("{who} with the task {tasks}").format(who=described, tasks=_as_choice(tasks))
    if selector.serves:
        described = _("{who} for this target group").format(who=described)
    return described


def _types_in_words(side: Side, words: WordList) -> str:
    """Return the types of service that a side is about, the first few of them, as a choice."""
    types = dict.fromkeys(type_id for selector in side for type_id in selector.service_type)
    names = [_within(words[type_id].name) for type_id in types]
    if len(names) > NAMES_SHOWN:
        names[NAMES_SHOWN:] = [_("another of the services that it is about")]
    return _as_choice(names) if names else _("unit")


def _within(name: str) -> str:
    """Return a name as it stands within a sentence: «barneverntjeneste», but «NAV-kontor»."""
    return name[0].lower() + name[1:] if name[1:2].islower() else name


def _as_choice(words: Sequence[str]) -> str:
    """Return words as a choice in a sentence: «a, b or c»."""
    all_but_last, last = words[:-1], words[-1]
    return _(" or ").join([", ".join(all_but_last), last]) if all_but_last else last


# Who may be on a side


def empty_side(graph: Graph, applicable: ApplicableDuty) -> str:
    """Return what is not known of the sides on which nobody surely is; empty if both have somebody."""
    a, b = sides_of(applicable)
    if not applicable.a:
        return " ".join(_missing(graph, applicable, a, applicable.possible_a))
    if not applicable.b:
        return " ".join(_missing(graph, applicable, b, applicable.possible_b))
    if not applicable.has_both_sides:
        return " ".join(who_may_be(graph, a, applicable.possible_a))
    return ""


def _missing(
    graph: Graph, applicable: ApplicableDuty, side: Side, possible: Mapping[str, Blanks]
) -> Iterator[str]:
    sentences = list(who_may_be(graph, side, possible))
    yield from sentences or [_nobody(graph, applicable, side)]


def _nobody(graph: Graph, applicable: ApplicableDuty, side: Side) -> str:
    described = side_in_words(side, model_of(graph).words)
    groups = words_of(graph, "target_group")
    served = [
        groups[group].name
        for group in (applicable.duty.target_groups if applicable.duty else ())
        if group in groups_served(graph)
    ]
    sentence = _("No {who} is registered.").format(who=described)
    if served:
        sentence = _("{groups} are served here, but no {who} is registered.").format(
            groups=listed(served), who=described
        )
    return sentence + " " + _("The data may not show everybody. Who is it here?")


def whether_it_applies(graph: Graph, applicable: ApplicableDuty) -> Iterator[str]:
    """Yield what decides whether a duty applies: sides without anybody, then blank cells.

    Where nobody is on the side that serves, no target group of anybody else is asked for.
    """
    assert applicable.duty is not None
    a, b = (
        (applicable.duty.a, [*applicable.a, *applicable.possible_a]),
        (applicable.duty.b, [*applicable.b, *applicable.possible_b]),
    )
    for side, ids in (a, b):
        if not ids:
            yield _nobody(graph, applicable, side)
    serving, ids = a if side_that_serves(applicable.duty) is applicable.duty.a else b
    if ids:
        possible = {**applicable.possible_b, **applicable.possible_a}
        blanks = {
            actor_id: possible.get(actor_id, frozenset()) | {"target_groups"}
            for actor_id in applicable.applies_if
        }
        yield from _missing(graph, applicable, serving, blanks)


def who_may_be(
    graph: Graph, side: Side, possible: Mapping[str, Blanks], *, decide: bool = False
) -> Iterator[str]:
    """Yield who could be on a side, by the cell that does not say.

    Of those without a type only who may well be of one that the side is about: nobody says of a
    whole area of the municipality that it may be the NAV office. Where they `decide` a duty it is
    asked all the same, since a cell may say so.
    """
    by_cell: dict[str, list[str]] = defaultdict(list)
    for actor_id, blanks in possible.items():
        cell = _asked_first(graph, actor_id, blanks)
        if cell == "service_type" and not _may_well_be(graph, get_actor(graph, actor_id), side):
            cell = "unlikely_type"
        by_cell[cell].append(actor_id)
    if not decide:
        by_cell.pop("unlikely_type", None)
    for cell, ids in sorted(by_cell.items()):
        yield _sentence(cell, len(ids)).format(
            n=len(ids),
            names=first_few(names_in_text(graph, _nearest_first(graph, ids, side)), NAMES_SHOWN),
            who=_types_in_words(side, words_of(graph, "service_type")),
        )


def of_the_host(graph: Graph, covered: DutyCoverage) -> Iterator[str]:
    """Yield the question of an agreement that another municipality's service has."""
    if covered.by_host:
        host, other = (node_name(graph, actor_id) for actor_id in covered.by_host)
        yield _(
            "{host} has an agreement with {other}: Does it hold for the municipality too?"
        ).format(host=host, other=other)


def of_those_who_may_be(
    graph: Graph, applicable: ApplicableDuty, depends_on: Set[str]
) -> Iterator[str]:
    """Yield who of those that would decide a duty may be on its sides."""
    return (
        sentence
        for side, possible in zip(
            sides_of(applicable), (applicable.possible_a, applicable.possible_b), strict=True
        )
        for sentence in who_may_be(
            graph,
            side,
            {actor_id: possible[actor_id] for actor_id in possible if actor_id in depends_on},
            decide=True,
        )
    )


def _may_well_be(graph: Graph, actor: Actor, side: Side) -> bool:
    """Return whether an actor without a type may well be of one that a side is about."""
    words, actor_types = words_of(graph, "service_type"), words_of(graph, "actor_type")
    wanted = [words[type_id] for selector in side for type_id in selector.service_type]
    if all(word.service for word in wanted) and not may_be_one_service(graph, actor):
        return False
    return not wanted or any(
        not is_of_another_sector(actor, word.sector, actor_types) for word in wanted
    )


def _asked_first(graph: Graph, actor_id: str, blanks: Blanks) -> str:
    """Return the one of the cells that do not say to ask about first."""
    for cell in ("service_type", "tasks", "sector", HOST):
        if cell in blanks:
            return cell
    return "own_group" if get_actor(graph, actor_id).target_groups else "target_groups"


def _sentence(cell: str, n: int) -> str:
    match cell:
        case "service_type":
            return ngettext(
                "{n} actor without a type of service may be {who}: {names}.",
                "{n} actors without a type of service may be {who}: {names}.",
                n,
            )
        case "unlikely_type":
            return ngettext(
                "Is {names} itself {who}? Its type of service is not given.",
                "Is one of these itself {who}: {names}? Their types of service are not given.",
                n,
            )
        case "tasks":
            return ngettext(
                "{names} is in the data, but its tasks are not given.",
                "{names} are in the data, but their tasks are not given.",
                n,
            )
        case "sector":
            return ngettext(
                "{names} is in the data, but not whether it is a service.",
                "{names} are in the data, but not whether they are services.",
                n,
            )
        case "host":
            return ngettext(
                "{names} is run by another municipality, and may stand for this one.",
                "{names} are run by another municipality, and may stand for this one.",
                n,
            )
        case "own_group":
            return ngettext(
                "{names} is for a target group of the municipality's own, which may be the one meant.",
                "{names} are for target groups of the municipality's own, which may be the one meant.",
                n,
            )
        case _:
            return ngettext(
                "{names} is in the data, but its target group is not given.",
                "{names} are in the data, but their target groups are not given.",
                n,
            )


def _nearest_first(graph: Graph, ids: Sequence[str], side: Side) -> list[str]:
    """Return ids with those first whose sector is that of a type of the side."""
    words = words_of(graph, "service_type")
    sectors = {words[type_id].sector for selector in side for type_id in selector.service_type}
    return sorted(ids, key=lambda actor_id: get_actor(graph, actor_id).sector not in sectors)
