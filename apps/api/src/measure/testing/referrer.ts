import { isDeepStrictEqual } from "node:util";
import { newId } from "@kinward/db";
import type { ReferralDraft } from "@kinward/domain/assignment";
import { plainDate, type ReferralId } from "@kinward/domain/kernel";
import type { ReceiptView } from "@kinward/domain/views";
import { type Answer, createClient, type TestClient } from "../../testing/client.ts";
import { PASSWORD, RACE_DAY, type RaceArea } from "./agency.ts";
import type { Stopwatch } from "./figures.ts";

/** One in so many submissions is asked for again, as after a lost answer, or at both processes at once. */
const ASKED_AGAIN = 4;

export interface Receipt extends ReceiptView {
  readonly contractAreaId: string;
}

/** A caseworker with a session that every process knows. */
export interface Referrer {
  /** Enters a referral, sometimes twice by the same command, and reads its receipt. */
  readonly refer: (area: RaceArea, familyName: string) => Promise<Receipt>;
}

/**
 * Signs someone in at one process; their requests then go to any of them.
 * @param chance numbers from 0 to 1
 */
export async function signInReferrer(
  origins: readonly [string, string],
  email: string,
  { chance, watch }: { readonly chance: () => number; readonly watch: Stopwatch },
): Promise<Referrer> {
  const entered = createClient(origins[0]);
  const answer = await watch.time("sign-in", () =>
    entered.post("/api/auth/sign-in/email", { email, password: PASSWORD }),
  );
  if (answer.status !== 200) throw new Error(`sign-in: ${answer.status} ${answer.text}`);
  const clients = [entered, createClient(origins[1], entered.cookies())] as const;
  const any = (): TestClient => clients[chance() < 0.5 ? 0 : 1];

  const submit = async (input: object): Promise<Answer> => {
    const once = (client: TestClient): Promise<Answer> =>
      watch.time("referrals.submit", () => client.call("referrals.submit", input));
    if (chance() >= 1 / ASKED_AGAIN) return once(any());
    const [first, again] =
      chance() < 0.5
        ? await Promise.all(clients.map(once))
        : [await once(any()), await once(any())];
    if (first?.status === 200 && !isDeepStrictEqual(first.data, again?.data))
      throw new Error(`one command, two answers: ${first.text} ${again?.text}`);
    return first as Answer;
  };

  return {
    refer: async (area, familyName) => {
      const draftId = newId();
      await succeed(
        "drafts.save",
        watch.time("drafts.save", () =>
          any().call("drafts.save", {
            commandId: newId(),
            draftId,
            kind: "REFERRAL",
            title: familyName,
            content: familyOf(area, familyName),
            expectedVersion: 0,
          }),
        ),
      );
      const { referralId } = await succeed<{ referralId: ReferralId }>(
        "referrals.submit",
        submit({ commandId: newId(), draftId, expectedVersion: 1, acceptWarnings: [] }),
      );
      const receipt = await succeed<ReceiptView>(
        "referrals.receipt",
        watch.time("referrals.receipt", () => any().call("referrals.receipt", { referralId })),
      );
      return { ...receipt, contractAreaId: area.contractAreaId };
    },
  };
}

async function succeed<T>(name: string, asked: Promise<Answer>): Promise<T> {
  const { status, text, data } = await asked;
  if (status !== 200) throw new Error(`${name}: ${status} ${text}`);
  return data as T;
}

/** A mother at home with an abused girl, as a worker fills in the form. */
function familyOf({ serviceAreaId }: RaceArea, family: string): ReferralDraft {
  const living = { setting: "PARENTAL_HOME", state: "IA" } as const;
  return {
    family: {
      members: [
        {
          ref: "girl",
          given: "Ann",
          family,
          birthDate: plainDate("2018-05-04"),
          birthDateKind: "EXACT",
          role: "CHILD",
          bases: [
            { basis: "ABUSE_VICTIM", on: plainDate("2026-11-01"), meetsOpeningCriteria: true },
          ],
          living,
          purpose: "PRESERVE",
        },
        {
          ref: "mom",
          given: "Maria",
          family,
          role: "PARENT",
          bases: [{ basis: "PARENT" }],
          living,
        },
      ],
    },
    service: { serviceType: "FSRP", serviceAreaId, purpose: "PRESERVE" },
    legalBasis: { openingBasis: "CHILD_PROTECTIVE_ASSESSMENT", openedOn: RACE_DAY },
    form: { effectiveDate: RACE_DAY, signedOn: RACE_DAY },
    priorServices: { noneKnown: true },
    risks: { noneKnown: true },
  };
}
