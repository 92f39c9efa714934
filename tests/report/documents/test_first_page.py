"""The first page, and what the leader reads after it: unknown is told from absent, and fairly."""

import re

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.report.blocks import (
    Bullets,
    FiguresBar,
    Heading,
    Message,
    Paragraph,
    Picture,
    TableBlock,
)
from samordning_graph.report.documents.challenges import challenges as challenges_of
from samordning_graph.report.documents.findings import findings_document
from samordning_graph.report.documents.first_page import first_page
from samordning_graph.report.findings_report import Report
from samordning_graph.report.readers import Reader
from samordning_graph.rules.next_step import confidentiality, confidentiality_in_short
from samordning_graph.rules.register import RULES
from tests.graph.test_duties import duty, with_duties
from tests.helpers.samples import DATA_SETS, municipality, sharing, written
from tests.helpers.tiny import TODAY, tiny
from tests.report.documents.under_headings import items as items_of
from tests.report.documents.under_headings import under_headings


def page(graph) -> dict[str, list]:
    """Return the blocks under each heading of what the leader gets."""
    return under_headings(findings_document(Report(graph), Reader.LEADER))


def items(graph, heading: str) -> str:
    return items_of(page(graph)[heading])


def rows(graph, heading: str) -> dict[str, tuple[str, ...]]:
    (table,) = (block for block in page(graph)[heading] if isinstance(block, TableBlock))
    return {row[0].partition(" ")[0]: row for row in table.rows}


def test_what_is_filled_in_is_no_success_and_little_data_are_said_to_be_little():
    whose = next(iter(page(municipality("stord")).values()))[0].text

    assert "4 units, 1 external actor and 1 working arena" in whose
    few = tiny(units="name;sector\nBolig;bolig\nHelse;helse")
    assert "too little" in items(few, "What you have in place")


def kinds(graph) -> list[type]:
    return [type(block) for block in first_page(Report(graph))]


def test_the_page_has_its_message_the_figures_behind_it_a_picture_and_what_to_talk_about():
    blocks = list(first_page(Report(municipality("eksempel"))))
    message, bar, picture, heading, questions = blocks[-5:]

    assert message == Message(
        "11 pairs",
        "with a ground to coordinate, no common meeting place or collaboration in the data",
    )
    assert bar == FiguresBar((23, 11, 8), ("23 documented", "11 not documented", "8 not known"))
    assert picture.draw().marks
    assert heading == Heading(2, "Talk about this first")
    assert questions.numbered


def test_behind_the_figures_stands_what_is_only_agreed_and_what_is_accepted():
    decided = "Agreed in a meeting;2026-11-01"
    graph = tiny(
        units="id;name;sector;surveyed\na;A;bolig;ja\nb;B;helse;ja\nc;C;sosial;ja",
        arenas="name;participants_complete\nForum;ja",
        participation="actor;arena\na;Forum",
        referrals="from;to\na;b\nb;c",
        links=f"from;to;strength;source;source_date\na;b;samarbeid;{decided}",
        follow_up=f"step;subject;related;decided;source;source_date\nX;a;b;2026-11-01;{decided}",
        accepted_gaps="code;subject;related;reason\n;b;c;Nabo",
    )
    blocks = list(first_page(Report(graph)))
    bar = next(i for i, block in enumerate(blocks) if isinstance(block, FiguresBar))

    assert [block.text for block in blocks[bar + 1 : bar + 3]] == [
        "1 of the documented pairs is only agreed in a meeting, and not yet done.",
        "1 of the pairs that are not documented is accepted by the municipality.",
    ]


@pytest.mark.parametrize("name", DATA_SETS)
def test_the_questions_are_the_matters_to_begin_with_by_their_numbers(name: str):
    report = Report(municipality(name))
    asked = [
        question
        for block in first_page(report)
        if isinstance(block, Bullets) and block.numbered
        for question in block.items
    ]

    assert [matter.number for matter in report.matters.first] == [*range(1, len(asked) + 1)]
    for question, matter in zip(asked, report.matters.first, strict=True):
        assert matter.finding.question in question


