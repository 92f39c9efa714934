"""The coordination graph, and the questions that every rule asks of it."""
