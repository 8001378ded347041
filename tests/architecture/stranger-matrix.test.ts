import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../support/strangers/action-table';
import { actionsOnDisk, pagesOnDisk, routesOnDisk } from '../support/strangers/edges-on-disk';
import { PAGES } from '../support/strangers/page-table';
import { ROUTES } from '../support/strangers/route-table';

const accessesOf = (table: Record<string, { access: string }>) =>
  Object.fromEntries(Object.entries(table).map(([name, { access }]) => [name, access]));

/** What the end-to-end tests try with every kind of user: an edge that is missing there would never be tried. */
describe('the stranger matrix', () => {
  it('has every route and method, with the access that its source declares', () => {
    const onDisk = routesOnDisk().map(({ method, path, access }) => [`${method} ${path}`, access]);
    expect(Object.fromEntries(onDisk)).toEqual(accessesOf(ROUTES));
  });

  it('has every page, with the access that its source declares', () => {
    const onDisk = pagesOnDisk().map(({ path, access }) => [path, access ?? 'public']);
    expect(Object.fromEntries(onDisk)).toEqual(accessesOf(PAGES));
  });

  it('has every server action, with the access that its source declares', () => {
    const onDisk = actionsOnDisk().map(({ name, access }) => [name, access]);
    expect(Object.fromEntries(onDisk)).toEqual(accessesOf(ACTIONS));
  });
});
