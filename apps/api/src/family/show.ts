import { type FamilyRecords, findCaseFile, loadFamilyRecords } from "@kinward/db/cases";
import { type CaseFile, readCaseFile } from "@kinward/domain/casefile";
import { type CaseId, id, minDate, type PlainDate } from "@kinward/domain/kernel";
import type { FamilyPerson, FamilyView } from "@kinward/domain/views";
import { z } from "zod";
import { type ReadingBounds, readingBounds } from "../cases/reading-bounds.ts";
import { orNotFound } from "../trpc/failure.ts";
import { caseQuery } from "../trpc/procedures.ts";

/** Who is who to whom and who lived where, with dates: the drawing of any day is made from it. */
export const show = caseQuery(
  "family.show",
  z.strictObject({ caseId: id<CaseId>() }),
  async ({ trx, caseId, today, who, relation }): Promise<FamilyView> => {
    const { file } = orNotFound(await findCaseFile(trx, caseId));
    return familyView(
      file,
      await loadFamilyRecords(trx, caseId),
      today,
      readingBounds(who, relation),
    );
  },
);

const familyView = (
  file: CaseFile,
  records: FamilyRecords,
  today: PlainDate,
  bounds: ReadingBounds,
): FamilyView => {
  const until = bounds.until;
  const isReadable = (on: PlainDate | undefined) =>
    until === undefined || on === undefined || on <= until;
  const contacts = file.contacts
    .filter((contact) => isReadable(contact.date))
    .map((contact) => ({
      contactId: contact.id,
      on: contact.date,
      mode: contact.mode,
      people: contact.with,
    }));
  const { profile, episodes, levels } = readCaseFile(file);
  const services = episodes.map((episode) => ({
    serviceType: episode.serviceType,
    from: episode.effectiveDate,
    ...(episode.lastServiceDay === undefined ? {} : { to: episode.lastServiceDay }),
  }));
  const people = peopleOf(file, records, isReadable);
  const days = [
    ...services.map((service) => service.from),
    ...contacts.map((contact) => contact.on),
    ...people.flatMap((person) => person.stays.flatMap((stay) => stay.from ?? [])),
    ...(file.openedOn === undefined ? [] : [file.openedOn]),
  ];
  return {
    profile,
    from: days.reduce((first, day) => minDate(first, day), today),
    people,
    relationships: records.relationships.filter((one) => isReadable(one.from)),
    contacts,
    levels: levels
      .filter((level) => isReadable(level.from))
      .map(({ subject, times, per, source, from, to }) => ({
        subject,
        times,
        per,
        source,
        from,
        ...(to !== undefined && { to }),
      }))
      .toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    services,
  };
};

const peopleOf = (
  file: CaseFile,
  records: FamilyRecords,
  isReadable: (on: PlainDate | undefined) => boolean,
): readonly FamilyPerson[] =>
  file.members
    .filter((member) => isReadable(member.joined))
    .map((member): FamilyPerson => {
      const recorded = records.people.get(member.id);
      return {
        personId: member.id,
        name: recorded?.name ?? member.name ?? "",
        role: member.role,
        ...(recorded?.sex === undefined ? {} : { sex: recorded.sex }),
        ...(member.dob === undefined ? {} : { birthDate: member.dob }),
        ...(recorded?.birthDateKind === undefined ? {} : { birthDateKind: recorded.birthDateKind }),
        ...(member.deceasedOn === undefined ? {} : { deceasedOn: member.deceasedOn }),
        ...(member.joined === undefined ? {} : { memberFrom: member.joined }),
        ...(member.to === undefined ? {} : { memberTo: member.to }),
        stays: member.living
          .filter((stay) => isReadable(stay.from))
          .map((stay) => {
            const found = records.places.find(
              (one) => one.personId === member.id && one.from === stay.from,
            );
            return {
              setting: stay.setting,
              state: stay.state ?? "IA",
              ...(found?.place === undefined ? {} : { place: found.place }),
              ...(stay.from === undefined ? {} : { from: stay.from }),
              ...(stay.to === undefined ? {} : { to: stay.to }),
              confirmed: found?.confirmed ?? true,
            };
          }),
      };
    });
