import type { ProviderKey, ProviderKeys, SandboxKey } from "../types/testing.ts";

const everyWorkableScope = [
  ...["r_jobs", "r_candidates", "w_candidates", "w_comments", "r_account", "r_employees", "w_employees"],
  ...["r_offers", "w_offers", "r_requisitions", "w_requisitions", "r_timeoff", "w_timeoff"],
];

const workable = { provider: "workable", accounts: ["acme"], scopes: everyWorkableScope, behaviour: "ok" } as const;
/** The documented keys of Workable by name; each is 64 letters and digits. */
export const workableKeys = {
  allScopes: {
    ...workable,
    key: "SandboxAllScopesAmcwdd8M3tWUFUlgfjf84mXS6HkGCJ4HQHBIvgNBqCDkT4ma",
    accounts: ["acme", "umbrella", "initech"],
    meaning: "Every scope. Valid for acme, umbrella (suspended) and initech (empty).",
  },
  onlyJobs: {
    ...workable,
    key: "SandboxOnlyJobsTFPgOemxwB4BS7H8CIcf3NABcJWh3e4THoC9uYiLz4A5jRgOi",
    scopes: ["r_jobs"],
    meaning: "Only r_jobs, of acme.",
  },
  onlyCandidates: {
    ...workable,
    key: "SandboxOnlyCandidatesetnhORro6mtW73dseK4Zsmr6C0ktd6ePtekOZnlPBgy",
    scopes: ["r_candidates"],
    meaning: "Only r_candidates, of acme.",
  },
  ofGlobex: {
    ...workable,
    key: "SandboxOfGlobexXgf25XCpd5b8R1iZPscrZhbYv6U6luOQorLJezQGM9FWPGmKm",
    accounts: ["globex"],
    meaning: "Every scope, of globex: another account than acme.",
  },
  expired: {
    ...workable,
    key: "SandboxExpiredhSegbGGqgVbF1zQos7xSwVVSXOwRCgeIMUrAPVHUUTlOVqnnRu",
    behaviour: "expired",
    meaning: "Expired: 401, like a wrong key.",
  },
  revoked: {
    ...workable,
    key: "SandboxRevokeddh6VaXDseMRgoLRLeSDV8ZuvJgRDvCTrmAL7HoRv8nFlGaYtBP",
    behaviour: "revoked",
    meaning: "Revoked: 401, like a wrong key.",
  },
  rateLimited: {
    ...workable,
    key: "SandboxRateLimitedVh7AzKowSi6xYjM1tkbuNkMFPVeFt1boTU4kyY8Y6BIDEE",
    behaviour: "rate_limited",
    meaning: "Always 429.",
  },
  unavailable: {
    ...workable,
    key: "SandboxUnavailable503tGh9feD8mgBWp9eZqeYL2iUzg4yMBbsORIocFF1sIJx",
    behaviour: "unavailable_html",
    meaning: "Always 503 with an HTML page.",
  },
  slow: {
    ...workable,
    key: "SandboxSlowQM3cwcWaWqKkDqhhw29JwU9VcaK8Xe8M9WdcCzLBnYfo4mMXdJvTA",
    behaviour: "slow",
    meaning: "Answers after 15 seconds.",
  },
  truncatedJson: {
    ...workable,
    key: "SandboxTruncatedJsonVibwYfdDElNPqlfrIkcTviygHlWpp3kXDJht3fatnD8e",
    behaviour: "truncated_json",
    meaning: "200 with JSON that breaks off in the middle.",
  },
  html200: {
    ...workable,
    key: "SandboxHtml200dIkTl4x1qjYzQSEwp7VfPb6GkvgWoNy2TenyLTr0wDsBOqlRYM",
    behaviour: "html",
    meaning: "200 with an HTML page instead of JSON.",
  },
} as const satisfies Record<string, Omit<SandboxKey, "name">>;

const at = (subdomain: string, { key, meaning }: { key: string; meaning: string }): ProviderKey => ({
  meaning,
  values: { subdomain, api_key: key },
});

/** The same by what they are for, as every other ATS has them. */
export const workableByUse: ProviderKeys = {
  good: at("acme", workableKeys.allScopes),
  noPermission: at("acme", workableKeys.onlyJobs),
  unknown: at("acme", workableKeys.revoked),
  rateLimited: at("acme", workableKeys.rateLimited),
  unavailable: at("acme", workableKeys.unavailable),
  otherAccount: at("acme", workableKeys.ofGlobex),
};
