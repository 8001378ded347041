import { mix, n } from './drawing';
import { area, ridgeLine, woods } from './land';
import { water } from './places-outside';
import { sky, type View } from './sky';

const FACADES = [
  '#e9b872',
  '#d98a6a',
  '#f0dcc0',
  '#b9c7a8',
  '#c98f7f',
  '#e8cf9a',
  '#a9bcc4',
  '#d9a6a0',
] as const;

/** A lane between two rows of gabled houses; lamps, cobbles, the far end in haze. */
export function oldTown(view: View): string {
  const { w, h, u, dice, look, spec, isDark } = view;
  const horizon = h * 0.58;
  const vx = w * dice.between(0.42, 0.58);
  const parts = [sky(view, horizon)];
  const ridge = ridgeLine(dice.next, w, horizon - h * 0.02, h * 0.1, 4);
  parts.push(`<path d="${area(ridge, w, h)}" fill="${mix(look.ridges[0], look.sky[2], 0.3)}"/>`);
  const tower = u * 0.3;
  parts.push(
    `<g transform="translate(${n(vx + w * 0.03)} ${n(horizon)})" opacity="0.8"><rect x="${n(-tower * 0.12)}" y="${n(-tower)}" width="${n(tower * 0.24)}" height="${n(tower)}" fill="${mix('#b88d74', look.sky[2], 0.22)}"/><path d="M${n(-tower * 0.16)} ${n(-tower)}L0 ${n(-tower * 1.5)}L${n(tower * 0.16)} ${n(-tower)}Z" fill="${mix('#6f8f86', look.sky[2], 0.4)}"/></g>`,
  );
  const cobble = mix(
    look.snow ? '#dfe4ea' : '#9a8a80',
    isDark ? '#1d2748' : look.sky[2],
    isDark ? 0.55 : 0.25,
  );
  parts.push(
    `<path d="M${n(vx - 20)} ${n(horizon)}L${n(vx + 20)} ${n(horizon)}L${w + 200} ${h + 20}L-200 ${h + 20}Z" fill="${cobble}"/>`,
  );
  const houses = 5;
  for (const side of [-1, 1]) {
    const edge = side < 0 ? -w * 0.05 : w * 1.05;
    for (let i = houses - 1; i >= 0; i -= 1) {
      // From far to near, each a slice of the wedge that runs to the vanishing point.
      const t0 = 0.86 * (1 - i / houses) ** 1.4;
      const t1 = 0.86 * (1 - (i + 1) / houses) ** 1.4;
      const near = edge + (vx - edge) * (1 - t0);
      const far = edge + (vx - edge) * (1 - t1);
      const scaleNear = t0;
      const scaleFar = t1;
      const tall = h * dice.between(0.62, 0.86);
      const wall = mix(
        dice.pick(FACADES),
        isDark ? '#1f2a55' : side < 0 ? '#3a2c48' : '#fff4e0',
        isDark ? 0.55 : 0.18,
      );
      const yN = horizon - tall * scaleNear * 0.75;
      const yF = horizon - tall * scaleFar * 0.75;
      const gN = horizon + h * 0.42 * scaleNear;
      const gF = horizon + h * 0.42 * scaleFar;
      const mid = (near + far) / 2;
      const gable = (yN + yF) / 2 - (gN - yN) * 0.2;
      const roof = look.snow ? '#f1f5f9' : mix('#9b4a3a', isDark ? '#141c3a' : wall, 0.3);
      parts.push(
        `<path d="M${n(near)} ${n(yN)}L${n(mid)} ${n(gable)}L${n(far)} ${n(yF)}Z" fill="${roof}"/>`,
        `<path d="M${n(near)} ${n(yN)}L${n(far)} ${n(yF)}L${n(far)} ${n(gF)}L${n(near)} ${n(gN)}Z" fill="${wall}"/>`,
      );
      const point = (s: number, t: number): [number, number] => {
        const x = near + (far - near) * s;
        const top = yN + (yF - yN) * s;
        const bottom = gN + (gF - gN) * s;
        return [x, top + (bottom - top) * t];
      };
      for (let row = 0; row < 3; row += 1) {
        for (let column = 0; column < 2; column += 1) {
          const s0 = 0.16 + column * 0.42;
          const t0w = 0.1 + row * 0.29;
          const corners = [
            point(s0, t0w),
            point(s0 + 0.26, t0w),
            point(s0 + 0.26, t0w + 0.17),
            point(s0, t0w + 0.17),
          ];
          const lit = (isDark || look.snow) && dice.chance(0.65);
          parts.push(
            `<path d="M${corners.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z" fill="${lit ? '#ffd078' : mix('#5b6b7a', wall, 0.2)}" stroke="${mix(wall, '#ffffff', 0.5)}" stroke-width="${n(u * 0.004)}"/>`,
          );
          const [bx, by] = point(s0 + 0.13, t0w + 0.2);
          if (row > 0 && look.dots[0]) {
            for (let k = 0; k < 4; k += 1)
              parts.push(
                `<circle cx="${n(bx + dice.between(-1, 1) * u * 0.02)}" cy="${n(by)}" r="${n(u * 0.007 * (0.5 + scaleNear))}" fill="${dice.pick(look.dots)}"/>`,
              );
          }
        }
      }
    }
  }
  if (spec.place === 'canal') parts.push(canal(view, vx, horizon));
  else parts.push(cobbles(view, vx, horizon, cobble));
  for (const side of [-1, 1])
    parts.push(lamp(view, vx + side * w * 0.27, horizon + h * 0.22, u * 0.36));
  if (isDark || spec.month === 12)
    parts.push(garland(view, horizon - h * 0.2), garland(view, horizon - h * 0.34));
  return parts.join('');
}

