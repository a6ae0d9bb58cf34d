import type { NoticeView } from "@kinward/domain/views";
import { expect, it } from "vitest";
import { presentNotice } from "./present.ts";

const notice = (more: object): NoticeView =>
  ({
    noticeId: "n",
    kind: "DUTY_LATE",
    at: "2026-11-20T13:00:00Z",
    isRead: false,
    ...more,
  }) as never;

it("says what is late since when, and leads to the family", () => {
  expect(
    presentNotice(
      notice({
        dueOn: "2026-11-17",
        duties: 2,
        case: { caseId: "c", caseNumber: "2026-00001", familyName: "Reyes" },
      }),
      "2026-11-20",
    ),
  ).toMatchObject({
    title: "Late",
    detail: "was due Tue, Nov 17, 2 duties",
    link: { href: "/cases/c", text: "Reyes" },
    about: "Late, Reyes",
  });
});
it("leads to the place where it is answered, or nowhere once the case is closed to the reader", () => {
  expect(presentNotice(notice({ kind: "OVERRIDE_REQUESTED" }), "2026-11-20").link?.href).toBe(
    "/referrals/overrides",
  );
  expect(presentNotice(notice({ kind: "HOUSEHOLD_CHANGE" }), "2026-11-20")).toMatchObject({
    link: undefined,
    detail: undefined,
  });
});
