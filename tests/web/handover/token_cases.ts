import type { JWK } from "jose";
import { makeSealKey } from "../../../web/server/seal_key.ts";
import * as sealer from "../../../web/link/boot/seal_chunk.ts";
import { sealToken } from "../../../web/link/seal/seal.ts";
import { payload, seal, withPart } from "../dev/support.ts";
import { sealByHand, sealOffTheCurve } from "./forge.ts";

export const [fresh, old, retired] = await Promise.all([makeSealKey(), makeSealKey(), makeSealKey()]);
/** What the backend has: the key that seals now and the one before it. */
export const privateKeys: JWK[] = [fresh.privateJwk, old.privateJwk];
export const now = Math.floor(Date.now() / 1000);

const scopes = { granted: ["r_jobs"], missing: [], unverified: ["w_candidates"] };

/** As the link page does it, with its own code. */
export const sealAsThePage = (apiKey: string, key = fresh.publicJwk): Promise<string> =>
  sealToken(
    {
      type: "seal",
      method: "api_key",
      attempt: 1,
      purpose: "handover",
      state: "the session",
      provider: "workable",
      fields: { subdomain: "acme" },
      account: { id: "1", name: "Acme — “日本”" },
      scopes,
    },
    [{ id: "api_key", bytes: new TextEncoder().encode(apiKey) }],
    { origin: "https://app.example.com", now, version: "0.1.0" },
    key,
    sealer,
  );

/** Keys that arrive, by what is special about them. */
export const apiKeys = {
  "20 characters": "k".repeat(20),
  "64 characters": "0123456789abcdef".repeat(4),
  "200 characters": "x".repeat(200),
  "quotes, controls and other scripts": 'a"b\\c\u0007\td\né日本🔑',
};

const tokens = {
  page: await sealAsThePage(apiKeys["64 characters"]),
  old: await sealAsThePage(apiKeys["20 characters"], old.publicJwk),
};

const withHeader = (change: object): string =>
  withPart(tokens.page, 0, (head) => {
    const header = JSON.parse(Buffer.from(head, "base64url").toString()) as object;
    return Buffer.from(JSON.stringify({ ...header, ...change })).toString("base64url");
  });
const content = payload("the session");
const times = (iat: number, exp: number) => sealByHand({ ...content, iat, exp }, fresh.privateJwk);

/** A member put in front, so that it is there twice: some readers keep the first, some the last. */
const doubled = (member: string) => (text: string) => text.replace("{", `{${member},`);
const header = (member: string) => sealByHand(content, fresh.privateJwk, {}, { header: doubled(member) });
const body = (change: (text: string) => string) => sealByHand(content, fresh.privateJwk, {}, { content: change });

/** Tokens that no backend may take, by what is wrong with them. */
export const refused: Record<string, string> = {
  "a changed header": withPart(tokens.page, 0),
  "a changed second part": withPart(tokens.page, 1, () => "AAAA"),
  "a changed iv": withPart(tokens.page, 2),
  "a changed content": withPart(tokens.page, 3),
  "a changed tag": withPart(tokens.page),
  "a tag of four bytes": withPart(tokens.page, 4, (tag) => tag.slice(0, 6)),
  "a missing part": tokens.page.split(".").slice(0, 4).join("."),
  "one part too many": `${tokens.page}.AAAA`,
  nothing: "",
  "no token": "nonsense",
  "a key that was never there": await sealAsThePage("k".repeat(20), retired.publicJwk),
  "the kid of another known key": withHeader({ kid: old.publicJwk.kid }),
  "a kid that belongs to another key, sealed so": sealByHand(content, {
    ...retired.privateJwk,
    kid: fresh.publicJwk.kid,
  }),
  "no kid": sealByHand(content, fresh.privateJwk, { kid: undefined }),
  "a point off the curve": sealOffTheCurve(content, fresh.privateJwk),
  "another enc": await seal(content, fresh.publicJwk, { enc: "A128GCM" }),
  "another alg": await seal(content, fresh.publicJwk, { alg: "ECDH-ES+A256KW" }),
  "another typ": sealByHand(content, fresh.privateJwk, { typ: "JWT" }),
  "a member that fetches": sealByHand(content, fresh.privateJwk, { jku: "https://evil.example/" }),
  "a critical member": sealByHand(content, fresh.privateJwk, { crit: ["exp"], exp: 1 }),
  "a plaintext": JSON.stringify(content),
  "more than 8 KiB": sealByHand({ ...content, pad: "0".repeat(8192) }, fresh.privateJwk),
  "times long ago": times(now - 2000, now - 1400),
  "times to come": times(now + 1000, now + 1600),
  "a life of a day": times(now, now + 86_400),
  "an end before its beginning": times(now + 100, now + 50),
  "an end long before its beginning": times(now + 250, now - 250),
  "another cty": sealByHand(content, fresh.privateJwk, { cty: "JWT" }),
  "a nested cty": sealByHand(content, fresh.privateJwk, { cty: ["json"] }),
  "no cty": sealByHand(content, fresh.privateJwk, { cty: undefined }),
  "no typ": sealByHand(content, fresh.privateJwk, { typ: undefined }),
  "typ in other case": sealByHand(content, fresh.privateJwk, { typ: "ATS-Link+JWE" }),
  "an alg that is there twice": header('"alg":"ECDH-ES"'),
  "another alg in front": header('"alg":"dir"'),
  "another kid in front": header(`"kid":"${old.publicJwk.kid}"`),
  "another typ in front": header('"typ":"JWT"'),
  "a doubled member by an escape": header('"\\u0065nc":"A256GCM"'),
  "a member of its point that is there twice": sealByHand(
    content,
    fresh.privateJwk,
    {},
    { header: (text) => text.replace('"crv":', '"crv":"P-521","crv":') },
  ),
  "another state in front": body(doubled('"state":"another"')),
  "another exp in front": body(doubled(`"exp":${String(now + 600)}`)),
  "a doubled key": body((text) => text.replace('"api_key":', '"api_key":"other","api_key":')),
  "a doubled member by an escape, in its content": body(doubled('"\\u0073tate":"another"')),
  "another version": sealByHand({ ...content, v: 2 }, fresh.privateJwk),
};

/** Tokens that every backend takes. */
export const taken: Record<string, string> = {
  "sealed by the page": tokens.page,
  "sealed to the key before": tokens.old,
  ...Object.fromEntries(
    await Promise.all(
      Object.entries(apiKeys).map(async ([what, key]) => [`a key of ${what}`, await sealAsThePage(key)] as const),
    ),
  ),
  "sealed by hand": sealByHand(content, fresh.privateJwk),
  "just within the tolerance": times(now - 890, now - 290),
};
