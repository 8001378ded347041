import { createHash } from 'node:crypto';
import { CITIES, STREETS } from './data/cities';

/** Types of points as the real service names them: its branches and its lockers. */
export const BRANCH_TYPE = '841339c7-591a-42e2-8233-7a0a00f0ed6f';
export const LOCKER_TYPE = 'f9316480-5f2d-425d-bc2c-ac7cd29decf0';

export type Place = { ref: string; settlementRef: string; name: string; area: string };
export type Point = {
  ref: string;
  number: string;
  isLocker: boolean;
  street: string;
  city: Place;
};

/** The same UUID for the same thing at every start. */
export function refOf(...parts: string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const PLACES: readonly Place[] = CITIES.map(([name, area]) => ({
  ref: refOf('city', name, area),
  settlementRef: refOf('settlement', name, area),
  name,
  area,
}));

const POINTS: readonly Point[] = CITIES.flatMap(([, , branches], cityIndex) => {
  const city = PLACES[cityIndex] as Place;
  const point = (isLocker: boolean, index: number): Point => {
    const number = isLocker ? String(20_000 + cityIndex * 150 + index) : String(index + 1);
    const street = STREETS[(index * 7 + cityIndex * 3) % STREETS.length];
    const house = ((index * 13 + cityIndex * 5) % 120) + 1;
    return { ref: refOf(city.ref, number), number, isLocker, street: `${street}, ${house}`, city };
  };
  const lockers = Math.max(2, Math.round(branches * 1.5));
  return [
    ...Array.from({ length: branches }, (_, index) => point(false, index)),
    ...Array.from({ length: lockers }, (_, index) => point(true, index)),
  ];
});

const plain = (text: string) => text.toLocaleLowerCase('uk').replace(/[’ʼ`]/g, "'").trim();

export function searchPlaces(query: string): Place[] {
  const wanted = plain(query);
  return PLACES.filter(({ name }) => plain(name).startsWith(wanted));
}

export function placeOf(ref: string): Place | undefined {
  return PLACES.find((place) => place.ref === ref);
}

export function pointOf(ref: string): Point | undefined {
  return POINTS.find((point) => point.ref === ref);
}

export function pointsOf(query: {
  cityRef: string;
  ref: string;
  type: string;
  text: string;
}): Point[] {
  const wanted = plain(query.text).replace(/^№/, '');
  const found = POINTS.filter(
    (point) =>
      (query.cityRef === '' || point.city.ref === query.cityRef) &&
      (query.ref === '' || point.ref === query.ref) &&
      (query.type === '' || (query.type === LOCKER_TYPE) === point.isLocker) &&
      (point.number.startsWith(wanted) || plain(point.street).includes(wanted)),
  );
  // The one of that number comes first.
  return found.sort((a, b) => Number(b.number === wanted) - Number(a.number === wanted));
}

/** "Відділення №12: вул. Садова, 4" */
export function pointName(point: Point): string {
  const kind = point.isLocker ? 'Поштомат "Нова Пошта"' : 'Відділення';
  return `${kind} №${point.number}: ${point.street}`;
}
