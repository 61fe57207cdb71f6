"""What Prism says against the server, or does not see, and why that is no fault of the server or of the contract.

The list is strict: a remark that no argument answers fails `make referees`, and so does an argument without a remark.
"""

from __future__ import annotations

from tests.referees.remarks import Argument

FREE_JSON = r"(report\.)?(app_state\..*|recent_logs\.N\.data(\..*)?|network_events\.N\.(request|response)_body(\..*)?)"
PUBLIC = "get(Album|AuthStatus|Health|Image|ImageFile|ImageThumbnail|Server)|list(AlbumImages|Albums|Images|Labels)"
LONE_SURROGATE = "It parses JSON with JavaScript, whose strings may hold half a surrogate pair; UTF-8 has none."

ARGUMENTS = [
    Argument(
        r"answer streamEvents 200: response\.body: Response body must be object",
        "OpenAPI 3.1 has no words for the items of a stream (3.2 has `itemSchema`): the schema describes one message, "
        "as its description says. Prism holds the text of the whole stream against it.",
    ),
    Argument(
        r"accepted HEAD (200|304): request: Selected route not found",
        "HTTP has HEAD wherever it has GET; a contract that declared it would repeat every GET.",
    ),
    Argument(
        r"accepted OPTIONS 200: request: Selected route not found",
        "A preflight of a browser is no operation, and only sent where other origins are allowed.",
    ),
    Argument(
        r"accepted GET 200: request\.path: Request path must have required property 'album_id'",
        "A segment of a path may be written with escapes; it compares the text of segments that are no parameters.",
    ),
    Argument(
        r"accepted listJobs 200: request: Invalid security scheme used",
        "The names of authentication schemes ignore case; it knows the two usual spellings.",
    ),
    Argument(
        r"accepted createAdapter 201: request\.body\.trigger_words: Request body property trigger_words must be array",
        "Parts of a form with the same name are the items of an array; it sees the last.",
    ),
    Argument(
        r"refused \w+ 400: does_not_fit type",
        "It converts the text of a parameter as JavaScript does: ' 7', '7.0' and nothing at all are integers to it.",
    ),
    Argument(r"refused \w+ 400: does_not_fit unknown_parameter", "It looks at no parameter that is not declared."),
    Argument(r"refused createAlbum 400: does_not_fit repeated", "Of a field that is given twice it sees the last."),
    Argument(r"refused createAlbum 400: not_json", LONE_SURROGATE),
    Argument(r"refused createBugReport 400: not_json", LONE_SURROGATE),
    Argument(
        r"refused createJob 400: does_not_fit unique_items",
        "The same id in small and in capital letters is two texts; the server compares ids.",
    ),
    Argument(r"refused listAlbums 400: bad_request", "It replaces what is not UTF-8 in a query."),
    Argument(
        r"refused createImage 400: does_not_fit part required", "It takes a field with the name of a file for it."
    ),
    Argument(r"refused createImage 400: does_not_fit repeated", "Of a part that is given twice it sees the last."),
    Argument(
        r"refused createImage 400: not_a_form (incomplete|not_utf8)",
        "It reads what it can of a form: without its end, or with bytes that are no text.",
    ),
    Argument(
        r'stopped \w+ 4\d\d: 400 \{"error":\{"code":"invalid_json",.*',
        "It refuses what is not JSON before it validates. The server refused all of it, some before its end.",
    ),
    Argument(
        r'stopped createAlbum 400: 500 .*"Maximum call stack size exceeded".*',
        "Thousands of nested lists are too many for it. The server refused them.",
    ),
    Argument(
        r"stopped createImage 400: ended",
        "A part without a name ends its process. The server refused the form.",
    ),
    Argument(
        r'stopped createImage 413: 413 .*"request_entity_too_large".*',
        "It takes 10 MB, and this is an upload of more than the server takes.",
    ),
    Argument(r"stopped getAuthStatus 200: 431", "Node takes 16 kB of headers, the server 64."),
    Argument(
        rf"unnoticed \w+ \d+ (answer|request) body\.{FREE_JSON}",
        "Free JSON of a bug report: any value fits.",
    ),
    Argument(
        rf"unnoticed ({PUBLIC}) \d+ request credentials",
        "These operations are public: they answer without credentials.",
    ),
]
