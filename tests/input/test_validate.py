"""Records become a model, or every problem in one run."""

from datetime import date

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.input.validate import validate
from samordning_graph.schema.tables import (
    AgreedStep,
    Arena,
    ExternalActor,
    Goal,
    Link,
    OwnWord,
    Participation,
    Unit,
)
from tests.helpers.tiny import TODAY, tiny_model, tiny_source

UNITS = "name;sector\nBolig;bolig\nRus;helse"
ARENAS = "name\nForum"
MUNICIPALITY = "number;name\n0000;Prøvekommune"
BOTH = "actor;arena\nBolig;Forum\nRus;Forum"


@pytest.fixture(autouse=True)
def norwegian():
    with in_language("nb"):
        yield


def problems(severity="E", **tables):
    given = {"units": UNITS, "arenas": ARENAS, "participation": BOTH} | tables
    source = tiny_source(**{"municipality": MUNICIPALITY, **given})
    validate(source, TODAY)
    return [
        problem for problem in source.problems.in_order() if problem.kind.code.startswith(severity)
    ]


def places(severity="E", **tables):
    return [
        (problem.kind.code, problem.place.row, problem.place.column)
        for problem in problems(severity, **tables)
    ]


def model(**tables):
    return tiny_model(**{"units": UNITS, "arenas": ARENAS, "participation": BOTH, **tables})


# All in one run


def test_every_problem_comes_in_one_run_sorted_by_file_and_row():
    found = problems(
        units="name;sector;part_of\nBolig;bolg;Ledelsen\n;helse;",
        arenas="name;meetings_per_year;level\nForum;månedlig;høyt",
        participation="actor;arena\nBolig;Forumet\nRuss;Forum",
    )
    assert [
        (problem.place.file, problem.kind.code, problem.place.row, problem.place.column)
        for problem in found
    ] == [
        ("arenas.csv", "E11", 2, "level"),
        ("arenas.csv", "E12", 2, "meetings_per_year"),
        ("participation.csv", "E14", 2, "arena"),
        ("participation.csv", "E14", 3, "actor"),
        ("units.csv", "E14", 2, "part_of"),
        ("units.csv", "E11", 2, "sector"),
        ("units.csv", "E10", 3, "name"),
    ]


def test_a_row_with_a_problem_still_counts_as_there():
    assert places(units="name;sector\nBolig;bolg\nRus;helse") == [("E11", 2, "sector")]


def test_the_column_is_the_header_as_it_was_written():
    assert places(units="NAVN;sektor;KOSTRA funksjon\nBolig;bolg;\nRus;helse;") == [
        ("E11", 2, "sektor")
    ]
    units = "NAVN;sektor;KOSTRA funksjon\nBolig;bolig;999\nRus;helse;"
    assert places("W", units=units) == [("W09", 2, "KOSTRA funksjon")]


def test_warnings_do_not_stop():
    assert places("W", participation="actor;arena\nBolig;Forum") == [("W03", 3, "")]
    assert model(participation="actor;arena\nBolig;Forum")


@pytest.mark.parametrize(
    ("tables", "suggestion"),
    [
        ({"units": "name;sector\nBolig;bolg\nRus;helse"}, "Bolig"),
        ({"participation": "actor;arena\nBolig;Forumm\nRus;Forum"}, "Forum"),
        ({"arenas": "name;meetings_per_year\nForum;månedlig"}, "12"),
        ({"participation": "actor;arena;role\nBolig;Forum;ledr\nRus;Forum;"}, "leder"),
        ({"vocabulary": "list;id\nsektorr;nav"}, "sektor"),
    ],
)
def test_a_near_miss_has_a_suggestion(tables, suggestion):
    [problem] = problems(**tables)
    assert suggestion in problem.suggestion


def test_what_is_near_nothing_has_none():
    [problem] = problems(participation="actor;arena\nBolig;xyzzyq\nRus;Forum")
    assert problem.suggestion == ""


# Ids and references


