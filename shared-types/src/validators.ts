// Checks of values against the schemas of the contract, at run time.
import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { answers, schemas } from "./generated/contract.js";

const ROOT = "https://platemark.dev/contract";

export type Validator = (value: unknown) => ErrorObject[];

/** Return a function that gives the validator of a schema, or of an answer; each is compiled when first asked for. */
export function createValidators() {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
  const addFormats = formats as unknown as (target: Ajv2020) => void;
  addFormats(ajv);
  ajv.addFormat("binary", true);
  ajv.addVocabulary(["components", "discriminator", "x-extends"]);
  ajv.addSchema({ $id: ROOT, components: { schemas } });

  /** The validator of the schema of this name; it returns what is wrong, nothing where nothing is. */
  function schema(name: string): Validator {
    const validate: ValidateFunction | undefined = name in schemas ? ajv.getSchema(`${ROOT}#/components/schemas/${name}`) : undefined;
    if (!validate) throw new Error(`the contract has no schema ${name}`);
    return (value) => (validate(value) ? [] : [...(validate.errors ?? [])]);
  }

  /** The validator of an answer; throws where the operation does not declare such an answer. */
  function answer(operationId: string, status: number, mediaType: string): Validator {
    const name = answers[operationId]?.[String(status)]?.[mediaType];
    if (!name) throw new Error(`${operationId} does not declare ${status} ${mediaType}`);
    return schema(name);
  }

  return { schema, answer };
}
