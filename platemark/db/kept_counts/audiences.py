"""Which kept counts add up to what a caller sees."""

from __future__ import annotations

from sqlalchemy import ColumnElement, String, cast

from platemark.access import ME, Viewpoint


def counted_for(by: Viewpoint, audience: ColumnElement[str]) -> ColumnElement[bool]:
    """The condition on the column ``audience`` for the counts that the caller's number is the sum of."""
    if by.is_admin:
        return audience.in_(("public", "shared", "private"))
    if by.role is None:
        return audience == "public"
    return audience.in_(("public", "shared", cast(ME, String(36))))
