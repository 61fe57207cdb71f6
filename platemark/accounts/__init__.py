"""Users, sessions, one-time sign-in links and API tokens: who may do what."""
