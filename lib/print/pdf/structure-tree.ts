import { num, PT_PER_MM } from './numbers';
import { reference, textString } from './pdf-values';
import type { PdfWriter } from './pdf-writer';
import type { StructureNode } from './structure-node';

/** For each operation that is tagged: the number of its piece of content on the page. */
export type PageTags = { contentIds: ReadonlyMap<number, number>; heightMm: number };

/** The tree that tells readers what each piece of content is (ISO 32000-1, 14.7). */
export type StructureTree = {
  /** Writes a page's part of the tree; returns the page's key in the parent tree. */
  addPage(pageId: number, root: StructureNode, tags: PageTags): number;
  /** Writes what holds all pages together; returns the number of the root. */
  write(): number;
};

export function createStructureTree(writer: PdfWriter): StructureTree {
  const rootId = writer.reserve();
  const documentId = writer.reserve();
  const sections: number[] = [];
  /** Of each page, an array of the elements that its pieces of content belong to. */
  const parentArrays: number[] = [];

  return {
    addPage(pageId, root, tags) {
      const owners: number[] = [];
      const write = (node: StructureNode, parentId: number): number => {
        const id = writer.reserve();
        const kids = node.kids.map((kid) => {
          if ('tag' in kid) return reference(write(kid, id));
          const contentId = tags.contentIds.get(kid.operation);
          if (contentId === undefined) return '';
          owners[contentId] = id;
          return String(contentId);
        });
        const entries = [
          `<< /Type /StructElem /S /${node.tag} /P ${reference(parentId)} /Pg ${reference(pageId)}`,
          ...(node.spoken === undefined ? [] : [`/ActualText ${textString(node.spoken)}`]),
          ...(node.alt === undefined ? [] : [`/Alt ${textString(node.alt)}`]),
          ...attributes(node, tags.heightMm),
          `/K [${kids.filter(Boolean).join(' ')}] >>`,
        ];
        return writer.object(entries.join('\n'), id);
      };
      sections.push(write(root, documentId));
      const array = writer.object(`[${owners.map(reference).join(' ')}]`);
      return parentArrays.push(array) - 1;
    },

    write() {
      const kids = sections.map(reference).join(' ');
      writer.object(
        `<< /Type /StructElem /S /Document /P ${reference(rootId)} /K [${kids}] >>`,
        documentId,
      );
      const numbers = parentArrays.map((id, key) => `${key} ${reference(id)}`).join(' ');
      const parentTree = writer.object(`<< /Nums [${numbers}] >>`);
      const entries = [
        `<< /Type /StructTreeRoot /K [${reference(documentId)}]`,
        `/ParentTree ${reference(parentTree)} /ParentTreeNextKey ${parentArrays.length} >>`,
      ];
      return writer.object(entries.join('\n'), rootId);
    },
  };
}

function attributes({ scope, box }: StructureNode, heightMm: number): string[] {
  if (scope) return [`/A << /O /Table /Scope /${scope} >>`];
  if (!box) return [];
  const sides = [
    box.xMm,
    heightMm - box.yMm - box.heightMm,
    box.xMm + box.widthMm,
    heightMm - box.yMm,
  ].map((mm) => num(mm * PT_PER_MM));
  return [`/A << /O /Layout /Placement /Block /BBox [${sides.join(' ')}] >>`];
}
