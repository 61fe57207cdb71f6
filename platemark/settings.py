"""Configuration from the environment: read once, in the entry points, and passed on as plain data."""

from __future__ import annotations

import difflib
import ipaddress
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from platemark.errors import BadSetting

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings. The defaults suit a laptop; the environment variable of each is ``PLATEMARK_`` and its name."""

    data_dir: Path = Path("data")
    host: str = "127.0.0.1"
    port: int = 8010
    database_url: str = ""
    api_processes: int = 1
    workers: int = 1
    worker_nice: int = 10
    log_format: str = "text"
    log_level: str = "info"
    max_body_bytes: int = 4 * MEBIBYTE
    max_upload_bytes: int = 32 * MEBIBYTE
    max_adapter_bytes: int = 1024 * MEBIBYTE
    max_connections: int = 1000
    body_seconds: float = 30.0
    max_image_pixels: int = 50_000_000
    session_days: int = 30
    metrics_token: str = ""
    sign_in_link_hours: int = 24
    secure_cookies: str = "auto"
    trusted_proxies: str = ""
    cors_origins: str = ""
    lease_seconds: float = 60.0
    beat_seconds: float = 10.0
    sweep_seconds: float = 5.0
    preview_seconds: float = 2.0
    broker_url: str = ""
    queues: str = ""
    device: str = "cpu"
    diffusers_model: str = ""
    diffusers_models: str = ""
    diffusers_captioner: str = ""
    sdapi_url: str = ""
    openai_images_url: str = ""
    openai_images_model: str = ""
    openai_images_key: str = ""
    openai_images_jobs: int = 1
    openai_captions_model: str = ""
    event_days: int = 7
    retention_days: int = 30
    trash_days: int = 30
    redact_emails: bool = True
    bug_reports_per_hour: int = 60
    max_streams: int = 500
    max_streams_per_user: int = 20
    stream_check_seconds: float = 10.0
    import_roots: str = ""
    webhook_networks: str = ""

    @property
    def resolved_database_url(self) -> str:
        """The URL of the database: ``database_url``, or by default a SQLite file in the data folder."""
        return self.database_url or f"sqlite:///{self.data_dir / 'platemark.db'}"

    @property
    def queue_names(self) -> tuple[str, ...]:
        """The engines whose jobs a worker takes; empty means all of its engines."""
        return tuple(name.strip() for name in self.queues.split(",") if name.strip())

    @property
    def blobs_dir(self) -> Path:
        """The folder of the blob store."""
        return self.data_dir / "blobs"

    @property
    def model_digests_file(self) -> Path:
        """The file that keeps the digests of models, which are large to read."""
        return self.data_dir / "model-digests.json"

    @property
    def training_dir(self) -> Path:
        """The folder that holds one folder per training run: its checkpoints and its log."""
        return self.data_dir / "training"

    @property
    def sends_secure_cookies(self) -> bool:
        """Whether cookies are limited to HTTPS; ``auto`` means unless the studio listens on loopback."""
        loopback = self.host == "localhost" or self.host == "::1" or self.host.startswith("127.")
        return self.secure_cookies == "always" or (self.secure_cookies == "auto" and not loopback)

    @property
    def import_folders(self) -> dict[str, Path]:
        """The folders that imports may read over the API, by their names there: the last part of their paths.

        If two have the same name, the second is called ``name-2``.
        """
        folders: dict[str, Path] = {}
        for folder in (Path(root).expanduser().resolve() for root in self.import_roots.split(os.pathsep) if root):
            name = printable_name(folder)
            taken = sum(other == name or other.startswith(f"{name}-") for other in folders)
            folders[f"{name}-{taken + 1}" if name in folders else name] = folder
        return folders

    @property
    def trusted_proxy_addresses(self) -> list[str]:
        """The addresses and networks whose X-Forwarded-For and X-Forwarded-Proto are trusted."""
        return [address.strip() for address in self.trusted_proxies.split(",") if address.strip()]

    @property
    def allowed_origins(self) -> list[str]:
        """The origins whose pages may call the API from a browser."""
        return [origin.strip() for origin in self.cors_origins.split(",") if origin.strip()]

    @property
    def allowed_webhook_networks(self) -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
        """The networks that webhooks may reach although they are not public."""
        return [ipaddress.ip_network(it.strip()) for it in self.webhook_networks.split(",") if it.strip()]

    @property
    def base_url(self) -> str:
        """The URL at which a browser finds the studio."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"