def test_an_id_is_made_from_the_name_and_a_written_one_is_lowered():
    units = model(
        units="id;name;sector\n;Bolig på Ås;bolig\nRUS_1;Rus;helse", participation="actor;arena"
    ).all(Unit)
    assert [unit.id for unit in units] == ["bolig-pa-as", "rus-1"]


@pytest.mark.parametrize("text", ["bolig-1", "BOLIG 1", "Boligkontoret", "  boligKONTORET "])
def test_a_reference_is_an_id_or_a_name(text):
    units = "id;name;sector\nbolig-1;Boligkontoret;bolig\n;Rus;helse"
    rows = model(units=units, participation=f"actor;arena\n{text};Forum").all(Participation)
    assert rows[0].actor == "bolig-1"


def test_an_id_wins_over_a_name():
    units = "id;name;sector\na;b;bolig\nb;c;helse"
    assert (
        model(units=units, participation="actor;arena\nb;Forum").all(Participation)[0].actor == "b"
    )


def test_an_id_is_unique_across_kinds():
    assert places(arenas="name\nForum\nBOLIG") == [("E13", 3, "name")]
    assert places(units="id;name;sector\n;Bolig;bolig\n;Rus;helse\nrus;Annet;helse") == [
        ("E13", 4, "id")
    ]


def test_a_name_without_letters_gives_no_id():
    assert places(units=UNITS + "\n…;bolig") == [("E13", 4, "name")]


def test_two_rows_with_one_name_are_a_problem_only_when_it_is_referred_to():
    units = "id;name;sector\na;Bolig;bolig\nb;Bolig;helse"
    assert places(units=units, participation="actor;arena\na;Forum\nb;Forum") == []
    [problem] = problems(units=units, participation="actor;arena\nBolig;Forum")
    assert problem.kind.code == "E15"
    assert "a, b" in problem.message


def test_a_reference_of_the_wrong_kind_says_so():
    assert places(participation="actor;arena\nForum;Forum\nBolig;Rus") == [
        ("E16", 2, "actor"),
        ("E16", 3, "arena"),
    ]


def test_many_references_are_separated_by_semicolons():
    plans = "name;kind\nA;temaplan\nB;temaplan"
    goals = model(plans=plans, goals='name;plan\nMål;"A; b;;A"').all(Goal)
    assert goals[0].plan == ("a", "b")
    assert places(plans=plans, goals='name;plan\nMål;"A;C;D"') == [
        ("E14", 2, "plan"),
        ("E14", 2, "plan"),
    ]


# Words


@pytest.mark.parametrize("word", ["strategic", "Strategisk", " STRATEGISK "])
def test_words_are_norwegian_or_english(word):
    assert model(arenas=f"name;level\nForum;{word}").all(Arena)[0].level == "strategic"


def test_a_word_of_the_municipality_is_taken_and_its_name_wins():
    words = "list;id;name\nsektor;nav;NAV i kommunen\nsector;bolig;Bustad"
    units = "name;sector\nBolig;bustad\nRus;NAV i kommunen"
    read = model(vocabulary=words, units=units)
    assert [unit.sector for unit in read.all(Unit)] == ["bolig", "nav"]
    assert read.words["sector"]["bolig"].nb == "Bustad"
    assert len(read.all(OwnWord)) == 2


def test_an_own_actor_type_may_be_in_a_sector_of_the_municipalitys_own():
    words = "list;id;name;sector\naktørtype;vaerested;Værested;Kultur\nsektor;k;Kultur;"
    actors = "name;actor_type\nHuset;værested"
    assert model(vocabulary=words, external_actors=actors).all(ExternalActor)[0].sector == "k"


def test_an_own_actor_type_that_is_a_built_in_one_has_its_sector_and_level():
    words = "list;id;name\naktørtype;sh;Sykehus"
    for written in ("sh", "Sykehus", "HF"):
        actors = f"name;actor_type\nVest;{written}"
        (actor,) = model(vocabulary=words, external_actors=actors).all(ExternalActor)
        assert (actor.actor_type, actor.sector, actor.public) == ("helseforetak", "helse", True)


