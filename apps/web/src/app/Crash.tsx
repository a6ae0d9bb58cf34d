import { useEffect } from "react";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { failureOf } from "../api/failure.ts";
import { app } from "../messages/en/app.ts";
import { failureText, referenceOf } from "./failure-text.ts";

/** A page that broke, or an app that could not start: never a white screen. No component of the library, which may be what broke. */
export function Crash({ error }: ErrorComponentProps) {
  const failure = failureOf(error);
  const reference = referenceOf(failure);
  const isOurs = error instanceof Error && error.name !== "TRPCClientError";
  useEffect(() => {
    // Chunks of an older version are gone after an update: the new page knows the new ones.
    if (isOurs && /dynamically imported module|module script/iu.test(error.message))
      location.reload();
    else if (isOurs) console.error(error);
  }, [error, isOurs]);
  return (
    <div className="page page-narrow" role="alert">
      <h1>{app.crash.title}</h1>
      <p>{isOurs ? app.crash.text : failureText(failure)}</p>
      {reference !== undefined && <p className="muted small">{reference}</p>}
      <div>
        <button type="button" className="btn btn-primary" onClick={() => location.reload()}>
          {app.crash.reload}
        </button>
      </div>
    </div>
  );
}
