import type { ReadTrx, Trx } from "@kinward/db";
import {
  type Addressee,
  findAddressee,
  findEpisode,
  recordFirstMeetingNotice,
} from "@kinward/db/contacts";
import { firstMeetingToConfirm } from "@kinward/domain/contacts";
import {
  type CaseId,
  CommandEnvelope,
  type EpisodeId,
  id,
  type PlainDate,
  PlainDateSchema,
} from "@kinward/domain/kernel";
import { z } from "zod";
import { recorded } from "../trpc/act.ts";
import { router } from "../trpc/base.ts";
import type { SignedIn } from "../trpc/context.ts";
import { orNotFound, refused } from "../trpc/failure.ts";
import { caseCommand, caseQuery } from "../trpc/procedures.ts";
import { firstMeetingLetter, type Letter } from "./letter.ts";

const OfEpisode = { caseId: id<CaseId>(), episodeId: id<EpisodeId>() };

/** The e-mail as it would go out now, read before it does. */
interface NoticePreview extends Letter {
  readonly to: { readonly name: string; readonly email: string };
  readonly meetingOn: PlainDate;
}

const previewFirstMeeting = caseQuery(
  "notices.previewFirstMeeting",
  z.strictObject(OfEpisode),
  async ({ trx, today, caseId, who }, { episodeId }): Promise<NoticePreview> => {
    const found = orNotFound(await findEpisode(trx, caseId, episodeId, today));
    const meetingOn = firstMeetingToConfirm(found, today);
    if (meetingOn === undefined) throw refused({ code: "INVALID_TRANSITION" });
    const to = await addresseeOf(trx, caseId, today);
    return {
      to: { name: to.name, email: to.email },
      ...letterTo(to, who, meetingOn),
      meetingOn,
    };
  },
);

const sendFirstMeeting = caseCommand(
  "notices.sendFirstMeeting",
  z.strictObject({ ...CommandEnvelope, ...OfEpisode, statedMeetingDate: PlainDateSchema }),
  async ({ who, services, ...tools }, input) => {
    const { trx, today, caseId, commandId } = tools;
    const found = orNotFound(await findEpisode(trx, caseId, input.episodeId, today));
    const { result } = recorded(
      await recordFirstMeetingNotice(tools, who.actor.staffId, found, input),
    );
    const to = await addresseeOf(trx, caseId, today);
    const { subject, body } = letterTo(to, who, result.meetingOn);
    await services.outbox.put(trx, {
      to: to.email,
      staffId: to.staffId,
      template: "LETTER",
      params: { subject, text: `${body}\n` },
      commandId,
    });
    return {
      result: { ok: true as const },
      caseId,
      params: { to: to.name, meetingOn: result.meetingOn },
    };
  },
);

/** Without a worker of the day there is nobody to write to. */
async function addresseeOf(
  trx: ReadTrx | Trx,
  caseId: CaseId,
  today: PlainDate,
): Promise<Addressee> {
  const to = await findAddressee(trx, caseId, today);
  if (to === undefined)
    throw refused({ code: "FIELD_REQUIRED", path: ["to"], params: { of: "to" } });
  return to;
}

const letterTo = (to: Addressee, who: SignedIn, meetingOn: PlainDate): Letter =>
  firstMeetingLetter({
    caseNumber: to.caseNumber,
    meetingOn,
    workerName: to.name,
    coordinatorName: who.name,
    organizationName: who.organization?.name ?? who.agency.name,
  });

export const noticesRouter = router({ previewFirstMeeting, sendFirstMeeting });
