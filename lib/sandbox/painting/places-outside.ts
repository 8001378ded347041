import { mix, n } from './drawing';
import { area, conifer, meadow, type Point, ridgeLine, snowCaps, woods } from './land';
import { sky, type View } from './sky';

/** Peaks in layers, woods at their feet; with water it is a lake in the mountains. */
export function mountains(view: View): string {
  const { w, h, u, dice, look, spec } = view;
  const horizon = h * dice.between(0.46, 0.54);
  const hasLake = spec.place === 'lake' || dice.chance(0.3);
  const parts = [sky(view, horizon)];
  const high = spec.place === 'lake' ? 0.2 : 0.3;
  for (let layer = 0; layer < 4; layer += 1) {
    const depth = layer / 3;
    const base = horizon + depth * h * 0.06;
    const height = h * (high - depth * high * 0.5);
    const ridge = ridgeLine(dice.next, w, base, height, 7 - layer);
    parts.push(
      `<path d="${area(ridge, w, h)}" fill="${mix(look.ridges[0], look.ridges[1], depth)}"/>`,
    );
    if ((look.snow || spec.place === 'mountains') && layer < 2) {
      parts.push(snowCaps(dice.next, ridge, base - (look.snow ? 0 : height * 0.25), height));
    }
    parts.push(
      `<rect y="${n(base - h * 0.03)}" width="${w}" height="${n(h * 0.12)}" fill="url(#mist)" opacity="${n(0.5 - depth * 0.3)}"/>`,
    );
  }
  const shore = horizon + h * 0.07;
  if (hasLake) {
    parts.push(water(view, shore, h));
    const bank = ridgeLine(dice.next, w, shore + h * 0.01, h * 0.012, 3);
    parts.push(`<g opacity="0.95">${woods(dice.next, look, bank, 0.25, h).join('')}</g>`);
    parts.push(
      `<path d="${area(ridgeLine(dice.next, w, h * 0.88, h * 0.03, 3), w, h)}" fill="${look.ground[1]}"/>`,
    );
    if (dice.chance(0.6))
      parts.push(boat(view, w * dice.between(0.2, 0.8), shore + h * 0.1, u * 0.1));
  } else parts.push(...fields(view, shore, 3));
  if (dice.chance(0.7))
    parts.push(house(view, w * dice.pick([0.16, 0.8]), h * (hasLake ? 0.9 : 0.73), u * 0.1));
  return parts.join('');
}

export function sea(view: View): string {
  const { w, h, u, dice, look, spec } = view;
  const horizon = h * dice.between(0.4, 0.48);
  const parts = [sky(view, horizon)];
  const cliff = dice.chance(0.65);
  const side = dice.chance(0.5) ? 0 : 1;
  parts.push(water(view, horizon, h));
  if (cliff) {
    const rise = (x: number) => (side ? w - x : x);
    for (let layer = 0; layer < 2; layer += 1) {
      const reach = w * (0.5 - layer * 0.16);
      const top = horizon - h * (0.12 + layer * 0.08);
      const tone = mix(look.ridges[0], mix(look.ridges[1], look.ground[1], 0.4), 0.4 + layer * 0.5);
      parts.push(
        `<path d="M${rise(-20)} ${n(top)}C${n(rise(reach * 0.4))} ${n(top - h * 0.02)} ${n(rise(reach * 0.6))} ${n(top + h * 0.06)} ${n(rise(reach * 0.8))} ${n(horizon - h * 0.01)}L${n(rise(reach))} ${n(horizon + h * 0.012)}L${rise(-20)} ${n(horizon + h * (0.02 + layer * 0.05))}Z" fill="${tone}"/>`,
      );
    }
    parts.push(lighthouse(view, rise(w * 0.16), horizon - h * 0.17, u * 0.2));
  }
  for (let i = 0; i < 3; i += 1) {
    parts.push(
      sail(
        view,
        w * dice.between(0.15, 0.88),
        horizon + h * (0.015 + 0.05 * i),
        u * (0.05 + 0.035 * i),
      ),
    );
  }
  const beach = h * dice.between(0.78, 0.84);
  const line = ridgeLine(dice.next, w, beach, h * 0.04, 3);
  const sand = look.snow ? '#e6e4dc' : mix('#ecd3a0', look.ground[0], view.isDark ? 0.7 : 0.18);
  const foam = line.map(({ x, y }) => ({ x, y: y - h * 0.016 }));
  parts.push(
    `<path d="${area(foam, w, h)}" fill="#ffffff" opacity="0.75"/><path d="${area(line, w, h)}" fill="${sand}"/>`,
  );
  for (let i = 0; i < 60; i += 1) {
    const y = beach + (h - beach) * dice.next();
    parts.push(
      `<ellipse cx="${n(dice.next() * w)}" cy="${n(y)}" rx="${n(u * 0.012)}" ry="${n(u * 0.003)}" fill="${mix(sand, '#5a4630', 0.3)}" opacity="0.5"/>`,
    );
  }
  if (spec.season === 'summer')
    parts.push(parasol(view, w * (side ? 0.2 : 0.82), h * 0.9, u * 0.2));
  return parts.join('');
}

