"""The system itself: health, capabilities, statistics and metrics."""
