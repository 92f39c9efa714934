"""Figures of the network: who bridges, where it can break, and how sectors are tied together."""