export function forest(view: View): string {
  const { w, h, u, dice, look, isDark } = view;
  const horizon = h * 0.62;
  const glow = isDark ? '#5f7fb0' : mix(look.sun, look.sky[2], 0.3);
  const parts = [
    sky(view, horizon),
    `<rect width="${w}" height="${h}" fill="${mix(look.trees[0] as string, glow, 0.55)}" opacity="0.72"/>`,
    `<ellipse cx="${n(view.sun.x)}" cy="${n(h * 0.42)}" rx="${n(w * 0.5)}" ry="${n(h * 0.46)}" fill="url(#glow)"/>`,
  ];
  const isBirch = dice.chance(0.35);
  for (let layer = 0; layer < 5; layer += 1) {
    const depth = layer / 4;
    const foot = horizon + depth * h * 0.24;
    const bark = mix(
      mix(glow, look.trees[0] as string, 0.5),
      isBirch ? '#ebe6da' : '#3a2a20',
      0.2 + depth * 0.75,
    );
    const floor = mix(mix(glow, look.ground[0], 0.5), look.ground[1], depth);
    const crown = (tone: number) => mix(dice.pick(look.trees), glow, 0.62 - depth * 0.6 + tone);
    const trunks = 11 - layer * 2;
    for (let i = 0; i < trunks; i += 1) {
      // Nearer trunks keep out of the middle: it is kept for the eye to walk in.
      const spread = (i + dice.between(0.1, 0.9)) / trunks;
      const x =
        layer < 2 ? spread * w : spread < 0.5 ? spread * 0.55 * w : w - (1 - spread) * 0.55 * w;
      const thick = u * (0.008 + depth * 0.04) * dice.between(0.7, 1.3);
      const lean = dice.between(-0.03, 0.03) * w;
      parts.push(
        `<path d="M${n(x - thick)} ${n(foot + 4)}C${n(x - thick * 0.5)} ${n(h * 0.4)} ${n(x + lean - thick * 0.5)} ${n(h * 0.2)} ${n(x + lean)} ${n(-h * 0.1)}L${n(x + lean + thick * 0.8)} ${n(-h * 0.1)}C${n(x + lean + thick * 0.6)} ${n(h * 0.2)} ${n(x + thick * 0.6)} ${n(h * 0.4)} ${n(x + thick * 1.2)} ${n(foot + 4)}Z" fill="${bark}"/>`,
      );
      if (isBirch) {
        for (let k = 0; k < 9; k += 1) {
          parts.push(
            `<ellipse cx="${n(x + lean * k * 0.09)}" cy="${n(foot - k * h * 0.07 - 12)}" rx="${n(thick * 0.55)}" ry="${n(thick * 0.13)}" fill="#3d3833" opacity="0.7"/>`,
          );
        }
      }
      const bunches = layer < 2 ? 7 : 12;
      for (let k = 0; k < bunches; k += 1) {
        const bx = x + lean + dice.between(-1, 1) * u * 0.13;
        const by = h * (0.34 * dice.next() ** 1.5 - 0.02);
        const r = u * (0.014 + depth * 0.026);
        const base = dice.chance(look.snow ? 0.45 : 0) ? '#eef3f8' : crown(0);
        for (let leaf = 0; leaf < 5; leaf += 1) {
          parts.push(
            `<ellipse cx="${n(bx + dice.between(-2, 2) * r)}" cy="${n(by + dice.between(-1.1, 1.1) * r)}" rx="${n(r * dice.between(0.8, 1.3))}" ry="${n(r * 0.7)}" fill="${mix(base, leaf < 2 ? '#10140f' : glow, leaf < 2 ? 0.16 : 0.05 * leaf)}"/>`,
          );
        }
      }
    }
    const ground = ridgeLine(dice.next, w, foot, h * 0.03, 4);
    parts.push(`<path d="${area(ground, w, h)}" fill="${floor}" opacity="0.92"/>`);
    if (depth > 0.4) parts.push(...meadow(dice.next, look, ground, w, h));
  }
  for (let i = 0; i < 4; i += 1) {
    const x = view.sun.x + (i - 1.5) * w * 0.12;
    parts.push(
      `<path d="M${n(x)} -20L${n(x + w * 0.05)} -20L${n(x + w * 0.3)} ${n(h * 0.8)}L${n(x + w * 0.12)} ${n(h * 0.8)}Z" fill="${look.sun}" opacity="${isDark ? 0.05 : 0.13}"/>`,
    );
  }
  parts.push(path(view, horizon + h * 0.02, mix(look.ground[0], '#f0dfc0', 0.45)));
  return parts.join('');
}

