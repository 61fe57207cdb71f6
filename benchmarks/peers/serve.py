"""``python -m benchmarks.peers.serve MODULE PORT`` serves a peer as Platemark is served, and writes an access log."""

from __future__ import annotations

import sys

import uvicorn

if __name__ == "__main__":
    uvicorn.run(f"benchmarks.peers.{sys.argv[1]}:app", host="127.0.0.1", port=int(sys.argv[2]), server_header=False)
