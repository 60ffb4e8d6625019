import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What the upstream stand-in shows: a certificate; `plain`: HTTP without TLS; `closed`: nothing, it hangs up. */
export type Certificate = "good" | "wrongName" | "selfSigned" | "expired" | "plain" | "closed";

export interface Certificates {
  /** The file with the test's own authority, which engines trust. */
  authority: string;
  pairs: Record<"good" | "wrongName" | "selfSigned" | "expired", { cert: Buffer; key: Buffer }>;
}

const names = ["*.workable.com", "*.pinpointhq.com", "api.smartrecruiters.com", "api.ashbyhq.com"];
const atsNames = [...names, "api.jobvite.com", "api.eu.lever.co", "*.ats.example"]
  .map((name) => `DNS:${name}`)
  .join(",");
const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

/** Makes an authority and the four certificates in a folder with openssl; nothing secret is kept in the repository. */
export function makeCertificates(folder: string): Certificates {
  const file = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  openssl(
    "req",
    "-x509",
    ...newKey,
    "-keyout",
    "ca.key",
    "-out",
    "ca.pem",
    "-subj",
    "/CN=Test authority",
    "-days",
    "2",
  );

  const signed = (name: string, subjects: string, days: string) => {
    openssl("req", ...newKey, "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", "/CN=test");
    writeFileSync(file(`${name}.ext`), `subjectAltName=${subjects}\n`);
    const request = ["-req", "-in", `${name}.csr`, "-extfile", `${name}.ext`, "-out", `${name}.pem`, "-days", days];
    openssl("x509", ...request, "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial");
  };
  signed("good", atsNames, "2");
  signed("wrongName", "DNS:other.example,DNS:workable.com", "2");
  // Valid for no days: over as soon as it is made.
  signed("expired", atsNames, "0");
  const own = ["-subj", "/CN=acme.workable.com", "-addext", `subjectAltName=${atsNames}`, "-days", "2"];
  openssl("req", "-x509", ...newKey, "-keyout", "selfSigned.key", "-out", "selfSigned.pem", ...own);

  const pair = (name: string) => ({ cert: readFileSync(file(`${name}.pem`)), key: readFileSync(file(`${name}.key`)) });
  const pairs = {
    good: pair("good"),
    wrongName: pair("wrongName"),
    selfSigned: pair("selfSigned"),
    expired: pair("expired"),
  };
  return { authority: file("ca.pem"), pairs };
}