/** Rolling fields, woods, a farm; as a village a church and a cluster of roofs. */
export function country(view: View): string {
  const { w, h, u, dice, look, spec } = view;
  const horizon = h * dice.between(0.42, 0.5);
  const parts = [sky(view, horizon)];
  for (let layer = 0; layer < 2; layer += 1) {
    const ridge = ridgeLine(dice.next, w, horizon + layer * h * 0.035, h * 0.08, 4);
    parts.push(
      `<path d="${area(ridge, w, h)}" fill="${mix(look.ridges[0], look.ridges[1], layer * 0.8)}"/>`,
    );
  }
  parts.push(
    `<rect y="${n(horizon - h * 0.02)}" width="${w}" height="${n(h * 0.1)}" fill="url(#mist)" opacity="0.5"/>`,
  );
  const near = horizon + h * 0.06;
  parts.push(...fields(view, near, 2));
  const homes = spec.place === 'village' ? 7 : 2;
  const centre = w * dice.between(0.3, 0.7);
  if (spec.place === 'village')
    parts.push(church(view, centre + w * 0.06, near + h * 0.05, u * 0.24));
  for (let i = 0; i < homes; i += 1) {
    const x = centre + (i - homes / 2) * w * 0.095 + dice.between(-12, 12);
    parts.push(
      house(view, x, near + h * (0.05 + 0.05 * dice.next()), u * dice.between(0.07, 0.11)),
    );
  }
  const line = ridgeLine(dice.next, w, h * 0.72, h * 0.035, 3);
  parts.push(`<path d="${area(line, w, h)}" fill="${look.ground[1]}"/>`);
  parts.push(
    ...rows(view, h * 0.73),
    ...meadow(dice.next, look, line, w, h),
    ...meadow(dice.next, look, line, w, h),
  );
  parts.push(
    path(view, near + h * 0.07, mix(look.ground[0], look.snow ? '#ffffff' : '#f0dfb8', 0.6)),
  );
  parts.push(bigTree(view, w * dice.pick([0.1, 0.9]), h * 0.8, u * dice.between(0.42, 0.55)));
  return parts.join('');
}

