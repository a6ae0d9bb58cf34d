import { Lock } from "lucide-react";
import { initials } from "../lib/initials.ts";
import { useUi } from "../lib/ui-context.ts";
import { UiLink } from "./UiLink.tsx";

export interface PersonNameProps {
  /** Missing for a protected person. */
  name: string | undefined;
  /** Role, age, place. */
  detail?: string | undefined;
  href?: string | undefined;
  /** The round mark with initials; there are no photos. */
  showInitials?: boolean | undefined;
}

/** A person. Who is sealed is called "Protected person" and nothing else is shown. */
export function PersonName({ name, detail, href, showInitials }: PersonNameProps) {
  const { messages } = useUi();
  const isProtected = name === undefined;
  const shown = name ?? messages.protectedPerson;
  return (
    <span className="person">
      {(showInitials || isProtected) && (
        <span className="person-initials" aria-hidden>
          {isProtected ? <Lock size={15} /> : initials(shown)}
        </span>
      )}
      <span>
        {href === undefined ? (
          <span className="strong">{shown}</span>
        ) : (
          <UiLink href={href}>{shown}</UiLink>
        )}
        {!isProtected && detail !== undefined && <small>{detail}</small>}
      </span>
    </span>
  );
}
