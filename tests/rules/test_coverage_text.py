"""What is told of a pair that is not covered: never more than is so."""

from samordning_graph.common.locale import in_language
from samordning_graph.rules.catalogue.link03_shared_goal import RULE
from tests.helpers.tiny import findings_of, tiny

GOAL = {
    "units": "name;sector;surveyed\nBolig;bolig;ja\nRus;helse;ja\nUteteam;helse;ja",
    "goals": "name\nFlere boliger",
    "goal_owners": "actor;goal\nBolig;Flere boliger\nRus;Flere boliger",
}


def finding_with(**tables):
    with in_language("en"):
        (finding,) = findings_of(RULE, tiny(**GOAL, **tables))
    return finding


def test_all_that_does_not_count_is_named_with_its_last_day():
    finding = finding_with(
        arenas="name;kind;valid_to;participants_complete\nFagdagen;informasjon;;ja\nProsjektet;;2025-06-30;ja",
        participation="actor;arena\nBolig;Fagdagen\nRus;Fagdagen\nBolig;Prosjektet\nRus;Prosjektet",
        links="from;to;agreement;valid_to;strength\nBolig;Rus;Avtale;2025-12-31;\nBolig;Rus;;;kjennskap",
    )
    assert finding.observation.endswith(
        "The data show no meeting place or collaboration that counts. Not counted: the agreement"
        " «Avtale», valid to 2025-12-31; both are listed in «Fagdagen» (information only);"
        " both are listed in «Prosjektet» (closed 2025-06-30); they know of each other."
    )
    assert "renewed" in finding.next_step
    assert [str(tie.exclusion) for tie in finding.excluded] == [
        "lapsed",
        "information",
        "closed",
        "awareness",
    ]
    rows = {(row.place.file, row.place.row) for row in finding.evidence if not row.of_absence}
    assert {("links.csv", 2), ("links.csv", 3), ("participation.csv", 4)} <= rows


def test_neither_is_said_only_where_there_is_nothing():
    finding = finding_with(participation="actor;arena", links="from;to\nRus;Uteteam")

    assert finding.excluded == ()
    assert finding.observation.endswith(
        "The data show neither a common meeting place nor direct collaboration."
    )


def test_a_pair_that_cannot_be_assessed_is_told_what_it_has_all_the_same():
    graph = tiny(
        **GOAL | {"units": "name;sector\nBolig;bolig\nRus;helse"},
        arenas="name;kind;participants_complete\nFagdagen;informasjon;\nForum;;nei",
        participation="actor;arena\nBolig;Fagdagen\nRus;Fagdagen",
    )
    (case,) = RULE.assess(graph).undetermined
    with in_language("en"):
        assert "Fagdagen" in RULE.tell(graph, case).observation
