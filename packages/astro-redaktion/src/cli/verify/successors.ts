import type { PageFacts, SiteFacts } from './facts.ts';

/** A likely successor: the entry with the same feed id, else the only page with the same title, else the same last step. */
export function successors(
  gone: readonly { path: string; page: PageFacts }[],
  { before, after }: { before: SiteFacts; after: SiteFacts },
): { from: string; to: string }[] {
  const ids = new Map([...before.feedIds].map(([id, link]) => [link, id]));
  const titles = Map.groupBy(after.pages, ([, { title }]) => title.toLowerCase());
  const steps = Map.groupBy(after.pages.keys(), lastStep);
  return gone.flatMap(({ path, page }) => {
    const byTitle = page.title === '' ? [] : (titles.get(page.title.toLowerCase()) ?? []);
    const byStep = steps.get(lastStep(path)) ?? [];
    const to =
      after.feedIds.get(ids.get(path) ?? '') ??
      (byTitle.length === 1 ? byTitle[0]?.[0] : undefined) ??
      (byStep.length === 1 ? byStep[0] : undefined);
    return to === undefined ? [] : [{ from: path, to }];
  });
}

function lastStep(path: string): string {
  return (
    path
      .replace(/\/$/, '')
      .replace(/\.html?$/i, '')
      .split('/')
      .at(-1)
      ?.toLowerCase() ?? ''
  );
}
