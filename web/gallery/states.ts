import type { PortConfig } from "../types/port.ts";

/** What a person does to one element, by its node id. */
export type Step = { press: string } | { type: readonly [node: string, text: string] };

/** One picture of the gallery: a set-up of the page and the way to it. */
export interface GalleryState {
  name: string;
  /** Of `cases.ts`. */
  case: string;
  config?: PortConfig;
  steps?: readonly Step[];
  /** CSS selector of what tells that the state is reached. */
  until?: string;
  /** A hosted link: a page of its own, without a host. */
  hosted?: boolean;
  /** The browser says that there is no network. */
  offline?: boolean;
}

const press = (node: string): Step => ({ press: node });
const type = (node: string, text: string): Step => ({ type: [node, text] });
const next = press("primary");
const node = (id: string): string => `[data-node="${id}"]`;

/** No real key: the answers are the gallery's own. */
const key = "gallery0".repeat(8);

const workable: PortConfig = { provider: "workable", inviteUrl: "https://app.example.com/settings?invite=1" };
const toAdmin = [press("method:api_key")];
const toPermissions = [...toAdmin, press("admin:yes")];
const toDetails = [...toPermissions, next];
const toKey = [...toDetails, type("field:subdomain", "acme"), next];
const submit = [...toKey, type("field:api_key", key), next];

const at = (name: string, steps: readonly Step[], until: string, more: Partial<GalleryState> = {}): GalleryState => ({
  name,
  case: "good",
  config: workable,
  steps,
  until,
  ...more,
});
/** A picture of its own, without anything to do. */
const plain = (name: string, config: PortConfig = {}): GalleryState => ({
  name,
  case: name,
  config,
  until: ".plain h1.heading",
});
const failed = (name: string, more: Partial<GalleryState> = {}): GalleryState =>
  at(`failed_${name}`, submit, ".mood:is([data-state=danger], [data-state=warning])", { case: name, ...more });
const hosted = (name: string, until: string): GalleryState => ({ name, case: name, hosted: true, until });
const ready = "[aria-checked]"; // The switch is on every screen of the module.

export const states: readonly GalleryState[] = [
  hosted("hosted", node("primary")),
  hosted("hosted_waiting", ready),
  hosted("hosted_failed", node("primary")),
  hosted("hosted_expired", node("primary")),
  { name: "provider", case: "good", until: node("show_all") },
  at("provider_all", [press("show_all")], node("choice:workable"), { config: {} }),
  at("provider_found", [type("search", "work")], node("choice:workable"), { config: {} }),
  at("provider_none", [type("search", "no such thing")], node("no_match"), { config: {} }),
  at("request", [type("search", "Example Hire"), press("not_listed")], node("field:requested"), { config: {} }),
  at("request_refused", [press("show_all"), press("not_listed"), next], "[aria-invalid=true]", { config: {} }),
  at("requested", [type("search", "Example Hire"), press("not_listed"), next], ".mood[data-state=success]", {
    config: {},
  }),
  at("method", [], node("method:api_key")),
  at("admin", toAdmin, node("admin:yes")),
  at("invite", [press("method:invite")], node("mail_link")),
  at("invite_copied", [press("method:invite"), press("copy_link")], node("copied")),
  at("invite_no_link", [press("method:invite")], node("no_link"), { config: { provider: "workable" } }),
  at("permissions", toPermissions, node("read_only")),
  at("permissions_write", toPermissions, node("write"), {
    config: { ...workable, scopes: { required: ["r_jobs", "r_candidates", "w_candidates"], optional: ["r_account"] } },
  }),
  at("subdomain", toDetails, node("field:subdomain")),
  at("subdomain_empty", [...toDetails, next], "[aria-invalid=true]"),
  at(
    "subdomain_address",
    [...toDetails, type("field:subdomain", "https://acme.workable.com/backend"), next],
    node("suggest:subdomain"),
  ),
  at("subdomain_warned", [...toDetails, type("field:subdomain", "support")], node("warn:subdomain")),
  at("details", toDetails, node("field:region"), { config: { provider: "lever" } }),
  at("details_empty", [...toDetails, next], "[aria-invalid=true]", { config: { provider: "lever" } }),
  at("api_key", toKey, node("field:api_key")),
  at("api_key_copied", [...toKey, press("scope:r_jobs")], ".snippet-sign[data-state=done]", {
    config: { ...workable, scopes: { required: ["r_jobs", "r_candidates"], optional: ["w_candidates"] } },
  }),
  at("api_key_pictures", [...toKey, press("pictures")], node("picture:5")),
  at("api_key_short", [...toKey, type("field:api_key", "abc"), next], "[aria-invalid=true]"),
  at("api_key_shown", [...toKey, type("field:api_key", key), press("show:api_key")], "[aria-pressed=true]"),
  at(
    "api_key_expiry",
    [
      ...[...toKey, type("field:api_key", key), type("field:key_expiry", "date")],
      ...[type("field:key_expiry_date", "soon"), next],
    ],
    "[aria-invalid=true]",
  ),
  at("relink", [], node("relink_reason"), {
    config: { ...workable, mode: "relink", relink: { reason: "expired" }, prefill: { subdomain: "acme" } },
  }),
  at("two_secrets", toDetails, node("field:secret_key"), { config: { provider: "jobvite" } }),
  at("verifying", submit, node("probe:jobs"), { case: "hang" }),
  at("verifying_half", submit, ".statuses [data-state=done]", { case: "half" }),
  at("handing_over", submit, node("handover"), { case: "handing_over" }),
  at("connected", submit, ".mood[data-state=success]"),
  at("connected_part", submit, ".mood[data-state=success]", {
    case: "optional",
    config: { ...workable, scopes: { required: ["r_jobs", "w_candidates"], optional: ["r_candidates"] } },
  }),
  at("connected_unchecked", submit, ".mood[data-state=success]", { case: "unchecked" }),
  failed("misconfigured"),
  failed("offline", { case: "network", offline: true }),
  failed("timeout"),
  failed("network"),
  failed("rate"),
  failed("mismatch"),
  failed("scopes", { case: "optional" }),
  failed("not_found"),
  failed("not_found_named"),
  failed("unavailable"),
  failed("credentials"),
  failed("unexpected"),
  failed("handover_failed"),
  failed("session_expired"),
  at("key_refused", [...submit, next], "[aria-invalid=true]", { case: "credentials" }),
  at("refused", [], node("detail"), { config: { provider: "nothing-like-it" } }),
  at("close_question", [...toDetails, type("field:subdomain", "acme"), press("close")], node("secondary:0")),
  at("help", [...toDetails, press("help")], node("contact")),
  plain("config_wrong"),
  plain("not_allowed"),
  plain("load_failed"),
];
