"""What every format shows is worked out once: outcomes, figures, notes, what matters most."""

from collections import Counter
from datetime import date

import pytest

from samordning_graph.common.locale import in_words
from samordning_graph.graph.graph import AnalysisOptions, words_of
from samordning_graph.report.findings_report import Report
from samordning_graph.report.notes import notes, rows_of_nothing, unused_acceptances
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.register import RULES
from tests.helpers.samples import DATA_SETS, day, municipality, sharing
from tests.helpers.tiny import TODAY, tiny

LINK03 = tuple(rule for rule in RULES if rule.code == "LINK03")


def notes_with(report: Report, *words: str) -> list[str]:
    return [note for note in notes(report) if all(word in note for word in words)]


# Outcomes


def test_every_selected_rule_has_an_outcome():
    graph = sharing()

    assert [outcome.rule for outcome in Report(graph).outcomes] == list(RULES)
    assert [outcome.rule for outcome in Report(graph, LINK03).outcomes] == list(LINK03)


def test_an_outcome_counts_what_is_found_and_what_of_it_is_accepted():
    (outcome,) = Report(
        sharing(accepted_gaps="code;subject;reason\nLINK03;Bolig;Bytter leder i vår"), LINK03
    ).outcomes

    assert (outcome.is_assessed, len(outcome.assessment.found), outcome.accepted) == (True, 1, 1)


def test_findings_are_sorted_and_accepted_ones_stay_among_them():
    report = Report(municipality("eksempel"))
    findings = list(report.findings())

    assert [finding.identity for finding in findings] == sorted(
        finding.identity for finding in findings
    )
    assert {finding.identity for finding in report.accepted_findings} == {
        finding.identity for finding in findings if finding.accepted
    }


def test_findings_of_some_rules_are_only_theirs():
    report = Report(municipality("eksempel"))

    assert {finding.identity.rule for finding in report.findings(*LINK03)} == {"LINK03"}


def test_a_basis_is_reached_by_a_finding_as_strong_or_stronger_that_is_not_accepted():
    report = Report(sharing(), LINK03)
    accepted = Report(sharing(accepted_gaps="code;subject;reason\nLINK03;Rus;Vet det"), LINK03)

    assert report.counted(Basis.HINT)
    assert report.counted(Basis.RECOMMENDED)
    assert not report.counted(Basis.LOCAL)
    assert not accepted.counted(Basis.HINT)


# Figures


def test_counts_are_of_pairs_whatever_the_rows():
    counts = Report(
        sharing(
            external_actors="name;actor_type\nBank;husbanken",
            arenas="name;kind\nForum;\nAllmøte;informasjon",
            participation="actor;arena;role\nRus;Forum;\nRus;Forum;leder\nRus;Allmøte;observatør",
            links="from;to;strength;agreement;valid_to\nRus;Bolig;samarbeid;;\nBolig;Rus;;;\n"
            "Rus;Bank;kjennskap;;\nHjelp;Bank;;Utløpt;2020\nBolig;Bank;;Avtale;\nHjelp;Rus;kjennskap;;",
            referrals="from;to;target_group\nRus;Bolig;eldre\nRus;Bolig;eldre\nRus;Bolig;\n"
            "Bolig;Rus;eldre",
            plans="name;kind\nPlan;temaplan",
            challenges="name\nFor få boliger",
        )
    ).counts

    assert counts._asdict() == {
        "units": 3,
        "external_actors": 1,
        "arenas": 2,
        "working_arenas": 1,
        "participations": 2,
        "links": 4,  # Rus–Bolig, Rus–Bank and Rus–Hjelp (acquainted), Bolig–Bank (agreement)
        "linked": 2,  # Rus–Bolig, Bolig–Bank
        "linked_confirmed": 1,  # the agreement
        "agreements": 2,  # the expired one too
        "referrals": 3,
        "goals": 1,
        "plans": 1,
        "challenges": 1,
    }


def test_congruence_is_per_ground_and_with_and_without_target_groups():
    assert list(Report(sharing()).congruence) == [
        "goal",
        "target_group",
        "referral",
        "duty",
        "all",
        "all_but_target_group",
    ]
    assert list(Report(sharing(), LINK03).congruence) == ["goal", "all"]


def test_figures_are_whole_however_few_rules_are_selected():
    assert Report(sharing(), LINK03).pairs == Report(sharing()).pairs
    assert Report(sharing(), LINK03).counts == Report(sharing()).counts


# Notes


def test_arenas_set_aside_are_named_by_reason():
    report = Report(
        tiny(
            AnalysisOptions(as_of=TODAY, max_arena_size=1, min_meetings=4),
            units="name;sector\nBolig;bolig\nRus;helse",
            arenas="name;kind;meetings_per_year;valid_to\nAvsluttet;;;2020\nAllmøte;informasjon;;\n"
            "Storting;;12;\nÅrsmøte;;1;\nForum;;;",
            participation="actor;arena\nBolig;Storting\nRus;Storting",
        )
    )

    (closed,) = notes_with(report, "Avsluttet")
    (information,) = notes_with(report, "Allmøte")
    (large,) = notes_with(report, "Storting")
    (seldom,) = notes_with(report, "Årsmøte")
    assert len({closed, information, large, seldom}) == 4
    assert len(notes_with(report, "Forum")) == 2  # no kind; unknown how often it meets


def test_an_arena_without_kind_is_noted():
    assert notes_with(Report(sharing()), "Forum", "kind")
    assert not notes_with(
        Report(sharing(arenas="name;kind;participants_complete\nForum;samordning;ja")), "kind"
    )


