// Validates values against the schemas of the contract at run time.
import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { answers, schemas } from "./generated/contract.js";

const ROOT = "https://platemark.dev/contract";

export type Validator = (value: unknown) => ErrorObject[];

/** Return functions that look up the validator of a schema or of a response; each is compiled on first use. */
export function createValidators() {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false, multipleOfPrecision: 9 });
  const addFormats = formats as unknown as (target: Ajv2020) => void;
  addFormats(ajv);
  ajv.addFormat("binary", true);
  ajv.addVocabulary(["components", "discriminator", "x-extends"]);
  ajv.addSchema({ $id: ROOT, components: { schemas } });

  /** Return the validator of the schema with this name; it returns the errors of a value. */
  function schema(name: string): Validator {
    const validate: ValidateFunction | undefined = name in schemas ? ajv.getSchema(`${ROOT}#/components/schemas/${name}`) : undefined;
    if (!validate) throw new Error(`the contract has no schema ${name}`);
    return (value) => (validate(value) ? [] : [...(validate.errors ?? [])]);
  }

  /** Return the validator of a response; throws if the operation does not declare that response. */
  function answer(operationId: string, status: number, mediaType: string): Validator {
    const name = answers[operationId]?.[String(status)]?.[mediaType];
    if (!name) throw new Error(`${operationId} does not declare ${status} ${mediaType}`);
    return schema(name);
  }

  return { schema, answer };
}