export function desert(view: View): string {
  const { w, h, u, dice, look } = view;
  const horizon = h * dice.between(0.46, 0.54);
  const parts = [sky(view, horizon)];
  const rock = view.isDark ? '#4a3f66' : '#c77a55';
  const mesas = ridgeLine(dice.next, w, horizon, h * 0.06, 4);
  parts.push(`<path d="${area(mesas, w, h)}" fill="${mix(rock, look.sky[2], 0.5)}"/>`);
  for (let layer = 0; layer < 5; layer += 1) {
    const base = horizon + h * (0.03 + layer * 0.11);
    const crest = w * dice.between(0.15, 0.85);
    const lit = mix(view.isDark ? '#5b5788' : '#eeb46c', look.sun, 0.28 - layer * 0.05);
    const shade = mix(lit, view.isDark ? '#1c1c45' : '#a2553a', 0.45);
    const top = base - h * dice.between(0.04, 0.09);
    parts.push(
      `<path d="M-20 ${n(base)}Q${n(crest * 0.6)} ${n(base - h * 0.01)} ${n(crest)} ${n(top)}Q${n(crest + w * 0.25)} ${n(base + h * 0.02)} ${w + 20} ${n(base - h * 0.01)}V${h + 20}H-20Z" fill="${lit}"/>`,
      `<path d="M${n(crest)} ${n(top)}Q${n(crest + w * 0.25)} ${n(base + h * 0.02)} ${w + 20} ${n(base - h * 0.01)}V${n(base + h * 0.3)}Q${n(crest + w * 0.1)} ${n(base + h * 0.16)} ${n(crest)} ${n(top)}Z" fill="${shade}" opacity="0.75"/>`,
    );
  }
  for (let i = 0; i < 3; i += 1) {
    parts.push(
      palm(
        view,
        w * (dice.chance(0.5) ? dice.between(0.06, 0.25) : dice.between(0.75, 0.94)),
        h * dice.between(0.6, 0.78),
        u * dice.between(0.22, 0.36),
      ),
    );
  }
  return parts.join('');
}

function fields(view: View, from: number, count: number): string[] {
  const { w, h, dice, look } = view;
  const parts: string[] = [];
  for (let field = 0; field < count; field += 1) {
    const depth = count === 1 ? 1 : field / (count - 1);
    const line = ridgeLine(dice.next, w, from + (h - from) * (0.02 + depth * 0.42), h * 0.035, 3);
    parts.push(
      `<path d="${area(line, w, h)}" fill="${mix(look.ground[0], look.ground[1], depth)}"/>`,
    );
    parts.push(...woods(dice.next, look, line, depth * 0.7, h));
    if (depth > 0.4) parts.push(...meadow(dice.next, look, line, w, h));
  }
  return parts;
}

/** Furrows, rows of lavender or vines that lead the eye to the horizon. */
function rows({ w, h, dice, look, spec }: View, top: number): string[] {
  if (spec.season === 'winter' || dice.chance(0.4)) return [];
  const colour =
    spec.season === 'summer' && dice.chance(0.6) ? '#8a73c2' : (look.trees[0] as string);
  const focus = w * dice.between(0.3, 0.7);
  return Array.from({ length: 15 }, (_, i) => {
    const x = w * (-0.6 + (i / 14) * 2.2);
    return `<path d="M${n(focus + (x - focus) * 0.35)} ${n(top)}L${n(x - w * 0.025)} ${h + 10}L${n(x + w * 0.025)} ${h + 10}Z" fill="${mix(colour, look.ground[1], i % 2 ? 0.25 : 0.05)}" opacity="0.75"/>`;
  });
}

export function water({ w, u, dice, look, sun }: View, from: number, to: number): string {
  const parts = [`<rect y="${n(from)}" width="${w}" height="${n(to - from)}" fill="url(#water)"/>`];
  for (let i = 0; i < 30; i += 1) {
    const y = from + 3 + i * (to - from) * 0.026;
    const half = u * 0.05 * (0.3 + dice.next() * 0.9) * (1 + i * 0.06);
    parts.push(
      `<rect x="${n(sun.x - half + dice.between(-10, 10))}" y="${n(y)}" width="${n(half * 2)}" height="${n(1.4 + i * 0.12)}" rx="1" fill="${look.sun}" opacity="${n(0.6 - i * 0.016)}"/>`,
    );
  }
  for (let i = 0; i < 90; i += 1) {
    const y = from + (to - from) * dice.next() ** 1.5;
    const near = (y - from) / (to - from);
    parts.push(
      `<rect x="${n(dice.between(-40, w))}" y="${n(y)}" width="${n(dice.between(20, 110) * (0.4 + near))}" height="${n(1 + near * 4)}" rx="1" fill="${dice.chance(0.6) ? '#ffffff' : look.sky[0]}" opacity="${n(dice.between(0.08, 0.32))}"/>`,
    );
  }
  return parts.join('');
}

