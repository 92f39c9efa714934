"""Pictures that more than one room shows: where things stand and which way lines go, no ink yet."""
