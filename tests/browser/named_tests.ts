import ts from "typescript";

/** A browser test whose name begins with an id. */
export interface NamedTest {
  id: string;
  /** No seed leaves it out: nothing that it stands in asks what was chosen. */
  always: boolean;
}

/** What tests/support/sample.ts gives, and what is made of it. */
const choosing = new Set(["deep", "randomNumbers", "sample", "sampled", "seed", "shared"]);

const namesOf = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : [...name.elements].flatMap((each) => (ts.isBindingElement(each) ? namesOf(each.name) : []));

/** The tests of a file, found in its text: none of it is run. */
export function namedTests(text: string): NamedTest[] {
  const file = ts.createSourceFile("a.test.ts", text, ts.ScriptTarget.Latest, true);
  const values = new Map<string, ts.Node>();
  const found: NamedTest[] = [];

  const learn = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer)
      for (const name of namesOf(node.name)) values.set(name, node.initializer);
    if (ts.isFunctionDeclaration(node) && node.name) values.set(node.name.text, node);
    ts.forEachChild(node, learn);
  };
  /** Whether a seed has a say in it, by whatever names of this file. */
  const isChosen = (node: ts.Node, seen = new Set<ts.Node>()): boolean => {
    if (seen.has(node)) return false;
    seen.add(node);
    const value = ts.isIdentifier(node) ? values.get(node.text) : undefined;
    if (ts.isIdentifier(node) && choosing.has(node.text)) return true;
    if (value && isChosen(value, seen)) return true;
    return ts.forEachChild(node, (child) => isChosen(child, seen)) ?? false;
  };
  /** Whether a list has something in it, whatever the seed. */
  const hasSome = (list: ts.Expression): boolean => {
    if (ts.isAsExpression(list) || ts.isParenthesizedExpression(list)) return hasSome(list.expression);
    if (ts.isArrayLiteralExpression(list))
      return list.elements.some((each) => !ts.isSpreadElement(each) || hasSome(each.expression));
    const value = ts.isIdentifier(list) ? values.get(list.text) : undefined;
    if (value && ts.isExpression(value)) return hasSome(value);
    if (ts.isCallExpression(list) && list.expression.getText() === "sample") {
      const [from, count] = list.arguments;
      return (
        from !== undefined && hasSome(from) && count !== undefined && ts.isNumericLiteral(count) && +count.text > 0
      );
    }
    return !isChosen(list);
  };
  const isAlways = (node: ts.Node): boolean => {
    const around = node.parent as ts.Node | undefined;
    if (!around) return true;
    if (ts.isForOfStatement(around) && node === around.statement && !hasSome(around.expression)) return false;
    if (ts.isIfStatement(around) && node !== around.expression && isChosen(around.expression)) return false;
    if (ts.isConditionalExpression(around) && node !== around.condition && isChosen(around.condition)) return false;
    if (ts.isBinaryExpression(around) && node === around.right && isChosen(around.left)) return false;
    if (ts.isCallExpression(around) && node !== around.expression && isChosen(around.expression)) return false;
    return isAlways(around);
  };
  const look = (node: ts.Node): void => {
    const [name, ...rest] =
      ts.isCallExpression(node) && /^(it|test)$/.test(node.expression.getText()) ? node.arguments : [];
    const [, id] = /^["`]([A-G]\d+) /.exec(name?.getText() ?? "") ?? [];
    const options = rest.slice(0, -1);
    if (id !== undefined) found.push({ id, always: isAlways(node) && !options.some((each) => isChosen(each)) });
    ts.forEachChild(node, look);
  };
  learn(file);
  look(file);
  return found;
}