def test_an_own_type_of_service_has_a_sector_and_may_be_no_service():
    words = (
        "list;id;name;sector;service\ntjenestetype;botrening;Botrening;bolig;\n"
        "tenestetype;stab2;Sekretariat;;nei\ntjenestetype;nav-kontor;NAV hos oss;;"
    )
    units = 'name;sector;service_type\nA;bolig;"botrening;NAV hos oss"\nB;stab;Sekretariat'
    read = model(vocabulary=words, units=units, participation="actor;arena")
    types = read.words["service_type"]

    assert [unit.service_type for unit in read.all(Unit)] == [
        ("botrening", "nav-kontor"),
        ("stab2",),
    ]
    assert (types["botrening"].sector, types["botrening"].service) == ("bolig", True)
    assert (types["nav-kontor"].sector, types["nav-kontor"].nb) == ("sosial", "NAV hos oss")
    assert not types["stab2"].service
    assert places(vocabulary="list;id;name;sector\ntjenestetype;x;X;boligg") == [
        ("E11", 2, "sector")
    ]


def test_a_sector_of_an_own_actor_type_must_be_known():
    words = "list;id;name;sector\naktørtype;vaerested;Værested;frivilig"
    assert places(vocabulary=words) == [("E11", 2, "sector")]


def test_an_external_actor_takes_sector_level_and_public_from_its_type():
    actor = model(external_actors="name;actor_type\nHusbanken;husbanken").all(ExternalActor)[0]
    assert (actor.sector, actor.government_level, actor.public) == ("bolig", "stat", True)
    actors = "name;actor_type;public;sector\nKirkens;ideell;ja;helse"
    actor = model(external_actors=actors).all(ExternalActor)[0]
    assert (actor.sector, actor.government_level, actor.public) == ("helse", "ideell", True)


def test_an_actor_type_without_sector_needs_one_in_the_row():
    assert places(external_actors="name;actor_type;sector\nNabo;nabokommune;") == [
        ("E10", 2, "sector")
    ]
    assert places(external_actors="name;actor_type;sector\nNabo;nabokommune;helse") == []


# Values


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("meetings_per_year", "ofte"),
        ("participants_complete", "kanskje"),
        ("valid_to", "snart"),
        ("source_date", "i fjor"),
        ("source_date", "løpende"),
    ],
)
def test_a_value_of_another_sort_is_a_problem(column, value):
    assert places(arenas=f"name;{column}\nForum;{value}") == [("E12", 2, column)]


@pytest.mark.parametrize("word", ["vet ikke", "Ukjent.", "?"])
def test_a_text_that_says_that_nobody_knows_is_no_text_but_a_remark_may_say_so(word: str):
    (forum,) = model(
        units=UNITS, arenas=f"name;mandate;basis;comment\nForum;{word};{word};{word}"
    ).all(Arena)

    assert (forum.mandate, forum.basis, forum.comment) == (None, None, word)


def test_a_year_is_its_last_day_where_something_ends_and_its_first_elsewhere():
    arena = model(arenas="name;valid_to;source_date\nForum;2026;2026").all(Arena)[0]
    assert (arena.valid_to, arena.source_date) == (date(2026, 12, 31), date(2026, 1, 1))


@pytest.mark.parametrize("number", ["301", "03011", "x301", "٠٣٠١"])
def test_a_municipality_number_has_four_digits(number):
    assert places(municipality=f"number\n{number}") == [("E18", 2, "number")]


def test_the_name_of_the_municipality_comes_from_the_list_and_zeros_are_allowed():
    assert model(municipality="number\n0301").municipality.name == "Oslo"
    assert model(municipality="number;name\n0000;Oppdiktet").municipality.name == "Oppdiktet"
    without_table = model().municipality
    assert (without_table.number, without_table.name) == ("0000", "tiny")


def test_a_file_is_one_municipality():
    assert places(municipality="number\n0301\n1101") == [("E06", 3, "")]


def test_an_organisation_number_must_fit_its_control_digit():
    units = "name;sector;orgnr\nBolig;bolig;974 760 673\nRus;helse;974760674"
    assert places(units=units) == [("E19", 3, "orgnr")]


