"""Builds the page in which the program runs without installation: `python -m tools.web`."""
