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
HOSTILE_TABLES = {
    "municipality": f"number;name\n4614;{HOSTILE} kommune",
    "units": f"id;name;sector;target_groups;tasks;part_of\na;{HOSTILE} a;egen;eldre;keep;\n"
    f"b;{HOSTILE} b;helse;eldre;keep;\nc;{HOSTILE} c;plan;;;\nd;{HOSTILE} d;helse;;;b",
    "external_actors": f"id;name;actor_type\ne;{HOSTILE} e;husbanken",
    "arenas": f"id;name;kind;participants_complete;mandate\nf;{HOSTILE} f;;ja;{HOSTILE}\n"
    f"g;{HOSTILE} g;informasjon;;\nh;{HOSTILE} h;;;",
    "participation": "actor;arena;role\nc;f;\nd;g;\ne;h;",
    "vocabulary": f"list;id;name\nsector;egen;{HOSTILE} sektor",
    "goals": f"id;name;text\nx;{HOSTILE} x;{HOSTILE}\ny;{HOSTILE} y;{HOSTILE}",
    "strategies": f"id;name\ns;{HOSTILE} s",
    "measures": f"id;name\nm;{HOSTILE} m",
    "plans": f"id;name;kind\np;{HOSTILE} p;temaplan",
    "challenges": f"id;name\nq;{HOSTILE} q",
    "goal_owners": "actor;goal;role\na;x;\nb;x;\na;s;\nb;s;\nb;m;\nc;y;eier",
    "referrals": "from;to\na;b\ne;a",
    "links": f"from;to;agreement;strength\nc;e;{HOSTILE};",
    "accepted_gaps": f"code;subject;reason;owner\nGOAL02;y;{HOSTILE} reason;{HOSTILE} owner",
    "follow_up": f"step;subject;related;owner\n{HOSTILE} step;a;b;{HOSTILE} owner\n{HOSTILE};{HOSTILE};;",
}
"""A municipality whose every name and text is markup, and where most rules find."""
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
    return tiny(**HOSTILE_TABLES)
