import type { StructureNode } from './structure-node';

/** Marks the content of a page as what its structure says it is. */
export type TaggedContent = {
  /** For each operation that the structure names: the number of its piece of content. */
  contentIds: ReadonlyMap<number, number>;
  /** The operators of an operation, in painting order, with its mark. */
  mark(index: number, operators: string): string;
};

export function tagContent(root: StructureNode): TaggedContent {
  const tags = new Map<number, StructureNode['tag']>();
  const visit = (node: StructureNode) => {
    for (const kid of node.kids) {
      if ('tag' in kid) visit(kid);
      else tags.set(kid.operation, node.tag);
    }
  };
  visit(root);
  const contentIds = new Map<number, number>();
  return {
    contentIds,
    mark(index, operators) {
      if (operators === '') return '';
      const tag = tags.get(index);
      if (!tag) return artifact(operators);
      const contentId = contentIds.size;
      contentIds.set(index, contentId);
      return `/${tag} << /MCID ${contentId} >> BDC\n${operators}\nEMC`;
    },
  };
}

/** Content that has nothing to say. */
export function artifact(operators: string): string {
  return `/Artifact BMC\n${operators}\nEMC`;
}
