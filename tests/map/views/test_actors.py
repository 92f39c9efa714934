"""Actors, arenas and duties, and every tie between them."""

import pytest

from samordning_graph.graph.graph import AnalysisOptions, actors, nodes
from samordning_graph.graph.pair_figures import figures_in_words
from samordning_graph.graph.participation import roles_by_arena
from samordning_graph.map.views.actors import actors_view, with_earlier_seats
from samordning_graph.report.findings_report import Report
from samordning_graph.schema.tables import Arena
from tests.helpers.samples import municipality
from tests.helpers.tiny import TODAY, tiny

SETS = ("eksempel", "stord", "hammerfest", "balsfjord", "halden")
TWO = {"units": "name;sector\nA;bolig\nB;helse"}


def kinds(view):
    return {(tie.kind, tie.source, tie.target) for tie in view.ties}


@pytest.mark.parametrize("data", SETS)
def test_everybody_is_there_and_every_line_has_two_ends(data):
    graph = municipality(data)
    view = actors_view(graph)
    keys = {node.key for node in view.nodes}
    assert {node.id for node in (*actors(graph), *nodes(graph, Arena))} <= keys
    assert keys == set(view.positions)
    assert {end for tie in view.ties for end in (tie.source, tie.target)} <= keys


@pytest.mark.parametrize("data", SETS)
def test_every_line_has_a_name_of_its_own(data):
    ids = [tie.id for tie in actors_view(municipality(data)).ties]
    assert len(ids) == len(set(ids))


def test_every_participation_is_drawn():
    graph = municipality("eksempel")
    listed = {(who, arena) for arena, by in roles_by_arena(graph).items() for who in by}
    drawn = {(tie.source, tie.target) for tie in actors_view(graph).ties}
    assert listed <= drawn


def test_a_seat_that_does_not_count_is_a_loose_line():
    graph = tiny(
        **TWO, arenas="name\nF", participation="actor;arena;role\nA;F;leder\nB;F;observatør"
    )
    assert kinds(actors_view(graph)) == {("takes_part", "a", "f"), ("loose", "b", "f")}


def test_links_agreements_and_referrals_are_told_apart():
    graph = tiny(
        **TWO,
        links=(
            "from;to;strength;agreement;valid_to\n"
            "A;B;samarbeid;;\nA;B;;Avtale;\nA;B;;En til;\nA;B;;Utløpt;2020"
        ),
        referrals="from;to;target_group\nA;B;flyktninger\nA;B;unge",
    )
    view = actors_view(graph)
    assert kinds(view) == {("link", "a", "b"), ("agreement", "a", "b"), ("referral", "a", "b")}
    agreement = next(tie for tie in view.ties if tie.kind == "agreement")
    assert agreement.facts == ("Avtale", "En til")


def test_an_agreement_counts_to_its_last_day():
    rows = "from;to;agreement;valid_to\nA;B;Avtale;2026-11-23"
    assert kinds(actors_view(tiny(AnalysisOptions(as_of=TODAY), **TWO, links=rows)))
    assert not kinds(actors_view(tiny(**TWO, links=rows.replace("11-23", "11-22"))))


def test_how_often_an_arena_meets_is_the_weight_of_its_seats():
    graph = tiny(**TWO, arenas="name;meetings_per_year\nF;12", participation="actor;arena\nA;F")
    (tie,) = actors_view(graph).ties
    assert tie.weight == 12


def test_a_duty_that_several_can_meet_stands_among_the_arenas():
    view = actors_view(municipality("eksempel"))
    duties = [node for node in view.nodes if node.kind == "duty"]
    assert duties
    for duty in duties:
        sides = [tie for tie in view.ties if tie.source == duty.key]
        assert len(sides) >= 2
        assert all(tie.about == sides[0].about for tie in sides)


def test_who_is_alone_on_a_side_of_a_duty_is_said():
    view = actors_view(municipality("eksempel"))
    prison = next(node for node in view.nodes if node.key == "duty:straffegjennomforingsloven-4")
    sides = [tie for tie in view.ties if tie.source == prison.key]
    assert prison.attributes["lone"] == "fjordby-fengsel"
    assert prison.facts[1] == (
        f"Fjordby fengsel (oppdiktet) på den ene siden, {len(sides) - 1} på den andre."
    )


REQUIRED = {
    "units": "name;sector;surveyed\nA;bolig;ja\nB;helse;ja",
    "arenas": "name\nF",
    "participation": "actor;arena\nA;F",
    "local_requirements": "actor_a;actor_b;reason\nA;B;Vi vil",
}


