"""Where settings become running things: the only place that reads the environment."""
