import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { app } from "../messages/en/app.ts";
import { useMe } from "./me.ts";
import { paths } from "./paths.ts";

/** One page for what does not exist and what belongs to others: nobody learns which of the two it is. */
export function NoAccess() {
  const { supervisor } = useMe();
  const words = app.noAccess;
  return (
    <div className="page page-narrow">
      <PageHeader title={words.title} />
      <p>{words.lead}</p>
      <p>
        {supervisor === undefined ? words.askNobody : words.ask(supervisor.name)}{" "}
        {supervisor && <a href={`mailto:${supervisor.email}`}>{supervisor.email}</a>}
      </p>
      <div>
        <LinkButton kind="primary" href={paths.work()}>
          {words.home}
        </LinkButton>
      </div>
    </div>
  );
}
