import { newId } from "@kinward/db";
import {
  endStaff,
  insertStaff,
  listStaff,
  loadOrganizations,
  loadStaffFacts,
  placeStaff,
  setRoles,
  setSupervisor,
  type StaffRow,
} from "@kinward/db/admin";
import { may } from "@kinward/domain/access";
import {
  ChangeStaffInput,
  decideChangeStaff,
  decideEndStaff,
  decideInviteStaff,
  EndStaffInput,
  InviteStaffInput,
  STAFF_STATUSES,
  type StaffFacts,
} from "@kinward/domain/agency";
import {
  type OrganizationId,
  type PlainDate,
  type StaffId,
  id,
  text,
} from "@kinward/domain/kernel";
import { ROLES, type StaffView } from "@kinward/domain/views";
import type { Trx } from "@kinward/db";
import { z } from "zod";
import { invitationLink } from "../mail/render.ts";
import { router } from "../trpc/base.ts";
import { decided, orNotFound } from "../trpc/failure.ts";
import { command, query, type StaffContext } from "../trpc/procedures.ts";
import { resendInvitation, sendInvitation } from "./invite.ts";

const ListInput = z.strictObject({
  text: z.exactOptional(text(200)),
  organizationId: z.exactOptional(id<OrganizationId>()),
  role: z.exactOptional(z.enum(ROLES)),
  status: z.exactOptional(z.enum(STAFF_STATUSES)),
  page: z.int().min(1).max(10_000).default(1),
});

const list = query("staff.list", ListInput, async (context, filter) => {
  const { staff, total } = await listStaff(context.trx, filter, context.today);
  return { staff: staff.map((row) => viewOf(context, row)), total };
});

const get = query(
  "staff.get",
  z.strictObject({ staffId: id<StaffId>() }),
  async (context, { staffId }) => {
    const { staff } = await listStaff(context.trx, { staffId }, context.today);
    return viewOf(context, orNotFound(staff[0]));
  },
);

/** The link of an open invitation, for whoever could have it sent and only where no mail server does. */
function viewOf({ who, services }: StaffContext, { view, invitationId }: StaffRow): StaffView {
  const isShown = !services.outbox.isConnected && may(who.actor, "STAFF_ADMIN").allowed;
  return invitationId === undefined || !isShown || view.status !== "INVITED"
    ? view
    : { ...view, invitationLink: invitationLink(services.config, invitationId) };
}

const invite = command(
  "staff.invite",
  InviteStaffInput,
  async (context, input) => {
    const { trx, today, commandId } = context;
    const { value } = decided(
      decideInviteStaff(input, await factsFor(trx, input.organizationId, today)),
    );
    const staffId = newId<StaffId>();
    await insertStaff(trx, { ...value, staffId });
    await placeStaff(trx, staffId, value, today);
    await setSupervisor(trx, staffId, value.supervisorId, today);
    await setRoles(
      trx,
      staffId,
      value.roles.map((role) => ({ role, from: today })),
    );
    const invitationId = await sendInvitation(context, {
      staffId,
      name: value.name,
      email: value.email,
      commandId,
    });
    return {
      result: { staffId, invitationId },
      subject: { kind: "STAFF", id: staffId },
      params: { name: value.name, roles: value.roles },
    };
  },
  // The link opens an account, so it is no part of the stored result.
  ({ services }, { staffId, invitationId }): { staffId: StaffId; link?: string } => ({
    staffId,
    ...(services.outbox.isConnected ? {} : { link: invitationLink(services.config, invitationId) }),
  }),
);

const change = command("staff.change", ChangeStaffInput, async ({ trx, today }, input) => {
  const { staffId } = input;
  const before = await loadStaffFacts(trx);
  const person = orNotFound(before.staff.find((one) => one.id === staffId));
  const facts = await factsFor(trx, person.organizationId, today);
  const { name, email, organizationId } = person;
  const wanted = {
    ...input,
    name,
    email,
    ...(organizationId === undefined ? {} : { organizationId }),
  };
  const { value } = decided(decideChangeStaff(wanted, person, facts));
  await placeStaff(trx, staffId, input, today);
  await setSupervisor(trx, staffId, input.supervisorId, today);
  await setRoles(trx, staffId, value.roles);
  return {
    result: { ok: true as const },
    subject: { kind: "STAFF", id: staffId },
    params: { name, roles: input.roles },
  };
});

const end = command(
  "staff.end",
  EndStaffInput,
  async ({ trx, today, services }, { staffId, on }) => {
    const known = await loadStaffFacts(trx);
    const person = orNotFound(known.staff.find((one) => one.id === staffId));
    const { value } = decided(
      decideEndStaff(person, on, await factsFor(trx, person.organizationId, today)),
    );
    await setRoles(trx, staffId, value.roles);
    await setSupervisor(trx, staffId, undefined, on);
    const account = await endStaff(trx, staffId, value.endedOn);
    // Every request looks at the day anyway; this ends what is open now.
    if (account !== undefined && value.endedOn <= today)
      await services.accounts.endSessionsOf(account);
    return {
      result: { ok: true as const },
      subject: { kind: "STAFF", id: staffId },
      params: { name: person.name, on },
    };
  },
);

/** What the deciders about people need to know. */
async function factsFor(
  trx: Trx,
  organizationId: OrganizationId | undefined,
  today: PlainDate,
): Promise<StaffFacts> {
  const { staff, lines } = await loadStaffFacts(trx);
  const organization = (await loadOrganizations(trx)).find((one) => one.id === organizationId);
  return {
    staff: staff.filter((one) => one.endedOn === undefined || one.endedOn > today),
    lines,
    organizationOpen:
      organization !== undefined &&
      (organization.endedOn === undefined || organization.endedOn > today),
    today,
  };
}

export const staffRouter = router({ list, get, invite, change, end, resendInvitation });
