"""The graph as labelled nodes and ties for other programs."""