def test_where_no_pair_can_be_decided_the_page_says_what_to_fill_in():
    little = municipality("stord")
    (message,) = (block for block in first_page(Report(little)) if isinstance(block, Message))

    assert message.text == "No pairs can be assessed yet"
    assert FiguresBar not in kinds(little)
    headings = [
        block.text for block in findings_document(Report(little)) if isinstance(block, Heading)
    ]
    assert headings.index("Fill this in next") < headings.index("What you have in place")
    assert headings.count("Fill this in next") == 1


def test_the_message_of_a_report_says_nothing_of_how_many_lines_are_drawn():
    units = [f"u{i};{('bolig', 'helse')[i % 2]};ja" for i in range(14)]
    graph = tiny(
        units="\n".join(("name;sector;surveyed", *units)),
        goals="name\nTak over hodet",
        goal_owners="actor;goal\n" + "\n".join(f"u{i};Tak over hodet" for i in range(14)),
        arenas="name;participants_complete\nForum;ja",
        participation="actor;arena\nu0;Forum",
    )
    (message,) = (block for block in first_page(Report(graph)) if isinstance(block, Message))

    assert message.lead == "49 pairs"
    assert "shown" not in message.rest


def test_the_first_page_of_the_example_has_at_most_250_words_and_of_a_beginner_150():
    beginner = tiny(
        units="name;sector\nBoligkontoret;bolig\nNAV-kontoret;sosial\nHjemmetjenesten;helse",
        arenas="name\nBoligmøtet",
        participation="actor;arena\nBoligkontoret;Boligmøtet\nNAV-kontoret;Boligmøtet",
    )

    assert len(words(municipality("eksempel"))) <= 250
    assert len(words(beginner)) <= 150
    assert "Fyll ut" in " ".join(texts(beginner))


@pytest.mark.parametrize("name", DATA_SETS)
def test_the_first_page_has_no_codes_no_commands_and_no_long_sentence(name: str):
    of_page = texts(municipality(name))
    remark = municipality(name).graph["model"].municipality.comment or ""

    assert not re.search(r"\b[A-Z]{3,6}\d\d\b|\bP\d\b|--\w|`", " ".join(of_page))
    for text in of_page:
        for sentence in re.split(r"(?<=[.?!]) ", text):
            assert sentence.rstrip("»") in remark or len(re.findall(r"\w+", sentence)) <= 30


@pytest.mark.parametrize("name", DATA_SETS)
def test_no_sentence_is_on_the_first_page_twice(name: str):
    of_page = [
        sentence
        for text in texts(municipality(name))
        for sentence in re.split(r"(?<=[.?!]) (?!\()", text)
    ]

    assert len(of_page) == len({*of_page})


@pytest.mark.parametrize("format_name", ["text", "md", "html"])
def test_no_format_adds_words_to_the_first_page(format_name: str):
    with in_language("nb"):
        whole = written(municipality("eksempel"), format_name)
    words_alone = re.sub(
        r"<svg.+?</svg>|<[^>]+>", " ", whole.rpartition("<h1")[2] or whole, flags=re.S
    )
    of_page = words_alone.partition("Dette har dere på plass")[0]

    assert len(re.findall(r"\w+", of_page)) <= 250


def texts(graph) -> list[str]:
    """Return the texts of the first page in Norwegian."""
    with in_language("nb"):
        return [
            text
            for block in first_page(Report(graph))
            if not isinstance(block, Picture)
            for text in (block.items if isinstance(block, Bullets) else (block.text,))
        ]


def words(graph) -> list[str]:
    return [word for text in texts(graph) for word in re.findall(r"\w+", text)]


def test_a_name_with_an_and_stands_in_quotes_beside_another():
    questions = items(municipality("eksempel"), "Talk about this first")
    challenges_told = items(municipality("eksempel"), "Where the challenges lie")

    assert "Where do Boligkontoret and «Plan og samfunnsutvikling» keep in touch?" in questions
    assert "requires Boligkontoret and «Plan og samfunnsutvikling» to cooperate" in challenges_told


def test_a_question_about_the_municipality_does_not_begin_with_its_name():
    graph = tiny(
        units="name;sector\nA;bolig\nB;bolig",
        self_assessment="factor;answer;respondent\nKompetanse;ja;A",
    )
    questions = items(graph, "Talk about this first")

    assert (
        "Which of the factors without an answer do you want one to? (hint)"
        in questions.splitlines()
    )