function cobbles({ w, h, u, dice }: View, vx: number, horizon: number, colour: string): string {
  return Array.from({ length: 150 }, () => {
    const t = dice.next() ** 0.6;
    const y = horizon + (h - horizon) * t;
    return `<ellipse cx="${n(vx + dice.between(-1, 1) * w * 0.65 * t)}" cy="${n(y)}" rx="${n(u * 0.03 * t)}" ry="${n(u * 0.008 * t)}" fill="${mix(colour, dice.chance(0.5) ? '#ffffff' : '#2b2430', 0.22)}" opacity="0.7"/>`;
  }).join('');
}

/** Water instead of a lane, the houses' colours broken in it, boats moored, a bridge far off. */
function canal(view: View, vx: number, horizon: number): string {
  const { w, h, u, dice, look, isDark } = view;
  const parts = [
    `<path d="M${n(vx - 14)} ${n(horizon)}L${n(vx + 14)} ${n(horizon)}L${n(vx + w * 0.62)} ${h + 20}L${n(vx - w * 0.62)} ${h + 20}Z" fill="url(#water)"/>`,
    `<path d="M${n(vx - w * 0.07)} ${n(horizon + h * 0.045)}Q${n(vx)} ${n(horizon - h * 0.03)} ${n(vx + w * 0.07)} ${n(horizon + h * 0.045)}" stroke="${isDark ? '#3a3f66' : '#b8a08c'}" stroke-width="${n(u * 0.018)}" fill="none"/>`,
  ];
  for (let i = 0; i < 120; i += 1) {
    const t = dice.next() ** 0.7;
    const y = horizon + h * 0.03 + (h - horizon) * t;
    const x = vx + dice.between(-1, 1) * w * 0.56 * t;
    const colour = dice.chance(0.5) ? dice.pick(FACADES) : isDark ? '#ffd078' : look.sun;
    parts.push(
      `<rect x="${n(x)}" y="${n(y)}" width="${n(u * dice.between(0.03, 0.13) * t)}" height="${n(1 + u * 0.007 * t)}" rx="1" fill="${colour}" opacity="${n(dice.between(0.2, 0.55))}"/>`,
    );
  }
  for (const side of [-1, 1]) {
    const t = dice.between(0.3, 0.62);
    const x = vx + side * w * 0.4 * t;
    const y = horizon + (h - horizon) * t;
    const s = u * 0.17 * (0.4 + t);
    parts.push(
      `<g transform="translate(${n(x)} ${n(y)})"><path d="M${n(-s)} ${n(-s * 0.3)}Q${n(-s * 0.8)} ${n(s * 0.06)} ${n(-s * 0.4)} ${n(s * 0.1)}H${n(s * 0.5)}Q${n(s * 0.86)} ${n(s * 0.04)} ${n(s)} ${n(-s * 0.26)}Q${n(s * 0.6)} ${n(-s * 0.04)} 0 ${n(-s * 0.04)}T${n(-s)} ${n(-s * 0.3)}Z" fill="#241a22"/><path d="M${n(-s * 0.3)} ${n(-s * 0.03)}h${n(s * 0.5)}" stroke="#b5443a" stroke-width="${n(s * 0.07)}"/><ellipse cy="${n(s * 0.16)}" rx="${n(s * 0.9)}" ry="${n(s * 0.06)}" fill="#0d1622" opacity="0.35"/></g>`,
    );
  }
  return parts.join('');
}

