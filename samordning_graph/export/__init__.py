"""The graph for other programs: one file per format over one view (`contents.py`).

The formats for network programs show it as a network (`network.py`); those for Neo4j hold all that a
load writes. Everything is written as it is made: memory does not grow with the number of
municipalities.
"""
