/**
 * Fallback faces that browsers make bold and slanted. Astro gives each face of ours a fallback of its own, in the same
 * weight and style, drawn from the system's plain upright one: where the face comes too late, bold and italic text would
 * look like any other. So one plain upright face is kept, and in the same family the bold one where Astro has made it.
 */
export function fallbackFaces(css: string): string {
  const seen = new Set<string>();
  return css
    .replace(FALLBACK_RULE, (rule, family: string) => {
      if (rule.includes('font-style:italic') || seen.has(family)) return '';
      seen.add(family);
      return family.endsWith(' Bold"') ? rule : rule.replace(/font-weight:[^;]*/, 'font-weight:400');
    })
    .replace(/("[^"]* fallback: [^"]*) Bold"/g, '$1"')
    .replace(/("[^"]* fallback: [^"]*"),\1/g, '$1');
}

const FALLBACK_RULE = /@font-face\{font-family:("[^"]* fallback: [^"]*");[^}]*\}/g;
