import assert from "node:assert/strict";
import type { Frame, Page } from "playwright-core";
import { until } from "../support/until.ts";

/** One event of the browser's own policies, as a frame got it. */
export interface Violation {
  origin: string;
  /** The directive, or `integrity-policy`. */
  directive: string;
  blocked: string;
  enforced: boolean;
}

/**
 * Everything that is reported in any frame of this page, from before its first script on: policy violations, and what
 * Integrity-Policy stops, which has no event.
 */
export async function watchViolations(page: Page, seen: Violation[] = []): Promise<Violation[]> {
  await page.exposeBinding("policyTold", (_, violation: Violation) => void seen.push(violation));
  await page.addInitScript(() => {
    const tell = (directive: string, blocked: string, enforced: boolean): void => {
      const { policyTold } = window as unknown as { policyTold(violation: object): void };
      policyTold({ origin: location.origin, directive, blocked, enforced });
    };
    document.addEventListener("securitypolicyviolation", (event) => {
      tell(event.effectiveDirective, event.blockedURI, event.disposition === "enforce");
    });
    new ReportingObserver(
      (reports) => {
        for (const { body } of reports) {
          const { blockedURL = "", reportOnly } = body as unknown as { blockedURL?: string; reportOnly?: boolean };
          tell("integrity-policy", blockedURL, reportOnly === false);
        }
      },
      { types: ["integrity-violation"], buffered: true },
    ).observe();
  });
  return seen;
}

/** Waits until a directive is reported; fails with what was instead. */
export async function waitForReport(seen: readonly Violation[], directive: RegExp): Promise<void> {
  await until(`a report of ${String(directive)}`, () => seen.some((each) => directive.test(each.directive))).catch(
    (error: unknown) => assert.fail(`${String(error)}; there was ${JSON.stringify(seen)}`),
  );
}

export const linkFrame = (page: Page, linkUrl: string): Frame => {
  const frame = page.frames().find((each) => each.url().startsWith(linkUrl));
  if (!frame) throw new Error("the widget is not open");
  return frame;
};
