import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../helpers/site.ts';

const ARTICLE = join(repository, 'example-site/_posts/2022-06-02-ineras-tjanster.md');
const TAGS = 50;
const DAY = 86_400_000;
const LAST_DAY = Date.UTC(2025, 11, 31);

/**
 * Writes posts of 600 to 1,200 words, made of the article's own sentences in other orders: one a day backwards,
 * a few tags each of fifty, of which the n-th is n times rarer than the first (Zipf). The same number gives the
 * same bytes on every machine.
 */
export function writeCorpus(folder: string, count: number): void {
  const sentences = articleSentences();
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < count; index++) {
    const { name, text } = corpusPost(index, sentences);
    writeFileSync(join(folder, name), text);
  }
}

/** A number generator (mulberry32): the seed decides the whole row. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The name of the n-th tag, from 1. */
export function tagName(number: number): string {
  return `amne-${String(number).padStart(2, '0')}`;
}

function corpusPost(index: number, sentences: string[]): { name: string; text: string } {
  const next = random(index + 1);
  const pick = (): string => sentences[Math.floor(next() * sentences.length)] ?? '';
  const day = new Date(LAST_DAY - (index % 9000) * DAY).toISOString().slice(0, 10);
  const title = `${pick()
    .split(' ')
    .slice(0, 6)
    .join(' ')
    .replace(/[^\p{L}\p{N} ]/gu, '')} ${index + 1}`;
  const tags = [...new Set(Array.from({ length: 1 + Math.floor(next() * 4) }, () => tagName(zipf(next()))))];
  const words = 600 + Math.floor(next() * 600);
  const body = [pick(), '<!--more-->'];
  for (let written = 0, block = 0; written < words; block++) {
    if (block % 4 === 0)
      body.push(
        `## ${pick()
          .split(' ')
          .slice(0, 4)
          .join(' ')
          .replace(/[.,:()[\]_]/g, '')}`,
      );
    const paragraph = Array.from({ length: 3 + Math.floor(next() * 4) }, pick).join(' ');
    body.push(block % 7 === 5 ? paragraph.replaceAll('. ', '.\n- ').replace(/^/, '- ') : paragraph);
    written += paragraph.split(' ').length;
  }
  const front = `title: "${title}"\ndate: ${day}T12:00:00Z\ntags: [${tags.join(', ')}]`;
  return { name: `${day}-inlagg-${index + 1}.md`, text: `---\n${front}\n---\n\n${body.join('\n\n')}\n` };
}

function articleSentences(): string[] {
  return readFileSync(ARTICLE, 'utf8')
    .replace(/^---[\s\S]*?\n---\n/, '')
    .split('\n')
    .filter((line) => line.length > 60 && !/^[#{_<]/.test(line))
    .flatMap((line) => line.split(/(?<=\.) (?=\p{Lu})/u));
}

const WEIGHTS = Array.from({ length: TAGS }, (_, index) => 1 / (index + 1));
const SUM = WEIGHTS.reduce((sum, weight) => sum + weight, 0);

/** Which tag a number between 0 and 1 stands for. */
function zipf(chance: number): number {
  let left = chance * SUM;
  const found = WEIGHTS.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return found < 0 ? TAGS : found + 1;
}
