import type { Probe, Provider } from "../relay/provider.ts";
import { isObject } from "../relay/json.ts";
import { accounts } from "./accounts.ts";
import { formOf, usualRow } from "./provider_forms.ts";

/** An answer that has the probe's shape, and the account where the file picks one. */
export function goodBody({ id }: Provider, { ok, pick = {} }: Probe): unknown {
  const { beside = {}, row = usualRow } = formOf(id);
  const body: unknown =
    "json" in ok
      ? ok.json === "array"
        ? [row]
        : { ...beside, ...row }
      : {
          ...beside,
          ...("array" in ok ? { [ok.array]: [row] } : "true" in ok ? { [ok.true]: true } : { [ok.member]: row }),
        };
  const { id: account, name, subdomain } = accounts[0] ?? { id: "", name: "", subdomain: "" };
  if (pick.accounts !== undefined) putAt(body, pick.accounts.split("."), [{ id: account, name, subdomain }]);
  if (pick.account !== undefined) putAt(body, pick.account.split("."), { name, subdomain });
  return body;
}

/** Puts a value at a path such as `candidates.0.account`, and makes what is on the way there. */
function putAt(body: unknown, [name = "", ...rest]: string[], value: unknown): void {
  const target = body as Record<string, unknown>;
  if (rest.length === 0) {
    target[name] = value;
    return;
  }
  const there = target[name];
  if (Array.isArray(there)) target[name] = [...(there as unknown[])];
  else if (isObject(there)) target[name] = { ...there };
  else target[name] = /^\d+$/.test(rest[0] ?? "") ? [] : {};
  putAt(target[name], rest, value);
}
