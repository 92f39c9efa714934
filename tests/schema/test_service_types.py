"""What type of service an actor is: as written, or as its name can only mean."""

import pytest

from samordning_graph.schema.service_types import name_reader
from samordning_graph.schema.tables import Unit
from samordning_graph.schema.vocabulary import word_lists
from tests.helpers.tiny import tiny_model

WORDS = word_lists()["service_type"]
READER = name_reader(WORDS)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("NAV", "nav-kontor"),
        ("NAV Nordvik (kommunal del)", "nav-kontor"),
        ("Sosialtjenesten i NAV", "nav-kontor"),
        ("Krisesenteret i Nordvik", "krisesenter"),
        ("Krise- og incestsenteret i Nordvik", "krisesenter"),
        ("Nordvik kommune barneverntenesta", "barneverntjeneste"),
        ("Interkommunal legevakt Indre Nordfjord", "legevakt"),
        ("Barnehagane", "barnehage"),
        ("Tjenesten for rus og psykisk helse", "rus-og-psykisk-helse"),
        ("Gjeldsrådgiveren i NAV", "okonomi-og-gjeldsradgivning"),
        ("Sykehjem med egen rusavdeling", "sykehjem"),
        ("Hovedutvalg for oppvekst og skole", "politisk-organ"),
        ("Helsestasjons- og skolehelsetjenesten", "helsestasjon"),
    ],
)
def test_a_name_of_one_type_is_read(name: str, expected: str):
    assert READER.type_of(name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Barnevern og NAV",
        "Psykolog i barnehage",
        "Bolig- og eiendomsavdelingen",
        "Barnehage- og skolekontoret",
        "NAV stat",
        "NAV Hjelpemiddelsentral",
        "NAV styringsgruppe",
        "Statlig barnevern",
        "Kommunedirektørens kontor",
        "Byrådsavdeling for plan",
        "Navnløs",
        "Ettervernsteamet",
        "Andre",
    ],
)
def test_a_name_of_two_types_or_of_none_is_not(name: str):
    assert READER.type_of(name) is None


@pytest.mark.parametrize(
    ("sector", "expected"),
    [
        ("plan", ()),
        ("bolig", ("booppfolging",)),
        ("annet", ("booppfolging",)),
        ("Egen", ("booppfolging",)),
    ],
)
def test_a_name_is_not_read_as_a_type_of_another_sector(sector: str, expected: tuple[str, ...]):
    model = tiny_model(
        units=f"id;name;sector\nm;Miljøtjenesten;{sector}",
        vocabulary="list;id;name\nsektor;egen;Egen",
    )

    assert model.types.of["m"] == expected


def test_a_sector_that_is_taken_from_the_type_of_actor_disagrees_with_nobody():
    model = tiny_model(
        external_actors="id;name;actor_type;sector\nv;Krisesenteret;ideell;\nw;Krisesenteret Vest;ideell;plan"
    )

    assert model.types.by_name == {"v": "krisesenter"}


def test_a_cell_counts_before_the_name_and_the_model_keeps_what_is_written():
    model = tiny_model(
        units="id;name;sector;service_type\nn;NAV;sosial;Annet\nk;Krisesenter;sosial;"
    )
    types = model.types

    assert types.of == {"n": ("annet",), "k": ("krisesenter",)}
    assert types.by_name == {"k": "krisesenter"}
    assert {unit.id: unit.service_type for unit in model.all(Unit)} == {"n": ("annet",), "k": ()}


def test_outside_the_municipality_a_name_is_read_of_what_others_run_too():
    model = tiny_model(
        external_actors="id;name;actor_type;sector\n"
        "a;NAV;nav-stat;\n"
        "b;NAV Nabovik;nabokommune;sosial\n"
        "c;Krisesenteret;ideell;\n"
        "d;Barnevern;ideell;\n"
        "e;Tjenesten;nabokommune;helse"
    )
    types = model.types

    assert types.by_name == {"b": "nav-kontor", "c": "krisesenter"}
    assert types.unknown == ("e",)


def test_an_own_type_is_read_of_a_name():
    model = tiny_model(
        vocabulary="list;id;name;sector\ntjenestetype;botrening;Botrening;bolig",
        units="id;name;sector\nb;Botreningen;bolig",
    )

    assert model.types.of == {"b": ("botrening",)}


@pytest.mark.parametrize("word", WORDS.values(), ids=lambda word: word.id)
def test_every_name_of_a_type_reads_as_that_type(word):
    for spelling in word.spellings[1:]:
        if word.id != "annet" and spelling not in (word.nb, word.en):
            assert READER.type_of(spelling) == word.id, spelling