def test_an_agreement_may_stand_alone():
    links = "from;to;agreement;valid_to\nBolig;Rus;Avtale;løpende"
    [link] = model(links=links).all(Link)
    assert (link.agreement, link.strength, link.valid_to) == ("Avtale", None, None)


# Loops


@pytest.mark.parametrize(
    "tables",
    [
        {"links": "from;to\nBolig;bolig"},
        {"referrals": "from;to\nRus;Rus"},
        {"local_requirements": "actor_a;actor_b;reason\nRus;Rus;fordi"},
        {"units": "name;sector;part_of\nBolig;bolig;Bolig\nRus;helse;"},
        {"units": "name;sector;part_of\nBolig;bolig;Rus\nRus;helse;Bolig"},
        {"goals": "name;parent\nA;B\nB;C\nC;A"},
        {"plans": "name;kind;builds_on\nA;temaplan;B\nB;temaplan;A"},
        {"arenas": "name;anchored_in\nForum;Team\nTeam;Forum"},
    ],
)
def test_what_is_tied_to_itself_is_one_problem(tables):
    assert [code for code, _row, _column in places(**tables)] == ["E17"]


def test_every_ring_is_named_with_its_rows():
    units = "name;sector;part_of\nBolig;bolig;Rus\nRus;helse;Bolig\nC;plan;D\nD;plan;C"
    found = problems(units=units)
    assert [problem.kind.code for problem in found] == ["E17", "E17"]
    assert all(str(row) in found[0].message for row in (2, 3))


# Warnings


@pytest.mark.parametrize(
    "text",
    ["kari@kommune.no", "ring 22 33 44 55", "tlf. 22334455", "+47 22334455", "mobil: 912 34 567"],
)
def test_addresses_and_numbers_are_warned_of_and_not_repeated(text):
    [problem] = problems("W", units=f"name;sector;comment\nBolig;bolig;{text}\nRus;helse;")
    assert (problem.kind.code, problem.place.row, problem.place.column) == ("W01", 2, "comment")
    assert text not in str(problem)


@pytest.mark.parametrize("text", ["sak 41/24", "2025–2028", "2026-03-01", "974760673", "kl. 10-12"])
def test_other_numbers_are_no_phone_numbers(text):
    assert places("W", units=f"name;sector;comment\nBolig;bolig;{text}\nRus;helse;") == []


def test_personal_data_is_warned_of_beside_errors_too():
    units = "name;sector;comment\nBolig;bolg;a@b.no\nRus;helse;"
    assert places("", units=units) == [("W01", 2, "comment"), ("E11", 2, "sector")]


def test_old_data_is_warned_of_by_its_newest_date():
    old = "name;sector;source_date\nBolig;bolig;2019\nRus;helse;{}"
    assert places("W", units=old.format("2024-11-01")) == [("W02", 0, "")]
    assert places("W", units=old.format("2024-12-01")) == []


def test_an_empty_arena_and_a_repeated_participation_are_warned_of():
    participation = BOTH + "\nBolig;Forum"
    assert places("W", arenas="name\nForum\nTeam", participation=participation) == [
        ("W04", 3, ""),
        ("W06", 4, ""),
    ]


def test_an_unknown_municipality_is_warned_of():
    assert [code for code, _row, _column in places("W", municipality="number;name\n9999;X")] == [
        "W05"
    ]


def test_an_overview_that_is_newer_than_its_plan_is_warned_about_only_where_both_dates_say_so():
    plans = "id;name;kind;adopted\np;Strategi;planstrategi;{}"
    overview = "name;date;plans\nBehov;{};p"

    def warned(adopted: str, made: str) -> list[str]:
        found = places("W11", plans=plans.format(adopted), overview=overview.format(made))
        return [code for code, _row, _column in found]

    assert warned("2024-06-01", "2025-01-15") == ["W11"]
    assert warned("2024-06-01", "2024-06-01") == warned("2024", "2024-06-01") == []
    assert warned("", "2025-01-15") == warned("2024-06-01", "") == []


