import type { Account } from "./accounts.ts";
import { candidates, jobs } from "./workable_bodies.ts";

interface Endpoint {
  scope: string;
  /** The answer; `null`: no such object. */
  body(account: Account, query: URLSearchParams): unknown;
  /** HR endpoints name their own origin in Access-Control-Allow-Origin, so no other site can use them. */
  hr?: true;
}

const person = { id: "12e8c1", name: "Sam Recruiter", email: "sam@example.com" };
const empty = (): unknown[] => [];

/** The account API below `/spi/v3`, by path. Source: https://workable.readme.io/reference */
export const endpoints: Readonly<Record<string, Endpoint>> = {
  "/jobs": { scope: "r_jobs", body: (account, query) => page("jobs", jobs(account), account, query) },
  "/candidates": {
    scope: "r_candidates",
    body: (account, query) => page("candidates", candidates(account), account, query),
  },
  "/members": {
    scope: "r_jobs",
    body: () => ({
      members: [
        {
          ...person,
          headline: null,
          role: "admin",
          type: "Member",
          hris_role: null,
          roles: ["ats.admin"],
          active: true,
          collaboration_rules: [],
          hris_member_scope: null,
        },
      ],
    }),
  },
  "/recruiters": { scope: "r_jobs", body: () => ({ recruiters: [person] }) },
  "/stages": {
    scope: "r_jobs",
    body: () => ({
      stages: [{ id: 5272269, identifier: "50779f", slug: "sourced", name: "Sourced", kind: "sourced", position: 1 }],
    }),
  },
  "/departments": {
    scope: "r_account",
    body: () => [{ id: 792289334, name: "Sales", parent_id: null, sample: false }],
  },
  "/legal_entities": { scope: "r_account", body: empty, hr: true },
  "/permission_sets": { scope: "r_account", body: empty },
  "/work_schedules": { scope: "r_account", body: empty, hr: true },
  "/requisitions": { scope: "r_requisitions", body: () => ({ requisitions: [] }) },
  "/subscriptions": { scope: "r_candidates", body: () => ({ subscriptions: [] }) },
  "/employees": { scope: "r_employees", body: () => ({ total_count: 0, employees: [] }), hr: true },
  "/timeoff/categories": {
    scope: "r_timeoff",
    body: () => ({ categories: [{ id: "2a1", name: "Paid time off", type: "pto", description: null }] }),
    hr: true,
  },
};

function page(name: string, rows: { id?: unknown }[], account: Account, query: URLSearchParams): unknown {
  const limit = Math.min(Math.max(Number(query.get("limit") ?? "50") || 50, 1), 100);
  const since = query.get("since_id");
  const first =
    since === null
      ? 0
      : Math.max(
          0,
          rows.findIndex((row) => row.id === since),
        );
  const shown = rows.slice(first, first + limit);
  const next = rows[first + limit];
  if (next === undefined) return { [name]: shown };
  const url = `https://${account.subdomain}.workable.com/spi/v3/${name}`;
  return { [name]: shown, paging: { next: `${url}?limit=${String(limit)}&since_id=${String(next.id)}` } };
}
