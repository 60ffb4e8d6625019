import type { ProviderFile } from "./file.ts";
import { either, type Path, type Problem, quoted } from "./problem.ts";

/** Files beside the providers', names that placeholders have, and fields that the page asks for itself. */
const reserved: Record<string, readonly string[]> = {
  provider: ["schema", "constructor"],
  field: ["constructor", "host", "scopes", "value", "key_expiry", "key_expiry_date", "provider", "state"],
};

/** Ids that are there twice, ids that nobody has, and what cannot be proved. */
export function wrongReferences(file: ProviderFile): Problem[] {
  const problems: Problem[] = [];
  const tell = (path: Path, sentence: string) => problems.push({ path, sentence });
  const once = (values: readonly string[], pathOf: (index: number) => Path) =>
    values.forEach((value, index) => {
      if (values.indexOf(value) < index) tell(pathOf(index), `${quoted(value)} is there twice; rename one`);
    });

  once(
    file.fields.map(({ id }) => id),
    (index) => ["fields", index, "id"],
  );
  once(
    file.probes.map(({ id }) => id),
    (index) => ["probes", index, "id"],
  );
  // Who hears a sentence about one of two must know which.
  once(
    file.fields.map(({ label }) => label),
    (index) => ["fields", index, "label"],
  );
  once(
    file.probes.map(({ label }) => label),
    (index) => ["probes", index, "label"],
  );
  [file.name, ...file.aliases].forEach((name, index) => {
    if (!/[\p{L}\p{N}]/u.test(name))
      tell(
        index === 0 ? ["name"] : ["aliases", index - 1],
        `${quoted(name)} has no letter and no digit, so no search finds it; write the name that people know`,
      );
  });
  once(
    file.scopes.map(({ id }) => id),
    (index) => ["scopes", index, "id"],
  );
  once(
    [file.name, ...file.aliases].map((name) => name.toLowerCase()),
    (index) => ["aliases", index - 1],
  );
  once(
    Object.keys(file.verdict).map((key) => key.toLowerCase()),
    (index) => ["verdict", Object.keys(file.verdict)[index] ?? ""],
  );
  if (reserved["provider"]?.includes(file.id))
    tell(["id"], `${quoted(file.id)} is the product's own word; choose another`);

  const fieldIds = file.fields.map(({ id }) => id);
  file.fields.forEach((field, index) => {
    const path = ["fields", index];
    if (reserved["field"]?.includes(field.id))
      tell([...path, "id"], `${quoted(field.id)} is the product's own word; choose another`);
    once(
      (field.options ?? []).map(({ value }) => value),
      (at) => [...path, "options", at, "value"],
    );
    once(
      (field.options ?? []).map(({ label }) => label),
      (at) => [...path, "options", at, "label"],
    );
    once(
      (field.refuse ?? []).map(({ like }) => like),
      (at) => [...path, "refuse", at, "like"],
    );
    once(
      (field.hosts ?? []).map(({ suffix, take, after = "" }) => `${suffix} ${take} ${after}`.trim()),
      (at) => [...path, "hosts", at],
    );
    field.refuse?.forEach(({ like }, at) => {
      const other = /^field:(.*)$/.exec(like)?.[1];
      if (other === undefined || (fieldIds.includes(other) && other !== field.id)) return;
      tell([...path, "refuse", at, "like"], `expected field: and the id of another field; it is ${quoted(like)}`);
    });
  });

  const probeIds = file.probes.map(({ id }) => id);
  file.scopes.forEach(({ id, probe, write }, index) => {
    if (probe === undefined) return;
    if (!probeIds.includes(probe))
      tell(
        ["scopes", index, "probe"],
        `no probe has the id ${quoted(probe)}; write ${either(probeIds)}, or add the probe`,
      );
    if (write)
      tell(
        ["scopes", index, "probe"],
        `what may write (${quoted(id)}) cannot be proved without writing; remove the probe`,
      );
  });
  if (!file.scopes.some(({ minimum, probe }) => minimum && probe !== undefined))
    tell(
      ["scopes"],
      'no scope has both "minimum" and a "probe", so a wrong key would not be noticed; add a probe to one',
    );
  file.probes.forEach(({ id, pick }, index) => {
    if (!pick?.accounts && !file.scopes.some(({ probe }) => probe === id))
      tell(
        ["probes", index, "id"],
        `no scope names this probe, and it picks no accounts, so it is never sent; name it in a scope or remove it`,
      );
  });

  once(
    file.guide.map(({ text }) => text),
    (index) => ["guide", index, "text"],
  );
  const steps = file.guide.flatMap(({ scopes }, index) => (scopes ? [index] : []));
  for (const index of steps.slice(1))
    tell(
      ["guide", index, "scopes"],
      "the permissions are listed in one step, and an earlier one has them; remove it here",
    );
  file.guide.forEach(({ copy }, index) => {
    if (copy === "subdomain" && !file.fields.some(({ id, kind }) => id === "subdomain" && kind === "text"))
      tell(
        ["guide", index, "copy"],
        'no field of kind "text" has the id "subdomain", so there is nothing to copy; remove it',
      );
  });

  for (const [name, { source }] of Object.entries(file.facts))
    if (!file.sources.includes(source))
      tell(["facts", name, "source"], `expected one of sources; it is ${quoted(source)}, so add it there`);
  return problems;
}
