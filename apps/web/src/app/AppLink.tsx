import { useRouter } from "@tanstack/react-router";
import type { UiLinkProps } from "@kinward/ui";

/** A link inside the app: without loading the page anew, unless it is to open elsewhere or leads to another app. */
export function AppLink({ href, onClick, ...props }: UiLinkProps) {
  const router = useRouter();
  return (
    <a
      {...props}
      href={href}
      onClick={(event) => {
        onClick?.();
        const elsewhere =
          event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
        if (
          elsewhere ||
          event.defaultPrevented ||
          !href.startsWith("/") ||
          href.startsWith("/admin")
        )
          return;
        event.preventDefault();
        router.history.push(href);
      }}
    />
  );
}

export const renderLink = (props: UiLinkProps) => <AppLink {...props} />;