def printable_name(folder: PurePath) -> str:
    """A name for ``folder`` that does not disclose its path: one line, never empty."""
    return re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", "_", folder.name)[:200] or "root"


def from_environment(environ: Mapping[str, str]) -> Settings:
    """The settings in ``environ``; BadSetting for an unknown variable, a value of the wrong type or out of bounds.

    With a broker, workers run elsewhere, so ``workers`` defaults to 0 for this process; otherwise to one, and one more
    for each image server, because a worker that waits for a server does nothing else.
    """
    _require_known(environ)
    values: dict[str, Any] = {
        name: _parse(name, text) for name in SETTING_NAMES if (text := environ.get(f"PLATEMARK_{name.upper()}"))
    }
    if "broker_url" in values:
        if not values.get("database_url", "").startswith("postgresql://"):
            raise BadSetting(BROKER_NEEDS_POSTGRESQL)
        values.setdefault("workers", 0)
    values.setdefault("workers", 1 + sum(name in values for name in ("sdapi_url", "openai_images_url")))
    return Settings(**values)


ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\[[0-9a-f:]+\](:[0-9]{1,5})?")
DEVICE = re.compile(r"[a-z][a-z0-9]{0,30}(:[0-9]{1,3})?")
SETTING_NAMES = tuple(Settings.__dataclass_fields__)
VARIABLES = tuple(f"PLATEMARK_{name.upper()}" for name in SETTING_NAMES)
FOR_TESTS = "PLATEMARK_TEST_"
"""Variables that only tests read begin with this; they are no settings."""

MAX_RETENTION_DAYS = 36_500
BOUNDS: dict[str, tuple[float, float]] = {
    "port": (0, 65_535),
    "api_processes": (1, 64),
    "workers": (0, 256),
    "worker_nice": (0, 19),
    "max_connections": (1, 100_000),
    "body_seconds": (0.01, 3600),
    "max_body_bytes": (1024, 1024 * MEBIBYTE),
    "max_upload_bytes": (1024, 1024 * MEBIBYTE),
    "max_adapter_bytes": (1024, 1024 * MEBIBYTE),
    "max_image_pixels": (1, 1_000_000_000),
    "session_days": (1, 3650),
    "sign_in_link_hours": (1, 8760),
    "openai_images_jobs": (1, 256),
    "lease_seconds": (1, 86_400),
    "beat_seconds": (0.01, 3600),
    "sweep_seconds": (0.01, 3600),
    "preview_seconds": (0, 3600),
    "event_days": (1, 36_500),
    "retention_days": (0, MAX_RETENTION_DAYS),
    "bug_reports_per_hour": (0, 100_000),
    "trash_days": (0, MAX_RETENTION_DAYS),
    "max_streams": (0, 100_000),
    "max_streams_per_user": (0, 100_000),
    "stream_check_seconds": (0.01, 3600),
}
"""The least and the greatest value of each number."""

MAX_LENGTH = 8192
"""How many characters any value may have."""

URLS = {
    "database_url": ("sqlite:///", "postgresql://"),
    "broker_url": ("redis://", "rediss://", "amqp://", "amqps://"),
    "sdapi_url": ("http://", "https://"),
    "openai_images_url": ("http://", "https://"),
}
BROKER_NEEDS_POSTGRESQL = (
    "PLATEMARK_BROKER_URL needs a PLATEMARK_DATABASE_URL with postgresql://, which remote workers can reach."
)
CHOICES = {
    "log_format": ("text", "json"),
    "log_level": ("debug", "info", "warning", "error"),
    "secure_cookies": ("auto", "always", "never"),
}


