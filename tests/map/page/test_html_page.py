import base64
import hashlib
import json
import re
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from importlib import resources

import pytest

from samordning_graph.graph.build import build
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import actors, nodes
from samordning_graph.graph.participation import roles_by_arena
from samordning_graph.input.read_model import read_model
from samordning_graph.map.page.html_page import map_page
from samordning_graph.map.vis_network import VIS
from samordning_graph.schema.tables import Arena
from tests.helpers.tiny import tiny
from tests.map.test_gaps import as_report

GROUNDS = (Ground.GOAL, Ground.TARGET_GROUP, Ground.REFERRAL)
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{7*7}}",
    "{% raw %}",
    "\" onload='alert(1)' & <!-- <script>",
    "javascript:alert(1) href",
)
# The file of pyvis 0.3.2. Another version must be looked at before it goes into the page.
CHECKSUM = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
FETCHING = {"src", "srcset", "data", "action", "formaction", "poster", "background", "cite", "ping"}


class Page(HTMLParser):
    """What a page holds: start tags with attributes, and the text within script and style."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.styles: list[str] = []
        self.text = ""
        self._open = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._open = tag
        if tag == "script":
            self.scripts.append((dict(attrs), ""))
        elif tag == "style":
            self.styles.append("")

    def handle_endtag(self, tag):
        self._open = ""

    def handle_data(self, data):
        if self._open == "script":
            self.scripts[-1] = (self.scripts[-1][0], self.scripts[-1][1] + data)
        elif self._open == "style":
            self.styles[-1] += data
        else:
            self.text += data

    @property
    def data(self):
        return next(
            json.loads(text)
            for attributes, text in self.scripts
            if attributes.get("type") == "application/json"
        )

    @property
    def policy(self):
        return next(
            attributes["content"]
            for tag, attributes in self.tags
            if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
        )


def hostile_graph():
    """Return a municipality with something hostile in every field that takes text."""
    return hostile(*HOSTILE)


def hostile(*texts):
    a, b, c, d, e, f = ('"' + text.replace('"', '""') + '"' for text in texts)
    return tiny(
        municipality=f"number;name;source\n0301;{a};{b}",
        units=(
            "id;name;sector;part_of;target_groups;source;comment\n"
            f"a;{a};bolig;;egen;{b};{c}\nb;{b};helse;;egen;{c};{d}\nc;{c};egen-sektor;a;;{d};{e}\n"
            f"g;{e};helse;;;;"
        ),
        external_actors=f"id;name;actor_type;org_form\nd;{d};husbanken;{a}\ne;{f};egen-type;{b}",
        arenas=f"id;name;mandate;basis;kind\nf;{e};{a};{b};\nh;{f};{c};{d};informasjon",
        participation=f"actor;arena;role;source\na;f;;{a}\nd;f;observatør;{b}\nb;h;;{c}",
        links=f"from;to;strength;agreement;valid_to\na;c;;{a};\nb;d;;{b};2020-01-01\nb;c;kjennskap;;",
        goals=f"id;name;text\ngoal;{c};{d}",
        goal_owners="actor;goal\na;goal\nb;goal\nd;goal",
        referrals="from;to\nb;d",
        accepted_gaps=f"code;subject;related;reason\nLINK03;a;b;{e}",
        vocabulary=(
            f"list;id;name;sector\nsektor;egen-sektor;{a};\nmålgruppe;egen;{b};\n"
            f"aktørtype;egen-type;{c};egen-sektor"
        ),
    )


EXAMPLE = build(read_model("data/eksempel"))
PAGE = Page(map_page(EXAMPLE))


class TestSafety:
    @pytest.fixture
    def page(self):
        return Page(map_page(hostile_graph()))

    def test_no_text_becomes_markup(self, page):
        plain = map_page(hostile(*"uvwxyz"))
        # Counted: sectors stand in the order of their names.
        assert Counter(tag for tag, _ in page.tags) == Counter(tag for tag, _ in Page(plain).tags)
        assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)

    def test_every_text_arrives_as_it_was_written(self, page):
        names = {node["name"] for node in page.data["nodes"]}
        assert names >= {" ".join(text.split()) for text in HOSTILE}
        for text in HOSTILE:
            assert text in page.text

    def test_no_template_is_run_on_the_data(self, page):
        assert "{{7*7}}" in page.text

    def test_only_the_scripts_and_styles_of_the_page_are_allowed(self, page):
        running = [
            text
            for attributes, text in page.scripts
            if attributes.get("type") != "application/json"
        ]
        assert len(running) == 2
        for text in (*running, *page.styles):
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in page.policy
        assert page.policy.startswith("default-src 'none';")
        assert "unsafe" not in page.policy

    def test_nothing_is_fetched(self, page):
        for _tag, attributes in page.tags:
            assert not FETCHING & attributes.keys()
            assert "style" not in attributes
            assert (attributes.get("href") or "#").startswith("#")
        for style in page.styles:
            assert "@import" not in style
            assert set(re.findall(r"""url\(["']?(\w+):?""", style)) <= {"data"}


def test_vis_network_is_the_version_that_was_looked_at():
    content = resources.files("pyvis").joinpath(VIS).read_bytes()
    assert hashlib.sha256(content).hexdigest() == CHECKSUM


