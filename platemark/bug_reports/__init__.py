"""Bug reports: what went wrong, as people and their browsers tell it, with nothing secret kept."""
