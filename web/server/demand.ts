/** Throws a TypeError with a function's name, the wrong member and what is allowed there. */
export type Demand = (right: boolean, member: string, expected: string) => asserts right;

export const demandFor =
  (name: string): Demand =>
  (right, member, expected) => {
    if (!right) throw new TypeError(`${name}: ${member}: expected ${expected}`);
  };

/** Refuses what nobody reads: a member that is misspelt would otherwise count as absent. */
export function demandKnown(demand: Demand, given: object, members: readonly string[]): void {
  for (const member of Object.keys(given)) demand(members.includes(member), member, "no such member; remove it");
}
