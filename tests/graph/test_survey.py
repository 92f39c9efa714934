"""Who was asked, and about what."""

import pytest

from samordning_graph.graph.graph import get_actor
from samordning_graph.graph.survey import ABOUT_TIES, Topic, is_surveyed, survey_count
from samordning_graph.schema.vocabulary import word_lists
from tests.helpers.tiny import tiny


def asked(cells: str, *topics: Topic) -> bool:
    graph = tiny(units=f"name;sector;surveyed;surveyed_about\nBolig;bolig;{cells}")
    return is_surveyed(get_actor(graph, "bolig"), *topics)


@pytest.mark.parametrize(
    ("cell", "was_asked"), [("2026-01-01", True), ("ja", True), ("nei", False), ("", False)]
)
def test_an_actor_was_asked_when_there_is_a_date_or_a_yes(cell: str, was_asked: bool):
    assert asked(f"{cell};") is was_asked


def test_whoever_was_asked_was_asked_about_everything_unless_it_says_what():
    assert asked("ja;", *Topic)
    assert asked("ja;kontakt", Topic.CONTACT)
    assert not asked("ja;kontakt", Topic.ARENAS)
    assert not asked("ja;kontakt", *ABOUT_TIES)
    assert asked('ja;"kontakt;arenaer"', *ABOUT_TIES)
    assert not asked('ja;"kontakt;arenaer"', Topic.GOALS)


def test_whoever_was_asked_about_something_was_asked():
    assert asked("ja;mål")


@pytest.mark.parametrize("cell", ["", "nei"])
def test_what_it_was_asked_about_is_no_answer_to_whether_it_was(cell: str):
    assert not asked(f"{cell};kontakt")
    assert not asked(f"{cell};kontakt", Topic.CONTACT)


def test_the_count_is_of_those_asked_about_anything():
    graph = tiny(
        units="name;sector;surveyed;surveyed_about\nBolig;bolig;ja;mål\nRus;helse;ja;\nPlan;plan;;"
    )

    assert survey_count(graph) == (2, 3)


def test_the_topics_are_the_words_of_the_column():
    assert {*Topic} == {*word_lists()["survey_topic"]}
