"""The shapes that other programs write, from file to rows."""

import pytest

from samordning_graph.input.foreign import raw_table, read_files
from samordning_graph.input.foreign.raw_table import ForeignNetworkError
from tests.helpers.files import identity_number
from tests.input.foreign.networks import (
    GEPHI_EDGES,
    GEPHI_NODES,
    GRAPHML,
    KUMU,
    OLD_GEXF,
    YED,
    imported,
    table,
)


@pytest.fixture
def gephi(tmp_path):
    return imported(tmp_path, nodes_csv=GEPHI_NODES, edges_csv=GEPHI_EDGES)


# Nodes and ties


def test_nodes_go_where_their_type_says(gephi):
    assert table(gephi, "units", "name", "sector") == [
        ("Boligkontoret", "Bolig"),
        ("Rustjenesten", "Helse"),
    ]
    assert table(gephi, "external_actors", "name", "actor_type") == [("Fengselet", "Fengsel")]
    assert table(gephi, "arenas", "name") == [("Boligforum",)]


def test_ties_go_where_their_type_and_their_ends_say(gephi):
    assert table(gephi, "links", "from", "to", "agreement") == [
        ("Boligkontoret", "Rustjenesten", ""),
        ("Boligkontoret", "Fengselet", "avtale om løslatelse"),
    ]
    assert table(gephi, "referrals", "from", "to") == [("Rustjenesten", "Fengselet")]
    assert table(gephi, "participation", "actor", "arena") == [
        ("Boligkontoret", "Boligforum"),
        ("Rustjenesten", "Boligforum"),
    ]


def test_a_number_is_no_strength_and_is_kept_as_a_remark(gephi):
    assert table(gephi, "links", "strength", "comment")[0] == (
        "",
        "Type: samarbeider med. Styrke: 2.0",
    )


def test_every_row_says_which_file_it_is_from(gephi):
    assert {row for name in ("units", "arenas") for row in table(gephi, name, "source")} == {
        ("nodes.csv",)
    }


def test_what_is_not_taken_over_is_listed(gephi):
    assert "# ikke tatt med: Modularity Class" in gephi.mapping


# Other shapes


def test_an_edge_list_makes_units_without_a_sector(tmp_path):
    network = imported(tmp_path, liste_csv="Fra;Til;Styrke\nBolig;Rus;samordning\nRus;NAV;\n")

    assert network.rows["units"] == [
        {"name": name, "source": "liste.csv"} for name in ("Bolig", "Rus", "NAV")
    ]
    assert table(network, "links", "from", "to", "strength") == [
        ("Bolig", "Rus", "samordning"),
        ("Rus", "NAV", ""),
    ]
    assert any("3 rader i Enheter" in remark for remark in network.remarks)


def test_an_edge_list_may_lack_headers(tmp_path):
    network = imported(tmp_path, liste_csv="Bolig;Rus\nRus;NAV\nBolig;Rus\n")

    assert table(network, "links", "from", "to") == [("Bolig", "Rus"), ("Rus", "NAV")]


def test_an_actor_and_an_arena_on_a_row_is_a_participation(tmp_path):
    network = imported(tmp_path, liste_csv="Tjeneste;Møte;Rolle\nBolig;Forum;leder\nRus;Forum;x\n")

    assert table(network, "arenas", "name") == [("Forum",)]
    assert table(network, "participation", "actor", "arena", "role") == [
        ("Bolig", "Forum", "leder"),
        ("Rus", "Forum", ""),
    ]


def test_a_node_without_a_type_may_be_known_by_its_name(tmp_path):
    network = imported(tmp_path, liste_csv="Fra;Til\nBolig;Husbanken\nBolig;Politiet\n")

    assert table(network, "external_actors", "name", "actor_type") == [
        ("Husbanken", "Husbanken"),
        ("Politiet", "Politi"),
    ]
    assert any("2 noder uten type" in remark for remark in network.remarks)