export function path({ w, h, dice }: View, top: number, colour: string): string {
  const x = w * dice.between(0.4, 0.6);
  const foot = w * dice.between(0.35, 0.65);
  const bend = w * dice.between(-0.14, 0.14);
  return `<path d="M${n(x - 3)} ${n(top)}C${n(x + bend)} ${n(top + (h - top) * 0.3)} ${n(foot - bend - w * 0.1)} ${n(h * 0.85)} ${n(foot - w * 0.16)} ${h + 20}L${n(foot + w * 0.16)} ${h + 20}C${n(foot - bend + w * 0.06)} ${n(h * 0.85)} ${n(x + bend + w * 0.03)} ${n(top + (h - top) * 0.3)} ${n(x + 3)} ${n(top)}Z" fill="${colour}" opacity="0.9"/>`;
}

/** A single tree near by: a trunk that forks, a crown of many leaf clusters, lit from above. */
export function bigTree(view: View, x: number, y: number, size: number): string {
  const { dice, look, spec, isDark } = view;
  if (look.snow && dice.chance(0.5)) return conifer(x, y, size * 1.1, '#2c4a41', true);
  const colour = spec.month === 4 ? '#f0b9ca' : dice.pick(look.trees);
  const bark = isDark ? '#2a2233' : '#5a4434';
  const parts = [
    `<path d="M${n(x - size * 0.05)} ${n(y)}Q${n(x - size * 0.02)} ${n(y - size * 0.3)} ${n(x - size * 0.14)} ${n(y - size * 0.62)}L${n(x - size * 0.1)} ${n(y - size * 0.62)}Q${n(x)} ${n(y - size * 0.42)} ${n(x + size * 0.02)} ${n(y - size * 0.4)}Q${n(x + size * 0.06)} ${n(y - size * 0.5)} ${n(x + size * 0.16)} ${n(y - size * 0.66)}L${n(x + size * 0.19)} ${n(y - size * 0.64)}Q${n(x + size * 0.04)} ${n(y - size * 0.3)} ${n(x + size * 0.07)} ${n(y)}Z" fill="${bark}"/>`,
  ];
  const bare = look.snow || spec.month === 11;
  for (let i = 0; i < (bare ? 70 : 110); i += 1) {
    const turn = dice.between(0, Math.PI * 2);
    const out = Math.sqrt(dice.next());
    const px = Math.cos(turn) * out * size * 0.4;
    const py = Math.sin(turn) * out * size * 0.34;
    const lit = (py + px * 0.3) / (size * 0.4) + dice.between(-0.4, 0.4);
    const tone =
      lit < -0.25
        ? mix(colour, '#fff6d8', 0.28)
        : lit > 0.35
          ? mix(colour, '#15181c', 0.3)
          : colour;
    const r = size * dice.between(bare ? 0.012 : 0.03, bare ? 0.026 : 0.075);
    parts.push(
      `<ellipse cx="${n(x + px)}" cy="${n(y - size * 0.72 + py)}" rx="${n(r * 1.2)}" ry="${n(r)}" fill="${look.snow ? mix(tone, '#ffffff', 0.75) : tone}"/>`,
    );
  }
  return parts.join('');
}

const WALLS = ['#f3e3c3', '#e7c9a2', '#f6efe0', '#d99a76', '#cfd8d3', '#e9b9a0'] as const;
const ROOFS = ['#a4493a', '#8d3f36', '#6b4a3f', '#b5633f'] as const;

