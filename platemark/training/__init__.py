"""Training runs: what they learn from, how far they are, what comes of them."""
