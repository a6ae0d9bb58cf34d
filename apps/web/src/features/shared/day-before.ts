/** The calendar day before an instant in the agency's zone. */
export function dayBefore(instant: string, timeZone: string): string {
  return dayFrom(new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date(instant)), -1);
}

/** A calendar day some days from another one. */
export function dayFrom(iso: string, days: number): string {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}
