import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { plainDate } from "@kinward/domain/kernel";
import { describe, expect, test } from "vitest";
import { csvOf, harmless } from "./csv.ts";
import { exportFile } from "./table.ts";
import { xlsxOf } from "./xlsx.ts";

const EVIL = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "  =cmd|' /C calc'!A0",
  "＝1+1",
];

/** One part of a zip file; enough of the format for what our writer writes. */
function partOf(zip: Buffer, name: string): string {
  let at = zip.readUInt32LE(zip.indexOf(Buffer.from([0x50, 0x4b, 5, 6])) + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const lengths = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const found = zip.toString("utf8", at + 46, at + 46 + lengths[0]);
    if (found === name) {
      const local = zip.readUInt32LE(at + 42);
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const bytes = zip.subarray(from, from + zip.readUInt32LE(at + 20));
      return (zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString("utf8");
    }
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
  throw new Error(`no ${name}`);
}

describe("a list as CSV", () => {
  test.each(EVIL)("calculates nothing of %j", (text) => {
    expect(harmless(text)).toBe(`'${text}`);
    expect(csvOf({ columns: [text], rows: [[{ text }]] })).toBe(
      `\uFEFF"'${text}"\r\n"'${text}"\r\n`,
    );
  });
  test("leaves names, numbers and dates as they are", () => {
    const rows = [
      [{ text: 'O"Neil, Jr.' }, { number: -3 }, { date: plainDate("2026-11-20") }, undefined],
    ];
    expect(csvOf({ columns: ["Family", "Late", "Due", "Seen"], rows })).toBe(
      '\uFEFF"Family","Late","Due","Seen"\r\n"O""Neil, Jr.","-3","2026-11-20",""\r\n',
    );
  });
  test("no text begins a formula and none leaves its field", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const csv = csvOf({ columns: ["a"], rows: [[{ text }, { text: "end" }]] });
        const line = csv.slice('\uFEFF"a"\r\n'.length, -2);
        const inner = line.slice(1, line.indexOf('","end"'));
        expect(inner.replaceAll('""', "")).not.toContain('"');
        expect(inner.replaceAll('""', '"').trimStart()).not.toMatch(/^[=+\-@]/u);
      }),
      { seed: 42 },
    );
  });
});

describe("a list as XLSX", () => {
  test("holds texts as texts and dates as days, in any time zone", async () => {
    const rows = [
      ...EVIL.map((text) => [{ text }, undefined]),
      [{ text: "Reyes & <Söhne>\u0007" }, { date: plainDate("2026-11-20") }],
    ];
    const bytes = await xlsxOf({ title: "Cases", columns: ["=Family", "Due"], rows });
    const sheet = partOf(bytes, "xl/worksheets/sheet1.xml");
    expect(sheet).not.toContain("<f>");
    expect(sheet).not.toContain('t="str"');
    // Days since 1899-12-30.
    expect(sheet).toContain("<v>46346</v>");
    expect(partOf(bytes, "xl/sharedStrings.xml")).toContain("Reyes &amp; &lt;Söhne&gt;<");
    expect(partOf(bytes, "xl/sharedStrings.xml")).toContain("=1+1");
  });
});

test("a file says how many rows it left out", async () => {
  const file = await exportFile(
    { title: "My work", columns: ["a"], rows: [[{ text: "x" }]] },
    "CSV",
    plainDate("2026-11-20"),
    4,
  );
  expect(file).toMatchObject({ fileName: "my-work-2026-11-20.csv", rows: 1, left: 3 });
  expect(Buffer.from(file.base64, "base64").toString("utf8")).toContain('"x"');
});
