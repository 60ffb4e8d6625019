import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { deep, seed } from "../../support/sample.ts";
import { step } from "../../../web/opener/step.ts";
import { judge, orders, start } from "../../web/opener/endings/orders.ts";
import { RealPage, screens } from "../../web/opener/endings/real_page.ts";
import type { Act } from "../../web/opener/endings/session_model.ts";

// Among the tests of what is built, since the module is: no browser is needed.
const COUNT = deep ? 20_000 : 1000;
const onward: Act = { name: "walk", pick: 1 };
const done: Act = { name: "succeed", pick: 0 };

test(`${COUNT} orders with the real module, port and line in the page's place end as truly`, (context) => {
  mock.timers.enable({ apis: ["setInterval"] });
  context.diagnostic(`endings: ${COUNT} orders with the real page, seed ${seed}`);
  let number = 0;
  for (const acts of orders(COUNT, "real page")) {
    // A user who has come to another screen each time; half of the pages are loaded again there.
    const rest = number % 2 === 0 ? acts : acts.filter(({ name }) => name !== "load");
    const way = Array.from({ length: (number >> 1) % 8 }, () => onward);
    const order = [...start, ...way, ...(number % 3 === 0 ? [done] : []), ...rest];
    number++;
    const wrong = judge(step, order, (say) => new RealPage(say));
    const list = order.map(({ name, pick }) => `${name}(${pick})`).join(" ");
    assert.equal(wrong, null, `seed ${seed}, order ${number}: ${wrong}\n  ${list}`);
  }
  for (const screen of ["provider", "permissions", "api_key", "verifying", "connected", "close_question", "help"])
    assert.ok(screens.has(screen), `no order came to ${screen}`);
});
