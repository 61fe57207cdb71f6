// Swagger UI for /openapi.json. Requests sent from this page use the visitor's session with its CSRF token.
import { base, csrfHeader } from "/assets/contract.js";

// Tags start collapsed. Filtering opens the tags that match; clearing the filter collapses all of them.
const openFilteredTags = {
  statePlugins: {
    layout: {
      wrapActions: {
        updateFilter: (updateFilter, system) => (filter) => {
          const action = updateFilter(filter);
          for (const tag of system.specSelectors.taggedOperations().keys()) {
            system.layoutActions.show(["operations-tag", tag], Boolean(filter));
          }
          return action;
        },
      },
    },
  },
};

// Swagger UI does not resolve references in the parameters of a path, so they are moved into its operations.
function inlinePathParameters(contract) {
  for (const path of Object.values(contract.paths)) {
    const { parameters: shared = [], ...rest } = path;
    delete path.parameters;
    for (const operation of Object.values(rest).filter((value) => value.operationId)) {
      operation.parameters = [...shared, ...(operation.parameters ?? [])];
    }
  }
  return contract;
}

const getJson = async (path) => (await fetch(path)).json();

const [contract, { csrf_token: csrfToken }] = await Promise.all([getJson("/openapi.json"), getJson(`${base}/auth/status`)]);
SwaggerUIBundle({
  spec: inlinePathParameters(contract),
  dom_id: "#docs",
  deepLinking: true,
  docExpansion: "none",
  defaultModelsExpandDepth: 0,
  filter: true,
  plugins: [openFilteredTags],
  validatorUrl: null,
  withCredentials: true,
  requestInterceptor: (request) => {
    const sameOrigin = new URL(request.url, location.href).origin === location.origin;
    if (sameOrigin && csrfToken && request.method !== "GET") request.headers[csrfHeader] = csrfToken;
    return request;
  },
});
