import { Ajv2020, type AnySchemaObject, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import auth from "../../providers/auth.schema.json" with { type: "json" };
import field from "../../providers/field.schema.json" with { type: "json" };
import schema from "../../providers/schema.json" with { type: "json" };
import { either, nearest, type Path, type Problem, quoted, shown } from "./problem.ts";

/** A schema's own words for what is allowed; docs and editors show the same. */
interface Rule {
  description?: string;
  properties?: Record<string, Rule | false>;
  $ref?: string;
  [keyword: string]: unknown;
}

const options = { strict: true, strictRequired: false, strictTypes: false, allErrors: true, verbose: true };
let compiled: ValidateFunction | undefined;
/** Compiled when it is first asked for: most commands ask for none. */
const validator = (): ValidateFunction =>
  (compiled ??= new Ajv2020(options).addSchema([auth, field] as AnySchemaObject[]).compile(schema as AnySchemaObject));
const definitions = { ...schema.$defs, ...auth.$defs, ...field.$defs, auth, field } as unknown as Record<string, Rule>;

/** Every way in which a value is not what the schema says, each named by its member. */
export function wrongShape(value: unknown): Problem[] {
  const validate = validator();
  if (validate(value)) return [];
  const errors = pertinent(validate.errors ?? []);
  const problems = errors.flatMap((error) => problemsOf(error, value));
  // A member that breaks two rules of one pattern is wrong once.
  const seen = new Set<string>();
  return problems.filter(({ path }) => {
    const key = JSON.stringify(path);
    return !seen.has(key) && seen.add(key);
  });
}

const pathOf = (pointer: string, root: unknown): Path => {
  let node = root;
  return pointer
    .split("/")
    .slice(1)
    .map((part) => {
      const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
      const step = Array.isArray(node) ? Number(name) : name;
      node = (node as Record<string | number, unknown>)[step];
      return step;
    });
};

/**
 * Of a choice between shapes only the errors of the one that was meant, and the choice's own where none can be told. What
 * leads to another sentence about the same member goes: `if`, and the items that `contains` did not take.
 */
function pertinent(errors: ErrorObject[]): ErrorObject[] {
  let kept = errors.filter(({ keyword, schemaPath }) => keyword !== "if" && !schemaPath.includes("/contains/"));
  for (const choice of errors.filter(({ keyword }) => keyword === "oneOf" || keyword === "anyOf")) {
    const shapes = choice.schema as Rule[];
    const meant = meantShape(shapes, choice.data);
    const own = `${choice.schemaPath}/${String(meant)}/`;
    // What is named by $ref has a path of its own, which begins at the definition.
    const isOf = ({ schemaPath, instancePath }: ErrorObject): boolean =>
      schemaPath.startsWith(`${choice.schemaPath}/`) ||
      (instancePath === choice.instancePath && shapes.some(({ $ref }) => $ref && schemaPath.startsWith(`${$ref}/`)));
    kept = kept.filter((each) =>
      each === choice ? meant < 0 : !isOf(each) || (meant >= 0 && each.schemaPath.startsWith(own)),
    );
  }
  return kept;
}

const kindOf = ({ properties }: Rule): unknown => definition(properties?.["kind"] || {})["const"];

/** The shape of which the value has the `kind`, or, where there is none, the one member that it needs. */
function meantShape(shapes: readonly Rule[], data: unknown): number {
  if (typeof data !== "object" || data === null) return -1;
  const { kind } = data as { kind?: unknown };
  if (shapes.some((shape) => kindOf(shape) !== undefined)) return shapes.findIndex((shape) => kindOf(shape) === kind);
  const needs = shapes.map((shape) =>
    ((shape["required"] as string[] | undefined) ?? []).every((name) => name in data),
  );
  return needs.filter(Boolean).length === 1 ? needs.indexOf(true) : -1;
}

function problemsOf(error: ErrorObject, root: unknown): Problem[] {
  const { keyword, params, data } = error;
  const rule = (error.parentSchema ?? {}) as Rule;
  const at = pathOf(error.instancePath, root);
  const name = error.propertyName;
  if (name !== undefined)
    return [
      { path: [...at, name], sentence: `the name is wrong: expected ${allowed(rule, keyword, error)}; rename it` },
    ];
  switch (keyword) {
    case "propertyNames":
      return [];
    case "oneOf": {
      const kinds = (error.schema as Rule[]).map(kindOf).filter((kind) => kind !== undefined);
      const { kind } = (typeof data === "object" && data !== null ? data : {}) as { kind?: unknown };
      if (kinds.length === 0 || typeof data !== "object" || data === null) break;
      const there = kind === undefined ? "missing, so add it" : shown(kind);
      return [{ path: [...at, "kind"], sentence: `expected ${either(kinds)}; it is ${there}` }];
    }
    case "required": {
      const missing = String(params["missingProperty"]);
      // What is needed only with a kind or a method is described where the member is.
      const what = describe(rule.properties?.[missing] || memberRule(missing));
      return [{ path: [...at, missing], sentence: `expected ${what}; it is missing, so add it` }];
    }
    case "additionalProperties": {
      const extra = String(params["additionalProperty"]);
      const near = nearest(extra, Object.keys(rule.properties ?? {}));
      const way = near === undefined ? "remove it" : `remove it, or call it ${quoted(near)} if that is meant`;
      return [{ path: [...at, extra], sentence: `there is no such member; ${way}` }];
    }
    case "false schema":
      return [{ path: at, sentence: "this member does not belong to this kind; remove it" }];
    case "contains":
      return [{ path: at, sentence: `expected ${allowed(rule, keyword, error)}; none is` }];
    case "uniqueItems": {
      const { i, j } = params as { i: number; j: number };
      return [
        { path: [...at, Math.max(i, j)], sentence: `${shown((data as unknown[])[i])} is there twice; remove one` },
      ];
    }
  }
  return [{ path: at, sentence: `expected ${allowed(rule, keyword, error)}; it is ${shown(data)}` }];
}

const types: Record<string, string> = {
  string: "a text",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  integer: "a whole number",
};

/** A rule with what its `$ref` names. */
function definition(rule: Rule): Rule {
  const name = /^(?:(?:\w+\.)*(?:json)?#\/\$defs\/(\w+)|(\w+)\.schema\.json)$/.exec(rule.$ref ?? "");
  return name ? { ...definitions[name[1] ?? name[2] ?? ""], ...rule } : rule;
}

const memberRule = (name: string): Rule | false | undefined =>
  Object.values(definitions).find(({ properties }) => properties?.[name])?.properties?.[name];

/** What a member should be, in the schema's own words where it has some. */
function describe(rule: Rule | false | undefined): string {
  if (rule === undefined || rule === false) return "a value";
  const whole = definition(rule);
  if (whole.description !== undefined) return whole.description;
  if (Array.isArray(whole["enum"])) return either(whole["enum"]);
  if ("const" in whole) return shown(whole["const"]);
  return types[String(whole["type"])] ?? "a value";
}

function allowed(rule: Rule, keyword: string, { params }: ErrorObject): string {
  const number = String(params["limit"] ?? "");
  switch (keyword) {
    case "type":
      // The description of the whole is a title of the documentation.
      if (rule.$id === schema.$id) return "an object with the members that providers/README.md describes";
      return rule.description ?? types[String(params["type"])] ?? "another type";
    case "enum":
      return either(rule["enum"] as unknown[]);
    case "const":
      return shown(rule["const"]);
    case "not":
      return `none of ${either(((rule["not"] as Rule)["enum"] as unknown[] | undefined) ?? [])}`;
    case "minLength":
      return `a text of at least ${number} character${number === "1" ? "" : "s"}`;
    case "maxLength":
      return `a text of at most ${number} characters`;
    case "minItems":
      return `a list of at least ${number}`;
    case "maxItems":
      return `a list of at most ${number}`;
    case "minProperties":
      return rule.description ?? `at least ${number} member${number === "1" ? "" : "s"}`;
    case "maxProperties":
      return rule.description ?? `at most ${number} members`;
    case "minimum":
    case "maximum":
      return `a whole number from ${String(rule["minimum"])} to ${String(rule["maximum"])}`;
    default:
      return rule.description ?? `what ${keyword} of providers/schema.json says`;
  }
}
