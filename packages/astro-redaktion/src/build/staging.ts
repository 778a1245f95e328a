import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';

/** Folder in which a build grows; the last good `dist` stands untouched until the build is whole. */
export function stageDist(cacheDir: URL): URL {
  return new URL('./redaktion-dist/', cacheDir);
}

/** Folder for posts, texts and pages, kept from build to build beside Astro's own store. */
export function storeFolder({ cacheDir }: Pick<AstroConfig, 'cacheDir'>): URL {
  return new URL('./redaktion/', cacheDir);
}

/** The last integration of a build: puts the finished site in the place of the old one. */
export function publishDist(outDir: URL): AstroIntegration {
  return {
    name: 'astro-redaktion:publish',
    hooks: {
      'astro:build:done'({ dir, logger }) {
        const [from, to] = [fileURLToPath(dir), fileURLToPath(outDir).replace(/[\\/]$/, '')];
        mkdirSync(fileURLToPath(new URL('..', outDir)), { recursive: true });
        keepGit(to, from);
        rmSync(to, { recursive: true, force: true });
        move(from, to);
        logger.info(`Published to ${to}`);
      },
    },
  };
}

/** Astro leaves a `.git` in the output folder alone (hosts that deploy from a branch); so do we. */
function keepGit(old: string, next: string): void {
  if (existsSync(`${old}/.git`)) move(`${old}/.git`, `${next}/.git`);
}

/** A rename, or a copy where the cache lies on another disk. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true, force: true });
  }
}
