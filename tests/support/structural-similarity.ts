/** A page as grey values, row by row. */
export type GreyRaster = { data: Uint8Array; width: number; height: number };

const WINDOW = 8;
const STRIDE = 4;
/** The constants of the paper, for values of eight bits. */
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/**
 * The mean structural similarity of two rasters of one size, 1 for equal ones: Wang, Bovik, Sheikh and Simoncelli, "Image
 * Quality Assessment: From Error Visibility to Structural Similarity" (2004), over square windows of eight pixels.
 */
export function structuralSimilarity(one: GreyRaster, other: GreyRaster): number {
  if (one.width !== other.width || one.height !== other.height) {
    throw new Error('Rasters of different sizes cannot be compared');
  }
  let sum = 0;
  let count = 0;
  for (let top = 0; top + WINDOW <= one.height; top += STRIDE) {
    for (let left = 0; left + WINDOW <= one.width; left += STRIDE) {
      sum += windowSimilarity(one, other, left, top);
      count += 1;
    }
  }
  return sum / count;
}

function windowSimilarity(one: GreyRaster, other: GreyRaster, left: number, top: number): number {
  const n = WINDOW * WINDOW;
  let [sumX, sumY, sumXX, sumYY, sumXY] = [0, 0, 0, 0, 0];
  for (let y = top; y < top + WINDOW; y += 1) {
    for (let x = left; x < left + WINDOW; x += 1) {
      const a = one.data[y * one.width + x] ?? 0;
      const b = other.data[y * other.width + x] ?? 0;
      sumX += a;
      sumY += b;
      sumXX += a * a;
      sumYY += b * b;
      sumXY += a * b;
    }
  }
  const [meanX, meanY] = [sumX / n, sumY / n];
  const varianceX = (sumXX - sumX * meanX) / (n - 1);
  const varianceY = (sumYY - sumY * meanY) / (n - 1);
  const covariance = (sumXY - sumX * meanY) / (n - 1);
  return (
    ((2 * meanX * meanY + C1) * (2 * covariance + C2)) /
    ((meanX ** 2 + meanY ** 2 + C1) * (varianceX + varianceY + C2))
  );
}
