import { mix, n } from './drawing';
import { floraOf } from './flora';
import { area, meadow, ridgeLine, woods } from './land';
import { bigTree } from './places-outside';
import { sky, type View } from './sky';

/** A room with a tall window on the season; a table with what the month brings. */
export function room(view: View): string {
  const { w, h, u, dice, look, spec } = view;
  const evening = view.isDark || spec.light === 'candle';
  const wall = mix(
    dice.pick(['#d9b99a', '#a9b8a8', '#c9a9a0', '#b7b9c8', '#d8c7a0']),
    evening ? '#4a2a20' : '#ffffff',
    evening ? 0.55 : 0.1,
  );
  const wide = Math.min(w * 0.56, h * 0.5);
  const tall = Math.min(h * 0.56, wide * 1.3);
  const x = w * dice.pick([0.5, 0.36, 0.64]) - wide / 2;
  const y = h * 0.1;
  const inner = windowView(view, x, y, wide, tall);
  const parts = [
    `<rect width="${w}" height="${h}" fill="${wall}"/>`,
    ...Array.from(
      { length: 16 },
      (_, i) =>
        `<rect x="${n((i * w) / 16)}" width="${n(w / 32)}" height="${h}" fill="#ffffff" opacity="0.05"/>`,
    ),
    `<clipPath id="pane"><path d="M${n(x)} ${n(y + tall)}V${n(y + wide * 0.3)}A${n(wide / 2)} ${n(wide * 0.3)} 0 0 1 ${n(x + wide)} ${n(y + wide * 0.3)}V${n(y + tall)}Z"/></clipPath>`,
    `<g clip-path="url(#pane)">${inner}</g>`,
    `<path d="M${n(x)} ${n(y + tall)}V${n(y + wide * 0.3)}A${n(wide / 2)} ${n(wide * 0.3)} 0 0 1 ${n(x + wide)} ${n(y + wide * 0.3)}V${n(y + tall)}Z" fill="none" stroke="#f4ead8" stroke-width="${n(u * 0.03)}"/>`,
    `<path d="M${n(x + wide / 2)} ${n(y)}V${n(y + tall)}M${n(x)} ${n(y + tall * 0.5)}H${n(x + wide)}" stroke="#f4ead8" stroke-width="${n(u * 0.014)}"/>`,
    `<rect x="${n(x - u * 0.04)}" y="${n(y + tall)}" width="${n(wide + u * 0.08)}" height="${n(u * 0.035)}" fill="#efe2cb"/>`,
  ];
  const cloth = dice.pick(['#b5533f', '#5f7f78', '#c79a4a', '#7d6a92', '#e6dcc8']);
  for (const side of [-1, 1]) {
    const cx = side < 0 ? x - u * 0.02 : x + wide + u * 0.02;
    parts.push(
      `<path d="M${n(cx + side * u * 0.1)} 0H${n(cx - side * u * 0.11)}C${n(cx - side * u * 0.08)} ${n(h * 0.3)} ${n(cx + side * u * 0.06)} ${n(h * 0.45)} ${n(cx + side * u * 0.01)} ${n(h * 0.78)}H${n(cx + side * u * 0.13)}C${n(cx + side * u * 0.16)} ${n(h * 0.5)} ${n(cx + side * u * 0.1)} ${n(h * 0.2)} ${n(cx + side * u * 0.1)} 0Z" fill="${cloth}"/>`,
      ...[0.02, 0.06, 0.09].map(
        (fold) =>
          `<path d="M${n(cx - side * u * fold)} 0C${n(cx - side * u * fold * 0.4)} ${n(h * 0.4)} ${n(cx + side * u * fold)} ${n(h * 0.5)} ${n(cx + side * u * (0.02 + fold))} ${n(h * 0.78)}" stroke="${mix(cloth, '#1b1218', 0.35)}" stroke-width="${n(u * 0.008)}" fill="none" opacity="0.6"/>`,
      ),
    );
  }
  if (!evening)
    parts.push(
      `<path d="M${n(x)} ${n(y + tall)}L${n(x + wide)} ${n(y + tall)}L${n(x + wide * 1.7)} ${h}L${n(x + wide * 0.3)} ${h}Z" fill="${look.sun}" opacity="0.16"/>`,
    );
  const table = h * 0.8;
  const wood = evening ? '#5a3522' : '#9a6a45';
  parts.push(
    `<path d="M-20 ${n(table)}Q${n(w / 2)} ${n(table - h * 0.025)} ${w + 20} ${n(table)}V${h + 20}H-20Z" fill="${wood}"/>`,
  );
  for (let i = 0; i < 14; i += 1) {
    const py = table + (h - table) * dice.next();
    parts.push(
      `<path d="M${n(dice.between(-50, w * 0.7))} ${n(py)}h${n(dice.between(0.2, 0.5) * w)}" stroke="${mix(wood, '#2a160c', 0.4)}" stroke-width="${n(u * 0.004)}" opacity="0.5"/>`,
    );
  }
  const spot = dice.pick([0.14, 0.86]);
  parts.push(
    vase(view, w * spot, table + h * 0.07, u * 0.2),
    fruit(view, w * (1 - spot), table + h * 0.08, u * 0.07),
  );
  if (evening || look.snow) {
    for (let i = 0; i < 3; i += 1) {
      const cx = w * (1 - spot) + (i - 1) * u * 0.07;
      const top = table + h * 0.02 - u * (0.07 + 0.03 * (i % 2));
      parts.push(
        `<rect x="${n(cx - u * 0.013)}" y="${n(top)}" width="${n(u * 0.026)}" height="${n(table + h * 0.04 - top)}" fill="#f6ecd6"/><circle cx="${n(cx)}" cy="${n(top - u * 0.02)}" r="${n(u * 0.14)}" fill="url(#lamp)"/><path d="M${n(cx)} ${n(top - u * 0.04)}q${n(u * 0.012)} ${n(u * 0.025)} 0 ${n(u * 0.04)}q${n(-u * 0.012)} ${n(-u * 0.015)} 0 ${n(-u * 0.04)}Z" fill="#fff2b8"/>`,
      );
    }
  }
  if (evening) parts.push(`<rect width="${w}" height="${h}" fill="#2a120c" opacity="0.18"/>`);
  return parts.join('');
}

