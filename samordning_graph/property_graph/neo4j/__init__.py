"""A Neo4j server: load, read back, status."""
