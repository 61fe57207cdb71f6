"""The edge: one ASGI callable that owns every request, from the first byte to the last.

A request to an operation takes one hop into a thread, where the caller is authenticated, the request is decoded and
validated, the handler runs in its transaction, and the response is validated before the commit. Files and event streams
are then sent from the event loop, so that slow clients occupy no thread.
"""

from __future__ import annotations

import asyncio
import contextvars
import functools
import re
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Literal, Protocol, TypeVar

import structlog
from connexion.middleware.abstract import RoutedAPI, SpecMiddleware
from sqlalchemy.exc import IntegrityError
from starlette.requests import ClientDisconnect

from generated import headers
from platemark import idempotency
from platemark.access import Actor
from platemark.accounts import service as accounts
from platemark.blob_references import BYTES_SWEPT
from platemark.db.faults import fault_of
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import NotMadeYet, Unavailable
from platemark.http import problems
from platemark.http.authentication import Authenticator
from platemark.http.bodies import BodyLimits, Receive, ReceivedBody
from platemark.http.compiled import CompiledOperation
from platemark.http.conditions import heed_if_none_match
from platemark.http.context import Context
from platemark.http.contract import DEFAULT_MAX_BYTES, Contract
from platemark.http.files import send_file
from platemark.http.idempotency import keyed_request, replay, to_stored_response
from platemark.http.pages import Pages
from platemark.http.path_table import PathTable, segments_of
from platemark.http.pieces import send_pieces
from platemark.http.problems import ContractBroken, HttpProblem
from platemark.http.reply import RawHeaders, Reply
from platemark.http.request import Request, Scope, request_of
from platemark.http.responses import EncodedResponse, encode
from platemark.http.streams import EventStreams
from platemark.logs import log_request
from platemark.studio import Studio

Lane = Literal["read", "write", "large", "make"]
CONTROL_CHARACTER = re.compile(r"[\x00-\x1f\x7f]")
THREADS: Mapping[Lane, int] = {"read": 4, "write": 4, "large": 1, "make": 2}
"""How many threads each lane has. Writers wait for each other and must not keep readers waiting. Large bodies, but for
uploads, which go to files, are decoded, validated and redacted one after the other and must not keep others waiting.
Nor must what is made when it is first read; each of its threads may hold one picture in memory."""

WITHOUT_BODY = (204, 304)
CLIENT_GONE = 499
"""The status in the log and the metrics of a request whose client left before its body was complete."""

Result = TypeVar("Result")
log = structlog.get_logger("platemark.http")


class Observe(Protocol):
    """Called for each response with its operation (None if unknown), status and duration in seconds.

    For an event stream, the duration ends with the response headers.
    """

    def __call__(self, operation_id: str | None, status: int, seconds: float) -> None:
        """Record the response."""


class Threads:
    """The threads that operations run in."""

    def __init__(self) -> None:
        self._pools = {lane: ThreadPoolExecutor(count, lane) for lane, count in THREADS.items()}

    async def run(self, function: Callable[..., Result], *arguments: Any, lane: Lane) -> Result:
        """The result of ``function(*arguments)``, run in a thread of ``lane`` with the context of the caller."""
        context = contextvars.copy_context()
        return await asyncio.get_running_loop().run_in_executor(self._pools[lane], context.run, function, *arguments)

    def close(self) -> None:
        """Wait for what is running, and end the threads."""
        for pool in self._pools.values():
            pool.shutdown(cancel_futures=True)


class ResolvedApi(RoutedAPI):  # type: ignore[misc]
    """Passes each operation that Connexion finds in the specification, with its resolved function, to ``add``."""

    def __init__(self, specification: Any, *, add: Callable[[str, Callable[..., Any]], None], **options: Any) -> None:
        super().__init__(specification, **options)
        self._add = add
        self.add_paths()

    def make_operation(self, operation: Any) -> None:
        """Add the operation."""
        self._add(operation.operation_id, operation.function)