/** What is seen through a window: a small land of the same month. */
function windowView(view: View, x: number, y: number, wide: number, tall: number): string {
  const { dice, look, w, h } = view;
  const horizon = h * 0.5;
  const line = ridgeLine(dice.next, w, horizon + h * 0.1, h * 0.05, 3);
  const inner = [
    sky(view, horizon),
    `<path d="${area(ridgeLine(dice.next, w, horizon, h * 0.2, 5), w, h)}" fill="${mix(look.ridges[0], look.ridges[1], 0.5)}"/>`,
    `<path d="${area(line, w, h)}" fill="${look.ground[0]}"/>`,
    ...woods(dice.next, look, line, 0.6, h),
    bigTree(view, w * 0.75, h * 0.98, h * 0.6),
    ...(look.snow ? [] : meadow(dice.next, look, line, w, h)),
  ];
  return `<g transform="translate(${n(x)} ${n(y)}) scale(${(wide / w).toFixed(3)} ${(tall / h).toFixed(3)})">${inner.join('')}</g>`;
}

function vase({ dice, spec }: View, x: number, y: number, s: number): string {
  const flora = floraOf(spec.month);
  const glaze = dice.pick(['#4f7f8a', '#e9e0cf', '#b5663f', '#7f6a8a']);
  const stems = Array.from(
    { length: 11 },
    (_, i) =>
      `<g transform="rotate(${n((i - 5) * 11 + dice.between(-5, 5))})">${flora.sprig(dice, s * dice.between(0.95, 1.35))}</g>`,
  );
  return `<g transform="translate(${n(x)} ${n(y)})"><g transform="translate(0 ${n(-s * 0.78)})">${stems.join('')}</g><path d="M${n(-s * 0.14)} ${n(-s * 0.86)}H${n(s * 0.14)}C${n(s * 0.08)} ${n(-s * 0.6)} ${n(s * 0.36)} ${n(-s * 0.5)} ${n(s * 0.3)} ${n(-s * 0.2)}Q${n(s * 0.26)} 0 ${n(s * 0.16)} 0H${n(-s * 0.16)}Q${n(-s * 0.26)} 0 ${n(-s * 0.3)} ${n(-s * 0.2)}C${n(-s * 0.36)} ${n(-s * 0.5)} ${n(-s * 0.08)} ${n(-s * 0.6)} ${n(-s * 0.14)} ${n(-s * 0.86)}Z" fill="${glaze}"/><path d="M${n(-s * 0.17)} ${n(-s * 0.42)}Q${n(-s * 0.22)} ${n(-s * 0.25)} ${n(-s * 0.16)} ${n(-s * 0.12)}" stroke="#ffffff" stroke-width="${n(s * 0.04)}" stroke-linecap="round" fill="none" opacity="0.55"/><ellipse cy="${n(s * 0.02)}" rx="${n(s * 0.36)}" ry="${n(s * 0.05)}" fill="#1c0f08" opacity="0.35"/></g>`;
}

