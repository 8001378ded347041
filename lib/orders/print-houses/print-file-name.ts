/** What a format is called at a press: "A3-portrait" for "wall-a3-portrait". */
function shortFormat(formatId: string): string {
  return formatId
    .replace(/^(wall|desk|poster)-/, '')
    .replace(/^a(\d)/, 'A$1')
    .replace(/[^A-Za-z0-9-]/g, '');
}

type Named = {
  number: string;
  order: { number: string; items: readonly { id: string }[] };
};

/**
 * "P-26-001001_T-26-001234_1_A3-portrait_2x.pdf": print job, order, which calendar of the order, format, copies. Plain
 * ASCII: presses run on systems of all ages.
 */
export function printFileName(
  job: Named,
  item: { id: string; formatId: string },
  quantity: number,
): string {
  const place = job.order.items.findIndex(({ id }) => id === item.id) + 1;
  return `${handOffName(job)}_${place}_${shortFormat(item.formatId)}_${quantity}x.pdf`;
}

/** "P-26-001001_T-26-001234". */
export function handOffName(job: { number: string; order: { number: string } }): string {
  return `${job.number}_${job.order.number}`;
}
