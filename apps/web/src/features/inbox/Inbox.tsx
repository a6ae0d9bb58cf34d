import { getRouteApi, useRouter } from "@tanstack/react-router";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, buttonClass } from "@kinward/ui/Button";
import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { Tag } from "@kinward/ui/Tag";
import { UiLink } from "@kinward/ui/UiLink";
import { dates } from "@kinward/wording/en/dates";
import { api, queryClient, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { failureText } from "../../app/failure-text.ts";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { toast } from "../../app/toast.ts";
import { inbox as words } from "../../messages/en/inbox.ts";
import { Part } from "../shared/Part.tsx";
import { presentNotice, type NoticeRow } from "./present.ts";

const route = getRouteApi("/app/inbox");

/** What happened that concerns the reader, newest first. */
export default function Inbox() {
  const { page = 1, unread = false } = route.useSearch();
  const me = useMe();
  const router = useRouter();
  const options = api.inbox.list.queryOptions({ page, ...(unread ? { unread } : {}) });
  const query = useQuery({ ...options, placeholderData: keepPreviousData });
  const mark = useCommand(trpcClient.inbox.mark.mutate, {
    onSuccess: () => queryClient.invalidateQueries({ queryKey: api.inbox.pathKey() }),
  });
  const run = (input: Parameters<typeof mark.mutate>[0]) =>
    mark.mutate(input, { onError: (error) => toast(failureText(failureOf(error))) });
  const newest = query.data?.rows[0]?.at;
  return (
    <div className="page page-narrow">
      <PageHeader
        title={words.title}
        lead={query.data && words.lead(query.data.unread)}
        actions={
          <>
            <LinkButton href={paths.noticeChoices()}>{words.choose}</LinkButton>
            {page === 1 && newest !== undefined && (query.data?.unread ?? 0) > 0 && (
              <Button isPending={mark.isPending} onPress={() => run({ upTo: newest })}>
                {words.markAll}
              </Button>
            )}
          </>
        }
      />
      <section className="card" aria-label={words.title}>
        <div className="card-head">
          <div role="group" className="switch" aria-label={words.shown}>
            {[false, true].map((each) => (
              <button
                key={String(each)}
                type="button"
                className={buttonClass({ size: "small" })}
                aria-pressed={each === unread}
                onClick={() => router.history.push(paths.inbox({ unread: each }))}
              >
                {each ? words.unreadOnly : words.all}
              </button>
            ))}
          </div>
        </div>
        <Part query={query} count={6}>
          {({ rows, more }) =>
            rows.length === 0 ? (
              unread ? (
                <Empty
                  kind="allDone"
                  title={words.emptyUnread}
                  checkedAt={dates.time(me.now, me.agency.timeZone)}
                />
              ) : (
                <Empty kind="start" title={words.empty}>
                  {words.emptyText}
                </Empty>
              )
            ) : (
              <>
                <ul className="link-rows">
                  {rows.map((each) => (
                    <Notice
                      key={each.noticeId}
                      row={presentNotice(each, me.today)}
                      onMark={(isRead) => run({ ids: [each.noticeId], isRead })}
                    />
                  ))}
                </ul>
                {(page > 1 || more) && (
                  <nav className="card-body row" aria-label={words.pages}>
                    {page > 1 && (
                      <Button
                        onPress={() => router.history.push(paths.inbox({ unread, page: page - 1 }))}
                      >
                        {words.newer}
                      </Button>
                    )}
                    {more && (
                      <Button
                        onPress={() => router.history.push(paths.inbox({ unread, page: page + 1 }))}
                      >
                        {words.older}
                      </Button>
                    )}
                  </nav>
                )}
              </>
            )
          }
        </Part>
      </section>
    </div>
  );
}

function Notice({ row, onMark }: { row: NoticeRow; onMark: (isRead: boolean) => void }) {
  const me = useMe();
  const { notice, title, detail, link, about } = row;
  const verb = notice.isRead ? words.markUnread : words.markRead;
  return (
    <li className="notice" data-unread={!notice.isRead || undefined}>
      <div className="stack-small">
        <span className="row">
          <strong>{title}</strong>
          {!notice.isRead && <Tag>{words.unread}</Tag>}
        </span>
        <span>
          {link && (
            <UiLink href={link.href} onClick={() => void (notice.isRead || onMark(true))}>
              {link.text}
            </UiLink>
          )}{" "}
          {notice.case && <span className="muted small nowrap">{notice.case.caseNumber}</span>}
        </span>
        <span className="muted small">
          {[detail, dates.moment(notice.at, me.agency.timeZone, { today: me.today })]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </div>
      <Button
        kind="quiet"
        size="small"
        aria-label={words.markOne(verb, about)}
        onPress={() => onMark(!notice.isRead)}
      >
        {verb}
      </Button>
    </li>
  );
}
