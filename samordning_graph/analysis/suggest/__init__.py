"""Suggested steps: whom to invite where."""
