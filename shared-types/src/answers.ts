// The responses of each operation by status: types that the contract test checks the running server against.
import type { operations } from "./generated/schema.js";

export type OperationId = keyof operations;

/** The statuses that an operation declares. */
export type Status<O extends OperationId> = keyof operations[O]["responses"];

type Content<O extends OperationId, S extends Status<O>> = operations[O]["responses"][S] extends { content: infer C }
  ? C
  : never;

/** The media types of an operation's response with this status. */
export type MediaType<O extends OperationId, S extends Status<O>> = keyof Content<O, S>;

/** The body of a response: `Answer<"getAlbum", 200, "application/json">`. */
export type Answer<O extends OperationId, S extends Status<O>, M extends MediaType<O, S>> = Content<O, S>[M];
