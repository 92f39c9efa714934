"""What people read, as blocks."""
