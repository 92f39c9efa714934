"""What follows from the findings of all rules."""