/** What the eye rests on in a studio without a sitter: a crown on its cushion at court, else the month's flowers. */
export function stillLife(view: View): string {
  const { w, h, u, spec } = view;
  const top = h * 0.74;
  const cloth = spec.medium === 'oldMaster' ? '#5a1f2a' : '#e6dccb';
  const table = `<path d="M${n(w * 0.2)} ${n(top)}Q${n(w / 2)} ${n(top - u * 0.03)} ${n(w * 0.8)} ${n(top)}L${n(w * 0.86)} ${h + 10}H${n(w * 0.14)}Z" fill="${cloth}"/>${[0.3, 0.42, 0.56, 0.68].map((at) => `<path d="M${n(w * at)} ${n(top)}Q${n(w * (at + 0.02))} ${n(h * 0.88)} ${n(w * (at * 1.1 - 0.05))} ${h + 10}" stroke="#120a08" stroke-width="${n(u * 0.012)}" opacity="0.28" fill="none"/>`).join('')}`;
  if (spec.medium !== 'oldMaster') return table + vase(view, w / 2, top + u * 0.03, u * 0.42);
  const s = u * 0.2;
  const points = [-1, -0.5, 0, 0.5, 1];
  const spikes = points
    .map(
      (at) =>
        `L${n(at * s - s * 0.18)} ${n(-s * 0.5)}L${n(at * s * 1.12)} ${n(-s * 1.05)}L${n(at * s + s * 0.18)} ${n(-s * 0.5)}`,
    )
    .join('');
  const jewels = points
    .map(
      (at, i) =>
        `<circle cx="${n(at * s * 1.12)}" cy="${n(-s * 1.08)}" r="${n(s * 0.09)}" fill="#fff1c0"/><circle cx="${n(at * s * 0.86)}" cy="${n(-s * 0.18)}" r="${n(s * 0.1)}" fill="${i % 2 ? '#2f6fa8' : '#b8283a'}"/>`,
    )
    .join('');
  return `${table}<g transform="translate(${n(w / 2)} ${n(top - s * 0.34)})"><circle cy="${n(-s * 0.5)}" r="${n(s * 3)}" fill="url(#glow)" opacity="0.5"/><path d="M${n(-s * 1.6)} ${n(s * 0.1)}Q${n(-s * 1.9)} ${n(s * 0.5)} ${n(-s * 1.5)} ${n(s * 0.5)}Q0 ${n(s * 0.66)} ${n(s * 1.5)} ${n(s * 0.5)}Q${n(s * 1.9)} ${n(s * 0.5)} ${n(s * 1.6)} ${n(s * 0.1)}Q0 ${n(-s * 0.16)} ${n(-s * 1.6)} ${n(s * 0.1)}Z" fill="#24508a"/><path d="M${n(-s * 1.5)} ${n(s * 0.16)}Q0 ${n(-s * 0.06)} ${n(s * 1.5)} ${n(s * 0.16)}" stroke="#6f9ad0" stroke-width="${n(s * 0.08)}" fill="none" opacity="0.7"/><path d="M${n(-s)} 0${spikes}L${n(s)} 0Q0 ${n(s * 0.2)} ${n(-s)} 0Z" fill="#d9a93a"/><path d="M${n(-s)} 0Q0 ${n(s * 0.2)} ${n(s)} 0L${n(s)} ${n(-s * 0.3)}Q0 ${n(-s * 0.12)} ${n(-s)} ${n(-s * 0.3)}Z" fill="#f0cc66"/>${jewels}</g>`;
}

