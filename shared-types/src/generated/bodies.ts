// Generated from spec/ by `python -m codegen`. DO NOT EDIT.
/** The path that all paths of the API start with. */
export const basePath = "/api/v1";

/** The media type of an operation's JSON body, if it is not application/json. */
export const jsonBodies: Record<string, string> = {
  "PATCH /adapters/{adapter_id}": "application/merge-patch+json",
  "PATCH /albums/{album_id}": "application/merge-patch+json",
  "PATCH /bug-reports/{bug_report_id}": "application/merge-patch+json",
  "PATCH /images/{image_id}": "application/merge-patch+json",
  "PATCH /images/{image_id}/mark": "application/merge-patch+json",
  "PATCH /jobs/{job_id}": "application/merge-patch+json",
  "PATCH /labels/{label_id}": "application/merge-patch+json",
  "PATCH /queue": "application/merge-patch+json",
  "PATCH /set-templates/{set_template_id}": "application/merge-patch+json",
  "PATCH /settings": "application/merge-patch+json",
  "PATCH /users/{user_id}": "application/merge-patch+json",
  "PATCH /webhooks/{webhook_id}": "application/merge-patch+json"
};

/** The media type of an operation's text body. */
export const textBodies: Record<string, string> = {
  "PUT /set-templates/{set_template_id}/rows": "text/csv"
};

/** The operations whose body is a form, with a file or without. */
export const formBodies: Record<string, boolean> = {
  "POST /adapters": true,
  "POST /images": true,
  "PUT /adapters/{adapter_id}/preview": true
};

/** What separates the items of a query parameter that is not repeated for each of them. */
export const separators: Record<string, Record<string, string>> = {};
