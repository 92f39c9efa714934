"""The views of the map: each one's nodes, their positions, and the ties between them."""