def test_a_header_with_the_word_type_is_the_type(tmp_path):
    network = imported(
        tmp_path, liste_csv="Tjeneste;Samarbeider med;Type kontakt\nBolig;Rus;kjenner til\n"
    )

    assert table(network, "links", "strength") == [("kjennskap",)]


def test_kumu_json_has_its_attributes_one_step_in(tmp_path):
    network = imported(tmp_path, kart_json=KUMU)

    assert table(network, "units", "name", "comment") == [("Boligkontoret", "Type: Organization")]
    assert table(network, "external_actors", "name", "comment") == [
        ("Kirkens sted", "Type: NGO. Nattely")
    ]
    assert table(network, "links", "from", "to") == [("Boligkontoret", "Kirkens sted")]
    assert any("maps" in remark for remark in network.remarks)


def test_ties_of_d3_may_name_nodes_by_their_number(tmp_path):
    nodes = '"nodes": [{"name": "Bolig"}, {"name": "Rus"}]'
    links = '"links": [{"source": 0, "target": 1}]'
    network = imported(tmp_path, kart_json=f"{{{nodes}, {links}}}")

    assert table(network, "links", "from", "to") == [("Bolig", "Rus")]


def test_persons_are_left_out_with_their_ties_and_never_named(tmp_path):
    network = imported(tmp_path, kart_json=KUMU)
    printed = "\n".join((*network.mapping, *network.remarks))

    assert "Ola" not in str(network.rows) + printed
    assert any("1 node er en person" in remark for remark in network.remarks)


def test_what_is_no_actor_is_left_out(tmp_path):
    network = imported(
        tmp_path,
        nodes_csv="Id;Navn;Type\n1;Bolig;enhet\n2;Ingen skal være bostedsløse;Goal\n",
        edges_csv="Fra;Til\n1;2\n",
    )

    assert "Type: Goal = utelatt  # 1" in network.mapping
    assert table(network, "units", "name") == [("Bolig",)]


def test_a_tie_of_an_unknown_type_is_no_cooperation(tmp_path):
    network = imported(tmp_path, kart_json=KUMU)

    assert "Type: Funds =   # 1 (ordet er ukjent)" in network.mapping
    assert any("«Funds»" in remark for remark in network.remarks)


def test_graphml_with_its_keys_in_the_graph(tmp_path):
    network = imported(tmp_path, nett_graphml=GRAPHML)

    assert table(network, "units", "name") == [("Boligkontoret",), ("Rus",)]
    assert table(network, "participation", "actor", "arena") == [
        ("Boligkontoret", "Boligseminaret")
    ]
    assert table(network, "links", "to", "strength") == [("Rus", "kjennskap")]


def test_the_names_that_yed_draws(tmp_path):
    network = imported(tmp_path, nett_graphml=YED)

    assert table(network, "links", "from", "to") == [("Bolig", "Rus")]


def test_an_old_gexf_with_numbered_attributes_and_ties_of_both_kinds(tmp_path):
    network = imported(tmp_path, nett_gexf=OLD_GEXF)

    assert table(network, "units", "name", "comment") == [("Bolig", ""), ("Rus", "")]
    assert table(network, "links", "from", "to") == [("Bolig", "Rus")]


def test_what_is_a_network_is_told_by_what_the_file_holds(tmp_path):
    assert table(imported(tmp_path, nett_gml=GRAPHML), "arenas", "name") == [("Boligseminaret",)]


# Matrices


def test_a_square_matrix_is_collaboration_once_for_each_pair(tmp_path):
    network = imported(tmp_path, nett_csv=";Bolig;Rus;NAV\nBolig;0;1;\nRus;1;0;2\nNAV;0;2;0\n")

    assert table(network, "links", "from", "to", "comment") == [
        ("Bolig", "Rus", "Styrke: 1"),
        ("Rus", "NAV", "Styrke: 2"),
    ]
    assert "Styrke: 2 =   # 2" in network.mapping


