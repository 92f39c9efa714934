"""Findings in words: what they are about, how strongly they are grounded, what they rest on.

Shared by report and map, so that both use the same words and begin with the same finding.
"""

from collections.abc import Iterable, Sequence

from samordning_graph.common.locale import _
from samordning_graph.common.phrases import listed
from samordning_graph.graph.duties import duty_name
from samordning_graph.graph.graph import Graph, node_name, sector_name
from samordning_graph.graph.self_assessment import factor_name
from samordning_graph.graph.survey import Topic
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.family import DataBasis, SubjectKind
from samordning_graph.rules.finding import Confidence, Finding, FindingId
from samordning_graph.rules.register import rule_of
from samordning_graph.schema.vocabulary import word_lists

MAX_NAMES_IN_TITLE = 4
"""Names in the title of a finding; the rest are in its sentences, and in JSON."""
_CONFIDENCES = tuple(Confidence)


def basis_name(basis: Basis) -> str:
    """Return how strongly a finding is grounded, in words."""
    return {
        Basis.REQUIRED: _("required by law"),
        Basis.CONDITIONAL: _("conditional on a target group or a task"),
        Basis.LOCAL: _("the municipality's own requirement"),
        Basis.RECOMMENDED: _("recommended"),
        Basis.HINT: _("hint"),
    }[basis]


def basis_of(finding: Finding) -> str:
    """Return how strongly a finding is grounded, and whether its ground was not checked."""
    name = basis_name(finding.basis)
    if all(ground.verified for ground in finding.grounds):
        return name
    return _("{basis}, not checked against the law").format(basis=name)


def data_basis(finding: Finding) -> str:
    """Return what a finding rests on: those involved, participant lists, answers or documents."""
    rule = rule_of(finding.identity.rule)
    match rule.rests_on:
        case DataBasis.DOCUMENTS:
            return _("rests on the plans and documents that are filled in")
        case DataBasis.ANSWERS:
            return _("rests on the answers that are filled in")
        case DataBasis.ARENA_ROWS:
            return _("rests on what is filled in about the arena")
        case DataBasis.PARTICIPANT_LISTS:
            return _arenas_known(finding.confidence)
        case DataBasis.INTERVIEWS:
            return confidence_name(finding.confidence, rule.asked_about)


def _arenas_known(confidence: Confidence) -> str:
    """Return how much of what a finding says about arenas is known, in words."""
    return {
        Confidence.BOTH: _("the participant lists it is about are said to be complete"),
        Confidence.ONE: _(
            "known in part: somebody was asked, or a participant list is said to be complete"
        ),
        Confidence.NONE: _("no participant list it is about is said to be complete"),
    }[confidence]


def confidence_name(confidence: Confidence, topics: Iterable[Topic] = ()) -> str:
    """Return how many of those whom a finding names were asked, and about what, in words.

    Whoever was asked about something else only was asked, but not about this.
    """
    words = word_lists()["survey_topic"]
    names = [words[topic].name for topic in topics]
    about = listed(names) or _("this")
    if len(names) > 1:  # one who was asked about one of the two was asked, but not about both
        about = _("both {topics}").format(topics=about)
    text = {
        Confidence.BOTH: _("all those involved were asked about {topics}"),
        Confidence.ONE: _("some of those involved were asked about {topics}"),
        Confidence.NONE: _("none of those involved were asked about {topics}"),
    }[confidence]
    return text.format(topics=about)


def subject_names(graph: Graph, identity: FindingId) -> list[str]:
    """Return the names of what a finding is about, subject first."""
    ids = (identity.subject, *identity.related)
    match rule_of(identity.rule).subject:
        case SubjectKind.NODE:
            return [node_name(graph, node) for node in ids]
        case SubjectKind.SECTORS:
            return [sector_name(graph, sector) for sector in ids]
        case SubjectKind.FACTOR:
            return [factor_name(graph, identity.subject)]
        case SubjectKind.DUTY:
            actors = (node_name(graph, actor) for actor in identity.related)
            return [duty_name(graph, identity.subject), *actors]


def what_it_is_about(graph: Graph, identity: FindingId) -> str:
    """Return what a finding is about as a title: the first names, and of a duty the duty alone."""
    return title_of_names(rule_of(identity.rule).subject, subject_names(graph, identity))


def title_of_names(subject: SubjectKind, names: Sequence[str]) -> str:
    """Return the names of what a finding is about, subject first, as a title."""
    if subject is SubjectKind.DUTY:
        return names[0]
    shown = names[:MAX_NAMES_IN_TITLE]
    return " – ".join(shown) + (" …" if len(names) > len(shown) else "")


def strength(finding: Finding) -> tuple[int, int, int, FindingId]:
    """Return the sort key of findings: strongest basis first, then the most certain."""
    return (
        -finding.basis,
        _CONFIDENCES.index(finding.confidence),
        rule_of(finding.identity.rule).family.rank,
        finding.identity,
    )
