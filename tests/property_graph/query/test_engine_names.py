from samordning_graph.property_graph.query.engine_names import outward
from samordning_graph.property_graph.query.rewriter import rewrite


def test_names_with_norwegian_letters_come_back_as_they_were():
    query = rewrite("MATCH (enhet_å:Unit) RETURN {blåbær: enhet_å.name} AS `på norsk`")

    assert query.text.isascii()
    assert query.columns == ("på norsk",)
    (key,) = [word.strip("{:") for word in query.text.split() if word.startswith("{p_x")]
    assert outward(key) == "blåbær"
