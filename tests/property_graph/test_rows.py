from datetime import date

from samordning_graph.graph.build import build
from samordning_graph.property_graph.rows import GraphRows, plain
from tests.helpers.tiny import tiny, tiny_model

EXTERNAL = "id;name;actor_type;surveyed;tasks\n"


def rows(**tables):
    return GraphRows(build(tiny_model(**tables)))


def node(found, key):
    (node,) = [node for node in found.nodes() if node.key == key]
    return node


def test_a_node_has_its_filled_columns_and_no_references():
    found = rows(units="name;sector;part_of;kostra;surveyed\nRus;helse;;242;ja\nBolig;bolig;Rus;;")

    assert node(found, "0000/rus").label == "Unit"
    assert node(found, "0000/rus").properties == {
        "key": "0000/rus",
        "municipality": "0000",
        "id": "rus",
        "name": "Rus",
        "sector": "helse",
        "kostra": ["242"],
        "surveyed": "yes",
    }
    assert "part_of" not in node(found, "0000/bolig").properties


def test_a_unit_without_a_boss_is_part_of_the_municipality():
    found = rows(units="name;sector\nBolig;bolig")

    (tie,) = found.ties()

    assert tie.identity == ("PART_OF", "0000/bolig", "0000", 1)


def test_target_groups_are_nodes_with_keys_that_no_unit_can_have():
    found = rows(units="name;sector;target_groups\nBolig;bolig;flyktninger")

    assert node(found, "0000/target-group/flyktninger").properties["id"] == "flyktninger"
    assert ("SERVES", "0000/bolig", "0000/target-group/flyktninger", 1) in {
        tie.identity for tie in found.ties()
    }


def test_a_national_actor_has_one_key_for_everyone_and_a_tie_with_what_is_said_here():
    found = rows(external_actors=EXTERNAL + "banken;Husbanken;husbanken;2026-01-02;skaffe")

    (shared,) = found.shared()

    assert shared.key == "no/husbanken"
    assert shared.properties["id"] == "husbanken"
    assert not {"municipality", "surveyed", "tasks"} & set(shared.properties)
    assert shared.knows["id"] == "banken"
    assert shared.knows["surveyed"] == "2026-01-02"
    assert shared.knows["tasks"] == ["obtain"]
    assert shared.knows["municipality"] == "0000"
    assert "no/husbanken" not in {node.key for node in found.nodes()}


def test_two_rows_of_one_national_type_are_two_nodes_of_the_municipality():
    found = rows(external_actors=EXTERNAL + "a;Husbanken sør;husbanken;;\nb;Husbanken;husbanken;;")

    assert list(found.shared()) == []
    assert {"0000/a", "0000/b"} <= {node.key for node in found.nodes()}


def test_agreements_between_the_same_two_are_told_apart_and_do_not_depend_on_the_order():
    units = "name;sector\nBolig;bolig\nRus;helse"
    first, second = "Bolig;Rus;A;2027", "Rus;Bolig;B;2026"
    head = "from;to;agreement;valid_to\n"

    forwards = rows(units=units, links=f"{head}{first}\n{second}")
    backwards = rows(units=units, links=f"{head}{second}\n{first}")

    def agreements(found):
        return sorted(
            (tie.nth, tie.properties["agreement"], tie.properties["valid_to"])
            for tie in found.ties()
            if tie.type == "HAS_AGREEMENT_WITH"
        )

    assert agreements(forwards) == agreements(backwards)
    assert agreements(forwards) == [(1, "A", "2027-12-31"), (2, "B", "2026-12-31")]


def test_own_words_answers_accepted_gaps_and_steps_are_nodes_with_all_their_columns():
    found = rows(
        units="name;sector\nBolig;bolig",
        vocabulary="list;id;name;service\nsektor;kultur;Kultur;nei",
        self_assessment="factor;answer;respondent\nLedelse;ja;Bolig",
        accepted_gaps="code;subject;related;reason\nLINK03;bolig;rus;Vi bor vegg i vegg",
        follow_up="step;subject;deadline\nFinne et møterom;bolig;2027-01-15",
    )

    assert node(found, "0000/own-word/1").properties["service"] is False
    assert node(found, "0000/self-assessment/1").properties["respondent"] == "bolig"
    assert node(found, "0000/accepted-gap/1").properties["related"] == ["rus"]
    step = node(found, "0000/agreed-step/1").properties
    assert (step["name"], step["deadline"]) == ("Finne et møterom", "2027-01-15")
    assert found.count_nodes() == len(list(found.nodes())) + 1


def test_an_own_word_that_is_a_known_word_says_which():
    found = rows(
        units="name;sector\nBolig;Bustad",
        vocabulary="list;id;name\nsektor;hus;Bustad\nsektor;kultur;Kultur",
    )

    assert node(found, "0000/bolig").properties["sector"] == "bolig"
    assert node(found, "0000/own-word/1").properties["id"] == "hus"
    assert node(found, "0000/own-word/1").properties["means"] == "bolig"
    assert "means" not in node(found, "0000/own-word/2").properties


def test_what_the_word_lists_say_of_a_node_is_written_where_it_is_the_exception():
    found = rows(
        units="name;sector\nBolig;bolig\nSjef;ledelse\nKyst;kyst\nFormannskapet;plan",
        arenas="name\nForum\nKommunestyret",
        vocabulary="list;id;name;service\nsektor;kyst;Kyst;nei",
    )

    services = {id_: node(found, f"0000/{id_}").properties for id_ in ("bolig", "sjef", "kyst")}
    assert {id_: of.get("is_service") for id_, of in services.items()} == {
        "bolig": None,
        "sjef": False,
        "kyst": False,
    }
    assert node(found, "0000/kommunestyret").properties["political_body"] is True
    assert node(found, "0000/formannskapet").properties["political_body"] is True
    assert node(found, "0000/formannskapet").properties["is_service"] is False
    assert "political_body" not in node(found, "0000/sjef").properties
    assert "political_body" not in node(found, "0000/forum").properties


def test_counts_are_those_of_what_is_written():
    found = GraphRows(
        tiny(
            units="name;sector;target_groups\nBolig;bolig;flyktninger",
            external_actors=EXTERNAL + "banken;Husbanken;husbanken;;",
        )
    )

    shared = list(found.shared())
    assert found.count_nodes() == 1 + len(list(found.nodes())) + len(shared)
    assert found.count_ties() == len(list(found.ties())) + len(shared)


def test_values_are_those_that_neo4j_can_hold():
    assert plain((date(2026, 1, 2), "å")) == ["2026-01-02", "å"]
    assert plain("half \ud800") == "half ?"
    assert plain(True) is True
