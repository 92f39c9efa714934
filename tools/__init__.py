"""What keeps generated files fresh: catalogues, data dictionary, example workbook."""
