// What the build reads to write the API's document.
export { openApiDocument } from "./document.ts";
export { GROUPS } from "./groups.ts";
export { WEBHOOKS } from "./webhooks.ts";
