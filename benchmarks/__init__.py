"""Benchmarks: what the engine, the stages and the whole program cost (README.md)."""
