// What the build bundles of the reference page: Node loads no .tsx.
export { referencePage } from "./reference-page.tsx";
