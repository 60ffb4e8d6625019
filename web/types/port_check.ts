// Both directions for tests and tools; opener and page import only the file they read with, to stay small.
export { readFromPage } from "./read_from_page.ts";
export { readToPage } from "./read_to_page.ts";
