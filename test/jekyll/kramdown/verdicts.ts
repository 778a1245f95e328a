/** Why a construct is not printed as Jekyll prints it: better on purpose, or not yet, with its share of real posts. */
export interface Verdict {
  kind: 'better on purpose' | 'not yet';
  because: string;
  /** Share of real posts that hold the construct, in percent; for `not yet`. */
  share?: number;
}

const CODE_ENDS: Verdict = {
  kind: 'better on purpose',
  because: 'code ends where its author ended it; Jekyll shows `</code>` and takes the rest of the paragraph in',
};

/** By `<site>/<case>`. What is not listed is as Jekyll prints it; the test fails when that changes either way. */
export const SATTERI_VERDICTS: Record<string, Verdict> = {
  'spaces/unclosed-in-code-element': CODE_ENDS,
};

/** The same over @astrojs/markdown-remark: what differs there besides. */
export const REMARK_VERDICTS: Record<string, Verdict> = {
  'spaces/unclosed-in-code-element': CODE_ENDS,
};
