"""What is in place, for the coordinator: who works with whom, where, and what has come of it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from samordning_graph.analysis.cooperation import mandate_and_leader
from samordning_graph.analysis.in_place import (
    DocumentedPair,
    MetDuty,
    YesAnswers,
    figures_of_results,
)
from samordning_graph.common.locale import _, in_words, ngettext
from samordning_graph.common.phrases import first_few, listed
from samordning_graph.graph.documented_ties import DocumentedTie, TieKind
from samordning_graph.graph.duties import duty_name, get_duty
from samordning_graph.graph.graph import Graph, get_arena, listed_names, node_name, node_row
from samordning_graph.graph.links import is_hearsay
from samordning_graph.graph.pair_figures import ThreeFigures, figures_in_words
from samordning_graph.graph.self_assessment import factor_name
from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph, TableBlock
from samordning_graph.report.documents.phrases import (
    agreement_not_judged,
    is_about_single_cases,
    out_of,
    single_cases_not_judged,
    with_who_deny,
)
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding_text import evidence, told_by_a_third_party
from samordning_graph.rules.rule import PairGround
from samordning_graph.rules.sources import remark_line
from samordning_graph.schema.tables import Row


def in_place_section(report: Report) -> Iterator[Block]:
    """Yield what is in place, kind by kind; a kind of which nothing is documented is left out."""
    blocks = [*_pairs(report), *_duties(report), *_arenas(report), *_answers_and_results(report)]
    if blocks:
        yield Heading(2, _("What is in place"))
        yield from blocks


def _with_figures(text: str, figures: ThreeFigures) -> str:
    return f"{text}: {figures_in_words(figures)}"


def _pairs(report: Report) -> Iterator[Block]:
    graph, pairs = report.graph, report.in_place.pairs
    if not pairs:
        return
    figures = report.congruence["all"]
    yield TableBlock(
        _with_figures(_kind_of_pairs(), figures),
        (_("One"), _("The other"), _("Where the data show it"), _("Ground")),
        tuple(
            (
                node_name(graph, pair.first),
                node_name(graph, pair.second),
                _where(graph, pair, (pair.first, pair.second)),
                _grounds(graph, pair),
            )
            for pair in pairs
        ),
    )
    if more := pairs_left_out(report):
        yield Paragraph(more, quiet=True)


def pairs_left_out(report: Report) -> str:
    """Return how many documented pairs are counted without being told; nothing if all are."""
    left = report.congruence["all"].documented - len(report.in_place.pairs)
    if left <= 0:
        return ""
    text = ngettext("… and {n} more documented pair.", "… and {n} more documented pairs.", left)
    return text.format(n=left)


def _where(graph: Graph, documented: DocumentedPair | MetDuty, ends: Sequence[str]) -> str:
    """Return where the data show it, and who of the two answers otherwise."""
    ties = listed(_ties_with_remarks(graph, documented.ties))
    return with_who_deny(graph, ties, ends, documented.denied_by)


def _grounds(graph: Graph, pair: DocumentedPair) -> str:
    def text(why: PairGround) -> str:
        return why.reason(graph, pair.first, pair.second).text

    return "; ".join(text(why) for why in pair.pair_grounds)


def _duties(report: Report) -> Iterator[Block]:
    graph, duties = report.graph, report.in_place.duties
    if duties:
        yield TableBlock(
            _with_figures(_kind_of_duties(), report.figures_about(SubjectKind.DUTY)),
            (_("Duty"), _("Who"), _("Where the data show it")),
            tuple(
                (duty_name(graph, duty.duty), _parties(graph, duty), _what_shows(graph, duty))
                for duty in duties
            ),
        )
        yield from (Paragraph(text, quiet=True) for text in remarks_on_duties(report))


def remarks_on_duties(report: Report) -> Iterator[str]:
    """Yield what was not judged of the duties that are met, where there is such a thing."""
    if any(tie.kind is TieKind.AGREEMENT for duty in report.in_place.duties for tie in duty.ties):
        yield agreement_not_judged()
    if any(
        is_about_single_cases(get_duty(report.graph, duty.duty))
        for duty in report.in_place.duties
        if duty.ties
    ):
        yield single_cases_not_judged()


def _arenas(report: Report) -> Iterator[Block]:
    graph, arenas = report.graph, report.in_place.arenas
    if arenas:
        yield TableBlock(
            _with_figures(
                _kind_of_arenas(),
                ThreeFigures.of(mandate_and_leader(graph).values()),
            ),
            (_("Arena"), _("Led by")),
            tuple(
                (node_name(graph, arena.arena), listed_names(graph, arena.leaders))
                for arena in arenas
            ),
        )


def _answers_and_results(report: Report) -> Iterator[Block]:
    graph, yes_answers, results = report.graph, report.in_place.yes_answers, report.in_place.results
    if yes_answers:
        yield Paragraph(_("Most of those who answered the self-assessment say yes to this:"))
        yield Bullets(tuple(_factor_and_answers(graph, factor) for factor in yes_answers))
    if results:
        yield TableBlock(
            _with_figures(_kind_of_results(), figures_of_results(graph)),
            (_("Goal"), _("Result")),
            tuple((node_name(graph, result.goal), result.text) for result in results),
        )


# The same as rows of one table


class InPlaceRow(NamedTuple):
    """One thing that is in place: its kind, what and who it is, what shows it, and its rows."""

    kind: str
    what: str
    who: str
    shown_by: str
    rows: tuple[Row, ...] = ()


def in_place_rows(report: Report) -> Iterator[InPlaceRow]:
    """Yield everything that the section tells, for a table to sort and filter."""
    graph, in_place = report.graph, report.in_place
    for pair in in_place.pairs:
        yield InPlaceRow(
            _kind_of_pairs(),
            _grounds(graph, pair),
            " – ".join(node_name(graph, actor) for actor in (pair.first, pair.second)),
            _where(graph, pair, (pair.first, pair.second)),
            _rows_of(graph, pair.ties),
        )
    for duty in in_place.duties:
        yield InPlaceRow(
            _kind_of_duties(),
            duty_name(graph, duty.duty),
            _parties(graph, duty),
            _what_shows(graph, duty),
            _rows_of(graph, duty.ties),
        )
    for arena in in_place.arenas:
        led_by = listed_names(graph, arena.leaders)
        yield InPlaceRow(
            _kind_of_arenas(),
            node_name(graph, arena.arena),
            led_by,
            _("a mandate, and led by {leaders}").format(leaders=led_by),
            (get_arena(graph, arena.arena),),
        )
    for factor in in_place.yes_answers:
        yield InPlaceRow(
            _("Self-assessment"),
            factor_name(graph, factor.factor),
            "",
            _factor_and_answers(graph, factor),
        )
    for result in in_place.results:
        yield InPlaceRow(
            _kind_of_results(),
            node_name(graph, result.goal),
            "",
            result.text,
            (node_row(graph, result.goal),),
        )


def _rows_of(graph: Graph, ties: Sequence[DocumentedTie]) -> tuple[Row, ...]:
    """Return the rows that ties are known from: of an arena its own."""
    arenas = (get_arena(graph, tie.arena) for tie in ties if tie.arena)
    return (*(row for tie in ties for row in tie.rows), *arenas)


# Each in words


def _kind_of_pairs() -> str:
    return _("Pairs with a ground to coordinate")


def _kind_of_duties() -> str:
    return _("Duties and own requirements")


def _kind_of_arenas() -> str:
    return _("Working arenas with both mandate and leader")


def _kind_of_results() -> str:
    return _("Goals with results")


def _what_shows(graph: Graph, duty: MetDuty) -> str:
    return _where(graph, duty, duty.met_by) or _("has the task itself")


def pair_and_first_tie(graph: Graph, pair: DocumentedPair) -> str:
    """Return a pair, the first of what shows that it coordinates, and how much more there is."""
    names = f"{node_name(graph, pair.first)} – {node_name(graph, pair.second)}"
    return f"{names}: {first_ties(graph, pair.ties, 1)}"


def first_ties(graph: Graph, ties: Sequence[DocumentedTie], most: int) -> str:
    """Return the first of what shows that two coordinate, and how much more there is."""
    return first_few(_ties_in_words(graph, ties), most)


def duty_and_parties(graph: Graph, duty: MetDuty) -> str:
    """Return a duty and who documents it; an own requirement names them itself."""
    name, parties = duty_name(graph, duty.duty), _parties(graph, duty)
    return name if parties in name else f"{name}: {parties}"


def yes_of_answers(graph: Graph, factor: YesAnswers) -> str:
    """Return a factor, and how many of all answers say yes to it."""
    return f"«{factor_name(graph, factor.factor)}» ({out_of(factor.yes, factor.answers)})"


def _parties(graph: Graph, duty: MetDuty) -> str:
    return " – ".join(node_name(graph, actor) for actor in duty.met_by)


def _factor_and_answers(graph: Graph, factor: YesAnswers) -> str:
    """Return a factor and how many said yes to it, and how many something else."""
    text = _("«{factor}» ({yes} yes)")
    if factor.answers > factor.yes:
        text = _("«{factor}» ({yes} yes, {others} another answer)")
    return text.format(
        factor=factor_name(graph, factor.factor),
        yes=factor.yes,
        others=factor.answers - factor.yes,
    )


def _ties_in_words(graph: Graph, ties: Sequence[DocumentedTie]) -> list[str]:
    """Return where two meet, and what they have agreed on."""
    return [_tie_in_words(graph, tie) for tie in ties]


def _ties_with_remarks(graph: Graph, ties: Sequence[DocumentedTie]) -> list[str]:
    """Return the same, each with the remarks of its rows: what is written there may be a doubt."""
    return [_tie_with_remarks(graph, tie) for tie in ties]


def _tie_with_remarks(graph: Graph, tie: DocumentedTie) -> str:
    remarks = remark_line(evidence(graph, tie.rows))
    if not remarks:
        return _tie_in_words(graph, tie)
    # The remark says whose row it is, and who told of it.
    return _("{tie} (remark: {remarks})").format(tie=_tie_and_whose(graph, tie), remarks=remarks)


def _tie_in_words(graph: Graph, tie: DocumentedTie) -> str:
    """Return a tie, and that a third party tells of it where nobody else does."""
    text = _tie_and_whose(graph, tie)
    return told_by_a_third_party(text) if is_hearsay(tie.rows) else text


def _tie_and_whose(graph: Graph, tie: DocumentedTie) -> str:
    """Return a tie, with whose it is where the two have it by units below them."""
    if not tie.through:
        return _kind_in_words(graph, tie)
    first, second = (node_name(graph, actor) for actor in tie.through[0])
    text = (
        _("{tie} ({first} – {second})")
        if len(tie.through) == 1
        else _("{tie} ({first} – {second} and others)")
    )
    return text.format(tie=_kind_in_words(graph, tie), first=first, second=second)


def _kind_in_words(graph: Graph, tie: DocumentedTie) -> str:
    match tie.kind:
        case TieKind.ARENA:
            return f"«{node_name(graph, tie.arena)}»"
        case TieKind.AGREEMENT:
            text = _("the agreement «{name}»").format(name=tie.agreement)
            if tie.last_day is not None:
                text += " " + _("until {day}").format(day=in_words(tie.last_day))
            return text
        case TieKind.COLLABORATION:
            return _("a direct collaboration")
        case TieKind.CONTACT:
            return _("they know each other")
        case TieKind.REFERRAL:
            return _("a referral")
