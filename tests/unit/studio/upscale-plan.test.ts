import { describe, expect, it } from 'vitest';
import type { BaseModel } from '@/lib/db/generated/client';
import { BASE_MODELS } from '@/lib/studio/data/base-models';
import { planUpscale } from '@/lib/studio/upscale-plan';

const model = (slug: string, change: object = {}) => {
  const seed = BASE_MODELS.find((candidate) => candidate.slug === slug);
  return { ...seed, settings: { ...seed?.settings, ...change } } as unknown as BaseModel;
};
const aura = model('aura-sr');
const topaz = model('topaz');
const picture = { widthPx: 1152, heightPx: 864 };

const plan = (models: BaseModel[], size: typeof picture, missing: number) => {
  const found = planUpscale(models, size, missing);
  return found && [found.model.slug, found.factor];
};

describe('the enlarger of a picture', () => {
  it('is the first that reaches what is missing, with the factor that it knows', () => {
    expect(plan([aura, topaz], picture, 2.4)).toEqual(['aura-sr', 4]);
    expect(plan([topaz, aura], picture, 2.4)).toEqual(['topaz', 2.4]);
    expect(plan([topaz], picture, 1.001)).toEqual(['topaz', 1.01]);
  });

  it('takes whole steps where the model knows no others', () => {
    const whole = model('topaz', { isWhole: true });
    expect(plan([whole], picture, 2.1)).toEqual(['topaz', 3]);
  });

  it('is the one that comes nearest where none reaches it', () => {
    const weak = model('topaz', { factorMax: 2 });
    expect(plan([weak, aura], picture, 3.2)).toEqual(['aura-sr', 4]);
    expect(plan([weak], picture, 3.2)).toEqual(['topaz', 2]);
    expect(plan([aura, topaz], picture, 9)).toEqual(['aura-sr', 4]);
  });

  it('never makes more pixels than our own decoder takes', () => {
    const large = { widthPx: 6000, heightPx: 4000 };
    expect(plan([aura], large, 1.5)).toBeNull();
    expect(plan([aura, topaz], large, 3)).toEqual(['topaz', 2.04]);
    expect(plan([aura, topaz], { widthPx: 11_500, heightPx: 8600 }, 1.5)).toBeNull();
  });

  it('is nobody where the settings are of something else', () => {
    expect(plan([model('flux-lora')], picture, 2)).toBeNull();
    expect(plan([], picture, 2)).toBeNull();
  });
});
