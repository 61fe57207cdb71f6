"""The verbs of accounts, in one place; each is written in the module of its noun."""

from platemark.accounts.sessions import (
    LinkProof,
    PasswordProof,
    SignedIn,
    authenticate_session,
    csrf_token_matches,
    sign_in,
    sign_in_link,
    sign_in_password,
    sign_out,
)
from platemark.accounts.sign_in_links import create_link, first_start, link_address
from platemark.accounts.tokens import (
    ApiToken,
    CreatedToken,
    authenticate_token,
    create_token,
    delete_token,
    list_tokens,
    note_token_use,
)
from platemark.accounts.users import (
    User,
    UserChanges,
    create_user,
    first_admin,
    get_own,
    get_user_by_name,
    list_users,
    update_user,
)

__all__ = [
    "ApiToken",
    "CreatedToken",
    "LinkProof",
    "PasswordProof",
    "SignedIn",
    "User",
    "UserChanges",
    "authenticate_session",
    "authenticate_token",
    "create_link",
    "create_token",
    "create_user",
    "csrf_token_matches",
    "delete_token",
    "first_admin",
    "first_start",
    "get_own",
    "get_user_by_name",
    "link_address",
    "list_tokens",
    "list_users",
    "note_token_use",
    "sign_in",
    "sign_in_link",
    "sign_in_password",
    "sign_out",
    "update_user",
]
