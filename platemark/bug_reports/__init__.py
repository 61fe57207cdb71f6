"""Bug reports from people and their browsers, stored without secrets."""
