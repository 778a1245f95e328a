import { legal } from '../../model/legal.ts';
import { isData } from './deep-merge.ts';

/**
 * Front matter without characters that no document can hold. Only escapes in quoted text (`"\a"`) can make them, for
 * those of the file itself are gone when it is read.
 *
 * @param yaml what it was read from
 */
export function legalData(value: unknown, yaml: string): unknown {
  return /\\[0abefNLPxuUv]/.test(yaml) ? cleaned(value) : value;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return legal(value);
  if (Array.isArray(value)) return value.map(cleaned);
  return isData(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)])) : value;
}
