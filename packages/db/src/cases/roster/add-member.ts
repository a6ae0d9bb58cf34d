import type { CaseFile } from "@kinward/domain/casefile";
import type { PersonId } from "@kinward/domain/kernel";
import {
  type AddMember,
  decideAddMember,
  type NewMember,
  type Person,
  type PersonName,
  type Recorder,
} from "@kinward/domain/people";
import type { Trx } from "../../core/client.ts";
import type { CommandAnswer, CommandTools } from "../../core/command.ts";
import { insertRows } from "../../core/insert-rows.ts";
import { newId } from "../../core/values.ts";
import { followMerged } from "../../people/person-records.ts";
import { rowsOfPeople } from "../../people/write-person.ts";
import { basisRow } from "./confirm-member.ts";
import { insertHouseholdChange } from "./household-changes.ts";
import { listOtherOpenCases, loadRoster, spanOf } from "./load.ts";

export interface MemberAdded {
  readonly personId: PersonId;
  /** A notice of the household change is owed to the Department worker. */
  readonly tells: boolean;
}

/**
 * Someone joins the case, known already or written down for the first time. An act on a locked case; a person that the
 * caller cannot see is not found.
 */
export async function addMember(
  tools: CommandTools,
  file: CaseFile,
  recorder: Recorder,
  command: AddMember,
): Promise<CommandAnswer<MemberAdded> | undefined> {
  const { trx, today } = tools;
  const { caseId } = command;
  const personId = await personOf(tools, command);
  const roster = await loadRoster(trx, caseId, personId);
  if (command.personId !== undefined && !roster.isKnown) return undefined;
  const others = roster.isKnown ? await listOtherOpenCases(trx, [personId], caseId) : [];
  const decided = decideAddMember(
    {
      ...recorder,
      span: spanOf(file),
      ...(roster.isKnown && { person: roster.person }),
      memberships: roster.memberships,
      stays: roster.stays,
      openCases: others.map(({ number }) => number ?? ""),
    },
    command,
    today,
  );
  if (!decided.ok) return { no: decided.refusals };
  if (!roster.isKnown) await insertRows(trx, rowsOfPeople([newPerson(command, personId)]));
  await writeMember(tools, command, personId, decided.value, file.members.length);
  return {
    done: {
      result: {
        personId,
        tells: decided.value.household !== undefined && recorder.by === "CONTRACTOR",
      },
      caseId,
      params: {
        person: roster.isKnown ? roster.name : nameOf(command),
        role: command.role,
        joined: command.joined,
      },
    },
  };
}

/** Someone who was merged since the form was opened joins as whom they are known now. */
async function personOf({ trx }: CommandTools, { personId }: AddMember): Promise<PersonId> {
  if (personId === undefined) return newId<PersonId>();
  return (await followMerged(trx, [personId])).get(personId) ?? personId;
}

const PARTS = ["given", "middle", "family", "suffix", "preferred"] as const;

const nameOf = (command: AddMember): string =>
  [command.preferred ?? command.given, command.family, command.suffix]
    .map((part) => part?.trim())
    .filter((part) => part)
    .join(" ");

function newPerson(command: AddMember, id: PersonId): Person {
  const name: Record<string, string> = {};
  for (const part of PARTS) {
    const text = command[part]?.trim();
    if (text) name[part] = text;
  }
  return {
    ...(name as PersonName),
    id,
    languages: command.languages ?? [],
    ...(command.birthDate && {
      birthDate: command.birthDate,
      birthDateKind: command.birthDateKind ?? "EXACT",
    }),
  };
}

async function writeMember(
  tools: CommandTools,
  { caseId }: AddMember,
  personId: PersonId,
  { membership, basis, ends, begins, household }: NewMember,
  position: number,
): Promise<void> {
  const { trx } = tools;
  if (ends !== undefined) await endStay(trx, ends.stayId, ends.to);
  await insertRows(trx, {
    member: [
      {
        memberId: newId(),
        caseId,
        personId,
        role: membership.role,
        position,
        joinedOn: membership.joined,
        continuesPastMajority: false,
        confirmed: membership.confirmed,
      },
    ],
    memberBasis: basis === undefined ? [] : [basisRow(caseId, personId, basis)],
    livingSituation:
      begins === undefined
        ? []
        : [
            {
              livingSituationId: newId(),
              caseId,
              personId,
              setting: begins.setting,
              state: begins.state,
              address: begins.address ?? null,
              fromOn: begins.from ?? null,
              confirmed: begins.confirmed,
            },
          ],
  });
  if (household !== undefined)
    await insertHouseholdChange(tools, caseId, { ...household, person: personId });
}

const endStay = (trx: Trx, stayId: string, to: string) =>
  trx
    .updateTable("livingSituation")
    .set({ toOn: to as never })
    .where("livingSituationId", "=", stayId)
    .execute();