def test_two_goals_before_a_question_stand_in_quotes():
    graph = tiny(
        units="name;sector\nA;bolig\nB;helse",
        goals="name\nFærre utkastelser fra boliger\nFærre utkastelser i boliger",
        goal_owners="actor;goal\nA;Færre utkastelser fra boliger\nB;Færre utkastelser i boliger",
    )
    same_goal = [rule for rule in RULES if rule.code == "GOAL05"]
    questions = [
        item
        for block in first_page(Report(graph, same_goal))
        if isinstance(block, Bullets) and block.numbered
        for item in block.items
    ]

    assert [question.partition(": ")[0] for question in questions] == [
        "«Færre utkastelser fra boliger» and «Færre utkastelser i boliger»"
    ]


def test_a_list_that_is_said_to_be_incomplete_is_to_be_filled_in_and_not_asked_about():
    incomplete, silent = (
        sharing(
            arenas=f"name;participants_complete\nForum;{word}",
            participation="actor;arena\nBolig;Forum",
        )
        for word in ("nei", "")
    )

    assert "Fill in the rest" in items(incomplete, "What to fill in next")
    assert "is complete" in items(silent, "What to fill in next")


def test_the_page_ends_with_what_to_fill_in_next_and_what_it_would_decide():
    headings = list(page(municipality("halden")))
    sentences = items(municipality("halden"), headings[-1]).splitlines()

    assert headings[-1] == "What to fill in next"
    assert sentences[0] == "Fill in the sheet «Målansvar»: 6 more rules can be assessed."
    assert len(sentences) <= 4


def test_nothing_is_to_be_filled_in_twice():
    for name in DATA_SETS:
        sentences = items(municipality(name), "What to fill in next")
        assert sentences.count("«Oversikt»") <= 1


def test_duties_that_cannot_be_assessed_are_named_those_first_that_were_checked():
    unknown = items(municipality("hammerfest"), "What could not be assessed")

    assert "9 duties cannot be assessed" in unknown
    assert "barnevernsloven § 15-8 and 6 more" in unknown
    assert "(not verified)" not in unknown


def test_nothing_known_is_not_told_as_none_of_so_many():
    structure = page(municipality("hammerfest"))["Structure and culture"]
    (table,) = (block for block in structure if isinstance(block, TableBlock))

    assert [row[0].rpartition(": ")[2] for row in table.rows] == [
        "1 not known",
        "2 not known",
        "nothing to count",
        "5 not known",
    ]


def test_each_point_of_section_5_has_its_force_and_one_step():
    points = rows(municipality("eksempel"), "Boligsosialloven § 5, point by point")

    assert list(points) == [f"P{n}" for n in range(1, 9)]
    assert points["P6"][0].endswith("(bør)")
    assert points["P7"][1:] == ("documented", "–")
    assert points["P5"][1] == (
        "not documented (transitional time until 2027-07-01, by our reckoning)"
    )
    assert (
        "is from 2025-11-15, after «Kommunal planstrategi 2024–2027» was adopted" in points["P5"][2]
    )
    assert all(row[2] for row in points.values())


def test_of_hints_only_one_of_a_rule_is_among_the_challenges():
    challenges = items(municipality("balsfjord"), "Where the challenges lie")

    assert challenges.count("ARENA03") == 1
    assert "FRAG02" in challenges  # most meet in one arena alone


@pytest.mark.parametrize("name", DATA_SETS)
def test_no_arena_is_asked_about_twice(name: str):
    questions = items(municipality(name), "Talk about this first").splitlines()
    hints = [question for question in questions if question.endswith("(hint)")]
    named = [arena for hint in hints for arena in re.findall("«(.+?)»", hint)]

    assert len(named) == len({*named})


