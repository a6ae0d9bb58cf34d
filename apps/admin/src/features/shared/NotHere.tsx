import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { paths } from "../../paths.ts";
import { shared as m } from "./messages.ts";

/** One answer for what does not exist and for what is not open to the reader. */
export function NotHere() {
  return (
    <Empty
      kind="noMatch"
      title={m.page.notFound}
      action={<LinkButton href={paths.home()}>{m.page.toHome}</LinkButton>}
    >
      {m.page.notFoundText}
    </Empty>
  );
}
