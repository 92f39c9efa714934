"""What knows nothing of municipalities: language, text, phrases, files, version."""
