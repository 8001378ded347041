import { type Season, seasonsOf } from '../scene-seasons';
import { type Dice, mix, n } from './drawing';
import { birds } from './land';
import type { Spec } from './read-prompt';

/** Everything a place needs to be drawn; the drawing is `w` by `h` units, and `u` is its shorter side. */
export type View = {
  w: number;
  h: number;
  u: number;
  dice: Dice;
  look: Season;
  spec: Spec;
  /** Lamps are lit, stars are out. */
  isDark: boolean;
  /** Where the light comes from. */
  sun: { x: number; y: number };
};

/** The colours of a month in a light. */
export function lookOf(spec: Spec, dice: Dice): Season {
  const kinds = seasonsOf(spec.month);
  const look = dice.pick(kinds);
  const tinted = (change: (colour: string, isSky: boolean) => string): Season => ({
    ...look,
    sky: look.sky.map((colour) => change(colour, true)) as Season['sky'],
    ridges: look.ridges.map((colour) => change(colour, false)) as Season['ridges'],
    ground: look.ground.map((colour) => change(colour, false)) as Season['ground'],
    trees: look.trees.map((colour) => change(colour, false)),
    dots: look.dots,
  });
  if (spec.light === 'night' || spec.light === 'aurora') {
    const night = tinted((colour) => mix(colour, '#15264f', 0.62));
    return {
      ...night,
      sky:
        spec.light === 'aurora'
          ? ['#0b1a3a', '#17426a', '#3d7d86']
          : ['#101f4a', '#274a86', '#7d86b0'],
      sun: '#fdf3d0',
    };
  }
  if (spec.light === 'golden') {
    const golden = tinted((colour) => mix(colour, '#f0a050', 0.2));
    return {
      ...golden,
      sky: [mix(look.sky[0], '#6f7fb0', 0.5), '#f2b98a', '#ffdf9e'],
      sun: '#fff0c0',
    };
  }
  if (spec.light === 'dawn') {
    const dawn = tinted((colour) => mix(colour, '#f6cfd0', 0.14));
    return {
      ...dawn,
      sky: [mix(look.sky[0], '#8fa9d4', 0.5), '#f3cfcb', '#ffecd2'],
      sun: '#fff6dc',
    };
  }
  if (spec.light === 'overcast' || spec.weather === 'rain') {
    const grey = tinted((colour) => mix(colour, '#76838f', 0.3));
    return { ...grey, sky: ['#71818f', '#a4b0b8', '#d6dadb'], sun: '#eef0ec' };
  }
  return look;
}

export function skyDefs({ look, h }: View): string {
  const [top, middle, low] = look.sky;
  return `<linearGradient id="sky" x1="0" y1="0" x2="0" y2="${n(h * 0.62)}" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="${top}"/><stop offset="0.55" stop-color="${middle}"/><stop offset="1" stop-color="${low}"/></linearGradient>
<radialGradient id="glow"><stop offset="0" stop-color="${look.sun}" stop-opacity="0.8"/><stop offset="0.4" stop-color="${look.sun}" stop-opacity="0.28"/><stop offset="1" stop-color="${look.sun}" stop-opacity="0"/></radialGradient>
<radialGradient id="lamp"><stop offset="0" stop-color="#ffe09a" stop-opacity="0.9"/><stop offset="0.35" stop-color="#ffc35a" stop-opacity="0.35"/><stop offset="1" stop-color="#ffb040" stop-opacity="0"/></radialGradient>
<linearGradient id="mist" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${low}" stop-opacity="0"/><stop offset="0.6" stop-color="${low}" stop-opacity="0.85"/><stop offset="1" stop-color="${low}" stop-opacity="0"/></linearGradient>
<linearGradient id="water" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${mix(low, middle, 0.4)}"/><stop offset="1" stop-color="${mix(top, '#14263a', 0.4)}"/></linearGradient>
<linearGradient id="shade" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#0c1020" stop-opacity="0"/><stop offset="1" stop-color="#0c1020" stop-opacity="0.4"/></linearGradient>`;
}

