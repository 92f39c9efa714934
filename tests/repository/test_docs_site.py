"""The documentation builds as a site: no link leads nowhere, nothing is fetched from elsewhere."""

import re

import pytest

from tools import docs_site

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("docs-site")]

# What a page loads by itself; a link that somebody may follow is another matter.
LOADED = re.compile(
    r"""<(?:script|img|link|iframe|source)\b[^>]*?(?:src|href)=["'](https?:[^"']+)|url\((https?:[^)]+)"""
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site") / "docs"
    docs_site.build(folder)
    return folder


def test_every_page_of_the_documentation_is_on_the_site(site):
    pages = {path.stem for path in (docs_site.ROOT / "docs").glob("*.md")}

    assert {path.stem for path in (site / "docs").glob("*.html")} >= pages


def test_the_first_page_leads_to_the_example_map_and_report(site):
    first = site / docs_site.FIRST_PAGE
    linked = re.findall(r'href="([^"]*eksempel/[^"]*)"', first.read_text(encoding="utf-8"))

    assert docs_site.FIRST_PAGE in (site / "index.html").read_text(encoding="utf-8")
    assert len(linked) == 4
    assert all((first.parent / address).is_file() for address in linked)


def test_no_page_fetches_anything_from_elsewhere(site):
    fetched = {
        (path.name, match.group())
        for kind in ("*.html", "*.css")
        for path in site.rglob(kind)
        for match in LOADED.finditer(path.read_text(encoding="utf-8"))
    }

    assert fetched == set()
