# Generated from spec/ by `python -m codegen`. DO NOT EDIT.
"""The operations of the contract: response classes, a handler Protocol for each tag, OPERATIONS."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, Protocol, TypeAlias, TypeVar
from uuid import UUID

from generated import models
from generated.base import CsvBody, EventStream, FileBody, Operation, Param, Upload

C = TypeVar("C", contravariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRequest:
    """400: The request does not fit the contract: a parameter or the body breaks its schema, or is not
    known.
    """

    status: ClassVar[Literal[400]] = 400
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unauthorized:
    """401: No credentials, or wrong ones."""

    status: ClassVar[Literal[401]] = 401
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "WWW-Authenticate")


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAcceptable:
    """406: None of the media types in `Accept` is offered here."""

    status: ClassVar[Literal[406]] = 406
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


@dataclass(frozen=True, slots=True, kw_only=True)
class InternalError:
    """500: A fault of the server; the trace id leads to it."""

    status: ClassVar[Literal[500]] = 500
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unavailable:
    """503: The server cannot do it now: it is starting, stopping, or its database is away."""

    status: ClassVar[Literal[503]] = 503
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Retry-After")


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbidden:
    """403: The caller's role is too low, or the CSRF token of a session is missing or wrong."""

    status: ClassVar[Literal[403]] = 403
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentTooLarge:
    """413: The body is larger than the server takes; see `limits` of getServer."""

    status: ClassVar[Literal[413]] = 413
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsupportedMediaType:
    """415: The body has a media type that this operation does not take."""

    status: ClassVar[Literal[415]] = 415
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unprocessable:
    """422: The request fits the contract but breaks a rule; `errors` points at each place."""

    status: ClassVar[Literal[422]] = 422
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


