"""The four views of the map, each of them computed: who is in it, where they stand, what ties them."""
