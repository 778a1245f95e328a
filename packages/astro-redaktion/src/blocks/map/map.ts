import { readFileSync } from 'node:fs';
import { type Block, type BlockContext, type BlockFiles, defineBlock } from '../../block.ts';
import { nearest } from '../../model/nearest.ts';
import { mapData } from './map-data.ts';
import { mapFeed, mapText } from './map-forms.ts';
import { type MapPicture, mapPicture, type Paint } from './map-picture.ts';
import { type MapProps, mapProps } from './map-props.ts';
import { type RegionMap, readTopology } from './topology.ts';

/** Sweden's regions; source and making: `geo/README.md`. */
const SWEDEN = new URL('../../../geo/lan.topo.json', import.meta.url);

/**
 * A map of regions with values or of places, drawn when the site is built. Front matter: `karta: {values, points}`;
 * `karta: true`, as Jekyll themes have it, places a plain map unless the text has one itself.
 *
 * @param files the owner's maps: name → path of a TopoJSON file from the project's root
 * @param paint draws the map for feeds; without it, it is a table and a list there
 */
export function createMap(files: Record<string, string>, paint?: Paint): Block {
  const known = new Map<string, RegionMap>();
  const find = (name: string, { text }: BlockFiles): RegionMap => {
    const path = files[name];
    // Read through the door each time, so that a post hangs on the file.
    const source = path === undefined ? undefined : text(path);
    const key = source ?? name;
    const map = known.get(key) ?? named(path ?? name, () => readTopology(JSON.parse(source ?? swedish(name, files))));
    known.set(key, map);
    latest.set(name, map);
    return map;
  };
  // A map is loaded before its forms are made; its outlines are not part of the props, which are kept with the post.
  const latest = new Map<string, RegionMap>();
  const drawn = new WeakMap<MapProps, MapPicture>();
  const pictureOf = (props: MapProps, reader: BlockContext): MapPicture | undefined => {
    const map = latest.get(props.map);
    if (!map || !paint) return undefined;
    const picture = drawn.get(props) ?? mapPicture(map, props, reader);
    drawn.set(props, picture);
    return picture;
  };
  return defineBlock({
    name: 'karta',
    props: mapProps,
    component: new URL('../../views/components/Map.astro', import.meta.url),
    load: (given, door) => loadMap(given, door, find),
    frontMatter: { key: 'karta', place: 'after', props: fromFrontMatter },
    feed: (props, context) => mapFeed(props, context, pictureOf(props, context)),
    files(props, context) {
      const picture = pictureOf(props, context);
      return picture && paint ? [{ path: picture.path, make: () => paint(picture) }] : [];
    },
    text: mapText,
  });
}

/** Adds to props what the map has, and what the file of data holds that they name. */
export function loadMap(
  given: Record<string, unknown>,
  files: BlockFiles,
  find: (name: string, files: BlockFiles) => RegionMap,
): Record<string, unknown> {
  const { data, column, ...props } = given;
  const { regions, bounds } = find(String(given['map'] ?? 'lan'), files);
  const read =
    typeof data === 'string' ? mapData(files.data(data), column === undefined ? undefined : String(column)) : {};
  return { ...props, ...read, known: { regions, bounds } };
}

function swedish(name: string, files: Record<string, string>): string {
  if (name === 'lan') return readFileSync(SWEDEN, 'utf8');
  throw new Error(unknownMap(name, Object.keys(files)));
}

/** What to say of a map that there is not. */
export function unknownMap(name: string, names: readonly string[]): string {
  const all = [...new Set(['lan', ...names])];
  const near = nearest(name, all);
  return `there is no map "${name}"; ${near ? `did you mean "${near}"?` : `there are ${all.join(', ')}, and those that the option \`map.files\` names`}`;
}

function named(path: string, read: () => RegionMap): RegionMap {
  try {
    return read();
  } catch (error) {
    const { message } = error as Error;
    throw new Error(message.startsWith('there is') ? message : `the map ${path} ${message}`);
  }
}

function fromFrontMatter(value: unknown, placed: boolean): unknown {
  if (value !== true) return value;
  return placed ? undefined : {};
}