/** The whole sky: colour, sun or moon, stars, clouds, northern lights, birds. */
export function sky(view: View, horizon: number): string {
  const { w, h, u, dice, look, spec, isDark, sun } = view;
  const parts = [`<rect width="${w}" height="${h}" fill="url(#sky)"/>`];
  if (isDark) parts.push(stars(view, horizon));
  if (spec.light === 'aurora') parts.push(aurora(view, horizon));
  const r = u * (isDark ? 0.05 : dice.between(0.035, 0.055));
  parts.push(`<circle cx="${n(sun.x)}" cy="${n(sun.y)}" r="${n(r * 8)}" fill="url(#glow)"/>`);
  if (spec.light !== 'overcast') {
    parts.push(`<circle cx="${n(sun.x)}" cy="${n(sun.y)}" r="${n(r)}" fill="${look.sun}"/>`);
    if (isDark) {
      parts.push(
        `<circle cx="${n(sun.x - r * 0.25)}" cy="${n(sun.y + r * 0.2)}" r="${n(r * 0.22)}" fill="#d9cfae" opacity="0.5"/><circle cx="${n(sun.x + r * 0.35)}" cy="${n(sun.y - r * 0.2)}" r="${n(r * 0.14)}" fill="#d9cfae" opacity="0.5"/>`,
      );
    }
  }
  if (spec.medium === 'poster' || spec.medium === 'woodblock') parts.push(rays(view));
  const clouds = spec.light === 'overcast' ? 7 : isDark ? 2 : Math.floor(dice.between(2, 5));
  for (let i = 0; i < clouds; i += 1) parts.push(cloud(view, horizon));
  if (spec.weather === 'fog') {
    for (let i = 0; i < 3; i += 1) {
      parts.push(
        `<rect y="${n(h * (0.24 + i * 0.1))}" width="${w}" height="${n(h * 0.2)}" fill="url(#mist)" opacity="0.6"/>`,
      );
    }
  }
  if (!isDark && spec.season !== 'winter' && dice.chance(0.5))
    parts.push(birds(dice.next, w, horizon));
  return parts.join('');
}

/** Flat rays from the sun, as posters have them. */
function rays({ w, h, look, sun, isDark }: View): string {
  const reach = (w + h) * 1.2;
  return Array.from({ length: 14 }, (_, i) => {
    const from = (i / 14) * Math.PI * 2;
    const to = from + Math.PI / 14;
    const at = (turn: number) =>
      `${n(sun.x + Math.cos(turn) * reach)} ${n(sun.y + Math.sin(turn) * reach)}`;
    return `<path d="M${n(sun.x)} ${n(sun.y)}L${at(from)}L${at(to)}Z" fill="${look.sun}" opacity="${isDark ? 0.1 : 0.24}"/>`;
  }).join('');
}

/** A heap of round puffs on a flat foot, lit from above. */
function cloud({ w, u, dice, look, isDark }: View, horizon: number): string {
  const x = dice.next() * w;
  const y = horizon * dice.between(0.14, 0.72);
  const far = y / horizon;
  const wide = u * dice.between(0.16, 0.34) * (1.15 - far * 0.6);
  const light = isDark ? mix(look.sky[1], '#c9d2ee', 0.25) : mix(look.sun, '#ffffff', 0.4);
  const shade = mix(light, look.sky[isDark ? 0 : 1], 0.55);
  const puffs: string[] = [];
  for (let i = 0; i < 26; i += 1) {
    const t = dice.between(-1, 1);
    const r = wide * 0.2 * (1.1 - t * t) * dice.between(0.6, 1.1);
    const rise = wide * 0.16 * (1 - t * t) * dice.next();
    puffs.push(
      `<ellipse cx="${n(x + t * wide)}" cy="${n(y - rise)}" rx="${n(r * 1.5)}" ry="${n(r * 0.62)}" fill="${rise > wide * 0.05 ? light : shade}"/>`,
    );
  }
  return `<g opacity="${n(isDark ? 0.3 : dice.between(0.45, 0.75))}">${puffs.join('')}</g>`;
}

