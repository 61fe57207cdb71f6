# Generated from spec/ by `python -m codegen`. DO NOT EDIT.
"""The operations of the contract: response classes, a handler Protocol for each tag, OPERATIONS."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Literal, Protocol, TypeAlias, TypeVar
from uuid import UUID

import msgspec

from generated import models
from generated.base import ByteStream, CsvBody, EventStream, FileBody, Operation, Param, Upload

C = TypeVar("C", contravariant=True)


class BadRequest(msgspec.Struct, frozen=True, kw_only=True):
    """400: The request is invalid: a parameter or the body breaks its schema, or is unknown. `errors`
    lists the first 100 faults.
    """

    status: ClassVar[Literal[400]] = 400
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


class Unauthorized(msgspec.Struct, frozen=True, kw_only=True):
    """401: The credentials are missing or invalid."""

    status: ClassVar[Literal[401]] = 401
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "WWW-Authenticate")


class NotAcceptable(msgspec.Struct, frozen=True, kw_only=True):
    """406: The operation offers none of the media types in `Accept`."""

    status: ClassVar[Literal[406]] = 406
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


class InternalError(msgspec.Struct, frozen=True, kw_only=True):
    """500: The server failed; the trace id leads to the log entry."""

    status: ClassVar[Literal[500]] = 500
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


class Unavailable(msgspec.Struct, frozen=True, kw_only=True):
    """503: The server cannot do this now: it is starting or stopping, its database is unavailable, or
    a disk is full.
    """

    status: ClassVar[Literal[503]] = 503
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Retry-After")


class NotModified(msgspec.Struct, frozen=True, kw_only=True):
    """304: The caller's copy is up to date."""

    status: ClassVar[Literal[304]] = 304
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


class Forbidden(msgspec.Struct, frozen=True, kw_only=True):
    """403: The caller's role is too low, or the CSRF token of a session is missing or wrong."""

    status: ClassVar[Literal[403]] = 403
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


class RequestTimeout(msgspec.Struct, frozen=True, kw_only=True):
    """408: The body arrives too slowly, or not at all; the connection is closed."""

    status: ClassVar[Literal[408]] = 408
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


class PreconditionFailed(msgspec.Struct, frozen=True, kw_only=True):
    """412: `If-Match` does not match the current version."""

    status: ClassVar[Literal[412]] = 412
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


class ContentTooLarge(msgspec.Struct, frozen=True, kw_only=True):
    """413: The body has more bytes or values than the operation takes (`x-max-bytes`, by default
    65536), or more bytes than the `limits` of getServer.
    """

    status: ClassVar[Literal[413]] = 413
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


class UnsupportedMediaType(msgspec.Struct, frozen=True, kw_only=True):
    """415: The operation does not accept the media type of the body."""

    status: ClassVar[Literal[415]] = 415
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


class Unprocessable(msgspec.Struct, frozen=True, kw_only=True):
    """422: The request fits the contract but breaks a rule; `errors` points at each place."""

    status: ClassVar[Literal[422]] = 422
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


class TooManyRequests(msgspec.Struct, frozen=True, kw_only=True):
    """429: Too many at a time; wait for the time in `Retry-After`."""

    status: ClassVar[Literal[429]] = 429
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Retry-After")


class NotFound(msgspec.Struct, frozen=True, kw_only=True):
    """404: The resource does not exist, or the caller may not see it."""

    status: ClassVar[Literal[404]] = 404
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """409: The state of the resource does not allow it; the code says why."""

    status: ClassVar[Literal[409]] = 409
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


class RangeNotSatisfiable(msgspec.Struct, frozen=True, kw_only=True):
    """416: The requested range lies beyond the end of the file."""

    status: ClassVar[Literal[416]] = 416
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Content-Range")


class GetHealth200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The studio is ready, possibly degraded."""

    status: ClassVar[Literal[200]] = 200
    body: models.Health
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


class GetHealth503(msgspec.Struct, frozen=True, kw_only=True):
    """503: The studio is not ready; the body says why."""

    status: ClassVar[Literal[503]] = 503
    body: models.Health
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetHealthResponse: TypeAlias = (
    GetHealth200 | BadRequest | Unauthorized | NotAcceptable | InternalError | GetHealth503
)


class GetServer200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The information about the server."""

    status: ClassVar[Literal[200]] = 200
    body: models.Server
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetServerResponse: TypeAlias = (
    GetServer200 | BadRequest | Unauthorized | NotAcceptable | InternalError | Unavailable
)


class GetSettings200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The defaults."""

    status: ClassVar[Literal[200]] = 200
    body: models.Settings
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetSettingsResponse: TypeAlias = (
    GetSettings200 | NotModified | BadRequest | Unauthorized | NotAcceptable | InternalError | Unavailable
)


class UpdateSettings200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The defaults."""

    status: ClassVar[Literal[200]] = 200
    body: models.Settings
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


