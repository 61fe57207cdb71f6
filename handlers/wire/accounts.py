"""Accounts on the wire."""

from __future__ import annotations

from datetime import timedelta

from msgspec import UNSET

from generated import headers, models
from handlers.wire.common import next_cursor, value_or
from platemark.access import Actor, Role
from platemark.accounts import service as accounts
from platemark.paging import Page
from platemark.settings import Settings

DAY_SECONDS = 24 * 60 * 60


def auth_status(actor: Actor, own: accounts.User | None) -> models.AuthStatus:
    """Who asks in which role; ``own`` is the user behind it."""
    return models.AuthStatus(
        authenticated=own is not None,
        user=None if own is None else models.AuthUser(id=own.id, name=own.name, role=models.Role(own.role)),
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
    """Set-Cookie for a new session: out of reach of scripts, and never sent along from other sites' forms."""
    return _cookie(signed_in.cookie, settings.session_days * DAY_SECONDS, settings)


def no_cookie(settings: Settings) -> str:
    """Set-Cookie that takes the session's cookie away."""
    return _cookie("", 0, settings)


def api_token(facts: accounts.ApiToken) -> models.ApiToken:
    """A token without its secret."""
    return models.ApiToken(
        id=facts.id,
        name=facts.name,
        role=models.Role(facts.role),
        prefix=facts.prefix,
        created_at=facts.created_at,
        last_used_at=facts.last_used_at,
        expires_at=facts.expires_at,
    )


def api_token_page(page: Page[accounts.ApiToken]) -> models.ApiTokenPage:
    """A page of tokens."""
    return models.ApiTokenPage(items=[api_token(facts) for facts in page.items], next_cursor=next_cursor(page))


def api_token_created(created: accounts.CreatedToken) -> models.ApiTokenCreated:
    """A new token, with its secret this once."""
    return models.ApiTokenCreated.from_api_token(api_token(created.token), token=created.secret)


def new_token(body: models.ApiTokenCreate) -> accounts.NewToken:
    """The token to create, for the caller; without ``expires_in_seconds`` it never expires."""
    lifetime = None if body.expires_in_seconds is None else timedelta(seconds=body.expires_in_seconds)
    return accounts.NewToken(name=body.name, role=role(body.role), lifetime=lifetime)


def user(facts: accounts.User) -> models.User:
    """A user."""
    return models.User(
        id=facts.id,
        name=facts.name,
        role=models.Role(facts.role),
        disabled_at=facts.disabled_at,
        has_password=facts.has_password,
        created_at=facts.created_at,
        updated_at=facts.updated_at,
    )


def user_page(page: Page[accounts.User]) -> models.UserPage:
    """A page of users."""
    return models.UserPage(items=[user(facts) for facts in page.items], next_cursor=next_cursor(page))


def role(of: models.Role) -> Role:
    """A role, as the studio spells it."""
    return of.value


def new_user(body: models.UserCreate) -> accounts.NewUser:
    """The user to create; without a password they sign in by one-time link."""
    password = value_or(body.password, None)
    return accounts.NewUser(name=body.name, role=role(body.role), password=password)


def user_changes(body: models.UserUpdate) -> accounts.UserChanges:
    """What to change; what is absent stays."""
    return accounts.UserChanges(
        role=None if body.role is UNSET else role(body.role),
        disabled=value_or(body.disabled, None),
        password=value_or(body.password, None),
    )


def _cookie(value: str, max_age_seconds: int, settings: Settings) -> str:
    secure = "; Secure" if settings.sends_secure_cookies else ""
    return f"{headers.SESSION_COOKIE}={value}; HttpOnly; SameSite=Lax; Path=/; Max-Age={max_age_seconds}{secure}"
