"""The table of pairs: all of them, in few words; and what each rests on, by its number."""

import re
from collections import Counter

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.graph import AnalysisOptions, node_name
from samordning_graph.report.blocks import Bullets, Heading, Paragraph, Sentences, TableBlock
from samordning_graph.report.documents import pairs as module
from samordning_graph.report.documents.findings import findings_document
from samordning_graph.report.documents.pair_blocks import pairs_by_number
from samordning_graph.report.documents.pairs import pairs_section, pairs_to_tell
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.next_step import confidentiality_in_short
from tests.helpers.samples import DATA_SETS, EVERYBODY, example_with, municipality, sharing, written
from tests.helpers.tiny import TODAY, tiny


def section(graph) -> list:
    report = Report(graph)
    return list(pairs_section(report, pairs_to_tell(report)))


def rows(graph) -> list[tuple[str, ...]]:
    return [row for block in section(graph) if isinstance(block, TableBlock) for row in block.rows]


def by_number(graph) -> dict[str, dict[str, list[str]]]:
    report = Report(graph)
    found: dict[str, dict[str, list[str]]] = {}
    for block in pairs_by_number(report, pairs_to_tell(report)):
        if isinstance(block, Sentences):
            lines: dict[str, list[str]] = {}
            for label, line in block.lines:
                lines.setdefault(label, []).append(line)
            found[block.title] = lines
    return found


def texts(blocks) -> list[str]:
    found: list[str] = []
    for block in blocks:
        match block:
            case TableBlock():
                cells = (cell for row in block.rows for cell in row)
                found += [block.caption, *block.header, *cells]
            case Bullets():
                found += block.items
            case Heading() | Paragraph():
                found.append(block.text)
    return found


# The section as a whole


def test_why_a_pair_to_begin_with_stands_above_a_stronger_one_is_said():
    accepted = "subject;related;reason\nboligkontoret;barneverntjenesten;Nok"
    some, none = (
        next(block for block in section(graph) if isinstance(block, TableBlock))
        for graph in (example_with(accepted_gaps=accepted), example_with())
    )
    numbers = [int(row[0]) for row in some.rows]

    assert numbers == sorted(numbers)
    assert "Those among the matters to begin with come first" in some.caption
    assert "come first" not in none.caption


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_pairs_of_the_example_are_told_in_250_words_and_no_sentence_twice(language: str):
    with in_language(language):
        found = texts(section(municipality("eksempel")))
    sentences = [
        sentence
        for text in found
        for sentence in re.split(r"(?<=[.?!])\s+", text)
        if " " in sentence
    ]
    full = [sentence for sentence in sentences if sentence.endswith((".", "?", "!"))]

    words = (
        r"\w+" if language == "en" else r"\S+"
    )  # in the language of those who read it, marks too
    assert sum(len(re.findall(words, text)) for text in found) <= 250
    assert len(full) > 3
    assert [text for text, number in Counter(full).items() if number > 1] == []


@pytest.mark.parametrize("format_name", ["text", "md", "html"])
def test_the_table_names_every_pair_in_every_format(format_name: str):
    graph = municipality("eksempel")
    whole = " ".join(written(graph, format_name).split())

    for matter in Report(graph).matters.pairs(99):
        for end in matter.key:
            assert node_name(graph, end).split(" (")[0] in whole
    assert "Possible next step" in whole
    assert "Required" in whole


def test_no_pair_is_left_out_and_what_the_municipality_requires_comes_first():
    graph = municipality("eksempel")
    (number, names, *_rest), *others = rows(graph)

    assert len(others) + 1 == Report(graph).congruence["all"].not_documented == 11
    assert (number, names) == ("2", "Boligkontoret – Plan og samfunnsutvikling")
    assert len({row[1] for row in rows(graph)}) == 11


@pytest.mark.parametrize("name", DATA_SETS)
def test_the_table_and_the_rows_by_number_are_about_the_same_pairs(name: str):
    graph = municipality(name)
    numbers = sorted(int(row[0]) for row in rows(graph))

    assert [title.split(".")[0] for title in by_number(graph)] == [str(n) for n in numbers]


# The cells

TWO = {
    "units": "id;name;sector;target_groups\na;Alfa;bolig;eldre\nb;Beta;helse;eldre\n"
    "c;Gamma;plan;\nd;Delta;oppvekst;",
    "arenas": "id;name;participants_complete\nf;Forum;ja\ng;Gruppe;ja",
    "participation": "actor;arena\na;f\nc;f\nc;g\nb;g",
}


@pytest.mark.parametrize(
    ("more", "marked"),
    [
        ({}, [3]),
        ({"referrals": "from;to\na;b"}, [2, 3]),
        ({"goals": "id;name\nm;Mål", "goal_owners": "actor;goal\na;m\nb;m"}, [1, 3]),
        ({"local_requirements": "actor_a;actor_b;reason\na;b;Avtalt"}, [0, 3]),
    ],
)
def test_each_kind_of_ground_has_its_mark(more: dict, marked: list[int]):
    ((_number, names, *marks, _way, _step),) = rows(tiny(**TWO | more))

    assert names == "Alfa – Beta"
    assert [i for i, mark in enumerate(marks) if mark == "●"] == marked


