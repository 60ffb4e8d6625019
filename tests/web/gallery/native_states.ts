import { join } from "node:path";
import { pseudo, pseudoTag } from "../../../tools/build/pseudo_locale.ts";
import { type Answer, caseConfig, cases } from "../../../web/gallery/cases.ts";
import { type GalleryState, states } from "../../../web/gallery/states.ts";
import { type PageConfig, toFlowPage } from "../../../web/link/config/page_config.ts";
import { pluralCategories } from "../../../web/link/languages.ts";

/** What the C++ suite reads (tests/support/gallery_words.cpp). */
export const nativeStatesFile = join(import.meta.dirname, "../../fixtures/gallery.json");

/** The screens of the page itself, without the module. */
const plain = ["config_wrong", "not_allowed", "load_failed"];

const languages = ["ar", "de", "en", "es", "fr", "ja", pseudoTag];
const sentences = ["Back", "Step {step} of {steps}", "How do you want to connect {ats}?", "{count} of {in_all}; 1/2"];

/** Bodies as they come over the wire, since C++ reads them from text. */
const asText = (answers: Readonly<Record<string, Answer>> = {}): object =>
  Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [
      id,
      typeof answer === "string"
        ? answer
        : { ...answer, body: typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body) },
    ]),
  );

function nativeCase(name: string): object {
  const key = { kty: "EC", crv: "P-256", kid: "gallery", x: "", y: "" } as const;
  const config = caseConfig(name, "https://link.example.com", key) as unknown as PageConfig;
  return { page: toFlowPage(config), relay: asText(cases[name]?.relay), backend: asText(cases[name]?.backend) };
}

/** A hosted link takes its configuration from its address (driver.ts, `hostedAddress`). */
const nativeState = ({ name, case: of, config = {}, steps = [], until = "h1", ...rest }: GalleryState): object => ({
  name,
  case: of,
  hosted: rest.hosted ?? false,
  offline: rest.offline ?? false,
  config: rest.hosted ? { provider: "workable", state: "gallery" } : { state: "gallery", ...config },
  steps: steps.map((step) => ("press" in step ? [step.press] : step.type)),
  until,
});

/** Every state that the module shows, with all that its flow needs, and what the platform knows of each language. */
export function nativeStates(): object {
  const shown = states.filter(({ name }) => !plain.includes(name));
  return {
    states: shown.map(nativeState),
    cases: Object.fromEntries([...new Set(shown.map((state) => state.case))].map((name) => [name, nativeCase(name)])),
    // A count that is not named is `other`.
    plurals: Object.fromEntries(
      languages.map((language) => [
        language,
        Object.fromEntries(Object.entries(pluralCategories(language)).filter(([, category]) => category !== "other")),
      ]),
    ),
    pseudo: Object.fromEntries(sentences.map((text) => [text, pseudo(text)])),
  };
}
