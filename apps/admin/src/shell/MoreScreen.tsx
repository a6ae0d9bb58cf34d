import { Card } from "@kinward/ui/Card";
import { UiLink } from "@kinward/ui/UiLink";
import { Page } from "../features/shared/Page.tsx";
import { menu as m } from "./messages.ts";
import { navFor } from "./nav.ts";

/** Every section as a list: what the bar of a phone has no room for. */
export function MoreScreen() {
  return (
    <Page title={m.moreTitle} narrow>
      <Card label={m.moreTitle} flush>
        <ul className="sections">
          {navFor("").map((item) => (
            <li key={item.href}>
              <UiLink href={item.href}>
                <item.icon size={19} aria-hidden />
                {item.label}
              </UiLink>
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}
