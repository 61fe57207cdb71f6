"""The entry points of all processes: they read the environment, which nothing else does, and start the studio."""
