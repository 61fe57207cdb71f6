"""The kinds of import: the protocol, and one package for each kind that implements it."""
