"""What a duty asks for, and whether the data document it."""

from datetime import date

import pytest

from samordning_graph.graph.duties import applicable_duties, get_duty
from samordning_graph.graph.duty_coverage import DutyCoverage, duty_coverage, lapsed_on
from samordning_graph.graph.graph import Graph
from samordning_graph.schema.duty import Requires, Selector, Tier
from tests.graph.test_duties import duty, with_duties
from tests.helpers.tiny import tiny

NAV = (Selector(kind="unit", service_type=("nav-kontor",)),)
HOUSING = (Selector(kind="unit", service_type=("boligkontor",)),)
MUNICIPALITY = (Selector(municipality=True),)
HOSPITALS = (Selector(kind="external", actor_type=("helseforetak", "rhf")),)


def covered(graph: Graph, duty_id: str = "plikt") -> DutyCoverage:
    return duty_coverage(graph, get_duty(graph, duty_id))


def statuses(graph: Graph) -> dict[str, bool | None]:
    return {duty.id: duty_coverage(graph, duty).documented for duty in applicable_duties(graph)}


# The municipality of T3: no NAV office, no child welfare, no agreement

SHELTER_AND_OTHERS = {
    "units": "id;name;sector;target_groups\n"
    "b;Boligkontoret;bolig;\n"
    "k;Krisesenteret;sosial;voldsutsatte\n"
    "n;Barnehagene;oppvekst;barnefamilier\n"
    "l;Legevakta;helse;",
    "external_actors": "id;name;actor_type\nv;NAV stat;nav-stat\ns;Sykehuset;helseforetak",
    "links": "from;to\nk;b\nk;v\nl;s\nn;b",
}


def test_no_unit_of_the_same_sector_stands_for_a_service_that_is_not_there():
    graph = tiny(**SHELTER_AND_OTHERS)

    assert statuses(graph) == {
        # No row says of an agreement that there is one, or that there is none.
        "nav-loven-13-14": None,
        "hol-6-1": None,
        "sosialtjenesteloven-15": None,
        "krisesenterlova-4": True,
        # Nobody is known to serve their groups, and not everybody says whom they serve.
        "sosialtjenesteloven-13": None,
        "hol-3-4": None,
        "psykisk-helsevernloven-4-1": None,
        "barnevernsloven-15-8": None,
        "integreringsloven": None,
        "straffegjennomforingsloven-4": None,
    }
    assert covered(graph, "hol-6-1").contact == ("l", "s")
    assert get_duty(graph, "sosialtjenesteloven-15").a == ()


@pytest.mark.parametrize("group", ["barn-og-unge", "unge-i-ettervern"])
def test_the_duty_of_the_child_welfare_service_is_about_all_the_children_that_it_follows(
    group: str,
):
    """Barnevernsloven § 15-8 is about the child who needs it, not about care leavers alone."""
    units = (
        "id;name;sector;service_type;target_groups;surveyed\n"
        f"v;Barneverntjenesten;oppvekst;barneverntjeneste;{group};ja\n"
        "b;Boligkontoret;bolig;boligkontor;eldre;ja"
    )
    arenas = "id;name;participants_complete\nm;Møtet;ja"
    alone = tiny(units=units, arenas=arenas, participation="actor;arena\nb;m")
    meeting = tiny(units=units, arenas=arenas, participation="actor;arena\nb;m\nv;m")

    assert statuses(alone)["barnevernsloven-15-8"] is False
    assert statuses(meeting)["barnevernsloven-15-8"] is True


def test_an_agreement_with_the_regional_authority_is_the_agreement():
    graph = tiny(
        units="id;name;sector\nk;Kommunedirektøren;ledelse",
        external_actors="id;name;actor_type\nr;Helse Sør-Øst RHF;rhf\ns;Sykehuset;helseforetak",
        links="from;to;agreement;valid_to\nk;r;Samarbeidsavtale;løpende",
    )

    assert statuses(graph)["hol-6-1"] is True
    assert covered(graph, "hol-6-1").met_by == ("k", "r")
    assert "spesialisthelsetjenesteloven-2-1e" not in statuses(graph)


