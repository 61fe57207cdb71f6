"""The verbs of system, in one place; each is written in the module of its noun."""

from platemark.system.health import Check, Health, health
from platemark.system.job_times import JobTimes
from platemark.system.metrics import HttpMetrics, metrics
from platemark.system.server_info import EngineFacts, Limits, Server, server
from platemark.system.stats import Stats, stats

__all__ = [
    "Check",
    "EngineFacts",
    "Health",
    "HttpMetrics",
    "JobTimes",
    "Limits",
    "Server",
    "Stats",
    "health",
    "metrics",
    "server",
    "stats",
]
