"""A plan as a document, as JSON and as rows: names, what is closed, what it costs, what is left."""

import io
import json
from collections.abc import Iterable
from importlib import resources

import jsonschema
import pytest

from samordning_graph.analysis.suggest.plan import MOST_INVITATIONS, suggest
from samordning_graph.common.locale import in_language
from samordning_graph.graph.build import build
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.input.overlay import overlaid
from samordning_graph.input.read_source import read_source
from samordning_graph.input.validate import validate
from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph, Sentences, TableBlock
from samordning_graph.report.data import suggestions_json as suggest_json
from samordning_graph.report.data import suggestions_overlay as suggest_overlay
from samordning_graph.report.documents.suggestions import amount, suggest_document
from samordning_graph.report.formats.registry import FORMATS
from tests.analysis.suggest.samples import lacking, sharing, units
from tests.helpers.samples import DATA_SETS, HOSTILE, hostile, municipality
from tests.helpers.tiny import TODAY, tiny_source

SCHEMA = json.loads(
    resources.files("samordning_graph.report.data")
    .joinpath("suggest.schema.json")
    .read_text(encoding="utf-8")
)
NOWHERE = {
    "units": units("Bolig bolig", "Hjelp stab", "Plan plan", "Rus helse"),
    "participation": "actor;arena\nHjelp;Forum",
}
"""Three who share a goal and sit nowhere."""


def blocks(graph: Graph, kind: type = object, most: int = MOST_INVITATIONS) -> list:
    return [
        block for block in suggest_document(graph, suggest(graph, most)) if isinstance(block, kind)
    ]


def written(graph: Graph, format_name: str = "text") -> str:
    stream = io.StringIO()
    FORMATS[format_name].write_blocks(suggest_document(graph, suggest(graph)), stream)
    return stream.getvalue()


def under(found: Iterable[Block], heading: str) -> list[Block]:
    inside, latest_heading = [], ""
    for block in found:
        if isinstance(block, Heading):
            latest_heading = block.text
        elif latest_heading == heading:
            inside.append(block)
    return inside


def table(graph: Graph, column: str) -> TableBlock:
    """Return the table that has a column."""
    (found,) = [block for block in blocks(graph, TableBlock) if column in block.header]
    return found


def invitations(graph: Graph, most: int = MOST_INVITATIONS) -> tuple[str, ...]:
    return tuple(
        item for block in blocks(graph, Bullets, most) if block.numbered for item in block.items
    )


def paragraphs(graph: Graph, most: int = MOST_INVITATIONS) -> str:
    return "\n".join(block.text for block in blocks(graph, Paragraph, most))


# The document


def test_an_invitation_says_who_where_whom_it_meets_the_cost_and_what_it_closes():
    first, second = invitations(lacking())

    assert first == (
        "Plan can be invited to «Forum», where Bolig already takes part. 4 meetings a year, about 6"
        " hours. Closes at least 1 pair."
    )
    assert second.startswith("Rus can be invited to «Forum»")


def test_those_who_are_invited_to_one_arena_meet_each_other_too():
    along = "Those who are invited to one arena meet each other too: 1 pair more."

    assert along in paragraphs(lacking())
    assert along not in paragraphs(lacking(), 1)


def test_seats_beyond_the_limit_are_counted():
    assert "1 more seat would close something." in paragraphs(lacking(), 1)
    assert "more seat" not in paragraphs(lacking())


def test_an_agreement_that_lapsed_can_be_renewed():
    graph = lacking(
        goal_owners=sharing("Bolig", "Plan"),
        links="from;to;agreement;valid_to\nBolig;Plan;Avtale;2025-12-31",
    )
    (renewals,) = under(blocks(graph), "Agreements that can be renewed")

    assert renewals.items[0].startswith("The agreement «Avtale» was valid to 2025-12-31.")
    assert renewals.items[0].endswith("Closes at least 1 pair.")
    assert table(graph, "Ground").rows[0][:2] == ("«Avtale»", "Bolig – Plan")
    assert "single persons" not in paragraphs(graph)


@pytest.mark.parametrize("format_name", ["text", "md", "html"])
def test_what_to_know_of_confidentiality_stands_once_where_a_seat_or_an_arena_is_proposed(
    format_name: str,
):
    def times(graph: Graph) -> int:
        return " ".join(written(graph, format_name).split()).count("settle the basis for sharing")

    assert times(lacking()) == times(lacking(**NOWHERE)) == 1
    assert times(lacking(goal_owners="actor;goal")) == 0


