"""Suggested steps: whom to invite to which arena, and where a new arena is needed."""