def test_what_a_municipality_without_a_name_says_of_itself_is_kept():
    model = tiny_model(municipality="number;has_overview;year\n0000;nei;2026")

    assert (model.municipality.has_overview, model.municipality.year) == (False, 2026)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("sector;fritid;Fritid\nsector;Fritid;Kultur\n", [("W19", 3, "")]),
        ("sector;fritid;Fritid\nsector;idrett;Idrett\n", []),
        ("sector;fritid;Fritid\ntask;fritid;Kultur\n", []),
    ],
)
def test_own_words_that_become_one_are_warned_of(rows, expected):
    found = places("W", vocabulary=f"list;id;name\n{rows}")

    assert [place for place in found if place[0] == "W19"] == expected


# Names in messages


@pytest.mark.parametrize(
    ("tables", "code"),
    [
        ({"participation": BOTH + "\nBolig;Forum"}, "W06"),
        ({"links": "from;to\nBolig;Bolig"}, "E17"),
        ({"links": "from;to;strength;agreement\nBolig;Rus;ingen kontakt;Avtale"}, "E22"),
        ({"units": "name;sector;part_of\nBolig;bolig;Rus\nRus;helse;Bolig"}, "E17"),
    ],
)
def test_a_message_calls_them_what_the_person_wrote(tables, code):
    [problem] = [found for found in problems("", **tables) if found.kind.code == code]
    assert "«Bolig»" in problem.message
    assert "bolig»" not in problem.message


def test_an_id_of_ones_own_stands_beside_the_name():
    units = "id;name;sector\nb1;Boligkontoret;bolig\n;Rus;helse"
    [problem] = problems(units=units, participation="actor;arena", links="from;to\nb1;b1")
    assert "«Boligkontoret» (b1)" in problem.message


# What was accepted, and what was agreed


@pytest.mark.parametrize("gap", [";Bolig;", ';Bolig;"Rus;Bolig"'])
def test_an_accepted_gap_without_a_code_names_two(gap):
    rows = f"code;subject;related;reason\n{gap};Vet det"
    assert places(accepted_gaps=rows) == [("E10", 2, "Kode")]
    assert not places(accepted_gaps="code;subject;related;reason\n;Bolig;Rus;Vet det")


STEPS = "step;subject;related;owner;deadline;status;decided"


def test_a_step_is_what_was_agreed_by_whom_and_by_when():
    rows = (
        f"{STEPS}\nMøtes hver måned;Bolig;Rus;Leder;2027-01-15;i gang;30.11.2026\nRydde;;;;2027;;"
    )
    agreed, other = model(follow_up=rows).all(AgreedStep)
    assert (agreed.subject, agreed.related, agreed.owner) == ("Bolig", ("Rus",), "Leder")
    assert (agreed.deadline, agreed.status, agreed.decided) == (
        date(2027, 1, 15),
        "under_way",
        date(2026, 11, 30),
    )
    assert (other.subject, other.related, other.status) == (None, (), None)
    assert other.deadline == date(2027, 12, 31)


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        (";Bolig;;;;;", "E10", "Hva"),
        ("Rydde;;;;snart;;", "E12", "Frist"),
        ("Rydde;;;;;kanskje;", "E11", "Status"),
        ("Rydde;;;;;;i går", "E12", "Avtalt dato"),
    ],
)
def test_a_bad_cell_of_a_step_is_a_problem_with_its_place(row, code, column):
    headings = "Hva;Gjelder;Sammen med;Ansvarlig;Frist;Status;Avtalt dato"
    assert places(follow_up=f"{headings}\n{row}") == [(code, 2, column)]


def test_a_step_about_what_is_gone_from_the_data_stops_nothing():
    assert not problems("", follow_up=f"{STEPS}\nMøtes;Lagt ned;Rus;Leder;;;")


def test_a_phone_number_beside_a_step_is_a_warning():
    rows = f"{STEPS}\nRing;Bolig;;Leder tlf 22 33 44 55;;;"
    assert places("W", follow_up=rows) == [("W01", 2, "owner")]