def test_it_begins_with_what_is_lacking_today_and_then_the_steps():
    title, lacking_today, first_steps = blocks(lacking())[:3]

    assert title.level == 1
    assert lacking_today.text == "Without documented coordination today: 3 pairs."
    assert first_steps == Heading(2, "Whom to invite where")


@pytest.mark.parametrize(
    ("rows", "begins"),
    [
        (["Plan;Rus"], "Without documented coordination today: 2 pairs. Accepted"),
        (["Plan;Rus", "Plan;Bolig", "Bolig;Rus"], "In what could be assessed, nothing else lacks"),
    ],
)
def test_what_the_municipality_has_accepted_is_counted(rows: list[str], begins: str):
    accepted = "\n".join(["subject;related;reason", *(f"{row};Nok" for row in rows)])
    (today,) = [
        block.text
        for block in blocks(lacking(accepted_gaps=accepted))[:2]
        if isinstance(block, Paragraph)
    ]

    assert today.startswith(begins)
    pairs = f"{len(rows)} pair{'s' * (len(rows) > 1)}"
    assert f"Accepted by the municipality, and so no part of this: {pairs}." in today


@pytest.mark.parametrize("tables", [{}, NOWHERE])
def test_what_the_data_do_not_know_stands_under_what_is_proposed(tables: dict[str, str]):
    graph = lacking(**tables)
    heading = "Where no arena has a seat that suits" if tables else "Whom to invite where"
    proposed = "\n".join(
        block.text for block in under(blocks(graph), heading) if isinstance(block, Paragraph)
    )

    assert "ask before you invite" in proposed
    assert "settle the basis for sharing" in proposed
    assert "no answer key" in blocks(graph)[-1].text


def test_where_nobody_is_to_be_invited_nobody_is_told_to_ask_first():
    text = paragraphs(lacking(goal_owners="actor;goal"))

    assert "ask before you invite" not in text
    assert "no answer key" in text


def test_what_cannot_be_assessed_is_to_be_asked_about_first():
    graph = lacking(
        units="name;sector\nBolig;bolig\nHjelp;helse\nPlan;plan\nRus;helse",
        arenas="name;participants_complete\nForum;nei",
    )

    assert "Not assessed, and so no part of this: 3 pairs. Ask about them first." in paragraphs(
        graph
    )
    assert not blocks(graph, TableBlock)


def test_without_any_tie_it_says_that_nothing_is_filled_in():
    assert "is filled in" in paragraphs(lacking(participation="actor;arena"))


def test_a_seat_at_the_edge_becomes_a_membership():
    graph = lacking(
        goal_owners=sharing("Bolig", "Plan"),
        participation="actor;arena;role\nBolig;Forum;\nPlan;Forum;ved behov",
    )
    members, *_cost = under(blocks(graph), "Who can become a member")

    assert members.items[0].startswith(
        "Plan can become a member of «Forum», where it is «on call» now, and meets Bolig there. 4"
    )


def test_a_duty_is_told_by_its_name():
    graph = lacking(
        goal_owners="actor;goal",
        local_requirements="actor_a;actor_b;reason\nBolig;Plan;Avtalt",
    )
    (invitation,) = invitations(graph)

    assert "This gives a documented contact for: Own requirement: Bolig – Plan." in invitation
    assert (
        "Plan → Forum",
        "Plan – Bolig",
        "Own requirement: Bolig – Plan",
        "the municipality's own requirement",
    ) in (table(graph, "Ground").rows)


def test_an_unknown_number_of_meetings_is_an_unknown_cost():
    graph = lacking(arenas="name;participants_complete\nForum;ja")

    assert "How often it meets is not filled in." in invitations(graph)[0]
    assert "the cost is not known" in paragraphs(graph)


def test_where_some_are_known_the_cost_is_at_least_that():
    graph = lacking(
        arenas="name;participants_complete;meetings_per_year\nForum;ja;4\nTeam;ja;",
        participation="actor;arena\nBolig;Forum\nPlan;Team\nRus;Team",
        goal_owners=sharing("Bolig", "Plan"),
        referrals="from;to\nHjelp;Plan",
    )

    assert "at least 6 hours a year; for 1 step" in paragraphs(graph)


