"""Style plates: what the press learns from an album. Small arrays, no model: a colour network and books of patches."""
