import type { OutputConditionId } from '../press';
import { reference, textString } from './pdf-values';
import type { PdfWriter } from './pdf-writer';

/** How the ICC characterisation data registry (registry.color.org) calls the conditions that we separate for. */
const REGISTERED: Record<OutputConditionId, { identifier: string; info: string }> = {
  fogra39: {
    identifier: 'FOGRA39',
    info: 'Offset printing on coated paper by ISO 12647-2:2004, paper type 1 or 2, 115 g/m2',
  },
  gracol2006: {
    identifier: 'CGATS TR 006',
    info: 'GRACoL 2006: offset printing on coated paper, grade 1',
  },
};

/** Writes the output intent of PDF/X-4 (ISO 15930-7, 6.2.2) with its profile; returns its number. */
export function writeOutputIntent(
  writer: PdfWriter,
  condition: OutputConditionId,
  profile: Uint8Array,
): number {
  const { identifier, info } = REGISTERED[condition];
  const destination = writer.stream('/N 4', profile);
  return writer.object(
    [
      '<< /Type /OutputIntent /S /GTS_PDFX',
      `/OutputConditionIdentifier ${textString(identifier)}`,
      `/RegistryName ${textString('http://www.color.org')}`,
      `/Info ${textString(info)}`,
      `/DestOutputProfile ${reference(destination)} >>`,
    ].join('\n'),
  );
}
