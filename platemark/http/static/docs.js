// Swagger UI over the contract as it is: OpenAPI 3.1. Calls made here carry the session and its CSRF token.
import { base, csrfHeader } from "/assets/contract.js";

window.addEventListener("DOMContentLoaded", async () => {
  const status = await fetch(`${base}/auth/status`).then((answer) => answer.json());
  window.ui = SwaggerUIBundle({
    url: "/openapi.json",
    dom_id: "#docs",
    deepLinking: true,
    validatorUrl: null,
    withCredentials: true,
    requestInterceptor: (request) => {
      const own = new URL(request.url, location.href).origin === location.origin;
      if (own && status.csrf_token && request.method !== "GET") request.headers[csrfHeader] = status.csrf_token;
      return request;
    },
  });
});