# Which municipality


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("number;name", ["Kommunenummer", "Navn"]),
        ("number;name\n0000;", ["Navn"]),
        ("number;name\n9999;", ["Navn"]),
        ("number;name\n4614;", []),
        ("number;name\n0000;Prøve", []),
    ],
)
def test_a_municipality_without_number_or_name_is_one_warning(table, columns):
    found = [problem for problem in problems("W", municipality=table) if problem.kind.code == "W20"]
    named = [
        name for name in ("Kommunenummer", "Navn") if found and f"«{name}»" in found[0].message
    ]
    assert (len(found), named) == (bool(columns), columns)
    assert not found or (found[0].place.file, "Kommune" in found[0].message) == (
        "municipality.csv",
        True,
    )


@pytest.mark.parametrize(
    ("table", "header"),
    [("follow_up", "step;subject;owner"), ("accepted_gaps", "reason;subject;owner")],
)
def test_a_name_of_a_person_where_a_role_is_asked_for_is_warned_of_and_not_quoted(table, header):
    [problem] = [
        problem
        for problem in problems("W01", **{table: f"{header}\nx;Bolig;Kari Nordmann"})
        if problem.kind.code == "W01"
    ]
    assert (problem.place.row, problem.place.column) == (2, "Ansvarlig")
    assert "Kari" not in problem.message + problem.value
    for role in ("Leder Bolig", "Leder for Bolig", "Kommunalsjef"):
        assert places("W01", **{table: f"{header}\nx;Bolig;{role}"}) == []


# A sheet of one's own with the name of a table


@pytest.mark.parametrize(
    ("table", "header"),
    [
        ("follow_up", "Beboer;Dato;Tiltak;Neste møte"),
        ("follow_up", "Beboer;Status;Neste møte"),
        ("vocabulary", "Ord;Forklaring"),
        ("measures", "Beboer;Dato;Kontakt"),
        ("plans", "Uke;Mandag;Tirsdag;Onsdag"),
    ],
)
def test_other_columns_under_the_name_of_a_table_are_one_problem_that_says_what_to_call_it(
    table, header
):
    row = ";".join("x" for _column in header.split(";"))
    [problem] = problems(**{table: f"{header}\n{row}"})

    assert (problem.kind.code, problem.place.row) == ("E04", 1)
    assert f"«{header.split(';')[0]}»" in problem.message
    assert f"«_{table}»" in problem.suggestion


@pytest.mark.parametrize(
    ("header", "code"), [("Hvaa;Gjelder;Frist", "E05"), ("Hva;Gjelder;Hvem;Når", "E04")]
)
def test_a_slip_in_a_header_is_told_by_its_column(header, code):
    found = places(follow_up=f"{header}\nx;Bolig;;")

    assert code in [each[0] for each in found]
    assert {each[2] for each in found} & {"Hvaa", "Hvem"}


# What has not happened yet


@pytest.mark.parametrize(
    ("day", "warned"), [("2026-11-23", []), ("2026-11-24", ["Avtalt dato", "Dato", "Vedtatt"])]
)
def test_a_plan_an_overview_or_an_agreement_dated_after_today_is_asked_about(
    day: str, warned: list[str]
):
    found = places(
        "W21",
        plans=f"name;kind;adopted;valid_to\nStrategi;planstrategi;{day};2035",
        overview=f"name;date\nOversikt;{day}",
        follow_up=f"step;decided\nMøtes fast;{day}",
    )
    assert sorted(column for _code, _row, column in found) == warned


# Dates without a day


@pytest.mark.parametrize("column", ["source_date", "surveyed"])
def test_a_month_where_a_day_is_needed_is_one_problem_that_says_so(column):
    [problem] = problems(units=f"name;sector;{column}\nBolig;bolig;mai 2026\nRus;helse;4. mai 2026")
    assert (problem.kind.code, problem.place.row, problem.place.column) == ("E12", 2, column)
    assert "dag" in problem.message


def test_a_month_is_enough_where_something_ends():
    [arena] = model(arenas="name;valid_to\nForum;mai 2026").all(Arena)
    assert arena.valid_to == date(2026, 5, 31)