function fruit({ dice, spec }: View, x: number, y: number, s: number): string {
  const colours = {
    winter: ['#e38a2e', '#f0a440'],
    spring: ['#e8d25a', '#b9c95a'],
    summer: ['#d9483f', '#e77a6a'],
    autumn: ['#b8402e', '#d98a2e'],
  }[spec.season];
  const one = (fx: number, fy: number) => {
    const colour = dice.pick(colours);
    return `<circle cx="${n(fx)}" cy="${n(fy)}" r="${n(s * 0.5)}" fill="${colour}"/><circle cx="${n(fx - s * 0.16)}" cy="${n(fy - s * 0.18)}" r="${n(s * 0.14)}" fill="#ffffff" opacity="0.5"/><path d="M${n(fx)} ${n(fy - s * 0.45)}l${n(s * 0.06)} ${n(-s * 0.18)}" stroke="#4a3320" stroke-width="${n(s * 0.07)}"/>`;
  };
  return `<g transform="translate(${n(x)} ${n(y)})">${one(-s, -s * 0.3)}${one(s * 0.1, -s * 0.3)}${one(-s * 0.45, -s * 0.95)}${one(s * 1, -s * 0.15)}</g>`;
}

/** A hand-painted backdrop, light from one side, plants of the month at the edges. */
export function studio(view: View): string {
  const { w, h, u, dice, look, spec } = view;
  const dark =
    spec.medium === 'oldMaster' || spec.medium === 'noir' || spec.light === 'candle' || view.isDark;
  const tone = dark
    ? dice.pick(['#3a2c22', '#23303a', '#2f3a30', '#41262a'])
    : mix(dice.pick([...look.trees, look.ridges[1], look.sky[1]]), '#ffffff', 0.35);
  const parts = [`<rect width="${w}" height="${h}" fill="${tone}"/>`];
  for (let i = 0; i < 44; i += 1) {
    parts.push(
      `<ellipse cx="${n(dice.next() * w)}" cy="${n(dice.next() * h)}" rx="${n(u * dice.between(0.1, 0.3))}" ry="${n(u * dice.between(0.05, 0.16))}" transform="rotate(${n(dice.between(-40, 40))} ${n(w / 2)} ${n(h / 2)})" fill="${mix(tone, dice.chance(0.5) ? '#ffffff' : '#120c0a', 0.3)}" opacity="0.22"/>`,
    );
  }
  parts.push(
    `<ellipse cx="${n(view.sun.x)}" cy="${n(h * 0.4)}" rx="${n(w * 0.6)}" ry="${n(h * 0.5)}" fill="url(#glow)" opacity="${dark ? 0.4 : 0.75}"/>`,
  );
  if (spec.medium === 'oldMaster') return parts.join('') + drapery(view);
  const flora = floraOf(spec.month);
  for (const side of [0, 1]) {
    for (let i = 0; i < 9; i += 1) {
      const size = u * dice.between(0.25, 0.5);
      parts.push(
        `<g transform="translate(${n(side * w + (side ? 20 : -20))} ${n(h * dice.between(0.1, 1.05))}) rotate(${n((side ? -1 : 1) * dice.between(20, 75))})">${flora.sprig(dice, size)}</g>`,
      );
    }
  }
  return parts.join('');
}