@dataclass(frozen=True, slots=True, kw_only=True)
class TooManyRequests:
    """429: Too many tries; wait."""

    status: ClassVar[Literal[429]] = 429
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Retry-After")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """409: The state of things does not allow it; the code says why."""

    status: ClassVar[Literal[409]] = 409
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFound:
    """404: There is no such thing, or the caller may not see it."""

    status: ClassVar[Literal[404]] = 404
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreconditionFailed:
    """412: `If-Match` names another version than the present one."""

    status: ClassVar[Literal[412]] = 412
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeNotSatisfiable:
    """416: The bytes do not reach as far as the range asked for."""

    status: ClassVar[Literal[416]] = 416
    body: models.Problem
    media_type: ClassVar[Literal["application/problem+json"]] = "application/problem+json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Content-Range")


@dataclass(frozen=True, slots=True, kw_only=True)
class GetHealth200:
    """200: It works, perhaps not at its best."""

    status: ClassVar[Literal[200]] = 200
    body: models.Health
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetHealth503:
    """503: It is not ready; the parts say why."""

    status: ClassVar[Literal[503]] = 503
    body: models.Health
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetHealthResponse: TypeAlias = (
    GetHealth200 | BadRequest | Unauthorized | NotAcceptable | InternalError | GetHealth503
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetServer200:
    """200: About the server."""

    status: ClassVar[Literal[200]] = 200
    body: models.Server
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetServerResponse: TypeAlias = (
    GetServer200 | BadRequest | Unauthorized | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetStats200:
    """200: The numbers."""

    status: ClassVar[Literal[200]] = 200
    body: models.Stats
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetStatsResponse: TypeAlias = (
    GetStats200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetMetrics200:
    """200: The metrics."""

    status: ClassVar[Literal[200]] = 200
    body: str
    media_type: ClassVar[Literal["text/plain"]] = "text/plain"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetMetricsResponse: TypeAlias = (
    GetMetrics200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamEvents200:
    """200: The stream; `schema` describes one message of it."""

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
    StreamEvents200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetAuthStatus200:
    """200: Who it is."""

    status: ClassVar[Literal[200]] = 200
    body: models.AuthStatus
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetAuthStatusResponse: TypeAlias = (
    GetAuthStatus200 | BadRequest | Unauthorized | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn200:
    """200: Signed in."""

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
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | TooManyRequests
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOut204:
    """204: Signed out."""

    status: ClassVar[Literal[204]] = 204
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    set_cookie: str
    headers: ClassVar[dict[str, str]] = {"Set-Cookie": "set_cookie"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


SignOutResponse: TypeAlias = SignOut204 | BadRequest | Unauthorized | Forbidden | InternalError | Unavailable


@dataclass(frozen=True, slots=True, kw_only=True)
class ListApiTokens200:
    """200: A page of tokens."""

    status: ClassVar[Literal[200]] = 200
    body: models.ApiTokenPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListApiTokensResponse: TypeAlias = (
    ListApiTokens200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateApiToken201:
    """201: The token."""

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
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteApiToken204:
    """204: It is revoked."""

    status: ClassVar[Literal[204]] = 204
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


DeleteApiTokenResponse: TypeAlias = (
    DeleteApiToken204 | BadRequest | Unauthorized | Forbidden | NotFound | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListUsers200:
    """200: A page of users."""

    status: ClassVar[Literal[200]] = 200
    body: models.UserPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListUsersResponse: TypeAlias = (
    ListUsers200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateUser201:
    """201: The user."""

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
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateUser200:
    """200: The user as it is now."""

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
    | Conflict
    | PreconditionFailed
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAlbums200:
    """200: A page of albums."""

    status: ClassVar[Literal[200]] = 200
    body: models.AlbumPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListAlbumsResponse: TypeAlias = (
    ListAlbums200 | BadRequest | Unauthorized | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateAlbum201:
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
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetAlbum200:
    """200: The album."""

    status: ClassVar[Literal[200]] = 200
    body: models.AlbumDetail
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetAlbumResponse: TypeAlias = (
    GetAlbum200 | BadRequest | Unauthorized | NotFound | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteAlbum204:
    """204: It is gone."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateAlbum200:
    """200: The album as it is now."""

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
    | PreconditionFailed
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAlbumImages200:
    """200: A page of images."""

    status: ClassVar[Literal[200]] = 200
    body: models.AlbumImagePage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListAlbumImagesResponse: TypeAlias = (
    ListAlbumImages200 | BadRequest | Unauthorized | NotFound | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAlbumImages200:
    """200: What was added."""

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
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveAlbumImages204:
    """204: They are moved."""

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
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveAlbumImage204:
    """204: It is out."""

    status: ClassVar[Literal[204]] = 204
    body: ClassVar[None] = None
    media_type: ClassVar[None] = None
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


RemoveAlbumImageResponse: TypeAlias = (
    RemoveAlbumImage204 | BadRequest | Unauthorized | Forbidden | NotFound | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetAlbumLabelStats200:
    """200: The figures."""

    status: ClassVar[Literal[200]] = 200
    body: models.AlbumLabelStats
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetAlbumLabelStatsResponse: TypeAlias = (
    GetAlbumLabelStats200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListImages200:
    """200: A page of images."""

    status: ClassVar[Literal[200]] = 200
    body: models.ImagePage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListImagesResponse: TypeAlias = (
    ListImages200 | BadRequest | Unauthorized | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateImage200:
    """200: The caller's image with the same bytes."""

    status: ClassVar[Literal[200]] = 200
    body: models.ImageDetail
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id", "Idempotency-Replayed")


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateImage201:
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
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateImageForm:
    """The form fields of createImage."""

    file: Upload
    title: str = ""
    visibility: models.Visibility = models.Visibility("private")
    nsfw: bool = False
    album_id: UUID | None = None
    caption: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GetImage200:
    """200: The image."""

    status: ClassVar[Literal[200]] = 200
    body: models.ImageDetail
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetImageResponse: TypeAlias = (
    GetImage200 | BadRequest | Unauthorized | NotFound | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteImage204:
    """204: It is in the trash."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateImage200:
    """200: The image as it is now."""

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
    | PreconditionFailed
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReproduceImage202:
    """202: It is stored and will be done."""

    status: ClassVar[Literal[202]] = 202
    body: models.Reproduction
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    location: str
    headers: ClassVar[dict[str, str]] = {"Location": "location"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreImage200:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class GetImageFile200:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class GetImageFile206:
    """206: The bytes of the range."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class GetImageFile304:
    """304: They are the ones that the caller has."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class GetImageThumbnail200:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class GetImageThumbnail206:
    """206: The bytes of the range."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class GetImageThumbnail304:
    """304: They are the ones that the caller has."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLabels200:
    """200: A page of labels."""

    status: ClassVar[Literal[200]] = 200
    body: models.LabelPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListLabelsResponse: TypeAlias = (
    ListLabels200 | BadRequest | Unauthorized | NotFound | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateLabel201:
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
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteLabel204:
    """204: It is gone."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateLabel200:
    """200: The label as it is now."""

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
    | Conflict
    | PreconditionFailed
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSetTemplates200:
    """200: A page of set templates."""

    status: ClassVar[Literal[200]] = 200
    body: models.SetTemplatePage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListSetTemplatesResponse: TypeAlias = (
    ListSetTemplates200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateSetTemplate201:
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
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetSetTemplate200:
    """200: The set template."""

    status: ClassVar[Literal[200]] = 200
    body: models.SetTemplate
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetSetTemplateResponse: TypeAlias = (
    GetSetTemplate200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteSetTemplate204:
    """204: It is archived."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateSetTemplate200:
    """200: The set template as it is now."""

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
    | PreconditionFailed
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetSetTemplateRows200Json:
    """200: The rows."""

    status: ClassVar[Literal[200]] = 200
    body: models.SetTemplateRows
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetSetTemplateRows200Csv:
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
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceSetTemplateRows200:
    """200: The rows as they are now."""

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
    | PreconditionFailed
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewSetTemplate200:
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
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StartSetRun202:
    """202: It is stored and will be done."""

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
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSetRuns200:
    """200: A page of set runs."""

    status: ClassVar[Literal[200]] = 200
    body: models.SetRunPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListSetRunsResponse: TypeAlias = (
    ListSetRuns200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetSetRun200:
    """200: The set run."""

    status: ClassVar[Literal[200]] = 200
    body: models.SetRunDetail
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetSetRunResponse: TypeAlias = (
    GetSetRun200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelSetRun200:
    """200: The set run as it is now."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class RetrySetRun202:
    """202: They are queued again."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ListJobs200:
    """200: A page of jobs."""

    status: ClassVar[Literal[200]] = 200
    body: models.JobsResponse
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListJobsResponse: TypeAlias = (
    ListJobs200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateJob202:
    """202: It is stored and will be done."""

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
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetJob200:
    """200: The job."""

    status: ClassVar[Literal[200]] = 200
    body: models.Job
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetJobResponse: TypeAlias = (
    GetJob200 | BadRequest | Unauthorized | Forbidden | NotFound | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateJob200:
    """200: The job as it is now."""

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
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelJob200:
    """200: The job as it is now."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryJob202:
    """202: It is queued again."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class GetQueue200:
    """200: The queue."""

    status: ClassVar[Literal[200]] = 200
    body: models.Queue
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetQueueResponse: TypeAlias = (
    GetQueue200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateQueue200:
    """200: The queue as it is now."""

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
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWorkers200:
    """200: The workers."""

    status: ClassVar[Literal[200]] = 200
    body: models.Workers
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListWorkersResponse: TypeAlias = (
    ListWorkers200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTrainingRuns200:
    """200: A page of training runs."""

    status: ClassVar[Literal[200]] = 200
    body: models.TrainingRunPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListTrainingRunsResponse: TypeAlias = (
    ListTrainingRuns200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateTrainingRun202:
    """202: It is stored and will be done."""

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
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTraining200:
    """200: What was found."""

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
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetTrainingRun200:
    """200: The training run."""

    status: ClassVar[Literal[200]] = 200
    body: models.TrainingStatus
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetTrainingRunResponse: TypeAlias = (
    GetTrainingRun200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteTrainingRun204:
    """204: It is gone."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelTrainingRun200:
    """200: The training run as it is now."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeTrainingRun202:
    """202: It is queued again."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTrainingMetrics200:
    """200: Measurements."""

    status: ClassVar[Literal[200]] = 200
    body: models.TrainingMetrics
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListTrainingMetricsResponse: TypeAlias = (
    ListTrainingMetrics200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetTrainingLog200:
    """200: Lines of the log."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class GetTrainingSample200:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class GetTrainingSample206:
    """206: The bytes of the range."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class GetTrainingSample304:
    """304: They are the ones that the caller has."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAdapters200:
    """200: A page of adapters."""

    status: ClassVar[Literal[200]] = 200
    body: models.AdapterPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListAdaptersResponse: TypeAlias = (
    ListAdapters200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetAdapter200:
    """200: The adapter."""

    status: ClassVar[Literal[200]] = 200
    body: models.Adapter
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetAdapterResponse: TypeAlias = (
    GetAdapter200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteAdapter204:
    """204: It is gone."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateAdapter200:
    """200: The adapter as it is now."""

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
    | PreconditionFailed
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBugReports200:
    """200: A page of bug reports."""

    status: ClassVar[Literal[200]] = 200
    body: models.BugReportPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListBugReportsResponse: TypeAlias = (
    ListBugReports200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateBugReport201:
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
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgeBugReports200:
    """200: What went, or would go."""

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
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetBugReport200:
    """200: The report."""

    status: ClassVar[Literal[200]] = 200
    body: models.BugReport
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    etag: str
    headers: ClassVar[dict[str, str]] = {"ETag": "etag"}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


GetBugReportResponse: TypeAlias = (
    GetBugReport200
    | BadRequest
    | Unauthorized
    | Forbidden
    | NotFound
    | NotAcceptable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteBugReport204:
    """204: It is gone."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateBugReport200:
    """200: The report as it is now."""

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
    | PreconditionFailed
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetBugReportScreenshot200:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class GetBugReportScreenshot206:
    """206: The bytes of the range."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class GetBugReportScreenshot304:
    """304: They are the ones that the caller has."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportBugReport200:
    """200: The bundle."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ListImportSources200:
    """200: The sources."""

    status: ClassVar[Literal[200]] = 200
    body: models.ImportSources
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListImportSourcesResponse: TypeAlias = (
    ListImportSources200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListImports200:
    """200: A page of imports."""

    status: ClassVar[Literal[200]] = 200
    body: models.ImportPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


ListImportsResponse: TypeAlias = (
    ListImports200 | BadRequest | Unauthorized | Forbidden | NotAcceptable | InternalError | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateImport201:
    """201: The import; its plan is being made."""

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
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetImport200:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ListImportItems200Json:
    """200: A page of items."""

    status: ClassVar[Literal[200]] = 200
    body: models.ImportItemPage
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListImportItems200Csv:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyImport202:
    """202: It is stored and will be done."""

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
    | Conflict
    | ContentTooLarge
    | UnsupportedMediaType
    | Unprocessable
    | InternalError
    | Unavailable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyImport202:
    """202: It is stored and will be done."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoImport200:
    """200: What would be taken back and what would be kept, where `dry_run` asked for it."""

    status: ClassVar[Literal[200]] = 200
    body: models.ImportUndoSurvey
    media_type: ClassVar[Literal["application/json"]] = "application/json"
    headers: ClassVar[dict[str, str]] = {}
    server_headers: ClassVar[tuple[str, ...]] = ("X-Trace-Id",)


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoImport202:
    """202: It is stored and will be done."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelImport200:
    """200: The import as it is now."""

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


class AccountsApi(Protocol[C]):
    """The handlers of the tag `accounts`; a module with these functions implements it."""

    def get_auth_status(self, context: C, /) -> GetAuthStatusResponse:
        """GET /auth/status

        Who is signed in, in which role, and the CSRF token that a session needs for its writes.
        Anyone may ask; without credentials the answer says that nobody is signed in.
        """
        ...

    def sign_in(self, context: C, /, *, body: models.SignInRequest) -> SignInResponse:
        """POST /auth/session

        Starts a session by password or one-time link and sets its cookie. Wrong name, wrong
        password and disabled user are one answer (401 `sign_in_failed`); a link that was used or is
        too old is the same. Too many failures, by name or by address, answer 429 with `Retry-
        After`. A page of another origin is refused (403 `cross_origin`).
        """
        ...

    def sign_out(self, context: C, /) -> SignOutResponse:
        """DELETE /auth/session

        Ends the session at once and takes its cookie away. With an API token there is no session to
        end and nothing happens; deleteApiToken revokes a token.
        """
        ...

    def list_api_tokens(self, context: C, /, *, limit: int, cursor: str | None) -> ListApiTokensResponse:
        """GET /auth/tokens

        The caller's own API tokens, newest first, without the tokens themselves. Nobody sees those
        of others, admins neither.
        """
        ...

    def create_api_token(self, context: C, /, *, body: models.ApiTokenCreate) -> CreateApiTokenResponse:
        """POST /auth/tokens

        Makes a token that may do what the caller may, up to the role given, and shows it this once.
        A role above the caller's is refused (403 `role_too_high`). The server keeps the token's
        digest alone, so it cannot give the same answer again: a second request with the same
        `Idempotency-Key` makes nothing and is refused (409 `answer_not_kept`).
        """
        ...

    def delete_api_token(self, context: C, /, *, token_id: UUID) -> DeleteApiTokenResponse:
        """DELETE /auth/tokens/{token_id}

        The token stops working with this answer. Only one's own; any other is 404.
        """
        ...

    def list_users(self, context: C, /, *, limit: int, cursor: str | None) -> ListUsersResponse:
        """GET /users

        All users, disabled ones too, newest first.
        """
        ...

    def create_user(self, context: C, /, *, body: models.UserCreate) -> CreateUserResponse:
        """POST /users

        Makes a user who may sign in at once. A name that is taken answers 409 `user_name_taken`; so
        names make asking twice harmless, and nothing of a password is kept to compare requests by.
        """
        ...

    def update_user(
        self, context: C, /, *, user_id: UUID, if_match: str | None, body: models.UserUpdate
    ) -> UpdateUserResponse:
        """PATCH /users/{user_id}

        Changes what is given and leaves the rest. A change of role, a new password or disabling
        ends the user's sessions; API tokens of a disabled user stop working, and no token may do
        more than its user. The last admin who may sign in can be neither disabled nor given a lower
        role (409 `last_admin`).
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
        limit: int,
        cursor: str | None,
    ) -> ListAlbumsResponse:
        """GET /albums

        The albums that the caller may see, newest first. `image_count` and the cover count only
        images that the caller may see, so that a private image shows nowhere.
        """
        ...

    def create_album(self, context: C, /, *, body: models.AlbumCreate) -> CreateAlbumResponse:
        """POST /albums

        Makes an empty album, owned by the caller. Names need not be unique and are never used as
        file names.
        """
        ...

    def get_album(self, context: C, /, *, album_id: UUID) -> GetAlbumResponse:
        """GET /albums/{album_id}

        The album, the facts of its set template, its cover and its first 50 images in their order;
        `images_next_cursor` leads to the rest. Images that the caller may not see are neither
        listed nor counted, prompts are hidden from those who may not read them.
        """
        ...

    def delete_album(self, context: C, /, *, album_id: UUID, if_match: str | None) -> DeleteAlbumResponse:
        """DELETE /albums/{album_id}

        Deletes the album and keeps its images. A set run that is still filling it goes on; what it
        makes is in no album then.
        """
        ...

    def update_album(
        self, context: C, /, *, album_id: UUID, if_match: str | None, body: models.AlbumUpdate
    ) -> UpdateAlbumResponse:
        """PATCH /albums/{album_id}

        Changes what is given and leaves the rest. A cover that is not an image of this album
        answers 404 `image_not_found`. Making an album public does not make its images public.
        """
        ...

    def list_album_images(
        self, context: C, /, *, album_id: UUID, limit: int, cursor: str | None
    ) -> ListAlbumImagesResponse:
        """GET /albums/{album_id}/images

        The album's images that the caller may see, in the album's order, each with its position.
        """
        ...

    def add_album_images(
        self, context: C, /, *, album_id: UUID, body: models.AlbumImagesAdd
    ) -> AddAlbumImagesResponse:
        """POST /albums/{album_id}/images

        Puts images at the end of the album in the order given; those that are in it already keep
        their place. All or nothing: an image that does not exist, that the caller may not see or
        that is in the trash answers 404 `image_not_found` with a pointer to each.
        """
        ...

    def move_album_images(
        self, context: C, /, *, album_id: UUID, body: models.AlbumImagesMove
    ) -> MoveAlbumImagesResponse:
        """PATCH /albums/{album_id}/images

        Takes the images out and puts them together, in the order given, before another image or at
        the end. All or nothing: an image that is not in the album answers 404 `image_not_found`
        with a pointer to each. Moving images before one of themselves is refused (422
        `move_before_itself`).
        """
        ...

    def remove_album_image(
        self, context: C, /, *, album_id: UUID, image_id: UUID
    ) -> RemoveAlbumImageResponse:
        """DELETE /albums/{album_id}/images/{image_id}

        Takes the image out of the album and keeps the image. 404 `image_not_found` where it is not
        in the album.
        """
        ...

    def get_album_label_stats(self, context: C, /, *, album_id: UUID) -> GetAlbumLabelStatsResponse:
        """GET /albums/{album_id}/label-stats

        How many images have captions and tags, the commonest labels, and whether one could train on
        the album: at least five images, each with a caption. Counts only images that the caller may
        see.
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

        All bug reports, newest first. Reports of the same fault have the same `fingerprint`; with
        `grouped` only the first report of each fault is listed, and `duplicate_count` says how many
        more tell of it.
        """
        ...

    def create_bug_report(
        self, context: C, /, *, body: models.BugReportSubmission
    ) -> CreateBugReportResponse:
        """POST /bug-reports

        Stores the report. Before that, whatever looks like a secret is taken out: headers that
        carry credentials, passwords, tokens and keys by their names and by their shapes, in bodies,
        addresses, logs and the rest; the receipt counts what was taken out. Of the screenshot the
        pixels alone are kept. A report of a fault that an open report tells of already is its
        duplicate. JSON nested more than 32 levels deep is refused (422 `nested_too_deep`), and a
        screenshot that cannot be read (422, the code says why).
        """
        ...

    def purge_bug_reports(
        self, context: C, /, *, body: models.BugReportPurgeRequest
    ) -> PurgeBugReportsResponse:
        """POST /bug-reports/purge

        Deletes the reports that are older than so many days, whatever their status, and answers
        what went; with `dry_run` nothing is changed, and the answer is what would go. Without
        `older_than_days` the configured retention counts, which each studio enforces daily by
        itself; where it is 0 reports are kept for ever, and nothing goes.
        """
        ...

    def get_bug_report(self, context: C, /, *, bug_report_id: UUID) -> GetBugReportResponse:
        """GET /bug-reports/{bug_report_id}

        The report with its history, and the jobs that its trace id leads to. What was taken out of
        it is nowhere.
        """
        ...

    def delete_bug_report(
        self, context: C, /, *, bug_report_id: UUID, if_match: str | None
    ) -> DeleteBugReportResponse:
        """DELETE /bug-reports/{bug_report_id}

        Deletes the report with its history. The oldest of its duplicates takes its place. The bytes
        of its screenshot go within two days.
        """
        ...

    def update_bug_report(
        self, context: C, /, *, bug_report_id: UUID, if_match: str | None, body: models.BugReportUpdate
    ) -> UpdateBugReportResponse:
        """PATCH /bug-reports/{bug_report_id}

        Changes what is given and leaves the rest; each change is kept in the history. What looks
        like a secret is taken out of the notes, too. `duplicate_of` may name any other report:
        duplicates of duplicates become duplicates of the first. A report that does not exist
        answers 404 `bug_report_not_found` with a pointer to it, the report itself 422
        `duplicate_of_itself`.
        """
        ...

    def get_bug_report_screenshot(
        self, context: C, /, *, bug_report_id: UUID
    ) -> GetBugReportScreenshotResponse:
        """GET /bug-reports/{bug_report_id}/screenshot

        The screenshot, its pixels alone. 404 `screenshot_not_found` where the report has none. One
        range may be asked for.
        """
        ...

    def export_bug_report(self, context: C, /, *, bug_report_id: UUID) -> ExportBugReportResponse:
        """GET /bug-reports/{bug_report_id}/export

        One JSON document with the report, the jobs that its trace id leads to, and the screenshot
        as a data URL: to be handed on to whoever mends it. It holds what getBugReport and the
        screenshot hold, so no secret that was taken out.
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
        limit: int,
        cursor: str | None,
    ) -> ListImagesResponse:
        """GET /images

        The images that the caller may see, newest first; all filters must hold. Those in the trash
        are listed only with `trashed`, and only the caller's own (for an admin, everyone's). `q`
        looks in titles and labels, and in prompts only where the caller may read them. An album
        that the caller may not see answers an empty page.
        """
        ...

    def create_image(self, context: C, /, *, body: CreateImageForm) -> CreateImageResponse:
        """POST /images

        Keeps a picture that the caller sends. What it is is read off its bytes, not its name; bytes
        that are no PNG, JPEG or WebP are refused (415 `not_an_image`), so are a broken picture (422
        `broken_image`) and one with more pixels than `limits` of getServer allows (413
        `image_too_large`). An album that does not exist or that the caller may not see answers 404
        `album_not_found`. Where the caller has an image with the same bytes already, that one is
        the answer (200): nothing is made or changed, except that it is put in the album; one in the
        trash is restored.
        """
        ...

    def get_image(self, context: C, /, *, image_id: UUID) -> GetImageResponse:
        """GET /images/{image_id}

        The image with its provenance, its newest labels and the albums that it is in, as far as the
        caller may see them. `prompt` and `provenance` are null for all but its owner and editors.
        An image in the trash is 404.
        """
        ...

    def delete_image(self, context: C, /, *, image_id: UUID, if_match: str | None) -> DeleteImageResponse:
        """DELETE /images/{image_id}

        Puts the image in its owner's trash, from where restoreImage takes it back; meanwhile it is
        in no list and no album, and 404 everywhere else. Its bytes stay until the trash is emptied.
        """
        ...

    def update_image(
        self, context: C, /, *, image_id: UUID, if_match: str | None, body: models.ImageUpdate
    ) -> UpdateImageResponse:
        """PATCH /images/{image_id}

        Changes what is given and leaves the rest; the bytes never change.
        """
        ...

    def reproduce_image(self, context: C, /, *, image_id: UUID) -> ReproduceImageResponse:
        """POST /images/{image_id}/reproduce

        Queues the job that makes this picture again, from its provenance: engine, prompt, seed,
        sizes, adapters by digest. `exact` says whether the same bytes are to be expected, `reasons`
        why not. What cannot be made again is refused: 422 `not_reproducible` (an upload, or an
        import that does not tell enough), `adapter_gone`, and what createJob refuses. The new image
        is private and the caller's.
        """
        ...

    def restore_image(self, context: C, /, *, image_id: UUID) -> RestoreImageResponse:
        """POST /images/{image_id}/restore

        Takes the image back; it is in its albums again, at its old places. An image that is not in
        the trash is answered as it is.
        """
        ...

    def get_image_file(self, context: C, /, *, image_id: UUID) -> GetImageFileResponse:
        """GET /images/{image_id}/file

        The bytes as they were made or uploaded, without metadata, to whoever may see the image.
        They never change, so that they may be kept for ever: the `ETag` is their digest. One range
        may be asked for.
        """
        ...

    def get_image_thumbnail(self, context: C, /, *, image_id: UUID) -> GetImageThumbnailResponse:
        """GET /images/{image_id}/thumbnail

        A WebP of the image, its longer side 320 pixels at most, to whoever may see the image. It
        never changes, so that it may be kept for ever.
        """
        ...

    def list_labels(
        self, context: C, /, *, image_id: UUID, limit: int, cursor: str | None
    ) -> ListLabelsResponse:
        """GET /images/{image_id}/labels

        All labels of the image, by hand or by an engine, newest first, to whoever may see the
        image.
        """
        ...

    def create_label(self, context: C, /, *, image_id: UUID, body: models.LabelCreate) -> CreateLabelResponse:
        """POST /images/{image_id}/labels

        Adds a caption or a tag by hand. The same tag twice is refused (409 `label_exists`).
        """
        ...

    def delete_label(self, context: C, /, *, label_id: UUID, if_match: str | None) -> DeleteLabelResponse:
        """DELETE /labels/{label_id}

        Deletes the label for good.
        """
        ...

    def update_label(
        self, context: C, /, *, label_id: UUID, if_match: str | None, body: models.LabelUpdate
    ) -> UpdateLabelResponse:
        """PATCH /labels/{label_id}

        Changes what is given and leaves the rest. A label of an engine that is changed by hand
        becomes `manual`.
        """
        ...


class ImportsApi(Protocol[C]):
    """The handlers of the tag `imports`; a module with these functions implements it."""

    def list_import_sources(self, context: C, /) -> ListImportSourcesResponse:
        """GET /import-sources

        The folders that the operator configured (PLATEMARK_IMPORT_ROOTS), by name; nothing else can
        be read over the API.
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

        All imports, newest first, with what their plans found.
        """
        ...

    def create_import(self, context: C, /, *, body: models.ImportCreate) -> CreateImportResponse:
        """POST /imports

        Has the folder looked through and compared with what is here: getImport tells what was found
        once it is `planned`. Nothing is imported and nothing in the source is touched. A source
        that is not configured, or a folder that is not there, is refused: 422
        `import_source_unknown`.
        """
        ...

    def get_import(self, context: C, /, *, import_id: UUID) -> GetImportResponse:
        """GET /imports/{import_id}

        What its plan found, how far it is, and what is not as it should be.
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

        The items of the plan in their order, a line for each folder, picture or set, with what
        became of it. As CSV, where `Accept` prefers it: up to 5000 lines whatever `limit` says,
        each with the cursor that continues after it.
        """
        ...

    def apply_import(
        self, context: C, /, *, import_id: UUID, body: models.ImportApply
    ) -> ApplyImportResponse:
        """POST /imports/{import_id}/apply

        Has what is new and changed imported, item by item; it survives crashes, and doing it again
        finishes what is missing and makes nothing twice. Copies, never moves; the source is not
        touched. The digest is the plan's: another one, or a plan that another import of the same
        kind has overtaken, is refused (409 `import_stale`). 409 `import_busy` while something else
        is being done with it, `import_not_planned`, `import_undone`, and `import_source_gone` where
        its folder is none that may be read.
        """
        ...

    def verify_import(self, context: C, /, *, import_id: UUID) -> VerifyImportResponse:
        """POST /imports/{import_id}/verify

        Has everything that the import made read again, rows, bytes and source: `discrepancies` tell
        what is missing, corrupt, orphaned or altered since. Changes nothing of it. 409
        `import_not_applied`, `import_busy`.
        """
        ...

    def undo_import(self, context: C, /, *, import_id: UUID, dry_run: bool) -> UndoImportResponse:
        """POST /imports/{import_id}/undo

        Has exactly that taken back which this import made and nobody changed since; the rest is
        kept, and listed as items in the state `kept`. An apply that stopped halfway can be undone
        too. 409 `import_not_applied`, `import_undone`, `import_busy`. With `dry_run` nothing is
        changed, and the answer is what would go and what would stay.
        """
        ...

    def cancel_import(self, context: C, /, *, import_id: UUID) -> CancelImportResponse:
        """POST /imports/{import_id}/cancel

        Stops what waits at once and what runs after the items in hand; what is done already stays,
        and the phase can be asked for again. Asking again changes nothing; 409 `import_not_busy`
        where nothing waits or runs.
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
        limit: int,
        cursor: str | None,
    ) -> ListJobsResponse:
        """GET /jobs

        All jobs of the studio, newest first, with how many there are in each state. What was asked
        for (`request`) is null in jobs of others for viewers; images that the caller may not see
        are left out. A set run that does not exist answers an empty page.
        """
        ...

    def create_job(self, context: C, /, *, body: models.JobRequest) -> CreateJobResponse:
        """POST /jobs

        Stores the job and answers with a receipt at once; once answered it is never lost, whatever
        becomes of server or worker. What the engine cannot do is refused, not ignored: 422
        `unknown_engine`, `engine_unavailable`, `engine_limits` or `engine_cannot_caption`. An album
        or an image that does not exist or that the caller may not see answers 404 `album_not_found`
        or `image_not_found`; an album without images has nothing to describe (422
        `nothing_to_caption`), one of more than 5000 too much (422 `too_many_images`).
        """
        ...

    def get_job(self, context: C, /, *, job_id: UUID) -> GetJobResponse:
        """GET /jobs/{job_id}

        Where the job stands, what was asked for and what became of it. `request` is null for
        viewers unless the job is theirs.
        """
        ...

    def update_job(self, context: C, /, *, job_id: UUID, body: models.JobUpdate) -> UpdateJobResponse:
        """PATCH /jobs/{job_id}

        Only while it is queued; else 409 `job_not_queued`. For its owner and admins.
        """
        ...

    def cancel_job(self, context: C, /, *, job_id: UUID) -> CancelJobResponse:
        """POST /jobs/{job_id}/cancel

        A queued job is cancelled at once; a running one is asked to stop (`cancel_requested`) and
        is cancelled at its next step, the worker goes on with other jobs. Asking again changes
        nothing; a finished job answers 409 `job_finished`. For its owner and admins.
        """
        ...

    def retry_job(self, context: C, /, *, job_id: UUID) -> RetryJobResponse:
        """POST /jobs/{job_id}/retry

        Puts a failed or cancelled job back in the queue, the same one with its attempts counted
        afresh and the same seed. Any other state answers 409 `job_not_finished`, a succeeded one
        409 `job_succeeded`. For its owner and admins.
        """
        ...

    def get_queue(self, context: C, /) -> GetQueueResponse:
        """GET /queue

        How many jobs there are in each state, which run now, whether the queue is paused, and when
        all that waits will probably be done.
        """
        ...

    def update_queue(self, context: C, /, *, body: models.QueueUpdate) -> UpdateQueueResponse:
        """PATCH /queue

        While it is paused workers take no new jobs; those in hand go on, and new ones may be asked
        for. Asking for what is so already changes nothing.
        """
        ...

    def list_workers(self, context: C, /) -> ListWorkersResponse:
        """GET /workers

        The processes that do jobs and were heard of lately: where they run, which engines they
        have, which job is in hand. All of them, without pages.
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
        archived: bool,
        limit: int,
        cursor: str | None,
    ) -> ListSetTemplatesResponse:
        """GET /set-templates

        The set templates that the caller may see, newest first; archived ones only with `archived`,
        and then alone.
        """
        ...

    def create_set_template(
        self, context: C, /, *, body: models.SetTemplateCreate
    ) -> CreateSetTemplateResponse:
        """POST /set-templates

        Makes version 1, with the rows given as JSON or CSV, or with none. Placeholders are not
        checked here: previewSetTemplate names every problem. CSV that cannot be read is refused
        (422) with a pointer such as `line/17` for each fault: `csv_not_utf8`, `csv_empty`,
        `csv_nul` (any control character), `csv_syntax`, `csv_empty_header`, `csv_duplicate_header`,
        `csv_bad_header`, `csv_ragged_row`, `csv_cell_too_long`, `csv_too_many_columns`,
        `csv_too_many_rows`; rows of JSON with more than 50 columns together are refused too (422
        `too_many_columns`).
        """
        ...

    def get_set_template(self, context: C, /, *, set_template_id: UUID) -> GetSetTemplateResponse:
        """GET /set-templates/{set_template_id}

        The current version, without its rows. An archived one is 404; listSetTemplates shows it.
        """
        ...

    def delete_set_template(
        self, context: C, /, *, set_template_id: UUID, if_match: str | None
    ) -> DeleteSetTemplateResponse:
        """DELETE /set-templates/{set_template_id}

        Archives it: it is 404 from now on except in listSetTemplates with `archived`, and cannot be
        run. Its versions, its runs and what they made stay.
        """
        ...

    def update_set_template(
        self, context: C, /, *, set_template_id: UUID, if_match: str | None, body: models.SetTemplateUpdate
    ) -> UpdateSetTemplateResponse:
        """PATCH /set-templates/{set_template_id}

        Changes what is given and leaves the rest; this makes a new version, and runs of earlier
        versions stay as they are. Changing nothing makes none.
        """
        ...

    def get_set_template_rows(
        self, context: C, /, *, set_template_id: UUID, accept: Literal["application/json", "text/csv"]
    ) -> GetSetTemplateRowsResponse:
        """GET /set-templates/{set_template_id}/rows

        All rows of the current version, as JSON or, where `Accept` prefers it, as CSV that
        replaceSetTemplateRows takes back unchanged.
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

        Puts these rows in the place of all present ones, as JSON or CSV; this makes a new version,
        with the columns that the rows have. All or nothing. CSV that cannot be read is refused
        (422) with a pointer such as `line/17` for each fault: `csv_not_utf8`, `csv_empty`,
        `csv_nul` (any control character), `csv_syntax`, `csv_empty_header`, `csv_duplicate_header`,
        `csv_bad_header`, `csv_ragged_row`, `csv_cell_too_long`, `csv_too_many_columns`,
        `csv_too_many_rows`; rows of JSON with more than 50 columns together are refused too (422
        `too_many_columns`).
        """
        ...

    def preview_set_template(
        self, context: C, /, *, set_template_id: UUID, body: models.SetPreviewRequest
    ) -> PreviewSetTemplateResponse:
        """POST /set-templates/{set_template_id}/preview

        The prompts that a run would send to the engine, and every problem that would stop it: no
        rows, a placeholder that cannot be read or names no column, a prompt that is empty or too
        long. Makes and changes nothing.
        """
        ...

    def start_set_run(
        self, context: C, /, *, set_template_id: UUID, body: models.SetRunRequest
    ) -> StartSetRunResponse:
        """POST /set-templates/{set_template_id}/runs

        Pins the current version, makes an album of the caller's and queues one job for each row,
        all in one go or not at all; album and images are private until their owner shares them. A
        set with problems (see previewSetTemplate) is refused: 422 `set_has_problems`, each in
        `errors`. What the engine cannot do is refused: 422 `engine_limits`. An archived one answers
        409 `set_template_archived`.
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

        The set runs that the caller started and those of set templates that the caller may see,
        newest first. A set template that does not exist answers an empty page.
        """
        ...

    def get_set_run(self, context: C, /, *, set_run_id: UUID) -> GetSetRunResponse:
        """GET /set-runs/{set_run_id}

        The set run with the state of each row.
        """
        ...

    def cancel_set_run(self, context: C, /, *, set_run_id: UUID) -> CancelSetRunResponse:
        """POST /set-runs/{set_run_id}/cancel

        Cancels the rows that wait at once and asks running ones to stop; what is made already
        stays. Asking again changes nothing; a finished run answers 409 `set_run_finished`. For its
        owner and admins.
        """
        ...

    def retry_set_run(self, context: C, /, *, set_run_id: UUID) -> RetrySetRunResponse:
        """POST /set-runs/{set_run_id}/retry

        Queues the failed rows again, with their seeds and their places in the album; the others are
        left alone. A run without failed rows answers 409 `nothing_to_retry`. For its owner and
        admins.
        """
        ...


class SystemApi(Protocol[C]):
    """The handlers of the tag `system`; a module with these functions implements it."""

    def get_health(self, context: C, /) -> GetHealthResponse:
        """GET /health

        Each part's state; cheap enough to be asked every few seconds, and answered even while the
        database is away. 200 also while `degraded`; 503 with the same body when not ready. Tells
        nobody more than which part ails.
        """
        ...

    def get_server(self, context: C, /) -> GetServerResponse:
        """GET /server

        Name, versions, features, limits and engines. The same for everyone; holds no path, address
        or secret.
        """
        ...

    def get_stats(self, context: C, /) -> GetStatsResponse:
        """GET /stats

        Counts by kind and state over the whole studio, and the storage used. Numbers alone: nothing
        of what the caller may not see can be told from names or ids.
        """
        ...

    def get_metrics(self, context: C, /) -> GetMetricsResponse:
        """GET /metrics

        Text for a Prometheus scraper. For admins, and for the bearer of the metrics token that the
        operator configured (`PLATEMARK_METRICS_TOKEN`), which opens nothing else.
        """
        ...

    def stream_events(self, context: C, /, *, last_event_id: str | None) -> StreamEventsResponse:
        """GET /events

        Server-sent events that never end by themselves: each a StudioEvent, in the order in which
        it happened, no more than the caller may see. Without an id to go on from, the stream begins
        now; with one it first sends what was missed, then `ready`. Where that is not all kept any
        more, it begins with `gap`. A stream ends when the caller may no longer have it, when the
        server stops, and when it is read too slowly; come back with the last id received, and
        nothing is missed or doubled. More streams than the server keeps open answer 503
        `too_many_streams`.
        """
        ...


class TrainingApi(Protocol[C]):
    """The handlers of the tag `training`; a module with these functions implements it."""

    def list_training_runs(
        self, context: C, /, *, state: list[models.State] | None, limit: int, cursor: str | None
    ) -> ListTrainingRunsResponse:
        """GET /training-runs

        All training runs of the studio, newest first. Albums that the caller may not see are left
        out of each, samples are shown to its owner and admins, settings (`parameters`) to its owner
        and editors.
        """
        ...

    def create_training_run(
        self, context: C, /, *, body: models.TrainingRunCreate
    ) -> CreateTrainingRunResponse:
        """POST /training-runs

        Pins the pictures and their captions and queues a job that learns from them; once answered
        it is never lost: a run whose worker dies goes on from its last checkpoint. What
        checkTraining finds fatal is refused: 422 `training_not_ready`, with each finding; 422
        `unknown_engine`, `engine_cannot_train`, `training_parameters` for what the engine has not.
        An album that the caller may not see answers 404 `album_not_found`.
        """
        ...

    def check_training(self, context: C, /, *, body: models.TrainingRunCreate) -> CheckTrainingResponse:
        """POST /training-runs/check

        Says what createTrainingRun would say to the same request, and what would make the result
        better: pictures, captions, sizes, the model, the disk, the engine. Changes nothing.
        """
        ...

    def get_training_run(self, context: C, /, *, training_run_id: UUID) -> GetTrainingRunResponse:
        """GET /training-runs/{training_run_id}

        Where it stands, how well it learns, how fast, and what came of it. It is `running` exactly
        while a worker has it in hand.
        """
        ...

    def delete_training_run(self, context: C, /, *, training_run_id: UUID) -> DeleteTrainingRunResponse:
        """DELETE /training-runs/{training_run_id}

        Deletes a finished run with its measurements, samples, checkpoints and log; the adapter that
        it made stays. One that waits or runs is refused: 409 `training_run_busy`. For its owner and
        admins.
        """
        ...

    def cancel_training_run(self, context: C, /, *, training_run_id: UUID) -> CancelTrainingRunResponse:
        """POST /training-runs/{training_run_id}/cancel

        One that waits is cancelled at once; one that runs is asked to stop (`cancel_requested`) and
        does so after the step in hand. It can be resumed from its last checkpoint. Asking again
        changes nothing; a finished one answers 409 `training_run_finished`. For its owner and
        admins.
        """
        ...

    def resume_training_run(self, context: C, /, *, training_run_id: UUID) -> ResumeTrainingRunResponse:
        """POST /training-runs/{training_run_id}/resume

        Queues a failed or cancelled run again; it goes on from its last checkpoint, with the same
        result as if it had never stopped. Any other answers 409 `training_run_not_stopped`. For its
        owner and admins.
        """
        ...

    def list_training_metrics(
        self, context: C, /, *, training_run_id: UUID, since_step: int | None, stride: int, limit: int
    ) -> ListTrainingMetricsResponse:
        """GET /training-runs/{training_run_id}/metrics

        The loss curve and whatever else the engine measures, by step; with `stride` every so-
        manieth measurement of each name, and the newest of each. Ask again with `since_step` for
        what is new.
        """
        ...

    def get_training_log(
        self, context: C, /, *, training_run_id: UUID, offset: int
    ) -> GetTrainingLogResponse:
        """GET /training-runs/{training_run_id}/log

        Whole lines from a byte on, at most 64 KiB of them; go on at `next_offset`. An offset within
        a line gives the next line first, one beyond the end gives nothing. For its owner and
        admins.
        """
        ...

    def get_training_sample(
        self, context: C, /, *, training_run_id: UUID, step: int
    ) -> GetTrainingSampleResponse:
        """GET /training-runs/{training_run_id}/samples/{step}

        The PNG that the run showed at this step. For its owner and admins.
        """
        ...

    def list_adapters(
        self, context: C, /, *, format: str | None, q: str | None, limit: int, cursor: str | None
    ) -> ListAdaptersResponse:
        """GET /adapters

        The adapters of the studio, newest first.
        """
        ...

    def get_adapter(self, context: C, /, *, adapter_id: UUID) -> GetAdapterResponse:
        """GET /adapters/{adapter_id}

        What it is, and what it came of.
        """
        ...

    def delete_adapter(
        self, context: C, /, *, adapter_id: UUID, if_match: str | None
    ) -> DeleteAdapterResponse:
        """DELETE /adapters/{adapter_id}

        Deletes it. Pictures that were made with it keep its name and digest. Its bytes go with the
        daily sweep of the store; a job whose turn comes later than that fails.
        """
        ...

    def update_adapter(
        self, context: C, /, *, adapter_id: UUID, if_match: str | None, body: models.AdapterUpdate
    ) -> UpdateAdapterResponse:
        """PATCH /adapters/{adapter_id}

        Changes what is given and leaves the rest; its bytes never change. A weight that its format
        has not is refused: 422 `adapter_weight_limit`.
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
            403: (Forbidden,),
            406: (NotAcceptable,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="viewer",
        security=(("sessionCookie",), ("bearerToken",)),
        idempotent_key=False,
        negotiates=False,
        response_media=("text/event-stream",),
        deprecated=False,
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
        deprecated=False,
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
            413: (ContentTooLarge,),
            415: (UnsupportedMediaType,),
            422: (Unprocessable,),
            429: (TooManyRequests,),
            500: (InternalError,),
            503: (Unavailable,),
        },
        minimum_role="public",
        security=((),),
        idempotent_key=False,
        negotiates=False,
        response_media=("application/json",),
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
            409: (Conflict,),
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
        deprecated=False,
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
            409: (Conflict,),
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        ),
        bodies={},
        responses={
            200: (GetAlbum200,),
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        ),
        bodies={},
        responses={
            200: (GetImage200,),
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
                "If-None-Match",
                "header",
                "if_none_match",
                str,
                required=False,
                default=None,
                server_side=True,
            ),
            Param("Range", "header", "range", str, required=False, default=None, server_side=True),
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
            409: (Conflict,),
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
        deprecated=False,
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
            Param("archived", "query", "archived", bool, required=False, default=False, server_side=False),
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListSetTemplates200,),
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
        deprecated=False,
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
        deprecated=False,
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
        ),
        bodies={},
        responses={
            200: (GetSetTemplate200,),
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        ),
        bodies={},
        responses={
            200: (
                GetSetTemplateRows200Json,
                GetSetTemplateRows200Csv,
            ),
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
        negotiates=True,
        response_media=("application/json", "text/csv"),
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListJobs200,),
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
            409: (Conflict,),
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
            Param("q", "query", "q", str, required=False, default=None, server_side=False),
            Param("limit", "query", "limit", int, required=False, default=50, server_side=False),
            Param("cursor", "query", "cursor", str, required=False, default=None, server_side=False),
        ),
        bodies={},
        responses={
            200: (ListAdapters200,),
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
        deprecated=False,
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
        ),
        bodies={},
        responses={
            200: (GetAdapter200,),
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        ),
        bodies={},
        responses={
            200: (GetBugReport200,),
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
            409: (Conflict,),
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
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
        deprecated=False,
        sunset=None,
    ),
}
