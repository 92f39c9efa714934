"""Two rows that may be one actor, written in two ways."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.input.validate import validate
from samordning_graph.schema.tables import Participation
from tests.helpers.tiny import TODAY, tiny_source


def warned(**tables):
    source = tiny_source(**tables)
    assert validate(source, TODAY) is not None, source.problems.in_order()
    return [
        (problem.place.file, problem.place.row, problem.value)
        for problem in source.problems.in_order()
        if problem.kind.code == "W16"
    ]


def pair(first, second, **columns):
    names = ";".join(columns)
    rows = [
        ";".join((name, "bolig", *(values[at] for values in columns.values())))
        for at, name in enumerate((first, second))
    ]
    return warned(units="\n".join((f"name;sector;{names}".rstrip(";"), *rows)))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Nav", "nav-kontoret"),
        ("Hjemme-tjenesten", "Hjemmetjenesten"),
        ("Barneverntjenesten", "Barnevernet"),
        ("Boligkontor", "Boligkontoret"),
        ("Fengsel", "Fengselet"),
        ("Barnehage", "Barnehagen"),
        ("Rus", "Rustjenesten"),
        ("Sykehus", "Sykehustjenesten"),
        ("Sykehuset", "Sykehustjenesten"),
        ("Barnevernstjenesten", "Barneverntjenesten"),
        ("Flyktningtjenesten", "Flyktningetjenesten"),
        ("NAV Testvik", "NAV-kontoret Testvik"),
        ("Plan og bygg", "Plan & bygg"),
        ("PP-tjenesten", "PPT"),
        ("Hjemmetjenesten sone A", "Hjemmetjeneste sone A"),
        ("Boligkontoret Nord", "Bolig-kontor Nord"),
        ("Bolig", "\u0412olig"),  # a Cyrillic letter
    ],
)
def test_names_that_differ_in_how_they_are_written(first, second):
    assert pair(first, second) == [("units.csv", 3, second)]
    assert pair(second, first) == [("units.csv", 3, first)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Boligkontoret", "Boligtjenesten"),
        ("Hjemmetjenesten sone A", "Hjemmetjenesten sone E"),
        ("Skole 1", "Skole 2"),
        ("NAV-kontoret Testvik", "NAV-kontoret Bygda"),
        ("Nav Bø", "Nav Ås"),
        ("NAV Haug", "NAV Haugen"),
        ("Haug skole", "Haugen skole"),
        ("Boligkontoret nord", "Boligtjenesten nord"),
    ],
)
def test_names_of_two(first, second):
    assert pair(first, second) == []


def test_types_of_service_and_the_organisation_tell_two_apart():
    types = ("barnevern", "nav_kontor")
    assert pair("Nav", "Nav-kontoret", service_type=types) == []
    assert pair("Nav", "Nav-kontoret", service_type=("barnevern", ""))
    assert pair("Rus", "Rustjenesten", part_of=("", "Rus")) == []


@pytest.mark.parametrize(
    ("types", "advice"),
    [
        (("", ""), "Fyll ut tjenestetype for begge."),
        (("nav_kontor", ""), "Fyll også ut tjenestetype for «Nav-kontoret»."),
        (("", "nav_kontor"), "Fyll også ut tjenestetype for «Nav»."),
        (
            ("nav_kontor", "nav_kontor"),
            "Skriv navn som skiller dem, for de har en tjenestetype felles.",
        ),
        (("nav_kontor;barnevern", "nav_kontor"), "Skriv navn som skiller dem"),
    ],
)
def test_the_advice_fits_what_is_filled_in(types, advice):
    source = tiny_source(
        units=f'name;sector;service_type\nNav;bolig;"{types[0]}"\nNav-kontoret;bolig;{types[1]}'
    )
    with in_language("nb"):
        validate(source, TODAY)
    [problem] = [found for found in source.problems.in_order() if found.kind.code == "W16"]

    assert problem.suggestion.startswith("Slett i så fall den ene raden. Hvis ikke: ")
    assert advice in problem.suggestion


# Arenas, goals and other rows


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Boligforum", "Bolig-forumet"),
        ("Basisteam", "basis team"),
        ("Inntaksmøtet for rus", "Inntaksmøte for rus"),
        ("Redusere antall bostedsløse", "Redusere antallet bostedsløse"),
    ],
)
@pytest.mark.parametrize("table", ["arenas", "goals", "strategies", "measures", "challenges"])
def test_rows_of_every_kind_that_ties_are_tied_to(table, first, second):
    assert warned(**{table: f"name\n{first}\n{second}"}) == [(f"{table}.csv", 3, second)]


@pytest.mark.parametrize("table", ["arenas", "goals"])
@pytest.mark.parametrize(
    ("first", "second"), [("Mål 1", "Mål 2"), ("Forum A", "Forum B"), ("Forum I", "Forum II")]
)
def test_numbers_and_letters_tell_rows_apart(table, first, second):
    assert warned(**{table: f"name\n{first}\n{second}"}) == []


def test_rows_of_two_kinds_may_have_nearly_the_same_name():
    assert warned(arenas="name\nBoligforum", goals="name\nBoligforumet") == []


@pytest.mark.parametrize(
    ("column", "first", "second"),
    [
        ("kind", "informasjon", "beslutning"),
        ("level", "strategisk", "operativt"),
        ("valid_to", "2025", ""),
    ],
)
def test_what_an_arena_is_tells_two_apart(column, first, second):
    assert warned(arenas=f"name;{column}\nForum;{first}\nForumet;{second}") == []
    assert warned(arenas=f"name;{column}\nForum;{first}\nForumet;{first}")


def test_the_plan_tells_two_goals_apart_and_so_does_the_one_above():
    plans = "name;kind\nA;temaplan\nB;temaplan"
    assert warned(plans=plans, goals="name;plan\nFlere boliger;A\nFlere bolig-er;B") == []
    assert warned(plans=plans, goals="name;plan\nFlere boliger;A\nFlere bolig-er;A")
    assert warned(goals="name;parent\nBolig;\nBoligen;Bolig") == []


def test_similar_names_are_told_though_there_are_errors_too():
    source = tiny_source(units="name;sector\nNav;helse\nNAV;helse\nNav-kontoret;helse\nRus;hels")
    assert validate(source, TODAY) is None
    assert [(found.kind.code, found.place.row) for found in source.problems.in_order()] == [
        ("E13", 3),
        ("W16", 4),
        ("E11", 5),
    ]


def test_an_external_actor_may_be_a_unit_too():
    units, external = "name;sector\nNav-kontoret;helse", "name;actor_type\nNAV;Husbanken"
    assert warned(units=units, external_actors=external) == [("external_actors.csv", 2, "NAV")]


def test_equal_names_get_the_advice_to_delete_one():
    source = tiny_source(units="name;sector\nNav;helse\nNAV ;helse")
    assert validate(source, TODAY) is None
    [problem] = source.problems.in_order()
    assert (problem.kind.code, problem.place.row) == ("E13", 3)
    assert "units.csv, rad 2" in problem.message or "units.csv, row 2" in problem.message
    assert "id" not in problem.message.lower().split()


def test_a_unit_may_have_the_number_of_the_municipality_as_its_id():
    source = tiny_source(
        municipality="number\n4614",
        units="id;name;sector\n4614;Bolig;bolig\nrus;Rus;helse",
        arenas="name\nForum",
        participation="actor;arena\n4614;Forum\nBolig;Forum",
    )
    model = validate(source, TODAY)
    assert model is not None, source.problems.in_order()
    assert {row.actor for row in model.all(Participation)} == {"4614-2"}
