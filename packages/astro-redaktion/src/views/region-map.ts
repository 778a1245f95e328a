import maps from 'virtual:redaktion/maps';
import { unknownMap } from '../blocks/map/map.ts';
import { type RegionMap, readTopology } from '../blocks/map/topology.ts';

const known = new Map<string, RegionMap>();

/**
 * A map by its name, read the first time that a page shows it.
 *
 * @throws when there is none
 */
export function regionMap(name: string): RegionMap {
  const source = maps.get(name);
  if (source === undefined) throw new Error(unknownMap(name, [...maps.keys()]));
  const map = known.get(name) ?? readTopology(JSON.parse(source));
  known.set(name, map);
  return map;
}
