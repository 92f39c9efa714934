"""Networks that people drew in other programs: from their files to the rows of our tables."""