FLAGS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


def _require_known(environ: Mapping[str, str]) -> None:
    """Refuse variables that look like settings and are none: a misspelt one would silently change nothing."""
    for variable in sorted(environ):
        if variable.startswith("PLATEMARK_") and not variable.startswith(FOR_TESTS) and variable not in VARIABLES:
            name = variable.removeprefix("PLATEMARK_").lower()
            similar = difflib.get_close_matches(name, SETTING_NAMES, n=1)
            hint = f"did you mean PLATEMARK_{similar[0].upper()}?" if similar else "docs/system.md lists the settings."
            raise BadSetting(f"{variable} is not a setting; {hint}")


def _parse(name: str, text: str) -> str | int | float | bool | Path:
    kind = Settings.__dataclass_fields__[name].type
    variable = f"PLATEMARK_{name.upper()}"
    if len(text) > MAX_LENGTH:
        raise BadSetting(f"{variable} has more than {MAX_LENGTH} characters.")
    if kind == "Path":
        return Path(text).expanduser().resolve()
    if kind in ("int", "float"):
        return _parse_number(name, variable, kind, text)
    if kind == "bool":
        if text.lower() not in FLAGS:
            raise BadSetting(f"{variable} must be one of {', '.join(FLAGS)}, not {text!r}.")
        return FLAGS[text.lower()]
    if name in CHOICES and text not in CHOICES[name]:
        raise BadSetting(f"{variable} must be one of {', '.join(CHOICES[name])}, not {text!r}.")
    if name in URLS and not text.startswith(URLS[name]):
        raise BadSetting(f"{variable} must start with {' or '.join(URLS[name])}.")
    if name == "device" and not DEVICE.fullmatch(text):
        raise BadSetting(f"{variable} must be a device like cpu or cuda:0, not {text!r}.")
    if name == "trusted_proxies":
        _check_proxies(variable, text)
    if name == "cors_origins":
        _check_origins(variable, text)
    if name == "webhook_networks":
        _check_networks(variable, text)
    return text


def _check_networks(variable: str, text: str) -> None:
    for network in filter(None, map(str.strip, text.split(","))):
        try:
            ipaddress.ip_network(network)
        except ValueError:
            detail = f"{variable} must be networks (10.0.0.0/24), separated by commas; {network!r} is none."
            raise BadSetting(detail) from None


def _check_origins(variable: str, text: str) -> None:
    """An origin is compared as a whole: a path, a final slash or a wildcard would never match."""
    for origin in Settings(cors_origins=text).allowed_origins:
        if not ORIGIN.fullmatch(origin):
            detail = f"{variable} must be origins (https://app.example.com), separated by commas; {origin!r} is none."
            raise BadSetting(detail)


def _check_proxies(variable: str, text: str) -> None:
    """Refuse to trust every address: any client could then forge its own and guess passwords without limit."""
    for address in Settings(trusted_proxies=text).trusted_proxy_addresses:
        try:
            network = ipaddress.ip_network(address)
        except ValueError:
            detail = (
                f"{variable} must be addresses or networks (10.0.0.0/24), separated by commas; {address!r} is neither."
            )
            raise BadSetting(detail) from None
        if network.prefixlen == 0:
            raise BadSetting(f"{variable} must not trust every address: {address!r}.")


def _parse_number(name: str, variable: str, kind: str, text: str) -> int | float:
    try:
        number = int(text) if kind == "int" else float(text)
    except ValueError:
        raise BadSetting(f"{variable} must be a number, not {text!r}.") from None
    low, high = BOUNDS[name]
    if not low <= number <= high:  # which NaN is not, either
        raise BadSetting(f"{variable} must be {low} … {high}, not {text!r}.")
    return number
