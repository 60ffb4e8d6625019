/** What ends the command: one sentence, and exit status 2 for a wrong command line, 1 for anything else. */
export class CommandError extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

export const errorCode = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
