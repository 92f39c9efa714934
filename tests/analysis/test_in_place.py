"""What is in place: pairs, duties, arenas, yes-answers and results, each with who and where."""

from samordning_graph.analysis.in_place import figures_of_results, in_place
from samordning_graph.graph.documented_ties import TieKind
from samordning_graph.graph.pair_figures import ThreeFigures
from samordning_graph.rules.register import RULES
from tests.helpers.tiny import tiny

UNITS = (
    "id;name;sector;target_groups\nb;Boligkontoret;bolig;eldre\nh;Helse;helse;eldre\n"
    "p;Plan;plan;eldre"
)
SEATS = {
    "arenas": "id;name;mandate\nt;Team;Samordne\nu;Utvalg;",
    "participation": "actor;arena;role\nb;t;leder\nh;t;\np;u;leder",
}
HELD = {
    "goals": "id;name;results\nm;Trygge hjem;Ti har flyttet inn\nn;Flere boliger;nei\no;Annet;",
    "goal_owners": "actor;goal\nb;m\nh;m",
}


def found(**tables: str):
    return in_place(tiny(**{"units": UNITS} | tables), RULES)


def test_a_documented_pair_is_told_with_its_grounds_and_where_it_meets():
    (pair,) = found(**SEATS, **HELD).pairs

    assert (pair.first, pair.second) == ("b", "h")
    assert [why.rule for why in pair.pair_grounds] == ["LINK03", "LINK04"]
    assert [(tie.kind, tie.arena) for tie in pair.ties] == [(TieKind.ARENA, "t")]


def test_a_duty_that_is_met_is_told_with_the_two_and_their_agreement():
    duties = found(
        external_actors="id;name;actor_type\ns;Sykehuset HF;hf",
        links="from;to;strength;agreement;valid_to\nh;s;;Samhandlingsavtale;31.12.2030",
    ).duties
    (agreed,) = [duty for duty in duties if duty.duty == "hol-6-1"]

    assert sorted(agreed.met_by) == ["h", "s"]
    assert [tie.agreement for tie in agreed.ties] == ["Samhandlingsavtale"]


def test_an_arena_is_settled_with_mandate_and_leader_and_says_who_leads():
    (arena,) = found(**SEATS).arenas

    assert (arena.arena, arena.leaders) == ("t", ("b",))


def test_factors_that_most_say_yes_to_are_told_with_how_many_said_something_else():
    answers = found(
        self_assessment="factor;answer\nKompetanse;ja\nKompetanse;5\nKompetanse;nei\n"
        "Felles mål;ja\nFelles mål;delvis\nLedelse;nei"
    ).yes_answers

    assert [(answer.factor, answer.yes, answer.answers) for answer in answers] == [
        ("kompetanse", 2, 3)
    ]


def test_two_who_say_yes_are_too_few_to_say_anything():
    assert found(self_assessment="factor;answer\nKompetanse;ja\nKompetanse;ja").yes_answers == ()


def test_results_are_those_that_somebody_wrote_down():
    graph = tiny(units=UNITS, **HELD)

    assert [result.text for result in in_place(graph, RULES).results] == ["Ti har flyttet inn"]
    assert figures_of_results(graph) == ThreeFigures(1, 1, 1)


def test_of_nothing_nothing_is_in_place():
    nothing = found()

    assert not any(
        (nothing.pairs, nothing.duties, nothing.arenas, nothing.yes_answers, nothing.results)
    )
