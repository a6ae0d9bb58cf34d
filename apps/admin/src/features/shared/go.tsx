import { useRouter, useSearch } from "@tanstack/react-router";
import type { UiLinkProps } from "@kinward/ui/UiLink";
import type { MouseEvent } from "react";
import { BASE } from "../../paths.ts";

/** Goes to an address of `paths`. */
export function useGo(): (href: string, options?: { replace?: boolean }) => void {
  const { history } = useRouter();
  return (href, options) => (options?.replace ? history.replace(href) : history.push(href));
}

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A link of the shared components: inside this app without loading the page again. */
export function AppLink({ href, ...rest }: UiLinkProps) {
  const go = useGo();
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (!isPlainClick(event) || !href.startsWith(`${BASE}/`)) return;
        event.preventDefault();
        go(href);
      }}
    />
  );
}

/** What stands behind the question mark of the address, read by one of `search.ts`. */
export const useSearchOf = <Search,>(read: (raw: Record<string, unknown>) => Search): Search =>
  read(useSearch({ strict: false }));
