"""Browser front ends on another origin: which responses their pages may read."""

from __future__ import annotations

from typing import Any

from starlette.middleware.cors import CORSMiddleware

from generated import headers
from platemark.http.contract import METHODS, Contract

AUTHORIZATION = "Authorization"


def allow_origins(app: Any, contract: Contract, origins: list[str]) -> Any:
    """``app``, which pages of ``origins`` may call with an API token.

    Cookies stay with the studio's own pages. A page may send the headers that the contract declares as parameters, and
    read those that it declares for responses, and those of what is deprecated.
    """
    sent = {
        parameter.name for rules in contract.rules.values() for parameter in rules.parameters if _is_header(parameter)
    }
    read = {
        header.name
        for rules in contract.rules.values()
        for response in rules.responses.values()
        for header in response.headers
    }
    read |= {headers.DEPRECATION, headers.SUNSET}
    return CORSMiddleware(
        app,
        allow_origins=origins,
        allow_methods=sorted({method.upper() for method in METHODS} - {"OPTIONS"}),
        allow_headers=sorted({AUTHORIZATION, *sent}),
        expose_headers=sorted(read),
    )


def _is_header(parameter: Any) -> bool:
    return bool(parameter.location == "header")
