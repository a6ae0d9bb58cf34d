import type { Lane } from "@kinward/domain/assignment";
import type { OrganizationId } from "@kinward/domain/kernel";
import { order as m } from "./messages.ts";

export type Names = Readonly<Record<OrganizationId, string>>;
export const nameOf = (names: Names, id: OrganizationId | undefined): string =>
  id === undefined ? "" : (names[id] ?? "");

/** Who is ahead by how much: "Harbor 2 ahead". The balance is the lead of the first of the pair. */
export const balanceWords = (first: string, second: string, balance: number): string =>
  balance === 0 ? m.level : m.ahead(balance > 0 ? first : second, Math.abs(balance));

export const laneWords = (lane: Lane): string => m.lanes[lane];
