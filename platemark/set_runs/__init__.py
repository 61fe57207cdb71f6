"""Set runs: one version of a set template turned into an album, one job a row."""
