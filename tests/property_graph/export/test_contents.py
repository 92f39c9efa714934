from samordning_graph.property_graph.export.contents import (
    Contents,
    PropertyType,
    cell,
    in_order,
    names_in_use,
    type_of_property,
)
from tests.helpers.tiny import tiny_model
from tests.property_graph.export.reading import example_models

PYTHON = {
    PropertyType.TEXT: str,
    PropertyType.TEXTS: list,
    PropertyType.YES_NO: bool,
    PropertyType.WHOLE: int,
    PropertyType.NUMBER: float,
}


def municipality_with_bank(number, bank):
    return tiny_model(
        municipality=f"number;name\n{number};By",
        units="name;sector\nBolig;bolig",
        external_actors=f"name;actor_type;tasks\n{bank};husbanken;skaffe",
        links=f"from;to\nBolig;{bank}",
    )


def test_a_national_actor_is_one_node_and_each_municipality_says_its_own_about_it():
    contents = Contents(
        [
            municipality_with_bank("0301", "Husbanken øst"),
            municipality_with_bank("1103", "Husbanken vest"),
        ]
    )

    (bank,) = [node for node in contents.nodes() if node.key == "no/husbanken"]
    knows = [tie for tie in contents.ties() if tie.type == "KNOWS"]
    assert bank.properties["name"] == "Husbanken vest"
    assert "tasks" not in bank.properties
    assert [
        (tie.from_key, tie.to_key, tie.properties["name"], tie.properties["tasks"]) for tie in knows
    ] == [
        ("0301", "no/husbanken", "Husbanken øst", ["obtain"]),
        ("1103", "no/husbanken", "Husbanken vest", ["obtain"]),
    ]


def test_every_node_is_there_once_and_every_tie_has_its_ends():
    contents = Contents(example_models())
    keys = [node.key for node in contents.nodes()]

    assert len(keys) == len(set(keys))
    assert {end for tie in contents.ties() for end in (tie.from_key, tie.to_key)} <= set(keys)


def test_every_property_holds_what_its_kind_says():
    contents = Contents(example_models())
    properties = [
        (name, value)
        for row in (*contents.nodes(), *contents.ties())
        for name, value in row.properties.items()
    ]

    assert {type_of_property(name) for name, _value in properties} == set(PropertyType)
    assert not [
        (name, value)
        for name, value in properties
        if type(value) is not PYTHON[type_of_property(name)]
    ]


def test_a_cell_is_one_line_that_every_format_can_hold():
    assert cell("a\tb\r\nc\0\ud800\ufffe\u2028d") == "a b c d"
    assert cell("«blåbær» & <b>") == "«blåbær» & <b>"
    assert [cell(value) for value in (False, 4, 4.0, ["a", "b"])] == ["false", "4", "4.0", "a;b"]


def test_what_has_been_read_is_exported_as_it_is():
    contents = Contents(example_models())
    texts = [
        value
        for row in (*contents.nodes(), *contents.ties())
        for value in row.properties.values()
        if isinstance(value, str)
    ]

    assert [cell(text) for text in texts] == texts


def test_only_properties_that_something_has_are_columns_in_the_order_of_the_schema():
    contents = Contents([tiny_model(units="name;sector;orgnr\nBolig;bolig;889640782\nRus;helse;")])
    found = names_in_use(contents.nodes(), lambda node: node.label)

    assert found["Unit"] == ("key", "name", "id", "sector", "orgnr", "municipality", "run")
    assert in_order({"run", "sector", "key"}) == ("key", "sector", "run")
