from samordning_graph.property_graph.query.rewriter import rewrite


def test_a_divisor_that_may_be_zero_is_guarded():
    assert "/ 2" in rewrite("RETURN 1 / 2 AS x").text
    for divisor in ("v_x", "(v_x + 1)", "size(v_x)", "v_x.p_y", "count(v_x)"):
        text = f"WITH 1 AS x RETURN 3 / {divisor.replace('v_', '').replace('p_', '')} AS y, 2 AS z"
        written = rewrite(text).text
        assert written.count(divisor) > 1, written
        assert written.endswith(" AS v_y, 2 AS v_z")
