"""What happened, for those who want to follow it."""
