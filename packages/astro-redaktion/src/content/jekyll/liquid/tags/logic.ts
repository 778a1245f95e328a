import type { Context } from 'liquidjs';
import { isBlank, parseBody, renderNodes, withoutBlanks } from '../body.ts';
import type { Condition } from '../condition.ts';
import { holds, parseCondition } from '../condition.ts';
import { fragment, parseExpression, parseOperand } from '../expression.ts';
import { badSyntax } from '../fault.ts';
import { neverClosed } from '../lexer.ts';
import type { Node, ParseState, TagMaker } from '../session.ts';
import type { MarkupToken } from '../token.ts';

/** `{% if %} … {% elsif %} … {% else %} … {% endif %}` */
export const ifTag: TagMaker = (token, state) => makeIf(token, state, parseCondition(token.args));

/** `if` turned round; its `elsif` is a plain one. */
export const unlessTag: TagMaker = (token, state) => makeIf(token, state, parseCondition(token.args), true);

/** `{% case a %}{% when 1, 2 or 3 %} … {% else %} … {% endcase %}` */
export const caseTag: TagMaker = (token, state) => {
  const left = new RegExp(fragment).exec(token.args)?.[0];
  if (left === undefined) throw badSyntax('{% case %} has no value.', 'Write it as {% case page.kind %}.');
  const ends = ['when', 'else', 'endcase'];
  const branches: Branch[] = [];
  // What stands before the first {% when %} is never printed.
  for (let { end } = parseBody(state, ends); end?.name !== 'endcase'; ) {
    if (!end) throw neverClosed(token);
    const test = end.name === 'else' ? undefined : readWhen(left, end);
    const body = parseBody(state, ends);
    branches.push({ nodes: body.nodes, ...(test && { test }) });
    end = body.end;
  }
  return branchNode(token, branches, renderCase);
};

function makeIf(token: MarkupToken, state: ParseState, first: Condition, negated = false): Node {
  const branches: Branch[] = [];
  const ends = ['elsif', 'else', `end${token.name}`];
  let test: Test | undefined = (scope) => holds(first, scope) !== negated;
  for (;;) {
    const { nodes, end } = parseBody(state, ends);
    branches.push({ nodes, ...(test && { test }) });
    if (!end) throw neverClosed(token);
    if (end.name === `end${token.name}`) return branchNode(token, branches, renderFirst);
    test = end.name === 'else' ? undefined : readElsif(end);
  }
}

function readElsif(token: MarkupToken): Test {
  try {
    const condition = parseCondition(token.args);
    return (scope) => holds(condition, scope);
  } catch (error) {
    throw Object.assign(error as object, { token });
  }
}

function readWhen(left: string, token: MarkupToken): Test {
  const values = token.args.match(new RegExp(fragment, 'g'))?.filter((value) => value !== 'or') ?? [];
  if (!values.length) throw badSyntax('{% when %} has no value.', 'Write it as {% when "a", "b" %}.', token);
  const conditions = values.map(
    (right): Condition => ({ left: parseExpression(left), operator: '==', right: parseOperand(right) }),
  );
  return (scope) => conditions.some((condition) => holds(condition, scope));
}

function branchNode(token: MarkupToken, branches: readonly Branch[], render: RenderBranches): Node {
  const blank = branches.every(({ nodes }) => isBlank(nodes));
  const kept = blank ? branches.map((branch) => ({ ...branch, nodes: withoutBlanks(branch.nodes) })) : branches;
  return {
    token,
    blank,
    render: (scope, out) => render(kept, scope, (nodes) => renderNodes(nodes, scope, out)),
  };
}

const renderFirst: RenderBranches = (branches, scope, print) => {
  const branch = branches.find(({ test }) => !test || test(scope));
  if (branch) print(branch.nodes);
};

/** Every {% when %} that fits is printed; {% else %} if none before it did. */
const renderCase: RenderBranches = (branches, scope, print) => {
  let found = false;
  for (const { test, nodes } of branches) {
    if (test ? !test(scope) : found) continue;
    found ||= test !== undefined;
    print(nodes);
  }
};

type Test = (scope: Context) => boolean;
type RenderBranches = (branches: readonly Branch[], scope: Context, print: (nodes: readonly Node[]) => void) => void;
interface Branch {
  /** Absent: {% else %}. */
  test?: Test;
  nodes: Node[];
}
