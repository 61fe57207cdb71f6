// Ajv with the options, formats and keywords of all validators of this package.
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

export interface CompilerOptions {
  /** Refuse schemas with keywords and formats that no contract of this package has. */
  strict?: boolean;
}

/** Return an Ajv without schemas. */
export function createCompiler({ strict = true }: CompilerOptions = {}): Ajv2020 {
  const rules = strict ? { strict, strictTypes: false, strictRequired: false } : { strict, logger: false as const };
  const ajv = new Ajv2020({ allErrors: true, multipleOfPrecision: 9, ...rules });
  const addFormats = formats as unknown as (target: Ajv2020) => void;
  addFormats(ajv);
  ajv.addFormat("binary", true);
  ajv.addVocabulary(["components", "discriminator", "x-deprecated-since", "x-extends", "x-sunset", "x-words"]);
  return ajv;
}
