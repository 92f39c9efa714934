"""The self-assessment in the report: who answers what, beside what the graph shows."""

from collections.abc import Iterator
from statistics import mean

from samordning_graph.analysis.indicators import indicators
from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, node_name, sector_name
from samordning_graph.graph.pair_figures import figures_in_words
from samordning_graph.graph.self_assessment import FactorAnswers, answers_by_factor, factor_name
from samordning_graph.report.blocks import Block, Heading, Heat, HeatCell, Paragraph, TableBlock
from samordning_graph.schema.tables import SelfAssessment
from samordning_graph.schema.vocabulary import WordList, factors


def self_assessment(graph: Graph, words: WordList) -> Iterator[Block]:
    """Yield a heat map of the answers by sector, and each answer; nothing if there are none."""
    if not answers_by_factor(graph):
        return
    yield Heading(2, _("Self-assessment"))
    yield Paragraph(
        _(
            "Answers stand by sector, not as one average: where sectors see it differently is worth"
            " talking about. The figures from the data are no verdict on the answers."
        ),
        quiet=True,
    )
    yield _heat(graph)
    yield _answer_table(graph, words)


def _heat(graph: Graph) -> Heat:
    sectors = sorted(
        {
            sector
            for of_factor in answers_by_factor(graph).values()
            for sector in of_factor.by_sector
        }
    )
    figures = indicators(graph)
    rows = []
    for factor, of_factor in answers_by_factor(graph).items():
        figure = figures.get(factor)
        rows.append(
            (
                factor_name(graph, factor),
                tuple(_cell(of_factor, sector) for sector in sectors),
                f"{figure.text}: {figures_in_words(figure.figures)}" if figure else "",
            )
        )
    return Heat(
        _("From 0 (no) to 100 (yes), by sector of those who answered"),
        (
            _("Factor"),
            *(sector_name(graph, sector) for sector in sectors),
            _("In the data, beside it"),
        ),
        tuple(rows),
    )


def _cell(of_factor: FactorAnswers, sector: str) -> HeatCell:
    if sector not in of_factor.by_sector:
        return HeatCell("–", None)
    value = mean(of_factor.by_sector[sector])
    return HeatCell(str(round(100 * value)), value)


def _answer_table(graph: Graph, words: WordList) -> TableBlock:
    rows = []
    for factor, of_factor in answers_by_factor(graph).items():
        statement = factors()[factor].statement if factor in factors() else "–"
        answer_texts = "; ".join(_answer_text(graph, row, words) for row in of_factor.rows)
        rows.append((factor_name(graph, factor), statement, answer_texts))
    return TableBlock(
        _("Answer by answer"), (_("Factor"), _("What it says"), _("Answers")), tuple(rows)
    )


def _answer_text(graph: Graph, row: SelfAssessment, words: WordList) -> str:
    respondent = node_name(graph, row.respondent) if row.respondent else _("not said who")
    return f"{respondent}: {words[row.answer].name}"
