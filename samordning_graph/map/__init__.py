"""The map: one page that works offline, with a table beside the picture."""
