import { assert } from '@/lib/core/assert';

/**
 * Gives each row a column of its own so that the costs together are lowest (Kuhn and Munkres, in the form with
 * potentials). Deterministic: of equal assignments always the same one.
 * @param cost one list a row, all equally long, at least as many columns as rows
 * @returns the column of each row
 */
export function cheapestAssignment(cost: readonly (readonly number[])[]): number[] {
  const rowCount = cost.length;
  const columnCount = cost[0]?.length ?? 0;
  assert(columnCount >= rowCount, 'there are enough columns');
  // Row and column 0 stand for "none"; the algorithm counts from 1.
  const rowPotential = new Float64Array(rowCount + 1);
  const columnPotential = new Float64Array(columnCount + 1);
  const rowOf = new Int32Array(columnCount + 1);
  for (let row = 1; row <= rowCount; row += 1) {
    const cheapest = new Float64Array(columnCount + 1).fill(Infinity);
    const cameFrom = new Int32Array(columnCount + 1);
    const visited = new Uint8Array(columnCount + 1);
    rowOf[0] = row;
    let column = 0;
    do {
      visited[column] = 1;
      const current = rowOf[column] as number;
      let step = Infinity;
      let next = 0;
      for (let other = 1; other <= columnCount; other += 1) {
        if (visited[other]) continue;
        const reduced =
          (cost[current - 1]?.[other - 1] ?? Infinity) -
          (rowPotential[current] as number) -
          (columnPotential[other] as number);
        if (reduced < (cheapest[other] as number)) {
          cheapest[other] = reduced;
          cameFrom[other] = column;
        }
        if ((cheapest[other] as number) < step) {
          step = cheapest[other] as number;
          next = other;
        }
      }
      for (let other = 0; other <= columnCount; other += 1) {
        if (visited[other]) {
          const owner = rowOf[other] as number;
          rowPotential[owner] = (rowPotential[owner] as number) + step;
          columnPotential[other] = (columnPotential[other] as number) - step;
        } else {
          cheapest[other] = (cheapest[other] as number) - step;
        }
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const previous = cameFrom[column] as number;
      rowOf[column] = rowOf[previous] as number;
      column = previous;
    }
  }
  const columnOf = Array.from({ length: rowCount }, () => -1);
  for (let column = 1; column <= columnCount; column += 1) {
    const row = rowOf[column] as number;
    if (row > 0) columnOf[row - 1] = column - 1;
  }
  return columnOf;
}
