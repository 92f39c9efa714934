from samordning_graph.input.validate import validate
from samordning_graph.property_graph.neo4j import read_back
from samordning_graph.property_graph.neo4j.load import load
from samordning_graph.schema.problem import Severity
from tests.helpers.tiny import TODAY

UNITS = "name;sector\nBolig;bolig\nRus;helse\nSkole;oppvekst"


def to_database(connection, *models):
    for model in models:
        load(connection.driver, connection.database, model)


def sources(connection, *numbers):
    municipalities = read_back.municipalities(connection, numbers)
    return [read_back.read_source(connection, municipality) for municipality in municipalities]


def models(connection, *numbers):
    found = []
    for source in sources(connection, *numbers):
        model = validate(source, TODAY)
        assert model is not None, [str(problem) for problem in source.problems.in_order()]
        found.append(model)
    return found


def problems(connection, severity=Severity.ERROR):
    """(code, where, column) of what is wrong with the one municipality."""
    (source,) = sources(connection)
    validate(source, TODAY)
    return [
        (
            problem.kind.code,
            f"{problem.place.sheet} {problem.place.node}".strip(),
            problem.place.column,
        )
        for problem in source.problems.in_order()
        if problem.kind.severity is severity
    ]


def messages(connection, code):
    (source,) = sources(connection)
    validate(source, TODAY)
    return [
        f"{problem.message} {problem.suggestion}".strip()
        for problem in source.problems.in_order()
        if problem.kind.code == code
    ]
