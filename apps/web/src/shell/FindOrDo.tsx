import { useEffect, useState } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Palette } from "@kinward/ui/Palette";
import { api } from "../api/client.ts";
import { mayOpenCases, maySeeState, mayRecordContacts, mayRefer, useMe } from "../app/me.ts";
import { findSections } from "./find.ts";

/** Names are looked up once somebody stops typing for this long. */
const WAIT_MS = 200;

/** Find or do, Ctrl+K: actions here, people and cases by the server. */
export default function FindOrDo({ onClose }: { onClose: () => void }) {
  const me = useMe();
  const router = useRouter();
  const [query, setQuery] = useState("");
  const text = useDelayed(query.trim(), WAIT_MS);
  const found = useQuery({
    ...api.cases.find.queryOptions({ text }),
    enabled: text.length >= 2,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const sections = findSections(text.length >= 2 ? found.data : undefined, me, {
    log: mayRecordContacts(me),
    refer: mayRefer(me),
    begin: mayOpenCases(me),
    overview: maySeeState(me),
  });
  return (
    <Palette
      isOpen
      onOpenChange={(open) => !open && onClose()}
      query={query}
      onQueryChange={setQuery}
      isSearching={found.isFetching || text !== query.trim()}
      sections={sections}
      onAction={(id) => {
        const href = id.slice(id.indexOf(" ") + 1);
        // The administration is another app.
        if (href.startsWith("/admin")) location.assign(href);
        else router.history.push(href);
      }}
    />
  );
}

function useDelayed<T>(value: T, milliseconds: number): T {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setShown(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return shown;
}
