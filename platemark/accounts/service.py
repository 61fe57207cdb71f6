"""All service functions of accounts in one place; each is implemented in the module of its noun."""

from platemark.accounts.sessions import (
    authenticate_session,
    csrf_token_matches,
    sign_in,
    sign_in_with_link,
    sign_in_with_password,
    sign_out,
)
from platemark.accounts.sign_in_links import create_first_sign_in_link, create_sign_in_link, sign_in_url
from platemark.accounts.tokens import authenticate_token, create_token, delete_token, list_tokens, record_token_use
from platemark.accounts.users import (
    create_user,
    ensure_first_admin,
    get_current_user,
    get_user_by_name,
    list_users,
    update_user,
)
from platemark.accounts.views import (
    ApiToken,
    CreatedToken,
    LinkCredentials,
    NewSession,
    NewToken,
    NewUser,
    PasswordCredentials,
    User,
    UserChanges,
)

__all__ = [
    "ApiToken",
    "CreatedToken",
    "LinkCredentials",
    "NewSession",
    "NewToken",
    "NewUser",
    "PasswordCredentials",
    "User",
    "UserChanges",
    "authenticate_session",
    "authenticate_token",
    "create_first_sign_in_link",
    "create_sign_in_link",
    "create_token",
    "create_user",
    "csrf_token_matches",
    "delete_token",
    "ensure_first_admin",
    "get_current_user",
    "get_user_by_name",
    "list_tokens",
    "list_users",
    "record_token_use",
    "sign_in",
    "sign_in_url",
    "sign_in_with_link",
    "sign_in_with_password",
    "sign_out",
    "update_user",
]
