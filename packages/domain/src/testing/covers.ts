/**
 * The requirements and decisions that a test proves, as the end of its title: `[CON-4, DEC-02]`. The coverage table is
 * joined from these and the declared rules; no code is parsed for it.
 */
export const covers = (...ids: readonly [string, ...string[]]): string => ` [${ids.join(", ")}]`;
