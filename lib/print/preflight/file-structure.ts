import type { FileRule } from '../preflight';
import type { Edition } from '../press';
import { broken } from './file-expectation';
import { isDict, isNamed, type PdfDict, type PdfObjects, type PdfValue } from './pdf-objects';

/** A reader that goes by the first line and not by the bytes would take the file for text. */
const HEADER = /^%PDF-1\.6\r?\n%[\u0080-\u00ff]{4}/;
const ID_BYTES = 16;

/** Things that act, hide or carry along what is not on paper. */
const ACTIVE = ['OpenAction', 'AA', 'AcroForm', 'Names', 'Collection', 'AF', 'Threads', 'URI'];
const LAYERS = ['OCProperties', 'Requirements', 'Extensions', 'Perms', 'Legal'];

/** What the file as a whole must be: its version, table, identity and nothing that acts. */
export async function structureRules(
  objects: PdfObjects,
  root: PdfDict,
  edition: Edition,
): Promise<FileRule[]> {
  const { header, trailer, entryCount } = objects;
  const id = await objects.resolve(trailer.get('ID'));
  const isIdentified =
    Array.isArray(id) &&
    id.length === 2 &&
    id.every((part) => part instanceof Uint8Array && part.length === ID_BYTES);
  const isWhole = trailer.get('Size') === entryCount && !trailer.has('Prev');
  const rules: Partial<Record<FileRule, boolean>> = {
    'file-header': HEADER.test(header) && !root.has('Version'),
    'file-trailer': isWhole && !trailer.has('XRefStm'),
    'file-identity': isIdentified,
    'file-encryption': !trailer.has('Encrypt'),
    'file-active': ![...ACTIVE, ...LAYERS].some((key) => root.has(key)),
    'file-language': isText(await objects.resolve(root.get('Lang'))),
  };
  if (edition === 'digital') rules['file-tags'] = await isTagged(objects, root);
  return broken(rules);
}

function isText(value: PdfValue): boolean {
  return value instanceof Uint8Array && value.length > 1;
}

/** ISO 14289-1: marked, with a tree and a way from each page's content to it, and named by its title. */
async function isTagged(objects: PdfObjects, root: PdfDict): Promise<boolean> {
  const mark = await objects.resolve(root.get('MarkInfo'));
  const tree = await objects.resolve(root.get('StructTreeRoot'));
  const viewer = await objects.resolve(root.get('ViewerPreferences'));
  return (
    isDict(mark) &&
    mark.get('Marked') === true &&
    isDict(tree) &&
    isNamed(tree.get('Type'), 'StructTreeRoot') &&
    tree.has('K') &&
    tree.has('ParentTree') &&
    isDict(viewer) &&
    viewer.get('DisplayDocTitle') === true
  );
}
