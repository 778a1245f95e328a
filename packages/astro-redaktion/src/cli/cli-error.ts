/** What the command line cannot do, and what would help. */
export class CliError extends Error {
  readonly fix: string;

  constructor(message: string, fix: string) {
    super(message);
    this.fix = fix;
  }
}

/** Runs a command; its result is the exit code, and an error that the user can mend is told without a stack (code 2). */
export async function guarded(command: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    process.stderr.write(`${error.message}\n${error.fix}\n`);
    process.exitCode = 2;
  }
}
