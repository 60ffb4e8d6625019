import type { CDPSession, Frame, Page } from "playwright-core";

type Raw = {
  nodeId: string;
  ignored: boolean;
  childIds?: string[];
  backendDOMNodeId?: number;
  role?: { value?: string };
  name?: { value?: string };
  description?: { value?: string };
  value?: { value?: string };
  properties?: { name: string; value: { value?: unknown } }[];
};

/** One thing that a screen reader meets, as `role “name”` and what else there is to say of it. */
export interface Met {
  line: string;
  role: string;
  backendNodeId: number | undefined;
}

const controls = ["button", "textbox", "searchbox", "combobox", "checkbox", "link", "switch"];
const containers = ["dialog", "list", "form", "group"];
const told = ["level", "invalid", "checked", "pressed", "disabled", "readonly"];

function lineOf(node: Raw): string {
  const role = node.role?.value ?? "";
  const parts = [`${role} “${node.name?.value ?? ""}”`];
  if (node.description?.value) parts.push(`(${node.description.value})`);
  for (const { name, value } of node.properties ?? [])
    if (told.includes(name) && ![undefined, false, "false"].includes(value.value as never))
      parts.push(`${name}=${String(value.value)}`);
  return parts.join(" ");
}

async function frameIdOf(cdp: CDPSession, frame: Frame): Promise<string> {
  const { frameTree } = await cdp.send("Page.getFrameTree");
  const all = [frameTree, ...(frameTree.childFrames ?? [])];
  const found = all.find((candidate) => candidate.frame.url.split("#")[0] === frame.url().split("#")[0]);
  if (!found) throw new Error(`no frame ${frame.url()}`);
  return found.frame.id;
}

/**
 * Everything of a frame in reading order: dialogs, headings, controls, lists, and text that belongs to none of them.
 * Labels are left out, since they are the names of their controls, and live regions, since they are heard, not met.
 */
export async function readAloud(page: Page, frame: Frame): Promise<Met[]> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { nodes } = (await cdp.send("Accessibility.getFullAXTree", { frameId: await frameIdOf(cdp, frame) })) as {
      nodes: Raw[];
    };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const met: Met[] = [];
    const walk = (id: string, inLabel: boolean): void => {
      const node = byId.get(id);
      if (!node) return;
      const role = node.ignored ? "" : (node.role?.value ?? "");
      if (role === "status" || role === "alert") return;
      const isControl = controls.includes(role) || role === "heading";
      if (isControl || (containers.includes(role) && role !== "form" && role !== "group"))
        met.push({ line: lineOf(node), role, backendNodeId: node.backendDOMNodeId });
      if (role === "StaticText" && !inLabel && node.name?.value?.trim())
        met.push({ line: `text “${node.name?.value ?? ""}”`, role: "text", backendNodeId: undefined });
      if (isControl || role === "StaticText") return;
      for (const child of node.childIds ?? []) walk(child, inLabel || role === "LabelText");
    };
    const [root] = nodes;
    if (root) walk(root.nodeId, false);
    return met;
  } finally {
    await cdp.detach();
  }
}

export const isControl = ({ role }: Met): boolean => controls.includes(role);
