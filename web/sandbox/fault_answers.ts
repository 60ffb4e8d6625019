import { gzipSync } from "node:zlib";
import { html, json, redirect, success, type Answer, type Ask } from "./answer.ts";
import type { Fault, Switches } from "./switches.ts";

const mebibyte = 1024 * 1024;

/**
 * The answer of a fault, or null for those that only change a normal answer (`slow`, `truncated_json`).
 * `key` is what the client sent, for the faults that echo it.
 */
export function faultAnswer(fault: Fault, ask: Ask, key: string, switches: Switches): Answer | null {
  const redirectStatus = switches.redirectStatus;
  switch (fault) {
    case "none":
    case "slow":
    case "truncated_json":
      return null;
    case "status_500":
      return json(500, { error: "Internal server error" });
    case "html_502":
      return html(502, "Bad gateway");
    case "html_503":
      return html(503, "We will be back soon");
    case "html_520":
      return html(520, "Web server is returning an unknown error");
    case "html_403":
      return html(403, "Just a moment…");
    case "html_404_long":
      return { ...html(404, "This page does not exist"), body: "<p>nothing here</p>".repeat(10_000) };
    case "drip":
      return { ...success({}), transport: "drip" };
    case "hang":
      return { ...success({}), transport: "hang" };
    case "reset":
      return { ...success({}), transport: "reset" };
    case "truncated_transfer":
      return { ...success({ jobs: [], candidates: [], accounts: [] }), transport: "cut" };
    case "html_200":
      return html(200, "Sign in");
    case "empty_200":
      return { ...success({}), body: "" };
    case "no_content_204":
      return { ...success({}), status: 204, body: "" };
    case "wrong_shape":
      return success({ items: [] });
    case "huge":
      return { ...success({}), body: `{"jobs":["${"a".repeat(3 * mebibyte)}"]}` };
    case "gzip_bomb":
      return gzipBomb();
    case "deep_json":
      return { ...success({}), body: `{"jobs":${"[".repeat(20_000)}${"]".repeat(20_000)}}` };
    case "invalid_utf8":
      return { ...success({}), body: Buffer.from('{"jobs":["\xff\xfe"]}', "latin1") };
    case "redirect_loop":
      return redirect(redirectStatus, `${ask.sandboxUrl}/${ask.host}${ask.path}`);
    case "redirect_same_host":
      return redirect(redirectStatus, `${ask.sandboxUrl}/${ask.host}/landing`);
    case "redirect_other_host":
      return redirect(redirectStatus, `${ask.sandboxUrl}/login.example/landing`);
    case "key_echo":
      return json(401, { error: `The token ${key} (${Buffer.from(key).toString("base64")}) is not valid` });
    case "control_characters":
      return json(401, { error: "Not\u0000 au\u001b[31mthor\u202eized\r\n" + "x".repeat(400) });
    case "nested_error":
      return json(401, { error: { error: { name: "invalid_grant", state: "unauthorized" } } });
    default:
      return fault satisfies never;
  }
}

function gzipBomb(): Answer {
  const answer = success({});
  const body = gzipSync(Buffer.concat([Buffer.from('{"jobs":["'), Buffer.alloc(32 * mebibyte, 97)]));
  return { ...answer, headers: { ...answer.headers, "Content-Encoding": "gzip" }, body };
}
