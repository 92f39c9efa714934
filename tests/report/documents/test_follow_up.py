"""What was agreed is told with role and deadline, and whether the data show it."""

import json
from importlib.resources import files

import jsonschema
import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.report.blocks import Heading, Paragraph, TableBlock
from samordning_graph.report.documents.follow_up import follow_up_section
from samordning_graph.report.findings_report import Report
from tests.helpers.samples import written
from tests.helpers.tiny import tiny

UNITS = "id;name;sector;surveyed\nbolig;Boligkontoret;bolig;ja\nrus;Rus;helse;ja\nplan;Plan;plan;"
HEADER = "step;subject;related;owner;deadline;status;decided;source;source_date"
STEPS = (
    "Finn møteplass;bolig;rus;Leder;2026-11-01;;2026-10-01;;",
    "Spør;plan;rus;;2027-01-15;i gang;2026-10-01;;",
    "Kjøp kaffe;;;;;;2026-10-01;;",
    "Snakk;Borte;rus;;;;2026-10-01;;",
    "Glem det;bolig;plan;;2026-01-01;falt bort;2026-10-01;;",
    "Gammelt;bolig;rus;;2026-01-01;gjort;2026-01-01;;",
)


def graph(*rows: str, **tables: str):
    given = {
        "units": UNITS,
        "arenas": "id;name\nforum;Forum",
        "participation": "actor;arena\nbolig;forum\nrus;forum",
        **tables,
    }
    return tiny(**given, follow_up="\n".join([HEADER, *rows])) if rows else tiny(**given)


def blocks(*rows: str, **tables: str) -> list:
    with in_language("nb"):
        return list(follow_up_section(Report(graph(*rows, **tables))))


def test_without_steps_there_is_no_section():
    assert blocks() == []


def test_every_step_says_what_who_when_and_whether_the_data_show_it():
    heading, figures, table, left, quiet = blocks(*STEPS)

    assert isinstance(heading, Heading)
    assert figures.text == (
        "Avtalte steg: 5. Dataene viser det: 2. Ikke ennå: 0. Kan ikke ses i dataene: 3."
        " Fristen er passert: 1."
    )
    assert table.header[-1] == "Viser dataene det?"
    assert table.rows == (
        (
            "Finn møteplass",
            "Boligkontoret – Rus",
            "Leder",
            "01.11.2026 (passert)",
            "avtalt",
            "Dataene viser det: «Forum».",
        ),
        (
            "Spør",
            "Plan – Rus",
            "–",
            "15.01.2027",
            "i gang",
            "Kan ikke ses i dataene: for lite er kjent.",
        ),
        ("Kjøp kaffe", "–", "–", "–", "avtalt", "Kan ikke ses i dataene: «Gjelder» er tom."),
        (
            "Snakk",
            "Borte – Rus",
            "–",
            "–",
            "avtalt",
            "Kan ikke ses i dataene: «Borte» står ikke der.",
        ),
        ("Glem det", "Boligkontoret – Plan", "–", "01.01.2026", "falt bort", "–"),
    )
    assert left.text == "1 tidligere steg er gjort eller falt bort."
    assert quiet.quiet


@pytest.mark.parametrize(
    ("links", "cell"),
    [
        ("", "Dataene viser det ikke ennå."),
        ("bolig;rus;samarbeid;Referat;2026-10-01", "bare raden fra møtet"),
        ("bolig;rus;samarbeid;Intervju;2026-11-01", "Dataene viser det: direkte samarbeid."),
    ],
)
def test_what_is_agreed_is_not_told_as_done(links: str, cell: str):
    rows = f"from;to;strength;source;source_date\n{links}"
    step = "Møtes;bolig;rus;;;;2026-10-01;Referat;2026-10-01"
    (table,) = (
        block
        for block in blocks(step, participation="actor;arena\nbolig;forum", links=rows)
        if isinstance(block, TableBlock)
    )

    assert cell.casefold() in table.rows[0][-1].casefold()


def test_a_sector_and_a_duty_are_told_by_name():
    own = "actor_a;actor_b;reason\nbolig;plan;Vedtatt"
    rows = ('Møtes;local-bolig-plan;"bolig;plan";;;;;;', "Møtes;helse;bolig;;;;;;")
    (table,) = (
        block for block in blocks(*rows, local_requirements=own) if isinstance(block, TableBlock)
    )

    assert table.rows[0][1] == "Eget krav: Boligkontoret – Plan"
    assert table.rows[1][1] == "Helse – Boligkontoret"


def test_what_a_rule_finds_no_more_is_told_in_words():
    arenas = "id;name;mandate\nforum;Forum;Vedtatt"
    step = "step;subject;code\nLag mandat;forum;ARENA01"
    with in_language("nb"):
        (table,) = (
            block
            for block in follow_up_section(Report(tiny(units=UNITS, arenas=arenas, follow_up=step)))
            if isinstance(block, TableBlock)
        )

    assert table.rows[0][-1] == (
        "Dataene viser det: Dette blir ikke funnet lenger («En arbeidsarena uten mandat eller grunnlag»)."
    )


def test_only_the_first_of_many_steps_are_told():
    found = blocks(*(f"Steg {n};;;;;;;;" for n in range(60)))
    (table,) = (block for block in found if isinstance(block, TableBlock))

    assert len(table.rows) == 50
    assert any("10" in block.text for block in found if isinstance(block, Paragraph))


@pytest.mark.parametrize("format_name", ["text", "md", "html"])
def test_every_format_of_the_document_has_it(format_name: str):
    with in_language("nb"):
        document = written(graph(*STEPS), format_name)

    assert document.index("Det dere har avtalt") < document.index("Det som ikke kunne vurderes")
    assert "Finn møteplass" in document


def test_json_has_every_step_and_fits_its_schema():
    document = json.loads(written(graph(*STEPS), "json"))
    schema = files("samordning_graph.report.data").joinpath("report.schema.json").read_text("utf-8")
    jsonschema.validate(document, json.loads(schema))

    assert [(each["step"], each["in_data"], each["overdue"]) for each in document["follow_up"]] == [
        ("Finn møteplass", "shown", True),
        ("Spør", "cannot_be_seen", False),
        ("Kjøp kaffe", "cannot_be_seen", False),
        ("Snakk", "cannot_be_seen", False),
        ("Gammelt", "shown", False),
        ("Glem det", "cannot_be_seen", False),
    ]