def test_what_is_not_verified_stands_below_what_was_checked_and_is_never_called_law():
    tables = {
        "units": "id;name;sector;surveyed\nb;Bolig;bolig;ja\nh;Helse;helse;ja\np;Plan;plan;ja",
        "external_actors": "id;name;actor_type;surveyed\nf;Fengsel;fengsel;ja",
        "links": "from;to\nb;p",
        "goals": "id;name\nm;Et mål",
        "goal_owners": "actor;goal\nb;m\nh;m",
    }
    of_unsure, of_checked = (
        challenges(with_duties(duty(law="en lov", verified=is_verified), **tables))
        for is_verified in (False, True)
    )

    assert of_unsure.index("LINK03") < of_unsure.index("en lov (not verified)")
    assert "LINK01, hint, not checked against the law" in of_unsure
    assert "LINK01, required by law" in of_checked
    assert of_checked.index("en lov") < of_checked.index("LINK03")


def challenges(graph) -> str:
    """Return the challenges of what rules about pairs and duties find."""
    rules = [rule for rule in RULES if rule.code in ("LINK01", "LINK03")]
    return " ".join(
        " ".join(block.items)
        for block in challenges_of(Report(graph, rules))
        if isinstance(block, Bullets)
    )


def test_the_year_names_whom_a_step_is_about_and_what_ends():
    (table,) = page(municipality("eksempel"))[
        "The year ahead: suggested steps, to be fitted into your own year"
    ][:1]
    steps = dict(table.rows)

    until = "A unit with loose ties only: «Frivilligsentralen». Accepted until 2027-06-30: decide"
    assert until in steps["November–December"]
    assert all(steps.values())


def test_a_seat_in_the_year_has_a_word_on_confidentiality():
    units = "name;sector;surveyed\nA;bolig;ja\nB;helse;ja"
    shared = {"units": units, "local_requirements": "actor_a;actor_b;reason\nA;B;Avtalt"}

    def count(**arena: str) -> int:
        texts = [
            block.text
            for under in page(tiny(**shared, **arena)).values()
            for block in under
            if isinstance(block, Paragraph)
        ]
        assert confidentiality() not in texts
        return texts.count(confidentiality_in_short())

    taking_part = "actor;arena\nA;Forum"
    assert count(arenas="name\nForum", participation=taking_part) == 1
    assert count(arenas="name;kind\nForum;beslutning", participation=taking_part) == 0


def test_one_pair_is_asked_about_in_the_singular():
    graph = sharing(arenas="name\nForum", participation="actor;arena\nBolig;Forum")
    (table,) = page(graph)["The year ahead: suggested steps, to be fitted into your own year"][:1]

    assert "Ask about the pair that" in table.rows[0][1]


@pytest.mark.parametrize("name", DATA_SETS)
def test_nobody_is_said_to_break_the_law(name: str):
    whole = str(list(findings_document(Report(municipality(name)))))

    for word in ("breach", "violat", "illegal", "brudd"):
        assert word not in whole


@pytest.mark.parametrize("name", DATA_SETS)
def test_no_point_of_section_5_is_said_to_lack_what_nobody_knows(name: str):
    with in_language("nb"):
        points = rows(municipality(name), "Boligsosialloven § 5, punkt for punkt")

    assert [point for point in points.values() if "Mangler" in point[2].partition("«")[0]] == []


def test_an_empty_municipality_has_a_page():
    assert page(tiny(options=AnalysisOptions(as_of=TODAY)))


def test_no_finding_is_no_success_where_few_rules_could_be_assessed():
    _fairly, challenges = page(municipality("stord"))["Where the challenges lie"]

    assert challenges.text.startswith("Nothing was found by the 7 of 43 rules that could be")
    assert "It says nothing of the others. In " in challenges.text
    assert challenges.text.endswith(" cases the data cannot tell.")


def test_the_municipality_has_its_own_word_on_its_data_under_the_line_about_them():
    whose, remark = next(iter(page(municipality("stord")).values()))[:2]

    assert whose.text.startswith("Data:")
    assert "2014–2018" in remark.text


def test_a_challenge_that_rests_on_old_sources_alone_is_marked():
    owners = "actor;goal;source_date\nBolig;Raskere bosetting;{day}\nRus;Raskere bosetting;{day}"
    old, new = (
        items(
            sharing(
                goals=f"name;source_date\nRaskere bosetting;{day}",
                goal_owners=owners.format(day=day),
            ),
            "Where the challenges lie",
        )
        for day in ("2019-05-04", "2023-07-01")
    )

    assert "older than the law)" in old
    assert "older than the law" not in new
