"""Accepted gaps: what they match, until when, and what they do not hide."""

import pytest

from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.rules.accepted_gaps import acceptances, name_of_acceptance
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, tiny

PAIR = Case("boligkontor", ("rus",))
GROUP = Case("alene", ("boligkontor", "rus"))
SECTORS = Case("bolig", ("helse",))


def accepted(*rows: str, options: AnalysisOptions | None = None):
    """Return the accepted gaps of rows of code;subject;related;expires;reason."""
    return acceptances(
        tiny(
            options,
            units="id;name;sector\nboligkontor;Boligkontoret;bolig\nrus;Rus og psykisk helse;helse\n"
            "alene;Samme navn;plan\nannen;Samme navn;sosial",
            accepted_gaps="\n".join(["code;subject;related;expires;reason", *rows]),
        )
    )


@pytest.mark.parametrize(
    ("gap", "case"),
    [
        ("X01;boligkontor;rus", PAIR),
        ("X01;rus;boligkontor", PAIR),
        ("X01;rus;", PAIR),
        ("X01;boligkontor;", PAIR),
        ("x01;BOLIGKONTOR;Rus", PAIR),
        ("X01;Boligkontoret;Rus og psykisk helse", PAIR),
        ("X01; rus  og Psykisk-helse ;Boligkontoret", PAIR),
        ('X01;alene;"boligkontor;rus"', GROUP),
        ('X01;alene;"Rus og psykisk helse;Boligkontoret"', GROUP),
        ("X01;alene;", GROUP),
        ("X01;bolig;helse", SECTORS),
        ("X01;Helse;Bolig", SECTORS),
        ("X01;helse;", SECTORS),
        ("X01;alene;", Case("alene")),
        ("X01;Samme navn;", Case("annen")),
    ],
)
def test_ids_names_and_sector_words_match_in_either_order(gap: str, case: Case):
    assert accepted(f"{gap};;Vet det").of("X01", case) is not None


@pytest.mark.parametrize("written", ["hus", "Bustad", "bolig", "boligtjenester"])
def test_a_sector_matches_by_what_the_municipality_calls_it(written: str):
    found = acceptances(
        tiny(
            units="name;sector\nRus;helse",
            vocabulary="list;id;name\nsektor;hus;Bustad",
            accepted_gaps=f"code;subject;related;reason\nX01;{written};helse;Vet det",
        )
    )

    assert found.of("X01", Case("bolig", ("helse",))) is not None


@pytest.mark.parametrize(
    ("gap", "case"),
    [
        ("X02;boligkontor;rus", PAIR),
        ("X01;boligkontor;alene", PAIR),
        ("X01;alene;", PAIR),
        ('X01;boligkontor;"rus;alene"', PAIR),
        ("X01;boligkontor;rus", GROUP),
        ("X01;alene;rus", GROUP),
        ("X01;bolig;plan", SECTORS),
        ("X01;annen;", Case("alene")),
        ("X01;…;", Case("alene")),
    ],
)
def test_another_code_subject_or_company_does_not_match(gap: str, case: Case):
    assert accepted(f"{gap};;Vet det").of("X01", case) is None


def test_the_acceptance_says_why_by_whom_and_until_when():
    found = acceptances(
        tiny(
            units="name;sector\nRus;helse",
            accepted_gaps="code;subject;reason;owner;expires\nX01;Rus;Vet det;Rådmann;31.12.2026",
        )
    ).of("X01", Case("rus"))

    assert (found.reason, found.owner, found.expires) == ("Vet det", "Rådmann", "2026-12-31")


@pytest.mark.parametrize(
    ("expires", "in_force"),
    [("", True), ("2026-11-23", True), ("2026", True), ("2026-11-22", False), ("2025", False)],
)
def test_an_acceptance_holds_to_the_end_of_its_last_day(expires: str, in_force: bool):
    found = accepted(f"X01;rus;;{expires};Vet det", options=AnalysisOptions(as_of=TODAY))

    assert (found.of("X01", PAIR) is not None) == in_force
    assert len(found.used("X01", [PAIR])) == 1
    assert len(found.expired("X01", [PAIR])) == (not in_force)


def test_of_two_rows_the_one_in_force_counts_and_neither_is_unused():
    found = accepted("X01;rus;;2025;Da", "X01;rus;;;Nå")

    assert found.of("X01", PAIR).reason == "Nå"
    assert len(found.used("X01", [PAIR])) == 2
    assert not found.expired("X01", [PAIR])


def test_without_a_row_of_the_code_nothing_is_looked_up():
    found = accepted("X01;rus;;;Vet det")

    assert found.any_for("X01")
    assert not found.any_for("X02")
    assert found.used("X02", [PAIR]) == found.expired("X02", [PAIR]) == set()
    assert found.fitting("X02", PAIR) == []


@pytest.mark.parametrize("pair", ["boligkontor;rus", "rus;boligkontor", "Boligkontoret;rus"])
@pytest.mark.parametrize("code", ["LINK03", "LINK05", "FRAG03"])
def test_a_row_without_a_code_accepts_all_that_is_found_about_the_two(pair: str, code: str):
    found = accepted(f";{pair};;Vet det")

    assert found.of(code, PAIR).reason == "Vet det"
    assert len(found.used(code, [PAIR])) == 1


def test_a_duty_is_accepted_with_the_two_only_where_they_alone_are_parties():
    found = accepted(";rus;boligkontor;;Vet det")

    assert found.of("LINK01", Case("plikt", ("boligkontor", "rus"))) is not None
    assert found.of("LINK01", Case("plikt", ("alene", "boligkontor", "rus"))) is None
    assert found.of("LINK01", Case("rus", ())) is None


@pytest.mark.parametrize("case", [GROUP, Case("rus"), Case("rus", ("alene",))])
def test_a_row_without_a_code_accepts_nothing_about_others_or_one_of_the_two(case: Case):
    assert accepted(";rus;boligkontor;;Vet det").of("ISO04", case) is None


def test_a_row_without_a_code_is_told_by_the_two_when_it_has_expired():
    found = accepted(";rus;boligkontor;2025;Vet det", options=AnalysisOptions(as_of=TODAY))
    (gap,) = found.expired("LINK03", [PAIR])

    assert name_of_acceptance(gap) == "«rus» – «boligkontor»"
