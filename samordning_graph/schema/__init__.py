"""What the data of a municipality may hold."""
