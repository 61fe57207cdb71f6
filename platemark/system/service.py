"""The operations of the tag system; each is implemented in the module of its noun."""

from platemark.system.health import Check, Health, get_health
from platemark.system.job_times import JobTimes
from platemark.system.metrics import HttpMetrics, get_metrics
from platemark.system.models import ModelFilter, ModelView, all_models, list_models
from platemark.system.server_info import EngineInfo, Limits, ServerInfo, get_server
from platemark.system.stats import Stats, get_stats
from platemark.system.studio_settings import SettingsChanges, StudioSettings, get_settings, update_settings

__all__ = [
    "Check",
    "EngineInfo",
    "Health",
    "HttpMetrics",
    "JobTimes",
    "Limits",
    "ModelFilter",
    "ModelView",
    "ServerInfo",
    "SettingsChanges",
    "Stats",
    "StudioSettings",
    "all_models",
    "get_health",
    "get_metrics",
    "get_server",
    "get_settings",
    "get_stats",
    "list_models",
    "update_settings",
]
