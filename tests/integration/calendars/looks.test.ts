import { describe, expect, it } from 'vitest';
import {
  getStaffTemplate,
  listStaffTemplates,
  removeTemplate,
  saveTemplate,
} from '@/lib/admin/templates';
import { getStaffTheme, listStaffThemes, removeTheme, saveTheme } from '@/lib/admin/themes';
import { createCalendar } from '@/lib/calendars/create-calendar';
import { customThemesOf } from '@/lib/calendars/custom-themes';
import { listThemes } from '@/lib/calendars/list-themes';
import { requestProof } from '@/lib/calendars/request-proof';
import { BUILT_IN_TEMPLATES } from '@/lib/calendars/templates/data/built-in';
import { getTemplate, listTemplates } from '@/lib/calendars/templates/list-templates';
import type { ErrorCode } from '@/lib/core/errors';
import { builtInThemes } from '@/lib/print/theme';
import { useDatabase } from '@/tests/support/database';
import { sampleDocument } from '@/tests/unit/calendars-editor/sample-document';

const test = useDatabase();
const refused = (code: ErrorCode, more: object = {}) => expect.objectContaining({ code, ...more });
const [atelier] = builtInThemes();
const inkOf = (theme: { palette: { ink: string } } | undefined) => theme?.palette.ink;

function themeWith(ink: string) {
  if (!atelier) throw new Error('there are themes');
  return { ...atelier, palette: { ...atelier.palette, ink } };
}
const save = (id: string, theme: object, more: object = {}) => ({
  id,
  name: 'Quiet',
  theme,
  status: 'PUBLISHED' as const,
  expectedVersion: null,
  ...more,
});