def test_a_one_is_kept_where_others_weigh_more_and_says_nothing_else(tmp_path):
    weights = "Source;Target;Weight\nBolig;Rus;1.0\nRus;NAV;{}\n"
    alike = imported(tmp_path, nett_csv=weights.format(1))
    apart = imported(tmp_path, nett_csv=weights.format(3))

    assert table(alike, "links", "comment") == [("",), ("",)]
    assert table(apart, "links", "comment") == [("Styrke: 1.0",), ("Styrke: 3",)]


def test_a_matrix_of_marks_is_actors_by_arenas(tmp_path):
    network = imported(tmp_path, nett_csv=";Forum;Råd\nBolig;x;leder\nRus;;x\n")

    assert table(network, "participation", "actor", "arena", "role") == [
        ("Bolig", "Forum", ""),
        ("Bolig", "Råd", "leder"),
        ("Rus", "Råd", ""),
    ]


def test_an_unknown_mark_of_a_matrix_is_no_tie_and_is_named_with_its_cell(tmp_path):
    network = imported(tmp_path, nett_csv=";Forum;Møte\nBolig;x;\nRus;☑;?\nNAV;0;•\n")

    assert table(network, "participation", "actor", "arena") == [
        ("Bolig", "Forum"),
        ("Rus", "Forum"),
        ("NAV", "Møte"),
    ]
    assert "Rolle: ? =   # 1" in network.mapping
    assert any("«?» (Rus × Møte)" in remark for remark in network.remarks)


def test_an_unknown_mark_may_be_said_to_be_a_role(tmp_path):
    text = "Aktør;Forum;Gruppe\nBolig;x;\nRus;x;fast\n"
    network = imported(tmp_path, ("Rolle: fast = leder",), nett_csv=text)

    assert table(network, "participation", "actor", "arena", "role")[-1] == (
        "Rus",
        "Gruppe",
        "leder",
    )


def test_a_matrix_of_unknown_marks_alone_must_be_said_to_be_one(tmp_path):
    text = ";Forum;Råd\nBolig;L;M\nRus;M;L\n"
    with pytest.raises(ForeignNetworkError, match="--map Fra=rad --map Til=kolonne"):
        imported(tmp_path, nett_csv=text)
    mapping = ("Fra = rad", "Til = kolonne", "Rolle: L = leder", "Rolle: M = medlem")

    assert ("Rus", "Råd", "leder") in table(
        imported(tmp_path, mapping, nett_csv=text), "participation", "actor", "arena", "role"
    )


def test_marks_under_a_forum_are_no_arenas(tmp_path):
    with pytest.raises(ForeignNetworkError, match="Til=kolonne"):
        imported(tmp_path, nett_csv=";Forum;Råd\nBolig;x;L\nRus;x;M\n")


def test_a_list_with_a_column_of_answers_is_no_matrix(tmp_path):
    network = imported(tmp_path, nett_csv="Hvem;Partner;Tett\nBolig;Rus;ja\nRus;NAV;ja\n")

    assert table(network, "links", "from", "to") == [("Bolig", "Rus"), ("Rus", "NAV")]


def test_the_columns_of_a_matrix_may_be_said_to_be_actors(tmp_path):
    mapping = ("Type: kolonne = Eksterne aktører",)
    network = imported(tmp_path, mapping, nett_csv=";Husbanken;Politiet\nBolig;x;x\nRus;;x\n")

    assert table(network, "links", "from", "to") == [
        ("Bolig", "Husbanken"),
        ("Bolig", "Politiet"),
        ("Rus", "Politiet"),
    ]


def test_a_matrix_may_hold_how_often_and_its_sums_are_no_nodes(tmp_path):
    network = imported(tmp_path, nett_csv=";Forum;Råd;Sum\nBolig;4;0;4\nRus;0;12;12\nSum;4;12;16\n")

    assert table(network, "participation", "actor", "arena", "comment") == [
        ("Bolig", "Forum", "Styrke: 4"),
        ("Rus", "Råd", "Styrke: 12"),
    ]


