// Generated from spec/ by `python -m codegen`. DO NOT EDIT.
type AnyJson = null | boolean | number | string | AnyJson[] | { [key: string]: AnyJson };

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
         * @description The adapters of the studio, newest first.
         */
        get: operations["listAdapters"];
        put?: never;
        post?: never;
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
         * @description Changes the given fields and leaves the others unchanged; the file never changes. A weight outside the limits of the format is refused: 422 `adapter_weight_limit`.
         */
        patch: operations["updateAdapter"];
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
         * @description The albums that the caller may see, newest first. `image_count` and the cover take only images into account that the caller may see, so that private images are not revealed.
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
         * @description Deletes the album and keeps its images. A set run that is still adding images to it continues; its further images belong to no album.
         */
        delete: operations["deleteAlbum"];
        options?: never;
        head?: never;
        /**
         * Change an album
         * @description Changes the given fields and leaves the others unchanged. A cover that is not an image of this album gives 404 `image_not_found`. Making an album public does not make its images public.
         */
        patch: operations["updateAlbum"];
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
         * @description Starts a session with a password or a one-time link and sets its cookie. A wrong name, a wrong password and a disabled user give the same response (401 `sign_in_failed`), and so does a link that was used or has expired. After too many failures for a name or an address the response is 429 with `Retry-After`. Requests from a page of another origin are refused (403 `cross_origin`).
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
         * List the caller's API tokens
         * @description The caller's own API tokens, newest first, without their secrets. Nobody can list the tokens of other users, not even admins.
         */
        get: operations["listApiTokens"];
        put?: never;
        /**
         * Create an API token
         * @description Creates a token with the permissions of the caller, limited to the given role, and returns its secret. The secret is shown only once. A role above the caller's is refused (403 `role_too_high`). The server stores only a digest of the token and cannot repeat the response: a second request with the same `Idempotency-Key` creates nothing and is refused (409 `answer_not_kept`).
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
         * @description Revokes the token immediately. Callers can revoke only their own tokens; any other id gives 404.
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
         * @description Stores the report after removing whatever looks like a secret: headers with credentials, and passwords, tokens and keys by their names and by their patterns, in bodies, URLs, logs and all other fields. The receipt counts what was removed. Only the pixels of the screenshot are stored. A report of a fault that an open report already describes is marked as its duplicate. JSON with more than 32 levels of nesting is refused (422 `nested_too_deep`), as is a screenshot that cannot be read (422, the code says why).
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
         * @description Server-sent events: each is a StudioEvent, in the order in which it happened, limited to what the caller may see. Without an id the stream starts with the next event; with an id it first sends the events after that id, then `ready`. If some of those events are no longer stored, it starts with `gap`. The server ends a stream when the caller loses access, when it shuts down, and when the client reads too slowly. Reconnect with the id of the last event received: no event is missed or sent twice. If the server has too many open streams, the response is 503 `too_many_streams`.
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
         * @description The images that the caller may see and that match all filters, newest first. Images in the trash are listed only with `trashed`, and only those of the caller (for an admin, all). `q` searches titles and labels, and prompts only if the caller may read them. An album that the caller may not see gives an empty page.
         */
        get: operations["listImages"];
        put?: never;
        /**
         * Upload an image
         * @description Stores an image. Its type is determined from its bytes, not from its name; a file that is not a PNG, JPEG or WebP is refused (415 `not_an_image`), as are a broken image (422 `broken_image`) and one with more pixels than `limits` of getServer allows (413 `image_too_large`). An album that does not exist or that the caller may not see gives 404 `album_not_found`. If the caller already has an image with the same bytes, the response is that image (200): nothing is created or changed, except that it is added to the album, and restored if it is in the trash.
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
         * @description Moves the image to its owner's trash, from where restoreImage restores it. Meanwhile it appears in no list and no album and gives 404 elsewhere. Its bytes are kept until the trash is emptied.
         */
        delete: operations["deleteImage"];
        options?: never;
        head?: never;
        /**
         * Change an image
         * @description Changes the given fields and leaves the others unchanged; the bytes never change.
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
         * @description Restores the image to its previous positions in its albums. For an image that is not in the trash nothing changes and the response is the image.
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
         * @description A WebP version of the image whose longer side has at most 320 pixels, for everyone who may see the image. It never changes and may be cached forever.
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
         * @description Scans the folder and compares it with the studio; getImport returns the result once the import is `planned`. Nothing is imported, and the source is not changed. A source that is not configured or does not exist is refused: 422 `import_source_unknown`.
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
         * @description All jobs of the studio, newest first, with the number of jobs in each state. For viewers, `request` is null in the jobs of others. Images that the caller may not see are left out. A set run that does not exist gives an empty page.
         */
        get: operations["listJobs"];
        put?: never;
        /**
         * Create a job
         * @description Stores the job and returns a receipt immediately. A job that was accepted is never lost, even if the server or a worker crashes. A request that the engine cannot serve is refused, not adapted: 422 `unknown_engine`, `engine_unavailable`, `engine_limits` or `engine_cannot_caption`. An album or an image that does not exist or that the caller may not see gives 404 `album_not_found` or `image_not_found`. An album without images cannot be captioned (422 `nothing_to_caption`), nor can one with more than 5000 (422 `too_many_images`).
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
         * @description The state of the job, its request and its results. For viewers, `request` is null unless they own the job.
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
         * @description The number of jobs in each state, the running jobs, whether the queue is paused, and when the queued jobs will probably be finished.
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
         * @description The set runs of the caller and those of set templates that the caller may see, newest first. A set template that does not exist gives an empty page.
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
         * @description Creates version 1, with the rows given as JSON or CSV, or with none. Placeholders are not checked here; previewSetTemplate reports every problem. CSV that cannot be parsed is refused (422) with a pointer such as `line/17` for each error: `csv_not_utf8`, `csv_empty`, `csv_nul` (any control character), `csv_syntax`, `csv_empty_header`, `csv_duplicate_header`, `csv_bad_header`, `csv_ragged_row`, `csv_cell_too_long`, `csv_too_many_columns`, `csv_too_many_rows`. JSON rows with more than 50 columns in total are refused, too (422 `too_many_columns`).
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
         * @description Archives the set template: it can no longer be run, and gives 404 except in listSetTemplates with `archived`. Its versions, its runs and their images are kept.
         */
        delete: operations["deleteSetTemplate"];
        options?: never;
        head?: never;
        /**
         * Change a set template
         * @description Changes the given fields and leaves the others unchanged. This creates a new version; runs of earlier versions are not affected. A request that changes nothing creates no version.
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
         * @description Replaces all rows with the given ones, as JSON or CSV. This creates a new version, whose columns are those of the rows. If a row is refused, nothing changes. CSV that cannot be parsed is refused (422) with a pointer such as `line/17` for each error: `csv_not_utf8`, `csv_empty`, `csv_nul` (any control character), `csv_syntax`, `csv_empty_header`, `csv_duplicate_header`, `csv_bad_header`, `csv_ragged_row`, `csv_cell_too_long`, `csv_too_many_columns`, `csv_too_many_rows`. JSON rows with more than 50 columns in total are refused, too (422 `too_many_columns`).
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
         * @description Pins the current version, creates an album of the caller's and queues one job for each row; either all of this happens or nothing. The album and its images are private until their owner shares them. A set template with problems (see previewSetTemplate) is refused: 422 `set_has_problems`, with each problem in `errors`. A request beyond the engine's limits is refused: 422 `engine_limits`. An archived set template gives 409 `set_template_archived`.
         */
        post: operations["startSetRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
         * @description All training runs of the studio, newest first. Albums that the caller may not see are left out. Samples are shown to the owner and admins, settings (`parameters`) to the owner and editors.
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
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a user
         * @description Changes the given fields and leaves the others unchanged. A new role, a new password and disabling each end the user's sessions. API tokens of a disabled user stop working, and no token has more permissions than its user. The last admin who can sign in can be neither disabled nor given a lower role (409 `last_admin`).
         */
        patch: operations["updateUser"];
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
export type webhooks = Record<string, never>;
export type components = {
    schemas: {
        /**
         * Adapter
         * @description What training made or an operator registered, to make pictures with.
         */
        Adapter: {
            /** @description The model that it is for; null where its engine has but one. */
            base: components["schemas"]["Line"] | null;
            /** @description When it was made. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Who asked for it; null once that user is gone. */
            created_by: components["schemas"]["Id"] | null;
            /** @description The pictures and captions that it learned from; null where it was registered. */
            dataset_digest: components["schemas"]["Digest"] | null;
            /** @description How strongly it tells where nothing is said. */
            default_weight: components["schemas"]["AdapterWeight"];
            /** @description What it is for; may be empty. */
            description: components["schemas"]["Line"];
            /** @description Its bytes. */
            digest: components["schemas"]["Digest"];
            /** @description The engine that trained it; null where it was registered. */
            engine: components["schemas"]["Word"] | null;
            /** @description Its format, as `adapter_formats` of an engine names it: `style_plate`, `lora`. */
            format: components["schemas"]["Word"];
            /** @description The adapter. */
            id: components["schemas"]["Id"];
            /** @description The last measurements of its training; empty where it was registered. */
            metrics: components["schemas"]["AdapterMetrics"];
            /** @description What it is called. */
            name: components["schemas"]["Name"];
            /** @description How many bytes it has. */
            size_bytes: components["schemas"]["Count"];
            /** @description How it came to be. */
            source: components["schemas"]["AdapterSource"];
            /** @description The training run that made it; null where it was registered, or the run is deleted. */
            training_run_id: components["schemas"]["Id"] | null;
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * AdapterAddedEvent
         * @description There is a new adapter.
         */
        AdapterAddedEvent: {
            /** @description The adapter. */
            adapter_id: components["schemas"]["Id"];
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description An adapter is new. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "adapter.added";
        };
        /**
         * AdapterChangedEvent
         * @description An adapter was changed.
         */
        AdapterChangedEvent: {
            /** @description The adapter. */
            adapter_id: components["schemas"]["Id"];
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description An adapter is not as it was. (enum property replaced by openapi-typescript)
             * @enum {string}
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
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description An adapter is gone. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "adapter.deleted";
        };
        /**
         * AdapterMetrics
         * @description The last measurements of its training: a number under each name.
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
            /** @description Where the next page begins; null on the last one. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * AdapterProvenance
         * @description An adapter that a picture was made with.
         */
        AdapterProvenance: {
            /** @description The adapter; it may be gone. */
            adapter_id: components["schemas"]["Id"];
            /** @description The pictures and captions that it learned from, as the training run's `dataset` names them. */
            dataset_digest: components["schemas"]["Digest"] | null;
            /** @description Its bytes. */
            digest: components["schemas"]["Digest"];
            /** @description Its format: `style_plate`, `lora`. */
            format: components["schemas"]["Word"];
            /** @description What it was called. */
            name: components["schemas"]["Name"];
            /** @description The training run that it came of; null where it was registered. */
            training_run_id: components["schemas"]["Id"] | null;
            /** @description How strongly it told. */
            weight: components["schemas"]["AdapterWeight"];
        };
        /**
         * AdapterSource
         * @description `trained` here, or `registered` by an operator.
         * @enum {string}
         */
        AdapterSource: "trained" | "registered";
        /**
         * AdapterUpdate
         * @description What to change of an adapter.
         */
        AdapterUpdate: {
            /** @description How strongly it is to tell where nothing is said. */
            default_weight?: components["schemas"]["AdapterWeight"];
            /** @description What it is for. */
            description?: components["schemas"]["Line"];
            /** @description What it is to be called. */
            name?: components["schemas"]["Name"];
        };
        /**
         * AdapterUse
         * @description An adapter to draw with, and how strongly it tells.
         */
        AdapterUse: {
            /** @description The adapter. */
            adapter_id: components["schemas"]["Id"];
            /** @description How strongly; absent: as is usual for this adapter. */
            weight?: components["schemas"]["AdapterWeight"];
        };
        /**
         * AdapterWeight
         * @description How strongly an adapter tells: 0 … 1 for a style plate, -2 … 2 for a LoRA; 0 changes nothing.
         */
        AdapterWeight: number;
        /**
         * Album
         * @description An ordered collection of images, without them.
         */
        Album: {
            /** @description The image on its cover: the chosen one, else the first; null where the caller may see none. */
            cover_image_id: components["schemas"]["Id"] | null;
            /** @description The cover's thumbnail; null where there is no cover. */
            cover_thumbnail_url: components["schemas"]["ApiPath"] | null;
            /** @description When it was made. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who made it; null once that user is gone. */
            created_by: components["schemas"]["Id"] | null;
            /** @description What it is about; may be empty. */
            description: components["schemas"]["Text"];
            /** @description The album. */
            id: components["schemas"]["Id"];
            /** @description How many of its images the caller may see. */
            image_count: components["schemas"]["Count"];
            /** @description Its name. */
            name: components["schemas"]["Name"];
            /** @description The set run that made it; null where none. */
            set_run_id: components["schemas"]["Id"] | null;
            /** @description The set template that it was made from; null where none. */
            set_template_id: components["schemas"]["Id"] | null;
            /** @description The version of the set template; null where none. */
            set_template_version: components["schemas"]["Version"] | null;
            /** @description How it came to be. */
            source: components["schemas"]["AlbumSource"];
            /** @description The theme of the set run; null where none, and hidden (null) from those who are not signed in. */
            theme: components["schemas"]["Line"] | null;
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /** @description Who may see it; says nothing about its images, which have a visibility of their own. */
            visibility: components["schemas"]["Visibility"];
        };
        /**
         * AlbumChangedEvent
         * @description An album has other facts, or other images in it.
         */
        AlbumChangedEvent: {
            /** @description The album. */
            album_id: components["schemas"]["Id"];
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description An album has changed. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "album.changed";
        };
        /**
         * AlbumCreate
         * @description An album to make.
         */
        AlbumCreate: {
            /**
             * @description What it is about.
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
         * @description There is a new album.
         */
        AlbumCreatedEvent: {
            /** @description The album. */
            album_id: components["schemas"]["Id"];
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description An album is new. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "album.created";
        };
        /**
         * AlbumDeletedEvent
         * @description An album is gone; its images stay.
         */
        AlbumDeletedEvent: {
            /** @description The album. */
            album_id: components["schemas"]["Id"];
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description An album is gone. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "album.deleted";
        };
        /**
         * AlbumDetail
         * @description An album with the facts of its set template and its first images.
         */
        AlbumDetail: {
            /** @description The image on its cover: the chosen one, else the first; null where the caller may see none. */
            cover_image_id: components["schemas"]["Id"] | null;
            /** @description The cover's thumbnail; null where there is no cover. */
            cover_thumbnail_url: components["schemas"]["ApiPath"] | null;
            /** @description When it was made. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who made it; null once that user is gone. */
            created_by: components["schemas"]["Id"] | null;
            /** @description What it is about; may be empty. */
            description: components["schemas"]["Text"];
            /** @description The album. */
            id: components["schemas"]["Id"];
            /** @description How many of its images the caller may see. */
            image_count: components["schemas"]["Count"];
            /** @description Its first 50 images that the caller may see, in their order. */
            images: components["schemas"]["AlbumImage"][];
            /** @description The `cursor` of listAlbumImages for the rest; null where these are all. */
            images_next_cursor: components["schemas"]["Cursor"] | null;
            /** @description Its name. */
            name: components["schemas"]["Name"];
            /** @description The set run that made it; null where none. */
            set_run_id: components["schemas"]["Id"] | null;
            /** @description The set template that it was made from; null where none. */
            set_template_id: components["schemas"]["Id"] | null;
            /** @description The version of the set template; null where none. */
            set_template_version: components["schemas"]["Version"] | null;
            /** @description How it came to be. */
            source: components["schemas"]["AlbumSource"];
            /** @description The set template that it was made from; null where there is none, where the caller may not see it, or is not signed in. */
            template: components["schemas"]["AlbumTemplate"] | null;
            /** @description The theme of the set run; null where none, and hidden (null) from those who are not signed in. */
            theme: components["schemas"]["Line"] | null;
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /** @description Who may see it; says nothing about its images, which have a visibility of their own. */
            visibility: components["schemas"]["Visibility"];
        };
        /**
         * AlbumImage
         * @description An image and its place in an album.
         */
        AlbumImage: {
            /** @description When it was made. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who made it; null once that user is gone. */
            created_by: components["schemas"]["Id"] | null;
            /** @description When it went to the trash; null while it is not there. */
            deleted_at: components["schemas"]["Timestamp"] | null;
            /** @description SHA-256 of the file. */
            digest: components["schemas"]["Digest"];
            /** @description Where getImageFile serves its bytes. */
            file_url: components["schemas"]["ApiPath"];
            /** @description Height in pixels. */
            height: components["schemas"]["Pixels"];
            /** @description The image. */
            id: components["schemas"]["Id"];
            /** @description The job that made it; null where none did. */
            job_id: components["schemas"]["Id"] | null;
            /** @description The format of its bytes. */
            media_type: components["schemas"]["ImageMediaType"];
            /** @description Whether it is marked as not safe for work. */
            nsfw: boolean;
            /** @description Its place; positions rise but may have gaps. */
            position: components["schemas"]["Position"];
            /** @description The prompt that it was made from; null where there was none, and hidden (null) from all but its owner and editors. */
            prompt: components["schemas"]["Prompt"] | null;
            /** @description How many bytes the file has. */
            size_bytes: components["schemas"]["Count"];
            /** @description Where it came from. */
            source: components["schemas"]["ImageSource"];
            /** @description Where getImageThumbnail serves a small WebP of it. */
            thumbnail_url: components["schemas"]["ApiPath"];
            /** @description A short title; may be empty. */
            title: components["schemas"]["ShortTitle"];
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /** @description Who may see it. */
            visibility: components["schemas"]["Visibility"];
            /** @description Width in pixels. */
            width: components["schemas"]["Pixels"];
        };
        /**
         * AlbumImagePage
         * @description One page of an album's images, in their order.
         */
        AlbumImagePage: {
            /** @description The images. */
            items: components["schemas"]["AlbumImage"][];
            /** @description Where the next page begins; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * AlbumImagesAdd
         * @description Images to put at the end of an album.
         */
        AlbumImagesAdd: {
            /** @description The images, in the order in which to add them. */
            image_ids: components["schemas"]["Id"][];
        };
        /**
         * AlbumImagesChange
         * @description What adding images did.
         */
        AlbumImagesChange: {
            /** @description How many were added. */
            added: components["schemas"]["Count"];
            /** @description How many were there already; they keep their place. */
            already_present: components["schemas"]["Count"];
            /** @description How many images the album now has that the caller may see. */
            image_count: components["schemas"]["Count"];
        };
        /**
         * AlbumImagesMove
         * @description Images of an album to move together.
         */
        AlbumImagesMove: {
            /**
             * @description The image to put them before, not one of them; null puts them at the end.
             * @default null
             */
            before_image_id?: components["schemas"]["Id"] | null;
            /** @description The images, in the order that they are to have. */
            image_ids: components["schemas"]["Id"][];
        };
        /**
         * AlbumLabelStats
         * @description How well an album's images are labelled.
         */
        AlbumLabelStats: {
            /** @description How many of them have a caption. */
            captioned_count: components["schemas"]["Count"];
            /** @description Which part of them has a caption; 0 for an empty album. */
            coverage: components["schemas"]["Progress"];
            /** @description How many images the caller may see. */
            image_count: components["schemas"]["Count"];
            /** @description Whether one could train on it: at least five images, each with a caption. */
            ready: boolean;
            /** @description Why it is not ready, for people; empty when it is. */
            reasons: components["schemas"]["Line"][];
            /** @description How many of them have a tag. */
            tagged_count: components["schemas"]["Count"];
            /** @description The labels that most images have, most first. */
            top_labels: components["schemas"]["LabelCount"][];
        };
        /**
         * AlbumPage
         * @description One page of albums, newest first.
         */
        AlbumPage: {
            /** @description The albums. */
            items: components["schemas"]["Album"][];
            /** @description Where the next page begins; null on the last page. */
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
         * @description How an album came to be: by hand, from a set run, or by an import.
         * @enum {string}
         */
        AlbumSource: "manual" | "set_run" | "import";
        /**
         * AlbumTemplate
         * @description The set template that an album was made from, as it was then.
         */
        AlbumTemplate: {
            /** @description Its name. */
            name: components["schemas"]["Name"];
            /** @description The set template. */
            set_template_id: components["schemas"]["Id"];
            /** @description The theme that it was run with. */
            theme: components["schemas"]["Line"];
            /** @description The version that was run. */
            version: components["schemas"]["Version"];
        };
        /**
         * AlbumUpdate
         * @description What to change of an album; what is absent stays.
         */
        AlbumUpdate: {
            /** @description An image of the album for its cover; null takes the first. */
            cover_image_id?: components["schemas"]["Id"] | null;
            /** @description What it is about. */
            description?: components["schemas"]["Text"];
            /** @description Its name. */
            name?: components["schemas"]["Name"];
            /** @description Who may see it. */
            visibility?: components["schemas"]["Visibility"];
        };
        /**
         * ApiPath
         * @description A path of this API, to be joined with the server's origin; never a path of a file system.
         */
        ApiPath: string;
        /**
         * ApiToken
         * @description An API token, without the token itself.
         */
        ApiToken: {
            /** @description When it was made. */
            created_at: components["schemas"]["Timestamp"];
            /** @description When it stops working; null if never. */
            expires_at: components["schemas"]["Timestamp"] | null;
            /** @description The token's id, not the token. */
            id: components["schemas"]["Id"];
            /** @description When it was last used, to within some minutes; null if never. */
            last_used_at: components["schemas"]["Timestamp"] | null;
            /** @description What it is for. */
            name: components["schemas"]["TokenName"];
            /** @description Its first eight characters, to know it by. */
            prefix: string;
            /** @description The most that it may do; never more than its user may. */
            role: components["schemas"]["Role"];
        };
        /**
         * ApiTokenCreate
         * @description An API token to make.
         */
        ApiTokenCreate: {
            /**
             * @description After how many seconds it stops working; null: never.
             * @default null
             */
            expires_in_seconds?: number | null;
            /** @description What it is for. */
            name: components["schemas"]["TokenName"];
            /** @description The most that it may do; not more than the caller may. */
            role: components["schemas"]["Role"];
        };
        /**
         * ApiTokenCreated
         * @description A new API token, shown this once.
         */
        ApiTokenCreated: {
            /** @description When it was made. */
            created_at: components["schemas"]["Timestamp"];
            /** @description When it stops working; null if never. */
            expires_at: components["schemas"]["Timestamp"] | null;
            /** @description The token's id, not the token. */
            id: components["schemas"]["Id"];
            /** @description When it was last used, to within some minutes; null if never. */
            last_used_at: components["schemas"]["Timestamp"] | null;
            /** @description What it is for. */
            name: components["schemas"]["TokenName"];
            /** @description Its first eight characters, to know it by. */
            prefix: string;
            /** @description The most that it may do; never more than its user may. */
            role: components["schemas"]["Role"];
            /** @description The token, for `Authorization: Bearer`; only its digest is kept. */
            token: string;
        };
        /**
         * ApiTokenPage
         * @description One page of the caller's API tokens, newest first.
         */
        ApiTokenPage: {
            /** @description The tokens. */
            items: components["schemas"]["ApiToken"][];
            /** @description Where the next page begins; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * AuthMethod
         * @description By what a caller is known: a session's cookie or an API token.
         * @enum {string}
         */
        AuthMethod: "session" | "token";
        /**
         * AuthStatus
         * @description Who is asking, and what they may do.
         */
        AuthStatus: {
            /** @description Whether anyone is signed in. */
            authenticated: boolean;
            /** @description To be sent as `X-CSRF-Token` with each write of this session; null without a session. */
            csrf_token: string | null;
            /** @description By what the caller is known; null where nobody is signed in. */
            method: components["schemas"]["AuthMethod"] | null;
            /** @description The role that counts: the user's, or the lower one of the API token; null where nobody is signed in. */
            role: components["schemas"]["Role"] | null;
            /** @description The user; null where nobody is signed in. */
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
            role: components["schemas"]["Role"];
        };
        /**
         * BugReport
         * @description A bug report, without anything that looked like a secret.
         */
        BugReport: {
            /** @description What happened instead. */
            actual_behavior: string | null;
            /** @description What the client held in memory. */
            app_state: components["schemas"]["JsonObject"] | null;
            /** @description The browser, and where in the studio it was. */
            client_meta: components["schemas"]["BugReportClientMeta"] | null;
            /** @description The commit that mends it; null while none is known. */
            commit: string | null;
            /** @description When it was reported. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who reported it; null where none is known. */
            created_by: components["schemas"]["Id"] | null;
            /** @description What is wrong. */
            description: string;
            /** @description How many reports are duplicates of this one. */
            duplicate_count: components["schemas"]["Count"];
            /** @description The report that tells of the same fault; null where none does. */
            duplicate_of: components["schemas"]["Id"] | null;
            /** @description Which build of the client it was. */
            environment: components["schemas"]["BugReportEnvironment"] | null;
            /** @description What should have happened. */
            expected_behavior: string | null;
            /** @description The same for reports of the same fault: a digest of message, top of the stack and route. */
            fingerprint: components["schemas"]["Digest"];
            /** @description Whether there is a screenshot. */
            has_screenshot: boolean;
            /** @description The newest changes, newest first. */
            history: components["schemas"]["BugReportChange"][];
            /** @description The report. */
            id: components["schemas"]["Id"];
            /** @description The jobs that the request with this trace id asked for, oldest first. */
            job_ids: components["schemas"]["Id"][];
            /** @description The id that it had in the system that it was imported from; null where it was not. */
            legacy_id: string | null;
            /** @description The client's requests, oldest first. */
            network_events: components["schemas"]["BugReportNetworkEvent"][];
            /** @description What reviewers noted; may be empty. */
            notes: string;
            /** @description The client's log, oldest line first. */
            recent_logs: components["schemas"]["BugReportLog"][];
            /** @description How much was taken out before it was stored. */
            redaction_count: components["schemas"]["Count"];
            /** @description What was taken out before anything was stored, counted by kind and place. */
            redactions: components["schemas"]["BugReportRedaction"][];
            /** @description getBugReportScreenshot; null where there is no screenshot. */
            screenshot_url: components["schemas"]["ApiPath"] | null;
            /** @description Where the work on it stands. */
            status: components["schemas"]["BugReportStatus"];
            /** @description How to see it again, step by step. */
            steps_to_reproduce: string[];
            /** @description The trace id that joins it with jobs and log lines. */
            trace_id: components["schemas"]["TraceId"];
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * BugReportChange
         * @description One change of a bug report.
         */
        BugReportChange: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description The user who did it; null for the studio itself, its command line, and users who are gone. */
            by: components["schemas"]["Id"] | null;
            /** @description What was changed. */
            changes: components["schemas"]["BugReportFieldChange"][];
        };
        /**
         * BugReportClientMeta
         * @description The browser, and where in the studio it was.
         */
        BugReportClientMeta: {
            /**
             * @description The language of the browser.
             * @default null
             */
            language?: string | null;
            /**
             * @description The address that was open.
             * @default null
             */
            location_href?: string | null;
            /**
             * @description The system that it runs on.
             * @default null
             */
            platform?: string | null;
            /**
             * @description The time zone of the browser.
             * @default null
             */
            timezone?: string | null;
            /**
             * @description The browser, as it calls itself.
             * @default null
             */
            user_agent?: string | null;
            /**
             * @description How large the window was.
             * @default null
             */
            viewport?: components["schemas"]["BugReportViewport"] | null;
        };
        /**
         * BugReportEnvironment
         * @description Which build of the client it was.
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
             * @description How it was built: production, development.
             * @default null
             */
            mode?: string | null;
        };
        /**
         * BugReportExport
         * @description All that the studio knows of a bug report, to be handed on; without anything that looked like a secret.
         */
        BugReportExport: {
            /** @description When the bundle was made. */
            exported_at: components["schemas"]["Timestamp"];
            /**
             * @description The form of this bundle.
             * @constant
             */
            format: 1;
            /** @description The jobs of `job_ids`. */
            jobs: components["schemas"]["BugReportJob"][];
            /** @description The report. */
            report: components["schemas"]["BugReport"];
            /** @description The screenshot as a data URL; null where there is none. */
            screenshot: string | null;
            /** @description The version of the studio. */
            studio_version: string;
        };
        /**
         * BugReportFieldChange
         * @description One field of a bug report, before and after.
         */
        BugReportFieldChange: {
            /** @description What it became; null where there is nothing. */
            after: string | null;
            /** @description What it was; null where there was nothing. */
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
         * @description A job that a bug report is joined with.
         */
        BugReportJob: {
            /** @description When it was asked for. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Why it failed; null where it did not. */
            error_code: components["schemas"]["Word"] | null;
            /** @description When it came to its final state; null before. */
            finished_at: components["schemas"]["Timestamp"] | null;
            /** @description The job. */
            id: components["schemas"]["Id"];
            /** @description What it does. */
            kind: components["schemas"]["JobKind"];
            /** @description Where it stands. */
            state: components["schemas"]["State"];
        };
        /**
         * BugReportLog
         * @description A line of the client's log.
         */
        BugReportLog: {
            /**
             * @description What else was logged with it.
             * @default null
             */
            data?: components["schemas"]["JsonValue"];
            /**
             * @description How bad it is: error, warn, info …
             * @default info
             */
            level?: string;
            /** @description What was said. */
            message: string;
            /**
             * @description Where in the code.
             * @default null
             */
            source?: string | null;
            /**
             * @description The stack, one frame a line.
             * @default null
             */
            stack?: string | null;
            /**
             * @description When.
             * @default null
             */
            timestamp?: components["schemas"]["Timestamp"] | null;
        };
        /**
         * BugReportNetworkEvent
         * @description A request that the client made, and its answer.
         */
        BugReportNetworkEvent: {
            /**
             * @description How many milliseconds it took.
             * @default null
             */
            duration_ms?: number | null;
            /**
             * @description Why no answer came.
             * @default null
             */
            error?: string | null;
            /** @description The method. */
            method: string;
            /**
             * @description What was sent: a text as it went over the wire, or JSON.
             * @default null
             */
            request_body?: components["schemas"]["JsonValue"];
            /**
             * @description The headers that were sent.
             * @default null
             */
            request_headers?: components["schemas"]["BugReportHeaders"] | null;
            /**
             * @description What came: a text as it went over the wire, or JSON.
             * @default null
             */
            response_body?: components["schemas"]["JsonValue"];
            /**
             * @description The headers that came.
             * @default null
             */
            response_headers?: components["schemas"]["BugReportHeaders"] | null;
            /**
             * @description When it was sent.
             * @default null
             */
            started_at?: components["schemas"]["Timestamp"] | null;
            /**
             * @description The status of the answer; null or 0 where none came.
             * @default null
             */
            status?: number | null;
            /**
             * @description The `X-Trace-Id` of the answer.
             * @default null
             */
            trace_id?: components["schemas"]["TraceId"] | null;
            /** @description The address. */
            url: string;
        };
        /**
         * BugReportPage
         * @description A page of bug reports.
         */
        BugReportPage: {
            /** @description The reports, newest first. */
            items: components["schemas"]["BugReportSummary"][];
            /** @description Where the next page begins; null on the last. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * BugReportPurge
         * @description What a purge deleted, or would delete.
         */
        BugReportPurge: {
            /** @description Only reports from before this moment; null where the studio keeps them for ever. */
            before: components["schemas"]["Timestamp"] | null;
            /** @description Whether nothing was deleted. */
            dry_run: boolean;
            /** @description What went, or would go, oldest first; the first 1000 of them. */
            items: components["schemas"]["PurgedBugReport"][];
            /** @description How many stay. */
            kept_count: components["schemas"]["Count"];
            /** @description Only reports older than so many days; null where the studio keeps them for ever, and nothing went. */
            older_than_days: number | null;
            /** @description How many went, or would go. */
            purged_count: components["schemas"]["Count"];
        };
        /**
         * BugReportPurgeRequest
         * @description Which bug reports to delete.
         */
        BugReportPurgeRequest: {
            /**
             * @description Only tell what would go.
             * @default false
             */
            dry_run?: boolean;
            /**
             * @description Only reports older than so many days, 0 for all; null for the configured retention.
             * @default null
             */
            older_than_days?: number | null;
        };
        /**
         * BugReportReceipt
         * @description The report is stored; this is what was made of it.
         */
        BugReportReceipt: {
            /** @description When it was stored. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The report that tells of the same fault already; null where none does. */
            duplicate_of: components["schemas"]["Id"] | null;
            /** @description The report. */
            id: components["schemas"]["Id"];
            /** @description How much was taken out in all. */
            redaction_count: components["schemas"]["Count"];
            /** @description What was taken out before anything was stored, counted by kind and place. */
            redactions: components["schemas"]["BugReportRedaction"][];
            /** @description The trace id that joins it with jobs and log lines. */
            trace_id: components["schemas"]["TraceId"];
        };
        /**
         * BugReportRedaction
         * @description How often something of one kind was taken out of one place.
         */
        BugReportRedaction: {
            /** @description How often. */
            count: number;
            /** @description What it was: password, jwt, credit_card … */
            kind: components["schemas"]["Word"];
            /** @description Where in the submission it was. */
            place: string;
        };
        /**
         * BugReportsPurgedEvent
         * @description Old bug reports were deleted; told to admins.
         */
        BugReportsPurgedEvent: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description How many went. */
            count: components["schemas"]["Count"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description Old bug reports are gone. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "bug_reports.purged";
            /** @description Only reports older than so many days went. */
            older_than_days: number;
        };
        /**
         * BugReportStatus
         * @description Where the work on a bug report stands.
         * @enum {string}
         */
        BugReportStatus: "open" | "in_progress" | "resolved" | "dismissed";
        /**
         * BugReportSubmission
         * @description A bug report, as a person and their browser tell it. What looks like a secret is taken out before anything is stored.
         */
        BugReportSubmission: {
            /**
             * @description What happened instead.
             * @default null
             */
            actual_behavior?: string | null;
            /**
             * @description What the client held in memory.
             * @default null
             */
            app_state?: components["schemas"]["JsonObject"] | null;
            /**
             * @description The browser, and where in the studio it was.
             * @default null
             */
            client_meta?: components["schemas"]["BugReportClientMeta"] | null;
            /** @description What is wrong. */
            description: string;
            /**
             * @description Which build of the client it was.
             * @default null
             */
            environment?: components["schemas"]["BugReportEnvironment"] | null;
            /**
             * @description What should have happened.
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
             * @description How to see it again: the steps, or a text with one step a line.
             * @default null
             */
            steps_to_reproduce?: string[] | string | null;
            /**
             * @description The trace id of the request that went wrong; null for that of this request.
             * @default null
             */
            trace_id?: components["schemas"]["TraceId"] | null;
        };
        /**
         * BugReportSummary
         * @description A bug report in a list.
         */
        BugReportSummary: {
            /** @description The commit that mends it; null while none is known. */
            commit: string | null;
            /** @description When it was reported. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who reported it; null where none is known. */
            created_by: components["schemas"]["Id"] | null;
            /** @description What is wrong. */
            description: string;
            /** @description How many reports are duplicates of this one. */
            duplicate_count: components["schemas"]["Count"];
            /** @description The report that tells of the same fault; null where none does. */
            duplicate_of: components["schemas"]["Id"] | null;
            /** @description The same for reports of the same fault: a digest of message, top of the stack and route. */
            fingerprint: components["schemas"]["Digest"];
            /** @description Whether there is a screenshot. */
            has_screenshot: boolean;
            /** @description The report. */
            id: components["schemas"]["Id"];
            /** @description How much was taken out before it was stored. */
            redaction_count: components["schemas"]["Count"];
            /** @description Where the work on it stands. */
            status: components["schemas"]["BugReportStatus"];
            /** @description The trace id that joins it with jobs and log lines. */
            trace_id: components["schemas"]["TraceId"];
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * BugReportUpdate
         * @description What to change of a bug report.
         */
        BugReportUpdate: {
            /** @description The commit that mends it; null for none. */
            commit?: string | null;
            /** @description The report that tells of the same fault; null for none. */
            duplicate_of?: components["schemas"]["Id"] | null;
            /** @description What reviewers noted, in place of what they noted before. */
            notes?: string;
            /** @description Where the work on it stands. */
            status?: components["schemas"]["BugReportStatus"];
        };
        /**
         * BugReportViewport
         * @description How large the window was, in CSS pixels.
         */
        BugReportViewport: {
            /**
             * @description How many pixels of the screen to one of CSS.
             * @default null
             */
            device_pixel_ratio?: number | null;
            /** @description How high. */
            height: number;
            /** @description How wide. */
            width: number;
        };
        /**
         * CaptionImageCount
         * @description A number of images.
         */
        CaptionImageCount: number;
        /**
         * CaptionRequest
         * @description Have pictures described: those named, or all of an album; one of the two is asked for (422 `images_or_album`). What an engine writes are labels of the source `engine`; labels by hand are never touched.
         */
        CaptionRequest: {
            /** @description An album: its images as they are when the job is asked for, in its order; 5000 at most. */
            album_id?: components["schemas"]["Id"];
            /** @description The engine, as getServer names it; where absent the first that describes pictures. The job tells which. */
            engine?: components["schemas"]["Word"];
            /** @description The images, in the order in which they are described. */
            image_ids?: components["schemas"]["Id"][];
            /**
             * @description Describes pictures. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "caption";
            /**
             * @description Whether to pass over images that have a caption, by whomever. Where not, what the same engine wrote of an image before is replaced.
             * @default true
             */
            only_missing?: boolean;
            /**
             * @description Which goes first.
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
         * ColumnName
         * @description The name of a column, as `{name}` in a prompt template calls it.
         */
        ColumnName: string;
        /**
         * Count
         * @description How many there are.
         */
        Count: number;
        /**
         * Cursor
         * @description Where a page begins; opaque. Only a `next_cursor` of the same list, with the same filters, is of use.
         */
        Cursor: string;
        /**
         * Digest
         * @description SHA-256 of the bytes, in lower-case hexadecimal.
         */
        Digest: string;
        /**
         * EngineCapabilities
         * @description What an engine can do; a job that asks for more is refused.
         */
        EngineCapabilities: {
            /** @description The formats of adapters that it loads. */
            adapter_formats: components["schemas"]["Word"][];
            /** @description Whether the same seed makes the same picture. */
            deterministic: boolean;
            /** @description Whether it heeds a guidance scale. */
            guidance_scale: boolean;
            /** @description The kinds of job that it takes. */
            kinds: components["schemas"]["JobKind"][];
            /** @description The greatest width and height. */
            max_side: components["schemas"]["Pixels"];
            /** @description The most steps. */
            max_steps: number;
            /** @description The least width and height. */
            min_side: components["schemas"]["Pixels"];
            /** @description Whether it heeds a negative prompt. */
            negative_prompt: boolean;
            /** @description Whether it shows the picture while it is made. */
            previews: boolean;
            /** @description Whether it heeds a seed; where not, seeds are taken, and change nothing. */
            seed: boolean;
            /** @description Width and height must be multiples of this. */
            side_multiple: number;
            /** @description Whether it heeds a number of steps; where not, only the default is taken. */
            steps: boolean;
            /** @description Whether it can learn from an album. */
            trains: boolean;
        };
        /**
         * EngineInfo
         * @description An engine of this studio.
         */
        EngineInfo: {
            /** @description What it can do. */
            capabilities: components["schemas"]["EngineCapabilities"];
            /** @description What to install or mend when it is not ok; null when it is. */
            hint: string | null;
            /** @description Its name, as `engine` of a job names it. */
            name: components["schemas"]["Word"];
            /** @description Whether it can work now. */
            ok: boolean;
            /** @description The settings of its training; empty where it does not train. */
            training_parameters: components["schemas"]["TrainingParameter"][];
            /** @description Its version. */
            version: string;
        };
        /**
         * Estimate
         * @description How long something will probably take, from the studio's own past jobs of the same kind and size.
         */
        Estimate: {
            /** @description How many finished jobs the estimate rests on. */
            basis_count: components["schemas"]["Count"];
            /** @description Half of such work takes no longer, in seconds. */
            p50_seconds: number;
            /** @description Nine tenths of such work take no longer, in seconds. */
            p90_seconds: number;
        };
        /**
         * EventId
         * @description The number of an event as the stream says it.
         */
        EventId: string;
        /**
         * EventMessage
         * @description One message of the stream, its fields by their names; comments keep the connection alive in between.
         */
        EventMessage: {
            /** @description A StudioEvent as JSON, on one line. */
            data: Blob;
            /** @description The event's `kind`. */
            event: string;
            /** @description What to go on from: the last one received, as `Last-Event-ID`. */
            id: components["schemas"]["EventId"];
        };
        /**
         * EventNumber
         * @description Where the event stands in the order of all that happened; numbers rise, and some are left out.
         */
        EventNumber: number;
        /**
         * GapEvent
         * @description Events after the id that the stream was to go on from are no longer kept, or that id was never given: read what you show anew. The stream goes on from here.
         */
        GapEvent: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description Something was missed. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "gap";
        };
        /**
         * GenerateRequest
         * @description Make pictures from words.
         */
        GenerateRequest: {
            /**
             * @description Adapters to draw with, each once; one that is not known is refused (422 `unknown_adapter`), as is one that the engine cannot use.
             * @default []
             */
            adapters?: components["schemas"]["AdapterUse"][];
            /** @description An album to put the images in, at the end. */
            album_id?: components["schemas"]["Id"];
            /**
             * @description How many images to make; their seeds count up from the first.
             * @default 1
             */
            count?: number;
            /**
             * @description The engine, as getServer names it.
             * @default press
             */
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
             * @description Makes pictures. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "generate";
            /**
             * @description What not to draw; engines that cannot heed it refuse it.
             * @default
             */
            negative_prompt?: components["schemas"]["Prompt"];
            /**
             * @description Which goes first.
             * @default 0
             */
            priority?: components["schemas"]["Priority"];
            /** @description What to draw. */
            prompt: string;
            /** @description Where to start; made up where absent, and told in the job. */
            seed?: components["schemas"]["Seed"];
            /**
             * @description How many steps.
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
         * GuidanceScale
         * @description How closely an engine follows the prompt; 0 leaves it free.
         */
        GuidanceScale: number;
        /**
         * Health
         * @description Whether the studio works, part by part.
         */
        Health: {
            /** @description Rows can be read and written. */
            database: components["schemas"]["HealthCheck"];
            /** @description Jobs are claimed in good time; a paused queue is well. */
            queue: components["schemas"]["HealthCheck"];
            /** @description The whole in one word. */
            status: components["schemas"]["HealthStatus"];
            /** @description Bytes can be read and written. */
            storage: components["schemas"]["HealthCheck"];
            /** @description At least one worker beats. */
            workers: components["schemas"]["HealthCheck"];
        };
        /**
         * HealthCheck
         * @description Whether one part of the studio works.
         */
        HealthCheck: {
            /** @description What is wrong, for people, without any host, path or secret; null where it works. */
            detail: string | null;
            /** @description Whether it works. */
            ok: boolean;
        };
        /**
         * HealthStatus
         * @description `ok`: all parts work; `degraded`: it answers, but queue or workers need attention; `down`: not ready.
         * @enum {string}
         */
        HealthStatus: "ok" | "degraded" | "down";
        /**
         * Id
         * Format: uuid
         * @description The id of a thing: a UUID, made by the server in the order of time (version 7).
         */
        Id: string;
        /**
         * Image
         * @description A picture and the facts about it, without its bytes.
         */
        Image: {
            /** @description When it was made. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who made it; null once that user is gone. */
            created_by: components["schemas"]["Id"] | null;
            /** @description When it went to the trash; null while it is not there. */
            deleted_at: components["schemas"]["Timestamp"] | null;
            /** @description SHA-256 of the file. */
            digest: components["schemas"]["Digest"];
            /** @description Where getImageFile serves its bytes. */
            file_url: components["schemas"]["ApiPath"];
            /** @description Height in pixels. */
            height: components["schemas"]["Pixels"];
            /** @description The image. */
            id: components["schemas"]["Id"];
            /** @description The job that made it; null where none did. */
            job_id: components["schemas"]["Id"] | null;
            /** @description The format of its bytes. */
            media_type: components["schemas"]["ImageMediaType"];
            /** @description Whether it is marked as not safe for work. */
            nsfw: boolean;
            /** @description The prompt that it was made from; null where there was none, and hidden (null) from all but its owner and editors. */
            prompt: components["schemas"]["Prompt"] | null;
            /** @description How many bytes the file has. */
            size_bytes: components["schemas"]["Count"];
            /** @description Where it came from. */
            source: components["schemas"]["ImageSource"];
            /** @description Where getImageThumbnail serves a small WebP of it. */
            thumbnail_url: components["schemas"]["ApiPath"];
            /** @description A short title; may be empty. */
            title: components["schemas"]["ShortTitle"];
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /** @description Who may see it. */
            visibility: components["schemas"]["Visibility"];
            /** @description Width in pixels. */
            width: components["schemas"]["Pixels"];
        };
        /**
         * ImageAddedEvent
         * @description There is a new image, or one came back from the trash.
         */
        ImageAddedEvent: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description The image. */
            image_id: components["schemas"]["Id"];
            /** @description The job that made it. */
            job_id: components["schemas"]["Id"] | null;
            /**
             * @description An image is new. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "image.added";
        };
        /**
         * ImageBytes
         * Format: binary
         * @description The bytes of a picture.
         */
        ImageBytes: Blob;
        /**
         * ImageChangedEvent
         * @description An image has other facts.
         */
        ImageChangedEvent: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description The image. */
            image_id: components["schemas"]["Id"];
            /**
             * @description An image has changed. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "image.changed";
        };
        /**
         * ImageDetail
         * @description An image with where it came from, its labels and its albums.
         */
        ImageDetail: {
            /** @description The albums that it is in, as far as the caller may see them. */
            albums: components["schemas"]["AlbumReference"][];
            /** @description When it was made. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who made it; null once that user is gone. */
            created_by: components["schemas"]["Id"] | null;
            /** @description When it went to the trash; null while it is not there. */
            deleted_at: components["schemas"]["Timestamp"] | null;
            /** @description SHA-256 of the file. */
            digest: components["schemas"]["Digest"];
            /** @description Where getImageFile serves its bytes. */
            file_url: components["schemas"]["ApiPath"];
            /** @description Height in pixels. */
            height: components["schemas"]["Pixels"];
            /** @description The image. */
            id: components["schemas"]["Id"];
            /** @description The job that made it; null where none did. */
            job_id: components["schemas"]["Id"] | null;
            /** @description Its newest labels; listLabels has them all. */
            labels: components["schemas"]["Label"][];
            /** @description The format of its bytes. */
            media_type: components["schemas"]["ImageMediaType"];
            /** @description Whether it is marked as not safe for work. */
            nsfw: boolean;
            /** @description The prompt that it was made from; null where there was none, and hidden (null) from all but its owner and editors. */
            prompt: components["schemas"]["Prompt"] | null;
            /** @description How it was made; null where nothing is known, and hidden (null) from all but its owner and editors. */
            provenance: components["schemas"]["Provenance"] | null;
            /** @description How many bytes the file has. */
            size_bytes: components["schemas"]["Count"];
            /** @description Where it came from. */
            source: components["schemas"]["ImageSource"];
            /** @description Where getImageThumbnail serves a small WebP of it. */
            thumbnail_url: components["schemas"]["ApiPath"];
            /** @description A short title; may be empty. */
            title: components["schemas"]["ShortTitle"];
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /** @description Who may see it. */
            visibility: components["schemas"]["Visibility"];
            /** @description Width in pixels. */
            width: components["schemas"]["Pixels"];
        };
        /**
         * ImageMediaType
         * @description The formats of pictures that are kept.
         * @enum {string}
         */
        ImageMediaType: "image/png" | "image/jpeg" | "image/webp";
        /**
         * ImagePage
         * @description One page of images, newest first.
         */
        ImagePage: {
            /** @description The images. */
            items: components["schemas"]["Image"][];
            /** @description Where the next page begins; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * ImageRemovedEvent
         * @description An image was put in the trash.
         */
        ImageRemovedEvent: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description The image. */
            image_id: components["schemas"]["Id"];
            /**
             * @description An image is in the trash. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "image.removed";
        };
        /**
         * ImageSource
         * @description Where an image came from: made by a job, uploaded by someone, or brought in by an import.
         * @enum {string}
         */
        ImageSource: "generated" | "uploaded" | "imported";
        /**
         * ImageSourceCounts
         * @description How many images came from where.
         */
        ImageSourceCounts: {
            /** @description Made by a job. */
            generated: components["schemas"]["Count"];
            /** @description Brought in by an import. */
            imported: components["schemas"]["Count"];
            /** @description Uploaded by someone. */
            uploaded: components["schemas"]["Count"];
        };
        /**
         * ImageUpdate
         * @description What to change of an image; what is absent stays.
         */
        ImageUpdate: {
            /** @description Whether it is marked as not safe for work. */
            nsfw?: boolean;
            /** @description A short title. */
            title?: components["schemas"]["ShortTitle"];
            /** @description Who may see it. */
            visibility?: components["schemas"]["Visibility"];
        };
        /**
         * ImageUpload
         * @description A picture to keep, as parts of a form.
         */
        ImageUpload: {
            /** @description An album to put it in, at the end. */
            album_id?: components["schemas"]["Id"];
            /** @description A caption to label it with. */
            caption?: components["schemas"]["LabelText"];
            /**
             * Format: binary
             * @description The bytes of a PNG, JPEG or WebP; what they are is read off the bytes.
             */
            file: Blob;
            /**
             * @description Whether it is marked as not safe for work.
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
         * @description A folder that is taken over: planned first, then applied, verified, undone as one asks.
         */
        Import: {
            /** @description When it was last applied to its end; null before. */
            applied_at: components["schemas"]["Timestamp"] | null;
            /** @description Whether someone asked to stop what runs. */
            cancel_requested: boolean;
            /** @description The plan's items by outcome. */
            counts: components["schemas"]["ImportCounts"];
            /** @description When it was asked for. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The admin who asked for it, who owns what it makes; null for the command line, and once that user is gone. */
            created_by: components["schemas"]["Id"] | null;
            /** @description SHA-256 of the plan, which applyImport wants; null until it is planned. */
            digest: components["schemas"]["Digest"] | null;
            /** @description What is not as it should be, after the latest apply, verify or undo; the most frequent first. listImportItems names the items. */
            discrepancies: components["schemas"]["ImportDiscrepancies"][];
            /** @description Why the phase failed; null where it did not. */
            error: components["schemas"]["ImportFailure"] | null;
            /** @description When the latest phase ended; null before. */
            finished_at: components["schemas"]["Timestamp"] | null;
            /** @description The import. */
            id: components["schemas"]["Id"];
            /** @description What it takes over. */
            kind: components["schemas"]["ImportKind"];
            /** @description What was asked of it last. */
            phase: components["schemas"]["ImportPhase"];
            /** @description When the plan was complete; null before. */
            planned_at: components["schemas"]["Timestamp"] | null;
            /** @description How far the phase is. */
            progress: components["schemas"]["ImportProgress"];
            /** @description The plan's items by outcome and reason, those alone that have one; the most frequent first. */
            reasons: components["schemas"]["ImportReason"][];
            /** @description What became of the items. */
            results: components["schemas"]["ImportResults"];
            /** @description Where from; one that was asked for on the command line has the folder's name alone. */
            source: components["schemas"]["ImportSourcePath"];
            /** @description Whether the latest verify read the source too, or found it gone; null before. */
            source_checked: boolean | null;
            /** @description When the latest phase began; null while it waits. */
            started_at: components["schemas"]["Timestamp"] | null;
            /** @description Where that stands. */
            state: components["schemas"]["ImportState"];
            /** @description When it was undone; null before. */
            undone_at: components["schemas"]["Timestamp"] | null;
            /** @description When it last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /** @description When it was last verified to its end; null before. */
            verified_at: components["schemas"]["Timestamp"] | null;
            /** @description Who may see what it makes, where the source does not say so itself. */
            visibility: components["schemas"]["Visibility"];
        };
        /**
         * ImportApply
         * @description Which plan to apply.
         */
        ImportApply: {
            /** @description The plan's digest: what was read is what is done. */
            digest: components["schemas"]["Digest"];
        };
        /**
         * ImportChangedEvent
         * @description An import was asked for something, or that began, ended or was stopped; told to admins.
         */
        ImportChangedEvent: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description The import. */
            import_id: components["schemas"]["Id"];
            /**
             * @description An import has another state. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "import.changed";
            /** @description What was asked of it last. */
            phase: components["schemas"]["ImportPhase"];
            /** @description Where that stands. */
            state: components["schemas"]["ImportState"];
        };
        /**
         * ImportCounts
         * @description How many items a plan has of each outcome.
         */
        ImportCounts: {
            /** @description Changed in the source since it was imported. */
            changed: components["schemas"]["Count"];
            /** @description Changed in the source and here. */
            conflicting: components["schemas"]["Count"];
            /** @description Not here yet. */
            new: components["schemas"]["Count"];
            /** @description Not taken, for a reason. */
            skipped: components["schemas"]["Count"];
            /** @description Here already. */
            unchanged: components["schemas"]["Count"];
        };
        /**
         * ImportCreate
         * @description An import to plan.
         */
        ImportCreate: {
            /** @description What to take over. */
            kind: components["schemas"]["ImportKind"];
            /** @description Where from; listImportSources names the configured sources. */
            source: components["schemas"]["ImportSourcePath"];
            /**
             * @description Who may see what it makes, where the source does not say so itself.
             * @default private
             */
            visibility?: components["schemas"]["Visibility"];
        };
        /**
         * ImportDiscrepancies
         * @description How many items differ from what the import made, in the same way.
         */
        ImportDiscrepancies: {
            /** @description In which way: `missing`, `corrupt`, `orphaned`, `altered` here, `source_missing`, `source_altered`, or why it failed or was kept. */
            code: components["schemas"]["Word"];
            /** @description How many. */
            count: components["schemas"]["Count"];
        };
        /**
         * ImportFailure
         * @description Why a phase of an import failed.
         */
        ImportFailure: {
            /** @description Why, for programs. */
            code: components["schemas"]["Word"];
            /** @description Why, for people; names no path of the server's disk. */
            message: string;
        };
        /**
         * ImportItem
         * @description One thing of a source: a picture, a folder that becomes an album, a set; or what is not taken, and why.
         */
        ImportItem: {
            /** @description What is not as it should be, for programs; null where all is well. */
            discrepancy: components["schemas"]["Word"] | null;
            /** @description The same for people; may be empty. */
            discrepancy_message: string;
            /** @description Where it lies. */
            key: components["schemas"]["ImportKey"];
            /** @description Why, for people; may be empty. */
            message: string;
            /** @description What the plan found. */
            outcome: components["schemas"]["ImportOutcome"];
            /** @description Its place in the plan; the first is 0. */
            position: number;
            /** @description Why, for programs; null where the outcome says all. */
            reason: components["schemas"]["Word"] | null;
            /** @description How far it is. */
            state: components["schemas"]["ImportItemState"];
            /** @description What it became; null before, and for what becomes nothing. */
            thing: components["schemas"]["ImportThing"] | null;
        };
        /**
         * ImportItemPage
         * @description One page of import items, in the order of the plan.
         */
        ImportItemPage: {
            /** @description The import items. */
            items: components["schemas"]["ImportItem"][];
            /** @description Where the next page begins; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * ImportItemsCsv
         * @description Items as CSV (RFC 4180, UTF-8): a header, then a line for each item, 5000 at most. The last column is the cursor that continues after the line.
         */
        ImportItemsCsv: string;
        /**
         * ImportItemState
         * @description How far an item is: `planned`; `keeping`, its bytes are being stored; `applied`; `failed`, it could not be applied; `undone`; `kept`, changed here since and therefore not undone.
         * @enum {string}
         */
        ImportItemState: "planned" | "keeping" | "applied" | "failed" | "undone" | "kept";
        /**
         * ImportKey
         * @description Where in the source an item lies: a path below it, with slashes between; a folder ends with one.
         */
        ImportKey: string;
        /**
         * ImportKind
         * @description What an import takes over: `media` an outputs tree of pictures with their sidecars, `sets` a folder of set templates (config.yaml and CSV manifests).
         * @enum {string}
         */
        ImportKind: "media" | "sets";
        /**
         * ImportOutcome
         * @description What a plan finds of an item: `new`; `unchanged` since an import before; `changed` in the source; `conflicting`, changed in the source and here; `skipped`, for the reason given. Apply does what is new and changed.
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
            /** @description Where the next page begins; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * ImportPhase
         * @description What was asked of an import last.
         * @enum {string}
         */
        ImportPhase: "plan" | "apply" | "verify" | "undo";
        /**
         * ImportProgress
         * @description How far the latest phase is.
         */
        ImportProgress: {
            /** @description How many items are done. */
            done: components["schemas"]["Count"];
            /** @description How many there are; null while the plan still looks for them. */
            total: components["schemas"]["Count"] | null;
        };
        /**
         * ImportReason
         * @description How many items have an outcome for the same reason.
         */
        ImportReason: {
            /** @description How many. */
            count: components["schemas"]["Count"];
            /** @description The outcome. */
            outcome: components["schemas"]["ImportOutcome"];
            /** @description The reason, for programs. */
            reason: components["schemas"]["Word"];
        };
        /**
         * ImportResults
         * @description What became of the items that were to be done.
         */
        ImportResults: {
            /** @description Done, and not undone. */
            applied: components["schemas"]["Count"];
            /** @description Could not be done; applying again tries them again. */
            failed: components["schemas"]["Count"];
            /** @description Not taken back: changed here since. */
            kept: components["schemas"]["Count"];
            /** @description Taken back. */
            undone: components["schemas"]["Count"];
        };
        /**
         * ImportSource
         * @description A folder that imports may read, by its name.
         */
        ImportSource: {
            /** @description What createImport calls it. */
            name: components["schemas"]["ImportSourcePath"];
            /** @description Whether it is there and can be read now. */
            readable: boolean;
        };
        /**
         * ImportSourcePath
         * @description A folder that imports may read: the name of a configured source, or a folder below it, with slashes between. Never a path of the server's disk.
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
         * @description Where an import stands: its latest phase waits (`queued`) or runs, or came to its end: `planned`, `applied`, `undone`, `failed`, `cancelled`.
         * @enum {string}
         */
        ImportState: "queued" | "running" | "planned" | "applied" | "undone" | "failed" | "cancelled";
        /**
         * ImportThing
         * @description What an item became.
         */
        ImportThing: {
            /** @description Its id; it may be gone since. */
            id: components["schemas"]["Id"];
            /** @description What it is. */
            kind: components["schemas"]["ImportThingKind"];
        };
        /**
         * ImportThingKind
         * @description A kind of thing that imports make.
         * @enum {string}
         */
        ImportThingKind: "album" | "image" | "set_template";
        /**
         * ImportUndoSurvey
         * @description What an undo would take back and what it would keep, as things stand now.
         */
        ImportUndoSurvey: {
            /**
             * @description Nothing was changed.
             * @constant
             */
            dry_run: true;
            /** @description What would be kept, and why; the last of the plan first, at most 1000. */
            kept: components["schemas"]["ImportItem"][];
            /** @description How many would be kept. */
            kept_count: components["schemas"]["Count"];
            /** @description Why items would be kept, the most frequent reason first. */
            reasons: components["schemas"]["ImportDiscrepancies"][];
            /** @description What would be taken back, in the order in which it would be: the last of the plan first, at most 1000. */
            undone: components["schemas"]["ImportItem"][];
            /** @description How many items would be taken back. */
            undone_count: components["schemas"]["Count"];
        };
        /**
         * Job
         * @description A job: what was asked for, where it stands, what became of it.
         */
        Job: {
            /** @description The album that its images go in, or whose images it describes; null where none. */
            album_id: components["schemas"]["Id"] | null;
            /** @description Which attempt this is; 0 before the first. */
            attempt: number;
            /** @description Whether someone asked to stop it; a running one stops at its next step. */
            cancel_requested: boolean;
            /** @description What it has described so far; null for other kinds. */
            captions: components["schemas"]["JobCaptions"] | null;
            /** @description When it was asked for. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who asked for it; null once that user is gone. */
            created_by: components["schemas"]["Id"] | null;
            /** @description Why it failed, or why its last attempt did; null where none has. */
            error: components["schemas"]["JobError"] | null;
            /** @description When it will probably be done, counted from now; null when it is finished or nothing is known yet. */
            estimate: components["schemas"]["Estimate"] | null;
            /** @description When it came to its final state; null before. */
            finished_at: components["schemas"]["Timestamp"] | null;
            /** @description The job. */
            id: components["schemas"]["Id"];
            /** @description The images that it made, in the order of their seeds; those in the trash and those that the caller may not see are left out. */
            image_ids: components["schemas"]["Id"][];
            /** @description What it does. */
            kind: components["schemas"]["JobKind"];
            /** @description After how many attempts it is given up. */
            max_attempts: number;
            /** @description How many queued jobs go before it; null unless it is queued. */
            position: components["schemas"]["Position"] | null;
            /** @description Which goes first. */
            priority: components["schemas"]["Priority"];
            /** @description How much of the present attempt is done; 1 when it succeeded. */
            progress: components["schemas"]["Progress"];
            /** @description What was asked for, with every default and the seed filled in; hidden (null) from all but its owner and editors, and null for training, of which its training run tells. */
            request: components["schemas"]["JobRequest"] | null;
            /** @description Its row of the set; null outside of a set run. */
            row_position: components["schemas"]["Position"] | null;
            /** @description The set run that it belongs to; null where none. */
            set_run_id: components["schemas"]["Id"] | null;
            /** @description When its present attempt began; null before the first. */
            started_at: components["schemas"]["Timestamp"] | null;
            /** @description Where it stands. */
            state: components["schemas"]["State"];
            /** @description The trace id of the request that asked for it. */
            trace_id: components["schemas"]["TraceId"] | null;
            /** @description The training run that it does; null for other kinds. */
            training_run_id: components["schemas"]["Id"] | null;
            /** @description The worker that has it in hand; null unless it is running, and hidden (null) from viewers. */
            worker: string | null;
        };
        /**
         * JobCancelledEvent
         * @description A job was cancelled.
         */
        JobCancelledEvent: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description The job. */
            job_id: components["schemas"]["Id"];
            /**
             * @description A job was cancelled. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "job.cancelled";
            /** @description The set run that it belongs to. */
            set_run_id: components["schemas"]["Id"] | null;
        };
        /**
         * JobCancelRequestedEvent
         * @description A running job was asked to stop.
         */
        JobCancelRequestedEvent: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description The job. */
            job_id: components["schemas"]["Id"];
            /**
             * @description A job was asked to stop. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "job.cancel_requested";
            /** @description The set run that it belongs to. */
            set_run_id: components["schemas"]["Id"] | null;
        };
        /**
         * JobCaptions
         * @description What a job that describes pictures has done so far; the images that are in none of the counts wait.
         */
        JobCaptions: {
            /** @description How many of them it has described. */
            captioned_count: components["schemas"]["CaptionImageCount"];
            /** @description How many images it is to describe. */
            image_count: components["schemas"]["CaptionImageCount"];
            /** @description How many it passed over, and why. */
            skipped: components["schemas"]["JobCaptionsSkipped"];
        };
        /**
         * JobCaptionsSkipped
         * @description Images that were passed over, by reason.
         */
        JobCaptionsSkipped: {
            /** @description The engine would not describe it. */
            engine_refused: components["schemas"]["CaptionImageCount"];
            /** @description It had a caption already. */
            has_caption: components["schemas"]["CaptionImageCount"];
            /** @description It was deleted, or hidden from who had asked, before its turn came. */
            image_gone: components["schemas"]["CaptionImageCount"];
        };
        /**
         * JobError
         * @description Why a job failed.
         */
        JobError: {
            /** @description Why, for programs. */
            code: components["schemas"]["Word"];
            /** @description Why, for people, and what to do; names no path or secret. */
            message: string;
        };
        /**
         * JobFailedEvent
         * @description A job has failed for good.
         */
        JobFailedEvent: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description Why. */
            error_code: components["schemas"]["Word"];
            id: components["schemas"]["EventNumber"];
            /** @description The job. */
            job_id: components["schemas"]["Id"];
            /**
             * @description A job has failed. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "job.failed";
            /** @description The set run that it belongs to. */
            set_run_id: components["schemas"]["Id"] | null;
        };
        /**
         * JobKind
         * @description What a job does: `generate` makes pictures, `caption` describes them, `train` learns from them.
         * @enum {string}
         */
        JobKind: "generate" | "caption" | "train";
        /**
         * JobLinks
         * @description Paths of this API that concern a job.
         */
        JobLinks: {
            /** @description cancelJob. */
            cancel: components["schemas"]["ApiPath"];
            /** @description getJob. */
            self: components["schemas"]["ApiPath"];
        };
        /**
         * JobQueuedEvent
         * @description A job waits in the queue: a new one, one that is tried again, or one that was given back.
         */
        JobQueuedEvent: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description Why the attempt before failed. */
            error_code: components["schemas"]["Word"] | null;
            id: components["schemas"]["EventNumber"];
            /** @description The job. */
            job_id: components["schemas"]["Id"];
            /**
             * @description A job waits. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "job.queued";
            /** @description The set run that it belongs to. */
            set_run_id: components["schemas"]["Id"] | null;
        };
        /**
         * JobRequest
         * @description What to do; `kind` says which shape it has.
         */
        JobRequest: components["schemas"]["GenerateRequest"] | components["schemas"]["CaptionRequest"];
        /**
         * JobRunningEvent
         * @description A worker has taken a job.
         */
        JobRunningEvent: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description Which attempt this is. */
            attempt: number;
            id: components["schemas"]["EventNumber"];
            /** @description The job. */
            job_id: components["schemas"]["Id"];
            /**
             * @description A job runs. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "job.running";
            /** @description The set run that it belongs to. */
            set_run_id: components["schemas"]["Id"] | null;
        };
        /**
         * JobsResponse
         * @description One page of jobs, newest first, and how many there are.
         */
        JobsResponse: {
            /** @description Jobs by state under the filters `kind` and `set_run_id`, whatever `state` is asked for. */
            counts: components["schemas"]["StateCounts"];
            /** @description The jobs. */
            items: components["schemas"]["Job"][];
            /** @description Where the next page begins; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * JobSucceededEvent
         * @description A job is done; its images are there.
         */
        JobSucceededEvent: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description The job. */
            job_id: components["schemas"]["Id"];
            /**
             * @description A job is done. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "job.succeeded";
            /** @description The set run that it belongs to. */
            set_run_id: components["schemas"]["Id"] | null;
        };
        /**
         * JobUpdate
         * @description What to change of a queued job.
         */
        JobUpdate: {
            /** @description Which goes first. */
            priority?: components["schemas"]["Priority"];
        };
        /**
         * JobUpdatedEvent
         * @description A waiting job has another priority.
         */
        JobUpdatedEvent: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description The job. */
            job_id: components["schemas"]["Id"];
            /**
             * @description A job goes earlier or later. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "job.updated";
            /** @description The priority from now on. */
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
         * @description Any JSON: texts without NUL, at most 32 levels deep.
         */
        JsonValue: AnyJson;
        /**
         * Label
         * @description What someone or something says about a picture.
         */
        Label: {
            /** @description How sure the engine was, 0 … 1; null for labels by hand. */
            confidence: number | null;
            /** @description When it was made. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who made it, or asked for it; null once that user is gone. */
            created_by: components["schemas"]["Id"] | null;
            /** @description The engine that wrote it; null for labels by hand. */
            engine: components["schemas"]["Word"] | null;
            /** @description The engine's version; null for labels by hand, and where it is not known. */
            engine_version: string | null;
            /** @description The label. */
            id: components["schemas"]["Id"];
            /** @description The image that it describes. */
            image_id: components["schemas"]["Id"];
            /** @description The job that had it written; null for others. */
            job_id: components["schemas"]["Id"] | null;
            /** @description Caption or tag. */
            kind: components["schemas"]["LabelKind"];
            /** @description The model that the engine used; null for labels by hand, and for an engine that has none. */
            model: components["schemas"]["Line"] | null;
            /** @description Who wrote it. */
            source: components["schemas"]["LabelSource"];
            /** @description What it says. */
            text: components["schemas"]["LabelText"];
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * LabelCount
         * @description A label and how many images have it.
         */
        LabelCount: {
            /** @description How many images have it. */
            count: components["schemas"]["Count"];
            /** @description Caption or tag. */
            kind: components["schemas"]["LabelKind"];
            /** @description What it says. */
            text: components["schemas"]["LabelText"];
        };
        /**
         * LabelCreate
         * @description A label to add by hand.
         */
        LabelCreate: {
            /** @description Caption or tag. */
            kind: components["schemas"]["LabelKind"];
            /** @description What it says. */
            text: components["schemas"]["LabelText"];
        };
        /**
         * LabelKind
         * @description A `caption` says in a sentence what a picture shows, a `tag` names one thing in it.
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
            /** @description Where the next page begins; null on the last page. */
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
         * @description What a label says; never empty.
         */
        LabelText: string;
        /**
         * LabelUpdate
         * @description What to change of a label; what is absent stays.
         */
        LabelUpdate: {
            /** @description Caption or tag. */
            kind?: components["schemas"]["LabelKind"];
            /** @description What it says. */
            text?: components["schemas"]["LabelText"];
        };
        /**
         * Line
         * @description Text of one line: no control character, no line break.
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
            /** @description The token of the link; it works once, and not for long. */
            token: string;
        };
        /**
         * MetricsText
         * @description Metrics in Prometheus' text format, version 0.0.4.
         */
        MetricsText: string;
        /**
         * Name
         * @description The name of a thing, shown in lists: one line, never empty.
         */
        Name: string;
        /**
         * Password
         * @description A password; never part of an answer, a log or a bug report.
         */
        Password: string;
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
         * @description Width or height of a stored picture, in pixels.
         */
        Pixels: number;
        /**
         * Position
         * @description A place in an order; the first is 0.
         */
        Position: number;
        /**
         * PreviewProblem
         * @description Something that stands in the way of a run.
         */
        PreviewProblem: {
            /** @description What is wrong: `no_rows`, `row_empty`, `bad_placeholder` (also a lone brace), `missing_column`, `prompt_too_long`, `prompt_empty`, or what the engine cannot do, such as `width_limit`. */
            code: components["schemas"]["Word"];
            /** @description What is wrong, for people. */
            message: string;
            /** @description The row; null where it concerns all of them. */
            position: components["schemas"]["Position"] | null;
        };
        /**
         * PreviewPrompt
         * @description A row's prompt with its placeholders filled in.
         */
        PreviewPrompt: {
            /** @description The row. */
            position: components["schemas"]["Position"];
            /** @description The prompt; one that is too long is cut here and is among the problems. */
            prompt: components["schemas"]["Prompt"];
        };
        /**
         * Priority
         * @description Which queued job goes first: the higher number; equal ones in the order of their creation.
         */
        Priority: number;
        /**
         * Problem
         * @description Why a request was not done (RFC 9457). Tells nothing of things the caller may not see, and no inner detail of the server.
         */
        Problem: {
            /** @description The kind of problem, for programs: a stable word. */
            code: components["schemas"]["Word"];
            /** @description This problem, for people; may be empty. */
            detail: string;
            /** @description All that is wrong with the request, as far as it can be pointed at; may be empty. */
            errors: components["schemas"]["ProblemError"][];
            /** @description The HTTP status, again. */
            status: number;
            /** @description The kind of problem, for people; the same for every problem with this code. */
            title: string;
            /** @description The request's trace id, as in `X-Trace-Id`. */
            trace_id: components["schemas"]["TraceId"];
            /** @description A URI reference that names the kind of problem; `about:blank` where the code says all. */
            type: string;
        };
        /**
         * ProblemError
         * @description One thing that is wrong with a request.
         */
        ProblemError: {
            /** @description What is wrong, for programs. */
            code: components["schemas"]["Word"];
            /** @description What is wrong, for people. */
            message: string;
            /** @description Where: a JSON pointer into the body (`/name`), `query/…`, `path/…` or `header/…` and the parameter's name, or `line/17` of a CSV; empty for the whole request. */
            pointer: string;
        };
        /**
         * Progress
         * @description How much is done, 0 … 1.
         */
        Progress: number;
        /**
         * Prompt
         * @description Words for an engine: text that may have several lines, empty where nothing is wanted.
         */
        Prompt: string;
        /**
         * Provenance
         * @description All that is needed to make the picture again, and what the engine made of its words.
         */
        Provenance: {
            /** @description The adapters that it was made with, and what they came of. */
            adapters: components["schemas"]["AdapterProvenance"][];
            /** @description The engine that made it. */
            engine: components["schemas"]["Word"];
            /** @description The engine's version. */
            engine_version: string;
            /** @description The guidance scale; null where an import did not tell. */
            guidance_scale: components["schemas"]["GuidanceScale"] | null;
            /** @description The height asked for. */
            height: components["schemas"]["Pixels"];
            /** @description The job; null where none is known. */
            job_id: components["schemas"]["Id"] | null;
            /** @description The model's name and digest; null for an engine that has none. */
            model: components["schemas"]["Line"] | null;
            /** @description What was not wanted; empty where nothing was said. */
            negative_prompt: components["schemas"]["Prompt"];
            /** @description Whatever else the engine was told or chose. */
            parameters: components["schemas"]["ProvenanceParameters"];
            /** @description The prompt, its placeholders filled in. */
            prompt: components["schemas"]["Prompt"];
            /** @description The row of the set; null outside of a set run. */
            row_position: components["schemas"]["Position"] | null;
            /** @description The seed; null where an import did not tell. */
            seed: components["schemas"]["Seed"] | null;
            /** @description The set run; null outside of one. */
            set_run_id: components["schemas"]["Id"] | null;
            /** @description The set template; null outside of a set run. */
            set_template_id: components["schemas"]["Id"] | null;
            /** @description The version of the set template; null outside of a set run. */
            set_template_version: components["schemas"]["Version"] | null;
            /** @description The steps; null where an import did not tell. */
            steps: components["schemas"]["Steps"] | null;
            /** @description The width asked for. */
            width: components["schemas"]["Pixels"];
            /** @description The words that it did not know. */
            words_ignored: components["schemas"]["Line"][];
            /** @description The words that the engine knew and drew. */
            words_used: components["schemas"]["Line"][];
        };
        /**
         * ProvenanceParameters
         * @description The engine's own parameters: a scalar under each name.
         */
        ProvenanceParameters: {
            [key: string]: components["schemas"]["ProvenanceValue"];
        };
        /**
         * ProvenanceValue
         * @description A scalar: text, number, yes or no, or nothing.
         */
        ProvenanceValue: string | number | boolean | null;
        /**
         * PurgedBugReport
         * @description A bug report that went.
         */
        PurgedBugReport: {
            /** @description When it was reported. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The report. */
            id: components["schemas"]["Id"];
            /** @description Where the work on it stood. */
            status: components["schemas"]["BugReportStatus"];
        };
        /**
         * Queue
         * @description The queue as a whole.
         */
        Queue: {
            /** @description Jobs by state. */
            depth: components["schemas"]["StateCounts"];
            /** @description When all that waits will probably be done; null where nothing is known yet. */
            estimate: components["schemas"]["Estimate"] | null;
            /** @description Whether workers take no new jobs; those in hand go on. */
            paused: boolean;
            /** @description Since when it is paused; null while it is not. */
            paused_at: components["schemas"]["Timestamp"] | null;
            /** @description The jobs in workers' hands, longest first. */
            running: components["schemas"]["Id"][];
        };
        /**
         * QueueJob
         * @description The receipt for a job: it is stored and will be done.
         */
        QueueJob: {
            /** @description When it was asked for. */
            created_at: components["schemas"]["Timestamp"];
            /** @description When it will probably be done, counted from now; null where nothing is known yet. */
            estimate: components["schemas"]["Estimate"] | null;
            /** @description The job. */
            id: components["schemas"]["Id"];
            /** @description What it does. */
            kind: components["schemas"]["JobKind"];
            /** @description Where to go on from here. */
            links: components["schemas"]["JobLinks"];
            /** @description How many queued jobs go before it; null once it no longer waits. */
            position: components["schemas"]["Position"] | null;
            /** @description Where it stands. */
            state: components["schemas"]["State"];
        };
        /**
         * QueuePausedEvent
         * @description The queue was paused: no worker takes a job.
         */
        QueuePausedEvent: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description The queue is paused. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "queue.paused";
        };
        /**
         * QueueResumedEvent
         * @description The queue goes on.
         */
        QueueResumedEvent: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description The queue goes on. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "queue.resumed";
        };
        /**
         * QueueUpdate
         * @description What to change of the queue.
         */
        QueueUpdate: {
            /** @description Whether workers are to take no new jobs. */
            paused?: boolean;
        };
        /**
         * ReadyEvent
         * @description All that was missed has been sent; what happens from now on follows as it happens.
         */
        ReadyEvent: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description What comes after this is new. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "ready";
        };
        /**
         * Reproduction
         * @description The job that makes a picture again, and whether its bytes will be the same.
         */
        Reproduction: {
            /** @description Whether the same bytes are to be expected. */
            exact: boolean;
            /** @description The job that makes it again. */
            job: components["schemas"]["QueueJob"];
            /** @description Why not; empty where they are. */
            reasons: components["schemas"]["Line"][];
        };
        /**
         * Role
         * @description What someone may do: a `viewer` looks, an `editor` makes and changes, an `admin` also runs the studio.
         * @enum {string}
         */
        Role: "viewer" | "editor" | "admin";
        /**
         * Seed
         * @description Where an engine's randomness starts: the same seed and the same request make the same picture on the same engine.
         */
        Seed: number;
        /**
         * Server
         * @description What this server is and can do.
         */
        Server: {
            /** @description The version of this contract. */
            contract_version: string;
            /** @description The engines at hand, by name. */
            engines: components["schemas"]["EngineInfo"][];
            /** @description What is switched on here. */
            features: components["schemas"]["Word"][];
            /** @description How much it takes. */
            limits: components["schemas"]["ServerLimits"];
            /** @description The studio's name. */
            name: string;
            /** @description The version of the software. */
            version: string;
        };
        /**
         * ServerLimits
         * @description How much the server takes.
         */
        ServerLimits: {
            /** @description The largest body of JSON or CSV, in bytes; more is 413. */
            max_body_bytes: number;
            /** @description The most pixels of an uploaded picture, width times height. */
            max_image_pixels: number;
            /** @description The most items of a page. */
            max_page_size: number;
            /** @description The longest prompt, in characters, once its placeholders are filled in. */
            max_prompt_length: number;
            /** @description The most rows of a set template. */
            max_set_rows: number;
            /** @description The largest upload, in bytes; more is 413. */
            max_upload_bytes: number;
        };
        /**
         * SetPreview
         * @description What a run would make, and all that stands in its way.
         */
        SetPreview: {
            /** @description When such a run, begun now, would probably be done; null where nothing is known yet. */
            estimate: components["schemas"]["Estimate"] | null;
            /** @description All that is wrong; a run is refused while there is anything. */
            problems: components["schemas"]["PreviewProblem"][];
            /** @description The first prompts, in the order of their rows. */
            prompts: components["schemas"]["PreviewPrompt"][];
            /** @description How many pictures a run would make. */
            row_count: number;
            /** @description The version that was looked at. */
            version: components["schemas"]["Version"];
        };
        /**
         * SetPreviewOverrides
         * @description Fields of a set template, as if it said so.
         */
        SetPreviewOverrides: {
            /** @description What all pictures share: `{base_prompt}`. */
            base_prompt?: components["schemas"]["Prompt"];
            /** @description How closely to follow the prompt. */
            guidance_scale?: components["schemas"]["GuidanceScale"];
            /** @description Height in pixels. */
            height?: components["schemas"]["Side"];
            /** @description What not to draw. */
            negative_prompt?: components["schemas"]["Prompt"];
            /** @description How a prompt is put together: `{base_prompt}`, `{theme}`, `{row}`, `{style_suffix}` and `{column}` for any column; `{row}` is the row's `prompt` column, or all its texts joined by commas. Empty parts go with their comma. */
            prompt_template?: components["schemas"]["Prompt"];
            /** @description How many steps. */
            steps?: components["schemas"]["Steps"];
            /** @description The manner of all pictures: `{style_suffix}`. */
            style_suffix?: components["schemas"]["Prompt"];
            /** @description Width in pixels. */
            width?: components["schemas"]["Side"];
        };
        /**
         * SetPreviewRequest
         * @description What to preview a set with.
         */
        SetPreviewRequest: {
            /**
             * @description How many prompts to show at most; problems are looked for in all rows.
             * @default 50
             */
            limit?: number;
            /** @description What to take instead of what the set template says, for this preview alone. */
            overrides?: components["schemas"]["SetPreviewOverrides"];
            /** @description The theme; absent: the example theme. */
            theme?: components["schemas"]["Line"];
        };
        /**
         * SetRow
         * @description A row and its place.
         */
        SetRow: {
            /** @description Its place; the first is 0, there are no gaps. */
            position: components["schemas"]["Position"];
            /** @description Its texts, one for each column. */
            values: components["schemas"]["SetRowValues"];
        };
        /**
         * SetRowsCsv
         * @description Rows as CSV (RFC 4180, UTF-8): a header of column names, then a line for each row.
         */
        SetRowsCsv: string;
        /**
         * SetRowValues
         * @description A row: a text under the name of each column. A column that a row lacks is empty in it.
         */
        SetRowValues: {
            [key: string]: components["schemas"]["Prompt"];
        };
        /**
         * SetRun
         * @description A run of a set template's version: one job for each row, one album for all.
         */
        SetRun: {
            /** @description The album that it fills; 404 once someone deleted it. */
            album_id: components["schemas"]["Id"];
            /** @description Rows by state. */
            counts: components["schemas"]["StateCounts"];
            /** @description When it was asked for. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who started it; null once that user is gone. */
            created_by: components["schemas"]["Id"] | null;
            /** @description When it will probably be done, counted from now; null when it is finished or nothing is known yet. */
            estimate: components["schemas"]["Estimate"] | null;
            /** @description When its last row came to a final state; null before. */
            finished_at: components["schemas"]["Timestamp"] | null;
            /** @description The set run. */
            id: components["schemas"]["Id"];
            /** @description Which part of the work is done. */
            progress: components["schemas"]["Progress"];
            /** @description How many rows it has. */
            row_count: number;
            /** @description The seed of the first row. */
            seed: components["schemas"]["Seed"];
            /** @description The set template. */
            set_template_id: components["schemas"]["Id"];
            /** @description The version that it pinned; later changes do not touch it. */
            set_template_version: components["schemas"]["Version"];
            /** @description When its first job started; null before. */
            started_at: components["schemas"]["Timestamp"] | null;
            /** @description `queued` until the first job starts, `running` until the last one ends; then `succeeded` if all rows did, else `cancelled` if that was asked of the run or, with no row failed, of single rows, else `failed`. */
            state: components["schemas"]["State"];
            /** @description The theme. */
            theme: components["schemas"]["Line"];
        };
        /**
         * SetRunDetail
         * @description A set run with the state of each row.
         */
        SetRunDetail: {
            /** @description The album that it fills; 404 once someone deleted it. */
            album_id: components["schemas"]["Id"];
            /** @description Rows by state. */
            counts: components["schemas"]["StateCounts"];
            /** @description When it was asked for. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who started it; null once that user is gone. */
            created_by: components["schemas"]["Id"] | null;
            /** @description When it will probably be done, counted from now; null when it is finished or nothing is known yet. */
            estimate: components["schemas"]["Estimate"] | null;
            /** @description When its last row came to a final state; null before. */
            finished_at: components["schemas"]["Timestamp"] | null;
            /** @description The set run. */
            id: components["schemas"]["Id"];
            /** @description Which part of the work is done. */
            progress: components["schemas"]["Progress"];
            /** @description How many rows it has. */
            row_count: number;
            /** @description The rows, in their order. */
            rows: components["schemas"]["SetRunRow"][];
            /** @description The seed of the first row. */
            seed: components["schemas"]["Seed"];
            /** @description The set template. */
            set_template_id: components["schemas"]["Id"];
            /** @description The version that it pinned; later changes do not touch it. */
            set_template_version: components["schemas"]["Version"];
            /** @description When its first job started; null before. */
            started_at: components["schemas"]["Timestamp"] | null;
            /** @description `queued` until the first job starts, `running` until the last one ends; then `succeeded` if all rows did, else `cancelled` if that was asked of the run or, with no row failed, of single rows, else `failed`. */
            state: components["schemas"]["State"];
            /** @description The theme. */
            theme: components["schemas"]["Line"];
        };
        /**
         * SetRunPage
         * @description One page of set runs, newest first.
         */
        SetRunPage: {
            /** @description The set runs. */
            items: components["schemas"]["SetRun"][];
            /** @description Where the next page begins; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * SetRunRequest
         * @description What to run a set with; what is absent is as the set template says.
         */
        SetRunRequest: {
            /**
             * @description Adapters to draw with, each once; one that is not known is refused (422 `unknown_adapter`).
             * @default []
             */
            adapters?: components["schemas"]["AdapterUse"][];
            /** @description The name of the album; absent: made from the set template's name and the theme. */
            album_name?: components["schemas"]["Name"];
            /** @description How closely to follow the prompt. */
            guidance_scale?: components["schemas"]["GuidanceScale"];
            /** @description Height in pixels. */
            height?: components["schemas"]["Side"];
            /** @description What not to draw. */
            negative_prompt?: components["schemas"]["Prompt"];
            /**
             * @description Which goes first.
             * @default 0
             */
            priority?: components["schemas"]["Priority"];
            /** @description The seed of the first row, the others count up; made up where absent. */
            seed?: components["schemas"]["Seed"];
            /** @description How many steps. */
            steps?: components["schemas"]["Steps"];
            /** @description The theme; may be empty. */
            theme: components["schemas"]["Line"];
            /** @description Width in pixels. */
            width?: components["schemas"]["Side"];
        };
        /**
         * SetRunRow
         * @description A row of a set run and what became of it.
         */
        SetRunRow: {
            /** @description Why it failed; null where it has not. */
            error: components["schemas"]["JobError"] | null;
            /** @description The image that it made; null where there is none or the caller may not see it. */
            image_id: components["schemas"]["Id"] | null;
            /** @description Its job. */
            job_id: components["schemas"]["Id"];
            /** @description Its place in the set. */
            position: components["schemas"]["Position"];
            /** @description The state of its job. */
            state: components["schemas"]["State"];
        };
        /**
         * SetTemplate
         * @description A table of prompts that makes a whole set of pictures, without its rows.
         */
        SetTemplate: {
            /** @description When it was archived; null while it is not. */
            archived_at: components["schemas"]["Timestamp"] | null;
            /** @description What all pictures share: `{base_prompt}`. */
            base_prompt: components["schemas"]["Prompt"];
            /** @description The columns of its rows, in their order. */
            columns: components["schemas"]["ColumnName"][];
            /** @description When it was made. */
            created_at: components["schemas"]["Timestamp"];
            /** @description The user who made it; null once that user is gone. */
            created_by: components["schemas"]["Id"] | null;
            /** @description What it is about; may be empty. */
            description: components["schemas"]["Text"];
            /** @description A theme to show what it is like; previews take it. */
            example_theme: components["schemas"]["Line"];
            /** @description How closely to follow the prompt. */
            guidance_scale: components["schemas"]["GuidanceScale"];
            /** @description Height in pixels. */
            height: components["schemas"]["Side"];
            /** @description The set template. */
            id: components["schemas"]["Id"];
            /** @description Its name. */
            name: components["schemas"]["Name"];
            /** @description What not to draw. */
            negative_prompt: components["schemas"]["Prompt"];
            /** @description How a prompt is put together: `{base_prompt}`, `{theme}`, `{row}`, `{style_suffix}` and `{column}` for any column; `{row}` is the row's `prompt` column, or all its texts joined by commas. Empty parts go with their comma. */
            prompt_template: components["schemas"]["Prompt"];
            /** @description How many rows it has, and so how many pictures a run makes. */
            row_count: number;
            /** @description How many steps. */
            steps: components["schemas"]["Steps"];
            /** @description The manner of all pictures: `{style_suffix}`. */
            style_suffix: components["schemas"]["Prompt"];
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /** @description The current version; each change of what it makes adds one. */
            version: components["schemas"]["Version"];
            /** @description Who may see it. */
            visibility: components["schemas"]["Visibility"];
            /** @description Width in pixels. */
            width: components["schemas"]["Side"];
        };
        /**
         * SetTemplateCreate
         * @description A set template to make; its rows as JSON or as CSV, not both.
         */
        SetTemplateCreate: {
            /**
             * @description What all pictures share: `{base_prompt}`.
             * @default
             */
            base_prompt?: components["schemas"]["Prompt"];
            /**
             * @description What it is about; may be empty.
             * @default
             */
            description?: components["schemas"]["Text"];
            /**
             * @description A theme to show what it is like; previews take it.
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
            /** @description Its name. */
            name: components["schemas"]["Name"];
            /**
             * @description What not to draw.
             * @default
             */
            negative_prompt?: components["schemas"]["Prompt"];
            /**
             * @description How a prompt is put together: `{base_prompt}`, `{theme}`, `{row}`, `{style_suffix}` and `{column}` for any column; `{row}` is the row's `prompt` column, or all its texts joined by commas. Empty parts go with their comma.
             * @default {base_prompt}, {theme}, {row}, {style_suffix}
             */
            prompt_template?: components["schemas"]["Prompt"];
            /** @description The rows; all names of columns that occur make the columns, in the order of their first appearance. */
            rows?: components["schemas"]["SetRowValues"][];
            /** @description The rows as CSV; given beside `rows` it is refused (422 `rows_given_twice`). */
            rows_csv?: components["schemas"]["SetRowsCsv"];
            /**
             * @description How many steps.
             * @default 20
             */
            steps?: components["schemas"]["Steps"];
            /**
             * @description The manner of all pictures: `{style_suffix}`.
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
            /** @description Where the next page begins; null on the last page. */
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
        };
        /**
         * SetTemplateRowsReplace
         * @description Rows to take the place of all present ones.
         */
        SetTemplateRowsReplace: {
            /** @description The rows, in their order; all names of columns that occur make the columns, in the order of their first appearance. */
            rows: components["schemas"]["SetRowValues"][];
        };
        /**
         * SetTemplateUpdate
         * @description What to change of a set template; what is absent stays.
         */
        SetTemplateUpdate: {
            /** @description What all pictures share: `{base_prompt}`. */
            base_prompt?: components["schemas"]["Prompt"];
            /** @description What it is about; may be empty. */
            description?: components["schemas"]["Text"];
            /** @description A theme to show what it is like; previews take it. */
            example_theme?: components["schemas"]["Line"];
            /** @description How closely to follow the prompt. */
            guidance_scale?: components["schemas"]["GuidanceScale"];
            /** @description Height in pixels. */
            height?: components["schemas"]["Side"];
            /** @description Its name. */
            name?: components["schemas"]["Name"];
            /** @description What not to draw. */
            negative_prompt?: components["schemas"]["Prompt"];
            /** @description How a prompt is put together: `{base_prompt}`, `{theme}`, `{row}`, `{style_suffix}` and `{column}` for any column; `{row}` is the row's `prompt` column, or all its texts joined by commas. Empty parts go with their comma. */
            prompt_template?: components["schemas"]["Prompt"];
            /** @description How many steps. */
            steps?: components["schemas"]["Steps"];
            /** @description The manner of all pictures: `{style_suffix}`. */
            style_suffix?: components["schemas"]["Prompt"];
            /** @description Who may see it. */
            visibility?: components["schemas"]["Visibility"];
            /** @description Width in pixels. */
            width?: components["schemas"]["Side"];
        };
        /**
         * ShortTitle
         * @description A short title: one line, may be empty.
         */
        ShortTitle: string;
        /**
         * Side
         * @description Width or height of a picture to make, in pixels; a multiple of 8.
         */
        Side: number;
        /**
         * SignInRequest
         * @description How to sign in; `method` says which shape it has.
         */
        SignInRequest: components["schemas"]["PasswordSignIn"] | components["schemas"]["LinkSignIn"];
        /**
         * State
         * @description Where a job or a set run stands; `succeeded`, `failed` and `cancelled` are final until it is retried.
         * @enum {string}
         */
        State: "queued" | "running" | "succeeded" | "failed" | "cancelled";
        /**
         * StateCounts
         * @description How many there are in each state.
         */
        StateCounts: {
            /** @description Stopped because someone asked. */
            cancelled: components["schemas"]["Count"];
            /** @description Given up. */
            failed: components["schemas"]["Count"];
            /** @description Waiting for a worker. */
            queued: components["schemas"]["Count"];
            /** @description In a worker's hands. */
            running: components["schemas"]["Count"];
            /** @description Done. */
            succeeded: components["schemas"]["Count"];
        };
        /**
         * Stats
         * @description How much the whole studio holds: numbers alone, of everyone's things together.
         */
        Stats: {
            /** @description Albums by visibility. */
            albums: components["schemas"]["VisibilityCounts"];
            /** @description Stored files, each counted once however many images share it. */
            blob_count: components["schemas"]["Count"];
            /** @description Images by source, those in the trash left out. */
            images: components["schemas"]["ImageSourceCounts"];
            /** @description Jobs by state. */
            jobs: components["schemas"]["StateCounts"];
            /** @description Set templates that are not archived. */
            set_templates: components["schemas"]["Count"];
            /** @description Bytes that stored files take. */
            storage_bytes: components["schemas"]["Count"];
            /** @description Users who may sign in. */
            users: components["schemas"]["Count"];
        };
        /**
         * Steps
         * @description How many steps (or passes) an engine takes for one picture.
         */
        Steps: number;
        /**
         * StudioEvent
         * @description Something that happened; `kind` says what, and which shape it has. There will be more kinds: pass over those that you do not know.
         */
        StudioEvent: components["schemas"]["ReadyEvent"] | components["schemas"]["GapEvent"] | components["schemas"]["JobQueuedEvent"] | components["schemas"]["JobRunningEvent"] | components["schemas"]["JobSucceededEvent"] | components["schemas"]["JobFailedEvent"] | components["schemas"]["JobCancelRequestedEvent"] | components["schemas"]["JobCancelledEvent"] | components["schemas"]["JobUpdatedEvent"] | components["schemas"]["QueuePausedEvent"] | components["schemas"]["QueueResumedEvent"] | components["schemas"]["AlbumCreatedEvent"] | components["schemas"]["AlbumChangedEvent"] | components["schemas"]["AlbumDeletedEvent"] | components["schemas"]["ImageAddedEvent"] | components["schemas"]["ImageChangedEvent"] | components["schemas"]["ImageRemovedEvent"] | components["schemas"]["BugReportsPurgedEvent"] | components["schemas"]["ImportChangedEvent"] | components["schemas"]["TrainingRunCreatedEvent"] | components["schemas"]["TrainingRunAdvancedEvent"] | components["schemas"]["TrainingRunDeletedEvent"] | components["schemas"]["AdapterAddedEvent"] | components["schemas"]["AdapterChangedEvent"] | components["schemas"]["AdapterDeletedEvent"];
        /**
         * Text
         * @description Text that may have several lines; of the control characters only tab, line feed and carriage return.
         */
        Text: string;
        /**
         * Timestamp
         * Format: date-time
         * @description A moment: RFC 3339, UTC.
         */
        Timestamp: string;
        /**
         * TokenName
         * @description What a token is for; one line, never empty.
         */
        TokenName: string;
        /**
         * TraceId
         * @description Names one request in answers, logs, jobs and bug reports.
         */
        TraceId: string;
        /**
         * TrainingArtifact
         * @description The adapter that a run made.
         */
        TrainingArtifact: {
            /** @description The adapter. */
            adapter_id: components["schemas"]["Id"];
            /** @description Its bytes. */
            digest: components["schemas"]["Digest"];
            /** @description Its format. */
            format: components["schemas"]["Word"];
            /** @description How many bytes it has. */
            size_bytes: components["schemas"]["Count"];
        };
        /**
         * TrainingCheck
         * @description Whether data is ready to be learned from, and if not, why.
         */
        TrainingCheck: {
            /** @description What would be learned from. */
            dataset: components["schemas"]["TrainingDataset"];
            /** @description What is missing, and how to mend it; the fatal ones first. */
            findings: components["schemas"]["TrainingFinding"][];
            /** @description Every setting, those that were absent with their defaults. */
            parameters: components["schemas"]["TrainingParameters"];
            /** @description Whether createTrainingRun would take it. */
            ready: boolean;
        };
        /**
         * TrainingDataset
         * @description The pictures and captions that a run learns from, pinned when it was asked for.
         */
        TrainingDataset: {
            /** @description How many of them have words to learn by. */
            captioned_count: components["schemas"]["Count"];
            /** @description SHA-256 of the snapshot: which pictures, with which captions, and which of them are held out. */
            digest: components["schemas"]["Digest"];
            /** @description How many of them are only measured on. */
            held_out_count: components["schemas"]["Count"];
            /** @description How many pictures. */
            image_count: components["schemas"]["Count"];
        };
        /**
         * TrainingFinding
         * @description Something that stands in the way of training, or would make it worse.
         */
        TrainingFinding: {
            /** @description A stable word. */
            code: components["schemas"]["Word"];
            /** @description Whether training is refused for it; else it is advice. */
            fatal: boolean;
            /** @description How to mend it; may be empty. */
            hint: components["schemas"]["Line"];
            /** @description What is missing. */
            message: components["schemas"]["Line"];
        };
        /**
         * TrainingLog
         * @description Whole lines of a training run's log, and where they lie in it.
         */
        TrainingLog: {
            /** @description The byte at which to go on: that of the first line not given. */
            next_offset: number;
            /** @description The byte at which they begin. */
            offset: number;
            /** @description How many bytes the log has now. */
            size_bytes: number;
            /** @description The lines, each with its end. */
            text: string;
        };
        /**
         * TrainingLoss
         * @description How well it learns: the less, the better; null until it was measured.
         */
        TrainingLoss: {
            /** @description The least loss on the pictures held out. */
            best_held_out: number | null;
            /** @description The least training loss. */
            best_train: number | null;
            /** @description The first loss on the pictures held out. */
            first_held_out: number | null;
            /** @description The loss on the pictures held out that was measured last. */
            held_out: number | null;
            /** @description The training loss that was measured last. */
            train: number | null;
        };
        /**
         * TrainingMetric
         * @description A measurement of a training run.
         */
        TrainingMetric: {
            /** @description What was measured: `train_loss`, `held_out_loss`, and what else the engine tells. */
            name: string;
            /** @description After which step. */
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
            /** @description The `since_step` that leads on; null where there are no more yet. */
            next_since_step: number | null;
        };
        /**
         * TrainingParameter
         * @description A setting of an engine's training.
         */
        TrainingParameter: {
            /** @description The words that it may be; empty where any will do. */
            choices: string[];
            /** @description What it is where nothing is said; its type is that of every value. */
            default: components["schemas"]["TrainingValue"];
            /** @description What it means. */
            description: components["schemas"]["Line"];
            /** @description The greatest number; null for what is no number. */
            maximum: number | null;
            /** @description The least number; null for what is no number. */
            minimum: number | null;
            /** @description Its name. */
            name: string;
        };
        /**
         * TrainingParameters
         * @description An engine's settings for training, by name; getServer tells which it has.
         */
        TrainingParameters: {
            [key: string]: components["schemas"]["TrainingValue"];
        };
        /**
         * TrainingRunAdvancedEvent
         * @description A training run has got further: a hundredth of it, a checkpoint, or a sample.
         */
        TrainingRunAdvancedEvent: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description A training run got further. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "training_run.advanced";
            /** @description The step that is done. */
            step: number;
            /** @description How many steps there are. */
            steps: number;
            /** @description The training run. */
            training_run_id: components["schemas"]["Id"];
        };
        /**
         * TrainingRunCreate
         * @description What to learn from, and how.
         */
        TrainingRunCreate: {
            /** @description The albums whose pictures to learn from; the same bytes are learned from once. */
            album_ids: components["schemas"]["Id"][];
            /** @description The model to learn for; absent: the engine's own. */
            base?: components["schemas"]["Line"];
            /**
             * @description The engine that learns, as getServer names it.
             * @default press
             */
            engine?: components["schemas"]["Word"];
            /**
             * @description Which part of the pictures is never learned from, to measure on; at least one picture unless it is 0.
             * @default 0.2
             */
            held_out_share?: number;
            /** @description What the run is called, and the adapter that it makes. */
            name: components["schemas"]["Name"];
            /**
             * @description The engine's settings; those that are absent have its defaults.
             * @default {}
             */
            parameters?: components["schemas"]["TrainingParameters"];
            /**
             * @description Which goes first.
             * @default 0
             */
            priority?: components["schemas"]["Priority"];
            /** @description Where randomness starts; made up where absent. The same seed and pictures make the same adapter. */
            seed?: components["schemas"]["Seed"];
        };
        /**
         * TrainingRunCreatedEvent
         * @description Somebody asked for a training run; what becomes of it is told by the events of its job.
         */
        TrainingRunCreatedEvent: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /** @description Its job. */
            job_id: components["schemas"]["Id"];
            /**
             * @description A training run is asked for. (enum property replaced by openapi-typescript)
             * @enum {string}
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
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            id: components["schemas"]["EventNumber"];
            /**
             * @description A training run is gone. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "training_run.deleted";
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
            /** @description Where the next page begins; null on the last one. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * TrainingSample
         * @description A picture that shows how far a run is.
         */
        TrainingSample: {
            /** @description When it was made. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Its height. */
            height: components["schemas"]["Pixels"];
            /** @description After which step it was made. */
            step: number;
            /** @description Where its PNG is. */
            url: components["schemas"]["ApiPath"];
            /** @description Its width. */
            width: components["schemas"]["Pixels"];
        };
        /**
         * TrainingStatus
         * @description A training run: what it learns from, where it stands, how well it learns, what came of it.
         */
        TrainingStatus: {
            /** @description The albums that it learns from, but for those that the caller may not see. */
            album_ids: components["schemas"]["Id"][];
            /** @description The adapter that it made; null before, or once that is deleted. */
            artifact: components["schemas"]["TrainingArtifact"] | null;
            /** @description Which attempt this is; 0 before the first. */
            attempt: number;
            /** @description The model that it learns for; null for the engine's own. */
            base: components["schemas"]["Line"] | null;
            /** @description Whether someone asked to stop it. */
            cancel_requested: boolean;
            /** @description When that was saved; null where nothing was. */
            checkpoint_at: components["schemas"]["Timestamp"] | null;
            /** @description The step from which it would go on after a crash; null: from the start. */
            checkpoint_step: number | null;
            /** @description When it was asked for. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Who asked for it; null once that user is gone. */
            created_by: components["schemas"]["Id"] | null;
            /** @description What it learns from. */
            dataset: components["schemas"]["TrainingDataset"];
            /** @description How long the present or last attempt took so far; null before the first. */
            elapsed_seconds: number | null;
            /** @description The engine that learns. */
            engine: components["schemas"]["Word"];
            /** @description Why it failed, or why its last attempt did; null where none has. */
            error: components["schemas"]["JobError"] | null;
            /** @description When it will probably be done, counted from now; null unless it runs. */
            estimate_seconds: number | null;
            /** @description When it came to its final state; null before. */
            finished_at: components["schemas"]["Timestamp"] | null;
            /** @description The training run. */
            id: components["schemas"]["Id"];
            /** @description The job that does it. */
            job_id: components["schemas"]["Id"];
            /** @description How well it learns. */
            loss: components["schemas"]["TrainingLoss"];
            /** @description What it is called. */
            name: components["schemas"]["Name"];
            /** @description Every setting; hidden (null) from all but its owner and editors. */
            parameters: components["schemas"]["TrainingParameters"] | null;
            /** @description How much is done. */
            progress: components["schemas"]["Progress"];
            /** @description The newest samples, by step; empty for all but its owner and admins. */
            samples: components["schemas"]["TrainingSample"][];
            /** @description Where its randomness starts. */
            seed: components["schemas"]["Seed"];
            /** @description When its present attempt began; null before the first. */
            started_at: components["schemas"]["Timestamp"] | null;
            /** @description Where it stands: the state of its job. */
            state: components["schemas"]["State"];
            /** @description The step that is done. */
            step: number;
            /** @description How many steps there are. */
            steps: number;
            /** @description How fast it is now; null unless it runs. */
            steps_per_second: number | null;
            /** @description The trace id of the request that asked for it. */
            trace_id: components["schemas"]["TraceId"] | null;
        };
        /**
         * TrainingValue
         * @description A number, a word, or yes or no.
         */
        TrainingValue: string | number | boolean;
        /**
         * User
         * @description Someone who may sign in.
         */
        User: {
            /** @description When it was made. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Since when the user may not sign in; null while they may. */
            disabled_at: components["schemas"]["Timestamp"] | null;
            /** @description Whether there is a password; without one only a one-time link signs in. */
            has_password: boolean;
            /** @description The user. */
            id: components["schemas"]["Id"];
            /** @description The name to sign in with. */
            name: components["schemas"]["UserName"];
            /** @description What the user may do. */
            role: components["schemas"]["Role"];
            /** @description When it was last changed. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * UserCreate
         * @description A user to make.
         */
        UserCreate: {
            /** @description The name to sign in with. */
            name: components["schemas"]["UserName"];
            /** @description The password; absent: the user signs in by a one-time link that the operator makes. */
            password?: components["schemas"]["Password"];
            /** @description What the user may do. */
            role: components["schemas"]["Role"];
        };
        /**
         * UserName
         * @description The name that a user signs in with; upper and lower case are told apart.
         */
        UserName: string;
        /**
         * UserPage
         * @description One page of users, newest first.
         */
        UserPage: {
            /** @description The users. */
            items: components["schemas"]["User"][];
            /** @description Where the next page begins; null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /**
         * UserUpdate
         * @description What to change of a user; what is absent stays.
         */
        UserUpdate: {
            /** @description Whether the user may not sign in. */
            disabled?: boolean;
            /** @description A new password. */
            password?: components["schemas"]["Password"];
            /** @description What the user may do. */
            role?: components["schemas"]["Role"];
        };
        /**
         * Version
         * @description The number of a set template's version; the first is 1, each change adds one.
         */
        Version: number;
        /**
         * Visibility
         * @description Who may see a thing: `private` its owner and admins, `shared` everyone signed in, `public` anyone.
         * @enum {string}
         */
        Visibility: "private" | "shared" | "public";
        /**
         * VisibilityCounts
         * @description How many there are of each visibility.
         */
        VisibilityCounts: {
            /** @description Seen by owner and admins. */
            private: components["schemas"]["Count"];
            /** @description Seen by anyone. */
            public: components["schemas"]["Count"];
            /** @description Seen by everyone signed in. */
            shared: components["schemas"]["Count"];
        };
        /**
         * Word
         * @description A stable word of snake_case that programs may compare.
         */
        Word: string;
        /**
         * Worker
         * @description A process that does jobs.
         */
        Worker: {
            /** @description What its engines calculate on, where they can choose: `cpu`, `cuda:0`. */
            device: string;
            /** @description The engines that it has. */
            engines: components["schemas"]["Word"][];
            /** @description When it was last heard of. */
            heartbeat_at: components["schemas"]["Timestamp"];
            /** @description The machine that it runs on. */
            host: string;
            /** @description The worker. */
            id: string;
            /** @description The job in hand; null while it is idle. */
            job_id: components["schemas"]["Id"] | null;
            /** @description Its process id. */
            pid: number;
            /** @description When it started. */
            started_at: components["schemas"]["Timestamp"];
            /** @description What it is about. */
            state: components["schemas"]["WorkerState"];
        };
        /**
         * Workers
         * @description The workers that were heard of lately.
         */
        Workers: {
            /** @description The workers, longest started first. */
            items: components["schemas"]["Worker"][];
        };
        /**
         * WorkerState
         * @description `idle` waits for a job, `busy` has one, `stopping` finishes or gives back the one it has and takes no other.
         * @enum {string}
         */
        WorkerState: "idle" | "busy" | "stopping";
    };
    responses: {
        /** @description The request does not fit the contract: a parameter or the body breaks its schema, or is not known. */
        BadRequest: {
            headers: {
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The state of things does not allow it; the code says why. */
        Conflict: {
            headers: {
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than the server takes; see `limits` of getServer. */
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
        /** @description A fault of the server; the trace id leads to it. */
        InternalError: {
            headers: {
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description None of the media types in `Accept` is offered here. */
        NotAcceptable: {
            headers: {
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing, or the caller may not see it. */
        NotFound: {
            headers: {
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `If-Match` names another version than the present one. */
        PreconditionFailed: {
            headers: {
                "X-Trace-Id": components["headers"]["X-Trace-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The bytes do not reach as far as the range asked for. */
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
        /** @description Too many tries; wait. */
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
        /** @description No credentials, or wrong ones. */
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
        /** @description The server cannot do it now: it is starting, stopping, or its database is away. */
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
        /** @description The body has a media type that this operation does not take. */
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
        /** @description The `next_cursor` of the previous page; absent for the first page. */
        Cursor: components["schemas"]["Cursor"];
        /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Keys are kept for a day. */
        IdempotencyKey: string;
        /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. */
        IfMatch: string;
        /** @description Send the content only if none of these is its `ETag`; otherwise 304. */
        IfNoneMatch: string;
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
        /** @description Only items whose name or text contains this; case is ignored. */
        Query: string;
        /** @description The bytes to send: one range, as in `bytes=0-1023`. An invalid value is ignored and all bytes are sent; a range beyond the end gives 416. */
        Range: string;
        /** @description The set run. */
        SetRunId: components["schemas"]["Id"];
        /** @description The set template. */
        SetTemplateId: components["schemas"]["Id"];
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
    };
    requestBodies: never;
    headers: {
        /** @description Byte ranges may be requested. */
        "Accept-Ranges": string;
        /** @description How long the content may be cached: forever, since it never changes; `public` only for public images. */
        "Cache-Control": string;
        /** @description `inline` for images, `attachment` for exports, with a file name made from the id. */
        "Content-Disposition": string;
        /** @description The range of the bytes, and the size of the file. */
        "Content-Range": string;
        /** @description The version of the resource, a strong tag for `If-Match` and `If-None-Match`. */
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
export type AdapterChangedEvent = components['schemas']['AdapterChangedEvent'];
export type AdapterDeletedEvent = components['schemas']['AdapterDeletedEvent'];
export type AdapterMetrics = components['schemas']['AdapterMetrics'];
export type AdapterPage = components['schemas']['AdapterPage'];
export type AdapterProvenance = components['schemas']['AdapterProvenance'];
export type AdapterSource = components['schemas']['AdapterSource'];
export type AdapterUpdate = components['schemas']['AdapterUpdate'];
export type AdapterUse = components['schemas']['AdapterUse'];
export type AdapterWeight = components['schemas']['AdapterWeight'];
export type Album = components['schemas']['Album'];
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
export type BugReportClientMeta = components['schemas']['BugReportClientMeta'];
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
export type ColumnName = components['schemas']['ColumnName'];
export type Count = components['schemas']['Count'];
export type Cursor = components['schemas']['Cursor'];
export type Digest = components['schemas']['Digest'];
export type EngineCapabilities = components['schemas']['EngineCapabilities'];
export type EngineInfo = components['schemas']['EngineInfo'];
export type Estimate = components['schemas']['Estimate'];
export type EventId = components['schemas']['EventId'];
export type EventMessage = components['schemas']['EventMessage'];
export type EventNumber = components['schemas']['EventNumber'];
export type GapEvent = components['schemas']['GapEvent'];
export type GenerateRequest = components['schemas']['GenerateRequest'];
export type GuidanceScale = components['schemas']['GuidanceScale'];
export type Health = components['schemas']['Health'];
export type HealthCheck = components['schemas']['HealthCheck'];
export type HealthStatus = components['schemas']['HealthStatus'];
export type Id = components['schemas']['Id'];
export type Image = components['schemas']['Image'];
export type ImageAddedEvent = components['schemas']['ImageAddedEvent'];
export type ImageBytes = components['schemas']['ImageBytes'];
export type ImageChangedEvent = components['schemas']['ImageChangedEvent'];
export type ImageDetail = components['schemas']['ImageDetail'];
export type ImageMediaType = components['schemas']['ImageMediaType'];
export type ImagePage = components['schemas']['ImagePage'];
export type ImageRemovedEvent = components['schemas']['ImageRemovedEvent'];
export type ImageSource = components['schemas']['ImageSource'];
export type ImageSourceCounts = components['schemas']['ImageSourceCounts'];
export type ImageUpdate = components['schemas']['ImageUpdate'];
export type ImageUpload = components['schemas']['ImageUpload'];
export type Import = components['schemas']['Import'];
export type ImportApply = components['schemas']['ImportApply'];
export type ImportChangedEvent = components['schemas']['ImportChangedEvent'];
export type ImportCounts = components['schemas']['ImportCounts'];
export type ImportCreate = components['schemas']['ImportCreate'];
export type ImportDiscrepancies = components['schemas']['ImportDiscrepancies'];
export type ImportFailure = components['schemas']['ImportFailure'];
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
export type JobCancelledEvent = components['schemas']['JobCancelledEvent'];
export type JobCancelRequestedEvent = components['schemas']['JobCancelRequestedEvent'];
export type JobCaptions = components['schemas']['JobCaptions'];
export type JobCaptionsSkipped = components['schemas']['JobCaptionsSkipped'];
export type JobError = components['schemas']['JobError'];
export type JobFailedEvent = components['schemas']['JobFailedEvent'];
export type JobKind = components['schemas']['JobKind'];
export type JobLinks = components['schemas']['JobLinks'];
export type JobQueuedEvent = components['schemas']['JobQueuedEvent'];
export type JobRequest = components['schemas']['JobRequest'];
export type JobRunningEvent = components['schemas']['JobRunningEvent'];
export type JobsResponse = components['schemas']['JobsResponse'];
export type JobSucceededEvent = components['schemas']['JobSucceededEvent'];
export type JobUpdate = components['schemas']['JobUpdate'];
export type JobUpdatedEvent = components['schemas']['JobUpdatedEvent'];
export type JsonObject = components['schemas']['JsonObject'];
export type JsonValue = components['schemas']['JsonValue'];
export type Label = components['schemas']['Label'];
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
export type Name = components['schemas']['Name'];
export type Password = components['schemas']['Password'];
export type PasswordSignIn = components['schemas']['PasswordSignIn'];
export type Pixels = components['schemas']['Pixels'];
export type Position = components['schemas']['Position'];
export type PreviewProblem = components['schemas']['PreviewProblem'];
export type PreviewPrompt = components['schemas']['PreviewPrompt'];
export type Priority = components['schemas']['Priority'];
export type Problem = components['schemas']['Problem'];
export type ProblemError = components['schemas']['ProblemError'];
export type Progress = components['schemas']['Progress'];
export type Prompt = components['schemas']['Prompt'];
export type Provenance = components['schemas']['Provenance'];
export type ProvenanceParameters = components['schemas']['ProvenanceParameters'];
export type ProvenanceValue = components['schemas']['ProvenanceValue'];
export type PurgedBugReport = components['schemas']['PurgedBugReport'];
export type Queue = components['schemas']['Queue'];
export type QueueJob = components['schemas']['QueueJob'];
export type QueuePausedEvent = components['schemas']['QueuePausedEvent'];
export type QueueResumedEvent = components['schemas']['QueueResumedEvent'];
export type QueueUpdate = components['schemas']['QueueUpdate'];
export type ReadyEvent = components['schemas']['ReadyEvent'];
export type Reproduction = components['schemas']['Reproduction'];
export type Role = components['schemas']['Role'];
export type Seed = components['schemas']['Seed'];
export type Server = components['schemas']['Server'];
export type ServerLimits = components['schemas']['ServerLimits'];
export type SetPreview = components['schemas']['SetPreview'];
export type SetPreviewOverrides = components['schemas']['SetPreviewOverrides'];
export type SetPreviewRequest = components['schemas']['SetPreviewRequest'];
export type SetRow = components['schemas']['SetRow'];
export type SetRowsCsv = components['schemas']['SetRowsCsv'];
export type SetRowValues = components['schemas']['SetRowValues'];
export type SetRun = components['schemas']['SetRun'];
export type SetRunDetail = components['schemas']['SetRunDetail'];
export type SetRunPage = components['schemas']['SetRunPage'];
export type SetRunRequest = components['schemas']['SetRunRequest'];
export type SetRunRow = components['schemas']['SetRunRow'];
export type SetTemplate = components['schemas']['SetTemplate'];
export type SetTemplateCreate = components['schemas']['SetTemplateCreate'];
export type SetTemplatePage = components['schemas']['SetTemplatePage'];
export type SetTemplateRows = components['schemas']['SetTemplateRows'];
export type SetTemplateRowsReplace = components['schemas']['SetTemplateRowsReplace'];
export type SetTemplateUpdate = components['schemas']['SetTemplateUpdate'];
export type ShortTitle = components['schemas']['ShortTitle'];
export type Side = components['schemas']['Side'];
export type SignInRequest = components['schemas']['SignInRequest'];
export type State = components['schemas']['State'];
export type StateCounts = components['schemas']['StateCounts'];
export type Stats = components['schemas']['Stats'];
export type Steps = components['schemas']['Steps'];
export type StudioEvent = components['schemas']['StudioEvent'];
export type Text = components['schemas']['Text'];
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
export type TrainingRunPage = components['schemas']['TrainingRunPage'];
export type TrainingSample = components['schemas']['TrainingSample'];
export type TrainingStatus = components['schemas']['TrainingStatus'];
export type TrainingValue = components['schemas']['TrainingValue'];
export type User = components['schemas']['User'];
export type UserCreate = components['schemas']['UserCreate'];
export type UserName = components['schemas']['UserName'];
export type UserPage = components['schemas']['UserPage'];
export type UserUpdate = components['schemas']['UserUpdate'];
export type Version = components['schemas']['Version'];
export type Visibility = components['schemas']['Visibility'];
export type VisibilityCounts = components['schemas']['VisibilityCounts'];
export type Word = components['schemas']['Word'];
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
export type ResponsePreconditionFailed = components['responses']['PreconditionFailed'];
export type ResponseRangeNotSatisfiable = components['responses']['RangeNotSatisfiable'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseUnavailable = components['responses']['Unavailable'];
export type ResponseUnprocessable = components['responses']['Unprocessable'];
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType'];
export type ParameterAdapterId = components['parameters']['AdapterId'];
export type ParameterAlbumId = components['parameters']['AlbumId'];
export type ParameterBugReportId = components['parameters']['BugReportId'];
export type ParameterCursor = components['parameters']['Cursor'];
export type ParameterIdempotencyKey = components['parameters']['IdempotencyKey'];
export type ParameterIfMatch = components['parameters']['IfMatch'];
export type ParameterIfNoneMatch = components['parameters']['IfNoneMatch'];
export type ParameterImageId = components['parameters']['ImageId'];
export type ParameterImportId = components['parameters']['ImportId'];
export type ParameterJobId = components['parameters']['JobId'];
export type ParameterLabelId = components['parameters']['LabelId'];
export type ParameterLastEventId = components['parameters']['LastEventId'];
export type ParameterLimit = components['parameters']['Limit'];
export type ParameterQuery = components['parameters']['Query'];
export type ParameterRange = components['parameters']['Range'];
export type ParameterSetRunId = components['parameters']['SetRunId'];
export type ParameterSetTemplateId = components['parameters']['SetTemplateId'];
export type ParameterStateFilter = components['parameters']['StateFilter'];
export type ParameterTokenId = components['parameters']['TokenId'];
export type ParameterTraceId = components['parameters']['TraceId'];
export type ParameterTrainingRunId = components['parameters']['TrainingRunId'];
export type ParameterUserId = components['parameters']['UserId'];
export type ParameterVisibilityFilter = components['parameters']['VisibilityFilter'];
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
                /** @description Only items whose name or text contains this; case is ignored. */
                q?: components["parameters"]["Query"];
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
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAdapter: {
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
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
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. */
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
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. */
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
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
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
                /** @description Only items whose name or text contains this; case is ignored. */
                q?: components["parameters"]["Query"];
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
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Keys are kept for a day. */
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
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. */
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
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. */
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
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
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
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Keys are kept for a day. */
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
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
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
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
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
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Keys are kept for a day. */
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
                /** @description Only items whose name or text contains this; case is ignored. */
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
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Keys are kept for a day. */
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
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getBugReport: {
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
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. */
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
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. */
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
                /** @description Send the content only if none of these is its `ETag`; otherwise 304. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description The bytes to send: one range, as in `bytes=0-1023`. An invalid value is ignored and all bytes are sent; a range beyond the end gives 416. */
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
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
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
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
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
                /** @description Only images of this album. */
                album_id?: components["schemas"]["Id"];
                /** @description The `next_cursor` of the previous page; absent for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only images with a label with exactly this text; case is ignored. */
                label?: string;
                /** @description The maximum number of items on the page. */
                limit?: components["parameters"]["Limit"];
                /** @description Only images that are, or are not, marked as not safe for work. */
                nsfw?: boolean;
                /** @description Only items whose name or text contains this; case is ignored. */
                q?: components["parameters"]["Query"];
                /** @description Only images of one of these sources; repeat the parameter for several. */
                source?: components["schemas"]["ImageSource"][];
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
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Keys are kept for a day. */
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
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. */
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
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. */
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
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getImageFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Send the content only if none of these is its `ETag`; otherwise 304. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description The bytes to send: one range, as in `bytes=0-1023`. An invalid value is ignored and all bytes are sent; a range beyond the end gives 416. */
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
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Keys are kept for a day. */
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
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reproduceImage: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Keys are kept for a day. */
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
            query?: never;
            header?: {
                /** @description Send the content only if none of these is its `ETag`; otherwise 304. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description The bytes to send: one range, as in `bytes=0-1023`. An invalid value is ignored and all bytes are sent; a range beyond the end gives 416. */
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
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Keys are kept for a day. */
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
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
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
                /** @description The `next_cursor` of the previous page; absent for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only jobs of this kind. */
                kind?: components["schemas"]["JobKind"];
                /** @description The maximum number of items on the page. */
                limit?: components["parameters"]["Limit"];
                /** @description Only jobs of this set run. */
                set_run_id?: components["schemas"]["Id"];
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
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Keys are kept for a day. */
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
            403: components["responses"]["Forbidden"];
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
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
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
    deleteLabel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. */
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
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. */
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
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
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
            403: components["responses"]["Forbidden"];
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
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
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
            403: components["responses"]["Forbidden"];
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
            403: components["responses"]["Forbidden"];
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
                /** @description Only items whose name or text contains this; case is ignored. */
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
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSetTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Keys are kept for a day. */
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
    deleteSetTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. */
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
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. */
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
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSetTemplateRows: {
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
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
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. */
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
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Keys are kept for a day. */
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
            409: components["responses"]["Conflict"];
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
            403: components["responses"]["Forbidden"];
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
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createTrainingRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that the caller chooses for this request. The same key with the same body returns the same response again and creates nothing; with another body it is refused (422 `idempotency_key_reused`). Keys are kept for a day. */
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
            403: components["responses"]["Forbidden"];
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
            403: components["responses"]["Forbidden"];
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
    getTrainingSample: {
        parameters: {
            query?: never;
            header?: {
                /** @description Send the content only if none of these is its `ETag`; otherwise 304. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description The bytes to send: one range, as in `bytes=0-1023`. An invalid value is ignored and all bytes are sent; a range beyond the end gives 416. */
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
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
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
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Carry out the request only if one of these is the current `ETag` of the resource; otherwise 412. Strong tags, separated by commas, or `*` for any. */
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
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
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
}
type FlattenedDeepRequired<T> = {
    [K in keyof T]-?: FlattenedDeepRequired<T[K] extends unknown[] | undefined | null ? Extract<T[K], unknown[]>[number] : T[K]>;
};
type ReadonlyArray<T> = [
    Exclude<T, undefined>
] extends [
    unknown[]
] ? Readonly<Exclude<T, undefined>> : Readonly<Exclude<T, undefined>[]>;
export const adapterAddedEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["AdapterAddedEvent"]["kind"]> = ["adapter.added"];
export const adapterChangedEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["AdapterChangedEvent"]["kind"]> = ["adapter.changed"];
export const adapterDeletedEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["AdapterDeletedEvent"]["kind"]> = ["adapter.deleted"];
export const adapterSourceValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["AdapterSource"]> = ["trained", "registered"];
export const albumChangedEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["AlbumChangedEvent"]["kind"]> = ["album.changed"];
export const albumCreatedEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["AlbumCreatedEvent"]["kind"]> = ["album.created"];
export const albumDeletedEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["AlbumDeletedEvent"]["kind"]> = ["album.deleted"];
export const albumSourceValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["AlbumSource"]> = ["manual", "set_run", "import"];
export const authMethodValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["AuthMethod"]> = ["session", "token"];
export const bugReportsPurgedEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["BugReportsPurgedEvent"]["kind"]> = ["bug_reports.purged"];
export const bugReportStatusValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["BugReportStatus"]> = ["open", "in_progress", "resolved", "dismissed"];
export const captionRequestKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["CaptionRequest"]["kind"]> = ["caption"];
export const gapEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["GapEvent"]["kind"]> = ["gap"];
export const generateRequestKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["GenerateRequest"]["kind"]> = ["generate"];
export const healthStatusValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["HealthStatus"]> = ["ok", "degraded", "down"];
export const imageAddedEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImageAddedEvent"]["kind"]> = ["image.added"];
export const imageChangedEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImageChangedEvent"]["kind"]> = ["image.changed"];
export const imageMediaTypeValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImageMediaType"]> = ["image/png", "image/jpeg", "image/webp"];
export const imageRemovedEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImageRemovedEvent"]["kind"]> = ["image.removed"];
export const imageSourceValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImageSource"]> = ["generated", "uploaded", "imported"];
export const importChangedEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImportChangedEvent"]["kind"]> = ["import.changed"];
export const importItemStateValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImportItemState"]> = ["planned", "keeping", "applied", "failed", "undone", "kept"];
export const importKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImportKind"]> = ["media", "sets"];
export const importOutcomeValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImportOutcome"]> = ["new", "unchanged", "changed", "conflicting", "skipped"];
export const importPhaseValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImportPhase"]> = ["plan", "apply", "verify", "undo"];
export const importStateValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImportState"]> = ["queued", "running", "planned", "applied", "undone", "failed", "cancelled"];
export const importThingKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ImportThingKind"]> = ["album", "image", "set_template"];
export const jobCancelledEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["JobCancelledEvent"]["kind"]> = ["job.cancelled"];
export const jobCancelRequestedEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["JobCancelRequestedEvent"]["kind"]> = ["job.cancel_requested"];
export const jobFailedEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["JobFailedEvent"]["kind"]> = ["job.failed"];
export const jobKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["JobKind"]> = ["generate", "caption", "train"];
export const jobQueuedEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["JobQueuedEvent"]["kind"]> = ["job.queued"];
export const jobRunningEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["JobRunningEvent"]["kind"]> = ["job.running"];
export const jobSucceededEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["JobSucceededEvent"]["kind"]> = ["job.succeeded"];
export const jobUpdatedEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["JobUpdatedEvent"]["kind"]> = ["job.updated"];
export const labelKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["LabelKind"]> = ["caption", "tag"];
export const labelSourceValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["LabelSource"]> = ["manual", "engine"];
export const linkSignInMethodValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["LinkSignIn"]["method"]> = ["link"];
export const passwordSignInMethodValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["PasswordSignIn"]["method"]> = ["password"];
export const queuePausedEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["QueuePausedEvent"]["kind"]> = ["queue.paused"];
export const queueResumedEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["QueueResumedEvent"]["kind"]> = ["queue.resumed"];
export const readyEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["ReadyEvent"]["kind"]> = ["ready"];
export const roleValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["Role"]> = ["viewer", "editor", "admin"];
export const stateValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["State"]> = ["queued", "running", "succeeded", "failed", "cancelled"];
export const trainingRunAdvancedEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["TrainingRunAdvancedEvent"]["kind"]> = ["training_run.advanced"];
export const trainingRunCreatedEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["TrainingRunCreatedEvent"]["kind"]> = ["training_run.created"];
export const trainingRunDeletedEventKindValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["TrainingRunDeletedEvent"]["kind"]> = ["training_run.deleted"];
export const visibilityValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["Visibility"]> = ["private", "shared", "public"];
export const workerStateValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["WorkerState"]> = ["idle", "busy", "stopping"];
