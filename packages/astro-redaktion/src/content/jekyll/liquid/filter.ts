import type { Context } from 'liquidjs';

/** A filter of Jekyll's: what it works on and its arguments in, the value out. */
export type Filter = (call: FilterCall) => unknown;

export interface FilterCall {
  input: unknown;
  /** The input as text, made when asked for. */
  readonly text: string;
  args: unknown[];
  scope: Context;
}
