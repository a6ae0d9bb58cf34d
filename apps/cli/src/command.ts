/** One command of `npm run kinward -- ...`. */
export interface Command {
  readonly summary: string;
  /** Does it and gives the exit code: 0 done, 1 a finding, 2 called wrongly. */
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** Called wrongly: says how it is called. */
export const usage = (text: string): number => {
  process.stderr.write(`Usage: npm run kinward -- ${text}\n`);
  return 2;
};
