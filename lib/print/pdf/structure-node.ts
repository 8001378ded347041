import type { Box } from '../operations';

/** A piece of a page's content: the index of its operation. */
export type StructureLeaf = { operation: number };

/** What a part of a page is, for readers that speak (ISO 32000-1, 14.8.4). */
export type StructureNode = {
  tag: 'Sect' | 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';
  kids: (StructureNode | StructureLeaf)[];
  /** The words, where they are not what the pieces say one after the other from left to right. */
  spoken?: string;
  /** Of a picture. */
  alt?: string;
  box?: Box;
  /** Of a table's head. */
  scope?: 'Column' | 'Row';
};
