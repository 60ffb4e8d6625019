import type { AtsLink } from "../types/index.ts";
import { createHandler } from "./create.ts";

/**
 * One session as a promise; the wizard stays until the user closes it. Rejects with a LinkError or `{code: "USER_CLOSED"}`.
 * A page that did not come is not tried again here: what a second try gave, nobody would be told.
 */
export const link: AtsLink["link"] = (config) =>
  new Promise((resolve, reject) => {
    void createHandler(config, {
      onSuccess: (publicToken, metadata) => resolve({ publicToken, metadata }),
      onExit: (error) => reject(error ?? { code: "USER_CLOSED" }),
    }).open();
  });
