import { useUi, type UiLinkProps } from "../lib/ui-context.ts";

export type { UiLinkProps };

/** A link through the app's router (`renderLink` of `UiProvider`), or a plain anchor. */
export function UiLink(props: UiLinkProps) {
  const { renderLink } = useUi();
  return renderLink ? renderLink(props) : <a {...props} />;
}
