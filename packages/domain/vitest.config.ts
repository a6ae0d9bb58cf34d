import { mergeConfig } from "vitest/config";
import node from "../../tooling/vitest/node.ts";

// No test here replaces a module or leaves anything in one: files may share what they load.
export default mergeConfig(node, { test: { isolate: false } });