def test_what_is_neither_yes_nor_no_is_told_what_is():
    [problem] = problems(
        units="name;sector;surveyed\nBolig;bolig;\nRus;helse;",
        arenas="name;participants_complete\nForum;delvis",
    )
    assert all(word in problem.message for word in ("ja", "nei", "x", "✓", "1", "0", "ukjent"))


@pytest.mark.parametrize("written", ["Eldre|Ukjente", "Eldre | Ukjente", "Eldre, ukjente"])
def test_another_mark_between_values_is_answered_with_the_right_one(written):
    found = problems(units=f"name;sector;target_groups\nBolig;bolig;{written}\nRus;helse;")

    assert [problem.value.casefold() for problem in found] == ["ukjente"]


def test_a_bar_separates_known_words():
    assert (
        problems(units="name;sector;target_groups\nBolig;bolig;eldre|bostedsløse\nRus;helse;") == []
    )


def test_a_date_that_may_be_two_days_is_told_with_both():
    [problem] = problems(arenas="name;valid_to\nForum;04/05/2026")
    assert problem.message == (
        "«04/05/2026» kan være 04.05.2026 eller 05.04.2026. Skriv dagen som 2026-05-04."
    )


def test_a_year_of_eight_digits_is_no_year():
    [problem] = problems(municipality="number;year\n0000;31 12 2026")
    assert (problem.kind.code, problem.place.column) == ("E12", "year")


@pytest.mark.parametrize("text", ["-", "ukjent", "Vet ikke", "N/A", "?"])
@pytest.mark.parametrize("column", ["meetings_per_year", "valid_to", "level"])
def test_what_people_write_for_not_known_is_told_to_be_left_empty(column, text):
    [problem] = problems(arenas=f"name;{column}\nForum;{text}")
    assert problem.suggestion == "La cellen stå tom hvis det ikke er kjent."


def test_a_cell_that_is_needed_is_never_told_to_be_left_empty():
    [problem] = problems(units="name;sector\nBolig;vet ikke\nRus;helse")
    assert "tom" not in problem.suggestion


@pytest.mark.parametrize("cell", ["Bolig, Rus", "Bolig og Rus", "Bolig; Rus", "Bolig/Rus"])
def test_several_in_a_cell_for_one_are_told_to_be_rows(cell):
    [problem] = problems(participation=f'actor;arena\n"{cell}";Forum')
    assert problem.suggestion == "Skriv én rad for hver av dem: «Bolig» og «Rus»."


@pytest.mark.parametrize(
    ("written", "role"),
    [("deltaker", "member"), ("Møteleder", "leader"), ("fast medlem", "member")],
)
def test_other_words_for_a_role_are_known(written, role):
    [row, *_rest] = model(participation=f"actor;arena;role\nBolig;Forum;{written}\nRus;Forum;").all(
        Participation
    )
    assert row.role == role


@pytest.mark.parametrize("name", ["Stord", "Stord kommune", "STORD", "Prøvekommune", ""])
def test_a_name_that_no_other_municipality_has_is_left_alone(name):
    assert places("W22", municipality=f"number;name\n4614;{name}") == []


def test_the_name_of_another_municipality_is_asked_about():
    [problem] = problems("W22", municipality="number;name\n4614;Bergen")
    assert all(word in problem.message for word in ("4614", "Stord", "Bergen", "4601"))


@pytest.mark.parametrize("written", ["4614.0", "K-4614", "4614 Stord"])
def test_a_number_among_other_signs_is_suggested(written):
    [problem] = problems(municipality=f"number;name\n{written};Stord")
    assert problem.suggestion == "Mente du «4614»?"


def test_several_of_which_some_are_known_are_told_how_to_be_written():
    [problem] = problems(
        plans="name;kind\nA;temaplan\nB;temaplan", arenas='name;anchored_in\nForum;"A, C"'
    )
    assert problem.suggestion == "Skriv «;» mellom flere verdier."


def test_a_number_that_excel_made_a_date_is_told_so():
    [problem] = problems(arenas="name;meetings_per_year\nForum;2026-02-01")
    assert "Formater cellen som tekst" in problem.suggestion
