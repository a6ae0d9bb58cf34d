import { queryClient } from "../api/client.ts";
import { toast } from "./toast.ts";

/** After an act: says that it is done, closes its form, and reads again what was derived from the facts. */
export async function done(said: string | undefined, close?: () => void): Promise<void> {
  if (said !== undefined) toast(said);
  close?.();
  await queryClient.invalidateQueries();
}
