import type { SandboxKey, SandboxKeyName } from "../types/testing.ts";

export type { KeyBehaviour, SandboxKey, SandboxKeyName } from "../types/testing.ts";

const everyWorkableScope = [
  ...["r_jobs", "r_candidates", "w_candidates", "w_comments", "r_account", "r_employees", "w_employees"],
  ...["r_offers", "w_offers", "r_requisitions", "w_requisitions", "r_timeoff", "w_timeoff"],
];

const workable = { provider: "workable", accounts: ["acme"], scopes: everyWorkableScope, behaviour: "ok" } as const;
const others = { accounts: ["acme"], scopes: ["jobs"], behaviour: "ok" } as const;

/** The documented keys by name. They open nothing but the sandbox; each is 64 letters and digits. */
export const keys = {
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
  ashby: {
    ...others,
    provider: "ashby",
    key: "SandboxAshbyValidWVgIV4NIipUVIATDGp8WpRBrQR9nkEoc0ptOfDhyziAr49w",
    meaning: "Ashby: a good key.",
  },
  ashbyNoPermission: {
    ...others,
    provider: "ashby",
    key: "SandboxAshbyNoPermissionQzgkXI6pk3WZa3FwLQUzke7o6uHmXh1UJPBwejiv",
    scopes: [],
    meaning: "Ashby: a good key without the API Keys permission (403 missing_endpoint_permission).",
  },
  jobvite: {
    ...others,
    provider: "jobvite",
    key: "SandboxJobviteKeypIzgZhcEQ58tDpbjwWS7I3TfaPew4mu9VXLe9SDEbecIQkd",
    secret: "SandboxJobviteSecretMj6zfTdPhfqIfWcyFa2aeoTeuDBgEwmM9cKlNS8gQRUo",
    meaning: "Jobvite: a good pair of API key and secret key.",
  },
  lever: {
    ...others,
    provider: "lever",
    key: "SandboxLeverValidWuYUqo3zup2RzZvTfEQTAS9ggbOsLY5BalIsNlKUkGy1nZb",
    meaning: "Lever: a good key, in the global region.",
  },
  leverNoPostings: {
    ...others,
    provider: "lever",
    key: "SandboxLeverNoPostingsZVliS2M0rfV7UHjfdWh6oPVq8x4KMICyeSkVolH8QI",
    scopes: [],
    meaning: "Lever: a good key that may not list postings (403).",
  },
  smartRecruiters: {
    ...others,
    provider: "smartrecruiters",
    key: "SandboxSmartRecruitersValidqoTlbbXnWx2EgC5kbKLDB1SQZ6mUBhVGhOmYl",
    meaning: "SmartRecruiters: a good key.",
  },
  pinpoint: {
    ...others,
    provider: "pinpoint",
    key: "SandboxPinpointValidV3GsNWlQYAc2Ip5nlcijRd1uNHU2BeMd5LhSHB0gZJVr",
    meaning: "Pinpoint: a good key of acme.",
  },
  pinpointNoJobs: {
    ...others,
    provider: "pinpoint",
    key: "SandboxPinpointNoJobsBRM67HwvxvJRdtUOfGsPqiDXL1fiJn23JcNJCjUhT2P",
    scopes: [],
    meaning: "Pinpoint: a good key of acme that may not read jobs (403).",
  },
} as const satisfies Record<SandboxKeyName, Omit<SandboxKey, "name">>;

/** The documented keys as a list. */
export const sandboxKeys: readonly SandboxKey[] = Object.entries(keys).map(([name, key]) => ({ name, ...key }));
