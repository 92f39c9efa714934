"""What a pair without documented coordination rests on: its grounds, rows, question and next step."""

from collections.abc import Iterable, Iterator, Sequence

from samordning_graph.analysis.matters import Matter
from samordning_graph.analysis.todays_path import todays_path
from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, names_in_text, node_name, sector_name
from samordning_graph.graph.links import pairs_said_to_be_apart
from samordning_graph.report.blocks import Block, Heading, Sentences
from samordning_graph.report.documents.not_assessed import more
from samordning_graph.report.findings_report import Report, sectors_of
from samordning_graph.rules.coverage_text import excluded_sentence, with_no_contact
from samordning_graph.rules.finding import Evidence, Finding
from samordning_graph.rules.finding_text import evidence
from samordning_graph.rules.labels import basis_of, data_basis
from samordning_graph.rules.missing_pairs import MissingPair
from samordning_graph.rules.shared.pair_rule import cited
from samordning_graph.rules.sources import remark_line, source_line


def pairs_by_number(report: Report, pairs: Sequence[Matter]) -> Iterator[Block]:
    """Yield what each pair of the table rests on, by number."""
    if pairs:
        yield Heading(2, _("What the pairs rest on, by number"))
        for matter in sorted(pairs, key=lambda matter: matter.number):
            if matter.pair is not None:
                title = _("{number}. {pair}").format(
                    number=matter.number, pair=_with_sectors(report.graph, matter.pair)
                )
                lines = _lines(report.graph, matter.pair, matter.finding)
                yield Sentences(title, tuple(lines))
        yield from more(report.matters.number_of_pairs - len(pairs))


def pair_block(report: Report, pair: MissingPair, finding: Finding) -> Sentences:
    """Return a pair in sentences: what the data show, and every ground on which the two should."""
    graph = report.graph
    return Sentences(
        _with_sectors(graph, pair),
        (
            (_("Observation"), finding.observation),
            *_grounds(graph, pair),
            *_what_follows(graph, pair, finding),
        ),
    )


def _with_sectors(graph: Graph, pair: MissingPair) -> str:
    first_sector, second_sector = (sector_name(graph, sector) for sector in sectors_of(graph, pair))
    first, second = node_name(graph, pair.first), node_name(graph, pair.second)
    return f"{first} ({first_sector}) – {second} ({second_sector})"


def _lines(graph: Graph, pair: MissingPair, finding: Finding) -> Iterator[tuple[str, str]]:
    """Yield what a pair rests on; that nothing documents it is what the table says of all."""
    yield from _grounds(graph, pair)
    if beside := _beside(graph, pair, finding):
        yield _("Observation"), beside
    yield _("The way today"), _whole_way(graph, pair)
    yield from _what_follows(graph, pair, finding)


def _grounds(graph: Graph, pair: MissingPair) -> list[tuple[str, str]]:
    """Return each ground with the rows or the law that it is known from."""
    reasons = [(why, why.reason(graph, pair.first, pair.second)) for why in pair.pair_grounds]
    return [
        (_("Ground"), f"{reason.text} ({why.rule}; {cited(reason)}).") for why, reason in reasons
    ]


def _beside(graph: Graph, pair: MissingPair, finding: Finding) -> str:
    """Return what the two have that does not count, and who of them says that there is no contact."""
    key = (pair.first, pair.second)
    apart = pairs_said_to_be_apart(graph)
    excluded = excluded_sentence(graph, finding.excluded) if finding.excluded else ""
    return with_no_contact(graph, excluded, {key: apart[key]} if key in apart else {}).strip()


def _whole_way(graph: Graph, pair: MissingPair) -> str:
    path = todays_path(graph, pair.first, pair.second)
    return " → ".join(names_in_text(graph, path)) or _("No known way in the data.")


def _what_follows(graph: Graph, pair: MissingPair, finding: Finding) -> Iterator[tuple[str, str]]:
    rests_on = dict.fromkeys(finding.evidence)
    for why in pair.pair_grounds:
        rests_on |= dict.fromkeys(evidence(graph, why.reason(graph, pair.first, pair.second).rows))
    yield _("Question"), finding.question
    yield _("Possible next step"), finding.next_step
    yield _("Basis"), basis_of(finding)
    yield _("Data basis"), data_basis(finding)
    yield from known_from(rests_on)


def known_from(evidence: Iterable[Evidence]) -> Iterator[tuple[str, str]]:
    """Yield what rows are known from, and their remarks, as lines of a block."""
    rows = tuple(evidence)
    for label, line in ((_("Source"), source_line(rows)), (_("Remark"), remark_line(rows))):
        if line:
            yield label, line