function lamp({ isDark }: View, x: number, y: number, s: number): string {
  const light = isDark ? `<circle cy="${n(-s)}" r="${n(s * 0.5)}" fill="url(#lamp)"/>` : '';
  return `<g transform="translate(${n(x)} ${n(y)})"><rect x="${n(-s * 0.018)}" y="${n(-s * 0.92)}" width="${n(s * 0.036)}" height="${n(s * 0.92)}" fill="#2a2a30"/><path d="M${n(-s * 0.06)} ${n(-s * 1.08)}H${n(s * 0.06)}L${n(s * 0.04)} ${n(-s * 0.92)}H${n(-s * 0.04)}Z" fill="#ffe3a0"/><path d="M${n(-s * 0.08)} ${n(-s * 1.07)}L0 ${n(-s * 1.17)}L${n(s * 0.08)} ${n(-s * 1.07)}Z" fill="#2a2a30"/>${light}</g>`;
}

function garland({ w, u, dice }: View, y: number): string {
  const sag = u * 0.07;
  const bulbs = Array.from({ length: 19 }, (_, i) => {
    const t = i / 18;
    const cy = y + sag * 4 * t * (1 - t);
    return `<circle cx="${n(t * w)}" cy="${n(cy + 4)}" r="${n(u * 0.022)}" fill="url(#lamp)"/><circle cx="${n(t * w)}" cy="${n(cy + 4)}" r="${n(u * 0.006)}" fill="${dice.pick(['#ffe9a8', '#ffd070', '#ff9a70'])}"/>`;
  });
  return `<path d="M0 ${n(y)}Q${n(w / 2)} ${n(y + sag * 2)} ${w} ${n(y)}" stroke="#2a2430" stroke-width="${n(u * 0.003)}" fill="none"/>${bulbs.join('')}`;
}

/** Brick, glass and sandstone by day. */
const STONES = ['#c08a6a', '#6f8fa8', '#a8705a', '#5f7488', '#d8bd94'] as const;

/** Towers over water or rooftops, windows lit towards evening. */
export function skyline(view: View): string {
  const { w, h, u, dice, look, isDark } = view;
  const horizon = h * 0.66;
  const parts = [sky(view, horizon)];
  for (let layer = 0; layer < 4; layer += 1) {
    const depth = layer / 3;
    const tone = mix(
      look.sky[2],
      isDark ? '#141b3c' : mix('#5a5a6e', look.ridges[1], 0.5),
      0.22 + depth * 0.7,
    );
    let x = -u * 0.1;
    while (x < w) {
      const stone = isDark ? tone : mix(tone, dice.pick(STONES), 0.2 + depth * 0.35);
      const wide = u * dice.between(0.06, 0.14) * (0.7 + depth * 0.6);
      const middle = 1 - Math.abs(x / w - 0.5);
      const tall = h * dice.between(0.14, 0.5) * (0.55 + middle * 0.6) * (1 - depth * 0.35);
      const top = horizon - tall + depth * h * 0.05;
      parts.push(
        `<rect x="${n(x)}" y="${n(top)}" width="${n(wide)}" height="${n(h - top)}" fill="${mix(stone, '#ffffff', dice.between(0, 0.1))}"/><rect x="${n(x + wide * 0.6)}" y="${n(top)}" width="${n(wide * 0.4)}" height="${n(h - top)}" fill="#10142a" opacity="0.16"/>`,
      );
      if (dice.chance(0.3))
        parts.push(
          `<path d="M${n(x + wide * 0.2)} ${n(top)}L${n(x + wide * 0.5)} ${n(top - wide * 0.9)}L${n(x + wide * 0.8)} ${n(top)}Z" fill="${stone}"/>`,
        );
      if (depth > 0.3) {
        const size = u * 0.008;
        for (let wy = top + size * 2; wy < horizon + h * 0.1; wy += size * 3) {
          for (let wx = x + size; wx < x + wide - size; wx += size * 2.4) {
            if (dice.chance(isDark ? 0.42 : 0.3))
              parts.push(
                `<rect x="${n(wx)}" y="${n(wy)}" width="${n(size)}" height="${n(size * 1.4)}" fill="${isDark ? dice.pick(['#ffd884', '#ffe9b8', '#ffb866']) : '#ffffff'}" opacity="${isDark ? 0.9 : 0.22}"/>`,
              );
          }
        }
      }
      x += wide * dice.between(0.9, 1.25);
    }
  }
  parts.push(
    `<rect y="${n(horizon)}" width="${w}" height="${n(h * 0.16)}" fill="url(#mist)" opacity="0.5"/>`,
  );
  const shore = h * 0.78;
  if (dice.chance(0.5)) parts.push(water(view, shore, h));
  else {
    parts.push(
      `<path d="${area(ridgeLine(dice.next, w, shore + h * 0.02, h * 0.02, 3), w, h)}" fill="${look.ground[1]}"/>`,
    );
    parts.push(
      ...woods(dice.next, look, ridgeLine(dice.next, w, shore + h * 0.03, h * 0.01, 2), 0.8, h),
    );
  }
  return parts.join('');
}
