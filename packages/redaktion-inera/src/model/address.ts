/** Root-relative address of a service's page: the same for pages, components and mentions in texts. */
export function servicePath({ base, path, id }: { base: string; path: string; id: string }): string {
  return `${base.replace(/\/$/, '')}${path}/${id}/`;
}
