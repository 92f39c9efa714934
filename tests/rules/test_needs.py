"""What rules need is worked out by trying, and the file is that of today's rules."""

import pytest

from samordning_graph.rules.needs import FILE, needs_of
from samordning_graph.rules.register import RULES
from samordning_graph.schema.tables import columns
from tools.rule_needs import needs_text


@pytest.mark.slow
def test_the_file_is_fresh():
    assert FILE.read_text(encoding="utf-8") == needs_text(), "run `make fresh`"


def test_what_is_needed_exists():
    for rule in RULES:
        for need in needs_of(rule.code):
            for table in need.tables:
                names = {column.name for column in columns(table) if not column.required}
                assert not need.column or need.column in names, rule.code