function stars({ dice, w }: View, horizon: number): string {
  return Array.from({ length: 150 }, () => {
    const y = horizon * dice.next() ** 1.2;
    return `<circle cx="${n(dice.next() * w)}" cy="${n(y)}" r="${n(0.7 + dice.next() ** 6 * 3.4)}" fill="#ffffff" opacity="${n(dice.between(0.4, 1))}"/>`;
  }).join('');
}

function aurora({ dice, w }: View, horizon: number): string {
  const ribbons: string[] = [];
  for (let ribbon = 0; ribbon < 3; ribbon += 1) {
    const colour = ['#5ff0b0', '#7fe3d0', '#b48cf0'][ribbon] as string;
    const base = horizon * dice.between(0.5, 0.85);
    const phase = dice.between(0, 6);
    for (let i = 0; i < 60; i += 1) {
      const x = (i / 60) * w * 1.1 - w * 0.05;
      const y = base + Math.sin(i * 0.13 + phase) * horizon * 0.14 - ribbon * horizon * 0.12;
      const tall = horizon * (0.22 + 0.2 * Math.abs(Math.sin(i * 0.31 + phase)));
      ribbons.push(
        `<path d="M${n(x)} ${n(y)}L${n(x + w * 0.02)} ${n(y)}L${n(x + w * 0.03)} ${n(y - tall)}L${n(x + w * 0.012)} ${n(y - tall)}Z" fill="${colour}" opacity="${n(0.12 + 0.13 * dice.next())}"/>`,
      );
    }
  }
  return ribbons.join('');
}

/** What falls or drifts in front of everything: snow, rain, petals, leaves, fireflies. `isFree` keeps it off faces. */
export function weather(
  { w, h, u, dice, spec, look, isDark }: View,
  isFree: (x: number, y: number) => boolean,
): string {
  const parts: string[] = [];
  const isOutside = spec.place !== 'room' && spec.place !== 'studio' && spec.place !== 'space';
  if (!isOutside) return '';
  if (spec.weather === 'snow' || (spec.season === 'winter' && dice.chance(0.55))) {
    for (let i = 0; i < 150; i += 1) {
      const x = dice.next() * w;
      const y = dice.next() * h;
      const r = u * (0.0012 + 0.005 * dice.next() ** 2);
      const opacity = dice.between(0.4, 0.95);
      if (isFree(x, y)) {
        parts.push(
          `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="#ffffff" opacity="${n(opacity)}"/>`,
        );
      }
    }
  }
  if (spec.weather === 'rain') {
    for (let i = 0; i < 170; i += 1) {
      const x = dice.next() * w * 1.1;
      const y = dice.next() * h;
      const length = u * dice.between(0.03, 0.07);
      const opacity = dice.between(0.15, 0.45);
      if (isFree(x, y)) {
        parts.push(
          `<path d="M${n(x)} ${n(y)}l${n(-length * 0.25)} ${n(length)}" stroke="#ffffff" stroke-width="${n(u * 0.0016)}" opacity="${n(opacity)}"/>`,
        );
      }
    }
  }
  const isGlow = isDark || spec.isMagical;
  const floats =
    spec.isMagical || spec.month === 4 || spec.month === 10 || (isDark && spec.season === 'summer');
  if (floats && spec.weather === 'clear') {
    const leaf = spec.month === 4 ? '#fbdbe3' : (look.trees[1] ?? '#e09433');
    for (let i = 0; i < 40; i += 1) {
      const x = dice.next() * w;
      const y = h * dice.between(0.2, 1);
      const r = u * dice.between(0.003, 0.008);
      const turn = dice.between(0, 180);
      if (!isFree(x, y)) continue;
      parts.push(
        isGlow
          ? `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r * 3.4)}" fill="url(#lamp)"/><circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="#ffe690" opacity="0.9"/>`
          : `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(r)}" ry="${n(r * 0.55)}" transform="rotate(${n(turn)} ${n(x)} ${n(y)})" fill="${leaf}" opacity="0.9"/>`,
      );
    }
  }
  return parts.join('');
}
