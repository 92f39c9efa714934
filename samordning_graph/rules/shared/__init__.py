"""What rules of one family share."""
