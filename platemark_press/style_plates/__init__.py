"""Style plates, the adapters of the press: a colour network and books of image patches, trained from an album."""

FORMAT = "style_plate"
"""The adapter format of style plates."""
