from tests.store.fixtures import connection, server

__all__ = ["connection", "server"]
