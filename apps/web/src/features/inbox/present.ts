import type { NoticeKind } from "@kinward/domain/notices";
import type { NoticeView } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { lists } from "@kinward/wording/en/lists";
import { paths } from "../../app/paths.ts";
import { inbox as words } from "../../messages/en/inbox.ts";

export interface NoticeRow {
  readonly notice: NoticeView;
  readonly title: string;
  /** "due Fri, Nov 20, 2 duties" */
  readonly detail: string | undefined;
  readonly link: { readonly href: string; readonly text: string } | undefined;
  /** Says all of it to whoever hears a button alone. */
  readonly about: string;
}

/** Where a notice leads that is not about a case open to the reader. */
const PLACES: Readonly<Partial<Record<NoticeKind, { href: string; text: string }>>> = {
  REFERRAL_NEW: { href: paths.intake(), text: words.goTo.INTAKE },
  COVER: { href: paths.work(), text: words.goTo.WORK },
  OVERRIDE_REQUESTED: { href: paths.overrides(), text: words.goTo.OVERRIDES },
  OVERRIDE_ANSWERED: { href: paths.referrals(), text: words.goTo.REFERRALS },
  MERGE_PROPOSED: { href: paths.duplicates(), text: words.goTo.PEOPLE },
  MERGE_ANSWERED: { href: paths.duplicates(), text: words.goTo.PEOPLE },
  PROPOSAL_MADE: { href: paths.admin(), text: words.goTo.PROPOSALS },
  PROPOSAL_ANSWERED: { href: paths.admin(), text: words.goTo.PROPOSALS },
};

export function presentNotice(notice: NoticeView, today: string): NoticeRow {
  const { kind, dueOn, duties } = notice;
  const title = lists.notice[kind];
  const link =
    notice.case === undefined
      ? PLACES[kind]
      : { href: paths.case(notice.case.caseId), text: notice.case.familyName };
  const on = dueOn && dates.date(dueOn, { today });
  const detail = [
    on && (kind === "DUTY_LATE" ? words.was(on) : words.due(on)),
    duties && words.duties(duties),
  ].filter(Boolean);
  return {
    notice,
    title,
    detail: detail.length === 0 ? undefined : detail.join(", "),
    link,
    about: [title, notice.case?.familyName].filter(Boolean).join(", "),
  };
}