class TestNumbers:
    actors_view = next(view for view in PAGE.data["views"] if view["id"] == "actors")

    def drawn(self, kind):
        return [tie for tie in self.actors_view["ties"] if tie["kind"] == kind]

    def test_every_actor_and_arena_is_drawn(self):
        expected = {node.id for node in (*actors(EXAMPLE), *nodes(EXAMPLE, Arena))}
        assert {
            node for node in self.actors_view["nodes"] if not node.startswith("duty:")
        } == expected
        assert {node["key"] for node in PAGE.data["nodes"]} >= expected

    def test_every_participation_is_drawn(self):
        listed = {(who, arena) for arena, by in roles_by_arena(EXAMPLE).items() for who in by}
        lines = (*self.drawn("takes_part"), *self.drawn("loose"))
        assert listed <= {(line["from"], line["to"]) for line in lines}

    @pytest.mark.parametrize(
        ("kind", "coverage"), [("missing", "none"), ("not_assessed", "not_assessed")]
    )
    def test_pairs_are_those_of_the_report_and_the_engine(self, kind, coverage):
        engine = pair_engine(EXAMPLE)
        expected = {
            "missing": engine.missing_pairs(*GROUNDS),
            "not_assessed": engine.not_assessed_pairs(*GROUNDS),
        }[kind]
        reported = as_report(EXAMPLE)["missing_pairs"]
        drawn = {
            (line["from"], line["to"])
            for line in self.drawn(kind)
            if not line["from"].startswith("duty:")
        }
        assert drawn == {
            (pair["a"], pair["b"]) for pair in reported if pair["coverage"] == coverage
        }
        assert drawn >= set(expected)
        assert len(expected) > 0

    def test_a_missing_pair_says_its_ground(self):
        for line in self.drawn("missing"):
            assert line["facts"]
            assert line["findings"]

    def test_parallel_lines_are_all_drawn(self):
        ties = self.actors_view["ties"]
        pairs = [(tie["from"], tie["to"]) for tie in ties]
        assert len(pairs) > len(set(pairs))
        assert len({tie["id"] for tie in ties}) == len(pairs)


def test_nothing_is_called_missing_where_no_tie_is_filled_in():
    graph = tiny(
        units="name;sector\nA;bolig\nB;helse", goals="name\nG", goal_owners="actor;goal\nA;G\nB;G"
    )
    ties = [tie for view in Page(map_page(graph)).data["views"] for tie in view["ties"]]
    assert {tie["kind"] for tie in ties} == {"contributes"}


class TestTables:
    html = map_page(EXAMPLE)

    def rows(self, table):
        body = re.search(rf'id="table-{table}".*?<tbody>(.*?)</tbody>', self.html, re.DOTALL)
        return re.findall(r'<tr data-key="([^"]*)"', body[1])

    @pytest.mark.parametrize(
        ("table", "coverage"), [("missing", "none"), ("not_assessed", "not_assessed")]
    )
    def test_pairs_are_those_of_the_report(self, table, coverage):
        reported = as_report(EXAMPLE)["missing_pairs"]
        expected = {
            f"{table}|{pair['a']}|{pair['b']}" for pair in reported if pair["coverage"] == coverage
        }
        assert len(self.rows(table)) == len(expected)
        assert set(self.rows(table)) == expected

    def test_findings_are_those_of_the_report(self):
        assert len(self.rows("findings")) == len(as_report(EXAMPLE)["findings"])

    def test_a_caption_says_how_many_rows_there_are(self):
        for table in ("missing", "findings", "actors", "others"):
            caption = re.search(
                rf'id="caption-{table}">.*?<span class="count">\((\d+)\)', self.html
            )
            assert int(caption[1]) == len(self.rows(table)), table

    def test_everything_that_is_drawn_has_a_row(self):
        rows = {key for table in ("actors", "arenas", "others") for key in self.rows(table)}
        assert rows == {node["key"] for node in PAGE.data["nodes"]}

    def test_every_line_is_told(self):
        """Participation in the tables of actors and arenas, the gaps of duties in the findings."""
        for view in PAGE.data["views"]:
            listed = {
                key
                for table in ("missing", "not_assessed", f"lines-{view['id']}")
                for key in self.rows(table)
            }
            for tie in view["ties"]:
                if tie["kind"] == "takes_part" or tie.get("findings"):
                    continue
                if tie["kind"] == "loose" and tie["to"] in roles_by_arena(EXAMPLE):
                    continue
                assert tie["id"] in listed, tie["id"]


def test_importing_the_page_does_not_load_pyvis():
    code = "import sys, samordning_graph.map.page.html_page as p; print('pyvis' in sys.modules, p.__name__)"
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert answer.stdout.startswith("False")


def test_a_municipality_of_any_size_opens_at_the_table():
    rows = "name;sector\n" + "\n".join(f"Enhet {i};bolig" for i in range(300))
    assert Page(map_page(tiny(units=rows))).data["start"] == "actors"


def test_an_earlier_map_gives_the_table_its_order():
    view = next(view for view in PAGE.data["views"] if view["id"] == "actors")
    mirrored = {key: (-x, -y) for key, (x, y) in view["nodes"].items()}
    page = Page(map_page(EXAMPLE, earlier={"actors": mirrored})).data
    nodes = next(view for view in page["views"] if view["id"] == "actors")["nodes"]
    for key, (x, _y) in mirrored.items():
        if key.startswith("duty:"):
            continue
        assert (nodes[key][0] > 0) == (x > 0)
    rows = [key for key, (x, _y) in mirrored.items() if x < 0]
    assert sorted(rows, key=lambda key: mirrored[key][1]) == sorted(
        rows, key=lambda key: nodes[key][1]
    )


def test_a_page_can_have_one_view_only():
    data = Page(map_page(EXAMPLE, view="goals")).data
    assert [view["id"] for view in data["views"]] == ["goals"]
    assert data["start"] == "goals"
