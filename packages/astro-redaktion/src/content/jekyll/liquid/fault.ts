import type { Token } from 'liquidjs';

/** What is wrong, before it is known where: thrown inside tags and filters, turned into a Problem by `problems.ts`. */
export class Fault extends Error {
  readonly code: string;
  readonly fix: string;
  readonly severity: 'error' | 'warning';
  token?: Token;

  constructor(fault: { code: string; message: string; fix: string; severity?: 'warning' }, token?: Token) {
    super(fault.message);
    this.code = fault.code;
    this.fix = fault.fix;
    this.severity = fault.severity ?? 'error';
    if (token) this.token = token;
  }
}

/** A fault of syntax. */
export function badSyntax(message: string, fix: string, token?: Token): Fault {
  return new Fault({ code: 'liquid-syntax', message, fix }, token);
}
