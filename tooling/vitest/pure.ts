import { mergeConfig } from "vitest/config";
import node from "./node.ts";

/** Tests that replace no module and leave nothing behind in one: files share what they load. */
export default mergeConfig(node, { test: { isolate: false } });
