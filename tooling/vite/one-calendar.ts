import type { Plugin } from "vite";

const CHOOSER = /@internationalized\/date\/dist\/private\/createCalendar\.mjs$/;
const OTHER_IMPORT = /^import \{(?!GregorianCalendar ).*\n/gmu;
const OTHER_CASE = /case '(?!gregory')[^']+':\s*return new \(0, [^)]+\)\(\);/gu;

/**
 * Leaves out the twelve calendars that no date of the policy is written in: React Aria asks for a calendar by name, so a
 * build cannot know by itself that it is always the Gregorian one.
 * @throws when the library has changed so that nothing would be left out
 */
export function oneCalendar(): Plugin {
  return {
    name: "kinward:one-calendar",
    transform: (code, id) => {
      if (!CHOOSER.test(id.split("?")[0] ?? "")) return undefined;
      const left = code.replaceAll(OTHER_IMPORT, "").replaceAll(OTHER_CASE, "");
      if (/hebrew|persian/iu.test(left)) throw new Error(`${id} is not written as it was.`);
      return { code: left, map: null };
    },
  };
}
