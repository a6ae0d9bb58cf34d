import fc from "fast-check";
import type { z } from "zod";

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Values that have made servers stumble. */
const NASTY: readonly unknown[] = [
  null,
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "'; DROP TABLE app.staff; --",
  "%",
  "\\",
  "x".repeat(25_000),
  "😀".repeat(40),
  "ﬀİ",
  "__proto__",
  0,
  -1,
  1.5,
  2_147_483_648,
  9_007_199_254_740_992,
  1e308,
  true,
  [],
  [[]],
  {},
  { a: { b: {} } },
  "0000-00-00",
  "0001-01-01",
  "9999-12-31",
  "2026-02-30",
  "10000-01-01",
  "2026-11-20T00:00:00.000Z",
  "2026-11-20T00:00:00+25:00",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "NaN",
  "Infinity",
];

const EDGE_DATES = [
  "0001-01-01",
  "1900-01-01",
  "1999-12-31",
  "2026-11-20",
  "2028-02-29",
  "2200-12-31",
  "9999-12-31",
];

/**
 * Inputs for one schema: mostly of its shape with values at the edges, so that they get far, and some broken in one
 * place.
 */
export function inputsFor(
  schema: z.ZodType,
  toJsonSchema: (schema: z.ZodType) => unknown,
): fc.Arbitrary<unknown> {
  const shape = toJsonSchema(schema) as JsonSchema;
  const fitting = arbitraryOf(shape);
  return fc.oneof(
    { weight: 4, arbitrary: fitting },
    { weight: 3, arbitrary: fc.tuple(fitting, fc.nat(), fc.constantFrom(...NASTY)).map(broken) },
    { weight: 1, arbitrary: fc.constantFrom(...NASTY) },
  );
}

function arbitraryOf(shape: JsonSchema): fc.Arbitrary<unknown> {
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(arbitraryOf));
  const type = Array.isArray(shape.type) ? shape.type[0] : shape.type;
  switch (type) {
    case "object": {
      const properties = shape.properties ?? {};
      const model = Object.fromEntries(
        Object.entries(properties).map(([name, one]) => [name, arbitraryOf(one)]),
      );
      return fc.record(model, { requiredKeys: [...(shape.required ?? [])] });
    }
    case "array":
      return fc.array(arbitraryOf(shape.items ?? {}), { maxLength: 4 });
    case "integer":
      return fc.oneof(
        fc.integer({
          min: Math.max(shape.minimum ?? -1_000, -2_147_483_648),
          max: Math.min(shape.maximum ?? 100_000, 2_147_483_647),
        }),
        fc.constantFrom(shape.minimum ?? 0, shape.maximum ?? 1),
      );
    case "number":
      return fc.double({ noNaN: true });
    case "boolean":
      return fc.boolean();
    case "string":
      return textOf(shape.format);
    default:
      return fc.constantFrom(...NASTY);
  }
}

function textOf(format: string | undefined): fc.Arbitrary<string> {
  switch (format) {
    case "date":
      return fc.constantFrom(...EDGE_DATES);
    case "date-time":
      return fc.constantFrom(
        "1970-01-01T00:00:00.000Z",
        "2026-11-20T15:00:00.123456Z",
        "9999-12-31T23:59:59.999Z",
      );
    case "uuid":
    case "guid":
      return fc.uuid();
    case "email":
      return fc.constantFrom("a@b.test", `${"x".repeat(60)}@${"y".repeat(60)}.test`);
    default:
      return fc.oneof(
        fc.string({ unit: "grapheme", maxLength: 30 }),
        fc.constantFrom("", " ", "a", "America/Chicago", "'", "%_\\"),
      );
  }
}

/** The value with one part, found by counting, replaced by something nasty. */
function broken([value, at, nasty]: [unknown, number, unknown]): unknown {
  if (typeof value !== "object" || value === null) return nasty;
  const entries = Object.entries(value);
  const [key] = entries[at % Math.max(entries.length, 1)] ?? [];
  if (key === undefined) return nasty;
  if (Array.isArray(value))
    return value.map((one: unknown, index) => (String(index) === key ? nasty : one));
  const part: unknown = (value as Record<string, unknown>)[key];
  const replaced =
    typeof part === "object" && part !== null && at % 2 === 0
      ? broken([part, at >> 1, nasty])
      : nasty;
  return { ...value, [key]: replaced };
}