export function house({ dice, look, isDark }: View, x: number, y: number, size: number): string {
  const wall = mix(dice.pick(WALLS), isDark ? '#22305c' : '#ffffff', isDark ? 0.5 : 0);
  const roof = look.snow
    ? '#f4f8fb'
    : mix(dice.pick(ROOFS), isDark ? '#141c3a' : '#000000', isDark ? 0.4 : 0);
  const pane = isDark || look.snow ? '#ffd27a' : '#5f6f7a';
  const s = size;
  return `<g transform="translate(${n(x)} ${n(y)})"><rect x="${n(-s * 0.5)}" y="${n(-s * 0.5)}" width="${n(s)}" height="${n(s * 0.5)}" fill="${wall}"/><rect x="${n(s * 0.1)}" y="${n(-s * 0.5)}" width="${n(s * 0.4)}" height="${n(s * 0.5)}" fill="#2a2030" opacity="0.16"/><path d="M${n(-s * 0.62)} ${n(-s * 0.46)}L${n(-s * 0.3)} ${n(-s * 0.92)}H${n(s * 0.3)}L${n(s * 0.62)} ${n(-s * 0.46)}Z" fill="${roof}"/><rect x="${n(s * 0.18)}" y="${n(-s * 1.08)}" width="${n(s * 0.1)}" height="${n(s * 0.24)}" fill="#7a4a3c"/><rect x="${n(-s * 0.34)}" y="${n(-s * 0.36)}" width="${n(s * 0.16)}" height="${n(s * 0.18)}" fill="${pane}"/><rect x="${n(s * 0.2)}" y="${n(-s * 0.36)}" width="${n(s * 0.16)}" height="${n(s * 0.18)}" fill="${pane}"/><rect x="${n(-s * 0.07)}" y="${n(-s * 0.32)}" width="${n(s * 0.15)}" height="${n(s * 0.32)}" fill="#5a3b2c"/></g>${isDark ? `<circle cx="${n(x - s * 0.26)}" cy="${n(y - s * 0.27)}" r="${n(s * 0.6)}" fill="url(#lamp)"/>` : ''}`;
}

function church(view: View, x: number, y: number, size: number): string {
  const wall = mix('#f5eddc', view.isDark ? '#22305c' : '#ffffff', view.isDark ? 0.5 : 0.1);
  const s = size;
  return `<g transform="translate(${n(x)} ${n(y)})"><rect x="${n(-s * 0.1)}" y="${n(-s * 0.75)}" width="${n(s * 0.2)}" height="${n(s * 0.75)}" fill="${wall}"/><path d="M${n(-s * 0.13)} ${n(-s * 0.74)}L0 ${n(-s * 1.25)}L${n(s * 0.13)} ${n(-s * 0.74)}Z" fill="${view.look.snow ? '#e8eef4' : '#5f7a72'}"/><rect x="${n(-s * 0.03)}" y="${n(-s * 0.6)}" width="${n(s * 0.06)}" height="${n(s * 0.14)}" rx="${n(s * 0.03)}" fill="${view.isDark ? '#ffd27a' : '#5f6f7a'}"/></g>`;
}

function sail({ look, isDark }: View, x: number, y: number, s: number): string {
  const cloth = isDark ? '#b9c1dc' : mix('#fffaf0', look.sun, 0.2);
  return `<g transform="translate(${n(x)} ${n(y)})"><path d="M${n(-s * 0.5)} 0L${n(s * 0.55)} 0L${n(s * 0.36)} ${n(s * 0.2)}H${n(-s * 0.36)}Z" fill="#7b3f34"/><path d="M0 ${n(-s * 0.06)}L0 ${n(-s * 1.35)}L${n(s * 0.52)} ${n(-s * 0.06)}Z" fill="${cloth}"/><path d="M${n(-s * 0.05)} ${n(-s * 0.06)}L${n(-s * 0.05)} ${n(-s * 1.1)}L${n(-s * 0.42)} ${n(-s * 0.06)}Z" fill="${mix(cloth, '#c8a070', 0.3)}"/><rect x="${n(-s * 0.36)}" y="${n(s * 0.24)}" width="${n(s * 0.7)}" height="${n(s * 0.05)}" fill="#ffffff" opacity="0.4"/></g>`;
}

function boat(_view: View, x: number, y: number, s: number): string {
  return `<g transform="translate(${n(x)} ${n(y)})"><path d="M${n(-s)} ${n(-s * 0.14)}Q0 ${n(s * 0.1)} ${n(s)} ${n(-s * 0.18)}Q${n(s * 0.7)} ${n(s * 0.22)} 0 ${n(s * 0.24)}Q${n(-s * 0.7)} ${n(s * 0.22)} ${n(-s)} ${n(-s * 0.14)}Z" fill="#8a4b32"/><path d="M${n(-s)} ${n(-s * 0.14)}Q0 ${n(s * 0.1)} ${n(s)} ${n(-s * 0.18)}" stroke="#e9cfa0" stroke-width="${n(s * 0.05)}" fill="none"/><ellipse cy="${n(s * 0.34)}" rx="${n(s * 0.9)}" ry="${n(s * 0.07)}" fill="#10202e" opacity="0.35"/></g>`;
}

