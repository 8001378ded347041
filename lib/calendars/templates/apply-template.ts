import type { CalendarDocument } from '../document';
import type { Template } from './schema';

/**
 * The document in the look of a template. Period, language, pictures, dates and holidays stay; a page that has a layout
 * or a theme of its own gets the template's.
 */
export function applyTemplate(document: CalendarDocument, template: Template): CalendarDocument {
  const { formatId, themeId, layoutId, monthLayouts, hasOverview, notesPages } = template;
  return {
    ...document,
    formatId,
    themeId,
    layoutId,
    hasOverview,
    notesPages,
    hasMoonPhases: template.hasMoonPhases,
    weekNumbers: template.weekNumbers,
    cover: { ...document.cover, layoutId: null, themeId: null },
    pages: document.pages.map((page, index) => {
      const own = monthLayouts[index % Math.max(1, monthLayouts.length)] ?? null;
      return { ...page, themeId: null, layoutId: own === layoutId ? null : own };
    }),
  };
}
