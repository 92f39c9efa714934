"""What is said with --map: lines, remarks, and what cannot be."""

import pytest

from samordning_graph.input.foreign.given_mapping import parse_mapping
from samordning_graph.input.foreign.raw_table import ForeignNetworkError, raw_table
from tests.input.foreign.networks import GEPHI_EDGES, GEPHI_NODES, GRAPHML, KUMU, imported, table

TABLE = raw_table("x.csv", [{"Grantee": "A", "Partner org": "B", "Kind": "NGO"}])
LIST = "Grantee;Partner org;Kind;How\nA;B;tilskudd;Strong\nC;D;tilskudd;Weak\n"


def test_a_column_is_named_as_in_the_workbook_or_in_english():
    mapping = parse_mapping(["Fra = Grantee", "to=partner  org", "# en merknad", ""], [TABLE])

    assert mapping.columns == {"from": ["grantee"], "to": ["partner org"]}


def test_a_line_may_end_in_a_remark_and_say_nothing():
    mapping = parse_mapping(["Type: NGO = Arenaer  # 3 (gjettet)", "Styrke: 2 =   # 4"], [TABLE])

    assert mapping.stated("type", "ngo") == ["Arenaer"]
    assert mapping.stated("strength", "2") == []


def test_what_is_said_wins_over_what_is_guessed(tmp_path):
    mapping = ("Fra = Grantee", "Til = Partner org", "Type = Kind", "Type: tilskudd = Avtale")
    network = imported(
        tmp_path, (*mapping, "Styrke = How", "Styrke: Strong = samordning"), l_csv=LIST
    )

    assert table(network, "links", "from", "to", "strength", "agreement", "comment") == [
        ("A", "B", "samordning", "tilskudd", ""),
        ("C", "D", "", "tilskudd", "Styrke: Weak"),
    ]


def test_a_type_that_was_said_to_be_something_is_kept_as_a_remark(tmp_path):
    network = imported(tmp_path, ("Type: NGO = ideell",), kart_json=KUMU)

    assert table(network, "external_actors", "comment") == [("Type: NGO. Nattely",)]


def test_several_columns_may_be_remarks(tmp_path):
    mapping = ("Fra = Grantee", "Til = Partner org", "Merknad = How", "Merknad = Kind")
    network = imported(tmp_path, mapping, l_csv=LIST)

    assert table(network, "links", "comment")[0] == ("Strong. Kind: tilskudd",)


def test_a_type_may_be_said_to_be_a_word_of_ours(tmp_path):
    mapping = ("Type: organization = Helse", "Type: ngo = ideell", "Type: funds = utelatt")
    network = imported(tmp_path, mapping, kart_json=KUMU)

    assert table(network, "units", "sector") == [("Helse",)]
    assert table(network, "external_actors", "actor_type") == [("Ideell organisasjon",)]
    assert any("1 forbindelse er utelatt" in remark for remark in network.remarks)


@pytest.mark.parametrize(
    "files",
    [
        {"nodes_csv": GEPHI_NODES, "edges_csv": GEPHI_EDGES},
        {"kart_json": KUMU},
        {"nett_graphml": GRAPHML},
        {"nett_csv": ";Forum;Råd\nBolig;x;leder\nRus;;x\n"},
        {"nett_csv": "Bolig;Rus\nRus;NAV\n"},
    ],
)
def test_the_mapping_that_is_printed_gives_the_same_rows_when_it_is_given_back(tmp_path, files):
    network = imported(tmp_path, **files)

    assert imported(tmp_path, tuple(network.mapping), **files).rows == network.rows


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Fra = Ukjent", "Partner org"),
        ("Fra", "Navn = Label"),
        ("Ukjent = Kind", "Navn = Label"),
        ("Type: NGO = Arener", "Arenaer"),
        ("Styrke: 2 = samordnin", "samordning"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(line, part):
    with pytest.raises(ForeignNetworkError, match=part):
        parse_mapping([line], [TABLE])