def test_a_duty_of_one_pair_is_a_line_between_them():
    view = actors_view(tiny(**REQUIRED))
    assert ("missing", "a", "b") in kinds(view)
    assert not [node for node in view.nodes if node.kind == "duty"]


def test_a_pair_with_two_grounds_is_one_line():
    view = actors_view(tiny(**REQUIRED, goals="name\nG", goal_owners="actor;goal\nA;G\nB;G"))
    (tie,) = [tie for tie in view.ties if tie.kind == "missing"]
    assert {identity.rule for identity in tie.about} == {"LINK01", "LINK03"}


def test_an_accepted_duty_is_not_drawn():
    gap = "code;subject;reason\nLINK01;local-a-b;Vet det"
    assert kinds(actors_view(tiny(**REQUIRED, accepted_gaps=gap))) == {("takes_part", "a", "f")}


def test_who_has_no_contact_is_not_drawn_as_tied():
    graph = tiny(**TWO, links="from;to;strength\nA;B;ingen kontakt")
    assert kinds(actors_view(graph)) == set()


def test_a_link_that_nobody_confirms_is_loose_where_only_confirmed_ones_count():
    options = AnalysisOptions(as_of=TODAY, links="confirmed")
    graph = tiny(options, **TWO, links="from;to\nA;B")
    assert kinds(actors_view(graph)) == {("loose", "a", "b")}


def test_filters_know_sector_type_level_and_kind():
    view = actors_view(
        tiny(
            **TWO,
            external_actors="name;actor_type\nH;husbanken",
            arenas="name;level;kind\nF;operativ;beslutning\nG;;informasjon",
        )
    )
    attributes = {node.key: dict(node.attributes) for node in view.nodes}
    assert attributes["a"]["sector"] == "bolig"
    assert attributes["h"]["type"] == "husbanken"
    assert attributes["f"] == {"level": "operational", "arenaKind": "decision", "working": True}
    assert attributes["g"]["working"] is False


@pytest.mark.parametrize("name", ["eksempel", "hammerfest"])
def test_the_view_tells_the_figures_of_the_pairs_as_the_report_does(name: str):
    graph = municipality(name)
    counted = actors_view(graph).counted

    assert counted.figures == Report(graph).congruence["all"]
    assert figures_in_words(counted.figures) in counted.sentence


class TestEarlierSeats:
    graph = municipality("eksempel")
    view = actors_view(graph)

    def order(self, view, *, right):
        rows = {node.key for node in view.nodes if node.kind in ("unit", "external")}
        column = [
            key for key, (x, _y) in view.positions.items() if key in rows and (x > 0) == right
        ]
        return sorted(column, key=lambda key: view.positions[key][1])

    def test_the_same_data_keep_the_same_picture(self):
        assert with_earlier_seats(self.graph, self.view, self.view.positions) == self.view

    def test_of_a_map_from_before_the_table_each_keeps_its_side_and_its_order(self):
        """Sectors sat round the table then: x and y of boxes, the middle at 0."""
        sides = dict(
            zip(("helse", "bolig", "oppvekst"), ((-900, -80), (850, 0), (-880, 300)), strict=True)
        )
        round_table = {
            node.key: (x + 140 * (i % 2), y + 58 * (i // 2))
            for sector, (x, y) in sides.items()
            for i, node in enumerate(
                node for node in self.view.nodes if node.attributes.get("sector") == sector
            )
        }
        after = with_earlier_seats(self.graph, self.view, round_table)
        sector_of = {node.key: node.attributes.get("sector") for node in after.nodes}
        left = list(dict.fromkeys(sector_of[key] for key in self.order(after, right=False)))
        assert left.index("helse") < left.index("oppvekst")
        assert "bolig" in {sector_of[key] for key in self.order(after, right=True)}

    def test_nobody_known_changes_nothing(self):
        assert with_earlier_seats(self.graph, self.view, {"x": (0, 0)}) == self.view


def test_who_was_asked_and_who_is_then_alone_is_known():
    nodes_ = {node.key: node.attributes for node in actors_view(municipality("eksempel")).nodes}
    assert nodes_["boligkontoret"]["asked"] is True
    assert nodes_["husbanken"]["asked"] is False
    alone = [key for key, attributes in nodes_.items() if attributes.get("alone")]
    assert alone == ["krisesentertilbudet"]
