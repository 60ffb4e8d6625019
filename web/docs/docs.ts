import { watchSearch } from "./search.ts";
import { watchWide } from "./wide.ts";

watchWide(document.querySelectorAll<HTMLElement>(".wide"));
const search = document.querySelector<HTMLElement>("#search");
if (search) watchSearch(search);
