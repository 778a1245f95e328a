#!/usr/bin/env node
import { defineCommand, runMain } from 'citty';
import { verify } from './verify/command.ts';

/** `npx redaktion`: commands for whoever moves a site here. */
const main = defineCommand({
  meta: { name: 'redaktion', description: 'Tools for sites made with astro-redaktion' },
  subCommands: { verify },
});

await runMain(main);
