import { type Dice, mix } from './drawing';
import {
  at,
  berryCluster,
  blossom,
  branching,
  drops,
  type Flora,
  fir,
  flowering,
  grain,
  leafShape,
  leaves,
  spikes,
  tulips,
} from './plants';

/** By month of the northern year; the southern year turns it by six. */
const FLORA: readonly Flora[] = [
  fir(null),
  branching(
    { bark: '#5a4638', leaf: '#47705a', twigs: 6 },
    blossom(['#c8405f', '#e0708a', '#f2b8c4'], '#f6d77a'),
  ),
  drops(),
  branching(
    { bark: '#5a4035', leaf: '#8fb26a', twigs: 9 },
    blossom(['#f6c9d4', '#fbe3e8', '#ee9fb4'], '#d8607e'),
  ),
  tulips(),
  flowering(['#d8402f', '#e2604a', '#f4f0e2', '#c93426'], {
    leaf: '#5c8247',
    petals: 6,
    width: 0.42,
    centre: '#2b2420',
    head: 0.22,
  }),
  spikes(['#7f6bc4', '#9d86dc', '#6655a8'], '#7d9a6d'),
  grain(),
  flowering(['#a06cc0', '#7c5cb0', '#e78fb0', '#f3d9ec'], {
    leaf: '#5f7d4a',
    petals: 14,
    width: 0.13,
    centre: '#f0b93a',
    head: 0.18,
  }),
  leaves(['#c9451f', '#e08a2a', '#a8321f', '#e5b13f'], 'maple'),
  branching({ bark: '#4d3a2e', leaf: '#8a6a3c', twigs: 6 }, (dice, size) =>
    dice.chance(0.5)
      ? berryCluster(dice, size, '#c2371f')
      : at(
          0,
          size * 0.5,
          0,
          leafShape(size * 1.6, size * 0.5, dice.pick(['#a8702f', '#8a5a2c', '#c08a3c'])),
        ),
  ),
  fir('#c8252c'),
];

const DAISY = flowering(['#ffffff', '#fdf6e3'], {
  leaf: '#6a9650',
  petals: 12,
  width: 0.15,
  centre: '#f2b632',
  head: 0.17,
});

export function floraOf(month: number): Flora {
  return FLORA[(month + 11) % 12] as Flora;
}

/** A border of plants along the lower edge, tallest at the sides, so that what stands behind grows out of it. */
export function foreground(dice: Dice, month: number, w: number, h: number, size: number): string {
  const flora = floraOf(month);
  const parts: string[] = [];
  const count = 34;
  for (let i = 0; i < count; i += 1) {
    const x = (i / (count - 1)) * w + dice.between(-24, 24);
    const fromSide = Math.abs(x / w - 0.5) * 2;
    const tall = size * (0.34 + 0.72 * fromSide ** 1.8) * dice.between(0.7, 1.15);
    const kind = month >= 5 && month <= 8 && dice.chance(0.28) ? DAISY : flora;
    parts.push(at(x, h + size * 0.05, (x / w - 0.5) * 22, kind.sprig(dice, tall)));
  }
  return parts.join('');
}

/** A wreath around a round picture: leaves, blossoms and fruits of the month. */
export function wreath(
  dice: Dice,
  month: number,
  cx: number,
  cy: number,
  rx: number,
  ry: number,
): string {
  const flora = floraOf(month);
  const r = Math.min(rx, ry);
  const parts: string[] = [];
  const spots = 84;
  for (let i = 0; i < spots; i += 1) {
    const turn = (i / spots) * Math.PI * 2 + dice.between(-0.05, 0.05);
    const out = dice.between(0.95, 1.16);
    const tone = mix(
      flora.leaf,
      dice.chance(0.5) ? '#ffffff' : '#12251b',
      dice.between(0.05, 0.25),
    );
    parts.push(
      at(
        cx + Math.cos(turn) * rx * out,
        cy + Math.sin(turn) * ry * out,
        (turn * 180) / Math.PI + 90 + dice.between(50, 120),
        leafShape(r * dice.between(0.2, 0.34), r * 0.06, tone),
      ),
    );
  }
  // Fuller below than above, as wreaths are bound.
  for (let i = 0; i < 44; i += 1) {
    const turn = Math.PI / 2 + (dice.next() + dice.next() + dice.next() - 1.5) * 2.1;
    const out = dice.between(0.94, 1.1);
    const size = r * dice.between(0.08, 0.17);
    parts.push(
      at(
        cx + Math.cos(turn) * rx * out,
        cy + Math.sin(turn) * ry * out,
        dice.between(0, 360),
        flora.bloom(dice, size),
      ),
    );
  }
  return parts.join('');
}
