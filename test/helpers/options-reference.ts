import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { repository } from './site.ts';

const CONFIG = join(repository, 'packages/astro-redaktion/src/config');

/** An option as its schema documents it. */
interface Option {
  /** `theme.fonts.text` */
  name: string;
  /** Markdown; empty where the schema says nothing. */
  text: string;
  default?: string;
}

/** The reference of all options as Markdown, made of the comments in the schema. */
export function optionsReference(): string {
  return `${HEAD}\n${options().map(section).join('\n')}`;
}

/** Every option, in the schema's order; those inside others right after them. */
export function options(): Option[] {
  return [...found('schema.ts', 'optionsSchema', '')];
}

const HEAD = `# Options

All options of \`redaktion()\`. Paths are relative to the Astro project's root; addresses are root-relative, without
\`base\`. Written by \`UPDATE=1 npx vitest run --config test/vitest.config.ts test/unit/astro-redaktion/config\` from the
comments in \`src/config/schema.ts\`; editors show the same texts.
`;

function section({ name, text, default: standard }: Option): string {
  const level = '#'.repeat(Math.min(4, name.split('.').length + 1));
  const parts = [`${level} \`${name}\``, text, standard === undefined ? '' : `Default: ${standard}`];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** Options that live in a file of their own. */
const ELSEWHERE: Record<string, [file: string, variable: string]> = {
  contactFormSchema: ['contact-form.ts', 'contactFormSchema'],
};

function* found(file: string, variable: string, above: string): Generator<Option> {
  const text = readFileSync(join(CONFIG, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations)
      if (name.getText() === variable && initializer) yield* inside(initializer, above);
  }
}

/** The options of the object that an expression makes, wherever in the chain of calls it stands. */
function* inside(expression: ts.Expression, above: string): Generator<Option> {
  const object = objectOf(expression);
  for (const property of object?.properties ?? []) {
    if (!ts.isPropertyAssignment(property)) continue;
    const name = `${above}${property.name.getText()}`;
    yield { name, ...documented(property) };
    const elsewhere = Object.entries(ELSEWHERE).find(([variable]) =>
      property.initializer.getText().startsWith(variable),
    );
    if (elsewhere) yield* found(...elsewhere[1], `${name}.`);
    else yield* inside(property.initializer, `${name}.`);
  }
}

/** The first `strictObject({…})` in an expression. */
function objectOf(node: ts.Node): ts.ObjectLiteralExpression | undefined {
  if (ts.isCallExpression(node) && /z\s*\.strictObject$/.test(node.expression.getText())) {
    const [shape] = node.arguments;
    return shape && ts.isObjectLiteralExpression(shape) ? shape : undefined;
  }
  return ts.forEachChild(node, objectOf);
}

function documented(property: ts.PropertyAssignment): Omit<Option, 'name'> {
  const text = property.getFullText();
  const [, comment = ''] =
    /\/\*\*([\s\S]*?)\*\//.exec(text.slice(0, property.getStart() - property.getFullStart())) ?? [];
  const lines = comment
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .trim();
  const [said = '', standard] = lines.split(/\s*@default\s+/);
  return { text: said.trim(), ...(standard === undefined ? {} : { default: standard.trim() }) };
}
