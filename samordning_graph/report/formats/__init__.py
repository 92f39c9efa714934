"""How blocks are written."""
