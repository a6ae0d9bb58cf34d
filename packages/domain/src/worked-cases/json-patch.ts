import type { Json, JsonObject } from "./checker.ts";

export interface PatchOperation {
  readonly op: "add" | "replace" | "remove" | "move" | "copy" | "test";
  readonly path: string;
  readonly from?: string;
  readonly value?: Json;
}

type Container = Json[] | Record<string, Json>;

const clone = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

const segments = (pointer: string): string[] => {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) throw new Error(`not a JSON pointer: ${pointer}`);
  return pointer
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
};

const child = (value: Json, key: string): Json | undefined =>
  Array.isArray(value)
    ? (value as Json[])[Number(key)]
    : value !== null && typeof value === "object"
      ? (value as JsonObject)[key]
      : undefined;

const get = (document: Json, pointer: string): Json | undefined =>
  segments(pointer).reduce<Json | undefined>(
    (value, key) => (value === undefined ? undefined : child(value, key)),
    document,
  );

const parentOf = (document: Json, pointer: string): readonly [Container, string] => {
  const path = segments(pointer);
  const key = path.pop();
  if (key === undefined) throw new Error("a patch of the whole document is not supported");
  let at: Json | undefined = document;
  for (const part of path) at = at === undefined ? undefined : child(at, part);
  if (at === undefined || at === null || typeof at !== "object")
    throw new Error(`nothing at ${pointer}`);
  return [at as Container, key];
};

const add = (document: Json, pointer: string, value: Json): void => {
  const [parent, key] = parentOf(document, pointer);
  if (Array.isArray(parent)) parent.splice(key === "-" ? parent.length : Number(key), 0, value);
  else parent[key] = value;
};

const remove = (document: Json, pointer: string): void => {
  const [parent, key] = parentOf(document, pointer);
  if (get(document, pointer) === undefined) throw new Error(`nothing to remove at ${pointer}`);
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
};

const sameJson = (a: Json | undefined, b: Json | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Applies RFC 6902 operations to a copy of a document; throws where one does not apply. */
export const applyPatch = (document: Json, operations: readonly PatchOperation[]): Json => {
  const result = clone(document);
  for (const { op, path, from = "", value = null } of operations) {
    switch (op) {
      case "add":
        add(result, path, clone(value));
        break;
      case "replace": {
        const [parent, key] = parentOf(result, path);
        if (get(result, path) === undefined) throw new Error(`nothing to replace at ${path}`);
        if (Array.isArray(parent)) parent[Number(key)] = clone(value);
        else parent[key] = clone(value);
        break;
      }
      case "remove":
        remove(result, path);
        break;
      case "copy":
      case "move": {
        const moved = get(result, from);
        if (moved === undefined) throw new Error(`nothing at ${from}`);
        const copy = clone(moved);
        if (op === "move") remove(result, from);
        add(result, path, copy);
        break;
      }
      case "test":
        if (!sameJson(get(result, path), value)) throw new Error(`test failed at ${path}`);
        break;
      default:
        throw new Error(`unknown operation ${String(op)}`);
    }
  }
  return result;
};
