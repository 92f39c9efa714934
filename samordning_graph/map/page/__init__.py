"""The meeting page: one HTML file that works offline."""
