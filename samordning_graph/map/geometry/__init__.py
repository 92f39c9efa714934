"""Where boxes go: pure geometry, which knows nothing of municipalities."""
