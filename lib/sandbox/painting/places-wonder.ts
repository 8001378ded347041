import { mix, n } from './drawing';
import { floraOf, wreath } from './flora';
import { area, conifer, meadow, ridgeLine, snowCaps, woods } from './land';
import { bigTree, path } from './places-outside';
import { sky, type View } from './sky';

/** A path to an arbour, hedges and beds in flower, or under snow. */
export function garden(view: View): string {
  const { w, h, u, dice, look, spec } = view;
  const horizon = h * 0.5;
  const parts = [sky(view, horizon)];
  const far = ridgeLine(dice.next, w, horizon, h * 0.04, 3);
  parts.push(
    `<path d="${area(far, w, h)}" fill="${mix(look.ridges[1], look.ground[0], 0.5)}"/>`,
    ...woods(dice.next, look, far, 0.55, h),
    ...woods(dice.next, look, far, 0.7, h),
  );
  parts.push(
    `<rect y="${n(horizon + h * 0.05)}" width="${w}" height="${h}" fill="${look.ground[0]}"/>`,
  );
  parts.push(
    path(view, horizon + h * 0.07, mix(look.ground[1], look.snow ? '#ffffff' : '#f3e2c6', 0.7)),
  );
  const cx = w * 0.5;
  const rx = u * 0.26;
  const foot = horizon + h * 0.2;
  parts.push(
    `<path d="M${n(cx - rx)} ${n(foot)}V${n(foot - u * 0.4)}A${n(rx)} ${n(rx)} 0 0 1 ${n(cx + rx)} ${n(foot - u * 0.4)}V${n(foot)}" stroke="#e9e2d2" stroke-width="${n(u * 0.02)}" fill="none"/>`,
  );
  parts.push(wreath(dice, spec.month, cx, foot - u * 0.36, rx, rx * 1.05));
  const flora = floraOf(spec.month);
  const leaf = look.snow ? '#e9f0f4' : flora.leaf;
  for (const side of [-1, 1]) {
    for (let i = 0; i < 26; i += 1) {
      const t = (i + 1) / 26;
      const y = foot + (h * 1.05 - foot) * t;
      const x = cx + side * (rx + w * 0.5 * t * dice.between(0.6, 1.6));
      const r = u * (0.02 + 0.07 * t);
      parts.push(
        `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(r * 1.4)}" ry="${n(r)}" fill="${mix(leaf, dice.chance(0.5) ? '#ffffff' : '#14261c', 0.15)}"/>`,
      );
      for (let k = 0; k < 3; k += 1)
        parts.push(
          `<g transform="translate(${n(x + dice.between(-1, 1) * r)} ${n(y - dice.between(0.2, 1) * r)})">${flora.bloom(dice, r * 0.42)}</g>`,
        );
    }
  }
  return parts.join('');
}

