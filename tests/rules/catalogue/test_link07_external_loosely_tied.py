"""LINK07: an external actor with an agreement but no meeting place, or with informal contact only."""

import pytest

from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.link07_external_loosely_tied import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny

DPS = [Case("dps")]
AGREEMENT = "DPS;Rus;;;Delavtale;"
HEADER = "from;to;strength;formal;agreement;valid_to"


def municipality(*links: str, options: AnalysisOptions | None = None, **tables: str) -> Graph:
    """DPS, which was asked, and two units; `links` are the rows of Samarbeid."""
    return tiny(
        options,
        **{
            "units": "name;sector\nRus;helse\nBolig;bolig",
            "external_actors": "name;actor_type;surveyed\nDPS;dps;ja",
            "links": "\n".join([HEADER, *links]),
        }
        | tables,
    )


def meeting(
    *rows: str,
    cells: str = "",
    arenas: str = "",
    options: AnalysisOptions | None = None,
    **tables: str,
) -> Graph:
    """DPS with an agreement, and a forum with these participants."""
    return municipality(
        AGREEMENT,
        options=options,
        arenas=arenas or f"name;kind;valid_to;meetings_per_year\nForum;{cells}",
        participation="\n".join(["actor;arena;role", *rows]),
        **tables,
    )


# No contact


def test_to_have_no_contact_is_no_contact():
    assert RULE.assess(municipality("DPS;Rus;ingen kontakt;nei;;")).examined == 0
    assert found(RULE, municipality("DPS;Rus;ingen kontakt;;;", "DPS;Bolig;kjennskap;;;")) == DPS


# With an agreement


def test_an_agreement_without_a_meeting_place_is_found():
    assert found(RULE, municipality(AGREEMENT)) == DPS
    assert RULE.assess(municipality(AGREEMENT)).examined == 1


def test_an_agreement_in_one_sector_needs_a_meeting_place_too():
    units = "name;sector\nRus;helse\nHjelp;helse"

    assert found(RULE, municipality(AGREEMENT, units=units)) == DPS


def test_a_meeting_place_with_any_unit_is_enough():
    assert found(RULE, meeting("DPS;Forum;", "Rus;Forum;")) == []
    assert found(RULE, meeting("DPS;Forum;leder", "Bolig;Forum;")) == []
    assert RULE.assess(meeting("DPS;Forum;", "Bolig;Forum;")).examined == 1


def test_a_unit_below_the_one_with_the_agreement_may_meet():
    units = "name;sector;part_of\nRus;helse;\nBolig;bolig;Rus"

    assert found(RULE, meeting("DPS;Forum;", "Bolig;Forum;", units=units)) == []


@pytest.mark.parametrize(
    "rows",
    [
        ("DPS;Forum;",),
        ("DPS;Forum;", "Husbanken;Forum;"),
        ("DPS;Forum;ved behov", "Rus;Forum;"),
        ("DPS;Forum;", "Rus;Forum;observatør"),
    ],
)
def test_others_and_looser_roles_make_no_meeting_place(rows: tuple[str, ...]):
    external = "name;actor_type;surveyed\nDPS;dps;ja\nHusbanken;husbanken;ja"

    assert found(RULE, meeting(*rows, external_actors=external)) == DPS


@pytest.mark.parametrize(
    ("cells", "options"),
    [
        ("informasjon;;", AnalysisOptions(as_of=TODAY)),
        (";2026-11-22;", AnalysisOptions(as_of=TODAY)),
        (";;1", AnalysisOptions(as_of=TODAY, min_meetings=2)),
        (";;", AnalysisOptions(as_of=TODAY, max_arena_size=1)),
    ],
)
def test_only_a_working_arena_is_a_meeting_place(cells: str, options: AnalysisOptions):
    graph = meeting("DPS;Forum;", "Rus;Forum;", cells=cells, options=options)
    (finding,) = findings_of(RULE, graph)

    assert finding.identity.subject == "dps"
    assert "Forum" in finding.observation


def test_an_expired_agreement_is_no_tie():
    assessment = RULE.assess(
        municipality("DPS;Rus;;;Delavtale;2026-11-22", referrals="from;to\nRus;Bolig")
    )

    assert (assessment.examined, list(assessment.found)) == (0, [])
    assert assessment.reason


def test_an_agreement_between_external_actors_is_not_the_municipalitys():
    external = "name;actor_type;surveyed\nDPS;dps;ja\nHusbanken;husbanken;ja"
    graph = municipality("DPS;Husbanken;;;Avtale;", external_actors=external)

    assert RULE.assess(graph).examined == 0


