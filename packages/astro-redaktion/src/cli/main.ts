#!/usr/bin/env node
import { defineCommand, runMain } from 'citty';
import { check } from './check/command.ts';
import { verify } from './verify/command.ts';

/** `npx redaktion`: commands for whoever moves a site here. */
const main = defineCommand({
  meta: { name: 'redaktion', description: 'Tools for sites made with astro-redaktion' },
  subCommands: { check, verify },
});

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(`redaktion needs Node 22.12 or newer, as Astro does; this is ${process.versions.node}.\n`);
  process.exitCode = 2;
} else await runMain(main);
