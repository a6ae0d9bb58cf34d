import { useEffect, type ReactNode } from "react";
import { Home } from "lucide-react";
import { SkipLink } from "@kinward/ui/SkipLink";
import { app } from "../../messages/en/app.ts";

/** A page outside the shell: sign-in and what leads to it. */
export function EntryPage({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = app.title(title);
  }, [title]);
  return (
    <div className="entry">
      <SkipLink />
      <header className="entry-brand">
        <Home size={22} aria-hidden /> {app.name}
      </header>
      <main id="main" tabIndex={-1} className="entry-card card">
        <div className="card-body stack">
          <h1>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  );
}
