"""The self-assessment in the report: what is answered, beside what the graph shows.

Who answered what is for the researcher alone, and for nobody when the answers are anonymous.
"""

from collections import Counter
from collections.abc import Iterator

from samordning_graph.analysis.indicators import indicators
from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import listed
from samordning_graph.graph.graph import Graph, model_of, node_name, options_of, sector_name
from samordning_graph.graph.pair_figures import figures_in_words
from samordning_graph.graph.self_assessment import (
    MIN_ANSWERS,
    FactorAnswers,
    answers_by_factor,
    factor_name,
    respondents,
)
from samordning_graph.report.blocks import (
    Block,
    Bullets,
    Heading,
    Heat,
    HeatCell,
    Paragraph,
    TableBlock,
)
from samordning_graph.report.documents.phrases import out_of
from samordning_graph.report.readers import Reader
from samordning_graph.schema.tables import SelfAssessment
from samordning_graph.schema.vocabulary import WordList, factors

FIRST_FACTORS_SHOWN = 2
"""Factors named on the first page for each answer."""


def self_assessment_in_short(graph: Graph) -> Iterator[str]:
    """Yield the line of the first page: how many answered, and what most say yes and no to."""
    if not answers_by_factor(graph):
        return
    sentences = [_how_many(graph)]
    enough = [answers for answers in answers_by_factor(graph).values() if answers.has_enough]
    yes = _most(graph, {answers.factor: (answers.count_yes, answers) for answers in enough})
    no = _most(graph, {answers.factor: (answers.count_no, answers) for answers in enough})
    if yes:
        sentences.append(_("Most say yes to {factors}.").format(factors=yes))
    if no:
        sentences.append(_("Most say no to {factors}.").format(factors=no))
    if not enough:
        sentences.append(
            _("No factor has the {n} answers that it takes to say anything.").format(n=MIN_ANSWERS)
        )
    elif not yes and not no:
        sentences.append(_("Most say neither yes nor no to any factor."))
    yield " ".join(sentences)


def _how_many(graph: Graph) -> str:
    named = respondents(graph)
    if named is not None:
        return ngettext(
            "{n} actor has answered the self-assessment.",
            "{n} actors have answered the self-assessment.",
            len(named),
        ).format(n=len(named))
    answers = len(model_of(graph).all(SelfAssessment))
    return ngettext(
        "The self-assessment has {n} answer.", "The self-assessment has {n} answers.", answers
    ).format(n=answers)


def _most(graph: Graph, counted: dict[str, tuple[int, FactorAnswers]]) -> str:
    """Return the factors that more than half give this answer to, the clearest first, with n."""
    found = [
        (-count / len(answers.rows), -len(answers.rows), factor)
        for factor, (count, answers) in counted.items()
        if 2 * count > len(answers.rows)
    ]
    return listed(
        [
            f"«{factor_name(graph, factor)}» ({out_of(counted[factor][0], -negative)})"
            for _share, negative, factor in sorted(found)[:FIRST_FACTORS_SHOWN]
        ]
    )


def self_assessment(
    graph: Graph, words: WordList, reader: str = Reader.COORDINATOR
) -> Iterator[Block]:
    """Yield the answers by sector and factor by factor; nothing if there are none."""
    if not answers_by_factor(graph):
        return
    yield Heading(2, _("Self-assessment"))
    yield from _by_sector(graph)
    names_shown = reader == Reader.RESEARCHER and not options_of(graph).anonymous
    yield _answer_table(graph, words, names_shown=names_shown)


def _by_sector(graph: Graph) -> Iterator[Block]:
    """Yield a heat map of the sectors with enough answers, and what the graph shows beside it."""
    answers = answers_by_factor(graph)
    sectors = sorted({s for of_factor in answers.values() for s in of_factor.by_told_sector})
    remarks = {
        factor: f"{figure.text}: {figures_in_words(figure.figures)}"
        for factor, figure in indicators(graph).items()
        if factor in answers
    }
    if not sectors:
        yield Paragraph(_why_no_sector())
        yield Paragraph(_no_verdict(), quiet=True)
        yield Bullets(
            tuple(f"{factor_name(graph, factor)}: {text}" for factor, text in remarks.items())
        )
        return
    yield Paragraph(
        _(
            "Answers stand by sector, not as one average: where sectors see it differently is worth"
            " talking about."
        )
        + f" {_no_verdict()}",
        quiet=True,
    )
    yield Heat(
        _(
            "From 0 (no) to 100 (yes), by sector of those who answered, with the number of answers."
            " Fewer than {n} are not told, and sometimes the sector with the next fewest is not"
            " either, so that they cannot be worked out."
        ).format(n=MIN_ANSWERS),
        (
            _("Factor"),
            *(sector_name(graph, sector) for sector in sectors),
            _("In the data, beside it"),
        ),
        tuple(
            (
                factor_name(graph, factor),
                tuple(_cell(graph, of_factor, sector) for sector in sectors),
                remarks.get(factor, ""),
            )
            for factor, of_factor in answers.items()
        ),
    )


def _why_no_sector() -> str:
    return _("The answers are too few to tell by sector without showing who gave them.")


def _no_verdict() -> str:
    return _("The figures from the data are no verdict on the answers.")


def _cell(graph: Graph, of_factor: FactorAnswers, sector: str) -> HeatCell:
    values = of_factor.by_told_sector.get(sector)
    if values is not None:
        mean = of_factor.told_means[sector]
        return HeatCell(f"{round(100 * mean)} ({len(values)})", mean)
    kept_back = len(of_factor.by_sector.get(sector, ()))
    if not kept_back or options_of(graph).anonymous:
        return HeatCell("–", None)
    return HeatCell(_("not told ({n})").format(n=kept_back), None)


def _answer_table(graph: Graph, words: WordList, *, names_shown: bool) -> TableBlock:
    rows = []
    for factor, of_factor in answers_by_factor(graph).items():
        statement = factors()[factor].statement if factor in factors() else "–"
        answered = (
            "; ".join(_answer_text(graph, row, words) for row in of_factor.rows)
            if names_shown
            else _counted(of_factor, words)
        )
        rows.append((factor_name(graph, factor), statement, str(len(of_factor.rows)), answered))
    return TableBlock(
        _("Factor by factor"),
        (_("Factor"), _("What it says"), _("Number of answers"), _("Answers")),
        tuple(rows),
    )


def _counted(of_factor: FactorAnswers, words: WordList) -> str:
    """Return how many gave each answer; of few answers, that they are too few."""
    if not of_factor.has_enough:
        return _("too few to show")
    count = Counter(row.answer for row in of_factor.rows)
    return "; ".join(f"{words[word].name}: {count[word]}" for word in words if count[word])


def _answer_text(graph: Graph, row: SelfAssessment, words: WordList) -> str:
    respondent = node_name(graph, row.respondent) if row.respondent else _("not said who")
    return f"{respondent}: {words[row.answer].name}"
