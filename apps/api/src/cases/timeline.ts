import type { TimelineFacts } from "@kinward/db/cases";
import type { PersonId } from "@kinward/domain/kernel";
import type { PersonView, TimelineEntry } from "@kinward/domain/views";
import type { ReadingBounds } from "./reading-bounds.ts";

/** Contacts and events of a case in one order, newest first. */
export const timelineOf = (
  facts: TimelineFacts,
  people: readonly PersonView[],
  bounds: ReadingBounds,
): readonly TimelineEntry[] => {
  const nameOf = new Map<PersonId, string>(people.map((person) => [person.personId, person.name]));
  const names = (ids: readonly PersonId[]): readonly string[] =>
    ids.flatMap((id) => nameOf.get(id) ?? []);
  const contacts = facts.contacts.map((contact): TimelineEntry => {
    const mayRead =
      bounds.organizationId === undefined ||
      contact.organizationId === null ||
      contact.organizationId === bounds.organizationId;
    return {
      id: contact.contactId,
      on: contact.onDate,
      kind: contact.mode === "ATTEMPT" ? "ATTEMPT" : "CONTACT",
      ...(contact.by === null ? {} : { by: contact.by }),
      people: names(contact.people),
      mode: contact.mode as NonNullable<TimelineEntry["mode"]>,
      ...(contact.place === null
        ? {}
        : { place: contact.place as NonNullable<TimelineEntry["place"]> }),
      ...(contact.notes === null || !mayRead ? {} : { text: contact.notes }),
      ...(contact.corrected ? { corrected: true as const } : {}),
      contactId: contact.contactId as NonNullable<TimelineEntry["contactId"]>,
    };
  });
  const events = facts.events.map((event): TimelineEntry => ({
    id: `${event.kind} ${event.id}`,
    on: event.on,
    ...(event.at === null ? {} : { at: event.at }),
    kind: event.kind as TimelineEntry["kind"],
    ...(event.by === null ? {} : { by: event.by }),
    people: event.personId === null ? [] : names([event.personId]),
    ...(event.setting === null
      ? {}
      : { setting: event.setting as NonNullable<TimelineEntry["setting"]> }),
    ...(event.text === null ? {} : { text: event.text }),
    ...(event.corrected ? { corrected: true as const } : {}),
  }));
  return [...contacts, ...events]
    .filter((entry) => bounds.until === undefined || entry.on <= bounds.until)
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
};