/** Towers on a crag above mist, flags in the wind. */
export function castle(view: View): string {
  const { w, h, u, dice, look, isDark } = view;
  const horizon = h * 0.56;
  const parts = [sky(view, horizon)];
  for (let layer = 0; layer < 3; layer += 1) {
    const base = horizon + layer * h * 0.05;
    const ridge = ridgeLine(dice.next, w, base, h * (0.3 - layer * 0.07), 7 - layer);
    parts.push(
      `<path d="${area(ridge, w, h)}" fill="${mix(look.ridges[0], look.ridges[1], layer / 2)}"/>`,
    );
    if (layer === 0) parts.push(snowCaps(dice.next, ridge, base, h * 0.3));
    parts.push(
      `<rect y="${n(base - h * 0.03)}" width="${w}" height="${n(h * 0.13)}" fill="url(#mist)" opacity="0.6"/>`,
    );
  }
  const cx = w * dice.pick([0.3, 0.7, 0.5]);
  const foot = horizon + h * 0.06;
  const s = u * 0.5;
  const stone = mix(
    mix('#e3d3c0', look.sky[2], 0.25),
    isDark ? '#26305e' : '#ffffff',
    isDark ? 0.5 : 0.05,
  );
  const roof = look.snow ? '#eef3f8' : mix('#53688f', isDark ? '#1a2048' : '#ffffff', 0.15);
  parts.push(
    `<path d="M${n(cx - s * 0.9)} ${n(foot + h * 0.1)}Q${n(cx - s * 0.5)} ${n(foot - s * 0.1)} ${n(cx - s * 0.3)} ${n(foot - s * 0.12)}H${n(cx + s * 0.34)}Q${n(cx + s * 0.5)} ${n(foot)} ${n(cx + s)} ${n(foot + h * 0.1)}Z" fill="${look.ridges[1]}"/>`,
  );
  const towers: readonly (readonly [number, number, number])[] = [
    [-0.28, 0.5, 0.1],
    [0.3, 0.42, 0.1],
    [-0.13, 0.72, 0.11],
    [0.16, 0.62, 0.1],
    [0.02, 0.95, 0.13],
    [-0.2, 0.3, 0.2],
    [0.2, 0.28, 0.22],
  ];
  for (const [dx, tall, wide] of towers) {
    const x = cx + dx * s;
    const half = (wide * s) / 2;
    const top = foot - s * 0.1 - tall * s;
    parts.push(
      `<rect x="${n(x - half)}" y="${n(top)}" width="${n(half * 2)}" height="${n(tall * s + s * 0.04)}" fill="${stone}"/><rect x="${n(x + half * 0.2)}" y="${n(top)}" width="${n(half * 0.8)}" height="${n(tall * s)}" fill="#2a2040" opacity="0.2"/>`,
      `<path d="M${n(x - half * 1.3)} ${n(top)}L${n(x)} ${n(top - half * 3.4)}L${n(x + half * 1.3)} ${n(top)}Z" fill="${roof}"/>`,
      `<path d="M${n(x)} ${n(top - half * 3.4)}v${n(-half * 0.9)}l${n(half * 1.1)} ${n(half * 0.35)}l${n(-half * 1.1)} ${n(half * 0.35)}" fill="#c8483f"/>`,
      ...[0.2, 0.5].map(
        (t) =>
          `<rect x="${n(x - half * 0.18)}" y="${n(top + tall * s * t)}" width="${n(half * 0.36)}" height="${n(half * 0.7)}" rx="${n(half * 0.18)}" fill="${isDark || look.snow ? '#ffd884' : '#5b5568'}"/>`,
      ),
    );
  }
  parts.push(
    `<rect y="${n(foot - h * 0.02)}" width="${w}" height="${n(h * 0.14)}" fill="url(#mist)" opacity="0.75"/>`,
  );
  const line = ridgeLine(dice.next, w, h * 0.7, h * 0.05, 3);
  parts.push(
    `<path d="${area(line, w, h)}" fill="${look.ground[0]}"/>`,
    ...woods(dice.next, look, line, 0.7, h),
  );
  const near = ridgeLine(dice.next, w, h * 0.84, h * 0.04, 3);
  parts.push(
    path(view, h * 0.7, mix(look.ground[0], '#f3e6c8', 0.5)),
    `<path d="${area(near, w, h)}" fill="${look.ground[1]}" opacity="0.85"/>`,
    ...meadow(dice.next, look, near, w, h),
  );
  parts.push(
    look.snow
      ? conifer(w * 0.1, h * 0.92, u * 0.5, '#2c4a41', true)
      : bigTree(view, w * dice.pick([0.08, 0.93]), h * 0.94, u * 0.5),
  );
  return parts.join('');
}

