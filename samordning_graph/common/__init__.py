"""What knows nothing of municipalities: language, text, files."""
