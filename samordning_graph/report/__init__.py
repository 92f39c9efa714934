"""The missing-links report: one report model, one file per format."""
