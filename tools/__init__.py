"""Scripts of the project: they write generated files and run the checks."""
