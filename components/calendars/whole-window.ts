/**
 * Style rules for a page that has the whole window: the site's frame must not be reachable behind it, and no room is
 * kept for a scroll bar that never comes.
 */
export const WHOLE_WINDOW =
  'html { scrollbar-gutter: auto; overflow: hidden; } body > header, body > footer { display: none; }';
