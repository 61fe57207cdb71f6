// A client with types for every path, parameter, body and response of the contract.
import createFetchClient, { type Client as FetchClient } from "openapi-fetch";
import { basePath, formBodies, jsonBodies, separators, textBodies } from "./generated/bodies.js";
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
    async onRequest({ request: serialized, schemaPath }) {
      const request = await asDeclared(serialized, `${serialized.method} ${schemaPath}`);
      const csrf = READS.has(request.method) ? undefined : csrfToken?.();
      if (csrf) request.headers.set("X-CSRF-Token", csrf);
      if (token) request.headers.set("Authorization", `Bearer ${token}`);
      return request;
    },
  });
  return client;
}

/** The request as the contract declares it for the operation: media type of the body, form, separators of lists. */
async function asDeclared(request: Request, operation: string): Promise<Request> {
  const type = request.headers.get("Content-Type") ?? "";
  const [isJson, isText] = [type.startsWith("text/plain"), type.startsWith("text/csv")];
  const json = jsonBodies[operation] ?? "application/json";
  if (isJson && formBodies[operation]) {
    return new Request(request, { headers: withType(request), body: toForm((await request.json()) as object) });
  }
  if (isText && textBodies[operation] === undefined) {
    return new Request(request, { headers: withType(request, json), body: JSON.stringify(await request.text()) });
  }
  if (isJson || isText) request.headers.set("Content-Type", isText ? textBodies[operation]! : json);
  const lists = Object.entries(separators[operation] ?? {});
  if (lists.length === 0) return request;
  const url = new URL(request.url);
  for (const [name, separator] of lists) {
    const items = url.searchParams.getAll(name);
    if (items.length > 0) url.searchParams.set(name, items.join(separator));
  }
  return new Request(url, request);
}

/** The headers of a request with another media type, or with that of the body to come. */
function withType(request: Request, type?: string): Headers {
  const headers = new Headers(request.headers);
  headers.delete("Content-Type");
  if (type) headers.set("Content-Type", type);
  return headers;
}

/** Serialize a body: as a form if it has a file, as text if it is a string, else as JSON. */
function serialize(body: unknown): BodyInit {
  if (body instanceof FormData || body instanceof Blob) return body;
  if (typeof body === "string") return new Blob([body], { type: "text/csv" });
  const values = Object.values((body ?? {}) as object).flat() as unknown[];
  return values.some((value) => value instanceof Blob) ? toForm(body as object) : JSON.stringify(body);
}

/** Return a form: a list is a part for each item, an object is JSON. */
function toForm(fields: object): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const item of (Array.isArray(value) ? value : [value]) as unknown[]) {
      if (item instanceof Blob) form.append(name, item);
      else if (item !== undefined) form.append(name, typeof item === "object" ? JSON.stringify(item) : String(item));
    }
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
