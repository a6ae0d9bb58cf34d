import type { ContractMatrix, OrganizationView } from "@kinward/domain/views";
import type { Choice } from "@kinward/ui/RadioGroup";

/** Organizations of a kind that have not ended, in order of the alphabet. */
export const organizationChoices = (
  organizations: readonly OrganizationView[],
  kind: OrganizationView["kinds"][number],
): readonly Choice[] =>
  organizations
    .filter((entry) => entry.kinds.includes(kind) && entry.endedOn === undefined)
    .map((entry) => ({ id: entry.organizationId, label: entry.name }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "en-US"));

export const areaChoices = (matrix: ContractMatrix): readonly Choice[] =>
  matrix.areas.map((area) => ({ id: area.contractAreaId, label: area.areaName }));
