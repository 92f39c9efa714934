"""The positions of boxes: pure geometry, which knows nothing of municipalities."""
