import type { ReferralDraft } from "@kinward/domain/assignment";
import type { FoundServiceView } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { referrals } from "../../messages/en/referrals.ts";

const words = referrals.prior;

export type ServiceRecord = NonNullable<
  NonNullable<ReferralDraft["priorServices"]>["records"]
>[number];
type Dated = { readonly from?: string | undefined; readonly to?: string | undefined };

/** When a service was: from, to, both or neither. */
export const serviceDates = ({ from, to }: Dated, today: string): string =>
  from === undefined
    ? words.undated
    : to === undefined
      ? words.since(dates.date(from, { today }))
      : dates.range(from, to, { today });

/** What is known of a service that was found, in one line below its organization. */
export const foundDetail = (service: FoundServiceView, today: string): string =>
  [
    service.serviceType && referrals.service[service.serviceType],
    serviceDates(service, today),
    words.inCase(service.caseNumber),
    service.entered ? words.entered : undefined,
    words.through(dates.list(service.through)),
  ]
    .filter((part) => part !== undefined)
    .join(", ");

export const serviceName = (
  record: Dated & { readonly organizationName?: string },
  today: string,
) => [record.organizationName, serviceDates(record, today)].filter(Boolean).join(", ");

export const recordsOf = (content: ReferralDraft): readonly ServiceRecord[] =>
  content.priorServices?.records ?? [];

/** A service of the search as an entry of the form: it points to the record and shows what stands there. */
export const recordOf = (service: FoundServiceView, ref: string): ServiceRecord => ({
  ref,
  foundId: service.foundId as NonNullable<ServiceRecord["foundId"]>,
  organizationName: service.organizationName,
  ...(service.organizationId && { organizationId: service.organizationId }),
  ...(service.from && { from: service.from }),
  ...(service.to && { to: service.to }),
});
