"""A stand-in for `prism proxy`: it passes requests on, says what its contract lists for a path, and may stop."""

from __future__ import annotations

import json
import os
import sys
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

PORT, CONTRACT, UPSTREAM = int(sys.argv[-3]), Path(sys.argv[-2]), sys.argv[-1]
HEADERS: dict[str, str] = json.loads(CONTRACT.read_text("utf-8"))


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers["content-length"]))
        if self.path == "/end":
            os._exit(1)
        if self.path == "/stop":
            self.answer(400, b"no JSON")
            return
        request = urllib.request.Request(UPSTREAM + self.path, data=sent, headers=dict(self.headers), method="POST")
        with urllib.request.urlopen(request) as answer:
            self.answer(answer.status, answer.read(), answer.headers["x-answer"])

    def answer(self, status: int, body: bytes, name: str = "") -> None:
        self.send_response(status)
        if name in HEADERS:
            self.send_header("sl-violations", HEADERS[name])
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Print nothing."""


HTTPServer(("127.0.0.1", PORT), Handler).serve_forever()
