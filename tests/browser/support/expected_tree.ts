import type { FieldNode, ViewButton, ViewModel, ViewNode } from "../../../web/link/view_model.ts";

const say = (role: string, name = "", more: (string | false | undefined)[] = []): string =>
  [`${role} “${name}”`, ...more.filter(Boolean)].join(" ");
const text = (words: string | undefined): string[] => (words ? [say("text", words)] : []);
const buttonLine = ({ label, disabled }: ViewButton): string => say("button", label, [disabled && "disabled=true"]);

const roles: Record<string, string> = { search: "searchbox", select: "combobox" };

function fieldLines(node: FieldNode, inside: string[]): string[] {
  const described = [node.error, node.suffix, node.help].filter(Boolean).join(" ");
  const field = say(roles[node.input] ?? "textbox", node.label, [
    described && `(${described})`,
    node.error ? "invalid=true" : false,
    node.readonly && "readonly=true",
  ]);
  return [field, ...text(node.suffix), ...inside, ...text(node.error), ...text(node.help)];
}

function nodeLines(node: ViewNode, view: ViewModel): string[] {
  const { label } = node;
  switch (node.kind) {
    case "text":
    case "notice":
      return text(label);
    case "heading":
      return [say("heading", label, ["level=2"])];
    case "list":
      return [
        ...text(label),
        say("list", label),
        ...node.items.flatMap((item) => [...text(item.label), ...text(item.detail)]),
      ];
    case "choice":
      return [say("button", label, [node.help && `(${node.help})`])];
    case "field":
      return fieldLines(
        node,
        view.nodes.flatMap((other) =>
          other.kind === "reveal" && other.owner === node.id
            ? [say("button", other.label, [other.shown && "pressed=true"])]
            : [],
        ),
      );
    case "step":
      return text(label);
    case "snippet":
      return [...text(label), ...text(node.help), say("button", node.name)];
    case "link":
      return [say("link", label)];
    case "button":
      return [say("button", label)];
    case "reveal":
      return []; // Inside its field.
    case "address":
      return [label, node.before, node.part, node.after].flatMap(text);
    case "picture":
      return [say("image", label)];
    case "status":
      return [...text(label), ...text(node.help)];
  }
}

/** What a screen reader should meet on a screen, in order, worked out from its description alone. */
export function expectedTree(view: ViewModel, textView: boolean): string[] {
  // Those of a kind in a row share a list, in the step that they belong to or outside.
  const listed = ["status", "step", "snippet"];
  const before = new Map<string | undefined, string>();
  const lines = view.nodes.flatMap((node) => {
    const begins = node.kind !== before.get(node.owner) && listed.includes(node.kind);
    before.set(node.owner, node.kind);
    return [...(begins ? [say("list")] : []), ...nodeLines(node, view)];
  });
  return [
    say("dialog", view.heading),
    ...(view.canGoBack ? [say("button", view.backLabel)] : []),
    say("button", view.closeLabel),
    ...text(view.progress),
    say("heading", view.heading, ["level=1"]),
    ...text(view.lead),
    ...lines,
    ...(view.primary ? [buttonLine(view.primary)] : []),
    ...view.secondary.map(buttonLine),
    // In one column, which is where the trees are read.
    ...(view.jump ? [say("button", view.jump.label)] : []),
    say("button", view.helpLabel),
    say("switch", view.textViewLabel, [textView && "checked=true"]),
  ];
}
