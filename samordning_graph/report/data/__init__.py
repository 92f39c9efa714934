"""What programs and spreadsheets read."""
