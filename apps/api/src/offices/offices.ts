import { newId } from "@kinward/db";
import { countInOffice, endOffice, listOffices, loadOffices, saveOffice } from "@kinward/db/admin";
import { decideEndPlace, decideNamePlace } from "@kinward/domain/agency";
import {
  CommandEnvelope,
  id,
  type OfficeId,
  PlainDateSchema,
  requiredText,
  text,
} from "@kinward/domain/kernel";
import { z } from "zod";
import { router } from "../trpc/base.ts";
import { decided, orNotFound } from "../trpc/failure.ts";
import { command, query } from "../trpc/procedures.ts";

const Change = { ...CommandEnvelope, reason: requiredText(500) };

const list = query("offices.list", z.strictObject({}), async ({ trx }) => ({
  offices: await listOffices(trx),
}));

const SaveInput = z.strictObject({
  ...Change,
  officeId: z.exactOptional(id<OfficeId>()),
  name: text(200),
  county: z.exactOptional(text(100)),
  phone: z.exactOptional(text(60)),
});

const save = command("offices.save", SaveInput, async ({ trx }, input) => {
  const offices = await loadOffices(trx);
  if (input.officeId !== undefined) orNotFound(offices.find((one) => one.id === input.officeId));
  const others = offices.filter((one) => one.id !== input.officeId);
  const { value } = decided(decideNamePlace(input.name, others));
  const officeId = input.officeId ?? newId<OfficeId>();
  await saveOffice(trx, { ...input, ...value, officeId });
  return {
    result: { officeId },
    subject: { kind: "OFFICE", id: officeId },
    params: { name: value.name },
  };
});

const EndInput = z.strictObject({ ...Change, officeId: id<OfficeId>(), on: PlainDateSchema });

const end = command("offices.end", EndInput, async ({ trx }, { officeId, on }) => {
  const office = orNotFound((await loadOffices(trx)).find((one) => one.id === officeId));
  decided(decideEndPlace(office, await countInOffice(trx, officeId, on)));
  await endOffice(trx, officeId, on);
  return {
    result: { ok: true as const },
    subject: { kind: "OFFICE", id: officeId },
    params: { name: office.name, on },
  };
});

export const officesRouter = router({ list, save, end });
