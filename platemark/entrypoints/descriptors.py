"""How many files a process may open, and how many connections that allows."""

from __future__ import annotations

import contextlib

import structlog

RESERVED_DESCRIPTORS = 64  # for the database, the pipes to the workers, the log
DESCRIPTORS_PER_CONNECTION = 2  # the socket, and the file that is sent
log = structlog.get_logger("platemark.http")


def raise_descriptor_limit(max_connections: int) -> None:
    """Let this process open the files that ``max_connections`` need, as far as its hard limit allows."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # not available on Windows, which has no such limit

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = RESERVED_DESCRIPTORS + max_connections * DESCRIPTORS_PER_CONNECTION
        if soft != resource.RLIM_INFINITY and soft < wanted:
            allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
            resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))


def fit_to_descriptors(max_connections: int) -> int:
    """``max_connections``, or as many as this process may have open files for."""
    try:
        import resource
    except ImportError:
        return max_connections
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    if limit == resource.RLIM_INFINITY:
        return max_connections
    fitting = (limit - RESERVED_DESCRIPTORS) // DESCRIPTORS_PER_CONNECTION
    if fitting < max_connections:
        log.warning("Fewer connections than PLATEMARK_MAX_CONNECTIONS: the limit of open files is low", limit=limit)
    return max(1, min(max_connections, fitting))
