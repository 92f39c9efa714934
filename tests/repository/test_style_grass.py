"""The style of Neo4j Browser has every label and tie of the schema, in the colours of the map."""

import re
from pathlib import Path

import pytest

from samordning_graph.drawing.strokes import STROKES
from samordning_graph.graph.sector_colours import SECTOR_PALETTE, contrast_ratio, text_colour_on
from samordning_graph.property_graph.constraints import NODE_LABELS, TIE_TYPES
from samordning_graph.schema.tables import TIES

FILE = Path(__file__).parents[2] / "cypher" / "style.grass"
TEXT = FILE.read_text(encoding="utf-8")
ARENA = "#3a3a3a"
"""As the map draws arenas."""


def rules():
    """Read the file as Neo4j Browser does: no comments, and a value holds no colon."""
    found = re.findall(r"([a-zA-Z_.]+) \{\n((?:  [a-z-]+: [^:;]+;\n)+)\}\n", TEXT)
    return {
        selector: {
            name: value.strip('"') for name, value in re.findall(r"  ([a-z-]+): (.+);\n", body)
        }
        for selector, body in found
    }


RULES = rules()


def of(kind):
    return {name.partition(".")[2]: style for name, style in RULES.items() if name.startswith(kind)}


def test_the_file_is_nothing_but_rules():
    assert len(RULES) == TEXT.count("{\n")
    assert not {"/", "'", "\t"} & set(TEXT)


def test_every_label_and_every_tie_has_a_style_and_nothing_else_has():
    assert list(of("node")) == ["", *NODE_LABELS]
    assert list(of("relationship")) == ["", *TIE_TYPES]


def test_labels_have_colours_of_the_map_each_its_own():
    colours = [of("node")[label]["color"] for label in NODE_LABELS]

    assert len(set(colours)) == len(colours)
    assert set(colours) <= {*SECTOR_PALETTE, ARENA}
    assert of("node")["Arena"]["color"] == ARENA


@pytest.mark.parametrize("label", NODE_LABELS)
def test_the_name_on_a_node_can_be_read(label):
    style = of("node")[label]

    assert style["caption"] == "{name}"
    assert style["text-color-internal"] == text_colour_on(style["color"])
    assert contrast_ratio(style["text-color-internal"], style["color"]) >= 4.5


def test_ties_that_the_map_draws_have_its_colours():
    ties = of("relationship")

    assert ties["PARTICIPATES_IN"]["color"] == STROKES["takes_part"].colour
    assert ties["COLLABORATES_WITH"]["color"] == STROKES["link"].colour
    assert ties["HAS_AGREEMENT_WITH"]["color"] == STROKES["agreement"].colour


def test_a_tie_shows_its_type_or_a_property_that_it_has():
    properties = {str(tie_type.tie): tie_type.properties for tie_type in TIES}

    for tie, style in of("relationship").items():
        shown = re.fullmatch(r"\{(\w+)\}", style["caption"])
        assert style["caption"] == "<type>" or shown[1] in properties[tie]
