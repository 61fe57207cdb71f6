// Types and a typed client of the Platemark API.
export type { Answer, MediaType, OperationId, Status } from "./answers.js";
export { ApiError, type Client, type ClientOptions, createClient, isProblem, orThrow } from "./client.js";
export { version } from "./generated/contract.js";
export * from "./generated/schema.js";
export { isKnown } from "./words.js";