function lighthouse(view: View, x: number, y: number, s: number): string {
  const beam = view.isDark
    ? `<path d="M0 ${n(-s)}L${n(s * 4)} ${n(-s * 1.9)}L${n(s * 4)} ${n(-s * 0.5)}Z" fill="#ffeaa8" opacity="0.22"/>`
    : '';
  return `<g transform="translate(${n(x)} ${n(y)})">${beam}<path d="M${n(-s * 0.12)} ${n(s * 0.05)}L${n(-s * 0.08)} ${n(-s * 0.9)}H${n(s * 0.08)}L${n(s * 0.12)} ${n(s * 0.05)}Z" fill="#fbf6ec"/><path d="M${n(-s * 0.108)} ${n(-s * 0.25)}L${n(-s * 0.098)} ${n(-s * 0.5)}H${n(s * 0.098)}L${n(s * 0.108)} ${n(-s * 0.25)}Z" fill="#c04a3c"/><rect x="${n(-s * 0.07)}" y="${n(-s * 1.06)}" width="${n(s * 0.14)}" height="${n(s * 0.16)}" fill="#ffe6a0"/><path d="M${n(-s * 0.1)} ${n(-s * 1.05)}L0 ${n(-s * 1.2)}L${n(s * 0.1)} ${n(-s * 1.05)}Z" fill="#a53d33"/></g>`;
}

function parasol({ dice }: View, x: number, y: number, s: number): string {
  const stripe = dice.pick(['#d95d4a', '#3f8fa8', '#e6b04a']);
  const ribs = Array.from({ length: 6 }, (_, i) => {
    const a = -s * 0.6 + i * s * 0.2;
    return `<path d="M0 ${n(-s * 1.15)}Q${n(a * 0.9)} ${n(-s * 1.05)} ${n(a)} ${n(-s * 0.72)}L${n(a + s * 0.2)} ${n(-s * 0.72)}Q${n((a + s * 0.2) * 0.9)} ${n(-s * 1.05)} 0 ${n(-s * 1.15)}Z" fill="${i % 2 ? '#fff6e6' : stripe}"/>`;
  });
  return `<g transform="translate(${n(x)} ${n(y)}) rotate(8)"><rect x="${n(-s * 0.015)}" y="${n(-s * 0.9)}" width="${n(s * 0.03)}" height="${n(s)}" fill="#e9dcc4"/>${ribs.join('')}</g>`;
}

function palm({ dice, isDark }: View, x: number, y: number, s: number): string {
  const green = isDark ? '#1e3350' : '#4f7a43';
  const lean = dice.between(-0.15, 0.15) * s;
  const fronds = Array.from({ length: 9 }, (_, i) => {
    const a = -Math.PI * (0.02 + (i / 8) * 0.96);
    const tip: Point = { x: Math.cos(a) * s * 0.5, y: Math.sin(a) * s * 0.3 + s * 0.16 };
    return `<path d="M0 0Q${n(tip.x * 0.5)} ${n(tip.y - s * 0.3)} ${n(tip.x)} ${n(tip.y)}Q${n(tip.x * 0.45)} ${n(tip.y - s * 0.18)} 0 0Z" fill="${mix(green, '#ffffff', (i % 3) * 0.07)}"/>`;
  });
  return `<g transform="translate(${n(x)} ${n(y)})"><path d="M${n(-s * 0.03)} 0Q${n(lean * 0.2)} ${n(-s * 0.5)} ${n(lean)} ${n(-s)}L${n(lean + s * 0.03)} ${n(-s)}Q${n(lean * 0.2 + s * 0.05)} ${n(-s * 0.5)} ${n(s * 0.035)} 0Z" fill="${isDark ? '#2a2440' : '#7a5a3a'}"/><g transform="translate(${n(lean)} ${n(-s)})">${fronds.join('')}</g></g>`;
}
