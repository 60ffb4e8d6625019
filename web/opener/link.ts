import type { AtsLink } from "../types/index.ts";
import { create } from "./create.ts";

/** One session as a promise; the wizard stays until the user closes it. Rejects with a LinkError or `{code: "USER_CLOSED"}`. */
export const link: AtsLink["link"] = (config) =>
  new Promise((resolve, reject) => {
    // A session that cannot begin ends in onExit as well, so the promise of open() adds nothing here.
    void create({
      ...config,
      onSuccess: (publicToken, metadata) => resolve({ publicToken, metadata }),
      onExit: (error) => reject(error ?? { code: "USER_CLOSED" }),
    }).open();
  });
