import { walkEveryProvider } from "./every_provider.ts";

walkEveryProvider("Text");
