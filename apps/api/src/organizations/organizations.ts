import { newId } from "@kinward/db";
import {
  contractsOfOrganization,
  endOrganization,
  listOrganizations,
  loadOrganizations,
  saveOrganization,
} from "@kinward/db/admin";
import {
  decideEndOrganization,
  decideSaveOrganization,
  EndOrganizationInput,
  SaveOrganizationInput,
} from "@kinward/domain/agency";
import type { OrganizationId } from "@kinward/domain/kernel";
import { z } from "zod";
import { router } from "../trpc/base.ts";
import { decided, orNotFound } from "../trpc/failure.ts";
import { command, query } from "../trpc/procedures.ts";

const list = query("organizations.list", z.strictObject({}), async ({ trx, today }) => ({
  organizations: await listOrganizations(trx, today),
}));

const save = command("organizations.save", SaveOrganizationInput, async ({ trx, today }, input) => {
  const organizations = await loadOrganizations(trx);
  if (input.organizationId !== undefined)
    orNotFound(organizations.find((one) => one.id === input.organizationId));
  const others = organizations.filter((one) => one.id !== input.organizationId);
  const { value } = decided(decideSaveOrganization(input, others, today));
  const organizationId = input.organizationId ?? newId<OrganizationId>();
  await saveOrganization(trx, { ...value, organizationId });
  return {
    result: { organizationId },
    subject: { kind: "ORGANIZATION", id: organizationId },
    params: { name: value.name },
  };
});

const end = command(
  "organizations.end",
  EndOrganizationInput,
  async ({ trx }, { organizationId, on }) => {
    const organization = orNotFound(
      (await loadOrganizations(trx)).find((one) => one.id === organizationId),
    );
    const contracts = await contractsOfOrganization(trx, organizationId);
    const { value } = decided(decideEndOrganization(organization, contracts, on));
    await endOrganization(trx, organizationId, value.endedOn);
    return {
      result: { ok: true as const },
      subject: { kind: "ORGANIZATION", id: organizationId },
      params: { name: organization.name, on },
    };
  },
);

export const organizationsRouter = router({ list, save, end });
