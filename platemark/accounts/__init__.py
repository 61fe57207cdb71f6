"""Who may do what: users, sessions, one-time links, tokens."""
