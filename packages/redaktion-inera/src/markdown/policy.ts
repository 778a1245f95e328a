/** How mentions are shown. */
export type MentionStyle = 'link' | 'term' | 'off';

/** What one post wants of its mentions. */
export interface MentionPolicy {
  as: MentionStyle;
  /** Ids of services to leave alone. */
  except: ReadonlySet<string>;
}

/**
 * What a post's front matter says under `mentions:`; `site` is what the site's options say.
 *
 * - nothing: as the site
 * - `false` or `off`: none; `true`: as the site, links if that is off; `link`, `term`: so
 * - a list of ids: as the site, but for these
 *
 * Anything else is `invalid`, for the caller to report with file and line.
 */
export function mentionPolicy(value: unknown, site: MentionStyle): MentionPolicy | 'invalid' {
  const none: ReadonlySet<string> = new Set();
  if (value === undefined || value === null) return { as: site, except: none };
  if (value === false || value === 'off') return { as: 'off', except: none };
  if (value === true) return { as: site === 'off' ? 'link' : site, except: none };
  if (value === 'link' || value === 'term') return { as: value, except: none };
  // YAML reads the id `1177` as a number.
  if (Array.isArray(value) && value.every((id) => typeof id === 'string' || typeof id === 'number'))
    return { as: site, except: new Set(value.map(String)) };
  return 'invalid';
}
