/** Why a command could not do its work: printed without a stack, exit code 2. */
export class Fault extends Error {
  readonly fix: string;

  constructor(message: string, fix: string) {
    super(message);
    this.fix = fix;
  }
}
