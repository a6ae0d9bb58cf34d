import { answerProposal, findProposal, listProposals } from "@kinward/db/proposals";
import { may } from "@kinward/domain/access";
import { ACTION_OF, AnswerProposalInput } from "@kinward/domain/approval";
import type { ProposalLists } from "@kinward/domain/views";
import { z } from "zod";
import { router } from "../trpc/base.ts";
import { forbidden, orNotFound } from "../trpc/failure.ts";
import { command, query } from "../trpc/procedures.ts";
import { answered } from "./answered.ts";
import { approveFor } from "./approve.ts";
import { ADMINISTRATORS_KINDS } from "./kinds.ts";
import { loadSurroundings, presentProposal } from "./present-proposal.ts";

const DECIDED_SHOWN = 50;

const list = query(
  "proposals.list",
  z.strictObject({}),
  async ({ trx, today, now, who }): Promise<ProposalLists> => {
    const kinds = ADMINISTRATORS_KINDS;
    const open = await listProposals(trx, { kinds, state: "OPEN" });
    const decided = await listProposals(trx, { kinds, state: "DECIDED", limit: DECIDED_SHOWN });
    const around = await loadSurroundings({ trx, today, now, actor: who.actor });
    const views = [];
    for (const proposal of [...open, ...decided])
      views.push(await presentProposal(around, proposal));
    const waiting = views.filter((view) => view.answer === undefined);
    return {
      waiting: waiting.filter((view) => !view.own),
      mine: waiting.filter((view) => view.own),
      decided: views.filter((view) => view.answer !== undefined),
    };
  },
);

const answer = command("proposals.answer", AnswerProposalInput, async (context, input) => {
  const { proposalId, decision, note } = input;
  const { who } = context;
  const proposal = orNotFound(await findProposal(context.trx, proposalId, ADMINISTRATORS_KINDS));
  const permission = may(who.actor, ACTION_OF[proposal.kind]);
  if (!permission.allowed) throw forbidden(permission.because);
  return answered(
    await answerProposal(
      context,
      {
        proposalId,
        kinds: ADMINISTRATORS_KINDS,
        by: who.actor.staffId,
        decision,
        ...(note === undefined ? {} : { note }),
      },
      approveFor(context),
    ),
  );
});

export const proposalsRouter = router({ list, answer });
