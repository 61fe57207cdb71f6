"""Handlers of the tag accounts: signing in, API tokens, users."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from generated import models, paths
from generated.operations import (
    ChangePassword204,
    ChangePasswordResponse,
    CreateApiToken201,
    CreateApiTokenResponse,
    CreateSignInLink201,
    CreateSignInLinkResponse,
    CreateUser201,
    CreateUserResponse,
    DeleteApiToken204,
    DeleteApiTokenResponse,
    EndOtherSessions204,
    EndOtherSessionsResponse,
    EndSession204,
    EndSessionResponse,
    GetAuthStatus200,
    GetAuthStatusResponse,
    GetUser200,
    GetUserResponse,
    ListApiTokens200,
    ListApiTokensResponse,
    ListSessions200,
    ListSessionsResponse,
    ListUsers200,
    ListUsersResponse,
    SignIn200,
    SignInResponse,
    SignOut204,
    SignOutResponse,
    UpdateUser200,
    UpdateUserResponse,
)
from handlers.wire import accounts as wire
from handlers.wire.common import page_request
from platemark.accounts import service as accounts
from platemark.etags import etag
from platemark.http.context import Context


def get_auth_status(context: Context, /) -> GetAuthStatusResponse:
    """GET /auth/status"""
    return GetAuthStatus200(
        body=wire.auth_status(context.actor, accounts.get_current_user(context.work, by=context.actor))
    )


def sign_in(context: Context, /, *, body: models.SignInRequest) -> SignInResponse:
    """POST /auth/session"""
    signed_in = accounts.sign_in(
        context.work, context.studio, wire.credentials(body), client=context.client, user_agent=context.user_agent
    )
    user = accounts.get_current_user(context.work, by=signed_in.actor)
    cookie = wire.session_cookie(signed_in, context.studio.settings)
    return SignIn200(body=wire.auth_status(signed_in.actor, user), set_cookie=cookie)


def sign_out(context: Context, /) -> SignOutResponse:
    """DELETE /auth/session"""
    accounts.sign_out(context.work, by=context.actor)
    return SignOut204(set_cookie=wire.expired_session_cookie(context.studio.settings))


def change_password(context: Context, /, *, body: models.PasswordChange) -> ChangePasswordResponse:
    """PUT /auth/password"""
    change = wire.password_change(body)
    accounts.change_password(context.work, context.studio, change, client=context.client, by=context.actor)
    return ChangePassword204()


def list_sessions(context: Context, /, *, user_id: UUID | None, limit: int, cursor: str | None) -> ListSessionsResponse:
    """GET /auth/sessions"""
    page = accounts.list_sessions(context.work, page_request(limit, cursor), user_id=user_id, by=context.actor)
    return ListSessions200(body=wire.session_page(page))


def end_other_sessions(context: Context, /) -> EndOtherSessionsResponse:
    """DELETE /auth/sessions"""
    accounts.end_other_sessions(context.work, by=context.actor)
    return EndOtherSessions204()


def end_session(context: Context, /, *, session_id: UUID) -> EndSessionResponse:
    """DELETE /auth/sessions/{session_id}"""
    accounts.end_session(context.work, session_id, by=context.actor)
    return EndSession204()


def list_api_tokens(
    context: Context, /, *, user_id: UUID | None, limit: int, cursor: str | None
) -> ListApiTokensResponse:
    """GET /auth/tokens"""
    page = accounts.list_tokens(context.work, page_request(limit, cursor), user_id=user_id, by=context.actor)
    return ListApiTokens200(body=wire.api_token_page(page))


def create_api_token(context: Context, /, *, body: models.ApiTokenCreate) -> CreateApiTokenResponse:
    """POST /auth/tokens"""
    created = accounts.create_token(context.work, wire.new_token(body), by=context.actor)
    return CreateApiToken201(body=wire.api_token_created(created), location=paths.auth_token(created.token.id))


def delete_api_token(context: Context, /, *, token_id: UUID) -> DeleteApiTokenResponse:
    """DELETE /auth/tokens/{token_id}"""
    accounts.delete_token(context.work, token_id, by=context.actor)
    return DeleteApiToken204()


def list_users(context: Context, /, *, limit: int, cursor: str | None) -> ListUsersResponse:
    """GET /users"""
    page = accounts.list_users(context.work, page_request(limit, cursor), by=context.actor)
    return ListUsers200(body=wire.user_page(page))


def create_user(context: Context, /, *, body: models.UserCreate) -> CreateUserResponse:
    """POST /users"""
    user = accounts.create_user(context.work, wire.new_user(body), by=context.actor)
    return CreateUser201(body=wire.user(user), location=paths.user(user.id), etag=etag(user.version))


def get_user(context: Context, /, *, user_id: UUID) -> GetUserResponse:
    """GET /users/{user_id}"""
    user = accounts.get_user(context.work, user_id, by=context.actor)
    return GetUser200(body=wire.user(user), etag=etag(user.version))


def update_user(
    context: Context, /, *, user_id: UUID, if_match: str | None, body: models.UserUpdate
) -> UpdateUserResponse:
    """PATCH /users/{user_id}"""
    changes = wire.user_changes(body)
    user = accounts.update_user(context.work, user_id, changes, if_match=if_match, by=context.actor)
    return UpdateUser200(body=wire.user(user), etag=etag(user.version))


def create_sign_in_link(
    context: Context, /, *, user_id: UUID, body: models.SignInLinkCreate
) -> CreateSignInLinkResponse:
    """POST /users/{user_id}/sign-in-links"""
    lifetime = timedelta(seconds=body.expires_in_seconds)
    link = accounts.create_sign_in_link(context.work, user_id, lifetime=lifetime, by=context.actor)
    return CreateSignInLink201(body=wire.sign_in_link(link), location=paths.user(user_id))
