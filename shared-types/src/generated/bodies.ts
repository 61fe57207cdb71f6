// Generated from spec/ by `python -m codegen`. DO NOT EDIT.
/** The path that all paths of the API start with. */
export const basePath = "/api/v1";

/** The media type of an operation's JSON body, if it is not application/json. */
export const jsonBodies: Record<string, string> = {
  "PATCH /adapters/{adapter_id}": "application/merge-patch+json",
  "PATCH /albums/{album_id}": "application/merge-patch+json",
  "PATCH /bug-reports/{bug_report_id}": "application/merge-patch+json",
  "PATCH /images/{image_id}": "application/merge-patch+json",
  "PATCH /jobs/{job_id}": "application/merge-patch+json",
  "PATCH /labels/{label_id}": "application/merge-patch+json",
  "PATCH /queue": "application/merge-patch+json",
  "PATCH /set-templates/{set_template_id}": "application/merge-patch+json",
  "PATCH /users/{user_id}": "application/merge-patch+json"
};
