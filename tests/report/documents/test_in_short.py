"""Where a municipality stands, in short: what is in place, and what nobody knows, by three figures."""

import pytest

from samordning_graph.report.blocks import Heading
from samordning_graph.report.documents.in_short import in_short
from samordning_graph.report.findings_report import Report
from tests.helpers.samples import DATA_SETS, municipality
from tests.helpers.tiny import tiny
from tests.report.documents.under_headings import items as items_of
from tests.report.documents.under_headings import under_headings


def page(graph) -> dict[str, list]:
    """Return the blocks under each heading."""
    return under_headings(in_short(Report(graph)))


def items(graph, heading: str) -> str:
    return items_of(page(graph)[heading])


def test_it_begins_on_a_page_of_its_own():
    first, *others = (
        block for block in in_short(Report(municipality("eksempel"))) if isinstance(block, Heading)
    )

    assert first == Heading(2, "What you have in place", opens_page=True)
    assert not any(heading.opens_page for heading in others)


def test_what_is_in_place_says_what_is_not_known():
    in_place = items(municipality("hammerfest"), "What you have in place")

    assert "6 documented · 4 not known (without «Boligtildelingsutvalget»: none)." in in_place
    assert "Duties and own requirements: 2 documented · 9 not known (1 of" in in_place


@pytest.mark.parametrize("name", DATA_SETS)
def test_nothing_of_which_nothing_is_documented_stands_under_what_is_in_place(name: str):
    of_page = page(municipality(name))
    in_place = items(municipality(name), "What you have in place").splitlines()
    not_shown = [
        item for block in of_page.get("What the data do not show", ()) for item in block.items
    ]

    assert [line for line in in_place if " documented" not in line and " yes " not in line] == []
    assert [line for line in not_shown if " not " not in line or " documented ·" in line] == []


def test_what_nothing_is_known_of_has_a_heading_of_its_own():
    assert items(municipality("hammerfest"), "What the data do not show").splitlines() == [
        "Pairs with a ground to coordinate: 1 not known.",
        "Arenas with mandate and leader: 2 not known.",
    ]


def test_what_is_in_place_has_an_example_with_who_and_where():
    in_place = items(municipality("eksempel"), "What you have in place")

    assert (
        "Such as Boligkontoret – Flyktningtjenesten: «Boligsosial koordineringsgruppe»" in in_place
    )
    assert (
        "Goals with results: 1 documented · 8 not known. Such as «Raskere bosetting»." in in_place
    )


def test_without_a_pair_to_name_a_duty_that_was_checked_is_the_example():
    in_place = {name: items(municipality(name), "What you have in place") for name in DATA_SETS}

    assert "Such as helse- og omsorgstjenesteloven § 6-1: Halden kommune" in in_place["halden"]
    assert "Duties and own requirements: 1 documented · 10 not known (1 of" in in_place["balsfjord"]
    assert "sosialtjenesteloven" not in in_place["balsfjord"]  # met, but not checked


def test_what_most_say_yes_to_is_in_place_with_how_many_answered():
    in_place = items(municipality("eksempel"), "What you have in place")

    assert "The self-assessment: yes to «Anchoring and ownership» (3 of 3)." in in_place


@pytest.mark.parametrize(
    ("links", "example"),
    [
        ("", "Such as Bolig – Helse: «Team»"),
        ("b;h;none;one", "Such as Bolig – Plan: «Team»"),
        ("b;h;none;both\nb;p;none;both\nh;p;none;both", None),
    ],
)
def test_a_pair_of_which_an_end_answers_no_contact_is_no_example(links: str, example: str | None):
    graph = tiny(
        units="id;name;sector;target_groups\nb;Bolig;bolig;eldre\nh;Helse;helse;eldre\n"
        "p;Plan;plan;eldre",
        arenas="id;name\nt;Team",
        participation="actor;arena\nb;t\nh;t\np;t",
        links=f"from;to;strength;reported_by\n{links}",
    )
    (line,) = [
        line for line in items(graph, "What you have in place").split("\n") if "a ground" in line
    ]

    assert example in line if example else "Such as" not in line


def test_points_of_section_5_are_called_by_name_with_the_time_that_is_left():
    points = items(municipality("eksempel"), "Boligsosialloven § 5")

    assert "Documented: goals in the kommuneplan." in points
    assert "the overview in the planstrategi (transitional time until 2027-07-01)" in points


def test_what_is_left_without_an_arena_is_not_said_to_be_all():
    units = "\n".join(f"u{i};U{i};{sector}" for i, sector in enumerate(("bolig", "helse", "plan")))
    more = "e;E;eiendom\no;O;oppvekst"
    graph = tiny(
        units=f"id;name;sector\n{units}\n{more}",
        arenas="name;participants_complete\nMøtet;ja",
        participation="actor;arena\n"
        + "\n".join(f"{u};Møtet" for u in ("u0", "u1", "u2", "e", "o")),
        links="from;to\nu0;u1\nu0;u2",
    )

    assert "all 10 documented (without «Møtet»: 2 documented)." in items(
        graph, "What you have in place"
    )