def test_every_pair_that_is_closed_is_told_with_its_ground():
    rows = table(lacking(), "Ground").rows

    assert [(step, pair) for step, pair, _ground, _basis in rows] == [
        ("Plan → Forum", "Bolig – Plan"),
        ("Rus → Forum", "Bolig – Rus"),
    ]
    assert all("Raskere bosetting" in ground for _step, _pair, ground, _basis in rows)


def test_what_is_left_is_counted_by_basis():
    (left,) = under(blocks(lacking(), most=1), "What is left")[:1]
    (nothing,) = under(blocks(lacking()), "What is left")[:1]

    assert left.rows == (("pair", "recommended", "3", "0", "1", "1", "1"),)
    assert nothing.rows == (("pair", "recommended", "3", "0", "3", "0", "0"),)


def test_it_says_that_no_other_choice_closes_more():
    how = under(blocks(lacking(), most=2), "How this was found")[0]

    assert "no other choice of at most 2 of them closes more" in how.items[0]


def test_a_new_arena_has_a_name_members_a_level_and_what_it_closes():
    (proposal,) = blocks(lacking(**NOWHERE), Sentences)

    assert proposal.title == "New arena about «Raskere bosetting»"
    assert proposal.lines == (
        ("Members", "Bolig, Plan and Rus"),
        ("Level", "operational"),
        ("Goal", "Raskere bosetting"),
        ("Closes at least", "3 pairs"),
    )


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Møte;ja;informasjon", "«Møte» (information only)"),
        ("Møte;ja;", "«Møte» (nobody is listed there)"),
    ],
)
def test_arenas_that_are_about_it_already_are_named_first(row: str, why: str):
    graph = lacking(
        **NOWHERE,
        arenas=f"name;participants_complete;kind;goals\nForum;ja;;\n{row};Raskere bosetting",
    )
    (proposal,) = blocks(graph, Sentences)

    assert (
        dict(proposal.lines)["Before you make a new one"] == f"These are about it already: {why}."
    )


def test_names_are_never_markup():
    text = written(hostile(), "html")

    assert "<script>alert" not in text
    assert "<img" not in text


def test_a_figure_has_no_more_decimals_than_it_needs():
    with in_language("nb"):
        assert (amount(6), amount(1.5), amount(0)) == ("6", "1,5", "0")


@pytest.mark.parametrize("name", DATA_SETS)
@pytest.mark.parametrize("format_name", ["text", "md", "html"])
def test_every_data_set_is_written(name: str, format_name: str):
    assert written(municipality(name), format_name)


# JSON


def plan_as_json(graph: Graph, most: int = MOST_INVITATIONS) -> dict:
    stream = io.StringIO()
    suggest_json.write(graph, suggest(graph, most), stream)
    return json.loads(stream.getvalue())


@pytest.mark.parametrize("name", DATA_SETS)
def test_the_json_of_every_data_set_is_as_the_schema_says(name: str):
    jsonschema.Draft202012Validator(SCHEMA).validate(plan_as_json(municipality(name)))


def test_the_json_of_every_kind_of_step_is_as_the_schema_says():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for graph in (
        lacking(),
        hostile(),
        lacking(**NOWHERE),
        lacking(participation="actor;arena"),
        lacking(**NOWHERE, goal_owners="actor;goal", referrals="from;to\nRus;Bolig"),
        lacking(participation="actor;arena;role\nBolig;Forum;\nPlan;Forum;ved behov"),
        lacking(links="from;to;agreement;valid_to\nBolig;Plan;Avtale;2025-12-31"),
    ):
        jsonschema.Draft202012Validator(SCHEMA).validate(plan_as_json(graph))


def test_the_json_says_what_each_step_closes_and_every_pair_that_is_left():
    written = plan_as_json(lacking(), 1)
    (step,) = written["invitations"]

    assert step["closes"] == {
        "weight": 2,
        "pairs": [{"a": "bolig", "b": "plan", "basis": "recommended", "rules": ["LINK03"]}],
        "duties": [],
    }
    assert step["meets"] == ["bolig"]
    assert step["sentence"] == "Plan can be invited to «Forum», where Bolig already takes part."
    assert [(pair["a"], pair["b"]) for pair in written["left"]["pairs"]] == [("bolig", "rus")]
    assert written["result"]["closed"] == 4
    assert "each piece of information" in written["confidentiality"]


