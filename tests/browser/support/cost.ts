// What a test file has cost, in a line or two when it ends, so that a visit too many is seen where it was made.

/** Pages that the tests brought up by an address, browsers that they started, and presses that had to be made again (stray.ts). */
export const cost = { loads: 0, browsers: 0, strays: 0 };

/** To be called at each navigation that a test asks for. */
export function countLoad(): void {
  cost.loads++;
}

process.on("exit", () => {
  console.log(`cost: ${String(cost.loads)} loads, ${String(cost.browsers)} browsers`);
  if (cost.strays > 0)
    console.log(`presses that the host's page got instead of its frame, made again: ${String(cost.strays)}`);
});