# Agreements

AGREEMENT = duty(requires=Requires.AGREEMENT, a=MUNICIPALITY, b=HOSPITALS)
WITH_HOSPITAL = {
    "units": "id;name;sector;part_of\nh;Helse;helse;\nl;Legevakt;helse;h\nb;Bolig;bolig;",
    "external_actors": "id;name;actor_type\ns;Sykehuset;helseforetak",
}


def with_links(links: str) -> Graph:
    return with_duties(AGREEMENT, **WITH_HOSPITAL, links=links)


@pytest.mark.parametrize("unit", ["h", "l", "b"])
def test_an_agreement_with_any_unit_is_one_of_the_municipality(unit: str):
    assert covered(with_links(f"from;to;agreement\n{unit};s;Avtale")).documented is True


def test_contact_is_no_agreement_and_is_told_apart():
    links = "from;to;agreement\nb;h;nei\n"

    assert covered(with_links(f"{links}l;s;nei")) == DutyCoverage(
        documented=False, contact=("l", "s")
    )
    assert covered(with_links(links)).contact == ()


def test_an_agreement_that_lapsed_is_none_and_its_last_day_is_told():
    lapsed = with_links("from;to;agreement;valid_to\nl;s;Avtale;2024-06-30\nb;s;Ny;2025-12-31")

    # Without any other tie nothing at all was filled in.
    assert covered(lapsed).documented is None
    again = with_links("from;to;agreement;valid_to\nl;s;Avtale;2025-12-31\nb;h;;")
    assert covered(again).documented is False
    assert lapsed_on(again, get_duty(again, "plikt")) == date(2025, 12, 31)
    assert lapsed_on(lapsed, get_duty(lapsed, "plikt")) == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("links", "documented"),
    [
        ("from;to\nl;s", None),
        ("from;to;agreement;valid_to\nl;s;;\nb;h;;2027-01-01", None),
        ("from;to;agreement\nl;s;nei", False),
        ("from;to;agreement\nl;s;\nb;h;Avtale", None),
        ("from;to;agreement\nl;s;\nb;h;nei", None),
        ("from;to;agreement\nl;s;\nl;s;nei", None),
        ("from;to;agreement\nb;h;nei", False),
        ("from;to;agreement;strength\nb;h;nei;\nl;s;;ingen kontakt", False),
        ("from;to;agreement\nl;s;-", False),
    ],
)
def test_an_agreement_is_not_there_only_where_the_rows_of_the_two_say_so_or_they_have_none(
    links, documented
):
    assert covered(with_links(links)).documented is documented


@pytest.mark.parametrize(
    ("row", "documented"),
    [("l;s;;2027-01-01", None), ("l;s;nei;2027-01-01", False), ("b;h;;2027-01-01", False)],
)
def test_a_last_day_without_a_name_may_be_that_of_an_agreement(row: str, documented: bool | None):
    graph = with_links(f"from;to;agreement;valid_to\nl;h;Internavtale;\n{row}")

    assert covered(graph).documented is documented


def test_without_a_row_of_collaboration_nobody_has_said_that_there_is_no_agreement():
    graph = with_duties(
        AGREEMENT, **WITH_HOSPITAL, arenas="name\nForum", participation="actor;arena\nb;Forum"
    )

    assert covered(graph).documented is None


# Contact, cooperation, and one alone


@pytest.mark.parametrize(
    "tie", [{"referrals": "from;to\ns;l"}, {"links": "from;to;strength\nl;s;kjennskap"}]
)
def test_contact_asks_for_less_than_cooperation(tie: dict[str, str]):
    tables = {**WITH_HOSPITAL, **tie}

    assert covered(
        with_duties(duty(requires=Requires.CONTACT, a=MUNICIPALITY, b=HOSPITALS), **tables)
    ).documented
    assert covered(with_duties(duty(a=MUNICIPALITY, b=HOSPITALS), **tables)).documented is False


