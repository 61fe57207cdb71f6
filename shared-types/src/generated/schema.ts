// Generated from spec/ by `python -m codegen`. DO NOT EDIT.
type AnyJson = null | boolean | number | string | AnyJson[] | { [key: string]: AnyJson };

declare enum Unknown { Word = "?", OtherWord = "??" }

export type paths = {
    "/adapters": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List adapters
         * @description The adapters that the caller may see, newest first.
         */
        get: operations["listAdapters"];
        put?: never;
        /**
         * Upload an adapter
         * @description Registers a LoRA; the whole form may have 1 GiB, or as much as the studio allows. A file that is not a complete LoRA as safetensors is refused (422 `not_a_lora`); nothing in it is executed. If an adapter with the same bytes is registered already, the response is that adapter (200), and nothing changes.
         */
        post: operations["createAdapter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/adapters/{adapter_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The adapter. */
                adapter_id: components["parameters"]["AdapterId"];
            };
            cookie?: never;
        };
        /**
         * Get an adapter
         * @description The adapter and where it comes from.
         */
        get: operations["getAdapter"];
        put?: never;
        post?: never;
        /**
         * Delete an adapter
         * @description Deletes the adapter. Images that were generated with it keep its name and digest. Its file is deleted by the daily cleanup of the blob store; a queued job that starts after that fails.
         */
        delete: operations["deleteAdapter"];
        options?: never;
        head?: never;
        /**
         * Change an adapter
         * @description Changes the given fields and leaves the others unchanged; the file never changes. A weight outside the limits of the format is refused: 422 `adapter_weight_limit`. Only the owner and admins change `visibility` (403 `not_the_owner`).
         */
        patch: operations["updateAdapter"];
        trace?: never;
    };
    "/adapters/{adapter_id}/file": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The adapter. */
                adapter_id: components["parameters"]["AdapterId"];
            };
            cookie?: never;
        };
        /**
         * Download an adapter
         * @description The file of the adapter: a LoRA as safetensors, a style plate in the format of the press. It never changes and may be cached forever.
         */
        get: operations["getAdapterFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/adapters/{adapter_id}/preview": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The adapter. */
                adapter_id: components["parameters"]["AdapterId"];
            };
            cookie?: never;
        };
        /**
         * Download an adapter's preview
         * @description A picture of what the adapter does, as WebP whose longer side has at most 512 pixels: the one that stood beside the file that was registered, or the last one of replaceAdapterPreview. It may be replaced: a copy is asked for again with its `ETag`. An adapter without one gives 404 `adapter_preview_not_found`.
         */
        get: operations["getAdapterPreview"];
        /**
         * Replace an adapter's preview
         * @description Gives the adapter this picture as its preview, in the place of the one that it has, if any. It is stored upright, in sRGB and without metadata, as WebP whose longer side has at most 512 pixels; of an animation, its first frame. A file that is not a PNG, JPEG, WebP or AVIF, or is damaged, is refused (422 `not_an_image`), as is one with more pixels than `limits` of getServer allows (422 `image_too_large`). The same picture again changes nothing.
         */
        put: operations["replaceAdapterPreview"];
        post?: never;
        /**
         * Delete an adapter's preview
         * @description Leaves the adapter without a preview. One that has none gives 404 `adapter_preview_not_found`.
         */
        delete: operations["deleteAdapterPreview"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/albums": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List albums
         * @description The albums that the caller may see, newest first unless `sort` says otherwise. `image_count` and the cover take only images into account that the caller may see, so that private images are not revealed.
         */
        get: operations["listAlbums"];
        put?: never;
        /**
         * Create an album
         * @description Creates an empty album that the caller owns. Names need not be unique and are never used as file names.
         */
        post: operations["createAlbum"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/albums/{album_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The album. */
                album_id: components["parameters"]["AlbumId"];
            };
            cookie?: never;
        };
        /**
         * Get an album
         * @description The album with its set template, its cover and its first 50 images in album order; `images_next_cursor` leads to the rest. Images that the caller may not see are neither listed nor counted. Prompts are hidden from callers who may not read them.
         */
        get: operations["getAlbum"];
        put?: never;
        post?: never;
        /**
         * Delete an album
         * @description Deletes the album and keeps its images. A set run that is still adding images to it continues; its further images belong to no album. For its owner and admins.
         */
        delete: operations["deleteAlbum"];
        options?: never;
        head?: never;
        /**
         * Change an album
         * @description Changes the given fields and leaves the others unchanged. A cover that is not an image of this album gives 404 `image_not_found`. Making an album public does not make its images public. Editors change the albums that they see; only the owner and admins change `visibility` (403 `not_the_owner`).
         */
        patch: operations["updateAlbum"];
        trace?: never;
    };
    "/albums/{album_id}/export": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The album. */
                album_id: components["parameters"]["AlbumId"];
            };
            cookie?: never;
        };
        /**
         * Export an album
         * @description The album as a ZIP file: its pictures as they are stored, in order, and of each its fields, its provenance and its labels as JSON, and its caption as text; the set template with its rows, if the album was drawn from its current version; and a manifest with the digest of each file. Everything is as the caller may see it: pictures that they may not see are left out, and prompts are null unless they may read them. The file is made while it is sent, so that its size is not known before, and a part of it cannot be requested; if the response breaks off, a picture was missing or damaged. `platemark verify` checks the file.
         */
        get: operations["exportAlbum"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/albums/{album_id}/images": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The album. */
                album_id: components["parameters"]["AlbumId"];
            };
            cookie?: never;
        };
        /**
         * List an album's images
         * @description The images of the album that the caller may see, in album order, each with its position.
         */
        get: operations["listAlbumImages"];
        put?: never;
        /**
         * Add images to an album
         * @description Appends the images to the album in the given order; images that are already in the album keep their position. Either all images are added or none: an image that does not exist, that the caller may not see or that is in the trash gives 404 `image_not_found` with a pointer to each.
         */
        post: operations["addAlbumImages"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Move images within an album
         * @description Moves the images, in the given order, before another image or to the end. Either all images are moved or none: an image that is not in the album gives 404 `image_not_found` with a pointer to each. Images cannot be moved before one of themselves (422 `move_before_itself`).
         */
        patch: operations["moveAlbumImages"];
        trace?: never;
    };
    "/albums/{album_id}/images/{image_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The album. */
                album_id: components["parameters"]["AlbumId"];
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove an image from an album
         * @description Removes the image from the album and keeps the image. An image that is not in the album gives 404 `image_not_found`.
         */
        delete: operations["removeAlbumImage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/albums/{album_id}/label-stats": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The album. */
                album_id: components["parameters"]["AlbumId"];
            };
            cookie?: never;
        };
        /**
         * Get statistics of an album's labels
         * @description How many images have captions and tags, the most frequent labels, and whether the album is ready for training: it needs at least five images, each with a caption. Only images that the caller may see are counted.
         */
        get: operations["getAlbumLabelStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change one's own password
         * @description Replaces the caller's password. The present one has to be given (403 `password_wrong`), unless there is none or a one-time link started this session less than an hour ago. The user's other sessions and unused links end, and so do their API tokens, unless `keep_api_tokens` is true. Wrong passwords count like failed sign-ins (429 `too_many_attempts`). An API token cannot change a password (403 `session_required`).
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/session": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description Starts a session with a password or a one-time link and sets its cookie. A wrong name, a wrong password and a disabled user give the same response (401 `sign_in_failed`), and so does a link that was used or has expired. After too many wrong passwords for a name or from an address, further passwords get 429 with `Retry-After`; links do not. Requests from a page of another origin are refused (403 `cross_origin`).
         */
        post: operations["signIn"];
        /**
         * Sign out
         * @description Ends the session immediately and deletes its cookie. With an API token there is no session to end and nothing happens; use deleteApiToken to revoke a token.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List sessions
         * @description Where the caller is signed in, newest first. Admins can list the sessions of another user, with `user_id`; for others, and for a user who does not exist, the page is empty.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /**
         * Sign out everywhere else
         * @description Ends all sessions of the caller but that of the request, immediately. With an API token all end; one that acts with a lower role than its user ends none (403 `session_required`).
         */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The session. */
                session_id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a session
         * @description Ends the session immediately. Callers can end their own sessions, admins everyone's; any other id gives 404. An API token that acts with a lower role than the session's user ends none (403 `session_required`).
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/status": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get the current user
         * @description The signed-in user, their role, and the CSRF token that a session needs for writes. Anyone may call this; without credentials the response says that nobody is signed in.
         */
        get: operations["getAuthStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/tokens": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List API tokens
         * @description The caller's own API tokens, newest first, without their secrets. Admins can list those of another user, with `user_id`; for others that is 403 `role_too_low`. A user who does not exist gives an empty page.
         */
        get: operations["listApiTokens"];
        put?: never;
        /**
         * Create an API token
         * @description Creates a token with the permissions of the caller, limited to the given role, and returns its secret. The secret is shown only once. A role above the caller's is refused (403 `role_too_high`). A token that is created with a token ends with that: it is revoked with it, and cannot expire later (403 `lifetime_too_long`). The server stores only a digest of the token and cannot repeat the response: a second request with the same `Idempotency-Key` creates nothing and is refused (409 `answer_not_kept`).
         */
        post: operations["createApiToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The API token. */
                token_id: components["parameters"]["TokenId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API token
         * @description Revokes the token immediately, and those that were created with it. Callers can revoke their own tokens, admins everyone's; any other id gives 404. A token cannot revoke one with a higher role (403 `role_too_low`).
         */
        delete: operations["deleteApiToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bug-reports": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List bug reports
         * @description All bug reports, newest first. Reports of the same fault have the same `fingerprint`. With `grouped`, only the first report of each fault is listed, and `duplicate_count` is the number of its duplicates.
         */
        get: operations["listBugReports"];
        put?: never;
        /**
         * Report a bug
         * @description Stores the report after removing whatever looks like a secret: headers with credentials, and passwords, tokens and keys by their names and by their patterns, in bodies, URLs, logs and all other fields. The receipt counts what was removed. Only the pixels of the screenshot are stored. A report of a fault that an open report already describes is marked as its duplicate. JSON with more than 32 levels of nesting is refused (422 `nested_too_deep`), as is a screenshot that cannot be read (422, the code says why). A user who has sent in as many reports within an hour as the studio takes gets 429 `too_many_reports`.
         */
        post: operations["createBugReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bug-reports/{bug_report_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The bug report. */
                bug_report_id: components["parameters"]["BugReportId"];
            };
            cookie?: never;
        };
        /**
         * Get a bug report
         * @description The report with its history, and the jobs with the same trace id. Secrets that were removed are not stored anywhere.
         */
        get: operations["getBugReport"];
        put?: never;
        post?: never;
        /**
         * Delete a bug report
         * @description Deletes the report with its history. The oldest of its duplicates becomes the original of the others. The file of its screenshot is deleted within two days.
         */
        delete: operations["deleteBugReport"];
        options?: never;
        head?: never;
        /**
         * Change a bug report
         * @description Changes the given fields and leaves the others unchanged; each change is recorded in the history. Secrets are removed from the notes, too. `duplicate_of` may name any other report; duplicates of a duplicate become duplicates of the original. A report that does not exist gives 404 `bug_report_not_found` with a pointer to it, the report itself 422 `duplicate_of_itself`.
         */
        patch: operations["updateBugReport"];
        trace?: never;
    };
    "/bug-reports/{bug_report_id}/export": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The bug report. */
                bug_report_id: components["parameters"]["BugReportId"];
            };
            cookie?: never;
        };
        /**
         * Export a bug report
         * @description One JSON document with the report, the jobs with the same trace id, and the screenshot as a data URL, to be passed on to a developer. It contains the same data as getBugReport and the screenshot, so no secrets that were removed.
         */
        get: operations["exportBugReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bug-reports/{bug_report_id}/screenshot": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The bug report. */
                bug_report_id: components["parameters"]["BugReportId"];
            };
            cookie?: never;
        };
        /**
         * Download the screenshot of a bug report
         * @description The screenshot, without metadata. A report without one gives 404 `screenshot_not_found`. A single byte range may be requested.
         */
        get: operations["getBugReportScreenshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bug-reports/purge": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete old bug reports
         * @description Deletes the reports that are older than the given number of days, whatever their status, and lists them. With `dry_run` nothing is deleted, and the response lists what would be. Without `older_than_days` the configured retention applies, which the studio also enforces daily; if it is 0, reports are kept forever and nothing is deleted.
         */
        post: operations["purgeBugReports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Stream events
         * @description Server-sent events: each is a StudioEvent, in the order in which it happened, limited to what the caller may see. Without an id the stream starts with the next event; with an id it first sends the events after that id, then `ready`. If some of those events are no longer stored, it starts with `gap`. The server ends a stream when the caller loses access, when it shuts down, and when the client reads too slowly. Reconnect with the id of the last event received: no event is missed or sent twice. If the caller has too many open streams, the response is 429 `too_many_streams`; if the server has, 503 `all_streams_in_use`.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get the health of the studio
         * @description The state of each part. Cheap enough for a probe every few seconds, and answered even while the database is unavailable. The status is 200 if the studio is ready, also while it is `degraded`; otherwise 503 with the same kind of body. The response reveals nothing except which part has a problem.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List images
         * @description The images that the caller may see and that match all filters, newest first unless `sort` says otherwise. Images in the trash are listed only with `trashed`, and only those of the caller (for an admin, all). `q` must be a part of the title, of a label, or of a prompt that the caller may read. An album that the caller may not see gives an empty page. `rating_min` and `starred` are about the caller's own marks, so that visitors find none with them. `engine`, `model`, `adapter_id` and `seed` are those of the provenance: they find only images whose provenance the caller may read, so that viewers find their own with them, and visitors none.
         */
        get: operations["listImages"];
        put?: never;
        /**
         * Upload an image
         * @description Stores an image. Its type is determined from its bytes, not from its name; an AVIF is stored as PNG. A file that is not a PNG, JPEG, WebP or AVIF, or is damaged, is refused (422 `not_an_image`), as are an animated image (422 `image_animated`) and one with more pixels than `limits` of getServer allows (422 `image_too_large`). An album that does not exist or that the caller may not see gives 404 `album_not_found`. If the caller already has an image with the same bytes, the response is that image (200): nothing is created or changed, except that it is added to the album, and restored if it is in the trash.
         */
        post: operations["createImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images/{image_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        /**
         * Get an image
         * @description The image with its provenance, its newest labels and its albums, as far as the caller may see them. `prompt` and `provenance` are null unless the caller is the owner or an editor. An image in the trash gives 404.
         */
        get: operations["getImage"];
        put?: never;
        post?: never;
        /**
         * Move an image to the trash
         * @description Moves the image to its owner's trash, from where restoreImage restores it. Meanwhile it appears in no list and no album and gives 404 elsewhere. Its bytes are kept until purgeImage or purgeTrash deletes it for good, which the studio also does by itself after some time (`PLATEMARK_TRASH_DAYS`). For its owner and admins.
         */
        delete: operations["deleteImage"];
        options?: never;
        head?: never;
        /**
         * Change an image
         * @description Changes the given fields and leaves the others unchanged; the bytes never change. Editors change the images that they see; only the owner and admins change `visibility` (403 `not_the_owner`).
         */
        patch: operations["updateImage"];
        trace?: never;
    };
    "/images/{image_id}/file": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        /**
         * Download an image
         * @description The bytes of the image as generated or uploaded, without metadata, for everyone who may see the image. They never change and may be cached forever; the `ETag` is their digest. A single byte range may be requested.
         */
        get: operations["getImageFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images/{image_id}/labels": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        /**
         * List an image's labels
         * @description All labels of the image, written by people or by engines, newest first, for everyone who may see the image.
         */
        get: operations["listLabels"];
        put?: never;
        /**
         * Add a label to an image
         * @description Adds a caption or a tag. A tag that the image already has is refused (409 `label_exists`).
         */
        post: operations["createLabel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images/{image_id}/mark": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rate or star an image
         * @description Changes the caller's own rating and star of an image that they see, and leaves what is not given unchanged. They are `rating` and `starred` of the image for the caller alone: nothing changes for others, and neither `updated_at` nor the version of the image does. A change causes the event `image.marked`, which only the caller receives. An image in the trash gives 404.
         */
        patch: operations["markImage"];
        trace?: never;
    };
    "/images/{image_id}/reproduce": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reproduce an image
         * @description Queues a job that generates this image again from its provenance: engine, prompt, seed, size, and adapters by digest. `exact` says whether the result should have the same bytes, `reasons` why not. An image that cannot be reproduced is refused: 422 `not_reproducible` (an upload, or an import with too little information), `adapter_gone`, and the errors of createJob. The new image is private and belongs to the caller.
         */
        post: operations["reproduceImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images/{image_id}/restore": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore an image from the trash
         * @description Restores the image to its previous positions in its albums. For an image that is not in the trash nothing changes and the response is the image. For its owner and admins.
         */
        post: operations["restoreImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images/{image_id}/thumbnail": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        /**
         * Download an image's thumbnail
         * @description A WebP version of the image, upright and never enlarged, whose longer side has at most `size` pixels, for everyone who may see the image. It never changes and may be cached forever. The sizes above 320 are made when they are first asked for, and kept.
         */
        get: operations["getImageThumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images/bulk": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many images
         * @description Makes the same changes to many images, to all of them or to none. They are named by `ids`, or by the filters of listImages; a filter that more than 1000 images match is refused (422 `too_many_images`). If any image cannot be changed, none is (422 `images_not_changeable`), and `errors` says why, for the first 100: `image_not_found`, `image_trashed` for one in the trash, which is only restored, or `not_the_owner` where only the owner and admins may. `rating` and `starred` are the caller's own. An image that is as asked for already counts as unchanged. Each image that changes causes the event that the single operation would. With `dry_run` nothing is changed, and the response says what would be. An album that does not exist or that the caller may not see gives 404 `album_not_found`.
         */
        post: operations["bulkUpdateImages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/import-sources": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the sources of imports
         * @description The names of the folders that the operator configured (`PLATEMARK_IMPORT_ROOTS`). No other folder can be read through the API.
         */
        get: operations["listImportSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List imports
         * @description All imports, newest first, with the results of their plans.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Plan an import
         * @description Scans the folder, or the file of an exported album, and compares it with the studio; getImport returns the result once the import is `planned`. Nothing is imported, and the source is not changed. A source that is not configured or does not exist is refused: 422 `import_source_unknown`.
         */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The import. */
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        /**
         * Get an import
         * @description The results of the plan, the progress, and the discrepancies that were found.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{import_id}/apply": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The import. */
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply an import
         * @description Imports the new and changed items one by one. Applying resumes after a crash; applying again imports what is missing and creates no duplicates. Files are copied, never moved; the source is not changed. `digest` must be that of the plan; another digest, or a plan that is outdated because another import of the same kind was applied, is refused (409 `import_stale`). Other conflicts: 409 `import_busy` while another phase is queued or running, `import_not_planned`, `import_undone`, and `import_source_gone` if the folder is no longer a configured source.
         */
        post: operations["applyImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{import_id}/cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The import. */
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a phase of an import
         * @description Cancels a queued phase immediately, and a running one after its current items. What is done is kept, and the phase can be started again. Repeating the request changes nothing; if no phase is queued or running, the response is 409 `import_not_busy`.
         */
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{import_id}/items": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The import. */
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        /**
         * List an import's items
         * @description The items of the plan in their order, one for each folder, image or set, with their outcomes. As CSV if `Accept` prefers it: up to 5000 lines regardless of `limit`, each with the cursor that continues after it.
         */
        get: operations["listImportItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{import_id}/undo": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The import. */
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo an import
         * @description Removes what the import created, except what was changed since: that is kept and listed as items in the state `kept`. An apply that was interrupted can be undone, too. 409 `import_not_applied`, `import_undone`, `import_busy`. With `dry_run` nothing is changed, and the response lists what would be removed and what would be kept.
         */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{import_id}/verify": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The import. */
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify an import
         * @description Reads everything again that the import created, in the database, in the blob store and in the source; `discrepancies` lists what is missing, corrupt, orphaned or changed since. Changes nothing. 409 `import_not_applied`, `import_busy`.
         */
        post: operations["verifyImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs
         * @description The jobs of the studio, newest first unless `sort` says otherwise, with the number of jobs in each state; jobs of a set run that the caller may not see are neither listed nor counted. In the jobs of others, `request` is null unless the caller is an editor who sees everything that the job touches. Images that the caller may not see are left out. A set run that does not exist gives an empty page.
         */
        get: operations["listJobs"];
        put?: never;
        /**
         * Create a job
         * @description Stores the job and returns a receipt immediately. A job that was accepted is never lost, even if the server or a worker crashes. A request that the engine cannot serve is refused, not adapted: 422 `unknown_engine`, `engine_unavailable`, `unknown_model`, `engine_limits` or `engine_cannot_caption`. An album or an image that does not exist or that the caller may not see gives 404 `album_not_found` or `image_not_found`. An album without images cannot be captioned (422 `nothing_to_caption`), nor can one with more than 5000 (422 `too_many_images`). While the disk of the images is full, there is no new job (503 `storage_full`); queued jobs wait and keep their attempts.
         */
        post: operations["createJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The job. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /**
         * Get a job
         * @description The state of the job, its request and its results. `request` is null unless the caller owns the job, is an admin, or is an editor who sees everything that the job touches. A job of a set run that the caller may not see gives 404.
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a queued job's priority
         * @description Changes the priority of a queued job; in any other state the response is 409 `job_not_queued`. For its owner and admins.
         */
        patch: operations["updateJob"];
        trace?: never;
    };
    "/jobs/{job_id}/cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The job. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a job
         * @description Cancels a queued job immediately. A running job is asked to stop (`cancel_requested`) and is cancelled at its next step; the worker continues with other jobs. Repeating the request changes nothing; a finished job gives 409 `job_finished`. For its owner and admins.
         */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job_id}/preview": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The job. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /**
         * Look at the unfinished image of a job
         * @description The newest picture of what a running job generates, as WebP whose longer side has at most 512 pixels. Each replaces the one before, and is announced by the event `job.preview`. For those who may read the job's request. There is none before the first, of engines that show none, and as soon as the job no longer runs: 404 `job_preview_not_found`.
         */
        get: operations["getJobPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job_id}/retry": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The job. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a job
         * @description Queues a failed or cancelled job again: the same job with the same seed, its attempts counted from zero. A job in another state gives 409 `job_not_finished`, a succeeded one 409 `job_succeeded`. For its owner and admins.
         */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel many jobs
         * @description Cancels the unfinished jobs that match, in one step, as `cancelJob` does each: queued jobs immediately; running jobs are asked to stop, unless `queued_only` leaves them alone. At most 5000, those first that would run first; `more` says whether others match. With `dry_run` nothing is changed, and the response says what would be. The caller's own jobs by default; those of another user or of everyone are for admins (403 `role_too_low`). A user or a set run that does not exist has no jobs. A set run whose last unfinished rows are cancelled is `cancelled`, or `failed` if a row has failed, as after `cancelJob`.
         */
        post: operations["cancelJobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/labels/{label_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The label. */
                label_id: components["parameters"]["LabelId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a label
         * @description Deletes the label permanently.
         */
        delete: operations["deleteLabel"];
        options?: never;
        head?: never;
        /**
         * Change a label
         * @description Changes the given fields and leaves the others unchanged. A label of an engine becomes `manual` when it is changed.
         */
        patch: operations["updateLabel"];
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get metrics for Prometheus
         * @description Metrics in the text format of Prometheus. For admins, and for the metrics token that the operator configured (`PLATEMARK_METRICS_TOKEN`), which gives access to nothing else.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List models
         * @description The checkpoints that set templates, set runs and generate jobs may name as `model`: those of each engine that works and can list them, in the order of the engines, by name. The press has none. Engines are asked for each page: one that found a model meanwhile, or lost one, may change the pages that follow.
         */
        get: operations["listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/prompts/preview": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a prompt
         * @description Which words of a prompt an engine would use, and which it would ignore. Nothing is queued. The press knows its vocabulary; engines that cannot say it beforehand answer `known: false`. Adapters, which may know more words, are not asked. A prompt that the engine cannot draw is refused: 422 `engine_limits`.
         */
        post: operations["previewPrompt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get the state of the queue
         * @description The number of jobs in each state, the running jobs that the caller may see, whether the queue is paused, and when the queued jobs will probably be finished.
         */
        get: operations["getQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Pause or resume the queue
         * @description While the queue is paused, workers start no jobs; running jobs continue, and new jobs can be created. Pausing a paused queue or resuming a running one changes nothing.
         */
        patch: operations["updateQueue"];
        trace?: never;
    };
    "/server": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get information about the server
         * @description Name, versions, features, limits and engines. The response is the same for every caller and contains no paths, addresses or secrets.
         */
        get: operations["getServer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/set-runs": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List set runs
         * @description The set runs of the caller and those whose album the caller may see, newest first. A set template that does not exist gives an empty page.
         */
        get: operations["listSetRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/set-runs/{set_run_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set run. */
                set_run_id: components["parameters"]["SetRunId"];
            };
            cookie?: never;
        };
        /**
         * Get a set run
         * @description The set run with the state of each row.
         */
        get: operations["getSetRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/set-runs/{set_run_id}/cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set run. */
                set_run_id: components["parameters"]["SetRunId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a set run
         * @description Cancels queued rows immediately and asks running ones to stop; images that exist already are kept. Repeating the request changes nothing; a finished run gives 409 `set_run_finished`. For its owner and admins.
         */
        post: operations["cancelSetRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/set-runs/{set_run_id}/contact-sheet": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set run. */
                set_run_id: components["parameters"]["SetRunId"];
            };
            cookie?: never;
        };
        /**
         * Get the contact sheet of a grid
         * @description The pictures of a grid as one PNG, with the values of the axes beside its rows and columns: the first axis runs across, the second down, and the sheets of further ones stand below each other. A cell stays empty while it has no picture that the caller may see, and if the file of its picture is lost. It is made while it is sent, so that its size is not known before. A set run that is no grid, or whose axes the caller may not read, gives 404 `grid_not_found`.
         */
        get: operations["getContactSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/set-runs/{set_run_id}/retry": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set run. */
                set_run_id: components["parameters"]["SetRunId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry the failed rows of a set run
         * @description Queues the failed rows again, with the same seeds and the same positions in the album; the other rows are not affected. A run without failed rows gives 409 `nothing_to_retry`. For its owner and admins.
         */
        post: operations["retrySetRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/set-templates": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List set templates
         * @description The set templates that the caller may see, newest first. With `archived`, only the archived ones.
         */
        get: operations["listSetTemplates"];
        put?: never;
        /**
         * Create a set template
         * @description Creates version 1, with the rows given as JSON or CSV, or with none. Placeholders are not checked here; previewSetTemplate reports every problem. CSV that cannot be parsed is refused (422) with a pointer such as `line/17` for each error: `csv_not_utf8`, `csv_is_workbook` (.xlsx, .xls), `csv_empty`, `csv_nul` (any control character), `csv_syntax`, `csv_empty_header`, `csv_duplicate_header`, `csv_bad_header`, `csv_ragged_row`, `csv_cell_too_long`, `csv_too_many_columns`, `csv_too_many_rows`. JSON rows with more than 50 columns in total are refused, too (422 `too_many_columns`).
         */
        post: operations["createSetTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/set-templates/{set_template_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set template. */
                set_template_id: components["parameters"]["SetTemplateId"];
            };
            cookie?: never;
        };
        /**
         * Get a set template
         * @description The current version without its rows. An archived set template gives 404; listSetTemplates lists it.
         */
        get: operations["getSetTemplate"];
        put?: never;
        post?: never;
        /**
         * Archive a set template
         * @description Archives the set template: it can no longer be run, and gives 404 except in listSetTemplates with `archived`. Its versions, its runs and their images are kept, and restoreSetTemplate restores it. For its owner and admins.
         */
        delete: operations["deleteSetTemplate"];
        options?: never;
        head?: never;
        /**
         * Change a set template
         * @description Changes the given fields and leaves the others unchanged. This creates a new version; runs of earlier versions are not affected. A request that changes nothing creates no version. Only the owner and admins change `visibility` (403 `not_the_owner`).
         */
        patch: operations["updateSetTemplate"];
        trace?: never;
    };
    "/set-templates/{set_template_id}/preview": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set template. */
                set_template_id: components["parameters"]["SetTemplateId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a set run
         * @description The prompts that a run would send to the engine, and every problem that would prevent it: no rows, a placeholder with a syntax error or without a column, an empty or too long prompt. Nothing is created or changed.
         */
        post: operations["previewSetTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/set-templates/{set_template_id}/restore": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set template. */
                set_template_id: components["parameters"]["SetTemplateId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore an archived set template
         * @description Restores the set template as it was archived, so that it can be changed and run again. For one that is not archived nothing changes and the response is the set template. For its owner and admins.
         */
        post: operations["restoreSetTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/set-templates/{set_template_id}/rows": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set template. */
                set_template_id: components["parameters"]["SetTemplateId"];
            };
            cookie?: never;
        };
        /**
         * Get a set template's rows
         * @description All rows of the current version, as JSON or, if `Accept` prefers it, as CSV that replaceSetTemplateRows accepts unchanged.
         */
        get: operations["getSetTemplateRows"];
        /**
         * Replace a set template's rows
         * @description Replaces all rows with the given ones, as JSON or CSV. This creates a new version, whose columns are those of the rows. If a row is refused, nothing changes. CSV that cannot be parsed is refused (422) with a pointer such as `line/17` for each error: `csv_not_utf8`, `csv_is_workbook` (.xlsx, .xls), `csv_empty`, `csv_nul` (any control character), `csv_syntax`, `csv_empty_header`, `csv_duplicate_header`, `csv_bad_header`, `csv_ragged_row`, `csv_cell_too_long`, `csv_too_many_columns`, `csv_too_many_rows`. JSON rows with more than 50 columns in total are refused, too (422 `too_many_columns`).
         */
        put: operations["replaceSetTemplateRows"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/set-templates/{set_template_id}/runs": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set template. */
                set_template_id: components["parameters"]["SetTemplateId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a set run
         * @description Pins the current version, creates an album of the caller's and queues one job for each row; either all of this happens or nothing. The album and its images are private until their owner shares them. A set template with problems (see previewSetTemplate) is refused: 422 `set_has_problems`, with each problem in `errors`. A request that the engine cannot serve is refused: 422 `unknown_engine`, `engine_unavailable`, `unknown_model` or `engine_limits`; so is a set template whose adapters were deleted: 422 `adapter_gone`. An archived set template gives 409 `set_template_archived`. With `grid`, one row is drawn for each combination of the values of two to four axes; a cell whose picture the caller has from an earlier grid is not drawn again, but put into the album. A grid with problems is refused: 422 `grid_has_problems`, with each in `errors`.
         */
        post: operations["startSetRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get the studio's defaults
         * @description The engine, the model and the adapters of generate jobs and set runs where neither they nor the set template say.
         */
        get: operations["getSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the studio's defaults
         * @description Changes the given defaults and leaves the others unchanged. What the engine could not do is refused: 422 `unknown_engine`, `unknown_model`, `unknown_adapter`, `engine_limits` for adapters that do not fit it, and `engine_unavailable` if it cannot say now whether it has the model. Jobs that are queued already keep theirs.
         */
        patch: operations["updateSettings"];
        trace?: never;
    };
    "/stats": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get statistics of the studio
         * @description Counts by kind and state over the whole studio, and the storage used. The response consists of numbers only; it reveals no names or ids of things that the caller may not see.
         */
        get: operations["getStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training-runs": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List training runs
         * @description All training runs of the studio, newest first. Albums that the caller may not see are left out. Samples are shown to the owner and admins, settings (`parameters`, `seed`) also to editors who see all albums of the run.
         */
        get: operations["listTrainingRuns"];
        put?: never;
        /**
         * Start a training run
         * @description Pins the images and their captions and queues a job that trains on them. A run that was accepted is never lost: if its worker crashes, it resumes from its last checkpoint. What checkTraining reports as fatal is refused: 422 `training_not_ready`, with each finding; so is a request that the engine cannot serve: 422 `unknown_engine`, `engine_cannot_train`, `training_parameters`. An album that the caller may not see gives 404 `album_not_found`.
         */
        post: operations["createTrainingRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training-runs/{training_run_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The training run. */
                training_run_id: components["parameters"]["TrainingRunId"];
            };
            cookie?: never;
        };
        /**
         * Get a training run
         * @description The state, loss, speed and result of the run. It is `running` exactly while a worker is working on it.
         */
        get: operations["getTrainingRun"];
        put?: never;
        post?: never;
        /**
         * Delete a training run
         * @description Deletes a finished run with its metrics, samples, checkpoints and log; its adapter is kept. A queued or running run is refused: 409 `training_run_busy`. For its owner and admins.
         */
        delete: operations["deleteTrainingRun"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training-runs/{training_run_id}/cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The training run. */
                training_run_id: components["parameters"]["TrainingRunId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a training run
         * @description Cancels a queued run immediately. A running run is asked to stop (`cancel_requested`) and stops after the current step; it can be resumed from its last checkpoint. Repeating the request changes nothing; a finished run gives 409 `training_run_finished`. For its owner and admins.
         */
        post: operations["cancelTrainingRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training-runs/{training_run_id}/checkpoints": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The training run. */
                training_run_id: components["parameters"]["TrainingRunId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a training run for a checkpoint now
         * @description Asks a running run to save a checkpoint after its next step instead of at the next one that is due (`save_requested`); `checkpoint_step` and `checkpoint_at` then say that it has. The request outlasts a worker that dies or stops, and is dropped when the run ends. Repeating it while it is outstanding changes nothing; a run that is not running, or is being cancelled, gives 409 `training_run_not_running`. For its owner and admins.
         */
        post: operations["saveTrainingRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training-runs/{training_run_id}/log": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The training run. */
                training_run_id: components["parameters"]["TrainingRunId"];
            };
            cookie?: never;
        };
        /**
         * Read the log of a training run
         * @description Whole lines from an offset in bytes, at most 64 KiB; continue at `next_offset`. An offset within a line starts with the next line; an offset beyond the end gives no lines. For its owner and admins.
         */
        get: operations["getTrainingLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training-runs/{training_run_id}/metrics": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The training run. */
                training_run_id: components["parameters"]["TrainingRunId"];
            };
            cookie?: never;
        };
        /**
         * List the metrics of a training run
         * @description The loss and the other metrics of the engine, by step. With `stride` N, every Nth value of each metric and its newest value. Repeat the request with `since_step` to get new values.
         */
        get: operations["listTrainingMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training-runs/{training_run_id}/resume": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The training run. */
                training_run_id: components["parameters"]["TrainingRunId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a training run
         * @description Queues a failed or cancelled run again. It resumes from its last checkpoint and gives the same result as a run without interruption. A run in another state gives 409 `training_run_not_stopped`. For its owner and admins.
         */
        post: operations["resumeTrainingRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training-runs/{training_run_id}/samples": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The training run. */
                training_run_id: components["parameters"]["TrainingRunId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a training run for a sample now
         * @description Asks a running run for a sample of what it has learned, after its next step instead of at the next one that is due (`sample_requested`); it then is one of its `samples`. The request outlasts a worker that dies or stops, and is dropped when the run ends. Repeating it while it is outstanding changes nothing; a run that is not running, or is being cancelled, gives 409 `training_run_not_running`. For its owner and admins.
         */
        post: operations["sampleTrainingRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training-runs/{training_run_id}/samples/{step}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The step of the sample. */
                step: number;
                /** @description The training run. */
                training_run_id: components["parameters"]["TrainingRunId"];
            };
            cookie?: never;
        };
        /**
         * Download a sample of a training run
         * @description The PNG image that the run generated at this step. For its owner and admins.
         */
        get: operations["getTrainingSample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training-runs/check": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a training run before it starts
         * @description Checks a request as createTrainingRun would, and suggests improvements: images, captions, sizes, the model, disk space, the engine. Changes nothing.
         */
        post: operations["checkTraining"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trash/{image_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete an image of the trash for good
         * @description Deletes the image with its labels and its places in albums, and its files unless something else is stored with them. Nothing restores it. Only an image in the trash is deleted (409 `image_not_trashed`), and none that a training run names in its dataset, or whose set run is queued or running (409 `image_in_use`). For its owner and admins.
         */
        delete: operations["purgeImage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trash/purge": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete old images of the trash for good
         * @description Deletes the images that have been in the trash for more than the given number of days, and lists them, those first that have been there longest, at most 1000; `more` says whether others are as old. Their files are deleted with them, except for those that something else is stored with. With `dry_run` nothing is deleted, and the response says what would be. An image stays while a training run names it in its dataset, and while its set run is queued or running. Without `older_than_days` the setting `PLATEMARK_TRASH_DAYS` applies, which the studio also enforces daily; if it is 0, images stay in the trash forever and nothing is deleted.
         */
        post: operations["purgeTrash"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description All users, newest first, including disabled ones.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Create a user
         * @description Creates a user, who can sign in immediately. A name that is taken gives 409 `user_name_taken`; since names are unique, repeating the request is safe without an `Idempotency-Key`, and no password has to be stored for comparing requests.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The user. */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /**
         * Get a user
         * @description The user, for themselves and for admins; for others it is 404, as if there were none.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a user
         * @description Changes the given fields and leaves the others unchanged. A new role, a new password and disabling each end the user's sessions. A new password also ends the user's API tokens, unless `keep_api_tokens` is true. API tokens of a disabled user stop working, and no token has more permissions than its user. The last admin who can sign in can be neither disabled nor given a lower role (409 `last_admin`).
         */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/users/{user_id}/sign-in-links": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The user. */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite a user
         * @description Creates a link that signs the user in once, to invite somebody without a password or to let in somebody who forgot it. Earlier unused links of the user become invalid. The secret is shown only once: the server stores a digest of it, and a second request with the same `Idempotency-Key` is refused (409 `answer_not_kept`). A disabled user gives 409 `user_disabled`.
         */
        post: operations["createSignInLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-deliveries/{delivery_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The delivery. */
                delivery_id: components["parameters"]["DeliveryId"];
            };
            cookie?: never;
        };
        /**
         * Get a delivery
         * @description The delivery with its message and its attempts.
         */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-deliveries/{delivery_id}/replay": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The delivery. */
                delivery_id: components["parameters"]["DeliveryId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message again
         * @description Sends the same message again, whatever became of it, with the same id and a fresh signature. One that is still waiting is sent at once. A webhook that is off is refused (409 `webhook_disabled`).
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List webhooks
         * @description All webhooks, newest first, without their secrets.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Create a webhook
         * @description Creates a webhook, which is told what happens from now on, and returns the secret that signs its messages. The secret is shown only once: the server keeps no answer that holds one, so a second request with the same `Idempotency-Key` creates nothing and is refused (409 `answer_not_kept`). There may be 100 webhooks (422 `too_many_webhooks`). Whether its address may be reached is known when a message is sent: pingWebhook sends one.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The webhook. */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /**
         * Get a webhook
         * @description The webhook, without its secret.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook
         * @description Deletes the webhook with its deliveries; messages that wait are not sent.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook
         * @description Changes the given fields and leaves the others unchanged. A webhook that is turned off is told of nothing, and its waiting messages are given up; one that is turned on is told what happens from then on.
         */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/webhooks/{webhook_id}/deliveries": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The webhook. */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /**
         * List a webhook's deliveries
         * @description The messages of a webhook and how far they got, newest first. Those that are delivered or given up are kept for thirty days.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhook_id}/ping": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The webhook. */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a webhook a message
         * @description Sends the message `webhook.ping`, so that one sees whether messages arrive. A webhook that is off is refused (409 `webhook_disabled`).
         */
        post: operations["pingWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhook_id}/secret": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The webhook. */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a webhook another secret
         * @description Makes another secret and returns it, which is shown only once. For a day, messages have a signature of the previous secret, too, so that the receiver can change over without losing any.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workers": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List workers
         * @description The processes that run jobs and have reported recently: their hosts, their engines and their current jobs. The list is not paged.
         */
        get: operations["listWorkers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
};
export type webhooks = {
    "bug_report.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A bug report was sent in
         * @description A bug report was sent in. Any answer with a status of 200 to 299 within ten seconds takes the message; redirects are not followed.
         */
        post: operations["bugReportCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "import.finished": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A phase of an import ended
         * @description A phase of an import ended. Any answer with a status of 200 to 299 within ten seconds takes the message; redirects are not followed.
         */
        post: operations["importFinished"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "job.finished": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A job ended
         * @description A job ended. Any answer with a status of 200 to 299 within ten seconds takes the message; redirects are not followed.
         */
        post: operations["jobFinished"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "set_run.finished": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A set run ended
         * @description A set run ended. Any answer with a status of 200 to 299 within ten seconds takes the message; redirects are not followed.
         */
        post: operations["setRunFinished"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "training_run.finished": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A training run ended
         * @description A training run ended. Any answer with a status of 200 to 299 within ten seconds takes the message; redirects are not followed.
         */
        post: operations["trainingRunFinished"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A trial
         * @description A trial. Any answer with a status of 200 to 299 within ten seconds takes the message; redirects are not followed.
         */
        post: operations["webhookPing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
};
export type components = {
    schemas: {
        /**
         * Adapter
         * @description Weights that training produced or an operator registered, used to generate images.
         */
        Adapter: {
            /** @description The base model it is for; null if its engine has only one. */
            base: components["schemas"]["Line"] | null;
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who requested it; null if that user was deleted. */
            created_by: components["schemas"]["Id"] | null;
            /** @description The images and captions it was trained on; null if it was registered. */
            dataset_digest: components["schemas"]["Digest"] | null;
            /** @description Its weight where a request names none. */
            default_weight: components["schemas"]["AdapterWeight"];
            /** @description Its purpose; may be empty. */
            description: components["schemas"]["Line"];
            /** @description The file's bytes. */
            digest: components["schemas"]["Digest"];
            /** @description The engine that trained it; null if it was registered. */
            engine: components["schemas"]["Word"] | null;
            /** @description Its format, as in an engine's `adapter_formats`: `style_plate`, `lora`. */
            format: components["schemas"]["Word"];
            /** @description The adapter. */
            id: components["schemas"]["Id"];
            /** @description The last measurements of its training; empty if it was registered. */
            metrics: components["schemas"]["AdapterMetrics"];
            /** @description Its name. */
            name: components["schemas"]["Name"];
            /** @description A picture of what it does, as WebP; null if there is none. */
            preview_url: components["schemas"]["ApiPath"] | null;
            /** @description Its size in bytes. */
            size_bytes: components["schemas"]["Count"];
            /** @description Its origin. */
            source: components["schemas"]["AdapterSource"] | components["schemas"]["UnknownWord"];
            /** @description The training run that produced it; null if it was registered or the run was deleted. */
            training_run_id: components["schemas"]["Id"] | null;
            /** @description Its trigger words; empty if none are known. */
            trigger_words: components["schemas"]["AdapterTriggerWords"];
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /** @description Who may see and use it; of visitors, nobody. */
            visibility: components["schemas"]["Visibility"] | components["schemas"]["UnknownWord"];
        };
        /**
         * AdapterAddedEvent
         * @description An adapter was created.
         */
        AdapterAddedEvent: {
            /** @description The adapter. */
            adapter_id: components["schemas"]["Id"];
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description An adapter was created.
             * @constant
             */
            kind: "adapter.added";
        };
        /**
         * AdapterAxis
         * @description One adapter after the other, besides those of the run.
         */
        AdapterAxis: {
            /**
             * @description What the axis changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "adapter";
            /** @description The adapters, each with its weight, in order. */
            values: components["schemas"]["AdapterUse"][];
        };
        /**
         * AdapterBytes
         * Format: binary
         * @description The bytes of an adapter.
         */
        AdapterBytes: Blob;
        /**
         * AdapterChangedEvent
         * @description An adapter was changed.
         */
        AdapterChangedEvent: {
            /** @description The adapter. */
            adapter_id: components["schemas"]["Id"];
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description An adapter changed.
             * @constant
             */
            kind: "adapter.changed";
        };
        /**
         * AdapterDeletedEvent
         * @description An adapter was deleted.
         */
        AdapterDeletedEvent: {
            /** @description The adapter. */
            adapter_id: components["schemas"]["Id"];
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description An adapter was deleted.
             * @constant
             */
            kind: "adapter.deleted";
        };
        /**
         * AdapterMetrics
         * @description The last measurements of its training, by name.
         */
        AdapterMetrics: {
            [key: string]: number;
        };
        /**
         * AdapterPage
         * @description A page of adapters.
         */
        AdapterPage: {
            /** @description The items. */
            items: components["schemas"]["Adapter"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * AdapterPreviewUpload
         * @description A picture of what an adapter does, as a form part.
         */
        AdapterPreviewUpload: {
            /**
             * Format: binary
             * @description The bytes of a PNG, JPEG, WebP or AVIF; the format is detected from the bytes.
             */
            file: Blob;
        };
        /**
         * AdapterProvenance
         * @description An adapter that an image was generated with.
         */
        AdapterProvenance: {
            /** @description The adapter; it may have been deleted. */
            adapter_id: components["schemas"]["Id"];
            /** @description The digest of the images and captions it was trained on, as in the training run's `dataset`. */
            dataset_digest: components["schemas"]["Digest"] | null;
            /** @description The file's bytes. */
            digest: components["schemas"]["Digest"];
            /** @description Its format: `style_plate`, `lora`. */
            format: components["schemas"]["Word"];
            /** @description Its name. */
            name: components["schemas"]["Name"];
            /** @description The training run that produced it; null if it was registered. */
            training_run_id: components["schemas"]["Id"] | null;
            /** @description Its weight. */
            weight: components["schemas"]["AdapterWeight"];
        };
        /**
         * AdapterSource
         * @description `trained` here, or `registered` by an operator.
         * @enum {string}
         */
        AdapterSource: "trained" | "registered";
        /**
         * AdapterTriggerWords
         * @description Words or phrases that make an adapter take effect when they stand in a prompt.
         */
        AdapterTriggerWords: string[];
        /**
         * AdapterUpdate
         * @description Changes to an adapter.
         */
        AdapterUpdate: {
            /** @description Its weight where a request names none. */
            default_weight?: components["schemas"]["AdapterWeight"];
            /** @description Its purpose. */
            description?: components["schemas"]["Line"];
            /** @description Its name. */
            name?: components["schemas"]["Name"];
            /** @description Its trigger words, all of them. */
            trigger_words?: components["schemas"]["AdapterTriggerWords"];
            /** @description Who may see and use it. */
            visibility?: components["schemas"]["Visibility"];
        };
        /**
         * AdapterUpload
         * @description A LoRA to register, as form parts.
         */
        AdapterUpload: {
            /** @description Its weight where a request names none; without one, 1. */
            default_weight?: components["schemas"]["AdapterWeight"];
            /**
             * @description Its purpose.
             * @default
             */
            description?: components["schemas"]["Line"];
            /**
             * Format: binary
             * @description The bytes of a LoRA as safetensors; what it is for is read from its header.
             */
            file: Blob;
            /** @description Its name; without one, that of the file. */
            name?: components["schemas"]["Name"];
            /** @description Its trigger words; without any, those of its header. */
            trigger_words?: components["schemas"]["AdapterTriggerWords"];
            /**
             * @description Who may see and use it.
             * @default shared
             */
            visibility?: components["schemas"]["Visibility"];
        };
        /**
         * AdapterUse
         * @description An adapter to generate with, and its weight.
         */
        AdapterUse: {
            /** @description The adapter. */
            adapter_id: components["schemas"]["Id"];
            /** @description The weight; default: the adapter's default weight. */
            weight?: components["schemas"]["AdapterWeight"];
        };
        /**
         * AdapterWeight
         * @description The weight of an adapter: 0 … 1 for a style plate, -2 … 2 for a LoRA; 0 has no effect.
         */
        AdapterWeight: number;
        /**
         * AdapterWeightAxis
         * @description Other weights of an adapter of the run.
         */
        AdapterWeightAxis: {
            /** @description The adapter; one that the run does not use is rejected (422 `grid_has_problems`). */
            adapter_id: components["schemas"]["Id"];
            /**
             * @description What the axis changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "adapter_weight";
            /** @description The weights, in order. */
            values: components["schemas"]["AdapterWeight"][];
        };
        /**
         * Album
         * @description An ordered collection of images, without the images themselves.
         */
        Album: {
            /** @description The height of the cover image in pixels; null if there is no cover. */
            cover_height: components["schemas"]["Pixels"] | null;
            /** @description The cover image: the chosen one, else the first; null if the caller may see none. */
            cover_image_id: components["schemas"]["Id"] | null;
            /** @description The `thumb_hash` of the cover image; null if it has none, or there is no cover. */
            cover_thumb_hash: components["schemas"]["ThumbHash"] | null;
            /** @description The cover's thumbnail; null if there is no cover. */
            cover_thumbnail_url: components["schemas"]["ApiPath"] | null;
            /** @description The width of the cover image in pixels; null if there is no cover. */
            cover_width: components["schemas"]["Pixels"] | null;
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who created it; null if that user was deleted. */
            created_by: components["schemas"]["Id"] | null;
            /** @description A description; may be empty. */
            description: components["schemas"]["Text"];
            /** @description The album. */
            id: components["schemas"]["Id"];
            /** @description The number of its images that the caller may see. */
            image_count: components["schemas"]["Count"];
            /** @description Its name. */
            name: components["schemas"]["Name"];
            /** @description The set run that created it; null if none. */
            set_run_id: components["schemas"]["Id"] | null;
            /** @description The set template it was created from; null if none. */
            set_template_id: components["schemas"]["Id"] | null;
            /** @description The version of the set template; null if none. */
            set_template_version: components["schemas"]["Version"] | null;
            /** @description Its origin. */
            source: components["schemas"]["AlbumSource"] | components["schemas"]["UnknownWord"];
            /** @description The theme of the set run; null if none, and hidden (null) from anonymous callers. */
            theme: components["schemas"]["Line"] | null;
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /** @description Who may see it; its images have a visibility of their own. */
            visibility: components["schemas"]["Visibility"] | components["schemas"]["UnknownWord"];
        };
        /**
         * AlbumBundle
         * Format: binary
         * @description A ZIP file with an album.
         */
        AlbumBundle: Blob;
        /**
         * AlbumChangedEvent
         * @description The metadata or the images of an album changed.
         */
        AlbumChangedEvent: {
            /** @description The album. */
            album_id: components["schemas"]["Id"];
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description An album changed.
             * @constant
             */
            kind: "album.changed";
        };
        /**
         * AlbumCreate
         * @description A new album.
         */
        AlbumCreate: {
            /**
             * @description A description.
             * @default
             */
            description?: components["schemas"]["Text"];
            /** @description Its name. */
            name: components["schemas"]["Name"];
            /**
             * @description Who may see it.
             * @default private
             */
            visibility?: components["schemas"]["Visibility"];
        };
        /**
         * AlbumCreatedEvent
         * @description An album was created.
         */
        AlbumCreatedEvent: {
            /** @description The album. */
            album_id: components["schemas"]["Id"];
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description An album was created.
             * @constant
             */
            kind: "album.created";
        };
        /**
         * AlbumDeletedEvent
         * @description An album was deleted; its images remain.
         */
        AlbumDeletedEvent: {
            /** @description The album. */
            album_id: components["schemas"]["Id"];
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description An album was deleted.
             * @constant
             */
            kind: "album.deleted";
        };
        /**
         * AlbumDetail
         * @description An album with its set template and its first images.
         */
        AlbumDetail: {
            /** @description The height of the cover image in pixels; null if there is no cover. */
            cover_height: components["schemas"]["Pixels"] | null;
            /** @description The cover image: the chosen one, else the first; null if the caller may see none. */
            cover_image_id: components["schemas"]["Id"] | null;
            /** @description The `thumb_hash` of the cover image; null if it has none, or there is no cover. */
            cover_thumb_hash: components["schemas"]["ThumbHash"] | null;
            /** @description The cover's thumbnail; null if there is no cover. */
            cover_thumbnail_url: components["schemas"]["ApiPath"] | null;
            /** @description The width of the cover image in pixels; null if there is no cover. */
            cover_width: components["schemas"]["Pixels"] | null;
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who created it; null if that user was deleted. */
            created_by: components["schemas"]["Id"] | null;
            /** @description A description; may be empty. */
            description: components["schemas"]["Text"];
            /** @description The album. */
            id: components["schemas"]["Id"];
            /** @description The number of its images that the caller may see. */
            image_count: components["schemas"]["Count"];
            /** @description Its first 50 images that the caller may see, in album order. */
            images: components["schemas"]["AlbumImage"][];
            /** @description The `cursor` of listAlbumImages for the rest; null if these are all. */
            images_next_cursor: components["schemas"]["Cursor"] | null;
            /** @description Its name. */
            name: components["schemas"]["Name"];
            /** @description The set run that created it; null if none. */
            set_run_id: components["schemas"]["Id"] | null;
            /** @description The set template it was created from; null if none. */
            set_template_id: components["schemas"]["Id"] | null;
            /** @description The version of the set template; null if none. */
            set_template_version: components["schemas"]["Version"] | null;
            /** @description Its origin. */
            source: components["schemas"]["AlbumSource"] | components["schemas"]["UnknownWord"];
            /** @description The set template it was created from; null if there is none, or if the caller may not see it or is not signed in. */
            template: components["schemas"]["AlbumTemplate"] | null;
            /** @description The theme of the set run; null if none, and hidden (null) from anonymous callers. */
            theme: components["schemas"]["Line"] | null;
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /** @description Who may see it; its images have a visibility of their own. */
            visibility: components["schemas"]["Visibility"] | components["schemas"]["UnknownWord"];
        };
        /**
         * AlbumImage
         * @description An image and its position in an album.
         */
        AlbumImage: {
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who created it; null if that user was deleted. */
            created_by: components["schemas"]["Id"] | null;
            /** @description When it was moved to the trash; null if it is not there. */
            deleted_at: components["schemas"]["Timestamp"] | null;
            /** @description SHA-256 of the file. */
            digest: components["schemas"]["Digest"];
            /** @description The path of getImageFile, which serves the file. */
            file_url: components["schemas"]["ApiPath"];
            /** @description Height in pixels. */
            height: components["schemas"]["Pixels"];
            /** @description The image. */
            id: components["schemas"]["Id"];
            /** @description The job that generated it; null if none. */
            job_id: components["schemas"]["Id"] | null;
            /** @description The media type of the file. */
            media_type: components["schemas"]["ImageMediaType"] | components["schemas"]["UnknownWord"];
            /** @description Whether it is marked as not safe for work (NSFW). */
            nsfw: boolean;
            /** @description Its position; positions rise but may have gaps. */
            position: components["schemas"]["Position"];
            /** @description The prompt it was generated from; null if there was none, and hidden (null) from everyone but its owner and editors. */
            prompt: components["schemas"]["Prompt"] | null;
            /** @description The caller's own rating, from 1 to 5; 0 if there is none, and for visitors. */
            rating: components["schemas"]["Rating"];
            /** @description The size of the file in bytes. */
            size_bytes: components["schemas"]["Count"];
            /** @description Its origin. */
            source: components["schemas"]["ImageSource"] | components["schemas"]["UnknownWord"];
            /** @description Whether the caller has starred it; false for visitors. */
            starred: boolean;
            /** @description A ThumbHash of the thumbnail; null until it is computed (for images of older versions), and if the thumbnail is lost. */
            thumb_hash: components["schemas"]["ThumbHash"] | null;
            /** @description The path of getImageThumbnail, which serves a small WebP. */
            thumbnail_url: components["schemas"]["ApiPath"];
            /** @description A short title. Of a generated image without one, it is the first words of its prompt, for those who may read that; else it is empty. */
            title: components["schemas"]["ShortTitle"];
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /** @description Who may see it. */
            visibility: components["schemas"]["Visibility"] | components["schemas"]["UnknownWord"];
            /** @description Width in pixels. */
            width: components["schemas"]["Pixels"];
        };
        /**
         * AlbumImagePage
         * @description One page of an album's images, in album order.
         */
        AlbumImagePage: {
            /** @description The images. */
            items: components["schemas"]["AlbumImage"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * AlbumImagesAdd
         * @description Images to append to an album.
         */
        AlbumImagesAdd: {
            /** @description The images, in the order in which to add them. */
            image_ids: components["schemas"]["Id"][];
        };
        /**
         * AlbumImagesChange
         * @description The result of adding images.
         */
        AlbumImagesChange: {
            /** @description The number added. */
            added: components["schemas"]["Count"];
            /** @description The number already in the album; they keep their position. */
            already_present: components["schemas"]["Count"];
            /** @description The number of images now in the album that the caller may see. */
            image_count: components["schemas"]["Count"];
        };
        /**
         * AlbumImagesMove
         * @description Images of an album to move as a block.
         */
        AlbumImagesMove: {
            /**
             * @description The image to insert them before, not one of them; null moves them to the end.
             * @default null
             */
            before_image_id?: components["schemas"]["Id"] | null;
            /** @description The images, in their new order. */
            image_ids: components["schemas"]["Id"][];
        };
        /**
         * AlbumLabelStats
         * @description Statistics on the labels of an album's images.
         */
        AlbumLabelStats: {
            /** @description The number with a caption. */
            captioned_count: components["schemas"]["Count"];
            /** @description The fraction that has a caption; 0 for an empty album. */
            coverage: components["schemas"]["Progress"];
            /** @description The number of images the caller may see. */
            image_count: components["schemas"]["Count"];
            /** @description Whether it is ready for training: at least five images, each with a caption. */
            ready: boolean;
            /** @description Why it is not ready, for people; empty when it is. */
            reasons: components["schemas"]["Line"][];
            /** @description The number with a tag. */
            tagged_count: components["schemas"]["Count"];
            /** @description The most frequent labels, most frequent first. */
            top_labels: components["schemas"]["LabelCount"][];
        };
        /**
         * AlbumPage
         * @description One page of albums, newest first.
         */
        AlbumPage: {
            /** @description The albums. */
            items: components["schemas"]["Album"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * AlbumReference
         * @description An album, by id and name.
         */
        AlbumReference: {
            /** @description The album. */
            id: components["schemas"]["Id"];
            /** @description Its name. */
            name: components["schemas"]["Name"];
        };
        /**
         * AlbumSource
         * @description The origin of an album: created by hand, by a set run, or by an import.
         * @enum {string}
         */
        AlbumSource: "manual" | "set_run" | "import";
        /**
         * AlbumTemplate
         * @description The set template an album was created from, as it was then.
         */
        AlbumTemplate: {
            /** @description Its name. */
            name: components["schemas"]["Name"];
            /** @description The set template. */
            set_template_id: components["schemas"]["Id"];
            /** @description The theme of the run. */
            theme: components["schemas"]["Line"];
            /** @description The version that was run. */
            version: components["schemas"]["Version"];
        };
        /**
         * AlbumUpdate
         * @description Changes to an album; absent fields stay unchanged.
         */
        AlbumUpdate: {
            /** @description An image of the album to use as its cover; null uses the first. */
            cover_image_id?: components["schemas"]["Id"] | null;
            /** @description A description. */
            description?: components["schemas"]["Text"];
            /** @description Its name. */
            name?: components["schemas"]["Name"];
            /** @description Who may see it. */
            visibility?: components["schemas"]["Visibility"];
        };
        /**
         * ApiPath
         * @description A path of this API, relative to the server's origin; never a file system path.
         */
        ApiPath: string;
        /**
         * ApiToken
         * @description An API token, without its secret.
         */
        ApiToken: {
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description When it expires; null if never. */
            expires_at: components["schemas"]["Timestamp"] | null;
            /** @description The id of the token, not its secret. */
            id: components["schemas"]["Id"];
            /** @description When it was last used, accurate to a few minutes; null if never. */
            last_used_at: components["schemas"]["Timestamp"] | null;
            /** @description Its purpose. */
            name: components["schemas"]["TokenName"];
            /** @description Its first eight characters, to recognise it. */
            prefix: string;
            /** @description The token's role; never above its user's. */
            role: components["schemas"]["Role"] | components["schemas"]["UnknownWord"];
            /** @description The user whose token it is. */
            user_id: components["schemas"]["Id"];
        };
        /**
         * ApiTokenCreate
         * @description A new API token.
         */
        ApiTokenCreate: {
            /**
             * @description The lifetime in seconds; null: it never expires. With a token as the caller: not beyond the expiry of that token.
             * @default null
             */
            expires_in_seconds?: number | null;
            /** @description Its purpose. */
            name: components["schemas"]["TokenName"];
            /** @description The token's role; not above the caller's. */
            role: components["schemas"]["Role"];
        };
        /**
         * ApiTokenCreated
         * @description A new API token; it is shown only once.
         */
        ApiTokenCreated: {
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description When it expires; null if never. */
            expires_at: components["schemas"]["Timestamp"] | null;
            /** @description The id of the token, not its secret. */
            id: components["schemas"]["Id"];
            /** @description When it was last used, accurate to a few minutes; null if never. */
            last_used_at: components["schemas"]["Timestamp"] | null;
            /** @description Its purpose. */
            name: components["schemas"]["TokenName"];
            /** @description Its first eight characters, to recognise it. */
            prefix: string;
            /** @description The token's role; never above its user's. */
            role: components["schemas"]["Role"] | components["schemas"]["UnknownWord"];
            /** @description The token, for `Authorization: Bearer`; only its digest is stored. */
            token: string;
            /** @description The user whose token it is. */
            user_id: components["schemas"]["Id"];
        };
        /**
         * ApiTokenPage
         * @description One page of the caller's API tokens, newest first.
         */
        ApiTokenPage: {
            /** @description The tokens. */
            items: components["schemas"]["ApiToken"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * AuthMethod
         * @description The method of authentication: a session cookie or an API token.
         * @enum {string}
         */
        AuthMethod: "session" | "token";
        /**
         * AuthStatus
         * @description The caller and their role.
         */
        AuthStatus: {
            /** @description Whether anyone is signed in. */
            authenticated: boolean;
            /** @description The token to send as `X-CSRF-Token` with each write of this session; null without a session. */
            csrf_token: string | null;
            /** @description How the caller authenticated; null if nobody is signed in. */
            method: (components["schemas"]["AuthMethod"] | components["schemas"]["UnknownWord"]) | null;
            /** @description The effective role: the user's, or that of the API token if it is lower; null if nobody is signed in. */
            role: (components["schemas"]["Role"] | components["schemas"]["UnknownWord"]) | null;
            /** @description The user; null if nobody is signed in. */
            user: components["schemas"]["AuthUser"] | null;
        };
        /**
         * AuthUser
         * @description The user who is signed in.
         */
        AuthUser: {
            /** @description The user. */
            id: components["schemas"]["Id"];
            /** @description The user's name. */
            name: components["schemas"]["UserName"];
            /** @description The user's own role. */
            role: components["schemas"]["Role"] | components["schemas"]["UnknownWord"];
        };
        /**
         * BugReport
         * @description A bug report, redacted.
         */
        BugReport: {
            /** @description The actual behaviour. */
            actual_behavior: string | null;
            /** @description The client's application state. */
            app_state: components["schemas"]["JsonObject"] | null;
            /** @description The browser, and the page that was open. */
            client_meta: components["schemas"]["BugReportClientMeta"] | null;
            /** @description The commit that fixes it; null if none is known. */
            commit: string | null;
            /** @description When it was reported. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who reported it; null if unknown. */
            created_by: components["schemas"]["Id"] | null;
            /** @description A description of the fault. */
            description: string;
            /** @description The number of duplicates of this report. */
            duplicate_count: components["schemas"]["Count"];
            /** @description The report of the same fault; null if there is none. */
            duplicate_of: components["schemas"]["Id"] | null;
            /** @description The build of the client. */
            environment: components["schemas"]["BugReportEnvironment"] | null;
            /** @description The expected behaviour. */
            expected_behavior: string | null;
            /** @description Equal for reports of the same fault: a digest of message, top stack frame and route. */
            fingerprint: components["schemas"]["Digest"];
            /** @description Whether there is a screenshot. */
            has_screenshot: boolean;
            /** @description The newest changes, newest first. */
            history: components["schemas"]["BugReportChange"][];
            /** @description The report. */
            id: components["schemas"]["Id"];
            /** @description The jobs created by the request with this trace id, oldest first. */
            job_ids: components["schemas"]["Id"][];
            /** @description Its id in the system it was imported from; null if it was not imported. */
            legacy_id: string | null;
            /** @description The client's requests, oldest first. */
            network_events: components["schemas"]["BugReportNetworkEvent"][];
            /** @description The reviewers' notes; may be empty. */
            notes: string;
            /** @description The client's log, oldest first. */
            recent_logs: components["schemas"]["BugReportLog"][];
            /** @description How many secrets were redacted before it was stored. */
            redaction_count: components["schemas"]["Count"];
            /** @description What was redacted before storing, counted by kind and place. */
            redactions: components["schemas"]["BugReportRedaction"][];
            /** @description getBugReportScreenshot; null where there is no screenshot. */
            screenshot_url: components["schemas"]["ApiPath"] | null;
            /** @description The status of the work on it. */
            status: components["schemas"]["BugReportStatus"] | components["schemas"]["UnknownWord"];
            /** @description Steps to reproduce. */
            steps_to_reproduce: string[];
            /** @description The trace id that connects it with jobs and log lines. */
            trace_id: components["schemas"]["TraceId"];
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * BugReportChange
         * @description One change of a bug report.
         */
        BugReportChange: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            /** @description The user who did it; null for the studio itself, its command line, and deleted users. */
            by: components["schemas"]["Id"] | null;
            /** @description What was changed. */
            changes: components["schemas"]["BugReportFieldChange"][];
        };
        /**
         * BugReportChangedEvent
         * @description A bug report was changed: its status, notes, commit or original; sent to admins.
         */
        BugReportChangedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            /** @description The report. */
            bug_report_id: components["schemas"]["Id"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description A bug report was changed: its status, notes, commit or original.
             * @constant
             */
            kind: "bug_report.changed";
        };
        /**
         * BugReportClientMeta
         * @description The browser, and the page that was open.
         */
        BugReportClientMeta: {
            /**
             * @description The language of the browser.
             * @default null
             */
            language?: string | null;
            /**
             * @description The URL that was open.
             * @default null
             */
            location_href?: string | null;
            /**
             * @description The operating system.
             * @default null
             */
            platform?: string | null;
            /**
             * @description The time zone of the browser.
             * @default null
             */
            timezone?: string | null;
            /**
             * @description The browser's user agent.
             * @default null
             */
            user_agent?: string | null;
            /**
             * @description The window size.
             * @default null
             */
            viewport?: components["schemas"]["BugReportViewport"] | null;
        };
        /**
         * BugReportCreatedEvent
         * @description A bug report was sent in; sent to admins.
         */
        BugReportCreatedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            /** @description The report. */
            bug_report_id: components["schemas"]["Id"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description A bug report was sent in.
             * @constant
             */
            kind: "bug_report.created";
        };
        /**
         * BugReportCreatedMessage
         * @description Somebody sent in a bug report.
         */
        BugReportCreatedMessage: {
            /** @description When it happened. */
            at: components["schemas"]["Timestamp"];
            /** @description The report. */
            bug_report_id: components["schemas"]["Id"];
            /** @description The id of the message: the same in every attempt, and the header `webhook-id`. */
            id: components["schemas"]["Id"];
            /**
             * @description Somebody sent in a bug report.
             * @constant
             */
            kind: "bug_report.created";
        };
        /**
         * BugReportDeletedEvent
         * @description A bug report was deleted; sent to admins.
         */
        BugReportDeletedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            /** @description The report. */
            bug_report_id: components["schemas"]["Id"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description A bug report was deleted.
             * @constant
             */
            kind: "bug_report.deleted";
        };
        /**
         * BugReportEnvironment
         * @description The build of the client.
         */
        BugReportEnvironment: {
            /**
             * @description The client's version.
             * @default null
             */
            app_version?: string | null;
            /**
             * @description When it was built.
             * @default null
             */
            built_at?: components["schemas"]["Timestamp"] | null;
            /**
             * @description The commit that it was built from.
             * @default null
             */
            commit?: string | null;
            /**
             * @description The build mode: production, development.
             * @default null
             */
            mode?: string | null;
        };
        /**
         * BugReportExport
         * @description Everything about a bug report, for export, redacted.
         */
        BugReportExport: {
            /** @description When the bundle was created. */
            exported_at: components["schemas"]["Timestamp"];
            /**
             * @description The format version of this bundle.
             * @constant
             */
            format: 1;
            /** @description The jobs of `job_ids`. */
            jobs: components["schemas"]["BugReportJob"][];
            /** @description The report. */
            report: components["schemas"]["BugReport"];
            /** @description The screenshot as a data URL; null if there is none. */
            screenshot: string | null;
            /** @description The version of the studio. */
            studio_version: string;
        };
        /**
         * BugReportFieldChange
         * @description One field of a bug report, before and after.
         */
        BugReportFieldChange: {
            /** @description The value after; null if there is none. */
            after: string | null;
            /** @description The value before; null if there was none. */
            before: string | null;
            /** @description What was changed. */
            field: components["schemas"]["Word"];
        };
        /**
         * BugReportHeaders
         * @description Headers by name.
         */
        BugReportHeaders: {
            [key: string]: string;
        };
        /**
         * BugReportJob
         * @description A job that belongs to a bug report.
         */
        BugReportJob: {
            /** @description When it was requested. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Why it failed; null if it did not. */
            error_code: components["schemas"]["Word"] | null;
            /** @description When it reached its final state; null before that. */
            finished_at: components["schemas"]["Timestamp"] | null;
            /** @description The job. */
            id: components["schemas"]["Id"];
            /** @description The kind of job. */
            kind: components["schemas"]["JobKind"] | components["schemas"]["UnknownWord"];
            /** @description Its state. */
            state: components["schemas"]["State"] | components["schemas"]["UnknownWord"];
        };
        /**
         * BugReportLog
         * @description A line of the client's log.
         */
        BugReportLog: {
            /**
             * @description Structured data of the log line.
             * @default null
             */
            data?: components["schemas"]["JsonValue"];
            /**
             * @description The severity: error, warn, info …
             * @default info
             */
            level?: string;
            /** @description The message. */
            message: string;
            /**
             * @description The location in the code.
             * @default null
             */
            source?: string | null;
            /**
             * @description The stack trace, one frame per line.
             * @default null
             */
            stack?: string | null;
            /**
             * @description The time.
             * @default null
             */
            timestamp?: components["schemas"]["Timestamp"] | null;
        };
        /**
         * BugReportNetworkEvent
         * @description A request of the client, and its response.
         */
        BugReportNetworkEvent: {
            /**
             * @description The duration in milliseconds.
             * @default null
             */
            duration_ms?: number | null;
            /**
             * @description Why there was no response.
             * @default null
             */
            error?: string | null;
            /** @description The HTTP method. */
            method: string;
            /**
             * @description The request body: text as sent, or JSON.
             * @default null
             */
            request_body?: components["schemas"]["JsonValue"];
            /**
             * @description The request headers.
             * @default null
             */
            request_headers?: components["schemas"]["BugReportHeaders"] | null;
            /**
             * @description The response body: text as received, or JSON.
             * @default null
             */
            response_body?: components["schemas"]["JsonValue"];
            /**
             * @description The response headers.
             * @default null
             */
            response_headers?: components["schemas"]["BugReportHeaders"] | null;
            /**
             * @description When it was sent.
             * @default null
             */
            started_at?: components["schemas"]["Timestamp"] | null;
            /**
             * @description The status of the response; null or 0 if there was none.
             * @default null
             */
            status?: number | null;
            /**
             * @description The `X-Trace-Id` of the response.
             * @default null
             */
            trace_id?: components["schemas"]["TraceId"] | null;
            /** @description The URL. */
            url: string;
        };
        /**
         * BugReportPage
         * @description A page of bug reports.
         */
        BugReportPage: {
            /** @description The reports, newest first. */
            items: components["schemas"]["BugReportSummary"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * BugReportPurge
         * @description The result of a purge or its dry run.
         */
        BugReportPurge: {
            /** @description Reports from before this time are deleted; null if reports are kept forever. */
            before: components["schemas"]["Timestamp"] | null;
            /** @description Whether it was a dry run, which deletes nothing. */
            dry_run: boolean;
            /** @description What was or would be deleted, oldest first; at most 1000. */
            items: components["schemas"]["PurgedBugReport"][];
            /** @description The number kept. */
            kept_count: components["schemas"]["Count"];
            /** @description The age limit in days; null if reports are kept forever and nothing was deleted. */
            older_than_days: number | null;
            /** @description The number that were or would be deleted. */
            purged_count: components["schemas"]["Count"];
        };
        /**
         * BugReportPurgeRequest
         * @description Which bug reports to delete.
         */
        BugReportPurgeRequest: {
            /**
             * @description Only report what would be deleted.
             * @default false
             */
            dry_run?: boolean;
            /**
             * @description The age limit in days, 0 for all reports; null for the configured retention.
             * @default null
             */
            older_than_days?: number | null;
        };
        /**
         * BugReportReceipt
         * @description The receipt of a stored report.
         */
        BugReportReceipt: {
            /** @description When it was stored. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The existing report of the same fault; null if there is none. */
            duplicate_of: components["schemas"]["Id"] | null;
            /** @description The report. */
            id: components["schemas"]["Id"];
            /** @description How many secrets were redacted in all. */
            redaction_count: components["schemas"]["Count"];
            /** @description What was redacted before storing, counted by kind and place. */
            redactions: components["schemas"]["BugReportRedaction"][];
            /** @description The trace id that connects it with jobs and log lines. */
            trace_id: components["schemas"]["TraceId"];
        };
        /**
         * BugReportRedaction
         * @description How many secrets of one kind were redacted in one place.
         */
        BugReportRedaction: {
            /** @description The number of times. */
            count: number;
            /** @description The kind of secret: password, jwt, credit_card … */
            kind: components["schemas"]["Word"];
            /** @description Where in the submission it was found. */
            place: string;
        };
        /**
         * BugReportsPurgedEvent
         * @description Old bug reports were deleted; sent to admins.
         */
        BugReportsPurgedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            /** @description The number deleted. */
            count: components["schemas"]["Count"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description Old bug reports were deleted.
             * @constant
             */
            kind: "bug_reports.purged";
            /** @description The age limit in days. */
            older_than_days: number;
        };
        /**
         * BugReportStatus
         * @description The status of a bug report.
         * @enum {string}
         */
        BugReportStatus: "open" | "in_progress" | "resolved" | "dismissed";
        /**
         * BugReportSubmission
         * @description A bug report, as submitted by a person and their browser. Secrets are redacted before anything is stored.
         */
        BugReportSubmission: {
            /**
             * @description The actual behaviour.
             * @default null
             */
            actual_behavior?: string | null;
            /**
             * @description The client's application state.
             * @default null
             */
            app_state?: components["schemas"]["JsonObject"] | null;
            /**
             * @description The browser, and the page that was open.
             * @default null
             */
            client_meta?: components["schemas"]["BugReportClientMeta"] | null;
            /** @description A description of the fault. */
            description: string;
            /**
             * @description The build of the client.
             * @default null
             */
            environment?: components["schemas"]["BugReportEnvironment"] | null;
            /**
             * @description The expected behaviour.
             * @default null
             */
            expected_behavior?: string | null;
            /**
             * @description The newest requests, oldest first.
             * @default null
             */
            network_events?: components["schemas"]["BugReportNetworkEvent"][] | null;
            /**
             * @description The newest lines of the client's log, oldest first.
             * @default null
             */
            recent_logs?: components["schemas"]["BugReportLog"][] | null;
            /**
             * @description A PNG as a data URL.
             * @default null
             */
            screenshot?: string | null;
            /**
             * @description Steps to reproduce: a list, or a text with one step per line.
             * @default null
             */
            steps_to_reproduce?: string[] | string | null;
            /**
             * @description The trace id of the request that failed; null for that of this request.
             * @default null
             */
            trace_id?: components["schemas"]["TraceId"] | null;
        };
        /**
         * BugReportSummary
         * @description A bug report in a list.
         */
        BugReportSummary: {
            /** @description The commit that fixes it; null if none is known. */
            commit: string | null;
            /** @description When it was reported. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who reported it; null if unknown. */
            created_by: components["schemas"]["Id"] | null;
            /** @description A description of the fault. */
            description: string;
            /** @description The number of duplicates of this report. */
            duplicate_count: components["schemas"]["Count"];
            /** @description The report of the same fault; null if there is none. */
            duplicate_of: components["schemas"]["Id"] | null;
            /** @description Equal for reports of the same fault: a digest of message, top stack frame and route. */
            fingerprint: components["schemas"]["Digest"];
            /** @description Whether there is a screenshot. */
            has_screenshot: boolean;
            /** @description The report. */
            id: components["schemas"]["Id"];
            /** @description How many secrets were redacted before it was stored. */
            redaction_count: components["schemas"]["Count"];
            /** @description The status of the work on it. */
            status: components["schemas"]["BugReportStatus"] | components["schemas"]["UnknownWord"];
            /** @description The trace id that connects it with jobs and log lines. */
            trace_id: components["schemas"]["TraceId"];
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * BugReportUpdate
         * @description Changes to a bug report.
         */
        BugReportUpdate: {
            /** @description The commit that fixes it; null for none. */
            commit?: string | null;
            /** @description The report of the same fault; null for none. */
            duplicate_of?: components["schemas"]["Id"] | null;
            /** @description The reviewers' notes, replacing the previous ones. */
            notes?: string;
            /** @description The status of the work on it. */
            status?: components["schemas"]["BugReportStatus"];
        };
        /**
         * BugReportViewport
         * @description The window size in CSS pixels.
         */
        BugReportViewport: {
            /**
             * @description Device pixels per CSS pixel.
             * @default null
             */
            device_pixel_ratio?: number | null;
            /** @description The height. */
            height: number;
            /** @description The width. */
            width: number;
        };
        /**
         * CaptionImageCount
         * @description A number of images.
         */
        CaptionImageCount: number;
        /**
         * CaptionRequest
         * @description Caption images: those listed, or all of an album; exactly one of the two is required (422 `images_or_album`). The engine's captions are labels with the source `engine`; labels added by hand are never changed.
         */
        CaptionRequest: {
            /** @description An album: its images at the time of the request, in album order; at most 5000. */
            album_id?: components["schemas"]["Id"];
            /** @description The engine, as named by getServer; default: the first that captions images. The job shows which one. */
            engine?: components["schemas"]["Word"];
            /** @description The images, in the order in which they are described. */
            image_ids?: components["schemas"]["Id"][];
            /**
             * @description Captions images. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "caption";
            /**
             * @description Whether to skip images that have any caption. If false, what the same engine wrote about an image before is replaced.
             * @default true
             */
            only_missing?: boolean;
            /**
             * @description Priority: the higher number goes first.
             * @default 0
             */
            priority?: components["schemas"]["Priority"];
            /**
             * @description Whether to write tags, too.
             * @default false
             */
            tags?: boolean;
        };
        /**
         * CellSize
         * @description The longer side of a picture of a contact sheet, in pixels.
         */
        CellSize: number;
        /**
         * ColumnName
         * @description The name of a column, used as `{name}` in a prompt template.
         */
        ColumnName: string;
        /**
         * Count
         * @description The number.
         */
        Count: number;
        /**
         * Cursor
         * @description An opaque cursor of a page. Only a `next_cursor` of the same list with the same filters is valid.
         */
        Cursor: string;
        /**
         * Digest
         * @description SHA-256 of the bytes, in lower-case hexadecimal.
         */
        Digest: string;
        /**
         * EngineAxis
         * @description One engine after the other, each with its own model unless the run names one.
         */
        EngineAxis: {
            /**
             * @description What the axis changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "engine";
            /** @description The engines, as named by getServer, in order. */
            values: components["schemas"]["Word"][];
        };
        /**
         * EngineCapabilities
         * @description An engine's capabilities; a job that exceeds them is rejected.
         */
        EngineCapabilities: {
            /** @description The formats of adapters that it loads. */
            adapter_formats: components["schemas"]["Word"][];
            /** @description Whether the same seed generates the same image. */
            deterministic: boolean;
            /** @description Whether it uses the guidance scale. */
            guidance_scale: boolean;
            /** @description The kinds of job that it takes. */
            kinds: (components["schemas"]["JobKind"] | components["schemas"]["UnknownWord"])[];
            /** @description The maximum width and height. */
            max_side: components["schemas"]["Pixels"];
            /** @description The maximum number of steps. */
            max_steps: number;
            /** @description The minimum width and height. */
            min_side: components["schemas"]["Pixels"];
            /** @description Whether it uses a negative prompt. */
            negative_prompt: boolean;
            /** @description Whether it shows previews while generating. */
            previews: boolean;
            /** @description Whether it uses the seed; if not, seeds are accepted without effect. */
            seed: boolean;
            /** @description Width and height must be multiples of this. */
            side_multiple: number;
            /** @description Whether it uses the number of steps; if not, only the default is accepted. */
            steps: boolean;
            /** @description Whether it can train on an album. */
            trains: boolean;
        };
        /**
         * EngineInfo
         * @description An engine of this studio.
         */
        EngineInfo: {
            /** @description Its capabilities. */
            capabilities: components["schemas"]["EngineCapabilities"];
            /** @description What to install or fix if it is not ok; null otherwise. */
            hint: string | null;
            /** @description Its name, as in a job's `engine`. */
            name: components["schemas"]["Word"];
            /** @description Whether it can work now. */
            ok: boolean;
            /** @description Its training parameters; empty if it does not train. */
            training_parameters: components["schemas"]["TrainingParameter"][];
            /** @description Its version. */
            version: string;
        };
        /**
         * EngineModel
         * @description A checkpoint that an engine can generate with.
         */
        EngineModel: {
            /** @description The family of models that it belongs to, such as `Stable Diffusion 1`; null if that is not known. */
            base: components["schemas"]["Line"] | null;
            /** @description The SHA-256 of its file, or of the list of its files; null until it was read once, by `platemark models scan` or for an image. */
            digest: components["schemas"]["Digest"] | null;
            /** @description The engine, as named by getServer. */
            engine: components["schemas"]["Word"];
            /** @description Whether the engine uses it for requests that name no model. */
            is_default: boolean;
            /** @description The name by which requests name it, without a digest. */
            name: components["schemas"]["ModelName"];
            /** @description The size of its weights; null if that is not known. */
            size_bytes: components["schemas"]["Count"] | null;
        };
        /**
         * EngineModelPage
         * @description A page of the checkpoints that engines can generate with.
         */
        EngineModelPage: {
            /** @description The models, in the order of the engines, by name. */
            items: components["schemas"]["EngineModel"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * Estimate
         * @description An estimate of the duration, based on the studio's past jobs of the same kind and size.
         */
        Estimate: {
            /** @description The number of finished jobs behind the estimate. */
            basis_count: components["schemas"]["Count"];
            /** @description The median, in seconds. */
            p50_seconds: number;
            /** @description The 90th percentile, in seconds. */
            p90_seconds: number;
        };
        /**
         * EventId
         * @description The id of an event as sent in the stream.
         */
        EventId: string;
        /**
         * EventMessage
         * @description One message of the stream with its fields; comments in between keep the connection alive.
         */
        EventMessage: {
            /** @description A StudioEvent as JSON, on one line. */
            data: string;
            /** @description The event's `kind`. */
            event: string;
            /** @description The id to resume from, sent as `Last-Event-ID`. */
            id: components["schemas"]["EventId"];
        };
        /**
         * EventNumber
         * @description The event's position in the order of all events; numbers rise and may have gaps.
         */
        EventNumber: number;
        /**
         * ExportEmbed
         * @description What is written into the pictures of an exported album: `a1111`: what they were made with, as the text of AUTOMATIC1111, in PNG as `parameters`, in JPEG and WebP as EXIF's UserComment.
         * @enum {string}
         */
        ExportEmbed: "a1111";
        /**
         * GapEvent
         * @description The events after the requested id are no longer kept, or that id never existed: reload what you show. The stream continues from here.
         */
        GapEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description Events were missed.
             * @constant
             */
            kind: "gap";
        };
        /**
         * GenerateRequest
         * @description Generate images from a prompt.
         */
        GenerateRequest: {
            /** @description Adapters to generate with, each once; an unknown one is rejected (422 `unknown_adapter`), as is one the engine cannot use. Default: the studio's, if they are for the same engine. */
            adapters?: components["schemas"]["AdapterUse"][];
            /** @description The album to append the images to. */
            album_id?: components["schemas"]["Id"];
            /**
             * @description The number of images to generate; their seeds count up from the first.
             * @default 1
             */
            count?: number;
            /** @description The engine, as named by getServer. Default: the studio's (getSettings). */
            engine?: components["schemas"]["Word"];
            /**
             * @description How closely to follow the prompt.
             * @default 7.5
             */
            guidance_scale?: components["schemas"]["GuidanceScale"];
            /**
             * @description Height in pixels.
             * @default 512
             */
            height?: components["schemas"]["Side"];
            /**
             * @description Generates images. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "generate";
            /** @description The model, as named by listModels; one that the engine lacks is rejected (422 `unknown_model`). Default: the studio's, if it is for the same engine, or the engine's own. */
            model?: components["schemas"]["ModelName"];
            /**
             * @description The negative prompt; engines that do not support it reject it.
             * @default
             */
            negative_prompt?: components["schemas"]["Prompt"];
            /**
             * @description Priority: the higher number goes first.
             * @default 0
             */
            priority?: components["schemas"]["Priority"];
            /** @description The prompt. */
            prompt: string;
            /** @description The seed; generated if absent, and shown in the job. */
            seed?: components["schemas"]["Seed"];
            /**
             * @description The number of steps.
             * @default 20
             */
            steps?: components["schemas"]["Steps"];
            /**
             * @description Who may see the images.
             * @default private
             */
            visibility?: components["schemas"]["Visibility"];
            /**
             * @description Width in pixels.
             * @default 512
             */
            width?: components["schemas"]["Side"];
        };
        /**
         * Grid
         * @description A grid: a picture for each combination of the values of its axes, of which there are at most 1000.
         */
        Grid: {
            /** @description The axes. On a contact sheet the first runs across and the second down; further ones repeat that. */
            axes: components["schemas"]["GridAxis"][];
            /**
             * @description The row of the set template that is drawn, unless an axis says which.
             * @default 0
             */
            row?: components["schemas"]["RowPosition"];
        };
        /**
         * GridAxis
         * @description What a grid changes along one axis, and to which values; `kind` selects the schema.
         */
        GridAxis: components["schemas"]["WordAxis"] | components["schemas"]["ReplacementAxis"] | components["schemas"]["AdapterAxis"] | components["schemas"]["AdapterWeightAxis"] | components["schemas"]["EngineAxis"] | components["schemas"]["ModelAxis"] | components["schemas"]["StepsAxis"] | components["schemas"]["GuidanceScaleAxis"] | components["schemas"]["SeedAxis"] | components["schemas"]["RowAxis"];
        /**
         * GridCell
         * @description A cell of a grid.
         */
        GridCell: {
            /** @description The position of its value on each axis. */
            coordinates: number[];
            /** @description The digest of what its picture is drawn from: the same picture in any grid has the same. */
            digest: components["schemas"]["Digest"];
            /** @description Whether its picture was there before, in another grid of the same user; then `job_id` is the job that drew it. */
            reused: boolean;
        };
        /**
         * GuidanceScale
         * @description How closely an engine follows the prompt; 0 ignores it.
         */
        GuidanceScale: number;
        /**
         * GuidanceScaleAxis
         * @description Other guidance scales.
         */
        GuidanceScaleAxis: {
            /**
             * @description What the axis changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "guidance_scale";
            /** @description The scales, in order. */
            values: components["schemas"]["GuidanceScale"][];
        };
        /**
         * Health
         * @description The health of the studio, part by part.
         */
        Health: {
            /** @description The database is readable and writable. */
            database: components["schemas"]["HealthCheck"];
            /** @description Jobs are claimed in time; a paused queue is healthy. */
            queue: components["schemas"]["HealthCheck"];
            /** @description The overall status. */
            status: components["schemas"]["HealthStatus"] | components["schemas"]["UnknownWord"];
            /** @description The storage is readable and writable. */
            storage: components["schemas"]["HealthCheck"];
            /** @description At least one worker sends heartbeats. */
            workers: components["schemas"]["HealthCheck"];
        };
        /**
         * HealthCheck
         * @description The health of one part of the studio.
         */
        HealthCheck: {
            /** @description The problem, for people, without any host, path or secret; null if it works. */
            detail: string | null;
            /** @description Whether it works. */
            ok: boolean;
        };
        /**
         * HealthStatus
         * @description `ok`: everything works; `degraded`: it responds, but queue or workers need attention; `down`: not ready.
         * @enum {string}
         */
        HealthStatus: "ok" | "degraded" | "down";
        /**
         * Id
         * Format: uuid
         * @description An id: a UUID version 7, generated by the server in the order of time.
         */
        Id: string;
        /**
         * Image
         * @description An image's metadata, without the file.
         */
        Image: {
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who created it; null if that user was deleted. */
            created_by: components["schemas"]["Id"] | null;
            /** @description When it was moved to the trash; null if it is not there. */
            deleted_at: components["schemas"]["Timestamp"] | null;
            /** @description SHA-256 of the file. */
            digest: components["schemas"]["Digest"];
            /** @description The path of getImageFile, which serves the file. */
            file_url: components["schemas"]["ApiPath"];
            /** @description Height in pixels. */
            height: components["schemas"]["Pixels"];
            /** @description The image. */
            id: components["schemas"]["Id"];
            /** @description The job that generated it; null if none. */
            job_id: components["schemas"]["Id"] | null;
            /** @description The media type of the file. */
            media_type: components["schemas"]["ImageMediaType"] | components["schemas"]["UnknownWord"];
            /** @description Whether it is marked as not safe for work (NSFW). */
            nsfw: boolean;
            /** @description The prompt it was generated from; null if there was none, and hidden (null) from everyone but its owner and editors. */
            prompt: components["schemas"]["Prompt"] | null;
            /** @description The caller's own rating, from 1 to 5; 0 if there is none, and for visitors. */
            rating: components["schemas"]["Rating"];
            /** @description The size of the file in bytes. */
            size_bytes: components["schemas"]["Count"];
            /** @description Its origin. */
            source: components["schemas"]["ImageSource"] | components["schemas"]["UnknownWord"];
            /** @description Whether the caller has starred it; false for visitors. */
            starred: boolean;
            /** @description A ThumbHash of the thumbnail; null until it is computed (for images of older versions), and if the thumbnail is lost. */
            thumb_hash: components["schemas"]["ThumbHash"] | null;
            /** @description The path of getImageThumbnail, which serves a small WebP. */
            thumbnail_url: components["schemas"]["ApiPath"];
            /** @description A short title. Of a generated image without one, it is the first words of its prompt, for those who may read that; else it is empty. */
            title: components["schemas"]["ShortTitle"];
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /** @description Who may see it. */
            visibility: components["schemas"]["Visibility"] | components["schemas"]["UnknownWord"];
            /** @description Width in pixels. */
            width: components["schemas"]["Pixels"];
        };
        /**
         * ImageAddedEvent
         * @description An image was created or restored from the trash.
         */
        ImageAddedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description The image. */
            image_id: components["schemas"]["Id"];
            /** @description The job that generated it. */
            job_id: components["schemas"]["Id"] | null;
            /**
             * @description An image was created.
             * @constant
             */
            kind: "image.added";
        };
        /**
         * ImageBulkChanges
         * @description Changes to many images; absent fields stay unchanged.
         */
        ImageBulkChanges: {
            /** @description Labels to add, as if written by hand; an image that has one already keeps it. */
            add_labels?: components["schemas"]["LabelContent"][];
            /** @description The album to append them to, in the order of `ids`, or as listImages lists them. */
            add_to_album?: components["schemas"]["Id"];
            /** @description Whether they are marked as not safe for work (NSFW). */
            nsfw?: boolean;
            /** @description The caller's own rating; 0 takes it back. */
            rating?: components["schemas"]["Rating"];
            /** @description The album to remove them from; this comes before `add_to_album`. */
            remove_from_album?: components["schemas"]["Id"];
            /** @description Labels to delete, whoever wrote them; this comes before `add_labels`. */
            remove_labels?: components["schemas"]["LabelContent"][];
            /** @description Whether the caller has starred them. */
            starred?: boolean;
            /** @description Whether they are in the trash: true moves them there, false restores them. For their owner and admins. */
            trashed?: boolean;
            /** @description Who may see them. For their owner and admins. */
            visibility?: components["schemas"]["Visibility"];
        };
        /**
         * ImageBulkFilter
         * @description Which images to change: those that listImages lists with the same filters; all that are given must match.
         */
        ImageBulkFilter: {
            /** @description Only images that were made with this adapter. */
            adapter_id?: components["schemas"]["Id"];
            /** @description Only images of this album. */
            album_id?: components["schemas"]["Id"];
            /** @description Only images that were created at this time or later. */
            created_after?: components["schemas"]["Timestamp"];
            /** @description Only images that were created before this time. */
            created_before?: components["schemas"]["Timestamp"];
            /** @description Only images that this engine made. */
            engine?: components["schemas"]["Word"];
            /** @description Only images with a label with exactly this text; case is ignored. */
            label?: string;
            /** @description Only images that were made with this model: its name, or its name and digest; case counts. */
            model?: components["schemas"]["ModelText"];
            /** @description Only images that are, or are not, marked as not safe for work. */
            nsfw?: boolean;
            /** @description Only images that are upright, lying or square. */
            orientation?: components["schemas"]["ImageOrientation"];
            /** @description Only images with this text in the title, a label or a prompt; case is ignored. */
            q?: string;
            /** @description Only images that the caller has rated so or better. */
            rating_min?: number;
            /** @description Only images that were made with this seed. */
            seed?: components["schemas"]["Seed"];
            /** @description Only images at least so many pixels wide and at least so many high. */
            side_min?: components["schemas"]["SideMin"];
            /**
             * @description Only images of one of these sources.
             * @default []
             */
            source?: components["schemas"]["ImageSource"][];
            /**
             * @description Only images that the caller has starred.
             * @default false
             */
            starred?: boolean;
            /**
             * @description Only images in the trash, instead of those that are not; callers change their own.
             * @default false
             */
            trashed?: boolean;
            /**
             * @description Only images with one of these visibilities.
             * @default []
             */
            visibility?: components["schemas"]["Visibility"][];
        };
        /**
         * ImageBulkResult
         * @description The result of changing many images or its dry run.
         */
        ImageBulkResult: {
            /** @description The number of images that were or would be changed. */
            changed_count: number;
            /** @description Whether it was a dry run, which changes nothing. */
            dry_run: boolean;
            /** @description The number of images that were so already, in all that was asked for. */
            unchanged_count: number;
        };
        /**
         * ImageBulkUpdate
         * @description Which images to change, and how. Either `ids` or `filter` is required (422 `ids_or_filter`).
         */
        ImageBulkUpdate: {
            /** @description What to change of each. */
            changes: components["schemas"]["ImageBulkChanges"];
            /**
             * @description Only report what would be changed.
             * @default false
             */
            dry_run?: boolean;
            /** @description All images that match, at most 1000. */
            filter?: components["schemas"]["ImageBulkFilter"];
            /** @description The images. */
            ids?: components["schemas"]["Id"][];
        };
        /**
         * ImageBytes
         * Format: binary
         * @description The bytes of a picture.
         */
        ImageBytes: Blob;
        /**
         * ImageChangedEvent
         * @description The metadata of an image changed.
         */
        ImageChangedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description The image. */
            image_id: components["schemas"]["Id"];
            /**
             * @description An image changed.
             * @constant
             */
            kind: "image.changed";
        };
        /**
         * ImageDetail
         * @description An image with its provenance, labels and albums.
         */
        ImageDetail: {
            /** @description The albums it is in that the caller may see. */
            albums: components["schemas"]["AlbumReference"][];
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who created it; null if that user was deleted. */
            created_by: components["schemas"]["Id"] | null;
            /** @description When it was moved to the trash; null if it is not there. */
            deleted_at: components["schemas"]["Timestamp"] | null;
            /** @description SHA-256 of the file. */
            digest: components["schemas"]["Digest"];
            /** @description The path of getImageFile, which serves the file. */
            file_url: components["schemas"]["ApiPath"];
            /** @description Height in pixels. */
            height: components["schemas"]["Pixels"];
            /** @description The image. */
            id: components["schemas"]["Id"];
            /** @description The job that generated it; null if none. */
            job_id: components["schemas"]["Id"] | null;
            /** @description Its newest labels; listLabels returns all. */
            labels: components["schemas"]["Label"][];
            /** @description The media type of the file. */
            media_type: components["schemas"]["ImageMediaType"] | components["schemas"]["UnknownWord"];
            /** @description Whether it is marked as not safe for work (NSFW). */
            nsfw: boolean;
            /** @description The prompt it was generated from; null if there was none, and hidden (null) from everyone but its owner and editors. */
            prompt: components["schemas"]["Prompt"] | null;
            /** @description Its provenance; null if unknown, and hidden (null) from everyone but its owner and editors. */
            provenance: components["schemas"]["Provenance"] | null;
            /** @description The caller's own rating, from 1 to 5; 0 if there is none, and for visitors. */
            rating: components["schemas"]["Rating"];
            /** @description The size of the file in bytes. */
            size_bytes: components["schemas"]["Count"];
            /** @description Its origin. */
            source: components["schemas"]["ImageSource"] | components["schemas"]["UnknownWord"];
            /** @description Whether the caller has starred it; false for visitors. */
            starred: boolean;
            /** @description A ThumbHash of the thumbnail; null until it is computed (for images of older versions), and if the thumbnail is lost. */
            thumb_hash: components["schemas"]["ThumbHash"] | null;
            /** @description The path of getImageThumbnail, which serves a small WebP. */
            thumbnail_url: components["schemas"]["ApiPath"];
            /** @description A short title. Of a generated image without one, it is the first words of its prompt, for those who may read that; else it is empty. */
            title: components["schemas"]["ShortTitle"];
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /** @description Who may see it. */
            visibility: components["schemas"]["Visibility"] | components["schemas"]["UnknownWord"];
            /** @description Width in pixels. */
            width: components["schemas"]["Pixels"];
        };
        /**
         * ImageMark
         * @description The caller's own rating and star of an image. Nobody else sees them.
         */
        ImageMark: {
            /** @description The caller's rating, from 1 to 5; 0 if there is none. */
            rating: components["schemas"]["Rating"];
            /** @description Whether the caller has starred the image. */
            starred: boolean;
        };
        /**
         * ImageMarkedEvent
         * @description A user rated or starred an image, or took that back. Only this user receives it.
         */
        ImageMarkedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description The image. */
            image_id: components["schemas"]["Id"];
            /**
             * @description The caller's mark of an image changed.
             * @constant
             */
            kind: "image.marked";
            /** @description The rating since then. */
            rating: components["schemas"]["Rating"];
            /** @description Whether the image is starred since then. */
            starred: boolean;
        };
        /**
         * ImageMarkUpdate
         * @description Changes to the caller's rating and star of an image; absent fields stay unchanged.
         */
        ImageMarkUpdate: {
            /** @description The rating, from 1 to 5; 0 takes it back. */
            rating?: components["schemas"]["Rating"];
            /** @description Whether the image is starred. */
            starred?: boolean;
        };
        /**
         * ImageMediaType
         * @description The formats of stored images.
         * @enum {string}
         */
        ImageMediaType: "image/png" | "image/jpeg" | "image/webp";
        /**
         * ImageOrientation
         * @description Whether an image is higher than wide, wider than high, or neither, as a viewer shows it.
         * @enum {string}
         */
        ImageOrientation: "portrait" | "landscape" | "square";
        /**
         * ImagePage
         * @description One page of images, newest first.
         */
        ImagePage: {
            /** @description The images. */
            items: components["schemas"]["Image"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * ImagePurgedEvent
         * @description An image of the trash was deleted for good; sent to its owner and admins.
         */
        ImagePurgedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description The image. */
            image_id: components["schemas"]["Id"];
            /**
             * @description An image of the trash was deleted for good.
             * @constant
             */
            kind: "image.purged";
        };
        /**
         * ImageRemovedEvent
         * @description An image was moved to the trash.
         */
        ImageRemovedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description The image. */
            image_id: components["schemas"]["Id"];
            /**
             * @description An image was moved to the trash.
             * @constant
             */
            kind: "image.removed";
        };
        /**
         * ImageSource
         * @description The origin of an image: generated by a job, uploaded, or imported.
         * @enum {string}
         */
        ImageSource: "generated" | "uploaded" | "imported";
        /**
         * ImageSourceCounts
         * @description Counts of images by source.
         */
        ImageSourceCounts: {
            /** @description Generated by a job. */
            generated: components["schemas"]["Count"];
            /** @description Imported. */
            imported: components["schemas"]["Count"];
            /** @description Uploaded by someone. */
            uploaded: components["schemas"]["Count"];
        };
        /**
         * ImageUpdate
         * @description Changes to an image; absent fields stay unchanged.
         */
        ImageUpdate: {
            /** @description Whether it is marked as not safe for work (NSFW). */
            nsfw?: boolean;
            /** @description A short title. */
            title?: components["schemas"]["ShortTitle"];
            /** @description Who may see it. */
            visibility?: components["schemas"]["Visibility"];
        };
        /**
         * ImageUpload
         * @description An image to upload, as form parts.
         */
        ImageUpload: {
            /** @description The album to append it to. */
            album_id?: components["schemas"]["Id"];
            /** @description A caption to add as a label. */
            caption?: components["schemas"]["LabelText"];
            /**
             * Format: binary
             * @description The bytes of a PNG, JPEG, WebP or AVIF; the format is detected from the bytes.
             */
            file: Blob;
            /**
             * @description Whether it is marked as not safe for work (NSFW).
             * @default false
             */
            nsfw?: boolean;
            /**
             * @description A short title.
             * @default
             */
            title?: components["schemas"]["ShortTitle"];
            /**
             * @description Who may see it.
             * @default private
             */
            visibility?: components["schemas"]["Visibility"];
        };
        /**
         * Import
         * @description An import of a folder: planned first, then applied, verified or undone on request.
         */
        Import: {
            /** @description Which folders become albums. */
            albums: components["schemas"]["ImportAlbums"] | components["schemas"]["UnknownWord"];
            /** @description When it was last applied completely; null before that. */
            applied_at: components["schemas"]["Timestamp"] | null;
            /** @description Whether cancellation was requested. */
            cancel_requested: boolean;
            /** @description The plan's items by outcome. */
            counts: components["schemas"]["ImportCounts"];
            /** @description When it was requested. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The admin who requested it and owns what it creates; null for the command line, and if that user was deleted. */
            created_by: components["schemas"]["Id"] | null;
            /** @description SHA-256 of the plan, required by applyImport; null until it is planned. */
            digest: components["schemas"]["Digest"] | null;
            /** @description The discrepancies after the latest apply, verify or undo, the most frequent first. listImportItems lists the items. */
            discrepancies: components["schemas"]["ImportDiscrepancies"][];
            /** @description Why the phase failed; null if it did not. */
            error: components["schemas"]["ImportFailure"] | null;
            /** @description When the latest phase ended; null before. */
            finished_at: components["schemas"]["Timestamp"] | null;
            /** @description The import. */
            id: components["schemas"]["Id"];
            /** @description The kind of import. */
            kind: components["schemas"]["ImportKind"] | components["schemas"]["UnknownWord"];
            /** @description The phase that was requested last. */
            phase: components["schemas"]["ImportPhase"] | components["schemas"]["UnknownWord"];
            /** @description When the plan was completed; null before that. */
            planned_at: components["schemas"]["Timestamp"] | null;
            /** @description The progress of the phase. */
            progress: components["schemas"]["ImportProgress"];
            /** @description The plan's items that have a reason, by outcome and reason, the most frequent first. */
            reasons: components["schemas"]["ImportReason"][];
            /** @description The results of the items. */
            results: components["schemas"]["ImportResults"];
            /** @description The source; for imports started on the command line, the folder's name only. */
            source: components["schemas"]["ImportSourcePath"];
            /** @description Whether the latest verify could read the source; null before the first. */
            source_checked: boolean | null;
            /** @description When the latest phase started; null while it is queued. */
            started_at: components["schemas"]["Timestamp"] | null;
            /** @description Its state. */
            state: components["schemas"]["ImportState"] | components["schemas"]["UnknownWord"];
            /** @description When it was undone; null before that. */
            undone_at: components["schemas"]["Timestamp"] | null;
            /** @description When it last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /** @description When it was last verified completely; null before that. */
            verified_at: components["schemas"]["Timestamp"] | null;
            /** @description The visibility of what it creates, unless the source specifies one. */
            visibility: components["schemas"]["Visibility"] | components["schemas"]["UnknownWord"];
        };
        /**
         * ImportAlbums
         * @description Which folders of images become albums: `known`: those of the studios that are known, others are listed and not read; `folders`: every other folder with images, too, under its own name. An import of sets ignores it.
         * @enum {string}
         */
        ImportAlbums: "known" | "folders";
        /**
         * ImportApply
         * @description The plan to apply.
         */
        ImportApply: {
            /** @description The plan's digest, which ensures that the reviewed plan is the one applied. */
            digest: components["schemas"]["Digest"];
        };
        /**
         * ImportChangedEvent
         * @description An import phase was requested, started, ended or was cancelled; sent to admins.
         */
        ImportChangedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description The import. */
            import_id: components["schemas"]["Id"];
            /**
             * @description The state of an import changed.
             * @constant
             */
            kind: "import.changed";
            /** @description The phase that was requested last. */
            phase: components["schemas"]["ImportPhase"] | components["schemas"]["UnknownWord"];
            /** @description Its state. */
            state: components["schemas"]["ImportState"] | components["schemas"]["UnknownWord"];
        };
        /**
         * ImportCounts
         * @description Counts of a plan's items by outcome.
         */
        ImportCounts: {
            /** @description Changed in the source since it was imported. */
            changed: components["schemas"]["Count"];
            /** @description Changed in the source and here. */
            conflicting: components["schemas"]["Count"];
            /** @description New. */
            new: components["schemas"]["Count"];
            /** @description Skipped, for a reason. */
            skipped: components["schemas"]["Count"];
            /** @description Already present. */
            unchanged: components["schemas"]["Count"];
        };
        /**
         * ImportCreate
         * @description A new import.
         */
        ImportCreate: {
            /**
             * @description Which folders become albums.
             * @default known
             */
            albums?: components["schemas"]["ImportAlbums"];
            /** @description The kind of import. */
            kind: components["schemas"]["ImportKind"];
            /** @description The source; listImportSources lists the configured sources. */
            source: components["schemas"]["ImportSourcePath"];
            /**
             * @description The visibility of what it creates, unless the source specifies one.
             * @default private
             */
            visibility?: components["schemas"]["Visibility"];
        };
        /**
         * ImportDiscrepancies
         * @description A count of items with the same discrepancy.
         */
        ImportDiscrepancies: {
            /** @description The kind: `missing`, `corrupt`, `orphaned`, `altered` here, `source_missing`, `source_altered`, or why it failed or was kept. */
            code: components["schemas"]["Word"];
            /** @description The number. */
            count: components["schemas"]["Count"];
        };
        /**
         * ImportFailure
         * @description Why a phase of an import failed.
         */
        ImportFailure: {
            /** @description The reason, for programs. */
            code: components["schemas"]["Word"];
            /** @description The reason, for people; contains no path of the server. */
            message: string;
        };
        /**
         * ImportFinishedMessage
         * @description A phase of an import ended.
         */
        ImportFinishedMessage: {
            /** @description When it happened. */
            at: components["schemas"]["Timestamp"];
            /** @description The id of the message: the same in every attempt, and the header `webhook-id`. */
            id: components["schemas"]["Id"];
            /** @description The import. */
            import_id: components["schemas"]["Id"];
            /**
             * @description A phase of an import ended.
             * @constant
             */
            kind: "import.finished";
            /** @description The phase. */
            phase: components["schemas"]["ImportPhase"] | components["schemas"]["UnknownWord"];
            /** @description How it ended. */
            state: components["schemas"]["WebhookImportState"] | components["schemas"]["UnknownWord"];
        };
        /**
         * ImportItem
         * @description One item of a source: an image, a folder that becomes an album, a set, a row of a database; or one that is skipped, and why.
         */
        ImportItem: {
            /** @description The discrepancy, for programs; null if there is none. */
            discrepancy: components["schemas"]["Word"] | null;
            /** @description The reason, for people; may be empty. */
            discrepancy_message: string;
            /** @description Its location. */
            key: components["schemas"]["ImportKey"];
            /** @description The reason, for people; may be empty. */
            message: string;
            /** @description The result of the plan. */
            outcome: components["schemas"]["ImportOutcome"] | components["schemas"]["UnknownWord"];
            /** @description Its position in the plan; the first is 0. */
            position: number;
            /** @description The reason, for programs; null if the outcome explains itself. */
            reason: components["schemas"]["Word"] | null;
            /** @description Its progress. */
            state: components["schemas"]["ImportItemState"] | components["schemas"]["UnknownWord"];
            /** @description What it was imported as; null before that, and for items that are not imported. */
            thing: components["schemas"]["ImportThing"] | null;
        };
        /**
         * ImportItemPage
         * @description One page of import items, in plan order.
         */
        ImportItemPage: {
            /** @description The import items. */
            items: components["schemas"]["ImportItem"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * ImportItemsCsv
         * @description Items as CSV (RFC 4180, UTF-8): a header, then one line per item, at most 5000. The last column is the cursor that continues after the line.
         */
        ImportItemsCsv: string;
        /**
         * ImportItemState
         * @description The state of an item: `planned`; `keeping`: its bytes are being stored; `applied`; `failed`: it could not be applied; `undone`; `kept`: changed here since, therefore not undone.
         * @enum {string}
         */
        ImportItemState: "planned" | "keeping" | "applied" | "failed" | "undone" | "kept";
        /**
         * ImportKey
         * @description The item's path within the source, separated by slashes; a folder ends with one.
         */
        ImportKey: string;
        /**
         * ImportKind
         * @description What an import reads: `media`: an outputs tree of images with sidecar files; `sets`: a folder of set templates (config.yaml and CSV manifests); `database`: a folder with Imagineer's SQLite database and the files that it names; `album`: the file of an exported album (exportAlbum).
         * @enum {string}
         */
        ImportKind: "media" | "sets" | "database" | "album";
        /**
         * ImportOutcome
         * @description The outcome of an item in the plan: `new`; `unchanged` since a previous import; `changed` in the source; `conflicting`: changed in the source and here; `skipped`, for the given reason. Apply processes new and changed items.
         * @enum {string}
         */
        ImportOutcome: "new" | "unchanged" | "changed" | "conflicting" | "skipped";
        /**
         * ImportPage
         * @description One page of imports, newest first.
         */
        ImportPage: {
            /** @description The imports. */
            items: components["schemas"]["Import"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * ImportPhase
         * @description The phase of an import that was requested last.
         * @enum {string}
         */
        ImportPhase: "plan" | "apply" | "verify" | "undo";
        /**
         * ImportProgress
         * @description The progress of the latest phase.
         */
        ImportProgress: {
            /** @description The number of items done. */
            done: components["schemas"]["Count"];
            /** @description The total; null while the plan is still scanning. */
            total: components["schemas"]["Count"] | null;
        };
        /**
         * ImportReason
         * @description A count of items with the same outcome and reason.
         */
        ImportReason: {
            /** @description The number. */
            count: components["schemas"]["Count"];
            /** @description The outcome. */
            outcome: components["schemas"]["ImportOutcome"] | components["schemas"]["UnknownWord"];
            /** @description The reason, for programs. */
            reason: components["schemas"]["Word"];
        };
        /**
         * ImportResults
         * @description The results of the items that were to be processed.
         */
        ImportResults: {
            /** @description Done, and not undone. */
            applied: components["schemas"]["Count"];
            /** @description Failed; applying again retries them. */
            failed: components["schemas"]["Count"];
            /** @description Kept: changed here since. */
            kept: components["schemas"]["Count"];
            /** @description Undone. */
            undone: components["schemas"]["Count"];
        };
        /**
         * ImportSource
         * @description A folder that imports may read, by its name.
         */
        ImportSource: {
            /** @description Its name in createImport. */
            name: components["schemas"]["ImportSourcePath"];
            /** @description Whether it exists and is readable now. */
            readable: boolean;
        };
        /**
         * ImportSourcePath
         * @description What an import may read: the name of a configured source, or a folder below it, or for the kind `album` a file in one, with slashes between. Never a path of the server's disk.
         */
        ImportSourcePath: string;
        /**
         * ImportSources
         * @description The folders that imports may read.
         */
        ImportSources: {
            /** @description The sources, as configured. */
            items: components["schemas"]["ImportSource"][];
        };
        /**
         * ImportState
         * @description The state of an import: its latest phase is `queued` or `running`, or has ended: `planned`, `applied`, `undone`, `failed`, `cancelled`.
         * @enum {string}
         */
        ImportState: "queued" | "running" | "planned" | "applied" | "undone" | "failed" | "cancelled";
        /**
         * ImportThing
         * @description What an item was imported as.
         */
        ImportThing: {
            /** @description Its id; it may have been deleted. */
            id: components["schemas"]["Id"];
            /** @description Its kind. */
            kind: components["schemas"]["ImportThingKind"] | components["schemas"]["UnknownWord"];
        };
        /**
         * ImportThingKind
         * @description The kind of object that imports create.
         * @enum {string}
         */
        ImportThingKind: "album" | "image" | "set_template" | "set_run" | "training_run" | "adapter" | "bug_report";
        /**
         * ImportUndoSurvey
         * @description What an undo would remove and what it would keep, as things are now.
         */
        ImportUndoSurvey: {
            /**
             * @description Nothing was changed.
             * @constant
             */
            dry_run: true;
            /** @description What would be kept, and why; the last item of the plan first, at most 1000. */
            kept: components["schemas"]["ImportItem"][];
            /** @description The number of items that would be kept. */
            kept_count: components["schemas"]["Count"];
            /** @description Why items would be kept, the most frequent reason first. */
            reasons: components["schemas"]["ImportDiscrepancies"][];
            /** @description What would be undone, in that order: the last item of the plan first, at most 1000. */
            undone: components["schemas"]["ImportItem"][];
            /** @description The number of items that would be undone. */
            undone_count: components["schemas"]["Count"];
        };
        /**
         * Job
         * @description A job: the request, its state and its result.
         */
        Job: {
            /** @description The album its images are added to, or whose images it captions; null if none, or if the caller may not see it. */
            album_id: components["schemas"]["Id"] | null;
            /** @description The number of the attempt; 0 before the first. */
            attempt: number;
            /** @description Whether cancellation was requested; a running job stops at its next step. */
            cancel_requested: boolean;
            /** @description Its progress, for a caption job; null for other kinds. */
            captions: components["schemas"]["JobCaptions"] | null;
            /** @description When it was requested. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who requested it; null if that user was deleted. */
            created_by: components["schemas"]["Id"] | null;
            /** @description Why it, or its last attempt, failed; null if none has. */
            error: components["schemas"]["JobError"] | null;
            /** @description Estimated time to completion from now; null if it is finished or there is no basis for an estimate. */
            estimate: components["schemas"]["Estimate"] | null;
            /** @description When it reached its final state; null before that. */
            finished_at: components["schemas"]["Timestamp"] | null;
            /** @description The job. */
            id: components["schemas"]["Id"];
            /** @description The images it generated, in the order of their seeds, without those in the trash or hidden from the caller. */
            image_ids: components["schemas"]["Id"][];
            /** @description The kind of job. */
            kind: components["schemas"]["JobKind"] | components["schemas"]["UnknownWord"];
            /** @description The maximum number of attempts. */
            max_attempts: number;
            /** @description The number of queued jobs ahead of it; null unless it is queued. */
            position: components["schemas"]["Position"] | null;
            /** @description Priority: the higher number goes first. */
            priority: components["schemas"]["Priority"];
            /** @description The progress of the current attempt; 1 when it succeeded. */
            progress: components["schemas"]["Progress"];
            /** @description The request with every default and the seed filled in; null for others than its owner and admins, except for editors who see everything it touches: its album, and each image that it generated or captions. Null for training jobs, which are described by their training run. */
            request: components["schemas"]["ReceivedJobRequest"] | null;
            /** @description Its row of the set; null outside a set run. */
            row_position: components["schemas"]["Position"] | null;
            /** @description The set run it belongs to; null if none. */
            set_run_id: components["schemas"]["Id"] | null;
            /** @description When its current attempt started; null before the first. */
            started_at: components["schemas"]["Timestamp"] | null;
            /** @description Its state. */
            state: components["schemas"]["State"] | components["schemas"]["UnknownWord"];
            /** @description The trace id of the request that created it. */
            trace_id: components["schemas"]["TraceId"] | null;
            /** @description The training run that it executes; null for other kinds. */
            training_run_id: components["schemas"]["Id"] | null;
            /** @description The worker that runs it; null unless it is running, and hidden (null) from viewers. */
            worker: string | null;
        };
        /**
         * JobCancellation
         * @description The result of cancelling many jobs or its dry run.
         */
        JobCancellation: {
            /** @description The number of queued jobs that were or would be cancelled. */
            cancelled_count: number;
            /** @description Whether it was a dry run, which changes nothing. */
            dry_run: boolean;
            /** @description Whether more jobs match: another request cancels them. */
            more: boolean;
            /** @description The number of running jobs that were or would be asked to stop; those that were asked before do not count. */
            stopping_count: number;
        };
        /**
         * JobCancellationRequest
         * @description Which unfinished jobs to cancel: those that match every field. Whose they are is said by `created_by` or by `everyone`, not by both (422 `owner_or_everyone`); without either they are the caller's own.
         */
        JobCancellationRequest: {
            /** @description Only jobs of this user; another user than the caller is for admins. */
            created_by?: components["schemas"]["Id"];
            /**
             * @description Only report what would be cancelled.
             * @default false
             */
            dry_run?: boolean;
            /**
             * @description The jobs of all users; for admins.
             * @default false
             */
            everyone?: boolean;
            /** @description Only jobs of this kind. */
            kind?: components["schemas"]["JobKind"];
            /**
             * @description Leave running jobs alone; otherwise they are asked to stop.
             * @default false
             */
            queued_only?: boolean;
            /** @description Only jobs of this set run. */
            set_run_id?: components["schemas"]["Id"];
        };
        /**
         * JobCancelledEvent
         * @description A job was cancelled.
         */
        JobCancelledEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description The job. */
            job_id: components["schemas"]["Id"];
            /**
             * @description A job was cancelled.
             * @constant
             */
            kind: "job.cancelled";
            /** @description The set run that it belongs to. */
            set_run_id: components["schemas"]["Id"] | null;
        };
        /**
         * JobCancelRequestedEvent
         * @description Cancellation of a running job was requested.
         */
        JobCancelRequestedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description The job. */
            job_id: components["schemas"]["Id"];
            /**
             * @description Cancellation of a job was requested.
             * @constant
             */
            kind: "job.cancel_requested";
            /** @description The set run that it belongs to. */
            set_run_id: components["schemas"]["Id"] | null;
        };
        /**
         * JobCaptions
         * @description The progress of a caption job; images in none of the counts are waiting.
         */
        JobCaptions: {
            /** @description The number captioned. */
            captioned_count: components["schemas"]["CaptionImageCount"];
            /** @description The number of images to caption. */
            image_count: components["schemas"]["CaptionImageCount"];
            /** @description The numbers skipped, by reason. */
            skipped: components["schemas"]["JobCaptionsSkipped"];
        };
        /**
         * JobCaptionsSkipped
         * @description Skipped images, by reason.
         */
        JobCaptionsSkipped: {
            /** @description The engine refused to caption it. */
            engine_refused: components["schemas"]["CaptionImageCount"];
            /** @description It had a caption already. */
            has_caption: components["schemas"]["CaptionImageCount"];
            /** @description It was deleted, or hidden from the job's owner, before its turn. */
            image_gone: components["schemas"]["CaptionImageCount"];
        };
        /**
         * JobError
         * @description Why a job failed.
         */
        JobError: {
            /** @description The reason, for programs. */
            code: components["schemas"]["Word"];
            /** @description The reason and the remedy, for people; contains no path or secret. Hidden from those who may not read what the job was made with. */
            message: string;
        };
        /**
         * JobFailedEvent
         * @description A job failed for good.
         */
        JobFailedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            /** @description The reason. */
            error_code: components["schemas"]["Word"];
            id: components["schemas"]["EventNumber"];
            /** @description The job. */
            job_id: components["schemas"]["Id"];
            /**
             * @description A job failed.
             * @constant
             */
            kind: "job.failed";
            /** @description The set run that it belongs to. */
            set_run_id: components["schemas"]["Id"] | null;
        };
        /**
         * JobFinishedMessage
         * @description A job succeeded, failed for good, or was cancelled.
         */
        JobFinishedMessage: {
            /** @description When it happened. */
            at: components["schemas"]["Timestamp"];
            /** @description Why it failed; null if it did not. */
            error_code: components["schemas"]["Word"] | null;
            /** @description The id of the message: the same in every attempt, and the header `webhook-id`. */
            id: components["schemas"]["Id"];
            /** @description The job. */
            job_id: components["schemas"]["Id"];
            /** @description What kind of job. */
            job_kind: components["schemas"]["JobKind"] | components["schemas"]["UnknownWord"];
            /**
             * @description A job succeeded, failed for good, or was cancelled.
             * @constant
             */
            kind: "job.finished";
            /** @description The set run that it belongs to; null if it belongs to none. */
            set_run_id: components["schemas"]["Id"] | null;
            /** @description How it ended. */
            state: components["schemas"]["WebhookEndState"] | components["schemas"]["UnknownWord"];
        };
        /**
         * JobKind
         * @description The kind of a job: `generate` generates images, `caption` describes them, `train` trains on them.
         * @enum {string}
         */
        JobKind: "generate" | "caption" | "train";
        /**
         * JobLinks
         * @description Paths of this API related to a job.
         */
        JobLinks: {
            /** @description cancelJob. */
            cancel: components["schemas"]["ApiPath"];
            /** @description getJob. */
            self: components["schemas"]["ApiPath"];
        };
        /**
         * JobPreviewEvent
         * @description A running job has a new preview: getJobPreview.
         */
        JobPreviewEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description The job. */
            job_id: components["schemas"]["Id"];
            /**
             * @description A running job has a new preview.
             * @constant
             */
            kind: "job.preview";
            /** @description How much of the job was done. */
            progress: components["schemas"]["Progress"];
            /** @description Its set run, if it has one. */
            set_run_id: components["schemas"]["Id"] | null;
        };
        /**
         * JobQueuedEvent
         * @description A job is queued: a new one, one that is retried, or one that was released.
         */
        JobQueuedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            /** @description Why the previous attempt failed. */
            error_code: components["schemas"]["Word"] | null;
            id: components["schemas"]["EventNumber"];
            /** @description The job. */
            job_id: components["schemas"]["Id"];
            /**
             * @description A job is queued.
             * @constant
             */
            kind: "job.queued";
            /** @description The set run that it belongs to. */
            set_run_id: components["schemas"]["Id"] | null;
        };
        /**
         * JobRequest
         * @description The job to run; `kind` selects the schema.
         */
        JobRequest: components["schemas"]["GenerateRequest"] | components["schemas"]["CaptionRequest"];
        /**
         * JobRunningEvent
         * @description A worker started a job.
         */
        JobRunningEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            /** @description The number of the attempt. */
            attempt: number;
            id: components["schemas"]["EventNumber"];
            /** @description The job. */
            job_id: components["schemas"]["Id"];
            /**
             * @description A job is running.
             * @constant
             */
            kind: "job.running";
            /** @description The set run that it belongs to. */
            set_run_id: components["schemas"]["Id"] | null;
        };
        /**
         * JobsResponse
         * @description One page of jobs, newest first, with counts.
         */
        JobsResponse: {
            /** @description Jobs by state under the filters `kind` and `set_run_id`; the filters `state` and `created_by` do not apply. */
            counts: components["schemas"]["StateCounts"];
            /** @description The jobs. */
            items: components["schemas"]["Job"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * JobSucceededEvent
         * @description A job succeeded; its images are available.
         */
        JobSucceededEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description The job. */
            job_id: components["schemas"]["Id"];
            /**
             * @description A job succeeded.
             * @constant
             */
            kind: "job.succeeded";
            /** @description The set run that it belongs to. */
            set_run_id: components["schemas"]["Id"] | null;
        };
        /**
         * JobUpdate
         * @description Changes to a queued job.
         */
        JobUpdate: {
            /** @description Priority: the higher number goes first. */
            priority?: components["schemas"]["Priority"];
        };
        /**
         * JobUpdatedEvent
         * @description The priority of a queued job changed.
         */
        JobUpdatedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description The job. */
            job_id: components["schemas"]["Id"];
            /**
             * @description The priority of a job changed.
             * @constant
             */
            kind: "job.updated";
            /** @description The new priority. */
            priority: components["schemas"]["Priority"];
        };
        /**
         * JsonObject
         * @description Any JSON object: at most 32 levels deep.
         */
        JsonObject: {
            [key: string]: components["schemas"]["JsonValue"];
        };
        /**
         * JsonValue
         * @description Any JSON: strings without NUL, at most 32 levels deep.
         */
        JsonValue: AnyJson;
        /**
         * KeptImage
         * @description An image that stays in the trash although it is old enough to go.
         */
        KeptImage: {
            /** @description When it was moved to the trash. */
            deleted_at: components["schemas"]["Timestamp"];
            /** @description The image. */
            id: components["schemas"]["Id"];
            /** @description The training run or the set run. */
            named_by: components["schemas"]["Id"];
            /** @description Why it stays. */
            reason: components["schemas"]["KeptImageReason"] | components["schemas"]["UnknownWord"];
        };
        /**
         * KeptImageReason
         * @description Why an image stays in the trash: a training run names it in its dataset, or its set run is queued or running.
         * @enum {string}
         */
        KeptImageReason: "training_run" | "set_run";
        /**
         * Label
         * @description A caption or tag of an image.
         */
        Label: {
            /** @description The engine's confidence, 0 … 1; null for labels added by hand. */
            confidence: number | null;
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who created or requested it; null if that user was deleted. */
            created_by: components["schemas"]["Id"] | null;
            /** @description The engine that created it; null for labels added by hand. */
            engine: components["schemas"]["Word"] | null;
            /** @description The engine's version; null for labels added by hand, or if unknown. */
            engine_version: string | null;
            /** @description The label. */
            id: components["schemas"]["Id"];
            /** @description The image that it describes. */
            image_id: components["schemas"]["Id"];
            /** @description The caption job that created it; null for others. */
            job_id: components["schemas"]["Id"] | null;
            /** @description Caption or tag. */
            kind: components["schemas"]["LabelKind"] | components["schemas"]["UnknownWord"];
            /** @description The model the engine used; null for labels added by hand and for an engine without a model. */
            model: components["schemas"]["Line"] | null;
            /** @description Who wrote it. */
            source: components["schemas"]["LabelSource"] | components["schemas"]["UnknownWord"];
            /** @description The text. */
            text: components["schemas"]["LabelText"];
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * LabelContent
         * @description What a label says, whoever wrote it.
         */
        LabelContent: {
            /** @description Caption or tag. */
            kind: components["schemas"]["LabelKind"];
            /** @description The whole text; case is ignored. */
            text: components["schemas"]["LabelText"];
        };
        /**
         * LabelCount
         * @description A label and how many images have it.
         */
        LabelCount: {
            /** @description The number of images that have it. */
            count: components["schemas"]["Count"];
            /** @description Caption or tag. */
            kind: components["schemas"]["LabelKind"] | components["schemas"]["UnknownWord"];
            /** @description The text. */
            text: components["schemas"]["LabelText"];
        };
        /**
         * LabelCreate
         * @description A label to add by hand.
         */
        LabelCreate: {
            /** @description Caption or tag. */
            kind: components["schemas"]["LabelKind"];
            /** @description The text. */
            text: components["schemas"]["LabelText"];
        };
        /**
         * LabelKind
         * @description A `caption` describes the image in a sentence, a `tag` names one thing in it.
         * @enum {string}
         */
        LabelKind: "caption" | "tag";
        /**
         * LabelPage
         * @description One page of an image's labels, newest first.
         */
        LabelPage: {
            /** @description The labels. */
            items: components["schemas"]["Label"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * LabelSource
         * @description Whether a person or an engine wrote it.
         * @enum {string}
         */
        LabelSource: "manual" | "engine";
        /**
         * LabelText
         * @description The text of a label; never empty.
         */
        LabelText: string;
        /**
         * LabelUpdate
         * @description Changes to a label; absent fields stay unchanged.
         */
        LabelUpdate: {
            /** @description Caption or tag. */
            kind?: components["schemas"]["LabelKind"];
            /** @description The text. */
            text?: components["schemas"]["LabelText"];
        };
        /**
         * Line
         * @description Text of one line, without control characters or line breaks.
         */
        Line: string;
        /**
         * LinkSignIn
         * @description Sign in with the token of a one-time link.
         */
        LinkSignIn: {
            /**
             * @description With a one-time link. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            method: "link";
            /** @description The token of the link; it works once and expires soon. */
            token: string;
        };
        /**
         * MetricsText
         * @description Metrics in Prometheus' text format, version 0.0.4.
         */
        MetricsText: string;
        /**
         * ModelAxis
         * @description One model after the other.
         */
        ModelAxis: {
            /**
             * @description What the axis changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "model";
            /** @description The models, as named by listModels, in order. */
            values: components["schemas"]["ModelName"][];
        };
        /**
         * ModelName
         * @description A model by its name in listModels, or by name and digest, as images record it: `NAME sha256:DIGEST`.
         */
        ModelName: string;
        /**
         * ModelText
         * @description A model as the provenance of images names it: by its name, or by name and digest, `NAME sha256:DIGEST`.
         */
        ModelText: string;
        /**
         * Name
         * @description The name of a thing, shown in lists: one line, never empty.
         */
        Name: string;
        /**
         * Password
         * @description A password; never part of a response, a log or a bug report.
         */
        Password: string;
        /**
         * PasswordChange
         * @description A new password for the caller.
         */
        PasswordChange: {
            /** @description The present password. A user who has none leaves it out, and so may a session that a one-time link started less than an hour ago. */
            current_password?: components["schemas"]["Password"];
            /**
             * @description Whether the user's API tokens survive the new password.
             * @default false
             */
            keep_api_tokens?: boolean;
            /** @description The new password. */
            new_password: components["schemas"]["Password"];
        };
        /**
         * PasswordSignIn
         * @description Sign in with name and password.
         */
        PasswordSignIn: {
            /**
             * @description With a password. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            method: "password";
            /** @description The user's name. */
            name: components["schemas"]["UserName"];
            /** @description The user's password. */
            password: components["schemas"]["Password"];
        };
        /**
         * Pixels
         * @description Width or height of a stored image, in pixels.
         */
        Pixels: number;
        /**
         * Position
         * @description A position; the first is 0.
         */
        Position: number;
        /**
         * PreviewBytes
         * Format: binary
         * @description The bytes of a small picture.
         */
        PreviewBytes: Blob;
        /**
         * PreviewProblem
         * @description Something that prevents a run.
         */
        PreviewProblem: {
            /** @description The problem: `no_rows`, `row_empty`, `bad_placeholder` (also a lone brace), `missing_column`, `prompt_too_long`, `prompt_empty`, or a limit of the engine, such as `width_limit`. */
            code: components["schemas"]["Word"];
            /** @description A description of the fault, for people. */
            message: string;
            /** @description The row; null if it concerns all of them. */
            position: components["schemas"]["Position"] | null;
        };
        /**
         * PreviewPrompt
         * @description A row's prompt with its placeholders filled in.
         */
        PreviewPrompt: {
            /** @description The row. */
            position: components["schemas"]["Position"];
            /** @description The prompt; one that is too long is truncated here and listed among the problems. */
            prompt: components["schemas"]["Prompt"];
        };
        /**
         * PreviewWarning
         * @description Something that is set and has no effect, or another one than it seems.
         */
        PreviewWarning: {
            /** @description The warning: `base_prompt_unused`, `theme_unused` or `style_suffix_unused` (the text is set, and the prompt template does not name it), `row_unused` (it names neither `{row}` nor a column), `theme_trimmed` (white space at the ends of the theme is left out), `words_repeated` (words that several texts say are said once). */
            code: components["schemas"]["Word"];
            /** @description A description of the warning, for people. */
            message: string;
        };
        /**
         * Priority
         * @description The priority of a queued job: higher numbers go first; among equal ones, users take turns. Above 0 is for admins (403 `priority_for_admins`).
         */
        Priority: number;
        /**
         * Problem
         * @description Why a request failed (RFC 9457). Reveals nothing about things the caller may not see, and no internals of the server.
         */
        Problem: {
            /** @description The kind of problem, for programs: a stable code. */
            code: components["schemas"]["Word"];
            /** @description This occurrence of the problem, for people; may be empty. */
            detail: string;
            /** @description The faults of the request that have a location; may be empty. */
            errors: components["schemas"]["ProblemError"][];
            /** @description The HTTP status. */
            status: number;
            /** @description The kind of problem, for people; the same for every problem with this code. */
            title: string;
            /** @description The request's trace id, as in `X-Trace-Id`. */
            trace_id: components["schemas"]["TraceId"];
            /** @description A URI reference that identifies the kind of problem; `about:blank` if the code says it all. */
            type: string;
        };
        /**
         * ProblemError
         * @description One fault of a request.
         */
        ProblemError: {
            /** @description The problem, for programs. */
            code: components["schemas"]["Word"];
            /** @description A description of the fault, for people. */
            message: string;
            /** @description The location: a JSON pointer into the body (`/name`); `query/…`, `path/…` or `header/…` with the parameter's name; or `line/17` of a CSV; empty for the whole request. */
            pointer: string;
        };
        /**
         * Progress
         * @description The progress, 0 … 1.
         */
        Progress: number;
        /**
         * Prompt
         * @description Text for an engine; may have several lines, may be empty.
         */
        Prompt: string;
        /**
         * PromptPreview
         * @description Which words of a prompt an engine uses, and which it ignores.
         */
        PromptPreview: {
            /** @description The engine that was asked. */
            engine: components["schemas"]["Word"];
            /** @description Whether the engine can say it beforehand; if not, both lists are empty. */
            known: boolean;
            /** @description What else is to be known, for people; may be empty. */
            note: components["schemas"]["Line"];
            /** @description The words that it ignores, in the order of the prompt. */
            words_ignored: components["schemas"]["Line"][];
            /** @description The words that it uses, in the order of the prompt. */
            words_used: components["schemas"]["Line"][];
        };
        /**
         * PromptPreviewRequest
         * @description A prompt, and the engine that would get it.
         */
        PromptPreviewRequest: {
            /** @description The engine, as named by getServer. Default: the studio's (getSettings). */
            engine?: components["schemas"]["Word"];
            /** @description The model, as named by listModels. Default: the studio's, if it is for the same engine, or the engine's own. */
            model?: components["schemas"]["ModelName"];
            /**
             * @description The negative prompt; what it refuses is not drawn.
             * @default
             */
            negative_prompt?: components["schemas"]["Prompt"];
            /** @description The prompt. */
            prompt: string;
        };
        /**
         * Provenance
         * @description Everything needed to generate the image again, and which words the engine used.
         */
        Provenance: {
            /** @description The adapters it was generated with, and their provenance. */
            adapters: components["schemas"]["AdapterProvenance"][];
            /** @description The engine that generated it. */
            engine: components["schemas"]["Word"];
            /** @description The engine's version. */
            engine_version: string;
            /** @description The guidance scale; null if an import did not provide it. */
            guidance_scale: components["schemas"]["GuidanceScale"] | null;
            /** @description The requested height. */
            height: components["schemas"]["Pixels"];
            /** @description The job; null if unknown. */
            job_id: components["schemas"]["Id"] | null;
            /** @description The model's name and digest; null for an engine without a model. */
            model: components["schemas"]["Line"] | null;
            /** @description The negative prompt; may be empty. */
            negative_prompt: components["schemas"]["Prompt"];
            /** @description Other parameters of the engine. */
            parameters: components["schemas"]["ProvenanceParameters"];
            /** @description The prompt with its placeholders filled in. */
            prompt: components["schemas"]["Prompt"];
            /** @description The row of the set; null outside a set run. */
            row_position: components["schemas"]["Position"] | null;
            /** @description The seed; null if an import did not provide it. */
            seed: components["schemas"]["Seed"] | null;
            /** @description The set run; null outside one. */
            set_run_id: components["schemas"]["Id"] | null;
            /** @description The set template; null outside a set run. */
            set_template_id: components["schemas"]["Id"] | null;
            /** @description The version of the set template; null outside a set run. */
            set_template_version: components["schemas"]["Version"] | null;
            /** @description The number of steps; null if an import did not provide it. */
            steps: components["schemas"]["Steps"] | null;
            /** @description The requested width. */
            width: components["schemas"]["Pixels"];
            /** @description The words of the prompt that the engine ignored. */
            words_ignored: components["schemas"]["Line"][];
            /** @description The words of the prompt that the engine used. */
            words_used: components["schemas"]["Line"][];
        };
        /**
         * ProvenanceParameters
         * @description The engine's own parameters: scalars by name.
         */
        ProvenanceParameters: {
            [key: string]: components["schemas"]["ProvenanceValue"];
        };
        /**
         * ProvenanceValue
         * @description A scalar: string, number, boolean or null.
         */
        ProvenanceValue: string | number | boolean | null;
        /**
         * PurgedBugReport
         * @description A deleted bug report.
         */
        PurgedBugReport: {
            /** @description When it was reported. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The report. */
            id: components["schemas"]["Id"];
            /** @description Its status. */
            status: components["schemas"]["BugReportStatus"] | components["schemas"]["UnknownWord"];
        };
        /**
         * PurgedImage
         * @description An image that a purge deleted, or would delete.
         */
        PurgedImage: {
            /** @description Its owner; null if that user was deleted. */
            created_by: components["schemas"]["Id"] | null;
            /** @description When it was moved to the trash. */
            deleted_at: components["schemas"]["Timestamp"];
            /** @description The image. */
            id: components["schemas"]["Id"];
            /** @description The size of its file in bytes. */
            size_bytes: components["schemas"]["Count"];
        };
        /**
         * Queue
         * @description The queue as a whole.
         */
        Queue: {
            /** @description All jobs by state. */
            depth: components["schemas"]["StateCounts"];
            /** @description Estimated time until the queue is empty; null if there is no basis for an estimate. */
            estimate: components["schemas"]["Estimate"] | null;
            /** @description Whether workers take no new jobs; running jobs continue. */
            paused: boolean;
            /** @description When it was paused; null if it is not. */
            paused_at: components["schemas"]["Timestamp"] | null;
            /** @description The running jobs that the caller may see, the longest running first. */
            running: components["schemas"]["Id"][];
        };
        /**
         * QueueJob
         * @description The receipt of a queued job.
         */
        QueueJob: {
            /** @description When it was requested. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Estimated time to completion from now; null if there is no basis for an estimate. */
            estimate: components["schemas"]["Estimate"] | null;
            /** @description The job. */
            id: components["schemas"]["Id"];
            /** @description The kind of job. */
            kind: components["schemas"]["JobKind"] | components["schemas"]["UnknownWord"];
            /** @description The `since_step` to continue with. */
            links: components["schemas"]["JobLinks"];
            /** @description The number of queued jobs ahead of it; null once it is no longer queued. */
            position: components["schemas"]["Position"] | null;
            /** @description Its state. */
            state: components["schemas"]["State"] | components["schemas"]["UnknownWord"];
        };
        /**
         * QueuePausedEvent
         * @description The queue was paused: workers take no jobs.
         */
        QueuePausedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description The queue is paused.
             * @constant
             */
            kind: "queue.paused";
        };
        /**
         * QueueResumedEvent
         * @description The queue was resumed.
         */
        QueueResumedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description The queue was resumed.
             * @constant
             */
            kind: "queue.resumed";
        };
        /**
         * QueueUpdate
         * @description Changes to the queue.
         */
        QueueUpdate: {
            /** @description Whether workers should take no new jobs. */
            paused?: boolean;
        };
        /**
         * Rating
         * @description How good somebody finds an image, from 1 to 5; 0 if they have not rated it.
         */
        Rating: number;
        /**
         * ReadyEvent
         * @description All missed events were sent; new events follow as they happen.
         */
        ReadyEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description Events after this one are new.
             * @constant
             */
            kind: "ready";
        };
        /**
         * ReceivedGenerateRequest
         * @description Generate images from a prompt.
         */
        ReceivedGenerateRequest: {
            /** @description Adapters to generate with, each once; an unknown one is rejected (422 `unknown_adapter`), as is one the engine cannot use. Default: the studio's, if they are for the same engine. */
            adapters?: components["schemas"]["AdapterUse"][];
            /** @description The album to append the images to. */
            album_id?: components["schemas"]["Id"];
            /**
             * @description The number of images to generate; their seeds count up from the first.
             * @default 1
             */
            count?: number;
            /** @description The engine, as named by getServer. Default: the studio's (getSettings). */
            engine?: components["schemas"]["Word"];
            /**
             * @description How closely to follow the prompt.
             * @default 7.5
             */
            guidance_scale?: components["schemas"]["GuidanceScale"];
            /**
             * @description Height in pixels.
             * @default 512
             */
            height?: components["schemas"]["Side"];
            /**
             * @description Generates images.
             * @constant
             */
            kind: "generate";
            /** @description The model, as named by listModels; one that the engine lacks is rejected (422 `unknown_model`). Default: the studio's, if it is for the same engine, or the engine's own. */
            model?: components["schemas"]["ModelName"];
            /**
             * @description The negative prompt; engines that do not support it reject it.
             * @default
             */
            negative_prompt?: components["schemas"]["Prompt"];
            /**
             * @description Priority: the higher number goes first.
             * @default 0
             */
            priority?: components["schemas"]["Priority"];
            /** @description The prompt. */
            prompt: string;
            /** @description The seed; generated if absent, and shown in the job. */
            seed?: components["schemas"]["Seed"];
            /**
             * @description The number of steps.
             * @default 20
             */
            steps?: components["schemas"]["Steps"];
            /** @description Who may see the images. */
            visibility?: components["schemas"]["Visibility"] | components["schemas"]["UnknownWord"];
            /**
             * @description Width in pixels.
             * @default 512
             */
            width?: components["schemas"]["Side"];
        };
        /**
         * ReceivedGrid
         * @description A grid: a picture for each combination of the values of its axes, of which there are at most 1000.
         */
        ReceivedGrid: {
            /** @description The axes. On a contact sheet the first runs across and the second down; further ones repeat that. */
            axes: components["schemas"]["ReceivedGridAxis"][];
            /**
             * @description The row of the set template that is drawn, unless an axis says which.
             * @default 0
             */
            row?: components["schemas"]["RowPosition"];
        };
        /**
         * ReceivedGridAxis
         * @description What a grid changes along one axis, and to which values; `kind` selects the schema.
         */
        ReceivedGridAxis: components["schemas"]["WordAxis"] | components["schemas"]["ReplacementAxis"] | components["schemas"]["AdapterAxis"] | components["schemas"]["AdapterWeightAxis"] | components["schemas"]["EngineAxis"] | components["schemas"]["ModelAxis"] | components["schemas"]["StepsAxis"] | components["schemas"]["GuidanceScaleAxis"] | components["schemas"]["SeedAxis"] | components["schemas"]["RowAxis"] | components["schemas"]["UnknownGridAxis"];
        /**
         * ReceivedJobRequest
         * @description The job to run; `kind` selects the schema.
         */
        ReceivedJobRequest: components["schemas"]["ReceivedGenerateRequest"] | components["schemas"]["CaptionRequest"] | components["schemas"]["UnknownJobRequest"];
        /**
         * ReceivedWebhookKinds
         * @description What the webhook is told of.
         */
        ReceivedWebhookKinds: (components["schemas"]["WebhookKind"] | components["schemas"]["UnknownWord"])[];
        /**
         * ReplacedText
         * @description A part of a prompt, on one line.
         */
        ReplacedText: string;
        /**
         * ReplacementAxis
         * @description Other texts in place of a part of the finished prompt.
         */
        ReplacementAxis: {
            /**
             * @description What the axis changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "replacement";
            /** @description The part to replace, wherever the prompt has it; case counts. A prompt without it is rejected (422 `grid_has_problems`). */
            search: components["schemas"]["ReplacedText"];
            /** @description The texts, in order; give the part itself to see the prompt unchanged. */
            values: components["schemas"]["Line"][];
        };
        /**
         * Reproduction
         * @description The job that generates an image again, and whether its bytes will be identical.
         */
        Reproduction: {
            /** @description Whether the bytes will be identical. */
            exact: boolean;
            /** @description The job that generates it again. */
            job: components["schemas"]["QueueJob"];
            /** @description Why not; empty if they are. */
            reasons: components["schemas"]["Line"][];
        };
        /**
         * Role
         * @description A user's role: a `viewer` reads, an `editor` creates and changes, an `admin` also manages the studio.
         * @enum {string}
         */
        Role: "viewer" | "editor" | "admin";
        /**
         * RowAxis
         * @description One row of the set template after the other.
         */
        RowAxis: {
            /**
             * @description What the axis changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "row";
            /** @description The positions of the rows, in order; one that there is none at is rejected (422 `grid_has_problems`). */
            values: components["schemas"]["RowPosition"][];
        };
        /**
         * RowPosition
         * @description The position of a row in its set template; the first is 0.
         */
        RowPosition: number;
        /**
         * Seed
         * @description The seed of an engine's randomness: the same seed and request generate the same image on the same engine.
         */
        Seed: number;
        /**
         * SeedAxis
         * @description Other seeds.
         */
        SeedAxis: {
            /**
             * @description What the axis changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "seed";
            /** @description The seeds, in order. */
            values: components["schemas"]["Seed"][];
        };
        /**
         * Server
         * @description Facts about this server and its capabilities.
         */
        Server: {
            /** @description The version of this contract. */
            contract_version: string;
            /** @description The available engines, by name. */
            engines: components["schemas"]["EngineInfo"][];
            /** @description The features that are enabled. */
            features: components["schemas"]["Word"][];
            /** @description Its limits. */
            limits: components["schemas"]["ServerLimits"];
            /** @description The studio's name. */
            name: string;
            /** @description The version of the software. */
            version: string;
        };
        /**
         * ServerLimits
         * @description The limits of the server.
         */
        ServerLimits: {
            /** @description The maximum size of any JSON or CSV body in bytes; larger ones get 413. An operation may take less: `x-max-bytes`, by default 65536. */
            max_body_bytes: number;
            /** @description The maximum number of pixels of an uploaded image, width times height. */
            max_image_pixels: number;
            /** @description The maximum number of items per page. */
            max_page_size: number;
            /** @description The longest prompt, in characters, once its placeholders are filled in. */
            max_prompt_length: number;
            /** @description The maximum number of rows of a set template. */
            max_set_rows: number;
            /** @description The maximum size of an upload in bytes; larger ones get 413. */
            max_upload_bytes: number;
        };
        /**
         * Session
         * @description A session: somebody who is signed in, in one browser.
         */
        Session: {
            /** @description When it was started. */
            created_at: components["schemas"]["Timestamp"];
            /** @description When it ends by itself. */
            expires_at: components["schemas"]["Timestamp"];
            /** @description The id of the session, not its secret. */
            id: components["schemas"]["Id"];
            /** @description Whether this is the session of the request. */
            is_current: boolean;
            /** @description When it was last used, accurate to a few minutes. */
            last_used_at: components["schemas"]["Timestamp"];
            /** @description The credentials that started it. */
            started_with: components["schemas"]["SignInMethod"] | components["schemas"]["UnknownWord"];
            /** @description The `User-Agent` of the browser that signed in, shortened; null if it sent none. */
            user_agent: string | null;
            /** @description The user who is signed in. */
            user_id: components["schemas"]["Id"];
        };
        /**
         * SessionPage
         * @description One page of a user's sessions, newest first.
         */
        SessionPage: {
            /** @description The sessions. */
            items: components["schemas"]["Session"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * SetPreview
         * @description What a run would generate, and everything that prevents it.
         */
        SetPreview: {
            /** @description Estimated time to completion of such a run if started now; null if there is no basis for an estimate. */
            estimate: components["schemas"]["Estimate"] | null;
            /** @description All problems; a run is rejected while there are any. */
            problems: components["schemas"]["PreviewProblem"][];
            /** @description The first prompts, in row order. */
            prompts: components["schemas"]["PreviewPrompt"][];
            /** @description The number of images a run would generate. */
            row_count: number;
            /** @description The version that was previewed. */
            version: components["schemas"]["Version"];
            /** @description What is set and has no effect on the prompts. A run is not rejected for it. */
            warnings: components["schemas"]["PreviewWarning"][];
        };
        /**
         * SetPreviewOverrides
         * @description Fields that override those of the set template.
         */
        SetPreviewOverrides: {
            /** @description The adapters, each once; an empty list uses none. */
            adapters?: components["schemas"]["AdapterUse"][];
            /** @description The part of the prompt that all images share: `{base_prompt}`. */
            base_prompt?: components["schemas"]["Prompt"];
            /** @description The engine, as named by getServer. */
            engine?: components["schemas"]["Word"];
            /** @description How closely to follow the prompt. */
            guidance_scale?: components["schemas"]["GuidanceScale"];
            /** @description Height in pixels. */
            height?: components["schemas"]["Side"];
            /** @description The model, as named by listModels. */
            model?: components["schemas"]["ModelName"];
            /** @description The negative prompt: what not to draw. */
            negative_prompt?: components["schemas"]["Prompt"];
            /** @description The template of a prompt: `{base_prompt}`, `{theme}`, `{row}`, `{style_suffix}` and `{column}` for any column; `{row}` is the row's `prompt` column, or all its texts joined by commas. An empty part is removed together with its comma. With `{.}`, which ends a sentence, texts are inserted as they are, and sentences are joined by a full stop and a space. */
            prompt_template?: components["schemas"]["Prompt"];
            /** @description The number of steps. */
            steps?: components["schemas"]["Steps"];
            /** @description The style of all images: `{style_suffix}`. */
            style_suffix?: components["schemas"]["Prompt"];
            /** @description Width in pixels. */
            width?: components["schemas"]["Side"];
        };
        /**
         * SetPreviewRequest
         * @description Options of a preview.
         */
        SetPreviewRequest: {
            /**
             * @description The maximum number of prompts to return; all rows are checked for problems.
             * @default 50
             */
            limit?: number;
            /** @description Overrides of the set template's fields, for this preview only. */
            overrides?: components["schemas"]["SetPreviewOverrides"];
            /** @description The theme; default: the example theme. */
            theme?: components["schemas"]["Line"];
        };
        /**
         * SetRow
         * @description A row and its position.
         */
        SetRow: {
            /** @description Its position; the first is 0, there are no gaps. */
            position: components["schemas"]["Position"];
            /** @description Its values, one per column. */
            values: components["schemas"]["SetRowValues"];
        };
        /**
         * SetRowsCsv
         * @description Rows as CSV (RFC 4180, UTF-8): a header of column names, then one line per row.
         */
        SetRowsCsv: string;
        /**
         * SetRowValues
         * @description A row: values by column name. A missing column is empty.
         */
        SetRowValues: {
            [key: string]: components["schemas"]["Prompt"];
        };
        /**
         * SetRun
         * @description A run of one version of a set template: one job per row, one album for all.
         */
        SetRun: {
            /** @description The adapters that it generates with, pinned. */
            adapters: components["schemas"]["AdapterProvenance"][];
            /** @description The album that it fills; 404 if the album was deleted. */
            album_id: components["schemas"]["Id"];
            /** @description Rows by state. */
            counts: components["schemas"]["StateCounts"];
            /** @description When it was requested. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who started it; null if that user was deleted. */
            created_by: components["schemas"]["Id"] | null;
            /** @description The engine that generates its images. */
            engine: components["schemas"]["Word"];
            /** @description Estimated time to completion from now; null if it is finished or there is no basis for an estimate. */
            estimate: components["schemas"]["Estimate"] | null;
            /** @description When its last row reached a final state; null before that. */
            finished_at: components["schemas"]["Timestamp"] | null;
            /** @description The set run. */
            id: components["schemas"]["Id"];
            /** @description The model that it generates with, with its digest if that was known; null: the engine's own. */
            model: components["schemas"]["ModelName"] | null;
            /** @description The fraction of the work that is done. */
            progress: components["schemas"]["Progress"];
            /** @description The number of rows. */
            row_count: number;
            /** @description The seed of the first row; null for others than its owner and admins, except for editors who see an image of each row. */
            seed: components["schemas"]["Seed"] | null;
            /** @description The set template. */
            set_template_id: components["schemas"]["Id"];
            /** @description The pinned version; later changes do not affect it. */
            set_template_version: components["schemas"]["Version"];
            /** @description When its first job started; null before that. */
            started_at: components["schemas"]["Timestamp"] | null;
            /** @description `queued` until the first job starts, `running` until the last one ends; then `succeeded` if all rows did, else `cancelled` if the run was cancelled or, with no row failed, single rows were, else `failed`. */
            state: components["schemas"]["State"] | components["schemas"]["UnknownWord"];
            /** @description The theme. */
            theme: components["schemas"]["Line"];
        };
        /**
         * SetRunDetail
         * @description A set run with the state of each row.
         */
        SetRunDetail: {
            /** @description The adapters that it generates with, pinned. */
            adapters: components["schemas"]["AdapterProvenance"][];
            /** @description The album that it fills; 404 if the album was deleted. */
            album_id: components["schemas"]["Id"];
            /** @description Rows by state. */
            counts: components["schemas"]["StateCounts"];
            /** @description When it was requested. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who started it; null if that user was deleted. */
            created_by: components["schemas"]["Id"] | null;
            /** @description The engine that generates its images. */
            engine: components["schemas"]["Word"];
            /** @description Estimated time to completion from now; null if it is finished or there is no basis for an estimate. */
            estimate: components["schemas"]["Estimate"] | null;
            /** @description When its last row reached a final state; null before that. */
            finished_at: components["schemas"]["Timestamp"] | null;
            /** @description The axes, if it is a grid; null if it is not, or the caller may not read the prompts of its pictures. */
            grid: components["schemas"]["ReceivedGrid"] | null;
            /** @description The set run. */
            id: components["schemas"]["Id"];
            /** @description The model that it generates with, with its digest if that was known; null: the engine's own. */
            model: components["schemas"]["ModelName"] | null;
            /** @description The fraction of the work that is done. */
            progress: components["schemas"]["Progress"];
            /** @description The number of rows. */
            row_count: number;
            /** @description The rows, in their order; of a grid, its cells, the last axis changing first. */
            rows: components["schemas"]["SetRunRow"][];
            /** @description The seed of the first row; null for others than its owner and admins, except for editors who see an image of each row. */
            seed: components["schemas"]["Seed"] | null;
            /** @description The set template. */
            set_template_id: components["schemas"]["Id"];
            /** @description The pinned version; later changes do not affect it. */
            set_template_version: components["schemas"]["Version"];
            /** @description When its first job started; null before that. */
            started_at: components["schemas"]["Timestamp"] | null;
            /** @description `queued` until the first job starts, `running` until the last one ends; then `succeeded` if all rows did, else `cancelled` if the run was cancelled or, with no row failed, single rows were, else `failed`. */
            state: components["schemas"]["State"] | components["schemas"]["UnknownWord"];
            /** @description The theme. */
            theme: components["schemas"]["Line"];
        };
        /**
         * SetRunFinishedMessage
         * @description No job of a set run is left to do; a run whose rows are tried again finishes again.
         */
        SetRunFinishedMessage: {
            /** @description The album that it fills, which may be gone. */
            album_id: components["schemas"]["Id"];
            /** @description When it happened. */
            at: components["schemas"]["Timestamp"];
            /** @description The id of the message: the same in every attempt, and the header `webhook-id`. */
            id: components["schemas"]["Id"];
            /**
             * @description No job of a set run is left to do; a run whose rows are tried again finishes again.
             * @constant
             */
            kind: "set_run.finished";
            /** @description The set run. */
            set_run_id: components["schemas"]["Id"];
            /** @description How it ended; `failed` if any row failed. */
            state: components["schemas"]["WebhookEndState"] | components["schemas"]["UnknownWord"];
        };
        /**
         * SetRunPage
         * @description One page of set runs, newest first.
         */
        SetRunPage: {
            /** @description The set runs. */
            items: components["schemas"]["SetRun"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * SetRunRequest
         * @description Options of a set run; absent fields are taken from the set template.
         */
        SetRunRequest: {
            /** @description Adapters to generate with, each once; an empty list uses none. Default: those of the set template, if it is for the same engine. An unknown one is rejected (422 `unknown_adapter`). */
            adapters?: components["schemas"]["AdapterUse"][];
            /** @description The name of the album; default: composed of the set template's name and the theme. */
            album_name?: components["schemas"]["Name"];
            /** @description The engine, as named by getServer; an unknown one is rejected (422 `unknown_engine`). */
            engine?: components["schemas"]["Word"];
            /** @description Draw a grid of one row instead of all rows. All its pictures have the seed of the run, unless an axis says which. */
            grid?: components["schemas"]["Grid"];
            /** @description How closely to follow the prompt. */
            guidance_scale?: components["schemas"]["GuidanceScale"];
            /** @description Height in pixels. */
            height?: components["schemas"]["Side"];
            /** @description The model, as named by listModels; one that the engine lacks is rejected (422 `unknown_model`). Default: that of the set template, if it is for the same engine. */
            model?: components["schemas"]["ModelName"];
            /** @description The negative prompt: what not to draw. */
            negative_prompt?: components["schemas"]["Prompt"];
            /**
             * @description Priority: the higher number goes first.
             * @default 0
             */
            priority?: components["schemas"]["Priority"];
            /** @description The seed of the first row, the others count up; generated if absent. */
            seed?: components["schemas"]["Seed"];
            /** @description The number of steps. */
            steps?: components["schemas"]["Steps"];
            /** @description The theme; may be empty. */
            theme: components["schemas"]["Line"];
            /** @description Width in pixels. */
            width?: components["schemas"]["Side"];
        };
        /**
         * SetRunRow
         * @description A row of a set run and its result.
         */
        SetRunRow: {
            /** @description Its place in the grid; null if the run is no grid. */
            cell: components["schemas"]["GridCell"] | null;
            /** @description Why it failed; null if it did not. */
            error: components["schemas"]["JobError"] | null;
            /** @description The image it generated; null if there is none or the caller may not see it. */
            image_id: components["schemas"]["Id"] | null;
            /** @description Its job. */
            job_id: components["schemas"]["Id"];
            /** @description Its position in the set. */
            position: components["schemas"]["Position"];
            /** @description The state of its job. */
            state: components["schemas"]["State"] | components["schemas"]["UnknownWord"];
        };
        /**
         * SetTemplate
         * @description A table of prompts that generates a whole set of images, without its rows.
         */
        SetTemplate: {
            /** @description The adapters that its runs use, pinned; null: the studio's own, none. */
            adapters: components["schemas"]["AdapterProvenance"][] | null;
            /** @description When it was archived; null if it is not. */
            archived_at: components["schemas"]["Timestamp"] | null;
            /** @description The part of the prompt that all images share: `{base_prompt}`. */
            base_prompt: components["schemas"]["Prompt"];
            /** @description The columns of its rows, in their order. */
            columns: components["schemas"]["ColumnName"][];
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who created it; null if that user was deleted. */
            created_by: components["schemas"]["Id"] | null;
            /** @description A description; may be empty. */
            description: components["schemas"]["Text"];
            /** @description The engine that its runs use, as named by getServer; null: the studio's own, `press`. */
            engine: components["schemas"]["Word"] | null;
            /** @description An example theme; previews use it. */
            example_theme: components["schemas"]["Line"];
            /** @description How closely to follow the prompt. */
            guidance_scale: components["schemas"]["GuidanceScale"];
            /** @description Height in pixels. */
            height: components["schemas"]["Side"];
            /** @description The set template. */
            id: components["schemas"]["Id"];
            /** @description The model that its runs use, as named by listModels; null: the studio's or the engine's own. */
            model: components["schemas"]["ModelName"] | null;
            /** @description Its name. */
            name: components["schemas"]["Name"];
            /** @description The negative prompt: what not to draw. */
            negative_prompt: components["schemas"]["Prompt"];
            /** @description The template of a prompt: `{base_prompt}`, `{theme}`, `{row}`, `{style_suffix}` and `{column}` for any column; `{row}` is the row's `prompt` column, or all its texts joined by commas. An empty part is removed together with its comma. With `{.}`, which ends a sentence, texts are inserted as they are, and sentences are joined by a full stop and a space. */
            prompt_template: components["schemas"]["Prompt"];
            /** @description The number of rows, which is the number of images a run generates. */
            row_count: number;
            /** @description Its short name, for the command line and for addresses; null: it has none. */
            slug: components["schemas"]["Slug"] | null;
            /** @description The number of steps. */
            steps: components["schemas"]["Steps"];
            /** @description The style of all images: `{style_suffix}`. */
            style_suffix: components["schemas"]["Prompt"];
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /** @description The current version; each change of its content adds one. */
            version: components["schemas"]["Version"];
            /** @description Who may see it. */
            visibility: components["schemas"]["Visibility"] | components["schemas"]["UnknownWord"];
            /** @description What was left out of the CSV that was sent; empty if nothing was, and in all other answers. */
            warnings: components["schemas"]["TableWarning"][];
            /** @description Width in pixels. */
            width: components["schemas"]["Side"];
        };
        /**
         * SetTemplateCreate
         * @description A new set template; its rows as JSON or as CSV, not both.
         */
        SetTemplateCreate: {
            /**
             * @description The adapters that its runs use, each once, pinned; null: the studio's own, none. An unknown one is rejected (422 `unknown_adapter`).
             * @default null
             */
            adapters?: components["schemas"]["AdapterUse"][] | null;
            /**
             * @description The part of the prompt that all images share: `{base_prompt}`.
             * @default
             */
            base_prompt?: components["schemas"]["Prompt"];
            /**
             * @description A description; may be empty.
             * @default
             */
            description?: components["schemas"]["Text"];
            /**
             * @description The engine that its runs use, as named by getServer; null: the studio's own, `press`. Each run checks that it is there.
             * @default null
             */
            engine?: components["schemas"]["Word"] | null;
            /**
             * @description An example theme; previews use it.
             * @default
             */
            example_theme?: components["schemas"]["Line"];
            /**
             * @description How closely to follow the prompt.
             * @default 7.5
             */
            guidance_scale?: components["schemas"]["GuidanceScale"];
            /**
             * @description Height in pixels.
             * @default 512
             */
            height?: components["schemas"]["Side"];
            /**
             * @description The model that its runs use, as named by listModels; null: the studio's or the engine's own. Each run checks that it is there.
             * @default null
             */
            model?: components["schemas"]["ModelName"] | null;
            /** @description Its name. */
            name: components["schemas"]["Name"];
            /**
             * @description The negative prompt: what not to draw.
             * @default
             */
            negative_prompt?: components["schemas"]["Prompt"];
            /**
             * @description The template of a prompt: `{base_prompt}`, `{theme}`, `{row}`, `{style_suffix}` and `{column}` for any column; `{row}` is the row's `prompt` column, or all its texts joined by commas. An empty part is removed together with its comma. With `{.}`, which ends a sentence, texts are inserted as they are, and sentences are joined by a full stop and a space.
             * @default {base_prompt}, {theme}, {row}, {style_suffix}
             */
            prompt_template?: components["schemas"]["Prompt"];
            /** @description The rows; the columns are all names that occur, in order of first appearance. */
            rows?: components["schemas"]["SetRowValues"][];
            /** @description The rows as CSV; cannot be combined with `rows` (422 `rows_given_twice`). */
            rows_csv?: components["schemas"]["SetRowsCsv"];
            /**
             * @description The number of steps.
             * @default 20
             */
            steps?: components["schemas"]["Steps"];
            /**
             * @description The style of all images: `{style_suffix}`.
             * @default
             */
            style_suffix?: components["schemas"]["Prompt"];
            /**
             * @description Who may see it.
             * @default shared
             */
            visibility?: components["schemas"]["Visibility"];
            /**
             * @description Width in pixels.
             * @default 512
             */
            width?: components["schemas"]["Side"];
        };
        /**
         * SetTemplatePage
         * @description One page of set templates, newest first.
         */
        SetTemplatePage: {
            /** @description The set templates. */
            items: components["schemas"]["SetTemplate"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * SetTemplateRows
         * @description All rows of a set template.
         */
        SetTemplateRows: {
            /** @description The columns, in their order. */
            columns: components["schemas"]["ColumnName"][];
            /** @description The rows, in their order. */
            rows: components["schemas"]["SetRow"][];
            /** @description The set template. */
            set_template_id: components["schemas"]["Id"];
            /** @description The version that they belong to. */
            version: components["schemas"]["Version"];
            /** @description What was left out of the CSV that was sent; empty if nothing was, and in all other answers. */
            warnings: components["schemas"]["TableWarning"][];
        };
        /**
         * SetTemplateRowsReplace
         * @description Rows that replace all current ones.
         */
        SetTemplateRowsReplace: {
            /** @description The rows, in order; the columns are all names that occur, in order of first appearance. */
            rows: components["schemas"]["SetRowValues"][];
        };
        /**
         * SetTemplateUpdate
         * @description Changes to a set template; absent fields stay unchanged.
         */
        SetTemplateUpdate: {
            /** @description The adapters that its runs use, each once, pinned; null: the studio's own, none. An unknown one is rejected (422 `unknown_adapter`), unless the set template has it already. */
            adapters?: components["schemas"]["AdapterUse"][] | null;
            /** @description The part of the prompt that all images share: `{base_prompt}`. */
            base_prompt?: components["schemas"]["Prompt"];
            /** @description A description; may be empty. */
            description?: components["schemas"]["Text"];
            /** @description The engine that its runs use, as named by getServer; null: the studio's own, `press`. */
            engine?: components["schemas"]["Word"] | null;
            /** @description An example theme; previews use it. */
            example_theme?: components["schemas"]["Line"];
            /** @description How closely to follow the prompt. */
            guidance_scale?: components["schemas"]["GuidanceScale"];
            /** @description Height in pixels. */
            height?: components["schemas"]["Side"];
            /** @description The model that its runs use, as named by listModels; null: the studio's or the engine's own. */
            model?: components["schemas"]["ModelName"] | null;
            /** @description Its name. */
            name?: components["schemas"]["Name"];
            /** @description The negative prompt: what not to draw. */
            negative_prompt?: components["schemas"]["Prompt"];
            /** @description The template of a prompt: `{base_prompt}`, `{theme}`, `{row}`, `{style_suffix}` and `{column}` for any column; `{row}` is the row's `prompt` column, or all its texts joined by commas. An empty part is removed together with its comma. With `{.}`, which ends a sentence, texts are inserted as they are, and sentences are joined by a full stop and a space. */
            prompt_template?: components["schemas"]["Prompt"];
            /** @description The number of steps. */
            steps?: components["schemas"]["Steps"];
            /** @description The style of all images: `{style_suffix}`. */
            style_suffix?: components["schemas"]["Prompt"];
            /** @description Who may see it. */
            visibility?: components["schemas"]["Visibility"];
            /** @description Width in pixels. */
            width?: components["schemas"]["Side"];
        };
        /**
         * Settings
         * @description The studio's defaults: what generate jobs and set runs use where neither they nor the set template say.
         */
        Settings: {
            /** @description The adapters, pinned; null: none. They are used with this engine only. */
            adapters: components["schemas"]["AdapterProvenance"][] | null;
            /** @description The engine, as named by getServer; null: `press`. */
            engine: components["schemas"]["Word"] | null;
            /** @description The model, as named by listModels; null: the engine's own. It is used with this engine only. */
            model: components["schemas"]["ModelName"] | null;
            /** @description When they were last changed; null if they never were. */
            updated_at: components["schemas"]["Timestamp"] | null;
        };
        /**
         * SettingsUpdate
         * @description Changes to the studio's defaults; absent fields stay unchanged.
         */
        SettingsUpdate: {
            /** @description The adapters, each once; null: none. */
            adapters?: components["schemas"]["AdapterUse"][] | null;
            /** @description The engine, as named by getServer; null: `press`. */
            engine?: components["schemas"]["Word"] | null;
            /** @description The model, as named by listModels; null: the engine's own. */
            model?: components["schemas"]["ModelName"] | null;
        };
        /**
         * SettingsUpdatedEvent
         * @description The studio's defaults were changed.
         */
        SettingsUpdatedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description The defaults changed.
             * @constant
             */
            kind: "settings.updated";
        };
        /**
         * ShortTitle
         * @description A short title: one line, may be empty.
         */
        ShortTitle: string;
        /**
         * Side
         * @description Width or height of a generated image, in pixels; a multiple of 8.
         */
        Side: number;
        /**
         * SideMin
         * @description How many pixels the shorter side of an image has at least; of few sizes, so that each has an index.
         * @enum {integer}
         */
        SideMin: 512 | 1024 | 2048 | 4096;
        /**
         * SignInLink
         * @description A link that signs a user in once, with its secret.
         */
        SignInLink: {
            /** @description When the link can no longer be used. */
            expires_at: components["schemas"]["Timestamp"];
            /** @description The secret, for signIn; the link is `/sign-in#token=` and this, at the studio's own address. */
            token: string;
            /** @description The user whom it signs in. */
            user_id: components["schemas"]["Id"];
        };
        /**
         * SignInLinkCreate
         * @description A new one-time sign-in link.
         */
        SignInLinkCreate: {
            /**
             * @description How long the link can be used, in seconds.
             * @default 86400
             */
            expires_in_seconds?: number;
        };
        /**
         * SignInMethod
         * @description The credentials of a sign-in: a name with a password, or a one-time link.
         * @enum {string}
         */
        SignInMethod: "password" | "link";
        /**
         * SignInRequest
         * @description Credentials; `method` selects the schema.
         */
        SignInRequest: components["schemas"]["PasswordSignIn"] | components["schemas"]["LinkSignIn"];
        /**
         * Slug
         * @description A short name that no other set template has: a letter or digit, followed by letters, digits, `_` and `-`.
         */
        Slug: string;
        /**
         * Sort
         * @description The order of a list: the newest or the oldest items first.
         * @enum {string}
         */
        Sort: "newest" | "oldest";
        /**
         * State
         * @description The state of a job or a set run; `succeeded`, `failed` and `cancelled` are final until it is retried.
         * @enum {string}
         */
        State: "queued" | "running" | "succeeded" | "failed" | "cancelled";
        /**
         * StateCounts
         * @description Counts by state.
         */
        StateCounts: {
            /** @description Cancelled on request. */
            cancelled: components["schemas"]["Count"];
            /** @description Failed for good. */
            failed: components["schemas"]["Count"];
            /** @description Waiting for a worker. */
            queued: components["schemas"]["Count"];
            /** @description A worker is running it. */
            running: components["schemas"]["Count"];
            /** @description Done. */
            succeeded: components["schemas"]["Count"];
        };
        /**
         * Stats
         * @description Totals of the whole studio, over all users.
         */
        Stats: {
            /** @description Albums by visibility. */
            albums: components["schemas"]["VisibilityCounts"];
            /** @description Stored files; one that several images share counts once. */
            blob_count: components["schemas"]["Count"];
            /** @description Images by source, without the trash. */
            images: components["schemas"]["ImageSourceCounts"];
            /** @description Jobs by state. */
            jobs: components["schemas"]["StateCounts"];
            /** @description Set templates that are not archived. */
            set_templates: components["schemas"]["Count"];
            /** @description The total size of stored files in bytes. */
            storage_bytes: components["schemas"]["Count"];
            /** @description Users who may sign in. */
            users: components["schemas"]["Count"];
        };
        /**
         * Steps
         * @description The number of steps (or passes) per image.
         */
        Steps: number;
        /**
         * StepsAxis
         * @description Other numbers of steps.
         */
        StepsAxis: {
            /**
             * @description What the axis changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "steps";
            /** @description The numbers, in order. */
            values: components["schemas"]["Steps"][];
        };
        /**
         * StudioEvent
         * @description An event; `kind` selects the schema. More kinds will be added: ignore those you do not know.
         */
        StudioEvent: components["schemas"]["ReadyEvent"] | components["schemas"]["GapEvent"] | components["schemas"]["JobQueuedEvent"] | components["schemas"]["JobRunningEvent"] | components["schemas"]["JobSucceededEvent"] | components["schemas"]["JobFailedEvent"] | components["schemas"]["JobCancelRequestedEvent"] | components["schemas"]["JobCancelledEvent"] | components["schemas"]["JobUpdatedEvent"] | components["schemas"]["JobPreviewEvent"] | components["schemas"]["QueuePausedEvent"] | components["schemas"]["QueueResumedEvent"] | components["schemas"]["SettingsUpdatedEvent"] | components["schemas"]["AlbumCreatedEvent"] | components["schemas"]["AlbumChangedEvent"] | components["schemas"]["AlbumDeletedEvent"] | components["schemas"]["ImageAddedEvent"] | components["schemas"]["ImageChangedEvent"] | components["schemas"]["ImageMarkedEvent"] | components["schemas"]["ImageRemovedEvent"] | components["schemas"]["BugReportCreatedEvent"] | components["schemas"]["BugReportChangedEvent"] | components["schemas"]["BugReportDeletedEvent"] | components["schemas"]["ImagePurgedEvent"] | components["schemas"]["BugReportsPurgedEvent"] | components["schemas"]["ImportChangedEvent"] | components["schemas"]["TrainingRunCreatedEvent"] | components["schemas"]["TrainingRunAdvancedEvent"] | components["schemas"]["TrainingRunDeletedEvent"] | components["schemas"]["AdapterAddedEvent"] | components["schemas"]["AdapterChangedEvent"] | components["schemas"]["AdapterDeletedEvent"] | components["schemas"]["UserCreatedEvent"] | components["schemas"]["UserChangedEvent"] | components["schemas"]["WebhookCreatedEvent"] | components["schemas"]["WebhookChangedEvent"] | components["schemas"]["WebhookDeletedEvent"] | components["schemas"]["UnknownStudioEvent"];
        /**
         * TableWarning
         * @description Something in a CSV file that was left out.
         */
        TableWarning: {
            /** @description The warning: `empty_rows_dropped` or `empty_columns_dropped`, at the end of the file. */
            code: components["schemas"]["Word"];
            /** @description A description of the warning, for people. */
            message: string;
        };
        /**
         * Text
         * @description Text with any number of lines; tab, line feed and carriage return are the only control characters allowed.
         */
        Text: string;
        /**
         * ThumbHash
         * @description A ThumbHash in base64: a blurred picture of a few bytes, with its colours and its shape, to show until the picture is there.
         */
        ThumbHash: string;
        /**
         * ThumbnailSize
         * @description How many pixels the longer side of a thumbnail may have.
         * @enum {integer}
         */
        ThumbnailSize: 320 | 640 | 1280;
        /**
         * Timestamp
         * Format: date-time
         * @description A timestamp: RFC 3339, no leap second, and in UTC between the years 1 and 9999; in the years 1 and 9999 it must be given in UTC. Answers are always in UTC.
         */
        Timestamp: string;
        /**
         * TokenName
         * @description The purpose of a token; one line, never empty.
         */
        TokenName: string;
        /**
         * TraceId
         * @description Identifies one request in responses, logs, jobs and bug reports.
         */
        TraceId: string;
        /**
         * TrainingArtifact
         * @description The adapter that a run produced.
         */
        TrainingArtifact: {
            /** @description The adapter. */
            adapter_id: components["schemas"]["Id"];
            /** @description The file's bytes. */
            digest: components["schemas"]["Digest"];
            /** @description Its format. */
            format: components["schemas"]["Word"];
            /** @description Its size in bytes. */
            size_bytes: components["schemas"]["Count"];
        };
        /**
         * TrainingCheck
         * @description Whether the data is ready for training, and if not, why.
         */
        TrainingCheck: {
            /** @description The training data. */
            dataset: components["schemas"]["TrainingDataset"];
            /** @description What is missing and how to fix it; fatal ones first. */
            findings: components["schemas"]["TrainingFinding"][];
            /** @description All parameters, with defaults filled in. */
            parameters: components["schemas"]["TrainingParameters"];
            /** @description Whether createTrainingRun would accept it. */
            ready: boolean;
        };
        /**
         * TrainingDataset
         * @description The images and captions that a run trains on, pinned when it was created.
         */
        TrainingDataset: {
            /** @description The number with a caption. */
            captioned_count: components["schemas"]["Count"];
            /** @description SHA-256 of the snapshot: the images, their captions, and which are held out. */
            digest: components["schemas"]["Digest"];
            /** @description The number held out for evaluation. */
            held_out_count: components["schemas"]["Count"];
            /** @description The number of images. */
            image_count: components["schemas"]["Count"];
        };
        /**
         * TrainingFinding
         * @description Something that prevents training or would make it worse.
         */
        TrainingFinding: {
            /** @description A stable code. */
            code: components["schemas"]["Word"];
            /** @description Whether it prevents training; otherwise it is advice. */
            fatal: boolean;
            /** @description How to fix it; may be empty. */
            hint: components["schemas"]["Line"];
            /** @description What is missing. */
            message: components["schemas"]["Line"];
        };
        /**
         * TrainingLog
         * @description Whole lines of a training run's log, with their offset.
         */
        TrainingLog: {
            /** @description The offset to continue at: that of the next line. */
            next_offset: number;
            /** @description The offset of the first byte. */
            offset: number;
            /** @description The size of the log in bytes. */
            size_bytes: number;
            /** @description The lines, with line ends. */
            text: string;
        };
        /**
         * TrainingLoss
         * @description The loss, lower is better; null until measured.
         */
        TrainingLoss: {
            /** @description The lowest loss on held-out images. */
            best_held_out: number | null;
            /** @description The lowest training loss. */
            best_train: number | null;
            /** @description The first loss on held-out images. */
            first_held_out: number | null;
            /** @description The most recent loss on held-out images. */
            held_out: number | null;
            /** @description The most recent training loss. */
            train: number | null;
        };
        /**
         * TrainingMetric
         * @description A measurement of a training run.
         */
        TrainingMetric: {
            /** @description What was measured: `train_loss`, `held_out_loss` and others that the engine reports. */
            name: string;
            /** @description The step. */
            step: number;
            /** @description The measurement. */
            value: number;
        };
        /**
         * TrainingMetrics
         * @description Measurements of a training run, by step and name.
         */
        TrainingMetrics: {
            /** @description The measurements. */
            items: components["schemas"]["TrainingMetric"][];
            /** @description The `since_step` to continue with; null if there are no more yet. */
            next_since_step: number | null;
        };
        /**
         * TrainingParameter
         * @description A training parameter of an engine.
         */
        TrainingParameter: {
            /** @description The allowed values; empty if any value is allowed. */
            choices: string[];
            /** @description The default; its type is the type of every value. */
            default: components["schemas"]["TrainingValue"];
            /** @description A description. */
            description: components["schemas"]["Line"];
            /** @description The maximum; null for parameters that are not numbers. */
            maximum: number | null;
            /** @description The minimum; null for parameters that are not numbers. */
            minimum: number | null;
            /** @description Its name. */
            name: string;
        };
        /**
         * TrainingParameters
         * @description An engine's training parameters, by name; getServer lists them.
         */
        TrainingParameters: {
            [key: string]: components["schemas"]["TrainingValue"];
        };
        /**
         * TrainingRunAdvancedEvent
         * @description A training run progressed: by one percent, a checkpoint, or a sample.
         */
        TrainingRunAdvancedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description A training run progressed.
             * @constant
             */
            kind: "training_run.advanced";
            /** @description The last step that is done. */
            step: number;
            /** @description The total number of steps. */
            steps: number;
            /** @description The training run. */
            training_run_id: components["schemas"]["Id"];
        };
        /**
         * TrainingRunCreate
         * @description What to train on, and how.
         */
        TrainingRunCreate: {
            /** @description The albums to train on; identical files are used once. */
            album_ids: components["schemas"]["Id"][];
            /** @description The base model; default: the engine's own. */
            base?: components["schemas"]["Line"];
            /**
             * @description What it is for.
             * @default
             */
            description?: components["schemas"]["Text"];
            /**
             * @description The engine that trains, as named by getServer.
             * @default press
             */
            engine?: components["schemas"]["Word"];
            /**
             * @description The fraction of images held out of training for evaluation; at least one image unless it is 0.
             * @default 0.2
             */
            held_out_share?: number;
            /** @description The name of the run and of the adapter it produces. */
            name: components["schemas"]["Name"];
            /**
             * @description The engine's parameters; absent ones get their defaults.
             * @default {}
             */
            parameters?: components["schemas"]["TrainingParameters"];
            /**
             * @description Priority: the higher number goes first.
             * @default 0
             */
            priority?: components["schemas"]["Priority"];
            /** @description The seed; generated if absent. The same seed and images produce the same adapter. */
            seed?: components["schemas"]["Seed"];
        };
        /**
         * TrainingRunCreatedEvent
         * @description A training run was created; the events of its job show its progress.
         */
        TrainingRunCreatedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description Its job. */
            job_id: components["schemas"]["Id"];
            /**
             * @description A training run was created.
             * @constant
             */
            kind: "training_run.created";
            /** @description The training run. */
            training_run_id: components["schemas"]["Id"];
        };
        /**
         * TrainingRunDeletedEvent
         * @description A training run was deleted.
         */
        TrainingRunDeletedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description A training run was deleted.
             * @constant
             */
            kind: "training_run.deleted";
            /** @description The training run. */
            training_run_id: components["schemas"]["Id"];
        };
        /**
         * TrainingRunFinishedMessage
         * @description A training run succeeded, failed, or was cancelled.
         */
        TrainingRunFinishedMessage: {
            /** @description When it happened. */
            at: components["schemas"]["Timestamp"];
            /** @description Why it failed; null if it did not. */
            error_code: components["schemas"]["Word"] | null;
            /** @description The id of the message: the same in every attempt, and the header `webhook-id`. */
            id: components["schemas"]["Id"];
            /** @description Its job. */
            job_id: components["schemas"]["Id"];
            /**
             * @description A training run succeeded, failed, or was cancelled.
             * @constant
             */
            kind: "training_run.finished";
            /** @description How it ended. */
            state: components["schemas"]["WebhookEndState"] | components["schemas"]["UnknownWord"];
            /** @description The training run. */
            training_run_id: components["schemas"]["Id"];
        };
        /**
         * TrainingRunPage
         * @description A page of training runs.
         */
        TrainingRunPage: {
            /** @description The items. */
            items: components["schemas"]["TrainingStatus"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * TrainingSample
         * @description An image generated during a training run.
         */
        TrainingSample: {
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Its height. */
            height: components["schemas"]["Pixels"];
            /** @description The step after which it was generated. */
            step: number;
            /** @description The path of its PNG. */
            url: components["schemas"]["ApiPath"];
            /** @description Its width. */
            width: components["schemas"]["Pixels"];
        };
        /**
         * TrainingStatus
         * @description A training run: its data, state, loss and result.
         */
        TrainingStatus: {
            /** @description The albums it trains on, without those the caller may not see. */
            album_ids: components["schemas"]["Id"][];
            /** @description The adapter it produced; null before that, or if it was deleted. */
            artifact: components["schemas"]["TrainingArtifact"] | null;
            /** @description The number of the attempt; 0 before the first. */
            attempt: number;
            /** @description The base model; null for the engine's own. */
            base: components["schemas"]["Line"] | null;
            /** @description Whether cancellation was requested. */
            cancel_requested: boolean;
            /** @description When it was saved; null if nothing was. */
            checkpoint_at: components["schemas"]["Timestamp"] | null;
            /** @description The step from which it would resume after a crash; null: from the start. */
            checkpoint_step: number | null;
            /** @description When it was requested. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who requested it; null if that user was deleted. */
            created_by: components["schemas"]["Id"] | null;
            /** @description The training data. */
            dataset: components["schemas"]["TrainingDataset"];
            /** @description What it is for. */
            description: components["schemas"]["Text"];
            /** @description The duration of the current or last attempt; null before the first. */
            elapsed_seconds: number | null;
            /** @description The engine that trains. */
            engine: components["schemas"]["Word"];
            /** @description Why it, or its last attempt, failed; null if none has. */
            error: components["schemas"]["JobError"] | null;
            /** @description Estimated time to completion from now; null unless it is running. */
            estimate_seconds: number | null;
            /** @description When it reached its final state; null before that. */
            finished_at: components["schemas"]["Timestamp"] | null;
            /** @description The training run. */
            id: components["schemas"]["Id"];
            /** @description The job that executes it. */
            job_id: components["schemas"]["Id"];
            /** @description The loss. */
            loss: components["schemas"]["TrainingLoss"];
            /** @description Its name. */
            name: components["schemas"]["Name"];
            /** @description All parameters; null for others than its owner and admins, except for editors who see all of its albums. */
            parameters: components["schemas"]["TrainingParameters"] | null;
            /** @description The progress. */
            progress: components["schemas"]["Progress"];
            /** @description Whether sampleTrainingRun asked for a sample that is still to come; false once the run has ended. */
            sample_requested: boolean;
            /** @description The newest samples, by step; empty for everyone but its owner and admins. */
            samples: components["schemas"]["TrainingSample"][];
            /** @description Whether saveTrainingRun asked for a checkpoint that is still to come; false once the run has ended. */
            save_requested: boolean;
            /** @description Its seed; null where `parameters` is null. */
            seed: components["schemas"]["Seed"] | null;
            /** @description When its current attempt started; null before the first. */
            started_at: components["schemas"]["Timestamp"] | null;
            /** @description Its state, which is that of its job. */
            state: components["schemas"]["State"] | components["schemas"]["UnknownWord"];
            /** @description The last step that is done. */
            step: number;
            /** @description The total number of steps. */
            steps: number;
            /** @description Its current speed; null unless it is running. */
            steps_per_second: number | null;
            /** @description The trace id of the request that created it. */
            trace_id: components["schemas"]["TraceId"] | null;
        };
        /**
         * TrainingValue
         * @description A number, string or boolean.
         */
        TrainingValue: string | number | boolean;
        /**
         * TrashPurge
         * @description The result of a purge of the trash or its dry run.
         */
        TrashPurge: {
            /** @description Images that were moved to the trash before this time are deleted; null if they stay forever. */
            before: components["schemas"]["Timestamp"] | null;
            /** @description Whether it was a dry run, which deletes nothing. */
            dry_run: boolean;
            /** @description The bytes of the files, thumbnails included, that were or would be deleted. */
            freed_bytes: components["schemas"]["Count"];
            /** @description What was or would be deleted, those first that have been in the trash longest. */
            items: components["schemas"]["PurgedImage"][];
            /** @description Images that are old enough and stay, and why, of the 1000 that have been in the trash longest; at most 100. */
            kept: components["schemas"]["KeptImage"][];
            /** @description Whether more images are old enough: another request deletes them. */
            more: boolean;
            /** @description The days in the trash; null if images stay there forever and nothing was deleted. */
            older_than_days: number | null;
            /** @description The number that were or would be deleted. */
            purged_count: number;
            /** @description The number of their files that stay, because another image, or something else, is stored with them. */
            shared_file_count: number;
        };
        /**
         * TrashPurgeRequest
         * @description Which images of the trash to delete for good.
         */
        TrashPurgeRequest: {
            /**
             * @description Only report what would be deleted.
             * @default false
             */
            dry_run?: boolean;
            /**
             * @description The days in the trash, 0 for all images in it; null for the setting `PLATEMARK_TRASH_DAYS`.
             * @default null
             */
            older_than_days?: number | null;
        };
        /**
         * UnknownGridAxis
         * @description One whose `kind` this version of the contract does not have.
         */
        UnknownGridAxis: {
            kind: components["schemas"]["UnknownWord"];
        } & {
            [key: string]: unknown;
        };
        /**
         * UnknownJobRequest
         * @description One whose `kind` this version of the contract does not have.
         */
        UnknownJobRequest: {
            kind: components["schemas"]["UnknownWord"];
        } & {
            [key: string]: unknown;
        };
        /**
         * UnknownStudioEvent
         * @description One whose `kind` this version of the contract does not have.
         */
        UnknownStudioEvent: {
            kind: components["schemas"]["UnknownWord"];
        } & {
            [key: string]: unknown;
        };
        /**
         * UnknownWebhookMessage
         * @description One whose `kind` this version of the contract does not have.
         */
        UnknownWebhookMessage: {
            kind: components["schemas"]["UnknownWord"];
        } & {
            [key: string]: unknown;
        };
        /**
         * UnknownWord
         * @description A word of an answer that this version of the contract does not have.
         */
        UnknownWord: Unknown;
        /**
         * User
         * @description A user.
         */
        User: {
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description When the user was disabled; null if they are not. */
            disabled_at: components["schemas"]["Timestamp"] | null;
            /** @description Whether the user has a password; without one, only a one-time link signs in. */
            has_password: boolean;
            /** @description The user. */
            id: components["schemas"]["Id"];
            /** @description The name to sign in with. */
            name: components["schemas"]["UserName"];
            /** @description The user's role. */
            role: components["schemas"]["Role"] | components["schemas"]["UnknownWord"];
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * UserChangedEvent
         * @description The role, the password or the access of a user changed; sent to admins.
         */
        UserChangedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description A user changed.
             * @constant
             */
            kind: "user.changed";
            /** @description The user. */
            user_id: components["schemas"]["Id"];
        };
        /**
         * UserCreate
         * @description A new user.
         */
        UserCreate: {
            /** @description The name to sign in with. */
            name: components["schemas"]["UserName"];
            /** @description The password; without one, the user signs in by a one-time link (createSignInLink). */
            password?: components["schemas"]["Password"];
            /** @description The user's role. */
            role: components["schemas"]["Role"];
        };
        /**
         * UserCreatedEvent
         * @description A user was created; sent to admins.
         */
        UserCreatedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description A user was created.
             * @constant
             */
            kind: "user.created";
            /** @description The user. */
            user_id: components["schemas"]["Id"];
        };
        /**
         * UserName
         * @description The name a user signs in with; case-sensitive.
         */
        UserName: string;
        /**
         * UserPage
         * @description One page of users, newest first.
         */
        UserPage: {
            /** @description The users. */
            items: components["schemas"]["User"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * UserUpdate
         * @description Changes to a user; absent fields stay unchanged.
         */
        UserUpdate: {
            /** @description Whether the user is disabled. */
            disabled?: boolean;
            /**
             * @description Whether the user's API tokens survive the new password.
             * @default false
             */
            keep_api_tokens?: boolean;
            /** @description A new password. */
            password?: components["schemas"]["Password"];
            /** @description The user's role. */
            role?: components["schemas"]["Role"];
        };
        /**
         * Version
         * @description The number of a set template's version; the first is 1, each change adds one.
         */
        Version: number;
        /**
         * Visibility
         * @description Who may see it: `private`: its owner and admins; `shared`: everyone signed in; `public`: anyone.
         * @enum {string}
         */
        Visibility: "private" | "shared" | "public";
        /**
         * VisibilityCounts
         * @description Counts by visibility.
         */
        VisibilityCounts: {
            /** @description Visible to its owner and admins. */
            private: components["schemas"]["Count"];
            /** @description Visible to anyone. */
            public: components["schemas"]["Count"];
            /** @description Visible to everyone signed in. */
            shared: components["schemas"]["Count"];
        };
        /**
         * Webhook
         * @description A URL that is told what happens in the studio.
         */
        Webhook: {
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The admin who created it; null if that user is gone or it was created on the command line. */
            created_by: components["schemas"]["Id"] | null;
            /** @description What it is for; may be empty. */
            description: components["schemas"]["Line"];
            /** @description Why it is off; null while it is on. */
            disabled_reason: (components["schemas"]["WebhookDisabledReason"] | components["schemas"]["UnknownWord"]) | null;
            /** @description Whether it is told of anything. */
            enabled: boolean;
            /** @description The first failed attempt since the last success; null if there is none. */
            failing_since: components["schemas"]["Timestamp"] | null;
            /** @description The id of the webhook. */
            id: components["schemas"]["Id"];
            /** @description What it is told of. */
            kinds: components["schemas"]["ReceivedWebhookKinds"];
            /** @description When a message reached it last; null if none did. */
            last_delivered_at: components["schemas"]["Timestamp"] | null;
            /** @description Until when the previous secret signs messages, too; null if it does not. */
            previous_secret_expires_at: components["schemas"]["Timestamp"] | null;
            /** @description When an admin changed it last, or it was turned off. */
            updated_at: components["schemas"]["Timestamp"];
            /** @description Where messages are sent. */
            url: components["schemas"]["WebhookUrl"];
        };
        /**
         * WebhookAttempt
         * @description An attempt to deliver a message.
         */
        WebhookAttempt: {
            /** @description When it began. */
            at: components["schemas"]["Timestamp"];
            /** @description Why it failed; null if it succeeded. */
            error_code: components["schemas"]["Word"] | null;
            /** @description What went wrong, or the beginning of the answer. */
            message: components["schemas"]["Line"];
            /** @description How long it took. */
            seconds: number;
            /** @description The status of the answer; null if there was none. */
            status: number | null;
        };
        /**
         * WebhookChangedEvent
         * @description A webhook was changed, got another secret or was turned off; sent to admins.
         */
        WebhookChangedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description A webhook was changed.
             * @constant
             */
            kind: "webhook.changed";
            /** @description The webhook. */
            webhook_id: components["schemas"]["Id"];
        };
        /**
         * WebhookCreate
         * @description A new webhook.
         */
        WebhookCreate: {
            /**
             * @description What it is for.
             * @default
             */
            description?: components["schemas"]["Line"];
            /** @description What it is told of. */
            kinds: components["schemas"]["WebhookKinds"];
            /** @description Where messages are sent. */
            url: components["schemas"]["WebhookUrl"];
        };
        /**
         * WebhookCreated
         * @description A new webhook with its secret, which is shown only once.
         */
        WebhookCreated: {
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The admin who created it; null if that user is gone or it was created on the command line. */
            created_by: components["schemas"]["Id"] | null;
            /** @description What it is for; may be empty. */
            description: components["schemas"]["Line"];
            /** @description Why it is off; null while it is on. */
            disabled_reason: (components["schemas"]["WebhookDisabledReason"] | components["schemas"]["UnknownWord"]) | null;
            /** @description Whether it is told of anything. */
            enabled: boolean;
            /** @description The first failed attempt since the last success; null if there is none. */
            failing_since: components["schemas"]["Timestamp"] | null;
            /** @description The id of the webhook. */
            id: components["schemas"]["Id"];
            /** @description What it is told of. */
            kinds: components["schemas"]["ReceivedWebhookKinds"];
            /** @description When a message reached it last; null if none did. */
            last_delivered_at: components["schemas"]["Timestamp"] | null;
            /** @description Until when the previous secret signs messages, too; null if it does not. */
            previous_secret_expires_at: components["schemas"]["Timestamp"] | null;
            /** @description What signs its messages. */
            secret: components["schemas"]["WebhookSecretText"];
            /** @description When an admin changed it last, or it was turned off. */
            updated_at: components["schemas"]["Timestamp"];
            /** @description Where messages are sent. */
            url: components["schemas"]["WebhookUrl"];
        };
        /**
         * WebhookCreatedEvent
         * @description A webhook was created; sent to admins.
         */
        WebhookCreatedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description A webhook was created.
             * @constant
             */
            kind: "webhook.created";
            /** @description The webhook. */
            webhook_id: components["schemas"]["Id"];
        };
        /**
         * WebhookDeletedEvent
         * @description A webhook was deleted; sent to admins.
         */
        WebhookDeletedEvent: {
            /** @description The time. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description A webhook was deleted.
             * @constant
             */
            kind: "webhook.deleted";
            /** @description The webhook. */
            webhook_id: components["schemas"]["Id"];
        };
        /**
         * WebhookDelivery
         * @description A message for a webhook, and how far it got.
         */
        WebhookDelivery: {
            /** @description How many attempts there were. */
            attempt_count: number;
            /** @description When the message was made. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Why it did not arrive so far; null if it did, or was not tried yet. */
            error_code: components["schemas"]["Word"] | null;
            /** @description When it was delivered or given up; null while it waits. */
            finished_at: components["schemas"]["Timestamp"] | null;
            /** @description The id of the delivery, which is that of its message: the header `webhook-id`. */
            id: components["schemas"]["Id"];
            /** @description The kind of the message. */
            kind: components["schemas"]["WebhookMessageKind"] | components["schemas"]["UnknownWord"];
            /** @description When the next attempt is due; null if there is none. */
            next_attempt_at: components["schemas"]["Timestamp"] | null;
            /** @description Its state. */
            state: components["schemas"]["WebhookDeliveryState"] | components["schemas"]["UnknownWord"];
            /** @description The webhook. */
            webhook_id: components["schemas"]["Id"];
        };
        /**
         * WebhookDeliveryDetail
         * @description A delivery with its message and its latest attempts.
         */
        WebhookDeliveryDetail: {
            /** @description How many attempts there were. */
            attempt_count: number;
            /** @description The latest attempts, the first of them first. */
            attempts: components["schemas"]["WebhookAttempt"][];
            /** @description When the message was made. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Why it did not arrive so far; null if it did, or was not tried yet. */
            error_code: components["schemas"]["Word"] | null;
            /** @description When it was delivered or given up; null while it waits. */
            finished_at: components["schemas"]["Timestamp"] | null;
            /** @description The id of the delivery, which is that of its message: the header `webhook-id`. */
            id: components["schemas"]["Id"];
            /** @description The kind of the message. */
            kind: components["schemas"]["WebhookMessageKind"] | components["schemas"]["UnknownWord"];
            /** @description The message, as it is sent. */
            message: components["schemas"]["WebhookMessage"];
            /** @description When the next attempt is due; null if there is none. */
            next_attempt_at: components["schemas"]["Timestamp"] | null;
            /** @description Its state. */
            state: components["schemas"]["WebhookDeliveryState"] | components["schemas"]["UnknownWord"];
            /** @description The webhook. */
            webhook_id: components["schemas"]["Id"];
        };
        /**
         * WebhookDeliveryPage
         * @description One page of a webhook's deliveries, newest first.
         */
        WebhookDeliveryPage: {
            /** @description The items of the page. */
            items: components["schemas"]["WebhookDelivery"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * WebhookDeliveryState
         * @description `waiting` for its next attempt, `delivered`, or `failed`: given up.
         * @enum {string}
         */
        WebhookDeliveryState: "waiting" | "delivered" | "failed";
        /**
         * WebhookDisabledReason
         * @description Why a webhook is off: an admin turned it off (`by_admin`), its receiver answered 410 (`gone`), or no message has reached it for three days (`unreachable`).
         * @enum {string}
         */
        WebhookDisabledReason: "by_admin" | "gone" | "unreachable";
        /**
         * WebhookEndState
         * @description How it ended: `succeeded`, `failed` or `cancelled`.
         * @enum {string}
         */
        WebhookEndState: "succeeded" | "failed" | "cancelled";
        /**
         * WebhookImportState
         * @description How a phase of an import ended: `planned`, `applied`, `undone`, `failed` or `cancelled`.
         * @enum {string}
         */
        WebhookImportState: "planned" | "applied" | "undone" | "failed" | "cancelled";
        /**
         * WebhookKind
         * @description What a webhook may be told of.
         * @enum {string}
         */
        WebhookKind: "job.finished" | "set_run.finished" | "training_run.finished" | "import.finished" | "bug_report.created";
        /**
         * WebhookKinds
         * @description What the webhook is told of.
         */
        WebhookKinds: components["schemas"]["WebhookKind"][];
        /**
         * WebhookMessage
         * @description What a webhook is sent; `kind` selects the schema. More kinds and fields will be added: ignore those you do not know.
         */
        WebhookMessage: components["schemas"]["JobFinishedMessage"] | components["schemas"]["SetRunFinishedMessage"] | components["schemas"]["TrainingRunFinishedMessage"] | components["schemas"]["ImportFinishedMessage"] | components["schemas"]["BugReportCreatedMessage"] | components["schemas"]["WebhookPingMessage"] | components["schemas"]["UnknownWebhookMessage"];
        /**
         * WebhookMessageKind
         * @description The kind of a message: what a webhook may be told of, or `webhook.ping`, which pingWebhook sends.
         * @enum {string}
         */
        WebhookMessageKind: "job.finished" | "set_run.finished" | "training_run.finished" | "import.finished" | "bug_report.created" | "webhook.ping";
        /**
         * WebhookPage
         * @description One page of webhooks, newest first.
         */
        WebhookPage: {
            /** @description The items of the page. */
            items: components["schemas"]["Webhook"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * WebhookPingMessage
         * @description An admin wants to know whether messages arrive.
         */
        WebhookPingMessage: {
            /** @description When it happened. */
            at: components["schemas"]["Timestamp"];
            /** @description The id of the message: the same in every attempt, and the header `webhook-id`. */
            id: components["schemas"]["Id"];
            /**
             * @description An admin wants to know whether messages arrive.
             * @constant
             */
            kind: "webhook.ping";
            /** @description The webhook. */
            webhook_id: components["schemas"]["Id"];
        };
        /**
         * WebhookSecret
         * @description The new secret of a webhook, which is shown only once.
         */
        WebhookSecret: {
            /** @description Until when the previous secret signs them, too. */
            previous_secret_expires_at: components["schemas"]["Timestamp"];
            /** @description What signs its messages from now on. */
            secret: components["schemas"]["WebhookSecretText"];
        };
        /**
         * WebhookSecretText
         * @description A secret that signs messages: `whsec_` and 32 bytes in base64.
         */
        WebhookSecretText: string;
        /**
         * WebhookUpdate
         * @description Changes of a webhook; fields that are left out stay as they are.
         */
        WebhookUpdate: {
            /** @description What it is for. */
            description?: components["schemas"]["Line"];
            /** @description Whether it is told of anything. One that is turned on hears of what happens from then on. */
            enabled?: boolean;
            /** @description What it is told of. */
            kinds?: components["schemas"]["WebhookKinds"];
            /** @description Where messages are sent. */
            url?: components["schemas"]["WebhookUrl"];
        };
        /**
         * WebhookUrl
         * @description Where messages are sent: an `http` or `https` URL without user name, password or fragment.
         */
        WebhookUrl: string;
        /**
         * Word
         * @description A stable code in snake_case that programs may compare.
         */
        Word: string;
        /**
         * WordAxis
         * @description Other texts in place of a word of the prompt template.
         */
        WordAxis: {
            /**
             * @description What the axis changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "word";
            /** @description The placeholder whose text is replaced: `base_prompt`, `theme`, `style_suffix` or a column; another one is rejected (422 `grid_has_problems`). */
            name: components["schemas"]["Word"];
            /** @description The texts, in order. */
            values: components["schemas"]["Line"][];
        };
        /**
         * Worker
         * @description A process that runs jobs.
         */
        Worker: {
            /** @description The device its engines use, if they can choose: `cpu`, `cuda:0`. */
            device: string;
            /** @description Its engines. */
            engines: components["schemas"]["Word"][];
            /** @description When its last heartbeat was received. */
            heartbeat_at: components["schemas"]["Timestamp"];
            /** @description The host it runs on. */
            host: string;
            /** @description The worker. */
            id: string;
            /** @description The job it is running; null while it is idle. */
            job_id: components["schemas"]["Id"] | null;
            /** @description Its process id. */
            pid: number;
            /** @description When it started. */
            started_at: components["schemas"]["Timestamp"];
            /** @description A description. */
            state: components["schemas"]["WorkerState"] | components["schemas"]["UnknownWord"];
        };
        /**
         * Workers
         * @description The workers with a recent heartbeat.
         */
        Workers: {
            /** @description The workers, the longest running first. */
            items: components["schemas"]["Worker"][];
        };
        /**
         * WorkerState
         * @description `idle`: waiting for a job; `busy`: running one; `stopping`: finishing or releasing its job and taking no other.
         * @enum {string}
         */
        WorkerState: "idle" | "busy" | "stopping";
    };
    responses: {
        /** @description The request is invalid: a parameter or the body breaks its schema, or is unknown. `errors` lists the first 100 faults. */
        BadRequest: {
            headers: {
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The state of the resource does not allow it; the code says why. */
        Conflict: {
            headers: {
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body has more bytes or values than the operation takes (`x-max-bytes`, by default 65536), or more bytes than the `limits` of getServer. */
        ContentTooLarge: {
            headers: {
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller's role is too low, or the CSRF token of a session is missing or wrong. */
        Forbidden: {
            headers: {
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The server failed; the trace id leads to the log entry. */
        InternalError: {
            headers: {
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The operation offers none of the media types in `Accept`. */
        NotAcceptable: {
            headers: {
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The resource does not exist, or the caller may not see it. */
        NotFound: {
            headers: {
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller's copy is up to date. */
        NotModified: {
            headers: {
                ETag: components["headers"]["ETag"];
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `If-Match` does not match the current version. */
        PreconditionFailed: {
            headers: {
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The requested range lies beyond the end of the file. */
        RangeNotSatisfiable: {
            headers: {
                "Content-Range": components["headers"]["Content-Range"];
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body arrives too slowly, or not at all; the connection is closed. */
        RequestTimeout: {
            headers: {
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many at a time; wait for the time in `Retry-After`. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The credentials are missing or invalid. */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The server cannot do this now: it is starting or stopping, its database is unavailable, or a disk is full. */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request fits the contract but breaks a rule; `errors` points at each place. */
        Unprocessable: {
            headers: {
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The operation does not accept the media type of the body. */
        UnsupportedMediaType: {
            headers: {
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description The adapter. */
        AdapterId: components["schemas"]["Id"];
        /** @description The album. */
        AlbumId: components["schemas"]["Id"];
        /** @description The bug report. */
        BugReportId: components["schemas"]["Id"];
        /** @description Only items that were created at this time or later. */
        CreatedAfter: components["schemas"]["Timestamp"];
        /** @description Only items that were created before this time. */
        CreatedBefore: components["schemas"]["Timestamp"];
        /** @description The `next_cursor` of the previous page; absent for the first page. */
        Cursor: components["schemas"]["Cursor"];
        /** @description The delivery. */
        DeliveryId: components["schemas"]["Id"];
        /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Bodies are the same if they say the same: white space and the order of keys in JSON do not count, nor does the boundary of a form. Keys are kept for a day. */
        IdempotencyKey: string;
        /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. Only the version counts: the part of the tag before the hyphen, if it has one. */
        IfMatch: string;
        /** @description Send the content only if none of these is its `ETag`; otherwise 304. Tags separated by commas, or `*` for any. Weak tags (`W/"…"`) match like strong ones. */
        IfNoneMatch: string;
        /** @description Heed `Range` only if this is the `ETag` of the content; otherwise all bytes are sent. A date or a weak tag never is. */
        IfRange: string;
        /** @description The image. */
        ImageId: components["schemas"]["Id"];
        /** @description The import. */
        ImportId: components["schemas"]["Id"];
        /** @description The job. */
        JobId: components["schemas"]["Id"];
        /** @description The label. */
        LabelId: components["schemas"]["Id"];
        /** @description The id of the last event received; the stream continues after it. `0` is the beginning. */
        LastEventId: components["schemas"]["EventId"];
        /** @description The maximum number of items on the page. */
        Limit: number;
        /** @description Only items whose name or text contains this. Case is ignored, and the form of a character: composed or combining, wide, a ligature. A line break counts as a space. */
        Query: string;
        /** @description The bytes to send: one range, as in `bytes=0-1023`. An invalid value, several ranges and HEAD give all bytes; a range beyond the end gives 416. */
        Range: string;
        /** @description The session. */
        SessionId: components["schemas"]["Id"];
        /** @description The set run. */
        SetRunId: components["schemas"]["Id"];
        /** @description The set template. */
        SetTemplateId: components["schemas"]["Id"];
        /** @description The order, by the time at which the items were created. */
        Sort: components["schemas"]["Sort"];
        /** @description Only items in one of these states; repeat the parameter for several. */
        StateFilter: components["schemas"]["State"][];
        /** @description The API token. */
        TokenId: components["schemas"]["Id"];
        /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
        TraceId: components["schemas"]["TraceId"];
        /** @description The training run. */
        TrainingRunId: components["schemas"]["Id"];
        /** @description The user. */
        UserId: components["schemas"]["Id"];
        /** @description Only items with one of these visibilities; repeat the parameter for several. */
        VisibilityFilter: components["schemas"]["Visibility"][];
        /** @description The webhook. */
        WebhookId: components["schemas"]["Id"];
        /** @description The id of the message, the same in every attempt. */
        WebhookMessageId: components["schemas"]["Id"];
        /** @description `v1,` and the HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}` in base64, one for each valid secret, separated by spaces. */
        WebhookSignature: string;
        /** @description When this attempt was made, in seconds since 1970; refuse what is older than some minutes. */
        WebhookTimestamp: number;
    };
    requestBodies: never;
    headers: {
        /** @description Byte ranges may be requested. */
        "Accept-Ranges": string;
        /** @description How long the content may be cached: forever, if it never changes; 0, if it may; `public` only for public images. */
        "Cache-Control": string;
        /** @description `inline` for images, `attachment` for exports, with a file name made from the id. */
        "Content-Disposition": string;
        /** @description The range of the bytes, and the size of the file. */
        "Content-Range": string;
        /** @description A strong tag for `If-Match` and `If-None-Match`: the version of the resource. Where the response can be asked for with `If-None-Match`, a hyphen and a digest of the body follow; a file's tag is its digest. */
        ETag: string;
        /** @description `true` if this is the stored response to an earlier request with the same key and body. */
        "Idempotency-Replayed": string;
        /** @description The path of the resource that was or will be created. */
        Location: components["schemas"]["ApiPath"];
        /** @description The response must not be stored. */
        "No-Store": string;
        /** @description The number of seconds to wait before the next attempt. */
        "Retry-After": string;
        /** @description The session cookie: HttpOnly, SameSite=Lax, Secure except on loopback; empty and expired after signing out. */
        "Set-Cookie": string;
        /** @description How to authenticate. */
        "WWW-Authenticate": string;
        /** @description Tells proxies not to buffer the response. */
        "X-Accel-Buffering": string;
        /** @description The trace id of the request: the one that was sent, or a generated one. */
        "X-Trace-Id": components["schemas"]["TraceId"];
    };
    pathItems: never;
};
export type Adapter = components['schemas']['Adapter'];
export type AdapterAddedEvent = components['schemas']['AdapterAddedEvent'];
export type AdapterAxis = components['schemas']['AdapterAxis'];
export type AdapterBytes = components['schemas']['AdapterBytes'];
export type AdapterChangedEvent = components['schemas']['AdapterChangedEvent'];
export type AdapterDeletedEvent = components['schemas']['AdapterDeletedEvent'];
export type AdapterMetrics = components['schemas']['AdapterMetrics'];
export type AdapterPage = components['schemas']['AdapterPage'];
export type AdapterPreviewUpload = components['schemas']['AdapterPreviewUpload'];
export type AdapterProvenance = components['schemas']['AdapterProvenance'];
export type AdapterSource = components['schemas']['AdapterSource'];
export type AdapterTriggerWords = components['schemas']['AdapterTriggerWords'];
export type AdapterUpdate = components['schemas']['AdapterUpdate'];
export type AdapterUpload = components['schemas']['AdapterUpload'];
export type AdapterUse = components['schemas']['AdapterUse'];
export type AdapterWeight = components['schemas']['AdapterWeight'];
export type AdapterWeightAxis = components['schemas']['AdapterWeightAxis'];
export type Album = components['schemas']['Album'];
export type AlbumBundle = components['schemas']['AlbumBundle'];
export type AlbumChangedEvent = components['schemas']['AlbumChangedEvent'];
export type AlbumCreate = components['schemas']['AlbumCreate'];
export type AlbumCreatedEvent = components['schemas']['AlbumCreatedEvent'];
export type AlbumDeletedEvent = components['schemas']['AlbumDeletedEvent'];
export type AlbumDetail = components['schemas']['AlbumDetail'];
export type AlbumImage = components['schemas']['AlbumImage'];
export type AlbumImagePage = components['schemas']['AlbumImagePage'];
export type AlbumImagesAdd = components['schemas']['AlbumImagesAdd'];
export type AlbumImagesChange = components['schemas']['AlbumImagesChange'];
export type AlbumImagesMove = components['schemas']['AlbumImagesMove'];
export type AlbumLabelStats = components['schemas']['AlbumLabelStats'];
export type AlbumPage = components['schemas']['AlbumPage'];
export type AlbumReference = components['schemas']['AlbumReference'];
export type AlbumSource = components['schemas']['AlbumSource'];
export type AlbumTemplate = components['schemas']['AlbumTemplate'];
export type AlbumUpdate = components['schemas']['AlbumUpdate'];
export type ApiPath = components['schemas']['ApiPath'];
export type ApiToken = components['schemas']['ApiToken'];
export type ApiTokenCreate = components['schemas']['ApiTokenCreate'];
export type ApiTokenCreated = components['schemas']['ApiTokenCreated'];
export type ApiTokenPage = components['schemas']['ApiTokenPage'];
export type AuthMethod = components['schemas']['AuthMethod'];
export type AuthStatus = components['schemas']['AuthStatus'];
export type AuthUser = components['schemas']['AuthUser'];
export type BugReport = components['schemas']['BugReport'];
export type BugReportChange = components['schemas']['BugReportChange'];
export type BugReportChangedEvent = components['schemas']['BugReportChangedEvent'];
export type BugReportClientMeta = components['schemas']['BugReportClientMeta'];
export type BugReportCreatedEvent = components['schemas']['BugReportCreatedEvent'];
export type BugReportCreatedMessage = components['schemas']['BugReportCreatedMessage'];
export type BugReportDeletedEvent = components['schemas']['BugReportDeletedEvent'];
export type BugReportEnvironment = components['schemas']['BugReportEnvironment'];
export type BugReportExport = components['schemas']['BugReportExport'];
export type BugReportFieldChange = components['schemas']['BugReportFieldChange'];
export type BugReportHeaders = components['schemas']['BugReportHeaders'];
export type BugReportJob = components['schemas']['BugReportJob'];
export type BugReportLog = components['schemas']['BugReportLog'];
export type BugReportNetworkEvent = components['schemas']['BugReportNetworkEvent'];
export type BugReportPage = components['schemas']['BugReportPage'];
export type BugReportPurge = components['schemas']['BugReportPurge'];
export type BugReportPurgeRequest = components['schemas']['BugReportPurgeRequest'];
export type BugReportReceipt = components['schemas']['BugReportReceipt'];
export type BugReportRedaction = components['schemas']['BugReportRedaction'];
export type BugReportsPurgedEvent = components['schemas']['BugReportsPurgedEvent'];
export type BugReportStatus = components['schemas']['BugReportStatus'];
export type BugReportSubmission = components['schemas']['BugReportSubmission'];
export type BugReportSummary = components['schemas']['BugReportSummary'];
export type BugReportUpdate = components['schemas']['BugReportUpdate'];
export type BugReportViewport = components['schemas']['BugReportViewport'];
export type CaptionImageCount = components['schemas']['CaptionImageCount'];
export type CaptionRequest = components['schemas']['CaptionRequest'];
export type CellSize = components['schemas']['CellSize'];
export type ColumnName = components['schemas']['ColumnName'];
export type Count = components['schemas']['Count'];
export type Cursor = components['schemas']['Cursor'];
export type Digest = components['schemas']['Digest'];
export type EngineAxis = components['schemas']['EngineAxis'];
export type EngineCapabilities = components['schemas']['EngineCapabilities'];
export type EngineInfo = components['schemas']['EngineInfo'];
export type EngineModel = components['schemas']['EngineModel'];
export type EngineModelPage = components['schemas']['EngineModelPage'];
export type Estimate = components['schemas']['Estimate'];
export type EventId = components['schemas']['EventId'];
export type EventMessage = components['schemas']['EventMessage'];
export type EventNumber = components['schemas']['EventNumber'];
export type ExportEmbed = components['schemas']['ExportEmbed'];
export type GapEvent = components['schemas']['GapEvent'];
export type GenerateRequest = components['schemas']['GenerateRequest'];
export type Grid = components['schemas']['Grid'];
export type GridAxis = components['schemas']['GridAxis'];
export type GridCell = components['schemas']['GridCell'];
export type GuidanceScale = components['schemas']['GuidanceScale'];
export type GuidanceScaleAxis = components['schemas']['GuidanceScaleAxis'];
export type Health = components['schemas']['Health'];
export type HealthCheck = components['schemas']['HealthCheck'];
export type HealthStatus = components['schemas']['HealthStatus'];
export type Id = components['schemas']['Id'];
export type Image = components['schemas']['Image'];
export type ImageAddedEvent = components['schemas']['ImageAddedEvent'];
export type ImageBulkChanges = components['schemas']['ImageBulkChanges'];
export type ImageBulkFilter = components['schemas']['ImageBulkFilter'];
export type ImageBulkResult = components['schemas']['ImageBulkResult'];
export type ImageBulkUpdate = components['schemas']['ImageBulkUpdate'];
export type ImageBytes = components['schemas']['ImageBytes'];
export type ImageChangedEvent = components['schemas']['ImageChangedEvent'];
export type ImageDetail = components['schemas']['ImageDetail'];
export type ImageMark = components['schemas']['ImageMark'];
export type ImageMarkedEvent = components['schemas']['ImageMarkedEvent'];
export type ImageMarkUpdate = components['schemas']['ImageMarkUpdate'];
export type ImageMediaType = components['schemas']['ImageMediaType'];
export type ImageOrientation = components['schemas']['ImageOrientation'];
export type ImagePage = components['schemas']['ImagePage'];
export type ImagePurgedEvent = components['schemas']['ImagePurgedEvent'];
export type ImageRemovedEvent = components['schemas']['ImageRemovedEvent'];
export type ImageSource = components['schemas']['ImageSource'];
export type ImageSourceCounts = components['schemas']['ImageSourceCounts'];
export type ImageUpdate = components['schemas']['ImageUpdate'];
export type ImageUpload = components['schemas']['ImageUpload'];
export type Import = components['schemas']['Import'];
export type ImportAlbums = components['schemas']['ImportAlbums'];
export type ImportApply = components['schemas']['ImportApply'];
export type ImportChangedEvent = components['schemas']['ImportChangedEvent'];
export type ImportCounts = components['schemas']['ImportCounts'];
export type ImportCreate = components['schemas']['ImportCreate'];
export type ImportDiscrepancies = components['schemas']['ImportDiscrepancies'];
export type ImportFailure = components['schemas']['ImportFailure'];
export type ImportFinishedMessage = components['schemas']['ImportFinishedMessage'];
export type ImportItem = components['schemas']['ImportItem'];
export type ImportItemPage = components['schemas']['ImportItemPage'];
export type ImportItemsCsv = components['schemas']['ImportItemsCsv'];
export type ImportItemState = components['schemas']['ImportItemState'];
export type ImportKey = components['schemas']['ImportKey'];
export type ImportKind = components['schemas']['ImportKind'];
export type ImportOutcome = components['schemas']['ImportOutcome'];
export type ImportPage = components['schemas']['ImportPage'];
export type ImportPhase = components['schemas']['ImportPhase'];
export type ImportProgress = components['schemas']['ImportProgress'];
export type ImportReason = components['schemas']['ImportReason'];
export type ImportResults = components['schemas']['ImportResults'];
export type ImportSource = components['schemas']['ImportSource'];
export type ImportSourcePath = components['schemas']['ImportSourcePath'];
export type ImportSources = components['schemas']['ImportSources'];
export type ImportState = components['schemas']['ImportState'];
export type ImportThing = components['schemas']['ImportThing'];
export type ImportThingKind = components['schemas']['ImportThingKind'];
export type ImportUndoSurvey = components['schemas']['ImportUndoSurvey'];
export type Job = components['schemas']['Job'];
export type JobCancellation = components['schemas']['JobCancellation'];
export type JobCancellationRequest = components['schemas']['JobCancellationRequest'];
export type JobCancelledEvent = components['schemas']['JobCancelledEvent'];
export type JobCancelRequestedEvent = components['schemas']['JobCancelRequestedEvent'];
export type JobCaptions = components['schemas']['JobCaptions'];
export type JobCaptionsSkipped = components['schemas']['JobCaptionsSkipped'];
export type JobError = components['schemas']['JobError'];
export type JobFailedEvent = components['schemas']['JobFailedEvent'];
export type JobFinishedMessage = components['schemas']['JobFinishedMessage'];
export type JobKind = components['schemas']['JobKind'];
export type JobLinks = components['schemas']['JobLinks'];
export type JobPreviewEvent = components['schemas']['JobPreviewEvent'];
export type JobQueuedEvent = components['schemas']['JobQueuedEvent'];
export type JobRequest = components['schemas']['JobRequest'];
export type JobRunningEvent = components['schemas']['JobRunningEvent'];
export type JobsResponse = components['schemas']['JobsResponse'];
export type JobSucceededEvent = components['schemas']['JobSucceededEvent'];
export type JobUpdate = components['schemas']['JobUpdate'];
export type JobUpdatedEvent = components['schemas']['JobUpdatedEvent'];
export type JsonObject = components['schemas']['JsonObject'];
export type JsonValue = components['schemas']['JsonValue'];
export type KeptImage = components['schemas']['KeptImage'];
export type KeptImageReason = components['schemas']['KeptImageReason'];
export type Label = components['schemas']['Label'];
export type LabelContent = components['schemas']['LabelContent'];
export type LabelCount = components['schemas']['LabelCount'];
export type LabelCreate = components['schemas']['LabelCreate'];
export type LabelKind = components['schemas']['LabelKind'];
export type LabelPage = components['schemas']['LabelPage'];
export type LabelSource = components['schemas']['LabelSource'];
export type LabelText = components['schemas']['LabelText'];
export type LabelUpdate = components['schemas']['LabelUpdate'];
export type Line = components['schemas']['Line'];
export type LinkSignIn = components['schemas']['LinkSignIn'];
export type MetricsText = components['schemas']['MetricsText'];
export type ModelAxis = components['schemas']['ModelAxis'];
export type ModelName = components['schemas']['ModelName'];
export type ModelText = components['schemas']['ModelText'];
export type Name = components['schemas']['Name'];
export type Password = components['schemas']['Password'];
export type PasswordChange = components['schemas']['PasswordChange'];
export type PasswordSignIn = components['schemas']['PasswordSignIn'];
export type Pixels = components['schemas']['Pixels'];
export type Position = components['schemas']['Position'];
export type PreviewBytes = components['schemas']['PreviewBytes'];
export type PreviewProblem = components['schemas']['PreviewProblem'];
export type PreviewPrompt = components['schemas']['PreviewPrompt'];
export type PreviewWarning = components['schemas']['PreviewWarning'];
export type Priority = components['schemas']['Priority'];
export type Problem = components['schemas']['Problem'];
export type ProblemError = components['schemas']['ProblemError'];
export type Progress = components['schemas']['Progress'];
export type Prompt = components['schemas']['Prompt'];
export type PromptPreview = components['schemas']['PromptPreview'];
export type PromptPreviewRequest = components['schemas']['PromptPreviewRequest'];
export type Provenance = components['schemas']['Provenance'];
export type ProvenanceParameters = components['schemas']['ProvenanceParameters'];
export type ProvenanceValue = components['schemas']['ProvenanceValue'];
export type PurgedBugReport = components['schemas']['PurgedBugReport'];
export type PurgedImage = components['schemas']['PurgedImage'];
export type Queue = components['schemas']['Queue'];
export type QueueJob = components['schemas']['QueueJob'];
export type QueuePausedEvent = components['schemas']['QueuePausedEvent'];
export type QueueResumedEvent = components['schemas']['QueueResumedEvent'];
export type QueueUpdate = components['schemas']['QueueUpdate'];
export type Rating = components['schemas']['Rating'];
export type ReadyEvent = components['schemas']['ReadyEvent'];
export type ReceivedGenerateRequest = components['schemas']['ReceivedGenerateRequest'];
export type ReceivedGrid = components['schemas']['ReceivedGrid'];
export type ReceivedGridAxis = components['schemas']['ReceivedGridAxis'];
export type ReceivedJobRequest = components['schemas']['ReceivedJobRequest'];
export type ReceivedWebhookKinds = components['schemas']['ReceivedWebhookKinds'];
export type ReplacedText = components['schemas']['ReplacedText'];
export type ReplacementAxis = components['schemas']['ReplacementAxis'];
export type Reproduction = components['schemas']['Reproduction'];
export type Role = components['schemas']['Role'];
export type RowAxis = components['schemas']['RowAxis'];
export type RowPosition = components['schemas']['RowPosition'];
export type Seed = components['schemas']['Seed'];
export type SeedAxis = components['schemas']['SeedAxis'];
export type Server = components['schemas']['Server'];
export type ServerLimits = components['schemas']['ServerLimits'];
export type Session = components['schemas']['Session'];
export type SessionPage = components['schemas']['SessionPage'];
export type SetPreview = components['schemas']['SetPreview'];
export type SetPreviewOverrides = components['schemas']['SetPreviewOverrides'];
export type SetPreviewRequest = components['schemas']['SetPreviewRequest'];
export type SetRow = components['schemas']['SetRow'];
export type SetRowsCsv = components['schemas']['SetRowsCsv'];
export type SetRowValues = components['schemas']['SetRowValues'];
export type SetRun = components['schemas']['SetRun'];
export type SetRunDetail = components['schemas']['SetRunDetail'];
export type SetRunFinishedMessage = components['schemas']['SetRunFinishedMessage'];
export type SetRunPage = components['schemas']['SetRunPage'];
export type SetRunRequest = components['schemas']['SetRunRequest'];
export type SetRunRow = components['schemas']['SetRunRow'];
export type SetTemplate = components['schemas']['SetTemplate'];
export type SetTemplateCreate = components['schemas']['SetTemplateCreate'];
export type SetTemplatePage = components['schemas']['SetTemplatePage'];
export type SetTemplateRows = components['schemas']['SetTemplateRows'];
export type SetTemplateRowsReplace = components['schemas']['SetTemplateRowsReplace'];
export type SetTemplateUpdate = components['schemas']['SetTemplateUpdate'];
export type Settings = components['schemas']['Settings'];
export type SettingsUpdate = components['schemas']['SettingsUpdate'];
export type SettingsUpdatedEvent = components['schemas']['SettingsUpdatedEvent'];
export type ShortTitle = components['schemas']['ShortTitle'];
export type Side = components['schemas']['Side'];
export type SideMin = components['schemas']['SideMin'];
export type SignInLink = components['schemas']['SignInLink'];
export type SignInLinkCreate = components['schemas']['SignInLinkCreate'];
export type SignInMethod = components['schemas']['SignInMethod'];
export type SignInRequest = components['schemas']['SignInRequest'];
export type Slug = components['schemas']['Slug'];
export type Sort = components['schemas']['Sort'];
export type State = components['schemas']['State'];
export type StateCounts = components['schemas']['StateCounts'];
export type Stats = components['schemas']['Stats'];
export type Steps = components['schemas']['Steps'];
export type StepsAxis = components['schemas']['StepsAxis'];
export type StudioEvent = components['schemas']['StudioEvent'];
export type TableWarning = components['schemas']['TableWarning'];
export type Text = components['schemas']['Text'];
export type ThumbHash = components['schemas']['ThumbHash'];
export type ThumbnailSize = components['schemas']['ThumbnailSize'];
export type Timestamp = components['schemas']['Timestamp'];
export type TokenName = components['schemas']['TokenName'];
export type TraceId = components['schemas']['TraceId'];
export type TrainingArtifact = components['schemas']['TrainingArtifact'];
export type TrainingCheck = components['schemas']['TrainingCheck'];
export type TrainingDataset = components['schemas']['TrainingDataset'];
export type TrainingFinding = components['schemas']['TrainingFinding'];
export type TrainingLog = components['schemas']['TrainingLog'];
export type TrainingLoss = components['schemas']['TrainingLoss'];
export type TrainingMetric = components['schemas']['TrainingMetric'];
export type TrainingMetrics = components['schemas']['TrainingMetrics'];
export type TrainingParameter = components['schemas']['TrainingParameter'];
export type TrainingParameters = components['schemas']['TrainingParameters'];
export type TrainingRunAdvancedEvent = components['schemas']['TrainingRunAdvancedEvent'];
export type TrainingRunCreate = components['schemas']['TrainingRunCreate'];
export type TrainingRunCreatedEvent = components['schemas']['TrainingRunCreatedEvent'];
export type TrainingRunDeletedEvent = components['schemas']['TrainingRunDeletedEvent'];
export type TrainingRunFinishedMessage = components['schemas']['TrainingRunFinishedMessage'];
export type TrainingRunPage = components['schemas']['TrainingRunPage'];
export type TrainingSample = components['schemas']['TrainingSample'];
export type TrainingStatus = components['schemas']['TrainingStatus'];
export type TrainingValue = components['schemas']['TrainingValue'];
export type TrashPurge = components['schemas']['TrashPurge'];
export type TrashPurgeRequest = components['schemas']['TrashPurgeRequest'];
export type UnknownGridAxis = components['schemas']['UnknownGridAxis'];
export type UnknownJobRequest = components['schemas']['UnknownJobRequest'];
export type UnknownStudioEvent = components['schemas']['UnknownStudioEvent'];
export type UnknownWebhookMessage = components['schemas']['UnknownWebhookMessage'];
export type UnknownWord = components['schemas']['UnknownWord'];
export type User = components['schemas']['User'];
export type UserChangedEvent = components['schemas']['UserChangedEvent'];
export type UserCreate = components['schemas']['UserCreate'];
export type UserCreatedEvent = components['schemas']['UserCreatedEvent'];
export type UserName = components['schemas']['UserName'];
export type UserPage = components['schemas']['UserPage'];
export type UserUpdate = components['schemas']['UserUpdate'];
export type Version = components['schemas']['Version'];
export type Visibility = components['schemas']['Visibility'];
export type VisibilityCounts = components['schemas']['VisibilityCounts'];
export type Webhook = components['schemas']['Webhook'];
export type WebhookAttempt = components['schemas']['WebhookAttempt'];
export type WebhookChangedEvent = components['schemas']['WebhookChangedEvent'];
export type WebhookCreate = components['schemas']['WebhookCreate'];
export type WebhookCreated = components['schemas']['WebhookCreated'];
export type WebhookCreatedEvent = components['schemas']['WebhookCreatedEvent'];
export type WebhookDeletedEvent = components['schemas']['WebhookDeletedEvent'];
export type WebhookDelivery = components['schemas']['WebhookDelivery'];
export type WebhookDeliveryDetail = components['schemas']['WebhookDeliveryDetail'];
export type WebhookDeliveryPage = components['schemas']['WebhookDeliveryPage'];
export type WebhookDeliveryState = components['schemas']['WebhookDeliveryState'];
export type WebhookDisabledReason = components['schemas']['WebhookDisabledReason'];
export type WebhookEndState = components['schemas']['WebhookEndState'];
export type WebhookImportState = components['schemas']['WebhookImportState'];
export type WebhookKind = components['schemas']['WebhookKind'];
export type WebhookKinds = components['schemas']['WebhookKinds'];
export type WebhookMessage = components['schemas']['WebhookMessage'];
export type WebhookMessageKind = components['schemas']['WebhookMessageKind'];
export type WebhookPage = components['schemas']['WebhookPage'];
export type WebhookPingMessage = components['schemas']['WebhookPingMessage'];
export type WebhookSecret = components['schemas']['WebhookSecret'];
export type WebhookSecretText = components['schemas']['WebhookSecretText'];
export type WebhookUpdate = components['schemas']['WebhookUpdate'];
export type WebhookUrl = components['schemas']['WebhookUrl'];
export type Word = components['schemas']['Word'];
export type WordAxis = components['schemas']['WordAxis'];
export type Worker = components['schemas']['Worker'];
export type Workers = components['schemas']['Workers'];
export type WorkerState = components['schemas']['WorkerState'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseConflict = components['responses']['Conflict'];
export type ResponseContentTooLarge = components['responses']['ContentTooLarge'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseInternalError = components['responses']['InternalError'];
export type ResponseNotAcceptable = components['responses']['NotAcceptable'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseNotModified = components['responses']['NotModified'];
export type ResponsePreconditionFailed = components['responses']['PreconditionFailed'];
export type ResponseRangeNotSatisfiable = components['responses']['RangeNotSatisfiable'];
export type ResponseRequestTimeout = components['responses']['RequestTimeout'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseUnavailable = components['responses']['Unavailable'];
export type ResponseUnprocessable = components['responses']['Unprocessable'];
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType'];
export type ParameterAdapterId = components['parameters']['AdapterId'];
export type ParameterAlbumId = components['parameters']['AlbumId'];
export type ParameterBugReportId = components['parameters']['BugReportId'];
export type ParameterCreatedAfter = components['parameters']['CreatedAfter'];
export type ParameterCreatedBefore = components['parameters']['CreatedBefore'];
export type ParameterCursor = components['parameters']['Cursor'];
export type ParameterDeliveryId = components['parameters']['DeliveryId'];
export type ParameterIdempotencyKey = components['parameters']['IdempotencyKey'];
export type ParameterIfMatch = components['parameters']['IfMatch'];
export type ParameterIfNoneMatch = components['parameters']['IfNoneMatch'];
export type ParameterIfRange = components['parameters']['IfRange'];
export type ParameterImageId = components['parameters']['ImageId'];
export type ParameterImportId = components['parameters']['ImportId'];
export type ParameterJobId = components['parameters']['JobId'];
export type ParameterLabelId = components['parameters']['LabelId'];
export type ParameterLastEventId = components['parameters']['LastEventId'];
export type ParameterLimit = components['parameters']['Limit'];
export type ParameterQuery = components['parameters']['Query'];
export type ParameterRange = components['parameters']['Range'];
export type ParameterSessionId = components['parameters']['SessionId'];
export type ParameterSetRunId = components['parameters']['SetRunId'];
export type ParameterSetTemplateId = components['parameters']['SetTemplateId'];
export type ParameterSort = components['parameters']['Sort'];
export type ParameterStateFilter = components['parameters']['StateFilter'];
export type ParameterTokenId = components['parameters']['TokenId'];
export type ParameterTraceId = components['parameters']['TraceId'];
export type ParameterTrainingRunId = components['parameters']['TrainingRunId'];
export type ParameterUserId = components['parameters']['UserId'];
export type ParameterVisibilityFilter = components['parameters']['VisibilityFilter'];
export type ParameterWebhookId = components['parameters']['WebhookId'];
export type ParameterWebhookMessageId = components['parameters']['WebhookMessageId'];
export type ParameterWebhookSignature = components['parameters']['WebhookSignature'];
export type ParameterWebhookTimestamp = components['parameters']['WebhookTimestamp'];
export type HeaderAcceptRanges = components['headers']['Accept-Ranges'];
export type HeaderCacheControl = components['headers']['Cache-Control'];
export type HeaderContentDisposition = components['headers']['Content-Disposition'];
export type HeaderContentRange = components['headers']['Content-Range'];
export type HeaderETag = components['headers']['ETag'];
export type HeaderIdempotencyReplayed = components['headers']['Idempotency-Replayed'];
export type HeaderLocation = components['headers']['Location'];
export type HeaderNoStore = components['headers']['No-Store'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type HeaderSetCookie = components['headers']['Set-Cookie'];
export type HeaderWwwAuthenticate = components['headers']['WWW-Authenticate'];
export type HeaderXAccelBuffering = components['headers']['X-Accel-Buffering'];
export type HeaderXTraceId = components['headers']['X-Trace-Id'];
export type $defs = Record<string, never>;
export interface operations {
    listAdapters: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the previous page; absent for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only adapters of this format. */
                format?: components["schemas"]["Word"];
                /** @description The maximum number of items on the page. */
                limit?: components["parameters"]["Limit"];
                /** @description Only items whose name or text contains this. Case is ignored, and the form of a character: composed or combining, wide, a ligature. A line break counts as a space. */
                q?: components["parameters"]["Query"];
                /** @description Only items with one of these visibilities; repeat the parameter for several. */
                visibility?: components["parameters"]["VisibilityFilter"];
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of adapters. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdapterPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createAdapter: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Bodies are the same if they say the same: white space and the order of keys in JSON do not count, nor does the boundary of a form. Keys are kept for a day. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The file, and what to store with it. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["AdapterUpload"];
            };
        };
        responses: {
            /** @description The adapter that has the same bytes. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adapter"];
                };
            };
            /** @description The new adapter. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adapter"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAdapter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Send the content only if none of these is its `ETag`; otherwise 304. Tags separated by commas, or `*` for any. Weak tags (`W/"…"`) match like strong ones. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The adapter. */
                adapter_id: components["parameters"]["AdapterId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The adapter. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adapter"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteAdapter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. Only the version counts: the part of the tag before the hyphen, if it has one. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The adapter. */
                adapter_id: components["parameters"]["AdapterId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateAdapter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. Only the version counts: the part of the tag before the hyphen, if it has one. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The adapter. */
                adapter_id: components["parameters"]["AdapterId"];
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["AdapterUpdate"];
            };
        };
        responses: {
            /** @description The changed adapter. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adapter"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAdapterFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Send the content only if none of these is its `ETag`; otherwise 304. Tags separated by commas, or `*` for any. Weak tags (`W/"…"`) match like strong ones. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description Heed `Range` only if this is the `ETag` of the content; otherwise all bytes are sent. A date or a weak tag never is. */
                "If-Range"?: components["parameters"]["IfRange"];
                /** @description The bytes to send: one range, as in `bytes=0-1023`. An invalid value, several ranges and HEAD give all bytes; a range beyond the end gives 416. */
                Range?: components["parameters"]["Range"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The adapter. */
                adapter_id: components["parameters"]["AdapterId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": components["schemas"]["AdapterBytes"];
                };
            };
            /** @description The requested range. */
            206: {
                headers: {
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Content-Range": components["headers"]["Content-Range"];
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": components["schemas"]["AdapterBytes"];
                };
            };
            /** @description The caller's copy is up to date. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            416: components["responses"]["RangeNotSatisfiable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAdapterPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Send the content only if none of these is its `ETag`; otherwise 304. Tags separated by commas, or `*` for any. Weak tags (`W/"…"`) match like strong ones. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description Heed `Range` only if this is the `ETag` of the content; otherwise all bytes are sent. A date or a weak tag never is. */
                "If-Range"?: components["parameters"]["IfRange"];
                /** @description The bytes to send: one range, as in `bytes=0-1023`. An invalid value, several ranges and HEAD give all bytes; a range beyond the end gives 416. */
                Range?: components["parameters"]["Range"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The adapter. */
                adapter_id: components["parameters"]["AdapterId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": components["schemas"]["ImageBytes"];
                };
            };
            /** @description The requested range. */
            206: {
                headers: {
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Content-Range": components["headers"]["Content-Range"];
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": components["schemas"]["ImageBytes"];
                };
            };
            /** @description The caller's copy is up to date. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            416: components["responses"]["RangeNotSatisfiable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceAdapterPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. Only the version counts: the part of the tag before the hyphen, if it has one. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The adapter. */
                adapter_id: components["parameters"]["AdapterId"];
            };
            cookie?: never;
        };
        /** @description The picture. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["AdapterPreviewUpload"];
            };
        };
        responses: {
            /** @description The adapter with its preview. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adapter"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteAdapterPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. Only the version counts: the part of the tag before the hyphen, if it has one. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The adapter. */
                adapter_id: components["parameters"]["AdapterId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAlbums: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the previous page; absent for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The maximum number of items on the page. */
                limit?: components["parameters"]["Limit"];
                /** @description Only items whose name or text contains this. Case is ignored, and the form of a character: composed or combining, wide, a ligature. A line break counts as a space. */
                q?: components["parameters"]["Query"];
                /** @description The order, by the time at which the items were created. */
                sort?: components["parameters"]["Sort"];
                /** @description Only albums of one of these sources; repeat the parameter for several. */
                source?: components["schemas"]["AlbumSource"][];
                /** @description Only items with one of these visibilities; repeat the parameter for several. */
                visibility?: components["parameters"]["VisibilityFilter"];
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of albums. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlbumPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createAlbum: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Bodies are the same if they say the same: white space and the order of keys in JSON do not count, nor does the boundary of a form. Keys are kept for a day. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The album to create. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlbumCreate"];
            };
        };
        responses: {
            /** @description The album. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlbumDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAlbum: {
        parameters: {
            query?: never;
            header?: {
                /** @description Send the content only if none of these is its `ETag`; otherwise 304. Tags separated by commas, or `*` for any. Weak tags (`W/"…"`) match like strong ones. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The album. */
                album_id: components["parameters"]["AlbumId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The album. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlbumDetail"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteAlbum: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. Only the version counts: the part of the tag before the hyphen, if it has one. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The album. */
                album_id: components["parameters"]["AlbumId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The album is deleted. */
            204: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateAlbum: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. Only the version counts: the part of the tag before the hyphen, if it has one. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The album. */
                album_id: components["parameters"]["AlbumId"];
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["AlbumUpdate"];
            };
        };
        responses: {
            /** @description The changed album. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlbumDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportAlbum: {
        parameters: {
            query?: {
                /** @description What is written into the pictures, without changing a pixel; nothing if it is left out. A picture of which the caller may not read what it was made with, or of which that text would not say the same, stays as it is stored. The manifest then has two digests of each other picture: as it is in the file, and as it is stored. */
                embed?: components["schemas"]["ExportEmbed"];
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The album. */
                album_id: components["parameters"]["AlbumId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bundle. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": components["schemas"]["AlbumBundle"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAlbumImages: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the previous page; absent for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The maximum number of items on the page. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The album. */
                album_id: components["parameters"]["AlbumId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of images. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlbumImagePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    addAlbumImages: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Bodies are the same if they say the same: white space and the order of keys in JSON do not count, nor does the boundary of a form. Keys are kept for a day. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The album. */
                album_id: components["parameters"]["AlbumId"];
            };
            cookie?: never;
        };
        /** @description The images to add. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlbumImagesAdd"];
            };
        };
        responses: {
            /** @description How many images were added. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlbumImagesChange"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    moveAlbumImages: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The album. */
                album_id: components["parameters"]["AlbumId"];
            };
            cookie?: never;
        };
        /** @description The images, and where to move them. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlbumImagesMove"];
            };
        };
        responses: {
            /** @description The images are moved. */
            204: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeAlbumImage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The album. */
                album_id: components["parameters"]["AlbumId"];
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The image is no longer in the album. */
            204: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAlbumLabelStats: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The album. */
                album_id: components["parameters"]["AlbumId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statistics. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlbumLabelStats"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The present and the new password. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description The password is changed. */
            204: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The credentials. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description The user is signed in. */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is signed out. */
            204: {
                headers: {
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the previous page; absent for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The maximum number of items on the page. */
                limit?: components["parameters"]["Limit"];
                /** @description The sessions of this user instead of the caller's. */
                user_id?: components["schemas"]["Id"];
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of sessions. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The other sessions are ended. */
            204: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The session. */
                session_id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is ended. */
            204: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAuthStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The current user, if any. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listApiTokens: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the previous page; absent for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The maximum number of items on the page. */
                limit?: components["parameters"]["Limit"];
                /** @description The tokens of this user instead of the caller's. */
                user_id?: components["schemas"]["Id"];
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of API tokens. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiTokenPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createApiToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Bodies are the same if they say the same: white space and the order of keys in JSON do not count, nor does the boundary of a form. Keys are kept for a day. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The API token to create. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiTokenCreate"];
            };
        };
        responses: {
            /** @description The new API token with its secret. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiTokenCreated"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteApiToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The API token. */
                token_id: components["parameters"]["TokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token is revoked. */
            204: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listBugReports: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the previous page; absent for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only reports of this fault. */
                fingerprint?: components["schemas"]["Digest"];
                /** @description Leave out duplicates of other reports. */
                grouped?: boolean;
                /** @description The maximum number of items on the page. */
                limit?: components["parameters"]["Limit"];
                /** @description Only items whose name or text contains this. Case is ignored, and the form of a character: composed or combining, wide, a ligature. A line break counts as a space. */
                q?: components["parameters"]["Query"];
                /** @description Only reports with one of these statuses; repeat the parameter for several. */
                status?: components["schemas"]["BugReportStatus"][];
                /** @description Only reports with this trace id. */
                trace_id?: components["schemas"]["TraceId"];
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of bug reports. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BugReportPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createBugReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Bodies are the same if they say the same: white space and the order of keys in JSON do not count, nor does the boundary of a form. Keys are kept for a day. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The report. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["BugReportSubmission"];
            };
        };
        responses: {
            /** @description The receipt. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BugReportReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getBugReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Send the content only if none of these is its `ETag`; otherwise 304. Tags separated by commas, or `*` for any. Weak tags (`W/"…"`) match like strong ones. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The bug report. */
                bug_report_id: components["parameters"]["BugReportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BugReport"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteBugReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. Only the version counts: the part of the tag before the hyphen, if it has one. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The bug report. */
                bug_report_id: components["parameters"]["BugReportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report is deleted. */
            204: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateBugReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. Only the version counts: the part of the tag before the hyphen, if it has one. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The bug report. */
                bug_report_id: components["parameters"]["BugReportId"];
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["BugReportUpdate"];
            };
        };
        responses: {
            /** @description The changed report. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BugReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportBugReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The bug report. */
                bug_report_id: components["parameters"]["BugReportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The exported report. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BugReportExport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getBugReportScreenshot: {
        parameters: {
            query?: never;
            header?: {
                /** @description Send the content only if none of these is its `ETag`; otherwise 304. Tags separated by commas, or `*` for any. Weak tags (`W/"…"`) match like strong ones. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description Heed `Range` only if this is the `ETag` of the content; otherwise all bytes are sent. A date or a weak tag never is. */
                "If-Range"?: components["parameters"]["IfRange"];
                /** @description The bytes to send: one range, as in `bytes=0-1023`. An invalid value, several ranges and HEAD give all bytes; a range beyond the end gives 416. */
                Range?: components["parameters"]["Range"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The bug report. */
                bug_report_id: components["parameters"]["BugReportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "image/png": components["schemas"]["ImageBytes"];
                };
            };
            /** @description The requested range. */
            206: {
                headers: {
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Content-Range": components["headers"]["Content-Range"];
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "image/png": components["schemas"]["ImageBytes"];
                };
            };
            /** @description The caller's copy is up to date. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            416: components["responses"]["RangeNotSatisfiable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    purgeBugReports: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The reports to delete. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["BugReportPurgeRequest"];
            };
        };
        responses: {
            /** @description The reports that were deleted, or would be. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BugReportPurge"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** @description The same as `Last-Event-ID`, for browsers, which cannot set that header. If both are sent, the header takes precedence. */
                last_event_id?: components["schemas"]["EventId"];
            };
            header?: {
                /** @description The id of the last event received; the stream continues after it. `0` is the beginning. */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event stream; `schema` describes one message. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["No-Store"];
                    "X-Accel-Buffering": components["headers"]["X-Accel-Buffering"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["EventMessage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The studio is ready, possibly degraded. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            /** @description The studio is not ready; the body says why. */
            503: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    listImages: {
        parameters: {
            query?: {
                /** @description Only images that were made with this adapter, as far as the caller may read that. */
                adapter_id?: components["schemas"]["Id"];
                /** @description Only images of this album. */
                album_id?: components["schemas"]["Id"];
                /** @description Only items that were created at this time or later. */
                created_after?: components["parameters"]["CreatedAfter"];
                /** @description Only items that were created before this time. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description The `next_cursor` of the previous page; absent for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only images that this engine made, as far as the caller may read that. */
                engine?: components["schemas"]["Word"];
                /** @description Only images with a label with exactly this text; case is ignored. */
                label?: string;
                /** @description The maximum number of items on the page. */
                limit?: components["parameters"]["Limit"];
                /** @description Only images that were made with this model, as far as the caller may read that: by its name, whatever its digest, or by name and digest as images record it. Case counts. */
                model?: components["schemas"]["ModelText"];
                /** @description Only images that are, or are not, marked as not safe for work. */
                nsfw?: boolean;
                /** @description Only images that are upright, lying or square, as a viewer shows them. */
                orientation?: components["schemas"]["ImageOrientation"];
                /** @description Only items whose name or text contains this. Case is ignored, and the form of a character: composed or combining, wide, a ligature. A line break counts as a space. */
                q?: components["parameters"]["Query"];
                /** @description Only images that the caller has rated so or better. */
                rating_min?: number;
                /** @description Only images that were made with this seed, as far as the caller may read that. */
                seed?: components["schemas"]["Seed"];
                /** @description Only images at least so many pixels wide and at least so many high. */
                side_min?: components["schemas"]["SideMin"];
                /** @description The order, by the time at which the items were created. */
                sort?: components["parameters"]["Sort"];
                /** @description Only images of one of these sources; repeat the parameter for several. */
                source?: components["schemas"]["ImageSource"][];
                /** @description Only images that the caller has starred. */
                starred?: boolean;
                /** @description Only images in the trash, instead of those that are not; callers see their own. */
                trashed?: boolean;
                /** @description Only items with one of these visibilities; repeat the parameter for several. */
                visibility?: components["parameters"]["VisibilityFilter"];
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of images. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImagePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createImage: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Bodies are the same if they say the same: white space and the order of keys in JSON do not count, nor does the boundary of a form. Keys are kept for a day. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The file, and what to store with it. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ImageUpload"];
            };
        };
        responses: {
            /** @description The image of the caller that has the same bytes. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageDetail"];
                };
            };
            /** @description The new image. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getImage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Send the content only if none of these is its `ETag`; otherwise 304. Tags separated by commas, or `*` for any. Weak tags (`W/"…"`) match like strong ones. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The image. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageDetail"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteImage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. Only the version counts: the part of the tag before the hyphen, if it has one. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The image is in the trash. */
            204: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateImage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. Only the version counts: the part of the tag before the hyphen, if it has one. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ImageUpdate"];
            };
        };
        responses: {
            /** @description The changed image. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getImageFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Send the content only if none of these is its `ETag`; otherwise 304. Tags separated by commas, or `*` for any. Weak tags (`W/"…"`) match like strong ones. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description Heed `Range` only if this is the `ETag` of the content; otherwise all bytes are sent. A date or a weak tag never is. */
                "If-Range"?: components["parameters"]["IfRange"];
                /** @description The bytes to send: one range, as in `bytes=0-1023`. An invalid value, several ranges and HEAD give all bytes; a range beyond the end gives 416. */
                Range?: components["parameters"]["Range"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": components["schemas"]["ImageBytes"];
                    "image/png": components["schemas"]["ImageBytes"];
                    "image/webp": components["schemas"]["ImageBytes"];
                };
            };
            /** @description The requested range. */
            206: {
                headers: {
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Content-Range": components["headers"]["Content-Range"];
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": components["schemas"]["ImageBytes"];
                    "image/png": components["schemas"]["ImageBytes"];
                    "image/webp": components["schemas"]["ImageBytes"];
                };
            };
            /** @description The caller's copy is up to date. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            416: components["responses"]["RangeNotSatisfiable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listLabels: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the previous page; absent for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The maximum number of items on the page. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of labels. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createLabel: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Bodies are the same if they say the same: white space and the order of keys in JSON do not count, nor does the boundary of a form. Keys are kept for a day. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        /** @description The label to add. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelCreate"];
            };
        };
        responses: {
            /** @description The label. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Label"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    markImage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ImageMarkUpdate"];
            };
        };
        responses: {
            /** @description The caller's rating and star. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageMark"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reproduceImage: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Bodies are the same if they say the same: white space and the order of keys in JSON do not count, nor does the boundary of a form. Keys are kept for a day. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job is queued. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reproduction"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreImage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The image. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getImageThumbnail: {
        parameters: {
            query?: {
                /** @description How many pixels its longer side may have. */
                size?: components["schemas"]["ThumbnailSize"];
            };
            header?: {
                /** @description Send the content only if none of these is its `ETag`; otherwise 304. Tags separated by commas, or `*` for any. Weak tags (`W/"…"`) match like strong ones. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description Heed `Range` only if this is the `ETag` of the content; otherwise all bytes are sent. A date or a weak tag never is. */
                "If-Range"?: components["parameters"]["IfRange"];
                /** @description The bytes to send: one range, as in `bytes=0-1023`. An invalid value, several ranges and HEAD give all bytes; a range beyond the end gives 416. */
                Range?: components["parameters"]["Range"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": components["schemas"]["ImageBytes"];
                };
            };
            /** @description The requested range. */
            206: {
                headers: {
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Content-Range": components["headers"]["Content-Range"];
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": components["schemas"]["ImageBytes"];
                };
            };
            /** @description The caller's copy is up to date. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            416: components["responses"]["RangeNotSatisfiable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    bulkUpdateImages: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The images and the changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImageBulkUpdate"];
            };
        };
        responses: {
            /** @description The number of images that were changed, or would be. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageBulkResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listImportSources: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sources. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportSources"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the previous page; absent for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only imports of this kind. */
                kind?: components["schemas"]["ImportKind"];
                /** @description The maximum number of items on the page. */
                limit?: components["parameters"]["Limit"];
                /** @description Only imports in one of these states; repeat the parameter for several. */
                state?: components["schemas"]["ImportState"][];
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of imports. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Bodies are the same if they say the same: white space and the order of keys in JSON do not count, nor does the boundary of a form. Keys are kept for a day. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The source to import. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportCreate"];
            };
        };
        responses: {
            /** @description The import, whose plan is being made. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The import. */
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    applyImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The import. */
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        /** @description The plan to apply. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportApply"];
            };
        };
        responses: {
            /** @description The phase is queued. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The import. */
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changed import. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listImportItems: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the previous page; absent for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only items with a discrepancy. */
                discrepancies?: boolean;
                /** @description The maximum number of items on the page. */
                limit?: components["parameters"]["Limit"];
                /** @description Only items with one of these outcomes; repeat the parameter for several. */
                outcome?: components["schemas"]["ImportOutcome"][];
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The import. */
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of items. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportItemPage"];
                    "text/csv": components["schemas"]["ImportItemsCsv"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    undoImport: {
        parameters: {
            query?: {
                /** @description Only report what would be removed and what would be kept. */
                dry_run?: boolean;
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The import. */
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What would be removed and what would be kept, with `dry_run`. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportUndoSurvey"];
                };
            };
            /** @description The phase is queued. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    verifyImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The import. */
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The phase is queued. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description Only jobs that were created at this time or later; `counts` are those of all times. */
                created_after?: components["schemas"]["Timestamp"];
                /** @description Only jobs that were created before this time; `counts` are those of all times. */
                created_before?: components["schemas"]["Timestamp"];
                /** @description Only jobs of this user; `counts` are those of all users. */
                created_by?: components["schemas"]["Id"];
                /** @description The `next_cursor` of the previous page; absent for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only jobs of this kind. */
                kind?: components["schemas"]["JobKind"];
                /** @description The maximum number of items on the page. */
                limit?: components["parameters"]["Limit"];
                /** @description Only jobs of this set run. */
                set_run_id?: components["schemas"]["Id"];
                /** @description The order, by the time at which the items were created. */
                sort?: components["parameters"]["Sort"];
                /** @description Only items in one of these states; repeat the parameter for several. */
                state?: components["parameters"]["StateFilter"];
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobsResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Bodies are the same if they say the same: white space and the order of keys in JSON do not count, nor does the boundary of a form. Keys are kept for a day. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The job to create. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobRequest"];
            };
        };
        responses: {
            /** @description The job is queued. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueJob"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The job. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The job. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["JobUpdate"];
            };
        };
        responses: {
            /** @description The changed job. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The job. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changed job. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getJobPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Send the content only if none of these is its `ETag`; otherwise 304. Tags separated by commas, or `*` for any. Weak tags (`W/"…"`) match like strong ones. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The job. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["No-Store"];
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": components["schemas"]["PreviewBytes"];
                };
            };
            /** @description The caller's copy is up to date. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["No-Store"];
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The job. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job is queued again. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelJobs: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The jobs to cancel. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobCancellationRequest"];
            };
        };
        responses: {
            /** @description The number of jobs that were cancelled, or would be. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobCancellation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteLabel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. Only the version counts: the part of the tag before the hyphen, if it has one. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The label. */
                label_id: components["parameters"]["LabelId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The label is deleted. */
            204: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateLabel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. Only the version counts: the part of the tag before the hyphen, if it has one. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The label. */
                label_id: components["parameters"]["LabelId"];
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["LabelUpdate"];
            };
        };
        responses: {
            /** @description The changed label. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Label"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": components["schemas"]["MetricsText"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listModels: {
        parameters: {
            query?: {
                /** @description Only models of this family, such as `Stable Diffusion 1`. */
                base?: components["schemas"]["Line"];
                /** @description The `next_cursor` of the previous page; absent for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only models of this engine. */
                engine?: components["schemas"]["Word"];
                /** @description The maximum number of items on the page. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of models. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngineModelPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewPrompt: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The prompt, and the engine that would get it. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromptPreviewRequest"];
            };
        };
        responses: {
            /** @description The words that are used and those that are ignored. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptPreview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getQueue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The queue. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateQueue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["QueueUpdate"];
            };
        };
        responses: {
            /** @description The state of the queue. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getServer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The information about the server. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Server"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSetRuns: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the previous page; absent for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The maximum number of items on the page. */
                limit?: components["parameters"]["Limit"];
                /** @description Only runs of this set template. */
                set_template_id?: components["schemas"]["Id"];
                /** @description Only items in one of these states; repeat the parameter for several. */
                state?: components["parameters"]["StateFilter"];
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of set runs. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetRunPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSetRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set run. */
                set_run_id: components["parameters"]["SetRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The set run. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetRunDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelSetRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set run. */
                set_run_id: components["parameters"]["SetRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changed set run. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetRun"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getContactSheet: {
        parameters: {
            query?: {
                /** @description How many pixels the longer side of each picture has at most. */
                cell_size?: components["schemas"]["CellSize"];
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set run. */
                set_run_id: components["parameters"]["SetRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contact sheet. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "image/png": components["schemas"]["ImageBytes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    retrySetRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set run. */
                set_run_id: components["parameters"]["SetRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The failed rows are queued again. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetRun"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSetTemplates: {
        parameters: {
            query?: {
                /** @description Only archived set templates, instead of those that are not archived. */
                archived?: boolean;
                /** @description The `next_cursor` of the previous page; absent for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The maximum number of items on the page. */
                limit?: components["parameters"]["Limit"];
                /** @description Only items whose name or text contains this. Case is ignored, and the form of a character: composed or combining, wide, a ligature. A line break counts as a space. */
                q?: components["parameters"]["Query"];
                /** @description Only the set template with this slug. */
                slug?: components["schemas"]["Slug"];
                /** @description Only items with one of these visibilities; repeat the parameter for several. */
                visibility?: components["parameters"]["VisibilityFilter"];
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of set templates. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetTemplatePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSetTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Bodies are the same if they say the same: white space and the order of keys in JSON do not count, nor does the boundary of a form. Keys are kept for a day. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The set template to create. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetTemplateCreate"];
            };
        };
        responses: {
            /** @description The set template. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetTemplate"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSetTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Send the content only if none of these is its `ETag`; otherwise 304. Tags separated by commas, or `*` for any. Weak tags (`W/"…"`) match like strong ones. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set template. */
                set_template_id: components["parameters"]["SetTemplateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The set template. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetTemplate"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteSetTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. Only the version counts: the part of the tag before the hyphen, if it has one. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set template. */
                set_template_id: components["parameters"]["SetTemplateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The set template is archived. */
            204: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateSetTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. Only the version counts: the part of the tag before the hyphen, if it has one. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set template. */
                set_template_id: components["parameters"]["SetTemplateId"];
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["SetTemplateUpdate"];
            };
        };
        responses: {
            /** @description The changed set template. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetTemplate"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewSetTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set template. */
                set_template_id: components["parameters"]["SetTemplateId"];
            };
            cookie?: never;
        };
        /** @description The theme and other values for the preview. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPreviewRequest"];
            };
        };
        responses: {
            /** @description The prompts and the problems. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetPreview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreSetTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set template. */
                set_template_id: components["parameters"]["SetTemplateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The set template. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetTemplate"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSetTemplateRows: {
        parameters: {
            query?: never;
            header?: {
                /** @description Send the content only if none of these is its `ETag`; otherwise 304. Tags separated by commas, or `*` for any. Weak tags (`W/"…"`) match like strong ones. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set template. */
                set_template_id: components["parameters"]["SetTemplateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetTemplateRows"];
                    "text/csv": components["schemas"]["SetRowsCsv"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceSetTemplateRows: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. Only the version counts: the part of the tag before the hyphen, if it has one. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set template. */
                set_template_id: components["parameters"]["SetTemplateId"];
            };
            cookie?: never;
        };
        /** @description The rows. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetTemplateRowsReplace"];
                "text/csv": components["schemas"]["SetRowsCsv"];
            };
        };
        responses: {
            /** @description The new rows. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetTemplateRows"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    startSetRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Bodies are the same if they say the same: white space and the order of keys in JSON do not count, nor does the boundary of a form. Keys are kept for a day. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The set template. */
                set_template_id: components["parameters"]["SetTemplateId"];
            };
            cookie?: never;
        };
        /** @description The theme and other values for the run. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetRunRequest"];
            };
        };
        responses: {
            /** @description The jobs of the set run are queued. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetRun"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Send the content only if none of these is its `ETag`; otherwise 304. Tags separated by commas, or `*` for any. Weak tags (`W/"…"`) match like strong ones. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The defaults. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. Only the version counts: the part of the tag before the hyphen, if it has one. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The defaults to change. */
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["SettingsUpdate"];
            };
        };
        responses: {
            /** @description The defaults. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getStats: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statistics. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stats"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTrainingRuns: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the previous page; absent for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The maximum number of items on the page. */
                limit?: components["parameters"]["Limit"];
                /** @description Only items in one of these states; repeat the parameter for several. */
                state?: components["parameters"]["StateFilter"];
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of training runs. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingRunPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createTrainingRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Bodies are the same if they say the same: white space and the order of keys in JSON do not count, nor does the boundary of a form. Keys are kept for a day. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The albums to train on, and the settings. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrainingRunCreate"];
            };
        };
        responses: {
            /** @description The training run is queued. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTrainingRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The training run. */
                training_run_id: components["parameters"]["TrainingRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The training run. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteTrainingRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The training run. */
                training_run_id: components["parameters"]["TrainingRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelTrainingRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The training run. */
                training_run_id: components["parameters"]["TrainingRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changed training run. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    saveTrainingRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The training run. */
                training_run_id: components["parameters"]["TrainingRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The checkpoint is asked for. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTrainingLog: {
        parameters: {
            query?: {
                /** @description The offset of the first byte. */
                offset?: number;
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The training run. */
                training_run_id: components["parameters"]["TrainingRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the log. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingLog"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTrainingMetrics: {
        parameters: {
            query?: {
                /** @description The maximum number of values in a response; the values of one step are not split. */
                limit?: number;
                /** @description Only values after this step. */
                since_step?: number;
                /** @description Only every Nth value of each metric, counted from its first, and always the newest. */
                stride?: number;
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The training run. */
                training_run_id: components["parameters"]["TrainingRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingMetrics"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    resumeTrainingRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The training run. */
                training_run_id: components["parameters"]["TrainingRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The training run is queued again. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    sampleTrainingRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The training run. */
                training_run_id: components["parameters"]["TrainingRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sample is asked for. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTrainingSample: {
        parameters: {
            query?: never;
            header?: {
                /** @description Send the content only if none of these is its `ETag`; otherwise 304. Tags separated by commas, or `*` for any. Weak tags (`W/"…"`) match like strong ones. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description Heed `Range` only if this is the `ETag` of the content; otherwise all bytes are sent. A date or a weak tag never is. */
                "If-Range"?: components["parameters"]["IfRange"];
                /** @description The bytes to send: one range, as in `bytes=0-1023`. An invalid value, several ranges and HEAD give all bytes; a range beyond the end gives 416. */
                Range?: components["parameters"]["Range"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The step of the sample. */
                step: number;
                /** @description The training run. */
                training_run_id: components["parameters"]["TrainingRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "image/png": components["schemas"]["ImageBytes"];
                };
            };
            /** @description The requested range. */
            206: {
                headers: {
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Content-Range": components["headers"]["Content-Range"];
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "image/png": components["schemas"]["ImageBytes"];
                };
            };
            /** @description The caller's copy is up to date. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            416: components["responses"]["RangeNotSatisfiable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    checkTraining: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The albums to train on, and the settings. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrainingRunCreate"];
            };
        };
        responses: {
            /** @description The findings. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingCheck"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    purgeImage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The image. */
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The image is deleted. */
            204: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    purgeTrash: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The images to delete. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrashPurgeRequest"];
            };
        };
        responses: {
            /** @description The images that were deleted, or would be. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrashPurge"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the previous page; absent for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The maximum number of items on the page. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of users. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The user to create. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCreate"];
            };
        };
        responses: {
            /** @description The new user. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Send the content only if none of these is its `ETag`; otherwise 304. Tags separated by commas, or `*` for any. Weak tags (`W/"…"`) match like strong ones. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The user. */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. Only the version counts: the part of the tag before the hyphen, if it has one. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The user. */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["UserUpdate"];
            };
        };
        responses: {
            /** @description The changed user. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSignInLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Bodies are the same if they say the same: white space and the order of keys in JSON do not count, nor does the boundary of a form. Keys are kept for a day. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The user. */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /** @description How long the link can be used. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInLinkCreate"];
            };
        };
        responses: {
            /** @description The link, with its secret. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The delivery. */
                delivery_id: components["parameters"]["DeliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The delivery. */
                delivery_id: components["parameters"]["DeliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, which is waiting. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the previous page; absent for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The maximum number of items on the page. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of webhooks. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Bodies are the same if they say the same: white space and the order of keys in JSON do not count, nor does the boundary of a form. Keys are kept for a day. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The webhook to create. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookCreate"];
            };
        };
        responses: {
            /** @description The new webhook with its secret. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookCreated"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Send the content only if none of these is its `ETag`; otherwise 304. Tags separated by commas, or `*` for any. Weak tags (`W/"…"`) match like strong ones. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The webhook. */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. Only the version counts: the part of the tag before the hyphen, if it has one. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The webhook. */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. Only the version counts: the part of the tag before the hyphen, if it has one. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The webhook. */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["WebhookUpdate"];
            };
        };
        responses: {
            /** @description The changed webhook. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the previous page; absent for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The maximum number of items on the page. */
                limit?: components["parameters"]["Limit"];
                /** @description Only deliveries in this state. */
                state?: components["schemas"]["WebhookDeliveryState"];
            };
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The webhook. */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deliveries. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    pingWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The webhook. */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, which is waiting. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path: {
                /** @description The webhook. */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new secret. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWorkers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. Generated if absent; returned in every response, logged, and stored with jobs. */
                "X-Trace-Id"?: components["parameters"]["TraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workers. */
            200: {
                headers: {
                    "X-Trace-Id": components["headers"]["X-Trace-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workers"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    bugReportCreated: {
        parameters: {
            query?: never;
            header: {
                /** @description The id of the message, the same in every attempt. */
                "webhook-id": components["parameters"]["WebhookMessageId"];
                /** @description `v1,` and the HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}` in base64, one for each valid secret, separated by spaces. */
                "webhook-signature": components["parameters"]["WebhookSignature"];
                /** @description When this attempt was made, in seconds since 1970; refuse what is older than some minutes. */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The message. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["BugReportCreatedMessage"];
            };
        };
        responses: {
            /** @description The message was taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The receiver wants no more messages; the webhook is turned off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    importFinished: {
        parameters: {
            query?: never;
            header: {
                /** @description The id of the message, the same in every attempt. */
                "webhook-id": components["parameters"]["WebhookMessageId"];
                /** @description `v1,` and the HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}` in base64, one for each valid secret, separated by spaces. */
                "webhook-signature": components["parameters"]["WebhookSignature"];
                /** @description When this attempt was made, in seconds since 1970; refuse what is older than some minutes. */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The message. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportFinishedMessage"];
            };
        };
        responses: {
            /** @description The message was taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The receiver wants no more messages; the webhook is turned off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    jobFinished: {
        parameters: {
            query?: never;
            header: {
                /** @description The id of the message, the same in every attempt. */
                "webhook-id": components["parameters"]["WebhookMessageId"];
                /** @description `v1,` and the HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}` in base64, one for each valid secret, separated by spaces. */
                "webhook-signature": components["parameters"]["WebhookSignature"];
                /** @description When this attempt was made, in seconds since 1970; refuse what is older than some minutes. */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The message. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobFinishedMessage"];
            };
        };
        responses: {
            /** @description The message was taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The receiver wants no more messages; the webhook is turned off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    setRunFinished: {
        parameters: {
            query?: never;
            header: {
                /** @description The id of the message, the same in every attempt. */
                "webhook-id": components["parameters"]["WebhookMessageId"];
                /** @description `v1,` and the HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}` in base64, one for each valid secret, separated by spaces. */
                "webhook-signature": components["parameters"]["WebhookSignature"];
                /** @description When this attempt was made, in seconds since 1970; refuse what is older than some minutes. */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The message. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetRunFinishedMessage"];
            };
        };
        responses: {
            /** @description The message was taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The receiver wants no more messages; the webhook is turned off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    trainingRunFinished: {
        parameters: {
            query?: never;
            header: {
                /** @description The id of the message, the same in every attempt. */
                "webhook-id": components["parameters"]["WebhookMessageId"];
                /** @description `v1,` and the HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}` in base64, one for each valid secret, separated by spaces. */
                "webhook-signature": components["parameters"]["WebhookSignature"];
                /** @description When this attempt was made, in seconds since 1970; refuse what is older than some minutes. */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The message. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrainingRunFinishedMessage"];
            };
        };
        responses: {
            /** @description The message was taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The receiver wants no more messages; the webhook is turned off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    webhookPing: {
        parameters: {
            query?: never;
            header: {
                /** @description The id of the message, the same in every attempt. */
                "webhook-id": components["parameters"]["WebhookMessageId"];
                /** @description `v1,` and the HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}` in base64, one for each valid secret, separated by spaces. */
                "webhook-signature": components["parameters"]["WebhookSignature"];
                /** @description When this attempt was made, in seconds since 1970; refuse what is older than some minutes. */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The message. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookPingMessage"];
            };
        };
        responses: {
            /** @description The message was taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The receiver wants no more messages; the webhook is turned off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
type FlattenedDeepRequired<T> = {
    [K in keyof T]-?: FlattenedDeepRequired<T[K] extends unknown[] | undefined | null ? Extract<T[K], unknown[]>[number] : T[K]>;
};
type ReadonlyArray<T> = [
    Exclude<T, undefined>
] extends [
    unknown[]
] ? Readonly<Exclude<T, undefined>> : Readonly<Exclude<T, undefined>[]>;
export const adapterAxisKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["AdapterAxis"]["kind"]> = ["adapter"];
export const adapterSourceValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["AdapterSource"]> = ["trained", "registered"];
export const adapterWeightAxisKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["AdapterWeightAxis"]["kind"]> = ["adapter_weight"];
export const albumSourceValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["AlbumSource"]> = ["manual", "set_run", "import"];
export const authMethodValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["AuthMethod"]> = ["session", "token"];
export const bugReportStatusValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["BugReportStatus"]> = ["open", "in_progress", "resolved", "dismissed"];
export const captionRequestKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["CaptionRequest"]["kind"]> = ["caption"];
export const engineAxisKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["EngineAxis"]["kind"]> = ["engine"];
export const exportEmbedValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ExportEmbed"]> = ["a1111"];
export const generateRequestKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["GenerateRequest"]["kind"]> = ["generate"];
export const guidanceScaleAxisKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["GuidanceScaleAxis"]["kind"]> = ["guidance_scale"];
export const healthStatusValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["HealthStatus"]> = ["ok", "degraded", "down"];
export const imageMediaTypeValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImageMediaType"]> = ["image/png", "image/jpeg", "image/webp"];
export const imageOrientationValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImageOrientation"]> = ["portrait", "landscape", "square"];
export const imageSourceValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImageSource"]> = ["generated", "uploaded", "imported"];
export const importAlbumsValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImportAlbums"]> = ["known", "folders"];
export const importItemStateValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImportItemState"]> = ["planned", "keeping", "applied", "failed", "undone", "kept"];
export const importKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImportKind"]> = ["media", "sets", "database", "album"];
export const importOutcomeValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImportOutcome"]> = ["new", "unchanged", "changed", "conflicting", "skipped"];
export const importPhaseValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImportPhase"]> = ["plan", "apply", "verify", "undo"];
export const importStateValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImportState"]> = ["queued", "running", "planned", "applied", "undone", "failed", "cancelled"];
export const importThingKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImportThingKind"]> = ["album", "image", "set_template", "set_run", "training_run", "adapter", "bug_report"];
export const jobKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["JobKind"]> = ["generate", "caption", "train"];
export const keptImageReasonValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["KeptImageReason"]> = ["training_run", "set_run"];
export const labelKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["LabelKind"]> = ["caption", "tag"];
export const labelSourceValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["LabelSource"]> = ["manual", "engine"];
export const linkSignInMethodValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["LinkSignIn"]["method"]> = ["link"];
export const modelAxisKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ModelAxis"]["kind"]> = ["model"];
export const passwordSignInMethodValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["PasswordSignIn"]["method"]> = ["password"];
export const replacementAxisKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ReplacementAxis"]["kind"]> = ["replacement"];
export const roleValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["Role"]> = ["viewer", "editor", "admin"];
export const rowAxisKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["RowAxis"]["kind"]> = ["row"];
export const seedAxisKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["SeedAxis"]["kind"]> = ["seed"];
export const sideMinValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["SideMin"]> = [512, 1024, 2048, 4096];
export const signInMethodValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["SignInMethod"]> = ["password", "link"];
export const sortValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["Sort"]> = ["newest", "oldest"];
export const stateValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["State"]> = ["queued", "running", "succeeded", "failed", "cancelled"];
export const stepsAxisKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["StepsAxis"]["kind"]> = ["steps"];
export const thumbnailSizeValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ThumbnailSize"]> = [320, 640, 1280];
export const visibilityValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["Visibility"]> = ["private", "shared", "public"];
export const webhookDeliveryStateValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["WebhookDeliveryState"]> = ["waiting", "delivered", "failed"];
export const webhookDisabledReasonValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["WebhookDisabledReason"]> = ["by_admin", "gone", "unreachable"];
export const webhookEndStateValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["WebhookEndState"]> = ["succeeded", "failed", "cancelled"];
export const webhookImportStateValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["WebhookImportState"]> = ["planned", "applied", "undone", "failed", "cancelled"];
export const webhookKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["WebhookKind"]> = ["job.finished", "set_run.finished", "training_run.finished", "import.finished", "bug_report.created"];
export const webhookMessageKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["WebhookMessageKind"]> = ["job.finished", "set_run.finished", "training_run.finished", "import.finished", "bug_report.created", "webhook.ping"];
export const wordAxisKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["WordAxis"]["kind"]> = ["word"];
export const workerStateValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["WorkerState"]> = ["idle", "busy", "stopping"];
