import type { Account } from "./accounts.ts";

// Field names and nesting are those of recorded real answers; the values are invented.

const titles = ["Account Executive", "Data Engineer", "Recruiter"];
const people = [
  ["Elvie", "Example"],
  ["Noor", "Sample"],
  ["Kim", "Placeholder"],
] as const;

export function accountBody(account: Account): Record<string, unknown> {
  const { id, name, subdomain } = account;
  const website = `https://${subdomain}.example`;
  return { id, name, subdomain, description: null, summary: null, website_url: website };
}

export function jobs(account: Account): Record<string, unknown>[] {
  return Array.from({ length: account.size }, (_, index) => job(account, index));
}

export function candidates(account: Account): Record<string, unknown>[] {
  return Array.from({ length: account.size }, (_, index) => candidate(account, index));
}

const shortcode = (index: number): string => `9CD658E13${String(index)}`;
const title = (index: number): string => titles[index % titles.length] ?? "";
const base = (account: Account): string => `https://${account.subdomain}.workable.com`;

function job(account: Account, index: number): Record<string, unknown> {
  const place = { country_code: "GB", city: "London", zip_code: null };
  return {
    id: `5b5ce${String(index)}`,
    title: title(index),
    full_title: `${title(index)} - GB/0${String(index)}`,
    shortcode: shortcode(index),
    code: `GB/0${String(index)}`,
    state: "published",
    sample: false,
    confidential: false,
    department: "Sales",
    department_hierarchy: [{ id: 792289334, name: "Sales" }],
    url: `${base(account)}/jobs/598632${String(index)}`,
    application_url: `${base(account)}/jobs/598632${String(index)}/candidates/new`,
    shortlink: `https://apply.workable.com/j/${shortcode(index)}`,
    workplace_type: "on_site",
    location: {
      ...place,
      location_str: "London, United Kingdom",
      country: "United Kingdom",
      region: null,
      region_code: "England",
      telecommuting: false,
      workplace_type: "on_site",
    },
    locations: [
      {
        ...place,
        shortcode: "JAD50549AFA",
        country_name: "United Kingdom",
        state_code: "England",
        subregion: null,
        coords: "51.5, -0.1",
        hidden: false,
      },
    ],
    salary: { salary_from: 60000, salary_to: 80000, salary_currency: "gbp" },
    created_at: "2026-03-25T00:00:00Z",
    updated_at: "2026-07-23T18:58:17Z",
    keywords: null,
  };
}

function candidate(account: Account, index: number): Record<string, unknown> {
  const [firstname, lastname] = people[index % people.length] ?? people[0];
  const times = { created_at: "2026-04-11T03:36:38Z", updated_at: "2026-07-23T18:58:15Z" };
  return {
    id: `2727027${String(index)}`,
    name: `${firstname} ${lastname}`,
    firstname,
    lastname,
    headline: title(index),
    account: { subdomain: account.subdomain, name: account.name },
    job: { shortcode: shortcode(index), title: title(index) },
    stage: "Assessment",
    stage_kind: "assessment",
    disqualified: false,
    withdrew: false,
    anonymized: false,
    disqualification_reason: null,
    hired_at: null,
    moved_to_offer_at: null,
    sourced: false,
    profile_url: `${base(account)}/backend/jobs/5986327/candidates/65686672${String(index)}`,
    address: null,
    phone: "+15550000000",
    email: `${firstname.toLowerCase()}@example.com`,
    domain: "example.com",
    outlet: null,
    common_source: "example.com",
    common_source_category: "Other",
    ...times,
    resume_metadata: { filename: "cv.pdf", filetype: "pdf", ...times },
  };
}