ALONE = duty(a=NAV, b=(*HOUSING, Selector(kind="unit", tasks=("obtain",))), alone=True)
TWO = (
    "id;name;sector;service_type;tasks\nn;NAV;sosial;;{nav}\nb;Boligkontoret;bolig;;\n"
    "h;Helsa;helse;annet;beholde"
)


def alone(nav: str, links: str = "n;h") -> DutyCoverage:
    return covered(with_duties(ALONE, units=TWO.format(nav=nav), links=f"from;to\n{links}"))


def test_whoever_has_the_task_itself_meets_the_duty_alone():
    assert alone("skaffe") == DutyCoverage(documented=True, met_by=("n",))
    assert alone("forebygge").documented is False
    assert alone("forebygge", links="n;b").documented is True


def test_blank_tasks_of_the_one_who_may_have_it_are_no_answer():
    assert alone("", links="b;h").documented is None


# Unknown is not absent

TYPED = "id;name;sector;service_type\nn;Kontoret;sosial;nav-kontor\nb;Boligen;bolig;boligkontor\nx;Laget;helse;"


@pytest.mark.parametrize(("links", "documented"), [("n;b", True), ("n;x", None), ("b;x", None)])
def test_who_may_be_on_a_side_is_asked_about_only_where_it_would_decide(links, documented):
    graph = with_duties(duty(a=NAV, b=HOUSING), units=TYPED, links=f"from;to\n{links}")

    assert covered(graph).documented is documented
    assert covered(graph).depends_on == (frozenset() if documented else {"x"})


def test_one_who_is_of_another_type_decides_nothing():
    units = TYPED.replace("helse;", "helse;annet")
    graph = with_duties(duty(a=NAV, b=HOUSING), units=units, links="from;to\nn;x\nb;x")

    assert covered(graph).documented is False


SERVING = duty(
    tier=Tier.CONDITIONAL,
    target_groups=("flyktninger",),
    a=(Selector(kind="unit", service_type=("flyktningtjeneste",), serves=True),),
    b=HOUSING,
)


@pytest.mark.parametrize(
    ("groups", "documented"), [("flyktninger", False), ("eldre", None), ("", None), ("egne", None)]
)
def test_a_blank_target_group_and_one_of_the_municipalitys_own_are_no_answer(groups, documented):
    graph = with_duties(
        SERVING,
        units=f"id;name;sector;target_groups\nf;Flyktningteamet;integrering;{groups}\n"
        "b;Boligkontoret;bolig;flyktninger\nh;Plan;plan;",
        links="from;to\nb;h",
        vocabulary="list;id;name\nmålgruppe;egne;Våre egne",
    )
    (applicable,) = applicable_duties(graph)

    assert duty_coverage(graph, applicable).documented is documented
    assert bool(applicable.possible_a) is (groups in ("", "egne"))


def test_a_service_of_another_municipality_stands_on_the_municipalitys_side():
    graph = with_duties(
        duty(a=(Selector(kind="unit", service_type=("barneverntjeneste",)),), b=HOUSING),
        units="id;name;sector\nb;Boligkontoret;bolig\nh;Plan;plan",
        external_actors="id;name;actor_type;sector\nv;Barnevernet i Nabovik;nabokommune;oppvekst",
        links="from;to\nv;b",
    )

    assert covered(graph).met_by == ("v", "b")


# The agreement of a host, and two services that other municipalities run

HOSTED = {
    "units": "id;name;sector\nb;Boligkontoret;bolig\nk;Kommunedirektøren;ledelse",
    "external_actors": "id;name;actor_type;sector;service_type\n"
    "n;NAV Nabovik;nabokommune;sosial;{type}\nv;NAV Vest;nav-stat;;\np;Stiftelsen;ideell;;",
}


def hosted(links: str, type_: str = "nav-kontor") -> Graph:
    outside = HOSTED["external_actors"].format(type=type_)
    links = f"from;to;agreement\nb;k;nei\n{links}"
    return tiny(**HOSTED | {"external_actors": outside}, links=links)


