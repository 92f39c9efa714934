"""Municipalities that the tests of the report share, and the report as text."""

import io
from datetime import date
from functools import cache
from pathlib import Path

from samordning_graph import build, read_model
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.report.findings_report import Report
from samordning_graph.report.write import write_report
from samordning_graph.rules.register import RULES
from samordning_graph.rules.rule import Rule
from tests.helpers.tiny import TODAY, tiny

DATA = Path("data")
DATA_SETS = ("eksempel", "stord", "hammerfest", "balsfjord", "halden")
HOSTILE = "<script>alert('x')</script><img src=x onerror=y>&copy|*_`[z](javascript:1)"
"""A name that is markup in HTML and in Markdown."""
SHARING = {
    "units": "name;sector\nBolig;bolig\nRus;helse\nHjelp;helse",
    "goals": "name\nRaskere bosetting",
    "goal_owners": "actor;goal\nBolig;Raskere bosetting\nRus;Raskere bosetting",
    "arenas": "name;participants_complete\nForum;ja",
    "participation": "actor;arena\nHjelp;Forum",
}
"""Bolig and Rus share a goal and never meet: LINK03."""
EVERYBODY = {
    "units": "id;name;sector\n"
    + "\n".join(
        f"{letter};Enhet {letter.upper()};{sector}"
        for letter, sector in zip(
            "abcdef", ("bolig", "helse", "sosial", "plan", "oppvekst", "eiendom"), strict=True
        )
    ),
    "goals": "id;name\nmal;Et felles mål",
    "goal_owners": "actor;goal;role\na;mal;eier\n"
    + "\n".join(f"{letter};mal;" for letter in "bcdef"),
    "referrals": "from;to\ne;f\nd;e",
    "arenas": "id;name;participants_complete\nforum;Forum;ja",
    "participation": "actor;arena\na;forum",
}
"""Six units of six sectors that all share a goal, fifteen missing pairs; two of them refer too."""


def sharing(options: AnalysisOptions | None = None, **more: str) -> Graph:
    return tiny(options, **SHARING | more)


def municipality(name: str) -> Graph:
    """Return one of the data sets that come with the program."""
    return build(read_model(_root() / name, TODAY), AnalysisOptions(as_of=TODAY))


municipality = cache(municipality)


def example_with(**tables: str) -> Graph:
    """Return the example with some of its tables written anew."""
    given = {
        file.stem: file.read_text(encoding="utf-8") for file in (_root() / "eksempel").glob("*.csv")
    }
    return tiny(**given | tables)


def _root() -> Path:
    return Path(__file__).parent.parent.parent / DATA


def written(graph: Graph, format_name: str = "text", rules: tuple[Rule, ...] = RULES) -> str:
    stream = io.StringIO(newline="")
    write_report(Report(graph, rules), format_name, stream)
    return stream.getvalue()


def day(text: str) -> AnalysisOptions:
    return AnalysisOptions(as_of=date.fromisoformat(text))


def hostile() -> Graph:
    """Return a municipality whose every name and text is markup, and where most rules find."""
    bad = HOSTILE
    return tiny(
        municipality=f"number;name\n4614;{bad} kommune",
        units=f"id;name;sector;target_groups;tasks;part_of\na;{bad} a;egen;eldre;keep;\n"
        f"b;{bad} b;helse;eldre;keep;\nc;{bad} c;plan;;;\nd;{bad} d;helse;;;b",
        external_actors=f"id;name;actor_type\ne;{bad} e;husbanken",
        arenas=f"id;name;kind;participants_complete;mandate\nf;{bad} f;;ja;{bad}\n"
        f"g;{bad} g;informasjon;;\nh;{bad} h;;;",
        participation="actor;arena;role\nc;f;\nd;g;\ne;h;",
        vocabulary=f"list;id;name\nsector;egen;{bad} sektor",
        goals=f"id;name;text\nx;{bad} x;{bad}\ny;{bad} y;{bad}",
        strategies=f"id;name\ns;{bad} s",
        measures=f"id;name\nm;{bad} m",
        plans=f"id;name;kind\np;{bad} p;temaplan",
        challenges=f"id;name\nq;{bad} q",
        goal_owners="actor;goal;role\na;x;\nb;x;\na;s;\nb;s;\nb;m;\nc;y;eier",
        referrals="from;to\na;b\ne;a",
        links=f"from;to;agreement;strength\nc;e;{bad};",
        accepted_gaps=f"code;subject;reason;owner\nGOAL02;y;{bad} reason;{bad} owner",
        follow_up=f"step;subject;related;owner\n{bad} step;a;b;{bad} owner\n{bad};{bad};;",
    )
