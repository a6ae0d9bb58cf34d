import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { shared as m } from "../features/shared/messages.ts";
import { useMe } from "../features/shared/session.ts";
import { paths } from "../paths.ts";

/** For someone who is signed in and has no part in administration. */
export function NotAllowed() {
  const me = useMe();
  return (
    <div className="page page-narrow">
      <h1>{m.page.notAllowed}</h1>
      <Empty
        kind="start"
        title={m.page.notAllowedText(me.supervisor?.name)}
        action={<LinkButton href={paths.web()}>{m.page.toWeb}</LinkButton>}
      />
    </div>
  );
}