# Rows to try out


def overlay_file(graph: Graph, tmp_path):
    file = tmp_path / "forslag.yaml"
    with file.open("w", encoding="utf-8") as stream:
        suggest_overlay.write(graph, suggest(graph), stream)
    return file


def test_the_rows_are_read_as_a_data_set_is(tmp_path):
    source = read_source(overlay_file(lacking(), tmp_path))

    assert not source.problems.any_errors
    assert [record.cells for record in source.records] == [
        {"actor": unit, "arena": "forum", "role": "member", "source": "Suggestion, not decided"}
        for unit in ("plan", "rus")
    ]


@pytest.mark.parametrize(
    ("about", "column", "cell"),
    [
        ({}, "goals", "raskere-bosetting"),
        (
            {
                "goals": "name",
                "measures": "id;name\nt;Tiltaket",
                "goal_owners": sharing("Bolig", "Plan", goal="t"),
            },
            "goals",
            None,
        ),
        (
            {
                "goal_owners": "actor;goal",
                "units": "name;sector;surveyed;target_groups\nHjelp;stab;ja;\nBolig;bolig;ja;eldre\n"
                "Plan;plan;ja;eldre\nRus;helse;ja;eldre",
            },
            "target_groups",
            "eldre",
        ),
    ],
)
def test_a_new_arena_is_a_row_with_its_goal_or_target_group(tmp_path, about, column, cell):
    graph = lacking(**{**NOWHERE, **about})
    source = read_source(overlay_file(graph, tmp_path))
    (arena,) = [record.cells for record in source.records if record.table == "arenas"]

    assert arena.get(column) == cell
    assert arena["participants_complete"] == "ja"
    assert {
        record.cells["arena"] for record in source.records if record.table == "participation"
    } == {arena["id"]}


def test_a_renewal_is_an_agreement_without_a_last_day(tmp_path):
    graph = lacking(
        goal_owners=sharing("Bolig", "Plan"),
        links="from;to;agreement;valid_to\nPlan;Bolig;Avtale;2025-12-31",
    )
    (record,) = read_source(overlay_file(graph, tmp_path)).records

    assert (record.table, record.cells["agreement"]) == ("links", "Avtale")
    assert (record.cells["from"], record.cells["to"]) == ("plan", "bolig")
    assert "valid_to" not in record.cells


def test_a_new_arena_takes_no_id_that_is_in_use():
    graph = lacking(**NOWHERE)
    taken = next(suggest_overlay.arena_rows(graph, suggest(graph)))["id"]
    elsewhere = lacking(
        **NOWHERE, arenas=f"id;name;participants_complete\nforum;Forum;ja\n{taken};X;ja"
    )

    assert next(suggest_overlay.arena_rows(elsewhere, suggest(elsewhere)))["id"] == f"{taken}-2"


def test_names_that_mean_something_in_yaml_stay_names(tmp_path):
    graph = lacking(
        **NOWHERE,
        goals=f"id;name\nm;{HOSTILE}: - #",
        goal_owners=sharing("Bolig", "Plan", goal="m"),
    )
    source = read_source(overlay_file(graph, tmp_path))

    assert not source.problems.any_errors
    (arena,) = [record.cells for record in source.records if record.table == "arenas"]
    assert HOSTILE in arena["name"]


def test_with_the_rows_laid_over_the_data_the_pairs_are_covered(tmp_path):
    base = {
        **NOWHERE,
        "goals": "name\nRaskere bosetting",
        "goal_owners": sharing("Bolig", "Plan", "Rus"),
        "arenas": "name;participants_complete\nForum;ja",
    }
    graph = lacking(**base)
    model = validate(
        overlaid(tiny_source(**base), read_source(overlay_file(graph, tmp_path))), TODAY
    )
    after = suggest(build(model, AnalysisOptions(as_of=TODAY, duties=())))

    assert suggest(graph).new_arenas[0].theme.ground is Ground.GOAL
    assert not after.before


def test_without_steps_there_are_no_rows_and_it_can_be_read(tmp_path):
    source = read_source(overlay_file(lacking(goal_owners="actor;goal"), tmp_path))
    whole = overlaid(tiny_source(), source)

    assert not whole.problems.any_errors
    assert source.records == []