/** What court painters hang behind the great: a heavy curtain, a column, a balustrade with the month's flowers. */
function drapery({ w, h, u, dice, spec, look }: View): string {
  const side = dice.chance(0.5) ? 0 : 1;
  const x = (at: number) => (side ? w - at * w : at * w);
  const cloth = dice.pick(['#7c1f26', '#1f3f5c', '#2f4f3a', '#5a2a52', '#8a5a1f']);
  const parts: string[] = [];
  const far = dice.chance(0.6);
  if (far) {
    parts.push(
      `<rect x="${n(side ? 0 : w * 0.66)}" y="0" width="${n(w * 0.34)}" height="${n(h * 0.72)}" fill="url(#sky)" opacity="0.75"/>`,
      `<path d="${area(ridgeLine(dice.next, w * 0.34, h * 0.56, h * 0.14, 4), w * 0.34, h * 0.72)}" transform="translate(${n(side ? 0 : w * 0.66)} 0)" fill="${look.ridges[1]}" opacity="0.8"/>`,
    );
  }
  parts.push(
    `<rect x="${n(x(0.66) - u * 0.05)}" width="${n(u * 0.1)}" height="${n(h * 0.78)}" fill="#a89a86"/><rect x="${n(x(0.66) + u * 0.01)}" width="${n(u * 0.04)}" height="${n(h * 0.78)}" fill="#4a4038" opacity="0.6"/>`,
    `<rect x="${n(side ? -20 : w * 0.6)}" y="${n(h * 0.72)}" width="${n(w * 0.42)}" height="${n(h * 0.03)}" fill="#b8a88e"/><rect x="${n(side ? -20 : w * 0.6)}" y="${n(h * 0.75)}" width="${n(w * 0.42)}" height="${n(h * 0.3)}" fill="#5f5448"/>`,
  );
  for (let fold = 0; fold < 9; fold += 1) {
    const a = fold * 0.045;
    const tone = mix(cloth, fold % 2 ? '#120608' : '#f0c890', fold % 2 ? 0.35 : 0.14);
    parts.push(
      `<path d="M${n(x(a - 0.02))} -10L${n(x(a + 0.08))} -10C${n(x(a + 0.16 - fold * 0.012))} ${n(h * 0.3)} ${n(x(0.03 + a * 0.25))} ${n(h * 0.5)} ${n(x(0.02 + a * 0.55))} ${h + 10}L${n(x(-0.03 + a * 0.5))} ${h + 10}C${n(x(-0.01 + a * 0.2))} ${n(h * 0.5)} ${n(x(a + 0.06 - fold * 0.012))} ${n(h * 0.3)} ${n(x(a - 0.02))} -10Z" fill="${tone}"/>`,
    );
  }
  parts.push(
    `<path d="M${n(x(0))} ${n(h * 0.5)}Q${n(x(0.1))} ${n(h * 0.56)} ${n(x(0.16))} ${n(h * 0.49)}" stroke="#d9a948" stroke-width="${n(u * 0.016)}" fill="none"/>`,
    `<g transform="translate(${n(x(0.84))} ${n(h * 0.73)})">${Array.from({ length: 9 }, (_, i) => `<g transform="rotate(${n((i - 4) * 16)})">${floraOf(spec.month).sprig(dice, u * dice.between(0.16, 0.26))}</g>`).join('')}</g>`,
  );
  return parts.join('');
}