/** Nebulae, planets and a small world to stand on; sometimes a rocket, sometimes domes with lights on. */
export function space(view: View): string {
  const { w, h, u, dice, look, spec } = view;
  const hues = dice.pick(NEBULAE[spec.season]);
  const parts = [`<rect width="${w}" height="${h}" fill="${mix('#0b0f2a', hues[2], 0.12)}"/>`];
  const rising = dice.chance(0.5) ? 1 : -1;
  for (let i = 0; i < 34; i += 1) {
    const t = i / 34;
    const x = w * (0.5 + rising * (0.42 - 0.84 * t)) + dice.between(-1, 1) * u * 0.12;
    const y = h * (0.08 + 0.6 * t) + dice.between(-1, 1) * u * 0.13;
    parts.push(
      `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(u * dice.between(0.08, 0.26))}" ry="${n(u * dice.between(0.05, 0.13))}" transform="rotate(${n(-35 * rising)} ${n(x)} ${n(y)})" fill="${dice.pick(hues)}" opacity="0.16"/>`,
    );
  }
  for (let i = 0; i < 240; i += 1) {
    parts.push(
      `<circle cx="${n(dice.next() * w)}" cy="${n(dice.next() * h)}" r="${n(0.7 + dice.next() ** 8 * 4.5)}" fill="#ffffff" opacity="${n(dice.between(0.35, 1))}"/>`,
    );
  }
  const side = dice.chance(0.5) ? 0.78 : 0.22;
  parts.push(
    planet(
      view,
      'a',
      w * (side + dice.between(-0.08, 0.08)),
      h * dice.between(0.14, 0.32),
      u * dice.between(0.1, 0.2),
      hues[0],
      dice.chance(0.6),
    ),
    planet(
      view,
      'b',
      w * (1 - side + dice.between(-0.1, 0.1)),
      h * dice.between(0.1, 0.45),
      u * dice.between(0.03, 0.08),
      hues[1],
      false,
    ),
  );
  if (dice.chance(0.5))
    parts.push(
      rocket(
        w * dice.between(0.15, 0.85),
        h * dice.between(0.2, 0.4),
        u * 0.13,
        hues[0],
        dice.between(-50, 50),
      ),
    );
  const soil = mix(hues[2], '#1a1438', 0.5);
  const ground = ridgeLine(dice.next, w, h * 0.78, h * 0.08, 5);
  parts.push(`<path d="${area(ground, w, h)}" fill="${soil}"/>`);
  if (dice.chance(0.5)) {
    for (let i = 0; i < 3; i += 1) {
      const x = w * (0.12 + 0.34 * i) + dice.between(-20, 20);
      const r = u * dice.between(0.05, 0.1);
      parts.push(
        `<path d="M${n(x - r)} ${n(h * 0.82)}A${n(r)} ${n(r)} 0 0 1 ${n(x + r)} ${n(h * 0.82)}Z" fill="#cfe4ee" opacity="0.8"/><path d="M${n(x - r * 0.7)} ${n(h * 0.82)}A${n(r * 0.7)} ${n(r * 0.7)} 0 0 1 ${n(x + r * 0.7)} ${n(h * 0.82)}Z" fill="#ffd88a" opacity="0.8"/><circle cx="${n(x)}" cy="${n(h * 0.8)}" r="${n(r * 2.2)}" fill="url(#lamp)" opacity="0.7"/>`,
      );
    }
  }
  for (let i = 0; i < 9; i += 1) {
    const y = h * dice.between(0.84, 0.98);
    const r = u * dice.between(0.015, 0.06);
    parts.push(
      `<ellipse cx="${n(dice.next() * w)}" cy="${n(y)}" rx="${n(r * 1.6)}" ry="${n(r * 0.45)}" fill="#120c28" opacity="0.4"/>`,
    );
  }
  const near = ridgeLine(dice.next, w, h * 0.92, h * 0.05, 4);
  parts.push(`<path d="${area(near, w, h)}" fill="${mix(look.ground[0], '#2a1f55', 0.6)}"/>`);
  return parts.join('');
}

type Nebula = readonly [string, string, string];

