import { Token, TokenKind } from 'liquidjs';

/** Where a piece of text stands. */
export interface Span {
  /** The whole text. */
  input: string;
  begin: number;
  end: number;
  /** Path of the include; absent in the post itself. */
  file?: string;
}

/** Text between tags. Classes here, because liquidjs names places in errors by its own `Token`. */
export class TextToken extends Token {
  text: string;
  /** From `{% raw %}`: whitespace control does not reach into it. */
  verbatim: boolean;

  constructor(span: Span, text: string, verbatim = false) {
    super(TokenKind.HTML, span.input, span.begin, span.end, span.file);
    this.text = text;
    this.verbatim = verbatim;
  }
}

/** `{% name args %}`, or `{{ args }}` under the name `echo`. */
export class MarkupToken extends Token {
  readonly name: string;
  readonly args: string;

  constructor(span: Span, name: string, args: string) {
    super(TokenKind.Tag, span.input, span.begin, span.end, span.file);
    this.name = name;
    this.args = args;
  }
}

export type LiquidToken = TextToken | MarkupToken;
