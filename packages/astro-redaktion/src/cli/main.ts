#!/usr/bin/env node
import { type CommandDef, defineCommand, renderUsage, runCommand } from 'citty';
import { check } from './check/check.ts';
import { eject } from './eject/eject.ts';
import { Fault } from './fault.ts';
import type { Output } from './output.ts';
import { verify } from './verify/verify.ts';

const output: Output = {
  print: (text) => process.stdout.write(`${text}\n`),
  note: (text) => process.stderr.write(`${text}\n`),
};

const verifyCommand = defineCommand({
  meta: {
    name: 'redaktion verify',
    description:
      'Compares the old site with the built one: addresses, redirects, anchors, feed ids, links, pictures, titles, dates, words. Exit code 0: nothing was lost; 1: something was; 2: they could not be compared.',
  },
  args: {
    old: {
      type: 'positional',
      required: true,
      description:
        'The old site: a folder of built HTML, a sitemap file, or a folder of Jekyll source (built with Jekyll)',
    },
    dist: { type: 'string', default: './dist', description: 'Folder of the built site', valueHint: 'folder' },
    json: { type: 'boolean', default: false, description: 'Print the whole report as JSON' },
    all: { type: 'boolean', default: false, description: 'Print every finding, not the first twenty of a kind' },
    map: {
      type: 'string',
      description: 'Write redirects for what moved: .json for astro.config, else lines',
      valueHint: 'file',
    },
  },
  run: ({ args }) => verify(args, output),
});

const checkCommand = defineCommand({
  meta: {
    name: 'redaktion check',
    description:
      'Lists what of a Jekyll folder will not carry over: plugins, unknown tags, missing includes, layouts, odd tables. Exit code 0: a build will go through; 1: something would stop it; 2: the folder could not be read.',
  },
  args: {
    folder: { type: 'positional', required: false, default: '.', description: 'The Jekyll folder' },
    json: { type: 'boolean', default: false, description: 'Print the result as JSON' },
  },
  run: ({ args }) => check(args, output),
});

const ejectCommand = defineCommand({
  meta: {
    name: 'redaktion eject',
    description:
      'Copies the default component of a slot into src/components, to be changed there. Exit code 0: copied, or nothing has changed; 1: something has (--diff); 2: it could not be done.',
  },
  args: {
    slot: {
      type: 'positional',
      required: false,
      description: 'The slot, such as PostCard; without one they are listed',
    },
    to: { type: 'string', default: './src/components', description: 'Folder for the copy', valueHint: 'folder' },
    diff: {
      type: 'boolean',
      default: false,
      description: 'Show what has changed in the package since copies were made',
    },
    accept: {
      type: 'boolean',
      default: false,
      description: 'You have taken over what changed: compare with the installed version from now on',
    },
  },
  run: ({ args }) => eject(args, output),
});

/** Each command knows its own arguments; here they are only run. */
const COMMANDS = {
  check: checkCommand as unknown as CommandDef,
  eject: ejectCommand as unknown as CommandDef,
  verify: verifyCommand as unknown as CommandDef,
};

const main = defineCommand({
  meta: {
    name: 'redaktion',
    description:
      'Moves a Jekyll site to astro-redaktion, proves that nothing was lost, and copies components to change.',
  },
  subCommands: COMMANDS,
});

/** Runs the command line; gives the exit code. */
async function run([name = '', ...rawArgs]: string[]): Promise<number> {
  const command = COMMANDS[name as keyof typeof COMMANDS];
  const help = rawArgs.includes('--help') || rawArgs.includes('-h');
  if (!command || help) {
    output.print(await renderUsage(command ?? main));
    return help || name === '--help' || name === '-h' ? 0 : 2;
  }
  try {
    const { result } = await runCommand(command, { rawArgs });
    return Number(result);
  } catch (error) {
    // What an owner can mend is said without a stack; anything else is a fault of ours and shows all.
    if (error instanceof Fault) output.note(`${error.message}\n${error.fix}`);
    else if (error instanceof Error && error.name === 'CLIError')
      output.note(`${error.message}\n\n${await renderUsage(command)}`);
    else output.note(String((error as Error).stack ?? error));
    return 2;
  }
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  output.note(`redaktion needs Node 22.12 or newer, as Astro does; this is ${process.versions.node}.`);
  process.exitCode = 2;
} else process.exitCode = await run(process.argv.slice(2));
