"""Accounts on the wire: views become models of the contract, request bodies become what the service takes."""

from __future__ import annotations

from datetime import timedelta

from msgspec import UNSET

from generated import headers, models
from handlers.wire.common import next_cursor, value_or
from platemark.access import Actor, Role
from platemark.accounts import service as accounts
from platemark.paging import Page
from platemark.settings import Settings
from platemark.stored_rows import read_all

DAY_SECONDS = 24 * 60 * 60


def auth_status(actor: Actor, user: accounts.User | None) -> models.AuthStatus:
    """Who the caller is, and in which role; ``user`` is their account, None if they are not signed in."""
    return models.AuthStatus(
        authenticated=user is not None,
        user=None if user is None else models.AuthUser(id=user.id, name=user.name, role=models.Role(user.role)),
        role=None if actor.role is None else models.Role(actor.role),
        csrf_token=actor.csrf_token,
        method=None if actor.method is None else models.AuthMethod(actor.method),
    )


def credentials(body: models.SignInRequest) -> accounts.PasswordCredentials | accounts.LinkCredentials:
    """The credentials of a sign-in: name and password, or the secret of a one-time link."""
    if isinstance(body, models.PasswordSignIn):
        return accounts.PasswordCredentials(body.name, body.password)
    return accounts.LinkCredentials(body.token)


def session_cookie(signed_in: accounts.NewSession, settings: Settings) -> str:
    """The Set-Cookie of a new session: scripts cannot read it, and forms of other sites do not send it."""
    return _cookie(signed_in.cookie, settings.session_days * DAY_SECONDS, settings)


def expired_session_cookie(settings: Settings) -> str:
    """The Set-Cookie that deletes the session cookie."""
    return _cookie("", 0, settings)


def api_token(view: accounts.ApiToken) -> models.ApiToken:
    """An API token without its secret."""
    return models.ApiToken(
        id=view.id,
        name=view.name,
        role=models.Role(view.role),
        prefix=view.prefix,
        user_id=view.user_id,
        created_at=view.created_at,
        last_used_at=view.last_used_at,
        expires_at=view.expires_at,
    )


def api_token_page(page: Page[accounts.ApiToken]) -> models.ApiTokenPage:
    """A page of API tokens."""
    return models.ApiTokenPage(items=read_all(api_token, page.items), next_cursor=next_cursor(page))


def api_token_created(created: accounts.CreatedToken) -> models.ApiTokenCreated:
    """A new API token with its secret, which is shown only once."""
    return models.ApiTokenCreated.from_api_token(api_token(created.token), token=created.secret)


def new_token(body: models.ApiTokenCreate) -> accounts.NewToken:
    """The token to create, for the caller; without ``expires_in_seconds`` it never expires."""
    lifetime = None if body.expires_in_seconds is None else timedelta(seconds=body.expires_in_seconds)
    return accounts.NewToken(name=body.name, role=role(body.role), lifetime=lifetime)


def password_change(body: models.PasswordChange) -> accounts.PasswordChange:
    """The caller's new password."""
    return accounts.PasswordChange(
        new_password=body.new_password,
        current_password=value_or(body.current_password, None),
        keep_api_tokens=body.keep_api_tokens,
    )


def session(view: accounts.Session) -> models.Session:
    """A session without its secrets."""
    return models.Session(
        id=view.id,
        user_id=view.user_id,
        started_with=models.SignInMethod(view.started_with),
        user_agent=view.user_agent,
        is_current=view.is_current,
        created_at=view.created_at,
        last_used_at=view.last_used_at,
        expires_at=view.expires_at,
    )


def session_page(page: Page[accounts.Session]) -> models.SessionPage:
    """A page of sessions."""
    return models.SessionPage(items=read_all(session, page.items), next_cursor=next_cursor(page))


def sign_in_link(link: accounts.SignInLink) -> models.SignInLink:
    """A new sign-in link with its secret, which is shown only once."""
    return models.SignInLink(user_id=link.user_id, token=link.secret, expires_at=link.expires_at)


def user(view: accounts.User) -> models.User:
    """A user."""
    return models.User(
        id=view.id,
        name=view.name,
        role=models.Role(view.role),
        disabled_at=view.disabled_at,
        has_password=view.has_password,
        created_at=view.created_at,
        updated_at=view.updated_at,
    )


def user_page(page: Page[accounts.User]) -> models.UserPage:
    """A page of users."""
    return models.UserPage(items=read_all(user, page.items), next_cursor=next_cursor(page))


def role(model: models.Role) -> Role:
    """The role as the access rules name it."""
    return model.value


def new_user(body: models.UserCreate) -> accounts.NewUser:
    """The user to create; without a password they sign in by one-time link."""
    password = value_or(body.password, None)
    return accounts.NewUser(name=body.name, role=role(body.role), password=password)


def user_changes(body: models.UserUpdate) -> accounts.UserChanges:
    """The changes of a user; fields that are absent stay as they are."""
    return accounts.UserChanges(
        role=None if body.role is UNSET else role(body.role),
        disabled=value_or(body.disabled, None),
        password=value_or(body.password, None),
        keep_api_tokens=body.keep_api_tokens,
    )


def _cookie(value: str, max_age_seconds: int, settings: Settings) -> str:
    secure = "; Secure" if settings.sends_secure_cookies else ""
    return f"{headers.SESSION_COOKIE}={value}; HttpOnly; SameSite=Lax; Path=/; Max-Age={max_age_seconds}{secure}"