# With informal contact only


@pytest.mark.parametrize(
    "link", ["DPS;Rus;kjennskap;;;", "Rus;DPS;kjennskap;ja;;", "DPS;Rus;samordning;nei;;"]
)
def test_informal_contact_only_is_found(link: str):
    assert found(RULE, municipality(link)) == DPS


@pytest.mark.parametrize(
    "links",
    [
        ("DPS;Rus;samarbeid;ja;;",),
        ("DPS;Rus;;;;",),
        ("DPS;Rus;kjennskap;nei;;", "DPS;Bolig;samarbeid;;;"),
        ("DPS;Rus;samarbeid;nei;;", "Rus;DPS;samarbeid;ja;;"),
    ],
)
def test_one_contact_that_is_not_informal_is_enough(links: tuple[str, ...]):
    assert found(RULE, municipality(*links)) == []
    assert RULE.assess(municipality(*links)).examined == 1


def test_all_rows_of_a_pair_are_one_contact():
    links = ("DPS;Rus;kjennskap;nei;;", "Rus;DPS;samarbeid;nei;;")

    assert found(RULE, municipality(*links)) == DPS


def test_a_row_that_leaves_open_whether_it_is_formal_is_not_a_no():
    links = ("DPS;Rus;samarbeid;nei;;", "Rus;DPS;samarbeid;;;")

    assert found(RULE, municipality(*links)) == []


def test_a_referral_is_a_contact_that_is_not_informal():
    graph = municipality("DPS;Rus;kjennskap;nei;;", referrals="from;to\nBolig;DPS")

    assert found(RULE, graph) == []


def test_informal_contact_of_those_who_meet_is_not_all_there_is():
    graph = municipality(
        "DPS;Rus;kjennskap;nei;;",
        arenas="name\nForum",
        participation="actor;arena\nDPS;Forum\nBolig;Forum",
    )

    assert found(RULE, graph) == []


# Who is looked at


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        ({"referrals": "from;to\nDPS;Rus"}, 1),
        ({"arenas": "name\nForum", "participation": "actor;arena\nDPS;Forum\nRus;Forum"}, 1),
        (
            {
                "arenas": "name;kind\nForum;informasjon",
                "participation": "actor;arena;role\nDPS;Forum;observatør\nRus;Forum;",
            },
            1,
        ),
        ({"arenas": "name\nForum", "participation": "actor;arena\nDPS;Forum"}, 0),
        ({"referrals": "from;to\nBolig;Rus"}, 0),
    ],
)
def test_those_with_any_tie_to_a_unit_are_examined(tables: dict[str, str], expected: int):
    assessment = RULE.assess(municipality(**tables))

    assert (assessment.examined, list(assessment.found)) == (expected, [])
    assert bool(assessment.reason) is (expected == 0)


def test_nothing_is_examined_where_no_tie_is_filled_in():
    assessment = RULE.assess(municipality())

    assert assessment.examined == 0
    assert assessment.reason


# What cannot be known

NOT_ASKED = {"external_actors": "name;actor_type;surveyed\nDPS;dps;"}


@pytest.mark.parametrize("complete", ["nei", ""])
def test_one_not_asked_may_be_missing_from_an_open_list(complete: str):
    arenas = f"name;participants_complete\nForum;{complete}"
    rows = ["Rus;Forum;"] if complete else []
    assessment = RULE.assess(meeting(*rows, arenas=arenas, **NOT_ASKED))

    assert (assessment.examined, list(assessment.found), list(assessment.undetermined)) == (
        0,
        [],
        DPS,
    )
    assert assessment.reason


@pytest.mark.parametrize(
    ("complete", "rows"),
    [("ja", ["Rus;Forum;"]), ("", ["Rus;Forum;"]), ("nei", ["Rus;Forum;", "DPS;Forum;ved behov"])],
)
def test_a_list_that_is_not_open_or_names_it_leaves_no_doubt(complete: str, rows: list[str]):
    arenas = f"name;participants_complete\nForum;{complete}"

    assert found(RULE, meeting(*rows, arenas=arenas, **NOT_ASKED)) == DPS


def test_one_who_was_asked_is_not_in_doubt():
    arenas = "name;participants_complete\nForum;nei"

    assert found(RULE, meeting("Rus;Forum;", arenas=arenas)) == DPS


def test_a_contact_that_is_not_informal_decides_whatever_the_lists_lack():
    graph = municipality("DPS;Rus;samarbeid;ja;;", arenas="name\nForum", **NOT_ASKED)
    assessment = RULE.assess(graph)

    assert (assessment.examined, list(assessment.undetermined)) == (1, [])