const NEBULAE: Record<View['spec']['season'], readonly Nebula[]> = {
  winter: [
    ['#4f7fd8', '#9fd4f0', '#7a6ad8'],
    ['#8ab8e8', '#d8a0d0', '#3f5fb0'],
  ],
  spring: [
    ['#d86aa8', '#7ad8b8', '#8a7ae8'],
    ['#7ac88a', '#f0b0c8', '#4f8ac0'],
  ],
  summer: [
    ['#f0b04f', '#e86a7a', '#4fb8d8'],
    ['#3fc0b0', '#f4d06a', '#c05a9a'],
  ],
  autumn: [
    ['#e8804a', '#c84a5a', '#8a4ab0'],
    ['#d8a03f', '#e0684a', '#5a5ab8'],
  ],
};

function planet(
  view: View,
  id: string,
  x: number,
  y: number,
  r: number,
  colour: string,
  ring: boolean,
): string {
  const { dice } = view;
  const bands = Array.from(
    { length: 7 },
    (_, i) =>
      `<ellipse cx="${n(x)}" cy="${n(y - r * 0.8 + i * r * 0.26)}" rx="${n(r)}" ry="${n(r * dice.between(0.04, 0.12))}" fill="${mix(colour, dice.chance(0.5) ? '#ffffff' : '#2a1030', 0.25)}" opacity="0.55"/>`,
  );
  const belt = ring
    ? `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(r * 1.9)}" ry="${n(r * 0.42)}" transform="rotate(-18 ${n(x)} ${n(y)})" fill="none" stroke="${mix(colour, '#fff0d0', 0.6)}" stroke-width="${n(r * 0.12)}" opacity="0.8"/>`
    : '';
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r * 2)}" fill="url(#glow)" opacity="0.3"/><clipPath id="planet-${id}"><circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}"/></clipPath><circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${colour}"/><g clip-path="url(#planet-${id})">${bands.join('')}<circle cx="${n(x + r * 0.5)}" cy="${n(y + r * 0.35)}" r="${n(r * 1.05)}" fill="#05071a" opacity="0.45"/></g>${belt}`;
}

function rocket(x: number, y: number, s: number, colour: string, turn: number): string {
  return `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)})"><path d="M${n(-s * 0.12)} ${n(s * 0.5)}Q0 ${n(s * 1.5)} ${n(s * 0.12)} ${n(s * 0.5)}Z" fill="#ffd27a"/><path d="M${n(-s * 0.06)} ${n(s * 0.5)}Q0 ${n(s * 1.1)} ${n(s * 0.06)} ${n(s * 0.5)}Z" fill="#fff6d8"/><path d="M${n(-s * 0.2)} ${n(s * 0.2)}L${n(-s * 0.42)} ${n(s * 0.62)}L${n(-s * 0.14)} ${n(s * 0.5)}ZM${n(s * 0.2)} ${n(s * 0.2)}L${n(s * 0.42)} ${n(s * 0.62)}L${n(s * 0.14)} ${n(s * 0.5)}Z" fill="${colour}"/><path d="M0 ${n(-s * 0.8)}C${n(s * 0.34)} ${n(-s * 0.4)} ${n(s * 0.26)} ${n(s * 0.2)} ${n(s * 0.15)} ${n(s * 0.52)}H${n(-s * 0.15)}C${n(-s * 0.26)} ${n(s * 0.2)} ${n(-s * 0.34)} ${n(-s * 0.4)} 0 ${n(-s * 0.8)}Z" fill="#f2efe6"/><path d="M0 ${n(-s * 0.8)}C${n(s * 0.14)} ${n(-s * 0.62)} ${n(s * 0.2)} ${n(-s * 0.45)} ${n(s * 0.22)} ${n(-s * 0.36)}H${n(-s * 0.22)}C${n(-s * 0.2)} ${n(-s * 0.45)} ${n(-s * 0.14)} ${n(-s * 0.62)} 0 ${n(-s * 0.8)}Z" fill="${colour}"/><circle cy="${n(-s * 0.12)}" r="${n(s * 0.1)}" fill="#7fc4e0" stroke="#b8a888" stroke-width="${n(s * 0.03)}"/></g>`;
}
