"""The duties of a municipality as a document."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.report.blocks import Bullets, Sentences
from samordning_graph.report.documents.duties import duties_document
from samordning_graph.schema.duty import Selector
from tests.graph.test_duties import duty, with_duties
from tests.helpers.samples import municipality

ALONE = duty(
    a=(Selector(kind="unit", service_type=("nav-kontor",)),),
    b=(Selector(kind="unit", tasks=("obtain",)),),
    alone=True,
)
UNITS = "id;name;sector;service_type;tasks\nn;NAV Testvik;sosial;;{nav}\nb;Bolig;bolig;annet;skaffe"


@pytest.mark.parametrize(
    ("nav", "links", "status"),
    [
        ("skaffe", "from;to\nn;b", "has the task itself: NAV Testvik"),
        ("beholde", "from;to\nn;b", "contact documented: NAV Testvik and Bolig"),
    ],
)
def test_whoever_meets_a_duty_alone_has_no_contact_with_itself(nav: str, links: str, status: str):
    with in_language("en"):
        graph = with_duties(ALONE, units=UNITS.format(nav=nav), links=links)
        (block,) = (block for block in duties_document(graph) if isinstance(block, Sentences))

    assert ("In the data", status) in block.lines


def test_which_are_documented_and_not_and_not_known_comes_first():
    with in_language("en"):
        _title, in_short, *_rest = duties_document(municipality("eksempel"))
        _title, nothing_known, *_rest = duties_document(municipality("stord"))

    assert isinstance(in_short, Bullets)
    documented, not_documented, not_known = in_short.items
    assert documented.startswith("Documented (9): ")
    assert "NAV-loven §§ 13–14" in documented
    assert not_documented.startswith("Not documented (1): ")
    assert "Plan og samfunnsutvikling" in not_documented
    assert not_known.startswith("Not known (3): ")
    assert nothing_known.items[:2] == ("Documented (0): –", "Not documented (0): –")


@pytest.mark.parametrize(
    ("links", "status"),
    [
        ("b;n;ingen kontakt;én part", "contact documented: NAV Testvik and Bolig; Bolig answers"),
        ("b;n;samarbeid;én part", "contact documented: NAV Testvik and Bolig"),
    ],
)
def test_a_duty_that_is_met_says_who_answers_no_contact(links: str, status: str):
    with in_language("en"):
        graph = with_duties(
            ALONE,
            units=UNITS.format(nav="beholde"),
            arenas="id;name\nt;Team",
            participation="actor;arena\nn;t\nb;t",
            links=f"from;to;strength;reported_by\n{links}",
        )
        (block,) = (block for block in duties_document(graph) if isinstance(block, Sentences))

    (text,) = [text for name, text in block.lines if name == "In the data"]
    assert text.startswith(status)
    assert ("no contact" in text) is ("ingen" in links)
