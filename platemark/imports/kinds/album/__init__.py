"""The kind ``album``: the file of an exported album, from this studio or another."""