UpdateSettingsResponse: TypeAlias = (
    UpdateSettings200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotAcceptable
    | RequestTimeout
    | PreconditionFailed
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class ListModels200(msgspec.Struct, frozen=True, kw_only=True):
    """200: A page of models."""

    status: ClassVar[Literal[200]] = 200
    body: models.EngineModelPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListModelsResponse: TypeAlias = (
    ListModels200 | BadRequest | Unauthorized | NotAcceptable | InternalError | Unavailable
)


class GetStats200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The statistics."""

    status: ClassVar[Literal[200]] = 200
    body: models.Stats
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetStatsResponse: TypeAlias = (
    GetStats200 | BadRequest | Unauthorized | NotAcceptable | InternalError | Unavailable
)


class GetMetrics200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The metrics."""

    status: ClassVar[Literal[200]] = 200
    body: str
    media_type: ClassVar[Literal["text/plain"]] = "text/plain"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetMetricsResponse: TypeAlias = (
    GetMetrics200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


class StreamEvents200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The event stream; `schema` describes one message."""

    status: ClassVar[Literal[200]] = 200
    body: EventStream
    media_type: ClassVar[Literal["text/event-stream"]] = "text/event-stream"
    cache_control: str
    x_accel_buffering: str
    headers: ClassVar[dict[str, str]] = {
        "Cache-Control": "cache_control",
        "X-Accel-Buffering": "x_accel_buffering",
    }
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


StreamEventsResponse: TypeAlias = (
    StreamEvents200
    | BadRequest
    | Unauthorized
    | NotAcceptable
    | TooManyRequests
    | InternalError
    | Unavailable
)


class GetAuthStatus200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The current user, if any."""

    status: ClassVar[Literal[200]] = 200
    body: models.AuthStatus
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetAuthStatusResponse: TypeAlias = (
    GetAuthStatus200 | BadRequest | Unauthorized | NotAcceptable | InternalError | Unavailable
)


class SignIn200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The user is signed in."""

    status: ClassVar[Literal[200]] = 200
    body: models.AuthStatus
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    set_cookie: str
    headers: ClassVar[dict[str, str]] = {"Set-Cookie": "set_cookie"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


SignInResponse: TypeAlias = (
    SignIn200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotAcceptable
    | RequestTimeout
    | ContentTooLarge
    | UnsupportedMediaType
    | TooManyRequests
    | InternalError
    | Unavailable
)


class SignOut204(msgspec.Struct, frozen=True, kw_only=True):
    """204: The user is signed out."""

    status: ClassVar[Literal[204]] = 204
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    set_cookie: str
    headers: ClassVar[dict[str, str]] = {"Set-Cookie": "set_cookie"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


SignOutResponse: TypeAlias = SignOut204 | BadRequest | Unauthorized | Forbidden | InternalError | Unavailable


class ChangePassword204(msgspec.Struct, frozen=True, kw_only=True):
    """204: The password is changed."""

    status: ClassVar[Literal[204]] = 204
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ChangePasswordResponse: TypeAlias = (
    ChangePassword204
    | BadRequest
    | Unauthorized
    | Forbidden
    | RequestTimeout
    | ContentTooLarge
    | UnsupportedMediaType
    | TooManyRequests
    | InternalError
    | Unavailable
)


class ListSessions200(msgspec.Struct, frozen=True, kw_only=True):
    """200: A page of sessions."""

    status: ClassVar[Literal[200]] = 200
    body: models.SessionPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListSessionsResponse: TypeAlias = (
    ListSessions200 | BadRequest | Unauthorized | NotAcceptable | InternalError | Unavailable
)


class EndOtherSessions204(msgspec.Struct, frozen=True, kw_only=True):
    """204: The other sessions are ended."""

    status: ClassVar[Literal[204]] = 204
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


EndOtherSessionsResponse: TypeAlias = (
    EndOtherSessions204 | BadRequest | Unauthorized | Forbidden | InternalError | Unavailable
)


class EndSession204(msgspec.Struct, frozen=True, kw_only=True):
    """204: The session is ended."""

    status: ClassVar[Literal[204]] = 204
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


EndSessionResponse: TypeAlias = (
    EndSession204 | BadRequest | Unauthorized | Forbidden | NotFound | InternalError | Unavailable
)


class ListApiTokens200(msgspec.Struct, frozen=True, kw_only=True):
    """200: A page of API tokens."""

    status: ClassVar[Literal[200]] = 200
    body: models.ApiTokenPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListApiTokensResponse: TypeAlias = (
    ListApiTokens200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


class CreateApiToken201(msgspec.Struct, frozen=True, kw_only=True):
    """201: The new API token with its secret."""

    status: ClassVar[Literal[201]] = 201
    body: models.ApiTokenCreated
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    headers: ClassVar[dict[str, str]] = {"Location": "location"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


CreateApiTokenResponse: TypeAlias = (
    CreateApiToken201
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotAcceptable
    | RequestTimeout
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class DeleteApiToken204(msgspec.Struct, frozen=True, kw_only=True):
    """204: The token is revoked."""

    status: ClassVar[Literal[204]] = 204
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


DeleteApiTokenResponse: TypeAlias = (
    DeleteApiToken204 | BadRequest | Unauthorized | Forbidden | NotFound | InternalError | Unavailable
)


class ListUsers200(msgspec.Struct, frozen=True, kw_only=True):
    """200: A page of users."""

    status: ClassVar[Literal[200]] = 200
    body: models.UserPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListUsersResponse: TypeAlias = (
    ListUsers200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


class CreateUser201(msgspec.Struct, frozen=True, kw_only=True):
    """201: The new user."""

    status: ClassVar[Literal[201]] = 201
    body: models.User
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    etag: str
    headers: ClassVar[dict[str, str]] = {"Location": "location", "ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


CreateUserResponse: TypeAlias = (
    CreateUser201
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotAcceptable
    | RequestTimeout
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | InternalError
    | Unavailable
)


class GetUser200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The user."""

    status: ClassVar[Literal[200]] = 200
    body: models.User
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetUserResponse: TypeAlias = (
    GetUser200
    | NotModified
    | BadRequest
    | Unauthorized
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


class UpdateUser200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The changed user."""

    status: ClassVar[Literal[200]] = 200
    body: models.User
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


UpdateUserResponse: TypeAlias = (
    UpdateUser200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | Conflict
    | PreconditionFailed
    | ContentTooLarge
    | UnsupportedMediaType
    | InternalError
    | Unavailable
)


class CreateSignInLink201(msgspec.Struct, frozen=True, kw_only=True):
    """201: The link, with its secret."""

    status: ClassVar[Literal[201]] = 201
    body: models.SignInLink
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    headers: ClassVar[dict[str, str]] = {"Location": "location"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


CreateSignInLinkResponse: TypeAlias = (
    CreateSignInLink201
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class ListAlbums200(msgspec.Struct, frozen=True, kw_only=True):
    """200: A page of albums."""

    status: ClassVar[Literal[200]] = 200
    body: models.AlbumPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListAlbumsResponse: TypeAlias = (
    ListAlbums200 | BadRequest | Unauthorized | NotAcceptable | InternalError | Unavailable
)


class CreateAlbum201(msgspec.Struct, frozen=True, kw_only=True):
    """201: The album."""

    status: ClassVar[Literal[201]] = 201
    body: models.AlbumDetail
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    etag: str
    headers: ClassVar[dict[str, str]] = {"Location": "location", "ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Idempotency-Replayed")


CreateAlbumResponse: TypeAlias = (
    CreateAlbum201
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotAcceptable
    | RequestTimeout
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class GetAlbum200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The album."""

    status: ClassVar[Literal[200]] = 200
    body: models.AlbumDetail
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetAlbumResponse: TypeAlias = (
    GetAlbum200
    | NotModified
    | BadRequest
    | Unauthorized
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


class DeleteAlbum204(msgspec.Struct, frozen=True, kw_only=True):
    """204: The album is deleted."""

    status: ClassVar[Literal[204]] = 204
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


DeleteAlbumResponse: TypeAlias = (
    DeleteAlbum204
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | PreconditionFailed
    | InternalError
    | Unavailable
)


class UpdateAlbum200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The changed album."""

    status: ClassVar[Literal[200]] = 200
    body: models.AlbumDetail
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


UpdateAlbumResponse: TypeAlias = (
    UpdateAlbum200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | PreconditionFailed
    | ContentTooLarge
    | UnsupportedMediaType
    | InternalError
    | Unavailable
)


class ListAlbumImages200(msgspec.Struct, frozen=True, kw_only=True):
    """200: A page of images."""

    status: ClassVar[Literal[200]] = 200
    body: models.AlbumImagePage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListAlbumImagesResponse: TypeAlias = (
    ListAlbumImages200 | BadRequest | Unauthorized | NotFound | NotAcceptable | InternalError | Unavailable
)


class AddAlbumImages200(msgspec.Struct, frozen=True, kw_only=True):
    """200: How many images were added."""

    status: ClassVar[Literal[200]] = 200
    body: models.AlbumImagesChange
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Idempotency-Replayed")


AddAlbumImagesResponse: TypeAlias = (
    AddAlbumImages200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class MoveAlbumImages204(msgspec.Struct, frozen=True, kw_only=True):
    """204: The images are moved."""

    status: ClassVar[Literal[204]] = 204
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


MoveAlbumImagesResponse: TypeAlias = (
    MoveAlbumImages204
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | RequestTimeout
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class RemoveAlbumImage204(msgspec.Struct, frozen=True, kw_only=True):
    """204: The image is no longer in the album."""

    status: ClassVar[Literal[204]] = 204
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


RemoveAlbumImageResponse: TypeAlias = (
    RemoveAlbumImage204 | BadRequest | Unauthorized | Forbidden | NotFound | InternalError | Unavailable
)


class GetAlbumLabelStats200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The statistics."""

    status: ClassVar[Literal[200]] = 200
    body: models.AlbumLabelStats
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetAlbumLabelStatsResponse: TypeAlias = (
    GetAlbumLabelStats200 | BadRequest | Unauthorized | NotFound | NotAcceptable | InternalError | Unavailable
)


class ExportAlbum200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The bundle."""

    status: ClassVar[Literal[200]] = 200
    body: ByteStream
    media_type: ClassVar[Literal["application/zip"]] = "application/zip"
    content_disposition: str
    headers: ClassVar[dict[str, str]] = {"Content-Disposition": "content_disposition"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ExportAlbumResponse: TypeAlias = (
    ExportAlbum200 | BadRequest | Unauthorized | NotFound | NotAcceptable | InternalError | Unavailable
)


class ListImages200(msgspec.Struct, frozen=True, kw_only=True):
    """200: A page of images."""

    status: ClassVar[Literal[200]] = 200
    body: models.ImagePage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListImagesResponse: TypeAlias = (
    ListImages200 | BadRequest | Unauthorized | NotAcceptable | InternalError | Unavailable
)


class CreateImage200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The image of the caller that has the same bytes."""

    status: ClassVar[Literal[200]] = 200
    body: models.ImageDetail
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Idempotency-Replayed")


class CreateImage201(msgspec.Struct, frozen=True, kw_only=True):
    """201: The new image."""

    status: ClassVar[Literal[201]] = 201
    body: models.ImageDetail
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    etag: str
    headers: ClassVar[dict[str, str]] = {"Location": "location", "ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Idempotency-Replayed")


CreateImageResponse: TypeAlias = (
    CreateImage200
    | CreateImage201
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class CreateImageForm(msgspec.Struct, frozen=True, kw_only=True):
    """The form fields of createImage."""

    file: Upload
    title: str = ""
    visibility: models.Visibility = models.Visibility("private")
    nsfw: bool = False
    album_id: UUID | None = None
    caption: str | None = None


class BulkUpdateImages200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The number of images that were changed, or would be."""

    status: ClassVar[Literal[200]] = 200
    body: models.ImageBulkResult
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


BulkUpdateImagesResponse: TypeAlias = (
    BulkUpdateImages200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class GetImage200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The image."""

    status: ClassVar[Literal[200]] = 200
    body: models.ImageDetail
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetImageResponse: TypeAlias = (
    GetImage200
    | NotModified
    | BadRequest
    | Unauthorized
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


class DeleteImage204(msgspec.Struct, frozen=True, kw_only=True):
    """204: The image is in the trash."""

    status: ClassVar[Literal[204]] = 204
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


DeleteImageResponse: TypeAlias = (
    DeleteImage204
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | PreconditionFailed
    | InternalError
    | Unavailable
)


class UpdateImage200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The changed image."""

    status: ClassVar[Literal[200]] = 200
    body: models.ImageDetail
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


UpdateImageResponse: TypeAlias = (
    UpdateImage200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | PreconditionFailed
    | ContentTooLarge
    | UnsupportedMediaType
    | InternalError
    | Unavailable
)


class MarkImage200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The caller's rating and star."""

    status: ClassVar[Literal[200]] = 200
    body: models.ImageMark
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


MarkImageResponse: TypeAlias = (
    MarkImage200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | ContentTooLarge
    | UnsupportedMediaType
    | InternalError
    | Unavailable
)


class ReproduceImage202(msgspec.Struct, frozen=True, kw_only=True):
    """202: The job is queued."""

    status: ClassVar[Literal[202]] = 202
    body: models.Reproduction
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    headers: ClassVar[dict[str, str]] = {"Location": "location"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Idempotency-Replayed")


ReproduceImageResponse: TypeAlias = (
    ReproduceImage202
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | Conflict
    | Unprocessable
    | InternalError
    | Unavailable
)


class RestoreImage200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The image."""

    status: ClassVar[Literal[200]] = 200
    body: models.ImageDetail
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


RestoreImageResponse: TypeAlias = (
    RestoreImage200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


class GetImageFile200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The bytes."""

    status: ClassVar[Literal[200]] = 200
    body: FileBody
    media_type: Literal["image/png", "image/jpeg", "image/webp"]
    etag: str
    cache_control: str
    content_disposition: str
    headers: ClassVar[dict[str, str]] = {
        "ETag": "etag",
        "Cache-Control": "cache_control",
        "Content-Disposition": "content_disposition",
    }
    server_headers: ClassVar[tuple[str, ...]] = ("Accept-Ranges", "X-Trace-Id")


class GetImageFile206(msgspec.Struct, frozen=True, kw_only=True):
    """206: The requested range."""

    status: ClassVar[Literal[206]] = 206
    body: FileBody
    media_type: Literal["image/png", "image/jpeg", "image/webp"]
    etag: str
    cache_control: str
    content_disposition: str
    headers: ClassVar[dict[str, str]] = {
        "ETag": "etag",
        "Cache-Control": "cache_control",
        "Content-Disposition": "content_disposition",
    }
    server_headers: ClassVar[tuple[str, ...]] = ("Accept-Ranges", "Content-Range", "X-Trace-Id")


class GetImageFile304(msgspec.Struct, frozen=True, kw_only=True):
    """304: The caller's copy is up to date."""

    status: ClassVar[Literal[304]] = 304
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    etag: str
    cache_control: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag", "Cache-Control": "cache_control"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetImageFileResponse: TypeAlias = (
    GetImageFile200
    | GetImageFile206
    | GetImageFile304
    | BadRequest
    | Unauthorized
    | NotFound
    | NotAcceptable
    | RangeNotSatisfiable
    | InternalError
    | Unavailable
)


class GetImageThumbnail200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The bytes."""

    status: ClassVar[Literal[200]] = 200
    body: FileBody
    media_type: ClassVar[Literal["image/webp"]] = "image/webp"
    etag: str
    cache_control: str
    content_disposition: str
    headers: ClassVar[dict[str, str]] = {
        "ETag": "etag",
        "Cache-Control": "cache_control",
        "Content-Disposition": "content_disposition",
    }
    server_headers: ClassVar[tuple[str, ...]] = ("Accept-Ranges", "X-Trace-Id")


class GetImageThumbnail206(msgspec.Struct, frozen=True, kw_only=True):
    """206: The requested range."""

    status: ClassVar[Literal[206]] = 206
    body: FileBody
    media_type: ClassVar[Literal["image/webp"]] = "image/webp"
    etag: str
    cache_control: str
    content_disposition: str
    headers: ClassVar[dict[str, str]] = {
        "ETag": "etag",
        "Cache-Control": "cache_control",
        "Content-Disposition": "content_disposition",
    }
    server_headers: ClassVar[tuple[str, ...]] = ("Accept-Ranges", "Content-Range", "X-Trace-Id")


class GetImageThumbnail304(msgspec.Struct, frozen=True, kw_only=True):
    """304: The caller's copy is up to date."""

    status: ClassVar[Literal[304]] = 304
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    etag: str
    cache_control: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag", "Cache-Control": "cache_control"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetImageThumbnailResponse: TypeAlias = (
    GetImageThumbnail200
    | GetImageThumbnail206
    | GetImageThumbnail304
    | BadRequest
    | Unauthorized
    | NotFound
    | NotAcceptable
    | RangeNotSatisfiable
    | InternalError
    | Unavailable
)


class ListLabels200(msgspec.Struct, frozen=True, kw_only=True):
    """200: A page of labels."""

    status: ClassVar[Literal[200]] = 200
    body: models.LabelPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListLabelsResponse: TypeAlias = (
    ListLabels200 | BadRequest | Unauthorized | NotFound | NotAcceptable | InternalError | Unavailable
)


class CreateLabel201(msgspec.Struct, frozen=True, kw_only=True):
    """201: The label."""

    status: ClassVar[Literal[201]] = 201
    body: models.Label
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    etag: str
    headers: ClassVar[dict[str, str]] = {"Location": "location", "ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Idempotency-Replayed")


CreateLabelResponse: TypeAlias = (
    CreateLabel201
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class PurgeTrash200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The images that were deleted, or would be."""

    status: ClassVar[Literal[200]] = 200
    body: models.TrashPurge
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


PurgeTrashResponse: TypeAlias = (
    PurgeTrash200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotAcceptable
    | RequestTimeout
    | ContentTooLarge
    | UnsupportedMediaType
    | InternalError
    | Unavailable
)


class PurgeImage204(msgspec.Struct, frozen=True, kw_only=True):
    """204: The image is deleted."""

    status: ClassVar[Literal[204]] = 204
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


PurgeImageResponse: TypeAlias = (
    PurgeImage204 | BadRequest | Unauthorized | Forbidden | NotFound | Conflict | InternalError | Unavailable
)


class DeleteLabel204(msgspec.Struct, frozen=True, kw_only=True):
    """204: The label is deleted."""

    status: ClassVar[Literal[204]] = 204
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


DeleteLabelResponse: TypeAlias = (
    DeleteLabel204
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | PreconditionFailed
    | InternalError
    | Unavailable
)


class UpdateLabel200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The changed label."""

    status: ClassVar[Literal[200]] = 200
    body: models.Label
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


UpdateLabelResponse: TypeAlias = (
    UpdateLabel200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | Conflict
    | PreconditionFailed
    | ContentTooLarge
    | UnsupportedMediaType
    | InternalError
    | Unavailable
)


class ListSetTemplates200(msgspec.Struct, frozen=True, kw_only=True):
    """200: A page of set templates."""

    status: ClassVar[Literal[200]] = 200
    body: models.SetTemplatePage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListSetTemplatesResponse: TypeAlias = (
    ListSetTemplates200 | BadRequest | Unauthorized | NotAcceptable | InternalError | Unavailable
)


class CreateSetTemplate201(msgspec.Struct, frozen=True, kw_only=True):
    """201: The set template."""

    status: ClassVar[Literal[201]] = 201
    body: models.SetTemplate
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    etag: str
    headers: ClassVar[dict[str, str]] = {"Location": "location", "ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Idempotency-Replayed")


CreateSetTemplateResponse: TypeAlias = (
    CreateSetTemplate201
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotAcceptable
    | RequestTimeout
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class GetSetTemplate200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The set template."""

    status: ClassVar[Literal[200]] = 200
    body: models.SetTemplate
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetSetTemplateResponse: TypeAlias = (
    GetSetTemplate200
    | NotModified
    | BadRequest
    | Unauthorized
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


class DeleteSetTemplate204(msgspec.Struct, frozen=True, kw_only=True):
    """204: The set template is archived."""

    status: ClassVar[Literal[204]] = 204
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


DeleteSetTemplateResponse: TypeAlias = (
    DeleteSetTemplate204
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | PreconditionFailed
    | InternalError
    | Unavailable
)


class UpdateSetTemplate200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The changed set template."""

    status: ClassVar[Literal[200]] = 200
    body: models.SetTemplate
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


UpdateSetTemplateResponse: TypeAlias = (
    UpdateSetTemplate200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | PreconditionFailed
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class RestoreSetTemplate200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The set template."""

    status: ClassVar[Literal[200]] = 200
    body: models.SetTemplate
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


RestoreSetTemplateResponse: TypeAlias = (
    RestoreSetTemplate200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


class GetSetTemplateRows200Json(msgspec.Struct, frozen=True, kw_only=True):
    """200: The rows."""

    status: ClassVar[Literal[200]] = 200
    body: models.SetTemplateRows
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


class GetSetTemplateRows200Csv(msgspec.Struct, frozen=True, kw_only=True):
    """200: The rows."""

    status: ClassVar[Literal[200]] = 200
    body: bytes
    media_type: ClassVar[Literal["text/csv"]] = "text/csv"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetSetTemplateRowsResponse: TypeAlias = (
    GetSetTemplateRows200Json
    | GetSetTemplateRows200Csv
    | NotModified
    | BadRequest
    | Unauthorized
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


class ReplaceSetTemplateRows200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The new rows."""

    status: ClassVar[Literal[200]] = 200
    body: models.SetTemplateRows
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ReplaceSetTemplateRowsResponse: TypeAlias = (
    ReplaceSetTemplateRows200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | PreconditionFailed
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class PreviewSetTemplate200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The prompts and the problems."""

    status: ClassVar[Literal[200]] = 200
    body: models.SetPreview
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


PreviewSetTemplateResponse: TypeAlias = (
    PreviewSetTemplate200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | ContentTooLarge
    | UnsupportedMediaType
    | InternalError
    | Unavailable
)


class StartSetRun202(msgspec.Struct, frozen=True, kw_only=True):
    """202: The jobs of the set run are queued."""

    status: ClassVar[Literal[202]] = 202
    body: models.SetRun
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    headers: ClassVar[dict[str, str]] = {"Location": "location"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Idempotency-Replayed")


StartSetRunResponse: TypeAlias = (
    StartSetRun202
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class ListSetRuns200(msgspec.Struct, frozen=True, kw_only=True):
    """200: A page of set runs."""

    status: ClassVar[Literal[200]] = 200
    body: models.SetRunPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListSetRunsResponse: TypeAlias = (
    ListSetRuns200 | BadRequest | Unauthorized | NotAcceptable | InternalError | Unavailable
)


class GetSetRun200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The set run."""

    status: ClassVar[Literal[200]] = 200
    body: models.SetRunDetail
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetSetRunResponse: TypeAlias = (
    GetSetRun200 | BadRequest | Unauthorized | NotFound | NotAcceptable | InternalError | Unavailable
)


class GetContactSheet200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The contact sheet."""

    status: ClassVar[Literal[200]] = 200
    body: ByteStream
    media_type: ClassVar[Literal["image/png"]] = "image/png"
    content_disposition: str
    headers: ClassVar[dict[str, str]] = {"Content-Disposition": "content_disposition"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetContactSheetResponse: TypeAlias = (
    GetContactSheet200 | BadRequest | Unauthorized | NotFound | NotAcceptable | InternalError | Unavailable
)


class CancelSetRun200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The changed set run."""

    status: ClassVar[Literal[200]] = 200
    body: models.SetRun
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


CancelSetRunResponse: TypeAlias = (
    CancelSetRun200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | Conflict
    | InternalError
    | Unavailable
)


class RetrySetRun202(msgspec.Struct, frozen=True, kw_only=True):
    """202: The failed rows are queued again."""

    status: ClassVar[Literal[202]] = 202
    body: models.SetRun
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    headers: ClassVar[dict[str, str]] = {"Location": "location"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


RetrySetRunResponse: TypeAlias = (
    RetrySetRun202
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | Conflict
    | InternalError
    | Unavailable
)


class ListJobs200(msgspec.Struct, frozen=True, kw_only=True):
    """200: A page of jobs."""

    status: ClassVar[Literal[200]] = 200
    body: models.JobsResponse
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListJobsResponse: TypeAlias = (
    ListJobs200 | BadRequest | Unauthorized | NotAcceptable | InternalError | Unavailable
)


class CreateJob202(msgspec.Struct, frozen=True, kw_only=True):
    """202: The job is queued."""

    status: ClassVar[Literal[202]] = 202
    body: models.QueueJob
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    headers: ClassVar[dict[str, str]] = {"Location": "location"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Idempotency-Replayed")


CreateJobResponse: TypeAlias = (
    CreateJob202
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class CancelJobs200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The number of jobs that were cancelled, or would be."""

    status: ClassVar[Literal[200]] = 200
    body: models.JobCancellation
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


CancelJobsResponse: TypeAlias = (
    CancelJobs200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotAcceptable
    | RequestTimeout
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class GetJob200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The job."""

    status: ClassVar[Literal[200]] = 200
    body: models.Job
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetJobResponse: TypeAlias = (
    GetJob200 | BadRequest | Unauthorized | NotFound | NotAcceptable | InternalError | Unavailable
)


class UpdateJob200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The changed job."""

    status: ClassVar[Literal[200]] = 200
    body: models.Job
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


UpdateJobResponse: TypeAlias = (
    UpdateJob200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | InternalError
    | Unavailable
)


class GetJobPreview200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The bytes."""

    status: ClassVar[Literal[200]] = 200
    body: bytes
    media_type: ClassVar[Literal["image/webp"]] = "image/webp"
    etag: str
    cache_control: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag", "Cache-Control": "cache_control"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


class GetJobPreview304(msgspec.Struct, frozen=True, kw_only=True):
    """304: The caller's copy is up to date."""

    status: ClassVar[Literal[304]] = 304
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    etag: str
    cache_control: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag", "Cache-Control": "cache_control"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetJobPreviewResponse: TypeAlias = (
    GetJobPreview200
    | GetJobPreview304
    | BadRequest
    | Unauthorized
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


class CancelJob200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The changed job."""

    status: ClassVar[Literal[200]] = 200
    body: models.Job
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


CancelJobResponse: TypeAlias = (
    CancelJob200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | Conflict
    | InternalError
    | Unavailable
)


class RetryJob202(msgspec.Struct, frozen=True, kw_only=True):
    """202: The job is queued again."""

    status: ClassVar[Literal[202]] = 202
    body: models.Job
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    headers: ClassVar[dict[str, str]] = {"Location": "location"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


RetryJobResponse: TypeAlias = (
    RetryJob202
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | Conflict
    | InternalError
    | Unavailable
)


class PreviewPrompt200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The words that are used and those that are ignored."""

    status: ClassVar[Literal[200]] = 200
    body: models.PromptPreview
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


PreviewPromptResponse: TypeAlias = (
    PreviewPrompt200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotAcceptable
    | RequestTimeout
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class GetQueue200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The queue."""

    status: ClassVar[Literal[200]] = 200
    body: models.Queue
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetQueueResponse: TypeAlias = (
    GetQueue200 | BadRequest | Unauthorized | NotAcceptable | InternalError | Unavailable
)


class UpdateQueue200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The state of the queue."""

    status: ClassVar[Literal[200]] = 200
    body: models.Queue
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


UpdateQueueResponse: TypeAlias = (
    UpdateQueue200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotAcceptable
    | RequestTimeout
    | ContentTooLarge
    | UnsupportedMediaType
    | InternalError
    | Unavailable
)


class ListWorkers200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The workers."""

    status: ClassVar[Literal[200]] = 200
    body: models.Workers
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListWorkersResponse: TypeAlias = (
    ListWorkers200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


class ListTrainingRuns200(msgspec.Struct, frozen=True, kw_only=True):
    """200: A page of training runs."""

    status: ClassVar[Literal[200]] = 200
    body: models.TrainingRunPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListTrainingRunsResponse: TypeAlias = (
    ListTrainingRuns200 | BadRequest | Unauthorized | NotAcceptable | InternalError | Unavailable
)


class CreateTrainingRun202(msgspec.Struct, frozen=True, kw_only=True):
    """202: The training run is queued."""

    status: ClassVar[Literal[202]] = 202
    body: models.TrainingStatus
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    headers: ClassVar[dict[str, str]] = {"Location": "location"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Idempotency-Replayed")


CreateTrainingRunResponse: TypeAlias = (
    CreateTrainingRun202
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class CheckTraining200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The findings."""

    status: ClassVar[Literal[200]] = 200
    body: models.TrainingCheck
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


CheckTrainingResponse: TypeAlias = (
    CheckTraining200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class GetTrainingRun200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The training run."""

    status: ClassVar[Literal[200]] = 200
    body: models.TrainingStatus
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetTrainingRunResponse: TypeAlias = (
    GetTrainingRun200 | BadRequest | Unauthorized | NotFound | NotAcceptable | InternalError | Unavailable
)


class DeleteTrainingRun204(msgspec.Struct, frozen=True, kw_only=True):
    """204: Deleted."""

    status: ClassVar[Literal[204]] = 204
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


DeleteTrainingRunResponse: TypeAlias = (
    DeleteTrainingRun204
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | Conflict
    | InternalError
    | Unavailable
)


class CancelTrainingRun200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The changed training run."""

    status: ClassVar[Literal[200]] = 200
    body: models.TrainingStatus
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


CancelTrainingRunResponse: TypeAlias = (
    CancelTrainingRun200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | Conflict
    | InternalError
    | Unavailable
)


class ResumeTrainingRun202(msgspec.Struct, frozen=True, kw_only=True):
    """202: The training run is queued again."""

    status: ClassVar[Literal[202]] = 202
    body: models.TrainingStatus
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    headers: ClassVar[dict[str, str]] = {"Location": "location"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ResumeTrainingRunResponse: TypeAlias = (
    ResumeTrainingRun202
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | Conflict
    | InternalError
    | Unavailable
)


class SampleTrainingRun202(msgspec.Struct, frozen=True, kw_only=True):
    """202: The sample is asked for."""

    status: ClassVar[Literal[202]] = 202
    body: models.TrainingStatus
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    headers: ClassVar[dict[str, str]] = {"Location": "location"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


SampleTrainingRunResponse: TypeAlias = (
    SampleTrainingRun202
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | Conflict
    | InternalError
    | Unavailable
)


class SaveTrainingRun202(msgspec.Struct, frozen=True, kw_only=True):
    """202: The checkpoint is asked for."""

    status: ClassVar[Literal[202]] = 202
    body: models.TrainingStatus
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    headers: ClassVar[dict[str, str]] = {"Location": "location"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


SaveTrainingRunResponse: TypeAlias = (
    SaveTrainingRun202
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | Conflict
    | InternalError
    | Unavailable
)


class ListTrainingMetrics200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The metrics."""

    status: ClassVar[Literal[200]] = 200
    body: models.TrainingMetrics
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListTrainingMetricsResponse: TypeAlias = (
    ListTrainingMetrics200
    | BadRequest
    | Unauthorized
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


class GetTrainingLog200(msgspec.Struct, frozen=True, kw_only=True):
    """200: A part of the log."""

    status: ClassVar[Literal[200]] = 200
    body: models.TrainingLog
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetTrainingLogResponse: TypeAlias = (
    GetTrainingLog200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


class GetTrainingSample200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The bytes."""

    status: ClassVar[Literal[200]] = 200
    body: FileBody
    media_type: ClassVar[Literal["image/png"]] = "image/png"
    etag: str
    cache_control: str
    content_disposition: str
    headers: ClassVar[dict[str, str]] = {
        "ETag": "etag",
        "Cache-Control": "cache_control",
        "Content-Disposition": "content_disposition",
    }
    server_headers: ClassVar[tuple[str, ...]] = ("Accept-Ranges", "X-Trace-Id")


class GetTrainingSample206(msgspec.Struct, frozen=True, kw_only=True):
    """206: The requested range."""

    status: ClassVar[Literal[206]] = 206
    body: FileBody
    media_type: ClassVar[Literal["image/png"]] = "image/png"
    etag: str
    cache_control: str
    content_disposition: str
    headers: ClassVar[dict[str, str]] = {
        "ETag": "etag",
        "Cache-Control": "cache_control",
        "Content-Disposition": "content_disposition",
    }
    server_headers: ClassVar[tuple[str, ...]] = ("Accept-Ranges", "Content-Range", "X-Trace-Id")


class GetTrainingSample304(msgspec.Struct, frozen=True, kw_only=True):
    """304: The caller's copy is up to date."""

    status: ClassVar[Literal[304]] = 304
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    etag: str
    cache_control: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag", "Cache-Control": "cache_control"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetTrainingSampleResponse: TypeAlias = (
    GetTrainingSample200
    | GetTrainingSample206
    | GetTrainingSample304
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RangeNotSatisfiable
    | InternalError
    | Unavailable
)


class ListAdapters200(msgspec.Struct, frozen=True, kw_only=True):
    """200: A page of adapters."""

    status: ClassVar[Literal[200]] = 200
    body: models.AdapterPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListAdaptersResponse: TypeAlias = (
    ListAdapters200 | BadRequest | Unauthorized | NotAcceptable | InternalError | Unavailable
)


class CreateAdapter200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The adapter that has the same bytes."""

    status: ClassVar[Literal[200]] = 200
    body: models.Adapter
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Idempotency-Replayed")


class CreateAdapter201(msgspec.Struct, frozen=True, kw_only=True):
    """201: The new adapter."""

    status: ClassVar[Literal[201]] = 201
    body: models.Adapter
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    etag: str
    headers: ClassVar[dict[str, str]] = {"Location": "location", "ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Idempotency-Replayed")


CreateAdapterResponse: TypeAlias = (
    CreateAdapter200
    | CreateAdapter201
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotAcceptable
    | RequestTimeout
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class CreateAdapterForm(msgspec.Struct, frozen=True, kw_only=True):
    """The form fields of createAdapter."""

    file: Upload
    name: str | None = None
    description: str = ""
    default_weight: float | None = None
    trigger_words: list[str] | None = None
    visibility: models.Visibility = models.Visibility("shared")


class GetAdapter200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The adapter."""

    status: ClassVar[Literal[200]] = 200
    body: models.Adapter
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetAdapterResponse: TypeAlias = (
    GetAdapter200
    | NotModified
    | BadRequest
    | Unauthorized
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


class DeleteAdapter204(msgspec.Struct, frozen=True, kw_only=True):
    """204: Deleted."""

    status: ClassVar[Literal[204]] = 204
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


DeleteAdapterResponse: TypeAlias = (
    DeleteAdapter204
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | PreconditionFailed
    | InternalError
    | Unavailable
)


class UpdateAdapter200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The changed adapter."""

    status: ClassVar[Literal[200]] = 200
    body: models.Adapter
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


UpdateAdapterResponse: TypeAlias = (
    UpdateAdapter200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | PreconditionFailed
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class GetAdapterFile200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The bytes."""

    status: ClassVar[Literal[200]] = 200
    body: FileBody
    media_type: ClassVar[Literal["application/octet-stream"]] = "application/octet-stream"
    etag: str
    cache_control: str
    content_disposition: str
    headers: ClassVar[dict[str, str]] = {
        "ETag": "etag",
        "Cache-Control": "cache_control",
        "Content-Disposition": "content_disposition",
    }
    server_headers: ClassVar[tuple[str, ...]] = ("Accept-Ranges", "X-Trace-Id")


class GetAdapterFile206(msgspec.Struct, frozen=True, kw_only=True):
    """206: The requested range."""

    status: ClassVar[Literal[206]] = 206
    body: FileBody
    media_type: ClassVar[Literal["application/octet-stream"]] = "application/octet-stream"
    etag: str
    cache_control: str
    content_disposition: str
    headers: ClassVar[dict[str, str]] = {
        "ETag": "etag",
        "Cache-Control": "cache_control",
        "Content-Disposition": "content_disposition",
    }
    server_headers: ClassVar[tuple[str, ...]] = ("Accept-Ranges", "Content-Range", "X-Trace-Id")


class GetAdapterFile304(msgspec.Struct, frozen=True, kw_only=True):
    """304: The caller's copy is up to date."""

    status: ClassVar[Literal[304]] = 304
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    etag: str
    cache_control: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag", "Cache-Control": "cache_control"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetAdapterFileResponse: TypeAlias = (
    GetAdapterFile200
    | GetAdapterFile206
    | GetAdapterFile304
    | BadRequest
    | Unauthorized
    | NotFound
    | NotAcceptable
    | RangeNotSatisfiable
    | InternalError
    | Unavailable
)


class GetAdapterPreview200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The bytes."""

    status: ClassVar[Literal[200]] = 200
    body: FileBody
    media_type: ClassVar[Literal["image/webp"]] = "image/webp"
    etag: str
    cache_control: str
    content_disposition: str
    headers: ClassVar[dict[str, str]] = {
        "ETag": "etag",
        "Cache-Control": "cache_control",
        "Content-Disposition": "content_disposition",
    }
    server_headers: ClassVar[tuple[str, ...]] = ("Accept-Ranges", "X-Trace-Id")


class GetAdapterPreview206(msgspec.Struct, frozen=True, kw_only=True):
    """206: The requested range."""

    status: ClassVar[Literal[206]] = 206
    body: FileBody
    media_type: ClassVar[Literal["image/webp"]] = "image/webp"
    etag: str
    cache_control: str
    content_disposition: str
    headers: ClassVar[dict[str, str]] = {
        "ETag": "etag",
        "Cache-Control": "cache_control",
        "Content-Disposition": "content_disposition",
    }
    server_headers: ClassVar[tuple[str, ...]] = ("Accept-Ranges", "Content-Range", "X-Trace-Id")


class GetAdapterPreview304(msgspec.Struct, frozen=True, kw_only=True):
    """304: The caller's copy is up to date."""

    status: ClassVar[Literal[304]] = 304
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    etag: str
    cache_control: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag", "Cache-Control": "cache_control"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetAdapterPreviewResponse: TypeAlias = (
    GetAdapterPreview200
    | GetAdapterPreview206
    | GetAdapterPreview304
    | BadRequest
    | Unauthorized
    | NotFound
    | NotAcceptable
    | RangeNotSatisfiable
    | InternalError
    | Unavailable
)


class ReplaceAdapterPreview200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The adapter with its preview."""

    status: ClassVar[Literal[200]] = 200
    body: models.Adapter
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ReplaceAdapterPreviewResponse: TypeAlias = (
    ReplaceAdapterPreview200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | PreconditionFailed
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class ReplaceAdapterPreviewForm(msgspec.Struct, frozen=True, kw_only=True):
    """The form fields of replaceAdapterPreview."""

    file: Upload


class DeleteAdapterPreview204(msgspec.Struct, frozen=True, kw_only=True):
    """204: Deleted."""

    status: ClassVar[Literal[204]] = 204
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


DeleteAdapterPreviewResponse: TypeAlias = (
    DeleteAdapterPreview204
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | PreconditionFailed
    | InternalError
    | Unavailable
)


class ListBugReports200(msgspec.Struct, frozen=True, kw_only=True):
    """200: A page of bug reports."""

    status: ClassVar[Literal[200]] = 200
    body: models.BugReportPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListBugReportsResponse: TypeAlias = (
    ListBugReports200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


class CreateBugReport201(msgspec.Struct, frozen=True, kw_only=True):
    """201: The receipt."""

    status: ClassVar[Literal[201]] = 201
    body: models.BugReportReceipt
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    headers: ClassVar[dict[str, str]] = {"Location": "location"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Idempotency-Replayed")


CreateBugReportResponse: TypeAlias = (
    CreateBugReport201
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotAcceptable
    | RequestTimeout
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | TooManyRequests
    | InternalError
    | Unavailable
)


class PurgeBugReports200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The reports that were deleted, or would be."""

    status: ClassVar[Literal[200]] = 200
    body: models.BugReportPurge
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


PurgeBugReportsResponse: TypeAlias = (
    PurgeBugReports200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotAcceptable
    | RequestTimeout
    | ContentTooLarge
    | UnsupportedMediaType
    | InternalError
    | Unavailable
)


class GetBugReport200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The report."""

    status: ClassVar[Literal[200]] = 200
    body: models.BugReport
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetBugReportResponse: TypeAlias = (
    GetBugReport200
    | NotModified
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


class DeleteBugReport204(msgspec.Struct, frozen=True, kw_only=True):
    """204: The report is deleted."""

    status: ClassVar[Literal[204]] = 204
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


DeleteBugReportResponse: TypeAlias = (
    DeleteBugReport204
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | PreconditionFailed
    | InternalError
    | Unavailable
)


class UpdateBugReport200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The changed report."""

    status: ClassVar[Literal[200]] = 200
    body: models.BugReport
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


UpdateBugReportResponse: TypeAlias = (
    UpdateBugReport200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | PreconditionFailed
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class GetBugReportScreenshot200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The bytes."""

    status: ClassVar[Literal[200]] = 200
    body: FileBody
    media_type: ClassVar[Literal["image/png"]] = "image/png"
    etag: str
    cache_control: str
    content_disposition: str
    headers: ClassVar[dict[str, str]] = {
        "ETag": "etag",
        "Cache-Control": "cache_control",
        "Content-Disposition": "content_disposition",
    }
    server_headers: ClassVar[tuple[str, ...]] = ("Accept-Ranges", "X-Trace-Id")


class GetBugReportScreenshot206(msgspec.Struct, frozen=True, kw_only=True):
    """206: The requested range."""

    status: ClassVar[Literal[206]] = 206
    body: FileBody
    media_type: ClassVar[Literal["image/png"]] = "image/png"
    etag: str
    cache_control: str
    content_disposition: str
    headers: ClassVar[dict[str, str]] = {
        "ETag": "etag",
        "Cache-Control": "cache_control",
        "Content-Disposition": "content_disposition",
    }
    server_headers: ClassVar[tuple[str, ...]] = ("Accept-Ranges", "Content-Range", "X-Trace-Id")


class GetBugReportScreenshot304(msgspec.Struct, frozen=True, kw_only=True):
    """304: The caller's copy is up to date."""

    status: ClassVar[Literal[304]] = 304
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    etag: str
    cache_control: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag", "Cache-Control": "cache_control"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetBugReportScreenshotResponse: TypeAlias = (
    GetBugReportScreenshot200
    | GetBugReportScreenshot206
    | GetBugReportScreenshot304
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RangeNotSatisfiable
    | InternalError
    | Unavailable
)


class ExportBugReport200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The exported report."""

    status: ClassVar[Literal[200]] = 200
    body: models.BugReportExport
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    content_disposition: str
    headers: ClassVar[dict[str, str]] = {"Content-Disposition": "content_disposition"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ExportBugReportResponse: TypeAlias = (
    ExportBugReport200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


class ListImportSources200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The sources."""

    status: ClassVar[Literal[200]] = 200
    body: models.ImportSources
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListImportSourcesResponse: TypeAlias = (
    ListImportSources200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


class ListImports200(msgspec.Struct, frozen=True, kw_only=True):
    """200: A page of imports."""

    status: ClassVar[Literal[200]] = 200
    body: models.ImportPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListImportsResponse: TypeAlias = (
    ListImports200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


class CreateImport201(msgspec.Struct, frozen=True, kw_only=True):
    """201: The import, whose plan is being made."""

    status: ClassVar[Literal[201]] = 201
    body: models.Import
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    headers: ClassVar[dict[str, str]] = {"Location": "location"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Idempotency-Replayed")


CreateImportResponse: TypeAlias = (
    CreateImport201
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotAcceptable
    | RequestTimeout
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class GetImport200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The import."""

    status: ClassVar[Literal[200]] = 200
    body: models.Import
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetImportResponse: TypeAlias = (
    GetImport200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


class ListImportItems200Json(msgspec.Struct, frozen=True, kw_only=True):
    """200: A page of items."""

    status: ClassVar[Literal[200]] = 200
    body: models.ImportItemPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


class ListImportItems200Csv(msgspec.Struct, frozen=True, kw_only=True):
    """200: A page of items."""

    status: ClassVar[Literal[200]] = 200
    body: bytes
    media_type: ClassVar[Literal["text/csv"]] = "text/csv"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListImportItemsResponse: TypeAlias = (
    ListImportItems200Json
    | ListImportItems200Csv
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


class ApplyImport202(msgspec.Struct, frozen=True, kw_only=True):
    """202: The phase is queued."""

    status: ClassVar[Literal[202]] = 202
    body: models.Import
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    headers: ClassVar[dict[str, str]] = {"Location": "location"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ApplyImportResponse: TypeAlias = (
    ApplyImport202
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | InternalError
    | Unavailable
)


class VerifyImport202(msgspec.Struct, frozen=True, kw_only=True):
    """202: The phase is queued."""

    status: ClassVar[Literal[202]] = 202
    body: models.Import
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    headers: ClassVar[dict[str, str]] = {"Location": "location"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


VerifyImportResponse: TypeAlias = (
    VerifyImport202
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | Conflict
    | InternalError
    | Unavailable
)


class UndoImport200(msgspec.Struct, frozen=True, kw_only=True):
    """200: What would be removed and what would be kept, with `dry_run`."""

    status: ClassVar[Literal[200]] = 200
    body: models.ImportUndoSurvey
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


class UndoImport202(msgspec.Struct, frozen=True, kw_only=True):
    """202: The phase is queued."""

    status: ClassVar[Literal[202]] = 202
    body: models.Import
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    headers: ClassVar[dict[str, str]] = {"Location": "location"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


UndoImportResponse: TypeAlias = (
    UndoImport200
    | UndoImport202
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | Conflict
    | InternalError
    | Unavailable
)


class CancelImport200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The changed import."""

    status: ClassVar[Literal[200]] = 200
    body: models.Import
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


CancelImportResponse: TypeAlias = (
    CancelImport200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | Conflict
    | InternalError
    | Unavailable
)


class ListWebhooks200(msgspec.Struct, frozen=True, kw_only=True):
    """200: A page of webhooks."""

    status: ClassVar[Literal[200]] = 200
    body: models.WebhookPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListWebhooksResponse: TypeAlias = (
    ListWebhooks200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


class CreateWebhook201(msgspec.Struct, frozen=True, kw_only=True):
    """201: The new webhook with its secret."""

    status: ClassVar[Literal[201]] = 201
    body: models.WebhookCreated
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    headers: ClassVar[dict[str, str]] = {"Location": "location"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


CreateWebhookResponse: TypeAlias = (
    CreateWebhook201
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotAcceptable
    | RequestTimeout
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class GetWebhook200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The webhook."""

    status: ClassVar[Literal[200]] = 200
    body: models.Webhook
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetWebhookResponse: TypeAlias = (
    GetWebhook200
    | NotModified
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


class DeleteWebhook204(msgspec.Struct, frozen=True, kw_only=True):
    """204: Deleted."""

    status: ClassVar[Literal[204]] = 204
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


DeleteWebhookResponse: TypeAlias = (
    DeleteWebhook204
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | PreconditionFailed
    | InternalError
    | Unavailable
)


class UpdateWebhook200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The changed webhook."""

    status: ClassVar[Literal[200]] = 200
    body: models.Webhook
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


UpdateWebhookResponse: TypeAlias = (
    UpdateWebhook200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | RequestTimeout
    | PreconditionFailed
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


class RotateWebhookSecret200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The new secret."""

    status: ClassVar[Literal[200]] = 200
    body: models.WebhookSecret
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


RotateWebhookSecretResponse: TypeAlias = (
    RotateWebhookSecret200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


class PingWebhook202(msgspec.Struct, frozen=True, kw_only=True):
    """202: The delivery, which is waiting."""

    status: ClassVar[Literal[202]] = 202
    body: models.WebhookDelivery
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    headers: ClassVar[dict[str, str]] = {"Location": "location"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


PingWebhookResponse: TypeAlias = (
    PingWebhook202
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | Conflict
    | InternalError
    | Unavailable
)


class ListWebhookDeliveries200(msgspec.Struct, frozen=True, kw_only=True):
    """200: A page of deliveries."""

    status: ClassVar[Literal[200]] = 200
    body: models.WebhookDeliveryPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListWebhookDeliveriesResponse: TypeAlias = (
    ListWebhookDeliveries200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


class GetWebhookDelivery200(msgspec.Struct, frozen=True, kw_only=True):
    """200: The delivery."""

    status: ClassVar[Literal[200]] = 200
    body: models.WebhookDeliveryDetail
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetWebhookDeliveryResponse: TypeAlias = (
    GetWebhookDelivery200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


class ReplayWebhookDelivery202(msgspec.Struct, frozen=True, kw_only=True):
    """202: The delivery, which is waiting."""

    status: ClassVar[Literal[202]] = 202
    body: models.WebhookDelivery
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    headers: ClassVar[dict[str, str]] = {"Location": "location"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ReplayWebhookDeliveryResponse: TypeAlias = (
    ReplayWebhookDelivery202
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | Conflict
    | InternalError
    | Unavailable
)


class AccountsApi(Protocol[C]):
    """The handlers of the tag `accounts`; a module with these functions implements it."""

    def get_auth_status(self, context: C, /) -> GetAuthStatusResponse:
        """GET /auth/status

        The signed-in user, their role, and the CSRF token that a session needs for writes. Anyone
        may call this; without credentials the response says that nobody is signed in.
        """
        ...

    def sign_in(self, context: C, /, *, body: models.SignInRequest) -> SignInResponse:
        """POST /auth/session

        Starts a session with a password or a one-time link and sets its cookie. A wrong name, a
        wrong password and a disabled user give the same response (401 `sign_in_failed`), and so
        does a link that was used or has expired. After too many wrong passwords for a name or from
        an address, further passwords get 429 with `Retry-After`; links do not. Requests from a page
        of another origin are refused (403 `cross_origin`).
        """
        ...

    def sign_out(self, context: C, /) -> SignOutResponse:
        """DELETE /auth/session

        Ends the session immediately and deletes its cookie. With an API token there is no session
        to end and nothing happens; use deleteApiToken to revoke a token.
        """
        ...

    def change_password(self, context: C, /, *, body: models.PasswordChange) -> ChangePasswordResponse:
        """PUT /auth/password

        Replaces the caller's password. The present one has to be given (403 `password_wrong`),
        unless there is none or a one-time link started this session less than an hour ago. The
        user's other sessions and unused links end, and so do their API tokens, unless
        `keep_api_tokens` is true. Wrong passwords count like failed sign-ins (429
        `too_many_attempts`). An API token cannot change a password (403 `session_required`).
        """
        ...

    def list_sessions(
        self, context: C, /, *, user_id: UUID | None, limit: int, cursor: str | None
    ) -> ListSessionsResponse:
        """GET /auth/sessions

        Where the caller is signed in, newest first. Admins can list the sessions of another user,
        with `user_id`; for others, and for a user who does not exist, the page is empty.
        """
        ...

    def end_other_sessions(self, context: C, /) -> EndOtherSessionsResponse:
        """DELETE /auth/sessions

        Ends all sessions of the caller but that of the request, immediately. With an API token all
        end; one that acts with a lower role than its user ends none (403 `session_required`).
        """
        ...

    def end_session(self, context: C, /, *, session_id: UUID) -> EndSessionResponse:
        """DELETE /auth/sessions/{session_id}

        Ends the session immediately. Callers can end their own sessions, admins everyone's; any
        other id gives 404. An API token that acts with a lower role than the session's user ends
        none (403 `session_required`).
        """
        ...

    def list_api_tokens(
        self, context: C, /, *, user_id: UUID | None, limit: int, cursor: str | None
    ) -> ListApiTokensResponse:
        """GET /auth/tokens

        The caller's own API tokens, newest first, without their secrets. Admins can list those of
        another user, with `user_id`; for others that is 403 `role_too_low`. A user who does not
        exist gives an empty page.
        """
        ...

    def create_api_token(self, context: C, /, *, body: models.ApiTokenCreate) -> CreateApiTokenResponse:
        """POST /auth/tokens

        Creates a token with the permissions of the caller, limited to the given role, and returns
        its secret. The secret is shown only once. A role above the caller's is refused (403
        `role_too_high`). A token that is created with a token ends with that: it is revoked with
        it, and cannot expire later (403 `lifetime_too_long`). The server stores only a digest of
        the token and cannot repeat the response: a second request with the same `Idempotency-Key`
        creates nothing and is refused (409 `answer_not_kept`).
        """
        ...

    def delete_api_token(self, context: C, /, *, token_id: UUID) -> DeleteApiTokenResponse:
        """DELETE /auth/tokens/{token_id}

        Revokes the token immediately, and those that were created with it. Callers can revoke their
        own tokens, admins everyone's; any other id gives 404. A token cannot revoke one with a
        higher role (403 `role_too_low`).
        """
        ...

    def list_users(self, context: C, /, *, limit: int, cursor: str | None) -> ListUsersResponse:
        """GET /users

        All users, newest first, including disabled ones.
        """
        ...

    def create_user(self, context: C, /, *, body: models.UserCreate) -> CreateUserResponse:
        """POST /users

        Creates a user, who can sign in immediately. A name that is taken gives 409
        `user_name_taken`; since names are unique, repeating the request is safe without an
        `Idempotency-Key`, and no password has to be stored for comparing requests.
        """
        ...

    def get_user(self, context: C, /, *, user_id: UUID) -> GetUserResponse:
        """GET /users/{user_id}

        The user, for themselves and for admins; for others it is 404, as if there were none.
        """
        ...

    def update_user(
        self, context: C, /, *, user_id: UUID, if_match: str | None, body: models.UserUpdate
    ) -> UpdateUserResponse:
        """PATCH /users/{user_id}

        Changes the given fields and leaves the others unchanged. A new role, a new password and
        disabling each end the user's sessions. A new password also ends the user's API tokens,
        unless `keep_api_tokens` is true. API tokens of a disabled user stop working, and no token
        has more permissions than its user. The last admin who can sign in can be neither disabled
        nor given a lower role (409 `last_admin`).
        """
        ...

    def create_sign_in_link(
        self, context: C, /, *, user_id: UUID, body: models.SignInLinkCreate
    ) -> CreateSignInLinkResponse:
        """POST /users/{user_id}/sign-in-links

        Creates a link that signs the user in once, to invite somebody without a password or to let
        in somebody who forgot it. Earlier unused links of the user become invalid. The secret is
        shown only once: the server stores a digest of it, and a second request with the same
        `Idempotency-Key` is refused (409 `answer_not_kept`). A disabled user gives 409
        `user_disabled`.
        """
        ...


class AlbumsApi(Protocol[C]):
    """The handlers of the tag `albums`; a module with these functions implements it."""

    def list_albums(
        self,
        context: C,
        /,
        *,
        visibility: list[models.Visibility] | None,
        source: list[models.AlbumSource] | None,
        q: str | None,
        sort: models.Sort,
        limit: int,
        cursor: str | None,
    ) -> ListAlbumsResponse:
        """GET /albums

        The albums that the caller may see, newest first unless `sort` says otherwise. `image_count`
        and the cover take only images into account that the caller may see, so that private images
        are not revealed.
        """
        ...

    def create_album(self, context: C, /, *, body: models.AlbumCreate) -> CreateAlbumResponse:
        """POST /albums

        Creates an empty album that the caller owns. Names need not be unique and are never used as
        file names.
        """
        ...

    def get_album(self, context: C, /, *, album_id: UUID) -> GetAlbumResponse:
        """GET /albums/{album_id}

        The album with its set template, its cover and its first 50 images in album order;
        `images_next_cursor` leads to the rest. Images that the caller may not see are neither
        listed nor counted. Prompts are hidden from callers who may not read them.
        """
        ...

    def delete_album(self, context: C, /, *, album_id: UUID, if_match: str | None) -> DeleteAlbumResponse:
        """DELETE /albums/{album_id}

        Deletes the album and keeps its images. A set run that is still adding images to it
        continues; its further images belong to no album. For its owner and admins.
        """
        ...

    def update_album(
        self, context: C, /, *, album_id: UUID, if_match: str | None, body: models.AlbumUpdate
    ) -> UpdateAlbumResponse:
        """PATCH /albums/{album_id}

        Changes the given fields and leaves the others unchanged. A cover that is not an image of
        this album gives 404 `image_not_found`. Making an album public does not make its images
        public. Editors change the albums that they see; only the owner and admins change
        `visibility` (403 `not_the_owner`).
        """
        ...

    def list_album_images(
        self, context: C, /, *, album_id: UUID, limit: int, cursor: str | None
    ) -> ListAlbumImagesResponse:
        """GET /albums/{album_id}/images

        The images of the album that the caller may see, in album order, each with its position.
        """
        ...

    def add_album_images(
        self, context: C, /, *, album_id: UUID, body: models.AlbumImagesAdd
    ) -> AddAlbumImagesResponse:
        """POST /albums/{album_id}/images

        Appends the images to the album in the given order; images that are already in the album
        keep their position. Either all images are added or none: an image that does not exist, that
        the caller may not see or that is in the trash gives 404 `image_not_found` with a pointer to
        each.
        """
        ...

    def move_album_images(
        self, context: C, /, *, album_id: UUID, body: models.AlbumImagesMove
    ) -> MoveAlbumImagesResponse:
        """PATCH /albums/{album_id}/images

        Moves the images, in the given order, before another image or to the end. Either all images
        are moved or none: an image that is not in the album gives 404 `image_not_found` with a
        pointer to each. Images cannot be moved before one of themselves (422 `move_before_itself`).
        """
        ...

    def remove_album_image(
        self, context: C, /, *, album_id: UUID, image_id: UUID
    ) -> RemoveAlbumImageResponse:
        """DELETE /albums/{album_id}/images/{image_id}

        Removes the image from the album and keeps the image. An image that is not in the album
        gives 404 `image_not_found`.
        """
        ...

    def get_album_label_stats(self, context: C, /, *, album_id: UUID) -> GetAlbumLabelStatsResponse:
        """GET /albums/{album_id}/label-stats

        How many images have captions and tags, the most frequent labels, and whether the album is
        ready for training: it needs at least five images, each with a caption. Only images that the
        caller may see are counted.
        """
        ...

    def export_album(
        self, context: C, /, *, album_id: UUID, embed: models.ExportEmbed | None
    ) -> ExportAlbumResponse:
        """GET /albums/{album_id}/export

        The album as a ZIP file: its pictures as they are stored, in order, and of each its fields,
        its provenance and its labels as JSON, and its caption as text; the set template with its
        rows, if the album was drawn from its current version; and a manifest with the digest of
        each file. Everything is as the caller may see it: pictures that they may not see are left
        out, and prompts are null unless they may read them. The file is made while it is sent, so
        that its size is not known before, and a part of it cannot be requested; if the response
        breaks off, a picture was missing or damaged. `platemark verify` checks the file.
        """
        ...


class BugReportsApi(Protocol[C]):
    """The handlers of the tag `bug_reports`; a module with these functions implements it."""

    def list_bug_reports(
        self,
        context: C,
        /,
        *,
        status: list[models.BugReportStatus] | None,
        q: str | None,
        trace_id: str | None,
        fingerprint: str | None,
        grouped: bool,
        limit: int,
        cursor: str | None,
    ) -> ListBugReportsResponse:
        """GET /bug-reports

        All bug reports, newest first. Reports of the same fault have the same `fingerprint`. With
        `grouped`, only the first report of each fault is listed, and `duplicate_count` is the
        number of its duplicates.
        """
        ...

    def create_bug_report(
        self, context: C, /, *, body: models.BugReportSubmission
    ) -> CreateBugReportResponse:
        """POST /bug-reports

        Stores the report after removing whatever looks like a secret: headers with credentials, and
        passwords, tokens and keys by their names and by their patterns, in bodies, URLs, logs and
        all other fields. The receipt counts what was removed. Only the pixels of the screenshot are
        stored. A report of a fault that an open report already describes is marked as its
        duplicate. JSON with more than 32 levels of nesting is refused (422 `nested_too_deep`), as
        is a screenshot that cannot be read (422, the code says why). A user who has sent in as many
        reports within an hour as the studio takes gets 429 `too_many_reports`.
        """
        ...

    def purge_bug_reports(
        self, context: C, /, *, body: models.BugReportPurgeRequest
    ) -> PurgeBugReportsResponse:
        """POST /bug-reports/purge

        Deletes the reports that are older than the given number of days, whatever their status, and
        lists them. With `dry_run` nothing is deleted, and the response lists what would be. Without
        `older_than_days` the configured retention applies, which the studio also enforces daily; if
        it is 0, reports are kept forever and nothing is deleted.
        """
        ...

    def get_bug_report(self, context: C, /, *, bug_report_id: UUID) -> GetBugReportResponse:
        """GET /bug-reports/{bug_report_id}

        The report with its history, and the jobs with the same trace id. Secrets that were removed
        are not stored anywhere.
        """
        ...

    def delete_bug_report(
        self, context: C, /, *, bug_report_id: UUID, if_match: str | None
    ) -> DeleteBugReportResponse:
        """DELETE /bug-reports/{bug_report_id}

        Deletes the report with its history. The oldest of its duplicates becomes the original of
        the others. The file of its screenshot is deleted within two days.
        """
        ...

    def update_bug_report(
        self, context: C, /, *, bug_report_id: UUID, if_match: str | None, body: models.BugReportUpdate
    ) -> UpdateBugReportResponse:
        """PATCH /bug-reports/{bug_report_id}

        Changes the given fields and leaves the others unchanged; each change is recorded in the
        history. Secrets are removed from the notes, too. `duplicate_of` may name any other report;
        duplicates of a duplicate become duplicates of the original. A report that does not exist
        gives 404 `bug_report_not_found` with a pointer to it, the report itself 422
        `duplicate_of_itself`.
        """
        ...

    def get_bug_report_screenshot(
        self, context: C, /, *, bug_report_id: UUID
    ) -> GetBugReportScreenshotResponse:
        """GET /bug-reports/{bug_report_id}/screenshot

        The screenshot, without metadata. A report without one gives 404 `screenshot_not_found`. A
        single byte range may be requested.
        """
        ...

    def export_bug_report(self, context: C, /, *, bug_report_id: UUID) -> ExportBugReportResponse:
        """GET /bug-reports/{bug_report_id}/export

        One JSON document with the report, the jobs with the same trace id, and the screenshot as a
        data URL, to be passed on to a developer. It contains the same data as getBugReport and the
        screenshot, so no secrets that were removed.
        """
        ...


class ImagesApi(Protocol[C]):
    """The handlers of the tag `images`; a module with these functions implements it."""

    def list_images(
        self,
        context: C,
        /,
        *,
        album_id: UUID | None,
        label: str | None,
        q: str | None,
        nsfw: bool | None,
        visibility: list[models.Visibility] | None,
        source: list[models.ImageSource] | None,
        trashed: bool,
        rating_min: int | None,
        starred: bool,
        engine: str | None,
        model: str | None,
        adapter_id: UUID | None,
        seed: int | None,
        orientation: models.ImageOrientation | None,
        side_min: models.SideMin | None,
        created_after: datetime | None,
        created_before: datetime | None,
        sort: models.Sort,
        limit: int,
        cursor: str | None,
    ) -> ListImagesResponse:
        """GET /images

        The images that the caller may see and that match all filters, newest first unless `sort`
        says otherwise. Images in the trash are listed only with `trashed`, and only those of the
        caller (for an admin, all). `q` must be a part of the title, of a label, or of a prompt that
        the caller may read. An album that the caller may not see gives an empty page. `rating_min`
        and `starred` are about the caller's own marks, so that visitors find none with them.
        `engine`, `model`, `adapter_id` and `seed` are those of the provenance: they find only
        images whose provenance the caller may read, so that viewers find their own with them, and
        visitors none.
        """
        ...

    def create_image(self, context: C, /, *, body: CreateImageForm) -> CreateImageResponse:
        """POST /images

        Stores an image. Its type is determined from its bytes, not from its name; an AVIF is stored
        as PNG. A file that is not a PNG, JPEG, WebP or AVIF, or is damaged, is refused (422
        `not_an_image`), as are an animated image (422 `image_animated`) and one with more pixels
        than `limits` of getServer allows (422 `image_too_large`). An album that does not exist or
        that the caller may not see gives 404 `album_not_found`. If the caller already has an image
        with the same bytes, the response is that image (200): nothing is created or changed, except
        that it is added to the album, and restored if it is in the trash.
        """
        ...

    def bulk_update_images(self, context: C, /, *, body: models.ImageBulkUpdate) -> BulkUpdateImagesResponse:
        """POST /images/bulk

        Makes the same changes to many images, to all of them or to none. They are named by `ids`,
        or by the filters of listImages; a filter that more than 1000 images match is refused (422
        `too_many_images`). If any image cannot be changed, none is (422 `images_not_changeable`),
        and `errors` says why, for the first 100: `image_not_found`, `image_trashed` for one in the
        trash, which is only restored, or `not_the_owner` where only the owner and admins may.
        `rating` and `starred` are the caller's own. An image that is as asked for already counts as
        unchanged. Each image that changes causes the event that the single operation would. With
        `dry_run` nothing is changed, and the response says what would be. An album that does not
        exist or that the caller may not see gives 404 `album_not_found`.
        """
        ...

    def get_image(self, context: C, /, *, image_id: UUID) -> GetImageResponse:
        """GET /images/{image_id}

        The image with its provenance, its newest labels and its albums, as far as the caller may
        see them. `prompt` and `provenance` are null unless the caller is the owner or an editor. An
        image in the trash gives 404.
        """
        ...

    def delete_image(self, context: C, /, *, image_id: UUID, if_match: str | None) -> DeleteImageResponse:
        """DELETE /images/{image_id}

        Moves the image to its owner's trash, from where restoreImage restores it. Meanwhile it
        appears in no list and no album and gives 404 elsewhere. Its bytes are kept until purgeImage
        or purgeTrash deletes it for good, which the studio also does by itself after some time
        (`PLATEMARK_TRASH_DAYS`). For its owner and admins.
        """
        ...

    def update_image(
        self, context: C, /, *, image_id: UUID, if_match: str | None, body: models.ImageUpdate
    ) -> UpdateImageResponse:
        """PATCH /images/{image_id}

        Changes the given fields and leaves the others unchanged; the bytes never change. Editors
        change the images that they see; only the owner and admins change `visibility` (403
        `not_the_owner`).
        """
        ...

    def mark_image(self, context: C, /, *, image_id: UUID, body: models.ImageMarkUpdate) -> MarkImageResponse:
        """PATCH /images/{image_id}/mark

        Changes the caller's own rating and star of an image that they see, and leaves what is not
        given unchanged. They are `rating` and `starred` of the image for the caller alone: nothing
        changes for others, and neither `updated_at` nor the version of the image does. A change
        causes the event `image.marked`, which only the caller receives. An image in the trash gives
        404.
        """
        ...

    def reproduce_image(self, context: C, /, *, image_id: UUID) -> ReproduceImageResponse:
        """POST /images/{image_id}/reproduce

        Queues a job that generates this image again from its provenance: engine, prompt, seed,
        size, and adapters by digest. `exact` says whether the result should have the same bytes,
        `reasons` why not. An image that cannot be reproduced is refused: 422 `not_reproducible` (an
        upload, or an import with too little information), `adapter_gone`, and the errors of
        createJob. The new image is private and belongs to the caller.
        """
        ...

    def restore_image(self, context: C, /, *, image_id: UUID) -> RestoreImageResponse:
        """POST /images/{image_id}/restore

        Restores the image to its previous positions in its albums. For an image that is not in the
        trash nothing changes and the response is the image. For its owner and admins.
        """
        ...

    def get_image_file(self, context: C, /, *, image_id: UUID) -> GetImageFileResponse:
        """GET /images/{image_id}/file

        The bytes of the image as generated or uploaded, without metadata, for everyone who may see
        the image. They never change and may be cached forever; the `ETag` is their digest. A single
        byte range may be requested.
        """
        ...

    def get_image_thumbnail(
        self, context: C, /, *, image_id: UUID, size: models.ThumbnailSize
    ) -> GetImageThumbnailResponse:
        """GET /images/{image_id}/thumbnail

        A WebP version of the image, upright and never enlarged, whose longer side has at most
        `size` pixels, for everyone who may see the image. It never changes and may be cached
        forever. The sizes above 320 are made when they are first asked for, and kept.
        """
        ...

    def list_labels(
        self, context: C, /, *, image_id: UUID, limit: int, cursor: str | None
    ) -> ListLabelsResponse:
        """GET /images/{image_id}/labels

        All labels of the image, written by people or by engines, newest first, for everyone who may
        see the image.
        """
        ...

    def create_label(self, context: C, /, *, image_id: UUID, body: models.LabelCreate) -> CreateLabelResponse:
        """POST /images/{image_id}/labels

        Adds a caption or a tag. A tag that the image already has is refused (409 `label_exists`).
        """
        ...

    def purge_trash(self, context: C, /, *, body: models.TrashPurgeRequest) -> PurgeTrashResponse:
        """POST /trash/purge

        Deletes the images that have been in the trash for more than the given number of days, and
        lists them, those first that have been there longest, at most 1000; `more` says whether
        others are as old. Their files are deleted with them, except for those that something else
        is stored with. With `dry_run` nothing is deleted, and the response says what would be. An
        image stays while a training run names it in its dataset, and while its set run is queued or
        running. Without `older_than_days` the setting `PLATEMARK_TRASH_DAYS` applies, which the
        studio also enforces daily; if it is 0, images stay in the trash forever and nothing is
        deleted.
        """
        ...

    def purge_image(self, context: C, /, *, image_id: UUID) -> PurgeImageResponse:
        """DELETE /trash/{image_id}

        Deletes the image with its labels and its places in albums, and its files unless something
        else is stored with them. Nothing restores it. Only an image in the trash is deleted (409
        `image_not_trashed`), and none that a training run names in its dataset, or whose set run is
        queued or running (409 `image_in_use`). For its owner and admins.
        """
        ...

    def delete_label(self, context: C, /, *, label_id: UUID, if_match: str | None) -> DeleteLabelResponse:
        """DELETE /labels/{label_id}

        Deletes the label permanently.
        """
        ...

    def update_label(
        self, context: C, /, *, label_id: UUID, if_match: str | None, body: models.LabelUpdate
    ) -> UpdateLabelResponse:
        """PATCH /labels/{label_id}

        Changes the given fields and leaves the others unchanged. A label of an engine becomes
        `manual` when it is changed.
        """
        ...


class ImportsApi(Protocol[C]):
    """The handlers of the tag `imports`; a module with these functions implements it."""

    def list_import_sources(self, context: C, /) -> ListImportSourcesResponse:
        """GET /import-sources

        The names of the folders that the operator configured (`PLATEMARK_IMPORT_ROOTS`). No other
        folder can be read through the API.
        """
        ...

    def list_imports(
        self,
        context: C,
        /,
        *,
        kind: models.ImportKind | None,
        state: list[models.ImportState] | None,
        limit: int,
        cursor: str | None,
    ) -> ListImportsResponse:
        """GET /imports

        All imports, newest first, with the results of their plans.
        """
        ...

    def create_import(self, context: C, /, *, body: models.ImportCreate) -> CreateImportResponse:
        """POST /imports

        Scans the folder, or the file of an exported album, and compares it with the studio;
        getImport returns the result once the import is `planned`. Nothing is imported, and the
        source is not changed. A source that is not configured or does not exist is refused: 422
        `import_source_unknown`.
        """
        ...

    def get_import(self, context: C, /, *, import_id: UUID) -> GetImportResponse:
        """GET /imports/{import_id}

        The results of the plan, the progress, and the discrepancies that were found.
        """
        ...

    def list_import_items(
        self,
        context: C,
        /,
        *,
        import_id: UUID,
        outcome: list[models.ImportOutcome] | None,
        discrepancies: bool,
        limit: int,
        cursor: str | None,
        accept: Literal["application/json", "text/csv"],
    ) -> ListImportItemsResponse:
        """GET /imports/{import_id}/items

        The items of the plan in their order, one for each folder, image or set, with their
        outcomes. As CSV if `Accept` prefers it: up to 5000 lines regardless of `limit`, each with
        the cursor that continues after it.
        """
        ...

    def apply_import(
        self, context: C, /, *, import_id: UUID, body: models.ImportApply
    ) -> ApplyImportResponse:
        """POST /imports/{import_id}/apply

        Imports the new and changed items one by one. Applying resumes after a crash; applying again
        imports what is missing and creates no duplicates. Files are copied, never moved; the source
        is not changed. `digest` must be that of the plan; another digest, or a plan that is
        outdated because another import of the same kind was applied, is refused (409
        `import_stale`). Other conflicts: 409 `import_busy` while another phase is queued or
        running, `import_not_planned`, `import_undone`, and `import_source_gone` if the folder is no
        longer a configured source.
        """
        ...

    def verify_import(self, context: C, /, *, import_id: UUID) -> VerifyImportResponse:
        """POST /imports/{import_id}/verify

        Reads everything again that the import created, in the database, in the blob store and in
        the source; `discrepancies` lists what is missing, corrupt, orphaned or changed since.
        Changes nothing. 409 `import_not_applied`, `import_busy`.
        """
        ...

    def undo_import(self, context: C, /, *, import_id: UUID, dry_run: bool) -> UndoImportResponse:
        """POST /imports/{import_id}/undo

        Removes what the import created, except what was changed since: that is kept and listed as
        items in the state `kept`. An apply that was interrupted can be undone, too. 409
        `import_not_applied`, `import_undone`, `import_busy`. With `dry_run` nothing is changed, and
        the response lists what would be removed and what would be kept.
        """
        ...

    def cancel_import(self, context: C, /, *, import_id: UUID) -> CancelImportResponse:
        """POST /imports/{import_id}/cancel

        Cancels a queued phase immediately, and a running one after its current items. What is done
        is kept, and the phase can be started again. Repeating the request changes nothing; if no
        phase is queued or running, the response is 409 `import_not_busy`.
        """
        ...


class JobsApi(Protocol[C]):
    """The handlers of the tag `jobs`; a module with these functions implements it."""

    def list_jobs(
        self,
        context: C,
        /,
        *,
        state: list[models.State] | None,
        kind: models.JobKind | None,
        set_run_id: UUID | None,
        created_by: UUID | None,
        created_after: datetime | None,
        created_before: datetime | None,
        sort: models.Sort,
        limit: int,
        cursor: str | None,
    ) -> ListJobsResponse:
        """GET /jobs

        The jobs of the studio, newest first unless `sort` says otherwise, with the number of jobs
        in each state; jobs of a set run that the caller may not see are neither listed nor counted.
        In the jobs of others, `request` is null unless the caller is an editor who sees everything
        that the job touches. Images that the caller may not see are left out. A set run that does
        not exist gives an empty page.
        """
        ...

    def create_job(self, context: C, /, *, body: models.JobRequest) -> CreateJobResponse:
        """POST /jobs

        Stores the job and returns a receipt immediately. A job that was accepted is never lost,
        even if the server or a worker crashes. A request that the engine cannot serve is refused,
        not adapted: 422 `unknown_engine`, `engine_unavailable`, `unknown_model`, `engine_limits` or
        `engine_cannot_caption`. An album or an image that does not exist or that the caller may not
        see gives 404 `album_not_found` or `image_not_found`. An album without images cannot be
        captioned (422 `nothing_to_caption`), nor can one with more than 5000 (422
        `too_many_images`). While the disk of the images is full, there is no new job (503
        `storage_full`); queued jobs wait and keep their attempts.
        """
        ...

    def cancel_jobs(self, context: C, /, *, body: models.JobCancellationRequest) -> CancelJobsResponse:
        """POST /jobs/cancel

        Cancels the unfinished jobs that match, in one step, as `cancelJob` does each: queued jobs
        immediately; running jobs are asked to stop, unless `queued_only` leaves them alone. At most
        5000, those first that would run first; `more` says whether others match. With `dry_run`
        nothing is changed, and the response says what would be. The caller's own jobs by default;
        those of another user or of everyone are for admins (403 `role_too_low`). A user or a set
        run that does not exist has no jobs. A set run whose last unfinished rows are cancelled is
        `cancelled`, or `failed` if a row has failed, as after `cancelJob`.
        """
        ...

    def get_job(self, context: C, /, *, job_id: UUID) -> GetJobResponse:
        """GET /jobs/{job_id}

        The state of the job, its request and its results. `request` is null unless the caller owns
        the job, is an admin, or is an editor who sees everything that the job touches. A job of a
        set run that the caller may not see gives 404.
        """
        ...

    def update_job(self, context: C, /, *, job_id: UUID, body: models.JobUpdate) -> UpdateJobResponse:
        """PATCH /jobs/{job_id}

        Changes the priority of a queued job; in any other state the response is 409
        `job_not_queued`. For its owner and admins.
        """
        ...

    def get_job_preview(self, context: C, /, *, job_id: UUID) -> GetJobPreviewResponse:
        """GET /jobs/{job_id}/preview

        The newest picture of what a running job generates, as WebP whose longer side has at most
        512 pixels. Each replaces the one before, and is announced by the event `job.preview`. For
        those who may read the job's request. There is none before the first, of engines that show
        none, and as soon as the job no longer runs: 404 `job_preview_not_found`.
        """
        ...

    def cancel_job(self, context: C, /, *, job_id: UUID) -> CancelJobResponse:
        """POST /jobs/{job_id}/cancel

        Cancels a queued job immediately. A running job is asked to stop (`cancel_requested`) and is
        cancelled at its next step; the worker continues with other jobs. Repeating the request
        changes nothing; a finished job gives 409 `job_finished`. For its owner and admins.
        """
        ...

    def retry_job(self, context: C, /, *, job_id: UUID) -> RetryJobResponse:
        """POST /jobs/{job_id}/retry

        Queues a failed or cancelled job again: the same job with the same seed, its attempts
        counted from zero. A job in another state gives 409 `job_not_finished`, a succeeded one 409
        `job_succeeded`. For its owner and admins.
        """
        ...

    def preview_prompt(self, context: C, /, *, body: models.PromptPreviewRequest) -> PreviewPromptResponse:
        """POST /prompts/preview

        Which words of a prompt an engine would use, and which it would ignore. Nothing is queued.
        The press knows its vocabulary; engines that cannot say it beforehand answer `known: false`.
        Adapters, which may know more words, are not asked. A prompt that the engine cannot draw is
        refused: 422 `engine_limits`.
        """
        ...

    def get_queue(self, context: C, /) -> GetQueueResponse:
        """GET /queue

        The number of jobs in each state, the running jobs that the caller may see, whether the
        queue is paused, and when the queued jobs will probably be finished.
        """
        ...

    def update_queue(self, context: C, /, *, body: models.QueueUpdate) -> UpdateQueueResponse:
        """PATCH /queue

        While the queue is paused, workers start no jobs; running jobs continue, and new jobs can be
        created. Pausing a paused queue or resuming a running one changes nothing.
        """
        ...

    def list_workers(self, context: C, /) -> ListWorkersResponse:
        """GET /workers

        The processes that run jobs and have reported recently: their hosts, their engines and their
        current jobs. The list is not paged.
        """
        ...


class SetTemplatesApi(Protocol[C]):
    """The handlers of the tag `set_templates`; a module with these functions implements it."""

    def list_set_templates(
        self,
        context: C,
        /,
        *,
        visibility: list[models.Visibility] | None,
        q: str | None,
        slug: str | None,
        archived: bool,
        limit: int,
        cursor: str | None,
    ) -> ListSetTemplatesResponse:
        """GET /set-templates

        The set templates that the caller may see, newest first. With `archived`, only the archived
        ones.
        """
        ...

    def create_set_template(
        self, context: C, /, *, body: models.SetTemplateCreate
    ) -> CreateSetTemplateResponse:
        """POST /set-templates

        Creates version 1, with the rows given as JSON or CSV, or with none. Placeholders are not
        checked here; previewSetTemplate reports every problem. CSV that cannot be parsed is refused
        (422) with a pointer such as `line/17` for each error: `csv_not_utf8`, `csv_is_workbook`
        (.xlsx, .xls), `csv_empty`, `csv_nul` (any control character), `csv_syntax`,
        `csv_empty_header`, `csv_duplicate_header`, `csv_bad_header`, `csv_ragged_row`,
        `csv_cell_too_long`, `csv_too_many_columns`, `csv_too_many_rows`. JSON rows with more than
        50 columns in total are refused, too (422 `too_many_columns`).
        """
        ...

    def get_set_template(self, context: C, /, *, set_template_id: UUID) -> GetSetTemplateResponse:
        """GET /set-templates/{set_template_id}

        The current version without its rows. An archived set template gives 404; listSetTemplates
        lists it.
        """
        ...

    def delete_set_template(
        self, context: C, /, *, set_template_id: UUID, if_match: str | None
    ) -> DeleteSetTemplateResponse:
        """DELETE /set-templates/{set_template_id}

        Archives the set template: it can no longer be run, and gives 404 except in listSetTemplates
        with `archived`. Its versions, its runs and their images are kept, and restoreSetTemplate
        restores it. For its owner and admins.
        """
        ...

    def update_set_template(
        self, context: C, /, *, set_template_id: UUID, if_match: str | None, body: models.SetTemplateUpdate
    ) -> UpdateSetTemplateResponse:
        """PATCH /set-templates/{set_template_id}

        Changes the given fields and leaves the others unchanged. This creates a new version; runs
        of earlier versions are not affected. A request that changes nothing creates no version.
        Only the owner and admins change `visibility` (403 `not_the_owner`).
        """
        ...

    def restore_set_template(self, context: C, /, *, set_template_id: UUID) -> RestoreSetTemplateResponse:
        """POST /set-templates/{set_template_id}/restore

        Restores the set template as it was archived, so that it can be changed and run again. For
        one that is not archived nothing changes and the response is the set template. For its owner
        and admins.
        """
        ...

    def get_set_template_rows(
        self, context: C, /, *, set_template_id: UUID, accept: Literal["application/json", "text/csv"]
    ) -> GetSetTemplateRowsResponse:
        """GET /set-templates/{set_template_id}/rows

        All rows of the current version, as JSON or, if `Accept` prefers it, as CSV that
        replaceSetTemplateRows accepts unchanged.
        """
        ...

    def replace_set_template_rows(
        self,
        context: C,
        /,
        *,
        set_template_id: UUID,
        if_match: str | None,
        body: models.SetTemplateRowsReplace | CsvBody,
    ) -> ReplaceSetTemplateRowsResponse:
        """PUT /set-templates/{set_template_id}/rows

        Replaces all rows with the given ones, as JSON or CSV. This creates a new version, whose
        columns are those of the rows. If a row is refused, nothing changes. CSV that cannot be
        parsed is refused (422) with a pointer such as `line/17` for each error: `csv_not_utf8`,
        `csv_is_workbook` (.xlsx, .xls), `csv_empty`, `csv_nul` (any control character),
        `csv_syntax`, `csv_empty_header`, `csv_duplicate_header`, `csv_bad_header`,
        `csv_ragged_row`, `csv_cell_too_long`, `csv_too_many_columns`, `csv_too_many_rows`. JSON
        rows with more than 50 columns in total are refused, too (422 `too_many_columns`).
        """
        ...

    def preview_set_template(
        self, context: C, /, *, set_template_id: UUID, body: models.SetPreviewRequest
    ) -> PreviewSetTemplateResponse:
        """POST /set-templates/{set_template_id}/preview

        The prompts that a run would send to the engine, and every problem that would prevent it: no
        rows, a placeholder with a syntax error or without a column, an empty or too long prompt.
        Nothing is created or changed.
        """
        ...

    def start_set_run(
        self, context: C, /, *, set_template_id: UUID, body: models.SetRunRequest
    ) -> StartSetRunResponse:
        """POST /set-templates/{set_template_id}/runs

        Pins the current version, creates an album of the caller's and queues one job for each row;
        either all of this happens or nothing. The album and its images are private until their
        owner shares them. A set template with problems (see previewSetTemplate) is refused: 422
        `set_has_problems`, with each problem in `errors`. A request that the engine cannot serve is
        refused: 422 `unknown_engine`, `engine_unavailable`, `unknown_model` or `engine_limits`; so
        is a set template whose adapters were deleted: 422 `adapter_gone`. An archived set template
        gives 409 `set_template_archived`. With `grid`, one row is drawn for each combination of the
        values of two to four axes; a cell whose picture the caller has from an earlier grid is not
        drawn again, but put into the album. A grid with problems is refused: 422
        `grid_has_problems`, with each in `errors`.
        """
        ...

    def list_set_runs(
        self,
        context: C,
        /,
        *,
        state: list[models.State] | None,
        set_template_id: UUID | None,
        limit: int,
        cursor: str | None,
    ) -> ListSetRunsResponse:
        """GET /set-runs

        The set runs of the caller and those whose album the caller may see, newest first. A set
        template that does not exist gives an empty page.
        """
        ...

    def get_set_run(self, context: C, /, *, set_run_id: UUID) -> GetSetRunResponse:
        """GET /set-runs/{set_run_id}

        The set run with the state of each row.
        """
        ...

    def get_contact_sheet(
        self, context: C, /, *, set_run_id: UUID, cell_size: int
    ) -> GetContactSheetResponse:
        """GET /set-runs/{set_run_id}/contact-sheet

        The pictures of a grid as one PNG, with the values of the axes beside its rows and columns:
        the first axis runs across, the second down, and the sheets of further ones stand below each
        other. A cell stays empty while it has no picture that the caller may see, and if the file
        of its picture is lost. It is made while it is sent, so that its size is not known before. A
        set run that is no grid, or whose axes the caller may not read, gives 404 `grid_not_found`.
        """
        ...

    def cancel_set_run(self, context: C, /, *, set_run_id: UUID) -> CancelSetRunResponse:
        """POST /set-runs/{set_run_id}/cancel

        Cancels queued rows immediately and asks running ones to stop; images that exist already are
        kept. Repeating the request changes nothing; a finished run gives 409 `set_run_finished`.
        For its owner and admins.
        """
        ...

    def retry_set_run(self, context: C, /, *, set_run_id: UUID) -> RetrySetRunResponse:
        """POST /set-runs/{set_run_id}/retry

        Queues the failed rows again, with the same seeds and the same positions in the album; the
        other rows are not affected. A run without failed rows gives 409 `nothing_to_retry`. For its
        owner and admins.
        """
        ...


class SystemApi(Protocol[C]):
    """The handlers of the tag `system`; a module with these functions implements it."""

    def get_health(self, context: C, /) -> GetHealthResponse:
        """GET /health

        The state of each part. Cheap enough for a probe every few seconds, and answered even while
        the database is unavailable. The status is 200 if the studio is ready, also while it is
        `degraded`; otherwise 503 with the same kind of body. The response reveals nothing except
        which part has a problem.
        """
        ...

    def get_server(self, context: C, /) -> GetServerResponse:
        """GET /server

        Name, versions, features, limits and engines. The response is the same for every caller and
        contains no paths, addresses or secrets.
        """
        ...

    def get_settings(self, context: C, /) -> GetSettingsResponse:
        """GET /settings

        The engine, the model and the adapters of generate jobs and set runs where neither they nor
        the set template say.
        """
        ...

    def update_settings(
        self, context: C, /, *, if_match: str | None, body: models.SettingsUpdate
    ) -> UpdateSettingsResponse:
        """PATCH /settings

        Changes the given defaults and leaves the others unchanged. What the engine could not do is
        refused: 422 `unknown_engine`, `unknown_model`, `unknown_adapter`, `engine_limits` for
        adapters that do not fit it, and `engine_unavailable` if it cannot say now whether it has
        the model. Jobs that are queued already keep theirs.
        """
        ...

    def list_models(
        self, context: C, /, *, engine: str | None, base: str | None, limit: int, cursor: str | None
    ) -> ListModelsResponse:
        """GET /models

        The checkpoints that set templates, set runs and generate jobs may name as `model`: those of
        each engine that works and can list them, in the order of the engines, by name. The press
        has none. Engines are asked for each page: one that found a model meanwhile, or lost one,
        may change the pages that follow.
        """
        ...

    def get_stats(self, context: C, /) -> GetStatsResponse:
        """GET /stats

        Counts by kind and state over the whole studio, and the storage used. The response consists
        of numbers only; it reveals no names or ids of things that the caller may not see.
        """
        ...

    def get_metrics(self, context: C, /) -> GetMetricsResponse:
        """GET /metrics

        Metrics in the text format of Prometheus. For admins, and for the metrics token that the
        operator configured (`PLATEMARK_METRICS_TOKEN`), which gives access to nothing else.
        """
        ...

    def stream_events(self, context: C, /, *, last_event_id: str | None) -> StreamEventsResponse:
        """GET /events

        Server-sent events: each is a StudioEvent, in the order in which it happened, limited to
        what the caller may see. Without an id the stream starts with the next event; with an id it
        first sends the events after that id, then `ready`. If some of those events are no longer
        stored, it starts with `gap`. The server ends a stream when the caller loses access, when it
        shuts down, and when the client reads too slowly. Reconnect with the id of the last event
        received: no event is missed or sent twice. If the caller has too many open streams, the
        response is 429 `too_many_streams`; if the server has, 503 `all_streams_in_use`.
        """
        ...


class TrainingApi(Protocol[C]):
    """The handlers of the tag `training`; a module with these functions implements it."""

    def list_training_runs(
        self, context: C, /, *, state: list[models.State] | None, limit: int, cursor: str | None
    ) -> ListTrainingRunsResponse:
        """GET /training-runs

        All training runs of the studio, newest first. Albums that the caller may not see are left
        out. Samples are shown to the owner and admins, settings (`parameters`, `seed`) also to
        editors who see all albums of the run.
        """
        ...

    def create_training_run(
        self, context: C, /, *, body: models.TrainingRunCreate
    ) -> CreateTrainingRunResponse:
        """POST /training-runs

        Pins the images and their captions and queues a job that trains on them. A run that was
        accepted is never lost: if its worker crashes, it resumes from its last checkpoint. What
        checkTraining reports as fatal is refused: 422 `training_not_ready`, with each finding; so
        is a request that the engine cannot serve: 422 `unknown_engine`, `engine_cannot_train`,
        `training_parameters`. An album that the caller may not see gives 404 `album_not_found`.
        """
        ...

    def check_training(self, context: C, /, *, body: models.TrainingRunCreate) -> CheckTrainingResponse:
        """POST /training-runs/check

        Checks a request as createTrainingRun would, and suggests improvements: images, captions,
        sizes, the model, disk space, the engine. Changes nothing.
        """
        ...

    def get_training_run(self, context: C, /, *, training_run_id: UUID) -> GetTrainingRunResponse:
        """GET /training-runs/{training_run_id}

        The state, loss, speed and result of the run. It is `running` exactly while a worker is
        working on it.
        """
        ...

    def delete_training_run(self, context: C, /, *, training_run_id: UUID) -> DeleteTrainingRunResponse:
        """DELETE /training-runs/{training_run_id}

        Deletes a finished run with its metrics, samples, checkpoints and log; its adapter is kept.
        A queued or running run is refused: 409 `training_run_busy`. For its owner and admins.
        """
        ...

    def cancel_training_run(self, context: C, /, *, training_run_id: UUID) -> CancelTrainingRunResponse:
        """POST /training-runs/{training_run_id}/cancel

        Cancels a queued run immediately. A running run is asked to stop (`cancel_requested`) and
        stops after the current step; it can be resumed from its last checkpoint. Repeating the
        request changes nothing; a finished run gives 409 `training_run_finished`. For its owner and
        admins.
        """
        ...

    def resume_training_run(self, context: C, /, *, training_run_id: UUID) -> ResumeTrainingRunResponse:
        """POST /training-runs/{training_run_id}/resume

        Queues a failed or cancelled run again. It resumes from its last checkpoint and gives the
        same result as a run without interruption. A run in another state gives 409
        `training_run_not_stopped`. For its owner and admins.
        """
        ...

    def sample_training_run(self, context: C, /, *, training_run_id: UUID) -> SampleTrainingRunResponse:
        """POST /training-runs/{training_run_id}/samples

        Asks a running run for a sample of what it has learned, after its next step instead of at
        the next one that is due (`sample_requested`); it then is one of its `samples`. The request
        outlasts a worker that dies or stops, and is dropped when the run ends. Repeating it while
        it is outstanding changes nothing; a run that is not running, or is being cancelled, gives
        409 `training_run_not_running`. For its owner and admins.
        """
        ...

    def save_training_run(self, context: C, /, *, training_run_id: UUID) -> SaveTrainingRunResponse:
        """POST /training-runs/{training_run_id}/checkpoints

        Asks a running run to save a checkpoint after its next step instead of at the next one that
        is due (`save_requested`); `checkpoint_step` and `checkpoint_at` then say that it has. The
        request outlasts a worker that dies or stops, and is dropped when the run ends. Repeating it
        while it is outstanding changes nothing; a run that is not running, or is being cancelled,
        gives 409 `training_run_not_running`. For its owner and admins.
        """
        ...

    def list_training_metrics(
        self, context: C, /, *, training_run_id: UUID, since_step: int | None, stride: int, limit: int
    ) -> ListTrainingMetricsResponse:
        """GET /training-runs/{training_run_id}/metrics

        The loss and the other metrics of the engine, by step. With `stride` N, every Nth value of
        each metric and its newest value. Repeat the request with `since_step` to get new values.
        """
        ...

    def get_training_log(
        self, context: C, /, *, training_run_id: UUID, offset: int
    ) -> GetTrainingLogResponse:
        """GET /training-runs/{training_run_id}/log

        Whole lines from an offset in bytes, at most 64 KiB; continue at `next_offset`. An offset
        within a line starts with the next line; an offset beyond the end gives no lines. For its
        owner and admins.
        """
        ...

    def get_training_sample(
        self, context: C, /, *, training_run_id: UUID, step: int
    ) -> GetTrainingSampleResponse:
        """GET /training-runs/{training_run_id}/samples/{step}

        The PNG image that the run generated at this step. For its owner and admins.
        """
        ...

    def list_adapters(
        self,
        context: C,
        /,
        *,
        format: str | None,
        visibility: list[models.Visibility] | None,
        q: str | None,
        limit: int,
        cursor: str | None,
    ) -> ListAdaptersResponse:
        """GET /adapters

        The adapters that the caller may see, newest first.
        """
        ...

    def create_adapter(self, context: C, /, *, body: CreateAdapterForm) -> CreateAdapterResponse:
        """POST /adapters

        Registers a LoRA; the whole form may have 1 GiB, or as much as the studio allows. A file
        that is not a complete LoRA as safetensors is refused (422 `not_a_lora`); nothing in it is
        executed. If an adapter with the same bytes is registered already, the response is that
        adapter (200), and nothing changes.
        """
        ...

    def get_adapter(self, context: C, /, *, adapter_id: UUID) -> GetAdapterResponse:
        """GET /adapters/{adapter_id}

        The adapter and where it comes from.
        """
        ...

    def delete_adapter(
        self, context: C, /, *, adapter_id: UUID, if_match: str | None
    ) -> DeleteAdapterResponse:
        """DELETE /adapters/{adapter_id}

        Deletes the adapter. Images that were generated with it keep its name and digest. Its file
        is deleted by the daily cleanup of the blob store; a queued job that starts after that
        fails.
        """
        ...

    def update_adapter(
        self, context: C, /, *, adapter_id: UUID, if_match: str | None, body: models.AdapterUpdate
    ) -> UpdateAdapterResponse:
        """PATCH /adapters/{adapter_id}

        Changes the given fields and leaves the others unchanged; the file never changes. A weight
        outside the limits of the format is refused: 422 `adapter_weight_limit`. Only the owner and
        admins change `visibility` (403 `not_the_owner`).
        """
        ...

    def get_adapter_file(self, context: C, /, *, adapter_id: UUID) -> GetAdapterFileResponse:
        """GET /adapters/{adapter_id}/file

        The file of the adapter: a LoRA as safetensors, a style plate in the format of the press. It
        never changes and may be cached forever.
        """
        ...

    def get_adapter_preview(self, context: C, /, *, adapter_id: UUID) -> GetAdapterPreviewResponse:
        """GET /adapters/{adapter_id}/preview

        A picture of what the adapter does, as WebP whose longer side has at most 512 pixels: the
        one that stood beside the file that was registered, or the last one of
        replaceAdapterPreview. It may be replaced: a copy is asked for again with its `ETag`. An
        adapter without one gives 404 `adapter_preview_not_found`.
        """
        ...

    def replace_adapter_preview(
        self, context: C, /, *, adapter_id: UUID, if_match: str | None, body: ReplaceAdapterPreviewForm
    ) -> ReplaceAdapterPreviewResponse:
        """PUT /adapters/{adapter_id}/preview

        Gives the adapter this picture as its preview, in the place of the one that it has, if any.
        It is stored upright, in sRGB and without metadata, as WebP whose longer side has at most
        512 pixels; of an animation, its first frame. A file that is not a PNG, JPEG, WebP or AVIF,
        or is damaged, is refused (422 `not_an_image`), as is one with more pixels than `limits` of
        getServer allows (422 `image_too_large`). The same picture again changes nothing.
        """
        ...

    def delete_adapter_preview(
        self, context: C, /, *, adapter_id: UUID, if_match: str | None
    ) -> DeleteAdapterPreviewResponse:
        """DELETE /adapters/{adapter_id}/preview

        Leaves the adapter without a preview. One that has none gives 404
        `adapter_preview_not_found`.
        """
        ...


class WebhooksApi(Protocol[C]):
    """The handlers of the tag `webhooks`; a module with these functions implements it."""

    def list_webhooks(self, context: C, /, *, limit: int, cursor: str | None) -> ListWebhooksResponse:
        """GET /webhooks

        All webhooks, newest first, without their secrets.
        """
        ...

    def create_webhook(self, context: C, /, *, body: models.WebhookCreate) -> CreateWebhookResponse:
        """POST /webhooks

        Creates a webhook, which is told what happens from now on, and returns the secret that signs
        its messages. The secret is shown only once: the server keeps no answer that holds one, so a
        second request with the same `Idempotency-Key` creates nothing and is refused (409
        `answer_not_kept`). There may be 100 webhooks (422 `too_many_webhooks`). Whether its address
        may be reached is known when a message is sent: pingWebhook sends one.
        """
        ...

    def get_webhook(self, context: C, /, *, webhook_id: UUID) -> GetWebhookResponse:
        """GET /webhooks/{webhook_id}

        The webhook, without its secret.
        """
        ...

    def delete_webhook(
        self, context: C, /, *, webhook_id: UUID, if_match: str | None
    ) -> DeleteWebhookResponse:
        """DELETE /webhooks/{webhook_id}

        Deletes the webhook with its deliveries; messages that wait are not sent.
        """
        ...

    def update_webhook(
        self, context: C, /, *, webhook_id: UUID, if_match: str | None, body: models.WebhookUpdate
    ) -> UpdateWebhookResponse:
        """PATCH /webhooks/{webhook_id}

        Changes the given fields and leaves the others unchanged. A webhook that is turned off is
        told of nothing, and its waiting messages are given up; one that is turned on is told what
        happens from then on.
        """
        ...

    def rotate_webhook_secret(self, context: C, /, *, webhook_id: UUID) -> RotateWebhookSecretResponse:
        """POST /webhooks/{webhook_id}/secret

        Makes another secret and returns it, which is shown only once. For a day, messages have a
        signature of the previous secret, too, so that the receiver can change over without losing
        any.
        """
        ...

    def ping_webhook(self, context: C, /, *, webhook_id: UUID) -> PingWebhookResponse:
        """POST /webhooks/{webhook_id}/ping

        Sends the message `webhook.ping`, so that one sees whether messages arrive. A webhook that
        is off is refused (409 `webhook_disabled`).
        """
        ...

    def list_webhook_deliveries(
        self,
        context: C,
        /,
        *,
        webhook_id: UUID,
        state: models.WebhookDeliveryState | None,
        limit: int,
        cursor: str | None,
    ) -> ListWebhookDeliveriesResponse:
        """GET /webhooks/{webhook_id}/deliveries

        The messages of a webhook and how far they got, newest first. Those that are delivered or
        given up are kept for thirty days.
        """
        ...

    def get_webhook_delivery(self, context: C, /, *, delivery_id: UUID) -> GetWebhookDeliveryResponse:
        """GET /webhook-deliveries/{delivery_id}

        The delivery with its message and its attempts.
        """
        ...

    def replay_webhook_delivery(self, context: C, /, *, delivery_id: UUID) -> ReplayWebhookDeliveryResponse:
        """POST /webhook-deliveries/{delivery_id}/replay

        Sends the same message again, whatever became of it, with the same id and a fresh signature.
        One that is still waiting is sent at once. A webhook that is off is refused (409
        `webhook_disabled`).
        """
        ...


OPERATIONS: dict[str, Operation] = {
    "getHealth": Operation(
        id="getHealth",
        tag="system",
        function="get_health",
        method="GET",
        path="/health",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (GetHealth200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (GetHealth503,),
        },
        minimum_role="public",
        security=((), ("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getServer": Operation(
        id="getServer",
        tag="system",
        function="get_server",
        method="GET",
        path="/server",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (GetServer200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="public",
        security=((), ("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getSettings": Operation(
        id="getSettings",
        tag="system",
        function="get_settings",
        method="GET",
        path="/settings",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "If-None-Match",
                "header",
                "if_none_match",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={},
        responses={
            200: (GetSettings200,),
            304: (NotModified,),
            400: (BadRequest,),
            401: (Unauthorized,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "updateSettings": Operation(
        id="updateSettings",
        tag="system",
        function="update_settings",
        method="PATCH",
        path="/settings",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("If-Match", "header", "if_match", str, required=False, default=None, server_side=False),
        ),
        bodies={"application/merge-patch+json": models.SettingsUpdate},
        responses={
            200: (UpdateSettings200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            412: (PreconditionFailed,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "listModels": Operation(
        id="listModels",
        tag="system",
        function="list_models",
        method="GET",
        path="/models",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("engine", "query", "engine", str, required=False, default=None, server_side=False),
            Param("base", "query", "base", str, required=False, default=None, server_side=False),
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListModels200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getStats": Operation(
        id="getStats",
        tag="system",
        function="get_stats",
        method="GET",
        path="/stats",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (GetStats200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getMetrics": Operation(
        id="getMetrics",
        tag="system",
        function="get_metrics",
        method="GET",
        path="/metrics",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (GetMetrics200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("text/plain",),
        deprecated_since=None,
        sunset=None,
    ),
    "streamEvents": Operation(
        id="streamEvents",
        tag="system",
        function="stream_events",
        method="GET",
        path="/events",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "Last-Event-ID",
                "header",
                "last_event_id",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
            Param(
                "last_event_id",
                "query",
                "last_event_id",
                str,
                required=False,
                default=None,
                server_side=False,
            ),
        ),
        bodies={},
        responses={
            200: (StreamEvents200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            406: (NotAcceptable,),
            429: (TooManyRequests,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("text/event-stream",),
        deprecated_since=None,
        sunset=None,
    ),
    "getAuthStatus": Operation(
        id="getAuthStatus",
        tag="accounts",
        function="get_auth_status",
        method="GET",
        path="/auth/status",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (GetAuthStatus200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="public",
        security=((), ("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "signIn": Operation(
        id="signIn",
        tag="accounts",
        function="sign_in",
        method="POST",
        path="/auth/session",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={"application/json": models.SignInRequest},
        responses={
            200: (SignIn200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            429: (TooManyRequests,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="public",
        security=((),),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "signOut": Operation(
        id="signOut",
        tag="accounts",
        function="sign_out",
        method="DELETE",
        path="/auth/session",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            204: (SignOut204,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=(),
        deprecated_since=None,
        sunset=None,
    ),
    "changePassword": Operation(
        id="changePassword",
        tag="accounts",
        function="change_password",
        method="PUT",
        path="/auth/password",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={"application/json": models.PasswordChange},
        responses={
            204: (ChangePassword204,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            408: (RequestTimeout,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            429: (TooManyRequests,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=(),
        deprecated_since=None,
        sunset=None,
    ),
    "listSessions": Operation(
        id="listSessions",
        tag="accounts",
        function="list_sessions",
        method="GET",
        path="/auth/sessions",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("user_id", "query", "user_id", UUID, required=False, default=None, server_side=False),
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListSessions200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "endOtherSessions": Operation(
        id="endOtherSessions",
        tag="accounts",
        function="end_other_sessions",
        method="DELETE",
        path="/auth/sessions",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            204: (EndOtherSessions204,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=(),
        deprecated_since=None,
        sunset=None,
    ),
    "endSession": Operation(
        id="endSession",
        tag="accounts",
        function="end_session",
        method="DELETE",
        path="/auth/sessions/{session_id}",
        params=(
            Param("session_id", "path", "session_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            204: (EndSession204,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=(),
        deprecated_since=None,
        sunset=None,
    ),
    "listApiTokens": Operation(
        id="listApiTokens",
        tag="accounts",
        function="list_api_tokens",
        method="GET",
        path="/auth/tokens",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("user_id", "query", "user_id", UUID, required=False, default=None, server_side=False),
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListApiTokens200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "createApiToken": Operation(
        id="createApiToken",
        tag="accounts",
        function="create_api_token",
        method="POST",
        path="/auth/tokens",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "Idempotency-Key",
                "header",
                "idempotency_key",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={"application/json": models.ApiTokenCreate},
        responses={
            201: (CreateApiToken201,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            409: (Conflict,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=True,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "deleteApiToken": Operation(
        id="deleteApiToken",
        tag="accounts",
        function="delete_api_token",
        method="DELETE",
        path="/auth/tokens/{token_id}",
        params=(
            Param("token_id", "path", "token_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            204: (DeleteApiToken204,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=(),
        deprecated_since=None,
        sunset=None,
    ),
    "listUsers": Operation(
        id="listUsers",
        tag="accounts",
        function="list_users",
        method="GET",
        path="/users",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListUsers200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "createUser": Operation(
        id="createUser",
        tag="accounts",
        function="create_user",
        method="POST",
        path="/users",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={"application/json": models.UserCreate},
        responses={
            201: (CreateUser201,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            409: (Conflict,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getUser": Operation(
        id="getUser",
        tag="accounts",
        function="get_user",
        method="GET",
        path="/users/{user_id}",
        params=(
            Param("user_id", "path", "user_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "If-None-Match",
                "header",
                "if_none_match",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={},
        responses={
            200: (GetUser200,),
            304: (NotModified,),
            400: (BadRequest,),
            401: (Unauthorized,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "updateUser": Operation(
        id="updateUser",
        tag="accounts",
        function="update_user",
        method="PATCH",
        path="/users/{user_id}",
        params=(
            Param("user_id", "path", "user_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("If-Match", "header", "if_match", str, required=False, default=None, server_side=False),
        ),
        bodies={"application/merge-patch+json": models.UserUpdate},
        responses={
            200: (UpdateUser200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            409: (Conflict,),
            412: (PreconditionFailed,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "createSignInLink": Operation(
        id="createSignInLink",
        tag="accounts",
        function="create_sign_in_link",
        method="POST",
        path="/users/{user_id}/sign-in-links",
        params=(
            Param("user_id", "path", "user_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "Idempotency-Key",
                "header",
                "idempotency_key",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={"application/json": models.SignInLinkCreate},
        responses={
            201: (CreateSignInLink201,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            409: (Conflict,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=True,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "listAlbums": Operation(
        id="listAlbums",
        tag="albums",
        function="list_albums",
        method="GET",
        path="/albums",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "visibility",
                "query",
                "visibility",
                list[models.Visibility],
                required=False,
                default=None,
                server_side=False,
            ),
            Param(
                "source",
                "query",
                "source",
                list[models.AlbumSource],
                required=False,
                default=None,
                server_side=False,
            ),
            Param("q", "query", "q", str, required=False, default=None, server_side=False),
            Param(
                "sort",
                "query",
                "sort",
                models.Sort,
                required=False,
                default=models.Sort("newest"),
                server_side=False,
            ),
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListAlbums200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="public",
        security=((), ("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "createAlbum": Operation(
        id="createAlbum",
        tag="albums",
        function="create_album",
        method="POST",
        path="/albums",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "Idempotency-Key",
                "header",
                "idempotency_key",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={"application/json": models.AlbumCreate},
        responses={
            201: (CreateAlbum201,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            409: (Conflict,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=True,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getAlbum": Operation(
        id="getAlbum",
        tag="albums",
        function="get_album",
        method="GET",
        path="/albums/{album_id}",
        params=(
            Param("album_id", "path", "album_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "If-None-Match",
                "header",
                "if_none_match",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={},
        responses={
            200: (GetAlbum200,),
            304: (NotModified,),
            400: (BadRequest,),
            401: (Unauthorized,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="public",
        security=((), ("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "deleteAlbum": Operation(
        id="deleteAlbum",
        tag="albums",
        function="delete_album",
        method="DELETE",
        path="/albums/{album_id}",
        params=(
            Param("album_id", "path", "album_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("If-Match", "header", "if_match", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            204: (DeleteAlbum204,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            412: (PreconditionFailed,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=(),
        deprecated_since=None,
        sunset=None,
    ),
    "updateAlbum": Operation(
        id="updateAlbum",
        tag="albums",
        function="update_album",
        method="PATCH",
        path="/albums/{album_id}",
        params=(
            Param("album_id", "path", "album_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("If-Match", "header", "if_match", str, required=False, default=None, server_side=False),
        ),
        bodies={"application/merge-patch+json": models.AlbumUpdate},
        responses={
            200: (UpdateAlbum200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            412: (PreconditionFailed,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "listAlbumImages": Operation(
        id="listAlbumImages",
        tag="albums",
        function="list_album_images",
        method="GET",
        path="/albums/{album_id}/images",
        params=(
            Param("album_id", "path", "album_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListAlbumImages200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="public",
        security=((), ("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "addAlbumImages": Operation(
        id="addAlbumImages",
        tag="albums",
        function="add_album_images",
        method="POST",
        path="/albums/{album_id}/images",
        params=(
            Param("album_id", "path", "album_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "Idempotency-Key",
                "header",
                "idempotency_key",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={"application/json": models.AlbumImagesAdd},
        responses={
            200: (AddAlbumImages200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            409: (Conflict,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=True,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "moveAlbumImages": Operation(
        id="moveAlbumImages",
        tag="albums",
        function="move_album_images",
        method="PATCH",
        path="/albums/{album_id}/images",
        params=(
            Param("album_id", "path", "album_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={"application/json": models.AlbumImagesMove},
        responses={
            204: (MoveAlbumImages204,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            408: (RequestTimeout,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=(),
        deprecated_since=None,
        sunset=None,
    ),
    "removeAlbumImage": Operation(
        id="removeAlbumImage",
        tag="albums",
        function="remove_album_image",
        method="DELETE",
        path="/albums/{album_id}/images/{image_id}",
        params=(
            Param("album_id", "path", "album_id", UUID, required=True, default=None, server_side=False),
            Param("image_id", "path", "image_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            204: (RemoveAlbumImage204,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=(),
        deprecated_since=None,
        sunset=None,
    ),
    "getAlbumLabelStats": Operation(
        id="getAlbumLabelStats",
        tag="albums",
        function="get_album_label_stats",
        method="GET",
        path="/albums/{album_id}/label-stats",
        params=(
            Param("album_id", "path", "album_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (GetAlbumLabelStats200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "exportAlbum": Operation(
        id="exportAlbum",
        tag="albums",
        function="export_album",
        method="GET",
        path="/albums/{album_id}/export",
        params=(
            Param("album_id", "path", "album_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "embed", "query", "embed", models.ExportEmbed, required=False, default=None, server_side=False
            ),
        ),
        bodies={},
        responses={
            200: (ExportAlbum200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/zip",),
        deprecated_since=None,
        sunset=None,
    ),
    "listImages": Operation(
        id="listImages",
        tag="images",
        function="list_images",
        method="GET",
        path="/images",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("album_id", "query", "album_id", UUID, required=False, default=None, server_side=False),
            Param("label", "query", "label", str, required=False, default=None, server_side=False),
            Param("q", "query", "q", str, required=False, default=None, server_side=False),
            Param("nsfw", "query", "nsfw", bool, required=False, default=None, server_side=False),
            Param(
                "visibility",
                "query",
                "visibility",
                list[models.Visibility],
                required=False,
                default=None,
                server_side=False,
            ),
            Param(
                "source",
                "query",
                "source",
                list[models.ImageSource],
                required=False,
                default=None,
                server_side=False,
            ),
            Param("trashed", "query", "trashed", bool, required=False, default=False, server_side=False),
            Param("rating_min", "query", "rating_min", int, required=False, default=None, server_side=False),
            Param("starred", "query", "starred", bool, required=False, default=False, server_side=False),
            Param("engine", "query", "engine", str, required=False, default=None, server_side=False),
            Param("model", "query", "model", str, required=False, default=None, server_side=False),
            Param("adapter_id", "query", "adapter_id", UUID, required=False, default=None, server_side=False),
            Param("seed", "query", "seed", int, required=False, default=None, server_side=False),
            Param(
                "orientation",
                "query",
                "orientation",
                models.ImageOrientation,
                required=False,
                default=None,
                server_side=False,
            ),
            Param(
                "side_min",
                "query",
                "side_min",
                models.SideMin,
                required=False,
                default=None,
                server_side=False,
            ),
            Param(
                "created_after",
                "query",
                "created_after",
                datetime,
                required=False,
                default=None,
                server_side=False,
            ),
            Param(
                "created_before",
                "query",
                "created_before",
                datetime,
                required=False,
                default=None,
                server_side=False,
            ),
            Param(
                "sort",
                "query",
                "sort",
                models.Sort,
                required=False,
                default=models.Sort("newest"),
                server_side=False,
            ),
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListImages200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="public",
        security=((), ("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "createImage": Operation(
        id="createImage",
        tag="images",
        function="create_image",
        method="POST",
        path="/images",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "Idempotency-Key",
                "header",
                "idempotency_key",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={"multipart/form-data": CreateImageForm},
        responses={
            200: (CreateImage200,),
            201: (CreateImage201,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            409: (Conflict,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=True,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "bulkUpdateImages": Operation(
        id="bulkUpdateImages",
        tag="images",
        function="bulk_update_images",
        method="POST",
        path="/images/bulk",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={"application/json": models.ImageBulkUpdate},
        responses={
            200: (BulkUpdateImages200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getImage": Operation(
        id="getImage",
        tag="images",
        function="get_image",
        method="GET",
        path="/images/{image_id}",
        params=(
            Param("image_id", "path", "image_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "If-None-Match",
                "header",
                "if_none_match",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={},
        responses={
            200: (GetImage200,),
            304: (NotModified,),
            400: (BadRequest,),
            401: (Unauthorized,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="public",
        security=((), ("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "deleteImage": Operation(
        id="deleteImage",
        tag="images",
        function="delete_image",
        method="DELETE",
        path="/images/{image_id}",
        params=(
            Param("image_id", "path", "image_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("If-Match", "header", "if_match", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            204: (DeleteImage204,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            412: (PreconditionFailed,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=(),
        deprecated_since=None,
        sunset=None,
    ),
    "updateImage": Operation(
        id="updateImage",
        tag="images",
        function="update_image",
        method="PATCH",
        path="/images/{image_id}",
        params=(
            Param("image_id", "path", "image_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("If-Match", "header", "if_match", str, required=False, default=None, server_side=False),
        ),
        bodies={"application/merge-patch+json": models.ImageUpdate},
        responses={
            200: (UpdateImage200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            412: (PreconditionFailed,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "markImage": Operation(
        id="markImage",
        tag="images",
        function="mark_image",
        method="PATCH",
        path="/images/{image_id}/mark",
        params=(
            Param("image_id", "path", "image_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={"application/merge-patch+json": models.ImageMarkUpdate},
        responses={
            200: (MarkImage200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "reproduceImage": Operation(
        id="reproduceImage",
        tag="images",
        function="reproduce_image",
        method="POST",
        path="/images/{image_id}/reproduce",
        params=(
            Param("image_id", "path", "image_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "Idempotency-Key",
                "header",
                "idempotency_key",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={},
        responses={
            202: (ReproduceImage202,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            409: (Conflict,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=True,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "restoreImage": Operation(
        id="restoreImage",
        tag="images",
        function="restore_image",
        method="POST",
        path="/images/{image_id}/restore",
        params=(
            Param("image_id", "path", "image_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (RestoreImage200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getImageFile": Operation(
        id="getImageFile",
        tag="images",
        function="get_image_file",
        method="GET",
        path="/images/{image_id}/file",
        params=(
            Param("image_id", "path", "image_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "If-None-Match",
                "header",
                "if_none_match",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
            Param("Range", "header", "range", str, required=False, default=None, server_side=True),
            Param("If-Range", "header", "if_range", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (GetImageFile200,),
            206: (GetImageFile206,),
            304: (GetImageFile304,),
            400: (BadRequest,),
            401: (Unauthorized,),
            404: (NotFound,),
            406: (NotAcceptable,),
            416: (RangeNotSatisfiable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="public",
        security=((), ("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("image/png", "image/jpeg", "image/webp"),
        deprecated_since=None,
        sunset=None,
    ),
    "getImageThumbnail": Operation(
        id="getImageThumbnail",
        tag="images",
        function="get_image_thumbnail",
        method="GET",
        path="/images/{image_id}/thumbnail",
        params=(
            Param("image_id", "path", "image_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "size", "query", "size", models.ThumbnailSize, required=False, default=320, server_side=False
            ),
            Param(
                "If-None-Match",
                "header",
                "if_none_match",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
            Param("Range", "header", "range", str, required=False, default=None, server_side=True),
            Param("If-Range", "header", "if_range", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (GetImageThumbnail200,),
            206: (GetImageThumbnail206,),
            304: (GetImageThumbnail304,),
            400: (BadRequest,),
            401: (Unauthorized,),
            404: (NotFound,),
            406: (NotAcceptable,),
            416: (RangeNotSatisfiable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="public",
        security=((), ("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("image/webp",),
        deprecated_since=None,
        sunset=None,
    ),
    "listLabels": Operation(
        id="listLabels",
        tag="images",
        function="list_labels",
        method="GET",
        path="/images/{image_id}/labels",
        params=(
            Param("image_id", "path", "image_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListLabels200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="public",
        security=((), ("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "createLabel": Operation(
        id="createLabel",
        tag="images",
        function="create_label",
        method="POST",
        path="/images/{image_id}/labels",
        params=(
            Param("image_id", "path", "image_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "Idempotency-Key",
                "header",
                "idempotency_key",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={"application/json": models.LabelCreate},
        responses={
            201: (CreateLabel201,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            409: (Conflict,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=True,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "purgeTrash": Operation(
        id="purgeTrash",
        tag="images",
        function="purge_trash",
        method="POST",
        path="/trash/purge",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={"application/json": models.TrashPurgeRequest},
        responses={
            200: (PurgeTrash200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "purgeImage": Operation(
        id="purgeImage",
        tag="images",
        function="purge_image",
        method="DELETE",
        path="/trash/{image_id}",
        params=(
            Param("image_id", "path", "image_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            204: (PurgeImage204,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            409: (Conflict,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=(),
        deprecated_since=None,
        sunset=None,
    ),
    "deleteLabel": Operation(
        id="deleteLabel",
        tag="images",
        function="delete_label",
        method="DELETE",
        path="/labels/{label_id}",
        params=(
            Param("label_id", "path", "label_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("If-Match", "header", "if_match", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            204: (DeleteLabel204,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            412: (PreconditionFailed,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=(),
        deprecated_since=None,
        sunset=None,
    ),
    "updateLabel": Operation(
        id="updateLabel",
        tag="images",
        function="update_label",
        method="PATCH",
        path="/labels/{label_id}",
        params=(
            Param("label_id", "path", "label_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("If-Match", "header", "if_match", str, required=False, default=None, server_side=False),
        ),
        bodies={"application/merge-patch+json": models.LabelUpdate},
        responses={
            200: (UpdateLabel200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            409: (Conflict,),
            412: (PreconditionFailed,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "listSetTemplates": Operation(
        id="listSetTemplates",
        tag="set_templates",
        function="list_set_templates",
        method="GET",
        path="/set-templates",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "visibility",
                "query",
                "visibility",
                list[models.Visibility],
                required=False,
                default=None,
                server_side=False,
            ),
            Param("q", "query", "q", str, required=False, default=None, server_side=False),
            Param("slug", "query", "slug", str, required=False, default=None, server_side=False),
            Param("archived", "query", "archived", bool, required=False, default=False, server_side=False),
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListSetTemplates200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "createSetTemplate": Operation(
        id="createSetTemplate",
        tag="set_templates",
        function="create_set_template",
        method="POST",
        path="/set-templates",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "Idempotency-Key",
                "header",
                "idempotency_key",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={"application/json": models.SetTemplateCreate},
        responses={
            201: (CreateSetTemplate201,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            409: (Conflict,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=True,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getSetTemplate": Operation(
        id="getSetTemplate",
        tag="set_templates",
        function="get_set_template",
        method="GET",
        path="/set-templates/{set_template_id}",
        params=(
            Param(
                "set_template_id",
                "path",
                "set_template_id",
                UUID,
                required=True,
                default=None,
                server_side=False,
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "If-None-Match",
                "header",
                "if_none_match",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={},
        responses={
            200: (GetSetTemplate200,),
            304: (NotModified,),
            400: (BadRequest,),
            401: (Unauthorized,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "deleteSetTemplate": Operation(
        id="deleteSetTemplate",
        tag="set_templates",
        function="delete_set_template",
        method="DELETE",
        path="/set-templates/{set_template_id}",
        params=(
            Param(
                "set_template_id",
                "path",
                "set_template_id",
                UUID,
                required=True,
                default=None,
                server_side=False,
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("If-Match", "header", "if_match", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            204: (DeleteSetTemplate204,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            412: (PreconditionFailed,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=(),
        deprecated_since=None,
        sunset=None,
    ),
    "updateSetTemplate": Operation(
        id="updateSetTemplate",
        tag="set_templates",
        function="update_set_template",
        method="PATCH",
        path="/set-templates/{set_template_id}",
        params=(
            Param(
                "set_template_id",
                "path",
                "set_template_id",
                UUID,
                required=True,
                default=None,
                server_side=False,
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("If-Match", "header", "if_match", str, required=False, default=None, server_side=False),
        ),
        bodies={"application/merge-patch+json": models.SetTemplateUpdate},
        responses={
            200: (UpdateSetTemplate200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            412: (PreconditionFailed,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "restoreSetTemplate": Operation(
        id="restoreSetTemplate",
        tag="set_templates",
        function="restore_set_template",
        method="POST",
        path="/set-templates/{set_template_id}/restore",
        params=(
            Param(
                "set_template_id",
                "path",
                "set_template_id",
                UUID,
                required=True,
                default=None,
                server_side=False,
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (RestoreSetTemplate200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getSetTemplateRows": Operation(
        id="getSetTemplateRows",
        tag="set_templates",
        function="get_set_template_rows",
        method="GET",
        path="/set-templates/{set_template_id}/rows",
        params=(
            Param(
                "set_template_id",
                "path",
                "set_template_id",
                UUID,
                required=True,
                default=None,
                server_side=False,
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "If-None-Match",
                "header",
                "if_none_match",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={},
        responses={
            200: (
                GetSetTemplateRows200Json,
                GetSetTemplateRows200Csv,
            ),
            304: (NotModified,),
            400: (BadRequest,),
            401: (Unauthorized,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=True,
        response_media=("application/json", "text/csv"),
        deprecated_since=None,
        sunset=None,
    ),
    "replaceSetTemplateRows": Operation(
        id="replaceSetTemplateRows",
        tag="set_templates",
        function="replace_set_template_rows",
        method="PUT",
        path="/set-templates/{set_template_id}/rows",
        params=(
            Param(
                "set_template_id",
                "path",
                "set_template_id",
                UUID,
                required=True,
                default=None,
                server_side=False,
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("If-Match", "header", "if_match", str, required=False, default=None, server_side=False),
        ),
        bodies={"application/json": models.SetTemplateRowsReplace, "text/csv": CsvBody},
        responses={
            200: (ReplaceSetTemplateRows200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            412: (PreconditionFailed,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "previewSetTemplate": Operation(
        id="previewSetTemplate",
        tag="set_templates",
        function="preview_set_template",
        method="POST",
        path="/set-templates/{set_template_id}/preview",
        params=(
            Param(
                "set_template_id",
                "path",
                "set_template_id",
                UUID,
                required=True,
                default=None,
                server_side=False,
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={"application/json": models.SetPreviewRequest},
        responses={
            200: (PreviewSetTemplate200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "startSetRun": Operation(
        id="startSetRun",
        tag="set_templates",
        function="start_set_run",
        method="POST",
        path="/set-templates/{set_template_id}/runs",
        params=(
            Param(
                "set_template_id",
                "path",
                "set_template_id",
                UUID,
                required=True,
                default=None,
                server_side=False,
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "Idempotency-Key",
                "header",
                "idempotency_key",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={"application/json": models.SetRunRequest},
        responses={
            202: (StartSetRun202,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            409: (Conflict,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=True,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "listSetRuns": Operation(
        id="listSetRuns",
        tag="set_templates",
        function="list_set_runs",
        method="GET",
        path="/set-runs",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "state", "query", "state", list[models.State], required=False, default=None, server_side=False
            ),
            Param(
                "set_template_id",
                "query",
                "set_template_id",
                UUID,
                required=False,
                default=None,
                server_side=False,
            ),
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListSetRuns200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getSetRun": Operation(
        id="getSetRun",
        tag="set_templates",
        function="get_set_run",
        method="GET",
        path="/set-runs/{set_run_id}",
        params=(
            Param("set_run_id", "path", "set_run_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (GetSetRun200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getContactSheet": Operation(
        id="getContactSheet",
        tag="set_templates",
        function="get_contact_sheet",
        method="GET",
        path="/set-runs/{set_run_id}/contact-sheet",
        params=(
            Param("set_run_id", "path", "set_run_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("cell_size", "query", "cell_size", int, required=False, default=192, server_side=False),
        ),
        bodies={},
        responses={
            200: (GetContactSheet200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("image/png",),
        deprecated_since=None,
        sunset=None,
    ),
    "cancelSetRun": Operation(
        id="cancelSetRun",
        tag="set_templates",
        function="cancel_set_run",
        method="POST",
        path="/set-runs/{set_run_id}/cancel",
        params=(
            Param("set_run_id", "path", "set_run_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (CancelSetRun200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            409: (Conflict,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "retrySetRun": Operation(
        id="retrySetRun",
        tag="set_templates",
        function="retry_set_run",
        method="POST",
        path="/set-runs/{set_run_id}/retry",
        params=(
            Param("set_run_id", "path", "set_run_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            202: (RetrySetRun202,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            409: (Conflict,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "listJobs": Operation(
        id="listJobs",
        tag="jobs",
        function="list_jobs",
        method="GET",
        path="/jobs",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "state", "query", "state", list[models.State], required=False, default=None, server_side=False
            ),
            Param("kind", "query", "kind", models.JobKind, required=False, default=None, server_side=False),
            Param("set_run_id", "query", "set_run_id", UUID, required=False, default=None, server_side=False),
            Param("created_by", "query", "created_by", UUID, required=False, default=None, server_side=False),
            Param(
                "created_after",
                "query",
                "created_after",
                datetime,
                required=False,
                default=None,
                server_side=False,
            ),
            Param(
                "created_before",
                "query",
                "created_before",
                datetime,
                required=False,
                default=None,
                server_side=False,
            ),
            Param(
                "sort",
                "query",
                "sort",
                models.Sort,
                required=False,
                default=models.Sort("newest"),
                server_side=False,
            ),
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListJobs200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "createJob": Operation(
        id="createJob",
        tag="jobs",
        function="create_job",
        method="POST",
        path="/jobs",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "Idempotency-Key",
                "header",
                "idempotency_key",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={"application/json": models.JobRequest},
        responses={
            202: (CreateJob202,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            409: (Conflict,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=True,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "cancelJobs": Operation(
        id="cancelJobs",
        tag="jobs",
        function="cancel_jobs",
        method="POST",
        path="/jobs/cancel",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={"application/json": models.JobCancellationRequest},
        responses={
            200: (CancelJobs200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getJob": Operation(
        id="getJob",
        tag="jobs",
        function="get_job",
        method="GET",
        path="/jobs/{job_id}",
        params=(
            Param("job_id", "path", "job_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (GetJob200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "updateJob": Operation(
        id="updateJob",
        tag="jobs",
        function="update_job",
        method="PATCH",
        path="/jobs/{job_id}",
        params=(
            Param("job_id", "path", "job_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={"application/merge-patch+json": models.JobUpdate},
        responses={
            200: (UpdateJob200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            409: (Conflict,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getJobPreview": Operation(
        id="getJobPreview",
        tag="jobs",
        function="get_job_preview",
        method="GET",
        path="/jobs/{job_id}/preview",
        params=(
            Param("job_id", "path", "job_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "If-None-Match",
                "header",
                "if_none_match",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={},
        responses={
            200: (GetJobPreview200,),
            304: (GetJobPreview304,),
            400: (BadRequest,),
            401: (Unauthorized,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("image/webp",),
        deprecated_since=None,
        sunset=None,
    ),
    "cancelJob": Operation(
        id="cancelJob",
        tag="jobs",
        function="cancel_job",
        method="POST",
        path="/jobs/{job_id}/cancel",
        params=(
            Param("job_id", "path", "job_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (CancelJob200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            409: (Conflict,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "retryJob": Operation(
        id="retryJob",
        tag="jobs",
        function="retry_job",
        method="POST",
        path="/jobs/{job_id}/retry",
        params=(
            Param("job_id", "path", "job_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            202: (RetryJob202,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            409: (Conflict,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "previewPrompt": Operation(
        id="previewPrompt",
        tag="jobs",
        function="preview_prompt",
        method="POST",
        path="/prompts/preview",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={"application/json": models.PromptPreviewRequest},
        responses={
            200: (PreviewPrompt200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getQueue": Operation(
        id="getQueue",
        tag="jobs",
        function="get_queue",
        method="GET",
        path="/queue",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (GetQueue200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "updateQueue": Operation(
        id="updateQueue",
        tag="jobs",
        function="update_queue",
        method="PATCH",
        path="/queue",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={"application/merge-patch+json": models.QueueUpdate},
        responses={
            200: (UpdateQueue200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "listWorkers": Operation(
        id="listWorkers",
        tag="jobs",
        function="list_workers",
        method="GET",
        path="/workers",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (ListWorkers200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "listTrainingRuns": Operation(
        id="listTrainingRuns",
        tag="training",
        function="list_training_runs",
        method="GET",
        path="/training-runs",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "state", "query", "state", list[models.State], required=False, default=None, server_side=False
            ),
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListTrainingRuns200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "createTrainingRun": Operation(
        id="createTrainingRun",
        tag="training",
        function="create_training_run",
        method="POST",
        path="/training-runs",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "Idempotency-Key",
                "header",
                "idempotency_key",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={"application/json": models.TrainingRunCreate},
        responses={
            202: (CreateTrainingRun202,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            409: (Conflict,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=True,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "checkTraining": Operation(
        id="checkTraining",
        tag="training",
        function="check_training",
        method="POST",
        path="/training-runs/check",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={"application/json": models.TrainingRunCreate},
        responses={
            200: (CheckTraining200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getTrainingRun": Operation(
        id="getTrainingRun",
        tag="training",
        function="get_training_run",
        method="GET",
        path="/training-runs/{training_run_id}",
        params=(
            Param(
                "training_run_id",
                "path",
                "training_run_id",
                UUID,
                required=True,
                default=None,
                server_side=False,
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (GetTrainingRun200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "deleteTrainingRun": Operation(
        id="deleteTrainingRun",
        tag="training",
        function="delete_training_run",
        method="DELETE",
        path="/training-runs/{training_run_id}",
        params=(
            Param(
                "training_run_id",
                "path",
                "training_run_id",
                UUID,
                required=True,
                default=None,
                server_side=False,
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            204: (DeleteTrainingRun204,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            409: (Conflict,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=(),
        deprecated_since=None,
        sunset=None,
    ),
    "cancelTrainingRun": Operation(
        id="cancelTrainingRun",
        tag="training",
        function="cancel_training_run",
        method="POST",
        path="/training-runs/{training_run_id}/cancel",
        params=(
            Param(
                "training_run_id",
                "path",
                "training_run_id",
                UUID,
                required=True,
                default=None,
                server_side=False,
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (CancelTrainingRun200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            409: (Conflict,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "resumeTrainingRun": Operation(
        id="resumeTrainingRun",
        tag="training",
        function="resume_training_run",
        method="POST",
        path="/training-runs/{training_run_id}/resume",
        params=(
            Param(
                "training_run_id",
                "path",
                "training_run_id",
                UUID,
                required=True,
                default=None,
                server_side=False,
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            202: (ResumeTrainingRun202,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            409: (Conflict,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "sampleTrainingRun": Operation(
        id="sampleTrainingRun",
        tag="training",
        function="sample_training_run",
        method="POST",
        path="/training-runs/{training_run_id}/samples",
        params=(
            Param(
                "training_run_id",
                "path",
                "training_run_id",
                UUID,
                required=True,
                default=None,
                server_side=False,
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            202: (SampleTrainingRun202,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            409: (Conflict,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "saveTrainingRun": Operation(
        id="saveTrainingRun",
        tag="training",
        function="save_training_run",
        method="POST",
        path="/training-runs/{training_run_id}/checkpoints",
        params=(
            Param(
                "training_run_id",
                "path",
                "training_run_id",
                UUID,
                required=True,
                default=None,
                server_side=False,
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            202: (SaveTrainingRun202,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            409: (Conflict,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "listTrainingMetrics": Operation(
        id="listTrainingMetrics",
        tag="training",
        function="list_training_metrics",
        method="GET",
        path="/training-runs/{training_run_id}/metrics",
        params=(
            Param(
                "training_run_id",
                "path",
                "training_run_id",
                UUID,
                required=True,
                default=None,
                server_side=False,
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("since_step", "query", "since_step", int, required=False, default=None, server_side=False),
            Param("stride", "query", "stride", int, required=False, default=1, server_side=False),
            Param("limit", "query", "limit", int, required=False, default=1000, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListTrainingMetrics200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getTrainingLog": Operation(
        id="getTrainingLog",
        tag="training",
        function="get_training_log",
        method="GET",
        path="/training-runs/{training_run_id}/log",
        params=(
            Param(
                "training_run_id",
                "path",
                "training_run_id",
                UUID,
                required=True,
                default=None,
                server_side=False,
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("offset", "query", "offset", int, required=False, default=0, server_side=False),
        ),
        bodies={},
        responses={
            200: (GetTrainingLog200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getTrainingSample": Operation(
        id="getTrainingSample",
        tag="training",
        function="get_training_sample",
        method="GET",
        path="/training-runs/{training_run_id}/samples/{step}",
        params=(
            Param(
                "training_run_id",
                "path",
                "training_run_id",
                UUID,
                required=True,
                default=None,
                server_side=False,
            ),
            Param("step", "path", "step", int, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "If-None-Match",
                "header",
                "if_none_match",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
            Param("Range", "header", "range", str, required=False, default=None, server_side=True),
            Param("If-Range", "header", "if_range", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (GetTrainingSample200,),
            206: (GetTrainingSample206,),
            304: (GetTrainingSample304,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            416: (RangeNotSatisfiable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("image/png",),
        deprecated_since=None,
        sunset=None,
    ),
    "listAdapters": Operation(
        id="listAdapters",
        tag="training",
        function="list_adapters",
        method="GET",
        path="/adapters",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("format", "query", "format", str, required=False, default=None, server_side=False),
            Param(
                "visibility",
                "query",
                "visibility",
                list[models.Visibility],
                required=False,
                default=None,
                server_side=False,
            ),
            Param("q", "query", "q", str, required=False, default=None, server_side=False),
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListAdapters200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "createAdapter": Operation(
        id="createAdapter",
        tag="training",
        function="create_adapter",
        method="POST",
        path="/adapters",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "Idempotency-Key",
                "header",
                "idempotency_key",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={"multipart/form-data": CreateAdapterForm},
        responses={
            200: (CreateAdapter200,),
            201: (CreateAdapter201,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            409: (Conflict,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=True,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getAdapter": Operation(
        id="getAdapter",
        tag="training",
        function="get_adapter",
        method="GET",
        path="/adapters/{adapter_id}",
        params=(
            Param("adapter_id", "path", "adapter_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "If-None-Match",
                "header",
                "if_none_match",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={},
        responses={
            200: (GetAdapter200,),
            304: (NotModified,),
            400: (BadRequest,),
            401: (Unauthorized,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "deleteAdapter": Operation(
        id="deleteAdapter",
        tag="training",
        function="delete_adapter",
        method="DELETE",
        path="/adapters/{adapter_id}",
        params=(
            Param("adapter_id", "path", "adapter_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("If-Match", "header", "if_match", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            204: (DeleteAdapter204,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            412: (PreconditionFailed,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=(),
        deprecated_since=None,
        sunset=None,
    ),
    "updateAdapter": Operation(
        id="updateAdapter",
        tag="training",
        function="update_adapter",
        method="PATCH",
        path="/adapters/{adapter_id}",
        params=(
            Param("adapter_id", "path", "adapter_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("If-Match", "header", "if_match", str, required=False, default=None, server_side=False),
        ),
        bodies={"application/merge-patch+json": models.AdapterUpdate},
        responses={
            200: (UpdateAdapter200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            412: (PreconditionFailed,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getAdapterFile": Operation(
        id="getAdapterFile",
        tag="training",
        function="get_adapter_file",
        method="GET",
        path="/adapters/{adapter_id}/file",
        params=(
            Param("adapter_id", "path", "adapter_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "If-None-Match",
                "header",
                "if_none_match",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
            Param("Range", "header", "range", str, required=False, default=None, server_side=True),
            Param("If-Range", "header", "if_range", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (GetAdapterFile200,),
            206: (GetAdapterFile206,),
            304: (GetAdapterFile304,),
            400: (BadRequest,),
            401: (Unauthorized,),
            404: (NotFound,),
            406: (NotAcceptable,),
            416: (RangeNotSatisfiable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/octet-stream",),
        deprecated_since=None,
        sunset=None,
    ),
    "getAdapterPreview": Operation(
        id="getAdapterPreview",
        tag="training",
        function="get_adapter_preview",
        method="GET",
        path="/adapters/{adapter_id}/preview",
        params=(
            Param("adapter_id", "path", "adapter_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "If-None-Match",
                "header",
                "if_none_match",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
            Param("Range", "header", "range", str, required=False, default=None, server_side=True),
            Param("If-Range", "header", "if_range", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (GetAdapterPreview200,),
            206: (GetAdapterPreview206,),
            304: (GetAdapterPreview304,),
            400: (BadRequest,),
            401: (Unauthorized,),
            404: (NotFound,),
            406: (NotAcceptable,),
            416: (RangeNotSatisfiable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("image/webp",),
        deprecated_since=None,
        sunset=None,
    ),
    "replaceAdapterPreview": Operation(
        id="replaceAdapterPreview",
        tag="training",
        function="replace_adapter_preview",
        method="PUT",
        path="/adapters/{adapter_id}/preview",
        params=(
            Param("adapter_id", "path", "adapter_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("If-Match", "header", "if_match", str, required=False, default=None, server_side=False),
        ),
        bodies={"multipart/form-data": ReplaceAdapterPreviewForm},
        responses={
            200: (ReplaceAdapterPreview200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            412: (PreconditionFailed,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "deleteAdapterPreview": Operation(
        id="deleteAdapterPreview",
        tag="training",
        function="delete_adapter_preview",
        method="DELETE",
        path="/adapters/{adapter_id}/preview",
        params=(
            Param("adapter_id", "path", "adapter_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("If-Match", "header", "if_match", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            204: (DeleteAdapterPreview204,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            412: (PreconditionFailed,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="editor",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=(),
        deprecated_since=None,
        sunset=None,
    ),
    "listBugReports": Operation(
        id="listBugReports",
        tag="bug_reports",
        function="list_bug_reports",
        method="GET",
        path="/bug-reports",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "status",
                "query",
                "status",
                list[models.BugReportStatus],
                required=False,
                default=None,
                server_side=False,
            ),
            Param("q", "query", "q", str, required=False, default=None, server_side=False),
            Param("trace_id", "query", "trace_id", str, required=False, default=None, server_side=False),
            Param(
                "fingerprint", "query", "fingerprint", str, required=False, default=None, server_side=False
            ),
            Param("grouped", "query", "grouped", bool, required=False, default=False, server_side=False),
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListBugReports200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "createBugReport": Operation(
        id="createBugReport",
        tag="bug_reports",
        function="create_bug_report",
        method="POST",
        path="/bug-reports",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "Idempotency-Key",
                "header",
                "idempotency_key",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={"application/json": models.BugReportSubmission},
        responses={
            201: (CreateBugReport201,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            409: (Conflict,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            429: (TooManyRequests,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=True,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "purgeBugReports": Operation(
        id="purgeBugReports",
        tag="bug_reports",
        function="purge_bug_reports",
        method="POST",
        path="/bug-reports/purge",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={"application/json": models.BugReportPurgeRequest},
        responses={
            200: (PurgeBugReports200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getBugReport": Operation(
        id="getBugReport",
        tag="bug_reports",
        function="get_bug_report",
        method="GET",
        path="/bug-reports/{bug_report_id}",
        params=(
            Param(
                "bug_report_id", "path", "bug_report_id", UUID, required=True, default=None, server_side=False
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "If-None-Match",
                "header",
                "if_none_match",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={},
        responses={
            200: (GetBugReport200,),
            304: (NotModified,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "deleteBugReport": Operation(
        id="deleteBugReport",
        tag="bug_reports",
        function="delete_bug_report",
        method="DELETE",
        path="/bug-reports/{bug_report_id}",
        params=(
            Param(
                "bug_report_id", "path", "bug_report_id", UUID, required=True, default=None, server_side=False
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("If-Match", "header", "if_match", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            204: (DeleteBugReport204,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            412: (PreconditionFailed,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=(),
        deprecated_since=None,
        sunset=None,
    ),
    "updateBugReport": Operation(
        id="updateBugReport",
        tag="bug_reports",
        function="update_bug_report",
        method="PATCH",
        path="/bug-reports/{bug_report_id}",
        params=(
            Param(
                "bug_report_id", "path", "bug_report_id", UUID, required=True, default=None, server_side=False
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("If-Match", "header", "if_match", str, required=False, default=None, server_side=False),
        ),
        bodies={"application/merge-patch+json": models.BugReportUpdate},
        responses={
            200: (UpdateBugReport200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            412: (PreconditionFailed,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getBugReportScreenshot": Operation(
        id="getBugReportScreenshot",
        tag="bug_reports",
        function="get_bug_report_screenshot",
        method="GET",
        path="/bug-reports/{bug_report_id}/screenshot",
        params=(
            Param(
                "bug_report_id", "path", "bug_report_id", UUID, required=True, default=None, server_side=False
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "If-None-Match",
                "header",
                "if_none_match",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
            Param("Range", "header", "range", str, required=False, default=None, server_side=True),
            Param("If-Range", "header", "if_range", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (GetBugReportScreenshot200,),
            206: (GetBugReportScreenshot206,),
            304: (GetBugReportScreenshot304,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            416: (RangeNotSatisfiable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("image/png",),
        deprecated_since=None,
        sunset=None,
    ),
    "exportBugReport": Operation(
        id="exportBugReport",
        tag="bug_reports",
        function="export_bug_report",
        method="GET",
        path="/bug-reports/{bug_report_id}/export",
        params=(
            Param(
                "bug_report_id", "path", "bug_report_id", UUID, required=True, default=None, server_side=False
            ),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (ExportBugReport200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "listImportSources": Operation(
        id="listImportSources",
        tag="imports",
        function="list_import_sources",
        method="GET",
        path="/import-sources",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (ListImportSources200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "listImports": Operation(
        id="listImports",
        tag="imports",
        function="list_imports",
        method="GET",
        path="/imports",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "kind", "query", "kind", models.ImportKind, required=False, default=None, server_side=False
            ),
            Param(
                "state",
                "query",
                "state",
                list[models.ImportState],
                required=False,
                default=None,
                server_side=False,
            ),
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListImports200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "createImport": Operation(
        id="createImport",
        tag="imports",
        function="create_import",
        method="POST",
        path="/imports",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "Idempotency-Key",
                "header",
                "idempotency_key",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={"application/json": models.ImportCreate},
        responses={
            201: (CreateImport201,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            409: (Conflict,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=True,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getImport": Operation(
        id="getImport",
        tag="imports",
        function="get_import",
        method="GET",
        path="/imports/{import_id}",
        params=(
            Param("import_id", "path", "import_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (GetImport200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "listImportItems": Operation(
        id="listImportItems",
        tag="imports",
        function="list_import_items",
        method="GET",
        path="/imports/{import_id}/items",
        params=(
            Param("import_id", "path", "import_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "outcome",
                "query",
                "outcome",
                list[models.ImportOutcome],
                required=False,
                default=None,
                server_side=False,
            ),
            Param(
                "discrepancies",
                "query",
                "discrepancies",
                bool,
                required=False,
                default=False,
                server_side=False,
            ),
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (
                ListImportItems200Json,
                ListImportItems200Csv,
            ),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=True,
        response_media=("application/json", "text/csv"),
        deprecated_since=None,
        sunset=None,
    ),
    "applyImport": Operation(
        id="applyImport",
        tag="imports",
        function="apply_import",
        method="POST",
        path="/imports/{import_id}/apply",
        params=(
            Param("import_id", "path", "import_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={"application/json": models.ImportApply},
        responses={
            202: (ApplyImport202,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            409: (Conflict,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "verifyImport": Operation(
        id="verifyImport",
        tag="imports",
        function="verify_import",
        method="POST",
        path="/imports/{import_id}/verify",
        params=(
            Param("import_id", "path", "import_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            202: (VerifyImport202,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            409: (Conflict,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "undoImport": Operation(
        id="undoImport",
        tag="imports",
        function="undo_import",
        method="POST",
        path="/imports/{import_id}/undo",
        params=(
            Param("import_id", "path", "import_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("dry_run", "query", "dry_run", bool, required=False, default=False, server_side=False),
        ),
        bodies={},
        responses={
            200: (UndoImport200,),
            202: (UndoImport202,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            409: (Conflict,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "cancelImport": Operation(
        id="cancelImport",
        tag="imports",
        function="cancel_import",
        method="POST",
        path="/imports/{import_id}/cancel",
        params=(
            Param("import_id", "path", "import_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (CancelImport200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            409: (Conflict,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "listWebhooks": Operation(
        id="listWebhooks",
        tag="webhooks",
        function="list_webhooks",
        method="GET",
        path="/webhooks",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListWebhooks200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "createWebhook": Operation(
        id="createWebhook",
        tag="webhooks",
        function="create_webhook",
        method="POST",
        path="/webhooks",
        params=(
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "Idempotency-Key",
                "header",
                "idempotency_key",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={"application/json": models.WebhookCreate},
        responses={
            201: (CreateWebhook201,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            409: (Conflict,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=True,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getWebhook": Operation(
        id="getWebhook",
        tag="webhooks",
        function="get_webhook",
        method="GET",
        path="/webhooks/{webhook_id}",
        params=(
            Param("webhook_id", "path", "webhook_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "If-None-Match",
                "header",
                "if_none_match",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
        ),
        bodies={},
        responses={
            200: (GetWebhook200,),
            304: (NotModified,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "deleteWebhook": Operation(
        id="deleteWebhook",
        tag="webhooks",
        function="delete_webhook",
        method="DELETE",
        path="/webhooks/{webhook_id}",
        params=(
            Param("webhook_id", "path", "webhook_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("If-Match", "header", "if_match", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            204: (DeleteWebhook204,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            412: (PreconditionFailed,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=(),
        deprecated_since=None,
        sunset=None,
    ),
    "updateWebhook": Operation(
        id="updateWebhook",
        tag="webhooks",
        function="update_webhook",
        method="PATCH",
        path="/webhooks/{webhook_id}",
        params=(
            Param("webhook_id", "path", "webhook_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param("If-Match", "header", "if_match", str, required=False, default=None, server_side=False),
        ),
        bodies={"application/merge-patch+json": models.WebhookUpdate},
        responses={
            200: (UpdateWebhook200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            408: (RequestTimeout,),
            412: (PreconditionFailed,),
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "rotateWebhookSecret": Operation(
        id="rotateWebhookSecret",
        tag="webhooks",
        function="rotate_webhook_secret",
        method="POST",
        path="/webhooks/{webhook_id}/secret",
        params=(
            Param("webhook_id", "path", "webhook_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (RotateWebhookSecret200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "pingWebhook": Operation(
        id="pingWebhook",
        tag="webhooks",
        function="ping_webhook",
        method="POST",
        path="/webhooks/{webhook_id}/ping",
        params=(
            Param("webhook_id", "path", "webhook_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            202: (PingWebhook202,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            409: (Conflict,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "listWebhookDeliveries": Operation(
        id="listWebhookDeliveries",
        tag="webhooks",
        function="list_webhook_deliveries",
        method="GET",
        path="/webhooks/{webhook_id}/deliveries",
        params=(
            Param("webhook_id", "path", "webhook_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
            Param(
                "state",
                "query",
                "state",
                models.WebhookDeliveryState,
                required=False,
                default=None,
                server_side=False,
            ),
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListWebhookDeliveries200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "getWebhookDelivery": Operation(
        id="getWebhookDelivery",
        tag="webhooks",
        function="get_webhook_delivery",
        method="GET",
        path="/webhook-deliveries/{delivery_id}",
        params=(
            Param("delivery_id", "path", "delivery_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            200: (GetWebhookDelivery200,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
    "replayWebhookDelivery": Operation(
        id="replayWebhookDelivery",
        tag="webhooks",
        function="replay_webhook_delivery",
        method="POST",
        path="/webhook-deliveries/{delivery_id}/replay",
        params=(
            Param("delivery_id", "path", "delivery_id", UUID, required=True, default=None, server_side=False),
            Param("X-Trace-Id", "header", "x_trace_id", str, required=False, default=None, server_side=True),
        ),
        bodies={},
        responses={
            202: (ReplayWebhookDelivery202,),
            400: (BadRequest,),
            401: (Unauthorized,),
            403: (Forbidden,),
            404: (NotFound,),
            406: (NotAcceptable,),
            409: (Conflict,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="admin",
        security=(("sessionCookie", "csrfToken"), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated_since=None,
        sunset=None,
    ),
}
