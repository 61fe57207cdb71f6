"""Training runs: their datasets, progress and results."""
