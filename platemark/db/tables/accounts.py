"""Users, sessions, one-time sign-in links and API tokens. Secrets are stored only as SHA-256 digests."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from platemark.choices import ROLES, SIGN_IN_METHODS
from platemark.db.tables.base import At, Base, Id, one_of


class UserRow(Base):
    """A user. Disabled users cannot sign in; what they created stays theirs."""

    __tablename__ = "users"
    __table_args__ = (CheckConstraint(one_of("role", ROLES), name="role"),)

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(10))
    password_hash: Mapped[str | None] = mapped_column(String(200))
    disabled_at: Mapped[At | None]
    created_at: Mapped[At]
    updated_at: Mapped[At]
    version: Mapped[int] = mapped_column(default=1)


class SessionRow(Base):
    """A session of a browser: the digests of its cookie and of the CSRF token derived from the cookie."""

    __tablename__ = "sessions"
    __table_args__ = (
        CheckConstraint(one_of("started_with", SIGN_IN_METHODS), name="started_with"),
        Index("ix_sessions_user_id_id", "user_id", "id"),
    )

    id: Mapped[Id]
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    csrf_digest: Mapped[str] = mapped_column(String(64), unique=True)
    started_with: Mapped[str] = mapped_column(String(8))
    user_agent: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[At]
    last_used_at: Mapped[At]
    expires_at: Mapped[At] = mapped_column(index=True)


class SignInLinkRow(Base):
    """A link that signs a user in once."""

    __tablename__ = "sign_in_links"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[At]
    expires_at: Mapped[At]
    used_at: Mapped[At | None]


class ApiTokenRow(Base):
    """A bearer token, limited to a role. ``prefix`` is the part of it that is shown again.

    ``parent_id`` is the token with which it was created; it ends with that.
    """

    __tablename__ = "api_tokens"
    __table_args__ = (CheckConstraint(one_of("role", ROLES), name="role"),)

    id: Mapped[Id]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("api_tokens.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(100))
    role: Mapped[str] = mapped_column(String(10))
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    prefix: Mapped[str] = mapped_column(String(12))
    created_at: Mapped[At]
    last_used_at: Mapped[At | None]
    expires_at: Mapped[At | None]


class SignInAttemptRow(Base):
    """A failed or pending sign-in; ``key`` is the digest of the name that was tried or of the client's address."""

    __tablename__ = "sign_in_attempts"
    __table_args__ = (Index("ix_sign_in_attempts_key_at", "key", "at"),)

    id: Mapped[Id]
    key: Mapped[str] = mapped_column(String(64))
    at: Mapped[At] = mapped_column(index=True)


class IdempotencyRow(Base):
    """The response to a request with an Idempotency-Key, to be sent again for the same key."""

    __tablename__ = "idempotency_keys"

    actor: Mapped[str] = mapped_column(String(64), primary_key=True)
    operation_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    key: Mapped[str] = mapped_column(String(128), primary_key=True)
    request_digest: Mapped[str] = mapped_column(String(64))
    status: Mapped[int]
    media_type: Mapped[str | None] = mapped_column(String(100))
    headers: Mapped[str] = mapped_column(Text)
    body: Mapped[bytes | None]
    created_at: Mapped[At] = mapped_column(index=True)
