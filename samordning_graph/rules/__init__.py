"""The rules: what a rule is, what it finds, and the catalogue of them."""
