"""Whether the studio is well, what it can do, how much it holds."""
