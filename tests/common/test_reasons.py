"""The words of the system and of libraries, in the language in use."""

import errno
import os

import pytest
import yaml

from samordning_graph.common.locale import in_language
from samordning_graph.common.reasons import os_reason, yaml_reason


def of(number):
    return OSError(number, os.strerror(number))


def test_the_usual_reasons_are_said_in_norwegian():
    reasons = [os_reason(of(getattr(errno, name))) for name in ("ENOENT", "EACCES", "EISDIR")]
    assert reasons == ["den finnes ikke", "tilgangen mangler", "det er en mappe"]
    with in_language("en"):
        assert os_reason(of(errno.ENOSPC)) == "the disk is full"


def test_a_rare_reason_is_said_as_the_system_says_it():
    assert os_reason(of(errno.EDOM)) == os.strerror(errno.EDOM)
    assert os_reason(OSError("bare en tekst")) == "bare en tekst"


@pytest.mark.parametrize(
    "text",
    ["a: b: c", "a:\n\t- b", "a: [1, 2", 'a: "\\q"', "a: *b", "a: 1\n b: 2", "- a\nb: 1", "a: 'b"],
)
@pytest.mark.parametrize("loader", [yaml.BaseLoader, getattr(yaml, "CBaseLoader", yaml.BaseLoader)])
def test_what_is_no_yaml_is_said_in_norwegian(text, loader):
    with pytest.raises(yaml.MarkedYAMLError) as refused:
        yaml.load(text, Loader=loader)
    problem = refused.value.problem
    assert yaml_reason(problem) != problem


def test_what_is_not_known_is_said_as_the_library_says_it():
    assert yaml_reason("something new") == "something new"
    assert yaml_reason(None) == ""
