import { expectFitsEverywhere, type Page, settled, visitEach } from "@kinward/testkit/browser";
import { describe, expect, it } from "vitest";
import { paths } from "../src/paths.ts";
import { everything } from "./fixtures.ts";
import { SCREENS } from "./screens.ts";
import { type Answers, Fails, open, withStub } from "./stub.ts";

const ALL = Object.entries(SCREENS);
/** One page for several screens: a new one for each would spend more time on beginning than on looking. */
const IN_ONE_PAGE = 20;
const PARTS = Array.from({ length: Math.ceil(ALL.length / IN_ONE_PAGE) }, (_, part) => {
  const screens = ALL.slice(part * IN_ONE_PAGE, (part + 1) * IN_ONE_PAGE);
  return { first: screens[0]?.[0], last: screens.at(-1)?.[0], screens };
});

describe("every screen is accessible and never scrolls sideways", () => {
  it.each(PARTS)("from $first to $last", async ({ screens }) => {
    await withStub({}, everything, async (page) => {
      await page.goto(paths.home());
      await settled(page);
      await visitEach(
        page,
        screens.map(([, path]) => path),
        expectFitsEverywhere,
      );
    });
  });
});

async function expectGoodEverywhere(page: Page): Promise<void> {
  await settled(page);
  await expectFitsEverywhere(page);
}

describe("someone who is not signed in", () => {
  const out = { "session.me": new Fails({ kind: "SIGNED_OUT" }) };
  const SIGNED_OUT = {
    "sign-in": [paths.signIn(), { ...out, "setup.status": { needed: false } }],
    setup: [paths.setup(), { ...out, "setup.status": { needed: true } }],
    "setup that is done": [paths.setup(), { ...out, "setup.status": { needed: false } }],
    invitation: [
      "/admin/invitation#token",
      {
        "invitations.find": {
          email: "nils@agency.test",
          name: "Nils Sampleson",
          expiresAt: "2026-11-28T15:00:00.000Z",
        },
      },
    ],
    "used invitation": [
      "/admin/invitation#token",
      {
        "invitations.find": new Fails({
          kind: "REFUSED",
          refusals: [{ code: "INVITATION_INVALID" }],
        }),
      },
    ],
  } as const satisfies Record<string, readonly [string, Answers]>;

  it.each(Object.entries(SIGNED_OUT))("sees %s", async (_name, [path, answers]) => {
    await open({}, answers, path, (page) => expectGoodEverywhere(page));
  });

  it("is led from any screen to the sign-in page, and from an empty server to set-up", async () => {
    await open({}, SIGNED_OUT["sign-in"][1], paths.contracts(), async (page) => {
      expect(new URL(page.url()).pathname).toBe("/admin/sign-in");
      expect(new URL(page.url()).searchParams.get("next")).toBe("/admin/contracts");
    });
    await open({}, SIGNED_OUT.setup[1], paths.home(), async (page) =>
      expect(new URL(page.url()).pathname).toBe("/admin/setup"),
    );
  });
});