@pytest.mark.parametrize("type_", ["nav-kontor", ""])
def test_whether_the_agreement_of_a_host_holds_for_the_municipality_is_not_assessed(type_: str):
    by_host = covered(hosted("n;v;Partnerskapsavtale", type_), "nav-loven-13-14")

    assert (by_host.documented, by_host.by_host) == (None, ("n", "v"))


def test_a_host_without_an_agreement_and_a_private_one_with_it_decide_nothing():
    for links in ("n;v;nei", "p;v;Avtale", "n;b;Avtale"):
        assert covered(hosted(links), "nav-loven-13-14").documented is False


def test_the_municipalitys_own_agreement_counts_beside_that_of_a_host():
    graph = hosted("n;v;Avtale\nk;v;Partnerskapsavtale")

    assert covered(graph, "nav-loven-13-14").met_by == ("k", "v")


def test_two_services_of_other_municipalities_make_a_pair_under_a_duty():
    graph = with_duties(
        duty(a=NAV, b=HOUSING),
        units="id;name;sector\nb;Boligkontoret;bolig\nh;Plan;plan",
        external_actors="id;name;actor_type;sector;service_type\n"
        "n;NAV Nabovik;nabokommune;sosial;nav-kontor\nx;Boligen;nabokommune;bolig;boligkontor",
        links="from;to\nn;x\nb;h",
    )

    assert covered(graph).met_by == ("n", "x")


# Whom is named


@pytest.mark.parametrize(
    ("links", "met_by"),
    [
        ("e;u;samarbeid", ("e", "b")),  # u is on no side: what it has counts for b alone
        ("e;u;samarbeid\nv;o;samarbeid", ("v", "o")),
    ],
)
def test_of_the_pairs_that_meet_a_duty_one_with_a_row_of_its_own_is_named(links, met_by):
    graph = with_duties(
        duty(a=(Selector(kind="unit", service_type=("barneverntjeneste",)),), b=HOUSING),
        units="id;name;sector;part_of\nb;Boligkontoret;bolig;\nu;Ungdomsboligene;plan;b\n"
        "e;Barnevernet øst;oppvekst;\no;Boligkontoret vest;bolig;\nv;Barnevernet;oppvekst;",
        links=f"from;to;strength\n{links}",
    )

    assert covered(graph).met_by == met_by


@pytest.mark.parametrize("links", ["r;s;Avtale\nb;s;", "b;s;\nr;s;Avtale"])
def test_of_the_units_that_have_an_agreement_the_one_that_made_it_is_named(links):
    graph = tiny(
        units="id;name;sector;part_of\nb;Bolig og rus;helse;\nr;Rus;helse;b",
        external_actors="id;name;actor_type\ns;Sykehuset;helseforetak",
        links=f"from;to;agreement\n{links}",
    )

    assert covered(graph, "hol-6-1").met_by == ("r", "s")


# Other services

REFUGEES = {
    "units": "id;name;sector;service_type;target_groups\n"
    "f;Flyktningtjenesten;integrering;flyktningtjeneste;flyktninger\n"
    "a;Boligkontoret;bolig;boligkontor;bostedslose\n"
    "h;Helsestasjonen;helse;helsestasjon;barnefamilier\n"
    "s;HR;stab;stab;\nx;Torget;annet;annet;barnefamilier",
    "external_actors": "id;name;actor_type;target_groups\nv;NAV Vest;nav-stat;bostedslose\n"
    "i;IMDi;imdi;flyktninger\np;Stiftelsen;ideell;bostedslose",
}


@pytest.mark.parametrize(
    ("other", "documented"),
    [("h", True), ("a", True), ("v", True), ("s", False), ("p", False), ("x", None)],
)
def test_cooperation_with_any_other_service_meets_a_duty_to_cooperate_with_services(
    other: str, documented: bool | None
):
    graph = tiny(**REFUGEES, links=f"from;to\nf;{other}\na;h")

    assert covered(graph, "integreringsloven").documented is documented


def test_with_no_other_service_in_the_data_it_is_not_assessed():
    units = REFUGEES["units"].split("\na;")[0] + "\ns;HR;stab;stab;"

    assert statuses(tiny(units=units, links="from;to\nf;s"))["integreringsloven"] is None
