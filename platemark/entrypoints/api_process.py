"""One of several API processes: ``python -m platemark.entrypoints.api_process LINK_FD LISTENING_FD``.

The studio that starts it has the workers, the maintenance and the listening socket. ``LINK_FD`` is a socket to it.
"""

from __future__ import annotations

import os
import socket
import sys
from multiprocessing.connection import Connection

from platemark import logs, processes
from platemark.garbage import never_collected
from platemark.settings import from_environment


def main() -> None:
    """Serve with the settings of the environment."""
    link, listening = (int(number) for number in sys.argv[1:])
    settings = from_environment(os.environ)
    logs.configure(settings)
    processes.leave_signals_to_parent()
    with never_collected():
        from platemark.entrypoints.sharing_server import serve  # what this imports warns: the logs are set up first

    serve(settings, Connection(link), socket.socket(fileno=listening))


if __name__ == "__main__":
    main()
