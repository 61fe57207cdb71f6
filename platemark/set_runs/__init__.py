"""Set runs: one version of a set template made into an album, one job a row."""
