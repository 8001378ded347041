import { type Dice, mix, n } from './drawing';

const CLOTHS = ['#5f7d78', '#b5654a', '#c9a45c', '#6f6a8c', '#8a9a78', '#d8cbb5'] as const;

/** A furnished corner over the lower part of an empty room: sofa, rug, lamp, plant and a picture on the wall. */
export function furniture(dice: Dice, w: number, h: number): string {
  const u = Math.min(w, h);
  const cloth = dice.pick(CLOTHS);
  const side = dice.chance(0.5) ? 1 : -1;
  const cx = w * dice.between(0.42, 0.58);
  const floor = h * 0.9;
  const s = u * 0.34;
  return [
    rug(dice, cx, floor, s),
    art(dice, cx, h * 0.34, s),
    lamp(cx + side * s * 1.55, floor, s),
    sofa(cx, floor - s * 0.06, s, cloth, dice.pick(CLOTHS)),
    table(cx - side * s * 0.3, floor + s * 0.12, s),
    plant(dice, cx - side * s * 1.6, floor + s * 0.02, s),
  ].join('');
}

const shadow = (x: number, y: number, rx: number, ry: number) =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="#140e0a" opacity="0.28"/>`;

function rug(dice: Dice, x: number, y: number, s: number): string {
  const colour = dice.pick(['#e8dcc6', '#c9b79c', '#b9c4c0', '#d9b8a4']);
  return `<ellipse cx="${n(x)}" cy="${n(y + s * 0.08)}" rx="${n(s * 1.7)}" ry="${n(s * 0.26)}" fill="${colour}"/><ellipse cx="${n(x)}" cy="${n(y + s * 0.08)}" rx="${n(s * 1.55)}" ry="${n(s * 0.22)}" fill="none" stroke="${mix(colour, '#5a4030', 0.3)}" stroke-width="${n(s * 0.02)}"/>`;
}

function sofa(x: number, y: number, s: number, cloth: string, cushion: string): string {
  const dark = mix(cloth, '#120c0a', 0.28);
  const light = mix(cloth, '#ffffff', 0.14);
  const pillow = (px: number, turn: number) =>
    `<rect x="${n(px - s * 0.16)}" y="${n(-s * 0.62)}" width="${n(s * 0.32)}" height="${n(s * 0.3)}" rx="${n(s * 0.06)}" transform="rotate(${turn} ${n(px)} ${n(-s * 0.45)})" fill="${cushion}"/>`;
  return `${shadow(x, y + s * 0.04, s * 1.25, s * 0.09)}<g transform="translate(${n(x)} ${n(y)})"><path d="M${n(-s)} ${n(-s * 0.08)}v${n(s * 0.12)}M${n(s)} ${n(-s * 0.08)}v${n(s * 0.12)}" stroke="#4a3222" stroke-width="${n(s * 0.05)}"/><rect x="${n(-s)}" y="${n(-s * 0.82)}" width="${n(s * 2)}" height="${n(s * 0.6)}" rx="${n(s * 0.12)}" fill="${cloth}"/><path d="M0 ${n(-s * 0.8)}V${n(-s * 0.3)}" stroke="${dark}" stroke-width="${n(s * 0.015)}"/><rect x="${n(-s * 1.02)}" y="${n(-s * 0.38)}" width="${n(s * 2.04)}" height="${n(s * 0.32)}" rx="${n(s * 0.07)}" fill="${light}"/><path d="M0 ${n(-s * 0.37)}V${n(-s * 0.1)}M${n(-s)} ${n(-s * 0.14)}H${n(s)}" stroke="${dark}" stroke-width="${n(s * 0.018)}" opacity="0.7"/><rect x="${n(-s * 1.18)}" y="${n(-s * 0.58)}" width="${n(s * 0.26)}" height="${n(s * 0.54)}" rx="${n(s * 0.11)}" fill="${dark}"/><rect x="${n(s * 0.92)}" y="${n(-s * 0.58)}" width="${n(s * 0.26)}" height="${n(s * 0.54)}" rx="${n(s * 0.11)}" fill="${dark}"/>${pillow(-s * 0.66, -8)}${pillow(s * 0.62, 10)}</g>`;
}

function lamp(x: number, y: number, s: number): string {
  return `${shadow(x, y, s * 0.26, s * 0.04)}<g transform="translate(${n(x)} ${n(y)})"><radialGradient id="shine"><stop offset="0" stop-color="#ffe6b0" stop-opacity="0.6"/><stop offset="1" stop-color="#ffd890" stop-opacity="0"/></radialGradient><circle cy="${n(-s * 1.6)}" r="${n(s * 1.1)}" fill="url(#shine)"/><rect x="${n(-s * 0.018)}" y="${n(-s * 1.5)}" width="${n(s * 0.036)}" height="${n(s * 1.5)}" fill="#3a3230"/><ellipse rx="${n(s * 0.2)}" ry="${n(s * 0.035)}" fill="#3a3230"/><path d="M${n(-s * 0.17)} ${n(-s * 1.86)}H${n(s * 0.17)}L${n(s * 0.28)} ${n(-s * 1.42)}H${n(-s * 0.28)}Z" fill="#fff0cf"/></g>`;
}

function table(x: number, y: number, s: number): string {
  return `${shadow(x, y + s * 0.02, s * 0.5, s * 0.06)}<g transform="translate(${n(x)} ${n(y)})"><path d="M${n(-s * 0.34)} ${n(-s * 0.2)}L${n(-s * 0.38)} 0M${n(s * 0.34)} ${n(-s * 0.2)}L${n(s * 0.38)} 0" stroke="#5a3c28" stroke-width="${n(s * 0.035)}"/><ellipse cy="${n(-s * 0.22)}" rx="${n(s * 0.48)}" ry="${n(s * 0.085)}" fill="#a8744a"/><ellipse cy="${n(-s * 0.235)}" rx="${n(s * 0.48)}" ry="${n(s * 0.08)}" fill="#bf8a5c"/><rect x="${n(-s * 0.24)}" y="${n(-s * 0.29)}" width="${n(s * 0.26)}" height="${n(s * 0.05)}" fill="#b5533f"/><rect x="${n(-s * 0.22)}" y="${n(-s * 0.33)}" width="${n(s * 0.22)}" height="${n(s * 0.04)}" fill="#e6dcc8"/><path d="M${n(s * 0.14)} ${n(-s * 0.36)}h${n(s * 0.14)}l${n(-s * 0.02)} ${n(s * 0.11)}h${n(-s * 0.1)}Z" fill="#ffffff"/></g>`;
}

function plant(dice: Dice, x: number, y: number, s: number): string {
  const leaves = Array.from({ length: 15 }, (_, i) => {
    const turn = (i - 7) * 12 + dice.between(-6, 6);
    const length = s * dice.between(0.6, 1.05);
    const green = mix('#3f6b4a', dice.chance(0.5) ? '#ffffff' : '#0e1f16', 0.18);
    return `<path d="M0 0C${n(length * 0.16)} ${n(-length * 0.4)} ${n(length * 0.12)} ${n(-length * 0.8)} 0 ${n(-length)}C${n(-length * 0.1)} ${n(-length * 0.8)} ${n(-length * 0.14)} ${n(-length * 0.4)} 0 0Z" transform="rotate(${n(turn)})" fill="${green}"/>`;
  });
  return `${shadow(x, y, s * 0.34, s * 0.05)}<g transform="translate(${n(x)} ${n(y)})"><g transform="translate(0 ${n(-s * 0.4)})">${leaves.join('')}</g><path d="M${n(-s * 0.24)} ${n(-s * 0.44)}H${n(s * 0.24)}L${n(s * 0.17)} 0H${n(-s * 0.17)}Z" fill="#e9e0d0"/><path d="M${n(s * 0.06)} ${n(-s * 0.44)}H${n(s * 0.24)}L${n(s * 0.17)} 0H${n(s * 0.05)}Z" fill="#b8a890" opacity="0.6"/></g>`;
}

function art(dice: Dice, x: number, y: number, s: number): string {
  const [a, b, c] = dice.pick([
    ['#e9dcc4', '#c9714f', '#3f5f63'],
    ['#f0e8da', '#d9a441', '#7a4a5a'],
    ['#e4e8e4', '#6f8f9a', '#c98f6a'],
  ] as const);
  return `<g transform="translate(${n(x)} ${n(y)})"><rect x="${n(-s * 0.46)}" y="${n(-s * 0.36)}" width="${n(s * 0.92)}" height="${n(s * 0.72)}" fill="#140e0a" opacity="0.2"/><rect x="${n(-s * 0.48)}" y="${n(-s * 0.39)}" width="${n(s * 0.96)}" height="${n(s * 0.74)}" fill="#6b4a30"/><rect x="${n(-s * 0.44)}" y="${n(-s * 0.35)}" width="${n(s * 0.88)}" height="${n(s * 0.66)}" fill="${a}"/><circle cx="${n(s * 0.16)}" cy="${n(-s * 0.1)}" r="${n(s * 0.13)}" fill="${b}"/><path d="M${n(-s * 0.44)} ${n(s * 0.31)}V${n(s * 0.1)}Q${n(-s * 0.15)} ${n(-s * 0.12)} ${n(s * 0.1)} ${n(s * 0.12)}T${n(s * 0.44)} ${n(s * 0.08)}V${n(s * 0.31)}Z" fill="${c}"/></g>`;
}