describe('a theme that staff make', () => {
  it('is offered when it is published, hidden when it is withdrawn, and kept by its calendars', async () => {
    const { ctx } = await test.person('STAFF');
    await saveTheme(ctx, save('quiet', themeWith('#101010'), { status: 'DRAFT' }));
    const document = sampleDocument({ themeId: 'quiet' });
    expect((await listThemes(ctx)).map(({ id }) => id)).not.toContain('quiet');
    expect(await customThemesOf(ctx, document)).toEqual([]);
    await saveTheme(ctx, save('quiet', themeWith('#101010'), { expectedVersion: 1 }));
    expect((await listThemes(ctx)).map(({ id }) => id)).toContain('quiet');
    await saveTheme(
      ctx,
      save('quiet', themeWith('#101010'), { status: 'RETIRED', expectedVersion: 2 }),
    );
    expect((await listThemes(ctx)).map(({ id }) => id)).not.toContain('quiet');
    expect((await customThemesOf(ctx, document)).map(inkOf)).toEqual(['#101010']);
    await expect(removeTheme(ctx, 'quiet')).rejects.toEqual(refused('theme.in_use'));
  });

  it('changes a built-in theme under its own name, and the built-in one comes back', async () => {
    const { ctx } = await test.person('STAFF');
    await saveTheme(ctx, save('atelier', themeWith('#0a0a0a')));
    expect(inkOf((await getStaffTheme(ctx, 'atelier')).theme)).toBe('#0a0a0a');
    expect((await customThemesOf(ctx, sampleDocument({ themeId: 'atelier' }))).map(inkOf)).toEqual([
      '#0a0a0a',
    ]);
    await removeTheme(ctx, 'atelier');
    expect(inkOf((await getStaffTheme(ctx, 'atelier')).theme)).toBe(inkOf(atelier));
  });

  it('is refused with the wrong fields named, and nothing is stored', async () => {
    const { ctx } = await test.person('STAFF');
    const pale = themeWith('#fbf7ee');
    await expect(saveTheme(ctx, save('pale', pale))).rejects.toEqual(
      refused('theme.invalid', {
        fields: expect.objectContaining({ 'palette.ink': 'low_contrast' }),
      }),
    );
    await expect(saveTheme(ctx, save('empty', {}))).rejects.toEqual(refused('theme.invalid'));
    expect(await test.db.printTheme.count({ where: { id: { in: ['pale', 'empty'] } } })).toBe(0);
  });

  it('is changed by one of two who edit it at once, and the other is told', async () => {
    const { ctx } = await test.person('STAFF');
    await saveTheme(ctx, save('shared', themeWith('#101010')));
    const results = await Promise.allSettled(
      ['#111111', '#121212'].map((ink) =>
        saveTheme(ctx, save('shared', themeWith(ink), { expectedVersion: 1 })),
      ),
    );
    const failed = results.filter((result) => result.status === 'rejected');
    expect(failed.map(({ reason }) => reason)).toEqual([refused('theme.conflict')]);
    await expect(saveTheme(ctx, save('shared', themeWith('#131313')))).rejects.toEqual(
      refused('theme.conflict'),
    );
  });

  it('leaves a proof as it was asked for, and makes the next one another', async () => {
    const { ctx } = await test.person('STAFF');
    await saveTheme(ctx, save('frozen', themeWith('#101010')));
    const document = sampleDocument({ themeId: 'frozen' });
    const { calendarId } = await createCalendar(ctx, { document });
    const first = await requestProof(ctx, { calendarId, kind: 'PROOF' });
    expect((await requestProof(ctx, { calendarId, kind: 'PROOF' })).id).toBe(first.id);
    await saveTheme(ctx, save('frozen', themeWith('#151515'), { expectedVersion: 1 }));
    const second = await requestProof(ctx, { calendarId, kind: 'PROOF' });
    expect(second.id).not.toBe(first.id);
    const row = await test.db.proof.findUniqueOrThrow({ where: { id: first.id } });
    expect((row.themes as { palette: { ink: string } }[]).map(inkOf)).toEqual(['#101010']);
  });

  it('that cannot be read any more is left out, and its calendars are still drawn', async () => {
    const { ctx, userId } = await test.person('STAFF');
    await test.db.printTheme.create({
      data: { id: 'old', name: 'Old', data: {}, status: 'PUBLISHED', createdById: userId },
    });
    expect(await customThemesOf(ctx, sampleDocument({ themeId: 'old' }))).toEqual([]);
    expect((await listThemes(ctx)).map(({ id }) => id)).not.toContain('old');
  });

  it('is nobody else’s business', async () => {
    for (const role of ['GUEST', 'CUSTOMER'] as const) {
      const { ctx } = await test.person(role);
      for (const attempt of [
        () => listStaffThemes(ctx),
        () => saveTheme(ctx, save('mine', themeWith('#101010'))),
        () => removeTheme(ctx, 'atelier'),
        () => listStaffTemplates(ctx),
        () => removeTemplate(ctx, 'garden'),
      ]) {
        await expect(attempt()).rejects.toEqual(refused('account.not_allowed'));
      }
    }
  });

  it('leaves a trace of who changed it', async () => {
    const { ctx, userId } = await test.person('STAFF');
    await saveTheme(ctx, save('traced', themeWith('#101010')));
    const [event] = await test.db.auditEvent.findMany({ where: { subject: 'traced' } });
    expect(event).toMatchObject({ action: 'theme.saved', actorId: userId });
  });
});

describe('a template that staff make', () => {
  const garden = BUILT_IN_TEMPLATES.garden;
  const saved = (slug: string, more: object = {}) => ({
    slug,
    template: garden,
    status: 'PUBLISHED' as const,
    position: 0,
    expectedVersion: null,
    ...more,
  });

  it('comes first in the catalogue, is withdrawn and goes', async () => {
    const { ctx } = await test.person('STAFF');
    await saveTemplate(ctx, saved('own-garden'));
    expect((await listTemplates(ctx))[0]?.slug).toBe('own-garden');
    await saveTemplate(ctx, saved('own-garden', { status: 'RETIRED', expectedVersion: 1 }));
    await expect(getTemplate(ctx, 'own-garden')).rejects.toEqual(refused('template.not_found'));
    expect((await getStaffTemplate(ctx, 'own-garden')).row?.status).toBe('RETIRED');
    await removeTemplate(ctx, 'own-garden');
    await expect(getStaffTemplate(ctx, 'own-garden')).rejects.toEqual(
      refused('template.not_found'),
    );
  });

  it('is refused when it is wrong or when somebody was faster', async () => {
    const { ctx } = await test.person('STAFF');
    await expect(
      saveTemplate(ctx, saved('wrong', { template: { ...garden, categories: [] } })),
    ).rejects.toEqual(refused('template.invalid', { fields: { categories: 'empty' } }));
    await saveTemplate(ctx, saved('mine'));
    await expect(saveTemplate(ctx, saved('mine'))).rejects.toEqual(refused('template.conflict'));
  });
});
