"""Texts are in bokmål, or in the language that an option or a variable says; click's too."""

import pytest

from samordning_graph.cli.main import COMMANDS
from tests.helpers.running import STORD, invoke, run

NORWEGIAN, ENGLISH = "ikke nevnt", "not mentioned"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("check", STORD), NORWEGIAN),
        (("--lang", "en", "check", STORD), ENGLISH),
        (("check", STORD, "--lang", "en"), ENGLISH),
        (("--lang", "en", "check", STORD, "--lang", "nb"), NORWEGIAN),
        (("--lang", "nb", "check", STORD), NORWEGIAN),
    ],
)
def test_the_option_stands_before_or_after_the_command(arguments: tuple[str, ...], expected: str):
    assert expected in invoke(*arguments).stdout


@pytest.mark.parametrize(
    ("variable", "arguments", "expected"),
    [
        ("en", (), ENGLISH),
        ("nb", (), NORWEGIAN),
        ("tlh", (), NORWEGIAN),
        ("", (), NORWEGIAN),
        ("en", ("--lang", "nb"), NORWEGIAN),
    ],
)
def test_the_variable_decides_where_no_option_does(
    monkeypatch, variable: str, arguments: tuple[str, ...], expected: str
):
    monkeypatch.setenv("SAMORDNING_LANG", variable)

    assert expected in invoke(*arguments, "check", STORD).stdout


def test_the_language_of_the_system_does_not_decide():
    result = run("check", STORD, LANG="en_US.UTF-8", LANGUAGE="en")

    assert NORWEGIAN in result.stdout


def test_the_errors_of_click_are_in_the_language_too():
    norwegian, english = run("report"), run("--lang", "en", "report")

    assert norwegian.returncode == english.returncode == 2
    assert "Missing argument" not in norwegian.stderr
    assert "Usage" not in norwegian.stderr
    assert "PATH" in norwegian.stderr
    assert "Missing argument" in english.stderr


@pytest.mark.parametrize("arguments", [(), *((command,) for command in COMMANDS)])
def test_help_is_in_the_language(arguments: tuple[str, ...]):
    norwegian, english = (
        invoke("--lang", language, *arguments, "--help").stdout for language in ("nb", "en")
    )

    for words in ("Options:", "Usage:"):
        assert words in english
        assert words not in norwegian
    assert norwegian.splitlines()[2] != english.splitlines()[2]


def test_what_click_says_of_its_own_option_is_in_the_language():
    """In a program of its own: click makes the option once, in the language of that moment."""
    norwegian, english = (
        run("--lang", language, "report", "--help").stdout for language in ("nb", "en")
    )

    assert "Show this message" not in norwegian
    assert "Show this message" in english


def test_an_unknown_command_is_told_in_norwegian():
    result = run("raport")

    assert result.returncode == 2
    assert "raport" in result.stderr
    assert "No such" not in result.stderr


def test_an_unknown_language_is_told_with_the_known_ones():
    result = invoke("--lang", "tlh", "rules")

    assert result.exit_code == 2
    assert "nb" in result.stderr
