/** A small part of Markdown as HTML: headings, paragraphs, lists, tables, fenced code, code, bold, links. Everything else is text. */
export function markdownToHtml(markdown: string): string {
  const blocks: string[] = [];
  const lines = markdown.split(/\r?\n/);
  for (let i = 0; i < lines.length;) {
    const line = lines[i] ?? "";
    const heading = /^(#{1,6}) (.*)$/.exec(line);
    if (line.startsWith("```")) {
      const end = lines.findIndex((other, index) => index > i && other.startsWith("```"));
      const last = end === -1 ? lines.length : end;
      blocks.push(`<pre><code>${escapeHtml(lines.slice(i + 1, last).join("\n"))}</code></pre>`);
      i = last + 1;
    } else if (heading) {
      const level = String(heading[1]?.length ?? 1);
      blocks.push(`<h${level}>${inline(heading[2] ?? "")}</h${level}>`);
      i++;
    } else if (line.trim() === "") {
      i++;
    } else {
      const kind = kindOf(line);
      const end = lines.findIndex((other, index) => index > i && (other.trim() === "" || startsOther(kind, other)));
      const last = end === -1 ? lines.length : end;
      blocks.push(block(kind, lines.slice(i, last)));
      i = last;
    }
  }
  return blocks.join("\n");
}

export const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

type Kind = "ul" | "ol" | "table" | "p";

function kindOf(line: string): Kind {
  if (/^\s*[*-] /.test(line)) return "ul";
  if (/^\s*[0-9]+\. /.test(line)) return "ol";
  return line.startsWith("|") ? "table" : "p";
}

function startsOther(kind: Kind, line: string): boolean {
  if (line.startsWith("```") || /^#{1,6} /.test(line)) return true;
  // A list item may go on in plain lines; a paragraph ends where a list or a table starts.
  const next = kindOf(line);
  return next !== kind && next !== "p";
}

function block(kind: Kind, lines: string[]): string {
  if (kind === "p") return `<p>${inline(lines.join(" "))}</p>`;
  if (kind === "table") return table(lines);
  const items: string[] = [];
  for (const line of lines) {
    const item = /^\s*(?:[*-]|[0-9]+\.) (.*)$/.exec(line);
    if (item) items.push(item[1] ?? "");
    else items.push(`${items.pop() ?? ""} ${line.trim()}`);
  }
  return `<${kind}>${items.map((item) => `<li>${inline(item)}</li>`).join("")}</${kind}>`;
}

function table(lines: string[]): string {
  const rows = lines.filter((line) => !/^[|\s:-]+$/.test(line)).map((line) => line.split("|").slice(1, -1));
  const html = rows.map((cells, index) => {
    const tag = index === 0 ? "th" : "td";
    return `<tr>${cells.map((cell) => `<${tag}>${inline(cell.trim())}</${tag}>`).join("")}</tr>`;
  });
  return `<table>${html.join("")}</table>`;
}

/** Code first, so that nothing inside it is read as markup. */
function inline(text: string): string {
  const parts = text.split("`");
  return parts.map((part, index) => (index % 2 === 1 ? `<code>${escapeHtml(part)}</code>` : emphasis(part))).join("");
}

function emphasis(text: string): string {
  return escapeHtml(text)
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>")
    .replace(/\[([^\]]+)\]\(((?:https:\/\/|\.{0,2}\/|#)?[\w./#-]+)\)/g, '<a href="$2">$1</a>');
}
