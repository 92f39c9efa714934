import pytest

from samordning_graph.property_graph.query.rewriter import rewrite


@pytest.mark.parametrize(
    ("returned", "columns"),
    [
        ("n.id", ("n.id",)),
        ("n.id AS x, count( n )", ("x", "count( n )")),
        ("DISTINCT n.id, [1, 2][0], 'a, b'", ("n.id", "[1, 2][0]", "'a, b'")),
        ("n", ("n",)),
        ("n.id AS x ORDER BY x DESC SKIP 1 LIMIT 2", ("x",)),
        ("n.id AS x UNION MATCH (m) RETURN m.id AS x", ("x",)),
        ("EXISTS { MATCH (n) RETURN n } AS e, n.id // n.name", ("e", "n.id")),
    ],
)
def test_columns_have_the_names_that_neo4j_gives_them(returned, columns):
    assert rewrite(f"MATCH (n) RETURN {returned}").columns == columns
