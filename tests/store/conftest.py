from tests.store.fixtures import connection, server, variables

__all__ = ["connection", "server", "variables"]


def pytest_configure(config):
    config.addinivalue_line("markers", "neo4j: talks to a real Neo4j server")
