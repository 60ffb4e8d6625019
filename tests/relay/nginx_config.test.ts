import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { loadProviders } from "../../web/relay/load_providers.ts";
import { httpPart } from "../../web/relay/nginx/http_part.ts";
import { locationsPart } from "../../web/relay/nginx/locations_part.ts";
import { leftOut, probeRoutes } from "../../web/relay/nginx/probe_route.ts";
import { shippedSettings, writeNginx } from "../../web/relay/nginx/write_nginx.ts";
import type { Field, Provider } from "../../web/relay/provider.ts";
import { ways } from "./sign_in_ways.ts";

const providers = loadProviders();
const settings = shippedSettings("1.2.3");
const http = httpPart(settings);
const locations = locationsPart(providers, settings);

test("nginx serves the GET probes of ATSs that want one key in one header, and no other", () => {
  const served = probeRoutes(providers).map(({ provider, probe }) => `${provider}/${probe}`);
  const wanted = providers
    .filter(({ auth, fields }) => ["bearer", "api_key_header"].includes(auth.kind) && !fields.some((f) => f.optional))
    .flatMap(({ id, probes }) => probes.filter(({ method }) => method === "GET").map((probe) => `${id}/${probe.id}`));
  assert.deepEqual(served, wanted);
  for (const path of ["pinpoint/jobs", "workable/jobs", "workable/candidates", "workable/accounts"])
    assert(served.includes(path), path);
  for (const path of served) assert(locations.includes(`location = /relay/v1/${path} {`), path);
});

test("nginx accepts what is shipped", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "relay-nginx-"));
  t.after(() => rmSync(folder, { recursive: true }));
  // /var/log/nginx is not everybody's to write.
  writeNginx(folder, providers, { ...settings, accessLog: `${folder}/a.log`, errorLog: `${folder}/e.log` });
  const server = `server { listen 127.0.0.1:1; include ${folder}/ats-link-locations.conf; }`;
  const main = `pid ${folder}/pid; error_log ${folder}/main.log; events {}`;
  writeFileSync(
    join(folder, "nginx.conf"),
    `${main} http { access_log off; include ${folder}/ats-link-http.conf; ${server} }\n`,
  );
  const env = { ...process.env, PATH: `${process.env["PATH"] ?? ""}:/usr/sbin` };
  execFileSync("nginx", ["-t", "-q", "-p", folder, "-c", join(folder, "nginx.conf")], { env, stdio: "pipe" });
});

test("every expression ends at the very end: a final newline is no way out", () => {
  for (const [, pattern = ""] of `${http}${locations}`.matchAll(/"~?\*?((?:\\A|\^).*?)"/g)) {
    assert(!/(?<!\[)\^/.test(pattern) && !/\$(?!ats)/.test(pattern), pattern);
  }
  for (const { targetPattern, keyPattern } of probeRoutes(providers)) {
    assert.match(targetPattern, /^\\A.*\\z$/);
    assert.match(keyPattern, /^\\A.*\\z$/);
  }
});

test("each request upstream is checked by name and authority and built from nothing", () => {
  const upstream = locations.split("\nlocation ").filter((part) => part.startsWith("= /ats-link-upstream/"));
  assert.equal(upstream.length, probeRoutes(providers).length);
  for (const part of upstream) {
    for (const line of [
      "internal;",
      "proxy_ssl_verify on;",
      "proxy_ssl_server_name on;",
      "proxy_ssl_name $ats_link_host;",
      "proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;",
      "proxy_pass_request_headers off;",
      "proxy_pass_request_body off;",
      "proxy_ignore_headers X-Accel-Redirect X-Accel-Expires X-Accel-Limit-Rate X-Accel-Buffering X-Accel-Charset Expires Cache-Control Set-Cookie Vary;",
      "proxy_redirect off;",
      "proxy_intercept_errors on;",
      "proxy_next_upstream off;",
    ]) {
      assert(part.includes(`  ${line}\n`), line);
    }
  }
});

test("the log's format names nothing that a client sent", () => {
  const [format = ""] = /log_format ats_link_relay[^;]*;/.exec(http) ?? [];
  const variables = [...format.matchAll(/\$([a-z_0-9]+)/g)].map(([, name]) => name);
  assert.deepEqual(variables, [
    "time_iso8601",
    "request_id",
    "ats_link_probe",
    "status",
    "ats_link_status",
    "request_time",
    "body_bytes_sent",
  ]);
  assert(!/^ *error_log \S+ (?!alert;)/m.test(locations), "a line below alert holds the request line");
});

test("what nginx could only serve wrongly is left out, and both the files and the reader are told why", () => {
  const pinpoint = providers.find(({ id }) => id === "pinpoint")!;
  const change = (field: Partial<Field>): Provider => ({
    ...pinpoint,
    fields: pinpoint.fields.map((old) => (old.kind === "text" ? { ...old, ...field } : old)),
  });
  const wide = { first: "a-z", middle: "a-z.", last: "a-z" };
  const auth = { kind: "api_key_header", field: "api_key", header: "X-K", prefix: '"$host' } as const;
  const cases: [Provider, RegExp][] = [
    [change({ optional: true }), /optional field \(subdomain\)/],
    [change({ chars: { first: "a-z", middle: "a-z ", last: "a-z" } }), /decode a field \(subdomain\)/],
    [change({ chars: wide }), /no plain label or segment \(subdomain\)/],
    [change({ id: "a_name_of_18_signs" }), /too long/],
    [{ ...pinpoint, auth }, /prefix/],
    [{ ...pinpoint, fields: [...pinpoint.fields, { ...pinpoint.fields.at(-1)!, id: "more" }] }, /one secret/],
    ...ways
      .filter(({ provider }) => !["bearer", "api_key_header"].includes(provider.auth.kind))
      .map(({ provider }): [Provider, RegExp] => [provider, /^nginx /]),
  ];
  for (const [provider, why] of cases) {
    const [name, reason] = leftOut([provider])[0] ?? ["", ""];
    assert.match(reason, why);
    const written = locationsPart([provider], settings);
    assert(written.includes(`#   ${name}: ${reason}\n`), reason);
    assert(!written.includes("proxy_pass "), reason);
  }
  const path = ways.find(({ query }) => query.startsWith("?company=a_B"))!.provider;
  const bearer = { kind: "bearer", field: "key" } as const;
  const [inPath] = probeRoutes([{ ...path, auth: bearer }]);
  assert.equal(inPath?.path, "/gateway.php/${ats_link_field_company}/v1/jobs/?limit=1");
  const dotted = path.fields.map((field) => (field.id === "company" ? { ...field, chars: wide } : field));
  assert.match(leftOut([{ ...path, auth: bearer, fields: dotted }])[0]?.[1] ?? "", /segment \(company\)/);
});
