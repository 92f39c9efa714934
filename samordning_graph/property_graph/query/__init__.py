"""Cypher: the library, on a server or over files."""
