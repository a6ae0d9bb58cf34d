import type { FoundPerson } from "./cases.ts";

/** One page of a search for people, the likeliest first. */
export interface PeoplePage {
  readonly people: readonly FoundPerson[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  /** More people share these names than were looked at: only a narrower search shows them all. */
  readonly tooMany: boolean;
}
