// Validates values against the schemas of the contract at run time.
import type { ErrorObject, ValidateFunction } from "ajv";
import { createCompiler } from "./compiler.js";
import { answers, requests, schemas } from "./generated/contract.js";
import { opened } from "./reading.js";

const EXACT = "https://platemark.dev/contract";
const OPEN = "https://platemark.dev/contract/read";

/** Returns the errors of a value; none if it is valid. */
export type Validator = (value: unknown) => ErrorObject[];

export interface ValidatorOptions {
  /** Hold answers to the contract to the letter, as tests of a server do, instead of reading them as a client. */
  exact?: boolean;
}

/** Return functions that look up the validator of a schema, a request or a response; each is compiled on first use. */
export function createValidators({ exact = false }: ValidatorOptions = {}) {
  const ajv = createCompiler();

  function validator(root: string, name: string): Validator {
    if (!(name in schemas)) throw new Error(`the contract has no schema ${name}`);
    if (!ajv.getSchema(root)) ajv.addSchema({ $id: root, components: { schemas: root === OPEN ? opened(schemas) : schemas } });
    const validate: ValidateFunction = ajv.getSchema(`${root}#/components/schemas/${name}`)!;
    return (value) => (validate(value) ? [] : [...(validate.errors ?? [])]);
  }

  /** Return the validator of the schema with this name, to the letter. */
  function schema(name: string): Validator {
    return validator(EXACT, name);
  }

  /**
   * Return the validator of the schema with this name for what a server sent, such as a `StudioEvent`. It takes members,
   * words of enums and kinds of objects that this version of the contract does not have.
   */
  function received(name: string): Validator {
    return validator(exact ? EXACT : OPEN, name);
  }

  /** Return the validator of a response, read like `received`; throws if the operation does not declare that response. */
  function answer(operationId: string, status: number, mediaType: string): Validator {
    const name = answers[operationId]?.[String(status)]?.[mediaType];
    if (!name) throw new Error(`${operationId} does not declare ${status} ${mediaType}`);
    return received(name);
  }

  /** Return the validator of a request's JSON body, to the letter: the server refuses what it does not know. */
  function request(operationId: string, mediaType = "application/json"): Validator {
    const name = requests[operationId]?.[mediaType];
    if (!name) throw new Error(`${operationId} does not take ${mediaType}`);
    return schema(name);
  }

  return { schema, received, answer, request };
}
