// What an operation answers, by status: the types that the contract test holds the live server to.
import type { operations } from "./generated/schema.js";

export type OperationId = keyof operations;

/** The statuses that an operation declares. */
export type Status<O extends OperationId> = keyof operations[O]["responses"];

type Content<O extends OperationId, S extends Status<O>> = operations[O]["responses"][S] extends { content: infer C }
  ? C
  : never;

/** The media types in which an operation answers with this status. */
export type MediaType<O extends OperationId, S extends Status<O>> = keyof Content<O, S>;

/** The body of an answer: `Answer<"getAlbum", 200, "application/json">`. */
export type Answer<O extends OperationId, S extends Status<O>, M extends MediaType<O, S>> = Content<O, S>[M];
