import type { Frame, Page } from "playwright-core";

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
const containers = ["dialog", "list"];
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

/** The nodes of one frame. A frame of another site has a target of its own, one of the same site is part of the page's. */
async function nodesOf(page: Page, frame: Frame): Promise<Raw[]> {
  const own = await page
    .context()
    .newCDPSession(frame)
    .catch(() => null);
  const cdp = own ?? (await page.context().newCDPSession(page));
  try {
    const { frameTree } = await cdp.send("Page.getFrameTree");
    const all = [frameTree, ...(frameTree.childFrames ?? [])];
    const found = all.find((candidate) => candidate.frame.url.split("#")[0] === frame.url().split("#")[0]);
    if (!found) throw new Error(`no frame ${frame.url()}`);
    const { nodes } = await cdp.send("Accessibility.getFullAXTree", { frameId: found.frame.id });
    return nodes;
  } finally {
    await cdp.detach();
  }
}

/**
 * Everything of a frame in reading order: dialogs, headings, images, controls, lists, and text that belongs to none of them.
 * Labels are left out, since they are the names of their controls, and live regions, since they are heard, not met.
 */
export async function readAloud(page: Page, frame: Frame): Promise<Met[]> {
  const nodes = await nodesOf(page, frame);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const met: Met[] = [];
  const walk = (id: string, inLabel: boolean): void => {
    const node = byId.get(id);
    if (!node) return;
    const role = node.ignored ? "" : (node.role?.value ?? "");
    if (role === "status" || role === "alert") return;
    const stops = controls.includes(role) || role === "heading" || role === "image";
    if (stops || containers.includes(role))
      met.push({ line: lineOf(node), role, backendNodeId: node.backendDOMNodeId });
    if (role === "StaticText" && !inLabel && node.name?.value?.trim())
      met.push({ line: `text “${node.name.value}”`, role: "text", backendNodeId: undefined });
    if (stops || role === "StaticText") return;
    for (const child of node.childIds ?? []) walk(child, inLabel || role === "LabelText");
  };
  const [root] = nodes;
  if (root) walk(root.nodeId, false);
  return met;
}

export const isControl = ({ role }: Met): boolean => controls.includes(role);