class Edge(SpecMiddleware):  # type: ignore[misc]
    """The outermost ASGI application. What is not HTTP goes on to the next one."""

    def __init__(
        self,
        app: Any,
        *,
        contract: Contract,
        operations: Any,
        studio: Studio,
        threads: Threads,
        streams: EventStreams,
        observe: Observe,
    ) -> None:
        self._app = app
        self._contract = contract
        self._operations = operations
        self._studio = studio
        self._threads = threads
        self._streams = streams
        self._observe = observe
        settings = studio.settings
        self._limits = BodyLimits(
            settings.max_body_bytes,
            settings.max_upload_bytes,
            settings.max_adapter_bytes,
            settings.body_seconds,
            settings.data_dir,
        )
        self._authenticator = Authenticator(settings.metrics_token)
        self._pages = Pages(contract)
        self._paths: PathTable[CompiledOperation] = PathTable()

    def add_api(self, specification: Any, *, base_path: str | None = None, resolver: Any = None, **_: Any) -> Any:
        """Compile the operations of ``specification``; Connexion calls this at start."""
        return ResolvedApi(
            specification, next_app=self._app, base_path=base_path, resolver=resolver, add=self._add_operation
        )

    def _add_operation(self, operation_id: str, handler: Callable[..., Any]) -> None:
        operation = self._operations[operation_id]
        compiled = CompiledOperation(self._contract, operation, handler, self._limits)
        self._paths.add(operation.method, self._contract.base_path + operation.path, compiled)

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        request = request_of(scope)
        reply = Reply(request, send)
        with structlog.contextvars.bound_contextvars(trace_id=request.trace_id):
            try:
                await self._answer(request, reply, scope, receive)
            except ClientDisconnect:
                reply.status = CLIENT_GONE
            except Exception as error:
                await self._send_problem(request, reply, error)
            finally:
                request.close()
                self._observe(request.operation_id, reply.status, (reply.started_at or time.perf_counter()) - started)
                _log_access(request, reply.status, time.perf_counter() - started)
        if request.used is not None:
            await self._threads.run(accounts.record_use, self._studio, request.used, lane="write")

    async def _answer(self, request: Request, reply: Reply, scope: Scope, receive: Receive) -> None:
        segments = segments_of(scope.get("raw_path") or scope["path"].encode("utf-8"))
        _refuse_control_characters(segments)
        if not self._contract.is_below_base(segments):
            await self._pages(scope, receive, reply.send)
            return
        operation = self._route(request, segments)
        reply.responses, reply.lifecycle = operation.rules.responses, operation.lifecycle
        body = await self._receive_body(request, operation, receive)
        response = await self._run(request, operation, body)
        if response.file is not None:
            declared = operation.rules.responses[response.status].header_names
            await send_file(response, response.file, declared, scope, receive, reply.send)
        elif response.pieces is not None:
            run_in_thread = functools.partial(self._threads.run, lane="read")
            await send_pieces(response, response.pieces, run_in_thread, request.method, receive, reply.send)
        elif response.stream is not None and request.method != "HEAD":
            reauthenticate = self._reauthentication(request, operation)
            await self._streams.serve(request, response, response.stream, reauthenticate, receive, reply.send)
        else:
            await _send_bytes(request, reply, response.status, response.raw_headers(), response.body)

    async def _run(self, request: Request, operation: CompiledOperation, body: ReceivedBody | None) -> EncodedResponse:
        """Run the operation in its lane; if what it reads is not made yet, make that, and run it once more."""
        run, lane = self._write if operation.writes else self._read, _choose_lane(operation, body)
        try:
            return await self._threads.run(run, request, operation, body, lane=lane)
        except NotMadeYet as missing:
            await self._threads.run(missing.make, lane="make")
        return await self._threads.run(run, request, operation, body, lane=lane)

    def _route(self, request: Request, segments: tuple[str, ...]) -> CompiledOperation:
        found = self._paths.find(segments)
        if found is None:
            raise HttpProblem(404, "There is nothing at this path.")
        route, request.path_values = found
        operation = route.operation(request.method)
        if operation is None:
            allow = ", ".join(route.methods())
            raise HttpProblem(405, f"This path allows only {allow}.", headers={"Allow": allow})
        request.operation_id = operation.id
        return operation

    async def _receive_body(
        self, request: Request, operation: CompiledOperation, receive: Receive
    ) -> ReceivedBody | None:
        """The body, if the operation takes one. Only a caller who may call the operation can send a large one."""
        if operation.body is None:
            return None
        if operation.body.may_be_large:
            await self._threads.run(self._authenticate, request, operation, lane="read")
        return await operation.body.receive(request, receive)

    def _authenticate(self, request: Request, operation: CompiledOperation) -> Actor:
        with self._studio.work(write=False) as work:
            return self._authenticator.authenticate(work, request, operation.operation)

    def _reauthentication(self, request: Request, operation: CompiledOperation) -> Any:
        async def reauthenticate() -> Actor:
            return await self._threads.run(self._authenticate, request, operation, lane="read")

        return reauthenticate

    def _read(self, request: Request, operation: CompiledOperation, body: ReceivedBody | None) -> EncodedResponse:
        """Run an operation that only reads, in one transaction with the authentication."""
        with self._studio.work(write=False, trace_id=request.trace_id) as work:
            self._authenticator.authenticate(work, request, operation.operation)
            response = self._run_handler(work, request, operation, operation.arguments(request, body))
            work.commit()
        return response

    def _write(self, request: Request, operation: CompiledOperation, body: ReceivedBody | None) -> EncodedResponse:
        """Run an operation that may write.

        If a row that it refers to is deleted meanwhile, nothing is written, and it runs again: it finds the row gone.
        So it does if bytes that it has stored are deleted before it refers to them: it stores them again.
        """
        try:
            return self._write_once(request, operation, body)
        except (IntegrityError, Unavailable) as error:
            if not _helps_to_repeat(error):
                raise
        if body is not None and body.form is not None:
            body.form.rewind()
        return self._write_once(request, operation, body)

    def _write_once(self, request: Request, operation: CompiledOperation, body: ReceivedBody | None) -> EncodedResponse:
        """Run an operation that may write. Who may not call it, or calls it wrongly, never waits for a lock.

        A response stored under the key of the request is read before the transaction, so that SQLite's write lock is
        not held while the handler prepares its writes. If two requests with the same key run at the same time, the
        second one to write fails with a 409.
        """
        with self._studio.work(write=False) as reading:
            self._authenticator.authenticate(reading, request, operation.operation)
            arguments = operation.arguments(request, body)
            keyed = keyed_request(request, operation.operation, body)
            if keyed and (stored := idempotency.find(reading, keyed, by=request.actor)):
                return replay(stored)
        with self._studio.work(write=True, trace_id=request.trace_id) as work:
            response = self._run_handler(work, request, operation, arguments)
            if keyed:
                secret = operation.rules.secret_response
                idempotency.store(work, keyed, to_stored_response(response), secret=secret, by=request.actor)
            work.commit()
        return response

    def _run_handler(
        self, work: UnitOfWork, request: Request, operation: CompiledOperation, arguments: dict[str, Any]
    ) -> EncodedResponse:
        context = Context(
            work=work,
            actor=request.actor,
            studio=self._studio,
            client=request.client,
            user_agent=request.header("user-agent"),
        )
        response = encode(operation.rules, operation.handler(context, **arguments))
        return heed_if_none_match(response, operation.rules.responses, request.server_side.get(headers.IF_NONE_MATCH))

    async def _send_problem(self, request: Request, reply: Reply, error: Exception) -> None:
        """Send ``error`` as a problem, unless a response has started: then its connection is closed."""
        if reply.started_at is not None:
            log.error("Response broken off", operation=request.operation_id, exc_info=error)
            raise error
        problem = self._problem(request, error)
        try:
            await _send_bytes(request, reply, problem.status, problem.raw_headers(), problem.body)
        except ContractBroken as broken:
            problem = self._problem(request, broken)
            await _send_bytes(request, reply, problem.status, problem.raw_headers(), problem.body)

    def _problem(self, request: Request, error: Exception) -> problems.Problem:
        return problems.problem_for(
            error, trace_id=request.trace_id, contract=self._contract, operation_id=request.operation_id
        )


