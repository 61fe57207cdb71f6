// A client that knows every path, parameter, body and answer of the contract.
import createFetchClient, { type Client as FetchClient } from "openapi-fetch";
import { jsonBodies } from "./generated/bodies.js";
import type { paths, Problem } from "./generated/schema.js";

export interface ClientOptions {
  /** Where the API is; the default is the page's own server. */
  baseUrl?: string;
  /** An API token, sent as bearer. */
  token?: string;
  /** The `csrf_token` of getAuthStatus, asked for at each write of a session. */
  csrfToken?: () => string | null | undefined;
  /** Stands in for the global fetch. */
  fetch?: (request: Request) => Promise<Response>;
}

export type Client = FetchClient<paths>;

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Return a client: `await client.GET("/albums/{album_id}", { params: { path: { album_id } } })`. */
export function createClient(options: ClientOptions = {}): Client {
  const { baseUrl = "/api/v1", token, csrfToken, fetch } = options;
  const client = createFetchClient<paths>({
    baseUrl,
    bodySerializer: serialize,
    headers: { "Content-Type": null }, // the body says it, or the contract does, below
    ...(fetch && { fetch }),
  });
  client.use({
    onRequest({ request, schemaPath }) {
      if (request.headers.get("Content-Type")?.startsWith("text/plain")) {
        request.headers.set("Content-Type", jsonBodies[`${request.method} ${schemaPath}`] ?? "application/json");
      }
      const csrf = READS.has(request.method) ? undefined : csrfToken?.();
      if (csrf) request.headers.set("X-CSRF-Token", csrf);
      if (token) request.headers.set("Authorization", `Bearer ${token}`);
      return request;
    },
  });
  return client;
}

/** A body with a file in it is a form, a string is CSV, all else is JSON. */
function serialize(body: unknown): BodyInit {
  if (body instanceof FormData || body instanceof Blob) return body;
  if (typeof body === "string") return new Blob([body], { type: "text/csv" });
  const fields = Object.entries(body as object);
  if (!fields.some(([, value]) => value instanceof Blob)) return JSON.stringify(body);
  const form = new FormData();
  for (const [name, value] of fields) {
    if (value !== undefined) form.append(name, value instanceof Blob ? value : String(value));
  }
  return form;
}

/** An answer that is not a success. `problem` is what the server said, null where it was no problem document. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem | null;

  constructor(status: number, problem: Problem | null) {
    super(problem ? problem.detail || problem.title : `the server answered ${status}`);
    this.name = "ApiError";
    this.status = status;
    this.problem = problem;
  }
}

interface Result<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** Return the data of a call, or throw an ApiError: `const album = await orThrow(client.GET(…))`. */
export async function orThrow<Data>(call: Promise<Result<Data>>): Promise<Data> {
  const { data, error, response } = await call;
  if (response.ok) return data as Data;
  throw new ApiError(response.status, isProblem(error) ? error : null);
}

/** Whether an error of a call is a problem document. */
export function isProblem(error: unknown): error is Problem {
  return typeof error === "object" && error !== null && "code" in error && "trace_id" in error;
}
