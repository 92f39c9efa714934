from tests.helpers.neo4j_fixtures import connection, server

__all__ = ["connection", "server"]