async def _send_bytes(request: Request, reply: Reply, status: int, headers: RawHeaders, body: bytes) -> None:
    if status not in WITHOUT_BODY:
        headers = [*headers, (b"content-length", b"%d" % len(body))]
    await reply.send({"type": "http.response.start", "status": status, "headers": headers})
    await reply.send({"type": "http.response.body", "body": b"" if request.method == "HEAD" else body})


def _choose_lane(operation: CompiledOperation, body: ReceivedBody | None) -> Lane:
    if body is not None and len(body.raw) > DEFAULT_MAX_BYTES:
        return "large"
    return "write" if operation.writes else "read"


def _helps_to_repeat(error: IntegrityError | Unavailable) -> bool:
    """Whether a write failed because what it refers to, a row or stored bytes, was deleted meanwhile."""
    return error.code == BYTES_SWEPT if isinstance(error, Unavailable) else fault_of(error) == "reference_gone"


def _refuse_control_characters(segments: tuple[str, ...]) -> None:
    if any(CONTROL_CHARACTER.search(part) for part in segments):
        raise HttpProblem(400, "The path contains a control character.")


def _log_access(request: Request, status: int, seconds: float) -> None:
    log_request(
        method=request.method,
        path=request.path,
        operation=request.operation_id,
        status=status,
        milliseconds=round(seconds * 1000, 1),
        user=request.actor.name,
    )
