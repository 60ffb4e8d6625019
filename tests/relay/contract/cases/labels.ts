import { hostileLabels } from "../../hostile_labels.ts";
import { get, relaySays, type RelayCase } from "../case.ts";

const encoded = hostileLabels.map(({ value, why }): RelayCase => ({
  name: `a hostile subdomain, encoded: ${why}`,
  request: get(`/relay/v1/workable/jobs?subdomain=${encodeURIComponent(value)}`),
  expect: relaySays(400, "bad_request"),
  status: "same",
}));

// A `#`, and a space at the end of a request line, are cases of their own: some servers drop them.
const asBytes = hostileLabels
  .filter(({ value }) => !value.includes("#") && !value.endsWith(" ") && value !== "")
  .map(({ value, why }): RelayCase => ({
    name: `a hostile subdomain, as bytes: ${why}`,
    request: get(`/relay/v1/workable/jobs?subdomain=${value}`),
    expect: { http: "refused" },
    status: "same",
  }));

const inThePath = hostileLabels
  .filter(({ value }) => /^[!-~]+$/.test(value) && !value.includes("#"))
  .map(({ value, why }): RelayCase => ({
    name: `a hostile word in the path: ${why}`,
    request: get(`/relay/v1/${value}/jobs?subdomain=acme`),
    expect: { http: "refused" },
    status: "same",
  }));

export const labels: RelayCase[] = [...encoded, ...asBytes, ...inThePath];
