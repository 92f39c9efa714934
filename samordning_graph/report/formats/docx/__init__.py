"""The report as a Word document, written as the parts of a package in WordprocessingML."""
