import type { Options } from "minisearch";

/** What is shown of a section that was found; `id` is its address below the documentation. */
export interface Found {
  id: string;
  page: string;
  /** Empty for a page's beginning. */
  heading: string;
}

/** The same for who makes the index and who reads it. */
export const searchOptions: Options<Found & { text: string }> = {
  fields: ["page", "heading", "text"],
  storeFields: ["id", "page", "heading"],
  searchOptions: { boost: { page: 2, heading: 3 }, prefix: true, fuzzy: 0.15, combineWith: "AND" },
};
