// Bundled by the test with `react` standing for strict_react.ts.
import { useAtsLink } from "../../../web/opener/react.ts";
import { mountStrict } from "./strict_react.ts";

const linkUrl = new URLSearchParams(location.search).get("link") ?? "";
const calls: string[] = [];
let hook: ReturnType<typeof useAtsLink> | undefined;
const renders: boolean[] = [];

function Component({ locale, tag }: { locale: string; tag: string }): void {
  hook = useAtsLink({
    linkUrl,
    locale,
    support: { onRequest: () => void calls.push(`help ${tag}`) },
    onSuccess: () => void calls.push(`success ${tag}`),
    onExit: (error) => void calls.push(`exit ${error?.code ?? "null"} ${tag}`),
  });
  renders.push(hook.ready);
}

const root = mountStrict(Component, { locale: "en", tag: "first" });
Object.assign(window, { root, calls, renders, hook: () => hook, loaded: true });