# What is said


@pytest.mark.parametrize(
    ("asked", "expected"),
    [(("ja", "ja"), Confidence.BOTH), (("ja", ""), Confidence.ONE), (("", ""), Confidence.NONE)],
)
@pytest.mark.parametrize("link", [AGREEMENT, "DPS;Rus;kjennskap;nei;;"])
def test_it_is_recommended_with_the_confidence_of_both_ends(
    asked: tuple[str, str], expected: Confidence, link: str
):
    graph = municipality(
        link,
        external_actors=f"name;actor_type;surveyed\nDPS;dps;{asked[0]}",
        units=f"name;sector;surveyed\nRus;helse;{asked[1]}\nBolig;bolig;",
    )
    (finding,) = findings_of(RULE, graph)

    assert finding.basis is Basis.RECOMMENDED
    assert finding.confidence is expected
    assert "Rus" in finding.observation
    assert "Bolig" not in finding.observation


def test_the_agreement_is_named_and_the_contacts_are_evidence():
    graph = municipality(AGREEMENT, "Bolig;DPS;kjennskap;;;")
    (finding,) = findings_of(RULE, graph)

    assert "Delavtale" in finding.observation
    assert [(evidence.place.file, evidence.place.row) for evidence in finding.evidence] == [
        ("links.csv", 2),
        ("links.csv", 3),
        ("participation.csv", 0),
    ]


def test_each_kind_of_informal_contact_is_told_and_no_other():
    def observation(*links: str) -> str:
        return findings_of(RULE, municipality(*links))[0].observation

    known, unwritten = "DPS;Rus;kjennskap;;;", "DPS;Bolig;samarbeid;nei;;"
    assert len({observation(known), observation(unwritten.replace("Bolig", "Rus"))}) == 2
    assert len(observation(known, unwritten)) > len(observation(known))


def test_whether_the_law_asks_for_it_follows_whether_the_actor_is_public():
    public = municipality(AGREEMENT)
    private = municipality(AGREEMENT, external_actors="name;actor_type;surveyed\nDPS;ideell;ja")

    assert findings_of(RULE, public)[0].ground != findings_of(RULE, private)[0].ground


def test_a_seat_in_an_arena_of_the_other_is_a_possible_next_step():
    (finding,) = findings_of(RULE, meeting("Rus;Forum;", "Bolig;Forum;"))

    assert "Forum" in finding.next_step


# What does not count


def set_aside(graph: Graph) -> list[tuple[str, str, tuple[str, ...]]]:
    (finding,) = findings_of(RULE, graph)
    return [(str(tie.exclusion), tie.arena, tie.actors) for tie in finding.excluded]


def test_an_arena_that_does_not_count_is_told_with_whom():
    graph = meeting("DPS;Forum;", "Rus;Forum;", "Bolig;Forum;", cells=";2026-06-30;")
    (finding,) = findings_of(RULE, graph)

    assert set_aside(graph) == [("closed", "forum", ("bolig", "dps", "rus"))]
    assert finding.observation.endswith(
        "Dette regnes ikke med: Bolig, DPS og Rus står i «Forum» (avsluttet 30.06.2026)."
    )
    assert ("participation.csv", 4) in {(row.place.file, row.place.row) for row in finding.evidence}


def test_a_looser_role_of_either_is_told_with_whose_it_is():
    """Also that of a unit that the actor has no agreement with: it is no meeting place either."""
    on_call = meeting("DPS;Forum;ved behov", "Rus;Forum;")
    observing = meeting("DPS;Forum;", "Bolig;Forum;observatør")

    assert set_aside(on_call) == [("role", "forum", ("dps", "rus"))]
    assert set_aside(observing) == [("role", "forum", ("bolig", "dps"))]
    assert findings_of(RULE, observing)[0].excluded[0].loosely == ("bolig",)


def test_an_arena_without_any_unit_is_nothing_in_common():
    assert set_aside(meeting("DPS;Forum;observatør")) == []


def test_what_the_finding_is_about_is_not_told_once_more():
    """The acquaintance is the contact that is found; beside one in force, an old agreement is no news."""
    old = "DPS;Rus;;;Gammel avtale;2025-12-31"

    assert set_aside(municipality("DPS;Rus;kjennskap;;;")) == []
    assert set_aside(municipality(AGREEMENT, old)) == []
    assert set_aside(municipality("DPS;Rus;kjennskap;;;", old)) == [("lapsed", "", ("dps", "rus"))]
