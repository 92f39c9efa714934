"""The graph in Neo4j: constraints, connection, load, reading back and status.

Nothing here knows files or the terminal; the driver is imported only where it is used.
"""
