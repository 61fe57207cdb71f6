// orval takes a schema without a `type` that has `items` for an array, and one with `additionalProperties` for an object.
function withAnyJson(document) {
  document.components.schemas.JsonValue = { description: "Any JSON." };
  return document;
}

module.exports = {
  platemark: {
    input: { target: "../../generated/openapi.json", override: { transformer: withAnyJson } },
    output: {
      target: "../../build/referees/orval/platemark.ts",
      schemas: "../../build/referees/orval/model",
      client: "fetch",
      baseUrl: { getBaseUrlFromSpecification: true },
      mode: "tags",
      override: { mutator: { path: "./orval_fetch.ts", name: "call" } },
    },
  },
};
