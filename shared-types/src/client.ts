// A client with types for every path, parameter, body and response of the contract.
import createFetchClient, { type Client as FetchClient } from "openapi-fetch";
import { basePath, jsonBodies } from "./generated/bodies.js";
import type { paths, Problem } from "./generated/schema.js";

export interface ClientOptions {
  /** The URL of the API; by default that of the server that served the page. */
  baseUrl?: string;
  /** An API token, sent as a bearer token. */
  token?: string;
  /** Returns the `csrf_token` of getAuthStatus; called for each write with a session. */
  csrfToken?: () => string | null | undefined;
  /** Replaces the global fetch. */
  fetch?: (request: Request) => Promise<Response>;
}

export type Client = FetchClient<paths>;

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Return a client: `await client.GET("/albums/{album_id}", { params: { path: { album_id } } })`. */
export function createClient(options: ClientOptions = {}): Client {
  const { baseUrl = basePath, token, csrfToken, fetch } = options;
  const client = createFetchClient<paths>({
    baseUrl,
    bodySerializer: serialize,
    headers: { "Content-Type": null }, // set below, from the body or the contract
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

/** Serialize a body: as a form if it has a file, as CSV if it is a string, else as JSON. */
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

/** An error response. `problem` is its problem document, null if it has none. */
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