def test_the_way_of_today_is_by_name_without_the_arenas_and_a_dash_where_there_is_none():
    ((*_cells, way, _step),) = rows(tiny(**TWO))
    apart = TWO | {"participation": "actor;arena\na;f\nc;f\nd;g\nb;g"}
    ((*_cells, no_way, _step),) = rows(tiny(**apart))

    assert (way, no_way) == ("Gamma", "–")
    (lines,) = by_number(tiny(**TWO)).values()
    assert lines["The way today"] == ["Alfa → «Forum» → Gamma → «Gruppe» → Beta"]


@pytest.mark.parametrize(
    ("more", "step"),
    [
        ({}, "Beta to «Forum»"),
        (
            {
                "participation": TWO["participation"]
                .replace("b;g", "b;g\nb;f;observatør")
                .replace("actor;arena", "actor;arena;role")
            },
            "Beta as member of «Forum»",
        ),
        (
            {"links": "from;to;agreement;valid_to\na;b;Avtalen;2020-01-01"},
            "Renew «Avtalen»",
        ),
        (
            {
                "arenas": "id;name;kind;participants_complete\nf;Forum;beslutning;ja\n"
                "g;Gruppe;beslutning;ja"
            },
            "A meeting place of their own",
        ),
    ],
)
def test_the_next_step_is_told_in_a_few_words(more: dict, step: str):
    ((*_cells, in_short),) = rows(tiny(**TWO | more))

    assert in_short == step


def test_who_has_not_answered_is_asked_before_the_step():
    options = AnalysisOptions(as_of=TODAY, links="confirmed")
    graph = tiny(options, **TWO, links="from;to;strength;reported_by\na;b;samarbeid;én part")
    ((*_cells, in_short),) = rows(graph)

    assert in_short.startswith("Ask Beta first. Then: ")


# What is not in the table


def test_a_bound_is_told_with_the_rest_counted(monkeypatch):
    monkeypatch.setattr(module, "MAX_PAIRS", 4)
    graph = tiny(**EVERYBODY)
    more = [text for text in texts(section(graph)) if text.startswith("…")]

    assert len(rows(graph)) == len(by_number(graph)) == 4
    assert len(more) == 1
    assert "11" in more[0]


def test_an_accepted_pair_is_counted_under_the_table():
    accepted = {"accepted_gaps": "code;subject;related;reason\nLINK03;a;b;Vet det"}
    found = texts(section(tiny(**EVERYBODY | accepted)))

    assert "1 more pair is accepted by the municipality." in found
    assert not [text for text in texts(section(tiny(**EVERYBODY))) if "accepted" in text]


def test_a_word_on_confidentiality_stands_where_the_table_offers_a_seat():
    assert confidentiality_in_short() in texts(section(tiny(**TWO)))
    assert confidentiality_in_short() not in texts(
        section(sharing(arenas="name;kind;participants_complete\nForum;beslutning;ja"))
    )


def test_unknown_pairs_follow_each_once_after_whom_to_ask():
    graph = municipality("eksempel")
    pairs, count = Report(graph).matters.strongest_pairs(Coverage.NOT_ASSESSED, 99)
    found = texts(section(graph))
    at = found.index(f"Of {count} pairs too little is known")
    whole = " ".join(found[at + 2 :])

    assert found[at + 1].startswith(
        "Ask first: Politiet i Eksempelvik (oppdiktet) (decides 4 pairs)"
    )
    assert all(
        node_name(graph, end) in whole for pair in pairs for end in (pair.first, pair.second)
    )
    assert whole.count("Politiet") == 1


def test_a_list_to_complete_is_asked_about_as_a_list():
    graph = sharing(arenas="name\nForum", participation="actor;arena\nBolig;Forum")

    assert "Ask first: the participant list of «Forum» (decides 1 pair)" in " ".join(
        texts(section(graph))
    )


# What each rests on


def test_what_each_rests_on_has_every_ground_with_its_rows_and_not_that_nothing_documents_it():
    titles = by_number(municipality("eksempel"))
    lines = titles["3. Barneverntjenesten (Children and education) – Boligkontoret (Housing)"]

    assert len(lines["Ground"]) == 3
    assert "goals.csv, row 8" in lines["Ground"][0]
    assert "on call" in lines["Observation"][0]
    assert "neither" not in str(titles)


def test_who_answers_that_there_is_no_contact_is_told():
    links = "from;to;strength;reported_by\na;b;ingen;én part"
    (lines,) = by_number(tiny(**TWO, links=links)).values()

    assert "Alfa" in lines["Observation"][0]


def test_a_duty_of_one_pair_is_told_with_the_pair_and_named_by_its_number_under_the_rule():
    graph = municipality("eksempel")
    blocks = list(findings_document(Report(graph)))
    titles = [block.title for block in blocks if isinstance(block, Sentences)]
    texts_ = [block.text for block in blocks if isinstance(block, Paragraph)]

    assert [title for title in titles if "Plan og samfunnsutvikling" in title] == [
        "2. Boligkontoret (Housing) – Plan og samfunnsutvikling (Planning)"
    ]
    assert any(text.endswith("told with the pair, as number 2.") for text in texts_)