def test_an_arena_that_alone_covers_more_than_a_quarter_is_named_with_its_number():
    units = "id;name;sector\n" + "\n".join(
        f"{letter};Enhet {letter.upper()};{'bolig' if letter < 'd' else 'helse'}"
        for letter in "abcdef"
    )
    arenas = (
        "id;name;kind;participants_complete\nstor;Stor;samordning;ja\nliten;Liten;samordning;ja"
    )
    small = "actor;arena\na;liten\nd;liten"

    alone = Report(tiny(units=units, arenas=arenas, participation=small))
    beside = Report(
        tiny(
            units=units,
            arenas=arenas,
            participation=small + "".join(f"\n{letter};stor" for letter in "abcef"),
        )
    )

    assert notes_with(alone, "Liten", "1 of the 1")
    assert notes_with(beside, "Stor", "6 of the 7")
    assert not notes_with(beside, "Liten")


@pytest.mark.parametrize(("arenas", "named"), [(3, True), (4, False)])
def test_an_arena_is_named_above_a_quarter_and_not_at_it(arenas: int, named: bool):
    """So many pairs across sectors, each in an arena of its own."""
    numbers = range(arenas)
    report = Report(
        tiny(
            units="id;name;sector"
            + "".join(f"\na{n};A {n};bolig\nb{n};B {n};helse" for n in numbers),
            arenas="id;name;kind;participants_complete"
            + "".join(f"\nf{n};Forum {n};samordning;ja" for n in numbers),
            participation="actor;arena" + "".join(f"\na{n};f{n}\nb{n};f{n}" for n in numbers),
        )
    )

    assert len(notes_with(report, "Forum")) == (arenas if named else 0)


def test_lists_without_a_word_are_counted_with_what_they_would_decide():
    graph = sharing(
        arenas="name;kind\nForum;samordning", participation="actor;arena\nBolig;Forum\nHjelp;Forum"
    )

    assert notes_with(Report(graph), "1 working arena", "decide 1")
    assert not notes_with(Report(sharing()), "complete")


def test_a_target_group_that_more_than_half_serve_is_named():
    units = "name;sector;target_groups\nBolig;bolig;eldre\nRus;helse;eldre\nHjelp;helse;{}"
    graph = sharing(units=units.format(""))
    eldre = words_of(graph, "target_group")["eldre"].name

    assert notes_with(Report(graph), eldre, "(2)")
    half = sharing(
        units="name;sector;target_groups\nBolig;bolig;eldre\nRus;helse;\nHjelp;helse;eldre\nX;plan;"
    )
    assert not notes_with(Report(half), eldre)


def test_a_limited_selection_is_named():
    assert notes_with(Report(sharing(), LINK03), "LINK03")
    assert not notes_with(Report(sharing()), "LINK03")


def test_an_expired_acceptance_is_noted_and_counts_again():
    gap = "code;subject;related;reason;expires\nLINK03;Bolig;Rus;Vet det;2026-11-22"
    expired, last_day = (
        Report(sharing(options, accepted_gaps=gap)) for options in (None, day("2026-11-22"))
    )

    assert notes_with(
        expired, "acceptance of «Bolig» (", LINK03[0].title, in_words(date(2026, 11, 22))
    )
    assert not expired.accepted_findings
    assert not notes_with(last_day, "acceptance of")
    assert len(last_day.accepted_findings) == 1


def test_an_acceptance_that_was_renewed_on_a_new_row_is_not_noted():
    report = Report(
        sharing(
            accepted_gaps="code;subject;reason;expires\nLINK03;Bolig;Da;2025\nLINK03;Bolig;Nå;2027"
        )
    )

    assert not notes_with(report, "acceptance of")
    assert not list(unused_acceptances(report))
    assert [finding.accepted.reason for finding in report.accepted_findings] == ["Nå"]


# Accepted gaps that fit nothing


@pytest.mark.parametrize(
    ("gap", "warned"),
    [
        ("LINK03;Bolig;Rus", False),
        ("link03;bolig;", False),
        ("LINK03;Hjelp;", True),
        ("LINK99;Bolig;", True),
        ("LINK04;Bolig;", False),  # not selected here, so nobody can tell
    ],
)
def test_an_accepted_gap_that_fits_nothing_is_a_warning(gap: str, warned: bool):
    graph = sharing(accepted_gaps=f"code;subject;related;reason\n{gap};Vet det")
    problems = list(unused_acceptances(Report(graph, LINK03)))

    assert [(problem.kind.code, problem.place.row) for problem in problems] == [("W10", 2)] * warned


def test_a_step_with_a_code_that_no_rule_has_is_a_warning_with_the_nearest():
    rows = "step;subject;code\nLag mandat;Bolig;LINK033\nMøtes;Bolig;link03\nSnakk;Bolig;"
    (problem,) = rows_of_nothing(Report(sharing(follow_up=rows)))

    assert (problem.kind.code, problem.place.row, problem.place.column) == ("W23", 2, "Kode")
    assert "LINK03" in problem.suggestion


def test_the_day_of_the_report_decides_what_is_in_force():
    links = {"links": "from;to;agreement;valid_to\nRus;Bolig;Avtale;2026-11-23"}

    assert len(list(Report(sharing(**links), LINK03).findings())) == 0
    later = AnalysisOptions(as_of=date(2026, 11, 24))
    assert len(list(Report(sharing(later, **links), LINK03).findings())) == 1


@pytest.mark.parametrize("name", DATA_SETS)
def test_findings_are_counted_as_they_are_told(name: str):
    report = Report(municipality(name))
    counted = Counter(finding.basis for finding in report.findings() if finding.accepted is None)

    assert {basis: count for basis, count in report.by_basis.items() if count} == counted