def test_a_list_with_numbers_is_no_matrix(tmp_path):
    network = imported(
        tmp_path,
        enheter_csv="Navn;Ansatte;Budsjett\nBolig;12;900\nRus;7;400\n",
        samarbeid_csv="Fra;Til\nBolig;Rus\n",
    )

    assert table(network, "units", "name") == [("Bolig",), ("Rus",)]
    assert not network.rows.get("arenas")


def test_headers_may_name_the_ends_before_what_else_they_say(tmp_path):
    network = imported(
        tmp_path,
        nett_csv="from_org_id,to_org_id,Y1995,Y2010\n11,12,TRUE,FALSE\n13,12,FALSE,FALSE\n14,11,FALSE,TRUE\n",
    )

    assert table(network, "links", "from", "to") == [("11", "12"), ("13", "12"), ("14", "11")]
    assert not network.rows.get("arenas")


def test_a_list_that_begins_row_after_row_with_one_name_is_no_matrix(tmp_path):
    network = imported(
        tmp_path,
        ("fra = org", "til = other"),
        nett_csv="org,other,active,paid\n11,12,1,0\n11,13,0,0\n11,14,0,0\n11,15,0,1\n12,13,0,0\n",
    )

    assert len(network.rows["links"]) == 5
    assert not network.rows.get("arenas")


# Names


def test_ids_of_the_nodes_are_the_ends_of_ties_whatever_they_are_called(tmp_path):
    network = imported(
        tmp_path,
        a_csv="org_id,project_id,part\n1,3,lead\n2,3,other\n1,2,other\n",
        b_csv="id,name\n1,Bolig\n2,Rus\n3,Helse\n",
    )

    ends = [("Bolig", "Helse"), ("Rus", "Helse"), ("Bolig", "Rus")]
    assert table(network, "links", "from", "to") == ends


def test_a_node_is_called_what_tells_its_id_in_words(tmp_path):
    network = imported(
        tmp_path,
        a_csv="from,to\ns01,s02\n",
        b_csv="id,size,sort,agency.full\ns01,20,kommune,Boligen\ns02,30,kommune,Helsen\n",
    )

    assert table(network, "units", "name") == [("Boligen",), ("Helsen",)]
    assert "Navn = agency.full" in network.mapping


def test_what_r_writes_in_an_empty_cell_is_no_type_and_may_be_a_name(tmp_path):
    network = imported(tmp_path, a_csv="from,to\nBolig,NA\n", b_csv="name,type\nBolig,NA\nNA,NGO\n")

    assert table(network, "external_actors", "name") == [("NA",)]
    assert not any(line.startswith("Type: NA") for line in network.mapping)


def test_an_id_that_is_that_of_no_node_is_named_and_makes_none(tmp_path):
    network = imported(
        tmp_path,
        nodes_csv="Id;Label\n1;Bolig\n2;Rus\n",
        edges_csv="Source;Target\n1;2\n1;77\n",
    )

    assert table(network, "units", "name") == [("Bolig",), ("Rus",)]
    assert any("«77»" in remark for remark in network.remarks)


def test_a_name_that_is_in_no_list_of_nodes_makes_one(tmp_path):
    network = imported(
        tmp_path, nodes_csv="Id;Label\n1;Bolig\n", edges_csv="Source;Target\nBolig;Rus\n"
    )

    assert table(network, "units", "name") == [("Bolig",), ("Rus",)]


def test_two_nodes_of_one_name_are_two_rows(tmp_path):
    network = imported(
        tmp_path,
        nodes_csv="Id;Label\na;Kontoret\nb;Kontoret\nc;Ω\n",
        edges_csv="Source;Target\na;b\nb;c\n",
    )

    assert table(network, "units", "name", "id") == [
        ("Kontoret", ""),
        ("Kontoret", "kontoret-2"),
        ("Ω", "node"),
    ]
    assert table(network, "links", "from", "to") == [
        ("Kontoret", "kontoret-2"),
        ("kontoret-2", "node"),
    ]


def test_a_parent_is_the_unit_above(tmp_path):
    network = imported(
        tmp_path,
        nodes_csv="Id;Navn;Overordnet\n1;Helse;\n2;Rus;1\n",
        edges_csv="Fra;Til\n1;2\n",
    )

    assert table(network, "units", "name", "part_of") == [("Helse", ""), ("Rus", "Helse")]


@pytest.mark.parametrize(
    ("edges", "sentence"),
    [
        ("Fra;Til\nBolig;Bolig\nBolig;Rus\n", "1 forbindelse går fra en node til seg selv"),
        ("Fra;Til;Merknad\nBolig;;x\nBolig;Rus;\n", "1 forbindelse har ikke begge endene"),
        ("Fra;Til;Vekt\nBolig;NAV;0\nBolig;Rus;1\n", "1 forbindelse har vekten 0"),
        ("Fra;Til\nBolig;Rus\nRus;Bolig\n", "1 forbindelse står to ganger"),
    ],
)
def test_a_tie_that_is_none_is_counted(tmp_path, edges, sentence):
    network = imported(tmp_path, nett_csv=edges)

    assert len(network.rows["links"]) == 1
    assert any(sentence in remark for remark in network.remarks)


def test_a_sheet_without_names_is_not_read_and_named(tmp_path):
    network = imported(
        tmp_path,
        nett_csv="Fra;Til\nBolig;Rus\n",
        annet_csv="Ukjent;Felt;Tre\na;b;c\n",
        om_csv="Slik ble det samlet inn\n",
    )

    assert table(network, "units", "name") == [("Bolig",), ("Rus",)]
    assert any("annet.csv" in remark for remark in network.remarks)
    assert any("om.csv" in remark for remark in network.remarks)


def test_columns_of_persons_are_pointed_out(tmp_path):
    network = imported(
        tmp_path,
        nodes_csv="Id;Navn;Type;Alder\n1;Bolig;0;40\n2;Rus;1;\n",
        edges_csv="Fra;Til\n1;2\n",
    )

    assert any("Alder" in remark for remark in network.remarks)


# What is refused


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("nett_net", "*Vertices 2\n", "GraphML"),
        ("nett_gml", "graph [\n", "GraphML"),
        ("nett_xml", "<svg/>", "GraphML"),
        ("nett_xml", "<graphml><node>", "skadet"),
        ("nett_json", '{"a": [', "JSON"),
        ("nett_json", '{"nodes": []}', "elements"),
        ("nett_csv", "Grantee;Kontor;Sted\nA;B;C\nD;E;F\n", "--map"),
        ("nett_csv", " \n", "tom"),
    ],
)
def test_what_is_no_network_is_one_sentence_with_what_to_do(tmp_path, name, text, word):
    with pytest.raises(ForeignNetworkError, match=word):
        imported(tmp_path, **{name: text})


def test_more_rows_than_a_person_can_go_on_in_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(raw_table, "MAX_ROWS", 2)

    with pytest.raises(ForeignNetworkError, match="2 rader"):
        imported(tmp_path, nett_csv="Fra;Til\nA;B\nB;C\nC;A\n")


def test_a_file_that_is_too_large_is_not_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(read_files, "MAX_NETWORK_BYTES", 9)

    with pytest.raises(ForeignNetworkError, match="MB"):
        imported(tmp_path, nett_csv="Fra;Til\nA;B\n")


def test_entities_are_refused(tmp_path):
    bomb = '<!DOCTYPE graphml [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><graphml><node id="&b;"/></graphml>'

    with pytest.raises(ForeignNetworkError, match="entiteter"):
        imported(tmp_path, nett_graphml=bomb)


def test_a_json_that_is_nested_without_end_is_refused(tmp_path):
    with pytest.raises(ForeignNetworkError, match="JSON"):
        imported(tmp_path, nett_json='{"nodes":' + "[" * 100_000)


def test_a_national_identity_number_is_refused_and_not_shown(tmp_path):
    number = identity_number("150785")

    with pytest.raises(ForeignNetworkError, match="fødselsnummer") as refused:
        imported(tmp_path, nett_csv=f"Fra;Til\nBolig;Rus\nRus;Ola {number}\n")

    assert number not in str(refused.value)
